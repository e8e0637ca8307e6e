// W119: a signal that is onbepaald whenever one field of the student is, with nothing said for that case. Who lacks the field
// gets no advice by it, so somebody should have thought of them: a rule that asks whether the field is known, or a voorbeeld
// that expects `onbepaald`. Only of packs with voorbeelden: of one without, `test` says so.
#include <algorithm>
#include <set>

#include "dsl/thinking/at_hand.h"
#include "engine/model/provenance.h"
#include "engine/model/walk.h"

namespace wegwijzer::thinking {

namespace {

class UnknownLook {
  public:
    explicit UnknownLook(AtHand& at) : at_(at), rules_(at.rules()) {
        for (const model::Expr& expr : rules_.exprs) {
            const auto* asks = std::get_if<model::Knownness>(&expr.node);
            if (asks == nullptr || asks->value.is_none()) continue;
            for (const model::FieldUse& use : model::fields_behind(rules_, asks->value)) {
                if (use.student_field) asked_for_.insert(use.student_field);
            }
        }
    }

    void look() {
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            const model::SignalId id(i);
            const model::Signal& signal = rules_.signal(id);
            const ast::Declaration* declared = at_.signal(signal.name);
            if (signal.kind != model::SignalKind::signal || declared == nullptr) continue;
            if (!at_.is_ours_and_tried(declared->span.source)) continue;
            const std::vector<analyse::AtomId> needed = needed_by(signal);
            if (!needed.empty()) report(id, std::get<ast::Signal>(declared->node).name.span, needed);
        }
    }

  private:
    [[nodiscard]] const model::StudentFieldValue* field_of(analyse::AtomId id) const {
        const analyse::Atom& atom = at_.formulas().atom(id);
        if (atom.kind != analyse::Atom::Kind::value) return nullptr;
        return std::get_if<model::StudentFieldValue>(&rules_.expr(atom.expr).node);
    }

    // The fields without which no level holds or fails, and that nothing is said of.
    [[nodiscard]] std::vector<analyse::AtomId> needed_by(const model::Signal& signal) {
        std::vector<FormulaId> levels;
        for (const model::SeverityLevel& level : signal.levels) {
            if (at_.is_free(level.condition)) return {};
            levels.push_back(at_.formulas().of(level.condition));
        }
        const FormulaId any = at_.formulas().any(std::move(levels));
        std::vector<analyse::AtomId> needed;
        for (const analyse::AtomId atom : at_.formulas().atoms_of(any)) {
            const model::StudentFieldValue* field = field_of(atom);
            if (field == nullptr || field->field == rules_.schema->start) continue;
            if (asked_for_.contains(field->field) || is_expected(signal, field->field)) continue;
            const FormulaId known = at_.formulas().is_known(atom);
            if (at_.can_be({{known, Answers::no}, {any, Answers::yes | Answers::no}})) continue;
            needed.push_back(atom);
        }
        return needed;
    }

    // `verwacht signaal … onbepaald`, of a student who is not given the field.
    [[nodiscard]] bool is_expected(const model::Signal& signal, FieldId field) const {
        return std::ranges::any_of(rules_.examples, [&](const model::Example& example) {
            const bool is_given = std::ranges::any_of(
                example.fields, [field](const model::ExampleField& one) { return one.field == field; });
            return !is_given && std::ranges::any_of(example.expectations, [&](const model::Expectation& expectation) {
                const auto* expected = std::get_if<model::SignalExpectation>(&expectation.what);
                return expected != nullptr && !expectation.negated && expected->signal &&
                       &rules_.signal(expected->signal) == &signal &&
                       expected->state == model::SignalExpectation::State::undetermined;
            });
        });
    }
    // Where the signal itself reads the field; else its name.
    [[nodiscard]] std::optional<Span> place_of(model::ExprId id, FieldId field) const {
        const model::Expr& expr = rules_.expr(id);
        const auto* read = std::get_if<model::StudentFieldValue>(&expr.node);
        if (read != nullptr && read->field == field) return expr.origin;
        std::optional<Span> found;
        model::for_each_child(rules_, expr.node, [&](model::ExprId child) {
            if (!found) found = place_of(child, field);
        });
        return found;
    }

    void report(model::SignalId id, const Span& name, const std::vector<analyse::AtomId>& needed) {
        const model::Signal& signal = rules_.signal(id);
        const FieldId field = field_of(needed.front())->field;
        const std::string& words = rules_.schema->field(field).name;
        Diagnostic diagnostic;
        diagnostic.code = Code::W119;
        diagnostic.span = name;
        for (const model::SeverityLevel& level : signal.levels) {
            if (const std::optional<Span> place = place_of(level.condition, field)) {
                diagnostic.span = *place;
                break;
            }
        }
        const std::string asks = words + ' ' + at_.word(name, Word::is) + ' ' + at_.word(name, Word::unknown);
        diagnostic.arguments = {words, signal.name, asks};
        Wants wants = {{at_.formulas().of_phases(signal.phases), yes}};
        for (const analyse::AtomId atom : needed) wants.push_back({at_.formulas().is_known(atom), Answers::no});
        for (const model::ExprId unless : signal.unless) wants.push_back({at_.formulas().of(unless), not_yes});
        model::SignalExpectation expected;
        expected.signal = id;
        expected.state = model::SignalExpectation::State::undetermined;
        model::Expectation expectation;
        expectation.what = expected;
        at_.add_witness(diagnostic, {wants}, {expectation}, {"zonder " + words, "without " + words});
        at_.report(std::move(diagnostic));
    }

    AtHand& at_;
    const model::RuleSet& rules_;
    std::set<FieldId> asked_for_;
};

}  // namespace

void look_at_unknown(AtHand& at) {
    if (!at.rules().examples.empty()) UnknownLook(at).look();
}

}  // namespace wegwijzer::thinking
