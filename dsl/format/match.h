// Which word of one text stands for which of another that says the same.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "dsl/ast/token.h"
#include "dsl/format/draft.h"

namespace wegwijzer::layout {

struct MarkedText {
    std::string_view text;
    const std::vector<ast::Token>& marks;
};

// For each mark of what an author wrote, the one it became in the canonical text of the same language. They are the same but for
// `is niet bekend`, which became `is onbekend`, and the last bar of a row, which may be left out. std::nullopt when they are not.
[[nodiscard]] std::optional<std::vector<std::size_t>> match_canonical(const MarkedText& written,
                                                                      const MarkedText& canonical);

// For each mark of a canonical text, the last one of the same word in the canonical text of the other language.
[[nodiscard]] std::optional<std::vector<std::size_t>> match_translation(const Draft& from,
                                                                        const std::vector<ast::Token>& from_marks,
                                                                        const Draft& to,
                                                                        const std::vector<ast::Token>& to_marks);

}  // namespace wegwijzer::layout
