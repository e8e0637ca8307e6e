#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "cli/files.h"
#include "cli/lsp/channel.h"

namespace wegwijzer::cli::lsp {

namespace {

class StandardChannel final : public Channel {
  public:
    Got read(std::string& into, std::optional<std::chrono::milliseconds> wait) override {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        const int ready = poll(&input, 1, wait ? static_cast<int>(wait->count()) : -1);
        if (ready == 0 || (ready < 0 && errno == EINTR)) return Got::nothing;
        if (ready < 0) return Got::end;
        char block[1 << 16];
        const ssize_t count = ::read(STDIN_FILENO, block, sizeof block);
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) return Got::nothing;
        if (count <= 0) return Got::end;
        into.append(block, static_cast<std::size_t>(count));
        return Got::bytes;
    }
    bool is_ready() override {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        return poll(&input, 1, 0) > 0;
    }
    bool write(std::string_view bytes) override { return write_all(STDOUT_FILENO, bytes) == 0; }
};

}  // namespace

std::unique_ptr<Channel> standard_channel() { return std::make_unique<StandardChannel>(); }

}  // namespace wegwijzer::cli::lsp
