#include "dsl/compile/packs_in_use.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "dsl/parse/lexer.h"
#include "dsl/parse/parse.h"
#include "dsl/words/words.h"

namespace wegwijzer {

namespace {

// `rules/basis/` and `basis.regels` are both called `basis`.
std::string_view last_part(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    if (const std::size_t slash = path.rfind('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
    constexpr std::string_view extension = ".regels";
    if (path.ends_with(extension)) path.remove_suffix(extension.size());
    return path;
}

bool is_among(const std::vector<PackHead>& heads, const std::string& name) {
    return std::any_of(heads.begin(), heads.end(), [&](const PackHead& head) { return head.name == name; });
}

// Only the declarations that say what a pack is called and what it uses, each with its own lines: a declaration starts in the
// first column of a line, so the others need no reading.
std::string head_of(std::string_view text) {
    std::string head;
    bool in_head = false;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, length);
        text.remove_prefix(length);
        const std::string_view start = line.starts_with("\xEF\xBB\xBF") ? line.substr(3) : line;
        // Any other mark in the first column leaves the line with the declaration above it.
        if (parsing::letter_length(start, 0, true) > 0) {
            const std::string_view word = start.substr(0, start.find_first_of(" \t\r\n#\""));
            in_head = std::ranges::any_of(std::array{Language::nl, Language::en}, [&](Language language) {
                const std::optional<Word> found = find_word(word, WordPlace::declaration, language);
                return found == Word::pack || found == Word::use;
            });
        }
        if (in_head) head += line;
    }
    return head;
}

struct Neighbours {
    std::vector<PackText> packs;
    std::vector<PackHead> heads;

    [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const {
        std::optional<std::size_t> found;
        for (std::size_t at = 0; at < packs.size(); ++at) {
            if (heads[at].name != name) continue;
            if (last_part(packs[at].name) == name) return at;
            if (!found) found = at;
        }
        return found;
    }
};

}  // namespace

PackHead read_pack_head(const PackText& pack) {
    PackHead head;
    SourceMap sources;
    Diagnostics unheard;  // compile says what is wrong
    Language language = Language::nl;
    std::vector<std::string> texts;
    for (const PackFile& file : pack.files) {
        texts.push_back(head_of(file.text));
        if (find_language(texts.back()) == Language::en) language = Language::en;
    }
    for (std::size_t at = 0; at < texts.size(); ++at) {
        const SourceId source = sources.add(pack.files[at].name, std::move(texts[at]));
        for (const ast::Declaration& declaration : parse(sources, source, language, unheard).declarations) {
            if (const auto* itself = std::get_if<ast::Pack>(&declaration.node)) {
                if (head.name.empty()) head.name = itself->name.text;
            } else if (const auto* use = std::get_if<ast::Use>(&declaration.node)) {
                if (!use->pack.text.empty()) head.uses.push_back(use->pack.text);
            }
        }
    }
    return head;
}

std::vector<PackText> with_packs_in_use(std::vector<PackText> given, const PacksBeside& packs_beside) {
    std::vector<PackText> packs = std::move(given);
    std::vector<PackHead> heads;
    for (const PackText& pack : packs) heads.push_back(read_pack_head(pack));
    for (std::size_t at = 0; at < packs.size(); ++at) {
        std::optional<Neighbours> neighbours;
        const std::vector<std::string> uses = heads[at].uses;
        for (const std::string& name : uses) {
            if (is_among(heads, name)) continue;
            if (!neighbours) {
                neighbours.emplace();
                neighbours->packs = packs_beside(packs[at]);
                for (const PackText& pack : neighbours->packs) {
                    neighbours->heads.push_back(read_pack_head(pack));
                    const std::string& its_name = neighbours->heads.back().name;
                    if (!its_name.empty()) packs[at].beside.push_back(its_name);
                }
            }
            if (const auto found = neighbours->find(name)) {
                packs.push_back(neighbours->packs[*found]);
                packs.back().was_given = false;
                heads.push_back(neighbours->heads[*found]);
            }
        }
    }
    return packs;
}

}  // namespace wegwijzer
