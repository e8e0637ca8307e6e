// What a change of the rules does to students, and through which of the changes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/compare/causes.h"
#include "engine/compare/counting.h"
#include "engine/compare/pairing.h"

namespace wegwijzer::comparison {

class Comparer {
  public:
    // Both must outlive it.
    Comparer(const explain::Redactor& before, const explain::Redactor& after, Date reference_date);

    [[nodiscard]] const Pairing& pairing() const { return pairing_; }
    // Each student once, in the order of the input; true when something differs: then `describe` is due.
    bool count(const Standing& before, const Standing& after) { return counter_.count(before, after); }
    void describe(std::string key, std::optional<std::string> name, const Both& student);
    [[nodiscard]] explain::Visible<Comparison> finish();

  private:
    Pairing pairing_;
    std::vector<DeclarationChange> changes_;
    CauseFinder causes_;
    DifferenceCounter counter_;
    std::vector<std::size_t> students_by_change_;
};

}  // namespace wegwijzer::comparison
