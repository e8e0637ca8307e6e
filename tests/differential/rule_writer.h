// Writes rule sets from C++, as the checker would make them from text: every expression has words of its own (a span), so
// that a fault tells which words it is about.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"

namespace wegwijzer::test {

// The records of these tests: one field of every kind, three series and one with `geldt laatste per`.
struct Records {
    // student
    static constexpr FieldId key{0}, opleiding{1}, woonplaats{2}, start{3}, gesprek_op{4}, motivatie{5}, grootte{6},
        aandeel{7}, reistijd{8}, werkt{9}, vooropleiding{10};
    // series
    static constexpr SeriesId toetsen{0}, presenties{1}, gesprekken{2}, pogingen{3};
    static constexpr SeriesFieldId toets_datum{0}, toets_vak{1}, toets_cijfer{2}, toets_grootte{3}, toets_gehaald{4},
        toets_niveau{5};
    static constexpr SeriesFieldId presentie_aandeel{0}, presentie_datum{1}, presentie_duur{2};
    static constexpr SeriesFieldId gesprek_datum{0}, gesprek_soort{1}, gesprek_vervolg{2}, gesprek_verslag{3};
    static constexpr SeriesFieldId poging_datum{0}, poging_vak{1}, poging_cijfer{2};
    static constexpr model::ChoiceDomainId niveaus{0};  // of vooropleiding, toets_niveau and gesprek_soort
    static constexpr std::uint32_t niveau_count = 4;
};
// `with_start` false: a pack without a field marked `start`.
[[nodiscard]] std::shared_ptr<const Schema> make_schema(bool with_start);

class RuleWriter {
  public:
    explicit RuleWriter(std::shared_ptr<const Schema> schema);

    model::RuleSet rules;

    model::ExprId add(model::ExprNode node, model::ValueType type);
    model::ExprId add(model::ExprNode node, model::ValueKind kind) { return add(std::move(node), type_of(kind)); }
    [[nodiscard]] static model::ValueType type_of(model::ValueKind kind);
    [[nodiscard]] model::ValueType type_of(FieldId field) const;
    [[nodiscard]] model::ValueType type_of(SeriesId series, SeriesFieldId field) const;
    [[nodiscard]] Span new_span();

    model::ExprId number(std::string_view text);
    model::ExprId micros(std::int64_t micros);
    model::ExprId date(Date day);
    model::ExprId text(std::string words);
    model::ExprId choice(std::uint32_t index);
    model::ExprId truth(bool value);
    model::ExprId severity(model::Severity value);
    model::ExprId field(FieldId field);
    model::ExprId event_field(SeriesId series, SeriesFieldId field);
    model::ExprId compare(model::CompareOp op, model::ExprId left, model::ExprId right);
    model::ExprId arithmetic(model::ArithmeticOp op, model::ExprId left, model::ExprId right, model::ValueKind kind,
                             bool single_division = false);
    model::ExprId aggregate(model::AggregateFunction function, SeriesId series, SeriesFieldId field,
                            model::ExprId filter = {}, model::PeriodId period = {});
    model::ExprId existence(model::Quantifier quantifier, model::ExprId count, SeriesId series,
                            model::ExprId filter = {}, model::PeriodId period = {});
    model::PeriodId period(model::Period period);
    model::PeriodId last(std::int64_t count, LengthUnit unit);
    model::ConceptId name_concept(model::ExprId expr);
    model::SignalId signal(model::ExprId condition, model::Severity severity = model::Severity::medium);
    model::PolicyId policy(model::ExprId condition);

    // Takes the rule set out.
    [[nodiscard]] model::RuleSet finish() && { return std::move(rules); }

  private:
    std::uint32_t words_ = 0;
};

}  // namespace wegwijzer::test
