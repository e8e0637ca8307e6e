#include "engine/analyse/question.h"

#include <algorithm>

#include "engine/analyse/stretches.h"

namespace wegwijzer::analyse {

namespace {

constexpr std::uint8_t yes = Answers::yes;
constexpr std::uint8_t no = Answers::no;
constexpr std::uint8_t unknown = Answers::unknown;
constexpr int most_levels = 500;

bool is_decided(std::uint8_t answers) { return (answers & (answers - 1)) == 0; }

std::uint8_t negated(std::uint8_t answers) {
    return static_cast<std::uint8_t>((answers & unknown) | ((answers & yes) != 0 ? no : 0) |
                                     ((answers & no) != 0 ? yes : 0));
}

// `en` of two that each may come out in several ways.
std::uint8_t both(std::uint8_t left, std::uint8_t right) {
    std::uint8_t result = 0;
    if ((left & yes) != 0 && (right & yes) != 0) result |= yes;
    if ((left & no) != 0 || (right & no) != 0) result |= no;
    const bool left_open = (left & unknown) != 0 && (right & (yes | unknown)) != 0;
    const bool right_open = (right & unknown) != 0 && (left & (yes | unknown)) != 0;
    if (left_open || right_open) result |= unknown;
    return result;
}

bool lies_in(const std::vector<Stretch>& where, std::int64_t half) {
    return std::ranges::any_of(where, [half](const Stretch& one) { return one.from <= half && half <= one.to; });
}

// Is there a value of this axis among these half-steps?
bool holds_a_value(const Axis& axis, const Stretch& stretch) {
    if (stretch.from > stretch.to) return false;
    if (axis.is_dense) return true;
    const auto floor_half = [](std::int64_t half) { return half >= 0 ? half / 2 : -((-half + 1) / 2); };
    const bool is_open = stretch.from == std::numeric_limits<std::int64_t>::min() ||
                         stretch.to == std::numeric_limits<std::int64_t>::max();
    if (is_open) return true;
    const std::int64_t first = floor_half(stretch.from + 1);  // up
    const std::int64_t last = floor_half(stretch.to);
    const std::int64_t step = std::max<std::int64_t>(1, axis.step);
    const std::int64_t below = last >= 0 ? last / step * step : -((-last + step - 1) / step) * step;
    return below >= first;
}

// Does a count that lies in this stretch have to be one number?
bool is_one_number(const Axis& axis, const Stretch& stretch) {
    if (stretch.to == std::numeric_limits<std::int64_t>::max()) return false;
    if (stretch.from == std::numeric_limits<std::int64_t>::min()) return false;
    return (stretch.to - stretch.from) / 2 < axis.step;
}

}  // namespace

void Question::clear() {
    wanted_.clear();
    goals_.clear();
    locals_.clear();
    parts_.clear();
    leaves_.clear();
    atoms_.clear();
    cases_.clear();
    cases_of_.clear();
    values_.clear();
    steps_ = 0;
}

// ---- the formulas and their atoms -----------------------------------------------------------------------------------

std::uint32_t Question::gather(FormulaId id) {
    // With a list of work: a pack may chain thousands of begrippen.
    work_.assign(1, {id, 0});
    while (!work_.empty()) {
        Open& open = work_.back();
        const std::vector<FormulaId>& parts = formulas_.formula(open.formula).parts;
        if (place_of_formula_[open.formula.index()] != nowhere) {
            work_.pop_back();
        } else if (open.next < parts.size()) {
            const FormulaId part = parts[open.next++];
            if (place_of_formula_[part.index()] == nowhere) work_.push_back({part, 0});
        } else {
            add_local(open.formula);
            work_.pop_back();
        }
    }
    return place_of_formula_[id.index()];
}

void Question::add_local(FormulaId id) {
    const Formula& formula = formulas_.formula(id);
    Local local;
    local.formula = id;
    local.kind = formula.kind;
    local.parts.begin = static_cast<std::uint32_t>(parts_.size());
    for (const FormulaId part : formula.parts) parts_.push_back(place_of_formula_[part.index()]);
    local.parts.end = static_cast<std::uint32_t>(parts_.size());
    if (formula.kind == Formula::Kind::leaf) {
        std::uint32_t& atom = place_of_atom_[formula.atom.index()];
        if (atom == nowhere) {
            atom = static_cast<std::uint32_t>(atoms_.size());
            atoms_.push_back(formula.atom);
            if (leaves_of_.size() < atoms_.size()) leaves_of_.emplace_back();
            leaves_of_[atom].clear();
        }
        leaves_of_[atom].push_back(static_cast<std::uint32_t>(locals_.size()));
        local.leaf = static_cast<std::uint32_t>(leaves_.size());
        leaves_.emplace_back().atom = atom;
    }
    place_of_formula_[id.index()] = static_cast<std::uint32_t>(locals_.size());
    locals_.push_back(local);
}

// Only what was touched: a question is about a few of thousands of formulas.
void Question::forget_places() {
    for (const Local& local : locals_) place_of_formula_[local.formula.index()] = nowhere;
    for (const AtomId atom : atoms_) place_of_atom_[atom.index()] = nowhere;
}

// ---- the cases of an atom -------------------------------------------------------------------------------------------

bool Question::find_cases() {
    box_.assign(atoms_.size(), Cases());
    for (std::uint32_t atom = 0; atom < atoms_.size(); ++atom) {
        if (!add_cases(atom)) return false;
    }
    return true;
}

// The places of a line that a test turns at, as stretches that follow each other.
void Question::divide(const Axis& axis) {
    // An end that lies further out than any place of a test, is no end; one that lies beyond all of them stands behind the last.
    Stretch whole;
    if (axis.lowest && *axis.lowest > -farthest) whole.from = 2 * std::min(*axis.lowest, farthest);
    if (axis.highest && *axis.highest < farthest) whole.to = 2 * std::max(*axis.highest, -farthest);
    std::ranges::sort(starts_);
    stretches_.clear();
    const auto add = [&](const Stretch& one) {
        if (holds_a_value(axis, one)) stretches_.push_back(one);
    };
    std::int64_t from = whole.from;
    for (const std::int64_t start : starts_) {
        if (start <= from || start > whole.to) continue;
        add({from, start - 1});
        from = start;
    }
    add({from, whole.to});
}

bool Question::add_cases(std::uint32_t atom) {
    const Axis& axis = formulas_.atom(atoms_[atom]).axis;
    starts_.clear();
    for (const std::uint32_t leaf : leaves_of_[atom]) {
        for (const Stretch& one : formulas_.formula(locals_[leaf].formula).test.where) {
            if (one.from != std::numeric_limits<std::int64_t>::min()) starts_.push_back(one.from);
            if (one.to != std::numeric_limits<std::int64_t>::max()) starts_.push_back(one.to + 1);
        }
    }
    divide(axis);
    const auto stretches = static_cast<std::uint32_t>(stretches_.size());
    const auto begin = static_cast<std::uint32_t>(cases_.size());
    ends_.clear();
    for (std::uint32_t i = 0; i < stretches; ++i) {
        cases_.push_back({stretches_[i], true});
        ends_.push_back({i, i});
    }
    for (std::uint32_t i = 0; axis.is_count && i < stretches; ++i) {
        for (std::uint32_t j = i; j < stretches && cases_.size() - begin <= most_cases; ++j) {
            if (i == j && is_one_number(axis, stretches_[i])) continue;
            cases_.push_back({{stretches_[i].from, stretches_[j].to}, false});
            ends_.push_back({i, j});
        }
    }
    if (axis.can_be_unknown) cases_.push_back({{1, 0}, false});
    const std::size_t count = cases_.size() - begin;
    if (count > most_cases) return false;
    cases_of_.push_back({begin, static_cast<std::uint32_t>(cases_.size())});
    Cases& every_case = box_[atom];
    for (std::size_t i = 0; i < count; ++i) every_case.set(i);
    for (const std::uint32_t local : leaves_of_[atom]) {
        const Test& test = formulas_.formula(locals_[local].formula).test;
        Leaf& leaf = leaves_[locals_[local].leaf];
        for (std::size_t i = 0; i < count; ++i) {
            if (test.asks_known) {
                (cases_[begin + i].is_known ? leaf.yes : leaf.no).set(i);
                continue;
            }
            if (i >= ends_.size()) continue;
            bool some = false;
            bool every = true;
            for (std::uint32_t part = ends_[i].begin; part <= ends_[i].end; ++part) {
                const bool is_in = lies_in(test.where, stretches_[part].from);
                some = some || is_in;
                every = every && is_in;
            }
            if (every) leaf.yes.set(i);
            if (!some) leaf.no.set(i);
        }
        leaf.unknown = ~(leaf.yes | leaf.no);
    }
    return true;
}

// ---- the search -----------------------------------------------------------------------------------------------------

std::uint8_t Question::answer_of_count(std::int64_t count, const Range& parts) const {
    std::int64_t can_hold = 0;
    std::int64_t must_hold = 0;
    std::int64_t can_hold_or_be_open = 0;
    std::int64_t must_hold_or_be_open = 0;
    bool some_open = false;
    for (std::uint32_t part = parts.begin; part < parts.end; ++part) {
        const std::uint8_t its = answers_[parts_[part]];
        can_hold += (its & yes) != 0 ? 1 : 0;
        must_hold += its == yes ? 1 : 0;
        can_hold_or_be_open += (its & (yes | unknown)) != 0 ? 1 : 0;
        must_hold_or_be_open += (its & no) == 0 ? 1 : 0;
        some_open = some_open || (its & unknown) != 0;
    }
    std::uint8_t result = 0;
    if (can_hold >= count) result |= yes;
    if (must_hold_or_be_open < count) result |= no;
    if (some_open && must_hold < count && can_hold_or_be_open >= count) result |= unknown;
    return result;
}

std::uint8_t Question::answer_of(const Local& local) const {
    const Range& parts = local.parts;
    switch (local.kind) {
        case Formula::Kind::constant: {
            const Tri constant = formulas_.formula(local.formula).constant;
            return constant == Tri::yes ? yes : constant == Tri::no ? no : unknown;
        }
        case Formula::Kind::leaf: {
            const Leaf& leaf = leaves_[local.leaf];
            const Cases& cases = box_[leaf.atom];
            std::uint8_t result = 0;
            if ((cases & leaf.yes).any()) result |= yes;
            if ((cases & leaf.no).any()) result |= no;
            if ((cases & leaf.unknown).any()) result |= unknown;
            return result;
        }
        case Formula::Kind::all: {
            std::uint8_t result = yes;
            for (std::uint32_t i = parts.begin; i < parts.end; ++i) result = both(result, answers_[parts_[i]]);
            return result;
        }
        case Formula::Kind::any: {
            std::uint8_t result = yes;
            for (std::uint32_t i = parts.begin; i < parts.end; ++i) result = both(result, negated(answers_[parts_[i]]));
            return negated(result);
        }
        case Formula::Kind::at_least: return answer_of_count(formulas_.formula(local.formula).count, parts);
        case Formula::Kind::negation: return negated(answers_[parts_[parts.begin]]);
        case Formula::Kind::signal: break;
    }
    const std::uint8_t phase = answers_[parts_[parts.begin]];
    const std::uint8_t stop = answers_[parts_[parts.begin + 1]];
    const std::uint8_t inactive = formulas_.formula(local.formula).inactive == Tri::yes ? yes : no;
    std::uint8_t result = 0;
    if ((phase & no) != 0) result |= inactive;
    if ((phase & unknown) != 0) result |= unknown;
    if ((phase & yes) != 0) {
        if ((stop & yes) != 0) result |= inactive;
        if ((stop & (no | unknown)) != 0) result |= answers_[parts_[parts.begin + 2]];
    }
    return result;
}

void Question::work_out() {
    steps_ += locals_.size();
    for (std::size_t i = stale_from_; i < locals_.size(); ++i) answers_[i] = answer_of(locals_[i]);
    stale_from_ = locals_.size();
}

void Question::narrow(const Leaf& leaf, const Cases& cases) {
    box_[leaf.atom] = cases;
    // What stands before the first test of this atom, doesn't read it.
    stale_from_ = std::min<std::size_t>(stale_from_, leaves_of_[leaf.atom].front());
}

bool Question::search(int depth) {
    work_out();
    std::uint32_t at = nowhere;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        const std::uint8_t answers = answers_[goals_[i]];
        if ((answers & wanted_[i].answers) == 0) return false;
        if ((answers & ~wanted_[i].answers) != 0 && at == nowhere) at = goals_[i];
    }
    if (at == nowhere) {
        keep();
        return true;
    }
    if (steps_ > most_steps || depth > most_levels) {
        steps_ = most_steps + 1;
        return false;
    }
    // Down to a test that may come out in several ways, and there one way after the other.
    while (locals_[at].kind != Formula::Kind::leaf) {
        const auto begin = parts_.begin() + locals_[at].parts.begin;
        const auto end = parts_.begin() + locals_[at].parts.end;
        const auto part = std::find_if(begin, end, [this](std::uint32_t each) { return !is_decided(answers_[each]); });
        if (part == end) return false;  // what can't be: a formula is open by an open part
        at = *part;
    }
    const Leaf& leaf = leaves_[locals_[at].leaf];
    const Cases before = box_[leaf.atom];
    for (const Cases* way : {&leaf.yes, &leaf.no, &leaf.unknown}) {
        const Cases part = before & *way;
        if (part.none()) continue;
        narrow(leaf, part);
        if (search(depth + 1)) return true;
        if (steps_ > most_steps) return false;
    }
    narrow(leaf, before);
    return false;
}

void Question::keep() {
    values_.clear();
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
        const Case* const cases = cases_.data() + cases_of_[atom].begin;
        const std::size_t count = cases_of_[atom].end - cases_of_[atom].begin;
        const Case* chosen = nullptr;
        for (std::size_t i = 0; i < count; ++i) {
            if (!box_[atom].test(i) || (chosen != nullptr && !cases[i].is_known)) continue;
            if (chosen == nullptr || !chosen->is_known) chosen = &cases[i];
        }
        if (chosen != nullptr) values_.emplace_back(atoms_[atom], *chosen);
    }
}

Found Question::ask() {
    place_of_formula_.resize(formulas_.size(), nowhere);
    place_of_atom_.resize(formulas_.atom_count(), nowhere);
    for (const Wanted& one : wanted_) goals_.push_back(gather(one.formula));
    forget_places();
    if (!find_cases()) return Found::not_found_out;
    answers_.assign(locals_.size(), 0);
    stale_from_ = 0;
    if (search(0)) return Found::yes;
    return steps_ > most_steps ? Found::not_found_out : Found::no;
}

}  // namespace wegwijzer::analyse
