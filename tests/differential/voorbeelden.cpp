// Every voorbeeld of every pack in the repository, through both evaluators: the same outcomes, missing fields and faults, and the same
// findings about what was expected. The packs are folders, and texts in documents and golden cases.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "api/run/authorship.h"
#include "dsl/compile/compile.h"
#include "engine/diagnostics/render.h"
#include "engine/examples/run_examples.h"
#include "engine/examples/subject.h"
#include "engine/program/lower.h"
#include "tests/differential/difference.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(voorbeelden)

namespace {

std::vector<std::filesystem::path> folders_in(const std::filesystem::path& place) {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(place))
        if (entry.is_directory()) folders.push_back(entry.path());
    return folders;
}

// Blocks of rules in a document (``` … ```), and files of rules in a golden case (--- NAME.regels [from HEAD]).
std::vector<PackText> packs_within(const std::filesystem::path& path) {
    std::vector<PackText> packs;
    const bool is_case = path.extension() == ".case";
    bool inside = false;    // of a pack
    bool in_block = false;  // of a document, of any kind
    std::istringstream lines(read_text(path));
    for (std::string line; std::getline(lines, line);) {
        const bool is_mark = line.starts_with(is_case ? "--- " : "```");
        if (!is_mark) {
            if (inside) packs.back().files.front().text += line + "\n";
            continue;
        }
        in_block = !in_block;
        const bool is_file =
            line.find(".regels") != std::string::npos && !line.starts_with("--- $") && !line.starts_with("--- include");
        const bool is_rules = in_block && (line == "```" || line.starts_with("```regels"));
        inside = is_case ? is_file : is_rules;
        if (!inside) continue;
        PackText pack{path.string(), {{path.string(), {}}}};
        const std::size_t from = line.find(" from ");
        if (is_case && from != std::string::npos)
            pack.files.front().text = read_text("tests/golden/shared/" + line.substr(from + 6));
        packs.push_back(std::move(pack));
    }
    return packs;
}

std::vector<PackText> packs_within_files(const std::filesystem::path& place, std::string_view extension) {
    std::vector<PackText> packs;
    for (const auto& file : std::filesystem::recursive_directory_iterator(place)) {
        if (file.path().extension() != extension) continue;
        for (PackText& pack : packs_within(file.path())) packs.push_back(std::move(pack));
    }
    return packs;
}

std::vector<std::string> sentences(const examples::ExampleResult& result) {
    std::vector<std::string> texts;
    for (const Diagnostic& finding : result.findings) texts.push_back(headline(finding, Language::nl));
    return texts;
}

// Of one pack, the first, with those it uses behind it. The number of voorbeelden; nothing for a pack that does not compile.
std::optional<std::size_t> compare(std::vector<PackText> packs) {
    const std::string name = packs.front().name;
    const Compilation compilation = compile(std::move(packs));
    if (!compilation.rules) return std::nullopt;
    const program::Program program = program::lower(*compilation.rules);
    const explain::Authorship authorship = run::authorship_of(compilation);
    const std::vector<model::Example>& all = compilation.rules->examples;
    std::size_t count = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!compilation.was_given(all[i].origin.source)) continue;
        ++count;
        BOOST_TEST_CONTEXT(name << ", " << all[i].title) {
            const examples::Subject subject = examples::build_subject(compilation.rules, all[i]);
            const auto difference = find_difference(*subject.rules, subject.cohort, subject.on);
            BOOST_TEST(!difference, difference.value_or(""));
            const auto run = [&](examples::Evaluator evaluator) {
                return sentences(examples::run_example(compilation.rules, program, authorship, i, evaluator));
            };
            BOOST_TEST(run(examples::Evaluator::batch) == run(examples::Evaluator::trace),
                       boost::test_tools::per_element());
        }
    }
    return count;
}

std::size_t compare_all(const std::vector<PackText>& packs) {
    std::size_t count = 0;
    for (const PackText& pack : packs) count += compare({pack}).value_or(0);
    return count;
}

}  // namespace

BOOST_AUTO_TEST_CASE(of_packs_to_use) {
    std::size_t count = 0;
    for (const char* place : {"rules", "tests/golden/corpus"})
        for (const std::filesystem::path& folder : folders_in(place)) {
            const std::optional<std::size_t> compared = compare(read_pack_in_use(folder));
            BOOST_TEST(compared.has_value(), folder << " does not compile");
            count += compared.value_or(0);
        }
    BOOST_TEST_MESSAGE(count << " voorbeelden in packs");
    BOOST_TEST(count > 400u);
}

BOOST_AUTO_TEST_CASE(of_packs_in_documents) {
    const std::size_t count = compare_all(packs_within_files("docs", ".md"));
    BOOST_TEST_MESSAGE(count << " voorbeelden in documents");
    BOOST_TEST(count > 2u);
}

BOOST_AUTO_TEST_CASE(of_packs_in_golden_cases) {
    const std::size_t count = compare_all(packs_within_files("tests/golden", ".case"));
    BOOST_TEST_MESSAGE(count << " voorbeelden in golden cases");
    BOOST_TEST(count > 10u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
