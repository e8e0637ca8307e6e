#include "dsl/parse/lost_keyword.h"

#include <algorithm>
#include <array>

#include "dsl/parse/repair.h"
#include "engine/base/unicode.h"

namespace wegwijzer::parsing {
namespace {

constexpr std::array keywords = {
    Word::pack,     Word::use,     Word::source,   Word::student_data, Word::series,       Word::calendar,
    Word::phase,    Word::cluster, Word::factor,   Word::role,         Word::parameter,    Word::set,
    Word::concept_, Word::signal,  Word::strength, Word::opportunity,  Word::intervention, Word::policy,
    Word::plan,     Word::table,   Word::example,
};

// A longer stretch of lines is not read as other declarations.
constexpr std::uint32_t longest_tried = 20'000;
constexpr std::size_t most_listed = 4;

std::size_t column(std::string_view text, std::uint32_t begin) {
    const std::size_t line_end = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
    return begin - (line_end == std::string_view::npos ? 0 : line_end + 1);
}

std::optional<DeclarationKind> keyword_at(const Reading& reading, std::size_t index) {
    for (std::size_t i = 0; i < keywords.size(); ++i)
        if (reading.stands_at(keywords[i], index)) return static_cast<DeclarationKind>(i);
    return std::nullopt;
}

class Search {
  public:
    Search(const Reading& reading, DeclarationKind above, const std::unordered_set<std::string>& declared)
        : reading_(reading),
          lexemes_(reading.lexemes()),
          failure_(reading.failures().front()),
          above_(above),
          declared_(declared),
          repairs_(reading, above, read_declaration) {}

    std::optional<LostDeclaration> find() {
        std::size_t first = std::max<std::size_t>(1, failure_.clause);
        // A text on a line of its own was read with the clause before it.
        if (lexemes_[first - 1].opens_line && lexemes_[first - 1].code == code::text) --first;
        for (std::size_t at = std::max<std::size_t>(1, first); at <= failure_.at && at + 1 < lexemes_.size(); ++at) {
            if (!lexemes_[at].opens_line || reading_.opens_clause(at)) continue;
            if (auto found = try_line(at)) return found;
        }
        return std::nullopt;
    }

  private:
    std::optional<LostDeclaration> try_line(std::size_t at) {
        const std::uint32_t end = lexemes_.back().end;
        if (end - lexemes_[at].begin > longest_tried) return std::nullopt;
        if (const auto kind = keyword_at(reading_, at)) {
            if (at + 2 >= lexemes_.size() || becomes_clause(at)) return std::nullopt;
            const std::size_t length = reading_.vocabulary().phrases(keyword_of(*kind)).front().size();
            const auto fits = fitting_kinds(reading_.text(), reading_.vocabulary(), lexemes_[at + length].begin, end);
            if (std::find(fits.begin(), fits.end(), *kind) == fits.end()) return std::nullopt;
            return LostDeclaration{at, true, kind, {}};
        }
        // A word that belongs here is no name.
        const bool belongs =
            std::any_of(failure_.expected.begin(), failure_.expected.end(), [&](const Expectation& it) {
                return it.wanted == Wanted::word && lexemes_[at].spelling != no_spelling &&
                       reading_.vocabulary().phrases(it.word).front()[it.part] == lexemes_[at].spelling;
            });
        const bool is_double = at + 1 < lexemes_.size() && reading_.written(at) == reading_.written(at + 1);
        if (belongs || (is_double && lexemes_[at].spelling != no_spelling)) return std::nullopt;
        const bool is_text = lexemes_[at].code == code::text;
        if ((!is_text && !reading_.is_name(at)) || is_field(at) || reading_.resembles_clause(at) || is_half_clause(at))
            return std::nullopt;
        if (!stands_apart(at)) return std::nullopt;
        const bool may_repeat = above_ != DeclarationKind::pack && above_ != DeclarationKind::student_data;
        LostDeclaration result{at, false, std::nullopt,
                               fitting_kinds(reading_.text(), reading_.vocabulary(), lexemes_[at].begin, end)};
        if (!may_repeat) std::erase(result.possible, above_);
        if (result.possible.empty()) return std::nullopt;
        if ((lexemes_[at].spelling != no_spelling || declared_.contains(to_nfc(reading_.written(at)))) &&
            becomes_clause(at))
            return std::nullopt;
        const bool is_same =
            may_repeat && std::find(result.possible.begin(), result.possible.end(), above_) != result.possible.end();
        if (result.possible.size() == 1)
            result.kind = result.possible.front();
        else if (is_same)
            result.kind = above_;
        return result;
    }

    // A field goes with the declaration above it.
    [[nodiscard]] bool is_field(std::size_t at) const {
        return (above_ == DeclarationKind::student_data || above_ == DeclarationKind::series) &&
               lexemes_[at + 1].code == ':';
    }

