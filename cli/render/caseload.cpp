#include "cli/render/caseload.h"

#include <algorithm>
#include <array>
#include <map>

#include "cli/render/lines.h"
#include "cli/render/words.h"
#include "engine/base/unicode.h"
#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::cli {
namespace {

using explain::StudentReport;

// Every student is in one of these, the first that fits, so that the numbers add up.
enum class Group : std::uint8_t {
    this_week,
    later,
    plan_only,
    signal_only,
    more_room,
    not_needed,
    undetermined,
    nothing
};
constexpr std::size_t groups = 8;
constexpr std::int64_t days_of_this_week = 7;

Group group_of(const StudentReport& report) {
    if (!report.recommendations.empty()) {
        const bool soon = std::ranges::any_of(report.recommendations, [&](const auto& one) {
            return one.advice.urgent ||
                   (one.advice.due && days_between(report.reference_date, *one.advice.due) <= days_of_this_week);
        });
        return soon ? Group::this_week : Group::later;
    }
    if (!report.plans.empty() && report.suppressed.empty()) return Group::plan_only;
    if (!report.suppressed.empty() || !report.not_needed.empty()) return Group::not_needed;
    if (!report.signals.empty()) return Group::signal_only;
    if (!report.opportunities.empty()) return Group::more_room;
    return report.undetermined.empty() ? Group::nothing : Group::undetermined;
}

class Caseload {
  public:
    Caseload(const explain::Redactor& redactor, const CaseloadFrame& frame)
        : rules_(redactor.rules()), frame_(frame), lines_(frame.width, frame.colour) {}

    void add(const StudentReport& report) { members_[static_cast<std::size_t>(group_of(report))].push_back(&report); }

    std::string render() {
        sort_by_urgency();
        header();
        students(Group::this_week, "DEZE WEEK", "THIS WEEK");
        students(Group::later, "LATER", "LATER");
        students(Group::plan_only, "EEN AANPAK, GEEN STAP NU", "A PLAN, NO STEP NOW");
        students(Group::signal_only, "WEL EEN SIGNAAL, GEEN ADVIES", "A SIGNAL, NO ADVICE");
        undetermined();
        not_needed();
        students(Group::more_room, "MEER RUIMTE", "ROOM FOR MORE");
        footer();
        return lines_.take();
    }

  private:
    [[nodiscard]] const char* say(const char* nl, const char* en) const {
        return frame_.language == Language::nl ? nl : en;
    }
    [[nodiscard]] const std::vector<const StudentReport*>& in(Group group) const {
        return members_[static_cast<std::size_t>(group)];
    }
    [[nodiscard]] std::size_t count(Group group) const { return in(group).size(); }
    [[nodiscard]] std::string students_words(std::size_t number) const {
        return std::to_string(number) + (number == 1 ? say(" student", " student") : say(" studenten", " students"));
    }

    void sort_by_urgency() {
        for (std::vector<const StudentReport*>& members : members_) {
            std::ranges::stable_sort(members, [this](const StudentReport* left, const StudentReport* right) {
                if (!left->recommendations.empty() && !right->recommendations.empty()) {
                    const advise::Recommendation& a = left->recommendations.front().advice;
                    const advise::Recommendation& b = right->recommendations.front().advice;
                    if (advise::comes_before(rules_, a, b)) return true;
                    if (advise::comes_before(rules_, b, a)) return false;
                }
                return left->key < right->key;
            });
        }
    }

    void header() {
        const auto weekday = explain::format_weekday(frame_.reference_date, frame_.language);
        std::string text = weekday + " " + explain::format_date(frame_.reference_date, frame_.language);
        if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
        if (frame_.mentor) text += " · " + *frame_.mentor;
        std::size_t all = 0;
        for (const auto& members : members_) all += members.size();
        text += " · " + students_words(all);
        for (const auto& [series, day] : frame_.complete_to) {
            text +=
                " · " + series + say(" bijgewerkt t/m ", " complete to ") + explain::format_date(day, frame_.language);
        }
        lines_.heading(text);
    }

    void section(const char* nl, const char* en) {
        lines_.empty();
        lines_.heading(say(nl, en));
    }

    void students(Group group, const char* nl, const char* en) {
        if (in(group).empty()) return;
        section(nl, en);
        const bool has_urgent = std::ranges::any_of(in(group), [](const StudentReport* report) {
            return std::ranges::any_of(report->recommendations, [](const auto& one) { return one.advice.urgent; });
        });
        const std::string route = crisis_route(rules_);
        if (has_urgent && !route.empty()) lines_.strong(" ", say("Bij spoed: ", "When urgent: ") + route);
        for (const StudentReport* report : in(group)) student(*report);
    }

    void student(const StudentReport& report) {
        lines_.strong(" ", name_and_key(report));
        for (const explain::RecommendationReport& recommendation : report.recommendations) {
            lines_.paragraph("   > ", action_words(rules_, recommendation, frame_.reference_date, frame_.language));
            const std::string reason = other_reason(rules_, recommendation, frame_.language);
            if (!reason.empty()) lines_.paragraph("     ", say("omdat: ", "because: ") + reason);
            for (const Localized& note : recommendation.notes) {
                lines_.paragraph("     ", say("let op: ", "note: ") + note.in(frame_.language));
            }
        }
        facts(report);
    }

    // A policy that can't be judged for no more than what a signal lacks: the signal says it already. Never with spoed.
    [[nodiscard]] static bool is_said_by_a_signal(const explain::UndeterminedReport& policy,
                                                  const StudentReport& report) {
        if (policy.kind != explain::UndeterminedKind::policy || policy.urgent) return false;
        return std::ranges::any_of(report.undetermined, [&](const explain::UndeterminedReport& one) {
            return one.kind != explain::UndeterminedKind::policy && one.missing == policy.missing;
        });
    }

