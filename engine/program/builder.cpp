#include "engine/program/builder.h"

#include <algorithm>
#include <utility>

#include "engine/program/fold.h"

namespace wegwijzer::program {

namespace {

// Looks at the students, their events or their signals itself, so that its value is never the same for all.
bool reads_records(Opcode opcode) {
    switch (opcode) {
        case Opcode::field:
        case Opcode::spread:
        case Opcode::compare_field:
        case Opcode::between_field:
        case Opcode::one_of_field:
        case Opcode::window:
        case Opcode::last_counts:
        case Opcode::counting:
        case Opcode::count:
        case Opcode::count_distinct:
        case Opcode::count_any:
        case Opcode::sum_any:
        case Opcode::longest_run:
        case Opcode::longest_run_days:
        case Opcode::sum:
        case Opcode::average:
        case Opcode::highest:
        case Opcode::lowest:
        case Opcode::first:
        case Opcode::last:
        case Opcode::change:
        case Opcode::time_since_last:
        case Opcode::signal:
        case Opcode::signal_active:
        case Opcode::signal_severity:
        case Opcode::signals_count:
        case Opcode::signals_distinct:
        case Opcode::signals_sum:
        case Opcode::signals_average:
        case Opcode::signals_highest:
        case Opcode::signals_lowest: return true;
        default: return false;
    }
}

// Takes operands per student although it stands in the domain of events, or the other way round.
bool crosses_domains(Opcode opcode) { return reads_records(opcode) && opcode != Opcode::counting; }

}  // namespace

Register Builder::emit(Opcode opcode, Kind kind, std::vector<Register> operands) {
    Instruction instruction;
    instruction.opcode = opcode;
    instruction.kind = kind;
    return emit(instruction, std::move(operands));
}

Register Builder::emit(Instruction instruction, std::vector<Register> operands) {
    if (!crosses_domains(instruction.opcode)) {
        for (const Register operand : operands)
            if (const SeriesId domain = program_.instruction(operand).domain; domain) instruction.domain = domain;
    }
    if (const auto simpler = simplify(instruction, operands)) return *simpler;
    if (!crosses_domains(instruction.opcode) && instruction.domain) {
        for (Register& operand : operands) operand = spread_to(instruction.domain, operand);
    }
    return append(instruction, std::move(operands));
}

Register Builder::spread_to(SeriesId domain, Register id) {
    if (program_.instruction(id).domain == domain) return id;
    Instruction instruction;
    instruction.opcode = Opcode::spread;
    instruction.kind = kind_of(id);
    instruction.domain = domain;
    return append(instruction, {id});
}

Register Builder::append(Instruction instruction, std::vector<Register> operands) {
    std::vector<std::int64_t> key{static_cast<std::int64_t>(instruction.opcode),
                                  static_cast<std::int64_t>(instruction.kind),
                                  instruction.domain.value,
                                  instruction.series.value,
                                  instruction.field,
                                  instruction.detail,
                                  instruction.negated ? 1 : 0,
                                  instruction.has_phase ? 1 : 0,
                                  instruction.levels,
                                  instruction.immediate};
    for (const std::uint8_t severity : instruction.severities) key.push_back(severity);
    for (const Register operand : operands) key.push_back(operand.value);
    const auto [place, is_new] = made_.try_emplace(std::move(key), Register(program_.instructions.size()));
    if (!is_new) return place->second;
    instruction.first_operand = static_cast<std::uint32_t>(program_.operands.size());
    instruction.operand_count = static_cast<std::uint32_t>(operands.size());
    instruction.uniform = !reads_records(instruction.opcode) && std::ranges::all_of(operands, [this](Register operand) {
        return program_.instruction(operand).uniform;
    });
    program_.operands.insert(program_.operands.end(), operands.begin(), operands.end());
    program_.instructions.push_back(instruction);
    return place->second;
}

Register Builder::constant(Kind kind, std::int64_t value) {
    Instruction instruction;
    instruction.opcode = Opcode::constant;
    instruction.kind = kind;
    instruction.immediate = value;
    return append(instruction, {});
}

Register Builder::text_constant(std::string_view text) {
    const auto [place, is_new] =
        texts_.try_emplace(std::string(text), static_cast<std::uint32_t>(program_.texts.size()));
    if (is_new) program_.texts.emplace_back(text);
    return constant(Kind::text, place->second);
}

std::optional<std::int64_t> Builder::constant_of(Register id) const {
    const Instruction& instruction = program_.instruction(id);
    if (instruction.opcode != Opcode::constant) return std::nullopt;
    return instruction.immediate;
}

std::optional<Register> Builder::simplify(const Instruction& instruction, const std::vector<Register>& operands) {
    switch (instruction.opcode) {
        case Opcode::and_:
        case Opcode::or_: return simplify_junction(instruction, operands);
        case Opcode::select:
            // A branch that is a set of severities is not known here, so the instruction stays to see to that.
            if (instruction.kind == Kind::severities) return std::nullopt;
            if (const auto condition = constant_of(operands[0]))
                return *condition == static_cast<std::int64_t>(Tri::yes) ? operands[1] : operands[2];
            return std::nullopt;
        default: break;
    }
    std::vector<Folded> known;
    for (const Register operand : operands) {
        const auto value = constant_of(operand);
        if (!value) return std::nullopt;
        known.push_back({kind_of(operand), *value});
    }
    if (const auto value = fold(instruction, known)) return constant(instruction.kind, *value);
    return std::nullopt;
}

// `x and yes` is x; one `no` decides. Only constants go: the unknown parts keep their names.
std::optional<Register> Builder::simplify_junction(const Instruction& instruction,
                                                   const std::vector<Register>& operands) {
    const bool is_and = instruction.opcode == Opcode::and_;
    const auto neutral = static_cast<std::int64_t>(is_and ? Tri::yes : Tri::no);
    const auto deciding = static_cast<std::int64_t>(is_and ? Tri::no : Tri::yes);
    std::vector<Register> left;
    for (const Register operand : operands) {
        const auto value = constant_of(operand);
        if (value == deciding) return operand;
        if (value != neutral && std::ranges::find(left, operand) == left.end()) left.push_back(operand);
    }
    if (left.empty()) return constant(Kind::tri, neutral);
    if (left.size() == 1) return left.front();
    if (left.size() == operands.size()) return std::nullopt;
    return emit(instruction, std::move(left));
}

}  // namespace wegwijzer::program
