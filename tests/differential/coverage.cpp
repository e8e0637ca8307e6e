#include "tests/differential/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "engine/execute/bind.h"
#include "engine/execute/set_pool.h"
#include "engine/model/outcome.h"

namespace wegwijzer::test {

namespace {

using execute::Batch;
using program::Instruction;
using program::Kind;
using program::Opcode;
using program::Register;

bool is_relation(Opcode opcode) {
    const std::string_view name = program::info(opcode).name;
    return name.starts_with("compare") || name.starts_with("between") || name.starts_with("one_of") ||
           opcode == Opcode::is_known;
}
bool is_field_test(Opcode opcode) { return program::info(opcode).name.ends_with("_field"); }

bool may_fault(Opcode opcode) {
    switch (opcode) {
        case Opcode::negate:
        case Opcode::add:
        case Opcode::subtract:
        case Opcode::multiply:
        case Opcode::divide:
        case Opcode::quotient:
        case Opcode::add_days:
        case Opcode::subtract_days:
        case Opcode::shift_months:
        case Opcode::sum:
        case Opcode::sum_any:
        case Opcode::change:
        case Opcode::signals_sum: return true;
        default: return false;
    }
}

// The state of every live register in every row of one batch.
class States {
  public:
    explicit States(const Batch& batch)
        : batch_(batch),
          pool_(execute::words_for(std::max<std::size_t>(batch.program().missing.size(), 1))),
          attribution_(batch, pool_) {
        attribution_.signals.assign(batch.program().signals.size(),
                                    std::vector<execute::SignalReason>(batch.students()));
        const auto& instructions = batch.program().instructions;
        states_.resize(instructions.size());
        for (std::size_t i = 0; i < instructions.size(); ++i) {
            const std::size_t rows = rows_of(instructions[i]);
            for (std::size_t row = 0; row < rows; ++row) states_[i].push_back(own_state(Register(i), row));
        }
        find_faults_of_aggregates();
    }
    [[nodiscard]] std::size_t rows_of(const Instruction& one) const { return batch_.rows_of(one.domain); }
    [[nodiscard]] State at(Register id, std::size_t row) const { return states_[id.index()][row]; }

  private:
    [[nodiscard]] State own_state(Register id, std::size_t row) const {
        const Instruction& one = batch_.instruction(id);
        if (!one.live && one.opcode != Opcode::field) return State::known;
        const auto& cells = batch_.cells(id);
        switch (one.kind) {
            case Kind::signal: {
                const auto status = static_cast<model::SignalStatus>(cells.bytes[row]);
                if (status == model::SignalStatus::undetermined) return State::unknown;
                return std::has_single_bit(cells.upper_bytes[row]) ? State::known : State::range;
            }
            case Kind::severities:
                if (std::popcount(cells.bytes[row]) > 1) return State::range;
                break;
            case Kind::range:
                if (execute::bit_at(cells.known.data(), row) && cells.value[row] != cells.upper[row]) {
                    return State::range;
                }
                break;
            default: break;
        }
        if (batch_.is_ordinary(id, row)) return State::known;
        const auto operands = batch_.operands_of(one);
        const bool is_calculation = may_fault(one.opcode) && one.series.is_none() && one.opcode != Opcode::signals_sum;
        if (is_calculation &&
            std::ranges::all_of(operands, [&](Register operand) { return batch_.is_ordinary(operand, row); })) {
            return State::fault;
        }
        return State::unknown;
    }

    // Whether an aggregate overflowed is for the attribution to say.
    void find_faults_of_aggregates() {
        const auto& program = batch_.program();
        for (std::size_t i = 0; i < program.origins.size(); ++i) {
            const program::Origin& origin = program.origins[i];
            if (origin.rule != program::Origin::Rule::aggregate && origin.rule != program::Origin::Rule::signals)
                continue;
            const Instruction& one = program.instruction(origin.value);
            if (!may_fault(one.opcode)) continue;
            for (std::size_t row = 0; row < batch_.students(); ++row) {
                if (at(origin.value, row) != State::unknown) continue;
                attribution_.start(row);
                attribution_.add(program::OriginId(i));
                const auto& faults = pool_.faults(attribution_.faults_number());
                const bool is_own =
                    std::ranges::any_of(faults, [&](const model::Fault& fault) { return fault.origin == origin.span; });
                if (is_own) states_[origin.value.index()][row] = State::fault;
            }
        }
    }

