// What a formula asks of: values and counts, the same one for what is written alike.
#include <algorithm>

#include "engine/analyse/formula.h"
#include "engine/analyse/stretches.h"
#include "engine/model/print_model.h"
#include "engine/model/reach.h"

namespace wegwijzer::analyse {

using model::CompareOp;
using model::ValueKind;

namespace {

bool is_name_character(char character) {
    const auto value = static_cast<unsigned char>(character);
    return character == '_' || value >= 0x80 || (character >= '0' && character <= '9') ||
           (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

}  // namespace

AtomId Formulas::add(std::string key, Atom atom) {
    const auto [place, is_new] = keys_.try_emplace(std::move(key), AtomId(atoms_.size()));
    if (is_new) atoms_.push_back(std::move(atom));
    return place->second;
}

AtomId Formulas::count_of(const model::Selection& selection) {
    Atom atom;
    atom.kind = Atom::Kind::aggregate;
    atom.aggregate = model::Aggregate{};
    atom.aggregate->selection = selection;
    atom.axis.type.kind = ValueKind::number;
    atom.axis.lowest = 0;
    atom.axis.step = Decimal::one_in_micros;
    atom.axis.is_count = true;
    return add(written_out("count of " + model::print_selection(rules_, selection)), std::move(atom));
}

std::optional<AtomId> Formulas::atom_of(model::ExprId value) {
    value = meaning(value);
    const model::Expr& expr = rules_.expr(value);
    // Inside a filter over `signalen` a value is that of one signal.
    if (signal_at_hand_ != nullptr || expr.type.kind == ValueKind::severity) return std::nullopt;
    Atom atom;
    atom.expr = value;
    if (const auto* aggregate = std::get_if<model::Aggregate>(&expr.node)) {
        if (aggregate->function == model::AggregateFunction::count) return count_of(aggregate->selection);
        atom.kind = Atom::Kind::aggregate;
        atom.aggregate = *aggregate;
    }
    auto axis = axis_of(rules_, *rules_.schema, value);
    const bool is_of_signals = atom.aggregate && atom.aggregate->selection.of_signals();
    if (!axis && is_of_signals && expr.type.kind == ValueKind::number) axis = Axis{};  // of `sterkte`: any number
    if (!axis) return std::nullopt;
    atom.axis = *axis;
    std::string key = "value ";
    if (std::holds_alternative<model::ReferenceDate>(expr.node)) {
        atom.kind = Atom::Kind::today;
        key = "today";
    } else {
        key += key_of(value);
    }
    if (key.size() > longest_key) return std::nullopt;
    if (axis->kind == Axis::Kind::choice && expr.type.choices) {
        atom.axis.lowest = 0;
        if (!names_declarations(expr)) {
            atom.axis.highest = static_cast<Place>(rules_.choice_domains[expr.type.choices.index()].names.size()) - 1;
        }
    } else if (axis->kind == Axis::Kind::boolean) {
        atom.axis.lowest = 0;
        atom.axis.highest = 1;
    } else if (axis->kind == Axis::Kind::text) {
        atom.axis.lowest = 0;  // any text that no rule names
    } else if (axis->kind == Axis::Kind::choice) {
        return std::nullopt;
    }
    if (axis->kind != Axis::Kind::line) atom.axis.step = 1;
    return add(std::move(key), std::move(atom));
}

// An interventie or rol of the follow-up: packs that aren't at hand have others.
bool Formulas::names_declarations(const model::Expr& expr) const {
    const auto* field = std::get_if<model::EventFieldValue>(&expr.node);
    const Schema& schema = *rules_.schema;
    if (field == nullptr || (field->series != schema.followups && field->series != schema.consents)) return false;
    const std::vector<std::string>& names = rules_.choice_domains[expr.type.choices.index()].names;
    return std::ranges::all_of(names, [&](const std::string& name) {
        return std::ranges::any_of(rules_.interventions, [&](const auto& each) { return each.name == name; }) ||
               std::ranges::any_of(rules_.roles, [&](const auto& each) { return each.name == name; });
    });
}

FormulaId Formulas::lies_on(model::ExprId value, Place place) {
    const std::optional<AtomId> atom = atom_of(value);
    return atom ? leaf(*atom, {stretches(CompareOp::equal, place), false}) : free(NotExamined::calculates);
}

FormulaId Formulas::is(model::ExprId value, const model::Constant& what) {
    const std::optional<Place> place = place_of(what);
    return place ? lies_on(value, *place) : free(NotExamined::compares);
}

std::optional<Place> Formulas::place_of(const model::Constant& value) {
    if (const auto* choice = std::get_if<model::ChoiceValue>(&value)) return choice->index;
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? 1 : 0;
    if (const auto* text = std::get_if<std::string>(&value)) {
        return text_places_.try_emplace(*text, static_cast<Place>(text_places_.size()) + 1).first->second;
    }
    const std::optional<Place> place = place_on_line(value);
    return place && *place < farthest && *place > -farthest ? place : std::nullopt;
}

std::optional<std::string> Formulas::text(Place place) const {
    for (const auto& [text, its] : text_places_) {
        if (its == place) return text;
    }
    return std::nullopt;
}

std::optional<std::int64_t> Formulas::whole_number(model::ExprId id) const {
    const auto value = fixed_value(rules_, id);
    const auto* number = value ? std::get_if<Decimal>(&*value) : nullptr;
    constexpr std::int64_t most = 1'000'000'000;
    if (number == nullptr || !number->is_integer()) return std::nullopt;
    const std::int64_t whole = number->micros() / Decimal::one_in_micros;
    return whole > most || whole < -most ? std::nullopt : std::optional(whole);
}

std::string Formulas::key_of(model::ExprId id) {
    id = meaning(id);
    // In a filter: fields of two series may have one name.
    const std::optional<SeriesId> series = series_of_event(id);
    const std::string of = series ? std::to_string(series->value) + ' ' : std::string();
    return of + written_out(model::print_expr(rules_, id));
}

std::optional<SeriesId> Formulas::series_of_event(model::ExprId id) const {
    const model::ExprNode& node = rules_.expr(id).node;
    if (const auto* field = std::get_if<model::EventFieldValue>(&node)) return field->series;
    if (model::selection_of(node) != nullptr) return std::nullopt;
    std::optional<SeriesId> found;
    model::for_each_child(rules_, node, [&](model::ExprId child) {
        if (!found) found = series_of_event(child);
    });
    return found;
}

// The names of begrippen replaced by what they stand for.
std::string Formulas::written_out(std::string text) {
    constexpr std::string_view mark = "concept.";
    std::string result;
    std::size_t at = 0;
    for (std::size_t found = text.find(mark); found != std::string::npos && result.size() < longest_key;
         found = text.find(mark, at)) {
        std::size_t end = found + mark.size();
        while (end < text.size() && is_name_character(text[end])) ++end;
        const std::string name = text.substr(found + mark.size(), end - found - mark.size());
        result.append(text, at, found - at);
        auto known = concept_keys_.find(name);
        if (known == concept_keys_.end()) {
            std::string meant = std::string(mark) + name;
            for (const model::Concept& one : rules_.concepts) {
                if (one.name != name || depth_ > deepest) continue;
                ++depth_;
                meant = key_of(one.expr);
                --depth_;
            }
            known = concept_keys_.emplace(name, std::move(meant)).first;
        }
        result += known->second;
        at = end;
    }
    return result.append(text, at, std::string::npos);
}

}  // namespace wegwijzer::analyse
