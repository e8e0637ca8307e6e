// Signals, interventions, policies, plans, tables and examples.
#include <algorithm>

#include "dsl/format/cells.h"
#include "dsl/format/declaration_writer.h"

namespace wegwijzer {
namespace {

// Where the values of clauses begin.
constexpr std::size_t signal_column = 8;
constexpr std::size_t policy_column = 9;
constexpr std::size_t intervention_column(Language language) { return language == Language::nl ? 8 : 10; }

}  // namespace

// ---- signals --------------------------------------------------------------------------------------------------------

void DeclarationWriter::write(const ast::Signal& it) {
    constexpr Word kinds[] = {Word::signal, Word::strength, Word::opportunity};
    write_head(kinds[static_cast<std::size_t>(it.kind)], it.name, it.title);
    out_ += "\n";
    std::size_t level_width = 0;
    for (const ast::SignalClause& clause : it.clauses)
        if (clause.kind == ast::SignalClause::Kind::level)
            level_width = std::max(level_width, expressions_.level(clause.level).size());
    std::vector<Clause> clauses;
    for (const ast::SignalClause& clause : it.clauses) clauses.push_back(signal_clause(clause, level_width));
    write_clauses(clauses, signal_column);
}

DeclarationWriter::Clause DeclarationWriter::signal_clause(const ast::SignalClause& it, std::size_t level_width) const {
    using Kind = ast::SignalClause::Kind;
    switch (it.kind) {
        case Kind::factor: return {word(Word::factor), expressions_.write_names(it.names), {}};
        case Kind::phases: return {word(Word::in_phase), expressions_.write_names(it.names), {}};
        case Kind::condition: return {word(Word::if_), {}, it.condition};
        case Kind::level: {
            std::string level(expressions_.level(it.level));
            level.resize(std::max(level.size(), level_width), ' ');
            return {word(Word::severity), level + " " + word(Word::if_) + " ", it.condition, false};
        }
        case Kind::unless: return {word(Word::unless), {}, it.condition};
        case Kind::weight: return {word(Word::weight), value(it.weight), {}};
        case Kind::explanation: return {word(Word::explanation), expressions_.write_template(it.explanation), {}};
        case Kind::source: return citation(it.source);
        case Kind::justification: break;
    }
    return justification(it.justification);
}

// ---- interventions --------------------------------------------------------------------------------------------------

void DeclarationWriter::write(const ast::Intervention& it) {
    write_head(Word::intervention, it.name, it.title);
    out_ += "\n";
    std::vector<Clause> clauses;
    for (const ast::InterventionClause& clause : it.clauses) clauses.push_back(intervention_clause(clause));
    write_clauses(clauses, intervention_column(language_));
}

DeclarationWriter::Clause DeclarationWriter::intervention_clause(const ast::InterventionClause& it) const {
    using Kind = ast::InterventionClause::Kind;
    const std::string names = expressions_.write_names(it.names);
    switch (it.kind) {
        case Kind::by: return {word(Word::by), names, {}};
        case Kind::through: return {word(Word::through), names, {}};
        case Kind::directly: return {word(Word::directly), {}, {}};
        case Kind::with_consent: return {word(Word::with_consent), {}, {}};
        case Kind::without_consent: return {word(Word::without_consent), {}, {}};
        case Kind::duration: return {word(Word::duration), value(it.duration), {}};
        case Kind::question: return {word(Word::question), text(it.question), {}};
        case Kind::not_together: return {word(Word::not_together_with), names, {}};
        case Kind::not_in_phase: return {word(Word::not_in_phase), names, {}};
        case Kind::not_before_day: return {word(Word::not_before_day), std::to_string(it.day), {}};
        case Kind::only_after: return {word(Word::only_after), names, {}};
        case Kind::at_most_once_per: return {word(Word::at_most_once_per), expressions_.write(it.at_most_once_per), {}};
        case Kind::reinforces: return {word(Word::reinforces), names, {}};
        case Kind::factor: return {word(Word::factor), names, {}};
        case Kind::source: return citation(it.source);
        case Kind::justification: break;
    }
    return justification(it.justification);
}

// ---- policies and plans ---------------------------------------------------------------------------------------------

void DeclarationWriter::write(const ast::Policy& it) {
    write_head(Word::policy, it.name, it.title);
    out_ += "\n";
    std::vector<Clause> clauses;
    for (const ast::PolicyClause& clause : it.clauses) clauses.push_back(policy_clause(clause));
    write_clauses(clauses, policy_column);
}

DeclarationWriter::Clause DeclarationWriter::policy_clause(const ast::PolicyClause& it) const {
    using Kind = ast::PolicyClause::Kind;
    switch (it.kind) {
        case Kind::condition: return {word(Word::if_), {}, it.condition};
        case Kind::unless: return {word(Word::unless), {}, it.condition};
        case Kind::advise: {
            std::string rest = expressions_.write_names(it.names);
            if (it.by) rest += " " + word(Word::by) + " " + it.by->text;
            if (it.within) rest += " " + word(Word::within) + " " + expressions_.write(*it.within);
            if (!it.due.is_none()) rest += " " + word(Word::due) + " " + value(it.due);
            return {word(Word::advise), rest, {}};
        }
        case Kind::priority: return {word(Word::priority), std::to_string(it.priority), {}};
        case Kind::urgent: return {word(Word::urgent), {}, {}};
        case Kind::overrides: return {word(Word::overrides), expressions_.write_names(it.names), {}};
        case Kind::source: return citation(it.source);
        case Kind::justification: break;
    }
    return justification(it.justification);
}

void DeclarationWriter::write(const ast::Plan& it) {
    write_head(Word::plan, it.name, it.title);
    out_ += "\n";
    std::vector<Clause> clauses;
    for (const ast::PlanClause& clause : it.clauses) clauses.push_back(plan_clause(clause));
    write_clauses(clauses);
}

DeclarationWriter::Clause DeclarationWriter::plan_clause(const ast::PlanClause& it) const {
    using Kind = ast::PlanClause::Kind;
    switch (it.kind) {
        case Kind::goal: return {word(Word::goal), {}, it.condition};
        case Kind::step: {
            const ast::Step& step = it.step;
            std::string rest = std::to_string(step.number) + " " + step.intervention.text;
            if (step.by) rest += " " + word(Word::by) + " " + step.by->text;
            if (step.within) rest += " " + word(Word::within) + " " + expressions_.write(*step.within);
            if (step.after) rest += " " + word(Word::after) + " " + expressions_.write(*step.after);
            if (step.study_week_first)
                rest += " " + word(Word::in_study_week) + " " + expressions_.write(*step.study_week_first);
            if (step.study_week_last) rest += " " + word(Word::to) + " " + expressions_.write(*step.study_week_last);
            return {word(Word::step), rest, {}};
        }
        case Kind::review_every: return {word(Word::review_every), value(it.length), {}};
        case Kind::evaluate_after: return {word(Word::evaluate_after), value(it.length), {}};
        case Kind::source: return citation(it.source);
        case Kind::justification: break;
    }
    return justification(it.justification);
}

// ---- tables ---------------------------------------------------------------------------------------------------------

// Cells in columns. With a result, its column stands behind `||`.
void DeclarationWriter::write_rows(const std::vector<std::vector<std::string>>& rows, std::size_t indent,
                                   bool has_result) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        if (row.size() > widths.size()) widths.resize(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], layout::width(row[i]));
    }
    for (const auto& row : rows) {
        out_ += std::string(indent, ' ') + "|";
        for (std::size_t i = 0; i < row.size(); ++i) {
            out_ += " " + row[i] + std::string(widths[i] - layout::width(row[i]), ' ') + " ";
            out_ += has_result && i + 2 == row.size() ? "||" : "|";
        }
        out_ += "\n";
    }
}

