#include "engine/explain/what_if.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

#include "engine/advise/advice.h"
#include "engine/explain/deciding.h"
#include "engine/explain/format_value.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {
namespace {

using model::FieldValue;

// ---- the changes in words ----

std::string shown(const FieldType& type, const std::optional<FieldValue>& value, Language language,
                  const std::optional<FieldValue>& beside = std::nullopt) {
    ColumnBuilder builder(type.kind);
    change::append(builder, value);
    // Two values that differ never read as the same.
    const auto* other = beside ? std::get_if<Decimal>(&*beside) : nullptr;
    const Ratio threshold = other != nullptr ? Ratio::of(*other) : Ratio{};
    const std::span<const Ratio> thresholds(&threshold, other != nullptr ? 1 : 0);
    return format_field(type, std::move(builder).finish(), 0, language, thresholds);
}

std::vector<ChangeShown> shown_changes(const Cohort& cohort, std::size_t student, const change::Changes& changes,
                                       const Node& place, Language language) {
    const Schema& schema = *cohort.schema;
    std::vector<ChangeShown> result;
    for (const change::FieldChange& one : changes.fields) {
        const Field& field = schema.field(one.field);
        const auto now = change::value_of(cohort.columns[one.field.index()], student);
        ChangeShown change;
        change.name = field.name;
        const Node node = place / result.size();
        change.value = (node / "value").shows(shown(field.type, one.value, language, now));
        change.now = (node / "now").shows(shown(field.type, now, language, one.value));
        result.push_back(std::move(change));
    }
    std::vector<bool> is_supplied;
    for (const SeriesData& data : cohort.series) is_supplied.push_back(data.supplied_for(student));
    const auto show = [&](const change::AddedEvent& one) {
        const Series& series = schema.series_of(one.series);
        const SeriesData& data = cohort.series[one.series.index()];
        ChangeShown change;
        change.name = series.singular;
        change.adds_event = true;
        for (std::size_t i = 0; i < one.values.size(); ++i) {
            if (!one.values[i]) continue;
            const Field& field = series.fields[i];
            const Node node = place / result.size() / "values" / field.name;
            change.event.push_back({field.name, node.shows(shown(field.type, one.values[i], language))});
        }
        change.supplies_series = !is_supplied[one.series.index()];
        is_supplied[one.series.index()] = true;
        const auto day = series.date_field ? one.values[series.date_field.index()] : std::nullopt;
        const auto* date = day ? std::get_if<Date>(&*day) : nullptr;
        if (date != nullptr && data.complete_to && *data.complete_to < *date) {
            const Node node = place / result.size() / "complete_to";
            change.complete_to = {*data.complete_to, node.shows(format_date(*data.complete_to, language))};
        }
        result.push_back(std::move(change));
    };
    for (const change::AddedEvent& one : changes.added) {
        for (std::size_t i = 0; i < one.times; ++i) show(one);
    }
    return result;
}

// ---- what is compared ----

SignalState state_of(const StudentExplanation& explanation, model::SignalId signal) {
    const auto found = std::ranges::find(explanation.signals, signal, &SignalExplanation::signal);
    SignalState state;
    if (found == explanation.signals.end()) return state;
    state.status = found->outcome.status;
    if (state.status != model::SignalStatus::active) return state;
    state.severity = found->outcome.severity;
    state.possibly_higher = found->outcome.possibly_higher;
    return state;
}

bool advises(const model::RuleSet& rules, const UndeterminedReport& policy, model::InterventionId intervention) {
    if (policy.kind != UndeterminedKind::policy) return false;
    const auto found = std::ranges::find(rules.policies, policy.id, &model::Policy::name);
    return found != rules.policies.end() && std::ranges::any_of(found->advises, [&](const model::Advice& advice) {
               return advice.intervention == intervention;
           });
}

// One of the three: its page, the place of its tree, and the day from which all three are told.
struct Side {
    const StudentExplanation* explanation = nullptr;
    Node place;
    Date told_on;
    Language language = Language::nl;

