#include "dsl/format/comments.h"

#include <algorithm>
#include <utility>

#include "dsl/ast/silencing.h"

namespace wegwijzer::layout {
namespace {

using ast::TokenKind;

constexpr std::size_t tab_width = 8;
constexpr std::size_t clause_indent = 2;
constexpr std::size_t most_empty_inside = 1;
constexpr std::size_t most_empty_between = 2;

bool is_mark(const ast::Token& token) {
    switch (token.kind) {
        case TokenKind::byte_order_mark:
        case TokenKind::blank:
        case TokenKind::line_end:
        case TokenKind::comment: return false;
        default: return true;
    }
}

std::string_view without_blanks_behind(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

// Walks over the tokens of the author's text, with the columns of the lines it is on.
class GapReader {
  public:
    explicit GapReader(std::string_view text) : text_(text), gaps_(1) {}

    void read(const ast::Token& token) {
        if (token.kind == TokenKind::line_end) {
            ++line_ends_;
            line_has_mark_ = false;
            line_begin_ = token.end;
        } else if (token.kind == TokenKind::byte_order_mark) {
            line_begin_ = token.end;
        } else if (token.kind == TokenKind::comment) {
            read_comment(token);
        } else if (is_mark(token)) {
            read_mark(token);
        }
    }
    std::vector<Gap> finish() {
        end_gap(0);
        gaps_.back().empty_lines = 0;
        return std::move(gaps_);
    }

  private:
    void read_comment(const ast::Token& token) {
        Comment comment;
        comment.text = without_blanks_behind(text_.substr(token.begin, token.end - token.begin));
        comment.has_own_line = !line_has_mark_;
        comment.is_silencing = ast::read_silencing(comment.text).has_value();
        comment.empty_lines = comment.has_own_line ? empty_lines() : 0;
        comment.column = column_of(token.begin);
        comment.column_before = line_column_;
        gaps_.back().comments.push_back(std::move(comment));
        line_ends_ = 0;
        is_begin_ = false;
    }
    void read_mark(const ast::Token& token) {
        const std::size_t column = line_has_mark_ ? line_column_ : column_of(token.begin);
        end_gap(column);
        gaps_.emplace_back();
        line_column_ = column;
        line_has_mark_ = true;
        line_ends_ = 0;
        is_begin_ = false;
    }
    void end_gap(std::size_t column_after) {
        Gap& gap = gaps_.back();
        gap.empty_lines = empty_lines();
        for (Comment& comment : gap.comments) comment.column_after = column_after;
    }
    [[nodiscard]] std::size_t empty_lines() const { return is_begin_ || line_ends_ == 0 ? 0 : line_ends_ - 1; }
    [[nodiscard]] std::size_t column_of(std::uint32_t offset) const {
        std::size_t column = 0;
        for (std::uint32_t i = line_begin_; i < offset; ++i)
            column = text_[i] == '\t' ? (column / tab_width + 1) * tab_width : column + 1;
        return column;
    }

    std::string_view text_;
    std::vector<Gap> gaps_;
    std::uint32_t line_begin_ = 0;
    std::size_t line_ends_ = 0;    // since the last mark or comment
    std::size_t line_column_ = 0;  // of the first mark on the line of the last mark
    bool line_has_mark_ = false;
    bool is_begin_ = true;
};

struct Line {
    std::string_view text;
    std::size_t indent = 0;
    std::size_t first_mark = 0;
    std::size_t last_mark = 0;  // inclusive
    std::size_t margin = 0;     // the indent of the line that this one goes on with
    bool is_wrapped = false;    // the next line goes on with it
};

std::vector<Line> lines_of(const Draft& draft, const std::vector<ast::Token>& marks) {
    const std::string_view text = draft.text;
    std::vector<Line> lines;
    std::size_t mark = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Line line;
        line.text = without_blanks_behind(text.substr(begin, end - begin));
        line.indent = std::min(line.text.find_first_not_of(' '), line.text.size());
        line.margin = !lines.empty() && lines.back().is_wrapped ? lines.back().margin : line.indent;
        line.first_mark = mark;
        while (mark < marks.size() && marks[mark].begin < end) ++mark;
        line.last_mark = mark - 1;
        line.is_wrapped = std::ranges::binary_search(draft.wraps, end);
        if (mark > line.first_mark) lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

class Placer {
  public:
    Placer(const Draft& draft, const std::vector<ast::Token>& marks, std::vector<Gap> gaps)
        : lines_(lines_of(draft, marks)), gaps_(std::move(gaps)) {
        lift_silencings();
    }

    std::string place() {
        write_between(gaps_.front(), nullptr, lines_.empty() ? nullptr : &lines_.front(), 0);
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const Line& line = lines_[i];
            write_line(line);
            const Line* after = i + 1 < lines_.size() ? &lines_[i + 1] : nullptr;
            const bool is_between = after != nullptr && after->indent == 0;
            const bool is_apart = is_between && (line.margin > 0 || has_clauses(i + 1));
            write_between(gaps_[line.last_mark + 1], &line, after, is_apart ? 1 : 0);
        }
        return std::move(result_);
    }

  private:
    // Is the declaration that opens with line `i` more than one long line?
    [[nodiscard]] bool has_clauses(std::size_t i) const {
        while (i < lines_.size() && lines_[i].is_wrapped) ++i;
        return i + 1 < lines_.size() && lines_[i + 1].margin > 0;
    }

    // Behind the first line of a declaration it holds for the whole of it. Where that line becomes several, only above it does.
    void lift_silencings() {
        std::size_t opening = 0;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].margin == 0 && (i == 0 || !lines_[i - 1].is_wrapped)) opening = i;
            if (opening == i) continue;
            for (std::size_t mark = lines_[i].first_mark; mark <= lines_[i].last_mark; ++mark) {
                std::vector<Comment>& comments = gaps_[mark + 1].comments;
                if (comments.empty() || !holds_for_declaration(comments.front())) continue;
                Comment lifted = std::move(comments.front());
                comments.erase(comments.begin());
                lift(std::move(lifted), gaps_[lines_[opening].first_mark]);
            }
        }
    }
    static bool holds_for_declaration(const Comment& comment) {
        return comment.is_silencing && is_behind(comment) && comment.column_before == 0;
    }
    static void lift(Comment comment, Gap& above) {
        comment.has_own_line = true;
        comment.column = comment.column_after = 0;
        comment.empty_lines = above.empty_lines;
        above.empty_lines = 0;
        above.comments.push_back(std::move(comment));
    }