std::string DeclarationWriter::test(const ast::TableTest& it, ValueWords words) const {
    const auto value = [&](ast::ExprId id) { return expressions_.write_value(id, words); };
    using Kind = ast::TableTest::Kind;
    constexpr std::string_view signs[] = {"<", "<=", ">", ">=", "=", "<>"};
    switch (it.kind) {
        case Kind::any: return "-";
        case Kind::unknown: return word(Word::unknown);
        case Kind::compare: return std::string(signs[static_cast<std::size_t>(it.op)]) + " " + value(it.values.front());
        case Kind::range: return value(it.values.front()) + " " + word(Word::to) + " " + value(it.values.back());
        case Kind::values: break;
    }
    std::string result;
    for (const ast::ExprId id : it.values) result += (result.empty() ? "" : ", ") + value(id);
    return result;
}

void DeclarationWriter::write(const ast::Table& it) {
    write_head(Word::table, it.name, it.title);
    out_ += " : " + type(it.type) + "\n";
    out_ += "  " + word(Word::hit) + " " + word(it.unique ? Word::unique : Word::first_hit) + "\n";
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> head;
    for (const ast::ExprId column : it.columns) head.push_back(value(column));
    if (head.empty()) return;
    head.push_back(it.result.text);
    rows.push_back(std::move(head));
    for (const ast::TableRow& row : it.rows) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < row.tests.size(); ++i) {
            const ValueWords words =
                i < it.columns.size() ? scope_.words_of(file_, it.columns[i], std::nullopt) : ValueWords::none;
            cells.push_back(test(row.tests[i], words));
        }
        cells.push_back(value(row.result));
        rows.push_back(std::move(cells));
    }
    write_rows(rows, 2, true);
}

