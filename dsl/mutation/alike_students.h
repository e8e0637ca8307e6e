// Students of voorbeelden that are the same to a signal: all that it reads is given alike, on one day. What it comes to for one
// of them, it comes to for all.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "engine/model/provenance.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::mutation {

class AlikeStudents {
  public:
    // `rules` must outlive it. A change of them may take away what a signal reads, and never adds to it.
    explicit AlikeStudents(const model::RuleSet& rules);

    // The same number for students that are alike.
    [[nodiscard]] std::uint32_t number_of(const model::Example& example, model::SignalId signal);

  private:
    using Key = std::vector<std::uint32_t>;
    [[nodiscard]] std::uint32_t value_of(const model::Example& example, FieldId field);
    [[nodiscard]] std::uint32_t events_of(const model::Example& example, SeriesId series);

    const model::RuleSet& rules_;
    std::vector<model::FieldUses> reads_;                       // by SignalId
    std::map<FieldId, std::vector<model::FieldValue>> values_;  // those that are given, each once
    std::map<SeriesId, std::vector<model::ExampleSeries>> events_;
    std::vector<Date> days_;
    std::vector<std::map<Key, std::uint32_t>> numbers_;  // by SignalId
};

}  // namespace wegwijzer::mutation
