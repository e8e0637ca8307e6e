#include "dsl/review/review.h"

#include <utility>

#include "dsl/review/guard_fields.h"
#include "dsl/review/guard_wording.h"
#include "dsl/review/silencings.h"

namespace wegwijzer::review {

Review review(const Compilation& compilation) {
    Diagnostics findings = compilation.diagnostics;
    guard_wording(compilation, findings);
    guard_fields(compilation, findings);
    Silenced silenced = silence(compilation, findings.all());
    silenced.left.sort(compilation.sources);
    return {std::move(silenced.left), std::move(silenced.silenced)};
}

}  // namespace wegwijzer::review
