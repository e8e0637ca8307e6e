// voorbeeld: what it names is there, the values it gives fit, and what it expects can come out. Gives the model's example.
#include <algorithm>
#include <array>

#include "dsl/check/cells.h"
#include "dsl/check/clauses.h"
#include "dsl/check/constants.h"
#include "dsl/check/passes.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::checking {

namespace {

model::Severity severity_of(ast::Level level) {
    switch (level) {
        case ast::Level::low: return model::Severity::low;
        case ast::Level::medium: return model::Severity::medium;
        case ast::Level::high: return model::Severity::high;
    }
    return model::Severity::medium;
}

class ExampleChecker {
  public:
    ExampleChecker(Context& context, const Declared<ast::Example>& declared)
        : context_(context), declared_(declared), file_(*declared.file), once_(context) {}

    model::Example check() {
        example_.title = declared_->title.value;
        example_.origin = declared_.declaration->span;
        example_.keyword = declared_.declaration->keyword;
        bool has_day = false;
        for (const ast::ExampleClause& clause : declared_->clauses) {
            switch (clause.kind) {
                case ast::ExampleClause::Kind::on:
                    has_day = true;
                    if (once_.first_time(word(file_, Word::on), clause.span))
                        example_.on = date_of(clause.date).value_or(Date{});
                    break;
                case ast::ExampleClause::Kind::given: check_given(clause.given, clause.span); break;
                case ast::ExampleClause::Kind::set: check_setting(clause); break;
                case ast::ExampleClause::Kind::expect: check_expectation(clause); break;
            }
        }
        if (!declared_.declaration->incomplete) check_completeness(has_day);
        return std::move(example_);
    }

  private:
    [[nodiscard]] std::optional<Date> date_of(ast::ExprId id) const {
        const auto* literal = id ? std::get_if<ast::DateLiteral>(&file_.expr(id).node) : nullptr;
        return literal != nullptr ? std::optional(literal->date) : std::nullopt;
    }

    void check_completeness(bool has_day) {
        if (!has_day) {
            context_.report(Code::F050, declared_.declaration->keyword,
                            {example_.title, word(file_, Word::on),
                             plain("een voorbeeld gaat over één dag", "an example is about one day"),
                             word(file_, Word::on) + " 2026-11-02"});
        }
        const bool expects = std::ranges::any_of(declared_->clauses, [](const ast::ExampleClause& clause) {
            return clause.kind == ast::ExampleClause::Kind::expect;
        });
        if (!expects) {
            context_.report(Code::W180, declared_.declaration->keyword, {word(file_, Word::expect) + " …"});
        }
    }

    void check_given(const ast::ExampleGiven& given, Span span) {
        if (!given.student) {
            check_rows(given, span);
            return;
        }
        once_.first_time(word(file_, Word::given_student), first_word(span, word(file_, Word::given_student)));
        OncePerDeclaration fields(context_);
        for (const ast::ExampleValue& value : given.values) {
            if (value.field.text.empty()) continue;
            const FieldId id = context_.schema.find_field(value.field.text);
            if (id.is_none()) {
                if (context_.declared.student_data.empty() || is_broken_clause(value.field.text)) continue;
                std::vector<std::string> names;
                for (const Field& field : context_.schema.student_fields) names.push_back(field.name);
                context_.report_unknown(value.field, NameKind::student_field, names);
                continue;
            }
            const Field& field = context_.schema.field(id);
            if (field.privacy.audit_only) {
                context_.report(Code::F054, value.field.span, {field.name});
                continue;
            }
            const bool is_first = fields.first_time(field.name, value.field.span);
            // Of a line that was reported only a part may have been read.
            if (declared_.declaration->incomplete || !context_.field_places[id.index()].is_sound) continue;
            const auto found = check_value(value.value, field, context_.field_domains[id.index()]);
            if (found && is_first) example_.fields.push_back({id, *found});
        }
    }

    // The clause word alone: a clause of many lines is not underlined whole.
    [[nodiscard]] static Span first_word(Span span, const std::string& written) {
        return {span.source, span.begin,
                std::min<std::uint32_t>(span.end, span.begin + static_cast<std::uint32_t>(written.size()))};
    }

    // `gegven toetsen`, with rows behind it that were reported, is read as a value of a field `gegven`.
    [[nodiscard]] bool is_broken_clause(const std::string& name) const {
        if (!declared_.declaration->incomplete) return false;
        std::vector<std::string> openers;
        for (const Word which : {Word::given, Word::expect, Word::set, Word::on}) openers.push_back(word(file_, which));
        return did_you_mean(name, openers).has_value();
    }

