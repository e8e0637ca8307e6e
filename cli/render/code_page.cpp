#include "cli/render/code_page.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/render/lines.h"
#include "engine/json/writer.h"
#include "engine/pages/pages.h"

namespace wegwijzer::cli {
namespace {

std::string_view in(Language language, std::string_view nl, std::string_view en) {
    return language == Language::nl ? nl : en;
}

// What the catalogue says, where nothing is filled in.
struct Said {
    Said(Code code, Language language)
        : message(pages::without_arguments(in(language, entry(code).message_nl, entry(code).message_en))),
          why(pages::without_arguments(in(language, entry(code).why_nl, entry(code).why_en))),
          way_out(pages::without_arguments(in(language, entry(code).do_nl, entry(code).do_en))) {}

    std::string message;
    std::string why;
    std::string way_out;
};

void write_example(Lines& lines, std::string_view heading, const std::vector<pages::Block>& blocks,
                   const CodePageFrame& frame) {
    lines.empty();
    lines.heading(heading);
    for (const pages::Block& block : blocks) {
        if (!block.name.empty()) lines.unbroken("", block.name + ":");
        std::string_view text = block.text;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view line = text.substr(0, end);
            if (line.empty()) {
                lines.empty();
            } else {
                lines.as_it_is((frame.plain ? "" : "    ") + printable(line) + "\n");
            }
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
}

std::string_view kind_word(FindingKind kind, Language language) {
    switch (kind) {
        case FindingKind::error: return in(language, "fout", "error");
        case FindingKind::warning: return in(language, "waarschuwing", "warning");
        case FindingKind::note: break;
    }
    return in(language, "opmerking", "note");
}

std::string allowing(Code code, Language language) {
    const std::string of(entry(code).code);
    return language == Language::nl ? "Klopt het hier zo? Zet er dan bij waarom: `# sta toe " + of + ": …`"
                                    : "Is it right here? Then say why: `# allow " + of + ": …`";
}

void write_blocks(json::Writer& writer, std::string_view key, const std::vector<pages::Block>& blocks) {
    writer.key(key).begin_array();
    for (const pages::Block& block : blocks) {
        writer.begin_object().key("form").string(block.form);
        writer.key("name").string_or_null(block.name.empty() ? std::nullopt : std::optional(block.name));
        writer.key("text").string(block.text).end_object();
    }
    writer.end_array();
}

}  // namespace

std::string render_code_page(Code code, bool can_be_allowed, const CodePageFrame& frame) {
    const Said said(code, frame.language);
    Lines lines(frame.width, frame.colour, frame.plain ? std::optional(frame.language) : std::nullopt);
    std::string head(entry(code).code);
    head += " (";
    head += kind_word(entry(code).kind, frame.language);
    head += ") ";
    lines.heading(head + said.message);
    const std::optional<pages::Page> page = pages::page_of(code);
    if (page) {
        for (const std::string& paragraph : page->meaning(frame.language)) {
            lines.empty();
            lines.paragraph("", paragraph);
        }
    }
    if (!said.why.empty() || !said.way_out.empty() || can_be_allowed) lines.empty();
    if (!said.why.empty()) lines.paragraph(in(frame.language, "waarom: ", "why: "), said.why);
    if (!said.way_out.empty()) lines.paragraph(in(frame.language, "doe: ", "do: "), said.way_out);
    if (can_be_allowed) lines.paragraph("", allowing(code, frame.language));
    if (page) {
        write_example(lines, in(frame.language, "FOUT", "WRONG"), page->wrong, frame);
        write_example(lines, in(frame.language, "GOED", "RIGHT"), page->right, frame);
    }
    return lines.take();
}

std::string code_page_as_json(Code code, bool can_be_allowed, Language language) {
    const Said said(code, language);
    const pages::Page page = pages::page_of(code).value_or(pages::Page{});
    const auto text_or_null = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    json::Writer writer(json::Writer::Layout::indented);
    writer.begin_object().key("code").string(entry(code).code);
    writer.key("kind").string(kind_word(entry(code).kind, Language::en));
    writer.key("message").string(said.message);
    writer.key("meaning").begin_array();
    for (const std::string& paragraph : page.meaning(language)) writer.string(paragraph);
    writer.end_array();
    writer.key("why").string_or_null(text_or_null(said.why));
    writer.key("do").string_or_null(text_or_null(said.way_out));
    writer.key("can_be_allowed").boolean(can_be_allowed);
    write_blocks(writer, "wrong", page.wrong);
    write_blocks(writer, "right", page.right);
    writer.end_object();
    return writer.text() + "\n";
}

}  // namespace wegwijzer::cli
