// Sets of missing fields and of faults, each kept once. Number 0 is the empty set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/execute/tri_columns.h"
#include "engine/model/outcome.h"

namespace wegwijzer::execute {

class SetPool {
  public:
    // `words` hold a bit for all that can be missing (Program::missing).
    explicit SetPool(std::size_t words) : empty_(words) {
        static_cast<void>(number(empty_));
        static_cast<void>(number(model::FaultSet{}));
    }
    [[nodiscard]] std::uint32_t number(const std::vector<Word>& missing) {
        const auto [place, is_new] = missing_.try_emplace(missing, static_cast<std::uint32_t>(missing_.size()));
        if (is_new) missing_sets_.push_back(&place->first);
        return place->second;
    }
    [[nodiscard]] std::uint32_t number(const model::FaultSet& faults) {
        const auto [place, is_new] = faults_.try_emplace(faults, static_cast<std::uint32_t>(faults_.size()));
        if (is_new) fault_sets_.push_back(&place->first);
        return place->second;
    }
    [[nodiscard]] const std::vector<Word>& missing(std::uint32_t number) const { return *missing_sets_[number]; }
    [[nodiscard]] const model::FaultSet& faults(std::uint32_t number) const { return *fault_sets_[number]; }
    [[nodiscard]] std::size_t missing_count() const { return missing_sets_.size(); }
    [[nodiscard]] std::size_t fault_count() const { return fault_sets_.size(); }

  private:
    struct Hash {
        std::size_t operator()(const std::vector<Word>& words) const noexcept {
            std::size_t hash = 0;
            for (const Word word : words) hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
            return hash ^ (hash >> 32);
        }
    };
    std::vector<Word> empty_;
    // Elements of both maps stay where they are.
    std::unordered_map<std::vector<Word>, std::uint32_t, Hash> missing_;
    std::map<model::FaultSet, std::uint32_t> faults_;
    std::vector<const std::vector<Word>*> missing_sets_;
    std::vector<const model::FaultSet*> fault_sets_;
};

}  // namespace wegwijzer::execute
