#include "tests/mutation/slips.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "tests/mutation/marks.h"

namespace wegwijzer::test {
namespace {

struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t line = 1;
};

enum class Cut {
    marks,   // words, numbers, dates and single marks, inside texts as well
    chunks,  // what stands between blanks: `70%`, `toetsen,`
    wholes,  // a text with its quotes is one
};

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t end_of_piece(std::string_view line, std::size_t at, Cut cut) {
    if (cut == Cut::chunks) return std::min(line.find(' ', at), line.size());
    return cut == Cut::wholes && line[at] == '"' ? end_of_text(line, at) : end_of_mark(line, at, ".,-");
}

// A comment counts as one mark, `#`, and the word behind it.
std::vector<Piece> cut_up(std::string_view text, Cut cut) {
    std::vector<Piece> pieces;
    std::size_t number = 1;
    for (std::size_t begin = 0; begin < text.size(); ++number) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        bool in_comment = false;
        for (std::size_t at = 0; at < line.size();) {
            if (is_blank(line[at])) {
                ++at;
                continue;
            }
            const std::size_t piece_end = end_of_piece(line, at, cut);
            pieces.push_back({begin + at, begin + piece_end, number});
            if (in_comment) break;
            in_comment = line[at] == '#';
            at = piece_end;
        }
        begin = end + 1;
    }
    return pieces;
}

class SlipMaker {
  public:
    explicit SlipMaker(std::string_view text) : text_(text) {}

    void make(Cut cut) {
        const std::vector<Piece> pieces = cut_up(text_, cut);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const Piece& it = pieces[i];
            const std::string here(written(it));
            add("left out: ", it, it, "");
            std::size_t behind = it.end;
            while (behind < text_.size() && is_blank(text_[behind])) ++behind;
            add("left out, with the space behind it: ", it, {it.begin, behind, it.line}, "");
            add("written twice: ", it, it, here + " " + here);
            if (!is_letter(here.front()) && !is_digit(here.front())) add("written twice: ", it, it, here + here);
            if (i + 1 == pieces.size()) continue;
            const Piece& next = pieces[i + 1];
            const std::string between(text_.substr(it.end, next.begin - it.end));
            add("swapped with the next: ", it, {it.begin, next.end, next.line},
                std::string(written(next)) + between + here);
        }
    }

    [[nodiscard]] std::vector<Slip> take() { return std::move(slips_); }

  private:
    [[nodiscard]] std::string_view written(const Piece& piece) const {
        return text_.substr(piece.begin, piece.end - piece.begin);
    }

    void add(std::string_view what, const Piece& piece, const Piece& replaced, std::string by) {
        Slip slip{std::string(what) + "`" + std::string(written(piece)) + "`",
                  replaced.begin,
                  replaced.end,
                  std::move(by),
                  piece.line,
                  replaced.line};
        const std::string text = slip.in(text_);
        if (text == text_ || !seen_.insert(std::hash<std::string>()(text)).second) return;
        slips_.push_back(std::move(slip));
    }

    std::string_view text_;
    std::unordered_set<std::size_t> seen_;  // hashes of the texts
    std::vector<Slip> slips_;
};

}  // namespace

std::vector<Slip> all_slips(std::string_view text) {
    SlipMaker maker(text);
    for (const Cut cut : {Cut::marks, Cut::chunks, Cut::wholes}) maker.make(cut);
    return maker.take();
}

}  // namespace wegwijzer::test