    [[nodiscard]] const StudentReport& report() const { return *explanation->report; }
    [[nodiscard]] std::optional<Told<Date>> day(const Node& node, const std::optional<Date>& date) const {
        if (!date) return std::nullopt;
        return Told<Date>{*date, node.shows(format_day(*date, told_on, language),
                                            format_weekday(*date, language) + " " + format_date(*date, language))};
    }
};

AdviceState state_of(const model::RuleSet& rules, const Side& side, model::InterventionId intervention) {
    const StudentReport& report = side.report();
    AdviceState state;
    for (const RecommendationReport& one : report.recommendations) {
        if (one.advice.intervention != intervention) continue;
        state.standing = AdviceStanding::advised;
        const Node node =
            side.place / "recommendations" / rules.intervention(intervention).name / rules.role(one.advice.by).name;
        state.not_before = side.day(node / "not_before", one.advice.not_before);
        state.due = side.day(node / "due", one.advice.due);
        state.in_progress_since = side.day(node / "in_progress_since", one.advice.in_progress_since);
        state.consent = one.advice.consent;
        state.urgent = one.advice.urgent;
        state.priority = {one.advice.priority, (node / "priority").shows(std::to_string(one.advice.priority))};
        return state;
    }
    if (std::ranges::any_of(report.undetermined,
                            [&](const UndeterminedReport& one) { return advises(rules, one, intervention); })) {
        state.standing = AdviceStanding::undetermined;
    } else if (std::ranges::any_of(report.suppressed,
                                   [&](const SuppressionReport& one) { return one.intervention == intervention; })) {
        state.standing = AdviceStanding::suppressed;
    }
    return state;
}

PlanStanding state_of(const Side& side, model::PlanId plan) {
    const std::vector<PlanReport>& plans = side.report().plans;
    PlanStanding standing;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (plans[i].state.plan != plan) continue;
        standing.is_listed = true;
        if (const auto& step = plans[i].state.current_step) {
            standing.current_step = {*step, side.place.holds(side.explanation->plans_shown[i].current_step)};
        }
        if (!plans[i].is_goal_restricted) standing.goal = plans[i].state.goal;
        break;
    }
    return standing;
}

// The values of one signal, in the order of the page.
struct PlacedValue {
    std::string node;
    std::string words;
    ValueThere value;
    std::optional<Tri> holds;  // none: of a parameter
};
void add_values(const ConditionLine& line, std::vector<PlacedValue>& values) {
    if (!line.words.empty() && line.children.empty())
        values.push_back({line.node, line.words, {line.value}, line.holds});
    for (const ConditionLine& child : line.children) add_values(child, values);
}
std::vector<PlacedValue> placed_values(const model::RuleSet& rules, const SignalExplanation& signal,
                                       const Node& place) {
    std::vector<PlacedValue> values;
    for (const LevelExplanation& level : signal.levels) add_values(level.condition, values);
    for (const ConditionLine& unless : signal.unless) add_values(unless, values);
    for (const ParameterLine& one : signal.parameters) {
        const std::string& name = rules.parameter(one.parameter).name;
        values.push_back(
            {signal.node + "/parameters/" + name, title_of(rules.parameter(one.parameter)), {one.value}, {}});
    }
    for (PlacedValue& one : values) one.value.shown = place.holds(one.value.shown);
    return values;
}

const SignalExplanation* find_signal(const StudentExplanation& explanation, model::SignalId signal) {
    const auto found = std::ranges::find(explanation.signals, signal, &SignalExplanation::signal);
    return found == explanation.signals.end() ? nullptr : &*found;
}

class Differences {
  public:
    Differences(const model::RuleSet& rules, const Compared<Side>& sides, WhatIf& what_if)
        : rules_(rules), sides_(sides), what_if_(what_if) {}

