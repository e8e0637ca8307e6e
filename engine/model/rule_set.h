// The typed, resolved rule set: what a pack means. Built by dsl/check from text, or from C++ directly. Immutable once
// built; every evaluator reads it. Order of declaration is kept everywhere: it is the order of output.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/language.h"
#include "engine/calendar/calendar.h"
#include "engine/calendar/period.h"
#include "engine/model/example.h"
#include "engine/model/expr.h"
#include "engine/model/ids.h"
#include "engine/model/value_type.h"
#include "engine/records/schema.h"

namespace wegwijzer::model {

struct Pack {  // a regelpakket
    std::string name;
    std::string title;
    std::string version;
    Language language = Language::nl;
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    std::string owner;
    std::string purpose;
    std::string legal_ground;
    std::optional<Length> retention;
    std::string crisis_route;
    Span origin;
};

struct Reference {  // bron
    std::string name;
    std::string title;
};
struct Citation {  // bron NAAM ["plaats"]
    ReferenceId reference;
    std::string place;
};
struct Phase {
    std::string name;
    std::string title;
    PhaseSpan days;
};
struct Cluster {
    std::string name;
    std::string title;
};
struct Factor {
    std::string name;
    std::string title;
    ClusterId cluster;  // or none
    std::vector<Citation> sources;
};

struct Role {
    std::string name;
    std::string title;
    Line line = Line::first;
    FieldId person;  // the student's field that names who has this role, or none
    std::vector<std::string> expertise;
    std::optional<std::int64_t> capacity_per_week;
};

// Why a rule may read what it reads.
struct Accountability {
    std::string motivation;   // motivering
    std::string legal_basis;  // grondslag
};

struct Override {  // stel NAAM in op WAARDE [voor ...]
    Constant value;
    ExprId condition;  // none: always
    std::string reason;
    Accountability accountability;
    Span origin;
};
struct Parameter {
    std::string name;
    std::string title;
    ValueType type;
    LengthUnit unit = LengthUnit::days;  // kind duration: the unit it keeps
    bool is_whole = false;               // kind number: of type geheel
    std::optional<Constant> value;       // none: an open choice
    std::optional<Constant> lowest;
    std::optional<Constant> highest;
    std::vector<Override> overrides;  // in reading order: of those whose condition holds the last one counts
    std::vector<Citation> sources;
    std::string owner;
    Span origin;

