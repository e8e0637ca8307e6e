#include "dsl/parse/synonyms.h"

#include "dsl/parse/lexeme.h"

namespace wegwijzer::parsing {

const std::vector<Synonym>& synonyms(Language language) {
    // Longer ones first: `is kleiner dan` before `kleiner dan`.
    static const std::vector<Synonym> dutch = {
        {{"is", "niet", "onbekend"}, '\0', {Word::is, Word::known}, "is bekend"},
        {{"is", "kleiner", "dan"}, '<', {}, "<"},
        {{"is", "minder", "dan"}, '<', {}, "<"},
        {{"is", "lager", "dan"}, '<', {}, "<"},
        {{"is", "groter", "dan"}, '>', {}, ">"},
        {{"is", "meer", "dan"}, '>', {}, ">"},
        {{"is", "hoger", "dan"}, '>', {}, ">"},
        {{"is", "gelijk", "aan"}, '=', {}, "="},
        {{"is", "minstens"}, code::greater_equal, {}, ">="},
        {{"is", "hoogstens"}, code::less_equal, {}, "<="},
        {{"kleiner", "dan"}, '<', {}, "<"},
        {{"minder", "dan"}, '<', {}, "<"},
        {{"lager", "dan"}, '<', {}, "<"},
        {{"onder"}, '<', {}, "<"},
        {{"groter", "dan"}, '>', {}, ">"},
        {{"meer", "dan"}, '>', {}, ">"},
        {{"hoger", "dan"}, '>', {}, ">"},
        {{"boven"}, '>', {}, ">"},
        {{"gelijk", "aan"}, '=', {}, "="},
        {{"ongelijk", "aan"}, code::not_equal, {}, "<>"},
        {{"ten", "minste"}, '\0', {Word::at_least}, "minstens"},
        {{"tenminste"}, '\0', {Word::at_least}, "minstens"},
        {{"minimaal"}, '\0', {Word::at_least}, "minstens"},
        {{"ten", "hoogste"}, '\0', {Word::at_most}, "hoogstens"},
        {{"maximaal"}, '\0', {Word::at_most}, "hoogstens"},
        {{"hooguit"}, '\0', {Word::at_most}, "hoogstens"},
        {{"is", "één", "van"}, '\0', {Word::is, Word::one_of}, "is een van"},
        {{"tot", "en", "met"}, '\0', {Word::to}, "t/m"},
        {{"tot"}, '\0', {Word::to}, "t/m"},
        {{"maar"}, '\0', {Word::and_}, "en"},
        {{"in", "de", "afgelopen"}, '\0', {Word::in_last}, "in de laatste"},
        {{"de", "afgelopen"}, '\0', {Word::in_last}, "in de laatste"},
        {{"afgelopen"}, '\0', {Word::in_last}, "in de laatste"},
        {{"de", "laatste"}, '\0', {Word::in_last}, "in de laatste"},
        {{"geen", "enkele"}, '\0', {Word::no_event}, "geen"},
    };
    static const std::vector<Synonym> english = {
        {{"is", "not", "unknown"}, '\0', {Word::is, Word::known}, "is known"},
        {{"is", "less", "than"}, '<', {}, "<"},
        {{"is", "fewer", "than"}, '<', {}, "<"},
        {{"is", "below"}, '<', {}, "<"},
        {{"is", "greater", "than"}, '>', {}, ">"},
        {{"is", "more", "than"}, '>', {}, ">"},
        {{"is", "above"}, '>', {}, ">"},
        {{"is", "equal", "to"}, '=', {}, "="},
        {{"is", "at", "least"}, code::greater_equal, {}, ">="},
        {{"is", "at", "most"}, code::less_equal, {}, "<="},
        {{"less", "than"}, '<', {}, "<"},
        {{"fewer", "than"}, '<', {}, "<"},
        {{"below"}, '<', {}, "<"},
        {{"greater", "than"}, '>', {}, ">"},
        {{"more", "than"}, '>', {}, ">"},
        {{"above"}, '>', {}, ">"},
        {{"equals"}, '=', {}, "="},
        {{"minimum"}, '\0', {Word::at_least}, "at least"},
        {{"maximum"}, '\0', {Word::at_most}, "at most"},
        {{"until"}, '\0', {Word::to}, "to"},
        {{"through"}, '\0', {Word::to}, "to"},
        {{"but"}, '\0', {Word::and_}, "and"},
        {{"in", "the", "past"}, '\0', {Word::in_last}, "in the last"},
        {{"the", "last"}, '\0', {Word::in_last}, "in the last"},
    };
    return language == Language::nl ? dutch : english;
}

}  // namespace wegwijzer::parsing
