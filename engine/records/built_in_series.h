// The dated series that exist without declaring them: `opvolgingen` and `toestemmingen` (language.md section 3, "Fields and
// series"). Their names, fields and values are words of the language; data may use either language's.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/language.h"
#include "engine/records/schema.h"

namespace wegwijzer {

enum class FollowUpStatus : std::uint8_t { proposed, planned, done, waived, completed };
enum class ConsentStatus : std::uint8_t { given, refused, withdrawn };

// Places of the fields in their series: the order of the tables below.
enum class FollowUpField : std::uint8_t { date, intervention, role, status, planned_on, outcome };
enum class ConsentField : std::uint8_t { date, intervention, status };
[[nodiscard]] constexpr SeriesFieldId id_of(FollowUpField field) {
    return SeriesFieldId(static_cast<std::size_t>(field));
}
[[nodiscard]] constexpr SeriesFieldId id_of(ConsentField field) {
    return SeriesFieldId(static_cast<std::size_t>(field));
}

// A word in Dutch and in English.
struct BuiltInWord {
    std::string_view nl;
    std::string_view en;

    [[nodiscard]] constexpr std::string_view in(Language language) const { return language == Language::nl ? nl : en; }
};
inline constexpr std::array<BuiltInWord, 2> followup_words = {
    {{"opvolging", "followup"}, {"opvolgingen", "followups"}}};
inline constexpr std::array<BuiltInWord, 2> consent_words = {
    {{"toestemming", "consent"}, {"toestemmingen", "consents"}}};
inline constexpr std::array<BuiltInWord, 6> followup_field_words = {{{"datum", "date"},
                                                                     {"interventie", "intervention"},
                                                                     {"rol", "role"},
                                                                     {"status", "status"},
                                                                     {"gepland_op", "planned_on"},
                                                                     {"uitkomst", "outcome"}}};
inline constexpr std::array<BuiltInWord, 3> consent_field_words = {
    {{"datum", "date"}, {"interventie", "intervention"}, {"status", "status"}}};
inline constexpr std::array<BuiltInWord, 5> followup_status_words = {{{"voorgesteld", "proposed"},
                                                                      {"gepland", "planned"},
                                                                      {"uitgevoerd", "done"},
                                                                      {"afgezien", "waived"},
                                                                      {"afgerond", "completed"}}};
inline constexpr std::array<BuiltInWord, 3> consent_status_words = {
    {{"gegeven", "given"}, {"geweigerd", "refused"}, {"ingetrokken", "withdrawn"}}};

// Adds both series to the schema, named in `language`, and notes their ids there. `interventions` and `roles`: the
// identifiers of the packs in use, in order of declaration, so that a choice of theirs is the index of its declaration.
void add_built_in_series(Schema& schema, Language language, const std::vector<std::string>& interventions,
                         const std::vector<std::string>& roles);

}  // namespace wegwijzer
