#include "dsl/review/review.h"

#include <algorithm>
#include <string>
#include <utility>

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

// Nothing that was not looked into passes for right.
void note_left_open(const Compilation& compilation, const thinking::Examined& examined, Diagnostics& findings) {
    constexpr std::size_t most_shown = 3;
    if (examined.left_open.empty()) return;
    Diagnostic note;
    note.code = Code::N002;
    note.arguments = {std::to_string(examined.left_open.size()), std::to_string(examined.conditions)};
    for (const thinking::LeftOpen& one : examined.left_open) {
        if (note.labels.size() == most_shown) break;
        const std::string_view text = compilation.sources.text(one.condition);
        const std::size_t line = std::min(text.find_first_of("\r\n"), text.size());
        note.labels.push_back(
            {{one.condition.source, one.condition.begin, one.condition.begin + static_cast<std::uint32_t>(line)},
             reason(one.why)});
    }
    note.span = note.labels.front().span;
    findings.add(std::move(note));
}

}  // namespace

Diagnostics think_through(const Compilation& compilation) {
    Diagnostics findings;
    note_left_open(compilation, thinking::think(compilation, findings), findings);
    return findings;
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
