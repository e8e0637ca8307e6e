#include "engine/explain/caseload.h"

#include <algorithm>
#include <tuple>

#include "engine/explain/caseload_json.h"
#include "engine/explain/format_value.h"
#include "engine/explain/why_not_needed.h"

namespace wegwijzer::explain {
namespace {

constexpr std::int64_t days_of_this_week = 7;

CaseloadGroup group_of(const StudentReport& report) {
    if (!report.recommendations.empty()) {
        const bool soon = std::ranges::any_of(report.recommendations, [&](const RecommendationReport& one) {
            return one.advice.urgent ||
                   (one.advice.due && days_between(report.reference_date, *one.advice.due) <= days_of_this_week);
        });
        return soon ? CaseloadGroup::this_week : CaseloadGroup::later;
    }
    if (!report.plans.empty() && report.suppressed.empty()) return CaseloadGroup::plan_only;
    if (!report.suppressed.empty() || !report.not_needed.empty()) return CaseloadGroup::not_needed;
    if (!report.signals.empty()) return CaseloadGroup::signal_only;
    if (!report.opportunities.empty()) return CaseloadGroup::more_room;
    return report.undetermined.empty() ? CaseloadGroup::nothing : CaseloadGroup::undetermined;
}

// 0 comes first: spoed, then what should have been done, then the rest.
int turn_of(const RecommendationReport& one, Date reference_date) {
    if (one.advice.urgent) return 0;
    return one.advice.due && *one.advice.due < reference_date ? 1 : 2;
}

void add_all(model::MissingSet& all, const model::MissingSet& more) {
    all.insert(all.end(), more.begin(), more.end());
    std::ranges::sort(all, [](const model::Missing& left, const model::Missing& right) { return left < right; });
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
}

}  // namespace

Node CaseloadMaker::place_of(const model::Signal& signal) { return Node("signals") / signal.name; }

bool CaseloadMaker::weighs_more(const SignalReport& left, const SignalReport& right) const {
    const model::RuleSet& rules = redactor_->rules();
    return std::tuple(left.severity, rules.signal(left.signal).weight, right.signal.index()) >
           std::tuple(right.severity, rules.signal(right.signal).weight, left.signal.index());
}

CaseloadSignal CaseloadMaker::with_value(const StudentReport& report, const SignalReport& signal) const {
    const model::RuleSet& rules = redactor_->rules();
    const SignalAtHand at_hand{rules,           *cohort_,      report.row,
                               reference_date_, signal.signal, place_of(rules.signal(signal.signal))};
    return {signal.signal, signal.severity, signal.possibly_higher, deciding_value(at_hand, language_)};
}

std::optional<CaseloadSignal> CaseloadMaker::strongest_of(const StudentReport& report,
                                                          const std::vector<SignalReport>& signals) const {
    const auto strongest = std::ranges::min_element(
        signals, [this](const SignalReport& left, const SignalReport& right) { return weighs_more(left, right); });
    if (strongest == signals.end()) return std::nullopt;
    return with_value(report, *strongest);
}

AdviceReason CaseloadMaker::reason_of(const StudentReport& report, const RecommendationReport& advice) const {
    AdviceReason reason;
    reason.is_restricted = advice.has_restricted_reason || advice.has_restricted_policy;
    std::vector<SignalReport> named;
    for (const auto* list : {&report.signals, &report.strengths, &report.opportunities}) {
        for (const SignalReport& one : *list) {
            if (std::ranges::find(advice.advice.reasons, one.signal) != advice.advice.reasons.end()) {
                named.push_back(one);
            }
        }
    }
    reason.strongest = strongest_of(report, named);
    if (reason.strongest) {
        reason.further = named.size() - 1;
    } else if (!reason.is_restricted) {
        reason.policies = advice.advice.policies;
    }
    return reason;
}

void CaseloadMaker::fill(CaseloadStudent& student) const {
    const StudentReport& report = student.report;
    student.shown = Explainer(*redactor_).shown_of(report, language_);
    for (const RecommendationReport& advice : report.recommendations) {
        student.reasons.push_back(reason_of(report, advice));
    }
    for (const NotNeededReport& one : report.not_needed) {
        student.not_needed.push_back(why_not_needed(*redactor_, *cohort_, report.row, reference_date_, one,
                                                    Node("policies") / redactor_->rules().policy(one.policy).name,
                                                    language_));
    }
    if (report.recommendations.empty()) student.strongest = strongest_of(report, report.signals);
    student.strength = strongest_of(report, report.strengths);
    student.opportunity = strongest_of(report, report.opportunities);
    const auto is_named = [&](const SignalReport& signal) {
        const auto names = [&](const std::optional<CaseloadSignal>& one) {
            return one && one->signal == signal.signal;
        };
        return names(student.strongest) || std::ranges::any_of(student.reasons, [&](const AdviceReason& reason) {
                   return names(reason.strongest);
               });
    };
    student.unnamed_signals =
        report.signals.size() - static_cast<std::size_t>(std::ranges::count_if(report.signals, is_named));
}

void CaseloadMaker::add(const Visible<StudentReport>& report) {
    CaseloadStudent& student = students_.emplace_back();
    student.report = *report;
    if (overdue_first_) {
        std::ranges::stable_sort(student.report.recommendations, {},
                                 [&](const RecommendationReport& one) { return turn_of(one, reference_date_); });
    }
    student.group = group_of(student.report);
    for (const UndeterminedReport& one : student.report.undetermined) add_all(student.missing, one.absent);
    fill(student);
}

void CaseloadMaker::fill_shown(Caseload& caseload) const {
    CaseloadShown& shown = caseload.shown;
    const auto number = [](const Node& node, std::size_t count) { return node.shows(std::to_string(count)); };
    shown.reference_date = Node("reference_date").shows(format_date(reference_date_, language_));
    shown.students = number(Node("counts") / "all", caseload.students.size());
    shown.advised = number(Node("counts") / "advised",
                           caseload.count(CaseloadGroup::this_week) + caseload.count(CaseloadGroup::later));
    for (std::size_t i = 0; i < caseload_groups; ++i) {
        shown.counts[i] = number(Node("counts") / json_name(static_cast<CaseloadGroup>(i)), caseload.counts[i]);
    }
    for (const auto& [series, day] : caseload.complete_to) {
        const std::string& name = redactor_->rules().schema->series_of(series).plural;
        shown.complete_to.push_back((Node("complete_to") / name).shows(format_date(day, language_)));
    }
    for (const MissingTogether& together : caseload.undetermined) {
        shown.undetermined.push_back(
            number(Node("undetermined") / shown.undetermined.size() / "students", together.students.size()));
    }
}

Visible<Caseload> CaseloadMaker::make() {
    Caseload caseload;
    caseload.reference_date = reference_date_;
    caseload.students = std::move(students_);
    const model::RuleSet& rules = redactor_->rules();
    std::ranges::stable_sort(caseload.students, [&](const CaseloadStudent& left, const CaseloadStudent& right) {
        if (left.group != right.group) return left.group < right.group;
        if (!left.report.recommendations.empty() && !right.report.recommendations.empty()) {
            const RecommendationReport& first = left.report.recommendations.front();
            const RecommendationReport& other = right.report.recommendations.front();
            const int turn = turn_of(first, reference_date_);
            const int other_turn = turn_of(other, reference_date_);
            if (overdue_first_ && turn != other_turn) return turn < other_turn;
            const advise::Recommendation& a = first.advice;
            const advise::Recommendation& b = other.advice;
            if (advise::comes_before(rules, a, b)) return true;
            if (advise::comes_before(rules, b, a)) return false;
        }
        return left.report.key < right.report.key;
    });
    for (std::size_t i = 0; i < caseload.students.size(); ++i) {
        const CaseloadStudent& student = caseload.students[i];
        ++caseload.counts[static_cast<std::size_t>(student.group)];
        if (student.group != CaseloadGroup::undetermined) continue;
        auto place = std::ranges::find(caseload.undetermined, student.missing, &MissingTogether::missing);
        if (place == caseload.undetermined.end()) {
            place = caseload.undetermined.insert(caseload.undetermined.end(), {student.missing, {}});
        }
        place->students.push_back(i);
    }
    std::ranges::stable_sort(caseload.undetermined, [](const MissingTogether& left, const MissingTogether& right) {
        return left.students.size() > right.students.size();
    });
    for (std::size_t i = 0; i < rules.schema->series.size(); ++i) {
        const std::optional<Date> day = cohort_->series[i].complete_to;
        if (day && redactor_->reader().may_see_events(rules.schema->series[i])) {
            caseload.complete_to.emplace_back(SeriesId(i), *day);
        }
    }
    fill_shown(caseload);
    return Visible<Caseload>(std::move(caseload));
}

}  // namespace wegwijzer::explain
