#include "engine/explain/explanation_json.h"

#include "engine/explain/changes_json.h"
#include "engine/explain/findings_json.h"
#include "engine/explain/margin_json.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

const char* json_name(Tri value) {
    switch (value) {
        case Tri::yes: return "yes";
        case Tri::no: return "no";
        case Tri::unknown: break;
    }
    return "unknown";
}

const char* json_name(ThresholdOrigin origin) {
    switch (origin) {
        case ThresholdOrigin::rule: return "rule";
        case ThresholdOrigin::standard: return "standard";
        case ThresholdOrigin::undecided: return "undecided";
        case ThresholdOrigin::institution: break;
    }
    return "institution";
}

class ExplanationWriter {
  public:
    ExplanationWriter(json::Writer& writer, const Redactor& redactor)
        : writer_(writer), redactor_(redactor), rules_(redactor.rules()), language_(redactor.language()) {}

    void write(const StudentExplanation& explanation) {
        writer_.begin_object();
        writer_.key("student").string(explanation.report->key);
        writer_.key("reference_date").string(to_iso(explanation.report->reference_date));
        writer_.key("start");
        if (explanation.start) {
            writer_.string(to_iso(*explanation.start));
        } else {
            writer_.null();
        }
        const HeaderShown& header = explanation.header;
        text_or_null("name", header.name.text());
        text_or_null("programme", header.programme.text());
        text_or_null("day", header.day.text());
        writer_.key("completeness").begin_array();
        for (const CompletenessShown& one : header.completeness) {
            writer_.begin_object().key("series").string(rules_.schema->series_of(one.series).plural);
            writer_.key("to").string(to_iso(one.day)).end_object();
        }
        writer_.end_array();
        writer_.key("phases").begin_array();
        for (const model::PhaseId phase : explanation.phases) writer_.string(rules_.phase(phase).name);
        writer_.end_array();
        writer_.key("signals").begin_array();
        for (const SignalExplanation& signal : explanation.signals) write(signal);
        writer_.end_array();
        writer_.key("policies").begin_array();
        for (const PolicyExplanation& policy : explanation.policies) write(policy);
        writer_.end_array();
        writer_.key("plans").begin_array();
        for (const PlanExplanation& plan : explanation.plans) write(plan);
        writer_.end_array();
    }

    // Every value a page can show, by its node.
    void write_values(const StudentExplanation& explanation) {
        writer_.key("values").begin_object();
        for (const ShownValue& value : values_of(explanation)) writer_.key(value.node()).string(value.text());
        writer_.end_object();
    }

    void end() { writer_.end_object(); }

  private:
    void text_or_null(const char* key, const std::string& text) {
        writer_.key(key);
        if (text.empty()) {
            writer_.null();
        } else {
            writer_.string(text);
        }
    }
    void texts(const char* key, const std::vector<std::string>& lines) {
        writer_.key(key).begin_array();
        for (const std::string& line : lines) writer_.string(line);
        writer_.end_array();
    }

    void place(const Span& origin) {
        writer_.key("place");
        const SourceMap* sources = redactor_.authorship().sources;
        if (sources == nullptr || !origin.has_place()) {
            writer_.null();
            return;
        }
        const LineColumn begin = sources->line_column(origin.source, origin.begin);
        writer_.begin_object().key("file").string(sources->name(origin.source));
        writer_.key("line").integer(begin.line).key("column").integer(begin.column).end_object();
    }

    void days(const char* key, const std::optional<DaysShown>& shown) {
        writer_.key(key);
        if (!shown) {
            writer_.null();
            return;
        }
        writer_.begin_object().key("from").string(to_iso(shown->days.from));
        writer_.key("to").string(to_iso(shown->days.to)).end_object();
    }
    void day_or_null(const char* key, const std::optional<Date>& day) {
        writer_.key(key);
        if (day) {
            writer_.string(to_iso(*day));
        } else {
            writer_.null();
        }
    }

    void write(const EventsShown& shown) {
        writer_.begin_object().key("node").string(shown.node);
        writer_.key("series").string(shown.name);
        const Series* series = shown.series.is_none() ? nullptr : &rules_.schema->series_of(shown.series);
        text_or_null("field", series == nullptr || shown.field.is_none() ? std::string()
                                                                         : series->fields[shown.field.index()].name);
        days("window", shown.window);
        days("earlier_window", shown.earlier_window);
        days("found", shown.found);
        day_or_null("complete_to", shown.complete_to_day);
        writer_.key("events").begin_array();
        for (const EventShown& event : shown.events) {
            writer_.begin_object();
            day_or_null("date", event.date);
            writer_.key("counts").string(json_name(event.counts));
            if (series == nullptr) writer_.key("signal").string(rules_.signals[event.row].name);
            writer_.key("values").begin_object();
            for (const EventFieldShown& field : event.fields) {
                writer_.key(series->fields[field.field.index()].name).string(field.value.text());
            }
            writer_.end_object().end_object();
        }
        writer_.end_array().end_object();
    }

