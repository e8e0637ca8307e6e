// What the checks of one run share: the rules as formulas, the author's words, and the ways to ask and to report.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "dsl/thinking/think.h"
#include "dsl/words/words.h"
#include "engine/analyse/question.h"
#include "engine/model/example.h"

namespace wegwijzer::thinking {

using analyse::Answers;
using analyse::FormulaId;
using analyse::Found;

constexpr std::uint8_t yes = Answers::yes;
constexpr std::uint8_t not_yes = Answers::no | Answers::unknown;
constexpr std::uint8_t not_no = Answers::yes | Answers::unknown;

struct Want {
    FormulaId formula;
    std::uint8_t answers = yes;
};
using Wants = std::vector<Want>;

class AtHand {
  public:
    AtHand(const Compilation& compilation, Diagnostics& findings, const Stop& stop);

    [[nodiscard]] const model::RuleSet& rules() const { return *compilation_.rules; }
    [[nodiscard]] const Compilation& compilation() const { return compilation_; }
    [[nodiscard]] analyse::Formulas& formulas() { return formulas_; }

    // Can all of these be? Where it isn't found out, the condition at hand is left open, and the answer is `yes`. Of a thinking that
    // was stopped nothing is found out any more.
    [[nodiscard]] bool can_be(const Wants& wants);
    [[nodiscard]] bool can_be(FormulaId formula, std::uint8_t answers) { return can_be({{formula, answers}}); }
    [[nodiscard]] bool is_stopped();

    // Questions from here on are about this condition.
    void begin(model::ExprId condition);
    void end();
    [[nodiscard]] const Examined& examined() const { return examined_; }

    // ---- the author's words ----
    [[nodiscard]] const ast::File& file_of(const Span& span) const;
    [[nodiscard]] std::string word(const Span& place, Word which) const;
    // On one line, cut where it is long.
    [[nodiscard]] std::string quote(const Span& span) const;
    [[nodiscard]] Span span_of(model::ExprId id) const { return rules().expr(id).origin; }
    // A place of one line: of a list, its first line.
    [[nodiscard]] Span first_line(const Span& span) const;
    [[nodiscard]] const ast::Declaration* signal(const std::string& name) const;
    [[nodiscard]] const ast::Declaration* policy(const std::string& name) const;

    // Is what this file declares for its author to use? Of a pack that was not given, or that a pack at hand takes in with
    // `gebruik`, others may use what these don't.
    [[nodiscard]] bool is_ours(SourceId source) const { return ours_.contains(source.value); }
    // The same, of a pack with voorbeelden: of one without, `test` says that it has none; it may be a sketch.
    [[nodiscard]] bool is_ours_and_tried(SourceId source) const { return tried_.contains(source.value); }

    void report(Diagnostic diagnostic) { findings_.add(std::move(diagnostic)); }
    // Adds a voorbeeld in the words of the file of the finding: the first of these cases that can be and that, evaluated, gives what is
    // expected. `title`: behind the code; empty: what is given.
    void add_witness(Diagnostic& diagnostic, const std::vector<Wants>& cases,
                     const std::vector<model::Expectation>& expected, const Localized& title);
    // The same for a filter: events of which it comes out as in one of these cases, and what a rule that looks at them makes of it.
    // `others`: the rest of what that rule asks.
    struct Events {
        model::Selection selection;
        std::vector<Wants> cases;
        Wants others;
    };
    void add_witness(Diagnostic& diagnostic, const Events& events, const std::vector<model::Expectation>& expected,
                     const Localized& title);
    // It was reported: it is no cause for a second finding.
    void set_free(model::ExprId condition);
    [[nodiscard]] bool is_free(model::ExprId condition) const { return free_.contains(condition.value); }

  private:
    void free_what_was_reported();
    void find_ours();
    // Keeps it where it comes out.
    bool show(Diagnostic& diagnostic, std::optional<model::Example> example,
              const std::vector<model::Expectation>& expected, const Localized& title) const;

    const Compilation& compilation_;
    Diagnostics& findings_;
    analyse::Formulas formulas_;
    analyse::Question question_{formulas_};
    Examined examined_;
    model::ExprId condition_;
    bool is_open_ = false;
    const Stop& stop_;  // may be empty
    bool is_stopped_ = false;
    std::size_t questions_ = 0;
    std::unordered_map<std::uint32_t, bool> free_;
    std::unordered_set<std::uint32_t> ours_;   // by SourceId
    std::unordered_set<std::uint32_t> tried_;  // those of packs with voorbeelden
    std::unordered_map<std::string, const ast::Declaration*> signals_;
    std::unordered_map<std::string, const ast::Declaration*> policies_;
};

// What a condition is part of, for the voorbeeld that shows what comes of it.
struct Role {
    model::SignalId signal;                // of a level or a `tenzij` of it; or
    model::PolicyId policy;                // of its `als` or a `tenzij`; or
    model::ConceptId concept_id;           // or none of these
    std::optional<model::Severity> level;  // of a signal with levels
    bool is_unless = false;
};
// `verwacht …`: that what the condition decides is there, or is not. Empty where nothing can be expected.
[[nodiscard]] std::vector<model::Expectation> expectation_of(const model::RuleSet& rules, const Role& role, bool holds);

// ---- the checks ----
// Every condition by itself: never, always, and parts that change nothing.
void look_at_conditions(AtHand& at);
void look_at_unless(AtHand& at);      // a `tenzij` that always stops, or changes nothing
void look_at_levels(AtHand& at);      // an ernst that a higher one hides
void look_at_policies(AtHand& at);    // a beleid that another always overrides
void look_at_twins(AtHand& at);       // two signals with the same condition
void look_at_names(AtHand& at);       // what nothing uses, no beleid reads or nobody advises
void look_at_thresholds(AtHand& at);  // one thing held against another number in each place
void look_at_unknown(AtHand& at);     // a field without which a signal says nothing
void look_at_lines(AtHand& at);       // the second line without the first

}  // namespace wegwijzer::thinking
