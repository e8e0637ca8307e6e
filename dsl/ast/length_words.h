// How the units of time are written: one week, two weeks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "dsl/words/words.h"
#include "engine/calendar/period.h"

namespace wegwijzer::ast {

struct LengthWords {
    LengthUnit unit;
    Word one;
    Word many;
};

// In the order of LengthUnit.
inline constexpr std::array length_words{
    LengthWords{LengthUnit::minutes, Word::minute, Word::minutes},
    LengthWords{LengthUnit::hours, Word::hour, Word::hours},
    LengthWords{LengthUnit::days, Word::day, Word::days},
    LengthWords{LengthUnit::working_days, Word::working_day, Word::working_days},
    LengthWords{LengthUnit::weeks, Word::week, Word::weeks},
    LengthWords{LengthUnit::teaching_weeks, Word::teaching_week, Word::teaching_weeks},
    LengthWords{LengthUnit::months, Word::month, Word::months},
    LengthWords{LengthUnit::years, Word::year, Word::years},
};

[[nodiscard]] constexpr Word word_of(LengthUnit unit, std::int64_t count) {
    const LengthWords& words = length_words[static_cast<std::size_t>(unit)];
    return count == 1 ? words.one : words.many;
}

}  // namespace wegwijzer::ast
