#include "tests/differential/marked_page.h"

#include <array>
#include <map>
#include <string_view>

#include "cli/render/caseload.h"
#include "cli/render/explanation.h"
#include "cli/render/html/caseload_page.h"
#include "cli/render/html/own_page.h"
#include "cli/render/page_text.h"
#include "cli/render/student_page.h"
#include "cli/render/what_if.h"
#include "engine/explain/format_value.h"

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

void replace_all(std::string& text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
}

std::string without_escapes(std::string text) {
    replace_all(text, "&lt;", "<");
    replace_all(text, "&gt;", ">");
    replace_all(text, "&quot;", "\"");
    replace_all(text, "&#39;", "'");
    replace_all(text, "&amp;", "&");
    return text;
}

using Known = std::map<std::string, explain::ShownValue>;

std::optional<std::string> fault_in(const MarkedPage& page, const Known& known, bool is_spoken) {
    for (const auto& [node, text] : page.values) {
        const auto found = known.find(node);
        if (found == known.end()) return "on the page and not in the tree: " + node + " " + text;
        const std::string value = without_spaces(is_spoken ? found->second.spoken() : found->second.text());
        if (value != text) return node + ": " + text + " on the page, " + value + " in the tree";
    }
    return std::nullopt;
}

using Texts = std::map<std::string, std::string>;  // by node, both without spaces

std::optional<std::string> fault_in(const MarkedPage& page, const Texts& known) {
    for (const auto& [node, text] : page.values) {
        const auto found = known.find(node);
        if (found == known.end()) return "on the page and not in the tree: " + node + " " + text;
        if (found->second != text) return node + ": " + text + " on the page, " + found->second + " in the tree";
    }
    return std::nullopt;
}

// One of the three pages of a change, and its advice as its report has it, told from `day`.
void add_side(const model::RuleSet& rules, const std::string& place, const explain::StudentExplanation& page, Date day,
              Language language, Texts& known) {
    for (const explain::ShownValue& value : explain::values_of(page)) {
        known[without_spaces(place + value.node())] = without_spaces(value.text());
    }
    for (const explain::RecommendationReport& one : page.report->recommendations) {
        const advise::Recommendation& advice = one.advice;
        const std::string node =
            without_spaces(place + "recommendations/" + rules.intervention(advice.intervention).name + "/" +
                           rules.role(advice.by).name + "/");
        const auto add = [&](const char* name, const std::optional<Date>& date) {
            if (date) known[node + name] = without_spaces(explain::format_day(*date, day, language));
        };
        add("not_before", advice.not_before);
        add("due", advice.due);
        add("in_progress_since", advice.in_progress_since);
        known[node + "priority"] = std::to_string(advice.priority);
    }
}

// What is said of all students together, counted anew.
std::optional<std::string> fault_in_counts(const explain::Caseload& caseload) {
    const auto number = [](std::size_t count) { return std::to_string(count); };
    std::size_t advised = 0;
    std::array<std::size_t, explain::caseload_groups> counts{};
    for (const explain::CaseloadStudent& student : caseload.students) {
        ++counts[static_cast<std::size_t>(student.group)];
        if (!student.report.recommendations.empty()) ++advised;
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (caseload.shown.counts[i].text() != number(counts[i])) return "counts/" + number(i);
    }
    if (caseload.shown.students.text() != number(caseload.students.size())) return "counts/all";
    if (caseload.shown.advised.text() != number(advised)) return "counts/advised";
    return std::nullopt;
}

}  // namespace

MarkedPage take_apart_html(const std::string& text) {
    const std::string_view begin = "<span data-node=\"";
    const std::string_view end = "</span>";
    MarkedPage parts;
    std::size_t at = 0;
    for (std::size_t mark = text.find(begin); mark != std::string::npos; mark = text.find(begin, at)) {
        parts.rest += text.substr(at, mark - at) + "\x01";
        const std::size_t node = mark + begin.size();
        const std::size_t quote = text.find('"', node);
        const std::size_t after = text.find(end, quote);
        parts.values.emplace_back(without_spaces(without_escapes(text.substr(node, quote - node))),
                                  without_spaces(without_escapes(text.substr(quote + 2, after - quote - 2))));
        at = after + end.size();
    }
    parts.rest += text.substr(at);
    return parts;
}

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
    Texts known;
    for (const explain::ShownValue& value : explain::values_of(*explanation)) {
        if (!known.emplace(value.node(), without_spaces(value.text())).second)
            return "twice in the tree: " + value.node();
    }
    for (const bool in_full : {false, true}) {
        cli::ExplanationFrame frame;
        frame.language = language;
        frame.in_full = in_full;
        frame.marks_nodes = true;
        const MarkedPage page = take_apart(cli::render_explanation(redactor, explanation, frame));
        if (const auto fault = fault_in(page, known)) return fault;
    }
    return std::nullopt;
}

