// A whole text: its table of contents, its layout.
#include <algorithm>

#include "cli/lsp/at_cursor.h"
#include "dsl/compile/rewrite.h"
#include "dsl/editor/finding_text.h"
#include "dsl/editor/outline.h"

namespace wegwijzer::cli::lsp {

namespace {

// SymbolKind of the protocol.
int kind_of(editor::OutlineKind kind) {
    switch (kind) {
        case editor::OutlineKind::pack: return 2;          // module
        case editor::OutlineKind::data: return 23;         // struct
        case editor::OutlineKind::series: return 18;       // array
        case editor::OutlineKind::field: return 8;         // field
        case editor::OutlineKind::calendar: return 3;      // namespace
        case editor::OutlineKind::model: return 20;        // key
        case editor::OutlineKind::value: return 14;        // constant
        case editor::OutlineKind::signal: return 24;       // event
        case editor::OutlineKind::intervention: return 6;  // method
        case editor::OutlineKind::policy: return 12;       // function
        case editor::OutlineKind::plan: return 5;          // class
        case editor::OutlineKind::table: return 10;        // enum
        case editor::OutlineKind::example: break;
    }
    return 15;  // string
}

void write_items(json::Writer& writer, const std::vector<editor::OutlineItem>& items, Places& places) {
    writer.begin_array();
    for (const editor::OutlineItem& item : items) {
        writer.begin_object().key("name").string(item.name);
        if (!item.detail.empty()) writer.key("detail").string(item.detail);
        writer.key("kind").integer(kind_of(item.kind)).key("range");
        write(writer, places.range(item.whole));
        writer.key("selectionRange");
        write(writer, places.range(item.head));
        writer.key("children");
        write_items(writer, item.inside, places);
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace

std::string answer_outline(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    if (!cursor) return "null";
    Places places(cursor->compilation().sources, desk.settings.units);
    json::Writer writer;
    write_items(writer, editor::outline(*cursor->file), places);
    return writer.take();
}

// As `fmt` does it. A text that can't be read stays as it is: `null`, nothing to change.
std::string answer_formatting(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    if (!cursor) return "null";
    const Document& document = *cursor->document;
    RewriteRequest request;
    request.language_if_silent = cursor->file->language;
    std::vector<PackText> packs = desk.workspace.packs_for(cursor->analysis->pack);
    PackText own{document.path, {{document.path, document.text}}};
    for (PackText& pack : packs) {
        std::erase_if(pack.files, [&](const PackFile& file) { return file.name == document.path; });
        request.around.push_back(std::move(pack));
    }
    const Rewriting rewriting = rewrite(std::move(own), request);
    if (rewriting.files.size() != 1 || !rewriting.files.front().text) return "null";
    const std::string& text = *rewriting.files.front().text;
    if (text == document.text) return "[]";
    // Only what differs: the cursor and what is folded stay where they are.
    const auto [front, ignored] = std::ranges::mismatch(document.text, text);
    auto begin = static_cast<std::size_t>(front - document.text.begin());
    while (begin > 0 && document.text[begin - 1] != '\n') --begin;
    std::size_t same = 0;
    const std::size_t most = std::min(document.text.size(), text.size()) - begin;
    while (same < most && document.text[document.text.size() - 1 - same] == text[text.size() - 1 - same]) ++same;
    while (same > 0 && document.text[document.text.size() - same - 1] != '\n') --same;
    const editor::Lines lines(document.text, desk.settings.units);
    json::Writer writer;
    writer.begin_array().begin_object().key("range");
    write(writer,
          lines.range_of(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(document.text.size() - same)));
    writer.key("newText").string(std::string_view(text).substr(begin, text.size() - same - begin));
    writer.end_object().end_array();
    return writer.take();
}

// `wegwijzer.explain` with a code: what `explain CODE` tells, as Markdown.
Outcome answer_command(Desk& desk, const json::Value& params) {
    const auto& arguments = params["arguments"].items();
    const auto name = arguments.empty() ? std::nullopt : arguments.front().text();
    const std::optional<Code> code = name ? find_code(*name) : std::nullopt;
    if (params["command"].text() != "wegwijzer.explain" || !code)
        return Refusal{Failure::invalid_params, "wegwijzer.explain takes a code"};
    return json::quoted(editor::page_text(*code, desk.settings.language_for(Language::nl)));
}

}  // namespace wegwijzer::cli::lsp
