// How long a kept run is kept: through the longest `bewaren` of the packs that have a say in what it holds of students.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/retention_terms.h"
#include "store/runs/run.h"

namespace wegwijzer::cli {

// The packs with signals, interventions, plans or policies, in reading order: what a run keeps of a student comes from these.
[[nodiscard]] std::vector<std::string> packs_with_a_say(const Compilation& compilation);

// What is known of the end of one run.
struct TermOfRun {
    std::optional<Date> until;  // the last day; none: it has no end, for one of the reasons below
    bool names_packs = true;    // it says with which packs it was made
    std::vector<std::string> not_given;
    std::vector<std::string> without_term;
};

class RunTerms {
  public:
    // `terms`: of the packs that were given; outlives this.
    explicit RunTerms(const RetentionTerms& terms) : terms_(terms) {}

    // `rules`: as the run describes them. The term begins with the day that the run is about.
    const TermOfRun& find(const store::RunHeader& run, const std::string& rules);
    // As found before. Precondition: it was.
    [[nodiscard]] const TermOfRun& found(store::RunNumber run) const { return found_.at(run); }

  private:
    const RetentionTerms& terms_;
    std::map<std::string, std::vector<std::string>> packs_;  // by the hash of the rules: most runs share them
    std::map<store::RunNumber, TermOfRun> found_;
};

}  // namespace wegwijzer::cli
