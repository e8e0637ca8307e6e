// One entry of the case store: a change of the follow-up of an advice, or of a student's consent.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/date.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer::store {

using EntryNumber = std::int64_t;  // 1, 2, 3, ... per kind, in the order in which they were recorded

enum class EntryKind : std::uint8_t { followup, consent };
enum class Waiver : std::uint8_t { not_applicable, wrongly_signalled, postponed };

// The kinds of waiver, as people write them. In the series `opvolgingen` the Dutch ones stand in `uitkomst`, whatever the
// language of the pack: texts in rules are not translated.
inline constexpr std::array<BuiltInWord, 3> waiver_words = {{{"niet van toepassing", "not applicable"},
                                                             {"onterecht gesignaleerd", "wrongly signalled"},
                                                             {"uitgesteld", "postponed"}}};

// The same, for programs and in the store.
inline constexpr std::array<std::string_view, 3> waiver_codes = {"not_applicable", "wrongly_signalled", "postponed"};

struct Entry {
    EntryKind kind = EntryKind::followup;
    std::string student;       // the key
    std::string intervention;  // identifiers of the packs in use
    std::string role;          // empty for consent
    FollowUpStatus status = FollowUpStatus::proposed;
    ConsentStatus consent = ConsentStatus::given;
    Date date;  // the day it holds from
    std::optional<Date> planned_on;
    std::string outcome;  // may be empty, as may the reason
    std::optional<Waiver> waiver;
    std::string reason;
    std::string recorded_by;
    std::optional<EntryNumber> corrects;  // of the same kind

    friend bool operator==(const Entry&, const Entry&) = default;
};

struct StoredEntry {
    EntryNumber number = 0;
    Entry entry;
    std::string recorded_at;  // 2026-11-02T09:30:00Z
    std::optional<EntryNumber> corrected_by;
};

}  // namespace wegwijzer::store
