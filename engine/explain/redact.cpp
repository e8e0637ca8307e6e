// The one step between what was worked out and what a reader gets to see.
#include <algorithm>
#include <utility>

#include "engine/explain/comparisons.h"
#include "engine/explain/format_value.h"
#include "engine/explain/report.h"
#include "engine/explain/signals_read.h"
#include "engine/explain/texts.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {
namespace {

UndeterminedKind undetermined_kind(model::SignalKind kind) {
    switch (kind) {
        case model::SignalKind::strength: return UndeterminedKind::strength;
        case model::SignalKind::opportunity: return UndeterminedKind::opportunity;
        case model::SignalKind::signal: break;
    }
    return UndeterminedKind::signal;
}

void append(std::vector<model::Citation>& all, const std::vector<model::Citation>& more) {
    for (const model::Citation& citation : more) {
        const bool is_new = std::ranges::none_of(all, [&](const model::Citation& known) {
            return known.reference == citation.reference && known.place == citation.place;
        });
        if (is_new) all.push_back(citation);
    }
}

// `als` is unknown, and no `tenzij` is true.
bool is_undetermined(const model::PolicyOutcome& outcome) {
    return outcome.condition.value == Tri::unknown &&
           std::ranges::none_of(outcome.unless, [](const auto& unless) { return unless.value == Tri::yes; });
}

}  // namespace

std::string name_of(const Schema& schema, const model::Missing& missing) {
    if (!missing.student_field.is_none()) return schema.field(missing.student_field).name;
    const Series& series = schema.series_of(missing.series);
    if (missing.series_field.is_none()) return series.plural;
    return series.plural + "." + series.fields[missing.series_field.index()].name;
}

Redactor::Redactor(const model::RuleSet& rules, Reader reader, Authorship authorship)
    : rules_(&rules), reader_(reader), authorship_(std::move(authorship)), provenance_(model::find_provenance(rules)) {
    for (const model::FieldUses& uses : provenance_.signals) {
        signal_visible_.push_back(reader_.may_see_all(*rules.schema, uses));
    }
    for (std::size_t policy = 0; policy < rules.policies.size(); ++policy) {
        const bool sees_signals = std::ranges::all_of(provenance_.policy_signals[policy],
                                                      [this](model::SignalId signal) { return may_see(signal); });
        policy_visible_.push_back(sees_signals && reader_.may_see_all(*rules.schema, provenance_.policies[policy]));
        const std::vector<model::SignalId> in_condition = signals_read(rules, rules.policies[policy].condition);
        policy_reads_hidden_signal_.push_back(
            std::ranges::any_of(in_condition, [this](model::SignalId signal) { return !may_see(signal); }));
    }
    for (std::size_t plan = 0; plan < rules.plans.size(); ++plan) {
        const bool sees_signals = std::ranges::all_of(provenance_.plan_signals[plan],
                                                      [this](model::SignalId signal) { return may_see(signal); });
        goal_visible_.push_back(sees_signals && reader_.may_see_all(*rules.schema, provenance_.plan_goals[plan]));
    }
    for (const model::Signal& signal : rules.signals) {
        std::vector<FilledValue>& values = explanations_.emplace_back();
        const std::vector<model::ExprId> conditions = conditions_of(signal);
        for (const model::TextPiece& piece : signal.explanation) {
            const auto* expr = std::get_if<model::ExprId>(&piece);
            if (expr != nullptr) values.push_back({*expr, explain::compared_with(rules, conditions, *expr)});
        }
    }
}

bool Redactor::may_see(model::PolicyId policy, const model::StudentOutcome& outcome) const {
    if (!policy_visible_[policy.index()]) return false;
    return std::ranges::all_of(outcome.policies[policy.index()].filtered_signals,
                               [this](model::SignalId signal) { return may_see(signal); });
}

bool Redactor::may_see_goal(model::PlanId plan, const model::StudentOutcome& outcome) const {
    return goal_visible_[plan.index()] &&
           std::ranges::all_of(outcome.plans[plan.index()].filtered_signals,
                               [this](model::SignalId signal) { return may_see(signal); });
}

bool Redactor::may_see(FieldId field) const { return reader_.may_see(rules_->schema->field(field).privacy); }

