// What a source is called on a page: in full the first time, and in short, up to its first comma or colon, after that. In
// full each time when another source would be called the same.
#pragma once

#include <string>
#include <vector>

#include "engine/model/rule_set.h"

namespace wegwijzer::explain {

class SourceNames {
  public:
    explicit SourceNames(const model::RuleSet& rules) : rules_(&rules), told_(rules.references.size()) {}

    // With the place in it: "Studentsucces, hoofdstuk 5.3".
    [[nodiscard]] std::string name(const model::Citation& citation);
    [[nodiscard]] std::string full_name(const model::Citation& citation) const;

  private:
    [[nodiscard]] std::string short_title(const model::Reference& reference) const;

    const model::RuleSet* rules_;
    std::vector<bool> told_;  // by ReferenceId
};

}  // namespace wegwijzer::explain
