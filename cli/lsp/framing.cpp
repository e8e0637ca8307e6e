#include "cli/lsp/framing.h"

#include <algorithm>
#include <charconv>

namespace wegwijzer::cli::lsp {

namespace {

constexpr std::string_view length_name = "content-length";

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

bool is_length(std::string_view name) {
    return std::ranges::equal(name, length_name, [](char written, char meant) {
        return (written >= 'A' && written <= 'Z' ? static_cast<char>(written + 32) : written) == meant;
    });
}

std::optional<std::size_t> read_length(std::string_view text) {
    std::size_t length = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
    return length;
}

}  // namespace

void FrameReader::add(std::string_view bytes) {
    const std::size_t skipped = std::min(to_skip_, bytes.size());
    to_skip_ -= skipped;
    bytes.remove_prefix(skipped);
    // What was taken goes now and then, so that many small messages take time as their length.
    if (at_ > bytes_.size() / 2) {
        bytes_.erase(0, at_);
        at_ = 0;
    }
    bytes_ += bytes;
}

bool FrameReader::take_headers() {
    const std::string_view rest = std::string_view(bytes_).substr(at_);
    std::optional<std::size_t> length;
    for (std::size_t line = 0;;) {
        const std::size_t end = rest.find('\n', line);
        if (end == std::string_view::npos) {
            // No header is that long: what stands here is something else.
            if (rest.size() > most_header_bytes) at_ = bytes_.size();
            return false;
        }
        const std::string_view written = trimmed(rest.substr(line, end - line));
        line = end + 1;
        if (written.empty()) {
            at_ += line;
            if (!length) return true;
            if (*length <= most_body_bytes) {
                body_ = length;
                return true;
            }
            const std::size_t here = std::min(*length, bytes_.size() - at_);
            at_ += here;
            to_skip_ = *length - here;
            return true;
        }
        const std::size_t colon = std::min(written.find(':'), written.size());
        if (is_length(trimmed(written.substr(0, colon))) && colon < written.size())
            length = read_length(trimmed(written.substr(colon + 1)));
        if (line > most_header_bytes) {
            at_ += line;
            return true;
        }
    }
}

std::optional<std::string> FrameReader::next() {
    while (at_ < bytes_.size() || body_) {
        if (!body_) {
            if (!take_headers()) return std::nullopt;
            continue;
        }
        if (bytes_.size() - at_ < *body_) return std::nullopt;
        std::string body = bytes_.substr(at_, *body_);
        at_ += *body_;
        body_.reset();
        return body;
    }
    return std::nullopt;
}

std::string frame(std::string_view body) {
    return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace wegwijzer::cli::lsp
