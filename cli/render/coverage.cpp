#include "cli/render/coverage.h"

#include <functional>

#include "cli/render/lines.h"
#include "engine/diagnostics/excerpt.h"

namespace wegwijzer::cli {
namespace {

using coverage::Count;
using coverage::Group;
using coverage::Kind;
using coverage::Reached;

class Renderer {
  public:
    Renderer(const coverage::Report& report, const SourceMap& sources, const CoverageFrame& frame)
        : report_(report),
          sources_(sources),
          frame_(frame),
          lines_(frame.width, frame.colour, frame.plain ? std::optional<Language>(frame.language) : std::nullopt) {}

    [[nodiscard]] std::string take(const std::string& name) {
        write_total(name);
        write_groups();
        write_open_places();
        write_out_of_reach();
        write_proposals();
        std::string text = lines_.take();
        while (text.ends_with("\n\n")) text.pop_back();
        return text;
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return frame_.language == Language::nl ? nl : en;
    }
    [[nodiscard]] std::string places(std::size_t count) const {
        return std::to_string(count) + say(count == 1 ? " plaats" : " plaatsen", count == 1 ? " place" : " places");
    }
    // "12 van 17"
    [[nodiscard]] std::string fraction(const Count& count) const {
        return std::to_string(count.reached) + say(" van ", " of ") + std::to_string(count.all);
    }

    void write_total(const std::string& name) {
        const Count total = report_.total();
        lines_.heading(say("dekking van ", "coverage of ") + name);
        std::string text =
            fraction(total) + say(" plaatsen gedekt, ", " places covered, ") + share_text(total, frame_.language);
        if (total.cannot > 0) {
            text += say("; nog ", "; ") + places(total.cannot) +
                    say(" waar geen enkele student kan komen, niet meegeteld",
                        " more where no student can come, not counted");
        }
        lines_.paragraph("", text);
        lines_.empty();
    }

    void write_row(const std::string& head, const std::string& text) {
        if (text.empty()) return;
        if (frame_.plain) {
            lines_.paragraph("", head + ": " + text);
            return;
        }
        const std::size_t width = 13;
        std::string first = "  " + head;
        first.append(head.size() < width ? width - head.size() : 1, ' ');
        lines_.paragraph(first, text);
    }
    [[nodiscard]] std::string fractions(const std::function<Count(Kind)>& count_of,
                                        const std::function<bool(Kind)>& is_in) const {
        std::string text;
        for (std::size_t i = 0; i < coverage::kinds; ++i) {
            const auto kind = static_cast<Kind>(i);
            const Count count = is_in(kind) ? count_of(kind) : Count{};
            if (count.all == 0) continue;
            text += (text.empty() ? "" : ", ") + name_of(kind).in(frame_.language) + ' ' + fraction(count);
        }
        return text;
    }
    void write_groups() {
        for (std::size_t i = 0; i < coverage::groups; ++i) {
            const auto group = static_cast<Group>(i);
            write_row(name_of(group).in(frame_.language),
                      fractions([&](Kind kind) { return report_.count(kind); },
                                [&](Kind kind) { return coverage::group_of(kind) == group; }));
        }
        if (!report_.parameters.empty()) {
            lines_.empty();
            lines_.paragraph("", say("per parameter, hierboven al meegeteld:", "by parameter, counted above already:"));
        }
        for (const coverage::ParameterCounts& its : report_.parameters) {
            const std::string counts = fractions([&](Kind kind) { return its.counts[static_cast<std::size_t>(kind)]; },
                                                 [](Kind) { return true; });
            if (counts.empty()) continue;
            std::string text = report_.rules().parameter(its.parameter).name;
            text.append(": ").append(counts);
            lines_.paragraph(frame_.plain ? "" : "  ", text);
        }
        lines_.empty();
    }

