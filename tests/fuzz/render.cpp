// Findings of every code at any places of any text, with any words in them: showing them never fails.
#include <algorithm>

#include "tests/support/fuzz_check.h"
#include "tests/support/random.h"

namespace {

using wegwijzer::SourceMap;
using wegwijzer::Span;
using wegwijzer::test::Random;

Span any_span(Random& random, const SourceMap& sources) {
    if (random.one_in(10)) return {};
    const wegwijzer::SourceId source(random.below(sources.size()));
    const std::size_t size = sources.text(source).size();
    const auto begin = static_cast<std::uint32_t>(random.below(size + 1));
    const auto length = static_cast<std::uint32_t>(random.below(random.one_in(3) ? size - begin + 1 : 12));
    return {source, begin, static_cast<std::uint32_t>(std::min<std::size_t>(size, begin + length))};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = wegwijzer::test::fuzz_text(data, size);
    SourceMap sources;
    sources.add("een.regels", std::string(text));
    sources.add(std::string(text.substr(0, 30)), std::string(text.substr(text.size() / 2)));

    // The places come from the text itself, so that the same input always asks the same.
    Random random(std::hash<std::string_view>{}(text));
    wegwijzer::Diagnostics diagnostics;
    for (int left = 12; left > 0; --left) {
        wegwijzer::Diagnostic finding;
        const auto& codes = wegwijzer::all_codes();
        finding.code = codes[random.below(codes.size())];
        finding.span = any_span(random, sources);
        for (std::uint64_t count = random.below(4); count > 0; --count) {
            finding.arguments.emplace_back(std::string(sources.text(any_span(random, sources))));
        }
        for (std::uint64_t count = random.below(4); count > 0; --count) {
            wegwijzer::Label label{any_span(random, sources), {}};
            if (random.one_in(2)) label.remark = std::string(sources.text(any_span(random, sources)));
            if (random.one_in(4)) label.span = finding.span;
            finding.labels.push_back(std::move(label));
        }
        if (random.one_in(3)) finding.lines.emplace_back(std::string(sources.text(any_span(random, sources))));
        if (random.one_in(3)) finding.way_out = std::string(sources.text(any_span(random, sources)));
        diagnostics.add(std::move(finding));
    }
    diagnostics.sort(sources);
    wegwijzer::test::fuzz_check_findings(diagnostics, sources);
    return 0;
}
