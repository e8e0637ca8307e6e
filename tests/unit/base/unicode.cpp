#include "engine/base/unicode.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(unicode)

namespace {

// Written as bytes, so that no editor can compose them: e + combining diaeresis, and the composed letter.
const std::string decomposed = "co\x6F\xCC\x88rdinatie";
const std::string composed = "co\xC3\xB6rdinatie";

}  // namespace

BOOST_AUTO_TEST_CASE(accepts_only_utf8) {
    using wegwijzer::is_valid_utf8;
    BOOST_TEST(is_valid_utf8(""));
    BOOST_TEST(is_valid_utf8("aé€😀"));
    BOOST_TEST(!is_valid_utf8("\xFF"));
    BOOST_TEST(!is_valid_utf8("\xC3"));              // cut off
    BOOST_TEST(!is_valid_utf8("\xC0\xAF"));          // longer than needed
    BOOST_TEST(!is_valid_utf8("\xED\xA0\x80"));      // a surrogate
    BOOST_TEST(!is_valid_utf8("\xF4\x90\x80\x80"));  // past U+10FFFF
    BOOST_TEST(!is_valid_utf8("\x80"));
}

BOOST_AUTO_TEST_CASE(replaces_only_what_is_not_utf8) {
    BOOST_TEST(wegwijzer::replace_invalid_utf8("a\xFFé") == "a\xEF\xBF\xBDé");
    BOOST_TEST(wegwijzer::replace_invalid_utf8("\xC3") == "\xEF\xBF\xBD");
    BOOST_TEST(wegwijzer::replace_invalid_utf8(composed) == composed);
}

BOOST_AUTO_TEST_CASE(composes_and_trims) {
    BOOST_TEST(wegwijzer::to_nfc(decomposed) == composed);
    BOOST_TEST(wegwijzer::to_nfc(composed) == composed);
    BOOST_TEST(wegwijzer::to_nfc("a\xFF") == "a\xEF\xBF\xBD");
    BOOST_TEST(wegwijzer::to_nfc_trimmed(" \t\r\n" + decomposed + "\xC2\xA0 ") == composed);
    BOOST_TEST(wegwijzer::to_nfc_trimmed("a b") == "a b");
    BOOST_TEST(wegwijzer::to_nfc_trimmed(" \xE2\x80\xA8 ").empty());
    BOOST_TEST(wegwijzer::to_nfc_trimmed("").empty());
    BOOST_TEST(wegwijzer::to_nfc_trimmed(std::string("\0x\0", 3)) == std::string("\0x\0", 3));
}

BOOST_AUTO_TEST_CASE(counts_characters_and_columns) {
    BOOST_TEST(wegwijzer::count_characters(composed) == 11U);
    BOOST_TEST(wegwijzer::count_characters(decomposed) == 12U);
    BOOST_TEST(wegwijzer::count_characters("a\xFF\xFE") == 3U);
    BOOST_TEST(wegwijzer::display_width(composed) == 11U);
    BOOST_TEST(wegwijzer::display_width(decomposed) == 11U);
    BOOST_TEST(wegwijzer::display_width("日本") == 4U);
    BOOST_TEST(wegwijzer::display_width("😀") == 2U);
    BOOST_TEST(wegwijzer::display_width("a\x01") == 1U);
}

BOOST_AUTO_TEST_CASE(reads_windows_1252) {
    BOOST_TEST(wegwijzer::windows_1252_to_utf8("Ren\xE9 \x80 \x93x\x94 \x9F") == "René € “x” Ÿ");
    BOOST_TEST(wegwijzer::windows_1252_to_utf8("\x81") == "\xC2\x81");
    BOOST_TEST(wegwijzer::windows_1252_to_utf8("plain") == "plain");
}

BOOST_AUTO_TEST_CASE(lowers_letters) {
    BOOST_TEST(wegwijzer::to_lower("COÖRDINATIE 1") == "coördinatie 1");
    BOOST_TEST(wegwijzer::to_lower("ß") == "ß");
    BOOST_TEST(wegwijzer::equal_in_any_case("COÖRDINATIE 1", "coördinatie 1"));
    BOOST_TEST(!wegwijzer::equal_in_any_case("coördinatie", "coördinati"));
    BOOST_TEST(!wegwijzer::equal_in_any_case("vak", "vakk"));
    BOOST_TEST(!wegwijzer::equal_in_any_case("coordinatie", "coördinatie"));
}

BOOST_AUTO_TEST_SUITE_END()
