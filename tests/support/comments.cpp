#include "tests/support/comments.h"

namespace wegwijzer::test {

using ast::TokenKind;

std::vector<std::string> comments_in(const Parsed& parsed) {
    std::vector<std::string> comments;
    for (const ast::Token& token : parsed.file.tokens) {
        if (token.kind != TokenKind::comment) continue;
        std::string comment(parsed.text().substr(token.begin, token.end - token.begin));
        comment.erase(comment.find_last_not_of(" \t\r") + 1);
        comments.push_back(std::move(comment));
    }
    return comments;
}

std::string with_comments(const std::string& text, std::size_t count, Random& random) {
    std::string result = text;
    const std::string tree = parse_text(text)->tree();
    for (std::size_t number = 0; number < count; ++number) {
        const auto parsed = parse_text(result);
        const auto& tokens = parsed->file.tokens;
        if (tokens.empty()) break;
        const ast::Token& token = tokens[random.below(tokens.size())];
        if (token.kind == TokenKind::comment || token.kind == TokenKind::byte_order_mark) continue;
        const std::string comment = "#" + std::string(random.one_in(2) ? " " : "") + "c" + std::to_string(number);
        std::string inserted = std::string(random.below(3), ' ') + comment + std::string(random.below(2), ' ');
        if (random.one_in(2))
            inserted = "\n" + std::string(random.below(3), '\n') + std::string(random.below(8), ' ') + comment;
        // At the end of a line, or in its middle, which then goes on below it.
        if (token.kind != TokenKind::line_end)
            inserted += "\n" + std::string(random.below(3), '\n') + std::string(1 + random.below(8), ' ');
        std::string changed = result;
        changed.insert(token.begin, inserted);
        const auto read = parse_text(changed);
        if (read->diagnostics.all().empty() && read->tree() == tree) result = std::move(changed);
    }
    return result;
}

}  // namespace wegwijzer::test
