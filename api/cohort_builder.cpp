#include <unordered_map>

#include "api/run/contents.h"
#include "engine/base/unicode.h"
#include "engine/io/cell.h"
#include "engine/io/field_names.h"
#include "engine/io/findings.h"

namespace wegwijzer::api {

struct CohortBuilder::State {
    State(std::shared_ptr<const Rules::Contents> contents, Language asked)
        : rules(std::move(contents)),
          schema(rules->rules().schema),
          builder(schema),
          report(io::empty_report(*schema)),
          language(asked) {
        for (const Field& field : schema->student_fields) cells.emplace_back(field);
        // The readers look at these words: first all of them, then the readers.
        for (std::size_t i = 0; i < schema->series.size(); ++i) {
            field_words.push_back(io::other_field_words(*schema, SeriesId(i)));
            auto& words = choice_words.emplace_back();
            for (std::size_t field = 0; field < schema->series[i].fields.size(); ++field) {
                words.push_back(io::other_choice_words(*schema, SeriesId(i), SeriesFieldId(field)));
            }
        }
        for (std::size_t i = 0; i < schema->series.size(); ++i) {
            const std::vector<Field>& fields = schema->series[i].fields;
            auto& readers = series_cells.emplace_back();
            for (std::size_t field = 0; field < fields.size(); ++field) {
                readers.emplace_back(fields[field], choice_words[i][field]);
            }
        }
    }

    io::DataFinding& find(Code code, std::string_view value, std::string_view column) {
        io::DataFinding& finding = report.findings.emplace_back();
        finding.code = code;
        finding.value = io::shortened(value);
        finding.column_name = std::string(column);
        return finding;
    }
    void unknown_name(std::string_view name) { find(Code::N101, {}, {}).detail = "`" + std::string(name) + "`"; }
    SeriesId series_of(std::string_view name) {
        SeriesId id = schema->find_series(name);
        if (id.is_none()) id = io::find_built_in_series(*schema, name);
        if (id.is_none()) find(Code::N104, name, {});
        return id;
    }
    // Reads one value; an invalid one is a finding, and unknown.
    io::Cell read(io::CellReader& reader, std::string_view value) {
        const io::Cell cell = reader.read(io::clean(value, scratch), '.');
        if (cell.state == io::Cell::State::invalid) {
            io::DataFinding& finding = find(Code::G007, value, reader.field().name);
            finding.detail = {"ongeldige waarde", "invalid value"};
            finding.reason = reader.reason();
        }
        return cell;
    }

    std::shared_ptr<const Rules::Contents> rules;
    std::shared_ptr<const Schema> schema;
    wegwijzer::CohortBuilder builder;
    io::ReadReport report;
    Language language;
    std::vector<io::CellReader> cells;
    // Of the built-in series, in the language in which the schema doesn't name them.
    std::vector<std::vector<std::string_view>> field_words;
    std::vector<std::vector<std::vector<std::string_view>>> choice_words;
    std::vector<std::vector<io::CellReader>> series_cells;
    std::string scratch;
    std::optional<std::uint32_t> current;  // the student that was started last, unless it was set aside
};

CohortBuilder::CohortBuilder(const Rules& rules, Language language)
    : state_(std::make_unique<State>(rules.shared(), language)) {}
CohortBuilder::~CohortBuilder() = default;
CohortBuilder::CohortBuilder(CohortBuilder&&) noexcept = default;
CohortBuilder& CohortBuilder::operator=(CohortBuilder&&) noexcept = default;

CohortBuilder& CohortBuilder::student(std::string_view key) {
    if (!state_) return *this;
    State& state = *state_;
    const std::string clean = to_nfc_trimmed(key);
    const std::string& name = state.schema->field(state.schema->key).name;
    state.current.reset();
    if (clean.empty() || !state.builder.add_student(clean)) {
        state.find(clean.empty() ? Code::G008 : Code::G010, clean, name);
        ++state.report.set_aside_students;
        return *this;
    }
    state.current = static_cast<std::uint32_t>(state.builder.students() - 1);
    ++state.report.students;
    return *this;
}

CohortBuilder& CohortBuilder::set(std::string_view field, std::string_view value) {
    if (!state_ || !state_->current) return *this;
    State& state = *state_;
    const FieldId id = state.schema->find_field(field);
    if (id.is_none() || id == state.schema->key) {
        state.unknown_name(field);
        return *this;
    }
    const io::Cell cell = state.read(state.cells[id.index()], value);
    if (cell.state == io::Cell::State::invalid) ++state.report.invalid_cells[id.index()];
    if (cell.state == io::Cell::State::known) {
        io::store(state.builder, id, state.schema->field(id).type.kind, cell);
    }
    return *this;
}

CohortBuilder& CohortBuilder::event(std::string_view series,
                                    const std::vector<std::pair<std::string_view, std::string_view>>& fields) {
    if (!state_ || !state_->current) return *this;
    State& state = *state_;
    const SeriesId id = state.series_of(series);
    if (id.is_none()) return *this;
    state.builder.add_event(id, *state.current);
    ++state.report.events[id.index()];
    const Series& declared = state.schema->series_of(id);
    for (const auto& [name, value] : fields) {
        const std::vector<std::string_view>& words = state.field_words[id.index()];
        const auto is_called = [&](std::size_t field) {
            return declared.fields[field].name == name || (field < words.size() && words[field] == name);
        };
        std::size_t index = 0;
        while (index < declared.fields.size() && !is_called(index)) ++index;
        if (index == declared.fields.size()) {
            state.unknown_name(name);
            continue;
        }
        const io::Cell cell = state.read(state.series_cells[id.index()][index], value);
        if (cell.state == io::Cell::State::invalid) ++state.report.invalid_series_cells[id.index()][index];
        if (cell.state == io::Cell::State::known) {
            io::store(state.builder, id, SeriesFieldId(index), declared.fields[index].type.kind, cell);
        }
    }
    return *this;
}

CohortBuilder& CohortBuilder::supply(std::string_view series) {
    if (!state_) return *this;
    const SeriesId id = state_->series_of(series);
    if (!id.is_none()) state_->builder.supply(id);
    return *this;
}

CohortBuilder& CohortBuilder::not_supplied(std::string_view series) {
    if (!state_ || !state_->current) return *this;
    const SeriesId id = state_->series_of(series);
    if (!id.is_none()) state_->builder.mark_not_supplied(id, *state_->current);
    return *this;
}

CohortBuilder& CohortBuilder::complete_to(std::string_view series, std::string_view day) {
    if (!state_) return *this;
    const SeriesId id = state_->series_of(series);
    if (id.is_none()) return *this;
    if (const std::optional<Date> date = parse_iso_date(day)) {
        state_->builder.complete_to(id, *date);
        return *this;
    }
    io::DataFinding& finding = state_->find(Code::G007, day, "t/m");
    finding.detail = {"ongeldige datum", "invalid date"};
    ++state_->report.invalid_completeness_cells[id.index()];
    return *this;
}

Outcome<Cohort> CohortBuilder::finish() {
    if (!state_) return {};
    const std::unique_ptr<State> state = std::move(state_);
    io::ReadResult data{std::move(state->builder).finish(), std::move(state->report)};
    return made_cohort(state->rules, std::move(data), state->language);
}

}  // namespace wegwijzer::api
