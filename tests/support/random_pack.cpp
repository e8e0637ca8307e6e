#include "tests/support/random_pack.h"

#include <initializer_list>

namespace wegwijzer::test {
namespace {

class Writer {
  public:
    explicit Writer(Random& random) : random_(random) {}

    std::string declaration();
    // Outside parentheses and filters lines may break before anything; `wrap` is what stands between two parts.
    std::string condition(int depth) { return one_in(4) ? bullets(1, depth) : in_one_line(depth); }

  private:
    bool one_in(std::uint64_t number) { return random_.one_in(number); }
    std::string pick(std::initializer_list<const char*> choices) {
        return choices.begin()[random_.below(choices.size())];
    }
    std::string maybe(const std::string& text, std::uint64_t number = 2) { return one_in(number) ? " " + text : ""; }

    std::string name() {
        return pick({"a",     "b2",   "cijfer", "presentie", "ernst",  "fase",  "start", "coördinatie",
                     "dagen", "Tijd", "bron",   "uit",       "factor", "tekst", "x_1",   "é",
                     "door",  "via",  "status", "tijd",      "jaar",   "t"});
    }
    std::string digits() { return std::to_string(random_.below(1000)); }
    std::string text() { return pick({"\"\"", "\"a b\"", "\"é|#\"", "\"\\\"\\\\\\n\"", "\"x\" \"y\"", "\"{z}\""}); }
    std::string plain_text() { return pick({"\"\"", "\"a b\"", "\"é|#\"", "\"\\\"q\\\"\"", "\"\\{x\""}); }
    std::string date() { return pick({"2026-09-01", "2027-02-28", "1 september 2026", "31 Mei 2027"}); }
    std::string length() {
        return digits() + " " +
               pick({"dagen", "dag", "weken", "week", "lesweken", "werkdagen", "maanden", "jaar", "minuten"});
    }
    std::string number() { return digits() + (one_in(3) ? "," + std::to_string(random_.below(90) + 10) : ""); }
    std::string literal() {
        switch (random_.below(9)) {
            case 0: return number() + "%";
            case 1: return number() + " procentpunt";
            case 2: return number() + " " + pick({"EC", "uur", "euro", "SBU"});
            case 3: return length();
            case 4: return date();
            case 5: return text();
            case 6: return pick({"ja", "nee"});
            default: return number();
        }
    }
    std::string value() {
        switch (random_.below(6)) {
            case 0: return "student." + name();
            case 1: return "peildatum";
            case 2: return "-" + literal();
            case 3: return name();
            default: return literal();
        }
    }
    std::string count() { return one_in(4) ? name() : digits(); }
    std::string term_length() { return one_in(4) ? name() : length(); }
    std::string day() { return pick({"peildatum", "student.s", "grensdag", "2026-10-01", "3 maart 2027"}); }
    std::string op() { return pick({"<", "<=", ">", ">=", "=", "<>"}); }

