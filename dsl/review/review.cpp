#include "dsl/review/review.h"

#include <utility>

#include "dsl/review/silencings.h"

namespace wegwijzer::review {

Review review(const Compilation& compilation) {
    Silenced silenced = silence(compilation, compilation.diagnostics.all());
    silenced.left.sort(compilation.sources);
    return {std::move(silenced.left), std::move(silenced.silenced)};
}

}  // namespace wegwijzer::review