std::optional<std::string> fault_in_values(const explain::Redactor& redactor,
                                           const explain::Visible<explain::WhatIf>& what_if, Language language,
                                           MarkedPage& in_full) {
    Texts known;
    const auto add_page = [&](const char* place, const explain::StudentExplanation& page) {
        add_side(redactor.rules(), place, page, what_if->evaluated_on, language, known);
    };
    add_page("", *what_if->page);
    add_page("what_if/now/", *what_if->now);
    add_page("what_if/without/", *what_if->without);
    for (std::size_t i = 0; i < what_if->changes.size(); ++i) {
        const explain::ChangeShown& change = what_if->changes[i];
        const std::string place = "what_if/changes/" + std::to_string(i) + "/";
        known[place + "value"] = without_spaces(change.value.text());
        known[place + "now"] = without_spaces(change.now.text());
        for (const explain::AddedValue& one : change.event) {
            known[place + "values/" + one.name] = without_spaces(one.value.text());
        }
        if (!change.complete_to) continue;
        known[place + "complete_to"] = without_spaces(explain::format_date(change.complete_to->value, language));
    }
    for (const bool all : {false, true}) {
        cli::ExplanationFrame frame;
        frame.language = language;
        frame.in_full = all;
        frame.marks_nodes = true;
        in_full = take_apart(cli::render_what_if(redactor, what_if, frame));
        if (const auto fault = fault_in(in_full, known)) return fault;
    }
    return std::nullopt;
}

std::optional<std::string> fault_in_values(const explain::Redactor& redactor,
                                           const explain::Visible<explain::StudentPage>& own, Language language,
                                           MarkedPage& text) {
    Texts explained;
    Texts known;
    for (const explain::ShownValue& value : explain::values_of(*own->explanation)) {
        explained.emplace(without_spaces(value.node()), without_spaces(value.text()));
    }
    for (const explain::ShownValue& value : explain::values_of(*own)) {
        if (!known.emplace(without_spaces(value.node()), without_spaces(value.text())).second)
            return "twice on the page: " + value.node();
    }
    for (const auto& [node, value] : explained) known.emplace(node, value);
    cli::ExplanationFrame frame;
    frame.language = language;
    frame.marks_nodes = true;
    text = take_apart(cli::render_student_page(redactor, own, frame));
    if (const auto fault = fault_in(text, known)) return fault;
    // A timeline says days as every other page does.
    MarkedPage page = take_apart_html(cli::html::own_page(redactor, own, language, true));
    if (page.values.size() < text.values.size()) return "values of the text are not in the page of a report";
    std::erase_if(page.values, [&](const auto& value) {
        const auto found = explained.find(value.first);
        return found != explained.end() && found->second == value.second;
    });
    return fault_in(page, known);
}

std::optional<std::string> fault_in_values(
    const explain::Redactor& redactor, const explain::Visible<explain::Caseload>& caseload,
    const std::vector<explain::Visible<explain::StudentExplanation>>& explanations, Language language,
    std::size_t& found) {
    if (const auto fault = fault_in_counts(*caseload)) return fault;
    Known known;
    const auto add = [&](const std::string& place, const explain::ShownValue& value) {
        if (!value.empty()) known.emplace(without_spaces(place + value.node()), value);
    };
    const explain::CaseloadShown& shown = caseload->shown;
    for (const auto* value : {&shown.reference_date, &shown.students, &shown.advised}) add({}, *value);
    for (const explain::ShownValue& value : shown.counts) add({}, value);
    for (const auto* list : {&shown.complete_to, &shown.undetermined}) {
        for (const explain::ShownValue& value : *list) add({}, value);
    }
    for (const auto& explanation : explanations) {
        for (const explain::ShownValue& value : explain::values_of(*explanation)) {
            add("students/" + explanation->report->key + "/", value);
        }
    }
    cli::CaseloadFrame frame;
    frame.language = language;
    frame.width = 60;  // one cell under the other: columns would run through each other
    frame.marks_nodes = true;
    for (const bool plain : {false, true}) {
        frame.plain = plain;
        const MarkedPage page = take_apart(cli::render_caseload(redactor.rules(), caseload, frame));
        found += page.values.size();
        if (const auto fault = fault_in(page, known, plain)) return fault;
    }
    cli::html::CaseloadPageFrame around;
    around.language = language;
    const MarkedPage page = take_apart_html(cli::html::caseload_page(redactor, caseload, around));
    found += page.values.size();
    return fault_in(page, known, false);
}

}  // namespace wegwijzer::test
