#include "dsl/editor/while_typing.h"

#include <boost/test/unit_test.hpp>

#include "dsl/compile/compile.h"

namespace wegwijzer::editor {

namespace {

std::size_t shown_errors(const std::string& marked) {
    const std::size_t mark = marked.find('^');
    std::string text = marked;
    text.erase(mark, 1);
    const Compilation compilation = compile({{"proef", {{"proef.regels", text}}}});
    const auto& findings = compilation.diagnostics.all();
    std::size_t errors = 0;
    for (const std::size_t each :
         shown_while_typing(compilation.files.front(), findings, static_cast<std::uint32_t>(mark)))
        errors += entry(findings[each].code).kind == FindingKind::error ? 1u : 0u;
    return errors;
}

constexpr const char* head = "regelpakket p\n\ngegevens student\n  s : sleutel\n  d : datum start\n\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(while_typing)

// A signal without `als` and without `factor` is two errors once it is done.
BOOST_AUTO_TEST_CASE(what_is_not_written_yet_is_one_error) {
    BOOST_TEST(shown_errors(head + std::string("signaal x^")) == 1u);
    BOOST_TEST(shown_errors(head + std::string("signaal x\n\n# verder^")) == 1u);
}

BOOST_AUTO_TEST_CASE(elsewhere_every_error_is_shown) {
    BOOST_TEST(shown_errors("#^\n" + (head + std::string("signaal x\n"))) == 2u);
    BOOST_TEST(shown_errors(head + std::string("signaal x\n\nsignaal y^\n")) == 3u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
