// Phrases about differences, in the language of the reader.
#pragma once

#include <string>
#include <vector>

#include "engine/compare/differences.h"

namespace wegwijzer::cli {

// "Wat verandert er op 2 november 2026 voor 12 studenten?"
[[nodiscard]] std::string heading_words(const comparison::Comparison& comparison, Language language);
// What two kept runs were made with that is not the same, beside the rules.
[[nodiscard]] std::vector<std::string> other_inputs_words(const comparison::RunPair& runs, Language language);
[[nodiscard]] std::string hours_words(std::int64_t minutes, Language language);       // "12,5"
[[nodiscard]] std::string difference_words(std::int64_t before, std::int64_t after);  // "+3", "-2", "0"
[[nodiscard]] std::string kind_words(const std::string& kind, Language language);     // "parameter", "begrip"
[[nodiscard]] std::string state_words(const comparison::SignalState& state, Language language);
// "uiterlijk 9 nov, door SLB'er, prioriteit 2"
[[nodiscard]] std::string advice_words(const comparison::Comparison& comparison, const comparison::AdviceState& state,
                                       Language language);
// "parameter presentiegrens, beleid x"
[[nodiscard]] std::string cause_words(const comparison::Comparison& comparison, const comparison::Causes& causes,
                                      Language language);
[[nodiscard]] std::string students_words(std::size_t count, Language language);  // "1 student", "12 studenten"
[[nodiscard]] std::string left_out_words(Language language);                     // advice that is not compared

}  // namespace wegwijzer::cli