    const Batch& batch_;
    execute::SetPool pool_;
    execute::Attribution attribution_;
    std::vector<std::vector<State>> states_;
};

}  // namespace

std::string_view name_of(State state) {
    static constexpr std::string_view names[] = {"known", "unknown", "range", "fault"};
    return names[static_cast<std::size_t>(state)];
}

std::string text_of(const Combination& combination) {
    return fmt::format("{} {} {}", program::info(combination.opcode).name, program::name_of(combination.kind),
                       name_of(combination.state));
}

void Coverage::add(const program::Program& program, const Cohort& cohort, Date reference_date) {
    if (cohort.students == 0) return;
    const execute::Bound bound = execute::bind(program, cohort, reference_date);
    Batch batch(bound, cohort.students);
    batch.run(0, cohort.students);
    const States states(batch);
    for (std::size_t i = 0; i < program.instructions.size(); ++i) {
        const Instruction& one = program.instructions[i];
        if (!one.live) continue;
        const auto operands = program.operands_of(one);
        for (std::size_t row = 0; row < states.rows_of(one); ++row) {
            State state = states.at(Register(i), row);
            Kind kind = one.kind;
            if (is_relation(one.opcode)) {
                kind = program.instruction(operands[0]).kind;
                State worst = State::known;
                for (const Register operand : operands)
                    worst = std::max(worst, states.at(operand, is_field_test(one.opcode) ? 0 : row));
                if (!is_field_test(one.opcode) || worst == State::fault) state = worst;
            }
            ++counts_[{one.opcode, kind, state}];
        }
    }
}

std::uint64_t Coverage::count(const Combination& combination) const {
    const auto found = counts_.find(combination);
    return found == counts_.end() ? 0 : found->second;
}

std::vector<Combination> all_combinations() {
    const auto fits = [](std::string_view asked, Kind kind) {
        const bool is_value = kind == Kind::number || kind == Kind::date || kind == Kind::choice || kind == Kind::text;
        if (asked.starts_with('~')) asked.remove_prefix(1);
        asked = asked.substr(0, asked.find_first_of(",+"));
        if (asked == "any") return true;
        if (asked == "value") return is_value;
        if (asked == "exact") return kind == Kind::number || kind == Kind::ratio;
        if (asked == "counted") return kind == Kind::number || kind == Kind::ratio || kind == Kind::range;
        return asked == program::name_of(kind);
    };
    std::vector<Combination> all;
    for (std::size_t opcode = 0; opcode < program::opcode_count(); ++opcode) {
        const auto code = static_cast<Opcode>(opcode);
        const program::OpcodeInfo& about = program::info(code);
        for (int kind = 0; kind <= static_cast<int>(Kind::signal); ++kind) {
            if (!fits(is_relation(code) ? about.operands : about.result, static_cast<Kind>(kind))) continue;
            for (std::size_t state = 0; state < state_count; ++state)
                all.push_back({code, static_cast<Kind>(kind), static_cast<State>(state)});
        }
    }
    return all;
}

std::string_view why_impossible(const Combination& of) {
    const auto is = [&](auto... kinds) { return ((of.kind == kinds) || ...); };
    const std::string_view name = program::info(of.opcode).name;
    const bool has_ranges = name.ends_with("_counted") || name.ends_with("_severity");
    switch (of.opcode) {
        case Opcode::constant:
            if (of.state != State::known) return "a constant is known";
            if (is(Kind::ratio, Kind::range, Kind::interval, Kind::window, Kind::signal)) return "is never written";
            return "";
        case Opcode::unknown:
            if (of.state != State::unknown) return "it is unknown";
            if (is(Kind::date)) return "";
            return "stands for a start date that no field holds; open parameters do not run";
        case Opcode::field:
            if (!is(Kind::number, Kind::date, Kind::choice, Kind::text, Kind::tri)) return "no field is of this kind";
            break;
        case Opcode::spread:
            if (is(Kind::interval, Kind::window, Kind::signal, Kind::length)) return "stands in no filter";
            if (is(Kind::severities)) return "signals stand in no filter over events";
            break;
        case Opcode::parameter:
            if (is(Kind::ratio, Kind::range, Kind::severities, Kind::interval, Kind::window, Kind::signal)) {
                return "no parameter is of this kind";
            }
            break;
        case Opcode::select:
            if (is(Kind::ratio, Kind::range, Kind::interval, Kind::window, Kind::signal, Kind::length)) {
                return "branches are ordinary values";
            }
            if (of.state == State::range) return "branches are ordinary values";
            break;
        case Opcode::table_unique:
        case Opcode::table_first:
            if (is(Kind::ratio, Kind::range, Kind::interval, Kind::window, Kind::signal, Kind::length,
                   Kind::severities)) {
                return "a tabel gives ordinary values";
            }
            break;
        case Opcode::highest:
        case Opcode::lowest:
            if (!is(Kind::number, Kind::date, Kind::choice)) return "the field has no order";
            break;
        case Opcode::first:
        case Opcode::last:
            if (!is(Kind::number, Kind::date, Kind::choice, Kind::text)) return "no field is of this kind";
            break;
        case Opcode::signals_highest:
        case Opcode::signals_lowest:
            if (!is(Kind::number, Kind::severities)) return "factors and clusters have no order";
            if (of.state == State::range) return "an open severity makes it unknown";
            break;
        case Opcode::is_known:
            if (is(Kind::interval, Kind::window, Kind::signal, Kind::length)) return "is no value of an expression";
            break;
        default: break;
    }
    if (name.starts_with("between") && is(Kind::text)) return "a text has no order";
    if (of.opcode == Opcode::reference_date && of.state != State::known) return "the peildatum is known";
    if (of.state == State::range) {
        if (is_relation(of.opcode)) {
            if (has_ranges || (of.opcode == Opcode::is_known && is(Kind::range, Kind::severities))) return "";
            return "no operand is a range or a set";
        }
        if (is(Kind::range, Kind::severities, Kind::signal)) return "";
        return "only counts, severities and signals stand for several values";
    }
    if (of.state == State::fault) {
        if (is_relation(of.opcode)) {
            if (name.ends_with("_severity")) return "severities are not calculated";
            if (is(Kind::range) && of.opcode == Opcode::is_known) return "a count is not a calculation that fails";
            if (is(Kind::choice, Kind::text, Kind::severities, Kind::tri)) return "is not calculated";
            return "";
        }
        if (!may_fault(of.opcode)) return "is no calculation that fails";
        if (of.opcode == Opcode::negate) return "all but one number have an opposite";
        return "";
    }
    if (of.opcode == Opcode::signals_count && of.state == State::unknown) return "a signal is there, or may be";
    return "";
}

}  // namespace wegwijzer::test
