#include <algorithm>
#include <type_traits>
#include <variant>

#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

bool is_word_byte(char character) {
    const auto byte = static_cast<unsigned char>(character);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || byte == '_';
}

void add_words(std::string_view text, std::unordered_set<std::string>& words) {
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && !is_word_byte(text[at])) ++at;
        const std::size_t begin = at;
        while (at < text.size() && is_word_byte(text[at])) ++at;
        if (at > begin) words.emplace(text.substr(begin, at - begin));
    }
}

// Does this line declare names: one that opens a declaration, or `NAAM : type`?
bool may_declare(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) return false;
    if (first == 0) return true;
    std::size_t at = first;
    while (at < line.size() && is_word_byte(line[at])) ++at;
    at = line.find_first_not_of(" \t", at);
    return at != std::string_view::npos && line[at] == ':';
}

// A line that was reported by the parser may have declared any word on it: those are not reported as unknown as well.
void collect_unread_words(Context& context) {
    for (const Diagnostic& diagnostic : context.diagnostics.all()) {
        if (entry(diagnostic.code).kind != FindingKind::error) continue;
        context.has_reading_errors = true;
        if (!diagnostic.span.has_place()) continue;
        const std::string_view text = context.sources.text(diagnostic.span.source);
        const std::size_t at = std::min<std::size_t>(diagnostic.span.begin, text.size());
        const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (may_declare(line)) add_words(line, context.unread_words);
    }
}

template <class Node>
std::vector<Declared<Node>>& list_of(Declarations& declared) {
    if constexpr (std::is_same_v<Node, ast::Pack>)
        return declared.packs;
    else if constexpr (std::is_same_v<Node, ast::Use>)
        return declared.uses;
    else if constexpr (std::is_same_v<Node, ast::Source>)
        return declared.sources;
    else if constexpr (std::is_same_v<Node, ast::StudentData>)
        return declared.student_data;
    else if constexpr (std::is_same_v<Node, ast::Series>)
        return declared.series;
    else if constexpr (std::is_same_v<Node, ast::Calendar>)
        return declared.calendars;
    else if constexpr (std::is_same_v<Node, ast::Phase>)
        return declared.phases;
    else if constexpr (std::is_same_v<Node, ast::Cluster>)
        return declared.clusters;
    else if constexpr (std::is_same_v<Node, ast::Factor>)
        return declared.factors;
    else if constexpr (std::is_same_v<Node, ast::Role>)
        return declared.roles;
    else if constexpr (std::is_same_v<Node, ast::Parameter>)
        return declared.parameters;
    else if constexpr (std::is_same_v<Node, ast::Set>)
        return declared.sets;
    else if constexpr (std::is_same_v<Node, ast::Concept>)
        return declared.concepts;
    else if constexpr (std::is_same_v<Node, ast::Signal>)
        return declared.signals;
    else if constexpr (std::is_same_v<Node, ast::Intervention>)
        return declared.interventions;
    else if constexpr (std::is_same_v<Node, ast::Policy>)
        return declared.policies;
    else if constexpr (std::is_same_v<Node, ast::Plan>)
        return declared.plans;
    else if constexpr (std::is_same_v<Node, ast::Table>)
        return declared.tables;
    else
        return declared.examples;
}

}  // namespace

void collect_declarations(Context& context) {
    collect_unread_words(context);
    for (std::size_t pack = 0; pack < context.pack_list.size(); ++pack) {
        for (const std::size_t file_index : context.pack_list[pack].files) {
            const ast::File& file = context.files[file_index];
            for (const ast::Declaration& declaration : file.declarations) {
                std::visit(
                    [&](const auto& node) {
                        using Node = std::decay_t<decltype(node)>;
                        list_of<Node>(context.declared).push_back({&node, &file, &declaration, pack});
                    },
                    declaration.node);
            }
        }
    }
}

}  // namespace wegwijzer::checking
