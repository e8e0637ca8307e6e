#include "cli/render/mutation.h"

#include "cli/render/coverage.h"
#include "engine/diagnostics/excerpt.h"

namespace wegwijzer::cli {
namespace {

using mutation::ChangeKind;
using mutation::Count;
using mutation::Fate;
using mutation::Mutant;

class Renderer {
  public:
    Renderer(const mutation::Report& report, const SourceMap& sources, const RulePageFrame& frame)
        : report_(report), page_(sources, frame) {}

    [[nodiscard]] std::string take(const std::string& name) {
        write_total(name);
        write_mutants();
        write_same();
        write_proposals();
        return page_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return page_.say(nl, en); }
    [[nodiscard]] Lines& lines() { return page_.lines(); }
    [[nodiscard]] std::string changes(std::size_t count) const {
        return std::to_string(count) +
               say(count == 1 ? " wijziging" : " wijzigingen", count == 1 ? " change" : " changes");
    }
    [[nodiscard]] std::string fraction(const Count& count) const {
        return std::to_string(count.noticed) + say(" van ", " of ") + std::to_string(count.all);
    }

    void write_total(const std::string& name) {
        const Count total = report_.total();
        lines().heading(say("kleine wijzigingen van ", "small changes of ") + name);
        std::string text = fraction(total) + say(" door een voorbeeld opgemerkt, ", " noticed by an example, ") +
                           share_text({total.noticed, total.all, 0}, page_.language());
        if (total.same > 0) {
            text += say("; nog ", "; ") + changes(total.same) +
                    say(" waarbij voor geen enkele student iets verandert, niet meegeteld",
                        " more that change nothing for any student, not counted");
        }
        lines().paragraph("", text);
        if (report_.has_failures) {
            lines().paragraph("", say("een voorbeeld dat nu al mislukt, kan niets opmerken",
                                      "an example that fails already can't notice anything"));
        }
        lines().empty();
        for (std::size_t i = 0; i < mutation::change_kinds; ++i) {
            const auto kind = static_cast<ChangeKind>(i);
            const Count count = report_.count(kind);
            if (count.all == 0) continue;
            lines().paragraph(page_.is_plain() ? "" : "  ",
                              name_of(kind).in(page_.language()) + ": " + fraction(count));
        }
        lines().empty();
    }

    [[nodiscard]] std::string then(const Mutant& mutant) const {
        return mutant.line.empty() ? say("zonder `", "without `") + without_controls(mutant.before) + '`'
                                   : '`' + without_controls(mutant.line) + '`';
    }

    void write_mutants() {
        const Count total = report_.total();
        if (total.noticed == total.all) return;
        lines().heading(say("niet opgemerkt: ", "not noticed: ") + changes(total.all - total.noticed));
        const Mutant* last = nullptr;
        for (const Mutant& mutant : report_.mutants) {
            if (mutant.fate != Fate::unnoticed) continue;
            if (last == nullptr || !(last->where == mutant.where)) {
                lines().empty();
                page_.place(mutant.where, mutant.owner);
            }
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
            page_.remark(text);
            last = &mutant;
        }
        lines().empty();
    }

    void write_same() {
        const std::size_t count = report_.total().same;
        if (count == 0) return;
        lines().heading(say("maakt voor geen enkele student iets uit: ", "changes nothing for any student: ") +
                        changes(count));
        for (const Mutant& mutant : report_.mutants) {
            if (mutant.fate != Fate::same) continue;
            page_.listed(mutant.where, mutant.owner, ": " + then(mutant));
        }
        lines().empty();
    }

    void write_proposals() {
        if (report_.proposals.empty()) return;
        lines().heading(say("voorbeelden die het wel merken, gemaakt en uitgevoerd; kijk of dit is wat u bedoelt",
                            "examples that do notice, made and run; see whether this is what you mean"));
        for (std::size_t i = 0; i < report_.proposals.size(); ++i) {
            const mutation::Proposal& proposal = report_.proposals[i];
            page_.proposal(i + 1, proposal.language, proposal.lines);
        }
    }

    const mutation::Report& report_;
    RulePage page_;
};

}  // namespace

std::string render_mutation(const std::string& name, const mutation::Report& report, const SourceMap& sources,
                            const RulePageFrame& frame) {
    return Renderer(report, sources, frame).take(name);
}

}  // namespace wegwijzer::cli