    std::string list() {
        std::string result = value();
        for (std::uint64_t more = 1 + random_.below(3); more > 0; --more) result += ", " + value();
        return result;
    }
    std::string is_tail(int depth, bool in_filter) {
        switch (random_.below(6)) {
            case 0: return "is bekend";
            case 1: return pick({"is onbekend", "is niet bekend"});
            case 2: return "is" + maybe("niet") + " een van " + list();
            case 3:
                return "is" + maybe("niet") + " tussen " +
                       (in_filter ? value() + " en " + value() : term(depth) + " en " + term(depth));
            default: return "is" + maybe("niet") + " " + value();
        }
    }
    // A field alone takes what follows for its comparison: only a period closes it.
    std::string filter(int depth, bool with_period) {
        if (depth > 0 && one_in(2))
            return "met (" + in_one_line(depth - 1) + ")" + (with_period ? maybe(period()) : "");
        std::string result = "met" + maybe("niet", 4) + " " + (one_in(5) ? "student." : "") + name();
        if (with_period && one_in(5)) return result + " " + period();
        result += " " + (one_in(2) ? op() + " " + value() : is_tail(0, true));
        return result + (with_period ? maybe(period()) : "");
    }
    std::string period() {
        std::string result;
        switch (random_.below(8)) {
            case 0: result = "in de laatste " + term_length(); break;
            case 1: result = "sinds de start"; break;
            case 2: result = "in studieweek " + count() + maybe("t/m " + count()); break;
            case 3: result = "in fase " + name(); break;
            case 4: result = "van " + day() + " t/m " + day(); break;
            case 5: result = "sinds " + day(); break;
            case 6: result = "in dit studiejaar"; break;
            default: result = "in enige " + term_length(); break;
        }
        return result + (one_in(4) ? ", binnen dit studiejaar" : "");
    }
    std::string selection(int depth, bool with_period = true) {
        std::string result = one_in(6) ? pick({"signaal", "signalen", "opvolgingen", "toestemmingen"}) : name();
        const bool with_filter = one_in(2);
        if (with_filter) result += " " + filter(depth, with_period);
        return result + (with_period && !with_filter ? maybe(period()) : "");
    }
    std::string aggregate(int depth) {
        switch (random_.below(7)) {
            case 0: return "aantal " + selection(depth);
            case 1: return "aantal verschillende " + name() + " van " + selection(depth);
            case 2:
                return "verandering van " + name() + " van " + selection(depth, false) + " in de laatste " +
                       term_length();
            case 3: return "tijd sinds laatste " + selection(depth, false);
            case 4: return pick({"langste rij ", "langste rij dagen "}) + selection(depth);
            default:
                return pick({"som", "gemiddelde", "hoogste", "laagste", "eerste", "laatste"}) + " " + name() + " van " +
                       selection(depth);
        }
    }
    std::string primary(int depth) {
        const std::string sign = one_in(8) ? "-" : "";
        if (depth <= 0) return sign + (one_in(2) ? name() : literal());
        switch (random_.below(9)) {
            case 0: return sign + "(" + in_one_line(depth - 1) + ")";
            case 1: return sign + "(" + aggregate(depth - 1) + ")";
            case 2: return "als " + in_one_line(depth - 1) + " dan " + term(depth - 1) + " anders " + term(depth - 1);
            case 3: return sign + "ernst van signaal " + name();
            case 4: return sign + "peildatum";
            case 5: return sign + "student." + name();
            case 6: return sign + name();
            default: return sign + literal();
        }
    }
    // An aggregate alone: what follows one without parentheses would be its period's.
    std::string term(int depth) {
        if (depth > 0 && one_in(3)) return aggregate(depth - 1);
        std::string result = primary(depth);
        for (std::uint64_t more = random_.below(3); more > 0; --more)
            result += " " + pick({"+", "-", "*", "/"}) + " " + primary(depth - 1);
        return result;
    }
    std::string member(int depth) {
        if (depth <= 0) return name();
        switch (random_.below(8)) {
            case 0: return "niet " + member(depth - 1);
            case 1: return pick({"minstens ", "hoogstens ", "precies "}) + count() + " " + selection(depth - 1);
            case 2: return "geen " + selection(depth - 1);
            case 3: return pick({"signaal ", "kracht ", "kans "}) + name();
            case 4: return term(depth - 1) + " " + is_tail(depth - 1, false);
            case 5: return term(depth - 1);
            default: return term(depth - 1) + " " + op() + " " + term(depth - 1);
        }
    }
    std::string in_one_line(int depth) {
        std::string result = member(depth);
        const std::string connective = pick({" en ", " of "});
        for (std::uint64_t more = one_in(2) ? 0 : random_.below(4); more > 0; --more)
            result += connective + member(depth - 1);
        return result;
    }
    std::string bullets(std::size_t level, int depth) {
        std::string result = pick({"alle van:", "geen van:"});
        if (one_in(2)) result = pick({"minstens ", "hoogstens ", "precies "}) + count() + " van:";
        for (std::uint64_t more = 1 + random_.below(3); more > 0; --more)
            result += "\n    " + std::string(level, '-') + " " +
                      (level < 4 && one_in(5) ? bullets(level + 1, depth) : in_one_line(depth));
        return result;
    }

    std::string type() {
        const std::string bounds = maybe("van " + pick({"", "-"}) + number() + " t/m " + number());
        switch (random_.below(7)) {
            case 0: return "keuze uit " + name() + maybe(text()) + ", " + name() + maybe("oplopend");
            case 1: return "getal" + maybe("in " + pick({"EC", "uur", "euro"})) + bounds;
            case 2: return "geheel" + bounds;
            case 3: return "percentage" + maybe("als breuk");
            default: return pick({"sleutel", "tekst", "cijfer", "datum", "duur", "ja/nee"});
        }
    }
    std::string privacy() { return pick({"vertrouwelijk", "met motivering", "bijzonder", "alleen toetsing"}); }
    std::string fields() {
        std::string result;
        for (std::uint64_t more = 1 + random_.below(4); more > 0; --more)
            result += "\n  " + name() + " : " + type() + maybe(pick({"start", "mentor", "naam"})) +
                      maybe("uit " + text()) + maybe(privacy());
        return result;
    }
    std::string citation() { return "bron " + name() + maybe(text()); }
    std::string justified() { return pick({"motivering ", "grondslag "}) + text(); }
    std::string names() { return name() + (one_in(3) ? ", " + name() : ""); }
    std::string line_name() { return pick({"eerste", "tweede", "extern", "organisatie"}); }
    std::string fixed() { return one_in(3) ? name() : (one_in(5) ? "-" : "") + literal(); }

