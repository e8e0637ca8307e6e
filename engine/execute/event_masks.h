// Which events of a batch an aggregate takes in, and which it may (docs/semantics.md, "Aggregates", steps 2 to 4).
#pragma once

#include <optional>

#include "engine/execute/batch.h"

namespace wegwijzer::execute {

// Over the batch's events of the series: filter and aggregated field together, the period aside.
struct EventMasks {
    const Word* in = nullptr;     // passes the filter, and the aggregated field is known
    const Word* maybe = nullptr;  // the filter is unknown, and the aggregated field is known
    bool any_maybe = false;       // is there one in the batch at all?
};

// `filter` none: every event passes. `field` none: nothing is aggregated. The masks lie in the batch's scratch.
[[nodiscard]] EventMasks find_masks(Batch& batch, SeriesId series, Register filter, std::optional<std::uint32_t> field);

}  // namespace wegwijzer::execute
