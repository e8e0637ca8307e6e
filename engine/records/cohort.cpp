#include "engine/records/cohort.h"

namespace wegwijzer {

std::size_t Cohort::bytes_used() const {
    std::size_t bytes = 0;
    for (const Column& column : columns) bytes += column.bytes_used();
    for (const SeriesData& one : series) {
        bytes +=
            one.offsets.capacity() * sizeof(std::uint32_t) + one.not_supplied_for.capacity() * sizeof(std::uint64_t);
        for (const Column& column : one.columns) bytes += column.bytes_used();
    }
    return bytes;
}

}  // namespace wegwijzer
