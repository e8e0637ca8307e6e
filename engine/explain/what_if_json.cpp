#include "engine/explain/what_if_json.h"

#include <functional>

#include "engine/explain/explanation_json.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

class WhatIfWriter {
  public:
    WhatIfWriter(json::Writer& writer, const model::RuleSet& rules) : writer_(writer), rules_(rules) {}

    void write(const WhatIf& what_if) {
        writer_.begin_object();
        writer_.key("changes").begin_array();
        for (const ChangeShown& change : what_if.changes) write(change);
        writer_.end_array();
        writer_.key("reference_date").string(to_iso(what_if.reference_date));
        writer_.key("evaluated_on").string(to_iso(what_if.evaluated_on));
        writer_.key("leaves_out_hidden").boolean(what_if.leaves_out_hidden);
        writer_.key("differences").begin_object();
        writer_.key("signals").begin_array();
        for (const SignalDifference& one : what_if.signals) {
            writer_.begin_object().key("id").string(rules_.signal(one.signal).name);
            compared(one.state, [&](const SignalState& state) { write(state); });
        }
        writer_.end_array();
        writer_.key("recommendations").begin_array();
        for (const AdviceDifference& one : what_if.advice) {
            writer_.begin_object().key("intervention").string(rules_.intervention(one.intervention).name);
            compared(one.state, [&](const AdviceState& state) { write(state); });
        }
        writer_.end_array();
        writer_.key("plans").begin_array();
        for (const PlanDifference& one : what_if.plans) {
            writer_.begin_object().key("plan").string(rules_.plan(one.plan).name);
            compared(one.state, [&](const PlanStanding& state) { write(state); });
        }
        writer_.end_array();
        writer_.key("values").begin_array();
        for (const ValueDifference& one : what_if.values) {
            writer_.begin_object().key("signal").string(rules_.signal(one.signal).name);
            writer_.key("node").string(one.node);
            writer_.key("words").string(one.words);
            compared(one.value, [&](const ValueThere& value) {
                if (value.shown.empty()) {
                    writer_.null();
                } else {
                    writer_.string(value.shown.text());
                }
            });
        }
        writer_.end_array().end_object().end_object();
    }

  private:
    void write(const ChangeShown& change) {
        writer_.begin_object();
        writer_.key("adds_event").boolean(change.adds_event);
        writer_.key("name").string(change.name);
        if (change.adds_event) {
            writer_.key("values").begin_object();
            for (const AddedValue& value : change.event) writer_.key(value.name).string(value.value.text());
            writer_.end_object();
            writer_.key("supplies_series").boolean(change.supplies_series);
            writer_.key("complete_to");
            day_or_null(change.complete_to);
        } else {
            writer_.key("value").string(change.value.text());
            writer_.key("now").string(change.now.text());
        }
        writer_.end_object();
    }

    void day_or_null(const std::optional<Told<Date>>& day) {
        if (day) {
            writer_.string(to_iso(day->value));
        } else {
            writer_.null();
        }
    }

    // The three states, and whose doing it is; closes the object.
    template <class State, class Write>
    void compared(const Compared<State>& state, const Write& write_state) {
        writer_.key("now");
        write_state(state.now);
        writer_.key("without_change");
        write_state(state.without);
        writer_.key("with_change");
        write_state(state.with);
        writer_.key("by_change").boolean(state.is_by_change());
        writer_.key("by_time").boolean(state.is_by_time());
        writer_.end_object();
    }

    void write(const SignalState& state) {
        writer_.begin_object().key("status").string(json_name(state.status));
        writer_.key("severity");
        if (state.severity == model::Severity::none) {
            writer_.null();
        } else {
            writer_.string(json_name(state.severity));
        }
        writer_.key("possibly_higher").boolean(state.possibly_higher).end_object();
    }

    static const char* json_name_of(AdviceStanding standing) {
        switch (standing) {
            case AdviceStanding::advised: return "advised";
            case AdviceStanding::suppressed: return "suppressed";
            case AdviceStanding::undetermined: return "undetermined";
            case AdviceStanding::none: break;
        }
        return "none";
    }
    void write(const AdviceState& state) {
        writer_.begin_object().key("standing").string(json_name_of(state.standing));
        writer_.key("not_before");
        day_or_null(state.not_before);
        writer_.key("due");
        day_or_null(state.due);
        writer_.key("in_progress_since");
        day_or_null(state.in_progress_since);
        writer_.key("consent").string(json_name(state.consent));
        writer_.key("urgent").boolean(state.urgent);
        writer_.key("priority");
        if (state.standing == AdviceStanding::advised) {
            writer_.integer(state.priority.value);
        } else {
            writer_.null();
        }
        writer_.end_object();
    }

    void write(const PlanStanding& state) {
        writer_.begin_object().key("listed").boolean(state.is_listed);
        writer_.key("current_step");
        if (state.current_step) {
            writer_.integer(static_cast<std::int64_t>(state.current_step->value) + 1);
        } else {
            writer_.null();
        }
        writer_.key("goal").string(json_name_of_goal(state.goal)).end_object();
    }

    json::Writer& writer_;
    const model::RuleSet& rules_;
};

}  // namespace

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<WhatIf>& what_if) {
    write_json(writer, redactor, what_if->page, [&] {
        writer.key("what_if");
        WhatIfWriter(writer, redactor.rules()).write(*what_if);
    });
}

}  // namespace wegwijzer::explain
