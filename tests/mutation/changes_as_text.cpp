// What `test --mutate` does in the model is what an author does who writes the line that way: the changed text is a pack, and a
// voorbeeld of it fails where a voorbeeld was said to notice.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/mutation/find_changes.h"
#include "dsl/mutation/mutation.h"
#include "engine/examples/run_examples.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(changes_as_text)

namespace {

bool all_come_out(const Compilation& compilation) {
    return std::ranges::all_of(compilation.rules->examples, [&](const model::Example& example) {
        return !compilation.was_given(example.origin.source) || examples::comes_out(compilation.rules, example);
    });
}

std::vector<std::filesystem::path> packs() {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator("tests/golden/corpus"))
        if (entry.is_directory()) found.push_back(entry.path());
    for (const char* pack : {"rules/vroegsignalering", "rules/eerste_100_dagen"}) found.emplace_back(pack);
    std::ranges::sort(found);
    return found;
}

}  // namespace

BOOST_AUTO_TEST_CASE(noticed_in_the_model_is_noticed_in_the_text) {
    std::array<std::size_t, mutation::change_kinds> noticed{};
    std::size_t unnoticed = 0;
    for (const std::filesystem::path& folder : packs()) {
        const std::vector<PackText> texts = read_pack_in_use(folder);
        const Compilation compilation = compile(texts);
        BOOST_REQUIRE_MESSAGE(compilation.rules, folder);
        std::set<SourceId> own;
        for (const ast::File& file : compilation.files)
            if (compilation.was_given(file.source)) own.insert(file.source);
        const std::vector<mutation::Change> changes = mutation::find_changes(compilation, own);
        const mutation::Report report = mutation::mutate(compilation);
        BOOST_REQUIRE(changes.size() == report.mutants.size());
        BOOST_TEST(changes.size() >= 5u);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const mutation::Mutant& mutant = report.mutants[i];
            std::vector<PackText> changed = texts;
            for (PackFile& file : changed.front().files) {
                if (file.name != compilation.sources.name(mutant.where.source)) continue;
                file.text.replace(mutant.where.begin, mutant.where.end - mutant.where.begin, changes[i].written);
            }
            const Compilation then = compile(changed);
            const std::string what =
                folder.filename().string() + ": " + mutant.before + " => " + changes[i].written + " in: " + mutant.line;
            BOOST_REQUIRE_MESSAGE(then.rules, "no pack: " << what);
            const bool is_noticed = mutant.fate == mutation::Fate::noticed;
            BOOST_TEST(all_come_out(then) == !is_noticed, what);
            ++(is_noticed ? noticed[static_cast<std::size_t>(mutant.kind)] : unnoticed);
        }
    }
    for (const std::size_t count : noticed) BOOST_TEST(count > 10u);
    BOOST_TEST(unnoticed > 0u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
