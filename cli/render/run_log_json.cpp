// For programs: the words of JSON are English, whoever reads.
#include "cli/render/run_log.h"
#include "engine/json/tree.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli {
namespace {

void write_size(json::Writer& writer, const char* key, std::size_t value) {
    writer.key(key).integer(static_cast<std::int64_t>(value));
}

std::string run_json(const store::RunHeader& run) {
    const json::Value counts = json::read_tree(run.counts).value_or(json::Value());
    json::Writer writer;
    writer.begin_object();
    writer.key("run").integer(run.number);
    writer.key("reference_date").string(to_iso(run.inputs.reference_date));
    writer.key("recorded_at").string(run.recorded_at);
    writer.key("run_by").string(run.run_by);
    writer.key("engine_version").string(run.inputs.engine_version);
    writer.key("packs_hash").string(run.inputs.packs_hash);
    writer.key("data_hash").string(run.inputs.data_hash);
    writer.key("followups_to").integer(run.inputs.followups_to);
    writer.key("consents_to").integer(run.inputs.consents_to);
    for (const char* key : {"students", "with_advice", "advices", "urgent"}) {
        writer.key(key).integer(counts[key].integer().value_or(0));
    }
    writer.key("previous_hash");
    if (run.previous_hash.empty()) {
        writer.null();
    } else {
        writer.string(run.previous_hash);
    }
    writer.key("hash").string(run.hash);
    writer.end_object();
    return writer.take();
}

const char* json_name(store::BrokenLink link) {
    switch (link) {
        case store::BrokenLink::number: return "number";
        case store::BrokenLink::previous: return "previous";
        case store::BrokenLink::header: return "header";
        case store::BrokenLink::students: return "students";
        case store::BrokenLink::rules: return "rules";
        case store::BrokenLink::content: break;
    }
    return "content";
}

}  // namespace

std::string runs_json(const std::vector<store::RunHeader>& runs) {
    std::string text = "[";
    for (const store::RunHeader& run : runs) text += (text.size() == 1 ? "\n" : ",\n") + run_json(run);
    return text + (runs.empty() ? "]\n" : "\n]\n");
}

std::string verified_json(const store::VerifiedRuns& verified) {
    return json::written_indented([&](json::Writer& writer) {
        writer.begin_object();
        write_size(writer, "runs", verified.runs);
        write_size(writer, "students", verified.students);
        write_size(writer, "forgotten", verified.forgotten);
        write_size(writer, "without_erasure", verified.without_erasure);
        write_size(writer, "untold", verified.untold);
        writer.key("last_hash");
        if (verified.last_hash.empty()) {
            writer.null();
        } else {
            writer.string(verified.last_hash);
        }
        writer.key("broken").begin_array();
        for (const store::BrokenRun& broken : verified.broken) {
            writer.begin_object();
            writer.key("run").integer(broken.run);
            writer.key("link").string(json_name(broken.link));
            write_size(writer, "students", broken.students);
            writer.end_object();
        }
        writer.end_array();
        writer.end_object();
    });
}

std::string replay_json(const Replay& replay) {
    return json::written_indented([&](json::Writer& writer) {
        writer.begin_object();
        writer.key("run").integer(replay.run.number);
        writer.key("reference_date").string(to_iso(replay.run.inputs.reference_date));
        writer.key("same_inputs").begin_object();
        writer.key("rules").boolean(replay.same_rules);
        writer.key("data").boolean(replay.same_data);
        writer.key("entries").boolean(replay.erased_entries == 0);
        writer.key("engine_version").boolean(replay.same_version);
        writer.end_object();
        writer.key("same_outcome").boolean(replay.same_outcome());
        write_size(writer, "students", replay.students);
        write_size(writer, "changed", replay.changed);
        write_size(writer, "gone", replay.gone);
        write_size(writer, "added", replay.added);
        write_size(writer, "forgotten", replay.forgotten);
        writer.key("erased_entries").integer(replay.erased_entries);
        writer.key("unsure_entries").integer(replay.unsure_entries);
        write_size(writer, "unknown_since", replay.unknown_since);
        writer.end_object();
    });
}

}  // namespace wegwijzer::cli
