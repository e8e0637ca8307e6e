// What is said of places in the rules, for people who write them: the author's own line with a caret, remarks under it, and
// voorbeelden to paste.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/render/lines.h"
#include "engine/base/language.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer::cli {

struct RulePageFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool plain = false;  // sentences, no carets
    bool colour = false;
};

class RulePage {
  public:
    RulePage(const SourceMap& sources, const RulePageFrame& frame);

    [[nodiscard]] Lines& lines() { return lines_; }
    [[nodiscard]] bool is_plain() const { return frame_.plain; }
    [[nodiscard]] Language language() const { return frame_.language; }
    [[nodiscard]] std::string say(const char* nl, const char* en) const {
        return frame_.language == Language::nl ? nl : en;
    }

    // The line with `where` marked, and in what it stands; read out: the words that are marked.
    void place(const Span& where, const Localized& owner);
    // Under the place that was written last.
    void remark(std::string_view text);
    // A place in a list: where, in what, and `text`.
    void listed(const Span& where, const Localized& owner, std::string_view text);
    // To paste; `number` counts from one.
    void proposal(std::size_t number, Language language, const std::vector<std::string>& lines);

    [[nodiscard]] std::string take();

  private:
    [[nodiscard]] std::string position(const Span& where) const;

    const SourceMap& sources_;
    RulePageFrame frame_;
    Lines lines_;
    std::string indent_;  // of a remark: under the line of its place
};

}  // namespace wegwijzer::cli
