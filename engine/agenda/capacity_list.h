// A list (CSV) of how many places a role, or one person in it, has in a week: it goes before `capaciteit N per week` of the
// packs. Taken whole or not at all; every mistake is named at its place.
//
//   rol;persoon;per week;voorbehouden;van;t/m
//   slber;;20;4;;                              everybody in this role without a row of their own, together
//   slber;M. de Vries;6;1;;                    one person: own places, apart from those of the role
//   slber;M. de Vries;0;;2026-11-09;2026-11-15 other numbers in these weeks
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/agenda/schedule.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::agenda {

struct CapacityRow {
    model::RoleId role;
    std::string person;  // empty: the role
    Places places;
    // The calendar weeks that hold one of these days; none: all weeks without a row of their own.
    std::optional<DateInterval> days;
    Span role_span;
    Span person_span;  // without a place where there is no person
};

struct CapacityList {
    SourceMap sources;
    std::vector<CapacityRow> rows;
    Diagnostics problems;  // with an error nothing of it can be used
};

inline constexpr std::int64_t most_places = 1000;

// `name` is what messages call it.
[[nodiscard]] CapacityList read_capacity_list(const model::RuleSet& rules, const std::string& name,
                                              std::string_view bytes);

// This role or person has a row.
[[nodiscard]] bool has_row(std::span<const CapacityRow> rows, model::RoleId role, const std::string& person);
// What the list says of the week that begins on this Monday. std::nullopt: nothing.
[[nodiscard]] std::optional<Places> places_in(std::span<const CapacityRow> rows, model::RoleId role,
                                              const std::string& person, Date monday);

}  // namespace wegwijzer::agenda