    template <class Clause>
    std::string clauses(Clause clause) {
        std::string result;
        for (std::uint64_t more = 1 + random_.below(5); more > 0; --more) result += "\n  " + clause();
        return result + "\n";
    }
    std::string explanation() {
        std::string result = "\"U ";
        for (std::uint64_t more = random_.below(3); more > 0; --more) result += "{" + in_one_line(2) + "} en \\{ ";
        return result + "\"";
    }
    std::string signal_clause();
    std::string intervention_clause();
    std::string policy_clause();
    std::string plan_clause();
    std::string table();
    std::string test();
    std::string example_clause();
    std::string expectation();

    Random& random_;
};

std::string Writer::signal_clause() {
    switch (random_.below(8)) {
        case 0: return "factor " + name();
        case 1: return "in fase " + names();
        case 2: return "als " + condition(3);
        case 3: return "ernst " + pick({"laag", "midden", "hoog"}) + " als " + condition(3);
        case 4: return "tenzij " + condition(2);
        case 5: return "sterkte " + number();
        case 6: return "uitleg " + explanation();
        default: return one_in(2) ? citation() : justified();
    }
}

std::string Writer::intervention_clause() {
    switch (random_.below(12)) {
        case 0: return "door " + name();
        case 1: return "via " + name();
        case 2: return pick({"rechtstreeks", "met toestemming", "zonder toestemming"});
        case 3: return "duur " + length();
        case 4: return "vraag " + plain_text();
        case 5: return "niet samen met " + name();
        case 6: return "niet in fase " + names();
        case 7: return "pas vanaf dag " + digits();
        case 8: return "pas na " + name();
        case 9: return "hooguit eens per " + term_length();
        case 10: return pick({"versterkt ", "factor "}) + name();
        default: return one_in(2) ? citation() : justified();
    }
}

std::string Writer::policy_clause() {
    switch (random_.below(7)) {
        case 0: return "als " + condition(3);
        case 1: return "tenzij " + condition(2);
        case 2:
            return "adviseer " + names() + maybe("door " + name()) +
                   (one_in(2) ? maybe("binnen " + term_length()) : maybe("uiterlijk " + day()));
        case 3: return "prioriteit " + digits();
        case 4: return "spoed";
        case 5: return "gaat voor op " + name();
        default: return one_in(2) ? citation() : justified();
    }
}

std::string Writer::plan_clause() {
    switch (random_.below(5)) {
        case 0: return "doel " + condition(3);
        case 1: {
            std::string result = "stap " + digits() + " " + name() + maybe("door " + name());
            if (one_in(3)) return result + " binnen " + term_length();
            if (one_in(2)) return result + " na " + term_length();
            return result + maybe("in studieweek " + count() + maybe("t/m " + count()));
        }
        case 2: return "bespreek elke " + length();
        case 3: return "evalueer na " + length();
        default: return one_in(2) ? citation() : justified();
    }
}

std::string Writer::test() {
    switch (random_.below(5)) {
        case 0: return "-";
        case 1: return "onbekend";
        case 2: return op() + " " + value();
        case 3: return value() + " t/m " + value();
        default: return one_in(2) ? value() : list();
    }
}

std::string Writer::table() {
    std::string result =
        "tabel " + name() + maybe(plain_text()) + " : " + type() + "\n  trefwijze " + pick({"uniek", "eerste"});
    const std::uint64_t columns = 1 + random_.below(3);
    result += "\n  |";
    for (std::uint64_t i = 0; i < columns; ++i) result += " " + term(2) + (i + 1 < columns ? " |" : " || ");
    result += name() + " |";
    for (std::uint64_t more = 1 + random_.below(3); more > 0; --more) {
        result += "\n  |";
        for (std::uint64_t i = 0; i < columns; ++i) result += " " + test() + (i + 1 < columns ? " |" : " || ");
        result += term(1) + maybe("|");
    }
    return result + "\n";
}

std::string Writer::expectation() {
    switch (random_.below(4)) {
        case 0: return "verwacht " + pick({"begrip b = ", "parameter p = "}) + fixed();
        case 1: return "verwacht " + pick({"begrip", "parameter"}) + " b is onbekend";
        case 2:
            return "verwacht" + maybe("geen") + " " + pick({"signaal", "kracht", "kans"}) + maybe("s1") +
                   maybe(pick({"ernst hoog", "ernst laag mogelijk hoger", "mogelijk hoger", "onbepaald",
                               "niet van toepassing"}));
        default:
            return "verwacht" + maybe("geen") + " " + pick({"advies", "aanpak"}) + maybe("i1") +
                   maybe("in lijn " + line_name()) + maybe("door r") + maybe("via q") + maybe("vanaf " + date()) +
                   maybe("uiterlijk " + date()) + maybe("prioriteit " + digits()) + maybe("onderdrukt");
    }
}

std::string Writer::example_clause() {
    switch (random_.below(5)) {
        case 0: return "op " + date();
        case 1: {
            std::string result = "gegeven student";
            for (std::uint64_t more = random_.below(3); more > 0; --more)
                result += "\n    veld" + digits() + " " + fixed();
            return result;
        }
        case 2: {
            std::string result = "gegeven " + pick({"toetsen", "opvolgingen"}) + maybe("volledig t/m " + date());
            if (one_in(3)) return result + " geen";
            result += "\n    | datum | status |";
            for (std::uint64_t more = random_.below(3); more > 0; --more)
                result += "\n    | 2026-09-01 |" + pick({"", " x y ", " \"a|b\" ", " uitgevoerd ", " 4,5 "}) + "|";
            return result;
        }
        case 3: return "stel " + name() + " in op " + fixed();
        default: return expectation();
    }
}

std::string Writer::declaration() {
    const std::string title = maybe(plain_text());
    switch (random_.below(20)) {
        case 0:
            return "regelpakket " + name() + title + "\n  versie 1.2." + digits() + "\n  geldig vanaf " + date() +
                   maybe("t/m " + date()) + "\n  " + pick({"eigenaar ", "doel ", "rechtsgrond ", "crisisroute "}) +
                   text() + "\n  bewaren " + length() + "\n";
        case 1: return "gebruik " + name() + "\n";
        case 2: return "bron " + name() + " " + plain_text() + "\n";
        case 3: return "gegevens student" + fields() + "\n";
        case 4:
            return "reeks " + name() + ", " + name() + maybe(privacy()) + maybe("geldt laatste per " + name()) +
                   fields() + "\n";
        case 5:
            return "kalender " + name() + " van " + date() + " t/m " + date() +
                   clauses([&] { return "vakantie " + name() + " " + date() + maybe("t/m " + date()); });
        case 6:
            return "fase " + name() + title + " " +
                   pick({"van dag 1 t/m dag 9", "vanaf dag 3", "vóór de start", "voor de start",
                         "van studieweek 1 t/m studieweek 2", "van 2026-01-01 t/m 2026-02-02"}) +
                   "\n";
        case 7: return "cluster " + name() + title + "\n";
        case 8: return "factor " + name() + title + maybe("in " + name()) + maybe(citation()) + "\n";
        case 9:
            return "rol " + name() + title + " lijn " + line_name() + maybe("persoon " + name()) +
                   maybe("deskundig in " + text()) + maybe("capaciteit " + digits() + " per week") + "\n";
        case 10:
            return "parameter " + name() + title + " : " + type() + maybe("= " + fixed()) +
                   maybe("tussen " + fixed() + " en " + fixed()) + maybe(citation()) + maybe("eigenaar " + text()) +
                   "\n";
        case 11:
            return "stel " + name() + " in op " + fixed() + maybe("voor " + in_one_line(3)) + maybe("omdat " + text()) +
                   maybe(justified()) + "\n";
        case 12: return "begrip " + name() + title + " = " + condition(4) + "\n";
        case 13: return "interventie " + name() + title + clauses([&] { return intervention_clause(); });
        case 14: return "beleid " + name() + title + clauses([&] { return policy_clause(); });
        case 15: return "aanpak " + name() + title + clauses([&] { return plan_clause(); });
        case 16: return table();
        case 17: return "voorbeeld " + plain_text() + clauses([&] { return example_clause(); });
        default:
            return pick({"signaal ", "kracht ", "kans "}) + name() + title + clauses([&] { return signal_clause(); });
    }
}

}  // namespace

std::string random_declaration(Random& random) { return Writer(random).declaration(); }
std::string random_condition(Random& random, int depth) { return Writer(random).condition(depth); }

}  // namespace wegwijzer::test
