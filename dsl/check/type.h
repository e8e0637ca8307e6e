// The type of a part of an expression while it is being checked, and the words for it in messages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dsl/ast/ast.h"
#include "dsl/check/names.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/model/value_type.h"

namespace wegwijzer::checking {

struct Context;

struct Type {
    model::ValueType value;
    // False when something in it was reported: what is built on it stays silent.
    bool is_sound = true;
    // A quotient without a unit: may be compared with a percentage.
    bool is_ratio = false;
    // A duration that is no number of days: maanden, jaren, werkdagen, lesweken, minuten.
    std::optional<LengthUnit> calendar_unit;
    // A choice whose values are the names of declarations: factors, clusters, interventies, rollen.
    std::optional<NameKind> names_of;

    [[nodiscard]] model::ValueKind kind() const { return value.kind; }
    // getal, geheel, cijfer, with or without a unit.
    [[nodiscard]] bool is_numeric() const {
        return value.kind == model::ValueKind::number || value.kind == model::ValueKind::grade;
    }
    [[nodiscard]] bool is_plain_number() const { return is_numeric() && value.unit.empty(); }
    [[nodiscard]] bool is_choice() const {
        return value.kind == model::ValueKind::choice || value.kind == model::ValueKind::severity;
    }
};

[[nodiscard]] inline Type type_of(model::ValueKind kind) {
    Type type;
    type.value.kind = kind;
    return type;
}
[[nodiscard]] inline Type number_in(std::string unit) {
    Type type = type_of(model::ValueKind::number);
    type.value.unit = std::move(unit);
    return type;
}
[[nodiscard]] inline Type unsound(Type type = {}) {
    type.is_sound = false;
    return type;
}

// "een percentage", "a percentage"; "een getal in EC".
[[nodiscard]] Localized describe(const Type& type);
// The names of the values of a keuze or of ernst, as this file writes them.
[[nodiscard]] std::vector<std::string> values_of(const Context& context, const Type& type, const ast::File& file);
[[nodiscard]] bool has_order(const Context& context, const Type& type);
// "dagen", "days".
[[nodiscard]] Localized describe(LengthUnit unit);
// "28 dagen" as the file writes it; the singular for one.
[[nodiscard]] std::string write_length(const ast::File& file, std::int64_t count, LengthUnit unit);
// A number as the file writes it: `5,5` or `5.5`.
[[nodiscard]] std::string write_number(const ast::File& file, Decimal value);

}  // namespace wegwijzer::checking
