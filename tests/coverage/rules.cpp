// What the voorbeelden of each pack in rules/ reach of its own declarations, and what they don't. What may stay out of reach stands
// in accepted_gaps.txt, with the reason.
#include <fmt/format.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "api/run/authorship.h"
#include "dsl/compile/compile.h"
#include "engine/examples/coverage.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(coverage)

namespace {

using examples::Place;
using examples::PlaceKind;

// "PACK: OWNER: WHAT", with the reason.
std::map<std::string, std::string> accepted_gaps() {
    std::map<std::string, std::string> accepted;
    std::ifstream file("tests/coverage/accepted_gaps.txt");
    std::string key;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (line.starts_with("  because "))
            accepted[key] = line.substr(10);
        else
            accepted.emplace(key = line, "");
    }
    return accepted;
}

// "vroegsignalering: 146 voorbeelden", and below it the fractions.
std::string fractions(const std::string& pack, const examples::Coverage& coverage) {
    static const std::pair<PlaceKind, const char*> first_of_line[] = {
        {PlaceKind::active, "signalen, krachten en kansen"},
        {PlaceKind::unless, "uitzonderingen"},
        {PlaceKind::applied, "beleid"},
        {PlaceKind::holds, "vergelijkingen en aantallen"},
        {PlaceKind::outside_period, "perioden"},
        {PlaceKind::row, "tabellen"},
        {PlaceKind::choice, "parameters"}};
    std::string text = fmt::format("{}: {} voorbeelden", pack, coverage.examples());
    const char* line = nullptr;
    for (std::size_t i = 0; i < examples::place_kinds; ++i) {
        const auto kind = static_cast<PlaceKind>(i);
        for (const auto& [first, name] : first_of_line)
            if (first == kind) line = name;
        const examples::Fraction fraction = examples::fraction_of(coverage, kind);
        if (fraction.all == 0) continue;
        text += line == nullptr ? std::string(", ") : fmt::format("\n  {}: ", line);
        text += fmt::format("{} {}/{}", examples::name_of(kind).nl, fraction.reached, fraction.all);
        line = nullptr;
    }
    return text;
}

// Of these `test --coverage` tells; a pack is held to what decides about advice, not to every unknown part of every condition.
bool is_told_only(PlaceKind kind) {
    return kind == PlaceKind::unknown || kind == PlaceKind::whole_holds || kind == PlaceKind::whole_does_not_hold ||
           kind == PlaceKind::just_beside;
}

// Prints the fractions and what is not reached. `used`: the accepted gaps that are there.
void hold(const std::filesystem::path& pack, const std::map<std::string, std::string>& accepted,
          std::set<std::string>& used) {
    const std::string name = pack.filename().string();
    const Compilation compilation = compile(read_pack_in_use(pack));
    BOOST_REQUIRE_MESSAGE(compilation.rules, name << " does not compile");
    std::set<SourceId> own;
    for (const ast::File& file : compilation.files)
        if (compilation.was_given(file.source)) own.insert(file.source);
    const examples::Coverage coverage(compilation.rules, run::authorship_of(compilation), own);
    fmt::print("{}\n", fractions(name, coverage));
    std::string gaps;
    for (const Place& place : coverage.places()) {
        if (place.reached || is_told_only(place.kind)) continue;
        const std::string key = fmt::format("{}: {}: {}", name, place.owner.nl, place.what.nl);
        const auto found = accepted.find(key);
        if (found != accepted.end() && !found->second.empty()) {
            used.insert(key);
            continue;
        }
        const LineColumn at = compilation.sources.line_column(place.where.source, place.where.begin);
        gaps += fmt::format("{}:{}: {}: {}\n", compilation.sources.name(place.where.source), at.line, place.owner.nl,
                            place.what.nl);
        if (place.unexpected_in) {
            gaps += fmt::format("    het komt zo uit in \"{}\", maar daar staat geen `verwacht` voor\n",
                                compilation.rules->examples[*place.unexpected_in].title);
        }
    }
    BOOST_TEST(gaps.empty(), "no voorbeeld of " << name << " reaches\n" << gaps);
}

}  // namespace

// With WEGWIJZER_PACK set, of the packs whose name holds it.
BOOST_AUTO_TEST_CASE(of_the_packs_that_come_along) {
    const char* chosen = std::getenv("WEGWIJZER_PACK");
    const std::map<std::string, std::string> accepted = accepted_gaps();
    std::set<std::string> used;
    std::vector<std::filesystem::path> packs;
    for (const auto& entry : std::filesystem::directory_iterator("rules"))
        if (entry.is_directory()) packs.push_back(entry.path());
    std::ranges::sort(packs);
    for (const std::filesystem::path& pack : packs)
        if (chosen == nullptr || pack.string().find(chosen) != std::string::npos) hold(pack, accepted, used);
    for (const auto& [key, reason] : accepted) {
        const std::string name = key.substr(0, key.find(':'));
        if (chosen == nullptr || name.find(chosen) != std::string::npos)
            BOOST_TEST(used.contains(key), "reached now, or not there: take it off the list: " << key);
    }
    BOOST_TEST(packs.size() >= 4u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
