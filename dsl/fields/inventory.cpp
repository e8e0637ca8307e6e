#include "dsl/fields/inventory.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "dsl/fields/direct_reads.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::fields {
namespace {

std::string name_of(const model::RuleSet& rules, const Named& named) {
    if (const auto* concept_id = std::get_if<model::ConceptId>(&named)) return rules.concept_of(*concept_id).name;
    if (const auto* table = std::get_if<model::TableId>(&named)) return rules.table(*table).name;
    return rules.parameter(std::get<model::ParameterId>(named)).name;
}

const model::FieldUses& uses_behind(const model::Provenance& provenance, const Named& named) {
    if (const auto* concept_id = std::get_if<model::ConceptId>(&named)) return provenance.concepts[concept_id->index()];
    if (const auto* table = std::get_if<model::TableId>(&named)) return provenance.tables[table->index()];
    return provenance.parameters[std::get<model::ParameterId>(named).index()];
}

UserKind kind_of(model::SignalKind kind) {
    switch (kind) {
        case model::SignalKind::signal: return UserKind::signal;
        case model::SignalKind::strength: return UserKind::strength;
        case model::SignalKind::opportunity: break;
    }
    return UserKind::opportunity;
}

class Listing {
  public:
    explicit Listing(const Compilation& compilation)
        : compilation_(compilation),
          rules_(*compilation.rules),
          schema_(*rules_.schema),
          provenance_(model::find_provenance(rules_)) {
        note_packs();
        for (std::size_t i = 0; i < schema_.student_fields.size(); ++i) {
            add_entry({}, schema_.student_fields[i], {FieldId(i), {}, {}});
        }
        for (std::size_t i = 0; i < schema_.series.size(); ++i) {
            const Series& series = schema_.series[i];
            for (std::size_t j = 0; j < series.fields.size(); ++j) {
                add_entry(series.plural, series.fields[j], {{}, SeriesId(i), SeriesFieldId(j)});
            }
        }
    }

    [[nodiscard]] Inventory take() {
        place_fields();
        use_by_the_program();
        use_by_roles();
        use_by_declarations();
        Inventory inventory;
        inventory.packs = rules_.packs;
        for (std::pair<model::FieldUse, Entry>& one : entries_) {
            // What exists without declaring and nobody uses is asked of no one.
            if (one.second.is_built_in && one.second.users.empty()) continue;
            inventory.entries.push_back(std::move(one.second));
        }
        return inventory;
    }

  private:
    void note_packs() {
        for (const PackFiles& pack : compilation_.packs) {
            std::string name = pack.name;
            for (const std::size_t file : pack.files) {
                for (const ast::Declaration& declaration : compilation_.files[file].declarations) {
                    if (const auto* head = std::get_if<ast::Pack>(&declaration.node)) name = head->name.text;
                }
            }
            for (const std::size_t file : pack.files) pack_names_[compilation_.files[file].source] = name;
        }
    }

    void add_entry(const std::string& series, const Field& field, const model::FieldUse& use) {
        Entry entry;
        entry.series = series;
        entry.name = field.name;
        entry.type = field.type;
        entry.column = field.source_name;
        entry.privacy = model::privacy_of(schema_, use);
        entry.is_built_in = use.series && (use.series == schema_.followups || use.series == schema_.consents);
        entries_.emplace_back(use, std::move(entry));
    }
    [[nodiscard]] Entry* find(const model::FieldUse& use) {
        const auto found =
            std::ranges::find(entries_, use, [](const auto& one) -> const model::FieldUse& { return one.first; });
        return found == entries_.end() ? nullptr : &found->second;
    }

    [[nodiscard]] std::optional<Place> place_of(const Span& span) const {
        if (!span.has_place()) return std::nullopt;
        return Place{compilation_.sources.name(span.source),
                     compilation_.sources.line_column(span.source, span.begin).line};
    }
    [[nodiscard]] std::string pack_of(const Span& span) const {
        const auto found = span.has_place() ? pack_names_.find(span.source) : pack_names_.end();
        return found == pack_names_.end() ? std::string() : found->second;
    }

    // Where the fields are declared; one that stands in several packs has several places.
    void place_fields() {
        const auto place = [&](const std::string& series, const std::vector<ast::Field>& fields) {
            for (const ast::Field& field : fields) {
                for (auto& [use, entry] : entries_) {
                    if (entry.series != series || entry.name != field.name.text) continue;
                    if (const auto where = place_of(field.name.span)) entry.places.push_back(*where);
                }
            }
        };
        for (const ast::File& file : compilation_.files) {
            for (const ast::Declaration& declaration : file.declarations) {
                if (const auto* student = std::get_if<ast::StudentData>(&declaration.node)) place({}, student->fields);
                if (const auto* series = std::get_if<ast::Series>(&declaration.node)) {
                    const SeriesId id = schema_.find_series(series->plural.text);
                    if (id) place(schema_.series_of(id).plural, series->fields);
                }
            }
        }
    }

