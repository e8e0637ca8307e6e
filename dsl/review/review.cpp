#include "dsl/review/review.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dsl/review/guard_fields.h"
#include "dsl/review/guard_wording.h"
#include "dsl/review/silencings.h"
#include "dsl/thinking/think.h"

namespace wegwijzer::review {

namespace {

Localized reason(analyse::NotExamined why) {
    switch (why) {
        case analyse::NotExamined::calculates:
            return {"hier wordt iets gevraagd dat geen vergelijking is", "something is asked that is no comparison"};
        case analyse::NotExamined::compares:
            return {"hier staat geen vaste waarde om mee te vergelijken", "there is no fixed value to compare with"};
        case analyse::NotExamined::too_deep: return {"te veel begrippen in elkaar", "too many concepts in each other"};
        case analyse::NotExamined::too_many: return {"te veel mogelijkheden", "too many possibilities"};
        case analyse::NotExamined::nothing: break;
    }
    return {};
}

// The places behind the first, each kind on a line: „hier staat geen vaste waarde om mee te vergelijken: regel 12 en 40".
class OtherPlaces {
  public:
    OtherPlaces(const Compilation& compilation, SourceId shown) : sources_(compilation.sources), shown_(shown) {}

    void add(const thinking::LeftOpen& one) {
        Places& places = by_reason_[one.why];
        if (places.words.size() == most_named) {
            ++places.more;
            return;
        }
        const Span& span = one.condition;
        std::string words = std::to_string(sources_.line_column(span.source, span.begin).line);
        if (words == places.last && span.source == places.source) return;
        places.last = words;
        const bool is_elsewhere = span.source != (places.words.empty() ? shown_ : places.source);
        Localized place = words;
        if (is_elsewhere || places.words.empty()) place = {"regel " + words, "line " + words};
        if (is_elsewhere) {
            place.nl = sources_.name(span.source) + ' ' + place.nl;
            place.en = sources_.name(span.source) + ' ' + place.en;
        }
        places.source = span.source;
        places.words.push_back(std::move(place));
    }
    [[nodiscard]] std::vector<Localized> lines() const {
        std::vector<Localized> result;
        for (const auto& [why, places] : by_reason_) {
            Localized line = reason(why);
            line.nl += ": ook ";
            line.en += ": ";
            for (std::size_t i = 0; i < places.words.size(); ++i) {
                const bool is_last = i + 1 == places.words.size() && places.more == 0;
                line.nl += (i == 0 ? "" : is_last ? " en " : ", ") + places.words[i].nl;
                line.en += (i == 0 ? "" : is_last ? " and " : ", ") + places.words[i].en;
            }
            if (places.more > 0) {
                line.nl += " en nog " + std::to_string(places.more);
                line.en += " and " + std::to_string(places.more) + " more";
            } else {
                line.en += " too";
            }
            result.push_back(std::move(line));
        }
        return result;
    }

  private:
    static constexpr std::size_t most_named = 12;
    struct Places {
        std::vector<Localized> words;
        SourceId source;   // of the last
        std::string last;  // its line
        std::size_t more = 0;
    };

    const SourceMap& sources_;
    SourceId shown_;
    std::map<analyse::NotExamined, Places> by_reason_;
};

// Nothing that was not looked into passes for right: how many, the first shown, the others by their lines.
void note_left_open(const Compilation& compilation, const thinking::Examined& examined, Diagnostics& findings) {
    if (examined.left_open.empty()) return;
    Diagnostic note;
    note.code = Code::N002;
    note.arguments = {std::to_string(examined.left_open.size()), std::to_string(examined.conditions)};
    const thinking::LeftOpen& first = examined.left_open.front();
    const std::string_view text = compilation.sources.text(first.condition);
    const std::size_t line = std::min(text.find_first_of("\r\n"), text.size());
    note.span = {first.condition.source, first.condition.begin,
                 first.condition.begin + static_cast<std::uint32_t>(line)};
    note.labels = {{note.span, reason(first.why)}};
    OtherPlaces others(compilation, note.span.source);
    for (std::size_t i = 1; i < examined.left_open.size(); ++i) others.add(examined.left_open[i]);
    note.lines = others.lines();
    findings.add(std::move(note));
}

}  // namespace

std::optional<Diagnostics> think_through(const Compilation& compilation, const std::function<bool()>& stop) {
    Diagnostics findings;
    const std::optional<thinking::Examined> examined = thinking::think(compilation, findings, stop);
    if (!examined) return std::nullopt;
    note_left_open(compilation, *examined, findings);
    return findings;
}

Diagnostics think_through(const Compilation& compilation) {
    return think_through(compilation, {}).value_or(Diagnostics());
}

Review review(const Compilation& compilation, const Diagnostics& thinking, Thought thought) {
    Diagnostics findings = compilation.diagnostics;
    guard_wording(compilation, findings);
    guard_fields(compilation, findings);
    for (const Diagnostic& finding : thinking.all()) findings.add(finding);
    Silenced silenced = silence(compilation, findings.all(), thought == Thought::through);
    silenced.left.sort(compilation.sources);
    return {std::move(silenced.left), std::move(silenced.silenced)};
}

Review review(const Compilation& compilation) {
    return review(compilation, think_through(compilation), Thought::through);
}

}  // namespace wegwijzer::review
