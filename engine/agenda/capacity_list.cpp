#include "engine/agenda/capacity_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/diagnostics/make_finding.h"
#include "engine/io/cell.h"
#include "engine/io/csv_list.h"

namespace wegwijzer::agenda {
namespace {

constexpr std::int32_t last_day_of_week = 6;

enum class Column : std::uint8_t { role, person, per_week, reserved, from, to };
struct ColumnWords {
    const char* nl;
    const char* en;
};
constexpr std::array column_words{
    ColumnWords{"rol", "role"},          ColumnWords{"persoon", "person"},
    ColumnWords{"per week", "per week"}, ColumnWords{"voorbehouden", "reserved"},
    ColumnWords{"van", "from"},          ColumnWords{"t/m", "to"},
};

const ColumnWords& words_of(Column column) { return column_words[static_cast<std::size_t>(column)]; }

// `per_week` as much as `per week`, in any case.
std::string as_column_name(std::string_view written) {
    std::string name = to_lower(written);
    std::ranges::replace(name, '_', ' ');
    return name;
}

std::vector<std::string> names_of_columns() {
    std::vector<std::string> names;
    for (const ColumnWords& words : column_words) {
        for (const char* word : {words.nl, words.en}) {
            if (std::ranges::find(names, word) == names.end()) names.emplace_back(word);
        }
    }
    names.emplace_back("per_week");
    return names;
}

std::optional<Column> column_named(std::string_view written) {
    const std::string name = as_column_name(written);
    for (std::size_t i = 0; i < column_words.size(); ++i) {
        if (name == column_words[i].nl || name == column_words[i].en) return static_cast<Column>(i);
    }
    return std::nullopt;
}

struct WrittenCell {
    std::string text;  // empty: nothing is written
    Span span;
};
using WrittenRow = std::array<WrittenCell, column_words.size()>;

class CapacityReader {
  public:
    CapacityReader(const model::RuleSet& rules, const std::string& name, std::string_view bytes)
        : rules_(rules), name_(name), source_(io::add_list(list_.sources, name, bytes, list_.problems)) {}

    CapacityList read() {
        const std::vector<std::string> known = names_of_columns();
        io::CsvList csv(list_.sources, source_, known);
        if (csv.is_usable()) {
            const auto columns = columns_of(csv);
            bool has_rows = false;
            while (csv.next_row()) {
                has_rows = true;
                if (has_needed_columns_) read_row(csv, columns);
            }
            if (!has_rows && !list_.problems.has_errors()) add(make_finding(Code::F386, {name_}));
        }
        csv.add_problems(list_.problems);
        find_doubles();
        return std::move(list_);
    }

  private:
    void add(Diagnostic problem) { list_.problems.add(std::move(problem)); }

    // What each column of the file is; none: no column of such a list.
    std::vector<std::optional<Column>> columns_of(const io::CsvList& csv) {
        std::vector<std::optional<Column>> columns;
        std::vector<std::optional<Column>> meant;  // by names that are nearly those of columns
        for (std::size_t i = 0; i < csv.headers().size(); ++i) {
            const std::string& header = csv.headers()[i];
            std::optional<Column> column = header.empty() ? std::nullopt : column_named(header);
            if (!header.empty() && !column) {
                const auto near = did_you_mean(as_column_name(header), names_of_columns());
                if (near) meant.push_back(column_named(*near));
                add(make_finding_at(Code::F380, csv.span_of_header(i), {header},
                                    near ? ask_whether(*near) : Localized()));
            } else if (column && std::ranges::find(columns, column) != columns.end()) {
                add(make_finding_at(Code::F351, csv.span_of_header(i), {header}));
                column.reset();
            }
            columns.push_back(column);
        }
        for (const Column needed : {Column::role, Column::per_week}) {
            if (std::ranges::find(columns, needed) != columns.end()) continue;
            has_needed_columns_ = false;
            if (std::ranges::find(meant, needed) != meant.end()) continue;  // one mistake, one finding
            add(make_finding_at(Code::F382, {source_, 0, 0}, {Localized{words_of(needed).nl, words_of(needed).en}}));
        }
        return columns;
    }

