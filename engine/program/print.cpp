#include "engine/program/print.h"

#include <fmt/format.h>

#include <iterator>

#include "engine/base/date.h"
#include "engine/base/decimal.h"

namespace wegwijzer::program {

namespace {

std::string_view sign_of(std::uint32_t compare) {
    switch (static_cast<model::CompareOp>(compare)) {
        case model::CompareOp::less: return "<";
        case model::CompareOp::less_equal: return "<=";
        case model::CompareOp::greater: return ">";
        case model::CompareOp::greater_equal: return ">=";
        case model::CompareOp::equal: return "=";
        case model::CompareOp::not_equal: return "<>";
    }
    return "?";
}

std::string_view unit_of(LengthUnit unit) {
    switch (unit) {
        case LengthUnit::minutes: return "minutes";
        case LengthUnit::hours: return "hours";
        case LengthUnit::days: return "days";
        case LengthUnit::working_days: return "working_days";
        case LengthUnit::weeks: return "weeks";
        case LengthUnit::teaching_weeks: return "teaching_weeks";
        case LengthUnit::months: return "months";
        case LengthUnit::years: return "years";
    }
    return "?";
}

std::string_view word_of(model::Quantifier quantifier) {
    switch (quantifier) {
        case model::Quantifier::all: return "all";
        case model::Quantifier::at_least: return "at_least";
        case model::Quantifier::at_most: return "at_most";
        case model::Quantifier::exactly: return "exactly";
        case model::Quantifier::none: return "none";
    }
    return "?";
}

std::string_view word_of(model::SignalField field) {
    switch (field) {
        case model::SignalField::severity: return "severity";
        case model::SignalField::factor: return "factor";
        case model::SignalField::cluster: return "cluster";
        case model::SignalField::weight: return "weight";
    }
    return "?";
}

class Printer {
  public:
    explicit Printer(const Program& program) : program_(program) {}

    std::string run() {
        for (std::size_t i = 0; i < program_.instructions.size(); ++i) instruction(i);
        for (const SignalProgram& signal : program_.signals) {
            line("signal {} = {}", signal.name, reg(signal.value));
        }
        for (const PolicyProgram& policy : program_.policies) {
            text_ += fmt::format("policy {} = {}", policy.name, reg(policy.condition.value));
            for (const ConditionProgram& unless : policy.unless) text_ += fmt::format(" unless {}", reg(unless.value));
            for (const TermProgram& term : policy.terms) {
                if (term.kind == TermProgram::Kind::within) text_ += fmt::format(" within {}", reg(term.term.value));
                if (term.kind == TermProgram::Kind::due) text_ += fmt::format(" due {}", reg(term.term.value));
            }
            text_ += '\n';
        }
        for (const PlanProgram& plan : program_.plans) {
            text_ += fmt::format("plan {} = {}", plan.name, reg(plan.goal.value));
            for (const auto& [length, first_week, last_week] : plan.steps) {
                text_ += " step";
                if (length.kind != TermProgram::Kind::none) text_ += fmt::format(" length {}", reg(length.term.value));
                if (first_week.kind == TermProgram::Kind::none) continue;
                text_ += fmt::format(" weeks {} {}", reg(first_week.term.value), reg(last_week.term.value));
            }
            text_ += '\n';
        }
        for (std::size_t i = 0; i < program_.limits.size(); ++i) {
            const TermProgram& limit = program_.limits[i];
            if (limit.kind != TermProgram::Kind::none) line("limit {} = {}", i, reg(limit.term.value));
        }
        return std::move(text_);
    }

  private:
    template <class... Values>
    void line(fmt::format_string<Values...> format, Values&&... values) {
        fmt::format_to(std::back_inserter(text_), format, std::forward<Values>(values)...);
        text_ += '\n';
    }

    static std::string reg(Register id) { return id.is_none() ? "-" : fmt::format("%{}", id.value); }

