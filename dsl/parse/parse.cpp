// The driver: a file's declarations, each read by itself.
#include "dsl/parse/parse.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "dsl/parse/explain_failure.h"
#include "dsl/parse/lexer.h"
#include "dsl/parse/lexical_findings.h"
#include "dsl/parse/lost_keyword.h"
#include "dsl/parse/read_before.h"
#include "dsl/parse/reading.h"
#include "dsl/parse/tree_reader.h"
#include "dsl/parse/unreadable.h"
#include "engine/base/unicode.h"

namespace wegwijzer {
namespace {

using parsing::DeclarationKind;
using parsing::Lexeme;
using parsing::LexerMode;
using parsing::Reading;
using parsing::Vocabulary;

// A stretch of lines that opens with a letter in the first column.
struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::optional<DeclarationKind> kind;
};

std::string_view first_word(std::string_view text, std::size_t begin) {
    std::size_t end = begin;
    while (const std::size_t length = parsing::letter_length(text, end, end == begin)) end += length;
    return text.substr(begin, end - begin);
}

std::optional<DeclarationKind> find_kind(const Vocabulary& vocabulary, std::string_view word) {
    const parsing::Spelling spelling = vocabulary.find(word);
    if (spelling == parsing::no_spelling) return std::nullopt;
    for (std::size_t i = 0; i < parsing::declaration_kinds; ++i) {
        const auto kind = static_cast<DeclarationKind>(i);
        if (vocabulary.phrases(parsing::keyword_of(kind)).front().front() == spelling) return kind;
    }
    return std::nullopt;
}

LexerMode mode_of(std::optional<DeclarationKind> kind) { return kind ? parsing::mode_of(*kind) : LexerMode::ordinary; }

// The first declaration in the other language, when none is in this one.
std::optional<std::uint32_t> find_other_language(std::string_view text, Language language) {
    const Vocabulary& own = Vocabulary::of(language);
    const Vocabulary& other = Vocabulary::of(language == Language::nl ? Language::en : Language::nl);
    std::optional<std::uint32_t> found;
    for (std::size_t line = 0; line < text.size();) {
        const std::string_view word = first_word(text, line);
        if (!word.empty()) {
            const bool is_other = find_kind(other, word).has_value();
            if (find_kind(own, word)) {
                // `factor` and the like are words of both.
                if (!is_other) return std::nullopt;
            } else if (is_other && !found) {
                found = static_cast<std::uint32_t>(line);
            }
        }
        const std::size_t end = text.find('\n', line);
        if (end == std::string_view::npos) break;
        line = end + 1;
    }
    return found;
}

class FileReader {
  public:
    FileReader(std::string_view text, SourceId source, Language language, Diagnostics& diagnostics,
               parsing::ReadBefore* before)
        : text_(text),
          source_(source),
          vocabulary_(Vocabulary::of(language)),
          diagnostics_(diagnostics),
          before_(before),
          lexer_(text, source, language, lexical_, &file_.tokens) {
        file_.source = source;
        file_.language = language;
    }

    ast::File read() {
        if (auto finding = parsing::find_unreadable(text_, source_)) {
            diagnostics_.add(std::move(*finding));
            return std::move(file_);
        }
        std::uint32_t begin = 0;
        if (text_.starts_with("\xEF\xBB\xBF")) {
            begin = 3;
            file_.tokens.push_back({ast::TokenKind::byte_order_mark, 0, 3});
        }
        const std::vector<Stretch> stretches = split(begin);
        read_preamble(begin, stretches.empty() ? static_cast<std::uint32_t>(text_.size()) : stretches.front().begin);
        collect_names(stretches);
        for (const Stretch& stretch : stretches) {
            make_room(stretch.begin);
            read_stretch(stretch);
        }
        return std::move(file_);
    }

  private:
    // As much more as the text before here took. Lists that double make half of a large pack's memory, and fresh memory is dear.
    void make_room(std::uint32_t read) {
        const bool is_enough_to_go_by = read > text_.size() / 8;
        const auto make = [&](auto& list) {
            if (!is_enough_to_go_by || list.size() + list.size() / 16 < list.capacity()) return;
            const std::size_t expected = list.size() * text_.size() / read;
            list.reserve(expected + expected / 4);  // what isn't used costs nothing
        };
        make(file_.exprs);
        make(file_.tokens);
        make(file_.declarations);
    }

