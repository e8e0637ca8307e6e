#include "engine/records/column.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace wegwijzer {
namespace {

constexpr std::size_t first_rows = 64;

template <class Raw>
constexpr bool fits(std::int64_t lowest, std::int64_t highest) {
    return lowest >= std::numeric_limits<Raw>::min() && highest <= std::numeric_limits<Raw>::max();
}

int width_for(std::int64_t lowest, std::int64_t highest) {
    if (fits<std::int8_t>(lowest, highest)) return 1;
    if (fits<std::int16_t>(lowest, highest)) return 2;
    if (fits<std::int32_t>(lowest, highest)) return 4;
    return 8;
}

template <class Raw>
void store(std::byte* bytes, std::size_t row, std::int64_t raw) {
    const auto narrow = static_cast<Raw>(raw);
    std::memcpy(bytes + row * sizeof(Raw), &narrow, sizeof(Raw));
}

void store(std::byte* bytes, int width, std::size_t row, std::int64_t raw) {
    switch (width) {
        case 1: store<std::int8_t>(bytes, row, raw); break;
        case 2: store<std::int16_t>(bytes, row, raw); break;
        case 4: store<std::int32_t>(bytes, row, raw); break;
        default: store<std::int64_t>(bytes, row, raw); break;
    }
}

template <class Raw>
void gather(std::byte* to, const std::byte* from, std::span<const std::uint32_t> order) {
    for (std::size_t row = 0; row < order.size(); ++row) {
        std::memcpy(to + row * sizeof(Raw), from + order[row] * sizeof(Raw), sizeof(Raw));
    }
}

std::vector<std::uint64_t> all_bits(std::size_t rows) {
    std::vector<std::uint64_t> bits((rows + 63) / 64, ~std::uint64_t{0});
    if (rows % 64 != 0) bits.back() = (std::uint64_t{1} << (rows % 64)) - 1;
    return bits;
}

std::vector<std::uint64_t> gather_bits(const std::vector<std::uint64_t>& from, std::span<const std::uint32_t> order) {
    std::vector<std::uint64_t> bits((order.size() + 63) / 64, 0);
    for (std::size_t row = 0; row < order.size(); ++row) {
        const std::uint64_t bit = (from[order[row] / 64] >> (order[row] % 64)) & 1u;
        bits[row / 64] |= bit << (row % 64);
    }
    return bits;
}

bool holds_numbers(FieldKind kind) {
    return kind == FieldKind::number || kind == FieldKind::integer || kind == FieldKind::grade ||
           kind == FieldKind::percentage || kind == FieldKind::duration;
}

[[maybe_unused]] bool holds_text(FieldKind kind) { return kind == FieldKind::text || kind == FieldKind::key; }

}  // namespace

std::size_t Column::bytes_used() const {
    return bytes_.capacity() + known_.capacity() * sizeof(std::uint64_t) + dictionary_.bytes_used();
}

ColumnBuilder::ColumnBuilder(FieldKind kind) {
    column_.kind_ = kind;
    if (holds_numbers(kind)) column_.factor_ = Decimal::one_in_micros;
}

// Rewrites what was appended at another width. Growing goes from the last row down, so that it works in place.
void ColumnBuilder::set_width(int width) {
    const int old = column_.width_;
    assert(width > old);
    const std::size_t capacity = std::max(first_rows, column_.bytes_.size() / static_cast<std::size_t>(old));
    column_.bytes_.resize(capacity * static_cast<std::size_t>(width));
    for (std::size_t row = column_.size_; row-- > 0;) {
        const std::int64_t raw = column_.raw_at(row);
        store(column_.bytes_.data(), width, row, raw);
    }
    column_.width_ = width;
}

