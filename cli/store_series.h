// The case store as series of the data: what `--store` adds to a run.
#pragma once

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
    std::string name;  // of the store, as it may be shown
    std::vector<One> series;
    store::EntryNumber followups_to = 0;  // the entries up to these numbers are in it
    store::EntryNumber consents_to = 0;

    // For the reader of the data; points into this.
    [[nodiscard]] std::vector<io::RecordedSeries> recorded() const;
    // Findings about what was recorded name the entry where others name the line.
    void name_entries(io::ReadReport& report) const;
};

// The store of `--store`. std::nullopt: it can't be used, and that has been said.
[[nodiscard]] std::optional<store::CaseStore> opened_store(const Context& context);
// What it holds at this moment, or what stood when the run `as_kept` was made. std::nullopt: as above.
[[nodiscard]] std::optional<StoreSeries> read_store(const Context& context, store::CaseStore& store,
                                                    const Schema& schema, const store::RunInputs* as_kept);

}  // namespace wegwijzer::cli
