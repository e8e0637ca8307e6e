// The options of `record`: what an entry is made of.
#pragma once

#include <span>

#include "cli/environment.h"
#include "engine/diagnostics/diagnostic.h"
#include "store/entry_rules.h"

namespace wegwijzer::cli {

struct RecordOption {
    store::EntryField field;
    const char* names;    // as CLI11 takes them: "--planned-on,--gepland-op"
    const char* english;  // as messages name it
    const char* dutch;
};
[[nodiscard]] std::span<const RecordOption> record_options();
[[nodiscard]] Localized option_name(store::EntryField field);
// Days as the program understands them: `today` and `vandaag` are that day.
void name_today(const Environment& environment, store::Draft& draft);

}  // namespace wegwijzer::cli
