// The case store as series of the data: what `--store` adds to a run.
#pragma once

#include <future>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.h"
#include "engine/io/read.h"
#include "engine/records/schema.h"
#include "store/case_store.h"
#include "store/series_bytes.h"

namespace wegwijzer::cli {

struct StoreSeries {
    struct One {
        SeriesId series;
        store::SeriesBytes bytes;
    };
    std::vector<One> series;
    store::EntryNumber followups_to = 0;  // the entries up to these numbers are in it
    store::EntryNumber consents_to = 0;
    std::int64_t after_erasure = 0;  // the last one before any of it was read

    [[nodiscard]] const store::SeriesBytes* bytes_of(SeriesId wanted) const;  // nullptr: it has none of these
    // Findings about what was recorded name the entry where others name the line. `name` is that of the store.
    void name_entries(io::ReadReport& report, const std::string& name) const;
};

// The store of `--store`. std::nullopt: it can't be used, and that has been said.
[[nodiscard]] std::optional<store::CaseStore> opened_store(const Context& context);

// What a store holds at this moment, or what stood when the run `as_kept` was made; read while other things are done. Nothing
// else may ask `store` until it is there.
using StoreReading = std::shared_future<store::Answer<StoreSeries>>;
[[nodiscard]] StoreReading start_reading(const Context& context, store::CaseStore& store, const Schema& schema,
                                         const store::RunInputs* as_kept);
// For the reader of the data, which waits for them when their turn comes.
[[nodiscard]] std::vector<io::RecordedSeries> recorded_series(const Context& context, const Schema& schema,
                                                              const StoreReading& reading);

}  // namespace wegwijzer::cli
