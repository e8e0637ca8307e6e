#include "engine/model/rule_set.h"

#include <algorithm>

namespace wegwijzer::model {

bool Parameter::is_open() const {
    return !value.has_value() && std::none_of(overrides.begin(), overrides.end(),
                                              [](const Override& line) { return line.condition.is_none(); });
}

}  // namespace wegwijzer::model
