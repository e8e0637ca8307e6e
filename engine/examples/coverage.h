// What the voorbeelden of a pack reach of its rules, and what they don't: every outcome of a signal, every ernst, every
// tenzij, every beleid both ways, every comparison from both sides and on its boundary, every choice.
//
// What comes out of a signal or a beleid counts only where a voorbeeld expects it: an outcome that nobody looks at may be
// wrong. What conditions come to counts wherever they are evaluated.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/explain/report.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::examples {

enum class PlaceKind : std::uint8_t {
    // Of a signal, kracht or kans: expected so by a voorbeeld.
    active,
    not_active,
    undetermined,
    not_applicable,  // where it has a fase
    severity,        // where it has several
    // Of a signal or a beleid: true, where nothing else stops it.
    unless,
    // Of a beleid.
    applied,    // an advice of it is expected
    stopped,    // its advice is spoken of, and als is false, a tenzij true, or another beleid has taken its place
    overruled,  // of `gaat voor op`
    due,        // `uiterlijk` is expected of an advice with a term
    // Of a comparison, or of `minstens N`, `geen` and so on over events.
    holds,
    does_not_hold,
    on_boundary,      // exactly on it: of `<`, `<=`, `>`, `>=`, of both ends of `is tussen`, of a count
    beside_boundary,  // of a count: the nearest number on the other side
    below,            // of `is tussen`
    above,
    // Of a comparison with an order: the nearest value on the side that the boundary is not on (boundary_step.h).
    just_beside,
    // Of any condition: it can't be told.
    unknown,
    // Of `en`, `of` and lists, of a field that is ja/nee, of `signaal X`.
    whole_holds,
    whole_does_not_hold,
    // Of a period of so many days, weeks, or studieweken.
    outside_period,
    first_day,
    last_day,  // of studieweken
    // Of a tabel: the row gives the result.
    row,
    // Of a parameter.
    choice,       // this value of a keuze or a ja/nee is in force
    open_choice,  // set by a voorbeeld
};
inline constexpr std::size_t place_kinds = static_cast<std::size_t>(PlaceKind::open_choice) + 1;

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

// The declaration that a place belongs to.
struct PlaceOwner {
    enum class Kind : std::uint8_t { signal, policy, concept_, plan, table, parameter };
    Kind kind = Kind::signal;
    std::uint32_t index = 0;  // in its list of the rule set
};

struct Place {
    PlaceKind kind = PlaceKind::active;
    Span where;
    Localized owner;  // "signaal `x`"
    Localized what;   // "is in geen voorbeeld onbepaald"
    PlaceKey key;
    PlaceOwner of;
    bool reached = false;
    // An outcome that is not reached: the first voorbeeld in which it came out so, without expecting it.
    std::optional<std::size_t> unexpected_in;  // in RuleSet::examples
};

// The places of a rule set that voorbeelden can reach, each with the key under which it is reached.
struct Places {
    std::vector<Place> all;  // in order of the text
    std::map<PlaceKey, std::size_t> index;
};

class Coverage {
  public:
    // Of what is declared in `sources`, by the voorbeelden that stand there.
    Coverage(const std::shared_ptr<const model::RuleSet>& rules, const explain::Authorship& authorship,
             const std::set<SourceId>& sources);

    [[nodiscard]] const std::vector<Place>& places() const { return places_.all; }  // in order of the text
    // The places that one more voorbeeld reaches, sorted; an outcome only where it expects it.
    [[nodiscard]] std::vector<std::size_t> reached_by(const model::Example& example) const;
    // False only where it certainly doesn't reach this place; quick for the conditions of a signal.
    [[nodiscard]] bool may_reach(const model::Example& example, std::size_t place) const;
    [[nodiscard]] const model::RuleSet& rules() const { return *rules_; }
    [[nodiscard]] std::size_t examples() const { return examples_; }

  private:
    std::shared_ptr<const model::RuleSet> rules_;
    Places places_;
    std::size_t examples_ = 0;
};

// Of how many places of a kind how many are reached.
struct Fraction {
    std::size_t reached = 0;
    std::size_t all = 0;
};
[[nodiscard]] Fraction fraction_of(const Coverage& coverage, PlaceKind kind);
// "actief", "op de grens".
[[nodiscard]] Localized name_of(PlaceKind kind);

}  // namespace wegwijzer::examples