    void instruction(std::size_t at) {
        const Instruction& one = program_.instructions[at];
        text_ += fmt::format("%{:<4}{:<11}{}", at, name_of(one.kind), info(one.opcode).name);
        if (one.domain) text_ += fmt::format(" [{}]", program_.schema->series_of(one.domain).plural);
        if (one.series) text_ += fmt::format(" {}", program_.schema->series_of(one.series).plural);
        details(one);
        for (const Register operand : program_.operands_of(one)) text_ += ' ' + reg(operand);
        if (!one.live) {
            text_ += "  ; on its column";
        } else if (one.uniform) {
            text_ += "  ; once";
        }
        text_ += '\n';
    }

    void details(const Instruction& one) {
        switch (one.opcode) {
            case Opcode::constant: text_ += ' ' + constant(one); break;
            case Opcode::field:
            case Opcode::last_counts: text_ += ' ' + field_of(one, one.domain); break;
            case Opcode::compare_field:
                text_ += fmt::format(" {} {}", field_of(one, one.domain), sign_of(one.detail));
                break;
            case Opcode::between_field:
            case Opcode::one_of_field: text_ += ' ' + field_of(one, one.domain); break;
            case Opcode::compare:
            case Opcode::compare_exact:
            case Opcode::compare_counted:
            case Opcode::compare_severity: text_ += fmt::format(" {}", sign_of(one.detail)); break;
            case Opcode::quantified:
                text_ += fmt::format(" {}", word_of(static_cast<model::Quantifier>(one.detail)));
                break;
            case Opcode::shift_months: text_ += fmt::format(" {}", one.immediate); break;
            case Opcode::in_phase:
            case Opcode::period_phase: text_ += ' ' + program_.phase_names[one.detail]; break;
            case Opcode::count_distinct:
            case Opcode::sum:
            case Opcode::sum_any:
            case Opcode::average:
            case Opcode::highest:
            case Opcode::lowest:
            case Opcode::first:
            case Opcode::last:
            case Opcode::change: text_ += fmt::format(".{}", field_of(one, one.series)); break;
            case Opcode::signal: signal(one); break;
            case Opcode::signals_distinct:
            case Opcode::signals_sum:
            case Opcode::signals_average:
            case Opcode::signals_highest:
            case Opcode::signals_lowest:
                text_ += fmt::format(" {}", word_of(static_cast<model::SignalField>(one.detail)));
                break;
            case Opcode::signal_severity:
                if (one.negated) text_ += " active";
                break;
            default: break;
        }
        const bool negatable = one.opcode != Opcode::signal_severity;
        if (one.negated && negatable) text_ += " negated";
    }

    void signal(const Instruction& one) {
        static constexpr std::string_view names[] = {"none", "low", "medium", "high"};
        text_ += ' ' + program_.signals[one.detail].name;
        if (one.has_phase) text_ += " phase";
        for (std::size_t i = 0; i < one.levels; ++i) text_ += fmt::format(" {}", names[one.severities[i]]);
    }

    [[nodiscard]] std::string field_of(const Instruction& one, SeriesId series) const {
        return series ? program_.schema->series_of(series).fields[one.field].name
                      : program_.schema->student_fields[one.field].name;
    }

    [[nodiscard]] std::string constant(const Instruction& one) const {
        switch (one.kind) {
            case Kind::tri: return one.immediate == static_cast<std::int64_t>(Tri::yes) ? "yes" : "no";
            case Kind::number: return to_text(Decimal::from_micros(one.immediate), 0, '.');
            case Kind::date: return to_iso(Date::from_days(static_cast<std::int32_t>(one.immediate)));
            case Kind::text: return fmt::format("\"{}\"", program_.texts[static_cast<std::size_t>(one.immediate)]);
            case Kind::length: {
                const Length length = unpack_length(one.immediate);
                return fmt::format("{} {}", length.count, unit_of(length.unit));
            }
            default: return fmt::format("{}", one.immediate);
        }
    }

    const Program& program_;
    std::string text_;
};

}  // namespace

std::string print(const Program& program) { return Printer(program).run(); }

}  // namespace wegwijzer::program
