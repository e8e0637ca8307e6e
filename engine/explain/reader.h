// Who reads, and what that reader may see (language.md section 3, "Who sees what").
#pragma once

#include "engine/model/provenance.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::explain {

// The reader of a run. `--role R`, `--mentor M`, both (only what both may see), or nobody.
class Reader {
  public:
    [[nodiscard]] static Reader nobody() { return {false, false}; }
    [[nodiscard]] static Reader mentor() { return {true, false}; }   // the own mentor of the students the run selects
    [[nodiscard]] static Reader student() { return {true, true}; }   // --role student: built in
    [[nodiscard]] static Reader with_role(const model::Role& role);  // second line: sees what is vertrouwelijk
    [[nodiscard]] Reader and_also(const Reader& other) const;        // only what both may see

    [[nodiscard]] bool may_see(const PrivacyClass& privacy) const;
    [[nodiscard]] bool may_see(const Schema& schema, const model::FieldUse& use) const;
    [[nodiscard]] bool may_see_all(const Schema& schema, const model::FieldUses& uses) const;
    [[nodiscard]] bool may_see_events(const Series& series) const;  // that there are events at all
    // What somebody of the second line or of an external party recorded. Of that only whether there was contact is for others,
    // the own mentor among them.
    [[nodiscard]] bool may_see_work_of_second_line() const { return sees_work_of_second_line_; }

  private:
    Reader(bool sees_confidential, bool sees_work_of_second_line)
        : sees_confidential_(sees_confidential), sees_work_of_second_line_(sees_work_of_second_line) {}

    // What is `alleen toetsing` nobody sees. A mentor and a student see only their own run, so that what is left to know
    // of a reader is this.
    bool sees_confidential_;
    bool sees_work_of_second_line_;
};

// Whose work is not for the first line (may_see_work_of_second_line).
[[nodiscard]] bool is_of_second_line_or_external(const model::Role& role);

}  // namespace wegwijzer::explain