    [[nodiscard]] std::vector<Stretch> split(std::uint32_t begin) {
        std::vector<Stretch> stretches;
        std::size_t line = begin;
        while (line < text_.size()) {
            if (parsing::letter_length(text_, line, true) > 0) {
                const auto kind = find_kind(vocabulary_, first_word(text_, line));
                if (kind ? !is_clause_of_above(stretches, line) : !belongs_above(stretches, line)) {
                    stretches.push_back({static_cast<std::uint32_t>(line), 0, kind});
                    report_outdented();
                }
            }
            const std::size_t end = text_.find('\n', line);
            if (end == std::string_view::npos) break;
            line = end + 1;
        }
        report_outdented();
        for (std::size_t i = 0; i < stretches.size(); ++i)
            stretches[i].end =
                i + 1 < stretches.size() ? stretches[i + 1].begin : static_cast<std::uint32_t>(text_.size());
        return stretches;
    }

    // The names that are declared, as far as they are plain to see: behind a keyword, or before a `:`.
    void collect_names(const std::vector<Stretch>& stretches) {
        for (const Stretch& stretch : stretches) {
            if (!stretch.kind) continue;
            std::size_t at = stretch.begin + first_word(text_, stretch.begin).size();
            while (const std::size_t length = parsing::blank_length(text_, at)) at += length;
            if (const std::string_view name = first_word(text_, at); !name.empty()) declared_.insert(to_nfc(name));
        }
    }

    // A clause or field of the declaration above that is not indented: reported, and read with it.
    bool belongs_above(const std::vector<Stretch>& stretches, std::size_t line) {
        if (stretches.empty() || !stretches.back().kind) return false;
        const DeclarationKind above = *stretches.back().kind;
        const std::string_view word = first_word(text_, line);
        bool belongs = false;
        if (above == DeclarationKind::example && is_pasted_row(line)) {
            belongs = true;
        } else if (above == DeclarationKind::student_data || above == DeclarationKind::series) {
            std::size_t behind = line + word.size();
            while (const std::size_t length = parsing::blank_length(text_, behind)) behind += length;
            belongs = behind < text_.size() && text_[behind] == ':';
        } else {
            belongs = opens_clause_of(above, word);
        }
        if (belongs && !is_pasted_row(line)) add_outdented(line);
        return belongs;
    }

    // `factor` and `bron` open a declaration and a clause. Right below the head of a rule, or below another of its clauses
    // that is not indented, it is the clause.
    bool is_clause_of_above(const std::vector<Stretch>& stretches, std::size_t line) {
        if (stretches.empty() || !stretches.back().kind) return false;
        const DeclarationKind above = *stretches.back().kind;
        if (above < DeclarationKind::signal || above == DeclarationKind::table) return false;
        const std::size_t before = line == 0 ? 0 : text_.rfind('\n', line - 1);
        const std::size_t line_before =
            before == 0 || before == std::string_view::npos ? 0 : text_.rfind('\n', before - 1) + 1;
        const bool is_below =
            line_before == stretches.back().begin ||
            (outdented_ && !outdented_->labels.empty() && outdented_->labels.back().span.begin == line_before) ||
            (outdented_ && outdented_->span.begin == line_before);
        if (!is_below || !opens_clause_of(above, first_word(text_, line))) return false;
        add_outdented(line);
        return true;
    }

    [[nodiscard]] bool opens_clause_of(DeclarationKind kind, std::string_view word) const {
        const parsing::Spelling spelling = vocabulary_.find(word);
        const std::vector<Word>& clauses = parsing::clause_words(kind);
        return std::any_of(clauses.begin(), clauses.end(),
                           [&](Word clause) { return vocabulary_.phrases(clause).front().front() == spelling; });
    }

    // A row that was pasted from a spreadsheet is reported as such.
    [[nodiscard]] bool is_pasted_row(std::size_t line) const {
        return text_.substr(line, text_.find('\n', line) - line).find('\t') != std::string_view::npos;
    }

    // The clauses of one declaration that are not indented are one slip.
    void add_outdented(std::size_t line) {
        const std::string_view word = first_word(text_, line);
        const auto at = static_cast<std::uint32_t>(line);
        const Span place{source_, at, static_cast<std::uint32_t>(at + word.size())};
        if (outdented_) {
            outdented_->labels.push_back({place, {"hier ook", "here too"}});
            return;
        }
        outdented_ = Diagnostic{.code = Code::F016, .span = place};
        outdented_->fix = "  " + std::string(word);
    }
    void report_outdented() {
        if (outdented_) diagnostics_.add(std::move(*outdented_));
        outdented_.reset();
    }

