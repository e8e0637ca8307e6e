// Which of the changes of a signal a page tells of, and what it says of those that it leaves out or that were not looked for.
#pragma once

#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::explain {

struct ChangesTold {
    std::string before;  // "Eén wijziging is hier niet genoeg; twee samen wel."
    std::vector<const OfferShown*> changes;
    std::vector<std::string> behind;  // what is left out, what was not tried
};

// Of an active signal, on the page of a student: nothing that nobody works on, and of two things at once the first few.
[[nodiscard]] ChangesTold changes_on_page(const SignalExplanation& signal, Language language);

// The answer to why-not: all, but for what nobody works on when there is something else.
[[nodiscard]] ChangesTold changes_in_answer(const SignalExplanation& signal, Language language);

}  // namespace wegwijzer::explain
