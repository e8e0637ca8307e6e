// A page on which each value has its node around it (cli/render/page_text.h), taken apart.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/explain/caseload.h"
#include "engine/explain/explanation.h"
#include "engine/explain/student_page.h"
#include "engine/explain/what_if.h"

namespace wegwijzer::test {

struct MarkedPage {
    std::vector<std::pair<std::string, std::string>> values;  // node, text without spaces
    std::string rest;                                         // what stands outside the values
};
[[nodiscard]] MarkedPage take_apart(const std::string& text);
[[nodiscard]] MarkedPage take_apart_html(const std::string& text);  // of a report: `data-node`

// What is wrong with the values of this student on a page in every form, or nothing: each value has a node of its own in
// the tree, and each on the page is one of the tree, with the same text.
[[nodiscard]] std::optional<std::string> fault_in_values(
    const explain::Redactor& redactor, const explain::Visible<explain::StudentExplanation>& explanation,
    Language language);

// The same of a page with a change: what it says of now and of the day without the change is a value of those pages, with its
// node under `what_if/now/` and `what_if/without/`. `in_full`: the page on which all is shown, taken apart.
[[nodiscard]] std::optional<std::string> fault_in_values(const explain::Redactor& redactor,
                                                         const explain::Visible<explain::WhatIf>& what_if,
                                                         Language language, MarkedPage& in_full);

// The same of a student's own page, in text and as a page of a report. `text`: that in text, taken apart.
[[nodiscard]] std::optional<std::string> fault_in_values(const explain::Redactor& redactor,
                                                         const explain::Visible<explain::StudentPage>& own,
                                                         Language language, MarkedPage& text);

// The same of a caseload, in text, read out and as a page of a report: a value of a student is the one on their own page, in
// `explanations`, one per student of the caseload in any order. `found`: how many values there were.
[[nodiscard]] std::optional<std::string> fault_in_values(
    const explain::Redactor& redactor, const explain::Visible<explain::Caseload>& caseload,
    const std::vector<explain::Visible<explain::StudentExplanation>>& explanations, Language language,
    std::size_t& found);

}  // namespace wegwijzer::test
