// The list a privacy officer asks for: every field that the packs in use ask of the data, what class it has, and who uses it
// where, why and on what ground. A field that nobody uses is on the list and says so.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::fields {

struct Place {
    std::string file;
    std::uint32_t line = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

enum class UserKind : std::uint8_t {
    // What the program does with a field, whatever the rules say.
    identifies,  // sleutel
    names,       // naam
    belongs_to,  // mentor
    begins,      // start: the day that studies begin, which every pack states
    follows,     // opvolgingen: what came of an advice
    // A declaration.
    role,  // `persoon`
    parameter,
    concept_,
    table,
    signal,
    strength,
    opportunity,
    intervention,
    plan,
    policy,
};
[[nodiscard]] constexpr bool is_declaration(UserKind kind) { return kind >= UserKind::role; }

struct User {
    UserKind kind = UserKind::signal;
    std::string name;  // of the declaration; empty for the program itself
    std::string title;
    std::vector<Place> places;         // where it reads the field; sorted
    std::vector<std::string> through;  // begrippen, tabellen and parameters by which it reads it
    std::string motivation;            // motivering
    std::string legal_basis;           // grondslag
    std::vector<std::string> sources;  // "VH2021, Samenwerking"
    std::string pack;                  // the name of its regelpakket
};

struct Entry {
    std::string series;  // its plural; empty: a field of the student
    std::string name;
    FieldType type;
    std::string column;    // as the data call it
    PrivacyClass privacy;  // with that of its series
    std::vector<Place> places;
    bool is_built_in = false;  // of a series that exists without declaring
    std::vector<User> users;   // the program first, then in the order of the declarations

    // `alleen toetsing`: no rule may read it.
    [[nodiscard]] bool is_for_audit() const { return privacy.audit_only; }
    // Nobody uses it and no audit is to: the data need not hold it.
    [[nodiscard]] bool is_unused() const { return users.empty() && !is_for_audit(); }
};

struct Inventory {
    std::vector<model::Pack> packs;  // the main one first
    std::vector<Entry> entries;      // of the student, then series by series
};

// Precondition: compilation.rules.
[[nodiscard]] Inventory list_fields(const Compilation& compilation);

}  // namespace wegwijzer::fields
