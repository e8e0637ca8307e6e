// Does a voorbeeld notice a change? What it can't notice isn't evaluated: nothing that it expects reads what was changed, or what
// was changed comes out the same for its student.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "dsl/mutation/change.h"
#include "engine/examples/subject.h"
#include "engine/model/outcome.h"

namespace wegwijzer::mutation {

class Watch {
  public:
    // The voorbeelden that stand in `sources` and come out as the rules stand.
    Watch(const std::shared_ptr<const model::RuleSet>& rules, const std::set<SourceId>& sources);

    // The first that fails under the change. The change is the same afterwards.
    [[nodiscard]] std::optional<std::size_t> noticed_by(Change& change);
    // Does this one, which comes out as the rules stand, fail?
    [[nodiscard]] bool notices(const model::Example& example, Change& change);
    [[nodiscard]] bool has_failures() const { return has_failures_; }

  private:
    struct Watcher {
        std::size_t example = 0;
        std::vector<bool> reads;  // by owner_index
        // Of a voorbeeld that sets nothing.
        std::optional<examples::Subject> subject;
        std::vector<model::SignalOutcome> signals;
    };
    [[nodiscard]] std::size_t owner_index(const examples::PlaceOwner& owner) const;
    [[nodiscard]] std::vector<bool> reads(const model::Example& example) const;
    [[nodiscard]] bool may_notice(const Watcher& watcher, const Change& change) const;

    std::shared_ptr<model::RuleSet> changed_;  // where changes are made, and taken back
    std::shared_ptr<const model::RuleSet> shared_;
    std::vector<Watcher> watchers_;
    std::vector<bool> advice_reads_;
    bool has_failures_ = false;
};

}  // namespace wegwijzer::mutation
