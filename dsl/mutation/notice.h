// Does a voorbeeld notice a change? What it can't notice isn't evaluated: nothing that it expects reads what was changed, or what
// was changed comes out the same for its student. And of what is evaluated only what reads the change: the rest is known.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "dsl/mutation/alike_students.h"
#include "dsl/mutation/change.h"
#include "engine/examples/subject.h"
#include "engine/model/outcome.h"
#include "engine/trace/evaluate_pieces.h"

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
        // All that comes out as the rules stand, where more is expected than signals by name.
        std::optional<model::StudentOutcome> outcome;
        bool asks_values = false;          // of a begrip, tabel or parameter
        std::vector<std::uint32_t> alike;  // by SignalId, as far as asked: students that are the same to it
    };
    // What may come out otherwise when this owner changes.
    struct Affected {
        std::vector<model::SignalId> signals;
        trace::Pieces pieces;
    };
    struct Then {  // a signal under the change
        bool differs = false;
        model::SignalOutcome outcome;
    };
    [[nodiscard]] std::size_t owner_index(const examples::PlaceOwner& owner) const;
    [[nodiscard]] std::vector<bool> reads(const model::Example& example) const;
    void find_affected();
    [[nodiscard]] bool fails(Watcher& watcher, const Change& change);
    [[nodiscard]] bool fails_by_its_signals(const Watcher& watcher, const Affected& affected) const;
    [[nodiscard]] bool fails_in_part(Watcher& watcher, const Affected& affected, examples::PlaceOwner::Kind kind);
    [[nodiscard]] const Then& then_of(Watcher& watcher, model::SignalId signal);
    [[nodiscard]] model::SignalOutcome evaluate(const Watcher& watcher, model::SignalId signal) const;

    std::shared_ptr<model::RuleSet> changed_;  // where changes are made, and taken back
    std::shared_ptr<const model::RuleSet> shared_;
    std::vector<Watcher> watchers_;
    std::vector<bool> advice_reads_;
    std::vector<Affected> affected_;  // by owner_index
    AlikeStudents alike_;
    std::map<std::pair<model::SignalId, std::uint32_t>, Then>
        then_;  // under the change at hand, by students that are alike
    bool has_failures_ = false;
};

}  // namespace wegwijzer::mutation
