// The sentences about one student, in both languages.
#pragma once

#include <string>
#include <vector>

#include "engine/advise/advice.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::explain::texts {

// "`a`, `b` en `c`"
[[nodiscard]] Localized list_of(const std::vector<std::string>& names);

[[nodiscard]] Localized unless_unknown(const std::string& policy, const std::vector<std::string>& missing);
[[nodiscard]] Localized deadline_moved(std::optional<Date> from, std::optional<Date> to);
[[nodiscard]] Localized term_unknown(const std::string& policy, const std::vector<std::string>& missing);
[[nodiscard]] Localized phase_unknown();
[[nodiscard]] Localized not_before_unknown();

[[nodiscard]] Localized comes_first(const std::string& waiting);
[[nodiscard]] Localized limit_unknown(const std::string& intervention, const std::vector<std::string>& missing);
[[nodiscard]] Localized followups_unknown(const std::string& series);
[[nodiscard]] Localized followup_undated(const std::string& intervention);
[[nodiscard]] Localized consent_refused(std::optional<Date> day);
[[nodiscard]] Localized consent_withdrawn(std::optional<Date> day);

[[nodiscard]] Localized overruled_by(const std::string& policy);
[[nodiscard]] Localized overruled_by_hidden(const Localized& whom);
[[nodiscard]] Localized not_in_phase(const std::string& phase);
[[nodiscard]] Localized not_in_hidden_phase(const Localized& whom);
[[nodiscard]] Localized excluded_by(const std::string& intervention);
[[nodiscard]] Localized refused(ConsentStatus status);
// `limit` none: the reader may not see it.
[[nodiscard]] Localized just_followed(Date carried_out, std::optional<Length> limit);
// `first` has to come first, and `because` is why that can't be done.
[[nodiscard]] Localized waits_for(const std::string& first, const Localized& because);

// Why advice of an earlier run is not given any more.
[[nodiscard]] Localized not_in_the_rules();
[[nodiscard]] Localized not_advised_by_the_rules();
[[nodiscard]] Localized carried_out_on(Date day);
[[nodiscard]] Localized waived_on(Date day);
[[nodiscard]] Localized advised_to(const std::string& role);
[[nodiscard]] Localized stopped_by(const std::string& words);
[[nodiscard]] Localized holds_no_longer(const std::string& signal);
[[nodiscard]] Localized can_not_be_judged_now(const std::string& signal);

[[nodiscard]] Localized no_person(const std::string& field, const std::string& role);
[[nodiscard]] Localized kind_of(model::SignalKind kind);  // "signaal", "kracht", "kans"
[[nodiscard]] Localized fault(model::FaultKind kind);     // "er wordt door nul gedeeld"
[[nodiscard]] Localized fault_in(const Localized& rule, model::FaultKind kind, const std::string& words);

// Who may tell what this reader may not read: `by` when that is a role of the second line, else the roles of the second
// line, else the own mentor. "Studentdecaan of Studentpsycholoog"; empty: nobody there.
[[nodiscard]] Localized whom_to_ask(const model::RuleSet& rules, model::RoleId by = {});
[[nodiscard]] Localized restricted_reason(
    const Localized& whom);  // "reden alleen voor de tweede lijn; vraag het aan …"

// "presenties zijn bijgewerkt t/m 9 oktober", with the year when it is another than that of the reference date.
[[nodiscard]] Localized complete_to(const Series& series, Date day, Date reference_date);

}  // namespace wegwijzer::explain::texts
