// What a program can tell apart of the events that come to a series, all else being as it is. Of events that it can't tell
// apart one need be tried.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/base/date.h"
#include "engine/program/program.h"
#include "engine/records/cohort.h"

namespace wegwijzer::execute {

class Discernment {
  public:
    Discernment(const program::Program& program, SeriesId series);

    // Does this look at the events of `other`, of each student alike?
    [[nodiscard]] bool reads(SeriesId other) const;

    // For each student the first one whose events of the series the program can't tell from theirs, in their order. The
    // students differ in nothing else. What holds of these events by themselves holds when the same others stand around them.
    [[nodiscard]] std::vector<std::size_t> first_alike(const Cohort& cohort, Date reference_date) const;

  private:
    // A field that is read as it is; where an event is known not to pass `filter` it does not matter what it holds.
    struct FieldRead {
        std::uint32_t field = 0;
        program::Register filter;  // none: it always matters
        friend bool operator==(const FieldRead&, const FieldRead&) = default;
    };
    void find_what_is_read(const program::Program& program);
    void read_field(const program::Program& program, const program::Instruction& instruction);
    void keep_what_is_read();

    SeriesId series_;
    std::vector<bool> of_event_alone_;          // by instruction: of this series, and no matter which others there are
    std::vector<program::Register> registers_;  // of those, what the rest of the program reads
    std::vector<FieldRead> fields_;
    program::Program program_;  // that makes `registers_` alone
};

}  // namespace wegwijzer::execute