    // ---- places ----
    void write_open_places() {
        const Count total = report_.total();
        if (total.reached == total.all) return;
        lines_.heading(say("niet gedekt: ", "not covered: ") + places(total.all - total.reached));
        lines_.empty();
        const examples::Place* last = nullptr;
        for (const coverage::Place& place : report_.places) {
            if (place.reached != Reached::no) continue;
            const bool is_same =
                last != nullptr && last->where == place.place->where && last->owner.nl == place.place->owner.nl;
            if (!is_same) {
                if (last != nullptr) lines_.empty();
                write_place(*place.place);
            }
            write_what(place);
            last = place.place;
        }
        lines_.empty();
    }
    [[nodiscard]] std::string position(const Span& where) const {
        const LineColumn at = sources_.line_column(where.source, where.begin);
        return without_controls(sources_.name(where.source)) + ':' + std::to_string(at.line) + ':' +
               std::to_string(at.column);
    }
    void write_place(const examples::Place& place) {
        const LineColumn at = sources_.line_column(place.where.source, place.where.begin);
        const LineRange range = range_in_line(place.where, sources_);
        const std::string_view line = sources_.line_text(place.where.source, at.line);
        if (frame_.plain) {
            const std::string words = without_controls(line.substr(range.begin, range.end - range.begin));
            lines_.paragraph("", say("in ", "in ") + position(place.where) + ", " + place.owner.in(frame_.language) +
                                     say(", bij `", ", at `") + words + "`");
            return;
        }
        const DrawnLine drawn = draw_line(line, {range}, {range});
        const std::string number = std::to_string(at.line);
        indent_ = std::string(number.size() + 3, ' ') + "| ";
        lines_.as_it_is(position(place.where) + ' ' + place.owner.in(frame_.language) + '\n');
        lines_.as_it_is("  " + number + " | " + drawn.text + '\n');
        lines_.as_it_is(indent_ + drawn.carets + '\n');
    }
    // Without the words of the place, where they stand right above: "nergens waar".
    [[nodiscard]] std::string what_of(const examples::Place& place) const {
        std::string text = place.what.in(frame_.language);
        const std::size_t end = text.find('`', 1);
        if (frame_.plain || text.front() != '`' || end == std::string::npos) return text;
        text.erase(0, end + 1);
        for (const std::string_view joint : {" is ", " wordt ", ": "}) {
            if (text.starts_with(joint)) return text.substr(joint.size());
        }
        return text;
    }
    void write_what(const coverage::Place& place) {
        std::string text = what_of(*place.place);
        if (place.proposal) {
            text += say(": zie voorbeeld ", ": see example ") + std::to_string(*place.proposal + 1);
        } else {
            text += say("; geen voorbeeld gemaakt: ", "; no example made: ") + place.why_none.in(frame_.language);
        }
        lines_.paragraph(frame_.plain ? "" : indent_, text);
    }

    void write_out_of_reach() {
        const std::size_t count = report_.total().cannot;
        if (count == 0) return;
        lines_.heading(say("kan niet: ", "can't be: ") + places(count));
        for (const coverage::Place& place : report_.places) {
            if (place.reached != Reached::cannot) continue;
            lines_.paragraph(frame_.plain ? "" : "  ", (frame_.plain ? "in " : "") + position(place.place->where) +
                                                           ' ' + place.place->owner.in(frame_.language) + ", " +
                                                           place.place->what.in(frame_.language));
        }
        lines_.empty();
    }

    void write_proposals() {
        if (report_.proposals.empty()) return;
        lines_.heading(say("voorbeelden om over te nemen, gemaakt en uitgevoerd; kijk of dit is wat u bedoelt",
                           "examples to paste, made and run; see whether this is what you mean"));
        for (std::size_t i = 0; i < report_.proposals.size(); ++i) {
            const coverage::Proposal& proposal = report_.proposals[i];
            lines_.empty();
            const bool nl = proposal.language == Language::nl;
            lines_.as_it_is((nl ? "# voorbeeld " : "# example ") + std::to_string(i + 1) + '\n');
            for (const std::string& line : proposal.lines) lines_.as_it_is(without_controls(line) + '\n');
        }
        lines_.empty();
    }

    const coverage::Report& report_;
    const SourceMap& sources_;
    const CoverageFrame& frame_;
    Lines lines_;
    std::string indent_;
};

}  // namespace

std::string share_text(const Count& count, Language language) {
    if (count.all == 0) return "-";
    const std::size_t tenths = count.reached * 1000 / count.all;
    std::string text = std::to_string(tenths / 10);
    if (tenths % 10 != 0) text += (language == Language::nl ? ',' : '.') + std::to_string(tenths % 10);
    return text + '%';
}

std::string render_coverage(const std::string& name, const coverage::Report& report, const SourceMap& sources,
                            const CoverageFrame& frame) {
    return Renderer(report, sources, frame).take(name);
}

}  // namespace wegwijzer::cli
