// A world small enough to look at every student in it: five things known of each, and random conditions over them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/model/rule_set.h"
#include "engine/records/cohort.h"
#include "tests/support/random.h"

namespace wegwijzer::test::small_world {

// A pack with the fields a, b, k and g of the student, the events rs, the parameter drie and the begrip hoog (of a).
extern const char* const head;
// a, b, k, g, and how many rs there are.
constexpr std::size_t field_count = 5;
inline FieldId field_of(std::size_t field) { return FieldId(field + 2); }  // of the first four

// Over these of the five.
[[nodiscard]] std::string any_condition(Random& random, const std::vector<std::size_t>& fields, int depth = 0);
// The same, or a list with bullets.
[[nodiscard]] std::string any_definition(Random& random, const std::vector<std::size_t>& fields);
// All students of the world, as far as these fields tell them apart. None of the others is known.
[[nodiscard]] Cohort everyone(const model::RuleSet& rules, const std::vector<std::size_t>& fields);

}  // namespace wegwijzer::test::small_world