    std::optional<model::FieldValue> check_value(ast::ExprId id, const Field& field, model::ChoiceDomainId domain) {
        // A duur is given in days or weeks and a key as text: check_constant asks no more than that.
        ResolvedType type;
        type.field = field.type;
        switch (field.type.kind) {
            case FieldKind::key:
            case FieldKind::text: type.value = type_of(model::ValueKind::text); break;
            case FieldKind::number:
            case FieldKind::integer: type.value = number_in(field.type.unit); break;
            case FieldKind::grade: type.value = type_of(model::ValueKind::grade); break;
            case FieldKind::percentage: type.value = type_of(model::ValueKind::percentage); break;
            case FieldKind::date: type.value = type_of(model::ValueKind::date); break;
            case FieldKind::duration: type.value = type_of(model::ValueKind::duration); break;
            case FieldKind::boolean: type.value = type_of(model::ValueKind::boolean); break;
            case FieldKind::choice:
                type.value = type_of(model::ValueKind::choice);
                type.value.value.choices = domain;
                break;
        }
        auto value = check_constant(context_, file_, id, type, field.name);
        if (!value) return std::nullopt;
        if (!in_days(*value, file_.expr(id).span)) return std::nullopt;
        if (!check_field_bounds(context_, file_, file_.expr(id).span, field, *value)) return std::nullopt;
        return value;
    }

    // A duur of a field or begrip is a number of days.
    bool in_days(model::Constant& value, Span span) {
        const auto* length = std::get_if<Length>(&value);
        if (length == nullptr) return true;
        if (length->unit != LengthUnit::days && length->unit != LengthUnit::weeks) {
            context_.report(Code::F063, span, {context_.quote(span), write_length(file_, 28, LengthUnit::days)});
            return false;
        }
        value = Decimal::from_integer(length->count * (length->unit == LengthUnit::weeks ? 7 : 1));
        return true;
    }

    [[nodiscard]] SeriesId find_series(const std::string& name) const {
        const auto is = [&](const std::array<BuiltInWord, 2>& words) {
            return std::ranges::any_of(words, [&](const BuiltInWord& each) { return name == each.in(file_.language); });
        };
        if (is(followup_words)) return context_.schema.followups;
        if (is(consent_words)) return context_.schema.consents;
        const Symbol* symbol = context_.symbols.series.find(name);
        return symbol == nullptr ? SeriesId{} : SeriesId(symbol->index);
    }

    // A series that exists without declaring has its fields and statuses in the words of this file.
    [[nodiscard]] Series as_written(SeriesId id) const {
        Series series = context_.schema.series_of(id);
        const auto rename = [&](const auto& fields, std::size_t status, const auto& statuses) {
            for (std::size_t i = 0; i < fields.size(); ++i) series.fields[i].name = fields[i].in(file_.language);
            for (std::size_t i = 0; i < statuses.size(); ++i) {
                Choice& choice = series.fields[status].type.choices[i];
                choice.name = statuses[i].in(file_.language);
                choice.written = choice.name;
            }
        };
        if (id == context_.schema.followups) {
            rename(followup_field_words, id_of(FollowUpField::status).index(), followup_status_words);
        } else if (id == context_.schema.consents) {
            rename(consent_field_words, id_of(ConsentField::status).index(), consent_status_words);
        }
        return series;
    }

    void check_rows(const ast::ExampleGiven& given, Span span) {
        const std::string& name = given.series.text;
        if (name.empty()) return;
        const SeriesId id = find_series(name);
        if (id.is_none()) {
            std::vector<std::string> names = context_.symbols.series.names();
            for (const auto& words : {followup_words, consent_words}) {
                for (const BuiltInWord& each : words) names.emplace_back(each.in(file_.language));
            }
            context_.report_unknown(given.series, NameKind::series, names);
            return;
        }
        const Series series = as_written(id);
        if (series.privacy.audit_only) context_.report(Code::F054, given.series.span, {name});
        model::ExampleSeries result;
        result.series = id;
        result.complete_to = date_of(given.complete_to);
        if (!given.rows.empty() && !is_incomplete(id)) read_rows(given.rows, series, result);
        const Span words{span.source, span.begin, given.series.span.end};
        if (once_.first_time(word(file_, Word::given) + ' ' + series.plural, words)) {
            example_.series.push_back(std::move(result));
        }
    }

