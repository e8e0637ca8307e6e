#include "engine/explain/why_not_needed.h"

#include <algorithm>
#include <optional>

#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {
namespace {

using model::ExprId;

class Words {
  public:
    Words(const Redactor& redactor, const Cohort& cohort, std::size_t student, Date reference_date, Language language)
        : redactor_(redactor),
          rules_(redactor.rules()),
          cohort_(cohort),
          student_(student),
          reference_date_(reference_date),
          language_(language) {}

    [[nodiscard]] std::string of(ExprId id) const {
        const model::Expr& expr = rules_.expr(id);
        if (const auto* all = std::get_if<model::And>(&expr.node)) {
            std::string words;
            for (const ExprId operand : all->operands)
                words += (words.empty() ? "" : say(" en ", " and ")) + of(operand);
            return words;
        }
        if (const auto* signal = std::get_if<model::SignalState>(&expr.node)) {
            const model::Signal& declared = rules_.signal(signal->signal);
            const Localized kind = texts::kind_of(declared.kind);
            const bool is_neuter = declared.kind == model::SignalKind::signal;
            return (language_ == Language::nl ? (is_neuter ? "het " : "de ") + kind.nl : "the " + kind.en) + " " +
                   title_of(declared) + say(" geldt", " holds");
        }
        if (const auto* named = std::get_if<model::ConceptValue>(&expr.node)) {
            const model::Concept& declared = rules_.concept_of(named->concept_id);
            if (!declared.title.empty()) return as_part(declared.title);
            return of(declared.expr);
        }
        if (const auto* existence = std::get_if<model::Existence>(&expr.node)) {
            if (auto words = happened(*existence, id)) return *words;
        }
        return redactor_.words_of(expr.origin);
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
    [[nodiscard]] std::optional<std::string> happened(const model::Existence& node, ExprId id) const {
        if (node.quantifier != model::Quantifier::at_least || node.selection.of_signals()) return std::nullopt;
        trace::StepId root;
        const trace::Trace trace = trace::evaluate_expr(rules_, cohort_, student_, reference_date_, id, &root);
        const Series& series = rules_.schema->series_of(node.selection.series);
        const SeriesData& data = cohort_.series[node.selection.series.index()];
        std::optional<Date> last;
        for (const trace::EventSeen& event : trace.step(root).events) {
            const Column& dates = data.columns[series.date_field.index()];
            const bool counts = event.passes == Tri::yes && event.in_period == Tri::yes && !event.skipped;
            if (!counts || !dates.is_known(event.row)) continue;
            last = last ? std::max(*last, dates.date_at(event.row)) : dates.date_at(event.row);
        }
        if (!last) return std::nullopt;
        std::string noun = series.singular;
        std::ranges::replace(noun, '_', ' ');
        const std::string day = format_date(*last, language_);
        if (language_ == Language::nl) return "er was op " + day + " al een " + noun;
        const bool has_vowel = std::string_view("aeiouAEIOU").find(noun.front()) != std::string_view::npos;
        return std::string("there was already ") + (has_vowel ? "an " : "a ") + noun + " on " + day;
    }

    const Redactor& redactor_;
    const model::RuleSet& rules_;
    const Cohort& cohort_;
    std::size_t student_;
    Date reference_date_;
    Language language_;
};

}  // namespace

std::string why_not_needed(const Redactor& redactor, const Cohort& cohort, std::size_t student, Date reference_date,
                           const NotNeededReport& report, Language language) {
    if (report.condition.is_none()) return report.because;
    return Words(redactor, cohort, student, reference_date, language).of(report.condition);
}

}  // namespace wegwijzer::explain
