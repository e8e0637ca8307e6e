// Errors are data: a code of the catalogue, places, arguments in both languages. One structure renders as text with
// carets, as plain text for screen readers, or as JSON.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/language.h"
#include "engine/diagnostics/catalogue.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer {

// The same words in Dutch and English. The author's own words are the same in both.
struct Localized {
    std::string nl;
    std::string en;

    Localized() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): the author's own words are passed as they are
    Localized(std::string both) : nl(both), en(std::move(both)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Localized(const char* both) : nl(both), en(both) {}
    Localized(std::string dutch, std::string english) : nl(std::move(dutch)), en(std::move(english)) {}

    [[nodiscard]] const std::string& in(Language language) const { return language == Language::nl ? nl : en; }
    [[nodiscard]] bool empty() const { return nl.empty() && en.empty(); }
    friend auto operator<=>(const Localized&, const Localized&) = default;
};

// A place with carets under it. On the line of the finding itself its carets share that row; a label with exactly the
// finding's own span gives the remark behind the finding's carets. An empty span shows its line without carets; such a
// line is shown above the finding when it stands above it.
struct Label {
    Span span;
    Localized remark;  // behind the carets; may be empty
    friend auto operator<=>(const Label&, const Label&) = default;
};

struct Diagnostic {
    static constexpr std::size_t most_labels = 5;  // of what is wrong in the same way in many places

    Code code{};
    Span span;  // the smallest span that is wrong; without a place for a file that can't be read
    std::vector<Localized> arguments{};  // fill {0}, {1}, ... of the catalogue's texts
    std::vector<Label> labels{};         // further places (`hier ook`)
    std::vector<Localized> lines{};      // extra lines before `doe`, e.g. the two readings of F021
    Localized why{};                     // replaces the catalogue's `waarom` when not empty
    Localized way_out{};                 // replaces the catalogue's `doe` when not empty
    std::string fix{};                   // text to put in place of `span` when the way out is that simple; for editors
    std::vector<Localized> example{};    // lines behind `doe`: a `voorbeeld` that shows it, after its own heading line
};

// Collects the findings of one run. Later phases add to what earlier ones found.
class Diagnostics {
  public:
    void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    // Leaves out findings added since there were `first`, where others say it already.
    template <class Predicate>
    void remove_since(std::size_t first, Predicate is_said) {
        all_.erase(std::remove_if(all_.begin() + static_cast<std::ptrdiff_t>(first), all_.end(), is_said), all_.end());
    }
    // Sorted by file and place, exact repeats removed (the order that is shown).
    void sort(const SourceMap& sources);

  private:
    std::vector<Diagnostic> all_;
};

}  // namespace wegwijzer
