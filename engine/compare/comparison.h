// The result of a comparison: totals, and per student what comes, goes or becomes other. Of two rule sets over the same
// students, or of two kept runs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/compare/causes.h"
#include "engine/compare/declarations.h"
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

// Of two kept runs: which they are, and what they were made with as far as this reader may know.
struct ComparedRun {
    std::int64_t number = 0;
    Date reference_date;
    std::size_t forgotten = 0;  // students of it of whom nothing is left: who is erased is so from both
};
struct RunPair {
    ComparedRun before;
    ComparedRun after;
    bool other_version = false;       // of the program
    std::size_t other_data = 0;       // students, of those compared
    std::size_t other_followups = 0;  // likewise
    std::size_t other_consents = 0;   // likewise; 0 for who may not see consents
    std::size_t only_before = 0;      // students
    std::size_t only_after = 0;
    bool hides_reasons = false;  // a reason may lie in what the reader may not see
};

struct Comparison {
    Date reference_date;
    std::optional<RunPair> runs;          // none: two rule sets on one day
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

}  // namespace wegwijzer::comparison
