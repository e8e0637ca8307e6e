// What a caseload says, in which order, before it is laid out: sections with a line or more per student, and sentences.
#pragma once

#include <string>
#include <vector>

#include "cli/render/caseload_words.h"

namespace wegwijzer::cli {

struct CaseloadLine {
    std::string step, when, reason;
    std::vector<std::string> below;  // notes
};
// `further` is the number of what there is more to say behind all lines; `further_in_short` behind the first `brief_lines`
// of them, which are what a list that is short for its reader shows: of advice the first, and all that is urgent.
struct CaseloadEntry {
    std::size_t student = 0;  // of Caseload::students
    std::string who;
    std::vector<CaseloadLine> lines;  // at least one
    std::string strength;
    std::vector<std::string> below;
    std::string further, further_in_short;
    std::size_t brief_lines = 0;
};
// What is the same for several students, or a sentence about the list.
struct CaseloadTogether {
    std::string words;
    std::vector<std::size_t> students;  // each once; none: `words` is all there is
    std::string sentence;               // with their names, or the first of them
};
struct CaseloadSection {
    explain::CaseloadGroup group = explain::CaseloadGroup::nothing;
    std::string title;
    std::vector<std::string> warnings;  // the crisis route
    std::vector<CaseloadEntry> entries;
    std::vector<CaseloadTogether> together;
    std::string
        lapsed_since;  // of what the run before advised and this one does not: the day of that run. It is no group
};
struct CaseloadContent {
    std::vector<std::string> header;    // the day, the mentor, how many students, what selected them
    std::vector<std::string> complete;  // how far the data go
    std::vector<CaseloadSection> sections;
    std::string counts;
    std::string whose;            // who does a step that names nobody; empty: each names someone
    std::string question;         // behind it comes the command that answers it
    std::string record_question;  // behind it, where there is a store, the command that writes it down
};

// `where`: the condition that selected these students; empty: none did.
[[nodiscard]] CaseloadContent content_of(const CaseloadSpeech& speech,
                                         const explain::Visible<explain::Caseload>& caseload, const std::string& where);

}  // namespace wegwijzer::cli
