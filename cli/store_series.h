// The case store as series of the data: what `--store` adds to a run.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "engine/io/read.h"
#include "engine/records/schema.h"
#include "store/series_bytes.h"

namespace wegwijzer::cli {

struct StoreSeries {
    struct One {
        SeriesId series;
        store::SeriesBytes bytes;
    };
    std::string name;  // of the store, as it may be shown
    std::vector<One> series;

    // For the reader of the data; points into this.
    [[nodiscard]] std::vector<io::RecordedSeries> recorded() const;
    // Findings about what was recorded name the entry where others name the line.
    void name_entries(io::ReadReport& report) const;
};

// What the store holds at this moment. std::nullopt: it can't be read, and that has been said.
[[nodiscard]] std::optional<StoreSeries> read_store(const Context& context, const Schema& schema);

}  // namespace wegwijzer::cli
