#include "cli/lsp/at_cursor.h"
#include "dsl/editor/complete.h"
#include "dsl/editor/describe.h"

namespace wegwijzer::cli::lsp {

namespace {

// CompletionItemKind of the protocol.
int kind_of(const editor::Proposal& item) {
    constexpr int field = 5, variable = 6, module = 9, value = 12, keyword = 14, reference = 18, constant = 21,
                  event = 23;
    if (item.kind == editor::Proposal::Kind::word) return keyword;
    if (item.kind == editor::Proposal::Kind::value || !item.thing) return value;
    switch (*item.thing) {
        case editor::ThingKind::pack: return module;
        case editor::ThingKind::student_field:
        case editor::ThingKind::series_field: return field;
        case editor::ThingKind::parameter: return constant;
        case editor::ThingKind::named_concept:
        case editor::ThingKind::table: return variable;
        case editor::ThingKind::signal:
        case editor::ThingKind::strength:
        case editor::ThingKind::opportunity: return event;
        default: return reference;
    }
}

}  // namespace

std::string answer_completion(Desk& desk, const json::Value& params) {
    const std::optional<AtCursor> cursor = find_cursor(desk, params);
    if (!cursor) return "null";
    const std::string& text = cursor->document->text;
    const editor::Names names(cursor->compilation().files);
    const editor::Proposals proposals =
        editor::complete(text, cursor->offset, names, cursor->file->language, cursor->language,
                         [&] { return desk.workspace.packs_beside_of(cursor->analysis->pack); });
    const editor::Range range = editor::Lines(text, desk.settings.units).range_of(proposals.begin, proposals.end);
    json::Writer writer;
    writer.begin_object().key("isIncomplete").boolean(false).key("items").begin_array();
    for (const editor::Proposal& item : proposals.items) {
        writer.begin_object().key("label").string(item.label).key("kind").integer(kind_of(item));
        if (!item.detail.empty()) writer.key("detail").string(item.detail);
        // Names come before words: of those there are few, and an author knows them.
        writer.key("sortText").string((item.kind == editor::Proposal::Kind::word ? "2" : "1") + item.label);
        writer.key("textEdit").begin_object().key("range");
        write(writer, range);
        writer.key("newText").string(item.label).end_object().end_object();
    }
    writer.end_array().end_object();
    return writer.take();
}

}  // namespace wegwijzer::cli::lsp