    // What stands above the first declaration: comments, or lines that belong nowhere.
    void read_preamble(std::uint32_t begin, std::uint32_t end) {
        const std::vector<Lexeme> lexemes = lexer_.read(begin, end, LexerMode::ordinary);
        if (lexemes.empty() || lexemes.front().tainted || lexemes.front().outside) {
            take_lexical_findings(0);
            return;
        }
        // What its marks mean depends on what was meant.
        lexical_ = {};
        const Lexeme& first = lexemes.front();
        file_.doubtful.push_back({source_, first.begin, lexemes.back().end});
        file_.lost.push_back(file_.doubtful.back());
        const std::string here(text_.substr(first.begin, first.end - first.begin));
        const Span place{source_, first.begin, first.end};
        if (const auto kind = find_kind(vocabulary_, here)) {
            Diagnostic indented{.code = Code::F123, .span = place};
            indented.arguments = {here};
            diagnostics_.add(std::move(indented));
            return;
        }
        const auto possible = parsing::fitting_kinds(text_, vocabulary_, first.begin, end);
        if (!possible.empty()) {
            diagnostics_.add(parsing::explain_lost_keyword(vocabulary_, place, here, possible));
            return;
        }
        Diagnostic finding{.code = Code::F010, .span = place};
        finding.arguments = {here};
        finding.why = {"deze regel hoort bij geen declaratie", "this line belongs to no declaration"};
        const std::string pack(spelling(Word::pack, vocabulary_.language()));
        finding.way_out = {"begin in de eerste kolom met een declaratie, bijvoorbeeld `" + pack + "`",
                           "begin in the first column with a declaration, for instance `" + pack + "`"};
        diagnostics_.add(std::move(finding));
    }

    void read_stretch(const Stretch& stretch) {
        const auto first_token = static_cast<std::uint32_t>(file_.tokens.size());
        if (take_from_before(stretch, first_token)) return;
        std::vector<Lexeme> lexemes = lexer_.read(stretch.begin, stretch.end, mode_of(stretch.kind));
        if (lexemes.size() > parsing::most_lexemes) {
            report_too_large(lexemes.front());
            return;
        }
        if (!stretch.kind) return read_unknown_stretch(stretch, first_token, std::move(lexemes));
        Reading reading(text_, vocabulary_, std::move(lexemes));
        parsing::read_declaration(reading, *stretch.kind);
        if (const auto lost = parsing::find_lost_declaration(reading, *stretch.kind, declared_))
            return read_with_lost(stretch, first_token, *lost, reading.lexemes());
        keep_for_later(stretch, first_token, reading);
        add_declaration(std::move(reading), *stretch.kind, first_token, true);
    }

    // The same bytes as before, with nothing wrong: only their place differs.
    bool take_from_before(const Stretch& stretch, std::uint32_t first_token) {
        if (before_ == nullptr || !stretch.kind) return false;
        const auto* known = before_->find(written(stretch), file_.language);
        if (known == nullptr) return false;
        const std::vector<ast::Token> tokens = parsing::moved(known->tokens, stretch.begin);
        file_.tokens.insert(file_.tokens.end(), tokens.begin(), tokens.end());
        Reading reading(text_, vocabulary_, parsing::moved(known->lexemes, stretch.begin), known->nodes);
        add_declaration(std::move(reading), *stretch.kind, first_token, true);
        return true;
    }
    void keep_for_later(const Stretch& stretch, std::uint32_t first_token, const Reading& reading) {
        if (before_ == nullptr || !reading.failures().empty() || !lexical_.all().empty()) return;
        before_->keep(written(stretch), file_.language, stretch.begin,
                      {reading.lexemes(), reading.nodes(), {file_.tokens.begin() + first_token, file_.tokens.end()}});
    }
    [[nodiscard]] std::string_view written(const Stretch& stretch) const {
        return text_.substr(stretch.begin, stretch.end - stretch.begin);
    }