    static bool is_behind(const Comment& comment) { return !comment.has_own_line; }

    // The line, the comments within it above it, but for the one that can stand behind it.
    void write_line(const Line& line) {
        std::vector<const Comment*> comments;
        for (std::size_t mark = line.first_mark; mark < line.last_mark; ++mark)
            for (const Comment& comment : gaps_[mark + 1].comments) comments.push_back(&comment);
        for (const Comment& comment : gaps_[line.last_mark + 1].comments) {
            if (!is_behind(comment)) break;
            comments.push_back(&comment);
        }
        const Comment* behind = nullptr;
        if (!comments.empty() && is_behind(*comments.back())) {
            behind = comments.back();
            comments.pop_back();
        }
        for (const Comment* comment : comments) write(*comment, line.indent);
        result_ += line.text;
        if (behind != nullptr) result_ += "  " + behind->text;
        result_ += "\n";
    }

    void write(const Comment& comment, std::size_t indent) {
        result_ += std::string(indent, ' ') + comment.text + "\n";
    }

    // With at least `least` empty lines.
    void write_between(const Gap& gap, const Line* before, const Line* after, std::size_t least) {
        const std::size_t next = after != nullptr ? after->indent : 0;
        const bool is_wrapped = before != nullptr && before->is_wrapped;
        const std::size_t most = is_wrapped ? 0 : next == 0 ? most_empty_between : most_empty_inside;
        const auto write_empty = [&](std::size_t lines) {
            if (!result_.empty()) result_.append(std::min(lines, most), '\n');
        };
        std::size_t empty = gap.empty_lines;
        for (const Comment& comment : gap.comments) empty += comment.empty_lines;
        bool has_enough = empty >= least;
        bool belongs_to_next = false;
        bool is_leading = before != nullptr;
        for (const Comment& comment : gap.comments) {
            // Those behind the line stand there already.
            if (is_leading && is_behind(comment)) continue;
            is_leading = false;
            const std::size_t indent =
                belongs_to_next || before == nullptr ? next : indent_of(comment, before->margin, next);
            belongs_to_next = belongs_to_next || indent == next;
            write_empty(belongs_to_next && !has_enough ? least : comment.empty_lines);
            has_enough = has_enough || belongs_to_next;
            write(comment, indent);
        }
        if (after != nullptr) write_empty(has_enough ? gap.empty_lines : least);
    }

    // A comment that stood with the lines before it stays with them, also when those after it are further out.
    static std::size_t indent_of(const Comment& comment, std::size_t before, std::size_t next) {
        if (comment.is_silencing) return next;
        if (comment.column <= comment.column_after || comment.column_after >= comment.column_before || before <= next)
            return next;
        if (comment.column >= comment.column_before) return before;
        return next == 0 ? clause_indent : before;
    }

    std::vector<Line> lines_;
    std::vector<Gap> gaps_;
    std::string result_;
};

}  // namespace

std::vector<ast::Token> marks_of(const ast::File& file) {
    std::vector<ast::Token> marks;
    std::ranges::copy_if(file.tokens, std::back_inserter(marks), is_mark);
    return marks;
}

std::vector<Gap> gaps_of(const ast::File& file, std::string_view text) {
    GapReader reader(text);
    for (const ast::Token& token : file.tokens) reader.read(token);
    return reader.finish();
}

void join(Gap& gap, const Gap& more) {
    gap.comments.insert(gap.comments.end(), more.comments.begin(), more.comments.end());
    gap.empty_lines = more.comments.empty() ? std::max(gap.empty_lines, more.empty_lines) : more.empty_lines;
}

std::string put_back(const Draft& draft, const std::vector<ast::Token>& marks, const std::vector<Gap>& gaps) {
    return Placer(draft, marks, gaps).place();
}

}  // namespace wegwijzer::layout
