// opvolgingen and toestemmingen: series of every rule set, without a declaration. They take the language of the main pack;
// a file in the other language reads them by its own words.
#include <algorithm>

#include "dsl/check/passes.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::checking {

namespace {

Language main_language(const Context& context) {
    if (!context.declared.packs.empty()) return context.declared.packs.front().file->language;
    return context.files.empty() ? Language::nl : context.files.front().language;
}

std::vector<std::string> names_of(const FieldType& type) {
    std::vector<std::string> names;
    for (const Choice& choice : type.choices) names.push_back(choice.name);
    return names;
}

}  // namespace

void declare_built_in_series(Context& context) {
    std::vector<std::string> interventions;
    for (const Declared<ast::Intervention>& declared : context.declared.interventions) {
        interventions.push_back(declared->name.text);
    }
    std::vector<std::string> roles;
    for (const model::Role& role : context.rules.roles) roles.push_back(role.name);
    Schema& schema = context.schema;
    add_built_in_series(schema, main_language(context), interventions, roles);

    // What no advice follows from may be left out of the data, unless a rule reads it.
    for (const FollowUpField field : {FollowUpField::role, FollowUpField::planned_on, FollowUpField::outcome})
        schema.series[schema.followups.index()].fields[id_of(field).index()].is_needed = false;

    const model::ChoiceDomainId intervention_domain = context.add_own_domain(std::move(interventions));
    const model::ChoiceDomainId role_domain = context.add_own_domain(std::move(roles));
    const auto status_domain = [&](SeriesId series, SeriesFieldId field) {
        return context.add_own_domain(names_of(schema.series_of(series).fields[field.index()].type));
    };
    context.followup_statuses = status_domain(schema.followups, id_of(FollowUpField::status));
    context.consent_statuses = status_domain(schema.consents, id_of(ConsentField::status));
    for (const SeriesId id : {schema.followups, schema.consents}) {
        context.series_places.emplace_back(schema.series_of(id).fields.size());
        context.series_domains.emplace_back(schema.series_of(id).fields.size());
    }
    auto& followups = context.series_domains[schema.followups.index()];
    followups[id_of(FollowUpField::intervention).index()] = intervention_domain;
    followups[id_of(FollowUpField::role).index()] = role_domain;
    followups[id_of(FollowUpField::status).index()] = context.followup_statuses;
    auto& consents = context.series_domains[schema.consents.index()];
    consents[id_of(ConsentField::intervention).index()] = intervention_domain;
    consents[id_of(ConsentField::status).index()] = context.consent_statuses;
}

void note_read_consents(Context& context) {
    const SeriesId consents = context.schema.consents;
    const auto selects = [&](const model::Expr& expr) {
        if (const auto* aggregate = std::get_if<model::Aggregate>(&expr.node)) {
            return aggregate->selection.series == consents;
        }
        const auto* existence = std::get_if<model::Existence>(&expr.node);
        return existence != nullptr && existence->selection.series == consents;
    };
    context.schema.series[consents.index()].is_read =
        std::any_of(context.rules.exprs.begin(), context.rules.exprs.end(), selects) ||
        std::any_of(context.rules.interventions.begin(), context.rules.interventions.end(),
                    [](const model::Intervention& each) { return each.with_consent; });
}

}  // namespace wegwijzer::checking
