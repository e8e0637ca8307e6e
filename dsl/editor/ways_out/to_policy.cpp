// A signal that reads other signals says what is to be done with them: that is a `beleid`, of which the author writes what it advises.
#include <algorithm>
#include <array>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

// Only what a beleid has as well may be there, or nothing keeps it: a factor needs no place in it.
bool fits_a_policy(const ast::Signal& signal) {
    using Kind = ast::SignalClause::Kind;
    return std::ranges::all_of(signal.clauses, [](const ast::SignalClause& clause) {
        constexpr std::array kept{Kind::factor, Kind::condition, Kind::unless, Kind::source, Kind::justification};
        return std::ranges::find(kept, clause.kind) != kept.end();
    });
}

// What it says of itself would be said of nothing once it is a beleid.
bool reads_itself(const ast::File& file, const ast::Declaration& declaration, const std::string& name) {
    return std::ranges::any_of(file.exprs, [&](const ast::Expr& expr) {
        const auto* signal = std::get_if<ast::SignalRef>(&expr.node);
        return signal != nullptr && signal->name.text == name && holds(declaration.span, expr.span);
    });
}

}  // namespace

void make_it_a_policy(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::File& file = spot.file();
    const ast::Declaration* declaration = spot.declaration();
    const auto* signal = declaration == nullptr ? nullptr : std::get_if<ast::Signal>(&declaration->node);
    if (signal == nullptr || signal->clauses.empty() || !fits_a_policy(*signal) ||
        reads_itself(file, *declaration, signal->name.text))
        return;
    std::vector<Edit> edits{spot.edit(declaration->keyword, std::string(spot.word(Word::policy)))};
    for (const ast::SignalClause& clause : signal->clauses) {
        if (clause.kind == ast::SignalClause::Kind::factor)
            edits.push_back(spot.edit(with_its_blanks(spot, clause.span), ""));
    }
    const Span& last = signal->clauses.back().span;
    const std::string advice = spot.indent(file, last.begin) + std::string(spot.word(Word::advise)) + " …";
    const std::uint32_t below = spot.next_line(file, last.end);
    const bool ends_its_line = spot.text_of(file).substr(0, below).ends_with('\n');
    edits.push_back(
        spot.insert(file, below, ends_its_line ? advice + spot.line_end(file) : spot.line_end(file) + advice));
    ways.offer_to_fill(spot.language() == Language::nl
                           ? "maak van `" + signal->name.text + "` een `" + std::string(spot.word(Word::policy)) + "`"
                           : "make `" + signal->name.text + "` a `" + std::string(spot.word(Word::policy)) + "`",
                       std::move(edits));
}

}  // namespace wegwijzer::editor
