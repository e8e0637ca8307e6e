// The author's conditions as a ticked list: ✓ ✗ ? with the values and the dated events behind them.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "cli/render/lines.h"
#include "cli/render/page_marks.h"
#include "cli/render/page_text.h"
#include "engine/explain/explanation.h"
#include "engine/explain/source_names.h"

namespace wegwijzer::cli {

// "✓ ", "✗ ", "? "
[[nodiscard]] const char* mark_of(Tri holds);

class ConditionText {
  public:
    // Not `in_full`: what decides (engine/explain/deciding.h), and how much was left out.
    ConditionText(const explain::Redactor& redactor, const PageText& text, const PageMarks& marks, Lines& lines,
                  bool in_full)
        : rules_(redactor.rules()),
          text_(text),
          marks_(marks),
          lines_(lines),
          in_full_(in_full),
          sources_(redactor.rules()) {}

    // The phases, levels and exceptions of a signal, the parameters it reads, and its sources.
    void add(const explain::SignalExplanation& one);
    void add_phases(const explain::SignalExplanation& one);
    // One condition and what is below it. `before`: "tenzij ".
    void add(const explain::ConditionLine& line, std::size_t indent, const std::string& before);
    // The events behind a strength that decide, each once, and nothing else.
    void add_events_of(const explain::SignalExplanation& strength, std::size_t indent);
    void add_sources(const std::vector<model::Citation>& citations, std::size_t indent);

  private:
    [[nodiscard]] std::string behind(const explain::ConditionLine& line) const;
    void add_rest(const explain::Phrase& rest, std::size_t indent);
    void add(const explain::ParameterLine& parameter);
    void add_events(const explain::ConditionLine& line, std::size_t indent);
    [[nodiscard]] bool are_told(const explain::EventsShown& shown);

    const model::RuleSet& rules_;
    const PageText& text_;
    const PageMarks& marks_;
    Lines& lines_;
    bool in_full_;
    explain::SourceNames sources_;
    std::set<std::pair<std::size_t, std::uint32_t>> told_events_;  // series and row
};

}  // namespace wegwijzer::cli
