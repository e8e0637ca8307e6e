#include "store/list/list_names.h"

#include <algorithm>
#include <array>

#include "engine/base/unicode.h"
#include "store/list/read_list.h"

namespace wegwijzer::store {
namespace {

struct FieldWords {
    EntryField field;
    std::string_view nl;
    std::string_view en;
};
// The first words of a field are what messages call it.
constexpr std::array field_words{
    FieldWords{EntryField::student, "student", "student"},
    FieldWords{EntryField::intervention, "interventie", "intervention"},
    FieldWords{EntryField::role, "rol", "role"},
    FieldWords{EntryField::status, "status", "status"},
    FieldWords{EntryField::consent, "toestemming", "consent"},
    FieldWords{EntryField::date, "datum", "date"},
    FieldWords{EntryField::planned_on, "gepland_op", "planned_on"},
    FieldWords{EntryField::outcome, "uitkomst", "outcome"},
    FieldWords{EntryField::waiver, "waarom_niet", "waiver"},
    FieldWords{EntryField::reason, "reden", "reason"},
    FieldWords{EntryField::recorded_by, "door", "by"},
    FieldWords{EntryField::corrects, "verbetert", "corrects"},
    FieldWords{EntryField::student, "studentnummer", "student_number"},
    FieldWords{EntryField::recorded_by, "vastgelegd_door", "recorded_by"},
};

}  // namespace

std::optional<EntryField> field_named(std::string_view written) {
    std::string name = to_lower(written);
    std::ranges::replace(name, ' ', '_');
    for (const FieldWords& words : field_words) {
        if (name == words.nl || name == words.en) return words.field;
    }
    return std::nullopt;
}

std::vector<std::string> names_of_fields() {
    std::vector<std::string> names;
    for (const FieldWords& words : field_words) {
        names.emplace_back(words.nl);
        names.emplace_back(words.en);
    }
    return names;
}

Localized list_name(EntryField field) {
    const auto found = std::ranges::find(field_words, field, &FieldWords::field);
    return {std::string(found->nl), std::string(found->en)};
}

}  // namespace wegwijzer::store
