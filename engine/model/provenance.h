// Which fields stand behind a thing (language.md section 3, "Privacy"): reading through a begrip, parameter, filter or
// uitleg counts as reading; an aggregate reads its series' date and every field it names; a fase counted from the start
// reads the field marked `start`.
#pragma once

#include <vector>

#include "engine/model/rule_set.h"

namespace wegwijzer::model {

struct FieldUse {
    FieldId student_field;  // or
    SeriesId series;        // a field of a series
    SeriesFieldId series_field;
    friend bool operator==(const FieldUse&, const FieldUse&) = default;
    friend bool operator<(const FieldUse& left, const FieldUse& right);
};
using FieldUses = std::vector<FieldUse>;  // sorted, each once

struct Provenance {
    std::vector<FieldUses> parameters;     // by ParameterId
    std::vector<FieldUses> concepts;       // by ConceptId
    std::vector<FieldUses> tables;         // by TableId: columns, cells and results
    std::vector<FieldUses> signals;        // by SignalId: conditions, phases, tenzij and uitleg
    std::vector<FieldUses> policies;       // by PolicyId: what its own conditions and terms read, without its signals
    std::vector<FieldUses> interventions;  // by InterventionId: phases, opvolgingen, the length of `hooguit eens per`
    std::vector<FieldUses> plan_goals;     // by PlanId: what its doel reads, without its signals
    std::vector<FieldUses> plan_terms;     // by PlanId: the terms of its steps, and opvolgingen
    std::vector<std::vector<SignalId>> plan_signals;    // by PlanId: signals its doel reads by name
    std::vector<std::vector<SignalId>> policy_signals;  // by PolicyId: signals it reads by name
};

[[nodiscard]] Provenance find_provenance(const RuleSet& rules);
[[nodiscard]] FieldUses fields_behind(const RuleSet& rules, ExprId expr);
// The class of a field together with that of its series.
[[nodiscard]] PrivacyClass privacy_of(const Schema& schema, const FieldUse& use);

}  // namespace wegwijzer::model
