#include "dsl/fields/fields_json.h"

#include <optional>
#include <string>
#include <string_view>

#include "dsl/ast/length_words.h"
#include "dsl/words/words.h"

namespace wegwijzer::fields {
namespace {

std::string_view id_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::key: return "key";
        case FieldKind::text: return "text";
        case FieldKind::number: return "number";
        case FieldKind::integer: return "integer";
        case FieldKind::grade: return "grade";
        case FieldKind::percentage: return "percentage";
        case FieldKind::date: return "date";
        case FieldKind::duration: return "duration";
        case FieldKind::boolean: return "boolean";
        case FieldKind::choice: break;
    }
    return "choice";
}

std::string_view id_of(UserKind kind) {
    switch (kind) {
        case UserKind::identifies: return "identifies";
        case UserKind::names: return "names";
        case UserKind::belongs_to: return "belongs_to";
        case UserKind::begins: return "begins";
        case UserKind::follows: return "follows";
        case UserKind::role: return "role";
        case UserKind::parameter: return "parameter";
        case UserKind::concept_: return "concept";
        case UserKind::table: return "table";
        case UserKind::signal: return "signal";
        case UserKind::strength: return "strength";
        case UserKind::opportunity: return "opportunity";
        case UserKind::intervention: return "intervention";
        case UserKind::plan: return "plan";
        case UserKind::policy: break;
    }
    return "policy";
}

std::optional<std::string> said(const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); }

void write_strings(json::Writer& writer, std::string_view key, const std::vector<std::string>& texts) {
    writer.key(key).begin_array();
    for (const std::string& text : texts) writer.string(text);
    writer.end_array();
}

void write_places(json::Writer& writer, const std::vector<Place>& places) {
    writer.key("places").begin_array();
    for (const Place& place : places) {
        writer.begin_object().key("file").string(place.file).key("line").integer(place.line).end_object();
    }
    writer.end_array();
}

void write_pack(json::Writer& writer, const model::Pack& pack) {
    writer.begin_object();
    writer.key("id").string(pack.name);
    writer.key("title").string_or_null(said(pack.title));
    writer.key("version").string_or_null(said(pack.version));
    writer.key("owner").string_or_null(said(pack.owner));
    writer.key("purpose").string_or_null(said(pack.purpose));
    writer.key("legal_ground").string_or_null(said(pack.legal_ground));
    writer.key("retention");
    if (pack.retention) {
        const Word word = ast::word_of(pack.retention->unit, pack.retention->count);
        writer.string(std::to_string(pack.retention->count) + " " + std::string(spelling(word, Language::en)));
    } else {
        writer.null();
    }
    writer.end_object();
}

void write_user(json::Writer& writer, const User& user) {
    writer.begin_object();
    writer.key("kind").string(id_of(user.kind));
    writer.key("id").string_or_null(said(user.name));
    writer.key("title").string_or_null(said(user.title));
    writer.key("pack").string_or_null(said(user.pack));
    write_places(writer, user.places);
    write_strings(writer, "through", user.through);
    writer.key("motivation").string_or_null(said(user.motivation));
    writer.key("legal_basis").string_or_null(said(user.legal_basis));
    write_strings(writer, "sources", user.sources);
    writer.end_object();
}

void write_entry(json::Writer& writer, const Entry& entry) {
    writer.begin_object();
    writer.key("series").string_or_null(said(entry.series));
    writer.key("id").string(entry.name);
    writer.key("type").string(id_of(entry.type.kind));
    writer.key("unit").string_or_null(said(entry.type.unit));
    writer.key("column").string(entry.column);
    std::vector<std::string> classes;
    if (entry.privacy.confidential) classes.emplace_back("confidential");
    if (entry.privacy.needs_motivation) classes.emplace_back("needs_motivation");
    if (entry.privacy.special) classes.emplace_back("special");
    if (entry.privacy.audit_only) classes.emplace_back("audit_only");
    write_strings(writer, "classes", classes);
    write_places(writer, entry.places);
    writer.key("unused").boolean(entry.is_unused());
    writer.key("users").begin_array();
    for (const User& user : entry.users) write_user(writer, user);
    writer.end_array().end_object();
}

}  // namespace

void write_json(json::Writer& writer, const Inventory& inventory) {
    writer.begin_object().key("packs").begin_array();
    for (const model::Pack& pack : inventory.packs) write_pack(writer, pack);
    writer.end_array().key("fields").begin_array();
    for (const Entry& entry : inventory.entries) write_entry(writer, entry);
    writer.end_array().end_object();
}

}  // namespace wegwijzer::fields
