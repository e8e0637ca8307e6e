#include "tests/support/guarded_people.h"

#include "engine/base/date.h"

namespace wegwijzer::test {
namespace {

// ---- packs ----------------------------------------------------------------------------------------------------------

constexpr const char* head = R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "Dienst Studentzaken"
  doel "Begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"
  crisisroute "Bel 112."

bron B1 "Bron een"

gegevens student
  nr         : sleutel
  naam       : tekst                     naam vertrouwelijk
  mentor     : tekst                     mentor
  startdatum : datum                     start
  motivatie  : getal van 1 t/m 5
  behaald    : getal in EC
  gepland    : getal in EC               vertrouwelijk
  werkt      : ja/nee
  stress     : getal van 1 t/m 5         vertrouwelijk
  zorg       : ja/nee                    bijzonder
  vak        : tekst                     vertrouwelijk
  herkomst   : keuze uit nl, eu, overig  alleen toetsing

reeks toets, toetsen
  datum       : datum
  cijfer      : cijfer
  opmerking   : tekst   vertrouwelijk

reeks afspraak, afspraken  vertrouwelijk
  datum : datum
  soort : keuze uit slb, psycholoog

kalender jaar van 2026-08-31 t/m 2027-07-09
fase begin "Het begin" van dag 1 t/m dag 70

parameter grens "Grens" : getal = 3
  tussen 1 en 5
stel grens in op 2 voor stress > 3 omdat "rust eerst"
parameter tussenpoos "Tussenpoos" : duur = 2 weken
stel tussenpoos in op 6 weken voor stress > 3 omdat "niet te vaak"

factor inzet
rol slber "SLB'er" lijn eerste persoon mentor capaciteit 1 per week
rol decaan "Decaan" lijn tweede
rol wijk "Wijkteam" lijn extern

begrip gemiddeld "Gemiddeld" = gemiddelde cijfer van toetsen
begrip rust = stress < 3
tabel niveau "Niveau" : geheel
  trefwijze eerste
  | motivatie || punten |
  | < 3       || 2      |
  | -         || 0      |
tabel zwaarte "Zwaarte" : geheel
  trefwijze eerste
  | stress    || punten |
  | > 3       || 2      |
  | -         || 0      |

interventie praten "Een gesprek"
  door slber
  vraag "Hoe gaat het?"
  hooguit eens per tussenpoos
interventie oefenen "Oefenen"
  door slber
  pas na praten
  niet in fase begin
  pas vanaf dag 30
interventie decaan_erbij "De decaan erbij"
  door decaan
  via slber
  met toestemming
  niet samen met oefenen
interventie wijkteam "Het wijkteam"
  door wijk
  via slber
  met toestemming

aanpak steun "Steun"
  doel stress < 3
  stap 1 praten binnen 2 weken
  stap 2 oefenen na tussenpoos
  stap 3 praten in studieweek 8 t/m 12
  bespreek elke 2 weken
  grondslag "toestemming"
aanpak vooruit "Vooruit"
  doel motivatie >= 4
  stap 1 oefenen
  stap 2 decaan_erbij binnen 3 weken
  evalueer na 8 weken

)";

class PackWriter {
  public:
    explicit PackWriter(Random& random) : random_(random) {}

    std::string write() {
        text_ = head;
        signals_ = static_cast<std::size_t>(random_.between(3, 6));
        for (std::size_t i = 0; i < signals_; ++i) signal(i);
        policies_ = static_cast<std::size_t>(random_.between(2, 5));
        for (std::size_t i = 0; i < policies_; ++i) policy(i);
        return text_;
    }

  private:
    std::string pick(const std::vector<std::string>& options) { return options[random_.below(options.size())]; }

    std::string condition() {
        static const std::vector<std::string> open{"motivatie < 3",
                                                   "motivatie < grens",
                                                   "werkt",
                                                   "gemiddeld < 5,5",
                                                   "behaald / gepland < 50%",
                                                   "minstens 2 toetsen met cijfer < 5,5 in de laatste 8 weken",
                                                   "geen toets in de laatste 3 weken",
                                                   "niveau >= 2",
                                                   "langste rij toetsen met cijfer < 5,5 >= 2"};
        static const std::vector<std::string> hidden{"stress > 3",
                                                     "zorg",
                                                     "rust",
                                                     "niet zorg",
                                                     "geen afspraak in de laatste 6 weken",
                                                     "minstens 1 afspraak met soort is psycholoog",
                                                     "minstens 1 toets met opmerking is \"zwaar\"",
                                                     "aantal afspraken > 2",
                                                     "vak is \"wiskunde\"",
                                                     "stress is onbekend",
                                                     "zwaarte >= 2"};
        return pick(random_.one_in(3) ? hidden : open);
    }
    std::string inline_condition() {
        const std::string one = condition();
        if (random_.one_in(2)) return one;
        return "(" + one + ") " + pick({"en", "of"}) + " (" + condition() + ")";
    }

