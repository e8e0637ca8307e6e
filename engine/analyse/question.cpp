#include "engine/analyse/question.h"

#include <algorithm>

#include "engine/analyse/stretches.h"

namespace wegwijzer::analyse {

namespace {

constexpr std::uint8_t yes = Answers::yes;
constexpr std::uint8_t no = Answers::no;
constexpr std::uint8_t unknown = Answers::unknown;
constexpr std::size_t not_gathered = static_cast<std::size_t>(-1);
constexpr int deepest = 500;

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

// The places of a line that a test turns at, as stretches that follow each other.
std::vector<Stretch> divide(const Axis& axis, std::vector<std::int64_t> starts) {
    // An end that lies further out than any place of a test, is no end; one that lies beyond all of them stands behind the last.
    Stretch whole;
    if (axis.lowest && *axis.lowest > -farthest) whole.from = 2 * std::min(*axis.lowest, farthest);
    if (axis.highest && *axis.highest < farthest) whole.to = 2 * std::max(*axis.highest, -farthest);
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::vector<Stretch> result;
    std::int64_t from = whole.from;
    for (const std::int64_t start : starts) {
        if (start <= from || start > whole.to) continue;
        result.push_back({from, start - 1});
        from = start;
    }
    result.push_back({from, whole.to});
    std::erase_if(result, [&](const Stretch& one) { return !holds_a_value(axis, one); });
    return result;
}

// Does a count that lies in this stretch have to be one number?
bool is_one_number(const Axis& axis, const Stretch& stretch) {
    if (stretch.to == std::numeric_limits<std::int64_t>::max()) return false;
    if (stretch.from == std::numeric_limits<std::int64_t>::min()) return false;
    return (stretch.to - stretch.from) / 2 < axis.step;
}

}  // namespace

std::size_t Question::gather(FormulaId id, std::vector<std::size_t>& places) {
    // With a list of work: a pack may chain thousands of begrippen.
    std::vector<std::pair<FormulaId, std::size_t>> work = {{id, 0}};
    while (!work.empty()) {
        auto& [at, next] = work.back();
        const Formula& formula = formulas_.formula(at);
        if (places[at.index()] != not_gathered) {
            work.pop_back();
            continue;
        }
        if (next < formula.parts.size()) {
            const FormulaId part = formula.parts[next++];
            if (places[part.index()] == not_gathered) work.emplace_back(part, 0);
            continue;
        }
        Local local;
        local.formula = at;
        for (const FormulaId part : formula.parts) local.parts.push_back(places[part.index()]);
        if (formula.kind == Formula::Kind::leaf) {
            const auto found = std::ranges::find(atoms_, formula.atom);
            local.atom = static_cast<std::size_t>(found - atoms_.begin());
            if (found == atoms_.end()) atoms_.push_back(formula.atom);
        }
        places[at.index()] = locals_.size();
        locals_.push_back(std::move(local));
        work.pop_back();
    }
    return places[id.index()];
}

bool Question::find_cases() {
    std::vector<std::vector<std::size_t>> leaves(atoms_.size());
    for (std::size_t i = 0; i < locals_.size(); ++i) {
        if (formulas_.formula(locals_[i].formula).kind == Formula::Kind::leaf) leaves[locals_[i].atom].push_back(i);
    }
    cases_.resize(atoms_.size());
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
        if (!add_cases(atom, leaves[atom])) return false;
    }
    return true;
}

bool Question::add_cases(std::size_t atom, const std::vector<std::size_t>& leaves) {
    const Axis& axis = formulas_.atom(atoms_[atom]).axis;
    std::vector<std::int64_t> starts;
    for (const std::size_t leaf : leaves) {
        for (const Stretch& one : formulas_.formula(locals_[leaf].formula).test.where) {
            if (one.from != std::numeric_limits<std::int64_t>::min()) starts.push_back(one.from);
            if (one.to != std::numeric_limits<std::int64_t>::max()) starts.push_back(one.to + 1);
        }
    }
    const std::vector<Stretch> parts = divide(axis, std::move(starts));
    std::vector<Case>& cases = cases_[atom];
    std::vector<std::pair<std::size_t, std::size_t>> ends;  // of parts
    for (std::size_t i = 0; i < parts.size(); ++i) {
        cases.push_back({parts[i], true});
        ends.emplace_back(i, i);
    }
    for (std::size_t i = 0; axis.is_count && i < parts.size(); ++i) {
        for (std::size_t j = i; j < parts.size() && cases.size() <= most_cases; ++j) {
            if (i == j && is_one_number(axis, parts[i])) continue;
            cases.push_back({{parts[i].from, parts[j].to}, false});
            ends.emplace_back(i, j);
        }
    }
    const std::size_t with_places = cases.size();
    if (axis.can_be_unknown) cases.push_back({{1, 0}, false});
    if (cases.size() > most_cases) return false;
    for (const std::size_t leaf : leaves) {
        const Test& test = formulas_.formula(locals_[leaf].formula).test;
        Leaf& its = locals_[leaf].leaf;
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (test.asks_known) {
                (cases[i].is_known ? its.yes : its.no).set(i);
                continue;
            }
            if (i >= with_places) continue;
            bool some = false;
            bool every = true;
            for (std::size_t part = ends[i].first; part <= ends[i].second; ++part) {
                const bool is_in = lies_in(test.where, parts[part].from);
                some = some || is_in;
                every = every && is_in;
            }
            if (every) its.yes.set(i);
            if (!some) its.no.set(i);
        }
    }
    return true;
}

