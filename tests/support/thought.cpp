#include "tests/support/thought.h"

#include <boost/test/unit_test.hpp>

#include "dsl/thinking/think.h"
#include "tests/support/pack_text.h"

namespace wegwijzer::test {

std::vector<const Diagnostic*> Thought::with(Code code) const {
    std::vector<const Diagnostic*> found;
    for (const Diagnostic& finding : findings) {
        if (finding.code == code) found.push_back(&finding);
    }
    return found;
}

Thought think_of(const std::string& text) {
    Thought thought;
    thought.compilation = testing::compile_text(text);
    BOOST_TEST_REQUIRE(thought.compilation.rules != nullptr, testing::shown(thought.compilation) << text);
    Diagnostics findings;
    static_cast<void>(thinking::think(thought.compilation, findings));
    thought.findings = findings.all();
    return thought;
}

}  // namespace wegwijzer::test
