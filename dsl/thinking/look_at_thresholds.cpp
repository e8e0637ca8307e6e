// W118: one thing that is held against another number in each of three places or more, none of them a parameter.
//
// A place is a declaration; policies that go before each other (`gaat voor op`) are one place, as the levels of one signal are.
// Below and above a number are two things: a signal and the kracht beside it. Two numbers may be two strengths; of three in
// three places nobody keeps up which is which.
#include <algorithm>
#include <map>
#include <set>

#include "dsl/thinking/at_hand.h"
#include "dsl/thinking/signals_read.h"
#include "engine/model/compare_op.h"
#include "engine/model/walk.h"

namespace wegwijzer::thinking {

namespace {

constexpr std::size_t fewest_places = 3;
constexpr std::size_t most_shown = 6;

struct Threshold {
    std::size_t place = 0;  // which declaration
    Role role;              // of it; empty: nothing to expect of it
    model::ExprId compared;
    Span number;
    Span thing;
    analyse::Place at = 0;
};

class ThresholdLook {
  public:
    explicit ThresholdLook(AtHand& at) : at_(at), rules_(at.rules()), first_of_policy_(at.rules().policies.size()) {}

    void look() {
        gather();
        for (auto& [thing, thresholds] : things_) look_at(thresholds);
    }

  private:
    enum class Side : std::uint8_t { below, above };
    using Thing = std::pair<analyse::AtomId, Side>;

