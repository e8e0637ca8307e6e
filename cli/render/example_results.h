// What became of voorbeelden, for people and for programs.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli {

struct ExampleFailureText {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::string code;
    std::string message;
    std::vector<std::string> explanation;
    std::string way_out;
};
struct ExampleCase {
    std::string title;
    std::string file;
    std::uint32_t line = 0;
    std::vector<ExampleFailureText> failures;
};
struct ExampleSuite {  // the packs that were tested together
    std::string name;
    std::vector<ExampleCase> cases;
    bool does_not_compile = false;
    // Where it was asked: what the voorbeelden reach, and which changes they notice; as one value each.
    std::function<void(json::Writer&)> write_coverage;
    std::function<void(json::Writer&)> write_mutation;
    std::vector<std::string> shown;  // the same for people
};
using ExampleSuites = std::vector<ExampleSuite>;

[[nodiscard]] ExampleFailureText describe_failure(const Diagnostic& diagnostic, const SourceMap& sources,
                                                  Language language);
// "12 voorbeelden: 11 geslaagd, 1 mislukt"
[[nodiscard]] std::string summary_line(const ExampleSuites& suites, Language language);
[[nodiscard]] std::string as_junit(const ExampleSuites& suites);
[[nodiscard]] std::string as_json(const ExampleSuites& suites);

}  // namespace wegwijzer::cli
