#include "dsl/editor/when_told.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <vector>

namespace wegwijzer::editor {
BOOST_AUTO_TEST_SUITE(when_told_suite)

namespace {

// Of data, of a run, and of commands that write files: nobody is told these while typing.
std::vector<Code> codes_of_no_text() {
    return {
#define FINDING(code, kind, nl, en, why_nl, why_en, do_nl, do_en) Code::code,
#include "engine/diagnostics/catalogue/agenda.def"
#include "engine/diagnostics/catalogue/authoring.def"
#include "engine/diagnostics/catalogue/data.def"
#include "engine/diagnostics/catalogue/erasing.def"
#include "engine/diagnostics/catalogue/runs.def"
#include "engine/diagnostics/catalogue/store.def"
#include "engine/diagnostics/catalogue/usage.def"
#undef FINDING
    };
}

// A new error comes with the decision when somebody who is typing is told of it: dsl/editor/when_told.cpp.
BOOST_AUTO_TEST_CASE(is_decided_of_every_error_of_a_text_and_of_nothing_else) {
    const std::vector<Code> of_no_text = codes_of_no_text();
    std::size_t decided = 0;
    for (const Code code : all_codes()) {
        const bool is_of_a_text =
            entry(code).kind == FindingKind::error && std::ranges::find(of_no_text, code) == of_no_text.end();
        BOOST_TEST(when_told(code).has_value() == is_of_a_text, entry(code).code);
        if (when_told(code)) ++decided;
    }
    BOOST_TEST(decided > 100U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::editor
