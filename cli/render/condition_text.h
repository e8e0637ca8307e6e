// The author's conditions as a ticked list: ✓ ✗ ? with the values and the dated events behind them.
#pragma once

#include <string>

#include "cli/render/lines.h"
#include "cli/render/page_marks.h"
#include "cli/render/page_text.h"
#include "engine/explain/explanation.h"

namespace wegwijzer::cli {

// "✓ ", "✗ ", "? "
[[nodiscard]] const char* mark_of(Tri holds);

class ConditionText {
  public:
    ConditionText(const explain::Redactor& redactor, const PageText& text, const PageMarks& marks, Lines& lines)
        : rules_(redactor.rules()), text_(text), marks_(marks), lines_(lines) {}

    // The phases, levels and exceptions of a signal, the parameters it reads, and its sources. Of an exception that does
    // not stop it only the first line, unless `in_full`.
    void add(const explain::SignalExplanation& one, bool in_full);
    void add_phases(const explain::SignalExplanation& one);
    // One condition and all below it. `before`: "tenzij ".
    void add(const explain::ConditionLine& line, std::size_t indent, const std::string& before, bool in_full = true);
    // The events behind a condition, and nothing else.
    void add_events(const explain::ConditionLine& line, std::size_t indent);
    void add_sources(const std::vector<model::Citation>& citations, std::size_t indent);

  private:
    [[nodiscard]] std::string behind(const explain::ConditionLine& line) const;
    void add(const explain::ParameterLine& parameter);

    const model::RuleSet& rules_;
    const PageText& text_;
    const PageMarks& marks_;
    Lines& lines_;
};

}  // namespace wegwijzer::cli
