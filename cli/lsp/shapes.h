// The shapes of the protocol in JSON: places, texts to put in, findings.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/lsp/settings.h"
#include "cli/lsp/workspace.h"
#include "dsl/compile/compile.h"
#include "dsl/editor/position.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli::lsp {

// The lines of the texts of one compilation, counted once.
class Places {
  public:
    Places(const SourceMap& sources, editor::Units units) : sources_(sources), units_(units) {}
    [[nodiscard]] const editor::Lines& lines(SourceId source);
    [[nodiscard]] editor::Range range(const Span& span);

  private:
    const SourceMap& sources_;
    editor::Units units_;
    std::map<std::size_t, editor::Lines> lines_;
};

void write(json::Writer& writer, const editor::Position& position);
void write(json::Writer& writer, const editor::Range& range);
// {"uri","range"}
void write_location(json::Writer& writer, const Span& span, const SourceMap& sources, const Workspace& workspace,
                    Places& places);
[[nodiscard]] editor::Position read_position(const json::Value& value);
[[nodiscard]] editor::Range read_range(const json::Value& value);

// A finding as a Diagnostic of the protocol.
void write_finding(json::Writer& writer, const Diagnostic& finding, const SourceMap& sources,
                   const Workspace& workspace, Places& places, const Settings& settings, Language language);

}  // namespace wegwijzer::cli::lsp
