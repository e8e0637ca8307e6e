// Pointing at a name: what it is, where it is declared, where it is used, another name for it.
#include <algorithm>
#include <map>
#include <set>

#include "cli/lsp/at_cursor.h"
#include "dsl/editor/describe.h"
#include "dsl/editor/finding_text.h"
#include "dsl/editor/rename.h"

namespace wegwijzer::cli::lsp {

namespace {

// A declared name by its own place: the same in every set of packs that reads the file.
struct Declared {
    std::string file;
    std::uint32_t begin = 0;
};

// Calls visit(compilation, names, thing) for every set of packs in which this name is declared: the pack of the cursor first,
// then the packs of the workspace that take it in.
template <class Visit>
void in_all_packs(Desk& desk, const AtCursor& cursor, const editor::Names& names, editor::ThingId thing,
                  Visit&& visit) {
    const Compilation& own = cursor.compilation();
    visit(own, names, thing);
    std::vector<Declared> places;
    for (const Span& span : names.thing(thing).declarations)
        places.push_back({own.sources.name(span.source), span.begin});
    for (const std::string& pack : desk.workspace.all_packs()) {
        if (pack == cursor.analysis->pack) continue;
        const Compilation other = compile(desk.workspace.packs_for(pack));
        const editor::Names others(other.files);
        for (const Declared& place : places) {
            const auto file = std::ranges::find_if(
                other.files, [&](const ast::File& each) { return other.sources.name(each.source) == place.file; });
            if (file == other.files.end()) continue;
            const editor::NameUse* use = others.at(file->source, place.begin);
            if (use == nullptr) continue;
            visit(other, others, use->thing);
            break;
        }
    }
}

const editor::NameUse* use_at(const AtCursor& cursor, const editor::Names& names) {
    return names.at(cursor.file->source, cursor.offset);
}

}  // namespace

std::string answer_hover(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    if (!cursor) return "null";
    const SourceId source = cursor->file->source;
    const Compilation& compilation = cursor->compilation();
    const editor::Names names(compilation.files);
    auto description = editor::describe(compilation, names, source, cursor->offset, cursor->language);
    // Under a finding stands what `explain CODE` tells.
    for (const Diagnostic& finding : cursor->analysis->review.findings.all()) {
        const bool is_here =
            finding.span.source == source && finding.span.begin <= cursor->offset && cursor->offset <= finding.span.end;
        if (!is_here) continue;
        if (!description) description = editor::Description{{}, finding.span};
        const std::string page = editor::page_text(finding.code, cursor->language);
        if (!page.empty()) description->markdown += (description->markdown.empty() ? "" : "\n---\n\n") + page;
    }
    if (!description || description->markdown.empty()) return "null";
    Places places(compilation.sources, desk.settings.units);
    json::Writer writer;
    writer.begin_object().key("contents").begin_object();
    writer.key("kind").string("markdown").key("value").string(description->markdown).end_object();
    writer.key("range");
    write(writer, places.range(description->span));
    writer.end_object();
    return writer.take();
}

std::string answer_definition(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    if (!cursor) return "null";
    const Compilation& compilation = cursor->compilation();
    const editor::Names names(compilation.files);
    const editor::NameUse* use = use_at(*cursor, names);
    if (use == nullptr) return "null";
    Places places(compilation.sources, desk.settings.units);
    json::Writer writer;
    writer.begin_array();
    for (const Span& span : names.thing(use->thing).declarations)
        write_location(writer, span, compilation.sources, desk.workspace, places);
    writer.end_array();
    return writer.take();
}

std::string answer_references(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    if (!cursor) return "null";
    const editor::Names names(cursor->compilation().files);
    const editor::NameUse* use = use_at(*cursor, names);
    if (use == nullptr) return "null";
    const bool with_declaration = params["context"]["includeDeclaration"].boolean().value_or(true);
    std::set<std::string> locations;  // as JSON: a file of several packs is read several times
    in_all_packs(desk, *cursor, names, use->thing,
                 [&](const Compilation& compilation, const editor::Names& all, editor::ThingId thing) {
                     Places places(compilation.sources, desk.settings.units);
                     for (const editor::NameUse& each : all.uses_of(thing)) {
                         if (each.declares && !with_declaration) continue;
                         json::Writer writer;
                         write_location(writer, each.span, compilation.sources, desk.workspace, places);
                         locations.insert(writer.take());
                     }
                 });
    std::string list;
    for (const std::string& location : locations) list += (list.empty() ? "" : ",") + location;
    return "[" + list + "]";
}

Outcome answer_prepare_rename(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    if (!cursor) return "null";
    const editor::Names names(cursor->compilation().files);
    const editor::NameUse* use = use_at(*cursor, names);
    if (use == nullptr) {
        return Refusal{Failure::request_failed, cursor->language == Language::nl
                                                    ? "hier staat geen naam die ergens verklaard is"
                                                    : "no name that is declared stands here"};
    }
    Places places(cursor->compilation().sources, desk.settings.units);
    json::Writer writer;
    writer.begin_object().key("range");
    write(writer, places.range(use->span));
    writer.key("placeholder").string(names.thing(use->thing).name).end_object();
    return writer.take();
}

Outcome answer_rename(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    const auto name = params["newName"].text();
    if (!cursor || !name) return Refusal{Failure::invalid_params, "no open text, or no new name"};
    const editor::Names names(cursor->compilation().files);
    const editor::NameUse* use = use_at(*cursor, names);
    if (use == nullptr) return answer_prepare_rename(desk, params);
    Localized refusal;
    std::map<std::string, std::set<std::pair<editor::Edit, std::string>>> changes;  // by file; with the edit as JSON
    in_all_packs(desk, *cursor, names, use->thing,
                 [&](const Compilation& compilation, const editor::Names& all, editor::ThingId thing) {
                     const editor::Renaming renaming = editor::rename(compilation, all, thing, *name);
                     if (refusal.empty()) refusal = renaming.refusal;
                     std::map<std::string, editor::Lines> lines;
                     for (const ast::File& file : compilation.files)
                         lines.try_emplace(compilation.sources.name(file.source), compilation.sources.text(file.source),
                                           desk.settings.units);
                     for (const editor::Edit& edit : renaming.edits) {
                         json::Writer writer;
                         writer.begin_object().key("range");
                         write(writer, lines.at(edit.file).range_of(edit.begin, edit.end));
                         writer.key("newText").string(edit.text).end_object();
                         changes[edit.file].emplace(edit, writer.take());
                     }
                 });
    if (!refusal.empty()) return Refusal{Failure::request_failed, refusal.in(cursor->language)};
    std::string files;
    for (const auto& [path, edits] : changes) {
        std::string list;
        for (const auto& [edit, written] : edits) list += (list.empty() ? "" : ",") + written;
        files += (files.empty() ? "" : ",") + json::quoted(desk.workspace.uri_of(path)) + ":[" + list + "]";
    }
    return "{\"changes\":{" + files + "}}";
}

}  // namespace wegwijzer::cli::lsp
