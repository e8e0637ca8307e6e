// Conditions as formulas over atoms. An atom is an expression that gives one value for a student, as far as it is compared
// with fixed values: a field, a count or an average over a window, the day of study, two values held against each other.
// Equal expressions are one atom; begrippen, signals and `signalen met ...` are written out.
//
// Three-valued, exactly as conditions are: with the values of the atoms known, unknown or (a count) known as a range, a formula
// comes out as the condition does.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/analyse/axis.h"
#include "engine/base/tri.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::analyse {

using FormulaId = Id<struct FormulaTag>;
using AtomId = Id<struct AtomTag>;

// Places on the line of an atom: numbers in micros, dates and days in days, a keuze by its index, ja/nee 1 and 0, a text by a
// number of its own.
using Place = std::int64_t;

struct Atom {
    enum class Kind : std::uint8_t {
        value,         // `expr`
        aggregate,     // `aggregate`, counted or calculated
        order,         // of `expr` and `other`: -1, 0 or 1
        day_of_study,  // 1 is the start date
        today,         // the peildatum
        free,          // not looked into: anything may come out
    };
    Kind kind = Kind::value;
    model::ExprId expr;
    model::ExprId other;
    std::optional<model::Aggregate> aggregate;
    Axis axis;
};

// Half-steps: 2p is place p, 2p+1 lies between p and p+1. Both ends count.
struct Stretch {
    std::int64_t from = std::numeric_limits<std::int64_t>::min();
    std::int64_t to = std::numeric_limits<std::int64_t>::max();
};
// True where the value lies in one of the stretches, unknown with the value. Or: is the value known?
struct Test {
    std::vector<Stretch> where;
    bool asks_known = false;
};

struct Formula {
    enum class Kind : std::uint8_t {
        constant,
        leaf,
        all,
        any,
        at_least,  // `count` of its parts
        negation,
        // Of a signal: its phases, whether a `tenzij` stops it, its levels; what comes out where it is not active.
        signal,
    };
    Kind kind = Kind::constant;
    Tri constant = Tri::unknown;
    Tri inactive = Tri::no;
    std::int64_t count = 0;
    std::vector<FormulaId> parts;
    AtomId atom;
    Test test;
};

// Why something is not looked into.
enum class NotExamined : std::uint8_t { nothing, calculates, compares, too_deep, too_many };

class Formulas {
  public:
    // `rules` must outlive it. Precondition: a rule set without errors.
    explicit Formulas(const model::RuleSet& rules) : rules_(rules) {}

    // Of a condition, or of the filter of a series.
    [[nodiscard]] FormulaId of(model::ExprId condition);
    [[nodiscard]] FormulaId of_phases(const std::vector<model::PhaseId>& phases);
    // Is it active?
    [[nodiscard]] FormulaId of(model::SignalId id);
    [[nodiscard]] FormulaId all(std::vector<FormulaId> parts);
    [[nodiscard]] FormulaId any(std::vector<FormulaId> parts);
    [[nodiscard]] FormulaId negation(FormulaId part);
    // Does the value lie on this place?
    [[nodiscard]] FormulaId lies_on(model::ExprId value, Place place);
    [[nodiscard]] FormulaId is(model::ExprId value, const model::Constant& what);
    [[nodiscard]] FormulaId is_known(AtomId atom) { return leaf(atom, {{}, true}); }
    // From now on anything may come out of this condition: it was reported, and is no cause for a second finding.
    void set_free(model::ExprId condition);

    [[nodiscard]] const model::RuleSet& rules() const { return rules_; }
    [[nodiscard]] const Formula& formula(FormulaId id) const { return formulas_[id.index()]; }
    [[nodiscard]] const Atom& atom(AtomId id) const { return atoms_[id.index()]; }
    [[nodiscard]] std::size_t size() const { return formulas_.size(); }
    [[nodiscard]] std::size_t atom_count() const { return atoms_.size(); }
    // The text with this number; nothing: any other.
    [[nodiscard]] std::optional<std::string> text(Place place) const;
    // Why something in it isn't looked into; of what was set free: nothing.
    [[nodiscard]] NotExamined not_examined(FormulaId id) const;
    [[nodiscard]] std::vector<AtomId> atoms_of(FormulaId id) const;  // sorted
    // Through the names of begrippen to what they stand for.
    [[nodiscard]] model::ExprId meaning(model::ExprId id) const;

