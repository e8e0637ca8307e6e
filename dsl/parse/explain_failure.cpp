#include "dsl/parse/explain_failure.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "dsl/parse/explainer.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::parsing {
namespace {

// More findings in one declaration would not be read.
constexpr std::size_t most_explained = 100;

// Does what could not be read begin as a part of this declaration does: with a clause word, a bar, or as a field?
bool is_anchored(const Reading& reading, const Failure& failure) {
    if (failure.clause_began || reading.resembles_clause(failure.clause)) return true;
    if (reading.lexemes()[failure.clause].code == '|') return true;
    for (std::size_t at = failure.clause; at < failure.resume; ++at)
        if (reading.lexemes()[at].code == ':') return true;
    return false;
}

// Does what was found last reach the end of the line before?
bool ends_line_before(const Reading& reading, const Failure& failure, std::uint32_t last_end) {
    return failure.clause > 0 && reading.lexemes()[failure.clause].opens_line &&
           reading.lexemes()[failure.clause - 1].end == last_end;
}

// The lines of the clause that failed. Where no clause began, the end of the line before may be a part of the mistake.
Span place_of(const Reading& reading, SourceId source, const Failure& failure) {
    const std::vector<Lexeme>& lexemes = reading.lexemes();
    const bool at_beginning = failure.clause > 0 && failure.at <= failure.clause + 1;
    std::size_t first = at_beginning ? failure.clause - 1 : failure.clause;
    // In the middle of a line it may be a rest of what stands before it.
    if (!lexemes[failure.clause].opens_line)
        while (first > 0 && !lexemes[first].opens_line) --first;
    return {source, lexemes[first].begin, lexemes[std::max(failure.resume, failure.clause + 1) - 1].end};
}

bool says_the_same(const Diagnostic& left, const Diagnostic& right) {
    return left.code == Code::F018 && right.code == Code::F018 && left.arguments.front() == right.arguments.front() &&
           left.arguments.front().nl == "`|`";
}

// A clause in which nothing was made up says what was meant: the check may look at it.
bool is_certain(const Explainer::Explanation& explanation) {
    return explanation.edit && explanation.edit->keeps_text && explanation.edit->remove > 0 &&
           !explanation.edit->insert.empty();
}

// Adds a finding for each failure that is not settled yet. Returns the changes with which reading can go on.
std::vector<Edit> explain_failures(const Reading& reading, SourceId source, DeclarationKind kind,
                                   Repairs::Reader reader, std::set<std::uint32_t>& settled, Diagnostics& diagnostics,
                                   std::vector<Span>& doubtful) {
    std::vector<Edit> edits;
    std::vector<Diagnostic> found;
    Explainer explainer(reading, source, kind, reader);
    std::size_t covered = 0;                                  // an edit may reach into the next line
    std::size_t broken_until = static_cast<std::size_t>(-1);  // where the failure before this one ended
    std::uint32_t last_end = 0;                               // of the last finding
    for (const Failure& failure : reading.failures()) {
        if (settled.size() >= most_explained) break;
        const std::uint32_t place = reading.lexemes()[failure.clause].begin;
        const bool follows = failure.clause == broken_until;
        broken_until = failure.resume;
        if (failure.clause < covered || settled.contains(place)) continue;
        bool reported = false;
        for (std::size_t at = failure.clause; at < failure.resume; ++at)
            reported = reported || reading.lexemes()[at].tainted || reading.lexemes()[at].outside;
        if (reported) {
            doubtful.push_back(place_of(reading, source, failure));
            continue;
        }
        if (auto edit = explainer.find_use_of_reserved(failure)) {
            covered = edit->at + edit->remove;
            edits.push_back(std::move(*edit));
            continue;
        }
        Explainer::Explanation explanation = explainer.explain(failure);
        doubtful.push_back(is_certain(explanation) ? explanation.finding.span : place_of(reading, source, failure));
        // The end of a line and the beginning of the next are one mistake.
        const bool is_slip = explanation.finding.code == Code::F011 || explanation.finding.code == Code::F013 ||
                             explanation.finding.code == Code::F029;
        const bool is_same =
            follows && !is_slip && failure.at == failure.clause && ends_line_before(reading, failure, last_end);
        if (is_same || (follows && explanation.is_guess && !is_anchored(reading, failure))) {
            settled.insert(place);
            continue;
        }
        last_end = explanation.finding.span.end;
        // Rows that all miss their last bar are one mistake.
        if (follows && !found.empty() && says_the_same(found.back(), explanation.finding)) {
            found.back().labels.push_back({explanation.finding.span, {"hier ook", "here too"}});
        } else {
            found.push_back(std::move(explanation.finding));
        }
        if (explanation.edit) covered = explanation.edit->at + explanation.edit->remove;
        if (explanation.edit && explanation.edit->keeps_text)
            edits.push_back(std::move(*explanation.edit));
        else
            settled.insert(place);
    }
    for (Diagnostic& finding : found) diagnostics.add(std::move(finding));
    return edits;
}

}  // namespace

