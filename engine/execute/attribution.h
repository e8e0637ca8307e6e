// Why a value is unknown for one student: walks the origin from a condition through its unknown parts
// (docs/semantics.md, "Missing and faults"). Asked for unknown rows only.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/execute/batch.h"
#include "engine/execute/set_pool.h"
#include "engine/model/outcome.h"

namespace wegwijzer::execute {

// What a signal misses, by number in the pool.
struct SignalReason {
    std::uint32_t missing = 0;
    std::uint32_t faults = 0;
};

class Attribution {
  public:
    Attribution(const Batch& batch, SetPool& pool);

    // Starts on another condition of the student in `row`.
    void start(std::size_t row);
    // Adds what the value of `origin` misses, if it is unknown.
    void add(program::OriginId origin);
    void add_start_date();
    [[nodiscard]] std::uint32_t missing_number() { return pool_.number(missing_); }
    [[nodiscard]] std::uint32_t faults_number();
    // Of the signals of this batch, that conditions of policies read: by signal, then row.
    std::vector<std::vector<SignalReason>> signals;

  private:
    using Origin = program::Origin;
    using OriginId = program::OriginId;

    void walk(OriginId id, std::size_t event);
    void walk_if_unknown(OriginId id, std::size_t event);
    // Returns whether some child was unknown.
    bool walk_children(const Origin& origin, std::size_t event);
    void walk_conditional(const Origin& origin, std::size_t event);
    void walk_table(const Origin& origin);
    void walk_parameter(const Origin& origin);
    void walk_aggregate(const Origin& origin);
    // Returns whether something stood in the way, or there was nothing to aggregate.
    bool walk_window(const Origin& origin, Register window);
    void walk_signals(const Origin& origin);
    void add_signal(std::uint32_t signal);
    void add_fault(const Origin& origin, std::size_t row);
    void add_missing(std::uint32_t index) { missing_[index / word_bits] |= Word{1} << (index % word_bits); }

    [[nodiscard]] std::size_t row_of(Register value, std::size_t event) const {
        return batch_.instruction(value).domain ? event : row_;
    }
    [[nodiscard]] bool is_ordinary(OriginId id, std::size_t event) const;
    [[nodiscard]] Tri tri_of(Register value, std::size_t row) const {
        return tri_at(batch_.cells(value).yes.data(), batch_.cells(value).no.data(), row);
    }

    const Batch& batch_;
    const program::Program& program_;
    SetPool& pool_;
    std::size_t row_ = 0;
    std::vector<Word> missing_;
    model::FaultSet faults_;
    std::vector<std::uint32_t> visited_;  // by origin: the walk that saw it
    std::uint32_t walk_ = 0;
};

}  // namespace wegwijzer::execute
