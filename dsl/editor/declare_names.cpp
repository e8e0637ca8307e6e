// What a file declares, by name.
#include "dsl/editor/name_finder.h"

namespace wegwijzer::editor {

namespace {

ThingKind kind_of(ast::SignalKind kind) {
    switch (kind) {
        case ast::SignalKind::strength: return ThingKind::strength;
        case ast::SignalKind::opportunity: return ThingKind::opportunity;
        case ast::SignalKind::signal: break;
    }
    return ThingKind::signal;
}

}  // namespace

std::string choice_owner(const Thing& thing) {
    return thing.owner.empty() ? thing.name : thing.owner + "." + thing.name;
}

ThingId NameFinder::declare(ThingKind kind, const ast::Name& name, std::string owner, const ast::Field* field) {
    const NameSet set = set_of(kind);
    std::optional<ThingId> id = names_.find(set, name.text, owner);
    if (!id) {
        id = static_cast<ThingId>(names_.things_.size());
        std::string key(1, static_cast<char>('A' + static_cast<int>(set)));
        key += owner + '\n' + name.text;
        names_.by_name_.emplace(std::move(key), *id);
        names_.things_.push_back({kind, name.text, std::move(owner), {}, &file_, declaration_, field});
    }
    if (name.text.empty() || !name.span.has_place()) return *id;
    names_.things_[*id].declarations.push_back(name.span);
    names_.uses_.push_back({name.span, *id, true});
    return *id;
}

void NameFinder::declare_choices(const ast::Type& type, ThingId owner) {
    if (type.kind != ast::Type::Kind::choice) return;
    const std::string its = choice_owner(names_.thing(owner));
    const ast::Field* field = names_.thing(owner).field;
    for (const ast::ChoiceValue& value : type.choices) declare(ThingKind::choice_value, value.name, its, field);
}

void NameFinder::find_declarations() {
    for (const ast::Declaration& declaration : file_.declarations) {
        declaration_ = &declaration;
        const auto& node = declaration.node;
        const auto simple = [&](const auto* it, ThingKind kind) {
            if (it != nullptr) declare(kind, it->name, {});
        };
        simple(std::get_if<ast::Pack>(&node), ThingKind::pack);
        simple(std::get_if<ast::Source>(&node), ThingKind::source);
        simple(std::get_if<ast::Calendar>(&node), ThingKind::calendar);
        simple(std::get_if<ast::Phase>(&node), ThingKind::phase);
        simple(std::get_if<ast::Cluster>(&node), ThingKind::cluster);
        simple(std::get_if<ast::Factor>(&node), ThingKind::factor);
        simple(std::get_if<ast::Role>(&node), ThingKind::role);
        simple(std::get_if<ast::Concept>(&node), ThingKind::named_concept);
        simple(std::get_if<ast::Intervention>(&node), ThingKind::intervention);
        simple(std::get_if<ast::Policy>(&node), ThingKind::policy);
        simple(std::get_if<ast::Plan>(&node), ThingKind::plan);
        if (const auto* signal = std::get_if<ast::Signal>(&node)) declare(kind_of(signal->kind), signal->name, {});
        if (const auto* parameter = std::get_if<ast::Parameter>(&node))
            declare_choices(parameter->type, declare(ThingKind::parameter, parameter->name, {}));
        if (const auto* table = std::get_if<ast::Table>(&node))
            declare_choices(table->type, declare(ThingKind::table, table->name, {}));
        if (const auto* data = std::get_if<ast::StudentData>(&node)) {
            for (const ast::Field& field : data->fields)
                declare_choices(field.type, declare(ThingKind::student_field, field.name, {}, &field));
        }
        if (const auto* series = std::get_if<ast::Series>(&node)) {
            declare(ThingKind::series, series->singular, {});
            declare(ThingKind::series, series->plural, {});
            names_.plurals_.emplace(series->singular.text, series->plural.text);
            names_.plurals_.emplace(series->plural.text, series->plural.text);
            for (const ast::Field& field : series->fields)
                declare_choices(field.type, declare(ThingKind::series_field, field.name, series->plural.text, &field));
        }
    }
}

}  // namespace wegwijzer::editor
