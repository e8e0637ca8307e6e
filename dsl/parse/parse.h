// From text to AST. The only place that includes PEGTL.
//
// Contract: never throws on any input and never stops at the first error: a broken clause is reported and passed over, a
// broken declaration never swallows the next one. Linear in the length of the text. One mistake, one finding.
#pragma once

#include "dsl/ast/ast.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer {

namespace parsing {
class ReadBefore;
}

// `language`: the words the file is written in (`taal` at the head of its pack; a pack's files share one language). With
// `before` the same comes out, sooner where most of the text was read before.
[[nodiscard]] ast::File parse(const SourceMap& sources, SourceId source, Language language, Diagnostics& diagnostics,
                              parsing::ReadBefore* before = nullptr);

// Looks for `taal nl|en` or `language nl|en` in the head of a pack among its files' texts; nl when there is none.
[[nodiscard]] Language find_language(std::string_view text);

}  // namespace wegwijzer
