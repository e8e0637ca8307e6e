// The dated events behind the signals of one student, gathered per series, so that they can be drawn once: what was looked
// at, the windows it lies in, and the thresholds it is held against.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/explain/explanation.h"

namespace wegwijzer::cli::html {

// Pointers are into the explanation.
struct TrackPoint {
    const explain::EventShown* event = nullptr;
    std::optional<std::int64_t> height;          // in millionths; none: that it took place is what counts
    const explain::ShownValue* value = nullptr;  // none: it has none to show
    bool counts = false;                         // for one of the signals at least
};
struct TrackThreshold {
    std::int64_t height = 0;
    const explain::ShownValue* shown = nullptr;  // none: the condition has it in its words
};
struct TrackWindow {
    const explain::DaysShown* days = nullptr;
    std::vector<model::SignalId> signals;  // that look at these days
};
struct Track {
    SeriesId series;
    SeriesFieldId field;             // none: the events have no number
    std::vector<TrackPoint> points;  // by date; those without one are left out
    std::size_t undated = 0;
    std::vector<TrackThreshold> thresholds;
    std::vector<TrackWindow> windows;
};

// Of what is active: signals, strengths and opportunities, in their order. Nothing of a series without a dated event.
[[nodiscard]] std::vector<Track> tracks_of(const explain::StudentExplanation& explanation);

}  // namespace wegwijzer::cli::html
