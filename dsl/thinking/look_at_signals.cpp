// W107, W111, W112, W114: levels that a higher one hides, a `tenzij` that always stops its rule or changes nothing, and signals
// with the same condition.
#include <algorithm>
#include <map>

#include "dsl/thinking/at_hand.h"
#include "dsl/thinking/write_example.h"

namespace wegwijzer::thinking {

namespace {

FormulaId any_level(AtHand& at, const model::Signal& signal) {
    std::vector<FormulaId> levels;
    for (const model::SeverityLevel& level : signal.levels) levels.push_back(at.formulas().of(level.condition));
    return at.formulas().any(std::move(levels));
}

bool has_free_part(const AtHand& at, const model::Signal& signal) {
    return std::ranges::any_of(signal.levels,
                               [&](const model::SeverityLevel& level) { return at.is_free(level.condition); }) ||
           std::ranges::any_of(signal.unless, [&](model::ExprId unless) { return at.is_free(unless); });
}

// ---- tenzij ---------------------------------------------------------------------------------------------------------

// A rule with what makes it count, apart from this `tenzij`.
struct Stopped {
    Wants holds;     // it counts
    Wants may_hold;  // or may count
    std::string name;
    Role role;
};

void look_at_one_unless(AtHand& at, model::ExprId unless, const Stopped& rule) {
    if (at.is_free(unless)) return;
    const FormulaId its = at.formulas().of(unless);
    const auto with = [](Wants wants, FormulaId formula, std::uint8_t answers) {
        wants.push_back({formula, answers});
        return wants;
    };
    if (!at.can_be(rule.holds)) return;
    const bool always_stops = !at.can_be(with(rule.holds, its, not_yes));
    const bool is_idle = !always_stops && !at.can_be(with(rule.may_hold, its, yes));
    if (!always_stops && !is_idle) return;
    Diagnostic diagnostic;
    diagnostic.code = always_stops ? Code::W112 : Code::W111;
    diagnostic.span = at.first_line(at.span_of(unless));
    diagnostic.arguments = {at.quote(at.span_of(unless)), rule.name};
    if (is_idle) {
        diagnostic.why = {"waar dit geldt, geldt `" + rule.name + "` al niet",
                          "where this holds, `" + rule.name + "` doesn't hold anyway"};
    }
    std::vector<Wants> cases;
    if (always_stops) {
        cases.push_back(with(rule.holds, its, yes));
    } else {
        Wants wants = {{its, yes}};
        cases.push_back(std::move(wants));
    }
    at.add_witness(diagnostic, cases, expectation_of(at.rules(), rule.role, true),
                   {"niet door `tenzij`", "not by `unless`"});
    at.report(std::move(diagnostic));
    at.set_free(unless);
}

// ---- levels ---------------------------------------------------------------------------------------------------------

const ast::SignalClause* clause_at(const AtHand& at, const model::Signal& signal, const Span& span) {
    const ast::Declaration* declaration = at.signal(signal.name);
    if (declaration == nullptr) return nullptr;
    for (const ast::SignalClause& clause : std::get<ast::Signal>(declaration->node).clauses) {
        if (clause.span == span) return &clause;
    }
    return nullptr;
}

class LevelLook {
  public:
    LevelLook(AtHand& at, model::SignalId id) : at_(at), id_(id), signal_(at.rules().signal(id)) {}

    void look() {
        for (std::size_t lower = 1; lower < signal_.levels.size(); ++lower) {
            if (at_.is_free(signal_.levels[lower].condition)) continue;
            Wants reached = around();
            reached.push_back({formula(lower), yes});
            if (!at_.can_be(reached)) continue;
            if (const auto higher = hiding(lower, reached)) report(lower, *higher, reached);
        }
    }

  private:
    [[nodiscard]] FormulaId formula(std::size_t level) { return at_.formulas().of(signal_.levels[level].condition); }
    [[nodiscard]] Wants around() {
        Wants wants = {{at_.formulas().of_phases(signal_.phases), yes}};
        for (const model::ExprId unless : signal_.unless) wants.push_back({at_.formulas().of(unless), not_yes});
        return wants;
    }
    // The one level that holds wherever this does; the highest where only several together do.
    [[nodiscard]] std::optional<std::size_t> hiding(std::size_t lower, const Wants& reached) {
        Wants none_of_them = reached;
        for (std::size_t higher = 0; higher < lower; ++higher) {
            Wants wants = reached;
            wants.push_back({formula(higher), not_yes});
            if (!at_.can_be(wants)) return higher;
            none_of_them.push_back({formula(higher), not_yes});
        }
        return at_.can_be(none_of_them) ? std::nullopt : std::optional<std::size_t>(0);
    }

