#include "engine/explain/trace_json.h"

#include <vector>

#include "engine/explain/format_value.h"
#include "engine/explain/report_json.h"
#include "engine/model/print_model.h"

namespace wegwijzer::explain {
namespace {

const char* word_of(Tri value) { return value == Tri::yes ? "yes" : value == Tri::no ? "no" : "unknown"; }

class TraceWriter {
  public:
    TraceWriter(json::Writer& writer, const Redactor& redactor, const Cohort& cohort, std::size_t student,
                const trace::Trace& trace)
        : writer_(writer),
          redactor_(redactor),
          rules_(redactor.rules()),
          cohort_(cohort),
          student_(student),
          trace_(trace),
          visible_(trace.steps.size()),
          number_(trace.steps.size()) {}

    void write(Date reference_date) {
        mark_visible();
        number_visible();
        writer_.begin_object().key("student").string(redactor_.key_of(cohort_, student_));
        writer_.key("reference_date").string(to_iso(reference_date));
        writer_.key("signals").begin_array();
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            if (redactor_.may_see(model::SignalId(i))) signal(i);
        }
        writer_.end_array().key("policies").begin_array();
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            if (redactor_.may_see(model::PolicyId(i), trace_.outcome)) policy(i);
        }
        writer_.end_array().key("plans").begin_array();
        for (std::size_t i = 0; i < rules_.plans.size(); ++i) {
            if (redactor_.may_see_goal(model::PlanId(i), trace_.outcome)) plan(i);
        }
        writer_.end_array().key("steps").begin_array();
        for (std::size_t i = 0; i < trace_.steps.size(); ++i) {
            if (visible_[i]) step(i);
        }
        writer_.end_array().end_object();
    }

