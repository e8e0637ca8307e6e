// W107: a level of ernst whose condition is true only where that of a higher level is true too. The highest level that is
// true counts (language.md section 5, "Signals"), so that nobody ever gets this one.
#include <algorithm>
#include <optional>
#include <string>

#include "dsl/check/implication.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

using model::CompareOp;

Word word_of(model::Severity severity) {
    switch (severity) {
        case model::Severity::high: return Word::high;
        case model::Severity::medium: return Word::medium;
        case model::Severity::low:
        case model::Severity::none: break;
    }
    return Word::low;
}

ast::Level level_of(model::Severity severity) {
    switch (severity) {
        case model::Severity::high: return ast::Level::high;
        case model::Severity::medium: return ast::Level::medium;
        case model::Severity::low:
        case model::Severity::none: break;
    }
    return ast::Level::low;
}

const ast::SignalClause* clause_of(const ast::Signal& signal, model::Severity severity) {
    const auto found = std::find_if(signal.clauses.begin(), signal.clauses.end(), [&](const ast::SignalClause& each) {
        return each.kind == ast::SignalClause::Kind::level && each.level == level_of(severity);
    });
    return found == signal.clauses.end() ? nullptr : &*found;
}

// A value of the type that fulfils the bound, well inside it where that is possible.
std::optional<Decimal> value_within(const Bound& bound, const FieldType& type) {
    if (bound.op == CompareOp::not_equal) return std::nullopt;
    std::int64_t step = Decimal::one_in_micros;
    std::optional<Decimal> lowest = type.lowest;
    std::optional<Decimal> highest = type.highest;
    if (type.kind == FieldKind::percentage) {
        step /= 10;
        lowest = Decimal{};
        highest = Decimal::from_integer(1);
    } else if (type.kind == FieldKind::grade) {
        lowest = Decimal::from_integer(1);
        highest = Decimal::from_integer(10);
    }
    Decimal value = bound.bound;
    if (bound.op == CompareOp::less) value = Decimal::from_micros(value.micros() - step);
    if (bound.op == CompareOp::greater) value = Decimal::from_micros(value.micros() + step);
    if ((lowest && value < *lowest) || (highest && *highest < value)) return std::nullopt;
    if (type.kind == FieldKind::integer && !value.is_integer()) return std::nullopt;
    return value;
}

// A `voorbeeld` that shows it, as far as it can be sure of it: one value of the student or one event decides the highest level.
class ExampleWriter {
  public:
    ExampleWriter(const Context& context, const ast::File& file, const model::Signal& signal)
        : rules_(context.rules), file_(file), signal_(signal) {}

    // Empty when there is none to be sure of.
    std::vector<Localized> write(const Bound& bound, const std::string& code) {
        if (!signal_.phases.empty() || !signal_.unless.empty()) return {};
        std::string value;
        std::vector<std::string> given;
        const model::ExprNode& node = rules_.expr(bound.value).node;
        if (const auto* field = std::get_if<model::StudentFieldValue>(&node)) {
            value = written(bound, rules_.schema->field(field->field));
            given = {"    " + word(file_, Word::given_student),
                     "      " + rules_.schema->field(field->field).name + ' ' + value};
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) {
            given = events(bound, *aggregate, value);
        }
        if (value.empty() || given.empty()) return {};
        std::vector<Localized> lines = {plain("voorbeeld dat het laat zien:", "example that shows it:")};
        const std::string severity = word(file_, word_of(signal_.levels.front().severity));
        const bool is_dutch = file_.language == Language::nl;
        lines.emplace_back("  " + word(file_, Word::example) + " \"" + code + ": " + value +
                           (is_dutch ? " geeft " : " gives ") + severity + '"');
        lines.emplace_back("    " + word(file_, Word::on) + ' ' + to_iso(day()));
        for (std::string& line : given) lines.emplace_back(std::move(line));
        lines.emplace_back("    " + word(file_, Word::expect) + ' ' + word(file_, Word::signal) + ' ' + signal_.name +
                           ' ' + word(file_, Word::severity) + ' ' + severity);
        return lines;
    }

  private:
    // A day in the first kalender, if there is one.
    [[nodiscard]] Date day() const {
        if (rules_.calendars.all().empty()) return *Date::from_calendar(2026, 10, 5);
        const DateInterval& days = rules_.calendars.all().front().days;
        return std::min(days.to, Date::from_days(days.from.days() + 35));
    }

