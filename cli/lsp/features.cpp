#include "cli/lsp/features.h"

#include <array>
#include <utility>

#include "cli/lsp/at_cursor.h"

namespace wegwijzer::cli::lsp {

namespace {

using Answer = Outcome (*)(Desk& desk, const json::Value& params);

template <auto function>
Outcome outcome_of(Desk& desk, const json::Value& params) {
    return function(desk, params);
}

constexpr std::array answers{
    std::pair<std::string_view, Answer>{"textDocument/completion", outcome_of<answer_completion>},
    std::pair<std::string_view, Answer>{"textDocument/hover", outcome_of<answer_hover>},
    std::pair<std::string_view, Answer>{"textDocument/definition", outcome_of<answer_definition>},
    std::pair<std::string_view, Answer>{"textDocument/references", outcome_of<answer_references>},
    std::pair<std::string_view, Answer>{"textDocument/prepareRename", outcome_of<answer_prepare_rename>},
    std::pair<std::string_view, Answer>{"textDocument/rename", outcome_of<answer_rename>},
    std::pair<std::string_view, Answer>{"textDocument/documentSymbol", outcome_of<answer_outline>},
    std::pair<std::string_view, Answer>{"textDocument/formatting", outcome_of<answer_formatting>},
    std::pair<std::string_view, Answer>{"textDocument/codeAction", outcome_of<answer_code_actions>},
    std::pair<std::string_view, Answer>{"workspace/executeCommand", outcome_of<answer_command>},
};

}  // namespace

std::optional<Outcome> answer_request(Desk& desk, std::string_view method, const json::Value& params) {
    for (const auto& [name, answer] : answers) {
        if (name == method) return answer(desk, params);
    }
    return std::nullopt;
}

std::optional<AtCursor> find_cursor(Desk& desk, const json::Value& params) {
    const auto uri = params["textDocument"]["uri"].text();
    const Document* document = uri ? desk.workspace.find(*uri) : nullptr;
    if (document == nullptr) return std::nullopt;
    AtCursor cursor;
    cursor.document = document;
    cursor.analysis = &desk.analyses.of_file(document->path);
    const std::optional<SourceId> source = cursor.analysis->source_of(document->path);
    if (!source) return std::nullopt;
    cursor.file = cursor.analysis->file_of(*source);
    cursor.offset = editor::Lines(document->text, desk.settings.units).offset_of(read_position(params["position"]));
    cursor.language = desk.settings.language_for(cursor.file->language);
    return cursor;
}

}  // namespace wegwijzer::cli::lsp