bool Redactor::may_see(const model::Missing& missing) const {
    if (!missing.student_field.is_none()) return may_see(missing.student_field);
    const Series& series = rules_->schema->series_of(missing.series);
    if (!reader_.may_see_events(series)) return false;
    return missing.series_field.is_none() || reader_.may_see(series.fields[missing.series_field.index()].privacy);
}

Language Redactor::language() const { return rules_->packs.empty() ? Language::nl : rules_->packs.front().language; }

Language Redactor::language_of(const Span& origin) const {
    if (!origin.has_place() || origin.source.index() >= authorship_.languages.size()) return language();
    return authorship_.languages[origin.source.index()];
}

std::string Redactor::key_of(const Cohort& cohort, std::size_t student) const {
    if (!may_see(rules_->schema->key)) return "#" + std::to_string(student + 1);
    return cohort.key_of(student);
}

std::optional<std::string> Redactor::name_of(const Cohort& cohort, std::size_t student) const {
    const FieldId field = rules_->schema->name;
    if (field.is_none() || !may_see(field)) return std::nullopt;
    const Column& column = cohort.columns[field.index()];
    if (!column.is_known(student)) return std::nullopt;
    return column.text_at(student);
}

std::vector<SeriesUpTo> Redactor::complete_series(const Cohort& cohort) const {
    std::vector<SeriesUpTo> all;
    for (std::size_t i = 0; i < rules_->schema->series.size(); ++i) {
        const std::optional<Date> day = cohort.series[i].complete_to;
        if (day && reader_.may_see_events(rules_->schema->series[i])) all.push_back({SeriesId(i), *day});
    }
    return all;
}

std::vector<std::string> Redactor::missing_names(const model::MissingSet& missing) const {
    std::vector<std::string> names;
    for (const model::Missing& one : missing) {
        if (may_see(one)) names.push_back(explain::name_of(*rules_->schema, one));
    }
    return names;
}

model::MissingSet Redactor::seen_of(const model::MissingSet& missing) const {
    model::MissingSet seen = missing;
    std::erase_if(seen, [this](const model::Missing& one) { return !may_see(one); });
    return seen;
}

std::optional<Phrase> Redactor::fill(model::SignalId id, const Cohort& cohort, std::size_t student, Date reference_date,
                                     const Node& place) const {
    const model::Signal& signal = rules_->signal(id);
    if (signal.explanation.empty()) return std::nullopt;
    const Language language = language_of(signal.origin);
    Phrase phrase;
    std::size_t next = 0;
    for (const model::TextPiece& piece : signal.explanation) {
        if (const auto* words = std::get_if<std::string>(&piece)) {
            phrase.add(*words);
            continue;
        }
        const FilledValue& value = explanations_[id.index()][next];
        trace::StepId root;
        const trace::Trace trace = trace::evaluate_expr(*rules_, cohort, student, reference_date, value.expr, &root);
        const trace::Step& step = trace.step(root);
        const std::vector<Ratio> thresholds =
            threshold_values(*rules_, cohort, student, reference_date, value.compared_with);
        phrase.add((place / next++)
                       .shows(format_value(*rules_, step.value, rules_->expr(value.expr).type, language, thresholds,
                                           step.exact ? &*step.exact : nullptr)));
    }
    return phrase;
}

void Redactor::fill_signals(StudentReport& report, const Cohort& cohort, const model::StudentOutcome& outcome) const {
    for (std::size_t i = 0; i < outcome.signals.size(); ++i) {
        const model::SignalId id(i);
        if (!may_see(id)) continue;
        const model::SignalOutcome& signal = outcome.signals[i];
        if (signal.status == model::SignalStatus::not_applicable) report.not_applicable.push_back(id);
        if (signal.status != model::SignalStatus::active) continue;
        SignalReport active;
        active.signal = id;
        active.severity = signal.severity;
        active.possibly_higher = signal.possibly_higher;
        const Node place = Node("signals") / rules_->signals[i].name / "explanation";
        active.explanation = fill(id, cohort, report.row, report.reference_date, place);
        switch (rules_->signals[i].kind) {
            case model::SignalKind::signal: report.signals.push_back(std::move(active)); break;
            case model::SignalKind::strength: report.strengths.push_back(std::move(active)); break;
            case model::SignalKind::opportunity: report.opportunities.push_back(std::move(active)); break;
        }
    }
}

