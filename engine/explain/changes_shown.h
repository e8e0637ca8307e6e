// What would end or start a signal, or change its ernst, in words: "Dit signaal vervalt bij motivatie 3 of hoger." Precondition for
// everything here: the reader may see the signal, and so all fields behind it.
#pragma once

#include <string>
#include <vector>

#include "engine/explain/shown_value.h"
#include "engine/margins/search.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {

struct OfferShown {
    std::string node;  // "signals/lage_presentie/changes/presenties/ends"
    margins::Offer offer;
    Phrase sentence;
    bool is_near = false;   // docs/decisions.md, "What is almost so"
    bool is_given = false;  // past, or nothing that anybody works on: no part of a conversation
};

struct ChangesShown {
    std::vector<OfferShown> offers;  // of one thing first
    bool is_all = true;              // not: there were too many combinations to try
};

// How much is searched.
enum class ChangesWanted : std::uint8_t {
    none,
    single,  // of active signals, and of others that one condition keeps from it what may be near; without time and last days
    quick,  // likewise, and of active signals two things at once
    full,   // everything
};

class ChangesInWords {
  public:
    // `trace` is that of all rules for this student; all must outlive it.
    ChangesInWords(const margins::Preparations& preparations, const Cohort& cohort, std::size_t student,
                   Date reference_date, const trace::Trace& trace, Language language);

    [[nodiscard]] ChangesShown changes_of(model::SignalId signal, ChangesWanted wanted) const;
    // Also of a signal that more than one condition keeps from it, and of one that is not applicable.
    [[nodiscard]] ChangesShown all_changes_of(model::SignalId signal) const;

  private:
    [[nodiscard]] ChangesShown search(model::SignalId signal, margins::Depth depth, bool with_pairs) const;
    [[nodiscard]] std::vector<OfferShown> show(model::SignalId signal, std::vector<margins::Offer> offers) const;
    [[nodiscard]] Node place_of(model::SignalId signal, const margins::Offer& offer,
                                const std::vector<OfferShown>& before) const;
    [[nodiscard]] Phrase sentence(const model::Signal& signal, const margins::Offer& offer, const Node& node) const;
    [[nodiscard]] Phrase condition_of(const margins::FieldOffer& offer, const Node& node) const;
    [[nodiscard]] Phrase condition_of(const margins::EventOffer& offer, const Node& node) const;
    [[nodiscard]] Phrase condition_of(const margins::PairOffer& offer, const Node& node) const;
    [[nodiscard]] Phrase wanted_words(const FieldType& type, const margins::Wanted& wanted, const Node& node) const;
    [[nodiscard]] std::string effect_words(const model::Signal& signal, const margins::Offer& offer,
                                           bool verb_first) const;
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }

    const margins::Preparations& preparations_;
    const model::RuleSet& rules_;
    const Cohort& cohort_;
    std::size_t student_;
    Date reference_date_;
    const trace::Trace& trace_;
    Language language_;
};

}  // namespace wegwijzer::explain