// ---- examples -------------------------------------------------------------------------------------------------------

void DeclarationWriter::write_given(const ast::ExampleGiven& it) {
    if (it.student) {
        out_ += "  " + word(Word::given_student) + "\n";
        std::size_t width = 0;
        for (const ast::ExampleValue& pair : it.values) width = std::max(width, layout::width(pair.field.text));
        for (const ast::ExampleValue& pair : it.values)
            out_ += "    " + pair.field.text + std::string(width - layout::width(pair.field.text), ' ') + " " +
                    value(pair.value) + "\n";
        return;
    }
    const auto built_in = scope_.find_series(it.series.text, file_.language);
    const std::string series = built_in ? translate_series(it.series.text, file_.language, language_) : it.series.text;
    out_ += "  " + word(Word::given) + " " + series;
    if (!it.complete_to.is_none()) out_ += " " + word(Word::complete_to) + " " + value(it.complete_to);
    if (it.empty) out_ += " " + word(Word::none);
    out_ += "\n";
    std::vector<std::vector<std::string>> rows;
    for (const std::vector<ast::Cell>& row : it.rows) {
        std::vector<std::string> cells;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const ast::Cell& cell = row[column];
            std::string written = cell.quoted ? text_on_line({cell.text, cell.span}) : layout::escape(cell.text);
            if (file_.language != language_ && column < it.rows.front().size())
                written = translate_cell(written, &row == &it.rows.front(), it.series.text,
                                         it.rows.front()[column].text, scope_, file_.language);
            cells.push_back(std::move(written));
        }
        rows.push_back(std::move(cells));
    }
    write_rows(rows, 4, false);
}

ValueWords DeclarationWriter::expected_words(const ast::Expectation& it) const {
    return it.kind == ast::Expectation::Kind::concept_value && it.name ? scope_.words_of_concept(it.name->text)
                                                                       : ValueWords::none;
}

std::string DeclarationWriter::expectation(const ast::Expectation& it) const {
    using Kind = ast::Expectation::Kind;
    constexpr Word signal_kinds[] = {Word::signal, Word::strength, Word::opportunity};
    std::string result = word(it.negated ? Word::expect_no : Word::expect) + " ";
    switch (it.kind) {
        case Kind::signal: result += word(signal_kinds[static_cast<std::size_t>(it.signal_kind)]); break;
        case Kind::advice: result += word(Word::advice); break;
        case Kind::plan: result += word(Word::plan); break;
        case Kind::concept_value: result += word(Word::concept_); break;
        case Kind::parameter_value: result += word(Word::parameter); break;
    }
    if (it.name) result += " " + it.name->text;
    if (it.level) result += " " + word(Word::severity) + " " + std::string(expressions_.level(*it.level));
    if (it.possibly_higher) result += " " + word(Word::possibly_higher);
    if (it.state == ast::Expectation::State::undetermined) result += " " + word(Word::undetermined);
    if (it.state == ast::Expectation::State::not_applicable) result += " " + word(Word::not_applicable);
    if (it.line) result += " " + word(Word::in_line) + " " + line(*it.line);
    if (it.by) result += " " + word(Word::by) + " " + it.by->text;
    if (it.through) result += " " + word(Word::through) + " " + it.through->text;
    if (!it.from.is_none()) result += " " + word(Word::from_date) + " " + value(it.from);
    if (!it.due.is_none()) result += " " + word(Word::due) + " " + value(it.due);
    if (it.priority) result += " " + word(Word::priority) + " " + std::to_string(*it.priority);
    if (it.suppressed) result += " " + word(Word::suppressed);
    if (it.kind == Kind::concept_value || it.kind == Kind::parameter_value)
        result += it.value.is_none() ? " " + word(Word::is) + " " + word(Word::unknown)
                                     : " = " + expressions_.write_value(it.value, expected_words(it));
    return result;
}

void DeclarationWriter::write(const ast::Example& it) {
    using Kind = ast::ExampleClause::Kind;
    out_ += word(Word::example);
    layout::append_value(out_, " " + text(it.title));
    out_ += "\n";
    for (const ast::ExampleClause& clause : it.clauses) {
        switch (clause.kind) {
            case Kind::on: out_ += "  " + word(Word::on) + " " + value(clause.date) + "\n"; break;
            case Kind::given: write_given(clause.given); break;
            case Kind::set:
                out_ += "  " + word(Word::set) + " " + clause.parameter.text + " " + word(Word::set_to) + " " +
                        value(clause.value) + "\n";
                break;
            case Kind::expect: out_ += "  " + expectation(clause.expectation) + "\n"; break;
        }
    }
}

}  // namespace wegwijzer