Explained explain(Reading& reading, SourceId source, DeclarationKind kind, Repairs::Reader reader,
                  Diagnostics& diagnostics) {
    // A slip is read as what was meant: what would follow from it is no second mistake, and what else is wrong in the
    // same clause shows.
    constexpr int most_rounds = 4;
    Explained result;
    result.complete = reading.failures().empty();
    std::set<std::uint32_t> settled;
    for (int round = 0; round < most_rounds && !reading.failures().empty(); ++round) {
        const std::vector<Edit> edits =
            explain_failures(reading, source, kind, reader, settled, diagnostics, result.doubtful);
        if (edits.empty()) break;
        std::vector<Lexeme> edited = reading.lexemes();
        for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) edited = with_edit(edited, *edit);
        Reading again(reading.text(), reading.vocabulary(), std::move(edited));
        again.declared_names = reading.declared_names;
        reader(again, kind);
        reading = std::move(again);
    }
    return result;
}

std::optional<DeclarationKind> explain_unknown_declaration(std::string_view text, SourceId source,
                                                           const Vocabulary& vocabulary,
                                                           const std::vector<Lexeme>& lexemes,
                                                           Diagnostics& diagnostics) {
    const Language language = vocabulary.language();
    const Lexeme& first = lexemes.front();
    const std::string here(text.substr(first.begin, first.end - first.begin));
    Diagnostic finding{.code = Code::F017, .span = {source, first.begin, first.end}};
    finding.arguments = {here};
    const std::vector<Word> keywords = words_in(WordPlace::declaration);
    std::vector<std::string> openings;
    for (const Word word : keywords) openings.emplace_back(vocabulary.text(vocabulary.phrases(word).front().front()));
    const std::string lower = to_lower(to_nfc(here));
    const Vocabulary& other_words = Vocabulary::of(language == Language::nl ? Language::en : Language::nl);
    for (std::size_t i = 0; i < keywords.size(); ++i) {
        const bool is_capital = lower == openings[i];
        if (!is_capital && lower != other_words.text(other_words.phrases(keywords[i]).front().front())) continue;
        finding.code = is_capital ? Code::F013 : Code::F029;
        finding.fix = is_capital ? openings[i] : std::string(spelling(keywords[i], language));
        finding.arguments.emplace_back(finding.fix);
        diagnostics.add(std::move(finding));
        return static_cast<DeclarationKind>(i);
    }
    if (const auto meant = did_you_mean(here, openings)) {
        finding.arguments.emplace_back(*meant);
        finding.fix = *meant;
        diagnostics.add(std::move(finding));
        const auto place = std::find(openings.begin(), openings.end(), *meant);
        return static_cast<DeclarationKind>(place - openings.begin());
    }
    std::string list;
    for (const Word word :
         {Word::parameter, Word::concept_, Word::signal, Word::intervention, Word::policy, Word::example})
        list += (list.empty() ? "" : ", ") + quoted(spelling(word, language));
    finding.way_out = {"begin met een woord zoals " + list + ", of laat de regel inspringen",
                       "begin with a word such as " + list + ", or indent the line"};
    diagnostics.add(std::move(finding));
    return std::nullopt;
}

}  // namespace wegwijzer::parsing
