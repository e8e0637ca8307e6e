#include "dsl/editor/while_typing.h"

#include <algorithm>
#include <limits>

#include "dsl/editor/when_told.h"
#include "dsl/editor/word_at.h"
#include "engine/base/ascii.h"

namespace wegwijzer::editor {

namespace {

constexpr std::uint32_t no_end = std::numeric_limits<std::uint32_t>::max();

// The declaration that is being written: from its keyword up to the next one. What is no declaration yet belongs to the one above.
struct Here {
    std::uint32_t begin = 0;
    std::uint32_t end = no_end;
    std::uint32_t line_begin = 0;
    std::uint32_t line_end = no_end;
    std::uint32_t settled = 0;         // a word that ends here or earlier has another one behind it
    std::uint32_t settled_before = 0;  // the same, with a whole word between
    bool names_come_later = false;     // a reeks reads its own fields above them: `geldt laatste per vak`
};

Here here_at(const ast::File& file, std::string_view text, std::uint32_t typed_at) {
    Here here;
    for (const ast::Declaration& other : file.declarations) {
        if (other.keyword.begin > typed_at) here.end = std::min(here.end, other.keyword.begin);
    }
    std::size_t at = std::min<std::size_t>(typed_at, text.size());
    here.line_begin = static_cast<std::uint32_t>(text.substr(0, at).rfind('\n') + 1);  // none before the first line: 0
    if (const std::size_t end = text.find('\n', at); end != std::string_view::npos)
        here.line_end = static_cast<std::uint32_t>(end);
    const ast::Declaration* declaration = declaration_at(file, typed_at);
    // The word that opens a declaration may still become one of the declaration above, and one that opens inside a line was guessed.
    const auto may_be_none = [&](const ast::Declaration& it) {
        return it.keyword.begin > here.line_begin ||
               (it.keyword.begin == here.line_begin && typed_at <= it.keyword.end);
    };
    while (declaration != nullptr && declaration != &file.declarations.front() && may_be_none(*declaration))
        --declaration;
    if (declaration != nullptr) {
        here.begin = declaration->keyword.begin;
        here.names_come_later = std::holds_alternative<ast::Series>(declaration->node);
    }
    const auto go_back_over_blanks = [&] {
        while (at > 0 && is_blank_or_line_end(text[at - 1])) --at;
    };
    const auto go_back_over_a_word = [&] {
        go_back_over_blanks();
        while (at > 0 && !is_blank_or_line_end(text[at - 1])) --at;
    };
    go_back_over_a_word();
    go_back_over_blanks();
    here.settled = static_cast<std::uint32_t>(at);
    go_back_over_a_word();
    go_back_over_blanks();
    here.settled_before = static_cast<std::uint32_t>(at);
    return here;
}

bool is_certain(const Here& here, WhenTold when, const Span& span) {
    const bool is_before = span.end < here.line_begin || span.end <= here.settled;
    switch (when) {
        case WhenTold::after_the_pause:
        case WhenTold::with_next_declaration: return false;
        case WhenTold::behind_the_mark: return is_before || span.begin > here.line_end;
        case WhenTold::behind_the_word: return is_before && !here.names_come_later;
        case WhenTold::on_a_line_behind: break;
    }
    return span.end < here.line_begin && span.end <= here.settled_before;
}

}  // namespace

bool is_typing(std::string_view removed, std::string_view added) {
    const auto is_small = [](std::string_view piece) {
        const std::size_t line_end = piece.find('\n');
        return line_end == std::string_view::npos || std::ranges::all_of(piece.substr(line_end + 1), is_blank);
    };
    return is_small(removed) && is_small(added);
}

std::vector<std::size_t> shown_while_typing(const ast::File& file, std::string_view text,
                                            const std::vector<Diagnostic>& findings, std::uint32_t typed_at) {
    const Here here = here_at(file, text, typed_at);
    const auto waits = [&](const Diagnostic& finding) {
        if (entry(finding.code).kind != FindingKind::error) return false;
        const WhenTold when = when_told(finding.code).value_or(WhenTold::on_a_line_behind);
        if (when == WhenTold::after_the_pause) return true;
        if (finding.span.source != file.source || finding.span.begin < here.begin || finding.span.begin >= here.end)
            return false;
        return !is_certain(here, when, finding.span);
    };
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!waits(findings[i])) shown.push_back(i);
    }
    return shown;
}

}  // namespace wegwijzer::editor
