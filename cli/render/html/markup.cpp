#include "cli/render/html/markup.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "cli/render/html/escape.h"

namespace wegwijzer::cli::html {
namespace {

// They stand in a line of text: no line end before them.
constexpr std::array<std::string_view, 9> inline_tags{"a",  "bdi",   "strong", "span", "time",
                                                      "em", "label", "output", "tspan"};

bool is_inline(std::string_view tag) { return std::ranges::find(inline_tags, tag) != inline_tags.end(); }

}  // namespace

void Markup::begin_tag(std::string_view tag, Attributes attributes) {
    if (!is_inline(tag)) {
        if (!out_.empty() && out_.back() != '\n') out_ += '\n';
        if (!open_.empty()) open_.back().has_blocks = true;
    }
    out_ += '<';
    out_ += tag;
    for (const auto& [name, value] : attributes) {
        if (value.empty()) continue;
        out_ += ' ';
        out_ += name;
        out_ += "=\"" + escape(value) + '"';
    }
    out_ += '>';
}

Markup& Markup::open(std::string_view tag, Attributes attributes) {
    begin_tag(tag, attributes);
    open_.push_back({tag, false});
    return *this;
}

Markup& Markup::close() {
    assert(!open_.empty());
    const Open last = open_.back();
    open_.pop_back();
    if (last.has_blocks && out_.back() != '\n') out_ += '\n';
    out_ += "</";
    out_ += last.tag;
    out_ += '>';
    if (!is_inline(last.tag)) out_ += '\n';
    return *this;
}

Markup& Markup::text(std::string_view text) {
    out_ += escape(text);
    return *this;
}

Markup& Markup::element(std::string_view tag, std::string_view text, Attributes attributes) {
    return open(tag, attributes).text(text).close();
}

Markup& Markup::lone(std::string_view tag, Attributes attributes) {
    begin_tag(tag, attributes);
    if (!is_inline(tag)) out_ += '\n';
    return *this;
}

Markup& Markup::embed(std::string_view tag, std::string_view contents) {
    open(tag);
    out_ += contents;
    return close();
}

std::string Markup::take() {
    assert(open_.empty());
    return std::move(out_);
}

}  // namespace wegwijzer::cli::html
