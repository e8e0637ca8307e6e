#include "cli/render/csv.h"

#include <array>
#include <vector>

#include "cli/render/csv_cells.h"
#include "cli/render/words.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli {
namespace {

std::string line_words(model::Line line, Language language) {
    switch (line) {
        case model::Line::first: return say(language, "eerste", "first");
        case model::Line::second: return say(language, "tweede", "second");
        case model::Line::external: return say(language, "extern", "external");
        case model::Line::organisation: break;
    }
    return say(language, "organisatie", "organisation");
}

// What is said about the student, behind the cells of the advice.
std::vector<std::string> facts(const model::RuleSet& rules, const explain::StudentReport& report, Language language) {
    std::vector<std::string> strengths;
    for (const auto& one : report.strengths) strengths.push_back(signal_words(rules, one, language));
    for (const auto& one : report.opportunities) {
        strengths.push_back(say(language, "meer ruimte: ", "room for more: ") + signal_words(rules, one, language));
    }
    std::vector<std::string> signals;
    for (const auto& one : report.signals) signals.push_back(signal_words(rules, one, language));
    std::vector<std::string> undetermined;
    for (const auto& one : report.undetermined) undetermined.push_back(undetermined_words(one, language));
    std::vector<std::string> suppressed;
    for (const auto& one : report.suppressed) suppressed.push_back(suppressed_words(rules, one, language));
    for (const auto& one : report.not_needed) suppressed.push_back(not_needed_words(rules, one, language));
    std::vector<std::string> plans;
    for (const explain::PlanReport& plan : report.plans) {
        plans.push_back(plan_words(rules, plan, language));
        for (std::string& step : steps_to_come(rules, plan, language)) plans.push_back(std::move(step));
    }
    std::vector<std::string> problems;
    for (const Localized& problem : report.data_problems) problems.push_back(problem.in(language));
    return {joined_in_cell(signals),    joined_in_cell(strengths), joined_in_cell(undetermined),
            joined_in_cell(suppressed), joined_in_cell(problems),  joined_in_cell(plans)};
}

}  // namespace

std::string csv_header(bool is_beside, Language language) {
    std::vector<std::string> nl{"student",     "naam",       "peildatum",     "advies",    "titel",  "spoed",
                                "loopt sinds", "prioriteit", "vanaf",         "uiterlijk", "rol",    "lijn",
                                "via",         "persoon",    "toestemming",   "reden",     "let op", "signalen",
                                "krachten",    "onbepaald",  "niet nodig nu", "gegevens",  "aanpak"};
    std::vector<std::string> en{
        "student",           "name",         "reference date", "advice",        "title", "urgent",
        "in progress since", "priority",     "from",           "due",           "role",  "line",
        "through",           "person",       "consent",        "reason",        "notes", "signals",
        "strengths",         "undetermined", "not needed now", "data problems", "plan"};
    if (is_beside) {
        nl.insert(nl.end(), {"sinds", "nieuw", "vervallen"});
        en.insert(en.end(), {"since", "new", "lapsed"});
    }
    return row_of(language == Language::nl ? nl : en);
}

std::string csv_rows(const explain::Redactor& redactor, const explain::Visible<explain::StudentReport>& report,
                     Language language) {
    const model::RuleSet& rules = redactor.rules();
    const std::vector<std::string> student{report->key, report->name.value_or(""), to_iso(report->reference_date)};
    const std::vector<std::string> about = facts(rules, *report, language);
    std::string rows;
    std::vector<std::string> lapsed;
    for (const explain::LapsedReport& one : report->lapsed) lapsed.push_back(lapsed_words(one, language));
    // `standing`: since when, and whether it is new.
    const auto add = [&](const std::vector<std::string>& advice, const std::vector<std::string>& standing) {
        std::vector<std::string> cells = student;
        cells.insert(cells.end(), advice.begin(), advice.end());
        cells.insert(cells.end(), about.begin(), about.end());
        if (report->compared_with) {
            cells.insert(cells.end(), standing.begin(), standing.end());
            cells.push_back(joined_in_cell(lapsed));
        }
        rows += row_of(cells);
    };
    for (const explain::RecommendationReport& one : report->recommendations) {
        const advise::Recommendation& advice = one.advice;
        const model::Intervention& intervention = rules.intervention(advice.intervention);
        const model::Role& role = rules.role(advice.by);
        std::vector<std::string> reasons;
        for (const model::SignalId reason : advice.reasons) reasons.push_back(explain::title_of(rules.signal(reason)));
        reasons.push_back(other_reason(rules, one, language));
        std::vector<std::string> notes;
        const std::string route = advice.urgent ? crisis_route(rules) : std::string();
        if (!route.empty()) notes.push_back(say(language, "bij spoed: ", "when urgent: ") + route);
        for (const Localized& note : one.notes) notes.push_back(note.in(language));
        add({intervention.name, explain::title_of(intervention),
             advice.urgent ? say(language, "ja", "yes") : say(language, "nee", "no"), to_iso(advice.in_progress_since),
             std::to_string(advice.priority), to_iso(advice.not_before), to_iso(advice.due), role.name,
             line_words(role.line, language),
             intervention.through ? rules.role(intervention.through).name : std::string(), one.person.value_or(""),
             consent_words(advice.consent, language), joined_in_cell(reasons), joined_in_cell(notes)},
            {to_iso(one.since), one.is_new ? say(language, "ja", "yes") : say(language, "nee", "no")});
    }
    if (report->recommendations.empty()) add(std::vector<std::string>(14), {"", ""});
    return rows;
}

}  // namespace wegwijzer::cli
