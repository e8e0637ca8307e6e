// A typed column with a validity mask. Every kind of field is kept as a scaled integer of 1, 2, 4 or 8 bytes:
//   number, integer, grade, percentage, duration: value in micros = raw * 10^(6 - decimals)
//   date: raw is days since 1970-01-01;  boolean: 0 or 1;  choice: index into FieldType::choices
//   text and key: index into the column's dictionary
// Width and decimals are the narrowest that hold what was read (architecture.md decision 6).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/records/dictionary.h"
#include "engine/records/schema.h"

namespace wegwijzer {

class Column {
  public:
    [[nodiscard]] FieldKind kind() const { return kind_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] int width() const { return width_; }        // bytes per value: 1, 2, 4 or 8
    [[nodiscard]] int decimals() const { return decimals_; }  // 0..6
    // The factor from a raw value to micros: 10^(6 - decimals); 1 for kinds that are no numbers.
    [[nodiscard]] std::int64_t factor() const { return factor_; }
    template <class Raw>  // int8_t, int16_t, int32_t or int64_t; must match width()
    [[nodiscard]] std::span<const Raw> raw() const {
        return {reinterpret_cast<const Raw*>(bytes_.data()), size_};
    }
    // Bit i of word i/64; set is known. Bits past the last row are clear. The raw value of an unknown row is 0.
    [[nodiscard]] std::span<const std::uint64_t> known_words() const { return known_; }
    [[nodiscard]] bool all_known() const { return all_known_; }
    [[nodiscard]] const Dictionary& dictionary() const { return dictionary_; }

    [[nodiscard]] bool is_known(std::size_t row) const {
        return all_known_ || ((known_[row / 64] >> (row % 64)) & 1u) != 0;
    }
    [[nodiscard]] std::int64_t raw_at(std::size_t row) const {
        switch (width_) {
            case 1: return load<std::int8_t>(row);
            case 2: return load<std::int16_t>(row);
            case 4: return load<std::int32_t>(row);
            default: return load<std::int64_t>(row);
        }
    }
    // For the kind at hand; precondition: is_known(row).
    [[nodiscard]] Decimal decimal_at(std::size_t row) const { return Decimal::from_micros(raw_at(row) * factor_); }
    [[nodiscard]] Date date_at(std::size_t row) const {
        return Date::from_days(static_cast<std::int32_t>(raw_at(row)));
    }
    [[nodiscard]] bool boolean_at(std::size_t row) const { return raw_at(row) != 0; }
    [[nodiscard]] const std::string& text_at(std::size_t row) const {
        return dictionary_.text(static_cast<std::uint32_t>(raw_at(row)));
    }
    [[nodiscard]] std::size_t bytes_used() const;

  private:
    friend class ColumnBuilder;
    template <class Raw>
    [[nodiscard]] Raw load(std::size_t row) const {
        Raw value{};
        std::memcpy(&value, bytes_.data() + row * sizeof(Raw), sizeof(Raw));
        return value;
    }

    FieldKind kind_ = FieldKind::text;
    std::size_t size_ = 0;
    int width_ = 1;
    int decimals_ = 0;
    std::int64_t factor_ = 1;
    bool all_known_ = true;
    std::vector<std::byte> bytes_;
    std::vector<std::uint64_t> known_;
    Dictionary dictionary_;
};

// Appends values and widens as needed, so that the column is the narrowest at any time and never staged in 64 bits.
// Values are those of the field's type and are within its bounds: the readers check that and report what is not.
class ColumnBuilder {
  public:
    explicit ColumnBuilder(FieldKind kind);
    void append_unknown();
    void append(Decimal value);
    void append(Date value);
    void append_boolean(bool value);
    void append_choice(std::uint32_t index);
    void append_text(std::string_view text);
    // Unknown rows until there are `rows`.
    void pad_to(std::size_t rows);
    [[nodiscard]] std::size_t size() const { return column_.size_; }
    // What was appended so far; valid until the next call.
    [[nodiscard]] const Column& so_far() const { return column_; }
    // `order` (optional): row i of the result is appended row order[i].
    [[nodiscard]] Column finish(std::span<const std::uint32_t> order = {}) &&;

  private:
    void append_raw(std::int64_t raw);
    void make_room(std::int64_t raw);
    void set_width(int width);
    void show_decimals_of(std::int64_t micros);

    Column column_;
    std::int64_t lowest_ = 0;  // of the raw values appended; 0 is always among them (an unknown row)
    std::int64_t highest_ = 0;
};

}  // namespace wegwijzer
