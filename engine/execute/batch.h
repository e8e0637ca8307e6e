// One batch of students on its way through a program: the registers, and where the events of these students lie.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "engine/base/ratio.h"
#include "engine/execute/bind.h"
#include "engine/execute/tri_columns.h"
#include "engine/program/program.h"

namespace wegwijzer::execute {

using program::Instruction;
using program::Kind;
using program::Opcode;
using program::Register;

inline constexpr std::int64_t without_end = std::numeric_limits<std::int64_t>::max();

// The values of one register for the rows of a batch. Which parts are used follows from the kind of value:
//   tri: yes, no                              number, date, choice, text, length: known, value
//   ratio: known, ratio                       range: known, value (low), upper (high, or without_end)
//   severities: bytes (bit 0 `none`; 0: unknown)   interval: known, value (from), upper (to)
//   window: known, open, value (first event), upper (behind the last); rows of the batch's events of that series
//   signal: bytes (the SignalStatus), upper_bytes (the possible severities); yes (active), no (known not to be), open (it is
//   undetermined or possibly higher: something is missing)
struct Cells {
    std::vector<Word> yes;
    std::vector<Word> no;
    std::vector<Word> known;
    std::vector<Word> open;
    std::vector<std::int64_t> value;
    std::vector<std::int64_t> upper;
    std::vector<Ratio> ratio;
    std::vector<std::uint8_t> bytes;
    std::vector<std::uint8_t> upper_bytes;

    // Grows only: a batch never shrinks what an earlier one used.
    void make_room(Kind kind, std::size_t rows);
};

// The events of one series that belong to the students of the batch, numbered from 0.
struct EventRows {
    std::size_t first = 0;  // row in the series' columns
    std::size_t count = 0;
    bool has_undated = false;
    std::vector<std::uint32_t> begin;          // per student: the first event
    std::vector<std::uint32_t> dated_end;      // behind the last event up to the peildatum
    std::vector<std::uint32_t> undated_begin;  // the first event without a date
    std::vector<std::uint32_t> end;            // behind the last event
};

class Batch {
  public:
    Batch(const Bound& bound, std::size_t most_students);
    // Starts on these students and runs all instructions.
    void run(std::size_t first_student, std::size_t students);

    [[nodiscard]] const Bound& bound() const { return bound_; }
    [[nodiscard]] const program::Program& program() const { return bound_.program; }
    [[nodiscard]] std::size_t first_student() const { return first_student_; }
    [[nodiscard]] std::size_t students() const { return students_; }
    [[nodiscard]] std::size_t rows_of(SeriesId domain) const {
        return domain ? events_[domain.index()].count : students_;
    }
    [[nodiscard]] const EventRows& events(SeriesId series) const { return events_[series.index()]; }
    // The row in the column that is row 0 of the batch.
    [[nodiscard]] std::size_t first_row_of(SeriesId domain) const {
        return domain ? events_[domain.index()].first : first_student_;
    }

    [[nodiscard]] Cells& cells(Register id) { return cells_[id.index()]; }
    [[nodiscard]] const Cells& cells(Register id) const { return cells_[id.index()]; }
    [[nodiscard]] const Instruction& instruction(Register id) const { return bound_.program.instruction(id); }
    [[nodiscard]] std::span<const Register> operands_of(const Instruction& of) const {
        return bound_.program.operands_of(of);
    }
    // Is the value in this row one known, ordinary value? A field need not be in a register for it.
    [[nodiscard]] bool is_ordinary(Register id, std::size_t row) const;

    // Working space that keeps its memory from batch to batch.
    struct Scratch {
        std::vector<Word> in;
        std::vector<Word> maybe;
        std::vector<Word> known;
        std::vector<std::int64_t> values;
        std::vector<std::int64_t> more_values;
        std::vector<std::pair<std::int64_t, std::size_t>> pairs;
    };
    [[nodiscard]] Scratch& scratch() { return scratch_; }

  private:
    void find_events();
    void run(Register id);

    const Bound& bound_;
    std::size_t first_student_ = 0;
    std::size_t students_ = 0;
    std::vector<Cells> cells_;
    std::vector<EventRows> events_;
    std::vector<bool> reads_series_;
    Scratch scratch_;
};

}  // namespace wegwijzer::execute
