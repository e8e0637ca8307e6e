#include "engine/examples/run_examples.h"

#include "api/run/contents.h"

namespace wegwijzer::api {

std::vector<ExampleResult> run_examples(const Rules& rules, Language language) {
    const Rules::Contents& contents = rules.contents();
    const SourceMap& sources = contents.compilation.sources;
    std::vector<ExampleResult> results;
    for (std::size_t i = 0; i < contents.rules().examples.size(); ++i) {
        const model::Example& example = contents.rules().examples[i];
        if (!contents.compilation.was_given(example.origin.source)) continue;
        const LineColumn place = sources.line_column(example.keyword.source, example.keyword.begin);
        ExampleResult result;
        result.title = example.title;
        result.file = sources.name(example.keyword.source);
        result.line = place.line;
        result.column = place.column;
        const examples::ExampleResult came_out =
            examples::run_example(contents.compilation.rules, contents.program, contents.authorship, i);
        for (const Diagnostic& diagnostic : came_out.findings) {
            ExampleFailure failure{as_finding(diagnostic, sources, inner(language)), {}};
            for (const Localized& line : diagnostic.lines) failure.explanation.push_back(line.in(inner(language)));
            result.failures.push_back(std::move(failure));
        }
        results.push_back(std::move(result));
    }
    return results;
}

}  // namespace wegwijzer::api