std::uint8_t Question::answer_of_count(std::int64_t count, const std::vector<std::size_t>& parts) const {
    std::int64_t can_hold = 0;
    std::int64_t must_hold = 0;
    std::int64_t can_hold_or_be_open = 0;
    std::int64_t must_hold_or_be_open = 0;
    bool some_open = false;
    for (const std::size_t part : parts) {
        const std::uint8_t its = answers_[part];
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

std::uint8_t Question::answer_of(const Local& local, const Box& box) const {
    const Formula& formula = formulas_.formula(local.formula);
    switch (formula.kind) {
        case Formula::Kind::constant:
            return formula.constant == Tri::yes ? yes : formula.constant == Tri::no ? no : unknown;
        case Formula::Kind::leaf: {
            const Cases& cases = box[local.atom];
            std::uint8_t result = 0;
            if ((cases & local.leaf.yes).any()) result |= yes;
            if ((cases & local.leaf.no).any()) result |= no;
            if ((cases & ~(local.leaf.yes | local.leaf.no)).any()) result |= unknown;
            return result;
        }
        case Formula::Kind::all: {
            std::uint8_t result = yes;
            for (const std::size_t part : local.parts) result = both(result, answers_[part]);
            return result;
        }
        case Formula::Kind::any: {
            std::uint8_t result = yes;
            for (const std::size_t part : local.parts) result = both(result, negated(answers_[part]));
            return negated(result);
        }
        case Formula::Kind::at_least: return answer_of_count(formula.count, local.parts);
        case Formula::Kind::negation: return negated(answers_[local.parts[0]]);
        case Formula::Kind::signal: break;
    }
    const std::uint8_t phase = answers_[local.parts[0]];
    const std::uint8_t stop = answers_[local.parts[1]];
    const std::uint8_t inactive = formula.inactive == Tri::yes ? yes : no;
    std::uint8_t result = 0;
    if ((phase & no) != 0) result |= inactive;
    if ((phase & unknown) != 0) result |= unknown;
    if ((phase & yes) != 0) {
        if ((stop & yes) != 0) result |= inactive;
        if ((stop & (no | unknown)) != 0) result |= answers_[local.parts[2]];
    }
    return result;
}

void Question::work_out(const Box& box) {
    steps_ += locals_.size();
    for (std::size_t i = 0; i < locals_.size(); ++i) answers_[i] = answer_of(locals_[i], box);
}

bool Question::search(const Box& box, int depth) {
    work_out(box);
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
        const std::uint8_t answers = answers_[goals_[i]];
        if ((answers & wanted_[i].answers) == 0) return false;
        if ((answers & ~wanted_[i].answers) != 0 && !open) open = goals_[i];
    }
    if (!open) {
        keep(box);
        return true;
    }
    if (steps_ > most_steps || depth > deepest) {
        steps_ = most_steps + 1;
        return false;
    }
    // Down to a test that may come out in several ways, and there one way after the other.
    std::size_t at = *open;
    while (formulas_.formula(locals_[at].formula).kind != Formula::Kind::leaf) {
        const auto part =
            std::ranges::find_if(locals_[at].parts, [this](std::size_t each) { return !is_decided(answers_[each]); });
        if (part == locals_[at].parts.end()) return false;  // what can't be: a formula is open by an open part
        at = *part;
    }
    const Local& local = locals_[at];
    const std::size_t atom = local.atom;
    const Cases leaf_yes = local.leaf.yes;
    const Cases leaf_no = local.leaf.no;
    for (const Cases& way : {leaf_yes, leaf_no, ~(leaf_yes | leaf_no)}) {
        Box part = box;
        part[atom] &= way;
        if (part[atom].any() && search(part, depth + 1)) return true;
        if (steps_ > most_steps) return false;
    }
    return false;
}

void Question::keep(const Box& box) {
    values_.clear();
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
        std::optional<std::size_t> chosen;
        for (std::size_t i = 0; i < cases_[atom].size(); ++i) {
            if (!box[atom].test(i) || (chosen && !cases_[atom][i].is_known)) continue;
            if (!chosen || !cases_[atom][*chosen].is_known) chosen = i;
        }
        if (chosen) values_.emplace_back(atoms_[atom], cases_[atom][*chosen]);
    }
}

Found Question::ask() {
    std::vector<std::size_t> places(formulas_.size(), not_gathered);
    for (const Wanted& one : wanted_) goals_.push_back(gather(one.formula, places));
    if (!find_cases()) return Found::not_found_out;
    answers_.assign(locals_.size(), 0);
    Box box(atoms_.size());
    for (std::size_t atom = 0; atom < atoms_.size(); ++atom) {
        for (std::size_t i = 0; i < cases_[atom].size(); ++i) box[atom].set(i);
    }
    if (search(box, 0)) return Found::yes;
    return steps_ > most_steps ? Found::not_found_out : Found::no;
}

}  // namespace wegwijzer::analyse
