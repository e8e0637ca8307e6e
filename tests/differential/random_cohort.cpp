#include "tests/differential/random_cohort.h"

#include <fmt/format.h>

#include <array>

#include "tests/differential/random_rules.h"

namespace wegwijzer::test {

namespace {

constexpr std::array texts{"wiskunde", "taal", "ICT", "zorg", "natuurkunde"};

class RandomCohort {
  public:
    RandomCohort(Random& random, std::shared_ptr<const Schema> schema)
        : random_(random), schema_(schema), build_(std::move(schema)) {}

    Cohort make(CohortSize size) {
        std::vector<bool> supplied;
        for (std::size_t i = 0; i < schema_->series.size(); ++i) {
            supplied.push_back(!random_.one_in(10));
            if (supplied[i]) build_.supply(SeriesId(i));
            if (random_.one_in(4)) build_.complete_to(SeriesId(i), date(0, 70));
        }
        // How often a value is unknown differs from cohort to cohort, and may be never.
        holes_ = random_.one_in(4) ? 0 : static_cast<std::uint64_t>(random_.between(3, 12));
        for (std::size_t student = 0; student < size.students; ++student) {
            build_.add_student(fmt::format("S{:04}", student));
            for (std::size_t i = 0; i < schema_->student_fields.size(); ++i)
                if (FieldId(i) != schema_->key)
                    set(schema_->student_fields[i].type, [&](auto... value) { put(FieldId(i), value...); });
        }
        for (std::size_t i = 0; i < schema_->series.size(); ++i)
            if (supplied[i]) make_events(SeriesId(i), size);
        return std::move(build_).finish();
    }

  private:
    void make_events(SeriesId series, CohortSize size) {
        const bool has_undated = random_.one_in(2);
        // Students in any order: the builder sorts.
        for (std::size_t i = 0; i < size.students; ++i) {
            const auto student = static_cast<std::uint32_t>(size.students - 1 - i);
            if (random_.one_in(9)) {
                build_.mark_not_supplied(series, student);
                continue;
            }
            for (std::uint64_t count = random_.below(size.most_events + 1); count > 0; --count) {
                build_.add_event(series, student);
                const Series& of = schema_->series_of(series);
                for (std::size_t field = 0; field < of.fields.size(); ++field) {
                    const SeriesFieldId id(field);
                    if (id == of.date_field) {
                        if (!has_undated || !random_.one_in(8)) build_.set(series, id, date(-30, 60));
                        continue;
                    }
                    set(of.fields[field].type, [&](auto... value) { put(series, id, value...); });
                }
            }
        }
    }