    [[nodiscard]] std::string written(const Bound& bound, const Field& field) const {
        const bool is_number = field.type.kind == FieldKind::number || field.type.kind == FieldKind::integer ||
                               field.type.kind == FieldKind::grade || field.type.kind == FieldKind::percentage;
        const auto value = is_number && !field.type.as_fraction ? value_within(bound, field.type) : std::nullopt;
        if (!value) return {};
        const char mark = file_.language == Language::nl ? ',' : '.';
        if (field.type.kind == FieldKind::percentage) {
            const auto percent = multiply(*value, Decimal::from_integer(100));
            return percent ? to_text(*percent, 0, mark) + '%' : std::string();
        }
        return to_text(*value, 0, mark) + (field.type.unit.empty() ? "" : ' ' + field.type.unit);
    }

    [[nodiscard]] std::vector<std::string> events(const Bound& bound, const model::Aggregate& aggregate,
                                                  std::string& value) const {
        using Function = model::AggregateFunction;
        const Function function = aggregate.function;
        const bool takes_one = function == Function::average || function == Function::sum ||
                               function == Function::highest || function == Function::lowest ||
                               function == Function::first || function == Function::last;
        if (!takes_one || aggregate.selection.of_signals() || aggregate.selection.filter) return {};
        if (aggregate.selection.period) {
            const model::Period& period = rules_.period(aggregate.selection.period);
            if (period.kind != model::Period::Kind::last || period.length.parameter) return {};
            const auto days = last(rules_.calendars, day(), period.length.length);
            if (!days || !days->contains(day())) return {};
        }
        const Series& series = rules_.schema->series_of(aggregate.selection.series);
        const Field& field = series.fields[aggregate.field.index()];
        if (series.last_counts_per || field.type.kind == FieldKind::duration) return {};
        value = written(bound, field);
        if (value.empty()) return {};
        const std::string& date_name = series.fields[series.date_field.index()].name;
        const std::string date = to_iso(day());
        const auto row = [](const std::string& left, const std::string& right, std::size_t first, std::size_t second) {
            return "      | " + left + std::string(first - std::min(first, left.size()), ' ') + " | " + right +
                   std::string(second - std::min(second, right.size()), ' ') + " |";
        };
        const std::size_t first = std::max(date.size(), date_name.size());
        const std::size_t second = std::max(value.size(), field.name.size());
        return {"    " + word(file_, Word::given) + ' ' + series.plural, row(date_name, field.name, first, second),
                row(date, value, first, second)};
    }

    const model::RuleSet& rules_;
    const ast::File& file_;
    const model::Signal& signal_;
};

void report(Context& context, std::size_t index, std::size_t lower, std::size_t higher, Implication& implication) {
    const auto& declared = context.declared.signals[index];
    const model::Signal& signal = context.rules.signals[index];
    const ast::SignalClause* clause = clause_of(*declared.node, signal.levels[lower].severity);
    const ast::SignalClause* above = clause_of(*declared.node, signal.levels[higher].severity);
    if (clause == nullptr || above == nullptr) return;
    const ast::File& file = *declared.file;

    Diagnostic diagnostic;
    diagnostic.code = Code::W107;
    diagnostic.span = {clause->span.source, clause->span.begin, clause->level_span.end};
    diagnostic.arguments = {context.quote(diagnostic.span)};
    const std::string condition = context.quote(file.expr(above->condition).span);
    const std::string level = word(file, word_of(signal.levels[higher].severity));
    diagnostic.labels = {
        {{above->span.source, above->span.begin, above->span.begin}, {}},
        {diagnostic.span, plain("wie hieraan voldoet, voldoet ook aan `" + condition + "` en krijgt `" + level + '`',
                                "whoever meets this, meets `" + condition + "` too and gets `" + level + '`')}};
    const bool is_same = implication.holds(signal.levels[higher].condition, signal.levels[lower].condition);
    const auto bound = implication.bound_of(implication.meaning(signal.levels[lower].condition));
    const bool can_swap =
        bound && !is_same && implication.bound_of(implication.meaning(signal.levels[higher].condition));
    if (!can_swap) {
        diagnostic.way_out =
            plain("haal deze regel weg, of laat de voorwaarde ook gelden waar `" + level + "` niet geldt",
                  "remove this line, or let the condition hold where `" + level + "` doesn't hold too");
    }
    if (bound && higher == 0) {
        diagnostic.example = ExampleWriter(context, file, signal).write(*bound, "W107");
    }
    context.report(std::move(diagnostic));
}

}  // namespace

void warn_about_unreached_levels(Context& context) {
    for (std::size_t index = 0; index < context.rules.signals.size(); ++index) {
        const auto& levels = context.rules.signals[index].levels;
        for (std::size_t lower = 1; lower < levels.size(); ++lower) {
            for (std::size_t higher = 0; higher < lower; ++higher) {
                Implication implication(context.rules);
                if (!implication.holds(levels[lower].condition, levels[higher].condition)) continue;
                report(context, index, lower, higher, implication);
                break;
            }
        }
    }
}

}  // namespace wegwijzer::checking
