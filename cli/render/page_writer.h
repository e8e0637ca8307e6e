// Where the words of a page go: a terminal, or a page of a report. So that both say the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/render/lines.h"

namespace wegwijzer::cli {

class PageWriter {
  public:
    PageWriter() = default;
    PageWriter(const PageWriter&) = delete;
    PageWriter& operator=(const PageWriter&) = delete;
    virtual ~PageWriter() = default;

    virtual void heading(std::string_view text) = 0;  // the first one is the page's own
    virtual void empty() = 0;                         // room between parts
    // `first`: what stands before the text: spaces, "- ", "1. ".
    virtual void strong(std::string_view first, std::string_view text) = 0;  // something that what follows is about
    virtual void paragraph(std::string_view first, std::string_view text) = 0;
};

class TerminalWriter : public PageWriter {
  public:
    // `spoken`: sentences, in this language.
    TerminalWriter(std::size_t width, bool colour, std::optional<Language> spoken = std::nullopt)
        : lines_(width, colour, spoken) {}
    void heading(std::string_view text) override { lines_.heading(text); }
    void empty() override { lines_.empty(); }
    void strong(std::string_view first, std::string_view text) override { lines_.strong(first, text); }
    void paragraph(std::string_view first, std::string_view text) override { lines_.paragraph(first, text); }
    [[nodiscard]] std::string take() { return lines_.take(); }

  private:
    Lines lines_;
};

}  // namespace wegwijzer::cli
