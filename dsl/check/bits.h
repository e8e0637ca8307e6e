// A set of small numbers.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace wegwijzer::checking {

class Bits {
  public:
    Bits() = default;
    explicit Bits(std::size_t size) : words_((size + word_bits - 1) / word_bits, 0) {}

    void insert(std::size_t member) { words_[member / word_bits] |= one << (member % word_bits); }
    void erase(std::size_t member) { words_[member / word_bits] &= ~(one << (member % word_bits)); }
    [[nodiscard]] bool contains(std::size_t member) const {
        return (words_[member / word_bits] >> (member % word_bits) & one) != 0;
    }
    [[nodiscard]] bool is_empty() const {
        return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
    }
    // Precondition of all below: sets of one size.
    [[nodiscard]] bool is_within(const Bits& other) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if ((words_[i] & ~other.words_[i]) != 0) return false;
        }
        return true;
    }
    [[nodiscard]] bool meets(const Bits& other) const {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if ((words_[i] & other.words_[i]) != 0) return true;
        }
        return false;
    }
    Bits& operator&=(const Bits& other) {
        std::transform(words_.begin(), words_.end(), other.words_.begin(), words_.begin(), std::bit_and<>());
        return *this;
    }
    friend Bits operator&(Bits left, const Bits& right) { return left &= right; }
    friend bool operator==(const Bits&, const Bits&) = default;
    [[nodiscard]] std::size_t count() const {
        std::size_t result = 0;
        for (std::uint64_t word : words_) {
            for (; word != 0; word &= word - 1) ++result;
        }
        return result;
    }
    [[nodiscard]] const std::vector<std::uint64_t>& words() const { return words_; }

  private:
    static constexpr std::size_t word_bits = 64;
    static constexpr std::uint64_t one = 1;
    std::vector<std::uint64_t> words_;
};

}  // namespace wegwijzer::checking
