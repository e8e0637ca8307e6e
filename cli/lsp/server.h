// The language server: one editor, one thread, messages in the order in which they come.
//
// Contract
// - No bytes that come in end it but `exit` and the end of the input; what can't be done is refused with a reason.
// - Findings follow every change: of names, types and words at once, of the thinking and of what isn't written yet after a pause
//   without a key.
// - Nothing of a student is read, and nothing of what is written goes anywhere but to the editor.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <string>

#include "cli/lsp/analyses.h"
#include "cli/lsp/channel.h"
#include "cli/lsp/findings_board.h"
#include "cli/lsp/framing.h"
#include "cli/lsp/message.h"
#include "cli/lsp/settings.h"
#include "cli/lsp/workspace.h"

namespace wegwijzer::cli::lsp {

class Server {
  public:
    Server(Channel& channel, std::optional<Language> language);

    // Until the editor is done: true when it said so as it should (`shutdown`, then `exit`).
    [[nodiscard]] bool run();

  private:
    enum class State : std::uint8_t { new_, initialized, shut_down };

    void take_bytes();
    void take_message(std::string_view body);
    void work_on(const Message& message);
    void handle_request(const Message& message);
    void handle_notification(const Message& message);
    [[nodiscard]] std::string initialize(const json::Value& params);
    void initialized();
    void open(const json::Value& params);
    void change(const json::Value& params);
    void close(const json::Value& params);
    void set_workspace_folders(const json::Value& params);
    void change_workspace_folders(const json::Value& event);
    // What can be done without a message: true when something was.
    [[nodiscard]] bool catch_up();
    [[nodiscard]] bool think();
    void send(std::string_view body);

    Channel& channel_;
    FrameReader frames_;
    std::deque<Message> queue_;
    std::set<std::string> cancelled_;  // of requests in the queue
    State state_ = State::new_;
    bool is_over_ = false;
    bool packs_may_differ_ = false;  // files were opened or closed
    std::int64_t questions_ = 0;
    Settings settings_;
    Workspace workspace_;
    Analyses analyses_;
    FindingsBoard board_;
};

}  // namespace wegwijzer::cli::lsp
