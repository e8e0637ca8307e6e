#include "cli/lsp/message.h"

#include "engine/json/writer.h"

namespace wegwijzer::cli::lsp {

namespace {

constexpr std::string_view opening = R"({"jsonrpc":"2.0",)";

}  // namespace

ReadMessage read_message(std::string_view body) {
    const std::optional<json::Value> value = json::read_tree(body);
    if (!value) return {{}, Failure::parse_error};
    if (value->kind() != json::Value::Kind::object) return {{}, Failure::invalid_request};
    const json::Value& id = (*value)["id"];
    const bool has_id = id.kind() == json::Value::Kind::number || id.kind() == json::Value::Kind::text;
    const std::optional<std::string_view> method = (*value)["method"].text();
    if (!method) {
        const bool is_answer = has_id && (!(*value)["error"].is_null() || !(*value)["result"].is_null());
        // An answer may have the result null: what has an id and no method asks nothing in any case.
        if (is_answer || has_id) return {};
        return {{}, Failure::invalid_request};
    }
    Message message{{}, std::string(*method), (*value)["params"]};
    if (has_id) message.id = id.written();
    return {std::move(message)};
}

std::string answer(std::string_view id, std::string_view result) {
    return std::string(opening) + "\"id\":" + std::string(id) + ",\"result\":" + std::string(result) + "}";
}

std::string refusal(std::string_view id, Failure failure, std::string_view message) {
    return std::string(opening) + "\"id\":" + std::string(id) +
           ",\"error\":{\"code\":" + std::to_string(static_cast<std::int32_t>(failure)) +
           ",\"message\":" + json::quoted(message) + "}}";
}

std::string notification(std::string_view method, std::string_view params) {
    return std::string(opening) + "\"method\":" + json::quoted(method) + ",\"params\":" + std::string(params) + "}";
}

std::string question(std::int64_t id, std::string_view method, std::string_view params) {
    return std::string(opening) + "\"id\":" + std::to_string(id) + ",\"method\":" + json::quoted(method) +
           ",\"params\":" + std::string(params) + "}";
}

}  // namespace wegwijzer::cli::lsp
