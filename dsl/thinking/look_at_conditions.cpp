// W109, W110, W111: a condition that can never hold, one that always holds, a part that changes nothing.
#include <algorithm>
#include <set>

#include "dsl/thinking/at_hand.h"
#include "engine/model/print_model.h"
#include "engine/model/reach.h"

namespace wegwijzer::thinking {

namespace {

enum class Joined : std::uint8_t { not_at_all, all, any, otherwise };

struct Parts {
    Joined joined = Joined::not_at_all;
    std::vector<model::ExprId> ids;
};

Parts parts_of(const model::ExprNode& node) {
    if (const auto* both = std::get_if<model::And>(&node)) return {Joined::all, both->operands};
    if (const auto* either = std::get_if<model::Or>(&node)) return {Joined::any, either->operands};
    if (const auto* denied = std::get_if<model::Not>(&node)) return {Joined::otherwise, {denied->operand}};
    if (const auto* list = std::get_if<model::Quantified>(&node)) {
        const bool is_all = list->quantifier == model::Quantifier::all;
        return {is_all ? Joined::all : Joined::otherwise, list->operands};
    }
    return {};
}

class ConditionLook {
  public:
    explicit ConditionLook(AtHand& at) : at_(at), rules_(at.rules()), seen_concepts_(at.rules().concepts.size()) {}

    void look_at_all() {
        look_at_filters();
        for (std::size_t i = 0; i < rules_.concepts.size(); ++i) concept_and_what_it_reads(model::ConceptId(i));
        for (const model::Parameter& parameter : rules_.parameters) {
            for (const model::Override& line : parameter.overrides) root(line.condition, {});
        }
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) signal(model::SignalId(i));
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) policy(model::PolicyId(i));
        for (const model::Plan& plan : rules_.plans) root(plan.goal, {});
    }

