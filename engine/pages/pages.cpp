#include "engine/pages/pages.h"

#include <algorithm>

#include "engine/pages/embedded.h"

namespace wegwijzer::pages {
namespace {

constexpr std::string_view fence = "```";

enum class Part : std::uint8_t { none, dutch, english, wrong, right };

Part part_of(std::string_view heading) {
    if (heading == "## Nederlands") return Part::dutch;
    if (heading == "## English") return Part::english;
    if (heading == "## Fout, wrong") return Part::wrong;
    if (heading == "## Goed, right") return Part::right;
    return Part::none;
}

class Reading {
  public:
    void line(std::string_view line) {
        if (block_ != nullptr) {
            if (line == fence) {
                block_ = nullptr;
            } else {
                block_->text.append(line) += '\n';
            }
        } else if (line.starts_with("## ")) {
            part_ = part_of(line);
            is_open_ = false;
        } else if (part_ == Part::wrong || part_ == Part::right) {
            if (line.starts_with(fence)) begin_block(line.substr(fence.size()));
        } else if (part_ == Part::dutch || part_ == Part::english) {
            paragraph(line);
        }
    }
    [[nodiscard]] Page take() { return std::move(page_); }

  private:
    void begin_block(std::string_view info) {
        std::vector<Block>& blocks = part_ == Part::wrong ? page_.wrong : page_.right;
        const std::size_t space = std::min(info.find(' '), info.size());
        const std::size_t name = std::min(space + 1, info.size());
        blocks.push_back({std::string(info.substr(0, space)), std::string(info.substr(name)), {}});
        block_ = &blocks.back();
    }
    // Lines that follow each other are one paragraph.
    void paragraph(std::string_view line) {
        std::vector<std::string>& paragraphs = part_ == Part::dutch ? page_.meaning_nl : page_.meaning_en;
        if (line.empty()) {
            is_open_ = false;
            return;
        }
        if (!is_open_) {
            paragraphs.emplace_back();
        } else {
            paragraphs.back() += ' ';
        }
        paragraphs.back().append(line);
        is_open_ = true;
    }

    Page page_;
    Part part_ = Part::none;
    Block* block_ = nullptr;
    bool is_open_ = false;
};

}  // namespace

Page read_page(std::string_view text) {
    Reading reading;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        reading.line(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reading.take();
}

std::optional<Page> page_of(Code code) {
    const std::span<const EmbeddedPage> all = embedded_pages();
    const auto found = std::ranges::lower_bound(all, entry(code).code, {}, &EmbeddedPage::code);
    if (found == all.end() || found->code != entry(code).code) return std::nullopt;
    return read_page(found->text);
}

std::string without_arguments(std::string_view text) {
    std::string result;
    bool says_something = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_argument = text[at] == '{' && at + 2 < text.size() && text[at + 1] >= '0' &&
                                 text[at + 1] <= '9' && text[at + 2] == '}';
        if (is_argument) {
            result += "…";
            at += 2;
            continue;
        }
        result += text[at];
        says_something = says_something || (text[at] >= 'a' && text[at] <= 'z');
    }
    return says_something ? result : std::string();
}

}  // namespace wegwijzer::pages
