#include "cli/lsp/server.h"

#include <algorithm>
#include <exception>

#include "cli/lsp/capabilities.h"
#include "cli/lsp/features.h"
#include "cli/lsp/shapes.h"
#include "cli/lsp/uri.h"
#include "dsl/editor/while_typing.h"

namespace wegwijzer::cli::lsp {

Server::Server(Channel& channel, std::optional<Language> language)
    : channel_(channel),
      analyses_(workspace_),
      board_(workspace_,
             [this](std::string_view method, std::string_view params) { send(notification(method, params)); }) {
    settings_.language = language;
}

bool Server::run() {
    while (!is_over_) {
        take_bytes();
        if (is_over_) break;
        if (queue_.empty()) continue;
        const Message message = std::move(queue_.front());
        queue_.pop_front();
        work_on(message);
    }
    return state_ == State::shut_down;
}

// Reads all there is, so that a request that was cancelled meanwhile is not worked on. Waits only when there is nothing to do.
void Server::take_bytes() {
    std::string bytes;
    std::optional<std::chrono::milliseconds> wait(0);
    for (;;) {
        bytes.clear();
        const Channel::Got got = channel_.read(bytes, wait);
        frames_.add(bytes);
        while (const auto body = frames_.next()) take_message(*body);
        if (got == Channel::Got::end) {
            is_over_ = queue_.empty();  // what was asked before the end is still answered
            return;
        }
        if (got == Channel::Got::bytes) {
            wait = std::chrono::milliseconds(0);
            continue;
        }
        if (!queue_.empty()) return;
        if (catch_up()) {
            wait = std::chrono::milliseconds(0);
        } else if (wait && *wait >= settings_.pause && think()) {
            wait = std::chrono::milliseconds(0);
        } else {
            const bool may_think =
                std::ranges::any_of(analyses_.all(), [](const auto& entry) { return !entry.second.is_through; });
            wait = may_think ? std::optional(settings_.pause) : std::nullopt;
        }
    }
}

void Server::take_message(std::string_view body) {
    ReadMessage read = read_message(body);
    if (read.failure) {
        send(refusal(read.id, *read.failure, "this is no message of JSON-RPC 2.0"));
        return;
    }
    if (!read.message) return;
    if (read.message->method == "$/cancelRequest") {
        const std::string id = read.message->params["id"].written();
        const auto is_it = [&](const Message& waiting) { return waiting.id == id; };
        if (std::ranges::any_of(queue_, is_it)) cancelled_.insert(id);
        return;
    }
    queue_.push_back(std::move(*read.message));
}

void Server::work_on(const Message& message) {
    // One request that goes wrong is one answer that says so; the text and the others are not lost with it.
    try {
        if (message.id) {
            handle_request(message);
        } else {
            handle_notification(message);
        }
    } catch (const std::exception& fault) {
        if (message.id) send(refusal(*message.id, Failure::internal_error, fault.what()));
    }
}

void Server::handle_request(const Message& message) {
    const std::string& id = *message.id;
    if (cancelled_.erase(id) > 0) return send(refusal(id, Failure::request_cancelled, "cancelled"));
    if (state_ == State::shut_down) return send(refusal(id, Failure::invalid_request, "the server was shut down"));
    if (message.method == "initialize") {
        if (state_ != State::new_) return send(refusal(id, Failure::invalid_request, "initialized already"));
        return send(answer(id, initialize(message.params)));
    }
    if (state_ == State::new_) return send(refusal(id, Failure::server_not_initialized, "not initialized yet"));
    if (message.method == "shutdown") {
        state_ = State::shut_down;
        return send(answer(id, "null"));
    }
    Desk desk{workspace_, analyses_, settings_};
    const std::optional<Outcome> outcome = answer_request(desk, message.method, message.params);
    if (!outcome) return send(refusal(id, Failure::method_not_found, "no such method: " + message.method));
    if (const auto* refused = std::get_if<Refusal>(&*outcome))
        return send(refusal(id, refused->failure, refused->reason));
    send(answer(id, std::get<std::string>(*outcome)));
}

void Server::handle_notification(const Message& message) {
    if (message.method == "exit") {
        is_over_ = true;
        return;
    }
    if (state_ != State::initialized) return;
    const json::Value& params = message.params;
    if (message.method == "initialized") return initialized();
    if (message.method == "textDocument/didOpen") return open(params);
    if (message.method == "textDocument/didChange") return change(params);
    if (message.method == "textDocument/didClose") return close(params);
    if (message.method == "workspace/didChangeWorkspaceFolders") return change_workspace_folders(params["event"]);
    if (message.method == "textDocument/didSave" || message.method == "workspace/didChangeWatchedFiles") {
        workspace_.forget_files();
        analyses_.note_change_of_all();
        packs_may_differ_ = true;
    }
}

std::string Server::initialize(const json::Value& params) {
    state_ = State::initialized;
    const std::optional<Language> chosen = settings_.language;
    read_settings(params, settings_);
    if (chosen) settings_.language = chosen;  // who starts the server has the last word
    set_workspace_folders(params);
    return capabilities(settings_);
}

void Server::initialized() {
    if (settings_.can_watch_files) send(question(++questions_, "client/registerCapability", watched_files()));
}

void Server::set_workspace_folders(const json::Value& params) {
    std::vector<std::string> paths;
    const auto add = [&](std::optional<std::string_view> uri) {
        if (!uri) return;
        if (auto path = path_of_uri(*uri)) paths.push_back(std::move(*path));
    };
    for (const json::Value& folder : params["workspaceFolders"].items()) add(folder["uri"].text());
    if (paths.empty()) add(params["rootUri"].text());
    workspace_.set_folders(std::move(paths));
}

void Server::change_workspace_folders(const json::Value& event) {
    std::vector<std::string> paths = workspace_.folders();
    for (const json::Value& folder : event["removed"].items()) {
        if (const auto uri = folder["uri"].text()) {
            if (const auto path = path_of_uri(*uri)) std::erase(paths, *path);
        }
    }
    for (const json::Value& folder : event["added"].items()) {
        if (const auto uri = folder["uri"].text()) {
            if (auto path = path_of_uri(*uri)) paths.push_back(std::move(*path));
        }
    }
    workspace_.set_folders(std::move(paths));
    workspace_.forget_files();
}

void Server::open(const json::Value& params) {
    const json::Value& document = params["textDocument"];
    const auto uri = document["uri"].text();
    const auto text = document["text"].text();
    if (!uri || !text) return;
    workspace_.open(std::string(*uri), document["version"].integer().value_or(0), std::string(*text));
    workspace_.forget_files();
    analyses_.note_change(workspace_.find(*uri)->path);
    packs_may_differ_ = true;
}

void Server::change(const json::Value& params) {
    const auto uri = params["textDocument"]["uri"].text();
    Document* document = uri ? workspace_.find(*uri) : nullptr;
    if (document == nullptr) return;
    document->version = params["textDocument"]["version"].integer().value_or(document->version);
    const auto& pieces = params["contentChanges"].items();
    for (const json::Value& piece : pieces) {
        const auto text = piece["text"].text();
        if (!text) continue;
        document->typed_at.reset();
        if (piece["range"].is_null()) {
            document->text = std::string(*text);
            continue;
        }
        const editor::Range range = read_range(piece["range"]);
        const editor::Lines lines(document->text, settings_.units);
        const std::uint32_t begin = lines.offset_of(range.begin);
        const std::uint32_t end = std::max(begin, lines.offset_of(range.end));
        // Several pieces at once are no key.
        if (pieces.size() == 1 && editor::is_typing(std::string_view(document->text).substr(begin, end - begin), *text))
            document->typed_at = begin + static_cast<std::uint32_t>(text->size());
        document->text = editor::replace_range(document->text, range, *text, settings_.units);
    }
    analyses_.note_change(document->path);
    packs_may_differ_ = true;
}

void Server::close(const json::Value& params) {
    const auto uri = params["textDocument"]["uri"].text();
    const Document* document = uri ? workspace_.find(*uri) : nullptr;
    if (document == nullptr) return;
    const std::string path = document->path;
    workspace_.close(*uri);
    workspace_.forget_files();
    analyses_.note_change(path);
    packs_may_differ_ = true;
}

bool Server::catch_up() {
    if (state_ != State::initialized) return false;
    if (packs_may_differ_) {
        packs_may_differ_ = false;
        analyses_.follow_open_files();
        board_.clear_all_but(analyses_.all());
    }
    for (auto& [pack, known] : analyses_.all()) {
        Analysis& analysis = analyses_.of_pack(pack);
        if (analysis.is_shown) continue;
        board_.show(analysis, analyses_.all(), settings_);
        return true;
    }
    return false;
}

bool Server::think() {
    // Nobody types any more: what waited is shown.
    const bool typed = workspace_.stop_typing();
    for (auto& [pack, analysis] : analyses_.all()) analysis.is_shown = analysis.is_shown && !typed;
    for (auto& [pack, analysis] : analyses_.all()) {
        if (analysis.is_through || !analysis.is_current) continue;
        // A key that comes meanwhile does not wait for it.
        analyses_.think_through(analysis, [this] { return channel_.is_ready(); });
        return true;
    }
    return typed;
}

void Server::send(std::string_view body) {
    if (!channel_.write(frame(body))) is_over_ = true;
}

}  // namespace wegwijzer::cli::lsp
