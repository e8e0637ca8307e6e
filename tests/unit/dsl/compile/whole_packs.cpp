// Whole packs: that of the reference, the one that is shipped, and those of the design beside the repository.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/pack_text.h"

using namespace wegwijzer;
using namespace wegwijzer::testing;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(whole_packs)

namespace {

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    BOOST_REQUIRE_MESSAGE(file, "can't open " << path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

PackText read_folder(const fs::path& folder) {
    PackText pack{folder.string(), {}};
    std::vector<fs::path> paths;
    for (const auto& each : fs::directory_iterator(folder)) {
        if (each.path().extension() == ".regels") paths.push_back(each.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) pack.files.push_back({path.string(), read(path)});
    return pack;
}

// "F150 2x F151": how often each code, in order of code.
std::string count_codes(const Compilation& compilation) {
    std::map<std::string, int> counts;
    for (const Diagnostic& diagnostic : compilation.diagnostics.all())
        ++counts[std::string(entry(diagnostic.code).code)];
    std::string text;
    for (const auto& [code, count] : counts) {
        text += (text.empty() ? "" : " ") + (count > 1 ? std::to_string(count) + "x " : "") + code;
    }
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_pack_of_the_reference) {
    const std::string page = read("docs/language.md");
    const std::string fence = "```\n";
    const std::size_t begin = page.find(fence, page.find("## 1. A complete small pack")) + fence.size();
    const Compilation compilation = compile_text(page.substr(begin, page.find(fence, begin) - begin));
    BOOST_TEST(count_codes(compilation) == "");
    BOOST_TEST(compilation.rules != nullptr);
}

BOOST_AUTO_TEST_CASE(the_pack_that_is_shipped) {
    const Compilation compilation = compile({read_folder("rules/vroegsignalering")});
    BOOST_TEST(count_codes(compilation) == "");
    BOOST_TEST(compilation.rules != nullptr);
}

// Parts of packs, some of constructs that come later: exactly those are reported, and the names that are elsewhere.
BOOST_AUTO_TEST_CASE(the_packs_of_the_design) {
    const fs::path folder = "../shared/design/packs";
    if (!fs::exists(folder)) {
        BOOST_TEST_MESSAGE("skipped: there is no " << folder);
        return;
    }
    const std::map<std::string, std::string> expected = {
        {"C01-C05-verzuim.regels", ""},
        {"C06-bsa.regels", "W001"},
        {"C07-tiers.regels", "W001"},
        {"C08-C10.regels", "W001 W005"},
        {"C11-C12-beleid.regels", "F030 F122 W001"},
        {"N-nieuw.regels", "6x F030 F122 N001 W001 W005"},
        {"R01-R10-eigen.regels", "3x F030 W001 W005"},
    };
    for (const auto& [name, codes] : expected) {
        BOOST_TEST_CONTEXT(name) { BOOST_TEST(count_codes(compile_text(read(folder / name))) == codes); }
    }
}

BOOST_AUTO_TEST_SUITE_END()
