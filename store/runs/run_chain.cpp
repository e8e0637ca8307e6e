#include "store/runs/run_chain.h"

#include "engine/json/writer.h"
#include "store/digest/sha256.h"

namespace wegwijzer::store {

std::string commitment_to(std::string_view salt, const StudentContent& student) {
    // The salt has one length and a JSON text ends where it ends: no two triples give the same bytes.
    std::string bytes(salt);
    bytes += json::quoted(student.student);
    bytes += student.content;
    return sha256(bytes);
}

std::string content_hash_of(const std::vector<std::string>& commitments) {
    std::string bytes;
    bytes.reserve(commitments.size() * 65);
    for (const std::string& commitment : commitments) {
        bytes += commitment;
        bytes += '\n';
    }
    return sha256(bytes);
}

std::string hash_of(const RunHeader& header) {
    json::Writer writer;
    writer.begin_object();
    writer.key("number").integer(header.number);
    writer.key("reference_date").string(to_iso(header.inputs.reference_date));
    writer.key("recorded_at").string(header.recorded_at);
    writer.key("run_by").string(header.run_by);
    writer.key("engine_version").string(header.inputs.engine_version);
    writer.key("packs_hash").string(header.inputs.packs_hash);
    writer.key("data_hash").string(header.inputs.data_hash);
    writer.key("followups_to").integer(header.inputs.followups_to);
    writer.key("consents_to").integer(header.inputs.consents_to);
    writer.key("counts").string(header.counts);
    writer.key("rules_hash").string(header.rules_hash);
    writer.key("content_hash").string(header.content_hash);
    writer.key("previous_hash").string(header.previous_hash);
    writer.end_object();
    return sha256(writer.text());
}

}  // namespace wegwijzer::store
