#include "cli/store_series.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/open_store.h"

namespace wegwijzer::cli {

std::vector<io::RecordedSeries> StoreSeries::recorded() const {
    std::vector<io::RecordedSeries> result;
    for (const One& one : series) result.push_back({one.series, {name, one.bytes.csv}});
    return result;
}

void StoreSeries::name_entries(io::ReadReport& report) const {
    for (io::DataFinding& finding : report.findings) {
        if (finding.file != name || finding.line == 0) continue;
        const auto its = std::ranges::find(series, finding.series, &One::series);
        if (its == series.end()) continue;
        finding.line = static_cast<std::uint32_t>(its->bytes.number_of_line(finding.line));
        finding.column = 0;
    }
}

std::optional<StoreSeries> read_store(const Context& context, const Schema& schema) {
    const StepTimer timer(context, "read the store");
    const auto refuse = [&](const Diagnostic& problem) {
        context.report(problem);
        return std::nullopt;
    };
    auto opened = open_store(context, StoreUse::read);
    if (!opened.value) return refuse(*opened.problem);
    StoreSeries result;
    result.name = context.options.store;
    const std::array kinds{std::pair(store::EntryKind::followup, schema.followups),
                           std::pair(store::EntryKind::consent, schema.consents)};
    for (const auto& [kind, series] : kinds) {
        const auto entries = opened.value->standing(kind);
        if (!entries.value) return refuse(*entries.problem);
        context.log.count(kind == store::EntryKind::consent ? "recorded consents" : "recorded follow-up",
                          entries.value->size());
        const std::string& key = schema.field(schema.key).source_name;
        result.series.push_back({series, store::series_bytes(kind, key, *entries.value)});
    }
    return result;
}

}  // namespace wegwijzer::cli
