#include "cli/render/comparison.h"

#include <algorithm>

#include "cli/render/comparison_words.h"
#include "cli/render/csv_cells.h"
#include "cli/render/lines.h"
#include "cli/render/number_table.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

using comparison::AdviceChange;
using comparison::ChangeKind;
using comparison::Comparison;
using comparison::Reach;
using comparison::SignalState;

class ComparisonView {
  public:
    ComparisonView(const Comparison& result, const ComparisonFrame& frame)
        : result_(result), frame_(frame), lines_(frame.width, frame.colour) {}

    std::string render() {
        lines_.heading(heading_words(result_, frame_.language));
        if (result_.leaves_out_advice) lines_.paragraph("", left_out_words(frame_.language));
        rules();
        inputs();
        totals();
        if (result_.changed != 0 || has_other_hours()) {
            roles();
            signals();
        }
        list();
        return lines_.take();
    }

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return frame_.language == Language::nl ? nl : en;
    }
    [[nodiscard]] std::string students(std::size_t count) const { return students_words(count, frame_.language); }

    void rules() {
        lines_.empty();
        lines_.heading(say("De regels", "The rules"));
        if (result_.changes.empty() && !result_.hides_changes) {
            lines_.paragraph("  ", say("Beide betekenen hetzelfde.", "Both mean the same."));
            return;
        }
        for (const comparison::ShownChange& shown : result_.changes) {
            const comparison::DeclarationChange& change = shown.change;
            std::string text = kind_words(change.key.kind, frame_.language) + " " + change.key.name;
            if (!change.title.empty()) text += " (" + change.title + ")";
            if (change.kind == ChangeKind::changed) text += say(" is anders", " is different");
            if (change.kind == ChangeKind::added) text += say(" is nieuw", " is new");
            if (change.kind == ChangeKind::removed) text += say(" is weg", " is gone");
            if (change.reach == Reach::nothing) {
                text += say(": zonder gevolg voor signalen en advies", ": without effect on signals and advice");
            } else if (change.reach == Reach::hours) {
                text += say(": alleen de uren", ": only the hours");
            } else {
                text += ": " + students(shown.students);
            }
            lines_.paragraph("  - ", text);
        }
        if (result_.hides_changes) {
            lines_.paragraph("  - ", say("en wat deze lezer niet mag zien", "and what this reader may not see"));
        }
    }

    void inputs() {
        if (!result_.runs) return;
        const std::vector<std::string> others = other_inputs_words(*result_.runs, frame_.language);
        if (others.empty() && !result_.runs->hides_reasons) return;
        lines_.empty();
        lines_.heading(say("Wat er verder anders is", "What else differs"));
        for (const std::string& other : others) lines_.paragraph("  - ", other);
        if (result_.runs->hides_reasons) {
            lines_.paragraph("  - ", say("misschien iets wat deze lezer niet mag zien",
                                         "perhaps something that this reader may not see"));
        }
    }

    void totals() {
        lines_.empty();
        lines_.heading(say("In het kort", "In short"));
        if (result_.changed == 0) {
            if (result_.hides_changes) {
                lines_.paragraph("  ", say("Voor zover deze lezer het mag zien verandert er niets.",
                                           "As far as this reader may see nothing changes."));
                return;
            }
            if (result_.runs) {
                lines_.paragraph("  ",
                                 say("Niets veranderde: elke student hield dezelfde signalen en hetzelfde advies.",
                                     "Nothing changed: every student kept the same signals and the same advice."));
                return;
            }
            lines_.paragraph("  ", say("Niets verandert: elke student houdt dezelfde signalen en hetzelfde advies.",
                                       "Nothing changes: every student keeps the same signals and the same advice."));
            return;
        }
        const auto line = [&](std::size_t count, const char* nl, const char* en) {
            if (count != 0) lines_.paragraph("  ", students(count) + " " + say(nl, en));
        };
        line(result_.more, "met meer advies", "with more advice");
        line(result_.less, "met minder advies", "with less advice");
        line(result_.other, "met ander advies", "with other advice");
        line(result_.signals_only, "met alleen andere signalen", "with other signals only");
        if (result_.comes_on == 1) {
            line(1, "zonder advies krijgt er nu een of meer", "without advice now gets some");
        } else {
            line(result_.comes_on, "zonder advies krijgen er nu een of meer", "without advice now get some");
        }
        if (result_.goes_off == 1) {
            line(1, "met advies houdt er geen over", "with advice keeps none");
        } else {
            line(result_.goes_off, "met advies houden er geen over", "with advice keep none");
        }
        lines_.paragraph(
            "  ", students(result_.students - result_.changed) + " " + say("zonder verandering", "without change"));
    }

    [[nodiscard]] bool has_other_hours() const {
        return std::ranges::any_of(result_.roles, [](const auto& role) { return !(role.before == role.after); });
    }
    static std::int64_t whole(std::size_t count) { return static_cast<std::int64_t>(count); }

    void roles() {
        if (result_.roles.empty()) return;
        lines_.empty();
        lines_.heading(say("Gesprekken en uren per rol", "Conversations and hours per role"));
        NumberTable table({say("adviezen oud", "advice old"), say("nieuw", "new"), say("verschil", "change"),
                           say("uren oud", "hours old"), say("nieuw", "new")});
        bool some_without = false;
        for (const comparison::RoleTotals& role : result_.roles) {
            table.add(role.named.title, {std::to_string(role.before.advices), std::to_string(role.after.advices),
                                         difference_words(whole(role.before.advices), whole(role.after.advices)),
                                         hours_words(role.before.minutes, frame_.language),
                                         hours_words(role.after.minutes, frame_.language)});
            some_without = some_without || role.before.without_duration + role.after.without_duration != 0;
        }
        table.write(lines_, frame_.width);
        if (!some_without) return;
        std::string text;
        for (const comparison::RoleTotals& role : result_.roles) {
            if (role.before.without_duration + role.after.without_duration == 0) continue;
            text += (text.empty() ? "" : "; ") + role.named.title + " " + std::to_string(role.before.without_duration) +
                    say(", nieuw ", ", new ") + std::to_string(role.after.without_duration);
        }
        lines_.paragraph(
            "  ", say("Zonder `duur`, dus niet in de uren: ", "Without `duration`, so not in the hours: ") + text);
    }

    void signals() {
        NumberTable table({say("oud", "old"), say("nieuw", "new"), say("erbij", "on"), say("eraf", "off"),
                           say("onbepaald oud", "undetermined old"), say("nieuw", "new")});
        bool any = false;
        for (const comparison::SignalTotals& signal : result_.signals) {
            const bool same =
                signal.on == 0 && signal.off == 0 && signal.undetermined_before == signal.undetermined_after;
            if (same) continue;
            any = true;
            table.add(signal.named.title,
                      {std::to_string(signal.before), std::to_string(signal.after), std::to_string(signal.on),
                       std::to_string(signal.off), std::to_string(signal.undetermined_before),
                       std::to_string(signal.undetermined_after)});
        }
        if (!any) return;
        lines_.empty();
        lines_.heading(say("Signalen waarin studenten wisselen", "Signals that students move in or out of"));
        table.write(lines_, frame_.width);
    }

    void list() {
        if (result_.list.empty()) return;
        lines_.empty();
        lines_.heading(say("Per student", "Per student"));
        for (const comparison::StudentDifference& student : result_.list) {
            lines_.strong("  ", student.name ? *student.name + " (" + student.key + ")" : student.key);
            for (const comparison::AdviceDifference& one : student.advice) advice(one);
            for (const comparison::SignalDifference& one : student.signals) signal(one);
        }
    }
    [[nodiscard]] std::string through(const comparison::Causes& causes) const {
        return say("; door ", "; through ") + cause_words(result_, causes, frame_.language);
    }
    void advice(const comparison::AdviceDifference& one) {
        const comparison::AdviceState& any = one.after ? *one.after : *one.before;
        std::string text = result_.interventions[any.intervention].title;
        if (one.change == AdviceChange::came) {
            text = say("advies erbij: ", "advice comes: ") + text + ", " + advice_words(result_, any, frame_.language);
        } else if (one.change == AdviceChange::went) {
            text = say("advies eraf: ", "advice goes: ") + text + ", " + advice_words(result_, any, frame_.language);
        } else {
            text = say("advies anders: ", "advice changes: ") + text + ", " +
                   advice_words(result_, *one.after, frame_.language) + say(" (was: ", " (was: ") +
                   advice_words(result_, *one.before, frame_.language) + ")";
        }
        const char* mark = one.change == AdviceChange::came   ? "    + "
                           : one.change == AdviceChange::went ? "    - "
                                                              : "    ~ ";
        lines_.paragraph(mark, text + through(one.causes));
    }
    void signal(const comparison::SignalDifference& one) {
        const comparison::SignalTotals& signal = result_.signals[one.signal];
        const bool is = one.after.status == SignalState::Status::on;
        const bool was = one.before.status == SignalState::Status::on;
        const char* mark = is && !was ? "    + " : was && !is ? "    - " : "    ~ ";
        lines_.paragraph(mark, kind_words(signal.kind == model::SignalKind::signal     ? "signal"
                                          : signal.kind == model::SignalKind::strength ? "strength"
                                                                                       : "opportunity",
                                          frame_.language) +
                                   " " + signal.named.title + ": " + state_words(one.after, frame_.language) +
                                   say(" (was: ", " (was: ") + state_words(one.before, frame_.language) + ")" +
                                   through(one.causes));
    }

    const Comparison& result_;
    const ComparisonFrame& frame_;
    Lines lines_;
};

}  // namespace

