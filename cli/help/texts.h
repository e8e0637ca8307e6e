// The help of each command, in both languages. Examples come first, because that is what people copy.
#pragma once

namespace wegwijzer::cli::help {

struct HelpText {
    const char* nl;
    const char* en;
};

// Commands about rules (for_rules.cpp).
extern const HelpText check;
extern const HelpText test;
extern const HelpText fmt;
extern const HelpText translate;
extern const HelpText start;
extern const HelpText diff;
extern const HelpText fields;
extern const HelpText lsp;
// Commands about students (for_students.cpp).
extern const HelpText evaluate;
extern const HelpText explain;
extern const HelpText report;
extern const HelpText agenda;
extern const HelpText show;
// What people did (for_follow_up.cpp).
extern const HelpText record;
extern const HelpText log;
// What is kept of students, and how it goes (for_rights.cpp).
extern const HelpText student_export;
extern const HelpText purge;
extern const HelpText forget;
// Plans over time (for_plans.cpp).
extern const HelpText plan;

}  // namespace wegwijzer::cli::help