    // Alone on its line, the beginning of a word that opens a clause: `fact`.
    [[nodiscard]] bool is_half_clause(std::size_t at) const {
        constexpr std::size_t fewest_letters = 2;
        const std::string_view written = reading_.written(at);
        if (written.size() < fewest_letters || (at + 1 < lexemes_.size() && !lexemes_[at + 1].opens_line)) return false;
        const std::vector<Word>& words = clause_words(above_);
        return std::any_of(words.begin(), words.end(), [&](Word word) {
            return reading_.vocabulary().text(reading_.vocabulary().phrases(word).front().front()).starts_with(written);
        });
    }

    // Would a word of a clause before it make the line a clause?
    [[nodiscard]] bool becomes_clause(std::size_t at) {
        const std::vector<Word>& words = clause_words(above_);
        return std::any_of(words.begin(), words.end(), [&](Word word) {
            return repairs_.helps(failure_,
                                  {at, 0, as_lexemes(reading_.vocabulary(), word, 0, lexemes_[at - 1], true), true});
        });
    }

    // Does the layout say that something new begins: behind an empty line or a comment, (nearly) in the first column, or
    // right below a declaration of one line?
    [[nodiscard]] bool stands_apart(std::size_t at) const {
        const std::string_view text = reading_.text();
        const std::string_view between = text.substr(lexemes_[at - 1].end, lexemes_[at].begin - lexemes_[at - 1].end);
        if (std::count(between.begin(), between.end(), '\n') > 1) return true;
        if (column(text, lexemes_[at].begin) <= 1) return true;
        const auto opens_line = [](const Lexeme& it) { return it.opens_line; };
        return std::none_of(lexemes_.begin() + 1, lexemes_.begin() + static_cast<std::ptrdiff_t>(at), opens_line) &&
               lexemes_[at - 1].code != '=' && lexemes_[at - 1].code != ',';
    }

    const Reading& reading_;
    const std::vector<Lexeme>& lexemes_;
    const Failure& failure_;
    DeclarationKind above_;
    const std::unordered_set<std::string>& declared_;
    Repairs repairs_;
};

}  // namespace

Word keyword_of(DeclarationKind kind) { return keywords[static_cast<std::size_t>(kind)]; }

LexerMode mode_of(DeclarationKind kind) {
    switch (kind) {
        case DeclarationKind::pack: return LexerMode::pack;
        case DeclarationKind::signal:
        case DeclarationKind::strength:
        case DeclarationKind::opportunity: return LexerMode::signal;
        case DeclarationKind::table: return LexerMode::table;
        case DeclarationKind::example: return LexerMode::example;
        default: return LexerMode::ordinary;
    }
}

std::vector<Lexeme> with_keyword(std::string_view text, const Vocabulary& vocabulary, SourceId source,
                                 std::uint32_t begin, std::uint32_t end, DeclarationKind kind,
                                 Diagnostics& diagnostics) {
    Lexer lexer(text, source, vocabulary.language(), diagnostics, nullptr);
    Lexeme before;
    before.end = begin;
    return lexer.read_behind(as_lexemes(vocabulary, keyword_of(kind), 0, before, true), begin, end, mode_of(kind));
}

std::vector<DeclarationKind> fitting_kinds(std::string_view text, const Vocabulary& vocabulary, std::uint32_t begin,
                                           std::uint32_t end) {
    std::vector<DeclarationKind> fits;
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        const auto kind = static_cast<DeclarationKind>(i);
        Diagnostics lexical;
        Reading reading(text, vocabulary, with_keyword(text, vocabulary, SourceId{}, begin, end, kind, lexical));
        if (lexical.has_errors()) continue;
        read_declaration(reading, kind);
        if (reading.failures().empty()) fits.push_back(kind);
    }
    return fits;
}

std::optional<LostDeclaration> find_lost_declaration(const Reading& reading, DeclarationKind above,
                                                     const std::unordered_set<std::string>& declared) {
    if (reading.failures().empty()) return std::nullopt;
    return Search(reading, above, declared).find();
}

Diagnostic explain_lost_keyword(const Vocabulary& vocabulary, Span span, const std::string& here,
                                const std::vector<DeclarationKind>& possible) {
    const Language language = vocabulary.language();
    Diagnostic finding{.code = Code::F018, .span = span};
    finding.why = {"een declaratie begint in de eerste kolom, met een woord dat zegt wat zij is",
                   "a declaration begins in the first column, with a word that says what it is"};
    if (possible.size() == 1) {
        const std::string word(spelling(keyword_of(possible.front()), language));
        finding.fix = word + " " + here;
        finding.arguments = {"`" + word + "`", here};
        finding.way_out = {"begin de regel met `" + finding.fix + "`", "begin the line with `" + finding.fix + "`"};
        return finding;
    }
    std::string list;
    for (std::size_t i = 0; i < possible.size() && i < most_listed; ++i)
        list += (i == 0 ? "`" : ", `") + std::string(spelling(keyword_of(possible[i]), language)) + "`";
    finding.arguments = {{"een woord zoals " + list, "a word such as " + list}, here};
    finding.way_out = {"begin de regel in de eerste kolom, met zo'n woord voor `" + here + "`",
                       "begin the line in the first column, with such a word before `" + here + "`"};
    return finding;
}

}  // namespace wegwijzer::parsing