std::string render_comparison(const explain::Visible<Comparison>& comparison, const ComparisonFrame& frame) {
    return ComparisonView(*comparison, frame).render();
}

std::string csv_of(const explain::Visible<Comparison>& comparison, Language language) {
    const bool nl = language == Language::nl;
    const Comparison& result = *comparison;
    std::string rows = row_of(
        nl ? std::vector<std::string>{"student", "naam", "soort", "id", "titel", "verandering", "oud", "nieuw",
                                      "rol oud", "rol nieuw", "uiterlijk oud", "uiterlijk nieuw", "prioriteit oud",
                                      "prioriteit nieuw", "door"}
           : std::vector<std::string>{"student", "name", "kind", "id", "title", "change", "old", "new", "role old",
                                      "role new", "due old", "due new", "priority old", "priority new", "through"});
    for (const comparison::StudentDifference& student : result.list) {
        for (const comparison::AdviceDifference& one : student.advice) {
            const comparison::AdviceState& any = one.after ? *one.after : *one.before;
            const auto words = [&](const std::optional<comparison::AdviceState>& state) {
                return state ? advice_words(result, *state, language) : std::string();
            };
            const auto role = [&](const std::optional<comparison::AdviceState>& state) {
                return state ? result.role_names[state->role].id : std::string();
            };
            const auto priority = [](const std::optional<comparison::AdviceState>& state) {
                return state ? std::to_string(state->priority) : std::string();
            };
            const char* change = one.change == AdviceChange::came   ? (nl ? "erbij" : "on")
                                 : one.change == AdviceChange::went ? (nl ? "eraf" : "off")
                                                                    : (nl ? "anders" : "changed");
            rows += row_of({student.key, student.name.value_or(""), nl ? "advies" : "advice",
                            result.interventions[any.intervention].id, result.interventions[any.intervention].title,
                            change, words(one.before), words(one.after), role(one.before), role(one.after),
                            one.before ? to_iso(one.before->due) : "", one.after ? to_iso(one.after->due) : "",
                            priority(one.before), priority(one.after), cause_words(result, one.causes, language)});
        }
        for (const comparison::SignalDifference& one : student.signals) {
            const comparison::SignalTotals& signal = result.signals[one.signal];
            const bool is = one.after.status == SignalState::Status::on;
            const bool was = one.before.status == SignalState::Status::on;
            const char* change = is && !was   ? (nl ? "erbij" : "on")
                                 : was && !is ? (nl ? "eraf" : "off")
                                              : (nl ? "anders" : "changed");
            rows += row_of({student.key, student.name.value_or(""),
                            kind_words(signal.kind == model::SignalKind::signal     ? "signal"
                                       : signal.kind == model::SignalKind::strength ? "strength"
                                                                                    : "opportunity",
                                       language),
                            signal.named.id, signal.named.title, change, state_words(one.before, language),
                            state_words(one.after, language), "", "", "", "", "", "",
                            cause_words(result, one.causes, language)});
        }
    }
    return rows;
}

}  // namespace wegwijzer::cli
