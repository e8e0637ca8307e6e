// Carries a change out on a copy and looks at what `check` says then. Internal to dsl/editor.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/compile/packs_in_use.h"
#include "dsl/editor/rename.h"
#include "dsl/editor/ways_out/spot.h"
#include "dsl/editor/ways_out/surroundings.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

class Trial {
  public:
    // Both must outlive it. `packs_beside`, where it is not empty, gives the packs that a change may take in.
    Trial(const Spot& spot, const PacksBeside& packs_beside);

    enum class Standard : std::uint8_t {
        mended,  // a finding of this code less, and no error that wasn't there
        read,  // the same; but what could not be read hides what else is wrong with it: errors away from the edits may appear
        step,      // this very finding is gone, and there are no more of its code than there were
        to_fill,   // mended, but for one error: in the edit, where something is left to fill in
        to_go_on,  // mended, but for one error: on a line of the edits, which the finding hid
    };
    [[nodiscard]] bool holds_up(const std::vector<Edit>& edits, Standard standard);
    // Bytes looked at so far: what it has cost.
    [[nodiscard]] std::size_t read_so_far() const { return read_; }

  private:
    // How much of `check` it takes to find this finding. What takes no longer is not done.
    enum class Depth : std::uint8_t { compiled, reviewed, thought_through };
    struct Seen {
        std::size_t same_code = 0;
        std::size_t same = 0;  // in the same words
        std::map<std::string, std::size_t> errors;
    };
    // The pack to try on: what the edits have to do with, as it is without them.
    struct Ground {
        Declarations changed;
        Declarations kept;
        std::vector<PackText> packs;
        Seen before;
        std::size_t size = 0;
    };
    [[nodiscard]] Diagnostics findings_of(const Compilation& compilation) const;
    [[nodiscard]] Seen look(const Diagnostics& findings) const;
    [[nodiscard]] Declarations declarations_in(const std::vector<Edit>& edits) const;
    [[nodiscard]] Declarations named_in(const std::vector<Edit>& edits) const;
    [[nodiscard]] bool changes_what_is_taken_in(const std::vector<Edit>& edits) const;
    void lay_ground(Declarations changed, const Declarations& needed);
    [[nodiscard]] Ground whole_ground() const;

    const Spot& spot_;
    const PacksBeside& packs_beside_;
    const Compilation& compilation_;
    const Diagnostic& finding_;
    Depth depth_ = Depth::compiled;
    bool is_unread_ = false;  // the finding stands in what could not be read, or tells of it
    std::optional<Ground> ground_;
    std::size_t read_ = 0;
};

}  // namespace wegwijzer::editor