    static Span place_of(const std::vector<ast::Cell>& cells) {
        return cells.empty() ? Span{}
                             : Span{cells.front().span.source, cells.front().span.begin, cells.back().span.end};
    }
    static bool holds_blank(const std::string& text) { return text.find(' ') != std::string::npos; }
    // All rows agree with each other, and not with the heading: then it is the heading.
    static bool is_heading_out_of_step(const std::vector<std::vector<ast::Cell>>& rows) {
        if (rows.size() < 3 || rows[1].size() == rows.front().size()) return false;
        return std::all_of(rows.begin() + 1, rows.end(),
                           [&](const std::vector<ast::Cell>& row) { return row.size() == rows[1].size(); });
    }
    // Rows behind a part of this example that could not be read may be those of another table.
    [[nodiscard]] bool follows_reading_error(Span span) const {
        const Span whole = declared_.declaration->span;
        return std::ranges::any_of(context_.structural_errors, [&](Span each) {
            return each.source == span.source && whole.begin <= each.begin && each.begin < span.begin;
        });
    }
    // Of a reeks that could not be read whole, or has a name twice, a field may have got the type of another.
    [[nodiscard]] bool is_incomplete(SeriesId id) const {
        if (!std::ranges::all_of(context_.series_places[id.index()], &FieldPlace::is_sound)) return true;
        const std::string& plural = context_.schema.series_of(id).plural;
        return std::ranges::any_of(context_.declared.series, [&](const Declared<ast::Series>& each) {
            return each->plural.text == plural && each.declaration->incomplete;
        });
    }

    void read_rows(const std::vector<std::vector<ast::Cell>>& rows, const Series& series,
                   model::ExampleSeries& result) {
        std::vector<std::string> names;
        for (const Field& field : series.fields) names.push_back(field.name);
        std::vector<SeriesFieldId> columns;
        bool has_unknown_column = false;
        OncePerDeclaration once(context_);
        for (const ast::Cell& cell : rows.front()) {
            const SeriesFieldId field = series.find_field(cell.text);
            columns.push_back(field);
            if (field.is_none()) {
                has_unknown_column = has_unknown_column || !cell.text.empty();
                context_.report_unknown({cell.text, cell.span}, NameKind::series_field, names);
                continue;
            }
            if (series.fields[field.index()].privacy.audit_only) context_.report(Code::F054, cell.span, {cell.text});
            if (!once.first_time(cell.text, cell.span)) columns.back() = {};
        }
        if (is_heading_out_of_step(rows)) {
            if (!has_unknown_column && !declared_.declaration->incomplete) {
                context_.report(Code::F183, place_of(rows.front()),
                                {std::to_string(columns.size()), std::to_string(rows[1].size())});
            }
            return;
        }
        const auto unnamed =
            std::ranges::find_if(rows.front(), [](const ast::Cell& cell) { return cell.text.empty(); });
        if (unnamed != rows.front().end()) {
            if (!has_unknown_column && !declared_.declaration->incomplete)
                context_.report(Code::F184, unnamed->span, {series.plural});
            return;
        }
        for (std::size_t row = 1; row < rows.size(); ++row) {
            const std::vector<ast::Cell>& cells = rows[row];
            if (cells.empty() || follows_reading_error(cells.front().span)) continue;
            if (cells.size() != columns.size() && !declared_.declaration->incomplete) {
                if (has_unknown_column) continue;
                context_.report(Code::F180, place_of(cells),
                                {std::to_string(cells.size()), std::to_string(columns.size())});
                continue;
            }
            model::ExampleEvent event;
            event.values.resize(series.fields.size());
            std::size_t last_wrong = cells.size();  // none yet
            for (std::size_t column = 0; column < std::min(cells.size(), columns.size()); ++column) {
                if (columns[column].is_none()) continue;
                const std::size_t field = columns[column].index();
                const std::size_t found = context_.diagnostics.all().size();
                event.values[field] = read_cell(context_, file_, cells[column], series.fields[field]);
                const bool is_wrong = context_.diagnostics.all().size() > found;
                // A bar that stands wrong spoils the cells on both of its sides.
                if (is_wrong && column > 0 && column - 1 == last_wrong && holds_blank(cells[column - 1].text)) {
                    context_.diagnostics.remove_since(found, [](const Diagnostic&) { return true; });
                }
                if (is_wrong) last_wrong = column;
            }
            result.events.push_back(std::move(event));
        }
    }