    void read_row(io::CsvList& csv, const std::vector<std::optional<Column>>& columns) {
        WrittenRow row;
        for (WrittenCell& cell : row) cell.span = csv.span_of_line();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i]) continue;
            WrittenCell& cell = row[static_cast<std::size_t>(*columns[i])];
            cell.text = to_nfc_trimmed(std::string(csv.cell(i)));
            if (!cell.text.empty()) cell.span = csv.span_of_cell(i, cell.text.size());
        }
        const std::size_t before = list_.problems.all().size();
        CapacityRow result;
        read_who(row, result);
        read_places(row, result);
        read_days(row, result);
        if (list_.problems.all().size() == before) list_.rows.push_back(std::move(result));
    }

    const WrittenCell& cell_of(const WrittenRow& row, Column column) const {
        return row[static_cast<std::size_t>(column)];
    }

    // Reports what is needed and isn't there.
    bool is_written(const WrittenRow& row, Column column) {
        const WrittenCell& cell = cell_of(row, column);
        if (!cell.text.empty()) return true;
        add(make_finding_at(Code::F382, cell.span, {Localized{words_of(column).nl, words_of(column).en}}));
        return false;
    }

    void read_who(const WrittenRow& row, CapacityRow& result) {
        if (!is_written(row, Column::role)) return;
        const WrittenCell& role = cell_of(row, Column::role);
        const WrittenCell& person = cell_of(row, Column::person);
        result.role_span = role.span;
        result.person = person.text;
        if (!person.text.empty()) result.person_span = person.span;
        const auto found = std::ranges::find_if(
            rules_.roles, [&](const model::Role& one) { return one.name == role.text || one.title == role.text; });
        if (found == rules_.roles.end()) {
            std::vector<std::string> names;
            for (const model::Role& one : rules_.roles) names.push_back(one.name);
            const auto near = did_you_mean(role.text, names);
            std::string list;
            for (const std::string& name : names) list += (list.empty() ? "`" : ", `") + name + "`";
            add(make_finding_at(Code::F381, role.span, {role.text, {"rol van deze regels", "role of these rules"}},
                                near ? ask_whether(*near) : Localized{"kies uit " + list, "choose from " + list}));
            return;
        }
        result.role = model::RoleId(static_cast<std::size_t>(found - rules_.roles.begin()));
        if (!person.text.empty() && found->person.is_none()) {
            add(make_finding_at(Code::F384, person.span, {found->name}));
        }
    }

    void read_places(const WrittenRow& row, CapacityRow& result) {
        if (!is_written(row, Column::per_week)) return;
        const std::optional<std::int64_t> per_week = number_in(cell_of(row, Column::per_week));
        const WrittenCell& share = cell_of(row, Column::reserved);
        const std::optional<std::int64_t> reserved = share.text.empty() ? std::int64_t{0} : number_in(share);
        if (!per_week || !reserved) return;
        if (*reserved > *per_week) {
            Diagnostic problem = make_finding_at(Code::F385, share.span, {share.text, std::to_string(*per_week)});
            problem.labels.push_back({cell_of(row, Column::per_week).span, {}});
            add(std::move(problem));
        }
        result.places = {*per_week, *reserved};
    }

    std::optional<std::int64_t> number_in(const WrittenCell& cell) {
        std::int64_t number = 0;
        const char* end = cell.text.data() + cell.text.size();
        const auto [last, error] = std::from_chars(cell.text.data(), end, number);
        if (error == std::errc{} && last == end && number >= 0 && number <= most_places) return number;
        add(make_finding_at(Code::F381, cell.span, {cell.text, {"aantal plaatsen", "number of places"}},
                            {"schrijf een heel getal van 0 t/m " + std::to_string(most_places),
                             "write a whole number from 0 to " + std::to_string(most_places)}));
        return std::nullopt;
    }

    void read_days(const WrittenRow& row, CapacityRow& result) {
        const WrittenCell& from = cell_of(row, Column::from);
        const WrittenCell& to = cell_of(row, Column::to);
        if (from.text.empty() && to.text.empty()) return;
        const auto first = from.text.empty() ? std::optional(Date::earliest()) : day_in(from);
        const auto last = to.text.empty() ? std::optional(Date::latest()) : day_in(to);
        if (!first || !last) return;
        if (*last < *first) {
            Diagnostic problem = make_finding_at(Code::F387, to.span, {to.text, from.text});
            problem.labels.push_back({from.span, {}});
            add(std::move(problem));
        }
        result.days = DateInterval{*first, *last};
    }

    std::optional<Date> day_in(const WrittenCell& cell) {
        const io::DateReading reading = io::read_date_text(cell.text);
        if (!reading.date) {
            add(make_finding_at(Code::F381, cell.span, {cell.text, {"dag", "day"}},
                                {"schrijf een dag als `2026-11-02`", "write a day like `2026-11-02`"}));
        }
        return reading.date;
    }

    // Two rows that say something of the same week of one role or person.
    void find_doubles() {
        std::map<std::pair<model::RoleId, std::string>, std::vector<std::size_t>> rows_of;
        for (std::size_t i = 0; i < list_.rows.size(); ++i) {
            const CapacityRow& row = list_.rows[i];
            std::vector<std::size_t>& earlier_rows = rows_of[{row.role, row.person}];
            for (const std::size_t j : earlier_rows) {
                const CapacityRow& earlier = list_.rows[j];
                if (!share_a_week(row, earlier)) continue;
                const std::string& role = rules_.role(row.role).name;
                Diagnostic problem = make_finding_at(Code::F383, row.person.empty() ? row.role_span : row.person_span,
                                                     {row.person.empty() ? role : row.person});
                problem.labels.push_back(
                    {earlier.person.empty() ? earlier.role_span : earlier.person_span, {"hier ook", "here too"}});
                add(std::move(problem));
                break;
            }
            earlier_rows.push_back(i);
        }
    }

    static bool share_a_week(const CapacityRow& left, const CapacityRow& right) {
        if (!left.days || !right.days) return !left.days && !right.days;
        return left.days->from.monday_of_week() <= right.days->to.monday_of_week() &&
               right.days->from.monday_of_week() <= left.days->to.monday_of_week();
    }

    const model::RuleSet& rules_;
    const std::string& name_;
    CapacityList list_;
    SourceId source_;
    bool has_needed_columns_ = true;
};

}  // namespace

CapacityList read_capacity_list(const model::RuleSet& rules, const std::string& name, std::string_view bytes) {
    return CapacityReader(rules, name, bytes).read();
}

bool has_row(std::span<const CapacityRow> rows, model::RoleId role, const std::string& person) {
    return std::ranges::any_of(rows, [&](const CapacityRow& row) { return row.role == role && row.person == person; });
}

std::optional<Places> places_in(std::span<const CapacityRow> rows, model::RoleId role, const std::string& person,
                                Date monday) {
    const DateInterval week{monday, Date::from_days(monday.days() + last_day_of_week)};
    std::optional<Places> result;
    for (const CapacityRow& row : rows) {
        if (row.role != role || row.person != person) continue;
        if (!row.days) {
            result = result.value_or(row.places);
        } else if (row.days->from <= week.to && week.from <= row.days->to) {
            return row.places;
        }
    }
    return result;
}

}  // namespace wegwijzer::agenda
