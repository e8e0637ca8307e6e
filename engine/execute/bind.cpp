#include "engine/execute/bind.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace wegwijzer::execute {

namespace {

using program::Instruction;
using program::Kind;
using program::Opcode;

class TextNumbers {
  public:
    explicit TextNumbers(const program::Program& program) {
        for (const std::string& text : program.texts) number(text);
    }
    std::vector<std::int64_t> of(const Dictionary& dictionary) {
        std::vector<std::int64_t> numbers(dictionary.size());
        for (std::uint32_t i = 0; i < dictionary.size(); ++i) numbers[i] = number(dictionary.text(i));
        return numbers;
    }

  private:
    std::int64_t number(std::string_view text) {
        return numbers_.try_emplace(text, static_cast<std::int64_t>(numbers_.size())).first->second;
    }
    std::unordered_map<std::string_view, std::int64_t> numbers_;
};

// The column whose texts an instruction puts into a register.
bool reads_texts(const Instruction& instruction) {
    return instruction.live && instruction.kind == Kind::text &&
           (instruction.opcode == Opcode::field || instruction.opcode == Opcode::first ||
            instruction.opcode == Opcode::last);
}

}  // namespace

Bound bind(const program::Program& program, const Cohort& cohort, Date reference_date) {
    Bound bound{program, cohort, reference_date, {}, {}};
    bound.student_texts.resize(cohort.columns.size());
    for (const SeriesData& series : cohort.series) bound.series_texts.emplace_back(series.columns.size());
    TextNumbers numbers(program);
    for (const Instruction& instruction : program.instructions) {
        if (!reads_texts(instruction)) continue;
        const SeriesId series = instruction.domain ? instruction.domain : instruction.series;
        if (series && !cohort.series[series.index()].supplied) continue;
        auto& texts =
            series ? bound.series_texts[series.index()][instruction.field] : bound.student_texts[instruction.field];
        if (texts.empty()) texts = numbers.of(bound.column(series, instruction.field).dictionary());
    }
    return bound;
}

}  // namespace wegwijzer::execute