    void report(std::size_t lower, std::size_t higher, const Wants& reached) {
        const model::SeverityLevel& its = signal_.levels[lower];
        const model::SeverityLevel& above = signal_.levels[higher];
        const ast::SignalClause* clause = clause_at(at_, signal_, its.origin);
        if (clause == nullptr) return;
        Diagnostic diagnostic;
        diagnostic.code = Code::W107;
        diagnostic.span = {its.origin.source, its.origin.begin, clause->level_span.end};
        diagnostic.arguments = {at_.quote(diagnostic.span)};
        const std::string level = at_.word(its.origin, word_of(above.severity));
        Wants wants = reached;
        wants.push_back({formula(higher), not_yes});
        const bool is_hidden_by_one = !at_.can_be(wants);
        Localized remark = {"wie hieraan voldoet, krijgt altijd een hogere ernst",
                            "whoever meets this, always gets a higher severity"};
        if (is_hidden_by_one) {
            const std::string condition = at_.quote(at_.span_of(above.condition));
            remark = {"wie hieraan voldoet, voldoet ook aan `" + condition + "` en krijgt `" + level + '`',
                      "whoever meets this, meets `" + condition + "` too and gets `" + level + '`'};
        }
        diagnostic.labels = {{{above.origin.source, above.origin.begin, above.origin.begin}, {}},
                             {diagnostic.span, remark}};
        if (!can_swap(lower, higher)) {
            diagnostic.way_out = {
                "haal deze regel weg, of laat de voorwaarde ook gelden waar `" + level + "` niet geldt",
                "remove this line, or let the condition hold where `" + level + "` doesn't hold too"};
        }
        Wants shows = reached;
        shows.push_back({formula(higher), yes});
        Role role;
        role.signal = id_;
        role.level = above.severity;
        at_.add_witness(diagnostic, {shows}, expectation_of(at_.rules(), role, true),
                        {(is_hidden_by_one ? "geeft " : "krijgt ") + level, "gives " + level});
        at_.report(std::move(diagnostic));
    }
    // Both compare one value, and not alike.
    [[nodiscard]] bool can_swap(std::size_t lower, std::size_t higher) {
        const analyse::Formula& one = at_.formulas().formula(formula(lower));
        const analyse::Formula& other = at_.formulas().formula(formula(higher));
        const bool compares_one = one.kind == analyse::Formula::Kind::leaf &&
                                  other.kind == analyse::Formula::Kind::leaf && one.atom == other.atom;
        return compares_one && at_.can_be({{formula(higher), yes}, {formula(lower), not_yes}});
    }

    AtHand& at_;
    model::SignalId id_;
    const model::Signal& signal_;
};

}  // namespace

void look_at_unless(AtHand& at) {
    const model::RuleSet& rules = at.rules();
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        const model::Signal& signal = rules.signals[i];
        if (signal.unless.empty() || has_free_part(at, signal)) continue;
        const FormulaId levels = any_level(at, signal);
        const FormulaId phase = at.formulas().of_phases(signal.phases);
        for (const model::ExprId unless : signal.unless) {
            Stopped rule;
            rule.holds = {{levels, yes}, {phase, yes}};
            rule.may_hold = {{levels, not_no}, {phase, not_no}};
            rule.name = signal.name;
            rule.role.signal = model::SignalId(i);
            rule.role.is_unless = true;
            look_at_one_unless(at, unless, rule);
        }
    }
    for (std::size_t i = 0; i < rules.policies.size(); ++i) {
        const model::Policy& policy = rules.policies[i];
        if (policy.condition.is_none() || at.is_free(policy.condition)) continue;
        const FormulaId condition = at.formulas().of(policy.condition);
        for (const model::ExprId unless : policy.unless) {
            Stopped rule;
            rule.holds = {{condition, yes}};
            rule.may_hold = {{condition, not_no}};
            rule.name = policy.name;
            rule.role.policy = model::PolicyId(i);
            rule.role.is_unless = true;
            look_at_one_unless(at, unless, rule);
        }
    }
}

void look_at_levels(AtHand& at) {
    for (std::size_t i = 0; i < at.rules().signals.size(); ++i) LevelLook(at, model::SignalId(i)).look();
}

void look_at_twins(AtHand& at) {
    const model::RuleSet& rules = at.rules();
    std::map<std::vector<std::uint32_t>, std::vector<model::SignalId>> alike;  // by what they read
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        const model::SignalId id(i);
        const model::Signal& signal = rules.signals[i];
        if (has_free_part(at, signal)) continue;
        const FormulaId active = at.formulas().of(id);
        if (at.formulas().not_examined(active) != analyse::NotExamined::nothing) continue;
        std::vector<std::uint32_t> key = {static_cast<std::uint32_t>(signal.kind)};
        for (const analyse::AtomId atom : at.formulas().atoms_of(active)) key.push_back(atom.value);
        std::vector<model::SignalId>& others = alike[key];
        for (const model::SignalId other : others) {
            const FormulaId its = at.formulas().of(other);
            if (!at.can_be(active, yes) || at.can_be({{active, yes}, {its, not_yes}}) ||
                at.can_be({{its, yes}, {active, not_yes}})) {
                continue;
            }
            const ast::Declaration* declared = at.signal(signal.name);
            const ast::Declaration* declared_other = at.signal(rules.signal(other).name);
            if (declared == nullptr || declared_other == nullptr) continue;
            Diagnostic diagnostic;
            diagnostic.code = Code::W114;
            diagnostic.span = std::get<ast::Signal>(declared->node).name.span;
            diagnostic.arguments = {signal.name, rules.signal(other).name};
            diagnostic.labels = {{std::get<ast::Signal>(declared_other->node).name.span, {"de ander", "the other"}}};
            Role role;
            role.signal = id;
            std::vector<model::Expectation> expected = expectation_of(rules, role, true);
            role.signal = other;
            expected.push_back(expectation_of(rules, role, true).front());
            at.add_witness(diagnostic, {{{active, yes}}}, expected, {"geeft allebei", "gives both"});
            at.report(std::move(diagnostic));
            break;
        }
        others.push_back(id);
    }
}

}  // namespace wegwijzer::thinking
