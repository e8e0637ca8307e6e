// What the grammar made of the stretches of a text, for who reads nearly the same text again: after a key one stretch of some
// hundreds differs. A stretch is kept only where nothing was wrong with it, and what it reads as depends on its own bytes alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dsl/ast/token.h"
#include "dsl/parse/lexeme.h"
#include "dsl/parse/syntax_node.h"
#include "engine/base/language.h"

namespace wegwijzer::parsing {

class ReadBefore {
  public:
    // Of a stretch that begins at 0; `moved` brings it to its place.
    struct Stretch {
        std::vector<Lexeme> lexemes;
        std::vector<Node> nodes;
        std::vector<ast::Token> tokens;
    };

    // Every reading of all texts is one round; what a round didn't ask for or keep is gone behind it.
    void begin_round() { ++round_; }
    void end_round();

    // None: these bytes were not read in the round before, nor in this one, or something was wrong with them.
    [[nodiscard]] const Stretch* find(std::string_view text, Language language);
    // `stretch` stands at `begin`.
    void keep(std::string_view text, Language language, std::uint32_t begin, Stretch stretch);
    [[nodiscard]] std::size_t size() const { return kept_[0].size() + kept_[1].size(); }

  private:
    struct Kept {
        Stretch stretch;
        std::uint32_t round = 0;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using ByText = std::unordered_map<std::string, Kept, TextHash, std::equal_to<>>;

    ByText kept_[2];  // by language
    std::uint32_t round_ = 0;
};

// The same marks `by` bytes further on.
template <class Mark>
[[nodiscard]] std::vector<Mark> moved(std::vector<Mark> marks, std::uint32_t by) {
    for (Mark& mark : marks) {
        mark.begin += by;
        mark.end += by;
    }
    return marks;
}

}  // namespace wegwijzer::parsing
