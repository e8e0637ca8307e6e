#include "engine/records/column.h"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace wegwijzer {
BOOST_AUTO_TEST_SUITE(column)

namespace {

Decimal micros(std::int64_t value) { return Decimal::from_micros(value); }

BOOST_AUTO_TEST_CASE(a_column_is_as_narrow_as_its_values) {
    ColumnBuilder builder(FieldKind::integer);
    builder.append(Decimal::from_integer(127));
    builder.append(Decimal::from_integer(-128));
    const Column narrow = std::move(builder).finish();
    BOOST_TEST(narrow.width() == 1);
    BOOST_TEST(narrow.decimals() == 0);
    BOOST_TEST(narrow.factor() == 1'000'000);
    BOOST_TEST(narrow.raw<std::int8_t>()[1] == -128);
    BOOST_TEST(narrow.decimal_at(0).micros() == 127'000'000);
}

BOOST_AUTO_TEST_CASE(a_column_widens_when_a_value_asks_for_it_and_keeps_what_it_had) {
    ColumnBuilder builder(FieldKind::integer);
    std::vector<std::int64_t> values;
    for (std::int64_t value = 1; value < 4'000'000'000'000; value *= 3) {
        values.push_back(value);
        values.push_back(-value);
    }
    for (const std::int64_t value : values) builder.append(Decimal::from_integer(value));
    const Column column = std::move(builder).finish();
    BOOST_TEST(column.width() == 8);
    BOOST_REQUIRE(column.size() == values.size());
    for (std::size_t row = 0; row < values.size(); ++row) BOOST_TEST(column.raw_at(row) == values[row]);
}

BOOST_AUTO_TEST_CASE(every_width_has_its_own_limits) {
    const std::vector<std::pair<std::int64_t, int>> cases = {
        {128, 2}, {-129, 2}, {32'767, 2}, {32'768, 4}, {-32'769, 4}, {2'147'483'647, 4}, {2'147'483'648, 8}};
    for (const auto& [value, width] : cases) {
        ColumnBuilder builder(FieldKind::integer);
        builder.append(Decimal::from_integer(value));
        BOOST_TEST(std::move(builder).finish().width() == width, value);
    }
}

BOOST_AUTO_TEST_CASE(decimals_come_when_a_value_has_them) {
    ColumnBuilder builder(FieldKind::grade);
    builder.append(Decimal::from_integer(7));
    builder.append(micros(5'500'000));
    const Column one = std::move(builder).finish();
    BOOST_TEST(one.decimals() == 1);
    BOOST_TEST(one.factor() == 100'000);
    BOOST_TEST(one.raw_at(0) == 70);
    BOOST_TEST(one.raw_at(1) == 55);
    BOOST_TEST(one.width() == 1);

    ColumnBuilder finer(FieldKind::number);
    finer.append(Decimal::from_integer(120));
    finer.append(micros(1));
    finer.append(micros(-500'000));
    const Column six = std::move(finer).finish();
    BOOST_TEST(six.decimals() == 6);
    BOOST_TEST(six.width() == 4);
    BOOST_TEST(six.decimal_at(0).micros() == 120'000'000);
    BOOST_TEST(six.decimal_at(1).micros() == 1);
    BOOST_TEST(six.decimal_at(2).micros() == -500'000);
}

BOOST_AUTO_TEST_CASE(the_largest_numbers_keep_their_decimals) {
    ColumnBuilder builder(FieldKind::number);
    builder.append(Decimal::from_integer(9'000'000'000'000));
    builder.append(micros(std::numeric_limits<std::int64_t>::max()));
    builder.append(micros(std::numeric_limits<std::int64_t>::min()));
    const Column column = std::move(builder).finish();
    BOOST_TEST(column.decimal_at(0).micros() == 9'000'000'000'000'000'000);
    BOOST_TEST(column.decimal_at(1).micros() == std::numeric_limits<std::int64_t>::max());
    BOOST_TEST(column.decimal_at(2).micros() == std::numeric_limits<std::int64_t>::min());
}

BOOST_AUTO_TEST_CASE(unknown_rows_have_a_clear_bit_and_zero) {
    ColumnBuilder builder(FieldKind::boolean);
    for (int i = 0; i < 130; ++i) {
        if (i % 3 == 0) {
            builder.append_unknown();
        } else {
            builder.append_boolean(i % 2 == 0);
        }
    }
    const Column column = std::move(builder).finish();
    BOOST_TEST(!column.all_known());
    BOOST_TEST(column.known_words().size() == 3u);
    BOOST_TEST((column.known_words()[2] >> 2) == 0u);  // past the last row
    for (std::size_t row = 0; row < 130; ++row) {
        BOOST_TEST(column.is_known(row) == (row % 3 != 0));
        BOOST_TEST(column.raw_at(row) == (row % 3 != 0 && row % 2 == 0 ? 1 : 0));
    }
}

BOOST_AUTO_TEST_CASE(without_unknown_rows_all_bits_are_set) {
    ColumnBuilder builder(FieldKind::choice);
    for (std::uint32_t i = 0; i < 65; ++i) builder.append_choice(i);
    const Column column = std::move(builder).finish();
    BOOST_TEST(column.all_known());
    BOOST_TEST(column.known_words()[0] == ~std::uint64_t{0});
    BOOST_TEST(column.known_words()[1] == 1u);
}

BOOST_AUTO_TEST_CASE(finish_puts_rows_in_the_order_asked) {
    ColumnBuilder builder(FieldKind::date);
    for (int i = 0; i < 100; ++i) {
        if (i == 7) {
            builder.append_unknown();
        } else {
            builder.append(Date::from_days(20'000 + i));
        }
    }
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < 100; ++i) order.push_back(99 - i);
    const Column column = std::move(builder).finish(order);
    BOOST_TEST(column.width() == 2);
    BOOST_TEST(column.date_at(0).days() == 20'099);
    BOOST_TEST(column.date_at(99).days() == 20'000);
    BOOST_TEST(!column.is_known(92));
    BOOST_TEST(column.is_known(93));
}

BOOST_AUTO_TEST_CASE(texts_are_kept_once) {
    ColumnBuilder builder(FieldKind::text);
    builder.append_text("wiskunde");
    builder.append_text("");
    builder.append_text("wiskunde");
    builder.append_unknown();
    const Column column = std::move(builder).finish();
    BOOST_TEST(column.dictionary().size() == 2u);
    BOOST_TEST(column.text_at(2) == "wiskunde");
    BOOST_TEST(column.text_at(1).empty());
    BOOST_TEST(column.dictionary().find("wiskunde").value() == 0u);
    BOOST_TEST(!column.dictionary().find("Wiskunde").has_value());
}

BOOST_AUTO_TEST_CASE(a_dictionary_of_many_texts_finds_each) {
    Dictionary dictionary;
    BOOST_TEST(!dictionary.find("S0").has_value());
    for (int i = 0; i < 20'000; ++i) {
        BOOST_REQUIRE(dictionary.intern("S" + std::to_string(i)) == static_cast<std::uint32_t>(i));
    }
    for (int i = 0; i < 20'000; ++i) {
        BOOST_REQUIRE(dictionary.find("S" + std::to_string(i)).value() == static_cast<std::uint32_t>(i));
        BOOST_REQUIRE(dictionary.intern("S" + std::to_string(i)) == static_cast<std::uint32_t>(i));
    }
    BOOST_TEST(dictionary.size() == 20'000u);
    BOOST_TEST(dictionary.bytes_used() > 20'000 * sizeof(std::string));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer
