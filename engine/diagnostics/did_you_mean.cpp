#include "engine/diagnostics/did_you_mean.h"

#include <algorithm>
#include <vector>

#include "engine/base/unicode.h"

namespace wegwijzer {

namespace {

// What is compared: without case, as characters.
std::u32string characters_of(std::string_view text) {
    const std::string lower = to_lower(to_nfc(text));
    std::u32string result;
    for (std::string_view rest = lower; !rest.empty();) {
        const CodePoint character = first_code_point(rest);
        result.push_back(character.value);
        rest.remove_prefix(character.size);
    }
    return result;
}

// Letters to add, leave out, change or swap with their neighbour; `most` + 1 when there are more than `most`.
std::size_t distance(std::u32string_view left, std::u32string_view right, std::size_t most) {
    const std::size_t difference = std::max(left.size(), right.size()) - std::min(left.size(), right.size());
    if (difference > most) return most + 1;
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> last(right.size() + 1);
    std::vector<std::size_t> row(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool is_same = left[i - 1] == right[j - 1];
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (is_same ? 0 : 1)});
            const bool is_swap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (is_swap) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::min_element(row.begin(), row.end()) > most) return most + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[right.size()];
}

std::vector<std::u32string> sorted_words(const std::u32string& name) {
    std::vector<std::u32string> words(1);
    for (const char32_t character : name) {
        if (character == U'_' || character == U' ' || character == U'-') {
            words.emplace_back();
        } else {
            words.back().push_back(character);
        }
    }
    std::sort(words.begin(), words.end());
    return words;
}

}  // namespace

std::optional<std::string> did_you_mean(std::string_view written, std::span<const std::string> candidates) {
    constexpr std::size_t longest = 200;  // longer names are compared in full only
    const std::u32string meant = characters_of(written);
    const std::size_t most = meant.size() > longest ? 0 : meant.size() / 3;
    const std::vector<std::u32string> words = sorted_words(meant);

    const std::string* nearest = nullptr;
    const std::string* reordered = nullptr;
    std::size_t least = most + 1;
    for (const std::string& candidate : candidates) {
        if (candidate == written) continue;
        const std::u32string name = characters_of(candidate);
        if (name == meant) return candidate;
        const std::size_t letters = distance(meant, name, most);
        if (letters < least) {
            least = letters;
            nearest = &candidate;
        }
        if (reordered == nullptr && words.size() > 1 && sorted_words(name) == words) reordered = &candidate;
    }
    if (nearest != nullptr) return *nearest;
    return reordered != nullptr ? std::optional(*reordered) : std::nullopt;
}

Localized ask_whether(const std::string& meant) {
    return {"bedoelt u `" + meant + "`?", "did you mean `" + meant + "`?"};
}

}  // namespace wegwijzer
