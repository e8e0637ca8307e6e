#include "dsl/check/clauses.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

std::string title_of(const std::optional<ast::Text>& title) { return title ? title->value : std::string(); }

model::Factor resolve_factor(Context& context, const Declared<ast::Factor>& declared) {
    model::Factor factor;
    factor.name = declared->name.text;
    factor.title = title_of(declared->title);
    OncePerDeclaration once(context);
    for (const ast::FactorClause& clause : declared->clauses) {
        if (const auto* citation = std::get_if<ast::Citation>(&clause.value)) {
            read_citation(context, *citation, factor.sources);
            continue;
        }
        if (!once.first_time(word(*declared.file, Word::in_), clause.span)) continue;
        const auto cluster =
            context.find(context.symbols.clusters, std::get<ast::Name>(clause.value), NameKind::cluster);
        if (cluster) factor.cluster = model::ClusterId{*cluster};
    }
    return factor;
}

model::Line line_of(ast::Line line) {
    switch (line) {
        case ast::Line::first: return model::Line::first;
        case ast::Line::second: return model::Line::second;
        case ast::Line::external: return model::Line::external;
        case ast::Line::organisation: return model::Line::organisation;
    }
    return model::Line::first;
}

void set_person(Context& context, const ast::File& file, const ast::Name& name, model::Role& role) {
    if (name.text.empty()) return;
    const FieldId field = context.schema.find_field(name.text);
    if (field.is_none()) {
        if (context.declared.student_data.empty()) return;  // reported already
        std::vector<std::string> names;
        for (const Field& each : context.schema.student_fields) names.push_back(each.name);
        context.report_unknown(name, NameKind::student_field, names);
        return;
    }
    role.person = field;
    const Field& found = context.schema.field(field);
    if (found.privacy.audit_only) {
        context.report(Code::F054, name.span, {name.text});
    } else if (found.type.kind != FieldKind::text) {
        context.report(Code::F091, name.span,
                       {word(file, Word::person), name.text, plain("een naam is een tekst", "a name is a text"),
                        plain("kies een veld van type `" + word(file, Word::type_text) + "`",
                              "choose a field of type `" + word(file, Word::type_text) + "`")});
    }
}

model::Role resolve_role(Context& context, const Declared<ast::Role>& declared) {
    const ast::File& file = *declared.file;
    model::Role role;
    role.name = declared->name.text;
    role.title = title_of(declared->title);
    bool has_line = false;
    OncePerDeclaration once(context);
    for (const ast::RoleClause& clause : declared->clauses) {
        switch (clause.kind) {
            case ast::RoleClause::Kind::line:
                has_line = true;
                if (once.first_time(word(file, Word::line), clause.span)) role.line = line_of(clause.line);
                break;
            case ast::RoleClause::Kind::person:
                if (once.first_time(word(file, Word::person), clause.span)) {
                    set_person(context, file, clause.person, role);
                }
                break;
            case ast::RoleClause::Kind::expert_in: role.expertise.push_back(clause.expertise.value); break;
            case ast::RoleClause::Kind::capacity:
                if (once.first_time(word(file, Word::capacity), clause.span)) role.capacity_per_week = clause.capacity;
                break;
        }
    }
    if (!has_line && !declared.declaration->incomplete) {
        report_missing_clause(context, declared->name, word(file, Word::line),
                              word(file, Word::line) + ' ' + word(file, Word::line_first),
                              plain("de lijn zegt of een advies een overdracht en toestemming vraagt",
                                    "the line says whether an advice asks for a hand-over and consent"));
    }
    return role;
}

}  // namespace

void resolve_model_names(Context& context) {
    model::RuleSet& rules = context.rules;
    for (const Declared<ast::Source>& declared : context.declared.sources) {
        rules.references.push_back({declared->name.text, declared->title.value});
    }
    std::vector<std::string> cluster_names;
    for (const Declared<ast::Cluster>& declared : context.declared.clusters) {
        rules.clusters.push_back({declared->name.text, title_of(declared->title)});
        cluster_names.push_back(declared->name.text);
    }
    std::vector<std::string> factor_names;
    for (const Declared<ast::Factor>& declared : context.declared.factors) {
        rules.factors.push_back(resolve_factor(context, declared));
        factor_names.push_back(declared->name.text);
    }
    rules.factor_domain = context.add_own_domain(std::move(factor_names));
    rules.cluster_domain = context.add_own_domain(std::move(cluster_names));
    for (const Declared<ast::Role>& declared : context.declared.roles) {
        rules.roles.push_back(resolve_role(context, declared));
    }
}

}  // namespace wegwijzer::checking
