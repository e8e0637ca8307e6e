// A value of a field as people write it, exactly as it is: a boundary is not rounded.
#pragma once

#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::explain {

// "3", "70%", "ja", "9 november"; a day with its year when that is another than that of the reference date.
[[nodiscard]] std::string value_in_words(const FieldType& type, const model::FieldValue& value, Date reference_date,
                                         Language language);
// "mbo of havo"
[[nodiscard]] std::string values_in_words(const FieldType& type, const std::vector<model::FieldValue>& values,
                                          Date reference_date, Language language);
// Grades and scores are higher or lower; of what is counted or measured there is more or less.
[[nodiscard]] bool is_high_or_low(const FieldType& type);

}  // namespace wegwijzer::explain
