#include "cli/render/html/own_page.h"

#include "cli/render/html/page_frame.h"
#include "cli/render/html/shown.h"
#include "cli/render/html/timeline.h"
#include "cli/render/page_text.h"
#include "cli/render/student_page.h"
#include "engine/base/unicode.h"

namespace wegwijzer::cli::html {
namespace {

std::string without_spaces(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return std::string(text);
}

// "WAT GOED GAAT" is how a terminal makes a heading; here it is one.
std::string as_a_sentence(std::string_view capitals) {
    std::string text = to_lower(capitals);
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 32);
    return text;
}

// Lines of a page become headings, lists and paragraphs.
class PageOfLines : public PageWriter {
  public:
    explicit PageOfLines(Markup& out) : out_(out) {}
    PageOfLines(const PageOfLines&) = delete;
    PageOfLines& operator=(const PageOfLines&) = delete;
    ~PageOfLines() override { end_list(); }

    void heading(std::string_view text) override {
        end_list();
        // The frame has the first heading.
        if (has_title_) out_.element("h2", as_a_sentence(text));
        has_title_ = true;
    }
    void empty() override {}
    void strong(std::string_view first, std::string_view text) override {
        end_list();
        const std::string number = without_spaces(first);
        const bool is_numbered = number.ends_with('.');
        out_.element("h3", is_numbered ? number + " " + std::string(text) : std::string(text));
    }
    void paragraph(std::string_view first, std::string_view text) override {
        if (!without_spaces(first).empty()) {
            if (!in_list_) out_.open("ul");
            in_list_ = true;
            element("li", text);
            return;
        }
        end_list();
        element("p", text);
    }

  private:
    void element(std::string_view tag, std::string_view text) {
        out_.open(tag);
        write_marked(out_, text);
        out_.close();
    }
    void end_list() {
        if (in_list_) out_.close();
        in_list_ = false;
    }

    Markup& out_;
    bool has_title_ = false;
    bool in_list_ = false;
};

}  // namespace

std::string own_page(const explain::Redactor& redactor, const explain::Visible<explain::StudentPage>& page_of_student,
                     Language language, bool marks_nodes) {
    const explain::StudentReport& report = *page_of_student->explanation->report;
    const bool dutch = language == Language::nl;
    PageFrame frame;
    frame.language = language;
    frame.title = report.name ? *report.name : report.key;
    frame.subtitle = [&](Markup& out) {
        const PageText text(language, marks_nodes);
        const std::string day = text.of(page_of_student->reference_date);
        write_marked(out, report.name ? text.of(page_of_student->explanation->header.key) + " · " + day : day);
    };
    frame.footer = dutch ? "Dit bestand gaat over jou. Bewaar het zoals je andere persoonlijke papieren bewaart."
                         : "This file is about you. Keep it as you keep other personal papers.";
    return page(frame, [&](Markup& out) {
        ExplanationFrame words;
        words.language = language;
        words.marks_nodes = marks_nodes;
        {
            PageOfLines lines(out);
            write_student_page(redactor, page_of_student, words, lines);
        }
        write_timelines(out, {language, redactor.language()}, redactor.rules(), *page_of_student->explanation);
    });
}

}  // namespace wegwijzer::cli::html
