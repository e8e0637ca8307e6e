#include <algorithm>
#include <map>

#include "cli/lsp/at_cursor.h"
#include "dsl/editor/ways_out.h"

namespace wegwijzer::cli::lsp {

namespace {

void write_action(json::Writer& writer, const AtCursor& cursor, const Diagnostic& finding, const editor::WayOut& way,
                  Desk& desk, Places& places) {
    const Compilation& compilation = cursor.compilation();
    std::map<std::string, SourceId> sources;
    for (const ast::File& file : compilation.files) sources[compilation.sources.name(file.source)] = file.source;
    std::map<std::string, std::vector<const editor::Edit*>> by_file;
    for (const editor::Edit& edit : way.edits) by_file[edit.file].push_back(&edit);
    writer.begin_object().key("title").string(way.title).key("kind").string("quickfix");
    writer.key("diagnostics").begin_array();
    write_finding(writer, finding, compilation.sources, desk.workspace, places, desk.settings, cursor.language);
    writer.end_array();
    if (way.is_preferred) writer.key("isPreferred").boolean(true);
    writer.key("edit").begin_object().key("changes").begin_object();
    for (const auto& [file, edits] : by_file) {
        writer.key(desk.workspace.uri_of(file)).begin_array();
        for (const editor::Edit* edit : edits) {
            writer.begin_object().key("range");
            write(writer, places.range({sources.at(file), edit->begin, edit->end}));
            writer.key("newText").string(edit->text).end_object();
        }
        writer.end_array();
    }
    writer.end_object().end_object().end_object();
}

// Would another pack of the workspace, that takes this one in, be left with a name that is no more?
bool harms_others(Desk& desk, const AtCursor& cursor, const editor::WayOut& way) {
    if (!editor::takes_a_name_away(cursor.compilation(), way)) return false;
    return std::ranges::any_of(desk.workspace.all_packs(), [&](const std::string& pack) {
        return pack != cursor.analysis->pack && editor::brings_errors_to(desk.workspace.packs_for(pack), way);
    });
}

}  // namespace

std::string answer_code_actions(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    if (!cursor) return "null";
    const Compilation& compilation = cursor->compilation();
    Places places(compilation.sources, desk.settings.units);
    const editor::Range asked = read_range(params["range"]);
    const editor::Lines& lines = places.lines(cursor->file->source);
    const std::uint32_t begin = lines.offset_of(asked.begin);
    const std::uint32_t end = lines.offset_of(asked.end);
    const PacksBeside packs_beside = [&](const PackText& pack) { return desk.workspace.packs_beside(pack); };
    json::Writer writer;
    writer.begin_array();
    for (const Diagnostic& finding : cursor->analysis->review.findings.all()) {
        if (finding.span.source != cursor->file->source || finding.span.begin > end || finding.span.end < begin)
            continue;
        for (const editor::WayOut& way : editor::ways_out(compilation, finding, cursor->language, packs_beside)) {
            if (!harms_others(desk, *cursor, way)) write_action(writer, *cursor, finding, way, desk, places);
        }
    }
    writer.end_array();
    return writer.take();
}

}  // namespace wegwijzer::cli::lsp
