// Any bytes on the input of the language server, in pieces: no crash and no hang, and all that comes out is whole messages. A line
// `%%` in the input stands for a new piece; behind each an open document is changed and asked about.
#include <algorithm>

#include "cli/lsp/framing.h"
#include "cli/lsp/server.h"
#include "engine/json/tree.h"
#include "engine/json/writer.h"
#include "tests/support/fuzz_check.h"

namespace {

using namespace wegwijzer::cli::lsp;

class ScriptedChannel final : public Channel {
  public:
    explicit ScriptedChannel(std::string_view bytes) {
        pieces_.push_back(frame(R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}})"));
        for (;;) {
            const std::size_t end = std::min(bytes.find("\n%%\n"), bytes.size());
            const std::string piece(bytes.substr(0, end));
            // As it stands, and as what somebody types.
            pieces_.push_back(piece);
            pieces_.push_back(
                frame(R"({"method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:a","text":)" +
                      wegwijzer::json::quoted(piece) + "}}}"));
            for (const char* question :
                 {"completion", "hover", "definition", "documentSymbol", "formatting", "codeAction", "rename"}) {
                pieces_.push_back(
                    frame(std::string(R"({"id":"q","method":"textDocument/)") + question +
                          R"(","params":{"textDocument":{"uri":"untitled:a"},"newName":"x1","position":{"line":)" +
                          std::to_string(piece.size() % 7) + R"(,"character":)" + std::to_string(piece.size() % 23) +
                          R"(},"range":{"start":{"line":0,"character":0},"end":{"line":99,"character":0}}}})"));
            }
            if (end == bytes.size()) break;
            bytes.remove_prefix(end + 4);
        }
    }
    Got read(std::string& into, std::optional<std::chrono::milliseconds> wait) override {
        // Every other time there is nothing yet, so that the server gets round to its own work.
        if (rests_ && wait != std::chrono::milliseconds(0)) {
            rests_ = false;
            return Got::nothing;
        }
        rests_ = true;
        if (next_ == pieces_.size()) return Got::end;
        into += pieces_[next_++];
        return Got::bytes;
    }
    bool is_ready() override { return next_ % 2 == 0; }
    bool write(std::string_view bytes) override {
        written_ += bytes;
        return true;
    }
    [[nodiscard]] const std::string& written() const { return written_; }

  private:
    std::vector<std::string> pieces_;
    std::size_t next_ = 0;
    bool rests_ = true;
    std::string written_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using wegwijzer::test::fuzz_require;
    ScriptedChannel channel(wegwijzer::test::fuzz_text(data, size));
    static_cast<void>(Server(channel, std::nullopt).run());
    FrameReader reader;
    reader.add(channel.written());
    std::size_t length = 0;
    while (const auto body = reader.next()) {
        length += frame(*body).size();
        const auto message = wegwijzer::json::read_tree(*body);
        fuzz_require(message && (*message)["jsonrpc"].text() == "2.0", "an answer is a message of JSON-RPC");
    }
    fuzz_require(length == channel.written().size(), "what is written is whole messages");
    return 0;
}
