// What a page says besides the conditions: its header, and the dates and persons of what is advised.
#include <algorithm>

#include "engine/explain/explanation.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"

namespace wegwijzer::explain {
namespace {

// The programme a student is in has no mark of its own in a schema: it goes by its name.
constexpr const char* programme_names[] = {"opleiding", "programme"};

FieldId programme_field(const Schema& schema) {
    for (std::size_t i = 0; i < schema.student_fields.size(); ++i) {
        for (const char* name : programme_names) {
            if (schema.student_fields[i].name == name) return FieldId(i);
        }
    }
    return {};
}

bool is_read(const model::FieldUses& uses, SeriesId series) {
    return std::ranges::any_of(uses, [&](const model::FieldUse& use) { return use.series == series; });
}

}  // namespace

HeaderShown Explainer::header_of(const Cohort& cohort, std::size_t student, const StudentExplanation& explanation,
                                 Language language) const {
    const model::RuleSet& rules = redactor_->rules();
    const StudentReport& report = *explanation.report;
    const Node place = Node("student");
    HeaderShown header;
    header.reference_date = Node("reference_date").shows(format_date(report.reference_date, language));
    if (const FieldId field = programme_field(*rules.schema); !field.is_none() && redactor_->may_see(field)) {
        const Column& column = cohort.columns[field.index()];
        if (column.is_known(student)) {
            header.programme =
                (place / "programme").shows(format_field(rules.schema->field(field).type, column, student, language));
        }
    }
    if (explanation.start) {
        header.start = (place / "start").shows(format_date(*explanation.start, language));
        const std::int64_t day = days_between(*explanation.start, report.reference_date) + 1;
        if (day >= 1) header.day = (place / "day").shows(std::to_string(day));
    }
    const auto& signals = redactor_->provenance().signals;
    for (const SeriesUpTo& one : redactor_->complete_series(cohort)) {
        if (one.day >= report.reference_date) continue;
        bool is_used = false;
        for (std::size_t i = 0; i < signals.size(); ++i) {
            is_used = is_used || (redactor_->may_see(model::SignalId(i)) && is_read(signals[i], one.series));
        }
        if (!is_used) continue;
        const std::string& name = rules.schema->series_of(one.series).plural;
        header.completeness.push_back(
            {one.series, one.day,
             (Node("completeness") / name)
                 .shows(texts::complete_to(rules.schema->series_of(one.series), one.day, report.reference_date)
                            .in(language))});
    }
    return header;
}

ActionShown Explainer::action_of(const RecommendationReport& report, Date reference_date, Language language) const {
    const model::RuleSet& rules = redactor_->rules();
    const advise::Recommendation& advice = report.advice;
    const Node place =
        Node("recommendations") / rules.intervention(advice.intervention).name / rules.role(advice.by).name;
    const auto day = [&](const char* name, Date date) {
        return (place / name)
            .shows(format_day(date, reference_date, language),
                   format_weekday(date, language) + " " + format_date(date, language));
    };
    ActionShown shown;
    shown.node = place.path();
    if (advice.due) {
        shown.due = day("due", *advice.due);
        shown.is_late = *advice.due < reference_date;
    }
    if (advice.not_before && *advice.not_before > reference_date) {
        shown.not_before = day("not_before", *advice.not_before);
    }
    if (advice.in_progress_since) shown.in_progress_since = day("in_progress_since", *advice.in_progress_since);
    if (report.since && !report.is_new && !advice.in_progress_since) shown.since = day("since", *report.since);
    if (report.person) shown.person = (place / "person").shows(*report.person);
    for (std::size_t i = 0; i < report.notes.size(); ++i) {
        shown.notes.push_back((place / "notes" / i).shows(report.notes[i].in(language)));
    }
    return shown;
}

PlanShown Explainer::plan_of(const PlanReport& report, Language language) const {
    const advise::PlanState& state = report.state;
    const Node place = Node("plans") / redactor_->rules().plan(state.plan).name;
    const auto day = [&](const Node& node, const std::optional<Date>& date) {
        return date ? node.shows(format_date(*date, language)) : ShownValue();
    };
    PlanShown shown;
    shown.node = place.path();
    if (state.current_step)
        shown.current_step = (place / "current_step").shows(std::to_string(*state.current_step + 1));
    shown.step_count = (place / "step_count").shows(std::to_string(state.steps.size()));
    shown.started = day(place / "started", state.started);
    shown.next_review = day(place / "next_review", state.next_review);
    shown.evaluate_on = day(place / "evaluate_on", state.evaluate_on);
    for (std::size_t i = 0; i < state.steps.size(); ++i) {
        const Node step = place / "steps" / i;
        shown.steps.push_back({(step / "number").shows(std::to_string(i + 1)),
                               day(step / "not_before", state.steps[i].not_before),
                               day(step / "due", state.steps[i].due)});
    }
    return shown;
}

ReportShown Explainer::shown_of(const StudentReport& report, Language language) const {
    const Node student("student");
    ReportShown shown;
    shown.key = (student / "key").shows(report.key);
    if (report.name) shown.name = (student / "name").shows(*report.name);
    for (const RecommendationReport& one : report.recommendations) {
        shown.actions.push_back(action_of(one, report.reference_date, language));
    }
    for (const PlanReport& one : report.plans) shown.plans.push_back(plan_of(one, language));
    const auto list = [&](const Node& place, const Localized& text, std::vector<ShownValue>& values) {
        values.push_back(place.shows(text.in(language)));
    };
    for (const SuppressionReport& one : report.suppressed) {
        list(Node("suppressed") / shown.suppressed.size() / "because", one.because, shown.suppressed);
    }
    for (const Localized& one : report.data_problems) {
        list(Node("data_problems") / shown.data_problems.size(), one, shown.data_problems);
    }
    if (report.compared_with) {
        shown.compared_with = Node("compared_with").shows(format_date(*report.compared_with, language));
    }
    for (const LapsedReport& one : report.lapsed) {
        const Node place = Node("lapsed") / shown.lapsed.size();
        std::string because;
        for (const Localized& reason : one.because) because += (because.empty() ? "" : "; ") + reason.in(language);
        shown.lapsed.push_back({place.path(), (place / "since").shows(format_date(one.since, language)),
                                (place / "because").shows(because)});
    }
    return shown;
}

// One per series, and one for what is not known of the student, in the order in which they are met.
std::vector<UnknownShown> Explainer::unknown_of(const StudentReport& report) const {
    const Schema& schema = *redactor_->rules().schema;
    std::vector<UnknownShown> unknown;
    std::vector<std::string> sources;
    for (const UndeterminedReport& one : report.undetermined) {
        std::vector<std::string> names = one.missing;
        if (names.empty()) names.emplace_back();
        for (const std::string& name : names) {
            const std::string first = name.substr(0, name.find('.'));
            const bool is_series = !schema.find_series(first).is_none();
            const std::string source = is_series ? first : name.empty() ? "." : "";
            const auto at = static_cast<std::size_t>(std::ranges::find(sources, source) - sources.begin());
            if (at == sources.size()) {
                sources.push_back(source);
                unknown.push_back({{}, source.empty(), {}, {}});
            }
            UnknownShown& group = unknown[at];
            if (!name.empty() && std::ranges::find(group.names, name) == group.names.end()) group.names.push_back(name);
            if (std::ranges::find(group.titles, one.title) == group.titles.end()) group.titles.push_back(one.title);
        }
    }
    for (std::size_t i = 0; i < unknown.size(); ++i) {
        unknown[i].count = (Node("unknown") / i / "count").shows(std::to_string(unknown[i].titles.size()));
    }
    return unknown;
}

CountsShown Explainer::counts_of(const StudentExplanation& explanation) {
    const auto count = [&](const char* name, model::SignalStatus status) {
        const auto found = std::ranges::count_if(
            explanation.signals, [&](const SignalExplanation& one) { return one.outcome.status == status; });
        return (Node("counts") / name).shows(std::to_string(found));
    };
    const auto policies = std::ranges::count(explanation.policies, Tri::no, &PolicyExplanation::applies);
    CountsShown counts;
    counts.all = (Node("counts") / "all").shows(std::to_string(explanation.signals.size()));
    counts.active = count("active", model::SignalStatus::active);
    counts.undetermined = count("undetermined", model::SignalStatus::undetermined);
    counts.not_active = count("not_active", model::SignalStatus::not_active);
    counts.not_applicable = count("not_applicable", model::SignalStatus::not_applicable);
    counts.policies = (Node("counts") / "policies").shows(std::to_string(policies));
    return counts;
}

// ---- all values of a tree -------------------------------------------------------------------------------------------

namespace {

class Values {
  public:
    void add(const ShownValue& value) {
        if (!value.empty()) all_.push_back(value);
    }
    void add(const Phrase& phrase) {
        for (const Phrase::Piece& piece : phrase.pieces()) {
            if (const auto* value = std::get_if<ShownValue>(&piece)) add(*value);
        }
    }
    void add(const std::optional<DaysShown>& days) {
        if (!days) return;
        add(days->from);
        add(days->to);
    }
    void add(const EventsShown& shown) {
        add(shown.window);
        add(shown.earlier_window);
        add(shown.found);
        for (const EventShown& event : shown.events) {
            add(event.day);
            for (const EventFieldShown& field : event.fields) add(field.value);
        }
        add(shown.complete_to);
    }
    void add(const ConditionLine& line) {
        add(line.value);
        add(line.threshold);
        // A change names the threshold, whether that stands there or not: once.
        const Phrase turning = turning_of(line);
        for (const Phrase::Piece& piece : turning.pieces()) {
            const auto* value = std::get_if<ShownValue>(&piece);
            if (value != nullptr && value->node() != line.threshold.node()) add(*value);
        }
        for (const Detail& detail : line.details) {
            std::visit([this](const auto& one) { add(one); }, detail);
        }
        for (const ConditionLine& child : line.children) add(child);
        add(line.rest);
    }
    void add(const SignalExplanation& one) {
        if (one.explanation) add(*one.explanation);
        for (const LevelExplanation& level : one.levels) add(level.condition);
        add(one.rest);
        for (const ConditionLine& unless : one.unless) add(unless);
        for (const ParameterLine& parameter : one.parameters) add(parameter.value);
        for (const OfferShown& change : one.changes) add(change.sentence);
        for (const FindingShown& finding : one.finding_out) add(finding.sentence);
    }
    void add(const PlanShown& one) {
        for (const ShownValue* value :
             {&one.current_step, &one.step_count, &one.started, &one.next_review, &one.evaluate_on}) {
            add(*value);
        }
        for (const PlanStepShown& step : one.steps) {
            for (const ShownValue* value : {&step.number, &step.not_before, &step.due}) add(*value);
        }
    }
    void add(const StudentExplanation& explanation) {
        const HeaderShown& header = explanation.header;
        for (const ShownValue* value :
             {&header.key, &header.name, &header.programme, &header.reference_date, &header.start, &header.day}) {
            add(*value);
        }
        for (const CompletenessShown& one : header.completeness) add(one.shown);
        for (const ActionShown& one : explanation.actions) {
            for (const ShownValue* value :
                 {&one.due, &one.not_before, &one.in_progress_since, &one.since, &one.person}) {
                add(*value);
            }
            for (const ShownValue& note : one.notes) add(note);
        }
        for (const auto* list : {&explanation.suppressed, &explanation.data_problems}) {
            for (const ShownValue& value : *list) add(value);
        }
        add(explanation.compared_with);
        for (const LapsedShown& one : explanation.lapsed) {
            add(one.since);
            add(one.because);
        }
        for (const PlanShown& one : explanation.plans_shown) add(one);
        for (const UnknownShown& one : explanation.unknown) add(one.count);
        const CountsShown& counts = explanation.counts;
        for (const ShownValue* value : {&counts.all, &counts.active, &counts.undetermined, &counts.not_active,
                                        &counts.not_applicable, &counts.policies}) {
            add(*value);
        }
        for (const SignalExplanation& one : explanation.signals) add(one);
        for (const PolicyExplanation& one : explanation.policies) {
            if (one.condition) add(*one.condition);
            for (const ConditionLine& unless : one.unless) add(unless);
        }
        for (const PlanExplanation& one : explanation.plans) {
            if (one.goal) add(*one.goal);
        }
    }
    [[nodiscard]] std::vector<ShownValue> take() { return std::move(all_); }

  private:
    std::vector<ShownValue> all_;
};

}  // namespace

std::vector<ShownValue> values_of(const StudentExplanation& explanation) {
    Values values;
    values.add(explanation);
    return values.take();
}

}  // namespace wegwijzer::explain
