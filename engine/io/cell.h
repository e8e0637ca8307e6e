// One cell of text as a value of its field's type (language.md section 8 and section 3, "Types and values").
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/records/cohort.h"
#include "engine/records/schema.h"

namespace wegwijzer::io {

struct Cell {
    enum class State : std::uint8_t { unknown, known, invalid };
    State state = State::unknown;
    // Micros of a number, days of a date, 0 or 1 of a ja/nee, the index of a choice.
    std::int64_t number = 0;
    std::string_view text;  // of a text or key; valid as long as what was read and until the next call
};

// White space off both ends and NFC. The result points into `text` or into `scratch`.
[[nodiscard]] std::string_view clean(std::string_view text, std::string& scratch);

// Reads the cells of one field. `english` (optional) are the English words of the choices of a built-in series, in the
// order of the choices: data may use either language's word.
class CellReader {
  public:
    explicit CellReader(const Field& field, std::span<const std::string_view> english = {});

    // Precondition: `text` is clean. Empty is unknown. `mark` is the decimal mark of the file.
    [[nodiscard]] Cell read(std::string_view text, char mark);
    // A number or a true/false as JSON writes it.
    [[nodiscard]] Cell read_json_number(std::string_view text);
    [[nodiscard]] Cell read_json_boolean(bool value);
    // Why the last cell was invalid, and what it is then ("ongeldige datum"/"invalid date").
    [[nodiscard]] const Localized& reason() const { return reason_; }
    [[nodiscard]] Localized what() const;
    [[nodiscard]] const Field& field() const { return *field_; }
    [[nodiscard]] bool holds_decimals() const;
    // A percentage of which every known value read was 1 or less and none had a percent sign.
    [[nodiscard]] bool looks_like_fractions() const { return percentages_ > 0 && percentages_ == small_percentages_; }

  private:
    Cell read_number(std::string_view text, char mark);
    Cell read_percentage(std::string_view text, char mark);
    Cell read_choice(std::string_view text);
    Cell read_date(std::string_view text);
    Cell read_boolean(std::string_view text);
    Cell within_bounds(Decimal value);
    Cell invalid(Localized reason);

    const Field* field_;
    std::span<const std::string_view> english_;
    std::optional<Decimal> lowest_;
    std::optional<Decimal> highest_;
    std::size_t percentages_ = 0;
    std::size_t small_percentages_ = 0;
    Localized reason_;
};

// Sets a known cell in the student added last, or in the event added last.
void store(CohortBuilder& builder, FieldId id, FieldKind kind, const Cell& cell);
void store(CohortBuilder& builder, SeriesId series, SeriesFieldId id, FieldKind kind, const Cell& cell);

struct DateReading {
    std::optional<Date> date;
    Localized reason;  // why there is no date
};
// `2026-09-01` or `01-09-2026`; a time behind it is passed over.
[[nodiscard]] DateReading read_date_text(std::string_view text);

}  // namespace wegwijzer::io
