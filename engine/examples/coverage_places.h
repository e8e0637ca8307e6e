// The places of a rule set that voorbeelden can reach, each with the key under which it is reached.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "engine/examples/coverage.h"

namespace wegwijzer::examples {

struct PlaceKey {
    PlaceKind kind = PlaceKind::active;
    // The index of a signal, a beleid, an expression, a tabel or a parameter, as the kind has it. `unless` has two.
    std::uint32_t which = 0;
    std::uint32_t part = 0;  // the ernst, the tenzij, the advice, the end of a range, the row, the value
    friend auto operator<=>(const PlaceKey&, const PlaceKey&) = default;
};
// The tenzij of a beleid stand behind those of the signals.
[[nodiscard]] inline std::size_t unless_owner(const model::RuleSet& rules, model::PolicyId policy) {
    return rules.signals.size() + policy.index();
}

struct Places {
    std::vector<Place> all;  // in order of the text
    std::map<PlaceKey, std::size_t> index;
};
[[nodiscard]] Places find_places(const explain::Redactor& redactor, const std::set<SourceId>& sources);

}  // namespace wegwijzer::examples
