// What a tabel made of a student, readable with the student beside you: the value of each column, and the rows that have a
// say (docs/semantics.md, "Tables").
#include <algorithm>

#include "engine/explain/condition_lines.h"

namespace wegwijzer::explain {

void ConditionLines::add_table(const trace::Step& step, ConditionLine& line) {
    const model::Table& table = rules_.table(step.table);
    const std::size_t width = table.columns.size() + 1;

    // A column whose cells are all `-` has no say, and no value.
    Phrase values(table.name + ": ");
    std::vector<const trace::Step*> terms;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const trace::Step* term = nullptr;
        for (std::size_t row = 0; row < table.rows.size() && term == nullptr; ++row) {
            const trace::StepId test = step.children[row * width + column];
            if (!test.is_none()) term = value_step(trace_.step(test), table.columns[column]);
        }
        if (term == nullptr) continue;
        const std::string words = redactor_.words_of(rules_.expr(table.columns[column]).origin);
        values.add((terms.empty() ? "" : ", ") + (words.empty() ? "?" : words) + " = ")
            .add((at(line, "tables") / table.name / column).shows(show(term, table.columns[column]).text));
        terms.push_back(term);
    }
    line.details.emplace_back(std::move(values));

    const bool some_true = std::ranges::find(step.rows, Tri::yes) != step.rows.end();
    bool some_said = false;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const Tri holds = step.rows[row];
        const bool is_overruled = table.hit == model::HitPolicy::unique && some_true && holds == Tri::unknown;
        if (holds == Tri::no || is_overruled) continue;
        some_said = true;
        const std::string words = redactor_.words_of(table.rows[row].origin);
        Phrase phrase(say("rij ", "row "));
        phrase.add((at(line, "tables") / table.name / "rows" / row).shows(std::to_string(row + 1)))
            .add(holds == Tri::yes ? say(" geldt", " holds") : say(" is niet te bepalen", " can't be told"))
            .add(words.empty() ? "" : ": " + words);
        if (holds == Tri::unknown) phrase.add(open_cells(step, table, row));
        line.details.emplace_back(std::move(phrase));
        if (holds == Tri::yes && table.hit == model::HitPolicy::first) break;
    }
    if (!some_said) line.details.emplace_back(Phrase(say("geen rij geldt", "no row holds")));
    for (const trace::Step* term : terms) add_details(term, line);
}

// " (onbekend: `>= 3`)": the cells that leave a row open.
std::string ConditionLines::open_cells(const trace::Step& step, const model::Table& table, std::size_t row) const {
    std::string cells;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const trace::StepId test = step.children[row * (table.columns.size() + 1) + column];
        if (test.is_none() || trace::truth_of(trace_.step(test).value) != Tri::unknown) continue;
        const std::string words = redactor_.words_of(table.rows[row].tests[column].origin);
        if (!words.empty()) cells += (cells.empty() ? "`" : ", `") + words + '`';
    }
    return cells.empty() ? cells : say(" (onbekend: ", " (unknown: ") + cells + ')';
}

}  // namespace wegwijzer::explain
