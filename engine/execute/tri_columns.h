// Three-valued logic over columns: a condition is two bits per row, known-true and known-false; both clear is unknown.
// The same tables as engine/base/tri.h, 64 rows at a time. Bits behind the last row mean nothing.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "engine/base/tri.h"

namespace wegwijzer::execute {

using Word = std::uint64_t;
inline constexpr std::size_t word_bits = 64;

[[nodiscard]] constexpr std::size_t words_for(std::size_t rows) { return (rows + word_bits - 1) / word_bits; }
[[nodiscard]] inline bool bit_at(const Word* words, std::size_t row) {
    return ((words[row / word_bits] >> (row % word_bits)) & 1u) != 0;
}

// One word of a condition. INVARIANT: yes & no == 0.
struct TriWord {
    Word yes = 0;
    Word no = 0;
};
[[nodiscard]] constexpr TriWord tri_not(TriWord value) { return {value.no, value.yes}; }
[[nodiscard]] constexpr TriWord tri_and(TriWord left, TriWord right) {
    return {left.yes & right.yes, left.no | right.no};
}
[[nodiscard]] constexpr TriWord tri_or(TriWord left, TriWord right) {
    return {left.yes | right.yes, left.no & right.no};
}
[[nodiscard]] inline Tri tri_at(const Word* yes, const Word* no, std::size_t row) {
    if (bit_at(yes, row)) return Tri::yes;
    return bit_at(no, row) ? Tri::no : Tri::unknown;
}

// Sets bit i of `words` to hit(i) for i < rows, and the rest of the last word to 0.
template <class Hit>
void fill_bits(Word* words, std::size_t rows, Hit hit) {
    for (std::size_t at = 0; at < rows; at += word_bits) {
        const std::size_t end = rows - at < word_bits ? rows - at : word_bits;
        Word word = 0;
        for (std::size_t i = 0; i < end; ++i) word |= static_cast<Word>(hit(at + i) ? 1 : 0) << i;
        words[at / word_bits] = word;
    }
}

// 64 bytes that are 0 or 1 as the bits of a word.
[[nodiscard]] inline Word pack_bytes(const unsigned char* bytes) {
    Word word = 0;
    if constexpr (std::endian::native == std::endian::little) {
        for (std::size_t i = 0; i < 8; ++i) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, bytes + i * 8, 8);
            // The factor moves the bit of byte k to bit 56 + k.
            word |= ((eight * 0x0102040810204080u) >> 56) << (i * 8);
        }
    } else {
        for (std::size_t i = 0; i < word_bits; ++i) word |= static_cast<Word>(bytes[i]) << i;
    }
    return word;
}

// Bits [from, from + rows) of `source`, moved to the front of `target`.
inline void copy_bits(const Word* source, std::size_t source_words, std::size_t from, std::size_t rows, Word* target) {
    const std::size_t first = from / word_bits;
    const std::size_t shift = from % word_bits;
    for (std::size_t i = 0; i < words_for(rows); ++i) {
        Word word = source[first + i] >> shift;
        if (shift != 0 && first + i + 1 < source_words) word |= source[first + i + 1] << (word_bits - shift);
        target[i] = word;
    }
}

// Calls visit(row) for the set bits in [begin, end).
template <class Visit>
void for_each_bit(const Word* words, std::size_t begin, std::size_t end, Visit visit) {
    if (begin >= end) return;
    for (std::size_t at = begin / word_bits; at * word_bits < end; ++at) {
        Word word = words[at];
        if (at * word_bits < begin) word &= ~Word{0} << (begin % word_bits);
        if (end - at * word_bits < word_bits) word &= (Word{1} << (end % word_bits)) - 1;
        while (word != 0) {
            visit(at * word_bits + static_cast<std::size_t>(std::countr_zero(word)));
            word &= word - 1;
        }
    }
}

// How many bits are set in [begin, end).
[[nodiscard]] inline std::int64_t count_bits(const Word* words, std::size_t begin, std::size_t end) {
    if (begin >= end) return 0;
    const std::size_t first = begin / word_bits;
    const std::size_t last = (end - 1) / word_bits;
    const Word from_begin = ~Word{0} << (begin % word_bits);
    const Word to_end = ~Word{0} >> (word_bits - 1 - (end - 1) % word_bits);
    if (first == last) return std::popcount(words[first] & from_begin & to_end);
    std::int64_t count = std::popcount(words[first] & from_begin) + std::popcount(words[last] & to_end);
    for (std::size_t i = first + 1; i < last; ++i) count += std::popcount(words[i]);
    return count;
}

}  // namespace wegwijzer::execute
