#include "engine/explain/why_not_needed.h"

#include <algorithm>
#include <optional>

#include "engine/explain/events_shown.h"
#include "engine/explain/line_places.h"
#include "engine/explain/texts.h"
#include "engine/model/walk.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {
namespace {

using model::ExprId;

class Words {
  public:
    Words(const Redactor& redactor, const Cohort& cohort, const LinePlaces& places, std::size_t student,
          Date reference_date, Language language)
        : redactor_(redactor),
          rules_(redactor.rules()),
          cohort_(cohort),
          places_(places),
          student_(student),
          reference_date_(reference_date),
          language_(language) {}

    [[nodiscard]] Phrase of(ExprId id) const {
        const model::Expr& expr = rules_.expr(id);
        if (const auto* all = std::get_if<model::And>(&expr.node)) {
            Phrase words;
            for (const ExprId operand : all->operands)
                words.add(words.empty() ? "" : say(" en ", " and ")).add(of(operand));
            return words;
        }
        if (const auto* signal = std::get_if<model::SignalState>(&expr.node)) {
            const model::Signal& declared = rules_.signal(signal->signal);
            const Localized kind = texts::kind_of(declared.kind);
            const bool is_neuter = declared.kind == model::SignalKind::signal;
            return Phrase((language_ == Language::nl ? (is_neuter ? "het " : "de ") + kind.nl : "the " + kind.en) +
                          " " + title_of(declared) + say(" geldt", " holds"));
        }
        if (const auto* named = std::get_if<model::ConceptValue>(&expr.node)) {
            const model::Concept& declared = rules_.concept_of(named->concept_id);
            if (!declared.title.empty()) return Phrase(as_part(declared.title));
            return of(declared.expr);
        }
        if (const auto* existence = std::get_if<model::Existence>(&expr.node)) {
            if (auto words = happened(*existence, id)) return *words;
        }
        return Phrase(redactor_.words_of(expr.origin));
    }

  private:
    // A title in the middle of a sentence: without its capital, unless it is an abbreviation.
    [[nodiscard]] static std::string as_part(std::string title) {
        const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (is_upper(title.front()) && (title.size() == 1 || !is_upper(title[1]))) {
            title.front() = static_cast<char>(title.front() - 'A' + 'a');
        }
        return title;
    }
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }

    // The last of the events that count.
    [[nodiscard]] std::optional<Phrase> happened(const model::Existence& node, ExprId id) const {
        if (node.quantifier != model::Quantifier::at_least || node.selection.of_signals()) return std::nullopt;
        trace::StepId root;
        const trace::Trace trace = trace::evaluate_expr(rules_, cohort_, student_, reference_date_, id, &root);
        const Series& series = rules_.schema->series_of(node.selection.series);
        const Column& dates = cohort_.series[node.selection.series.index()].columns[series.date_field.index()];
        const std::vector<trace::EventSeen>& events = trace.step(root).events;
        std::optional<std::size_t> last;
        const auto day_of = [&](std::size_t index) { return dates.date_at(events[index].row); };
        for (std::size_t i = 0; i < events.size(); ++i) {
            const trace::EventSeen& event = events[i];
            const bool counts = event.passes == Tri::yes && event.in_period == Tri::yes && !event.skipped;
            if (!counts || !dates.is_known(event.row)) continue;
            if (!last || day_of(i) >= day_of(*last)) last = i;
        }
        const std::optional<Node> place = places_.of(id);
        if (!last || !place) return std::nullopt;
        std::string noun = series.singular;
        std::ranges::replace(noun, '_', ' ');
        const ShownValue day = event_day(*place / "events" / 0 / *last, day_of(*last), reference_date_, language_);
        if (language_ == Language::nl) return Phrase("er was op ").add(day).add(" al een " + noun);
        const bool has_vowel = std::string_view("aeiouAEIOU").find(noun.front()) != std::string_view::npos;
        return Phrase(std::string("there was already ") + (has_vowel ? "an " : "a ") + noun + " on ").add(day);
    }

    const Redactor& redactor_;
    const model::RuleSet& rules_;
    const Cohort& cohort_;
    const LinePlaces& places_;
    std::size_t student_;
    Date reference_date_;
    Language language_;
};

// Where those have their lines hangs on how the conditions came out.
bool reads_concepts(const model::RuleSet& rules, ExprId id) {
    const model::ExprNode& node = rules.expr(id).node;
    bool found = std::holds_alternative<model::ConceptValue>(node);
    model::for_each_child(rules, node, [&](ExprId child) { found = found || reads_concepts(rules, child); });
    return found;
}

}  // namespace

Phrase why_not_needed(const Redactor& redactor, const Cohort& cohort, std::size_t student, Date reference_date,
                      const NotNeededReport& report, const Node& place, Language language) {
    if (report.condition.is_none()) return Phrase(report.because);
    const model::RuleSet& rules = redactor.rules();
    const model::Policy& policy = rules.policy(report.policy);
    LinePlaces places(rules);
    if (reads_concepts(rules, report.condition)) {
        places.know(trace::evaluate(rules, cohort, student, reference_date));
    }
    if (!policy.condition.is_none()) places.add(policy.condition, place / "condition");
    for (std::size_t i = 0; i < policy.unless.size(); ++i) places.add(policy.unless[i], place / "unless" / i);
    return Words(redactor, cohort, places, student, reference_date, language).of(report.condition);
}

}  // namespace wegwijzer::explain