    // Strengths before worries.
    void facts(const StudentReport& report) {
        for (const explain::PlanReport& plan : report.plans) {
            lines_.paragraph("     ", say("aanpak ", "plan ") + plan_words(rules_, plan, frame_.language));
            for (const std::string& step : steps_to_come(rules_, plan, frame_.language)) {
                lines_.paragraph("       ", step);
            }
        }
        for (const auto& one : report.strengths)
            lines_.paragraph("     + ", signal_words(rules_, one, frame_.language));
        for (const auto& one : report.opportunities) {
            lines_.paragraph("     + ",
                             say("meer ruimte: ", "room for more: ") + signal_words(rules_, one, frame_.language));
        }
        for (const auto& one : report.signals) lines_.paragraph("     - ", signal_words(rules_, one, frame_.language));
        for (const auto& one : report.undetermined) {
            if (is_said_by_a_signal(one, report)) continue;
            lines_.paragraph("     ? ", undetermined_words(one, frame_.language));
        }
        for (const auto& one : report.suppressed) {
            lines_.paragraph(
                "     ", say("niet nodig nu: ", "not needed now: ") + suppressed_words(rules_, one, frame_.language));
        }
        for (const auto& one : report.not_needed) {
            lines_.paragraph(
                "     ", say("niet nodig nu: ", "not needed now: ") + not_needed_words(rules_, one, frame_.language));
        }
        for (const Localized& problem : report.data_problems) {
            lines_.paragraph("     ! ", problem.in(frame_.language));
        }
    }

    // Together per what is missing: nobody reads the same line forty times.
    void undetermined() {
        if (in(Group::undetermined).empty()) return;
        section("NOG NIET TE BEOORDELEN", "CAN'T BE JUDGED YET");
        std::vector<std::pair<std::vector<std::string>, std::vector<const StudentReport*>>> by_missing;
        for (const StudentReport* report : in(Group::undetermined)) {
            std::vector<std::string> missing;
            for (const auto& one : report->undetermined) {
                for (const std::string& name : one.missing) {
                    if (std::ranges::find(missing, name) == missing.end()) missing.push_back(name);
                }
            }
            auto place = std::ranges::find(by_missing, missing, &decltype(by_missing)::value_type::first);
            if (place == by_missing.end()) place = by_missing.insert(by_missing.end(), {missing, {}});
            place->second.push_back(report);
        }
        for (const auto& [missing, reports] : by_missing) {
            std::vector<std::string> names;
            for (const StudentReport* report : reports) names.push_back(name_or_key(*report));
            const std::string without =
                say("zonder ", "without ") + explain::missing_in_words(missing, frame_.language);
            const std::string what =
                missing.empty() ? say("een waarde kon niet worden uitgerekend", "a value could not be calculated")
                                : without;
            lines_.paragraph(
                " ", what + ": " + students_words(reports.size()) + " (" + listed(names, frame_.language) + ")");
            for (const StudentReport* report : reports) {
                for (const auto& one : report->undetermined) {
                    if (one.urgent)
                        lines_.paragraph("   ? ",
                                         name_or_key(*report) + ": " + undetermined_words(one, frame_.language));
                }
                for (const auto& one : report->strengths) {
                    lines_.paragraph("   + ", name_or_key(*report) + ": " + signal_words(rules_, one, frame_.language));
                }
                for (const Localized& problem : report->data_problems) {
                    lines_.paragraph("   ! ", name_or_key(*report) + ": " + problem.in(frame_.language));
                }
            }
        }
    }

    void not_needed() { students(Group::not_needed, "NIET NODIG NU", "NOT NEEDED NOW"); }

    void footer() {
        std::size_t all = 0;
        for (const auto& members : members_) all += members.size();
        std::string text = students_words(all) + ": " + std::to_string(count(Group::this_week) + count(Group::later)) +
                           say(" met advies", " with advice");
        const auto add = [&](Group group, const char* nl, const char* en) {
            if (count(group) > 0) text += ", " + std::to_string(count(group)) + " " + say(nl, en);
        };
        add(Group::plan_only, "met een aanpak zonder stap nu", "with a plan and no step now");
        add(Group::signal_only, "met een signaal zonder advies", "with a signal and no advice");
        add(Group::undetermined, "niet te beoordelen", "not to be judged");
        add(Group::not_needed, "niet nodig nu", "not needed now");
        add(Group::more_room, "met meer ruimte", "with room for more");
        text += ", " + std::to_string(count(Group::nothing)) + say(" zonder bijzonderheden.", " without particulars.");
        lines_.empty();
        lines_.paragraph("", text);
        lines_.paragraph("", say("Adviezen zijn voorstellen; u beslist. Waarom staat iemand hier?",
                                 "Advice is a proposal; you decide. Why is someone here?"));
        lines_.unbroken("  ", frame_.explain_command);
    }

    const model::RuleSet& rules_;
    const CaseloadFrame& frame_;
    Lines lines_;
    std::array<std::vector<const StudentReport*>, groups> members_;
};

}  // namespace

std::string render_caseload(const explain::Redactor& redactor,
                            const std::vector<explain::Visible<StudentReport>>& reports, const CaseloadFrame& frame) {
    Caseload caseload(redactor, frame);
    for (const explain::Visible<StudentReport>& report : reports) caseload.add(*report);
    return caseload.render();
}

}  // namespace wegwijzer::cli
