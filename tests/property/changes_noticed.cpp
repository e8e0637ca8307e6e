// Of every small change of some packs: the voorbeeld that notices it first is the one that a plain run of all voorbeelden finds.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

#include "dsl/compile/compile.h"
#include "dsl/mutation/find_changes.h"
#include "dsl/mutation/notice.h"
#include "engine/examples/run_examples.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(changes_noticed)

namespace {

// The rules with the change in them, and each voorbeeld evaluated whole.
std::optional<std::size_t> plainly_noticed_by(const model::RuleSet& rules, const std::vector<std::size_t>& examples,
                                              mutation::Change& change) {
    const auto changed = std::make_shared<model::RuleSet>(rules);
    mutation::exchange(*changed, change);
    std::optional<std::size_t> found;
    for (const std::size_t example : examples) {
        if (examples::comes_out(changed, changed->examples[example])) continue;
        found = example;
        break;
    }
    mutation::exchange(*changed, change);
    return found;
}

BOOST_AUTO_TEST_CASE(are_those_that_a_plain_run_notices) {
    std::size_t noticed = 0;
    std::size_t unnoticed = 0;
    for (const auto& pack : std::filesystem::directory_iterator("tests/golden/corpus")) {
        if (!pack.is_directory()) continue;
        const Compilation compilation = compile({read_pack(pack.path())});
        BOOST_REQUIRE(compilation.rules != nullptr);
        std::set<SourceId> sources;
        for (const ast::File& file : compilation.files) sources.insert(file.source);
        // A third of the voorbeelden, so that much is not noticed.
        const auto rules = std::make_shared<model::RuleSet>(*compilation.rules);
        std::size_t count = 0;
        std::erase_if(rules->examples, [&](const model::Example&) { return count++ % 3 != 0; });
        std::vector<std::size_t> watching;
        for (std::size_t i = 0; i < rules->examples.size(); ++i) {
            if (examples::comes_out(rules, rules->examples[i])) watching.push_back(i);
        }
        mutation::Watch watch(rules, sources);
        for (mutation::Change& change : mutation::find_changes(compilation, sources)) {
            const std::optional<std::size_t> plainly = plainly_noticed_by(*rules, watching, change);
            BOOST_TEST((watch.noticed_by(change) == plainly), pack.path().string()
                                                                  << ", " << compilation.sources.text(change.where)
                                                                  << " as " << change.written);
            ++(plainly ? noticed : unnoticed);
        }
    }
    BOOST_TEST(noticed > 100u);
    BOOST_TEST(unnoticed > 10u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
