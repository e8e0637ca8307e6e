#include "api/run/data_view.h"

#include <algorithm>
#include <map>
#include <string>

namespace wegwijzer::run {
namespace {

using model::ExprId;

// The texts that a field is compared with, with their places.
class ComparedTexts {
  public:
    explicit ComparedTexts(const model::RuleSet& rules) : rules_(rules) {
        for (const model::Expr& expr : rules.exprs) {
            if (const auto* comparison = std::get_if<model::Comparison>(&expr.node)) {
                add(comparison->left, comparison->right);
                add(comparison->right, comparison->left);
            } else if (const auto* one_of = std::get_if<model::OneOf>(&expr.node)) {
                for (const ExprId option : one_of->options) add(one_of->value, option);
            }
        }
    }
    [[nodiscard]] const std::map<model::FieldUse, std::vector<ExprId>>& all() const { return texts_; }

  private:
    void add(ExprId side, ExprId other) {
        const auto* literal = std::get_if<model::Literal>(&rules_.expr(other).node);
        if (literal == nullptr || !std::holds_alternative<std::string>(literal->value)) return;
        const model::ExprNode& node = rules_.expr(side).node;
        if (const auto* field = std::get_if<model::StudentFieldValue>(&node)) {
            texts_[{field->field, {}, {}}].push_back(other);
        } else if (const auto* event = std::get_if<model::EventFieldValue>(&node)) {
            texts_[{{}, event->series, event->field}].push_back(other);
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            if (aggregate->field && !aggregate->selection.of_signals()) {
                texts_[{{}, aggregate->selection.series, aggregate->field}].push_back(other);
            }
        }
    }

    const model::RuleSet& rules_;
    std::map<model::FieldUse, std::vector<ExprId>> texts_;
};

const std::string& text_of(const model::RuleSet& rules, ExprId literal) {
    return std::get<std::string>(std::get<model::Literal>(rules.expr(literal).node).value);
}

}  // namespace

io::Visibility visibility_of(const Schema& schema, const explain::Reader& reader) {
    return {[&schema, reader](FieldId field) { return reader.may_see(schema.field(field).privacy); },
            [&schema, reader](SeriesId series) { return reader.may_see_events(schema.series_of(series)); },
            [&schema, reader](SeriesId series, SeriesFieldId field) {
                return reader.may_see(schema, model::FieldUse{{}, series, field});
            }};
}

std::vector<Diagnostic> case_warnings(const model::RuleSet& rules, const Cohort& cohort,
                                      const explain::Reader& reader) {
    const Schema& schema = *rules.schema;
    std::vector<Diagnostic> found;
    const ComparedTexts compared(rules);
    for (const auto& [use, literals] : compared.all()) {
        if (!reader.may_see(schema, use)) continue;
        const bool of_student = !use.student_field.is_none();
        const Field& field = of_student ? schema.field(use.student_field)
                                        : schema.series_of(use.series).fields[use.series_field.index()];
        if (field.type.kind != FieldKind::text && field.type.kind != FieldKind::key) continue;
        const Column& column = of_student ? cohort.columns[use.student_field.index()]
                                          : cohort.series[use.series.index()].columns[use.series_field.index()];
        std::vector<std::string> texts;
        for (const ExprId literal : literals) texts.push_back(text_of(rules, literal));
        for (const io::CaseOnlyMatch& match : io::find_case_only_matches(column, texts)) {
            for (const ExprId literal : literals) {
                if (text_of(rules, literal) != match.literal) continue;
                Diagnostic warning;
                warning.code = Code::G025;
                warning.span = rules.expr(literal).origin;
                warning.arguments = {match.in_data, match.literal, field.name};
                found.push_back(std::move(warning));
            }
        }
    }
    return found;
}

}  // namespace wegwijzer::run