    void find() {
        const Side& now = sides_.now;
        const Side& without = sides_.without;
        const Side& with = sides_.with;
        for (const SignalExplanation& one : with.explanation->signals) {
            const SignalDifference difference{
                one.signal,
                {state_of(*now.explanation, one.signal), state_of(*without.explanation, one.signal),
                 state_of(*with.explanation, one.signal)}};
            if (difference.state.differs()) what_if_.signals.push_back(difference);
            find_values(one.signal);
        }
        for (std::size_t i = 0; i < rules_.interventions.size(); ++i) {
            const model::InterventionId id(i);
            const AdviceDifference difference{
                id, {state_of(rules_, now, id), state_of(rules_, without, id), state_of(rules_, with, id)}};
            if (difference.state.differs()) what_if_.advice.push_back(difference);
        }
        for (std::size_t i = 0; i < rules_.plans.size(); ++i) {
            const model::PlanId id(i);
            const PlanDifference difference{id, {state_of(now, id), state_of(without, id), state_of(with, id)}};
            if (difference.state.differs()) what_if_.plans.push_back(difference);
        }
    }

  private:
    void find_values(model::SignalId signal) {
        const auto values = [&](const Side& side) {
            const SignalExplanation* found = find_signal(*side.explanation, signal);
            return found == nullptr ? std::vector<PlacedValue>() : placed_values(rules_, *found, side.place);
        };
        const std::vector<PlacedValue> before = values(sides_.now);
        const std::vector<PlacedValue> at_that_day = values(sides_.without);
        const auto value_in = [](const std::vector<PlacedValue>& all, const std::string& node) {
            const auto found = std::ranges::find(all, node, &PlacedValue::node);
            return found == all.end() ? PlacedValue{} : *found;
        };
        for (const PlacedValue& one : values(sides_.with)) {
            const PlacedValue now_there = value_in(before, one.node);
            const Compared<ValueThere> value{now_there.value, value_in(at_that_day, one.node).value, one.value};
            const bool turns = !one.holds || now_there.holds != one.holds;
            const ValueDifference difference{signal, one.node, one.words, value, turns};
            if (difference.value.differs()) what_if_.values.push_back(difference);
        }
    }

    const model::RuleSet& rules_;
    const Compared<Side>& sides_;
    WhatIf& what_if_;
};

// Lines of conditions by their node.
using LinesByNode = std::unordered_map<std::string, const ConditionLine*>;
void add_lines(const ConditionLine& line, LinesByNode& lines) {
    lines.emplace(line.node, &line);
    for (const ConditionLine& child : line.children) add_lines(child, lines);
}
LinesByNode lines_by_node(const StudentExplanation& explanation) {
    LinesByNode lines;
    for (const SignalExplanation& one : explanation.signals) {
        for (const LevelExplanation& level : one.levels) add_lines(level.condition, lines);
        for (const ConditionLine& unless : one.unless) add_lines(unless, lines);
    }
    for (const PolicyExplanation& one : explanation.policies) {
        if (one.condition) add_lines(*one.condition, lines);
        for (const ConditionLine& unless : one.unless) add_lines(unless, lines);
    }
    return lines;
}

// Rules never read what is only for auditing, so that it need not be left out.
bool hides_any(const Schema& schema, const Reader& reader) {
    const auto hides = [&](const PrivacyClass& privacy) { return !privacy.audit_only && !reader.may_see(privacy); };
    return std::ranges::any_of(schema.student_fields, [&](const Field& field) { return hides(field.privacy); }) ||
           std::ranges::any_of(schema.series, [&](const Series& series) {
               return hides(series.privacy) ||
                      std::ranges::any_of(series.fields, [&](const Field& field) { return hides(field.privacy); });
           });
}