    // An open choice that no line without `voor` has set: a pack that uses it does not run.
    [[nodiscard]] bool is_open() const;
};
struct Concept {  // begrip
    std::string name;
    std::string title;
    ExprId expr;
    Span origin;
};

// trefwijze: `uniek` the row that is true, `eerste` the first that is.
enum class HitPolicy : std::uint8_t { unique, first };
struct TableTest {     // one cell: what it says of the term of its column
    ExprId condition;  // Comparison, Between, OneOf or Knownness on that term; none: `-`, which fits anything
    Span origin;
};
struct TableRow {
    std::vector<TableTest> tests;  // one per column
    ExprId result;
    Span origin;
};
struct Table {  // tabel
    std::string name;
    std::string title;
    ValueType type;
    HitPolicy hit = HitPolicy::unique;
    std::vector<ExprId> columns;
    std::vector<TableRow> rows;
    Span origin;
};

// A text with values filled in.
using TextPiece = std::variant<std::string, ExprId>;
using Template = std::vector<TextPiece>;

struct SeverityLevel {
    Severity severity = Severity::medium;
    ExprId condition;
    Span origin;
};
struct Signal {
    SignalKind kind = SignalKind::signal;
    std::string name;
    std::string title;
    FactorId factor;              // or none
    std::vector<PhaseId> phases;  // empty: always; else in one of them
    // From high to low. `als` alone is one level: medium (a kans has no ernst, the level is medium all the same).
    std::vector<SeverityLevel> levels;
    std::vector<ExprId> unless;
    Decimal weight = Decimal::from_integer(1);  // sterkte
    Template explanation;                       // empty: none
    std::vector<Citation> sources;
    Accountability accountability;
    Span origin;
};

struct Intervention {
    std::string name;
    std::string title;
    RoleId by;
    RoleId through;         // via, or none
    bool directly = false;  // rechtstreeks
    bool with_consent = false;
    bool without_consent = false;  // says so explicitly
    std::optional<Length> duration;
    std::vector<std::string> questions;
    std::vector<InterventionId> not_together;  // made symmetric
    std::vector<PhaseId> not_in_phases;
    std::optional<std::int64_t> not_before_day;
    // pas na, as written. INVARIANT: nothing comes after itself, by whatever way round (the checker refuses that).
    std::vector<InterventionId> only_after;
    std::optional<LengthSource> at_most_once_per;  // hooguit eens per
    std::vector<InterventionId> reinforces;
    FactorId factor;
    std::vector<Citation> sources;
    Accountability accountability;
    Span origin;
};

struct PlanStep {  // stap N I
    InterventionId intervention;
    RoleId by;                           // `door` of the step, else of the intervention
    std::optional<LengthSource> within;  // binnen; at most one of these three
    std::optional<LengthSource> after;   // na
    ExprId first_week;                   // in studieweek: numbers, or none
    ExprId last_week;
    Span origin;
};
struct Plan {  // aanpak
    std::string name;
    std::string title;
    ExprId goal;                           // doel; none: nothing ends it but its last step
    std::vector<PlanStep> steps;           // in the order of their numbers
    std::optional<Length> review_every;    // bespreek elke
    std::optional<Length> evaluate_after;  // evalueer na
    std::vector<Citation> sources;
    Accountability accountability;
    Span origin;
};

struct Advice {                          // one name of an `adviseer`
    InterventionId intervention;         // or
    PlanId plan;                         // an aanpak, without any of what follows: its steps have their own
    RoleId by;                           // `door` of the advice, else of the intervention
    std::optional<LengthSource> within;  // binnen
    ExprId due;                          // uiterlijk: a date, or none
    Span origin;
};
struct Policy {
    std::string name;
    std::string title;
    ExprId condition;  // none: no `als` (always applies)
    std::vector<ExprId> unless;
    std::vector<Advice> advises;
    int priority = 3;
    bool urgent = false;
    std::vector<PolicyId> overrides;  // gaat voor op
    std::vector<Citation> sources;
    Accountability accountability;
    Span origin;
};

struct RuleSet {
    std::vector<Pack> packs;  // the main one first
    std::shared_ptr<const Schema> schema;
    Calendars calendars;
    std::vector<Reference> references;
    std::vector<Phase> phases;
    std::vector<Cluster> clusters;
    std::vector<Factor> factors;
    std::vector<Role> roles;
    std::vector<ChoiceDomain> choice_domains;
    ChoiceDomainId factor_domain;   // names of `factors`, in order
    ChoiceDomainId cluster_domain;  // names of `clusters`, in order
    std::vector<Parameter> parameters;
    std::vector<Concept> concepts;
    std::vector<Table> tables;
    std::vector<Signal> signals;
    std::vector<Intervention> interventions;
    std::vector<Plan> plans;
    std::vector<Policy> policies;
    std::vector<Example> examples;  // of all packs in use
    std::vector<Expr> exprs;
    std::vector<Period> periods;

    [[nodiscard]] const Expr& expr(ExprId id) const { return exprs[id.index()]; }
    [[nodiscard]] const Period& period(PeriodId id) const { return periods[id.index()]; }
    [[nodiscard]] const Signal& signal(SignalId id) const { return signals[id.index()]; }
    [[nodiscard]] const Parameter& parameter(ParameterId id) const { return parameters[id.index()]; }
    [[nodiscard]] const Concept& concept_of(ConceptId id) const { return concepts[id.index()]; }
    [[nodiscard]] const Table& table(TableId id) const { return tables[id.index()]; }
    [[nodiscard]] const Intervention& intervention(InterventionId id) const { return interventions[id.index()]; }
    [[nodiscard]] const Plan& plan(PlanId id) const { return plans[id.index()]; }
    [[nodiscard]] const Policy& policy(PolicyId id) const { return policies[id.index()]; }
    [[nodiscard]] const Role& role(RoleId id) const { return roles[id.index()]; }
    [[nodiscard]] const Phase& phase(PhaseId id) const { return phases[id.index()]; }
};

// Calls visit(InterventionId, RoleId) for all that an advice can come to: its interventie, or each step of its aanpak. None-ids
// (of a rule set with errors) are left out.
template <class Visit>
void for_each_advised(const RuleSet& rules, const Advice& advice, Visit&& visit) {
    if (advice.plan.is_none()) {
        visit(advice.intervention, advice.by);
        return;
    }
    for (const PlanStep& step : rules.plan(advice.plan).steps) {
        if (step.intervention) visit(step.intervention, step.by);
    }
}

// Calls visit(LengthSource) and visit(ExprId) for the terms of a step.
template <class Visit>
void for_each_term(const PlanStep& step, Visit&& visit) {
    if (step.within) visit(*step.within);
    if (step.after) visit(*step.after);
    if (step.first_week) visit(step.first_week);
    if (step.last_week && step.last_week != step.first_week) visit(step.last_week);
}

}  // namespace wegwijzer::model
