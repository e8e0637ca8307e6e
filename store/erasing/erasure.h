// What stays after erasing: that it was done, by whom, when and how much. Never a student, nor a text that could name one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/records/built_in_series.h"

namespace wegwijzer::store {

enum class ErasureKind : std::uint8_t { purge, forget };

// Why somebody is forgotten: the grounds of article 17(1) of the GDPR (AVG), a to e. A text of one's own could name the student.
enum class ForgetGround : std::uint8_t { no_longer_needed, consent_withdrawn, objection, unlawful, legal_obligation };
inline constexpr std::array<BuiltInWord, 5> forget_ground_words = {{{"niet meer nodig", "no longer needed"},
                                                                    {"toestemming ingetrokken", "consent withdrawn"},
                                                                    {"bezwaar", "objection"},
                                                                    {"onrechtmatig", "unlawful"},
                                                                    {"wettelijke plicht", "legal obligation"}}};
// The same, for programs and in the store.
inline constexpr std::array<std::string_view, 5> forget_ground_codes = {"no_longer_needed", "consent_withdrawn",
                                                                        "objection", "unlawful", "legal_obligation"};

struct ErasedCounts {
    std::int64_t students = 0;
    std::int64_t followups = 0;
    std::int64_t consents = 0;
    std::int64_t lists = 0;      // of which nothing is left
    std::int64_t run_lines = 0;  // of kept runs: one for each student in each

    [[nodiscard]] bool is_nothing() const { return followups == 0 && consents == 0 && run_lines == 0; }
    friend bool operator==(const ErasedCounts&, const ErasedCounts&) = default;
};

struct Erasure {
    std::int64_t number = 0;  // 1, 2, 3, ...
    ErasureKind kind = ErasureKind::purge;
    std::optional<ForgetGround> ground;  // of `forget`
    std::string recorded_by;
    std::string recorded_at;  // 2026-11-02T09:30:00Z
    ErasedCounts counts;
};

}  // namespace wegwijzer::store
