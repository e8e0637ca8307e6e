// What a page says besides the conditions: its header, and the dates and persons of what is advised.
#include <algorithm>

#include "engine/explain/explanation.h"
#include "engine/explain/format_value.h"

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
    header.key = (place / "key").shows(report.key);
    if (report.name) header.name = (place / "name").shows(*report.name);
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
    for (std::size_t i = 0; i < cohort.series.size(); ++i) {
        const SeriesId id(i);
        const Series& series = rules.schema->series_of(id);
        const std::optional<Date> day = cohort.series[i].complete_to;
        if (!day || *day >= report.reference_date || !redactor_->reader().may_see_events(series)) continue;
        const auto& signals = redactor_->provenance().signals;
        bool is_used = false;
        for (std::size_t signal = 0; signal < signals.size(); ++signal) {
            is_used = is_used || (redactor_->may_see(model::SignalId(signal)) && is_read(signals[signal], id));
        }
        if (!is_used) continue;
        header.completeness.push_back(
            {id, *day, (Node("completeness") / series.plural).shows(format_date(*day, language))});
    }
    return header;
}

ActionShown Explainer::action_of(const RecommendationReport& report, Date reference_date, Language language) const {
    const model::RuleSet& rules = redactor_->rules();
    const advise::Recommendation& advice = report.advice;
    const Node place =
        Node("recommendations") / rules.intervention(advice.intervention).name / rules.role(advice.by).name;
    const auto day = [&](const char* name, Date date) {
        return (place / name).shows(format_day(date, reference_date, language));
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
    if (report.person) shown.person = (place / "person").shows(*report.person);
    for (std::size_t i = 0; i < report.notes.size(); ++i) {
        shown.notes.push_back((place / "notes" / i).shows(report.notes[i].in(language)));
    }
    return shown;
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
        // What a change names is the threshold, whether the words say it or not.
        if (line.threshold.empty()) {
            add(line.change);
        } else {
            add(line.threshold);
        }
        for (const Detail& detail : line.details) {
            std::visit([this](const auto& one) { add(one); }, detail);
        }
        for (const ConditionLine& child : line.children) add(child);
    }
    void add(const SignalExplanation& one) {
        if (one.explanation) add(*one.explanation);
        for (const LevelExplanation& level : one.levels) add(level.condition);
        for (const ConditionLine& unless : one.unless) add(unless);
        for (const ParameterLine& parameter : one.parameters) add(parameter.value);
    }
    void add(const StudentExplanation& explanation) {
        const HeaderShown& header = explanation.header;
        for (const ShownValue* value :
             {&header.key, &header.name, &header.programme, &header.reference_date, &header.start, &header.day}) {
            add(*value);
        }
        for (const CompletenessShown& one : header.completeness) add(one.shown);
        for (const ActionShown& one : explanation.actions) {
            for (const ShownValue* value : {&one.due, &one.not_before, &one.in_progress_since, &one.person}) {
                add(*value);
            }
            for (const ShownValue& note : one.notes) add(note);
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
