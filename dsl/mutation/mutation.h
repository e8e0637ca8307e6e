// Which small changes of the rules no voorbeeld notices: the pack would pass all the same, and say something else.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "dsl/mutation/change.h"
#include "engine/explain/report.h"

namespace wegwijzer::mutation {

enum class Fate : std::uint8_t {
    noticed,    // some voorbeeld doesn't come out any more
    unnoticed,  // all come out
    same,       // nothing changes for any student: not counted
};

struct Mutant {
    ChangeKind kind = ChangeKind::threshold;
    Fate fate = Fate::unnoticed;
    Span where;
    std::string before;                     // the author's words there
    std::string line;                       // the line as it would read; empty: it would be gone
    Localized owner;                        // "signaal `x`"
    std::optional<std::size_t> noticed_by;  // in RuleSet::examples: the first that fails
    std::optional<std::size_t> proposal;
    bool was_searched = true;  // for a voorbeeld, to the end
};
// It passes as the rules stand, and fails under these changes.
struct Proposal {
    model::Example example;
    Language language = Language::nl;
    std::vector<std::string> lines;
    std::vector<std::size_t> mutants;
};

struct Count {
    std::size_t noticed = 0;
    std::size_t all = 0;  // without those that change nothing
    std::size_t same = 0;
};
struct Report {
    std::vector<Mutant> mutants;  // in order of the text
    std::vector<Proposal> proposals;
    bool has_failures = false;  // some voorbeeld doesn't come out as the rules stand: it notices nothing

    [[nodiscard]] Count total() const;
    [[nodiscard]] Count count(ChangeKind kind) const;
};
[[nodiscard]] Localized name_of(ChangeKind kind);
[[nodiscard]] std::string identifier_of(ChangeKind kind);  // in JSON

// Of the packs that were given, by the voorbeelden that stand there. Precondition: compilation.rules.
[[nodiscard]] Report mutate(const Compilation& compilation);

}  // namespace wegwijzer::mutation
