// For screen readers: no box, no carets, every row a sentence of its own.
#include "engine/base/unicode.h"
#include "engine/diagnostics/excerpt.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer {

namespace {

constexpr std::size_t most_characters = 60;

// The words of a place, cut where they are long.
std::string words_of(std::string_view text) {
    while (!text.empty()) {
        const CodePoint character = first_code_point(text);
        if (!is_white_space(character.value)) break;
        text.remove_prefix(character.size);
    }
    std::size_t end = 0;
    std::size_t count = 0;
    for (; end < text.size() && count < most_characters; ++count) end += first_code_point(text.substr(end)).size;
    std::string words = without_controls(text.substr(0, end));
    words.erase(words.find_last_not_of(' ') + 1);
    if (end < text.size()) words += "…";
    return words;
}

void append_paragraph(std::string& output, std::string_view label, std::string_view text) {
    output += label;
    for (std::size_t position = 0; position <= text.size();) {
        const std::size_t end = std::min(text.find('\n', position), text.size());
        output += without_controls(text.substr(position, end - position)) + '\n';
        position = end + 1;
    }
}

void append_places(std::string& output, const MarkedLine& line, const Diagnostic& diagnostic, const SourceMap& sources,
                   Language language) {
    const bool is_dutch = language == Language::nl;
    const std::string_view text = sources.line_text(line.source, line.line);
    std::string where = is_dutch ? "regel " : "line ";
    where += std::to_string(line.line);
    if (line.source != diagnostic.span.source) {
        where = without_controls(sources.name(line.source)) + ", " + where;
    }
    if (line.marks.empty()) output += (is_dutch ? "zie " : "see ") + where + ": `" + words_of(text) + "`\n";
    for (const Mark& mark : line.marks) {
        if (!mark.is_main) output += is_dutch ? "ook " : "also ";
        output += "in " + where;
        const std::string words = words_of(text.substr(mark.range.begin, mark.range.end - mark.range.begin));
        if (!words.empty()) {
            output += (is_dutch ? ", bij `" : ", at `") + words + '`';
        } else if (mark.range.begin == text.size()) {
            output += is_dutch ? ", aan het einde" : ", at its end";
        }
        if (!mark.remark.empty()) output += ": " + without_controls(mark.remark.in(language));
        output += '\n';
    }
}

}  // namespace

void append_plain(std::string& output, const Diagnostic& diagnostic, std::string_view place, const SourceMap& sources,
                  Language language) {
    const bool is_dutch = language == Language::nl;
    output += place;
    if (!place.empty()) output += ' ';
    output += headline(diagnostic, language) + '\n';
    for (const MarkedLine& line : marked_lines(diagnostic, sources)) {
        append_places(output, line, diagnostic, sources, language);
    }
    const std::string why = why_text(diagnostic, language);
    if (!why.empty()) append_paragraph(output, is_dutch ? "waarom: " : "why: ", why);
    for (const Localized& line : diagnostic.lines) append_paragraph(output, "", line.in(language));
    const std::string way_out = do_text(diagnostic, language);
    if (!way_out.empty()) append_paragraph(output, is_dutch ? "doe: " : "do: ", way_out);
    for (const Localized& line : diagnostic.example) append_paragraph(output, "", line.in(language));
}

}  // namespace wegwijzer
