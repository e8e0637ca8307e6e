// What the voorbeelden of a pack reach of its rules (engine/examples/coverage.h), with for each place that they don't reach: that
// nothing can reach it, or a voorbeeld that does, or why there is none.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/examples/coverage.h"

namespace wegwijzer::coverage {

enum class Reached : std::uint8_t {
    yes,
    no,
    cannot,  // no student comes there: it is left out of the count
};

struct Place {
    const examples::Place* place = nullptr;  // in Report::coverage
    Reached reached = Reached::yes;
    std::optional<std::size_t> proposal;  // not reached: the voorbeeld that reaches it
    Localized why_none;                   // not reached, and no voorbeeld
};

// Made and evaluated: it passes as the rules stand, and reaches these places.
struct Proposal {
    model::Example example;
    Language language = Language::nl;  // of the file that its first place is in
    std::vector<std::string> lines;    // to paste
    std::vector<std::size_t> places;   // in Report::places: those that nothing else reaches yet
};

// What kinds of places are counted under one name.
enum class Group : std::uint8_t {
    conditions,
    boundaries,
    periods,
    outcomes,
    severities,
    exceptions,
    policies,
    rows,
    parameters
};
inline constexpr std::size_t groups = static_cast<std::size_t>(Group::parameters) + 1;
[[nodiscard]] Group group_of(examples::PlaceKind kind);
[[nodiscard]] Localized name_of(Group group);
// The kinds that are told apart in a report: `holds` and `whole_holds` are both "true".
enum class Kind : std::uint8_t {
    is_true,
    is_false,
    is_unknown,
    on_boundary,
    beside_boundary,
    below,
    above,
    outside_period,
    first_day,
    last_day,
    active,
    not_active,
    undetermined,
    not_applicable,
    severity,
    unless,
    applied,
    stopped,
    overruled,
    due,
    row,
    choice,
    open_choice
};
inline constexpr std::size_t kinds = static_cast<std::size_t>(Kind::open_choice) + 1;
[[nodiscard]] Kind kind_of(examples::PlaceKind kind);
[[nodiscard]] Localized name_of(Kind kind);
[[nodiscard]] std::string identifier_of(Kind kind);  // in JSON
[[nodiscard]] Group group_of(Kind kind);

struct Count {
    std::size_t reached = 0;
    std::size_t all = 0;  // without those that nothing can reach
    std::size_t cannot = 0;

    Count& operator+=(const Count& other);
    void add(Reached state);
};

// The places whose boundary, number, period or term a parameter sets, by kind. They are among the places of their rules.
struct ParameterCounts {
    model::ParameterId parameter;
    std::array<Count, kinds> counts;
};

class Report {
  public:
    explicit Report(examples::Coverage coverage) : coverage_(std::move(coverage)) {}
    Report(Report&&) = default;  // moved, it keeps the places that `places` points to; copied, it would not
    Report& operator=(Report&&) = default;

    [[nodiscard]] const examples::Coverage& coverage() const { return coverage_; }
    [[nodiscard]] Count total() const;
    [[nodiscard]] Count count(Kind kind) const;
    [[nodiscard]] const model::RuleSet& rules() const { return coverage_.rules(); }

    std::vector<Place> places;  // those of coverage(), in its order
    std::vector<Proposal> proposals;
    std::vector<ParameterCounts> parameters;  // of those that set something, in order of declaration

  private:
    examples::Coverage coverage_;
};

// Of the parameters that these places name.
[[nodiscard]] std::vector<ParameterCounts> count_by_parameter(const model::RuleSet& rules,
                                                              const std::vector<Place>& places);

// Of what is declared in the packs that were given, by the voorbeelden that stand there. `authorship` is of `compilation`, which
// must have rules and outlive the report. `most_work`: expressions that are evaluated before the search for voorbeelden ends.
[[nodiscard]] Report measure(const Compilation& compilation, const explain::Authorship& authorship,
                             std::size_t most_work = 40'000'000);

}  // namespace wegwijzer::coverage