    void signal(std::size_t number) {
        const std::string kind = number == 0 ? "signaal" : pick({"signaal", "signaal", "kracht", "kans"});
        kinds_.push_back(kind);
        text_ += kind + " s" + std::to_string(number) + " \"Signaal " + std::to_string(number) + "\"\n  factor inzet\n";
        if (random_.one_in(3)) text_ += "  in fase begin\n";
        if (kind != "kans" && random_.one_in(2)) {
            text_ += "  ernst hoog als " + inline_condition() + "\n  ernst laag als " + inline_condition() + "\n";
        } else {
            text_ += "  als " + inline_condition() + "\n";
        }
        if (random_.one_in(4)) text_ += "  tenzij " + inline_condition() + "\n";
        text_ +=
            "  uitleg \"Waarde {" + pick({"motivatie", "gemiddeld", "aantal toetsen", "stress", "grens"}) + "}.\"\n";
        text_ += "  grondslag \"toestemming\"\n  bron B1 \"p. 1\"\n";
    }

    std::string policy_condition() {
        const std::size_t number = random_.below(signals_);
        const std::string by_name = kinds_[number] + " s" + std::to_string(number);
        switch (random_.below(5)) {
            case 0: return by_name + " of " + inline_operand();
            case 1: return by_name + " en " + inline_operand();
            case 2: return "minstens " + std::to_string(random_.between(1, 2)) + " signalen met ernst >= midden";
            default: return by_name;
        }
    }
    std::string inline_operand() { return "(" + condition() + ")"; }

    void policy(std::size_t number) {
        text_ += "beleid p" + std::to_string(number) + " \"Beleid " + std::to_string(number) + "\"\n  als " +
                 policy_condition() + "\n";
        if (random_.one_in(3)) text_ += "  tenzij " + inline_condition() + "\n";
        const bool is_plan = random_.one_in(4);
        text_ += "  adviseer " +
                 (is_plan ? pick({"steun", "vooruit"}) : pick({"praten", "oefenen", "decaan_erbij", "wijkteam"}));
        if (!is_plan && !random_.one_in(3))
            text_ += " binnen " + std::to_string(random_.between(1, 3)) + pick({" weken", " werkdagen"});
        text_ += "\n  prioriteit " + std::to_string(random_.between(1, 4)) + "\n";
        // One with spoed is overruled by nothing.
        if (number > 0 && !is_urgent_ && random_.one_in(4))
            text_ += "  gaat voor op p" + std::to_string(number - 1) + "\n";
        is_urgent_ = random_.one_in(6);
        if (is_urgent_) text_ += "  spoed\n";
        text_ += "  grondslag \"toestemming\"\n";
    }

    Random& random_;
    std::string text_;
    std::size_t signals_ = 0;
    std::size_t policies_ = 0;
    bool is_urgent_ = false;  // the policy written last
    std::vector<std::string> kinds_;
};

// ---- students -------------------------------------------------------------------------------------------------------

constexpr std::size_t student_count = 5;

std::string day(Random& random) {
    return to_iso(Date::from_days(parse_iso_date("2026-09-01")->days() + static_cast<std::int32_t>(random.below(62))));
}
std::string or_null(Random& random, std::string value) { return random.one_in(5) ? std::string("null") : value; }
std::string number(Random& random, std::int64_t low, std::int64_t high) {
    return std::to_string(random.between(low, high));
}
std::string text_of(Random& random, const std::vector<std::string>& options) {
    return "\"" + options[random.below(options.size())] + "\"";
}

void draw_hidden(Random& random, Person& person) {
    person.hidden = ",\"naam\":" + or_null(random, text_of(random, {"Sam", "Noor", "Daan"})) +
                    ",\"stress\":" + or_null(random, number(random, 1, 5)) +
                    ",\"zorg\":" + or_null(random, random.one_in(2) ? "true" : "false") +
                    ",\"gepland\":" + or_null(random, number(random, 0, 2)) +
                    ",\"vak\":" + or_null(random, text_of(random, {"wiskunde", "Wiskunde", "taal"}));
    person.remarks.clear();
    for (std::size_t i = 0; i < person.tests.size(); ++i) {
        person.remarks.push_back(or_null(random, text_of(random, {"zwaar", "Zwaar", "goed"})));
    }
    person.consents.clear();
    for (std::uint64_t i = random.below(3); i > 0; --i) {
        person.consents += (person.consents.empty() ? "" : ",") + ("{\"datum\":\"" + day(random)) +
                           "\",\"interventie\":" + text_of(random, {"decaan_erbij", "wijkteam"}) +
                           ",\"status\":" + text_of(random, {"gegeven", "geweigerd", "ingetrokken"}) + "}";
    }
    person.appointments.clear();
    person.has_appointments = !random.one_in(5);
    for (std::uint64_t i = random.below(4); i > 0; --i) {
        person.appointments.push_back("{\"datum\":" + or_null(random, "\"" + day(random) + "\"") +
                                      ",\"soort\":" + text_of(random, {"slb", "psycholoog"}) + "}");
    }
}
void draw_audited(Random& random, Person& person) { person.audited = text_of(random, {"nl", "eu", "overig"}); }

Person draw(Random& random, std::size_t index) {
    Person person;
    person.mentor = index % 2 == 0 ? "Vries" : "Jansen";
    person.open = ",\"startdatum\":" + or_null(random, text_of(random, {"2026-08-31", "2026-09-07"})) +
                  ",\"motivatie\":" + or_null(random, number(random, 1, 5)) +
                  ",\"behaald\":" + or_null(random, number(random, 0, 60)) +
                  ",\"werkt\":" + or_null(random, random.one_in(2) ? "true" : "false");
    for (std::uint64_t i = random.below(4); i > 0; --i) {
        person.tests.push_back("\"datum\":\"" + day(random) + "\",\"cijfer\":" + or_null(random, number(random, 3, 9)));
    }
    for (std::uint64_t i = random.below(3); i > 0; --i) {
        person.followups += (person.followups.empty() ? "" : ",") + ("{\"datum\":\"" + day(random)) +
                            "\",\"interventie\":" + text_of(random, {"praten", "oefenen", "decaan_erbij"}) +
                            ",\"rol\":\"slber\",\"status\":" +
                            text_of(random, {"voorgesteld", "gepland", "uitgevoerd", "afgezien", "afgerond"}) + "}";
    }
    draw_hidden(random, person);
    draw_audited(random, person);
    return person;
}

}  // namespace

