// What is wrong with the thinking takes longer to find than a keystroke. Until it is looked for again, what was found before
// stays, at the place where its declaration stands now, as long as that declaration reads as it did.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

class EarlierFindings {
  public:
    void remember(const Compilation& compilation, const Diagnostics& findings);
    // Those of which the finding and every further place stand in a declaration that is still there word for word.
    [[nodiscard]] Diagnostics in(const Compilation& compilation) const;

  private:
    // A place relative to the declaration it stands in.
    struct Place {
        std::string file;
        std::string declaration;  // its text
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    struct Kept {
        Diagnostic finding;
        Place place;
        std::vector<Place> labels;
    };
    std::vector<Kept> kept_;
};

}  // namespace wegwijzer::editor
