#include "cli/lsp/uri.h"

#include <filesystem>

namespace wegwijzer::cli::lsp {

namespace {

std::optional<int> hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return std::nullopt;
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/-._~").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
    constexpr std::string_view scheme = "file://";
    if (!uri.starts_with(scheme)) return std::nullopt;
    uri.remove_prefix(scheme.size());
    constexpr std::string_view local = "localhost/";
    if (uri.starts_with(local)) uri.remove_prefix(local.size() - 1);
    if (!uri.starts_with('/')) return std::nullopt;  // of another machine
    std::string path;
    for (std::size_t at = 0; at < uri.size(); ++at) {
        if (uri[at] == '%' && at + 2 < uri.size()) {
            const auto high = hexadecimal(uri[at + 1]);
            const auto low = hexadecimal(uri[at + 2]);
            if (high && low) {
                path += static_cast<char>(*high * 16 + *low);
                at += 2;
                continue;
            }
        }
        path += uri[at];
    }
    if (path.find('\0') != std::string::npos) return std::nullopt;
    return std::filesystem::path(path).lexically_normal().string();
}

std::string uri_of_path(std::string_view path) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file://";
    for (const char c : path) {
        if (is_plain(c)) {
            uri += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri;
}

}  // namespace wegwijzer::cli::lsp
