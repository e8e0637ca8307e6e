#include "cli/render/coverage.h"

#include <functional>

namespace wegwijzer::cli {
namespace {

using coverage::Count;
using coverage::Group;
using coverage::Kind;
using coverage::Reached;

class Renderer {
  public:
    Renderer(const coverage::Report& report, const SourceMap& sources, const RulePageFrame& frame)
        : report_(report), page_(sources, frame) {}

    [[nodiscard]] std::string take(const std::string& name) {
        write_total(name);
        write_groups();
        write_open_places();
        write_out_of_reach();
        write_proposals();
        return page_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return page_.say(nl, en); }
    [[nodiscard]] Lines& lines() { return page_.lines(); }
    [[nodiscard]] std::string places(std::size_t count) const {
        return std::to_string(count) + say(count == 1 ? " plaats" : " plaatsen", count == 1 ? " place" : " places");
    }
    // "12 van 17"
    [[nodiscard]] std::string fraction(const Count& count) const {
        return std::to_string(count.reached) + say(" van ", " of ") + std::to_string(count.all);
    }

    void write_total(const std::string& name) {
        const Count total = report_.total();
        lines().heading(say("dekking van ", "coverage of ") + name);
        std::string text =
            fraction(total) + say(" plaatsen gedekt, ", " places covered, ") + share_text(total, page_.language());
        if (total.cannot > 0) {
            text += say("; nog ", "; ") + places(total.cannot) +
                    say(" waar geen enkele student kan komen, niet meegeteld",
                        " more where no student can come, not counted");
        }
        lines().paragraph("", text);
        lines().empty();
    }

    void write_row(const std::string& head, const std::string& text) {
        if (text.empty()) return;
        if (page_.is_plain()) {
            lines().paragraph("", head + ": " + text);
            return;
        }
        const std::size_t width = 13;
        std::string first = "  " + head;
        first.append(head.size() < width ? width - head.size() : 1, ' ');
        lines().paragraph(first, text);
    }
    [[nodiscard]] std::string fractions(const std::function<Count(Kind)>& count_of,
                                        const std::function<bool(Kind)>& is_in) const {
        std::string text;
        for (std::size_t i = 0; i < coverage::kinds; ++i) {
            const auto kind = static_cast<Kind>(i);
            const Count count = is_in(kind) ? count_of(kind) : Count{};
            if (count.all == 0) continue;
            text += (text.empty() ? "" : ", ") + name_of(kind).in(page_.language()) + ' ' + fraction(count);
        }
        return text;
    }
    void write_groups() {
        for (std::size_t i = 0; i < coverage::groups; ++i) {
            const auto group = static_cast<Group>(i);
            write_row(name_of(group).in(page_.language()),
                      fractions([&](Kind kind) { return report_.count(kind); },
                                [&](Kind kind) { return coverage::group_of(kind) == group; }));
        }
        if (!report_.parameters.empty()) {
            lines().empty();
            lines().paragraph("",
                              say("per parameter, hierboven al meegeteld:", "by parameter, counted above already:"));
        }
        for (const coverage::ParameterCounts& its : report_.parameters) {
            const std::string counts = fractions([&](Kind kind) { return its.counts[static_cast<std::size_t>(kind)]; },
                                                 [](Kind) { return true; });
            if (counts.empty()) continue;
            std::string text = report_.rules().parameter(its.parameter).name;
            text.append(": ").append(counts);
            lines().paragraph(page_.is_plain() ? "" : "  ", text);
        }
        lines().empty();
    }

    // ---- places ----
    void write_open_places() {
        const Count total = report_.total();
        if (total.reached == total.all) return;
        lines().heading(say("niet gedekt: ", "not covered: ") + places(total.all - total.reached));
        lines().empty();
        const examples::Place* last = nullptr;
        for (const coverage::Place& place : report_.places) {
            if (place.reached != Reached::no) continue;
            const bool is_same =
                last != nullptr && last->where == place.place->where && last->owner.nl == place.place->owner.nl;
            if (!is_same) {
                if (last != nullptr) lines().empty();
                page_.place(place.place->where, place.place->owner);
            }
            write_what(place);
            last = place.place;
        }
        lines().empty();
    }
    // Without the words of the place, where they stand right above: "nergens waar".
    [[nodiscard]] std::string what_of(const examples::Place& place) const {
        std::string text = place.what.in(page_.language());
        const std::size_t end = text.find('`', 1);
        if (page_.is_plain() || text.front() != '`' || end == std::string::npos) return text;
        text.erase(0, end + 1);
        for (const std::string_view joint : {" is ", " wordt ", ": "}) {
            if (text.starts_with(joint)) return text.substr(joint.size());
        }
        return text;
    }
    void write_what(const coverage::Place& place) {
        std::string text = what_of(*place.place);
        if (place.proposal) {
            text += say("; zie voorbeeld ", "; see example ") + std::to_string(*place.proposal + 1);
        } else {
            text += say("; geen voorbeeld gemaakt: ", "; no example made: ") + place.why_none.in(page_.language());
        }
        page_.remark(text);
    }

    void write_out_of_reach() {
        const std::size_t count = report_.total().cannot;
        if (count == 0) return;
        lines().heading(say("kan niet: ", "can't be: ") + places(count));
        for (const coverage::Place& place : report_.places) {
            if (place.reached != Reached::cannot) continue;
            page_.listed(place.place->where, place.place->owner, ", " + place.place->what.in(page_.language()));
        }
        lines().empty();
    }

    void write_proposals() {
        if (report_.proposals.empty()) return;
        lines().heading(say("voorbeelden om over te nemen, gemaakt en uitgevoerd; kijk of dit is wat u bedoelt",
                            "examples to paste, made and run; see whether this is what you mean"));
        for (std::size_t i = 0; i < report_.proposals.size(); ++i) {
            const coverage::Proposal& proposal = report_.proposals[i];
            page_.proposal(i + 1, proposal.language, proposal.lines);
        }
        lines().empty();
    }

    const coverage::Report& report_;
    RulePage page_;
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
                            const RulePageFrame& frame) {
    return Renderer(report, sources, frame).take(name);
}

}  // namespace wegwijzer::cli
