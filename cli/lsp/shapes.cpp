#include "cli/lsp/shapes.h"

#include <algorithm>

#include "dsl/editor/finding_text.h"

namespace wegwijzer::cli::lsp {

namespace {

std::uint32_t unsigned_of(const json::Value& value) {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value.integer().value_or(0), 0, INT32_MAX));
}

int severity_of(FindingKind kind) {
    switch (kind) {
        case FindingKind::error: return 1;
        case FindingKind::warning: return 2;
        case FindingKind::note: break;
    }
    return 3;
}

}  // namespace

const editor::Lines& Places::lines(SourceId source) {
    const auto found = lines_.find(source.index());
    if (found != lines_.end()) return found->second;
    return lines_.try_emplace(source.index(), sources_.text(source), units_).first->second;
}

editor::Range Places::range(const Span& span) {
    if (!span.has_place()) return {};
    return lines(span.source).range_of(span.begin, span.end);
}

void write(json::Writer& writer, const editor::Position& position) {
    writer.begin_object().key("line").integer(position.line);
    writer.key("character").integer(position.character).end_object();
}

void write(json::Writer& writer, const editor::Range& range) {
    writer.begin_object().key("start");
    write(writer, range.begin);
    writer.key("end");
    write(writer, range.end);
    writer.end_object();
}

void write_location(json::Writer& writer, const Span& span, const SourceMap& sources, const Workspace& workspace,
                    Places& places) {
    writer.begin_object().key("uri").string(workspace.uri_of(sources.name(span.source))).key("range");
    write(writer, places.range(span));
    writer.end_object();
}

editor::Position read_position(const json::Value& value) {
    return {unsigned_of(value["line"]), unsigned_of(value["character"])};
}

editor::Range read_range(const json::Value& value) {
    return {read_position(value["start"]), read_position(value["end"])};
}

void write_finding(json::Writer& writer, const Diagnostic& finding, const SourceMap& sources,
                   const Workspace& workspace, Places& places, const Settings& settings, Language language) {
    const CatalogueEntry& its = entry(finding.code);
    writer.begin_object().key("range");
    write(writer, places.range(finding.span));
    writer.key("severity").integer(severity_of(its.kind));
    writer.key("code").string(its.code);
    if (!settings.code_address.empty()) {
        std::string address = settings.code_address;
        constexpr std::string_view here = "{code}";
        if (const std::size_t at = address.find(here); at != std::string::npos)
            address.replace(at, here.size(), its.code);
        writer.key("codeDescription").begin_object().key("href").string(address).end_object();
    }
    writer.key("source").string("wegwijzer");
    writer.key("message").string(editor::finding_text(finding, language));
    const auto is_elsewhere = [&](const Label& label) { return label.span.has_place() && label.span != finding.span; };
    if (std::ranges::any_of(finding.labels, is_elsewhere)) {
        writer.key("relatedInformation").begin_array();
        for (const Label& label : finding.labels) {
            if (!is_elsewhere(label)) continue;
            const std::string& remark = label.remark.in(language);
            writer.begin_object().key("location");
            write_location(writer, label.span, sources, workspace, places);
            writer.key("message").string(!remark.empty() ? remark : language == Language::nl ? "hier ook" : "here too");
            writer.end_object();
        }
        writer.end_array();
    }
    writer.end_object();
}

}  // namespace wegwijzer::cli::lsp