// A signal that the reader may not see is not active: undetermined, it would be told as a reason that may be there.
std::optional<model::RuleSet> without_hidden_signals(const Redactor& redactor) {
    std::optional<model::RuleSet> rules;
    for (std::size_t i = 0; i < redactor.rules().signals.size(); ++i) {
        if (redactor.may_see(model::SignalId(i))) continue;
        if (!rules) rules = redactor.rules();
        model::Signal& signal = rules->signals[i];
        signal.levels.clear();
        signal.unless.clear();
        signal.phases.clear();
    }
    return rules;
}

}  // namespace

// What differs from the page as it is, is on the page whether it decides or not.
void WhatIfExplainer::show_differences(WhatIf& what_if, Language language) const {
    const LinesByNode now = lines_by_node(*what_if.now);
    AlsoShown also;
    also.line = [&](const ConditionLine& line) {
        const auto found = now.find(line.node);
        return found != now.end() &&
               (found->second->holds != line.holds || found->second->value.text() != line.value.text());
    };
    also.signal = [&](model::SignalId id) {
        const auto found = std::ranges::find(what_if.signals, id, &SignalDifference::signal);
        return found != what_if.signals.end() && !(found->state.now == found->state.with);
    };
    DecidingLines(redactor_->rules(), language).finish(what_if.page.value_, also);
}

ShownValue WhatIfExplainer::of_now(const ShownValue& value) { return (Node("what_if") / "now").holds(value); }

Visible<WhatIf> WhatIfExplainer::explain(const Cohort& cohort, std::size_t student, Date reference_date,
                                         const change::Changes& changes, Language language,
                                         const Beside& beside) const {
    const std::optional<model::RuleSet> seen_rules = without_hidden_signals(*redactor_);
    const model::RuleSet& rules = seen_rules ? *seen_rules : redactor_->rules();
    const Schema& schema = *rules.schema;
    const Reader& reader = redactor_->reader();
    change::Kept seen;
    seen.field = [&](FieldId id) { return reader.may_see(schema.field(id).privacy); };
    seen.series = [&](SeriesId id) { return reader.may_see_events(schema.series_of(id)); };
    seen.series_field = [&](SeriesId id, SeriesFieldId field) {
        return reader.may_see(schema.series_of(id).fields[field.index()].privacy);
    };
    const Cohort as_it_is = change::apply(cohort, student, {}, seen);
    const Cohort changed = change::apply(cohort, student, changes, seen);
    const auto explain_one = [&](const Cohort& one, Date date, const Beside& more, ChangesWanted wanted) {
        const trace::Trace trace = trace::evaluate(rules, one, 0, date);
        const advise::StudentAdvice advice =
            advise::advise(rules, trace.outcome, advise::history_of(one, 0, date), date);
        Visible<StudentExplanation> explanation =
            Explainer(*redactor_, wanted).explain(one, 0, date, advice, trace, language);
        if (more) more(explanation, one, advice, trace);
        return explanation;
    };
    const Date evaluated_on = std::max(reference_date, change::last_day(schema, changes).value_or(reference_date));
    Visible<StudentExplanation> now = explain_one(as_it_is, reference_date, {}, ChangesWanted::none);
    Visible<StudentExplanation> without =
        evaluated_on == reference_date ? now : explain_one(as_it_is, evaluated_on, {}, ChangesWanted::none);
    WhatIf what_if{shown_changes(as_it_is, 0, changes, Node("what_if") / "changes", language),
                   reference_date,
                   evaluated_on,
                   hides_any(schema, reader),
                   std::move(now),
                   std::move(without),
                   explain_one(changed, evaluated_on, beside, ChangesWanted::full),
                   {},
                   {},
                   {},
                   {}};
    const auto side = [&](const Visible<StudentExplanation>& page, const Node& place) {
        return Side{&*page, place, evaluated_on, language};
    };
    const Compared<Side> sides{side(what_if.now, Node("what_if") / "now"),
                               side(what_if.without, Node("what_if") / "without"), side(what_if.page, Node())};
    Differences(rules, sides, what_if).find();
    show_differences(what_if, language);
    return Visible<WhatIf>(std::move(what_if));
}

}  // namespace wegwijzer::explain
