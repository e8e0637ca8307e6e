// The records of one student as bytes: the same for the same values, whatever else is in the data. To be hashed, so that it can
// be told later whether they are still the same. What only the audit may read is in none of them.
#pragma once

#include <cstdint>
#include <string>

#include "engine/records/cohort.h"

namespace wegwijzer::keep {

enum class RecordsPart : std::uint8_t {
    open,          // what every reader may see
    confidential,  // what not every reader may see
    followups,     // opvolgingen
    consents,      // toestemmingen
};

// Empty when the student has none of that part.
[[nodiscard]] std::string records_of(const Cohort& cohort, std::size_t student, RecordsPart part);

}  // namespace wegwijzer::keep