std::string guarded_pack(Random& random) { return PackWriter(random).write(); }

std::vector<Person> draw_people(Random& random) {
    std::vector<Person> people;
    for (std::size_t i = 0; i < student_count; ++i) people.push_back(draw(random, i));
    return people;
}

std::string as_json(const std::vector<Person>& people) {
    std::string text;
    for (std::size_t i = 0; i < people.size(); ++i) {
        const Person& person = people[i];
        text += "{\"nr\":\"S" + std::to_string(i + 1) + "\",\"mentor\":\"" + person.mentor + "\"" + person.open +
                person.hidden + ",\"herkomst\":" + person.audited + ",\"toetsen\":[";
        for (std::size_t test = 0; test < person.tests.size(); ++test) {
            text += std::string(test > 0 ? "," : "") + "{" + person.tests[test] +
                    ",\"opmerking\":" + person.remarks[test] + "}";
        }
        text += "],\"opvolgingen\":[" + person.followups + "],\"toestemmingen\":[" + person.consents + "]";
        if (person.has_appointments) {
            text += ",\"afspraken\":[";
            for (std::size_t event = 0; event < person.appointments.size(); ++event) {
                text += (event > 0 ? "," : "") + person.appointments[event];
            }
            text += "]";
        }
        text += "}\n";
    }
    return text;
}

// ---- readers --------------------------------------------------------------------------------------------------------

const std::vector<ReaderCase>& readers() {
    static const std::vector<ReaderCase> all{
        {{}, ReaderCase::Hidden::confidential},
        {{"--role", "slber"}, ReaderCase::Hidden::confidential},
        {{"--role", "wijk"}, ReaderCase::Hidden::confidential},
        {{"--role", "slber", "--mentor", "Vries"}, ReaderCase::Hidden::confidential},
        {{"--role", "decaan"}, ReaderCase::Hidden::audited},
        {{"--mentor", "Vries"}, ReaderCase::Hidden::of_others},
        {{"--role", "student"}, ReaderCase::Hidden::audited},
        {{"--role", "student", "--mentor", "Vries"}, ReaderCase::Hidden::of_others},
        {{"--role", "student"}, ReaderCase::Hidden::of_other_students},  // the page of S1
    };
    return all;
}

std::vector<Person> with_hidden_changed(Random& random, std::vector<Person> people, ReaderCase::Hidden hidden) {
    bool changed = false;
    for (Person& person : people) {
        const bool is_others = hidden != ReaderCase::Hidden::of_others || person.mentor != "Vries";
        const bool may_change =
            is_others && (hidden != ReaderCase::Hidden::of_other_students || &person != people.data());
        if (!random.one_in(2) && changed) continue;
        changed = changed || may_change;
        draw_audited(random, person);
        if (hidden != ReaderCase::Hidden::audited && may_change) draw_hidden(random, person);
    }
    return people;
}

}  // namespace wegwijzer::test
