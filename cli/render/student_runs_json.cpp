// For programs: the words of JSON are English, whoever reads.
#include "cli/render/student_runs.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::cli {
namespace {

std::optional<std::string> iso_or_nothing(const std::optional<Date>& date) {
    return date ? std::optional(to_iso(*date)) : std::nullopt;
}

void write_strings(json::Writer& writer, const char* key, const std::vector<std::string>& texts) {
    writer.key(key).begin_array();
    for (const std::string& text : texts) writer.string(text);
    writer.end_array();
}

void write_kept_signal(json::Writer& writer, const keep::KeptSignal& signal) {
    const bool is_on = signal.state.status == comparison::SignalState::Status::on;
    writer.begin_object();
    writer.key("id").string(signal.id);
    writer.key("state").string(is_on ? "active" : "undetermined");
    writer.key("severity");
    if (is_on && signal.state.severity != model::Severity::none) {
        writer.string(explain::json_name(signal.state.severity));
    } else {
        writer.null();
    }
    writer.key("possibly_higher").boolean(signal.state.possibly_higher);
    writer.end_object();
}

void write_kept_advice(json::Writer& writer, const keep::KeptAdvice& advice) {
    writer.begin_object();
    writer.key("intervention").string(advice.intervention);
    writer.key("role").string(advice.role);
    writer.key("priority").integer(advice.priority);
    writer.key("urgent").boolean(advice.urgent);
    writer.key("in_progress").boolean(advice.in_progress);
    writer.key("consent").string(explain::json_name(advice.consent));
    writer.key("not_before").string_or_null(iso_or_nothing(advice.not_before));
    writer.key("due").string_or_null(iso_or_nothing(advice.due));
    writer.key("since").string(to_iso(advice.since));
    write_strings(writer, "reasons", advice.reasons);
    std::vector<std::string> policies = advice.policies;
    policies.insert(policies.end(), advice.confidential.begin(), advice.confidential.end());
    write_strings(writer, "policies", policies);
    writer.end_object();
}

void write_marks_of(json::Writer& writer, const keep::RecordMarks& marks) {
    const auto mark = [&](const char* key, const std::string& value) {
        writer.key(key).string_or_null(value.empty() ? std::nullopt : std::optional(value));
    };
    writer.begin_object();
    mark("data", marks.open);
    mark("confidential_data", marks.confidential);
    mark("followups", marks.followups);
    mark("consents", marks.consents);
    writer.end_object();
}

}  // namespace

void write_student_runs(json::Writer& writer, const StudentRuns& of) {
    writer.begin_array();
    for (const StudentRun& run : of.runs) {
        writer.begin_object();
        writer.key("run").integer(run.header.number);
        writer.key("reference_date").string(to_iso(run.header.inputs.reference_date));
        writer.key("run_by").string(run.header.run_by);
        writer.key("recorded_at").string(run.header.recorded_at);
        writer.key("signals").begin_array();
        for (const keep::KeptSignal& signal : run.student.signals) write_kept_signal(writer, signal);
        writer.end_array();
        writer.key("advice").begin_array();
        for (const keep::KeptAdvice& advice : run.student.advice) write_kept_advice(writer, advice);
        writer.end_array();
        writer.key("marks");
        write_marks_of(writer, run.student.marks);
        writer.end_object();
    }
    writer.end_array();
}

}  // namespace wegwijzer::cli
