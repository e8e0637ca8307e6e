#include "cli/render/words.h"

#include <algorithm>

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli {
namespace {

std::string role_words(const model::RuleSet& rules, const explain::RecommendationReport& report, Language language) {
    const model::Role& role = rules.role(report.advice.by);
    std::string words = say(language, "door ", "by ") + explain::title_of(role);
    if (report.person) words += " " + *report.person;
    const model::RoleId through = rules.intervention(report.advice.intervention).through;
    if (through) words += say(language, ", via ", ", through ") + explain::title_of(rules.role(through));
    return words;
}

}  // namespace

std::string name_and_key(const explain::StudentReport& report) {
    return report.name ? *report.name + " (" + report.key + ")" : report.key;
}

std::string name_or_key(const explain::StudentReport& report) { return report.name ? *report.name : report.key; }

std::string day_words(Date date, Date reference_date, Language language) {
    return explain::format_day(date, reference_date, language);
}

std::string action_words(const model::RuleSet& rules, const explain::RecommendationReport& report, Date reference_date,
                         Language language) {
    const advise::Recommendation& advice = report.advice;
    std::string words = explain::title_of(rules.intervention(advice.intervention));
    if (advice.urgent) words = say(language, "SPOED: ", "URGENT: ") + words;
    if (advice.not_before && *advice.not_before > reference_date) {
        words += say(language, ", vanaf ", ", from ") + day_words(*advice.not_before, reference_date, language);
    }
    if (advice.due) {
        words += say(language, ", uiterlijk ", ", by ") + day_words(*advice.due, reference_date, language);
        if (*advice.due < reference_date) words += say(language, " (al voorbij)", " (already past)");
    }
    words += ", " + role_words(rules, report, language);
    if (advice.in_progress_since) {
        words += say(language, "; loopt sinds ", "; in progress since ") +
                 day_words(*advice.in_progress_since, reference_date, language);
    }
    if (advice.consent == advise::Consent::ask) {
        words += say(language, "; vraag eerst of de student dit wil", "; ask first whether the student wants this");
    } else if (advice.consent == advise::Consent::given) {
        words += say(language, "; de student vindt dit goed", "; the student agrees");
    }
    return words;
}

std::string signal_words(const model::RuleSet& rules, const explain::SignalReport& report, Language language) {
    const model::Signal& signal = rules.signal(report.signal);
    std::string words = explain::title_of(signal);
    if (signal.kind == model::SignalKind::signal) {
        words += " (" + explain::format_severity(report.severity, language);
        if (report.possibly_higher) words += say(language, ", mogelijk hoger", ", possibly higher");
        words += ")";
    }
    if (report.explanation && !report.explanation->empty()) words += ": " + report.explanation->text();
    return words;
}

std::string listed(const std::vector<std::string>& names, Language language) {
    return explain::list_in_words(names, language, " en ", " and ");
}

std::string unknown_words(const explain::UnknownShown& unknown, Language language) {
    if (unknown.names.empty()) return say(language, "iets dat hier niet staat", "something that is not told here");
    const std::string words = explain::missing_in_words(unknown.names, language);
    const bool is_list = unknown.is_of_student && unknown.names.size() > 1;
    return is_list ? say(language, "van de student: ", "of the student: ") + words : words;
}

std::string undetermined_words(const explain::UndeterminedReport& report, Language language) {
    std::string words = report.title;
    if (report.urgent) words = say(language, "SPOED niet te beoordelen: ", "URGENT can't be judged: ") + words;
    if (report.missing.empty()) return words + say(language, " (niet te beoordelen)", " (can't be judged)");
    return words + say(language, " (er ontbreekt: ", " (missing: ") +
           explain::missing_in_words(report.missing, language) + ")";
}

std::string suppressed_words(const model::RuleSet& rules, const explain::SuppressionReport& report, Language language) {
    return explain::title_of(rules.intervention(report.intervention)) + say(language, ", want ", ", because ") +
           report.because.in(language);
}

std::string not_needed_words(const model::RuleSet& rules, const explain::NotNeededReport& report, Language language) {
    std::vector<std::string> titles;
    for (const model::Advice& advice : rules.policy(report.policy).advises) {
        titles.push_back(advice.plan ? explain::title_of(rules.plan(advice.plan))
                                     : explain::title_of(rules.intervention(advice.intervention)));
    }
    std::string words = listed(titles, language);
    if (!report.because.empty()) words += say(language, ", want ", ", because ") + report.because;
    return words;
}

PlanTexts plan_texts(const explain::PlanReport& report, Language language) {
    const auto day = [&](const std::optional<Date>& date) {
        return date ? explain::format_date(*date, language) : std::string();
    };
    const advise::PlanState& state = report.state;
    PlanTexts texts;
    if (state.current_step) texts.current_step = std::to_string(*state.current_step + 1);
    texts.step_count = std::to_string(state.steps.size());
    texts.started = day(state.started);
    texts.next_review = day(state.next_review);
    texts.evaluate_on = day(state.evaluate_on);
    for (std::size_t i = 0; i < state.steps.size(); ++i) {
        texts.steps.push_back({std::to_string(i + 1), day(state.steps[i].not_before), day(state.steps[i].due)});
    }
    return texts;
}

std::string plan_words(const model::RuleSet& rules, const explain::PlanReport& report, Language language) {
    return plan_words(rules, report, plan_texts(report, language), language);
}

std::string plan_words(const model::RuleSet& rules, const explain::PlanReport& report, const PlanTexts& texts,
                       Language language) {
    const advise::PlanState& state = report.state;
    std::string words = explain::title_of(rules.plan(state.plan)) + ": ";
    const bool is_reached = !report.is_goal_restricted && state.goal == Tri::yes;
    if (state.current_step) {
        words +=
            say(language, "stap ", "step ") + texts.current_step + say(language, " van ", " of ") + texts.step_count;
    } else {
        const bool all_done = std::ranges::all_of(
            state.steps, [](const advise::StepState& step) { return step.status == advise::StepStatus::done; });
        words += all_done ? say(language, "alle stappen zijn gedaan", "all steps are done")
                          : say(language, "geen stap meer", "no step left");
    }
    if (state.started) words += say(language, ", begonnen op ", ", begun on ") + texts.started;
    if (is_reached) {
        words += say(language, "; het doel is bereikt", "; the goal is reached");
    } else if (!report.is_goal_restricted && state.goal == Tri::unknown) {
        words +=
            say(language, "; of het doel is bereikt, is niet bekend", "; whether the goal is reached is not known");
    } else if (!report.is_goal_restricted && !state.current_step) {
        words += say(language, "; het doel is nog niet bereikt", "; the goal is not reached yet");
    }
    if (report.is_goal_restricted) {
        words += say(language, "; het doel is alleen voor de tweede lijn", "; the goal is for the second line only");
    }
    if (state.next_review && !is_reached) {
        words += say(language, "; bespreken op ", "; to be reviewed on ") + texts.next_review;
    }
    if (state.evaluate_on) words += say(language, "; evalueren op ", "; to be evaluated on ") + texts.evaluate_on;
    return words;
}

std::vector<std::string> steps_to_come(const model::RuleSet& rules, const explain::PlanReport& report,
                                       Language language) {
    return steps_to_come(rules, report, plan_texts(report, language), language);
}

std::vector<std::string> steps_to_come(const model::RuleSet& rules, const explain::PlanReport& report,
                                       const PlanTexts& texts, Language language) {
    std::vector<std::string> lines;
    if (!report.state.current_step) return lines;
    for (std::size_t i = *report.state.current_step + 1; i < report.state.steps.size(); ++i) {
        const advise::StepState& state = report.state.steps[i];
        if (state.status != advise::StepStatus::to_come) continue;
        const model::PlanStep& step = rules.plan(report.state.plan).steps[i];
        std::string words = say(language, "daarna stap ", "then step ") + texts.steps[i].number + ": " +
                            explain::title_of(rules.intervention(step.intervention)) + " (" +
                            explain::title_of(rules.role(step.by)) + ")";
        if (state.not_before) words += say(language, ", vanaf ", ", from ") + texts.steps[i].not_before;
        if (state.due) words += say(language, ", uiterlijk ", ", due ") + texts.steps[i].due;
        lines.push_back(std::move(words));
    }
    return lines;
}

std::string lapsed_words(const explain::LapsedReport& report, Language language) {
    std::string words = report.title + say(language, " door ", " by ") + report.role_title;
    for (std::size_t i = 0; i < report.because.size(); ++i) {
        words += (i == 0 ? ": " : "; ") + report.because[i].in(language);
    }
    return words;
}

std::string other_reason(const model::RuleSet& rules, const explain::RecommendationReport& report, Language language) {
    if (report.has_restricted_reason || report.has_restricted_policy) {
        const Localized whom = explain::texts::whom_to_ask(rules, report.advice.by);
        return explain::texts::restricted_reason(whom).in(language);
    }
    if (!report.advice.reasons.empty()) return {};
    std::vector<std::string> titles;
    for (const model::PolicyId policy : report.advice.policies)
        titles.push_back(explain::title_of(rules.policy(policy)));
    return listed(titles, language);
}

std::string because_words(const model::RuleSet& rules, const explain::RecommendationReport& report, Language language) {
    std::vector<std::string> titles;
    for (const model::SignalId reason : report.advice.reasons) {
        titles.push_back(explain::title_of(rules.signal(reason)));
    }
    std::string other = other_reason(rules, report, language);
    if (titles.empty()) return other;
    std::string words = listed(titles, language);
    if (!other.empty()) words += say(language, ", en nog een ", ", and another ") + other;
    return words;
}

std::string crisis_route(const model::RuleSet& rules) {
    for (const model::Pack& pack : rules.packs) {
        if (!pack.crisis_route.empty()) return pack.crisis_route;
    }
    return {};
}

}  // namespace wegwijzer::cli
