// What finding out something unknown would decide, in words: "Is motivatie 2 of lager, dan geldt dit signaal; anders niet."
// Precondition for everything here: the reader may see the signal, and so all fields and series behind it.
#pragma once

#include <string>
#include <vector>

#include "engine/explain/report.h"
#include "engine/explain/shown_value.h"
#include "engine/margins/findings.h"

namespace wegwijzer::explain {

struct FindingShown {
    std::string node;  // "signals/lage_presentie/finding_out/0"
    margins::Finding finding;
    std::string missing;             // "motivatie", "metingen", "metingen.motivatie"
    std::vector<std::string> words;  // of the conditions in the cases, in their order: as the author wrote them
    Phrase sentence;
};

class FindingsInWords {
  public:
    // `trace` is that of all rules for this student; all must outlive it.
    FindingsInWords(const Redactor& redactor, const margins::Preparations& preparations, const Cohort& cohort,
                    std::size_t student, Date reference_date, const trace::Trace& trace, Language language);

    [[nodiscard]] std::vector<FindingShown> of(model::SignalId signal) const;

  private:
    [[nodiscard]] Phrase sentence(const model::Signal& signal, const FindingShown& shown,
                                  const model::SignalOutcome& now) const;
    [[nodiscard]] Phrase answer_words(const margins::Finding& finding, const margins::Answer& answer,
                                      const Node& node) const;
    [[nodiscard]] Phrase range_words(const FieldType& type, const margins::ValueRange& range, const Node& node) const;
    [[nodiscard]] std::string outcome_words(const model::Signal& signal, const margins::Outcome& outcome,
                                            const model::SignalOutcome& now, bool is_first, bool verb_first) const;
    [[nodiscard]] std::string needed_words(const margins::Outcome& outcome) const;
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }

    const Redactor& redactor_;
    const margins::Preparations& preparations_;
    const model::RuleSet& rules_;
    const Cohort& cohort_;
    std::size_t student_;
    Date reference_date_;
    const trace::Trace& trace_;
    Language language_;
};

}  // namespace wegwijzer::explain
