// What is said of one step of a plan, of what was recorded, and of a hand-over: a line each.
#pragma once

#include <string>
#include <vector>

#include "cli/render/page_text.h"
#include "engine/explain/plan_page.h"

namespace wegwijzer::cli {

class PlanStepWords {
  public:
    // `is_student`: who reads it is the student. What it refers to must outlive it.
    PlanStepWords(const model::RuleSet& rules, const PageText& text, bool is_student)
        : rules_(rules), text_(text), is_student_(is_student) {}

    // "Studentdecaan B. Jansen"
    [[nodiscard]] std::string owner(const explain::OwnerTold& owner) const;
    // "Startgesprek, door SLB'er M. de Vries, uiterlijk 17 september 2026"
    [[nodiscard]] std::string title(const explain::StepTold& step) const;
    // "te laat sinds 18 september 2026; gepland voor 5 oktober 2026"
    [[nodiscard]] std::string standing(const explain::PlanTold& plan, const explain::StepTold& step,
                                       Date reference_date) const;
    // What holds for the advice that it is: consent, what holds it back, what comes first.
    [[nodiscard]] std::vector<std::string> conditions(const explain::StepTold& step) const;
    // "10 september 2026: uitgevoerd door SLB'er: „rooster aangepast”"
    [[nodiscard]] std::string entry(const explain::EntryTold& entry) const;
    // "Startgesprek uitgevoerd op 10 september 2026"
    [[nodiscard]] std::string entry_in_brief(const explain::EntryTold& entry) const;
    // "introduceren: SLB'er M. de Vries: doorgegeven op 10 september 2026"
    [[nodiscard]] std::string introduction(const explain::HandoverTold& handover) const;
    [[nodiscard]] std::string reception(const explain::HandoverTold& handover) const;
    [[nodiscard]] std::string confirmation(const explain::HandoverTold& handover) const;

  private:
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return text_.say(nl, en); }
    [[nodiscard]] std::string status(const explain::EntryTold& entry) const;
    [[nodiscard]] std::string quoted(const explain::ShownValue& words) const;

    const model::RuleSet& rules_;
    const PageText& text_;
    bool is_student_;
};

}  // namespace wegwijzer::cli
