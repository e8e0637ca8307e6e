#include "cli/render/mutation.h"

#include "cli/render/lines.h"
#include "engine/diagnostics/excerpt.h"

namespace wegwijzer::cli {
namespace {

using mutation::ChangeKind;
using mutation::Count;
using mutation::Fate;
using mutation::Mutant;

class Renderer {
  public:
    Renderer(const mutation::Report& report, const SourceMap& sources, const CoverageFrame& frame)
        : report_(report),
          sources_(sources),
          frame_(frame),
          lines_(frame.width, frame.colour, frame.plain ? std::optional<Language>(frame.language) : std::nullopt) {}

    [[nodiscard]] std::string take(const std::string& name) {
        write_total(name);
        write_mutants();
        write_same();
        write_proposals();
        std::string text = lines_.take();
        while (text.ends_with("\n\n")) text.pop_back();
        return text;
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return frame_.language == Language::nl ? nl : en;
    }
    [[nodiscard]] std::string changes(std::size_t count) const {
        return std::to_string(count) +
               say(count == 1 ? " wijziging" : " wijzigingen", count == 1 ? " change" : " changes");
    }
    [[nodiscard]] std::string fraction(const Count& count) const {
        return std::to_string(count.noticed) + say(" van ", " of ") + std::to_string(count.all);
    }

    void write_total(const std::string& name) {
        const Count total = report_.total();
        lines_.heading(say("kleine wijzigingen van ", "small changes of ") + name);
        std::string text = fraction(total) + say(" door een voorbeeld opgemerkt, ", " noticed by an example, ") +
                           share_text({total.noticed, total.all, 0}, frame_.language);
        if (total.same > 0) {
            text += say("; nog ", "; ") + changes(total.same) +
                    say(" waarbij voor geen enkele student iets verandert, niet meegeteld",
                        " more that change nothing for any student, not counted");
        }
        lines_.paragraph("", text);
        if (report_.has_failures) {
            lines_.paragraph("", say("een voorbeeld dat nu al mislukt, kan niets opmerken",
                                     "an example that fails already can't notice anything"));
        }
        lines_.empty();
        for (std::size_t i = 0; i < mutation::change_kinds; ++i) {
            const auto kind = static_cast<ChangeKind>(i);
            const Count count = report_.count(kind);
            if (count.all == 0) continue;
            lines_.paragraph(frame_.plain ? "" : "  ", name_of(kind).in(frame_.language) + ": " + fraction(count));
        }
        lines_.empty();
    }

    [[nodiscard]] std::string position(const Mutant& mutant) const {
        const LineColumn at = sources_.line_column(mutant.where.source, mutant.where.begin);
        return without_controls(sources_.name(mutant.where.source)) + ':' + std::to_string(at.line) + ':' +
               std::to_string(at.column) + ' ' + mutant.owner.in(frame_.language);
    }
    [[nodiscard]] std::string then(const Mutant& mutant) const {
        return mutant.line.empty() ? say("zonder `", "without `") + without_controls(mutant.before) + '`'
                                   : '`' + without_controls(mutant.line) + '`';
    }

    void write_mutants() {
        const Count total = report_.total();
        if (total.noticed == total.all) return;
        lines_.heading(say("niet opgemerkt: ", "not noticed: ") + changes(total.all - total.noticed));
        const Mutant* last = nullptr;
        for (const Mutant& mutant : report_.mutants) {
            if (mutant.fate != Fate::unnoticed) continue;
            if (last == nullptr || !(last->where == mutant.where)) write_place(mutant);
            std::string text = say("geen voorbeeld merkt: ", "no example notices: ") + then(mutant);
            if (mutant.proposal) {
                text += say("; zie voorbeeld ", "; see example ") + std::to_string(*mutant.proposal + 1);
            } else if (!mutant.was_searched) {
                text += say("; geen voorbeeld gemaakt: er is niet verder gezocht",
                            "; no example made: no further search was made");
            } else {
                text += say("; geen voorbeeld gemaakt: bij geen van de geprobeerde studenten maakt het verschil",
                            "; no example made: it makes no difference for any of the students that were tried");
            }
            lines_.paragraph(frame_.plain ? "" : indent_, text);
            last = &mutant;
        }
        lines_.empty();
    }
    void write_place(const Mutant& mutant) {
        lines_.empty();
        const LineColumn at = sources_.line_column(mutant.where.source, mutant.where.begin);
        if (frame_.plain) {
            lines_.paragraph("", say("in ", "in ") + position(mutant) + say(", bij `", ", at `") +
                                     without_controls(mutant.before) + '`');
            return;
        }
        const LineRange range = range_in_line(mutant.where, sources_);
        const DrawnLine drawn = draw_line(sources_.line_text(mutant.where.source, at.line), {range}, {range});
        const std::string number = std::to_string(at.line);
        indent_ = std::string(number.size() + 3, ' ') + "| ";
        lines_.as_it_is(position(mutant) + '\n');
        lines_.as_it_is("  " + number + " | " + drawn.text + '\n');
        lines_.as_it_is(indent_ + drawn.carets + '\n');
    }

    void write_same() {
        const std::size_t count = report_.total().same;
        if (count == 0) return;
        lines_.heading(say("maakt voor geen enkele student iets uit: ", "changes nothing for any student: ") +
                       changes(count));
        for (const Mutant& mutant : report_.mutants) {
            if (mutant.fate != Fate::same) continue;
            lines_.paragraph(frame_.plain ? "" : "  ",
                             (frame_.plain ? "in " : "") + position(mutant) + ": " + then(mutant));
        }
        lines_.empty();
    }

    void write_proposals() {
        if (report_.proposals.empty()) return;
        lines_.heading(say("voorbeelden die het wel merken, gemaakt en uitgevoerd; kijk of dit is wat u bedoelt",
                           "examples that do notice, made and run; see whether this is what you mean"));
        for (std::size_t i = 0; i < report_.proposals.size(); ++i) {
            const mutation::Proposal& proposal = report_.proposals[i];
            lines_.empty();
            const bool nl = proposal.language == Language::nl;
            lines_.as_it_is((nl ? "# voorbeeld " : "# example ") + std::to_string(i + 1) + '\n');
            for (const std::string& line : proposal.lines) lines_.as_it_is(without_controls(line) + '\n');
        }
    }

    const mutation::Report& report_;
    const SourceMap& sources_;
    const CoverageFrame& frame_;
    Lines lines_;
    std::string indent_;
};

}  // namespace

std::string render_mutation(const std::string& name, const mutation::Report& report, const SourceMap& sources,
                            const CoverageFrame& frame) {
    return Renderer(report, sources, frame).take(name);
}

}  // namespace wegwijzer::cli