    // A stretch whose first word is no keyword: misspelled, or not there.
    void read_unknown_stretch(const Stretch& stretch, std::uint32_t first_token, std::vector<Lexeme> lexemes) {
        const Span place{source_, lexemes.front().begin, lexemes.back().end};
        // What its marks mean depends on what was meant.
        lexical_ = {};
        Diagnostics findings;
        if (const auto kind = parsing::explain_unknown_declaration(text_, source_, vocabulary_, lexemes, findings)) {
            lexemes = parsing::Lexer(text_, source_, vocabulary_.language(), lexical_, nullptr)
                          .read(stretch.begin, stretch.end, mode_of(kind));
            lexemes.front().spelling = vocabulary_.phrases(parsing::keyword_of(*kind)).front().front();
            Reading reading(text_, vocabulary_, std::move(lexemes));
            parsing::read_declaration(reading, *kind);
            // When the keyword was a guess and the rest doesn't fit it, the guess was wrong.
            if (reading.failures().empty() || findings.all().front().code != Code::F017) {
                diagnostics_.add(findings.all().front());
                return add_declaration(std::move(reading), *kind, first_token, false);
            }
            lexical_ = {};
        }
        file_.doubtful.push_back({source_, last_end_ - std::min(last_end_, 1u), place.end});
        file_.lost.push_back(place);
        // The end of a line and the beginning of the next are one mistake.
        if (ends_in_finding_) return;
        const Span name{source_, place.begin,
                        static_cast<std::uint32_t>(place.begin + first_word(text_, place.begin).size())};
        const auto possible = parsing::fitting_kinds(text_, vocabulary_, place.begin, stretch.end);
        if (possible.empty()) {
            diagnostics_.add(findings.all().front());
            return;
        }
        diagnostics_.add(parsing::explain_lost_keyword(
            vocabulary_, name, std::string(text_.substr(name.begin, name.end - name.begin)), possible));
        if (possible.size() == 1) add_behind_keyword(place.begin, stretch.end, possible.front(), first_token);
    }

    // A declaration, and on one of its lines another, of which the keyword is not there or not in the first column.
    void read_with_lost(const Stretch& stretch, std::uint32_t first_token, const parsing::LostDeclaration& lost,
                        const std::vector<Lexeme>& lexemes) {
        const Lexeme& first = lexemes[lost.at];
        const Span name{source_, first.begin, first.end};
        const std::string here(text_.substr(first.begin, first.end - first.begin));
        Diagnostic finding{.code = Code::F123, .span = name};
        finding.arguments = {here};
        if (!lost.has_keyword)
            finding = parsing::explain_lost_keyword(
                vocabulary_, name, here, lost.kind ? std::vector<DeclarationKind>{*lost.kind} : lost.possible);
        diagnostics_.add(std::move(finding));
        // Its own marks are read again, as those of what it is.
        Diagnostics above;
        for (const Diagnostic& it : lexical_.all())
            if (it.span.begin < first.begin) above.add(it);
        lexical_ = std::move(above);
        const auto own_token = static_cast<std::uint32_t>(
            std::lower_bound(file_.tokens.begin() + first_token, file_.tokens.end(), first.begin,
                             [](const ast::Token& token, std::uint32_t place) { return token.begin < place; }) -
            file_.tokens.begin());
        Reading reading(text_, vocabulary_, {lexemes.begin(), lexemes.begin() + static_cast<std::ptrdiff_t>(lost.at)});
        parsing::read_declaration(reading, *stretch.kind);
        add_declaration(std::move(reading), *stretch.kind, first_token, true);
        file_.declarations.back().last_token = own_token;
        if (!lost.kind) {
            file_.doubtful.push_back({source_, first.begin, lexemes.back().end});
            file_.lost.push_back(file_.doubtful.back());
        } else if (lost.has_keyword) {
            const std::size_t length = vocabulary_.phrases(parsing::keyword_of(*lost.kind)).front().size();
            add_behind_keyword(lexemes[lost.at + length].begin, stretch.end, *lost.kind, own_token);
        } else {
            add_behind_keyword(first.begin, stretch.end, *lost.kind, own_token);
        }
    }

    void add_behind_keyword(std::uint32_t begin, std::uint32_t end, DeclarationKind kind, std::uint32_t first_token) {
        lexical_ = {};
        Reading reading(text_, vocabulary_,
                        parsing::with_keyword(text_, vocabulary_, source_, begin, end, kind, lexical_));
        parsing::read_declaration(reading, kind);
        add_declaration(std::move(reading), kind, first_token, false);
    }

