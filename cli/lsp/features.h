// What an editor asks about a place in a text. Every answer is JSON, `null` where there is nothing to say.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "cli/lsp/analyses.h"
#include "cli/lsp/message.h"
#include "cli/lsp/settings.h"
#include "cli/lsp/workspace.h"

namespace wegwijzer::cli::lsp {

struct Desk {
    Workspace& workspace;
    Analyses& analyses;
    const Settings& settings;
};
struct Refusal {
    Failure failure = Failure::request_failed;
    std::string reason;
};
using Outcome = std::variant<std::string, Refusal>;

// Nothing: there is no such method.
[[nodiscard]] std::optional<Outcome> answer_request(Desk& desk, std::string_view method, const json::Value& params);

}  // namespace wegwijzer::cli::lsp
