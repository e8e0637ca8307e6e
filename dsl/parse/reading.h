// The state of the grammar while it reads one declaration: lexemes in, syntax nodes out, and how far it came, for messages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "dsl/parse/lexeme.h"
#include "dsl/parse/syntax_node.h"

namespace wegwijzer::parsing {

// What the grammar could have gone on with, other than a word or a mark.
enum class Wanted : std::uint8_t {
    word,
    mark,
    name,
    text,
    integer,
    number,
    unit,
    date,
    bullet,
    cell,
    version,
    same_line
};

struct Expectation {
    Wanted wanted = Wanted::word;
    Word word{};            // Wanted::word
    std::uint8_t part = 0;  // Wanted::word: so many parts of the phrase stand there already
    char mark = '\0';       // Wanted::mark
    friend bool operator==(const Expectation&, const Expectation&) = default;
};

// A clause that could not be read.
struct Failure {
    std::size_t clause = 0;     // its first lexeme
    std::size_t at = 0;         // the lexeme that doesn't fit; may be the end
    std::size_t resume = 0;     // where reading goes on
    bool clause_began = false;  // the clause word was read
    bool too_deep = false;
    bool at_barrier = false;  // a word that opens a clause on a new line stands where a value should
    std::vector<Expectation> expected;
};

// Where reading goes on behind what could not be read: at a line that opens with a clause word, at any line, or at a line
// that opens with a bullet of this list (or one above it) or a clause word.
enum class Resume : std::uint8_t { clause_line, any_line, bullet_line };

class Reading {
  public:
    Reading(std::string_view text, const Vocabulary& vocabulary, std::vector<Lexeme> lexemes,
            std::vector<Node> nodes = {});  // those of these lexemes, when they were read before

    [[nodiscard]] const std::vector<Lexeme>& lexemes() const { return lexemes_; }
    [[nodiscard]] const std::string& codes() const { return codes_; }
    [[nodiscard]] const Vocabulary& vocabulary() const { return *vocabulary_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view written(std::size_t lexeme) const {
        return text_.substr(lexemes_[lexeme].begin, lexemes_[lexeme].end - lexemes_[lexeme].begin);
    }

    // Lexemes of the phrase of `word` that stand at `index`: all of them, or 0. Notes what was missed.
    [[nodiscard]] std::size_t match_word(Word word, std::size_t index);
    [[nodiscard]] bool stands_at(Word word, std::size_t index) const;
    void missed(std::size_t index, Expectation expectation);

    [[nodiscard]] bool is_name(std::size_t index) const;
    [[nodiscard]] bool is_reserved(std::size_t index) const;
    // A unit of numbers: a name that starts with a capital, `uur` or `euro`.
    [[nodiscard]] bool is_unit(std::size_t index) const;

    [[nodiscard]] std::size_t open(NodeKind kind, std::size_t index);
    void close(std::size_t node, std::size_t end);
    void drop(std::size_t nodes) { nodes_.resize(nodes); }
    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] std::size_t node_count() const { return nodes_.size(); }

    // Names that this file declares; may be null.
    const std::unordered_set<std::string>* declared_names = nullptr;

    // Words that open a clause of this declaration.
    const std::vector<Word>* clause_words = nullptr;
    [[nodiscard]] bool opens_clause(std::size_t index) const;
    // Nearly a clause word: a slip, or the first word of a phrase.
    [[nodiscard]] bool resembles_clause(std::size_t index) const;
    [[nodiscard]] std::size_t bullet_length(std::size_t index) const;
    [[nodiscard]] bool stops_at(std::size_t index) const;

    // In a look-ahead nothing is noted.
    int quiet = 0;
    int depth = 0;
    std::uint32_t bullet_level = 0;  // 0: not in a bullet
    void nested_too_deep(std::size_t index);

    // ---- failures ----

    // Does what ends before `index` end a line, a clause or a bullet?
    [[nodiscard]] bool ends_item(std::size_t index, Resume resume) const;
    // Is `index`, where no clause could be read, a rest of the clause before it?
    [[nodiscard]] bool is_rest(std::size_t index, Resume resume) const;
    void begin_failure(std::size_t clause, std::size_t reached);
    // With a barrier, a clause word that opens a line is no name. False when it would show nothing new.
    [[nodiscard]] bool raise_barrier();
    void lower_barrier();
    // The lexeme where reading goes on.
    [[nodiscard]] std::size_t end_failure(Resume resume);
    [[nodiscard]] const std::vector<Failure>& failures() const { return failures_; }

  private:
    std::string_view text_;
    const Vocabulary* vocabulary_;
    std::vector<Lexeme> lexemes_;
    std::string codes_;
    std::vector<Node> nodes_;

    std::size_t furthest_ = 0;  // how far the grammar came, and what it wanted there
    std::vector<Expectation> expected_;
    bool too_deep_ = false;
    bool barrier_ = false;
    bool trying_barrier_ = false;
    Failure pending_;
    std::vector<Failure> failures_;
    std::size_t kept_failures_ = 0;
};

// The PEGTL grammar, behind functions so that its headers stay in one translation unit.
enum class DeclarationKind : std::uint8_t {
    pack,
    use,
    source,
    student_data,
    series,
    calendar,
    phase,
    cluster,
    factor,
    role,
    parameter,
    set,
    concept_,
    signal,
    strength,
    opportunity,
    intervention,
    policy,
    plan,
    table,
    example,
};
// Read all lexemes; what could not be read is in `failures`.
void read_declaration(Reading& reading, DeclarationKind kind);
void read_template_value(Reading& reading);  // an expression in an uitleg
// The words that may open a clause of a declaration.
[[nodiscard]] const std::vector<Word>& clause_words(DeclarationKind kind);

}  // namespace wegwijzer::parsing