    // `reading` has been read; what is wrong with it is reported here.
    void add_declaration(Reading reading, DeclarationKind kind, std::uint32_t first_token, bool as_written) {
        const std::size_t findings_before = diagnostics_.all().size();
        reading.declared_names = &declared_;
        const parsing::Explained explained =
            parsing::explain(reading, source_, kind, parsing::read_declaration, diagnostics_);
        take_lexical_findings(findings_before);

        ast::Declaration declaration;
        declaration.first_token = first_token;
        declaration.last_token = static_cast<std::uint32_t>(file_.tokens.size());
        parsing::TreeReader reader(reading, source_, file_, diagnostics_);
        reader.read_declaration(declaration);
        const std::vector<Lexeme>& lexemes = reading.lexemes();
        const Lexeme& first = lexemes.front();
        declaration.keyword = {source_, first.begin, first.end};
        declaration.span = {source_, first.begin, lexemes.back().end};
        declaration.incomplete =
            reader.has_reported() || !explained.complete || !as_written ||
            std::any_of(lexemes.begin(), lexemes.end(), [](const Lexeme& it) { return it.tainted; });
        // Half an expression would say something else than the author.
        if (auto* definition = std::get_if<ast::Concept>(&declaration.node); definition != nullptr)
            if (!reading.failures().empty()) definition->value = {};
        file_.doubtful.insert(file_.doubtful.end(), explained.doubtful.begin(), explained.doubtful.end());
        for (const Lexeme& it : lexemes)
            if (it.tainted || it.outside) file_.doubtful.push_back({source_, it.begin, it.end});
        last_end_ = lexemes.back().end;
        ends_in_finding_ = std::any_of(file_.doubtful.begin(), file_.doubtful.end(),
                                       [&](Span it) { return it.begin < last_end_ && it.end >= last_end_; });
        file_.declarations.push_back(std::move(declaration));
    }

    // More than anybody writes: not read, so that memory stays in proportion.
    void report_too_large(const Lexeme& first) {
        lexical_ = {};
        Diagnostic finding{.code = Code::F005, .span = {source_, first.begin, first.end}};
        finding.arguments = {std::string(text_.substr(first.begin, first.end - first.begin))};
        finding.why = {"een declaratie heeft hoogstens een miljoen woorden en tekens",
                       "a declaration has at most a million words and marks"};
        finding.way_out = {"verdeel deze declaratie over kleinere", "divide this declaration into smaller ones"};
        diagnostics_.add(std::move(finding));
    }

    void take_lexical_findings(std::size_t from) {
        parsing::add_lexical_findings(lexical_, from, diagnostics_);
        lexical_ = {};
    }

    std::string_view text_;
    SourceId source_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    parsing::ReadBefore* before_;  // may be null
    Diagnostics lexical_;
    ast::File file_;
    parsing::Lexer lexer_;
    std::unordered_set<std::string> declared_;
    std::optional<Diagnostic> outdented_;
    std::uint32_t last_end_ = 0;    // of the declaration before
    bool ends_in_finding_ = false;  // a finding reaches up to there
};

}  // namespace

namespace {

// Where the first declaration ends when it is a regelpakket, or what could not be read above the first declaration.
std::uint32_t end_of_head(const ast::File& file) {
    const bool has_head =
        !file.declarations.empty() && std::holds_alternative<ast::Pack>(file.declarations.front().node);
    if (has_head) return file.declarations.front().span.end;
    return file.lost.empty() ? 0 : file.lost.front().end;
}

}  // namespace

ast::File parse(const SourceMap& sources, SourceId source, Language language, Diagnostics& diagnostics,
                parsing::ReadBefore* before) {
    const std::string_view text = sources.text(source);
    // A file that is all in the other language misses one word, not all of them.
    if (const auto place = find_other_language(text, language)) {
        const Language other = language == Language::nl ? Language::en : Language::nl;
        const std::string_view here = first_word(text, *place);
        Diagnostic finding{.code = Code::F029,
                           .span = {source, *place, static_cast<std::uint32_t>(*place + here.size())}};
        const std::string says = std::string(spelling(Word::language, other)) + (other == Language::nl ? " nl" : " en");
        finding.arguments = {std::string(here), says};
        finding.why = {"dit bestand is in de andere taal geschreven dan het pakket",
                       "this file is written in another language than the pack"};
        finding.way_out = {"zet `" + says + "` in het `" + std::string(spelling(Word::pack, other)) + "`",
                           "put `" + says + "` in the `" + std::string(spelling(Word::pack, other)) + "`"};
        const std::size_t said = diagnostics.all().size();
        ast::File file = FileReader(text, source, other, diagnostics, before).read();
        // What is wrong with the head of the pack says why its language could not be found.
        const std::uint32_t head_end = end_of_head(file);
        const auto& all = diagnostics.all();
        const bool is_said = std::any_of(all.begin() + static_cast<std::ptrdiff_t>(said), all.end(),
                                         [&](const Diagnostic& it) { return it.span.begin < head_end; });
        if (!is_said) diagnostics.add(std::move(finding));
        return file;
    }
    return FileReader(text, source, language, diagnostics, before).read();
}

}  // namespace wegwijzer
