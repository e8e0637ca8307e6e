#include "engine/compare/compare_json.h"

#include "engine/explain/report_json.h"

namespace wegwijzer::comparison {
namespace {

const char* json_name(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::added: return "added";
        case ChangeKind::removed: return "removed";
        case ChangeKind::changed: break;
    }
    return "changed";
}
const char* json_name(Reach reach) {
    switch (reach) {
        case Reach::outcomes: return "outcomes";
        case Reach::hours: return "hours";
        case Reach::nothing: break;
    }
    return "nothing";
}
const char* json_name(AdviceChange change) {
    switch (change) {
        case AdviceChange::came: return "came";
        case AdviceChange::went: return "went";
        case AdviceChange::changed: break;
    }
    return "changed";
}
const char* json_name(SignalState::Status status) {
    switch (status) {
        case SignalState::Status::on: return "active";
        case SignalState::Status::undetermined: return "undetermined";
        case SignalState::Status::off: break;
    }
    return "not_active";
}
const char* json_name(RunInput input) {
    switch (input) {
        case RunInput::rules: return "rules";
        case RunInput::data: return "data";
        case RunInput::followups: return "followups";
        case RunInput::consents: return "consents";
        case RunInput::day: return "day";
        case RunInput::version: break;
    }
    return "engine_version";
}

class ResultWriter {
  public:
    explicit ResultWriter(json::Writer& writer) : writer_(writer) {}

    void write(const Comparison& result) {
        result_ = &result;
        writer_.begin_object();
        writer_.key("reference_date").string(to_iso(result.reference_date));
        if (result.runs) write(*result.runs);
        writer_.key("rule_changes").begin_array();
        for (const ShownChange& change : result.changes) write(change);
        writer_.end_array();
        writer_.key("hides_rule_changes").boolean(result.hides_changes);
        writer_.key("leaves_out_advice").boolean(result.leaves_out_advice);
        writer_.key("totals").begin_object();
        number("students", result.students);
        number("changed", result.changed);
        number("more", result.more);
        number("less", result.less);
        number("other", result.other);
        number("signals_only", result.signals_only);
        number("comes_on", result.comes_on);
        number("goes_off", result.goes_off);
        writer_.end_object();
        writer_.key("roles").begin_array();
        for (const RoleTotals& role : result.roles) {
            writer_.begin_object();
            writer_.key("role").string(role.named.id);
            writer_.key("title").string(role.named.title);
            writer_.key("before");
            load(role.before);
            writer_.key("after");
            load(role.after);
            writer_.end_object();
        }
        writer_.end_array();
        writer_.key("signals").begin_array();
        for (const SignalTotals& signal : result.signals) {
            writer_.begin_object();
            named(signal.named);
            writer_.key("kind").string(explain::json_name(signal.kind));
            number("before", signal.before);
            number("after", signal.after);
            number("on", signal.on);
            number("off", signal.off);
            number("undetermined_before", signal.undetermined_before);
            number("undetermined_after", signal.undetermined_after);
            writer_.end_object();
        }
        writer_.end_array();
        writer_.key("students").begin_array();
        for (const StudentDifference& student : result.list) write(student);
        writer_.end_array();
        writer_.end_object();
    }

    void write(const Sweep& result) {
        writer_.begin_object();
        writer_.key("reference_date").string(to_iso(result.reference_date));
        writer_.key("parameter").string(result.parameter.id);
        writer_.key("title").string(result.parameter.title);
        writer_.key("current");
        if (result.shown_current) {
            writer_.string(result.shown_current->in(result.language));
        } else {
            writer_.null();
        }
        writer_.key("varies").boolean(result.varies);
        writer_.key("leaves_out_advice").boolean(result.leaves_out_advice);
        number("students", result.students);
        writer_.key("values").begin_array();
        for (const SweepPoint& point : result.points) {
            writer_.begin_object();
            writer_.key("value").string(point.shown.in(result.language));
            writer_.key("is_current").boolean(point.is_current);
            number("with_signal", point.with_signal);
            number("with_advice", point.with_advice);
            number("advices", point.advices);
            writer_.key("signals").begin_array();
            for (std::size_t i = 0; i < point.signals.size(); ++i) {
                writer_.begin_object();
                named(result.signals[i].named);
                writer_.key("kind").string(explain::json_name(result.signals[i].kind));
                number("students", point.signals[i].on);
                number("undetermined", point.signals[i].undetermined);
                writer_.end_object();
            }
            writer_.end_array();
            writer_.key("roles").begin_array();
            for (std::size_t i = 0; i < point.roles.size(); ++i) {
                writer_.begin_object();
                writer_.key("role").string(result.roles[i].id);
                writer_.key("title").string(result.roles[i].title);
                load_fields(point.roles[i]);
                writer_.end_object();
            }
            writer_.end_array();
            writer_.end_object();
        }
        writer_.end_array();
        writer_.end_object();
    }

