// Every name in the files of the packs in use, and what it stands for (docs/language.md, "Names" and "Packs and names"). Made
// from the AST, so that it is there while a pack has errors too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dsl/ast/ast.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer::editor {

enum class ThingKind : std::uint8_t {
    pack,
    source,
    student_field,
    series,  // by its singular or its plural: each is a name of its own
    series_field,
    choice_value,
    calendar,
    phase,
    cluster,
    factor,
    role,
    parameter,
    named_concept,
    table,
    signal,
    strength,
    opportunity,
    intervention,
    plan,
    policy,
};

// Things of which names may not be alike (docs/language.md: "unique per kind").
enum class NameSet : std::uint8_t {
    packs,
    sources,
    values,  // student fields, parameters, begrippen, tabellen
    series,
    series_fields,
    choice_values,
    calendars,
    phases,
    clusters,
    factors,
    roles,
    signals,        // signalen, krachten, kansen
    interventions,  // interventies, aanpakken
    policies,
};
[[nodiscard]] NameSet set_of(ThingKind kind);

using ThingId = std::uint32_t;

struct Thing {
    ThingKind kind = ThingKind::pack;
    std::string name;
    std::string owner;  // of a field of a series: its plural; of a value: what has the keuze (`Choices::owner`)
    std::vector<Span> declarations;   // of the name; several packs may declare one field
    const ast::File* file = nullptr;  // of the first
    const ast::Declaration* declaration = nullptr;
    const ast::Field* field = nullptr;  // of a field, and of the value of one
};

struct NameUse {
    Span span;
    ThingId thing = 0;
    bool declares = false;
};

// Which names a value can be compared with.
struct Choices {
    enum class Kind : std::uint8_t {
        none,
        own,  // of a `keuze uit`
        levels,
        followup_statuses,
        consent_statuses,
        factors,
        clusters,
        interventions,
        roles,
        truth,  // ja, nee
    };
    Kind kind = Kind::none;
    std::string owner = {};           // of `own`
    const ast::Type* type = nullptr;  // of `own`
};

class Names {
  public:
    // The files must outlive it.
    explicit Names(const std::vector<ast::File>& files);

    [[nodiscard]] const std::vector<Thing>& things() const { return things_; }
    [[nodiscard]] const Thing& thing(ThingId id) const { return things_[id]; }
    // The name at this place, or right before it.
    [[nodiscard]] const NameUse* at(SourceId source, std::uint32_t offset) const;
    [[nodiscard]] std::vector<NameUse> uses_of(ThingId thing) const;
    [[nodiscard]] const std::vector<NameUse>& uses() const { return uses_; }
    [[nodiscard]] std::optional<ThingId> find(NameSet set, std::string_view name, std::string_view owner = {}) const;
    [[nodiscard]] std::vector<const Thing*> all_of(ThingKind kind) const;

    // The series with this name, by its singular or plural: its plural, which owns the fields. Empty for none.
    [[nodiscard]] std::string series_called(std::string_view name) const;
    [[nodiscard]] std::vector<const Thing*> fields_of(std::string_view plural) const;
    // What `name` can be compared with: a field of the series (empty: of none) first, then a value of the student.
    [[nodiscard]] Choices choices_of_name(std::string_view name, std::string_view series, Language language) const;
    [[nodiscard]] Choices choices_of_student(std::string_view name) const;

  private:
    friend class NameFinder;
    [[nodiscard]] Choices choices_of_thing(ThingId id, int depth) const;
    [[nodiscard]] Choices choices_of_expr(const ast::File& file, ast::ExprId id, std::string_view series,
                                          int depth) const;
    [[nodiscard]] Choices choices_of_name(std::string_view name, std::string_view series, Language language,
                                          int depth) const;
    [[nodiscard]] Choices choices_of_field(std::string_view series, std::string_view field, Language language) const;

    std::vector<Thing> things_;
    std::vector<NameUse> uses_;                         // by place
    std::unordered_map<std::string, ThingId> by_name_;  // set, owner and name
    std::unordered_map<std::string, std::string> plurals_;
};

}  // namespace wegwijzer::editor
