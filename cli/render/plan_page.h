// The plans of one student as text: the goal, the line of steps and where it stands, reviews, evaluation, hand-overs.
#pragma once

#include <string>

#include "engine/explain/plan_page.h"

namespace wegwijzer::cli {

struct PlanFrame {
    Language language = Language::nl;
    std::size_t width = 80;
    bool colour = false;
    bool plain = false;        // sentences for a screen reader
    bool is_student = false;   // who reads it is the student
    bool marks_nodes = false;  // for a test: page_text.h
};

[[nodiscard]] std::string render_plan_page(const explain::Redactor& redactor,
                                           const explain::Visible<explain::PlanPage>& page, const PlanFrame& frame);

}  // namespace wegwijzer::cli
