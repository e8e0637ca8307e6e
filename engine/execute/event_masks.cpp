#include "engine/execute/event_masks.h"

#include <algorithm>

namespace wegwijzer::execute {

EventMasks find_masks(Batch& batch, SeriesId series, Register filter, std::optional<std::uint32_t> field) {
    const EventRows& events = batch.events(series);
    const std::size_t words = words_for(events.count);
    auto& scratch = batch.scratch();
    if (scratch.in.size() < words) {
        scratch.in.resize(words);
        scratch.maybe.resize(words);
    }
    EventMasks masks{scratch.in.data(), scratch.maybe.data(), false};
    if (words == 0) return masks;
    if (field && !batch.bound().column(series, *field).all_known()) {
        const auto known = batch.bound().column(series, *field).known_words();
        copy_bits(known.data(), known.size(), events.first, events.count, scratch.in.data());
    } else {
        std::fill_n(scratch.in.begin(), words, ~Word{0});
    }
    if (filter.is_none()) {
        std::fill_n(scratch.maybe.begin(), words, Word{0});
        return masks;
    }
    const Cells& passes = batch.cells(filter);
    Word any = 0;
    for (std::size_t i = 0; i < words; ++i) {
        const Word known = scratch.in[i];
        scratch.in[i] = passes.yes[i] & known;
        scratch.maybe[i] = ~(passes.yes[i] | passes.no[i]) & known;
        const bool is_last = i + 1 == words && events.count % word_bits != 0;
        any |= is_last ? scratch.maybe[i] & ((Word{1} << (events.count % word_bits)) - 1) : scratch.maybe[i];
    }
    masks.any_maybe = any != 0;
    return masks;
}

}  // namespace wegwijzer::execute
