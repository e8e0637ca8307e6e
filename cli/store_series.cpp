#include "cli/store_series.h"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/open_store.h"

namespace wegwijzer::cli {
namespace {

store::Answer<StoreSeries> read_store(const Context& context, store::CaseStore& store, const Schema& schema,
                                      const store::RunInputs* as_kept) {
    const StepTimer timer(context, "read the store");
    StoreSeries result;
    // Before all else: what is erased while this reads may be in it, and then it is not to be kept.
    const store::Answer<std::int64_t> erasure = store.last_erasure();
    if (!erasure.value) return {std::nullopt, erasure.problem};
    result.after_erasure = *erasure.value;
    const std::array kinds{std::pair(store::EntryKind::followup, schema.followups),
                           std::pair(store::EntryKind::consent, schema.consents)};
    for (const auto& [kind, series] : kinds) {
        const bool is_consent = kind == store::EntryKind::consent;
        // The number first: what is recorded while this reads is in neither.
        store::Answer<store::EntryNumber> last;
        if (as_kept != nullptr) {
            last.value = is_consent ? as_kept->consents_to : as_kept->followups_to;
        } else {
            last = store.last_entry(kind);
        }
        if (!last.value) return {std::nullopt, std::move(last.problem)};
        auto entries = store.standing_to(kind, *last.value);
        if (!entries.value) return {std::nullopt, std::move(entries.problem)};
        (is_consent ? result.consents_to : result.followups_to) = *last.value;
        // How many consents there are is not for everybody who may read this log.
        if (!is_consent) context.log.count("recorded follow-up", entries.value->size());
        const std::string& key = schema.field(schema.key).source_name;
        result.series.push_back({series, store::series_bytes(kind, key, *entries.value)});
    }
    return {std::move(result), std::nullopt};
}

}  // namespace

const store::SeriesBytes* StoreSeries::bytes_of(SeriesId wanted) const {
    const auto found = std::ranges::find(series, wanted, &One::series);
    return found == series.end() ? nullptr : &found->bytes;
}

void StoreSeries::name_entries(io::ReadReport& report, const std::string& name) const {
    for (io::DataFinding& finding : report.findings) {
        if (finding.file != name || finding.line == 0) continue;
        const store::SeriesBytes* its = bytes_of(finding.series);
        if (its == nullptr) continue;
        finding.line = static_cast<std::uint32_t>(its->number_of_line(finding.line));
        finding.column = 0;
    }
}

std::optional<store::CaseStore> opened_store(const Context& context) {
    const StepTimer timer(context, "open the store");
    // What a run keeps may be the first thing in a store; only looking makes none.
    auto opened = open_store(context, context.options.keep ? StoreUse::write : StoreUse::read);
    if (!opened.value) context.report(*opened.problem);
    return std::move(opened.value);
}

StoreReading start_reading(const Context& context, store::CaseStore& store, const Schema& schema,
                           const store::RunInputs* as_kept) {
    return std::async(std::launch::async,
                      [&context, &store, &schema, as_kept] { return read_store(context, store, schema, as_kept); })
        .share();
}

std::vector<io::RecordedSeries> recorded_series(const Context& context, const Schema& schema,
                                                const StoreReading& reading) {
    std::vector<io::RecordedSeries> result;
    for (const SeriesId series : {schema.followups, schema.consents}) {
        // None: it could not be read, and the run ends with why.
        const auto read = [reading, series] {
            const std::optional<StoreSeries>& all = reading.get().value;
            return all ? all->bytes_of(series) : nullptr;
        };
        const auto bytes = [read] { return read() == nullptr ? std::string_view() : std::string_view(read()->csv); };
        const auto number = [read](std::size_t line) { return static_cast<std::size_t>(read()->number_of_line(line)); };
        result.push_back({series, context.options.store, bytes, number});
    }
    return result;
}

}  // namespace wegwijzer::cli
