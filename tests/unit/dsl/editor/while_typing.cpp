#include "dsl/editor/while_typing.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "dsl/compile/compile.h"

namespace wegwijzer::editor {

BOOST_AUTO_TEST_SUITE(while_typing)

namespace {

// The errors that are shown with the last key at `^`: "F030 `x`", joined by " | ".
std::string shown_errors(const std::string& marked) {
    const std::size_t mark = marked.find('^');
    std::string text = marked;
    text.erase(mark, 1);
    const Compilation compilation = compile({{"proef", {{"proef.regels", text}}}});
    const auto& findings = compilation.diagnostics.all();
    std::string errors;
    for (const std::size_t each :
         shown_while_typing(compilation.files.front(), text, findings, static_cast<std::uint32_t>(mark))) {
        if (entry(findings[each].code).kind != FindingKind::error) continue;
        errors += (errors.empty() ? "" : " | ") + std::string(entry(findings[each].code).code) + " `" +
                  std::string(compilation.sources.text(findings[each].span)) + '`';
    }
    return errors;
}

constexpr const char* opening =
    "regelpakket p\n\ngegevens student\n  s : sleutel\n  d : datum start\n  a : geheel van 1 t/m 9\n"
    "  b : percentage\n\nfactor f \"F\"\n\n";

}  // namespace

// A signal without `als` and without `factor` is two errors once it is done.
BOOST_AUTO_TEST_CASE(what_is_not_written_yet_is_no_error) {
    BOOST_TEST(shown_errors(opening + std::string("signaal x^")) == "");
    BOOST_TEST(shown_errors(opening + std::string("signaal x \"X\"\n  factor f\n^")) == "");
    BOOST_TEST(shown_errors(opening + std::string("signaal x\n\n# verder^")) == "");
    BOOST_TEST(shown_errors("regelpakket p^") == "");
    BOOST_TEST(shown_errors("reg^") == "");
    BOOST_TEST(shown_errors(opening + std::string("reeks t, ts geldt laatste per vak\n  datum : datum\n  v^")) == "");
    // What opens a declaration may still become a line of the one above.
    BOOST_TEST(shown_errors(opening + std::string("signaal x\ni^")) == "");
    BOOST_TEST(shown_errors(opening + std::string("signaal x\n\nsignaal^")) == "");
    BOOST_TEST(shown_errors(opening + std::string("signaal x \"X\"\n  factor f\n  als minstens 2 van:\n^")) == "");
}

BOOST_AUTO_TEST_CASE(elsewhere_every_error_is_shown) {
    BOOST_TEST(shown_errors("#^\n" + (opening + std::string("signaal x\n"))) == "F050 `x` | F050 `x`");
    BOOST_TEST(shown_errors(opening + std::string("signaal x\n\nsignaal y^\n")) == "F050 `x` | F050 `x`");
}

BOOST_AUTO_TEST_CASE(a_wrong_word_is_shown_as_soon_as_a_word_stands_behind_it) {
    const std::string begun = opening + std::string("signaal x \"X\"\n  factor f\n  als ");
    BOOST_TEST(shown_errors(begun + "aa^") == "");
    BOOST_TEST(shown_errors(begun + "aa ^") == "");
    BOOST_TEST(shown_errors(begun + "aa <^") == "");
    BOOST_TEST(shown_errors(begun + "aa < 3^") == "F030 `aa`");
    BOOST_TEST(shown_errors(begun + "aa < 3 en a > ^2") == "F030 `aa`");
    BOOST_TEST(shown_errors(begun + "d > 2026-09-31 en a >^ 2") == "F006 `2026-09-31`");
    // On a line further on it may follow from what is being typed; a date that doesn't exist follows from nothing.
    const std::string later = opening + std::string("signaal x \"X\"\n  factor f^\n  als ");
    BOOST_TEST(shown_errors(later + "aa < 3") == "");
    BOOST_TEST(shown_errors(later + "d > 2026-09-31") == "F006 `2026-09-31`");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_on_a_line_is_shown_when_the_author_has_begun_the_next) {
    const std::string begun = opening + std::string("signaal x \"X\"\n  factor f\n  als b < 70");
    BOOST_TEST(shown_errors(begun + "^") == "");
    BOOST_TEST(shown_errors(begun + "\n  uitleg^") == "");
    BOOST_TEST(shown_errors(begun + "\n  uitleg \"^\"") == "F014 `70`");
}

BOOST_AUTO_TEST_CASE(a_key_is_a_piece_of_one_line_or_the_blanks_of_the_next) {
    BOOST_TEST(is_typing("", "a"));
    BOOST_TEST(is_typing("x", ""));
    BOOST_TEST(is_typing("recente", "recente_presentie"));
    BOOST_TEST(is_typing("", "\n    "));
    BOOST_TEST(is_typing("\n  ", ""));
    BOOST_TEST(!is_typing("", "\n  als a < 3"));
    BOOST_TEST(!is_typing("  als a < 3\n  uitleg", ""));
    BOOST_TEST(!is_typing("", "a\n\n"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
