// What check says of the rows of a tabel, against all combinations of values one by one, evaluated by the slow evaluator: a
// gap, an overlap, a row that never counts are reported if and only if there is one, and the example shown is one.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <string>
#include <vector>

#include "engine/trace/evaluate.h"
#include "tests/support/pack_text.h"
#include "tests/support/random.h"
#include "tests/support/rule_set_builder.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(table_rows)

namespace {

constexpr const char* head = R"(regelpakket proef "Proef"
  eigenaar "x" doel "y" rechtsgrond "z"
gegevens student
  nummer : sleutel
  n : geheel van 0 t/m 4
  g : getal van 1 t/m 3
  p : percentage
  b : ja/nee
  k : keuze uit laag_, midden_, hoog_ oplopend
  t : tekst
  d : datum start
  l : duur
parameter vast : geheel = 2
begrip nn = n
begrip uitkomst = de_tabel
)";

// A field: what cells may compare it with, and values that between them stand for all.
struct Field {
    const char* name;
    bool ordered;
    std::vector<std::string> literals;
    std::vector<std::pair<std::string, std::string>> values;  // as the author writes them, as records hold them
};

const std::vector<Field>& fields() {
    static const std::vector<Field> all = {
        {"n",
         true,
         {"0", "1", "2", "3", "4", "5", "-1", "vast", "2,5"},
         {{"0", "0"}, {"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}}},
        {"g",
         true,
         {"1", "2", "2,000001", "3", "4"},
         {{"1", "1"},
          {"", "1.000001"},
          {"", "1.5"},
          {"", "1.999999"},
          {"2", "2"},
          {"", "2.000001"},
          {"", "2.000002"},
          {"", "2.5"},
          {"", "2.999999"},
          {"3", "3"}}},
        {"p",
         true,
         {"50%", "70%"},
         {{"", "-1"},
          {"", "0.4"},
          {"", "0.499999"},
          {"50%", "0.5"},
          {"", "0.500001"},
          {"", "0.6"},
          {"", "0.699999"},
          {"70%", "0.7"},
          {"", "0.700001"},
          {"", "0.8"},
          {"", "3"}}},
        {"b", false, {"ja", "nee"}, {{"ja", "ja"}, {"nee", "nee"}}},
        {"k", true, {"laag_", "midden_", "hoog_"}, {{"", "laag_"}, {"", "midden_"}, {"", "hoog_"}}},
        {"t", false, {"\"x\"", "\"y\""}, {{"", "x"}, {"", "y"}, {"", "anders"}}},
        {"d",
         true,
         {"2026-01-01", "2026-01-03"},
         {{"", "2025-12-31"}, {"", "2026-01-01"}, {"", "2026-01-02"}, {"", "2026-01-03"}, {"", "2026-01-04"}}},
        {"l",
         true,
         {"10 dagen", "2 weken"},
         {{"", "-5"}, {"", "9"}, {"", "10"}, {"", "11"}, {"", "13"}, {"", "14"}, {"", "15"}}},
    };
    return all;
}

struct Column {
    std::size_t field = 0;
    std::string term;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  // cells, then the result

    [[nodiscard]] std::string text(const char* hit) const {
        std::string result = std::string("tabel de_tabel : geheel\n  trefwijze ") + hit + "\n  |";
        for (const Column& column : columns) result += ' ' + column.term + " |";
        result += "| r |\n";
        for (const auto& row : rows) {
            result += "  |";
            for (std::size_t i = 0; i + 1 < row.size(); ++i) result += ' ' + row[i] + " |";
            result += "| " + row.back() + " |\n";
        }
        return result;
    }
};

std::string any_cell(Random& random, const Field& field) {
    const auto literal = [&] { return field.literals[random.below(field.literals.size())]; };
    const std::uint64_t kind = random.below(10);
    if (kind < 2) return "-";
    if (kind == 2) return "onbekend";
    if (kind < 7) {
        const std::vector<std::string> marks = field.ordered ? std::vector<std::string>{"<", "<=", ">", ">=", "=", "<>"}
                                                             : std::vector<std::string>{"=", "<>"};
        return marks[random.below(marks.size())] + ' ' + literal();
    }
    if (kind == 7 && field.ordered) return literal() + " t/m " + literal();
    if (kind == 8) return literal() + ", " + literal();
    return literal();
}

Table any_table(Random& random) {
    Table table;
    for (std::uint64_t i = 1 + random.below(3); i > 0; --i) {
        const std::size_t field = random.below(fields().size());
        // A begrip is another term; both read the same field.
        table.columns.push_back({field, field == 0 && random.one_in(6) ? "n + 0" : fields()[field].name});
    }
    for (std::uint64_t i = 1 + random.below(6); i > 0; --i) {
        std::vector<std::string> row;
        for (const Column& column : table.columns) row.push_back(any_cell(random, fields()[column.field]));
        row.push_back(std::to_string(random.below(2)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

// One combination: per field in use the value as records hold it; empty: unknown.
using Student = std::map<std::size_t, std::string>;

std::vector<Student> all_students(const Table& table) {
    std::vector<Student> result = {{}};
    for (const Column& column : table.columns) {
        if (result.front().contains(column.field)) continue;
        std::vector<Student> more;
        for (const Student& student : result) {
            for (const auto& value : fields()[column.field].values) {
                more.push_back(student);
                more.back()[column.field] = value.second;
            }
            more.push_back(student);
            more.back()[column.field] = "";
        }
        result = std::move(more);
    }
    return result;
}

struct Outcome {
    std::vector<Tri> rows;
    bool is_known = false;
};

Outcome outcome_of(const model::RuleSet& rules, const Student& student) {
    Records records(rules.schema);
    records.student("S1");
    for (const auto& [field, value] : student) {
        if (!value.empty()) records.set(fields()[field].name, value);
    }
    trace::StepId root;
    const auto trace =
        trace::evaluate_expr(rules, records.finish(), 0, day("2026-10-10"), rules.concepts[1].expr, &root);
    for (const trace::Step& step : trace.steps) {
        if (!step.rows.empty()) return {step.rows, trace::is_known(step.value)};
    }
    return {};
}

// The student of "`n = 3`, `t` met een andere tekst".
Student parse_example(const std::string& text) {
    Student student;
    std::size_t at = 0;
    while ((at = text.find('`', at)) != std::string::npos) {
        const std::size_t end = text.find('`', at + 1);
        const std::string part = text.substr(at + 1, end - at - 1);
        const std::size_t field = static_cast<std::size_t>(
            std::find_if(fields().begin(), fields().end(), [&](const Field& each) { return part[0] == each.name[0]; }) -
            fields().begin());
        at = end + 1;
        if (part.size() == 1) {
            student[field] = "anders";
        } else if (part.find("onbekend") != std::string::npos) {
            student[field] = "";
        } else {
            std::string value = part.substr(part.find(" = ") + 3);
            std::replace(value.begin(), value.end(), ',', '.');
            if (value.front() == '"') value = value.substr(1, value.size() - 2);
            if (const auto days = value.find(" dag"); days != std::string::npos) value.resize(days);
            if (value.back() == '%') {
                value = to_text(Decimal::from_micros(dec(value.substr(0, value.size() - 1)).micros() / 100), 0, '.');
            }
            student[field] = value;
        }
    }
    return student;
}

bool is_all_known(const Student& student) {
    return std::none_of(student.begin(), student.end(), [](const auto& each) { return each.second.empty(); });
}

// By code, the example of each.
std::multimap<std::string, std::vector<std::string>> findings_of(const Compilation& compilation) {
    std::multimap<std::string, std::vector<std::string>> result;
    for (const Diagnostic& each : compilation.diagnostics.all()) {
        std::vector<std::string> arguments;
        for (const Localized& argument : each.arguments) arguments.push_back(argument.nl);
        result.emplace(entry(each.code).code, arguments);
    }
    return result;
}

void check_table(const Table& table) {
    // `n` and `n + 0` are different terms: what is said of them is that it may not occur.
    const bool has_link = std::any_of(table.columns.begin(), table.columns.end(),
                                      [](const Column& each) { return each.term == "n + 0"; });
    const Compilation first = testing::compile_text(head + table.text("eerste"));
    BOOST_TEST_REQUIRE(first.rules != nullptr, testing::shown(first));
    const auto said = findings_of(first);

    const std::vector<Student> students = all_students(table);
    std::vector<Outcome> outcomes;
    for (const Student& student : students) outcomes.push_back(outcome_of(*first.rules, student));
    const std::size_t rows = table.rows.size();

    bool has_gap = false;
    bool has_overlap = false;
    std::vector<bool> holds(rows);
    std::vector<bool> counts(rows);
    for (std::size_t i = 0; i < students.size(); ++i) {
        const auto& found = outcomes[i].rows;
        const auto is_true = [](Tri each) { return each == Tri::yes; };
        if (is_all_known(students[i]) && std::none_of(found.begin(), found.end(), is_true)) has_gap = true;
        has_overlap = has_overlap || std::count_if(found.begin(), found.end(), is_true) > 1;
        const auto top = std::find_if(found.begin(), found.end(), is_true) - found.begin();
        for (std::size_t row = 0; row < rows; ++row) holds[row] = holds[row] || is_true(found[row]);
        if (static_cast<std::size_t>(top) < rows && outcomes[i].is_known) counts[static_cast<std::size_t>(top)] = true;
    }
    if (has_link) return;

    BOOST_TEST(said.count("W162") == (has_gap ? 1U : 0U));
    if (const auto gap = said.find("W162"); gap != said.end()) {
        const Outcome shown = outcome_of(*first.rules, parse_example(gap->second[1]));
        for (const Tri row : shown.rows) BOOST_CHECK(row == Tri::no);
        // The row that is proposed fits it, and makes no overlap.
        Table more = table;
        const std::string& proposed = gap->second[2];
        if (!proposed.empty()) {
            const std::string text = proposed.substr(0, proposed.find("…")) + "7 |\n";
            const auto again = testing::compile_text(head + table.text("eerste") + "  " + text);
            BOOST_TEST_REQUIRE(again.rules != nullptr, testing::shown(again));
            const Outcome filled = outcome_of(*again.rules, parse_example(gap->second[1]));
            BOOST_CHECK(filled.rows.back() == Tri::yes);
            for (const Student& student : students) {
                const auto every = outcome_of(*again.rules, student).rows;
                const bool above = std::any_of(every.begin(), every.end() - 1, [](Tri one) { return one == Tri::yes; });
                BOOST_CHECK(!is_all_known(student) || every.back() != Tri::yes || !above);
            }
        }
    }
    std::vector<bool> told(rows);
    for (auto [at, end] = said.equal_range("W160"); at != end; ++at) told[std::stoul(at->second[0]) - 1] = true;
    for (std::size_t row = 0; row < rows; ++row) {
        BOOST_TEST(told[row] == (holds[row] && !counts[row]), "row " << row + 1);
    }

    const Compilation unique = testing::compile_text(head + table.text("uniek"));
    const auto of_unique = findings_of(unique);
    BOOST_TEST((of_unique.count("F162") > 0) == has_overlap);
    BOOST_TEST((unique.rules == nullptr) == has_overlap);
    for (auto [at, end] = of_unique.equal_range("F162"); at != end; ++at) {
        const auto& arguments = at->second;
        const Outcome shown = outcome_of(*first.rules, parse_example(arguments[2]));
        BOOST_CHECK(shown.rows[std::stoul(arguments[0]) - 1] == Tri::yes);
        BOOST_CHECK(shown.rows[std::stoul(arguments[1]) - 1] == Tri::yes);
    }
}

BOOST_AUTO_TEST_CASE(what_is_said_of_random_tables_is_so) {
    for (std::uint64_t seed = 1; seed <= rounds(300); ++seed) {
        Random random(seed);
        const Table table = any_table(random);
        BOOST_TEST_CONTEXT("seed " << seed << '\n' << table.text("eerste")) { check_table(table); }
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
