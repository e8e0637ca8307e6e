// What an author was told when everything was shown. While somebody types, an error that comes up in a declaration nobody touched
// since follows from what is being typed elsewhere: the half of a name that others read.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::editor {

class ToldErrors {
  public:
    // Everything there is was shown.
    void remember(const Compilation& compilation, const std::vector<Diagnostic>& findings);
    // Is this an error of which nothing was told, in a declaration that reads as it did then? Never before `remember`.
    [[nodiscard]] bool is_news_of_what_stood(const Compilation& compilation, const Diagnostic& finding) const;

  private:
    using Place = std::pair<std::string, std::string>;  // file and text of a declaration
    using Error = std::pair<Code, std::uint32_t>;       // and where in it
    std::map<Place, std::set<Error>> told_;
};

}  // namespace wegwijzer::editor
