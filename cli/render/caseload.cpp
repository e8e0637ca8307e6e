#include "cli/render/caseload.h"

#include <algorithm>
#include <string_view>

#include "cli/render/caseload_content.h"
#include "cli/render/columns.h"
#include "cli/render/lines.h"
#include "engine/base/unicode.h"

namespace wegwijzer::cli {
namespace {

// From `always_columns` on the columns are wide enough to read in; below `never_columns` they are not. Between them the
// layout is chosen that takes the fewest lines. From `widest_without_strength` on a strength has its own column.
constexpr std::size_t never_columns = 64;
constexpr std::size_t widest_without_strength = 100;
constexpr std::size_t always_columns = 110;
constexpr std::size_t widest = 140;
constexpr std::size_t indent = 1;

std::string in_capitals(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() || part.empty() ? "" : between) + part;
    return text;
}

// ---- on a page ------------------------------------------------------------------------------------------------------

// All but the students.
class Page {
  public:
    Page(const CaseloadContent& content, const CaseloadFrame& frame)
        : content_(content), frame_(frame), width_(std::clamp(frame.width, readable_width(0), widest)) {}
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;
    virtual ~Page() = default;

    std::string render() {
        Lines lines(frame_.width, frame_.colour);
        std::vector<std::string> header = content_.header;
        header.insert(header.end(), content_.complete.begin(), content_.complete.end());
        lines.heading(joined(header, " · "));
        for (const CaseloadSection& section : content_.sections) {
            lines.empty();
            lines.heading(in_capitals(section.title));
            for (const std::string& warning : section.warnings) lines.strong(" ", warning);
            for (const CaseloadEntry& entry : section.entries) student(lines, entry);
            for (const CaseloadTogether& one : section.together) lines.paragraph(" ", one.sentence);
        }
        lines.empty();
        lines.paragraph("", content_.counts);
        lines.paragraph("", joined({content_.whose, content_.question}, " "));
        lines.unbroken("  ", frame_.explain_command);
        if (frame_.record_command.empty()) return lines.take();
        lines.paragraph("", content_.record_question);
        lines.unbroken("  ", frame_.record_command);
        return lines.take();
    }

  protected:
    [[nodiscard]] const CaseloadContent& content() const { return content_; }
    [[nodiscard]] const CaseloadFrame& frame() const { return frame_; }
    [[nodiscard]] std::size_t width() const { return width_; }

  private:
    virtual void student(Lines& lines, const CaseloadEntry& entry) const = 0;

    const CaseloadContent& content_;
    const CaseloadFrame& frame_;
    std::size_t width_;
};

// A line per step, and all that a student's lines hold.
class Table : public Page {
  public:
    Table(const CaseloadContent& content, const CaseloadFrame& frame)
        : Page(content, frame),
          has_strengths_(width() >= widest_without_strength),
          columns_(all_cells(), width(), indent,
                   has_strengths_ ? std::vector<std::size_t>{24, 0, 14} : std::vector<std::size_t>{18, 0, 14}) {}

  private:
    [[nodiscard]] std::vector<std::string> cells_of(const CaseloadEntry& entry, std::size_t at) const {
        const CaseloadLine& line = entry.lines[at];
        const bool is_first = at == 0;
        std::vector<std::string> cells{is_first ? entry.who : "", line.step, line.when, line.reason};
        if (!is_first || entry.strength.empty()) return cells;
        if (has_strengths_) {
            cells.push_back(entry.strength);
        } else {
            cells.back() += (cells.back().empty() ? "" : "\n") + entry.strength;
        }
        return cells;
    }
    // One width for the whole list, so that its lines can be followed down the page.
    [[nodiscard]] std::vector<std::vector<std::string>> all_cells() const {
        std::vector<std::vector<std::string>> rows;
        for (const CaseloadSection& section : content().sections) {
            for (const CaseloadEntry& entry : section.entries) {
                for (std::size_t i = 0; i < entry.lines.size(); ++i) rows.push_back(cells_of(entry, i));
            }
        }
        return rows;
    }

    void student(Lines& lines, const CaseloadEntry& entry) const override {
        const std::string before(columns_.begin_of(1), ' ');
        for (std::size_t i = 0; i < entry.lines.size(); ++i) {
            lines.as_it_is(columns_.row(cells_of(entry, i)));
            for (const std::string& more : entry.lines[i].below) lines.paragraph(before, more);
        }
        for (const std::string& more : entry.below) lines.paragraph(before, more);
        if (!entry.further.empty()) lines.paragraph(before, entry.further);
    }

    bool has_strengths_;
    Columns columns_;
};

// Who and when on a line, the step on the next, and under it why, what goes well and how much more there is.
class Stack : public Page {
  public:
    using Page::Page;