    std::optional<std::uint32_t> find_parameter(const ast::Name& name) {
        if (name.text.empty()) return std::nullopt;
        const Symbol* symbol = context_.symbols.values.find(name.text);
        if (symbol != nullptr && symbol->kind == NameKind::parameter) return symbol->index;
        std::vector<std::string> names;
        for (const Declared<ast::Parameter>& each : context_.declared.parameters) names.push_back(each->name.text);
        context_.report_unknown(name, NameKind::parameter, names);
        return std::nullopt;
    }

    void check_setting(const ast::ExampleClause& clause) {
        const auto parameter = find_parameter(clause.parameter);
        if (!parameter || clause.value.is_none()) return;
        const auto value = check_parameter_value(context_, file_, clause.value, *parameter);
        const Span words{clause.span.source, clause.span.begin, clause.parameter.span.end};
        const bool is_first = once_.first_time(word(file_, Word::set) + ' ' + clause.parameter.text, words);
        if (value && is_first) example_.settings.push_back({model::ParameterId(*parameter), *value, clause.span});
    }

    std::optional<model::ParameterExpectation> expected_parameter(const ast::Expectation& expected) {
        const auto parameter = expected.name ? find_parameter(*expected.name) : std::nullopt;
        if (!parameter) return std::nullopt;
        model::ParameterExpectation result{model::ParameterId(*parameter), {}};
        if (expected.value.is_none()) return result;
        result.value = check_parameter_value(context_, file_, expected.value, *parameter);
        return result.value ? std::optional(result) : std::nullopt;
    }

    model::ExprId table_by_name(model::TableId table, const Type& type, Span span) {
        const model::ExprId expr(context_.rules.exprs.size());
        context_.rules.exprs.push_back({model::TableValue{table}, type.value, span});
        return expr;
    }

    std::optional<model::ConceptExpectation> expected_concept(const ast::Expectation& expected) {
        if (!expected.name || expected.name->text.empty()) return std::nullopt;
        const ast::Name& name = *expected.name;
        const Symbol* symbol = context_.symbols.values.find(name.text);
        if (symbol == nullptr || (symbol->kind != NameKind::named_concept && symbol->kind != NameKind::table)) {
            std::vector<std::string> names;
            for (const Declared<ast::Concept>& each : context_.declared.concepts) names.push_back(each->name.text);
            context_.report_unknown(name, NameKind::named_concept, names);
            return std::nullopt;
        }
        ResolvedType type;
        type.field.kind = FieldKind::number;
        model::ConceptExpectation result;
        if (symbol->kind == NameKind::table) {
            type = context_.table_types[symbol->index];
            result.expr = table_by_name(model::TableId(symbol->index), type.value, name.span);
        } else {
            type.value = context_.concept_types[symbol->index];
            result.expr = context_.rules.concepts[symbol->index].expr;
        }
        if (expected.value.is_none()) return result;
        if (!type.value.is_sound) return std::nullopt;
        // A quotient without a unit may be compared with a percentage.
        const auto* literal = std::get_if<ast::NumberLiteral>(&file_.expr(expected.value).node);
        if (type.value.is_ratio && literal != nullptr && literal->kind == ast::NumberLiteral::Kind::percent) {
            type.value = type_of(model::ValueKind::percentage);
        }
        result.value = check_constant(context_, file_, expected.value, type, name.text);
        if (!result.value || !in_days(*result.value, file_.expr(expected.value).span)) return std::nullopt;
        return result;
    }

    std::optional<model::SignalId> find_signal(const ast::Name& name, ast::SignalKind kind) {
        const NameKind wanted = kind == ast::SignalKind::signal     ? NameKind::signal
                                : kind == ast::SignalKind::strength ? NameKind::strength
                                                                    : NameKind::opportunity;
        if (name.text.empty()) return std::nullopt;
        const Symbol* symbol = context_.symbols.signals.find(name.text);
        if (symbol != nullptr && symbol->kind == wanted) return model::SignalId(symbol->index);
        std::vector<std::string> names;
        for (const std::string& each : context_.symbols.signals.names()) {
            if (context_.symbols.signals.find(each)->kind == wanted) names.push_back(each);
        }
        const Localized other = symbol != nullptr ? noun(symbol->kind) : Localized{};
        context_.report_unknown(name, wanted, names,
                                symbol == nullptr ? Localized{}
                                                  : plain("`" + name.text + "` is een " + other.nl,
                                                          "`" + name.text + "` is of the kind " + other.en));
        return std::nullopt;
    }

