// An advice to the second line or extern: a warm hand-over through the first line and consent, or a reason to do without
// (language.md section 5, "Interventions and roles").
#pragma once

#include <optional>

#include "dsl/check/context.h"

namespace wegwijzer::checking {

// Does an advice to this line ask for a hand-over and consent?
[[nodiscard]] inline bool asks_for_handover(model::Line line) {
    return line == model::Line::second || line == model::Line::external;
}
// What an intervention lacks for an advice to such a role, as lines to add; empty when nothing.
[[nodiscard]] std::string missing_handover(const Context& context, const ast::File& file,
                                           const model::Intervention& intervention);
// A role of the first line to propose, or `…`.
[[nodiscard]] std::string first_line_role(const Context& context);
[[nodiscard]] Localized describe(model::Line line);
// An interventie by its name; an aanpak doesn't do here. What it can't be is reported.
[[nodiscard]] std::optional<model::InterventionId> find_intervention(Context& context, const ast::Name& name);
// `door R`, written as `name`, of another line than the interventie's own needs what an advice to that line needs.
void check_other_line(Context& context, const ast::File& file, const ast::Name& name, model::RoleId by,
                      model::InterventionId id);

}  // namespace wegwijzer::checking
