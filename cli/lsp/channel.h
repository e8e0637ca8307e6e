// Where the bytes of an editor come from and go to.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer::cli::lsp {

class Channel {
  public:
    enum class Got : std::uint8_t { bytes, nothing, end };

    Channel() = default;
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;
    virtual ~Channel() = default;
    // Appends what there is to `into`; waits for it no longer than `wait`, or as long as it takes.
    [[nodiscard]] virtual Got read(std::string& into, std::optional<std::chrono::milliseconds> wait) = 0;
    // Would `read` have something to say at once?
    [[nodiscard]] virtual bool is_ready() = 0;
    // False: nobody listens any more.
    [[nodiscard]] virtual bool write(std::string_view bytes) = 0;
};

// Standard input and output.
[[nodiscard]] std::unique_ptr<Channel> standard_channel();

}  // namespace wegwijzer::cli::lsp