    void use_by_the_program() {
        const auto add = [&](FieldId field, UserKind kind) {
            if (field.is_none()) return;
            Entry& entry = *find({field, {}, {}});
            User user;
            user.kind = kind;
            user.places = entry.places;
            entry.users.push_back(std::move(user));
        };
        add(schema_.key, UserKind::identifies);
        add(schema_.name, UserKind::names);
        add(schema_.mentor, UserKind::belongs_to);
        add(schema_.start, UserKind::begins);
        if (schema_.followups.is_none() || rules_.interventions.empty()) return;
        for (const FollowUpField field : {FollowUpField::date, FollowUpField::intervention, FollowUpField::status}) {
            User user;
            user.kind = UserKind::follows;
            find({{}, schema_.followups, id_of(field)})->users.push_back(std::move(user));
        }
    }

    void use_by_roles() {
        std::map<std::string, Span> places;
        for (const ast::File& file : compilation_.files) {
            for (const ast::Declaration& declaration : file.declarations) {
                const auto* role = std::get_if<ast::Role>(&declaration.node);
                if (role == nullptr) continue;
                for (const ast::RoleClause& clause : role->clauses) {
                    if (clause.kind == ast::RoleClause::Kind::person) places.emplace(role->name.text, clause.span);
                }
            }
        }
        for (const model::Role& role : rules_.roles) {
            if (role.person.is_none()) continue;
            User user;
            user.kind = UserKind::role;
            user.name = role.name;
            user.title = role.title;
            const auto found = places.find(role.name);
            if (found != places.end()) {
                user.pack = pack_of(found->second);
                if (const auto place = place_of(found->second)) user.places.push_back(*place);
            }
            find({role.person, {}, {}})->users.push_back(std::move(user));
        }
    }

    [[nodiscard]] std::vector<std::string> words_of(const std::vector<model::Citation>& citations) const {
        std::vector<std::string> words;
        for (const model::Citation& citation : citations) {
            if (citation.reference.is_none()) continue;
            const std::string& name = rules_.references[citation.reference.index()].name;
            words.push_back(citation.place.empty() ? name : name + ", " + citation.place);
        }
        return words;
    }

    template <class Declaration>
    [[nodiscard]] User user_of(UserKind kind, const Declaration& declaration) const {
        User user;
        user.kind = kind;
        user.name = declaration.name;
        user.title = declaration.title;
        user.pack = pack_of(declaration.origin);
        if constexpr (requires { declaration.accountability; }) {
            user.motivation = declaration.accountability.motivation;
            user.legal_basis = declaration.accountability.legal_basis;
        }
        if constexpr (requires { declaration.sources; }) user.sources = words_of(declaration.sources);
        return user;
    }

    // One user for each field that `reads` come to, by itself or through something it names.
    void use(const User& user, const DirectReads& reads) {
        std::map<model::FieldUse, User> users;
        const auto note = [&](const model::FieldUse& field, const Span& span, const std::string& through) {
            User& one = users.emplace(field, user).first->second;
            if (const auto place = place_of(span)) one.places.push_back(*place);
            if (!through.empty() && std::ranges::find(one.through, through) == one.through.end()) {
                one.through.push_back(through);
            }
        };
        for (const auto& [field, span] : reads.fields) note(field, span, {});
        for (const auto& [named, span] : reads.names) {
            for (const model::FieldUse& field : uses_behind(provenance_, named)) {
                note(field, span, name_of(rules_, named));
            }
        }
        for (auto& [field, one] : users) {
            std::ranges::sort(one.places);
            one.places.erase(std::ranges::unique(one.places).begin(), one.places.end());
            if (Entry* entry = find(field)) entry->users.push_back(std::move(one));
        }
    }

    void use_by_declarations() {
        for (const model::Parameter& parameter : rules_.parameters) {
            for (const model::Override& line : parameter.overrides) {
                User user = user_of(UserKind::parameter, parameter);
                user.motivation = line.accountability.motivation;
                user.legal_basis = line.accountability.legal_basis;
                user.pack = pack_of(line.origin);
                use(user, reads_of(rules_, line));
            }
        }
        for (const model::Concept& one : rules_.concepts) use(user_of(UserKind::concept_, one), reads_of(rules_, one));
        for (const model::Table& one : rules_.tables) use(user_of(UserKind::table, one), reads_of(rules_, one));
        for (const model::Signal& one : rules_.signals) use(user_of(kind_of(one.kind), one), reads_of(rules_, one));
        for (const model::Intervention& one : rules_.interventions) {
            DirectReads reads = reads_of(rules_, one);
            if (one.with_consent && schema_.consents) {
                for (std::size_t i = 0; i < schema_.series_of(schema_.consents).fields.size(); ++i) {
                    reads.fields.push_back({{{}, schema_.consents, SeriesFieldId(i)}, one.origin});
                }
            }
            use(user_of(UserKind::intervention, one), reads);
        }
        for (const model::Plan& one : rules_.plans) use(user_of(UserKind::plan, one), reads_of(rules_, one));
        for (const model::Policy& one : rules_.policies) use(user_of(UserKind::policy, one), reads_of(rules_, one));
    }

    const Compilation& compilation_;
    const model::RuleSet& rules_;
    const Schema& schema_;
    model::Provenance provenance_;
    std::map<SourceId, std::string> pack_names_;
    std::vector<std::pair<model::FieldUse, Entry>> entries_;
};

}  // namespace

Inventory list_fields(const Compilation& compilation) { return Listing(compilation).take(); }

}  // namespace wegwijzer::fields