    // ---- where numbers stand ----
    void gather() {
        for (std::size_t i = 0; i < rules_.concepts.size(); ++i) {
            begin();
            const model::ExprId expr = rules_.concepts[i].expr;
            if (expr && rules_.expr(expr).type.kind == model::ValueKind::boolean)
                role_.concept_id = model::ConceptId(i);
            read(expr);
        }
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            const model::Signal& signal = rules_.signals[i];
            begin();
            role_.signal = model::SignalId(i);
            for (const model::SeverityLevel& level : signal.levels) read(level.condition);
            role_ = {};
            for (const model::ExprId unless : signal.unless) read(unless);
        }
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) first_of_policy_[i] = i;
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            for (const model::PolicyId lower : rules_.policies[i].overrides) join(i, lower.index());
        }
        const std::size_t before = place_ + 1;
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            place_ = before + first_of(i);
            role_ = {};
            role_.policy = model::PolicyId(i);
            read(rules_.policies[i].condition);
            role_ = {};
            for (const model::ExprId unless : rules_.policies[i].unless) read(unless);
        }
        place_ = before + rules_.policies.size();
        for (const model::Plan& plan : rules_.plans) {
            begin();
            read(plan.goal);
        }
    }
    void begin() {
        ++place_;
        role_ = {};
    }
    [[nodiscard]] std::size_t first_of(std::size_t policy) const {
        while (first_of_policy_[policy] != policy) policy = first_of_policy_[policy];
        return policy;
    }
    void join(std::size_t one, std::size_t other) { first_of_policy_[first_of(one)] = first_of(other); }

    void read(model::ExprId id) {
        if (id.is_none() || !at_.is_ours(rules_.expr(id).origin.source)) return;
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* comparison = std::get_if<model::Comparison>(&node)) {
            if (is_number(comparison->right)) keep(id, comparison->right, at_.span_of(comparison->left));
            if (is_number(comparison->left)) keep(id, comparison->left, at_.span_of(comparison->right));
        } else if (const auto* existence = std::get_if<model::Existence>(&node)) {
            if (existence->count && is_number(existence->count)) {
                const Span number = at_.span_of(existence->count);
                const Span whole = at_.span_of(id);
                keep(id, existence->count, {whole.source, number.end, whole.end});
            }
        }
        model::for_each_child(rules_, node, [this](model::ExprId child) { read(child); });
    }
    [[nodiscard]] bool is_number(model::ExprId id) const {
        const auto* literal = std::get_if<model::Literal>(&rules_.expr(id).node);
        return literal != nullptr && analyse::place_on_line(literal->value).has_value();
    }
    void keep(model::ExprId compared, model::ExprId number, const Span& thing) {
        const analyse::Formula& formula = at_.formulas().formula(at_.formulas().of(compared));
        if (at_.is_free(compared) || formula.kind != analyse::Formula::Kind::leaf) return;
        if (formula.test.asks_known || formula.test.where.size() != 1) return;
        const analyse::Atom::Kind kind = at_.formulas().atom(formula.atom).kind;
        if (kind != analyse::Atom::Kind::value && kind != analyse::Atom::Kind::aggregate) return;
        const analyse::Stretch& where = formula.test.where.front();
        constexpr analyse::Stretch everything;
        const bool is_open_below = where.from == everything.from;
        const bool is_open_above = where.to == everything.to;
        if (is_open_below == is_open_above) return;
        Threshold threshold;
        threshold.place = place_;
        threshold.role = role_;
        threshold.compared = compared;
        threshold.number = at_.span_of(number);
        threshold.thing = thing;
        threshold.at = *analyse::place_on_line(std::get<model::Literal>(rules_.expr(number).node).value);
        things_[{formula.atom, is_open_below ? Side::below : Side::above}].push_back(threshold);
    }

    // ---- one thing ----
    void look_at(std::vector<Threshold>& thresholds) {
        std::map<std::size_t, std::set<analyse::Place>> by_place;
        for (const Threshold& one : thresholds) by_place[one.place].insert(one.at);
        std::vector<Threshold> told;  // the first in each place of a number that stands in no other
        std::set<std::size_t> seen;
        for (const Threshold& one : thresholds) {
            const bool is_elsewhere = std::ranges::any_of(
                by_place, [&](const auto& each) { return each.first != one.place && each.second.contains(one.at); });
            if (!is_elsewhere && seen.insert(one.place).second) told.push_back(one);
        }
        std::ranges::sort(told, [](const Threshold& one, const Threshold& other) {
            return std::pair(one.number.source, one.number.begin) < std::pair(other.number.source, other.number.begin);
        });
        if (told.size() >= fewest_places) report(told);
    }

    // From low to high, those of the places that are shown.
    [[nodiscard]] Localized numbers_of(std::vector<Threshold> told) const {
        const std::size_t more = told.size() > most_shown ? told.size() - most_shown : 0;
        told.resize(told.size() - more);
        std::ranges::sort(told, {}, &Threshold::at);
        Localized list;
        for (std::size_t i = 0; i < told.size(); ++i) {
            const bool is_last = i + 1 == told.size() && more == 0;
            const std::string number = at_.quote(told[i].number);
            list.nl += (i == 0 ? "" : is_last ? " en " : ", ") + number;
            list.en += (i == 0 ? "" : is_last ? " and " : ", ") + number;
        }
        if (more > 0) {
            list.nl += " en nog " + std::to_string(more);
            list.en += " and " + std::to_string(more) + " more";
        }
        return list;
    }

    void report(const std::vector<Threshold>& told) {
        Diagnostic diagnostic;
        diagnostic.code = Code::W118;
        diagnostic.span = told.front().number;
        diagnostic.arguments = {at_.quote(told.front().thing), std::to_string(told.size()), numbers_of(told),
                                at_.word(diagnostic.span, Word::parameter)};
        for (std::size_t i = 1; i < told.size() && i < most_shown; ++i) {
            diagnostic.labels.push_back({told[i].number, {"hier ook", "here too"}});
        }
        add_witness(diagnostic, told);
        at_.report(std::move(diagnostic));
    }

    // ---- someone who gets the one and not the other ----
    // Of the places with the lowest and the highest number.
    void add_witness(Diagnostic& diagnostic, const std::vector<Threshold>& told) {
        const auto [lowest, highest] = std::ranges::minmax_element(told, {}, &Threshold::at);
        add_witness(diagnostic, *highest, *lowest);
        if (diagnostic.example.empty()) add_witness(diagnostic, *lowest, *highest);
    }
    void add_witness(Diagnostic& diagnostic, const Threshold& one, const Threshold& other) {
        std::vector<model::Expectation> expected = expectation_of(rules_, one.role, true);
        const std::vector<model::Expectation> missing = expectation_of(rules_, other.role, false);
        if (expected.empty() || missing.empty()) return;
        expected.push_back(missing.front());
        // That one holds and the other doesn't must come of the number alone.
        Wants wants = holds(one.role, yes);
        for (const Want& want : holds(other.role, Answers::no)) wants.push_back(want);
        wants.push_back({at_.formulas().of(one.compared), yes});
        wants.push_back({at_.formulas().of(other.compared), Answers::no});
        at_.add_witness(diagnostic, {wants}, expected, {"hier wel, daar niet", "here but not there"});
    }
    [[nodiscard]] Wants holds(const Role& role, std::uint8_t answers) {
        if (role.signal) return {{at_.formulas().of(role.signal), answers}};
        const model::ExprId condition =
            role.concept_id ? rules_.concept_of(role.concept_id).expr : rules_.policy(role.policy).condition;
        return {{at_.formulas().of(condition), answers}};
    }

    AtHand& at_;
    const model::RuleSet& rules_;
    std::map<Thing, std::vector<Threshold>> things_;
    std::vector<std::size_t> first_of_policy_;  // of those that go before each other, one
    std::size_t place_ = 0;
    Role role_;
};

}  // namespace

void look_at_thresholds(AtHand& at) { ThresholdLook(at).look(); }

}  // namespace wegwijzer::thinking