    // Sometimes leaves it unknown.
    template <class Put>
    void set(const FieldType& type, Put put) {
        if (holes_ != 0 && random_.one_in(holes_)) return;
        switch (type.kind) {
            case FieldKind::key:
            case FieldKind::text: return put(Text{texts[random_.below(texts.size())]});
            case FieldKind::grade: return put(Decimal::from_micros(random_.between(10, 100) * 100'000));
            case FieldKind::percentage: return put(Decimal::from_micros(random_.between(0, 20) * 50'000));
            case FieldKind::integer: return put(Decimal::from_integer(random_.between(0, 5)));
            case FieldKind::number: return put(some_number());
            case FieldKind::duration: return put(Decimal::from_integer(random_.between(0, 90)));
            case FieldKind::date: return put(date(-60, 70));
            case FieldKind::boolean: return put(random_.one_in(2));
            case FieldKind::choice:
                if (type.choices.empty()) return;  // the interventions of a pack without any
                return put(static_cast<std::uint32_t>(random_.below(type.choices.size())));
        }
    }

    struct Text {
        std::string_view words;
    };
    void put(FieldId id, Text text) { build_.set_text(id, text.words); }
    void put(FieldId id, Decimal value) { build_.set(id, value); }
    void put(FieldId id, Date value) { build_.set(id, value); }
    void put(FieldId id, bool value) { build_.set_boolean(id, value); }
    void put(FieldId id, std::uint32_t value) { build_.set_choice(id, value); }
    void put(SeriesId series, SeriesFieldId id, Text text) { build_.set_text(series, id, text.words); }
    void put(SeriesId series, SeriesFieldId id, Decimal value) { build_.set(series, id, value); }
    void put(SeriesId series, SeriesFieldId id, Date value) { build_.set(series, id, value); }
    void put(SeriesId series, SeriesFieldId id, bool value) { build_.set_boolean(series, id, value); }
    void put(SeriesId series, SeriesFieldId id, std::uint32_t value) { build_.set_choice(series, id, value); }

    Date date(std::int64_t from, std::int64_t to) {
        return Date::from_days(some_monday + static_cast<std::int32_t>(random_.between(from, to)));
    }

    Decimal some_number() {
        switch (random_.below(6)) {
            case 0: return Decimal{};
            case 1: return Decimal::from_micros(random_.any_size());
            case 2:
                return Decimal::from_micros(random_.one_in(2) ? 9'000'000'000'000'000'000 : -9'000'000'000'000'000'000);
            case 3: return Decimal::from_micros(random_.between(1, 9) * 500'000);
            default: return Decimal::from_integer(random_.between(1, 5));
        }
    }

    Random& random_;
    std::shared_ptr<const Schema> schema_;
    CohortBuilder build_;
    std::uint64_t holes_ = 0;
};

template <class Set, class SetBoolean, class SetChoice, class SetText>
void copy(const Column& column, std::size_t row, Set set, SetBoolean set_boolean, SetChoice set_choice,
          SetText set_text) {
    if (!column.is_known(row)) return;
    switch (column.kind()) {
        case FieldKind::key:
        case FieldKind::text: return set_text(column.text_at(row));
        case FieldKind::date: return set(column.date_at(row));
        case FieldKind::boolean: return set_boolean(column.boolean_at(row));
        case FieldKind::choice: return set_choice(static_cast<std::uint32_t>(column.raw_at(row)));
        default: return set(column.decimal_at(row));
    }
}

}  // namespace

Cohort random_cohort(Random& random, std::shared_ptr<const Schema> schema, CohortSize size) {
    return RandomCohort(random, std::move(schema)).make(size);
}

Cohort alone(const Cohort& cohort, std::size_t student) {
    CohortBuilder build(cohort.schema);
    build.add_student(cohort.key_of(student));
    for (std::size_t i = 1; i < cohort.columns.size(); ++i) {
        const FieldId field(i);
        copy(
            cohort.columns[i], student, [&](auto value) { build.set(field, value); },
            [&](bool value) { build.set_boolean(field, value); },
            [&](std::uint32_t value) { build.set_choice(field, value); },
            [&](std::string_view value) { build.set_text(field, value); });
    }
    for (std::size_t i = 0; i < cohort.series.size(); ++i) {
        const SeriesData& data = cohort.series[i];
        const SeriesId series(i);
        if (data.complete_to) build.complete_to(series, *data.complete_to);
        if (!data.supplied) continue;
        build.supply(series);
        if (!data.supplied_for(student)) {
            build.mark_not_supplied(series, 0);
            continue;
        }
        for (std::size_t row = data.offsets[student]; row < data.offsets[student + 1]; ++row) {
            build.add_event(series, 0);
            for (std::size_t at = 0; at < data.columns.size(); ++at) {
                const SeriesFieldId field(at);
                copy(
                    data.columns[at], row, [&](auto value) { build.set(series, field, value); },
                    [&](bool value) { build.set_boolean(series, field, value); },
                    [&](std::uint32_t value) { build.set_choice(series, field, value); },
                    [&](std::string_view value) { build.set_text(series, field, value); });
            }
        }
    }
    return std::move(build).finish();
}

}  // namespace wegwijzer::test
