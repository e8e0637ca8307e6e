// What stands behind the handles of api/wegwijzer.h.
#pragma once

#include <memory>
#include <vector>

#include "api/wegwijzer.h"
#include "dsl/compile/compile.h"
#include "engine/explain/report.h"
#include "engine/io/read.h"
#include "engine/program/program.h"

namespace wegwijzer::api {

struct Rules::Contents {
    Compilation compilation;
    program::Program program;
    explain::Authorship authorship;  // points into `compilation`

    [[nodiscard]] const model::RuleSet& rules() const { return *compilation.rules; }
};
struct Cohort::Contents {
    std::shared_ptr<const Rules::Contents> rules;
    io::ReadResult data;
};

// For programs: the same finding, as text.
[[nodiscard]] Finding as_finding(const Diagnostic& diagnostic, const SourceMap& sources, wegwijzer::Language language);
[[nodiscard]] Finding as_finding(const io::DataFinding& found, wegwijzer::Language language);
[[nodiscard]] inline wegwijzer::Language inner(Language language) {
    return language == Language::nl ? wegwijzer::Language::nl : wegwijzer::Language::en;
}
[[nodiscard]] Outcome<Cohort> made_cohort(std::shared_ptr<const Rules::Contents> rules, io::ReadResult data,
                                          Language language);

}  // namespace wegwijzer::api
