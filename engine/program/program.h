// One flat, index-linked, typed program for a whole rule set. Pure data: no callbacks, no peildatum, no cohort; it can be
// bound to any of these (engine/execute) or be lowered further. Instructions stand in an order in which every operand
// comes before its use, and no two of them make the same value.
//
// Beside the instructions stands the origin: the author's own structure, with for each node the register that holds its
// value. Sharing and folding change the instructions, never the origin: missing fields and faults are found by walking it
// from a condition through its unknown parts (docs/semantics.md, "Missing and faults").
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/calendar/calendar.h"
#include "engine/calendar/period.h"
#include "engine/model/outcome.h"
#include "engine/model/rule_set.h"
#include "engine/records/schema.h"

namespace wegwijzer::program {

enum class Kind : std::uint8_t {
    tri,
    number,
    ratio,
    range,
    severities,
    date,
    choice,
    text,
    length,
    interval,
    window,
    signal
};

enum class Opcode : std::uint8_t {
#define OPCODE(name, result, operands, sentence) name,
#include "engine/program/opcodes.def"
#undef OPCODE
};

struct OpcodeInfo {
    std::string_view name;
    std::string_view result;
    std::string_view operands;
    std::string_view sentence;
};
[[nodiscard]] const OpcodeInfo& info(Opcode opcode);
[[nodiscard]] std::size_t opcode_count();
[[nodiscard]] std::string_view name_of(Kind kind);

using Register = Id<struct RegisterTag>;  // index of the instruction that makes the value
using OriginId = Id<struct OriginTag>;

struct Instruction {
    Opcode opcode = Opcode::constant;
    Kind kind = Kind::tri;
    // The field is a boolean: `first` and `last` of one give a choice 0 or 1, and `field` gives a tri.
    SeriesId domain;           // none: one value per student; else one per event of this series
    SeriesId series;           // of the events that are looked at, where that is not the domain (aggregates, window)
    std::uint32_t field = 0;   // field, *_field: of the student or of the domain; aggregates: of the series
    std::uint32_t detail = 0;  // CompareOp, Quantifier, SignalField, PhaseId; signal: its SignalId
    bool negated = false;      // between*, one_of*: `is niet`; is_known: asks unknown; signal_severity: in signalen
    bool has_phase = false;    // signal: the first operand is its phases
    std::uint8_t severities[3]{};  // signal: of its levels, the last operands
    std::uint8_t levels = 0;       // signal
    std::int64_t immediate = 0;    // constant: see Constants below; shift_months: the months
    std::uint32_t first_operand = 0;
    std::uint32_t operand_count = 0;
    // The same value for every student once the program is bound: computed once, not per batch.
    bool uniform = false;
    // Read by a live instruction or an outcome as a whole register. Others (a field that is only ever compared on its
    // column) are there for the origin and are not executed.
    bool live = false;
};
// Constants, in Instruction::immediate: tri 0 unknown, 1 yes, 2 no; number in micros; severities as bits (bit 0 is
// `none`); date in days; choice the index; text the index into Program::texts; length = count * 8 + LengthUnit.
[[nodiscard]] constexpr std::int64_t pack_length(Length length) {
    return length.count * 8 + static_cast<std::int64_t>(length.unit);
}
[[nodiscard]] constexpr Length unpack_length(std::int64_t packed) {
    return {packed >> 3, static_cast<LengthUnit>(packed & 7)};
}

// A node of the author's structure.
struct Origin {
    enum class Rule : std::uint8_t {
        field,        // a leaf: names `missing` where `value` is unknown
        operands,     // of all unknown children together
        calculation,  // likewise; a fault when no child is unknown
        conditional,  // children: condition, if true, if false
        table,        // children: per row what its tests ask, and its result, in the order of the instruction's pairs
        parameter,    // children: the conditions of `stel` lines, in the order of the instruction's pairs
        period,       // of all unknown children together; never a fault
        aggregate,    // children: filter or none, period or none
        signal,       // what the signal `index` misses
        signals,      // children: the filters in the order of the instruction's pairs, or none
    };
    Rule rule = Rule::operands;
    Register value;
    Span span;
    std::uint32_t first_child = 0;
    std::uint32_t child_count = 0;
    std::uint32_t index = 0;   // field: of Program::missing; signal: the SignalId
    Register filter;           // aggregate: the filter as the instruction reads it, or none
    Register last_counts;      // aggregate: of a series with `geldt laatste per`, or none
    Register window;           // aggregate: its window
    Register earlier_window;   // aggregate: of `verandering`
    bool has_field = false;    // aggregate: `field` is what is aggregated
    std::uint32_t field = 0;   // aggregate
    SeriesId series;           // aggregate
    bool needs_dates = false;  // aggregate: eerste, laatste, tijd sinds laatste, langste rij
    bool is_count = false;     // aggregate: aantal, aantal verschillende
    bool is_run = false;       // aggregate: langste rij
};

struct SignalProgram {
    std::string name;
    model::SignalKind kind = model::SignalKind::signal;
    Register value;
    Register phase;                // or none
    std::vector<OriginId> levels;  // in the order of the signal's levels
    std::vector<Register> conditions;
    std::vector<Register> unless;
    std::uint32_t factor = no_choice;  // index into the domain of factors; no_choice: it has none
    std::uint32_t cluster = no_choice;
    std::int64_t weight = 0;  // micros
    static constexpr std::uint32_t no_choice = 0xFFFF'FFFFu;
};

struct ConditionProgram {
    Register value;
    OriginId origin;
};
// One use of `signalen`: for each signal whether it passes the filter.
struct SelectionProgram {
    std::vector<model::SignalId> signals;
    std::vector<Register> filters;  // tri, one per signal
};
struct TermProgram {
    enum class Kind : std::uint8_t { none, within, due, week };
    Kind kind = Kind::none;
    ConditionProgram term;  // a length, a date, or the number of a study week
};
struct PolicyProgram {
    std::string name;
    ConditionProgram condition;
    std::vector<ConditionProgram> unless;
    std::vector<model::SignalId> named;  // signals that `als` reads by name; sorted, each once
    std::vector<SelectionProgram> selections;
    std::size_t selections_of_condition = 0;  // the first of `selections` are those of `als`, the rest of a `tenzij`
    std::vector<TermProgram> terms;           // one per Policy::advises
};

struct PlanProgram {
    std::string name;
    ConditionProgram goal;
    std::vector<SelectionProgram> selections;  // of the goal
    std::vector<std::array<TermProgram, 3>>
        steps;  // one per Plan::steps: its length, its first and its last study week
};

struct Program {
    std::shared_ptr<const Schema> schema;
    Calendars calendars;
    std::vector<PhaseSpan> phases;
    std::vector<std::string> phase_names;
    std::vector<Instruction> instructions;
    std::vector<Register> operands;
    std::vector<std::string> texts;
    std::vector<Origin> origins;
    std::vector<OriginId> children;
    // All that can be missing, in the order in which it is listed: student's fields, then each series and its fields.
    std::vector<model::Missing> missing;
    std::vector<std::uint32_t> series_missing;  // by series: the index of the series itself; its fields follow
    std::vector<SignalProgram> signals;         // by SignalId
    std::vector<PolicyProgram> policies;        // by PolicyId
    std::vector<PlanProgram> plans;             // by PlanId
    std::vector<TermProgram> limits;            // hooguit eens per: by InterventionId

    [[nodiscard]] const Instruction& instruction(Register id) const { return instructions[id.index()]; }
    [[nodiscard]] const Origin& origin(OriginId id) const { return origins[id.index()]; }
    [[nodiscard]] std::span<const Register> operands_of(const Instruction& of) const {
        return std::span(operands).subspan(of.first_operand, of.operand_count);
    }
    [[nodiscard]] std::span<const OriginId> children_of(const Origin& of) const {
        return std::span(children).subspan(of.first_child, of.child_count);
    }
};

}  // namespace wegwijzer::program