    void write(const ConditionLine& line) {
        writer_.begin_object();
        writer_.key("holds").string(json_name(line.holds));
        writer_.key("words").string(line.words);
        place(line.origin);
        writer_.key("node").string(line.node);
        text_or_null("value", line.value.text());
        text_or_null("threshold", line.threshold.text());
        writer_.key("threshold_from");
        if (line.threshold.empty()) {
            writer_.null();
        } else {
            writer_.string(json_name(line.threshold_origin));
        }
        text_or_null("change", line.change.text());
        write_margin(writer_, rules_, line.margin);
        writer_.key("details").begin_array();
        for (const Detail& detail : line.details) {
            if (const auto* words = std::get_if<Phrase>(&detail)) {
                writer_.string(words->text());
            } else {
                for (const Phrase& phrase : phrases_of(std::get<EventsShown>(detail), language_)) {
                    writer_.string(phrase.text());
                }
            }
        }
        writer_.end_array();
        writer_.key("events").begin_array();
        for (const Detail& detail : line.details) {
            if (const auto* events = std::get_if<EventsShown>(&detail)) write(*events);
        }
        writer_.end_array();
        texts("missing", line.missing);
        writer_.key("parts").begin_array();
        for (const ConditionLine& child : line.children) write(child);
        writer_.end_array().end_object();
    }
    void write_all(const char* key, const std::vector<ConditionLine>& lines) {
        writer_.key(key).begin_array();
        for (const ConditionLine& line : lines) write(line);
        writer_.end_array();
    }

    void write(const SignalExplanation& one) {
        const model::Signal& signal = rules_.signal(one.signal);
        const bool active = one.outcome.status == model::SignalStatus::active;
        writer_.begin_object();
        writer_.key("id").string(signal.name);
        writer_.key("node").string(one.node);
        writer_.key("kind").string(explain::json_name(signal.kind));
        writer_.key("title").string(title_of(signal));
        writer_.key("status").string(explain::json_name(one.outcome.status));
        writer_.key("severity");
        if (active && signal.kind != model::SignalKind::opportunity) {
            writer_.string(explain::json_name(one.outcome.severity));
        } else {
            writer_.null();
        }
        writer_.key("possibly_higher").boolean(one.outcome.possibly_higher);
        writer_.key("explanation");
        if (one.explanation) {
            writer_.string(one.explanation->text());
        } else {
            writer_.null();
        }
        texts("missing", one.missing);
        writer_.key("phases").begin_array();
        for (const PhaseLine& phase : one.phases) {
            writer_.begin_object().key("id").string(rules_.phase(phase.phase).name);
            writer_.key("holds").string(json_name(phase.holds)).end_object();
        }
        writer_.end_array();
        writer_.key("levels").begin_array();
        for (const LevelExplanation& level : one.levels) {
            writer_.begin_object().key("severity");
            if (signal.kind == model::SignalKind::opportunity) {
                writer_.null();
            } else {
                writer_.string(explain::json_name(level.severity));
            }
            writer_.key("condition");
            write(level.condition);
            writer_.end_object();
        }
        writer_.end_array();
        write_severity_margin(writer_, rules_, one.severity_margin);
        write_all("unless", one.unless);
        writer_.key("parameters").begin_array();
        for (const ParameterLine& parameter : one.parameters) {
            const model::Parameter& declared = rules_.parameter(parameter.parameter);
            writer_.begin_object().key("id").string(declared.name).key("title").string(title_of(declared));
            writer_.key("value").string(parameter.value.text());
            writer_.key("from").string(json_name(parameter.origin));
            text_or_null("because", parameter.reason);
            writer_.end_object();
        }
        writer_.end_array();
        write_changes(writer_, rules_, one.changes, one.has_all_changes);
        write_findings(writer_, rules_, one.finding_out);
        writer_.key("sources");
        write_sources(writer_, rules_, signal.sources);
        writer_.end_object();
    }

    void write(const PolicyExplanation& one) {
        const model::Policy& policy = rules_.policy(one.policy);
        writer_.begin_object();
        writer_.key("id").string(policy.name);
        writer_.key("node").string(one.node);
        writer_.key("title").string(title_of(policy));
        writer_.key("urgent").boolean(policy.urgent);
        writer_.key("applies").string(json_name(one.applies));
        writer_.key("condition");
        if (one.condition) {
            write(*one.condition);
        } else {
            writer_.null();
        }
        write_all("unless", one.unless);
        writer_.end_object();
    }

    void write(const PlanExplanation& one) {
        const model::Plan& plan = rules_.plan(one.plan);
        writer_.begin_object();
        writer_.key("id").string(plan.name);
        writer_.key("title").string(title_of(plan));
        writer_.key("goal");
        if (one.goal) {
            write(*one.goal);
        } else {
            writer_.null();
        }
        writer_.end_object();
    }

    json::Writer& writer_;
    const Redactor& redactor_;
    const model::RuleSet& rules_;
    Language language_;  // the tree has been made in it
};

}  // namespace

const char* json_name(model::SignalStatus status) {
    switch (status) {
        case model::SignalStatus::active: return "active";
        case model::SignalStatus::not_active: return "not_active";
        case model::SignalStatus::undetermined: return "undetermined";
        case model::SignalStatus::not_applicable: break;
    }
    return "not_applicable";
}

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<StudentExplanation>& explanation,
                const std::function<void()>& more) {
    ExplanationWriter explained(writer, redactor);
    explained.write(*explanation);
    writer.key("advice");
    write_json(writer, redactor, explanation->report);
    explained.write_values(*explanation);
    if (more) more();
    explained.end();
}

}  // namespace wegwijzer::explain
