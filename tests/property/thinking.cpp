// On the packs that come along `check` says nothing about the thinking, and it looked into nearly every condition.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "dsl/review/silencings.h"
#include "dsl/thinking/think.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(rules_one_can_trust)

namespace {

namespace fs = std::filesystem;

bool holds_rules(const fs::path& folder) {
    for (const fs::directory_entry& file : fs::directory_iterator(folder)) {
        if (file.path().extension() == ".regels") return true;
    }
    return false;
}

// Folders with rules below these, and the files of the reference.
std::vector<fs::path> all_packs() {
    std::vector<fs::path> packs;
    for (const char* place : {"rules", "examples", "tests/golden/corpus"}) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(place)) {
            if (entry.is_directory() && holds_rules(entry.path())) packs.push_back(entry.path());
        }
    }
    for (const char* place : {"tests/golden/shared", "../shared/design/packs"}) {
        if (!fs::is_directory(place)) continue;
        for (const fs::directory_entry& entry : fs::directory_iterator(place)) {
            if (entry.path().extension() == ".regels") packs.push_back(entry.path());
        }
    }
    return packs;
}

BOOST_AUTO_TEST_CASE(on_the_packs_that_come_along_nothing_is_said_and_nearly_all_is_examined) {
    std::size_t packs = 0;
    std::size_t conditions = 0;
    std::size_t left_open = 0;
    for (const fs::path& pack : all_packs()) {
        const Compilation compilation = compile(read_pack_in_use(pack));
        if (compilation.rules == nullptr) continue;
        ++packs;
        Diagnostics findings;
        const thinking::Examined examined = thinking::think(compilation, findings);
        const review::Silenced silenced = review::silence(compilation, findings.all());
        for (const Diagnostic& finding : silenced.left.all()) {
            if (finding.code == Code::W320 || entry(finding.code).kind == FindingKind::error) continue;
            const LineColumn place = compilation.sources.line_column(finding.span.source, finding.span.begin);
            BOOST_ERROR(compilation.sources.name(finding.span.source)
                        << ':' << place.line << ' ' << entry(finding.code).code << ' '
                        << compilation.sources.text(finding.span));
        }
        conditions += examined.conditions;
        left_open += examined.left_open.size();
    }
    BOOST_TEST(packs > 20U);
    BOOST_TEST(conditions > 300U);
    BOOST_TEST(100 * (conditions - left_open) >= 90 * conditions,
               left_open << " of " << conditions << " conditions are left open");
    BOOST_TEST_MESSAGE(conditions - left_open << " of " << conditions << " conditions examined in " << packs
                                              << " packs");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
