// For programs: the words of JSON are English, whoever reads.
#include "cli/render/entries.h"
#include "cli/render/student_export.h"
#include "engine/explain/format_value.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli {
namespace {

std::optional<std::string> stated(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

void write_exported(json::Writer& writer, const store::ExportedEntry& exported) {
    writer.begin_object();
    write_entry(writer.key("entry"), exported.stored);
    writer.key("list");
    if (exported.list) {
        writer.begin_object().key("number").integer(exported.list->number);
        writer.key("name").string(exported.list->name);
        writer.key("line").integer(exported.list->line).end_object();
    } else {
        writer.null();
    }
    writer.end_object();
}

void write_pack_of_export(json::Writer& writer, const RetentionTerms::Pack& pack) {
    const model::Pack& head = *pack.head;
    writer.begin_object();
    writer.key("id").string(head.name);
    writer.key("title").string_or_null(stated(head.title));
    writer.key("version").string_or_null(stated(head.version));
    writer.key("owner").string_or_null(stated(head.owner));
    writer.key("purpose").string_or_null(stated(head.purpose));
    writer.key("legal_ground").string_or_null(stated(head.legal_ground));
    writer.key("retention")
        .string_or_null(head.retention ? std::optional(explain::format_length(*head.retention, Language::en))
                                       : std::nullopt);
    writer.key("interventions").begin_array();
    for (const std::string& intervention : pack.interventions) writer.string(intervention);
    writer.end_array().end_object();
}

}  // namespace

std::string export_json(const StudentExport& of) {
    return json::written_indented([&](json::Writer& writer) {
        writer.begin_object();
        writer.key("student").string(of.student);
        writer.key("entries").begin_array();
        for (const store::ExportedEntry& one : of.entries) write_exported(writer, one);
        writer.end_array();
        writer.key("runs");
        write_student_runs(writer, of.runs);
        writer.key("data");
        if (of.data) {
            write_student_data(writer, *of.data);
        } else {
            writer.null();
        }
        writer.key("packs");
        if (of.terms == nullptr) {
            writer.null();
        } else {
            writer.begin_array();
            for (const RetentionTerms::Pack& pack : of.terms->packs()) {
                if (pack.head) write_pack_of_export(writer, pack);
            }
            writer.end_array();
        }
        writer.end_object();
    });
}

}  // namespace wegwijzer::cli
