// Texts that are wrong in one way, with what must be said of them.
#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/support/pack_text.h"

namespace wegwijzer::testing {

struct Case {
    std::string text;
    std::string findings;  // "F014 `70`"; several joined by " | "; empty: none
};

inline void expect_for_conditions(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(findings_text(compile_condition(each.text)) == each.findings); }
    }
}

inline void expect_for_bodies(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        BOOST_TEST_CONTEXT(each.text) { BOOST_TEST(findings_text(compile_body(each.text)) == each.findings); }
    }
}

inline const std::string signal_s = "signaal s\n  factor kennis\n  als werkt\n";
inline std::string policy(const std::string& condition, const std::string& rest = "  adviseer gesprek_slb\n") {
    return signal_s + "beleid p\n  als " + condition + "\n" + rest;
}

}  // namespace wegwijzer::testing
