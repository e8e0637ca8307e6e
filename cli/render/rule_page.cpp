#include "cli/render/rule_page.h"

#include <optional>

#include "engine/diagnostics/excerpt.h"

namespace wegwijzer::cli {

RulePage::RulePage(const SourceMap& sources, const RulePageFrame& frame)
    : sources_(sources),
      frame_(frame),
      lines_(frame.width, frame.colour, frame.plain ? std::optional<Language>(frame.language) : std::nullopt) {}

std::string RulePage::position(const Span& where) const {
    const LineColumn at = sources_.line_column(where.source, where.begin);
    return without_controls(sources_.name(where.source)) + ':' + std::to_string(at.line) + ':' +
           std::to_string(at.column);
}

void RulePage::place(const Span& where, const Localized& owner) {
    const std::string& its = owner.in(frame_.language);
    const LineColumn at = sources_.line_column(where.source, where.begin);
    const std::string_view line = sources_.line_text(where.source, at.line);
    const LineRange range = range_in_line(where, sources_);
    if (frame_.plain) {
        const std::string words = without_controls(line.substr(range.begin, range.end - range.begin));
        lines_.paragraph("", "in " + position(where) + ", " + its + say(", bij `", ", at `") + words + '`');
        return;
    }
    const DrawnLine drawn = draw_line(line, {range}, {range});
    const std::string number = std::to_string(at.line);
    indent_ = std::string(number.size() + 3, ' ') + "| ";
    lines_.as_it_is(position(where) + ' ' + its + '\n');
    lines_.as_it_is("  " + number + " | " + drawn.text + '\n');
    lines_.as_it_is(indent_ + drawn.carets + '\n');
}

void RulePage::remark(std::string_view text) { lines_.paragraph(frame_.plain ? "" : indent_, text); }

void RulePage::listed(const Span& where, const Localized& owner, std::string_view text) {
    std::string words = frame_.plain ? "in " : "";
    words.append(position(where)).append(" ").append(owner.in(frame_.language)).append(text);
    lines_.paragraph(frame_.plain ? "" : "  ", words);
}

void RulePage::proposal(std::size_t number, Language language, const std::vector<std::string>& lines) {
    lines_.empty();
    lines_.as_it_is((language == Language::nl ? "# voorbeeld " : "# example ") + std::to_string(number) + '\n');
    for (const std::string& line : lines) lines_.as_it_is(without_controls(line) + '\n');
}

std::string RulePage::take() {
    std::string text = lines_.take();
    while (text.ends_with("\n\n")) text.pop_back();
    return text;
}

}  // namespace wegwijzer::cli
