// A stable text of a trace: every step with its value, what it misses, the events it looked at. For tests and for whoever
// looks into the evaluator; not redacted (`wegwijzer show trace` prints what a reader may see), not meant to be read back.
#pragma once

#include <string>

#include "engine/diagnostics/source.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::trace {

// Expressions are shown in the author's words when `sources` is given, else as print_expr prints them.
[[nodiscard]] std::string print_trace(const model::RuleSet& rules, const Cohort& cohort, const Trace& trace,
                                      const SourceMap* sources = nullptr);
// One root and all below it, indented by `indent` steps of two spaces.
[[nodiscard]] std::string print_steps(const model::RuleSet& rules, const Cohort& cohort, const Trace& trace,
                                      StepId root, const SourceMap* sources = nullptr, std::size_t indent = 0);
// "unknown", "yes", "5.5", "2026-11-02", "\"wiskunde\"", "high", "1..2", "2..", "{none, high}", "3 weeks".
[[nodiscard]] std::string print_value(const model::RuleSet& rules, const Value& value, const model::ValueType& type);
// "motivatie, presenties, toetsen.cijfer".
[[nodiscard]] std::string print_missing(const Schema& schema, const model::MissingSet& missing);

}  // namespace wegwijzer::trace
