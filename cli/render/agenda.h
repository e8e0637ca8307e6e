// Who is seen in which week: per person or role, week by week, then who waits for a place, and numbers that add up.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/base/language.h"
#include "engine/explain/agenda.h"

namespace wegwijzer::cli {

struct AgendaFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool colour = false;
    bool plain = false;
    std::optional<std::string> mentor;
    std::string where;  // the condition of `--where`; empty: none
};

[[nodiscard]] std::string render_agenda(const model::RuleSet& rules, const explain::Visible<explain::Agenda>& agenda,
                                        const AgendaFrame& frame);
// A row per advice.
[[nodiscard]] std::string agenda_as_csv(const model::RuleSet& rules, const explain::Visible<explain::Agenda>& agenda,
                                        Language language);

}  // namespace wegwijzer::cli
