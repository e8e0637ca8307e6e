#include <array>

#include "dsl/parse/reading.h"

namespace wegwijzer::parsing {
namespace {

using enum Word;

const std::array<std::vector<Word>, 21> words = {{
    /* pack */ {version, language, valid_from, owner, purpose, legal_ground, crisis_route, retain},
    /* use */ {},
    /* source */ {},
    /* student_data */ {},
    /* series */ {},
    /* calendar */ {holiday},
    /* phase */ {},
    /* cluster */ {},
    /* factor */ {in_, source},
    /* role */ {line, person, expert_in, capacity},
    /* parameter */ {between, source, owner},
    /* set */ {for_, because, justification, legal_basis},
    /* concept_ */ {},
    /* signal */
    {factor, in_phase, if_, severity, unless, weight, explanation, source, justification, legal_basis},
    /* strength */
    {factor, in_phase, if_, severity, unless, weight, explanation, source, justification, legal_basis},
    /* opportunity */
    {factor, in_phase, if_, severity, unless, weight, explanation, source, justification, legal_basis},
    /* intervention */
    {by, through, directly, with_consent, without_consent, duration, question, not_together_with, not_in_phase,
     not_before_day, only_after, at_most_once_per, reinforces, factor, source, justification, legal_basis},
    /* policy */ {if_, unless, advise, priority, urgent, overrides, source, justification, legal_basis},
    /* plan */ {goal, step, review_every, evaluate_after, source, justification, legal_basis},
    /* table */ {},
    /* example */ {on, given, set, expect},
}};

}  // namespace

const std::vector<Word>& clause_words(DeclarationKind kind) { return words[static_cast<std::size_t>(kind)]; }

}  // namespace wegwijzer::parsing
