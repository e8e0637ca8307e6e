// JSON-RPC 2.0: what came in, and what goes out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/json/tree.h"

namespace wegwijzer::cli::lsp {

enum class Failure : std::int32_t {
    parse_error = -32700,
    invalid_request = -32600,
    method_not_found = -32601,
    invalid_params = -32602,
    internal_error = -32603,
    server_not_initialized = -32002,
    request_cancelled = -32800,
    request_failed = -32803,
};

struct Message {
    std::optional<std::string> id;  // of a request: as it stands in JSON; a notification has none
    std::string method;
    json::Value params;
};

struct ReadMessage {
    std::optional<Message> message;       // none: an answer to a question of ours, or a failure
    std::optional<Failure> failure = {};  // to be said with `id`
    std::string id = "null";
};
[[nodiscard]] ReadMessage read_message(std::string_view body);

// `result` and `params` are JSON.
[[nodiscard]] std::string answer(std::string_view id, std::string_view result);
[[nodiscard]] std::string refusal(std::string_view id, Failure failure, std::string_view message);
[[nodiscard]] std::string notification(std::string_view method, std::string_view params);
[[nodiscard]] std::string question(std::int64_t id, std::string_view method, std::string_view params);

}  // namespace wegwijzer::cli::lsp
