// Who reads, and what that reader may see (language.md section 3, "Who sees what").
#pragma once

#include "engine/model/provenance.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::explain {

// The reader of a run. `--role R`, `--mentor M`, both (only what both may see), or nobody.
class Reader {
  public:
    [[nodiscard]] static Reader nobody() { return Reader(false); }
    [[nodiscard]] static Reader mentor() { return Reader(true); }    // the own mentor of the students the run selects
    [[nodiscard]] static Reader student() { return Reader(true); }   // --role student: built in
    [[nodiscard]] static Reader with_role(const model::Role& role);  // second line: sees what is vertrouwelijk
    [[nodiscard]] Reader and_also(const Reader& other) const;        // only what both may see

    [[nodiscard]] bool may_see(const PrivacyClass& privacy) const;
    [[nodiscard]] bool may_see(const Schema& schema, const model::FieldUse& use) const;
    [[nodiscard]] bool may_see_all(const Schema& schema, const model::FieldUses& uses) const;
    [[nodiscard]] bool may_see_events(const Series& series) const;  // that there are events at all

  private:
    explicit Reader(bool sees_confidential) : sees_confidential_(sees_confidential) {}

    // What is `alleen toetsing` nobody sees. A mentor and a student see only their own run, so that what is left to know
    // of a reader is this.
    bool sees_confidential_;
};

}  // namespace wegwijzer::explain