void Redactor::fill_undetermined(StudentReport& report, const model::StudentOutcome& outcome) const {
    for (std::size_t i = 0; i < outcome.signals.size(); ++i) {
        if (outcome.signals[i].status != model::SignalStatus::undetermined || !may_see(model::SignalId(i))) continue;
        const model::Signal& signal = rules_->signals[i];
        report.undetermined.push_back({undetermined_kind(signal.kind), signal.name, title_of(signal),
                                       missing_names(outcome.signals[i].missing), false,
                                       seen_of(outcome.signals[i].missing)});
    }
    for (const bool urgent : {true, false}) {
        for (std::size_t i = 0; i < outcome.policies.size(); ++i) {
            const model::Policy& policy = rules_->policies[i];
            if (policy.urgent != urgent || !is_undetermined(outcome.policies[i])) continue;
            if (!may_see(model::PolicyId(i), outcome)) continue;
            report.undetermined.push_back({UndeterminedKind::policy, policy.name, title_of(policy),
                                           missing_names(outcome.policies[i].condition.missing), urgent,
                                           seen_of(outcome.policies[i].condition.missing)});
        }
    }
}

bool Redactor::may_see_consents() const {
    const SeriesId series = rules_->schema->consents;
    return !series.is_none() && reader_.may_see_events(rules_->schema->series_of(series));
}

std::optional<Localized> Redactor::note_text(const advise::Note& note, const advise::Recommendation& advice,
                                             const model::StudentOutcome& outcome) const {
    if (!note.policy.is_none() && !may_see(note.policy, outcome)) return std::nullopt;
    const std::string policy = note.policy.is_none() ? std::string() : title_of(rules_->policy(note.policy));
    const auto sees_start = [this] { return rules_->schema->start.is_none() || may_see(rules_->schema->start); };
    switch (note.kind) {
        case advise::NoteKind::unless_unknown: return texts::unless_unknown(policy, missing_names(note.missing));
        case advise::NoteKind::deadline_moved: return texts::deadline_moved(note.day, advice.due);
        case advise::NoteKind::term_unknown: return texts::term_unknown(policy, missing_names(note.missing));
        case advise::NoteKind::phase_unknown:
            return sees_start() ? std::optional(texts::phase_unknown()) : std::nullopt;
        case advise::NoteKind::not_before_unknown:
            return sees_start() ? std::optional(texts::not_before_unknown()) : std::nullopt;
        case advise::NoteKind::comes_first:
            return texts::comes_first(title_of(rules_->intervention(note.intervention)));
        case advise::NoteKind::limit_unknown:
            if (!may_see_limit(note.intervention)) return std::nullopt;
            return texts::limit_unknown(title_of(rules_->intervention(note.intervention)), missing_names(note.missing));
        case advise::NoteKind::followups_unknown: {
            const SeriesId series = rules_->schema->followups;
            return texts::followups_unknown(series ? rules_->schema->series_of(series).plural
                                                   : std::string(followup_words[1].nl));
        }
        case advise::NoteKind::followup_undated:
            return texts::followup_undated(title_of(rules_->intervention(note.intervention)));
        case advise::NoteKind::consent_refused:
            return texts::consent_refused(may_see_consents() ? note.day : std::nullopt);
        case advise::NoteKind::consent_withdrawn:
            return may_see_consents() ? texts::consent_withdrawn(note.day) : texts::consent_refused({});
    }
    return std::nullopt;
}