  private:
    // INVARIANT: a rule the reader may see reads only fields the reader may see, and so do the steps below it.
    void mark_visible() {
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            if (!redactor_.may_see(model::SignalId(i))) continue;
            for (const trace::StepId root : trace_.signal_levels[i]) mark(root);
            for (const trace::StepId root : trace_.signal_unless[i]) mark(root);
        }
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            if (!redactor_.may_see(model::PolicyId(i), trace_.outcome)) continue;
            mark(trace_.policy_conditions[i]);
            for (const trace::StepId root : trace_.policy_unless[i]) mark(root);
        }
        for (std::size_t i = 0; i < rules_.plans.size(); ++i) {
            if (redactor_.may_see_goal(model::PlanId(i), trace_.outcome)) mark(trace_.plan_goals[i]);
        }
    }
    // Numbered as shown: how many steps hidden rules took must not show.
    void number_visible() {
        std::int64_t next = 0;
        for (std::size_t i = 0; i < visible_.size(); ++i) {
            if (visible_[i]) number_[i] = next++;
        }
    }
    void mark(trace::StepId root) {
        std::vector<trace::StepId> work{root};
        while (!work.empty()) {
            const trace::StepId id = work.back();
            work.pop_back();
            if (id.is_none() || visible_[id.index()]) continue;
            visible_[id.index()] = true;
            const trace::Step& step = trace_.step(id);
            work.insert(work.end(), step.children.begin(), step.children.end());
            for (const trace::EventSeen& event : step.events) {
                if (may_see(step, event)) work.push_back(event.filter);
            }
        }
    }

    // An event of `signalen` is a signal, and the reader may not see all of those.
    [[nodiscard]] const model::Selection* selection_of(const trace::Step& step) const {
        if (step.expr.is_none()) return nullptr;
        const model::ExprNode& node = rules_.expr(step.expr).node;
        if (const auto* aggregate = std::get_if<model::Aggregate>(&node)) return &aggregate->selection;
        if (const auto* existence = std::get_if<model::Existence>(&node)) return &existence->selection;
        return nullptr;
    }
    [[nodiscard]] bool may_see(const trace::Step& step, const trace::EventSeen& event) const {
        const model::Selection* selection = selection_of(step);
        return selection == nullptr || !selection->of_signals() ||
               redactor_.may_see(model::SignalId(std::size_t{event.row}));
    }
    // The number of the event among those of this student, or the signal.
    void event_key(const trace::Step& step, const trace::EventSeen& event) {
        const model::Selection* selection = selection_of(step);
        if (selection == nullptr || selection->of_signals()) {
            writer_.key("signal").string(rules_.signals[event.row].name);
        } else {
            const std::uint32_t first = cohort_.series[selection->series.index()].offsets[student_];
            writer_.key("event").integer(std::int64_t{event.row} - first + 1);
        }
    }

    void reference(const char* key, trace::StepId id) {
        writer_.key(key);
        write_id(id);
    }
    void write_id(trace::StepId id) {
        if (id.is_none()) {
            writer_.null();
        } else {
            writer_.integer(number_[id.index()]);
        }
    }
    void references(const char* key, const std::vector<trace::StepId>& ids) {
        writer_.key(key).begin_array();
        for (const trace::StepId id : ids) write_id(id);
        writer_.end_array();
    }
    void missing(const model::MissingSet& set) {
        writer_.key("missing").begin_array();
        for (const model::Missing& one : set) {
            if (redactor_.may_see(one)) writer_.string(explain::name_of(*rules_.schema, one));
        }
        writer_.end_array();
    }
    void faults(const model::FaultSet& set) {
        writer_.key("faults").begin_array();
        for (const model::Fault& fault : set) {
            const bool by_zero = fault.kind == model::FaultKind::division_by_zero;
            writer_.begin_object().key("kind").string(by_zero ? "division_by_zero" : "overflow");
            writer_.key("words").string(redactor_.words_of(fault.origin)).end_object();
        }
        writer_.end_array();
    }
    void interval(const char* key, const std::optional<DateInterval>& days) {
        writer_.key(key);
        if (!days) {
            writer_.null();
            return;
        }
        writer_.begin_array().string(to_iso(days->from)).string(to_iso(days->to)).end_array();
    }

    void signal(std::size_t index) {
        const model::SignalOutcome& outcome = trace_.outcome.signals[index];
        static constexpr const char* statuses[] = {"not_applicable", "undetermined", "not_active", "active"};
        writer_.begin_object().key("id").string(rules_.signals[index].name);
        writer_.key("status").string(statuses[static_cast<std::size_t>(outcome.status)]);
        writer_.key("severity").string(json_name(outcome.severity));
        writer_.key("possibly_higher").boolean(outcome.possibly_higher);
        missing(outcome.missing);
        references("levels", trace_.signal_levels[index]);
        references("unless", trace_.signal_unless[index]);
        writer_.end_object();
    }

    void policy(std::size_t index) {
        const model::PolicyOutcome& outcome = trace_.outcome.policies[index];
        writer_.begin_object().key("id").string(rules_.policies[index].name);
        writer_.key("holds").string(word_of(outcome.condition.value));
        missing(outcome.condition.missing);
        reference("condition", trace_.policy_conditions[index]);
        references("unless", trace_.policy_unless[index]);
        writer_.end_object();
    }

    void plan(std::size_t index) {
        const model::PlanOutcome& outcome = trace_.outcome.plans[index];
        writer_.begin_object().key("id").string(rules_.plans[index].name);
        writer_.key("goal").string(word_of(outcome.goal.value));
        missing(outcome.goal.missing);
        reference("condition", trace_.plan_goals[index]);
        writer_.end_object();
    }

    [[nodiscard]] model::ValueType type_of(const trace::Step& step) const {
        if (!step.table.is_none()) return rules_.table(step.table).type;
        return step.expr.is_none() ? rules_.parameter(step.parameter).type : rules_.expr(step.expr).type;
    }
    void value(const trace::Step& step) {
        writer_.key("value");
        if (const auto* truth = std::get_if<bool>(&step.value)) {
            writer_.boolean(*truth);
        } else if (const auto* number = std::get_if<Decimal>(&step.value)) {
            writer_.decimal(*number);
        } else if (const auto* date = std::get_if<Date>(&step.value)) {
            writer_.string(to_iso(*date));
        } else if (trace::is_unknown(step.value)) {
            writer_.null();
        } else {
            writer_.string(format_value(rules_, step.value, type_of(step), redactor_.language()));
        }
    }

    void step(std::size_t index) {
        const trace::Step& step = trace_.steps[index];
        writer_.begin_object().key("id").integer(number_[index]);
        writer_.key("expr");
        if (step.expr.is_none()) {
            writer_.null().key("words").null();
        } else {
            writer_.string(model::print_expr(rules_, step.expr));
            writer_.key("words").string(redactor_.words_of(rules_.expr(step.expr).origin));
        }
        value(step);
        missing(step.missing);
        faults(step.faults);
        interval("days", step.days);
        interval("earlier_days", step.earlier_days);
        interval("found_days", step.found_days);
        writer_.key("complete_to");
        if (step.complete_to) {
            writer_.string(to_iso(*step.complete_to));
        } else {
            writer_.null();
        }
        writer_.key("events").begin_array();
        for (const trace::EventSeen& event : step.events) {
            if (!may_see(step, event)) continue;
            writer_.begin_object();
            event_key(step, event);
            writer_.key("passes").string(word_of(event.passes));
            writer_.key("in_period").string(word_of(event.in_period));
            writer_.key("skipped").boolean(event.skipped);
            reference("filter", event.filter);
            writer_.end_object();
        }
        writer_.end_array();
        references("children", step.children);
        writer_.end_object();
    }

    json::Writer& writer_;
    const Redactor& redactor_;
    const model::RuleSet& rules_;
    const Cohort& cohort_;
    std::size_t student_;
    const trace::Trace& trace_;
    std::vector<bool> visible_;
    std::vector<std::int64_t> number_;  // by step: as shown
};

}  // namespace

void write_trace(json::Writer& writer, const Redactor& redactor, const Cohort& cohort, std::size_t student,
                 Date reference_date, const trace::Trace& trace) {
    TraceWriter(writer, redactor, cohort, student, trace).write(reference_date);
}

}  // namespace wegwijzer::explain
