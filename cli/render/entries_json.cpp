// For programs: the words of JSON are English, whoever reads.
#include "cli/render/entries.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli {
namespace {

void write_text(json::Writer& writer, const std::string& text) {
    if (text.empty()) {
        writer.null();
    } else {
        writer.string(text);
    }
}

void write_number(json::Writer& writer, const std::optional<store::EntryNumber>& number) {
    if (number) {
        writer.integer(*number);
    } else {
        writer.null();
    }
}

}  // namespace

std::string entries_json(const std::vector<store::StoredEntry>& entries) {
    std::string text = "[";
    for (const store::StoredEntry& stored : entries) text += (text.size() == 1 ? "\n" : ",\n") + entry_json(stored);
    return text + (entries.empty() ? "]\n" : "\n]\n");
}

std::string entry_json(const store::StoredEntry& stored) {
    json::Writer writer;
    write_entry(writer, stored);
    return writer.take();
}

void write_entry(json::Writer& writer, const store::StoredEntry& stored) {
    const store::Entry& entry = stored.entry;
    writer.begin_object();
    writer.key("kind").string(entry.kind == store::EntryKind::consent ? "consent" : "followup");
    writer.key("number").integer(stored.number);
    writer.key("student").string(entry.student);
    writer.key("intervention").string(entry.intervention);
    write_text(writer.key("role"), entry.role);
    writer.key("status").string(status_word(entry).en);
    writer.key("date").string(to_iso(entry.date));
    write_text(writer.key("planned_on"), to_iso(entry.planned_on));
    write_text(writer.key("outcome"), entry.outcome);
    const std::string waiver =
        entry.waiver ? std::string(store::waiver_codes[static_cast<std::size_t>(*entry.waiver)]) : std::string();
    write_text(writer.key("waiver"), waiver);
    write_text(writer.key("reason"), entry.reason);
    writer.key("recorded_by").string(entry.recorded_by);
    writer.key("recorded_at").string(stored.recorded_at);
    write_number(writer.key("corrects"), entry.corrects);
    write_number(writer.key("corrected_by"), stored.corrected_by);
    writer.end_object();
}

}  // namespace wegwijzer::cli
