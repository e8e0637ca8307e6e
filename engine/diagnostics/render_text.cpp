#include <algorithm>

#include "engine/diagnostics/excerpt.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer {

namespace {

constexpr std::string_view bold = "\x1b[1m";
constexpr std::string_view reset = "\x1b[0m";

std::string_view colour_of(FindingKind kind) {
    switch (kind) {
        case FindingKind::error: return "\x1b[1;31m";
        case FindingKind::warning: return "\x1b[1;33m";
        case FindingKind::note: break;
    }
    return "\x1b[1;36m";
}

// Writes the rows of one finding, all with the same width of line numbers.
class TextWriter {
  public:
    TextWriter(std::string& output, const RenderOptions& options, FindingKind kind, std::size_t digits)
        : output_(output), options_(options), colour_(colour_of(kind)), digits_(digits) {}

    [[nodiscard]] std::string painted(std::string_view text, std::string_view colour) const {
        if (!options_.colour || text.empty()) return std::string(text);
        return std::string(colour) + std::string(text) + std::string(reset);
    }

    [[nodiscard]] std::string in_kind_colour(std::string_view text) const { return painted(text, colour_); }

    // "  41 | text", or "     | text" without a number.
    void row(std::string_view number, std::string_view text) {
        output_.append("  ").append(digits_ - std::min(digits_, number.size()), ' ').append(number).append(" |");
        if (!text.empty()) output_.append(" ").append(text);
        output_ += '\n';
    }

    void caret_row(const std::string& carets, const std::string& remark) {
        const std::size_t start = carets.find('^');
        if (start == std::string::npos) return;
        std::string text = carets.substr(0, start) + in_kind_colour(std::string_view(carets).substr(start));
        if (!remark.empty()) text += ' ' + without_controls(remark);
        row("", text);
    }

    // A text of one or more lines; those behind the first are indented under it.
    void paragraph(std::string_view label, std::string_view text) {
        std::string before = label.empty() ? "" : painted(std::string(label) + ':', bold) + ' ';
        for (std::size_t position = 0; position <= text.size();) {
            const std::size_t end = std::min(text.find('\n', position), text.size());
            row("", before + without_controls(text.substr(position, end - position)));
            before = label.empty() ? "" : "  ";
            position = end + 1;
        }
    }

  private:
    std::string& output_;
    const RenderOptions& options_;
    std::string_view colour_;
    std::size_t digits_;
};

// The line, a row of carets for the finding itself and all that has no remark, and a row for each other remark.
void append_line(TextWriter& writer, const MarkedLine& line, const SourceMap& sources, Language language) {
    const std::string_view text = sources.line_text(line.source, line.line);
    std::vector<LineRange> places;
    std::vector<LineRange> shared;
    std::string remark;
    for (const Mark& mark : line.marks) {
        places.push_back(mark.range);
        if (mark.is_main) remark = mark.remark.in(language);
        if (mark.is_main || mark.remark.empty()) shared.push_back(mark.range);
    }
    const DrawnLine drawn = draw_line(text, places, shared);
    writer.row(std::to_string(line.line), drawn.text);
    writer.caret_row(drawn.carets, remark);
    for (const Mark& mark : line.marks) {
        if (mark.is_main || mark.remark.empty()) continue;
        writer.caret_row(draw_line(text, places, {mark.range}).carets, mark.remark.in(language));
    }
}

}  // namespace

void append_text(std::string& output, const Diagnostic& diagnostic, std::string_view place, const SourceMap& sources,
                 const RenderOptions& options) {
    const Language language = options.language;
    const std::vector<MarkedLine> lines = marked_lines(diagnostic, sources);
    std::size_t digits = 0;
    for (const MarkedLine& line : lines) digits = std::max(digits, std::to_string(line.line).size());
    TextWriter writer(output, options, entry(diagnostic.code).kind, digits);

    const std::string first = headline(diagnostic, language);
    const std::size_t code_size = entry(diagnostic.code).code.size();
    output += writer.painted(place, bold);
    if (!place.empty()) output += ' ';
    output += writer.in_kind_colour(std::string_view(first).substr(0, code_size)) + first.substr(code_size) + '\n';

    for (const MarkedLine& line : lines) {
        if (line.source != diagnostic.span.source) {
            writer.row("", without_controls(sources.name(line.source)) + ':' + std::to_string(line.line) + ':' +
                               std::to_string(line.column));
        }
        append_line(writer, line, sources, language);
    }
    const bool is_dutch = language == Language::nl;
    const std::string why = why_text(diagnostic, language);
    if (!why.empty()) writer.paragraph(is_dutch ? "waarom" : "why", why);
    for (const Localized& line : diagnostic.lines) writer.paragraph("", line.in(language));
    const std::string way_out = do_text(diagnostic, language);
    if (!way_out.empty()) writer.paragraph(is_dutch ? "doe" : "do", way_out);
    for (const Localized& line : diagnostic.example) writer.paragraph("", line.in(language));
}

}  // namespace wegwijzer
