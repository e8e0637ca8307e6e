// Which small changes of the rules no voorbeeld notices, for people: the author's own line, the line as it would read, and
// voorbeelden that would notice.
#pragma once

#include <string>

#include "cli/render/rule_page.h"
#include "dsl/mutation/mutation.h"

namespace wegwijzer::cli {

[[nodiscard]] std::string render_mutation(const std::string& name, const mutation::Report& report,
                                          const SourceMap& sources, const RulePageFrame& frame);

}  // namespace wegwijzer::cli
