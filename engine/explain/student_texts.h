// What a student reads about their own advice: the sentences of texts.h that are about rules, in words to the student. A note
// that is of use only to who maintains the rules has none.
#pragma once

#include <optional>
#include <string>

#include "engine/advise/advice.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::explain::texts {

// `missing`: names in words, may be empty.
[[nodiscard]] std::optional<Localized> note_to_student(const model::RuleSet& rules, const advise::Note& note,
                                                       const Localized& missing, Date reference_date);
// With a capital, and a full stop where it ends without one.
[[nodiscard]] std::string as_sentence(std::string text);
// Why something isn't offered now: "dat is gedaan op 28 oktober".
[[nodiscard]] Localized because_to_student(const model::RuleSet& rules, const advise::Suppression& suppression,
                                           Date reference_date);

}  // namespace wegwijzer::explain::texts
