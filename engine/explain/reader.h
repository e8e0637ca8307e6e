// Who reads, and what that reader may see (language.md section 3, "Who sees what").
#pragma once

#include <cstdint>
#include <string>

#include "engine/model/provenance.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::explain {

// The reader of a run. `--role R`, `--mentor M`, both (only what both may see is shown), or nobody.
class Reader {
  public:
    [[nodiscard]] static Reader nobody();
    [[nodiscard]] static Reader mentor();                            // the own mentor of the students the run selects
    [[nodiscard]] static Reader student();                           // --role student: built in
    [[nodiscard]] static Reader with_role(const model::Role& role);  // second line: sees what is vertrouwelijk
    [[nodiscard]] Reader and_also(const Reader& other) const;        // only what both may see

    [[nodiscard]] bool may_see(const PrivacyClass& privacy) const;
    [[nodiscard]] bool may_see(const Schema& schema, const model::FieldUse& use) const;
    [[nodiscard]] bool may_see_all(const Schema& schema, const model::FieldUses& uses) const;
    [[nodiscard]] bool may_see_events(const Series& series) const;  // that there are events at all

  private:
    bool sees_confidential_ = false;
    bool is_student_ = false;
};

}  // namespace wegwijzer::explain
