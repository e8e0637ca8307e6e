#include "engine/explain/caseload_json.h"

#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

class CaseloadWriter {
  public:
    CaseloadWriter(json::Writer& writer, const Redactor& redactor)
        : writer_(writer), redactor_(redactor), rules_(redactor.rules()) {}

    void write(const Visible<Caseload>& caseload) {
        writer_.begin_object().key("reference_date").string(to_iso(caseload->reference_date));
        writer_.key("counts").begin_object();
        number("students", caseload->students.size());
        for (std::size_t i = 0; i < caseload_groups; ++i) {
            number(json_name(static_cast<CaseloadGroup>(i)), caseload->counts[i]);
        }
        writer_.end_object();
        writer_.key("completeness").begin_array();
        for (const auto& [series, day] : caseload->complete_to) {
            writer_.begin_object().key("series").string(rules_.schema->series_of(series).plural);
            writer_.key("to").string(to_iso(day)).end_object();
        }
        writer_.end_array();
        writer_.key("students").begin_array();
        for (std::size_t i = 0; i < caseload->students.size(); ++i) {
            write(caseload->students[i], CaseloadMaker::report_of(caseload, i));
        }
        writer_.end_array();
        writer_.key("undetermined").begin_array();
        for (const MissingTogether& together : caseload->undetermined) {
            writer_.begin_object();
            missing(together.missing);
            writer_.key("students").begin_array();
            for (const std::size_t student : together.students) {
                writer_.string(caseload->students[student].report.key);
            }
            writer_.end_array().end_object();
        }
        writer_.end_array().end_object();
    }

  private:
    void number(const char* key, std::size_t value) { writer_.key(key).integer(static_cast<std::int64_t>(value)); }

    void missing(const model::MissingSet& all) {
        writer_.key("missing").begin_array();
        for (const model::Missing& one : all) writer_.string(name_of(*rules_.schema, one));
        writer_.end_array();
    }

    void text_or_null(const char* key, const std::string& text) {
        writer_.key(key);
        if (text.empty()) {
            writer_.null();
        } else {
            writer_.string(text);
        }
    }

    void weighed(const char* key, const std::optional<CaseloadSignal>& one) {
        writer_.key(key);
        if (!one) {
            writer_.null();
            return;
        }
        const model::Signal& signal = rules_.signal(one->signal);
        writer_.begin_object().key("id").string(signal.name);
        writer_.key("severity");
        if (signal.kind == model::SignalKind::opportunity) {
            writer_.null();
        } else {
            writer_.string(json_name(one->severity));
        }
        writer_.key("possibly_higher").boolean(one->possibly_higher);
        text_or_null("value", one->decided.value.text());
        text_or_null("threshold", one->decided.threshold.text());
        writer_.end_object();
    }

    void write(const AdviceReason& reason) {
        writer_.begin_object();
        weighed("strongest", reason.strongest);
        writer_.key("restricted").boolean(reason.is_restricted);
        writer_.key("policies").begin_array();
        for (const model::PolicyId policy : reason.policies) writer_.string(rules_.policy(policy).name);
        writer_.end_array();
        number("further", reason.further);
        writer_.end_object();
    }

    void write(const CaseloadStudent& student, const Visible<StudentReport>& report) {
        writer_.begin_object().key("group").string(json_name(student.group));
        writer_.key("name").string_or_null(report->name);
        writer_.key("reasons").begin_array();
        for (const AdviceReason& reason : student.reasons) write(reason);
        writer_.end_array();
        weighed("strongest", student.strongest);
        weighed("strength", student.strength);
        weighed("opportunity", student.opportunity);
        number("unnamed_signals", student.unnamed_signals);
        missing(student.missing);
        writer_.key("not_needed").begin_array();
        for (std::size_t i = 0; i < report->not_needed.size(); ++i) {
            writer_.begin_object().key("policy").string(rules_.policy(report->not_needed[i].policy).name);
            writer_.key("because").string(student.not_needed[i].text()).end_object();
        }
        writer_.end_array();
        writer_.key("report");
        write_json(writer_, redactor_, report);
        writer_.end_object();
    }

    json::Writer& writer_;
    const Redactor& redactor_;
    const model::RuleSet& rules_;
};

}  // namespace

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<Caseload>& caseload) {
    CaseloadWriter(writer, redactor).write(caseload);
}

const char* json_name(CaseloadGroup group) {
    switch (group) {
        case CaseloadGroup::this_week: return "this_week";
        case CaseloadGroup::later: return "later";
        case CaseloadGroup::plan_only: return "plan_only";
        case CaseloadGroup::signal_only: return "signal_only";
        case CaseloadGroup::undetermined: return "undetermined";
        case CaseloadGroup::not_needed: return "not_needed";
        case CaseloadGroup::more_room: return "more_room";
        case CaseloadGroup::nothing: break;
    }
    return "nothing";
}

}  // namespace wegwijzer::explain
