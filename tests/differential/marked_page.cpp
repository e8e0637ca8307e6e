#include "tests/differential/marked_page.h"

#include <map>
#include <string_view>

#include "cli/render/explanation.h"
#include "cli/render/page_text.h"

namespace wegwijzer::test {
namespace {

// With its node a value may be broken over lines anywhere.
std::string without_spaces(std::string_view text) {
    std::string all;
    for (const char c : text) {
        if (c != ' ' && c != '\n') all += c;
    }
    return all;
}

}  // namespace

MarkedPage take_apart(const std::string& text) {
    const std::string_view begin = cli::node_begin;
    const std::string_view middle = cli::node_end;
    const std::string_view end = cli::value_end;
    MarkedPage parts;
    std::size_t at = 0;
    while (true) {
        const std::size_t mark = text.find(begin, at);
        parts.rest += text.substr(at, mark == std::string::npos ? mark : mark - at);
        if (mark == std::string::npos) return parts;
        const std::size_t value = text.find(middle, mark);
        const std::size_t after = text.find(end, mark);
        const std::size_t node = mark + begin.size();
        const std::size_t first = value + middle.size();
        parts.values.emplace_back(without_spaces(text.substr(node, value - node)),
                                  without_spaces(text.substr(first, after - first)));
        parts.rest += "\x01";
        at = after + end.size();
    }
}

std::optional<std::string> fault_in_values(const explain::Redactor& redactor,
                                           const explain::Visible<explain::StudentExplanation>& explanation,
                                           Language language) {
    std::map<std::string, std::string> known;
    for (const explain::ShownValue& value : explain::values_of(*explanation)) {
        if (!known.emplace(value.node(), without_spaces(value.text())).second)
            return "twice in the tree: " + value.node();
    }
    for (const bool in_full : {false, true}) {
        cli::ExplanationFrame frame;
        frame.language = language;
        frame.in_full = in_full;
        frame.marks_nodes = true;
        for (const auto& [node, text] : take_apart(cli::render_explanation(redactor, explanation, frame)).values) {
            const auto found = known.find(node);
            if (found == known.end()) return "on the page and not in the tree: " + node + " " + text;
            if (found->second != text) return node + ": " + text + " on the page, " + found->second + " in the tree";
        }
    }
    return std::nullopt;
}

}  // namespace wegwijzer::test
