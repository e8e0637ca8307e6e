// What voorbeelden reach of the rules and what they don't, for people: exact fractions, the author's own lines with carets, and
// voorbeelden to paste. It is about the rules alone; the students in it are invented.
#pragma once

#include <string>

#include "cli/render/rule_page.h"
#include "dsl/coverage/coverage.h"
#include "engine/base/language.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer::cli {

// `name`: of the packs together.
[[nodiscard]] std::string render_coverage(const std::string& name, const coverage::Report& report,
                                          const SourceMap& sources, const RulePageFrame& frame);
// "94,9%": a tenth at most, rounded down, so that 100% is all; "-" of nothing.
[[nodiscard]] std::string share_text(const coverage::Count& count, Language language);

}  // namespace wegwijzer::cli
