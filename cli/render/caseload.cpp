#include "cli/render/caseload.h"

#include <algorithm>

#include "cli/render/caseload_content.h"
#include "cli/render/columns.h"
#include "cli/render/lines.h"

namespace wegwijzer::cli {
namespace {

// Below this the cells of a line stand one under the other, and from this on a strength has a column of its own.
constexpr std::size_t narrowest_table = 64;
constexpr std::size_t widest_without_strength = 100;
constexpr std::size_t widest = 140;
constexpr std::size_t indent = 1;

std::string in_capitals(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
    return text;
}

// ---- in columns -----------------------------------------------------------------------------------------------------

class Table {
  public:
    Table(const CaseloadContent& content, const CaseloadFrame& frame)
        : content_(content),
          width_(std::clamp(frame.width, readable_width(0), widest)),
          is_stacked_(width_ < narrowest_table),
          has_strengths_(width_ >= widest_without_strength),
          columns_(all_cells(), width_, indent,
                   has_strengths_ ? std::vector<std::size_t>{24, 0, 14} : std::vector<std::size_t>{18, 0, 14}),
          lines_(frame.width, frame.colour) {}

    std::string render(const std::string& command) {
        std::vector<std::string> header = content_.header;
        header.insert(header.end(), content_.complete.begin(), content_.complete.end());
        lines_.heading(joined(header, " · "));
        for (const CaseloadSection& section : content_.sections) {
            lines_.empty();
            lines_.heading(in_capitals(section.title));
            for (const std::string& warning : section.warnings) lines_.strong(" ", warning);
            for (const CaseloadEntry& entry : section.entries) is_stacked_ ? stacked(entry) : in_columns(entry);
            for (const CaseloadTogether& one : section.together) lines_.paragraph(" ", one.sentence);
        }
        lines_.empty();
        lines_.paragraph("", content_.counts);
        lines_.paragraph("", content_.question);
        lines_.unbroken("  ", command);
        return lines_.take();
    }

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
        for (const CaseloadSection& section : content_.sections) {
            for (const CaseloadEntry& entry : section.entries) {
                for (std::size_t i = 0; i < entry.lines.size(); ++i) rows.push_back(cells_of(entry, i));
            }
        }
        return rows;
    }

    void in_columns(const CaseloadEntry& entry) {
        const std::string before(columns_.begin_of(1), ' ');
        for (std::size_t i = 0; i < entry.lines.size(); ++i) {
            lines_.as_it_is(columns_.row(cells_of(entry, i)));
            for (const std::string& more : entry.lines[i].below) lines_.paragraph(before, more);
        }
        for (const std::string& more : entry.below) lines_.paragraph(before, more);
    }

    void stacked(const CaseloadEntry& entry) {
        lines_.strong(" ", entry.who);
        for (const CaseloadLine& line : entry.lines) {
            std::string step = line.step;
            if (!line.when.empty()) step += (step.empty() ? "" : ", ") + line.when;
            if (!step.empty()) lines_.paragraph("  > ", step);
            if (!line.reason.empty()) lines_.paragraph("    ", line.reason);
            for (const std::string& more : line.below) lines_.paragraph("    ", more);
        }
        if (!entry.strength.empty()) lines_.paragraph("    ", entry.strength);
        for (const std::string& more : entry.below) lines_.paragraph("    ", more);
    }

    const CaseloadContent& content_;
    std::size_t width_;
    bool is_stacked_;
    bool has_strengths_;
    Columns columns_;
    Lines lines_;
};

// ---- in sentences ---------------------------------------------------------------------------------------------------

class Sentences {
  public:
    Sentences(const CaseloadContent& content, const CaseloadFrame& frame)
        : content_(content), is_dutch_(frame.language == Language::nl) {}

    std::string render(const std::string& command) {
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
        text_ += command + '\n';
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
    return frame.plain ? Sentences(content, frame).render(frame.explain_command)
                       : Table(content, frame).render(frame.explain_command);
}

}  // namespace wegwijzer::cli