    std::optional<model::SignalExpectation> expected_signal(const ast::Expectation& expected, Span span) {
        model::SignalExpectation result;
        result.kind = expected.signal_kind == ast::SignalKind::signal     ? model::SignalKind::signal
                      : expected.signal_kind == ast::SignalKind::strength ? model::SignalKind::strength
                                                                          : model::SignalKind::opportunity;
        if (result.kind == model::SignalKind::opportunity && (expected.level || expected.possibly_higher)) {
            const Word which = expected.level ? Word::severity : Word::possibly_higher;
            context_.report(Code::F182, span, {word(file_, which)});
            return std::nullopt;
        }
        switch (expected.state) {
            case ast::Expectation::State::active: break;
            case ast::Expectation::State::undetermined:
                result.state = model::SignalExpectation::State::undetermined;
                break;
            case ast::Expectation::State::not_applicable:
                result.state = model::SignalExpectation::State::not_applicable;
                break;
        }
        if (expected.level) result.severity = severity_of(*expected.level);
        result.possibly_higher = expected.possibly_higher;
        if (!expected.name) return result;
        const auto signal = find_signal(*expected.name, expected.signal_kind);
        if (!signal) return std::nullopt;
        result.signal = *signal;
        return result;
    }

    // Of an advice or of a plan: they ask the same of it.
    template <class Expected>
    std::optional<Expected> expected_advice(const ast::Expectation& expected, Span span) {
        constexpr bool is_plan = std::is_same_v<Expected, model::PlanExpectation>;
        Expected result;
        bool is_sound = true;
        const auto find = [&](const NameTable& table, const std::optional<ast::Name>& name, NameKind kind) {
            const auto found = name ? context_.find(table, *name, kind) : std::nullopt;
            is_sound = is_sound && (!name || found);
            return found;
        };
        const auto intervention =
            find(context_.symbols.interventions, expected.name, is_plan ? NameKind::plan : NameKind::intervention);
        const auto by = find(context_.symbols.roles, expected.by, NameKind::role);
        const auto through = find(context_.symbols.roles, expected.through, NameKind::role);
        if (!is_sound) return std::nullopt;
        if constexpr (is_plan) {
            if (intervention) result.plan = model::PlanId(*intervention);
        } else {
            if (intervention) result.intervention = model::InterventionId(*intervention);
        }
        if (by) result.by = model::RoleId(*by);
        if (through) result.through = model::RoleId(*through);
        if (expected.line) result.line = static_cast<model::Line>(*expected.line);
        result.from = date_of(expected.from);
        result.due = date_of(expected.due);
        if (expected.priority) result.priority = static_cast<int>(*expected.priority);
        result.suppressed = expected.suppressed;
        if (result.suppressed && (result.from || result.due)) {
            const Word date = result.due ? Word::due : Word::from_date;
            context_.report(Code::F181, span,
                            {word(file_, date), word(file_, Word::suppressed),
                             plain("een onderdrukt advies heeft geen termijn", "a suppressed advice has no term")});
            return std::nullopt;
        }
        return result;
    }

    void check_expectation(const ast::ExampleClause& clause) {
        const ast::Expectation& expected = clause.expectation;
        const auto keep = [&](auto what) {
            if (what) example_.expectations.push_back({*what, expected.negated, clause.span});
        };
        switch (expected.kind) {
            case ast::Expectation::Kind::signal: keep(expected_signal(expected, clause.span)); break;
            case ast::Expectation::Kind::advice:
                keep(expected_advice<model::AdviceExpectation>(expected, clause.span));
                break;
            case ast::Expectation::Kind::plan:
                keep(expected_advice<model::PlanExpectation>(expected, clause.span));
                break;
            case ast::Expectation::Kind::concept_value: keep(expected_concept(expected)); break;
            case ast::Expectation::Kind::parameter_value: keep(expected_parameter(expected)); break;
        }
    }

    Context& context_;
    const Declared<ast::Example>& declared_;
    const ast::File& file_;
    OncePerDeclaration once_;
    model::Example example_;
};

}  // namespace

void check_examples(Context& context) {
    for (const Declared<ast::Example>& declared : context.declared.examples) {
        context.rules.examples.push_back(ExampleChecker(context, declared).check());
    }
}

}  // namespace wegwijzer::checking
