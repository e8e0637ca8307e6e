#include "engine/execute/tri_columns.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "tests/support/random.h"

namespace wegwijzer::execute {

BOOST_AUTO_TEST_SUITE(execute_tri_columns)

namespace {

constexpr std::array values{Tri::unknown, Tri::yes, Tri::no};

TriWord word_of(Tri value) { return {value == Tri::yes ? Word{1} : 0, value == Tri::no ? Word{1} : 0}; }
Tri value_of(TriWord word) { return tri_at(&word.yes, &word.no, 0); }

std::vector<Word> random_words(test::Random& random, std::size_t count) {
    std::vector<Word> words(count);
    for (Word& word : words) word = random.bits() & random.bits();
    return words;
}

}  // namespace

BOOST_AUTO_TEST_CASE(tables_are_those_of_one_value) {
    for (const Tri a : values) {
        BOOST_TEST((value_of(execute::tri_not(word_of(a))) == wegwijzer::tri_not(a)));
        for (const Tri b : values) {
            BOOST_TEST((value_of(execute::tri_and(word_of(a), word_of(b))) == wegwijzer::tri_and(a, b)));
            BOOST_TEST((value_of(execute::tri_or(word_of(a), word_of(b))) == wegwijzer::tri_or(a, b)));
        }
    }
}

BOOST_AUTO_TEST_CASE(bits_of_a_range_are_counted_and_visited_one_by_one) {
    test::Random random(1);
    for (int round = 0; round < 200; ++round) {
        const std::vector<Word> words = random_words(random, 4);
        const std::size_t begin = random.below(256);
        const std::size_t end = begin + random.below(257 - begin);
        std::int64_t count = 0;
        std::vector<std::size_t> rows;
        for (std::size_t row = begin; row < end; ++row) {
            if (!bit_at(words.data(), row)) continue;
            ++count;
            rows.push_back(row);
        }
        std::vector<std::size_t> visited;
        for_each_bit(words.data(), begin, end, [&](std::size_t row) { visited.push_back(row); });
        BOOST_TEST(count_bits(words.data(), begin, end) == count);
        BOOST_TEST(visited == rows, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(bits_are_copied_from_any_place) {
    test::Random random(2);
    for (int round = 0; round < 200; ++round) {
        const std::vector<Word> words = random_words(random, 5);
        const std::size_t from = random.below(320);
        const std::size_t rows = random.below(321 - from);
        std::vector<Word> copy(5);
        copy_bits(words.data(), words.size(), from, rows, copy.data());
        for (std::size_t row = 0; row < rows; ++row)
            BOOST_REQUIRE(bit_at(copy.data(), row) == bit_at(words.data(), from + row));
    }
}

BOOST_AUTO_TEST_CASE(bytes_become_bits_in_order) {
    test::Random random(3);
    for (int round = 0; round < 100; ++round) {
        std::array<unsigned char, word_bits> bytes{};
        for (unsigned char& byte : bytes) byte = random.one_in(2) ? 1 : 0;
        const Word word = pack_bytes(bytes.data());
        for (std::size_t i = 0; i < word_bits; ++i) BOOST_REQUIRE(bit_at(&word, i) == (bytes[i] == 1));
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::execute
