// Finds out what is wrong where the grammar could not go on: one way of being wrong after another, the surest first.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/parse/repair.h"
#include "engine/diagnostics/diagnostic.h"

namespace wegwijzer::parsing {

[[nodiscard]] inline std::string quoted(std::string_view text) { return "`" + std::string(text) + "`"; }

// A longer clause is not tried again with changes.
inline constexpr std::size_t longest_repaired = 2'000;

class Explainer {
  public:
    Explainer(const Reading& reading, SourceId source, DeclarationKind kind, Repairs::Reader reader)
        : reading_(reading),
          lexemes_(reading.lexemes()),
          vocabulary_(reading.vocabulary()),
          language_(reading.vocabulary().language()),
          source_(source),
          kind_(kind),
          repairs_(reading, kind, reader) {}

    // The message, and the change to read on with when there is one.
    struct Explanation {
        Diagnostic finding;
        std::optional<Edit> edit;
        // Nothing better is known than that it doesn't fit: right behind another failure that says nothing new.
        bool is_guess = false;
    };
    [[nodiscard]] Explanation explain(const Failure& failure);
    // The change with which a use of a name that is a word of the language can be read: that is reported where it is declared.
    [[nodiscard]] std::optional<Edit> find_use_of_reserved(const Failure& failure);

  private:
    using Maybe = std::optional<Explanation>;

    [[nodiscard]] Maybe explain_depth();
    [[nodiscard]] Maybe explain_line_behind_bullets();
    [[nodiscard]] Maybe explain_bullet();
    [[nodiscard]] Maybe explain_split_mark();
    [[nodiscard]] Maybe explain_quotes();
    [[nodiscard]] Maybe explain_taken_as_name();
    [[nodiscard]] Maybe explain_missing_rest();
    [[nodiscard]] Maybe explain_number();
    [[nodiscard]] Maybe explain_mark();
    [[nodiscard]] Maybe explain_name();
    [[nodiscard]] Maybe explain_synonym();
    [[nodiscard]] Maybe explain_double();
    [[nodiscard]] Maybe explain_spelling(std::size_t at, const std::vector<Expectation>& candidates);
    [[nodiscard]] Maybe explain_rest_of_other(std::size_t at, const Expectation& candidate,
                                              const std::vector<Spelling>& parts);
    [[nodiscard]] Maybe explain_clause_word();
    [[nodiscard]] Maybe explain_capital_before();
    [[nodiscard]] Maybe explain_reserved();
    [[nodiscard]] Maybe explain_branch();
    [[nodiscard]] Maybe explain_order();
    [[nodiscard]] Maybe explain_neighbours(std::size_t at);
    [[nodiscard]] Maybe explain_moved(std::size_t first, std::size_t middle, std::size_t last);
    [[nodiscard]] Maybe explain_missing_mark();
    [[nodiscard]] Maybe explain_missing_part();
    [[nodiscard]] Maybe explain_missing_leaf();
    [[nodiscard]] Maybe explain_how_many();
    [[nodiscard]] Maybe explain_missing();
    [[nodiscard]] Maybe explain_missing_opening();
    [[nodiscard]] Maybe explain_surplus();
    [[nodiscard]] Maybe explain_line();
    [[nodiscard]] Maybe explain_numbered_items();
    [[nodiscard]] Maybe explain_article();
    [[nodiscard]] Maybe explain_full_stop();
    [[nodiscard]] Maybe explain_remark();
    [[nodiscard]] Maybe explain_connective_in_bullet();
    [[nodiscard]] Maybe explain_comma_for_and();
    [[nodiscard]] Maybe explain_unit();
    [[nodiscard]] Maybe explain_year();
    [[nodiscard]] Maybe explain_range();
    [[nodiscard]] Maybe explain_chained_comparison();
    [[nodiscard]] Maybe explain_slip_before();
    [[nodiscard]] Maybe explain_bare_text();
    [[nodiscard]] Maybe explain_bare_filter();
    [[nodiscard]] Maybe explain_calculating_filter();
    [[nodiscard]] Maybe explain_if_then_else();
    [[nodiscard]] Maybe explain_plural();
    [[nodiscard]] Maybe explain_field_without_type();
    [[nodiscard]] Maybe explain_pasted_rows();
    [[nodiscard]] Maybe explain_row_without_result();
    [[nodiscard]] Maybe explain_clause_of_other();
    [[nodiscard]] Explanation explain_otherwise();

    [[nodiscard]] bool exists(std::size_t index) const { return index < lexemes_.size(); }
    [[nodiscard]] bool is_word(std::size_t index) const { return exists(index) && lexemes_[index].code == code::word; }
    [[nodiscard]] std::string written(std::size_t index) const { return std::string(reading_.written(index)); }
    [[nodiscard]] std::string written(std::size_t begin, std::size_t end) const;
    [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
        return {source_, lexemes_[begin].begin, lexemes_[end - 1].end};
    }
    [[nodiscard]] bool helps(const Edit& edit) {
        return failure_->resume - failure_->clause <= longest_repaired && repairs_.helps(*failure_, edit);
    }
    [[nodiscard]] bool helps_some(const Edit& edit) {
        return failure_->resume - failure_->clause <= longest_repaired && repairs_.helps_some(*failure_, edit);
    }
    [[nodiscard]] bool wants(Wanted wanted) const;
    [[nodiscard]] bool wants(char mark) const;
    [[nodiscard]] bool wants(Word word) const;
    [[nodiscard]] Diagnostic finding(Code code, std::size_t begin, std::size_t end,
                                     std::vector<Localized> arguments) const;
    [[nodiscard]] Lexeme placeholder(char code, bool opens_line) const;
    [[nodiscard]] std::string phrase(const Expectation& expectation) const;
    [[nodiscard]] Explanation missing(std::size_t at, bool at_line_start, const Localized& what,
                                      const std::string& written_out, std::optional<Edit> edit) const;

    const Reading& reading_;
    const std::vector<Lexeme>& lexemes_;
    const Vocabulary& vocabulary_;
    Language language_;
    SourceId source_;
    DeclarationKind kind_;
    Repairs repairs_;
    const Failure* failure_ = nullptr;
};

}  // namespace wegwijzer::parsing