void Redactor::fill_recommendations(StudentReport& report, const Cohort& cohort, const model::StudentOutcome& outcome,
                                    const advise::StudentAdvice& advice) const {
    for (const advise::Recommendation& given : advice.recommendations) {
        RecommendationReport shown;
        shown.advice = given;
        shown.has_restricted_reason =
            std::ranges::any_of(given.reasons, [this](model::SignalId signal) { return !may_see(signal); });
        std::erase_if(shown.advice.reasons, [this](model::SignalId signal) { return !may_see(signal); });
        std::erase_if(shown.advice.policies, [&](model::PolicyId policy) { return !may_see(policy, outcome); });
        append(shown.sources, rules_->intervention(given.intervention).sources);
        for (const model::PolicyId policy : given.policies) {
            if (may_see(policy, outcome)) {
                append(shown.sources, rules_->policy(policy).sources);
                continue;
            }
            shown.has_restricted_policy = true;
            // Whether the hidden signal is active must not show, so the reason is restricted either way.
            const bool may_be_reason = std::ranges::any_of(outcome.policies[policy.index()].filtered_signals,
                                                           [this](model::SignalId signal) { return !may_see(signal); });
            if (policy_reads_hidden_signal_[policy.index()] || may_be_reason) shown.has_restricted_reason = true;
        }
        for (const advise::Note& note : given.notes) {
            std::optional<Localized> text = note_text(note, given, outcome);
            if (!text) continue;
            if (advise::tells_refusal(note.kind)) shown.refusal = text;
            shown.notes.push_back(std::move(*text));
        }
        const model::Role& role = rules_->role(given.by);
        shown.has_person_field = !role.person.is_none() && may_see(role.person);
        if (shown.has_person_field) {
            const Column& column = cohort.columns[role.person.index()];
            if (column.is_known(report.row)) {
                shown.person = column.text_at(report.row);
            } else {
                const Localized problem = texts::no_person(rules_->schema->field(role.person).name, title_of(role));
                const bool is_new = std::ranges::none_of(
                    report.data_problems, [&](const Localized& known) { return known.nl == problem.nl; });
                if (is_new) report.data_problems.push_back(problem);
            }
        }
        if (given.in_progress_since) {
            const advise::StudentHistory history = advise::history_of(cohort, report.row, report.reference_date);
            shown.appointment = appointment_of(advice.recommendations, given, history);
        }
        report.recommendations.push_back(std::move(shown));
    }
}

// A row without a role is by who carries the interventie out, or else by the first who is advised to.
std::optional<Date> Redactor::appointment_of(const std::vector<advise::Recommendation>& all,
                                             const advise::Recommendation& given,
                                             const advise::StudentHistory& history) const {
    const auto may_read_work_of = [this](model::RoleId role) {
        return reader_.may_see_work_of_second_line() || !is_of_second_line_or_external(rules_->role(role));
    };
    if (!may_read_work_of(given.by)) return std::nullopt;
    const model::RoleId declared = rules_->intervention(given.intervention).by;
    model::RoleId of_unknown;
    for (const advise::Recommendation& one : all) {
        if (one.intervention != given.intervention) continue;
        if (of_unknown.is_none() || one.by == declared) of_unknown = one.by;
    }
    const bool takes_unknown = given.by == of_unknown && may_read_work_of(declared);
    return advise::appointment(history, given.intervention, given.by, takes_unknown);
}

bool Redactor::may_see_limit(model::InterventionId intervention) const {
    const auto& limit = rules_->intervention(intervention).at_most_once_per;
    if (!limit || limit->parameter.is_none()) return true;
    return reader_.may_see_all(*rules_->schema, provenance_.parameters[limit->parameter.index()]);
}

Localized Redactor::because(const advise::Suppression& suppression, const model::StudentOutcome& outcome) const {
    if (suppression.first.is_none()) return cause_text(suppression.cause, suppression.intervention, outcome);
    return texts::waits_for(title_of(rules_->intervention(suppression.first)),
                            cause_text(suppression.cause, suppression.first, outcome));
}

Localized Redactor::cause_text(const advise::Cause& cause, model::InterventionId intervention,
                               const model::StudentOutcome& outcome) const {
    if (const auto* overruled = std::get_if<advise::OverruledBy>(&cause)) {
        if (!may_see(overruled->policy, outcome)) return texts::overruled_by_hidden(texts::whom_to_ask(*rules_));
        return texts::overruled_by(title_of(rules_->policy(overruled->policy)));
    }
    if (const auto* phase = std::get_if<advise::NotInPhase>(&cause)) {
        const FieldId start = rules_->schema->start;
        const bool hidden = rules_->phase(phase->phase).days.counts_from_start() && !start.is_none() && !may_see(start);
        return hidden ? texts::not_in_hidden_phase(texts::whom_to_ask(*rules_))
                      : texts::not_in_phase(title_of(rules_->phase(phase->phase)));
    }
    // That the student doesn't want it goes with the advice; how that came about is the student's own.
    if (const auto* refused = std::get_if<advise::ConsentRefused>(&cause)) {
        return texts::refused(may_see_consents() ? refused->status : ConsentStatus::refused);
    }
    if (const auto* followed = std::get_if<advise::JustFollowed>(&cause)) {
        return texts::just_followed(followed->carried_out,
                                    may_see_limit(intervention) ? std::optional(followed->limit) : std::nullopt);
    }
    const auto& excluded = std::get<advise::ExcludedBy>(cause);
    return texts::excluded_by(title_of(rules_->intervention(excluded.intervention)));
}

