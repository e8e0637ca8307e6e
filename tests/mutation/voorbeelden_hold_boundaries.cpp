// Do the voorbeelden of a pack hold its boundaries? Each smallest change of its rules must make one of them fail, or one of the packs
// that use it. What may survive stands in surviving_changes.txt, with the reason.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "api/run/authorship.h"
#include "dsl/compile/compile.h"
#include "engine/examples/run_examples.h"
#include "engine/program/lower.h"
#include "tests/mutation/boundary_changes.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(voorbeelden_hold_boundaries)

namespace {

enum class Fate { survives, killed, no_pack };

// Of the first pack, by the first of its voorbeelden that fails; the others are those it uses.
Fate fate_of(const std::vector<PackText>& packs) {
    const Compilation compilation = compile(packs);
    if (!compilation.rules) return Fate::no_pack;
    const program::Program program = program::lower(*compilation.rules);
    const explain::Authorship authorship = run::authorship_of(compilation);
    for (std::size_t i = 0; i < compilation.rules->examples.size(); ++i)
        if (compilation.was_given(compilation.rules->examples[i].origin.source) &&
            !examples::run_example(compilation.rules, program, authorship, i).passed())
            return Fate::killed;
    return Fate::survives;
}

// "PACK: LINE => LINE", with the reason.
std::map<std::string, std::string> allowed_survivors() {
    std::map<std::string, std::string> allowed;
    std::ifstream file("tests/mutation/surviving_changes.txt");
    std::string key;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (line.starts_with("  because "))
            allowed[key] = line.substr(10);
        else
            allowed.emplace(key = line, "");
    }
    return allowed;
}

// A pack of kalenders, or one that only takes in others, declares no rule that could be wrong.
bool has_rules(const PackText& pack) {
    return std::ranges::any_of(pack.files, [](const PackFile& file) {
        return std::ranges::any_of(
            std::array{"signaal ", "kracht ", "kans ", "beleid ", "begrip ", "parameter ", "tabel "},
            [&](const char* keyword) {
                return file.text.starts_with(keyword) ||
                       file.text.find(std::string("\n") + keyword) != std::string::npos;
            });
    });
}

struct Count {
    std::size_t refused = 0;  // by the compiler, which holds that boundary itself
    std::size_t changes = 0;
    std::size_t killed = 0;
    std::size_t allowed = 0;
    std::string survivors;
};

// The packs of the place that take this one in, each with all that it uses: their voorbeelden hold what is declared for them.
std::vector<std::vector<PackText>> packs_that_use(const std::filesystem::path& folder) {
    std::vector<std::vector<PackText>> users;
    for (const auto& entry : std::filesystem::directory_iterator(folder.parent_path())) {
        if (!entry.is_directory() || entry.path() == folder || !has_rules(read_pack(entry.path()))) continue;
        std::vector<PackText> packs = read_pack_in_use(entry.path());
        if (std::ranges::find(packs, folder.string(), &PackText::name) != packs.end())
            users.push_back(std::move(packs));
    }
    return users;
}

// With `changed` in the place of the pack of that name. A change with which a pack that uses it is none does not come unseen.
Fate fate_with_users(const PackText& changed, const std::vector<std::vector<PackText>>& users) {
    for (std::vector<PackText> packs : users) {
        *std::ranges::find(packs, changed.name, &PackText::name) = changed;
        if (fate_of(packs) != Fate::survives) return Fate::killed;
    }
    return Fate::survives;
}

// `used`: the survivors that are on the list.
Count try_all(const std::filesystem::path& folder, const std::map<std::string, std::string>& allowed,
              std::set<std::string>& used) {
    std::vector<PackText> packs = read_pack_in_use(folder);
    PackText& pack = packs.front();
    const std::vector<std::vector<PackText>> users = packs_that_use(folder);
    BOOST_REQUIRE_MESSAGE(fate_of(packs) == Fate::survives, folder << " does not pass its own voorbeelden");
    BOOST_REQUIRE_MESSAGE(fate_with_users(pack, users) == Fate::survives, folder << " makes those that use it fail");
    OtherNames names;
    for (const PackFile& file : pack.files) add_names(names, file.text);
    Count count;
    for (PackFile& file : pack.files) {
        const std::string original = file.text;
        for (BoundaryChange& change : boundary_changes(original, names)) {
            file.text = std::move(change.text);
            Fate fate = fate_of(packs);
            if (fate == Fate::survives) fate = fate_with_users(pack, users);
            if (fate == Fate::no_pack) {
                ++count.refused;
                continue;
            }
            ++count.changes;
            if (fate == Fate::killed) {
                ++count.killed;
                continue;
            }
            const std::string key =
                fmt::format("{}: {} => {}", folder.filename().string(), change.before, change.after);
            const auto found = allowed.find(key);
            if (found != allowed.end() && !found->second.empty()) {
                ++count.allowed;
                used.insert(key);
            } else {
                count.survivors += fmt::format("{}:{}\n{}\n", file.name, change.line, key);
            }
        }
        file.text = original;
    }
    return count;
}

// Of each pack in these folders; with WEGWIJZER_PACK set, of those whose name holds it.
void try_packs_in(const std::filesystem::path& place, std::size_t at_least) {
    const char* chosen = std::getenv("WEGWIJZER_PACK");
    const std::map<std::string, std::string> allowed = allowed_survivors();
    std::set<std::string> used;
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(place))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::ranges::sort(folders);
    BOOST_TEST(folders.size() >= at_least);
    Count all;
    for (const auto& folder : folders) {
        const std::string name = folder.filename().string();
        if (chosen != nullptr && name.find(chosen) == std::string::npos) continue;
        if (!has_rules(read_pack(folder))) continue;
        const Count count = try_all(folder, allowed, used);
        BOOST_TEST_MESSAGE(name << ": " << count.changes << " changes, " << count.killed << " killed, " << count.allowed
                                << " survive with a reason; " << count.refused << " more are no pack");
        BOOST_TEST(count.survivors.empty(), "no voorbeeld of " << folder << " fails with\n" << count.survivors);
        all.refused += count.refused;
        all.changes += count.changes;
        all.killed += count.killed;
        all.allowed += count.allowed;
        for (const auto& [key, reason] : allowed)
            if (key.starts_with(name + ": "))
                BOOST_TEST(used.contains(key), "killed now, or not there: take it off the list: " << key);
    }
    BOOST_TEST_MESSAGE("all: " << all.changes << " changes, " << all.killed << " killed, " << all.allowed
                               << " survive with a reason; " << all.refused << " more are no pack");
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_published_rules) { try_packs_in("tests/golden/corpus", 13); }

BOOST_AUTO_TEST_CASE(the_packs_that_come_along) { try_packs_in("rules", 1); }

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