  private:
    void student(Lines& lines, const CaseloadEntry& entry) const override {
        const std::size_t shown = std::min(entry.lines.size(), entry.brief_lines);
        std::vector<std::string> flow;
        const auto end_flow = [&] {
            for (const std::string& line : in_lines(flow)) lines.paragraph(below, line);
            flow.clear();
        };
        const auto add = [&](const std::string& words) {
            if (!words.empty()) flow.push_back(words);
        };
        // The day where it can be found by running down the page.
        lines.strong(" ", entry.who, entry.lines.front().when);
        for (std::size_t i = 0; i < shown; ++i) {
            const CaseloadLine& line = entry.lines[i];
            if (!line.step.empty()) {
                end_flow();
                lines.paragraph("  > ", i == 0 || line.when.empty() ? line.step : line.step + ", " + line.when);
            }
            add(line.reason);
            if (i == 0) add(entry.strength);
            if (!line.below.empty()) end_flow();
            // Without a step it is about the reason above it.
            const std::string_view before = line.step.empty() ? "      " : below;
            for (const std::string& more : line.below) lines.paragraph(before, more);
        }
        if (!entry.below.empty()) end_flow();
        for (const std::string& more : entry.below) lines.paragraph(below, more);
        add(entry.further_in_short);
        end_flow();
    }

    // No part is broken that fits on a line, but where that would take a line more.
    [[nodiscard]] std::vector<std::string> in_lines(const std::vector<std::string>& parts) const {
        const std::size_t room = width() - below.size();
        std::vector<std::string> made;
        std::size_t whole = 0;
        for (const std::string& part : parts) {
            if (!made.empty() && display_width(made.back() + " · " + part) <= room) {
                made.back() += " · " + part;
            } else {
                made.push_back(part);
            }
        }
        for (const std::string& line : made) whole += wrapped(line, room).size();
        std::string all = joined(parts, " · ");
        if (!made.empty() && wrapped(all, room).size() < whole) return {std::move(all)};
        return made;
    }

    static constexpr std::string_view below = "    ";
};

std::string on_a_page(const CaseloadContent& content, const CaseloadFrame& frame) {
    if (frame.width >= always_columns) return Table(content, frame).render();
    std::string stacked = Stack(content, frame).render();
    if (frame.width < never_columns) return stacked;
    std::string columns = Table(content, frame).render();
    return std::ranges::count(columns, '\n') <= std::ranges::count(stacked, '\n') ? columns : stacked;
}

// ---- in sentences ---------------------------------------------------------------------------------------------------

class Sentences {
  public:
    Sentences(const CaseloadContent& content, const CaseloadFrame& frame)
        : content_(content), is_dutch_(frame.language == Language::nl) {}

    std::string render(const CaseloadFrame& frame) {
        for (const auto* parts : {&content_.header, &content_.complete}) {
            for (const std::string& part : *parts) say(part);
        }
        for (const CaseloadSection& section : content_.sections) {
            text_ += '\n';
            say(section.title);
            for (const std::string& warning : section.warnings) say(warning);
            for (const CaseloadEntry& entry : section.entries) student(entry);
            for (const CaseloadTogether& one : section.together) say(one.sentence);
        }
        text_ += '\n';
        say(content_.counts);
        say(content_.question);
        text_ += frame.explain_command + '\n';
        if (frame.record_command.empty()) return std::move(text_);
        say(content_.record_question);
        text_ += frame.record_command + '\n';
        return std::move(text_);
    }

  private:
    void student(const CaseloadEntry& entry) {
        say(entry.who);
        for (const CaseloadLine& line : entry.lines) {
            say(is_dutch_ ? "Stap: " : "Step: ", line.step, line.when);
            // Without a step there is nothing that it is a reason for.
            say(line.step.empty() ? "" : is_dutch_ ? "Reden: " : "Reason: ", line.reason);
            for (const std::string& more : line.below) say(more);
        }
        say(is_dutch_ ? "Wat goed gaat: " : "What goes well: ", entry.strength);
        for (const std::string& more : entry.below) say(more);
        say(entry.further);
    }
    void say(const std::string& label, const std::string& first, const std::string& second = {}) {
        if (first.empty() && second.empty()) return;
        say(label + first + (first.empty() || second.empty() ? "" : ", ") + second);
    }
    void say(const std::string& words) {
        if (!words.empty()) text_ += spoken_sentence("", words, is_dutch_ ? Language::nl : Language::en) + '\n';
    }

    const CaseloadContent& content_;
    bool is_dutch_;
    std::string text_;
};

}  // namespace

std::string render_caseload(const model::RuleSet& rules, const explain::Visible<explain::Caseload>& caseload,
                            const CaseloadFrame& frame) {
    const CaseloadSpeech speech{rules,        frame.language,   frame.plain, caseload->reference_date,
                                frame.mentor, frame.marks_nodes};
    const CaseloadContent content = content_of(speech, caseload, frame.where);
    return frame.plain ? Sentences(content, frame).render(frame) : on_a_page(content, frame);
}

}  // namespace wegwijzer::cli
