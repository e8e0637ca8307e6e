#include "dsl/editor/finding_text.h"

#include <algorithm>

#include "engine/diagnostics/excerpt.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer::editor {

namespace {

// Line by line: an author's words never steer a terminal, and lines stay lines.
std::string clean(std::string_view text) {
    std::string result;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        result += without_controls(text.substr(0, end));
        if (end == text.size()) return result;
        result += '\n';
        text.remove_prefix(end + 1);
    }
}

void append_examples(std::string& text, const std::vector<pages::Block>& blocks) {
    for (const pages::Block& block : blocks) {
        if (!block.name.empty()) text += "`" + block.name + "`\n\n";
        text += "```" + block.form + "\n" + block.text + "```\n\n";
    }
}

}  // namespace

std::string finding_text(const Diagnostic& finding, Language language) {
    const bool is_dutch = language == Language::nl;
    const CatalogueEntry& its = entry(finding.code);
    std::string text = clean(fill_in(is_dutch ? its.message_nl : its.message_en, finding.arguments, language));
    for (const Localized& line : finding.lines) text += "\n" + clean(line.in(language));
    // What is said at the place itself has no place of its own to be shown at.
    for (const Label& label : finding.labels) {
        if (label.span == finding.span && !label.remark.empty()) text += "\n" + clean(label.remark.in(language));
    }
    if (const std::string why = why_text(finding, language); !why.empty())
        text += (is_dutch ? "\nwaarom: " : "\nwhy: ") + clean(why);
    if (const std::string way_out = do_text(finding, language); !way_out.empty())
        text += (is_dutch ? "\ndoe: " : "\ndo: ") + clean(way_out);
    return text;
}

std::string witness_of(const Diagnostic& finding, Language language) {
    std::string text;
    for (std::size_t i = 1; i < finding.example.size(); ++i) {
        const std::string& line = finding.example[i].in(language);
        text += (line.starts_with("  ") ? line.substr(2) : line) + "\n";
    }
    return text;
}

std::string page_text(Code code, Language language) {
    const std::optional<pages::Page> page = pages::page_of(code);
    if (!page) return {};
    const bool is_dutch = language == Language::nl;
    const CatalogueEntry& its = entry(code);
    std::string text = "**" + std::string(its.code) + "** " +
                       pages::without_arguments(is_dutch ? its.message_nl : its.message_en) + "\n\n";
    for (const std::string& paragraph : page->meaning(language)) text += paragraph + "\n\n";
    if (!page->wrong.empty()) text += is_dutch ? "Fout:\n\n" : "Wrong:\n\n";
    append_examples(text, page->wrong);
    if (!page->right.empty()) text += is_dutch ? "Goed:\n\n" : "Right:\n\n";
    append_examples(text, page->right);
    return text;
}

}  // namespace wegwijzer::editor