  private:
    void number(const char* key, std::size_t value) { writer_.key(key).integer(static_cast<std::int64_t>(value)); }
    void write(const RunPair& runs) {
        const auto run = [&](const char* key, const ComparedRun& one) {
            writer_.key(key).begin_object();
            writer_.key("run").integer(one.number);
            writer_.key("reference_date").string(to_iso(one.reference_date));
            number("forgotten", one.forgotten);
            writer_.end_object();
        };
        writer_.key("runs").begin_object();
        run("before", runs.before);
        run("after", runs.after);
        writer_.key("other_version").boolean(runs.other_version);
        number("other_data", runs.other_data);
        number("other_followups", runs.other_followups);
        number("other_consents", runs.other_consents);
        number("only_before", runs.only_before);
        number("only_after", runs.only_after);
        number("forgotten", runs.before.forgotten + runs.after.forgotten);
        writer_.key("hides_reasons").boolean(runs.hides_reasons);
        writer_.end_object();
    }
    void named(const Named& named) {
        writer_.key("id").string(named.id);
        writer_.key("title").string(named.title);
    }
    void load_fields(const Load& load) {
        number("advices", load.advices);
        writer_.key("minutes").integer(load.minutes);
        number("without_duration", load.without_duration);
    }
    void load(const Load& load) {
        writer_.begin_object();
        load_fields(load);
        writer_.end_object();
    }
    void write(const ShownChange& shown) {
        writer_.begin_object();
        writer_.key("kind").string(shown.change.key.kind);
        writer_.key("id").string(shown.change.key.name);
        writer_.key("title");
        if (shown.change.title.empty()) {
            writer_.null();
        } else {
            writer_.string(shown.change.title);
        }
        writer_.key("change").string(json_name(shown.change.kind));
        writer_.key("reach").string(json_name(shown.change.reach));
        number("students", shown.students);
        writer_.end_object();
    }
    void because(const Causes& causes) {
        writer_.key("because").begin_array();
        for (const std::size_t change : causes.changes) {
            const DeclarationKey& key = result_->changes[change].change.key;
            writer_.begin_object();
            writer_.key("kind").string(key.kind);
            writer_.key("id").string(key.name);
            writer_.end_object();
        }
        for (const RunInput input : causes.inputs) {
            writer_.begin_object().key("kind").string(json_name(input)).key("id").null().end_object();
        }
        if (causes.restricted) writer_.begin_object().key("kind").string("restricted").key("id").null().end_object();
        writer_.end_array();
    }
    void state(const char* key, const SignalState& state) {
        writer_.key(key).begin_object();
        writer_.key("status").string(json_name(state.status));
        writer_.key("severity");
        if (state.severity == model::Severity::none) {
            writer_.null();
        } else {
            writer_.string(explain::json_name(state.severity));
        }
        writer_.key("possibly_higher").boolean(state.possibly_higher);
        writer_.end_object();
    }
    void date(const char* key, const std::optional<Date>& date) {
        writer_.key(key);
        if (date) {
            writer_.string(to_iso(*date));
        } else {
            writer_.null();
        }
    }
    void state(const char* key, const std::optional<AdviceState>& state) {
        writer_.key(key);
        if (!state) {
            writer_.null();
            return;
        }
        writer_.begin_object();
        writer_.key("role").string(result_->role_names[state->role].id);
        writer_.key("priority").integer(state->priority);
        writer_.key("urgent").boolean(state->urgent);
        date("not_before", state->not_before);
        date("due", state->due);
        writer_.key("consent").string(explain::json_name(state->consent));
        writer_.key("restricted").boolean(state->partly_restricted);
        if (result_->runs) writer_.key("in_progress").boolean(state->in_progress);
        writer_.end_object();
    }
    void write(const StudentDifference& student) {
        writer_.begin_object();
        writer_.key("student").string(student.key);
        writer_.key("name").string_or_null(student.name);
        writer_.key("signals").begin_array();
        for (const SignalDifference& one : student.signals) {
            const SignalTotals& signal = result_->signals[one.signal];
            writer_.begin_object();
            named(signal.named);
            writer_.key("kind").string(explain::json_name(signal.kind));
            state("before", one.before);
            state("after", one.after);
            because(one.causes);
            writer_.end_object();
        }
        writer_.end_array();
        writer_.key("advice").begin_array();
        for (const AdviceDifference& one : student.advice) {
            const AdviceState& any = one.after ? *one.after : *one.before;
            const Named& intervention = result_->interventions[any.intervention];
            writer_.begin_object();
            writer_.key("intervention").string(intervention.id);
            writer_.key("title").string(intervention.title);
            writer_.key("change").string(json_name(one.change));
            state("before", one.before);
            state("after", one.after);
            because(one.causes);
            writer_.end_object();
        }
        writer_.end_array();
        writer_.end_object();
    }

    json::Writer& writer_;
    const Comparison* result_ = nullptr;
};

}  // namespace

void write_json(json::Writer& writer, const explain::Visible<Comparison>& comparison) {
    ResultWriter(writer).write(*comparison);
}
void write_json(json::Writer& writer, const explain::Visible<Sweep>& sweep) { ResultWriter(writer).write(*sweep); }

}  // namespace wegwijzer::comparison
