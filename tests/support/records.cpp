#include <boost/test/unit_test.hpp>
#include <utility>

#include "tests/support/rule_set_builder.h"

namespace wegwijzer::test {
namespace {

std::uint32_t choice_index(const FieldType& type, std::string_view name) {
    for (std::uint32_t i = 0; i < type.choices.size(); ++i) {
        if (type.choices[i].name == name) return i;
    }
    BOOST_FAIL("no such choice: " << name);
    return 0;
}

// Calls the setter of the type's kind on `builder`; `field` is a FieldId, or a SeriesId and a SeriesFieldId.
template <class... FieldIds>
void set_value(CohortBuilder& builder, const FieldType& type, std::string_view value, FieldIds... field) {
    switch (type.kind) {
        case FieldKind::key:
        case FieldKind::text: return builder.set_text(field..., value);
        case FieldKind::number:
        case FieldKind::integer:
        case FieldKind::grade:
        case FieldKind::percentage:
        case FieldKind::duration: return builder.set(field..., dec(value));
        case FieldKind::date: return builder.set(field..., day(value));
        case FieldKind::boolean: return builder.set_boolean(field..., value == "ja");
        case FieldKind::choice: return builder.set_choice(field..., choice_index(type, value));
    }
}

}  // namespace

Records::Records(std::shared_ptr<const Schema> schema) : schema_(std::move(schema)) {}

Records& Records::student(std::string_view key) {
    steps_.emplace_back([key = std::string(key)](CohortBuilder& builder) { BOOST_REQUIRE(builder.add_student(key)); });
    return *this;
}

Records& Records::set(std::string_view field, std::string_view value) {
    const FieldId id = schema_->find_field(field);
    BOOST_REQUIRE_MESSAGE(!id.is_none(), "no such field: " << field);
    if (value.empty()) return *this;
    steps_.emplace_back([type = schema_->field(id).type, id, value = std::string(value)](CohortBuilder& builder) {
        set_value(builder, type, value, id);
    });
    return *this;
}

Records& Records::supply(std::string_view series) {
    const SeriesId id = schema_->find_series(series);
    BOOST_REQUIRE_MESSAGE(!id.is_none(), "no such series: " << series);
    steps_.emplace_back([id](CohortBuilder& builder) { builder.supply(id); });
    return *this;
}

Records& Records::complete_to(std::string_view series, std::string_view iso) {
    const SeriesId id = schema_->find_series(series);
    BOOST_REQUIRE_MESSAGE(!id.is_none(), "no such series: " << series);
    steps_.emplace_back([id, last = day(iso)](CohortBuilder& builder) { builder.complete_to(id, last); });
    return *this;
}

Records& Records::event(std::string_view series, std::vector<std::string> values) {
    const SeriesId id = schema_->find_series(series);
    BOOST_REQUIRE_MESSAGE(!id.is_none(), "no such series: " << series);
    steps_.emplace_back(
        [fields = schema_->series_of(id).fields, id, values = std::move(values)](CohortBuilder& builder) {
            builder.add_event(id, static_cast<std::uint32_t>(builder.students() - 1));
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (!values[i].empty()) set_value(builder, fields[i].type, values[i], id, SeriesFieldId(i));
            }
        });
    return *this;
}

Cohort Records::finish() const {
    CohortBuilder builder(schema_);
    for (const auto& step : steps_) step(builder);
    return std::move(builder).finish();
}

}  // namespace wegwijzer::test
