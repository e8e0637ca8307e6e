// The voorbeelden of a rule set, run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/explain/report.h"
#include "engine/model/rule_set.h"
#include "engine/program/program.h"

namespace wegwijzer::examples {

struct ExampleResult {
    std::size_t example = 0;           // in RuleSet::examples
    std::vector<Diagnostic> findings;  // one per `verwacht` that didn't come out, or per open choice that is read

    [[nodiscard]] bool passed() const { return findings.empty(); }
};

// `trace`: the slow evaluator, which must give the same (for tests).
enum class Evaluator : std::uint8_t { batch, trace };

// `program` is `rules` lowered; the sources of `authorship` must outlive the call.
[[nodiscard]] ExampleResult run_example(const std::shared_ptr<const model::RuleSet>& rules,
                                        const program::Program& program, const explain::Authorship& authorship,
                                        std::size_t index, Evaluator evaluator = Evaluator::batch);

// Does all come out that a voorbeeld expects that is not among those of the rules, with every open choice that it reads made?
// By the slow evaluator.
[[nodiscard]] bool comes_out(const std::shared_ptr<const model::RuleSet>& rules, const model::Example& example);

}  // namespace wegwijzer::examples
