// Values of a field, tried in order, and how the signal came out with each.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/margins/judge.h"

namespace wegwijzer::margins {

struct Tried {
    Point point = 0;
    State state;
};
// Sorts `points` and leaves out doubles.
void sort_points(std::vector<Point>& points);

// The value nearest to `from` with which `goal` is reached, as a boundary.
[[nodiscard]] std::optional<Wanted> nearest(const Axis& axis, const std::vector<Tried>& tried, Point from,
                                            const Goal& goal);
// The value that is least far: next to one with which `goal` is not reached; of several the one nearest to `from`.
[[nodiscard]] std::optional<Wanted> least_far(const Axis& axis, const std::vector<Tried>& tried, Point from,
                                              const Goal& goal);

// Keeps what lies beyond a boundary only when the value right next to it, finer than people write, has the effect as well.
void settle_beyond(const Axis& axis, Wanted& wanted, const Goal& goal, const std::function<State(Point)>& state_at);

// A value of a keuze, ja/nee or tekst; `stands_for_others`: for every text that no rule compares with.
struct Option {
    model::FieldValue value;
    bool stands_for_others = false;
};
[[nodiscard]] std::vector<Option> options_of(const FieldType& type, const std::vector<std::string>& texts);
// Of `options` those with which `goal` is reached, as one Wanted. Precondition: one entry in `reached` per option.
[[nodiscard]] std::optional<Wanted> chosen(const std::vector<Option>& options, const std::vector<bool>& reached,
                                           std::optional<std::size_t> preferred = {});

}  // namespace wegwijzer::margins