void Redactor::fill_suppressed(StudentReport& report, const model::StudentOutcome& outcome,
                               const advise::StudentAdvice& advice) const {
    for (const advise::Suppression& suppression : advice.suppressed) {
        if (!may_see(suppression.policy, outcome)) continue;
        report.suppressed.push_back({suppression.intervention, suppression.policy, because(suppression, outcome)});
    }
}

void Redactor::fill_plans(StudentReport& report, const model::StudentOutcome& outcome,
                          const advise::StudentAdvice& advice) const {
    for (const advise::PlanState& state : advice.plans) {
        PlanReport shown;
        shown.state = state;
        shown.has_restricted_policy =
            std::erase_if(shown.state.policies, [&](model::PolicyId policy) { return !may_see(policy, outcome); }) > 0;
        shown.is_goal_restricted = !may_see_goal(state.plan, outcome);
        report.plans.push_back(std::move(shown));
    }
}

void Redactor::fill_not_needed(StudentReport& report, const model::StudentOutcome& outcome) const {
    for (std::size_t i = 0; i < outcome.policies.size(); ++i) {
        const model::PolicyOutcome& policy = outcome.policies[i];
        if (policy.condition.value != Tri::yes || !may_see(model::PolicyId(i), outcome)) continue;
        for (std::size_t unless = 0; unless < policy.unless.size(); ++unless) {
            if (policy.unless[unless].value != Tri::yes) continue;
            const model::ExprId condition = rules_->policies[i].unless[unless];
            report.not_needed.push_back({model::PolicyId(i), words_of(rules_->expr(condition).origin), condition});
            break;
        }
    }
}

void Redactor::fill_faults(StudentReport& report, const model::StudentOutcome& outcome) const {
    const auto add = [&](Localized rule, const model::Fault& fault) {
        report.data_problems.push_back(texts::fault_in(rule, fault.kind, words_of(fault.origin)));
        report.faults.push_back({std::move(rule), fault});
    };
    const auto is_named = [&](const model::Fault& fault) {
        return std::ranges::any_of(report.faults, [&](const FaultReport& known) { return known.fault == fault; });
    };
    for (std::size_t i = 0; i < outcome.signals.size(); ++i) {
        if (!may_see(model::SignalId(i))) continue;
        const Localized kind = texts::kind_of(rules_->signals[i].kind);
        const std::string name = " `" + rules_->signals[i].name + "`";
        for (const model::Fault& fault : outcome.signals[i].faults) add({kind.nl + name, kind.en + name}, fault);
    }
    // A fault that a signal brings into a policy has been named with the signal.
    for (std::size_t i = 0; i < outcome.policies.size(); ++i) {
        if (!may_see(model::PolicyId(i), outcome)) continue;
        const std::string name = " `" + rules_->policies[i].name + "`";
        std::vector<const model::ConditionOutcome*> conditions{&outcome.policies[i].condition};
        for (const model::ConditionOutcome& unless : outcome.policies[i].unless) conditions.push_back(&unless);
        for (const model::ConditionOutcome* condition : conditions) {
            for (const model::Fault& fault : condition->faults) {
                if (!is_named(fault)) add({"beleid" + name, "policy" + name}, fault);
            }
        }
    }
    for (const PlanReport& plan : report.plans) {
        if (plan.is_goal_restricted) continue;
        const std::string name = " `" + rules_->plan(plan.state.plan).name + "`";
        for (const model::Fault& fault : outcome.plans[plan.state.plan.index()].goal.faults) {
            if (!is_named(fault)) add({"aanpak" + name, "plan" + name}, fault);
        }
    }
}

Visible<StudentReport> Redactor::redact(const Cohort& cohort, std::size_t student, Date reference_date,
                                        const model::StudentOutcome& outcome,
                                        const advise::StudentAdvice& advice) const {
    StudentReport report;
    report.row = student;
    report.key = key_of(cohort, student);
    report.name = name_of(cohort, student);
    report.reference_date = reference_date;
    fill_signals(report, cohort, outcome);
    fill_undetermined(report, outcome);
    fill_recommendations(report, cohort, outcome, advice);
    fill_suppressed(report, outcome, advice);
    fill_plans(report, outcome, advice);
    fill_not_needed(report, outcome);
    fill_faults(report, outcome);
    return Visible<StudentReport>(std::move(report));
}

}  // namespace wegwijzer::explain