void ColumnBuilder::make_room(std::int64_t raw) {
    if (raw < lowest_ || raw > highest_) {
        lowest_ = std::min(lowest_, raw);
        highest_ = std::max(highest_, raw);
        const int width = width_for(lowest_, highest_);
        if (width != column_.width_) set_width(width);
    }
    const auto width = static_cast<std::size_t>(column_.width_);
    if (column_.bytes_.size() < (column_.size_ + 1) * width) {
        // By an eighth: the vector itself doubles its capacity, and what isn't filled yet takes no memory.
        column_.bytes_.resize((column_.size_ + std::max(first_rows, column_.size_ / 8)) * width);
    }
}

// More decimals for the whole column, so that `micros` is a whole number of its smallest steps.
void ColumnBuilder::show_decimals_of(std::int64_t micros) {
    if (micros % column_.factor_ == 0) return;
    int decimals = column_.decimals_;
    std::int64_t factor = column_.factor_;
    while (micros % factor != 0) {
        factor /= 10;
        ++decimals;
    }
    // INVARIANT: raw * factor_ is a Decimal and so fits in 64 bits; raw * times does as well.
    const std::int64_t times = column_.factor_ / factor;
    lowest_ *= times;
    highest_ *= times;
    const int width = width_for(lowest_, highest_);
    if (width != column_.width_) set_width(width);
    for (std::size_t row = 0; row < column_.size_; ++row) {
        store(column_.bytes_.data(), column_.width_, row, column_.raw_at(row) * times);
    }
    column_.factor_ = factor;
    column_.decimals_ = decimals;
}

void ColumnBuilder::append_raw(std::int64_t raw) {
    make_room(raw);
    const std::size_t row = column_.size_;
    store(column_.bytes_.data(), column_.width_, row, raw);
    if (row % 64 == 0) column_.known_.push_back(0);
    column_.known_.back() |= std::uint64_t{1} << (row % 64);
    ++column_.size_;
}

void ColumnBuilder::append_unknown() {
    make_room(0);
    const std::size_t row = column_.size_;
    store(column_.bytes_.data(), column_.width_, row, 0);
    if (row % 64 == 0) column_.known_.push_back(0);
    column_.all_known_ = false;
    ++column_.size_;
}

void ColumnBuilder::append(Decimal value) {
    assert(holds_numbers(column_.kind_));
    show_decimals_of(value.micros());
    append_raw(value.micros() / column_.factor_);
}

void ColumnBuilder::append(Date value) {
    assert(column_.kind_ == FieldKind::date);
    append_raw(value.days());
}

void ColumnBuilder::append_boolean(bool value) {
    assert(column_.kind_ == FieldKind::boolean);
    append_raw(value ? 1 : 0);
}

void ColumnBuilder::append_choice(std::uint32_t index) {
    assert(column_.kind_ == FieldKind::choice);
    append_raw(index);
}

void ColumnBuilder::append_text(std::string_view text) {
    assert(holds_text(column_.kind_));
    append_raw(column_.dictionary_.intern(text));
}

void ColumnBuilder::pad_to(std::size_t rows) {
    while (column_.size_ < rows) append_unknown();
}

Column ColumnBuilder::finish(std::span<const std::uint32_t> order) && {
    Column result = std::move(column_);
    if (order.empty()) {
        result.bytes_.resize(result.size_ * static_cast<std::size_t>(result.width_));
        result.bytes_.shrink_to_fit();
    } else {
        // A row may be taken more than once, or not at all: what is not taken leaves its width and its decimals behind.
        std::vector<std::byte> taken(order.size() * static_cast<std::size_t>(result.width_));
        switch (result.width_) {
            case 1: gather<std::int8_t>(taken.data(), result.bytes_.data(), order); break;
            case 2: gather<std::int16_t>(taken.data(), result.bytes_.data(), order); break;
            case 4: gather<std::int32_t>(taken.data(), result.bytes_.data(), order); break;
            default: gather<std::int64_t>(taken.data(), result.bytes_.data(), order); break;
        }
        result.bytes_ = std::move(taken);
        result.known_ = result.all_known_ ? all_bits(order.size()) : gather_bits(result.known_, order);
        result.size_ = order.size();
    }
    result.known_.shrink_to_fit();
    result.dictionary_.trim();
    return result;
}

}  // namespace wegwijzer
