// What a change of the rules does: totals, and per student what comes, goes or becomes other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/compare/causes.h"
#include "engine/compare/declarations.h"
#include "engine/compare/pairing.h"
#include "engine/compare/standing.h"

namespace wegwijzer::comparison {

struct SignalDifference {
    std::size_t signal = 0;  // in Comparison::signals
    SignalState before;
    SignalState after;
    Causes causes;
};

enum class AdviceChange : std::uint8_t { came, went, changed };
// Advice by another role for the same intervention is one `changed`.
struct AdviceDifference {
    AdviceChange change = AdviceChange::changed;
    std::optional<AdviceState> before;  // none: came
    std::optional<AdviceState> after;   // none: went
    Causes causes;
};

struct StudentDifference {
    std::string key;  // or its place in the input
    std::optional<std::string> name;
    std::vector<SignalDifference> signals;
    std::vector<AdviceDifference> advice;
};

// Of one role under one rule set. Advice whose interventie has no `duur` in minutes or hours is counted apart.
struct Load {
    std::size_t advices = 0;
    std::int64_t minutes = 0;
    std::size_t without_duration = 0;
    friend bool operator==(const Load&, const Load&) = default;
};
[[nodiscard]] std::optional<std::int64_t> minutes_of(const model::Intervention& intervention);

struct Named {
    std::string id;
    std::string title;
};
struct SignalTotals {
    Named named;
    model::SignalKind kind = model::SignalKind::signal;
    std::size_t before = 0;  // students with it
    std::size_t after = 0;
    std::size_t on = 0;  // who got it
    std::size_t off = 0;
    std::size_t undetermined_before = 0;
    std::size_t undetermined_after = 0;
};
struct RoleTotals {
    Named named;
    Load before;
    Load after;
};
struct ShownChange {
    DeclarationChange change;
    std::size_t students = 0;  // for whom it is, or may be, why something differs
};

struct Comparison {
    Date reference_date;
    std::vector<ShownChange> changes;     // of the rules, those the reader may see
    bool hides_changes = false;           // there are others
    bool leaves_out_advice = false;       // advice that rests on what the reader may not see is not compared
    std::size_t students = 0;             // compared
    std::size_t changed = 0;              // with any difference; of whom:
    std::size_t more = 0;                 // get advice they didn't get, and lose none
    std::size_t less = 0;                 // the other way round
    std::size_t other = 0;                // both, or advice with another role, day or priority
    std::size_t signals_only = 0;         // only signals differ
    std::size_t comes_on = 0;             // had no advice, get some
    std::size_t goes_off = 0;             // had advice, get none
    std::vector<SignalTotals> signals;    // order of declaration; all
    std::vector<RoleTotals> roles;        // order of declaration; those with advice before or after
    std::vector<Named> interventions;     // what AdviceState::intervention counts
    std::vector<Named> role_names;        // what AdviceState::role counts
    std::vector<StudentDifference> list;  // in the order of the input
};

class Comparer {
  public:
    // Both must outlive it.
    Comparer(const explain::Redactor& before, const explain::Redactor& after, Date reference_date);

    [[nodiscard]] const Pairing& pairing() const { return pairing_; }
    // Each student once, in the order of the input; true when something differs: then `describe` is due.
    bool count(const Standing& before, const Standing& after);
    void describe(std::string key, std::optional<std::string> name, const Both& student);
    [[nodiscard]] explain::Visible<Comparison> finish();

  private:
    void count_load(Which which, const AdviceState& advice);
    [[nodiscard]] std::vector<AdviceDifference> advice_differences(const Standing& before, const Standing& after) const;

    Pairing pairing_;
    std::vector<DeclarationChange> changes_;
    CauseFinder causes_;
    Comparison result_;
    std::vector<RoleTotals> roles_;
    std::vector<std::size_t> students_by_change_;
};

}  // namespace wegwijzer::comparison
