// Messages as they come over a pipe: headers, an empty line, and as many bytes as `Content-Length` says (LSP 3.17, base protocol).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer::cli::lsp {

// Any bytes in, messages out. What is no message is passed over up to the next header, and never grows without bound.
class FrameReader {
  public:
    static constexpr std::size_t most_header_bytes = 4096;
    static constexpr std::size_t most_body_bytes = std::size_t{64} << 20;

    void add(std::string_view bytes);
    // The next whole message, in order.
    [[nodiscard]] std::optional<std::string> next();

  private:
    // Takes the headers at the front. False: they are not all there.
    bool take_headers();

    std::string bytes_;
    std::size_t at_ = 0;               // up to here taken
    std::optional<std::size_t> body_;  // length of the message whose headers were taken
    std::size_t to_skip_ = 0;          // of a message that is too long
};

[[nodiscard]] std::string frame(std::string_view body);

}  // namespace wegwijzer::cli::lsp
