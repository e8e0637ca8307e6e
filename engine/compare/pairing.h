// Two rule sets side by side: what has the same name is the same thing. And what of them this reader may see in both, for
// what the reader may not see can't be used to compare (language.md section 3, "Who sees what").
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/explain/report.h"
#include "engine/model/rule_set.h"

namespace wegwijzer::comparison {

enum class Which : std::uint8_t { before, after };

template <class IdType>
struct Pair {
    std::string name;
    std::string title;  // of `after` where it is there
    IdType before;      // or none
    IdType after;       // or none

    [[nodiscard]] IdType of(Which which) const { return which == Which::before ? before : after; }
    [[nodiscard]] bool in_both() const { return !before.is_none() && !after.is_none(); }
};

class Pairing {
  public:
    // Both must outlive it; they may be one and the same.
    Pairing(const explain::Redactor& before, const explain::Redactor& after);

    [[nodiscard]] const explain::Redactor& redactor(Which which) const {
        return which == Which::before ? *before_ : *after_;
    }
    [[nodiscard]] const model::RuleSet& rules(Which which) const { return redactor(which).rules(); }

    // In order of declaration of `after`, what only `before` has behind it. Of the signals only those that the reader may
    // see wherever they are.
    [[nodiscard]] const std::vector<Pair<model::SignalId>>& signals() const { return signals_; }
    [[nodiscard]] const std::vector<Pair<model::InterventionId>>& interventions() const { return interventions_; }
    [[nodiscard]] const std::vector<Pair<model::RoleId>>& roles() const { return roles_; }
    [[nodiscard]] const std::vector<Pair<model::PolicyId>>& policies() const { return policies_; }
    // Numbers in those lists.
    [[nodiscard]] std::size_t number_of(Which which, model::InterventionId id) const;
    [[nodiscard]] std::size_t number_of(Which which, model::RoleId id) const;

    [[nodiscard]] model::SignalKind kind_of(std::size_t signal) const;
    [[nodiscard]] bool is_hidden(Which which, model::SignalId signal) const;
    // As far as its own reading and its signals by name go.
    [[nodiscard]] bool is_hidden(Which which, model::PolicyId policy) const;
    [[nodiscard]] bool may_see(Which which, model::PolicyId policy, const model::StudentOutcome& outcome) const;
    // Is there advice that may rest on what the reader may not see? Depends on the rules alone.
    [[nodiscard]] bool leaves_out_advice() const { return leaves_out_advice_; }

  private:
    struct Side {
        std::vector<bool> hidden_signals;
        std::vector<bool> hidden_policies;
        std::vector<std::size_t> intervention_numbers;
        std::vector<std::size_t> role_numbers;
    };
    [[nodiscard]] const Side& side(Which which) const { return which == Which::before ? sides_[0] : sides_[1]; }
    void hide();

    const explain::Redactor* before_;
    const explain::Redactor* after_;
    std::vector<Pair<model::SignalId>> signals_;
    std::vector<Pair<model::InterventionId>> interventions_;
    std::vector<Pair<model::RoleId>> roles_;
    std::vector<Pair<model::PolicyId>> policies_;
    Side sides_[2];
    bool leaves_out_advice_ = false;
};

// Does a condition of the policy look at the series `signalen`?
[[nodiscard]] bool reads_signalen(const model::RuleSet& rules, const model::Policy& policy);

}  // namespace wegwijzer::comparison
