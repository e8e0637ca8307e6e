// How long what is recorded is kept: the `bewaren` of the pack that an intervention belongs to.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"

namespace wegwijzer::cli {

class RetentionTerms {
  public:
    // A pack as it was read. Without a `regelpakket` it has no term.
    struct Pack {
        std::string name;
        std::optional<model::Pack> head;
        std::vector<std::string> interventions;
        bool has_a_say = false;  // in what comes out: it has signals, interventions, plans or policies
    };

    // Precondition: there are rules, which outlive this.
    explicit RetentionTerms(const Compilation& compilation);

    [[nodiscard]] const std::vector<Pack>& packs() const { return packs_; }  // in reading order
    // Which of them has this intervention.
    [[nodiscard]] std::optional<std::size_t> pack_of(const std::string& intervention) const;
    [[nodiscard]] std::optional<std::size_t> pack_named(const std::string& name) const;
    // The last day of the term of this pack that begins on `last`. std::nullopt: it names none.
    [[nodiscard]] std::optional<Date> end_of_term(std::size_t pack, Date last) const;
    // The same of the pack of an intervention. std::nullopt: no pack has it, or its pack names no term.
    [[nodiscard]] std::optional<Date> kept_until(const std::string& intervention, Date last) const;

  private:
    const model::RuleSet& rules_;
    std::vector<Pack> packs_;
    std::map<std::string, std::size_t> pack_of_;
};

}  // namespace wegwijzer::cli
