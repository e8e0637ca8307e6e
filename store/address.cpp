#include "store/address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "engine/base/ascii.h"

namespace wegwijzer::store {
namespace {

constexpr std::string_view behind_scheme = "://";
constexpr std::string_view left_out = "…";

// `%20` as the byte it stands for. std::nullopt: that is not how it is written.
std::optional<std::string> percent_decoded(std::string_view written) {
    std::string text;
    while (!written.empty()) {
        if (written.front() != '%') {
            text += written.front();
            written.remove_prefix(1);
            continue;
        }
        if (written.size() < 3) return std::nullopt;
        unsigned byte = 0;
        const char* end = written.data() + 3;
        if (std::from_chars(written.data() + 1, end, byte, 16).ptr != end || byte == 0) return std::nullopt;
        text += static_cast<char>(byte);
        written.remove_prefix(3);
    }
    return text;
}

// One or more of `name`, `name:5432`, `[::1]:5432`. What else stands behind a `:` may be a password without its `@`.
bool are_hosts(std::string_view hosts) {
    while (true) {
        const std::size_t comma = std::min(hosts.find(','), hosts.size());
        std::string_view host = hosts.substr(0, comma);
        if (host.starts_with('[')) host.remove_prefix(std::min(host.find(']'), host.size()));
        const std::size_t colon = std::min(host.find(':'), host.size());
        if (!std::ranges::all_of(host.substr(std::min(colon + 1, host.size())), is_digit)) return false;
        if (comma == hosts.size()) return true;
        hosts.remove_prefix(comma + 1);
    }
}

bool is_secret(std::string_view keyword) {
    return keyword != "passfile" &&
           std::ranges::any_of(std::array<std::string_view, 3>{"pass", "pw", "secret"},
                               [&](std::string_view part) { return keyword.find(part) != std::string_view::npos; });
}

// `key=value&…` without the secrets among them, which are added to `secrets`.
std::optional<std::string> plain_settings(std::string_view settings, std::vector<Secret>& secrets) {
    std::string plain;
    while (!settings.empty()) {
        const std::size_t end = std::min(settings.find('&'), settings.size());
        const std::string_view setting = settings.substr(0, end);
        const std::size_t equals = std::min(setting.find('='), setting.size());
        const auto keyword = percent_decoded(setting.substr(0, equals));
        const auto value = percent_decoded(setting.substr(std::min(equals + 1, setting.size())));
        if (!keyword || !value || equals == setting.size()) return std::nullopt;
        if (is_secret(*keyword)) {
            secrets.push_back({*keyword, *value});
        } else {
            plain.append(plain.empty() ? "?" : "&").append(setting);
        }
        settings.remove_prefix(std::min(end + 1, settings.size()));
    }
    return plain;
}

// What stands behind `://`. Narrower than what libpq takes: with a `@`, `/` or `?` of the password that isn't written as `%40`
// and the like, libpq would take a part of it for the name of a server, and say so.
std::optional<StoreName> readable_address(std::string_view scheme, std::string_view rest) {
    const std::size_t question = std::min(rest.find('?'), rest.size());
    const std::string_view place = rest.substr(0, question);
    const std::size_t slash = std::min(place.find('/'), place.size());
    const std::size_t at = rest.find('@');
    if (at != std::string_view::npos && (at > slash || rest.find('@', at + 1) != std::string_view::npos)) {
        return std::nullopt;
    }
    StoreName name;
    name.shown = scheme;
    std::size_t begin_of_hosts = 0;
    if (at != std::string_view::npos) {
        const std::string_view person = place.substr(0, at);
        const std::size_t colon = std::min(person.find(':'), person.size());
        name.shown.append(person.substr(0, colon)).append("@");
        begin_of_hosts = at + 1;
        if (colon < person.size()) {
            const auto password = percent_decoded(person.substr(colon + 1));
            if (!password) return std::nullopt;
            name.secrets.push_back({"password", *password});
        }
    }
    if (!are_hosts(place.substr(begin_of_hosts, slash - begin_of_hosts))) return std::nullopt;
    const auto settings = plain_settings(rest.substr(std::min(question + 1, rest.size())), name.secrets);
    if (!settings) return std::nullopt;
    name.shown.append(place.substr(begin_of_hosts)).append(*settings);
    return name;
}

// `host=… password=…`, the other way in which programs write where a database is.
bool has_words_of_connection(std::string_view name) {
    constexpr std::array<std::string_view, 2> words{"password", "dbname"};
    return std::ranges::any_of(words, [&](std::string_view word) {
        const std::size_t at = name.find(word);
        if (at == std::string_view::npos) return false;
        const std::size_t next = name.find_first_not_of(' ', at + word.size());
        return next != std::string_view::npos && name[next] == '=';
    });
}

}  // namespace

bool names_server(std::string_view name) {
    return name.starts_with("postgresql://") || name.starts_with("postgres://");
}

bool is_unreadable(std::string_view shown) { return shown.find(left_out) != std::string_view::npos; }

StoreName without_secrets(const std::string& written) {
    const std::size_t at = written.find(behind_scheme);
    if (at == std::string::npos) {
        if (has_words_of_connection(written)) return {std::string(unreadable_address), {}};
        return {written, {}};
    }
    const std::string_view whole = written;
    const std::string_view scheme = whole.substr(0, at + behind_scheme.size());
    if (auto name = readable_address(scheme, whole.substr(scheme.size()))) return std::move(*name);
    return {std::string(scheme).append(left_out), {}};
}

std::string without_secrets(std::string said, const std::vector<Secret>& secrets) {
    for (const Secret& secret : secrets) {
        if (secret.value.empty()) continue;
        for (std::size_t at = said.find(secret.value); at != std::string::npos;
             at = said.find(secret.value, at + left_out.size())) {
            said.replace(at, secret.value.size(), left_out);
        }
    }
    return said;
}

}  // namespace wegwijzer::store
