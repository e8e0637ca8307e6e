// What a page shows of an explanation when not all is asked for: what decides the outcome (docs/decisions.md). Of a signal
// that is active the level that holds, and of those above it one line; under a condition only the parts that carry what it
// came to; of a `tenzij` that does not hold one line, once. What is left out is counted where it would have stood. What a begrip
// comes to is told once on a page.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "engine/explain/explanation.h"

namespace wegwijzer::explain {

// Whether a part that came to `part` carries what the whole came to: of an `of` that holds the parts that hold, of an `en`
// that fails those that fail, of what is unknown those that are unknown.
[[nodiscard]] bool carries(const model::ExprNode& whole, Tri outcome, Tri part);

// How much is shown of each level of a signal that came out so, in the order of the levels.
[[nodiscard]] std::vector<InBrief> levels_in_brief(const model::SignalOutcome& outcome, bool is_stopped,
                                                   const std::vector<Tri>& levels);
// Of a `tenzij` with this outcome.
[[nodiscard]] InBrief unless_in_brief(Tri holds);

// Not active, and one small step from it.
[[nodiscard]] bool is_almost(const SignalExplanation& signal);
[[nodiscard]] bool is_small_step(const OfferShown& change);

// What a page is to show besides what decides: what differs from another page.
struct AlsoShown {
    std::function<bool(const ConditionLine&)> line;
    std::function<bool(model::SignalId)> signal;
};

// The last touch of an explanation: says what is left out, and what the page has shown above.
class DecidingLines {
  public:
    explicit DecidingLines(const model::RuleSet& rules, Language language) : rules_(rules), language_(language) {}

    void finish(StudentExplanation& explanation, const AlsoShown& also = {});

  private:
    void finish(SignalExplanation& signal);
    void finish(ConditionLine& line);
    bool keep(ConditionLine& line) const;
    void tell_above(ConditionLine& line);
    void tell_above(SignalExplanation& signal);
    void choose_conditions(StudentExplanation& explanation) const;
    [[nodiscard]] bool is_marked_below(const ConditionLine& line) const;
    void tell_details(ConditionLine& line);
    void tell_unless(std::vector<ConditionLine>& unless);
    [[nodiscard]] bool is_shown(const StudentExplanation& explanation, const SignalExplanation& signal) const;
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }

    const model::RuleSet& rules_;
    Language language_;
    AlsoShown also_;
    std::vector<bool> told_;  // by ConceptId
    std::set<std::string> told_unless_;
    std::set<std::string> told_events_;  // of the rule at hand
};

}  // namespace wegwijzer::explain
