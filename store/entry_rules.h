// What an entry needs, in one place for every way in: the command line and a list that is taken in.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "store/entry.h"

namespace wegwijzer::store {

enum class EntryField : std::uint8_t {
    student,
    intervention,
    role,
    status,
    consent,
    date,
    planned_on,
    outcome,
    waiver,
    reason,
    recorded_by,
    corrects
};
inline constexpr std::size_t entry_field_count = 12;

// An entry as written; std::nullopt or nothing but white space: not given.
struct Draft {
    std::optional<std::string> fields[entry_field_count];

    [[nodiscard]] std::optional<std::string>& operator[](EntryField field) {
        return fields[static_cast<std::size_t>(field)];
    }
    [[nodiscard]] const std::optional<std::string>& operator[](EntryField field) const {
        return fields[static_cast<std::size_t>(field)];
    }
};

// What the packs in use call it: the identifier, and the title that people read. Without packs only an identifier will do, as
// it is written.
struct NameInUse {
    std::string name;
    std::string title;
    std::vector<std::string> by{};  // of an intervention: the roles that any advice gives it to
    bool asks_consent = false;      // of an intervention
};
struct NamesInUse {
    std::vector<NameInUse> interventions;
    std::vector<NameInUse> roles;
    std::function<bool(const std::string& key)> is_student{};  // is one in the data? none: that is not looked into
};

struct DraftProblem {
    EntryField field{};  // where the carets go
    Diagnostic finding;
};

struct CheckedDraft {
    std::optional<Entry> entry;  // when there are no problems
    std::vector<DraftProblem> problems;
};

// What a field is called where it was written: `--planned-on`, or the name of a column.
using FieldName = std::function<Localized(EntryField)>;

[[nodiscard]] CheckedDraft check_draft(const Draft& draft, const NamesInUse* names, const FieldName& name_of);

// Who did something, as given behind `option`, cleaned; or why it can't be kept.
struct CheckedPerson {
    std::string name;
    std::optional<Diagnostic> problem;
};
[[nodiscard]] CheckedPerson check_person(const std::string& written, const Localized& option);

// Longer than anybody writes by hand, and short enough to be shown.
inline constexpr std::size_t most_characters_of_name = 200;
inline constexpr std::size_t most_characters_of_text = 2000;

}  // namespace wegwijzer::store
