#include "dsl/editor/earlier_findings.h"

#include <boost/test/unit_test.hpp>

namespace wegwijzer::editor {

BOOST_AUTO_TEST_SUITE(earlier_findings)

namespace {

Compilation compiled(const std::string& text) { return compile({{"proef", {{"proef.regels", text}}}}); }

// A finding on the first place of `here`, with one more on that of `there`.
Diagnostic finding_at(const Compilation& compilation, std::string_view here, std::string_view there = {}) {
    const SourceId source = compilation.files.front().source;
    const std::string_view text = compilation.sources.text(source);
    const auto span_of = [&](std::string_view piece) {
        const auto begin = static_cast<std::uint32_t>(text.find(piece));
        return Span{source, begin, begin + static_cast<std::uint32_t>(piece.size())};
    };
    Diagnostic finding;
    finding.code = Code::W107;
    finding.span = span_of(here);
    if (!there.empty()) finding.labels.push_back({span_of(there), {}});
    return finding;
}

constexpr const char* before = "cluster een \"1\"\n\ncluster twee \"2\"\n";

}  // namespace

BOOST_AUTO_TEST_CASE(move_with_a_declaration_that_reads_the_same) {
    const Compilation old = compiled(before);
    Diagnostics findings;
    findings.add(finding_at(old, "twee", "een"));
    EarlierFindings earlier;
    earlier.remember(old, findings);
    const Compilation now = compiled("cluster nieuw\ncluster een \"1\"\n# iets\n\ncluster twee \"2\"\n");
    const Diagnostics moved = earlier.in(now);
    BOOST_REQUIRE_EQUAL(moved.all().size(), 1u);
    BOOST_TEST(now.sources.text(moved.all().front().span) == "twee");
    BOOST_TEST(now.sources.text(moved.all().front().labels.front().span) == "een");
}

BOOST_AUTO_TEST_CASE(go_when_a_declaration_behind_them_changes) {
    const Compilation old = compiled(before);
    Diagnostics findings;
    findings.add(finding_at(old, "twee"));
    findings.add(finding_at(old, "\"1\"", "twee"));
    EarlierFindings earlier;
    earlier.remember(old, findings);
    BOOST_TEST(earlier.in(old).all().size() == 2u);
    BOOST_TEST(earlier.in(compiled("cluster een \"anders\"\n\ncluster twee \"2\"\n")).all().size() == 1u);
    BOOST_TEST(earlier.in(compiled("cluster een \"1\"\n\ncluster twee \"3\"\n")).all().empty());
    BOOST_TEST(earlier.in(compiled("")).all().empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::editor
