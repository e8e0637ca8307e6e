#include "dsl/editor/names.h"

#include <algorithm>

#include "dsl/editor/name_finder.h"
#include "dsl/format/built_in_names.h"
#include "dsl/words/words.h"

namespace wegwijzer::editor {

namespace {

// A begrip that stands for a begrip, and so on: more is a circle, which the checker reports.
constexpr int most_steps = 64;

std::string key(NameSet set, std::string_view name, std::string_view owner) {
    std::string result(1, static_cast<char>('A' + static_cast<int>(set)));
    result += owner;
    result += '\n';
    result += name;
    return result;
}

Choices choices_of_built_in(std::string_view field, BuiltInSeries series, Language language) {
    using Kind = Choices::Kind;
    const auto is = [&](Word word) { return field == spelling(word, language); };
    if (series == BuiltInSeries::signals) {
        if (is(Word::field_severity)) return {Kind::levels};
        if (is(Word::field_factor)) return {Kind::factors};
        return {is(Word::field_cluster) ? Kind::clusters : Kind::none};
    }
    if (is(Word::field_intervention)) return {Kind::interventions};
    if (is(Word::field_role) && series == BuiltInSeries::followups) return {Kind::roles};
    if (!is(Word::field_status)) return {};
    return {series == BuiltInSeries::followups ? Kind::followup_statuses : Kind::consent_statuses};
}

Choices choices_of_type(const ast::Type& type, const Thing& thing) {
    if (type.kind == ast::Type::Kind::boolean) return {Choices::Kind::truth};
    if (type.kind != ast::Type::Kind::choice) return {};
    return {Choices::Kind::own, choice_owner(thing), &type};
}

}  // namespace

NameSet set_of(ThingKind kind) {
    switch (kind) {
        case ThingKind::pack: return NameSet::packs;
        case ThingKind::source: return NameSet::sources;
        case ThingKind::student_field:
        case ThingKind::parameter:
        case ThingKind::named_concept:
        case ThingKind::table: return NameSet::values;
        case ThingKind::series: return NameSet::series;
        case ThingKind::series_field: return NameSet::series_fields;
        case ThingKind::choice_value: return NameSet::choice_values;
        case ThingKind::calendar: return NameSet::calendars;
        case ThingKind::phase: return NameSet::phases;
        case ThingKind::cluster: return NameSet::clusters;
        case ThingKind::factor: return NameSet::factors;
        case ThingKind::role: return NameSet::roles;
        case ThingKind::signal:
        case ThingKind::strength:
        case ThingKind::opportunity: return NameSet::signals;
        case ThingKind::intervention:
        case ThingKind::plan: return NameSet::interventions;
        case ThingKind::policy: break;
    }
    return NameSet::policies;
}

Names::Names(const std::vector<ast::File>& files) {
    for (const ast::File& file : files) NameFinder(*this, file).find_declarations();
    for (const ast::File& file : files) NameFinder(*this, file).find_uses();
    std::stable_sort(uses_.begin(), uses_.end(),
                     [](const NameUse& left, const NameUse& right) { return left.span < right.span; });
    const auto is_same = [](const NameUse& left, const NameUse& right) { return left.span == right.span; };
    uses_.erase(std::unique(uses_.begin(), uses_.end(), is_same), uses_.end());
}

const NameUse* Names::at(SourceId source, std::uint32_t offset) const {
    const auto behind = std::upper_bound(
        uses_.begin(), uses_.end(), Span{source, offset, 0}, [](const Span& place, const NameUse& use) {
            return place.source != use.span.source ? place.source < use.span.source : place.begin < use.span.begin;
        });
    if (behind == uses_.begin()) return nullptr;
    const NameUse& use = *std::prev(behind);
    return use.span.source == source && offset <= use.span.end ? &use : nullptr;
}

std::vector<NameUse> Names::uses_of(ThingId thing) const {
    std::vector<NameUse> found;
    std::ranges::copy_if(uses_, std::back_inserter(found), [&](const NameUse& use) { return use.thing == thing; });
    return found;
}

std::optional<ThingId> Names::find(NameSet set, std::string_view name, std::string_view owner) const {
    const auto found = by_name_.find(key(set, name, owner));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<const Thing*> Names::all_of(ThingKind kind) const {
    std::vector<const Thing*> found;
    for (const Thing& thing : things_) {
        if (thing.kind == kind) found.push_back(&thing);
    }
    return found;
}

std::string Names::series_called(std::string_view name) const {
    const auto found = plurals_.find(std::string(name));
    return found == plurals_.end() ? std::string() : found->second;
}

std::vector<const Thing*> Names::fields_of(std::string_view plural) const {
    std::vector<const Thing*> found;
    for (const Thing& thing : things_) {
        if (thing.kind == ThingKind::series_field && thing.owner == plural) found.push_back(&thing);
    }
    return found;
}

Choices Names::choices_of_field(std::string_view series, std::string_view field, Language language) const {
    if (series.empty()) return {};
    if (const std::string plural = series_called(series); !plural.empty()) {
        const auto id = find(NameSet::series_fields, field, plural);
        return id ? choices_of_thing(*id, 0) : Choices{};
    }
    const auto built_in = find_built_in_series(series, language);
    return built_in ? choices_of_built_in(field, *built_in, language) : Choices{};
}

Choices Names::choices_of_student(std::string_view name) const {
    const auto id = find(NameSet::values, name);
    return id && thing(*id).kind == ThingKind::student_field ? choices_of_thing(*id, 0) : Choices{};
}

Choices Names::choices_of_name(std::string_view name, std::string_view series, Language language) const {
    return choices_of_name(name, series, language, 0);
}

Choices Names::choices_of_name(std::string_view name, std::string_view series, Language language, int depth) const {
    if (Choices choices = choices_of_field(series, name, language); choices.kind != Choices::Kind::none) return choices;
    const auto id = find(NameSet::values, name);
    return id ? choices_of_thing(*id, depth) : Choices{};
}

Choices Names::choices_of_thing(ThingId id, int depth) const {
    const Thing& it = thing(id);
    if (depth > most_steps) return {};
    if (it.field != nullptr) return choices_of_type(it.field->type, it);
    if (it.declaration == nullptr) return {};
    if (const auto* parameter = std::get_if<ast::Parameter>(&it.declaration->node))
        return choices_of_type(parameter->type, it);
    if (const auto* table = std::get_if<ast::Table>(&it.declaration->node)) return choices_of_type(table->type, it);
    if (const auto* named = std::get_if<ast::Concept>(&it.declaration->node))
        return choices_of_expr(*it.file, named->value, {}, depth + 1);
    return {};
}

Choices Names::choices_of_expr(const ast::File& file, ast::ExprId id, std::string_view series, int depth) const {
    if (id.is_none() || depth > most_steps) return {};
    const auto& node = file.expr(id).node;
    if (std::holds_alternative<ast::SeverityOf>(node)) return {Choices::Kind::levels};
    if (const auto* inner = std::get_if<ast::Parenthesized>(&node))
        return choices_of_expr(file, inner->inner, series, depth + 1);
    if (const auto* conditional = std::get_if<ast::Conditional>(&node)) {
        Choices choices = choices_of_expr(file, conditional->if_true, series, depth + 1);
        if (choices.kind != Choices::Kind::none) return choices;
        return choices_of_expr(file, conditional->if_false, series, depth + 1);
    }
    if (const auto* name = std::get_if<ast::NameRef>(&node))
        return choices_of_name(name->name.text, series, file.language, depth + 1);
    if (const auto* student = std::get_if<ast::StudentRef>(&node)) return choices_of_student(student->name.text);
    if (const auto* aggregate = std::get_if<ast::Aggregate>(&node)) {
        using Kind = ast::AggregateKind;
        const bool gives_field = aggregate->kind == Kind::first || aggregate->kind == Kind::last ||
                                 aggregate->kind == Kind::highest || aggregate->kind == Kind::lowest;
        if (gives_field)
            return choices_of_field(aggregate->selection.series.text, aggregate->field.text, file.language);
    }
    return {};
}

}  // namespace wegwijzer::editor