  private:
    // A begrip after those that it names, so that a mistake is reported where it is made.
    void concept_and_what_it_reads(model::ConceptId first) {
        std::vector<model::ConceptId> work = {first};
        while (!work.empty()) {
            const model::ConceptId id = work.back();
            if (seen_concepts_[id.index()]) {
                work.pop_back();
                continue;
            }
            std::vector<model::ConceptId> open;
            named_in(rules_.concept_of(id).expr, open);
            std::erase_if(open, [&](model::ConceptId each) { return seen_concepts_[each.index()] || each == id; });
            if (!open.empty()) {
                work.push_back(open.front());
                continue;
            }
            seen_concepts_[id.index()] = true;
            work.pop_back();
            Role role;
            role.concept_id = id;
            const model::ExprId expr = rules_.concept_of(id).expr;
            if (expr && rules_.expr(expr).type.kind == model::ValueKind::boolean) root(expr, role);
        }
    }
    void named_in(model::ExprId id, std::vector<model::ConceptId>& names) const {
        if (id.is_none()) return;
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* named = std::get_if<model::ConceptValue>(&node)) names.push_back(named->concept_id);
        model::for_each_child(rules_, node, [&](model::ExprId child) { named_in(child, names); });
    }

    void signal(model::SignalId id) {
        const model::Signal& its = rules_.signal(id);
        const bool has_levels =
            its.levels.size() > 1 ||
            at_.quote(its.levels.front().origin).starts_with(at_.word(its.levels.front().origin, Word::severity));
        for (const model::SeverityLevel& level : its.levels) {
            Role role;
            role.signal = id;
            if (has_levels) role.level = level.severity;
            root(level.condition, role);
        }
        for (const model::ExprId unless : its.unless) {
            Role role;
            role.signal = id;
            role.is_unless = true;
            root(unless, role);
        }
    }
    void policy(model::PolicyId id) {
        Role role;
        role.policy = id;
        root(rules_.policy(id).condition, role);
        role.is_unless = true;
        for (const model::ExprId unless : rules_.policy(id).unless) root(unless, role);
    }

    // Which events are looked at. They are no conditions of a student, and counted only where one is left open.
    void look_at_filters() {
        std::set<std::string> seen;
        for (const model::Expr& expr : rules_.exprs) {
            const model::Selection* selection = model::selection_of(expr.node);
            if (selection == nullptr || selection->filter.is_none() || selection->of_signals()) continue;
            if (seen.insert(model::print_expr(rules_, selection->filter)).second) {
                role_ = {};
                root_ = selection->filter;
                filter_ = selection;
                look(root_);
                filter_ = nullptr;
            }
        }
    }

    void root(model::ExprId id, const Role& role) {
        if (id.is_none()) return;
        role_ = role;
        root_ = id;
        at_.begin(id);
        look(id);
        at_.end();
    }

    void look(model::ExprId id) {
        const model::ExprNode& node = rules_.expr(id).node;
        if (at_.is_free(id) || std::holds_alternative<model::ConceptValue>(node) ||
            std::holds_alternative<model::Literal>(node)) {
            return;
        }
        const FormulaId formula = at_.formulas().of(id);
        const Parts parts = parts_of(node);
        const bool can_hold = at_.can_be(formula, Answers::yes);
        const bool can_fail = at_.can_be(formula, Answers::no);
        if (can_hold && can_fail) {
            for (const model::ExprId part : parts.ids) look(part);
            look_for_idle(id, parts);
            return;
        }
        if (at_.formulas().formula(formula).kind == analyse::Formula::Kind::constant) return;  // of fixed values alone
        bool is_by_a_part = false;
        for (const model::ExprId part : parts.ids) {
            if (at_.is_free(part) || !is_constant(part)) continue;
            look(part);
            is_by_a_part = is_by_a_part || at_.is_free(part);
        }
        if (is_by_a_part) {
            look(id);
            return;
        }
        if (can_hold) {
            report_always(id);
        } else {
            report_never(id, parts);
        }
        at_.set_free(id);
    }
    [[nodiscard]] bool is_constant(model::ExprId id) {
        const FormulaId formula = at_.formulas().of(id);
        return !at_.can_be(formula, Answers::yes) || !at_.can_be(formula, Answers::no);
    }

    // ---- never and always ----
    void report_never(model::ExprId id, const Parts& parts) {
        Diagnostic diagnostic;
        diagnostic.code = Code::W109;
        diagnostic.span = at_.first_line(at_.span_of(id));
        diagnostic.arguments = {at_.quote(at_.span_of(id))};
        std::vector<Wants> cases;
        if (parts.joined == Joined::all) {
            if (const auto pair = excluding_pair(parts.ids)) {
                const auto [first, second] = *pair;
                const std::string words = at_.quote(at_.span_of(first));
                diagnostic.span = at_.first_line(at_.span_of(second));
                diagnostic.labels = {
                    {at_.first_line(at_.span_of(first)), {}},
                    {diagnostic.span, {"gaat niet samen met `" + words + '`', "doesn't go with `" + words + '`'}}};
            } else {
                diagnostic.why = {"deze delen samen sluiten elkaar uit", "these parts together exclude each other"};
            }
            for (std::size_t left_out = parts.ids.size(); left_out-- > 0;) {
                Wants wants = around(false);
                for (std::size_t i = 0; i < parts.ids.size(); ++i) {
                    if (i != left_out) wants.push_back({at_.formulas().of(parts.ids[i]), yes});
                }
                cases.push_back(std::move(wants));
            }
        } else {
            diagnostic.why = {"geen enkele waarde maakt dit waar", "no value makes this true"};
        }
        cases.push_back(around(false));
        add_witness(diagnostic, cases, false, {"geldt niet", "doesn't hold"});
        at_.report(std::move(diagnostic));
    }

    [[nodiscard]] std::optional<std::pair<model::ExprId, model::ExprId>> excluding_pair(
        const std::vector<model::ExprId>& parts) {
        for (std::size_t second = 1; second < parts.size(); ++second) {
            for (std::size_t first = 0; first < second; ++first) {
                const Wants both = {{at_.formulas().of(parts[first]), yes}, {at_.formulas().of(parts[second]), yes}};
                if (!at_.can_be(both)) return std::pair(parts[first], parts[second]);
            }
        }
        return std::nullopt;
    }

    void report_always(model::ExprId id) {
        Diagnostic diagnostic;
        diagnostic.code = Code::W110;
        diagnostic.span = at_.first_line(at_.span_of(id));
        diagnostic.arguments = {at_.quote(at_.span_of(id))};
        Wants wants = around(true);
        wants.push_back({at_.formulas().of(id), yes});
        add_witness(diagnostic, {wants}, true, {"geldt ook hier", "holds here too"});
        at_.report(std::move(diagnostic));
    }

    // ---- voorbeelden ----
    void add_witness(Diagnostic& diagnostic, const std::vector<Wants>& cases, bool holds, const Localized& title) {
        if (filter_ == nullptr) {
            at_.add_witness(diagnostic, cases, expectation_of(rules_, role_, holds), title);
            return;
        }
        // Of a rule that looks at these events. Which way it comes out is seen by trying; `holds` first.
        const auto found = rule_that_reads(root_);
        if (!found) return;
        const auto& [role, condition] = *found;
        for (const bool expects : {holds, !holds}) {
            AtHand::Events events{*filter_, cases, around(role, condition, expects)};
            std::vector<model::Expectation> expected = expectation_of(rules_, role, expects);
            if (diagnostic.example.empty()) at_.add_witness(diagnostic, events, expected, title);
        }
    }

    using RuleAt = std::pair<Role, model::ExprId>;
    // The first `als`, level, `tenzij` or begrip in which this filter stands.
    [[nodiscard]] std::optional<RuleAt> rule_that_reads(model::ExprId filter) const {
        const auto in = [&](model::ExprId condition) { return condition && stands_in(condition, filter); };
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            Role role;
            role.signal = model::SignalId(i);
            for (const model::SeverityLevel& level : rules_.signals[i].levels) {
                if (in(level.condition)) return RuleAt(role, level.condition);
            }
            role.is_unless = true;
            for (const model::ExprId unless : rules_.signals[i].unless) {
                if (in(unless)) return RuleAt(role, unless);
            }
        }
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            Role role;
            role.policy = model::PolicyId(i);
            if (in(rules_.policies[i].condition)) return RuleAt(role, rules_.policies[i].condition);
            role.is_unless = true;
            for (const model::ExprId unless : rules_.policies[i].unless) {
                if (in(unless)) return RuleAt(role, unless);
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] bool stands_in(model::ExprId condition, model::ExprId filter) const {
        FilterSought sought{filter};
        model::Reach<FilterSought> reach(rules_, sought);
        reach.read(condition);
        return sought.is_found;
    }
    struct FilterSought {
        model::ExprId filter;
        bool is_found = false;

        void reached(const model::ExprNode& node) {
            const model::Selection* selection = model::selection_of(node);
            is_found = is_found || (selection != nullptr && selection->filter == filter);
        }
        void reached(model::ConceptId) {}
        void reached(model::TableId) {}
        void reached(model::ParameterId) {}
    };

    // What else must be so for a voorbeeld to show how the root comes out.
    [[nodiscard]] Wants around(bool root_holds) { return around(role_, root_, root_holds); }
    [[nodiscard]] Wants around(const Role& role, model::ExprId root, bool root_holds) {
        analyse::Formulas& formulas = at_.formulas();
        Wants wants;
        wants.push_back({formulas.of(root), root_holds ? yes : static_cast<std::uint8_t>(Answers::no)});
        if (role.signal) {
            const model::Signal& signal = rules_.signal(role.signal);
            wants.push_back({formulas.of_phases(signal.phases), yes});
            if (role.is_unless) {
                std::vector<FormulaId> levels;
                for (const model::SeverityLevel& level : signal.levels) levels.push_back(formulas.of(level.condition));
                wants.push_back({formulas.any(std::move(levels)), yes});
            }
            for (const model::ExprId unless : signal.unless) {
                if (unless != root) wants.push_back({formulas.of(unless), Answers::no});
            }
        } else if (role.policy) {
            const model::Policy& policy = rules_.policy(role.policy);
            if (role.is_unless && policy.condition) wants.push_back({formulas.of(policy.condition), yes});
            for (const model::ExprId unless : policy.unless) {
                if (unless != root) wants.push_back({formulas.of(unless), Answers::no});
            }
        }
        return wants;
    }

    // ---- parts that change nothing ----
    void look_for_idle(model::ExprId id, const Parts& parts) {
        if (parts.joined != Joined::all && parts.joined != Joined::any) return;
        constexpr std::size_t most_parts = 24;
        if (parts.ids.size() > most_parts) return;
        const bool is_all = parts.joined == Joined::all;
        std::vector<model::ExprId> left = parts.ids;
        for (std::size_t i = parts.ids.size(); i-- > 0 && left.size() > 1;) {
            const model::ExprId part = parts.ids[i];
            if (at_.is_free(part) || std::holds_alternative<model::Literal>(rules_.expr(part).node)) continue;
            std::vector<model::ExprId> others = left;
            std::erase(others, part);
            if (!is_idle(part, others, is_all)) continue;
            report_idle(id, part, others, is_all);
            at_.set_free(part);
            left = others;
        }
    }
    // Does the list come out the same without it, also where something is unknown?
    [[nodiscard]] bool is_idle(model::ExprId part, const std::vector<model::ExprId>& others, bool is_all) {
        const FormulaId its = at_.formulas().of(part);
        Wants rest;
        std::vector<FormulaId> formulas;
        for (const model::ExprId other : others) {
            formulas.push_back(at_.formulas().of(other));
            rest.push_back({formulas.back(), is_all ? yes : static_cast<std::uint8_t>(Answers::no)});
        }
        rest.push_back({its, is_all ? not_yes : not_no});
        if (at_.can_be(rest)) return false;
        const FormulaId list = is_all ? at_.formulas().all(formulas) : at_.formulas().any(formulas);
        return !at_.can_be({{list, Answers::unknown}, {its, is_all ? static_cast<std::uint8_t>(Answers::no) : yes}});
    }

    void report_idle(model::ExprId id, model::ExprId part, const std::vector<model::ExprId>& others, bool is_all) {
        const FormulaId its = at_.formulas().of(part);
        Diagnostic diagnostic;
        diagnostic.code = Code::W111;
        diagnostic.span = at_.first_line(at_.span_of(part));
        diagnostic.arguments = {at_.quote(at_.span_of(part))};
        for (const model::ExprId other : others) {
            const FormulaId formula = at_.formulas().of(other);
            const Wants wants = is_all ? Wants{{formula, yes}, {its, not_yes}} : Wants{{its, yes}, {formula, not_yes}};
            if (at_.can_be(wants)) continue;
            const std::string words = at_.quote(at_.span_of(other));
            diagnostic.labels.push_back({at_.first_line(at_.span_of(other)), {}});
            diagnostic.why = is_all ? Localized("wie voldoet aan `" + words + "`, voldoet ook hieraan",
                                                "whoever meets `" + words + "`, meets this too")
                                    : Localized("wie hieraan voldoet, voldoet ook aan `" + words + '`',
                                                "whoever meets this, meets `" + words + "` too");
            break;
        }
        Wants wants = around(true);
        wants.push_back({at_.formulas().of(id), yes});
        wants.push_back({its, yes});
        add_witness(diagnostic, {wants}, true,
                    {"met of zonder dit deel hetzelfde", "the same with or without this part"});
        at_.report(std::move(diagnostic));
    }

    AtHand& at_;
    const model::RuleSet& rules_;
    std::vector<bool> seen_concepts_;
    Role role_;
    model::ExprId root_;
    const model::Selection* filter_ = nullptr;  // the root is the filter of these events
};

}  // namespace

void look_at_conditions(AtHand& at) { ConditionLook(at).look_at_all(); }

}  // namespace wegwijzer::thinking
