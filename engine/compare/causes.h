// Through which changed declarations a difference came about: those that the changed outcome depends on. Where several
// could be it, all of them.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/compare/declarations.h"
#include "engine/compare/needs.h"
#include "engine/compare/pairing.h"
#include "engine/compare/standing.h"

namespace wegwijzer::comparison {

// What two kept runs may have been made with that is not the same. In this order.
enum class RunInput : std::uint8_t { rules, data, followups, consents, day, version };

struct Causes {
    ChangeNumbers changes;              // those the reader may see
    bool restricted = false;            // or through something the reader may not see
    std::vector<RunInput> inputs = {};  // of kept runs: all that could be it, for this student
    friend bool operator==(const Causes&, const Causes&) = default;
};

// One student under both rule sets.
struct Both {
    const model::StudentOutcome& outcome_before;
    const model::StudentOutcome& outcome_after;
    const Standing& before;
    const Standing& after;

    [[nodiscard]] const model::StudentOutcome& outcome(Which which) const {
        return which == Which::before ? outcome_before : outcome_after;
    }
};

class CauseFinder {
  public:
    CauseFinder(const Pairing& pairing, const std::vector<DeclarationChange>& changes);

    [[nodiscard]] bool may_see(std::size_t change) const { return visible_[change]; }
    [[nodiscard]] const Causes& of_signal(std::size_t signal) const { return signal_causes_[signal]; }
    [[nodiscard]] Causes of_advice(std::size_t intervention, std::size_t role, const Both& student) const;

  private:
    struct PolicyFacts {
        ChangeNumbers own;                 // the change of the policy itself
        ChangeNumbers behind;              // what its own conditions and terms read
        std::vector<std::size_t> signals;  // visible ones that it reads by name
        bool reads_signalen = false;
    };

    void find_visible(const std::vector<DeclarationChange>& changes);
    [[nodiscard]] bool is_visible(const DeclarationKey& key) const;
    void find_signal_causes();
    void find_policy_facts();
    void add(Causes& causes, const ChangeNumbers& changes) const;
    void add_policy(Causes& causes, std::size_t policy, const Both& student) const;
    void add_intervention(Causes& causes, std::size_t intervention, const Both& student, std::vector<bool>& seen) const;
    [[nodiscard]] bool applies(Which which, std::size_t policy, const Both& student) const;
    [[nodiscard]] bool differs(std::size_t policy, const Both& student) const;
    // Of the plans that it advises, in order.
    [[nodiscard]] std::vector<const model::PlanOutcome*> plans_of(Which which, std::size_t policy,
                                                                  const Both& student) const;
    [[nodiscard]] bool is_hidden(std::size_t policy, const Both& student) const;

    const Pairing& pairing_;
    ChangeIndex index_;
    std::vector<bool> visible_;
    ChangeNumbers all_visible_;
    bool has_hidden_ = false;
    std::vector<Causes> signal_causes_;
    std::vector<PolicyFacts> policy_facts_;
    std::vector<ChangeNumbers> intervention_changes_;
    std::vector<std::vector<std::size_t>> advised_by_;     // by intervention: policies
    std::vector<std::vector<std::size_t>> overruled_by_;   // by policy: policies
    std::vector<std::vector<std::size_t>> not_together_;   // by intervention: interventions
    std::vector<std::vector<std::size_t>> stands_in_for_;  // by intervention: those that say `pas na` it
};

// The declarations of these rules that the reader may not see, in order of declaration.
[[nodiscard]] std::vector<DeclarationKey> hidden_declarations(const explain::Redactor& redactor);

}  // namespace wegwijzer::comparison
