#include "api/run/sweep_range.h"

#include <algorithm>
#include <string>

#include "dsl/ast/length_words.h"
#include "engine/base/unicode.h"
#include "engine/compare/sweep.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::run {
namespace {

using model::Constant;
using model::ValueKind;

// A part of what was written, without the blanks around it.
struct Part {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

class RangeReader {
  public:
    RangeReader(const model::RuleSet& rules, std::string_view written, SourceId source)
        : rules_(rules), written_(written), source_(source) {
        language_ = rules.packs.empty() ? Language::nl : rules.packs.front().language;
    }

    SweepRange read() {
        read_parts();
        return std::move(result_);
    }

  private:
    [[nodiscard]] std::string_view text(Part part) const { return written_.substr(part.begin, part.end - part.begin); }
    [[nodiscard]] std::string text_of(Part part) const { return std::string(text(part)); }
    [[nodiscard]] Part trimmed(std::size_t begin, std::size_t end) const {
        while (begin < end && written_[begin] == ' ') ++begin;
        while (end > begin && written_[end - 1] == ' ') --end;
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    void fail(Code code, Part part, std::vector<Localized> arguments, Localized way_out = {}) {
        if (result_.problem) return;
        Diagnostic problem;
        problem.code = code;
        problem.span = {source_, part.begin, part.end};
        problem.arguments = std::move(arguments);
        problem.way_out = std::move(way_out);
        result_.problem = std::move(problem);
        result_.values.clear();
    }
    [[nodiscard]] Part whole() const { return {0, static_cast<std::uint32_t>(written_.size())}; }

    void read_parts() {
        const std::size_t equals = written_.find('=');
        const Part name = trimmed(0, std::min(equals, written_.size()));
        if (name.begin == name.end) return fail_shape(whole());
        find_parameter(name);
        if (result_.problem) return;
        if (equals == std::string_view::npos) return fail_shape(name);
        const std::size_t dots = written_.find("..", equals);
        if (dots == std::string_view::npos) return fail_shape(trimmed(equals + 1, written_.size()));
        const std::size_t slash = written_.find('/', dots);
        const std::size_t end = std::min(slash, written_.size());
        from_ = trimmed(equals + 1, dots);
        to_ = trimmed(dots + 2, end);
        if (slash != std::string_view::npos) step_ = trimmed(slash + 1, written_.size());
        if (from_.begin == from_.end || to_.begin == to_.end || (step_ && step_->begin == step_->end)) {
            return fail_shape(trimmed(equals + 1, written_.size()));
        }
        read_values();
        check_bounds();
    }

    // An example that goes with the parameter.
    [[nodiscard]] std::string example() const {
        const auto* low = parameter_->lowest ? std::get_if<Decimal>(&*parameter_->lowest) : nullptr;
        const auto* high = parameter_->highest ? std::get_if<Decimal>(&*parameter_->highest) : nullptr;
        if (low != nullptr && high != nullptr && *low < *high) {
            const std::int64_t quarter = (high->micros() - low->micros()) / 4;
            const Decimal step = is_count_ ? Decimal::from_integer(1) : Decimal::from_micros(quarter);
            const auto written = [this](Decimal value) {
                return comparison::written_value(rules_, value, parameter_->type, language_);
            };
            return written(*low) + ".." + written(*high) + "/" + written(step);
        }
        switch (parameter_->type.kind) {
            case ValueKind::percentage: return "60%..80%/5%";
            case ValueKind::grade: return "5..6/0.1";
            case ValueKind::date: return "2026-09-01..2026-09-29/7 dagen";
            case ValueKind::duration: return "2..6/1";
            case ValueKind::boolean: return "nee..ja";
            case ValueKind::choice: {
                const auto& names = rules_.choice_domains[parameter_->type.choices.index()].names;
                return names.front() + ".." + names.back();
            }
            default: return "1..5/1";
        }
    }
    void fail_shape(Part part) {
        const std::string proposal = parameter_ == nullptr ? "grens=60%..80%/5%" : parameter_->name + "=" + example();
        fail(Code::F273, part, {}, {"schrijf `--sweep \"" + proposal + "\"`", "write `--sweep \"" + proposal + "\"`"});
    }

    void find_parameter(Part name) {
        const std::string wanted = to_nfc_trimmed(text(name));
        std::vector<std::string> names;
        for (std::size_t i = 0; i < rules_.parameters.size(); ++i) {
            if (rules_.parameters[i].name == wanted) {
                result_.parameter = model::ParameterId{i};
                parameter_ = &rules_.parameters[i];
                is_count_ = parameter_->is_whole || counts(model::ParameterId{i});
                return;
            }
            names.push_back(rules_.parameters[i].name);
        }
        Localized way_out;
        if (const auto near = did_you_mean(wanted, names)) {
            way_out = ask_whether(*near);
        } else if (names.empty()) {
            way_out = {"dit regelpakket heeft geen parameters", "this rule pack has no parameters"};
        } else {
            std::string list;
            for (const std::string& one : names) list += (list.empty() ? "`" : ", `") + one + "`";
            way_out = {"kies uit " + list, "choose from " + list};
        }
        fail(Code::F272, name, {wanted}, way_out);
    }

    // Is it a number of parts, events or study weeks somewhere? Then it must stay whole, in a rule set made by a program too.
    [[nodiscard]] bool counts(model::ParameterId id) const {
        const auto is_it = [&](model::ExprId expr) {
            if (expr.is_none()) return false;
            const auto* value = std::get_if<model::ParameterValue>(&rules_.expr(expr).node);
            return value != nullptr && value->parameter == id;
        };
        const bool in_expression = std::ranges::any_of(rules_.exprs, [&](const model::Expr& expr) {
            const auto* list = std::get_if<model::Quantified>(&expr.node);
            const auto* events = std::get_if<model::Existence>(&expr.node);
            return (list != nullptr && is_it(list->count)) || (events != nullptr && is_it(events->count));
        });
        return in_expression || std::ranges::any_of(rules_.periods, [&](const model::Period& period) {
                   return is_it(period.first) || is_it(period.last_one);
               });
    }

    void read_values() {
        switch (parameter_->type.kind) {
            case ValueKind::boolean: return read_list({yes_no(false), yes_no(true)});
            case ValueKind::choice: {
                std::vector<std::pair<std::string, Constant>> values;
                const auto& names = rules_.choice_domains[parameter_->type.choices.index()].names;
                for (std::uint32_t i = 0; i < names.size(); ++i) values.emplace_back(names[i], model::ChoiceValue{i});
                return read_list(values);
            }
            case ValueKind::number:
            case ValueKind::grade:
            case ValueKind::percentage:
            case ValueKind::points:
            case ValueKind::date:
            case ValueKind::duration: break;
            case ValueKind::text:
            case ValueKind::severity: return fail(Code::F278, whole_name(), {parameter_->name});
        }
        if (!step_) return fail_shape({from_.begin, to_.end});
        const std::optional<std::int64_t> from = scalar(from_, false);
        const std::optional<std::int64_t> to = from ? scalar(to_, false) : std::nullopt;
        const std::optional<std::int64_t> step = to ? scalar(*step_, true) : std::nullopt;
        if (!step) return;
        if (*step <= 0) return fail(Code::F277, *step_, {text_of(*step_)});
        if (*to < *from) {
            const std::string proposal =
                parameter_->name + "=" + text_of(to_) + ".." + text_of(from_) + "/" + text_of(*step_);
            return fail(Code::F279, {from_.begin, to_.end}, {text_of(to_), text_of(from_)},
                        {"schrijf `" + proposal + "`", "write `" + proposal + "`"});
        }
        const std::int64_t count = (*to - *from) / *step + 1;
        if (count > static_cast<std::int64_t>(most_sweep_values)) {
            return fail(Code::F276, *step_, {std::to_string(count), std::to_string(most_sweep_values)});
        }
        for (std::int64_t i = 0; i < count; ++i) result_.values.push_back(constant(*from + i * *step));
    }
    [[nodiscard]] Part whole_name() const { return trimmed(0, written_.find('=')); }
    [[nodiscard]] std::pair<std::string, Constant> yes_no(bool value) const {
        return {std::string(spelling(value ? Word::yes : Word::no, language_)), value};
    }

    // Through the values of a keuze, or no and yes.
    void read_list(const std::vector<std::pair<std::string, Constant>>& values) {
        if (step_) {
            return fail(Code::F273, *step_, {},
                        {"laat de stap weg: `" + parameter_->name + "=" + example() + "`",
                         "leave out the step: `" + parameter_->name + "=" + example() + "`"});
        }
        const auto place = [&](Part part) {
            const auto found = std::ranges::find_if(
                values, [&](const auto& value) { return value.first == to_nfc_trimmed(text(part)); });
            if (found != values.end()) return found;
            std::string list;
            for (const auto& value : values) list += (list.empty() ? "`" : ", `") + value.first + "`";
            fail(Code::F274, part, {text_of(part), parameter_->name}, {"kies uit " + list, "choose from " + list});
            return found;
        };
        const auto from = place(from_);
        const auto to = place(to_);
        if (result_.problem) return;
        if (to < from) {
            return fail(Code::F279, {from_.begin, to_.end}, {text_of(to_), text_of(from_)},
                        {"schrijf `" + parameter_->name + "=" + to->first + ".." + from->first + "`",
                         "write `" + parameter_->name + "=" + to->first + ".." + from->first + "`"});
        }
        for (auto value = from; value <= to; ++value) result_.values.push_back(value->second);
    }

    std::optional<std::int64_t> refuse(Part part, const std::string& proposal) {
        fail(Code::F274, part, {text_of(part), parameter_->name},
             {"schrijf iets als `" + proposal + "`", "write something like `" + proposal + "`"});
        return std::nullopt;
    }

    // Millionths, days, or units of a duration.
    std::optional<std::int64_t> scalar(Part part, bool is_step) {
        std::string_view number = text(part);
        if (parameter_->type.kind == ValueKind::date && !is_step) {
            const std::optional<Date> date = parse_iso_date(number);
            if (!date) return refuse(part, "2026-09-01");
            return date->days();
        }
        // The number, and what stands behind it.
        const std::size_t length = std::min(number.find_first_not_of("-0123456789.,"), number.size());
        std::string_view unit = number.substr(length);
        number = number.substr(0, length);
        while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
        while (number.ends_with(' ')) number.remove_suffix(1);
        const char mark = number.find(',') != std::string_view::npos ? ',' : '.';
        const std::optional<Decimal> value = parse_decimal(number, mark);
        switch (parameter_->type.kind) {
            case ValueKind::percentage:
            case ValueKind::points: return percentage(part, number, unit, is_step);
            case ValueKind::date:
            case ValueKind::duration: return whole_units(part, value, unit);
            default: break;
        }
        const std::string& own = parameter_->type.unit;
        if (!value) return refuse(part, own.empty() ? "3" : "3 " + own);
        if (!unit.empty() && unit != own) return refuse(part, std::string(number) + (own.empty() ? "" : " " + own));
        if (is_count_ && !value->is_integer()) return refuse(part, std::to_string(value->rounded_to_integer()));
        return value->micros();
    }
    std::optional<std::int64_t> percentage(Part part, std::string_view number, std::string_view unit, bool is_step) {
        const std::optional<Decimal> ratio =
            parse_percent(number, number.find(',') != std::string_view::npos ? ',' : '.');
        const bool is_percent = unit == "%";
        const bool is_points = unit == spelling(Word::percentage_points, Language::nl) ||
                               unit == spelling(Word::percentage_points, Language::en);
        const bool fits = is_percent || (is_points && (is_step || parameter_->type.kind == ValueKind::points));
        if (!ratio || !fits) return refuse(part, ratio ? std::string(number) + "%" : is_step ? "5%" : "70%");
        return ratio->micros();
    }

    // Whole dagen, weken, ...; of a date the step, in dagen or weken.
    std::optional<std::int64_t> whole_units(Part part, const std::optional<Decimal>& value, std::string_view unit) {
        const bool of_date = parameter_->type.kind == ValueKind::date;
        const LengthUnit own = of_date ? LengthUnit::days : parameter_->unit;
        const std::string proposal = explain_length(own);
        if (!value || !value->is_integer()) return refuse(part, proposal);
        const std::int64_t count = value->rounded_to_integer();
        if (unit.empty()) return count;
        const std::optional<LengthUnit> written = unit_of(unit);
        if (!written) return refuse(part, proposal);
        if (*written == own) return count;
        if (of_date && *written == LengthUnit::weeks) return count * 7;
        return refuse(part, proposal);
    }
    [[nodiscard]] std::string explain_length(LengthUnit unit) const {
        return comparison::written_value(rules_, Length{2, unit}, {ValueKind::duration, {}, {}}, language_);
    }
    static std::optional<LengthUnit> unit_of(std::string_view written) {
        for (const ast::LengthWords& words : ast::length_words) {
            for (const Language language : {Language::nl, Language::en}) {
                if (written == spelling(words.one, language) || written == spelling(words.many, language)) {
                    return words.unit;
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Constant constant(std::int64_t scalar) const {
        switch (parameter_->type.kind) {
            case ValueKind::date: return Date::from_days(static_cast<std::int32_t>(scalar));
            case ValueKind::duration: return Length{scalar, parameter_->unit};
            default: return Decimal::from_micros(scalar);
        }
    }

    // -1, 0 or 1; nothing where there is no order.
    static std::optional<int> order(const Constant& left, const Constant& right) {
        const auto sign = [](const auto& one, const auto& other) { return one < other ? -1 : other < one ? 1 : 0; };
        if (left.index() != right.index()) return std::nullopt;
        if (const auto* number = std::get_if<Decimal>(&left)) return sign(*number, std::get<Decimal>(right));
        if (const auto* date = std::get_if<Date>(&left)) return sign(*date, std::get<Date>(right));
        if (const auto* choice = std::get_if<model::ChoiceValue>(&left)) {
            return sign(choice->index, std::get<model::ChoiceValue>(right).index);
        }
        if (const auto* length = std::get_if<Length>(&left)) return sign(length->count, std::get<Length>(right).count);
        return std::nullopt;
    }
    void check_bounds() {
        if (result_.values.empty() || result_.problem) return;
        const auto outside = [&](const Constant& value) {
            const auto below = parameter_->lowest ? order(value, *parameter_->lowest) : std::nullopt;
            const auto above = parameter_->highest ? order(value, *parameter_->highest) : std::nullopt;
            return (below && *below < 0) || (above && *above > 0);
        };
        const bool first = outside(result_.values.front());
        if (!first && !outside(result_.values.back())) return;
        const Part part = first ? from_ : to_;
        const auto written = [&](const std::optional<Constant>& value) {
            return value ? comparison::written_value(rules_, *value, parameter_->type, language_) : std::string("…");
        };
        const std::string low = written(parameter_->lowest);
        const std::string high = written(parameter_->highest);
        fail(Code::F275, part, {text_of(part), parameter_->name, low, high});
    }

    const model::RuleSet& rules_;
    std::string_view written_;
    SourceId source_;
    Language language_ = Language::nl;
    const model::Parameter* parameter_ = nullptr;
    bool is_count_ = false;
    Part from_;
    Part to_;
    std::optional<Part> step_;
    SweepRange result_;
};

}  // namespace

SweepRange read_sweep_range(const model::RuleSet& rules, std::string_view written, SourceId source) {
    return RangeReader(rules, written, source).read();
}

}  // namespace wegwijzer::run
