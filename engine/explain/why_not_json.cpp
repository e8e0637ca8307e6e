#include "engine/explain/why_not_json.h"

#include "engine/explain/explanation_json.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

const char* json_name(PolicyStanding standing) {
    switch (standing) {
        case PolicyStanding::applies: return "applies";
        case PolicyStanding::stopped: return "stopped";
        case PolicyStanding::undetermined: return "undetermined";
        case PolicyStanding::does_not_apply: break;
    }
    return "does_not_apply";
}

class WhyNotWriter {
  public:
    WhyNotWriter(json::Writer& writer, const model::RuleSet& rules) : writer_(writer), rules_(rules) {}

    void write(const StudentExplanation& explanation, const Asked& asked) {
        writer_.begin_object();
        for (const PolicyExplanation& one : explanation.policies) {
            if (one.policy == asked.policy) policy(one);
        }
        for (const SignalExplanation& one : explanation.signals) {
            if (asked.policy.is_none() && one.signal == asked.signals.front()) signal(one);
        }
        writer_.key("signals").begin_array();
        for (const model::SignalId id : asked.signals) writer_.string(rules_.signal(id).name);
        writer_.end_array();
        const StudentReport& report = *explanation.report;
        FollowsFromPolicy follows;
        if (!asked.policy.is_none()) follows = follows_from(report, asked.policy);
        writer_.key("recommendations").begin_array();
        for (const std::size_t i : follows.recommendations) {
            writer_.string(rules_.intervention(report.recommendations[i].advice.intervention).name);
        }
        writer_.end_array().key("plans").begin_array();
        for (const std::size_t i : follows.plans) writer_.string(rules_.plan(report.plans[i].state.plan).name);
        writer_.end_array().key("suppressed").begin_array();
        for (const std::size_t i : follows.suppressed) {
            writer_.begin_object();
            writer_.key("intervention").string(rules_.intervention(report.suppressed[i].intervention).name);
            writer_.key("because").string(explanation.suppressed[i].text()).end_object();
        }
        writer_.end_array().end_object();
    }

  private:
    void policy(const PolicyExplanation& one) {
        const model::Policy& policy = rules_.policy(one.policy);
        about(policy.name, "policy", title_of(policy), one.node, json_name(standing_of(one)));
    }
    void signal(const SignalExplanation& one) {
        const model::Signal& signal = rules_.signal(one.signal);
        about(signal.name, explain::json_name(signal.kind), title_of(signal), one.node,
              explain::json_name(one.outcome.status));
    }
    void about(const std::string& id, const char* kind, const std::string& title, const std::string& node,
               const char* status) {
        writer_.key("id").string(id).key("kind").string(kind).key("title").string(title);
        writer_.key("node").string(node).key("status").string(status);
    }

    json::Writer& writer_;
    const model::RuleSet& rules_;
};

}  // namespace

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<StudentExplanation>& explanation,
                const Asked& asked) {
    write_json(writer, redactor, explanation, [&] {
        writer.key("why_not");
        WhyNotWriter(writer, redactor.rules()).write(*explanation, asked);
    });
}

}  // namespace wegwijzer::explain
