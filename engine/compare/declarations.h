// Which declarations of two rule sets differ: by their meaning (the printed model), not by their layout.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/rule_set.h"

namespace wegwijzer::comparison {

// `kind` is the word that opens the thing in the printed model ("signal", "concept", "parameter", ...), and besides "set"
// for the stel lines of a parameter, and "field" for a field: "motivatie", or "toetsen.cijfer" of a series.
struct DeclarationKey {
    std::string kind;
    std::string name;
    friend auto operator<=>(const DeclarationKey&, const DeclarationKey&) = default;
};

enum class ChangeKind : std::uint8_t { added, removed, changed };

// What of a change can be seen in a run.
enum class Reach : std::uint8_t {
    outcomes,  // signals and advice may be others
    hours,     // only the hours that advice takes
    nothing,   // titles, texts, sources, reasons: nobody's outcome depends on it
};

struct DeclarationChange {
    DeclarationKey key;
    std::string title;  // the new one; may be empty
    ChangeKind kind = ChangeKind::changed;
    Reach reach = Reach::outcomes;
};

// In order of declaration of `after`, what is gone behind it.
[[nodiscard]] std::vector<DeclarationChange> compare_declarations(const model::RuleSet& before,
                                                                  const model::RuleSet& after);

// One declaration as it is printed.
struct Declared {
    DeclarationKey key;
    std::string title;
    std::string whole;      // all that is printed
    std::string timed;      // without what is only words
    std::string effective;  // and without how long things take
};
[[nodiscard]] std::vector<Declared> declarations_of(const model::RuleSet& rules);
// Of rules as model::print_model prints them.
[[nodiscard]] std::vector<Declared> declarations_in(const std::string& printed);
// The same of rules that are there in print only: a value of a parameter that a `stel` line settles in both counts as a change.
[[nodiscard]] std::vector<DeclarationChange> compare_printed(const std::string& before, const std::string& after);

// The changes that an outcome can depend on, to be found by declaration.
class ChangeIndex {
  public:
    explicit ChangeIndex(const std::vector<DeclarationChange>& changes);

    // Appends the number of the change of this declaration, if it has changed.
    void collect(std::string_view kind, const std::string& name, std::vector<std::size_t>& found) const;
    void collect_all(std::string_view kind, std::vector<std::size_t>& found) const;
    [[nodiscard]] bool has(std::string_view kind, const std::string& name) const;

  private:
    std::map<std::string, std::map<std::string, std::size_t>, std::less<>> by_kind_;
};

}  // namespace wegwijzer::comparison
