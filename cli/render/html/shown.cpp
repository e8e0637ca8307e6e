#include "cli/render/html/shown.h"

#include <algorithm>
#include <optional>

#include "cli/render/page_text.h"

namespace wegwijzer::cli::html {

void write_value(Markup& out, const explain::ShownValue& value) {
    if (!value.empty()) out.element("span", value.text(), {{"data-node", value.node()}});
}

namespace {

// The part before the next `mark`, which is taken off; none: there is no such mark.
std::optional<std::string_view> part_before(std::string_view& text, std::string_view mark) {
    const std::size_t at = text.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(at + mark.size());
    return part;
}

}  // namespace

void write_marked(Markup& out, std::string_view text, std::string_view author) {
    while (!text.empty()) {
        const std::size_t at = std::min(text.find(node_begin), text.find(author_begin));
        out.text(text.substr(0, at));
        if (at == std::string_view::npos) return;
        text.remove_prefix(at);
        std::string_view rest = text;
        if (text.starts_with(author_begin)) {
            rest.remove_prefix(std::string_view(author_begin).size());
            const auto words = part_before(rest, author_end);
            if (!words) break;
            if (author.empty()) {
                out.text(*words);
            } else {
                out.element("span", *words, {{"lang", author}});
            }
        } else {
            rest.remove_prefix(std::string_view(node_begin).size());
            const auto node = part_before(rest, node_end);
            const auto value = node ? part_before(rest, value_end) : std::nullopt;
            if (!value) break;
            out.element("span", *value, {{"data-node", *node}});
        }
        text = rest;
    }
    out.text(text);  // a mark of somebody else: text
}

void write_phrase(Markup& out, const explain::Phrase& phrase) {
    for (const explain::Phrase::Piece& piece : phrase.pieces()) {
        if (const auto* value = std::get_if<explain::ShownValue>(&piece)) {
            write_value(out, *value);
        } else {
            out.text(std::get<std::string>(piece));
        }
    }
}

}  // namespace wegwijzer::cli::html
