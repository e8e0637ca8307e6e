// Any bytes as a rule pack, in both languages: every finding has a place in the text, and the time is as the length.
#include "dsl/parse/parse.h"

#include "tests/support/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using wegwijzer::Language;
    const std::string text(wegwijzer::test::fuzz_text(data, size));
    const Language written = wegwijzer::find_language(text);
    for (const Language language : {written, written == Language::nl ? Language::en : Language::nl}) {
        wegwijzer::SourceMap sources;
        const wegwijzer::SourceId source = sources.add("proef.regels", text);
        wegwijzer::Diagnostics diagnostics;
        const auto file = parse(sources, source, language, diagnostics);
        for (const auto& finding : diagnostics.all()) {
            wegwijzer::test::fuzz_require(finding.span.has_place(), "a finding about a text has a place");
        }
        diagnostics.sort(sources);
        // The other language finds heaps of the same; showing them once is enough.
        if (language == written) wegwijzer::test::fuzz_check_findings(diagnostics, sources);
    }
    return 0;
}
