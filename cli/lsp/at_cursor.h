// The place that a request is about. Internal to cli/lsp.
#pragma once

#include <cstdint>
#include <optional>

#include "cli/lsp/features.h"
#include "cli/lsp/shapes.h"
#include "dsl/editor/names.h"

namespace wegwijzer::cli::lsp {

// A document, its pack as it is now, and a place in it.
struct AtCursor {
    const Document* document = nullptr;
    Analysis* analysis = nullptr;
    const ast::File* file = nullptr;
    std::uint32_t offset = 0;
    Language language = Language::nl;  // of what people read

    [[nodiscard]] const Compilation& compilation() const { return analysis->compilation; }
};
// Nothing when the document isn't open. `position` may be absent.
[[nodiscard]] std::optional<AtCursor> find_cursor(Desk& desk, const json::Value& params);

// One file per group of questions.
[[nodiscard]] std::string answer_completion(Desk& desk, const json::Value& params);
[[nodiscard]] std::string answer_hover(Desk& desk, const json::Value& params);
[[nodiscard]] std::string answer_definition(Desk& desk, const json::Value& params);
[[nodiscard]] std::string answer_references(Desk& desk, const json::Value& params);
[[nodiscard]] Outcome answer_prepare_rename(Desk& desk, const json::Value& params);
[[nodiscard]] Outcome answer_rename(Desk& desk, const json::Value& params);
[[nodiscard]] std::string answer_outline(Desk& desk, const json::Value& params);
[[nodiscard]] std::string answer_formatting(Desk& desk, const json::Value& params);
[[nodiscard]] std::string answer_code_actions(Desk& desk, const json::Value& params);
[[nodiscard]] Outcome answer_command(Desk& desk, const json::Value& params);

}  // namespace wegwijzer::cli::lsp
