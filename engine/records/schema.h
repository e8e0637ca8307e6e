// What a student record holds: the fields of the student and the dated series, with their types and privacy classes.
// Definitions: language.md section 3 and section 5 ("gegevens student", "reeks").
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/base/id.h"

namespace wegwijzer {

enum class FieldKind : std::uint8_t {
    key,         // sleutel
    text,        // tekst
    number,      // getal, getal in EENHEID
    integer,     // geheel
    grade,       // cijfer: 1.0..10.0
    percentage,  // kept as a ratio: 70% is 0.7
    date,        // datum
    duration,    // duur: whole days
    boolean,     // ja/nee
    choice,      // keuze uit ...
};

struct Choice {
    std::string name;     // as the rules write it
    std::string written;  // as the data writes it (the same unless the pack says otherwise)
};

struct FieldType {
    FieldKind kind = FieldKind::text;
    std::string unit;               // number only: "EC", "uur", ...; empty for none
    std::optional<Decimal> lowest;  // bounds of what is read; a grade has 1..10 by itself
    std::optional<Decimal> highest;
    bool as_fraction = false;  // percentage: the data says 0.7 for 70%
    std::vector<Choice> choices;
    bool ordered = false;  // choice: `oplopend`

    // Same type in the sense of "fields with the same name, type and marks are one field".
    friend bool operator==(const FieldType&, const FieldType&);
};
[[nodiscard]] bool operator==(const Choice&, const Choice&);

// Privacy classes of language.md section 3. A field of a series has its own class and its series' class.
struct PrivacyClass {
    bool confidential = false;      // vertrouwelijk
    bool needs_motivation = false;  // met motivering
    bool special = false;           // bijzonder: needs `grondslag`; shown as confidential is
    bool audit_only = false;        // alleen toetsing: never readable by rules

    [[nodiscard]] bool is_confidential() const { return confidential || special; }
    friend bool operator==(const PrivacyClass&, const PrivacyClass&) = default;
};

struct Field {
    std::string name;
    FieldType type;
    std::string source_name;  // column or JSON key: `uit "..."`, else the name
    PrivacyClass privacy;
    bool is_needed =
        true;  // false: of a series that exists without declaring, and nothing in the packs in use reads it
};

using FieldId = Id<struct StudentFieldTag>;       // index into Schema::student_fields
using SeriesId = Id<struct SeriesTag>;            // index into Schema::series
using SeriesFieldId = Id<struct SeriesFieldTag>;  // index into Series::fields of its series

struct Series {
    std::string singular;
    std::string plural;
    PrivacyClass privacy;  // holds for all fields and for the existence of events
    std::vector<Field> fields;
    SeriesFieldId date_field;       // the first field of kind date: the event's date
    SeriesFieldId last_counts_per;  // `geldt laatste per VELD`, or none
    bool is_read = true;            // false: it exists without declaring, and nothing in the packs in use reads it

    [[nodiscard]] SeriesFieldId find_field(std::string_view field_name) const;
};

struct Schema {
    std::vector<Field> student_fields;
    FieldId key;
    FieldId start;   // marked `start`; none in a pack that has none
    FieldId mentor;  // marked `mentor`, or none
    FieldId name;    // marked `naam`, or none (then the key is shown)
    std::vector<Series> series;
    SeriesId followups;  // opvolgingen and toestemmingen (built_in_series.h), in a schema made from packs
    SeriesId consents;

    [[nodiscard]] const Field& field(FieldId id) const { return student_fields[id.index()]; }
    [[nodiscard]] const Series& series_of(SeriesId id) const { return series[id.index()]; }
    [[nodiscard]] FieldId find_field(std::string_view field_name) const;
    // By singular or plural.
    [[nodiscard]] SeriesId find_series(std::string_view series_name) const;
};

}  // namespace wegwijzer