  private:
    [[nodiscard]] FormulaId add(Formula formula);
    [[nodiscard]] FormulaId free(NotExamined why);
    [[nodiscard]] FormulaId constant(Tri value);
    [[nodiscard]] FormulaId leaf(AtomId atom, Test test);
    [[nodiscard]] FormulaId at_least(std::int64_t count, std::vector<FormulaId> parts);
    [[nodiscard]] FormulaId quantified(model::Quantifier quantifier, std::int64_t count, std::vector<FormulaId> parts);
    struct Passing {                   // signals that may pass a filter
        std::vector<FormulaId> parts;  // those in use
        AtomId others;                 // how many of packs that aren't at hand
    };
    [[nodiscard]] FormulaId counted(model::CompareOp op, Place place, const Passing& passing);
    [[nodiscard]] FormulaId enough(std::int64_t count, const Passing& passing);
    [[nodiscard]] FormulaId signal(model::SignalId id, FormulaId levels, Tri inactive);
    [[nodiscard]] FormulaId severity(model::SignalId id, model::CompareOp op, model::Severity than);
    [[nodiscard]] std::optional<Passing> signals_that_pass(const model::Selection& selection);
    [[nodiscard]] FormulaId build(model::ExprId id);
    [[nodiscard]] FormulaId build(const model::Comparison& node);
    [[nodiscard]] FormulaId build(const model::Between& node);
    [[nodiscard]] FormulaId build(const model::OneOf& node);
    [[nodiscard]] FormulaId build(const model::Existence& node);
    [[nodiscard]] FormulaId build_truth(model::ExprId id);
    [[nodiscard]] FormulaId compare(model::ExprId value, model::CompareOp op, const model::Constant& with);
    [[nodiscard]] FormulaId of_signal_at_hand(model::SignalField field, model::CompareOp op,
                                              const model::Constant& with);
    [[nodiscard]] FormulaId hold_against(model::ExprId left, model::CompareOp op, model::ExprId right);
    [[nodiscard]] std::optional<AtomId> atom_of(model::ExprId value);
    [[nodiscard]] AtomId count_of(const model::Selection& selection);
    [[nodiscard]] AtomId add(std::string key, Atom atom);
    [[nodiscard]] std::optional<Place> place_of(const model::Constant& value);
    [[nodiscard]] std::optional<std::int64_t> whole_number(model::ExprId id) const;
    [[nodiscard]] std::string key_of(model::ExprId id);
    [[nodiscard]] std::optional<SeriesId> series_of_event(model::ExprId id) const;
    [[nodiscard]] bool names_declarations(const model::Expr& expr) const;
    [[nodiscard]] std::string written_out(std::string text);

    static constexpr int deepest = 400;              // conditions in conditions
    static constexpr std::size_t most_signals = 40;  // that `signalen` is written out for
    static constexpr std::size_t longest_key = 20'000;

    const model::RuleSet& rules_;
    std::vector<Formula> formulas_;
    std::vector<NotExamined> reasons_;  // by formula
    std::vector<Atom> atoms_;
    std::unordered_map<std::string, AtomId> keys_;
    std::unordered_map<std::uint32_t, FormulaId> built_;  // by ExprId
    std::unordered_map<std::uint32_t, FormulaId> signals_;
    std::unordered_map<std::string, std::string> concept_keys_;
    std::unordered_map<std::string, Place> text_places_;
    const model::Signal* signal_at_hand_ = nullptr;
    model::SignalId signal_id_at_hand_;
    int depth_ = 0;
};

}  // namespace wegwijzer::analyse
