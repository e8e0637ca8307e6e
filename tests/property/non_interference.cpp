// What a reader may not see does not show: change it in any way that leaves the advice the same, and every byte of stdout and
// stderr stays the same, in every format and for every reader (language.md section 3, "Who sees what").
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "api/run/evaluation.h"
#include "cli/run.h"
#include "dsl/compile/compile.h"
#include "engine/io/read.h"
#include "engine/trace/evaluate.h"
#include "tests/support/random.h"

namespace {

using namespace wegwijzer;
using test::Random;

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

struct Person {
    std::string mentor;
    std::string open;                  // fields everybody may see
    std::vector<std::string> tests;    // the open part of each
    std::string followups;             // open
    std::string hidden;                // fields of the second line and the own mentor
    std::vector<std::string> remarks;  // of each test
    std::vector<std::string> appointments;
    bool has_appointments = true;
    std::string consents;  // hidden
    std::string audited;   // what nobody may see
};

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

struct ReaderCase {
    std::vector<std::string> arguments;
    enum class Hidden : std::uint8_t { confidential, of_others, of_other_students, audited } hidden;
};
const std::vector<ReaderCase> readers{
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

// ---- what stays the same --------------------------------------------------------------------------------------------

// The advice of every student whom the reader gets to see, and which signals count in `signalen`: what a change of hidden
// data may show in.
std::string advice_of(const model::RuleSet& rules, const std::string& data, bool only_vries) {
    const io::ReadResult read = io::read_json(rules.schema, {"data.jsonl", data});
    std::string all;
    const Date date = *parse_iso_date("2026-11-02");
    for (std::size_t row = 0; row < read.cohort.students; ++row) {
        if (only_vries && read.cohort.columns[rules.schema->mentor.index()].text_at(row) != "Vries") continue;
        const model::StudentOutcome outcome = trace::evaluate(rules, read.cohort, row, date).outcome;
        const advise::StudentAdvice advice =
            advise::advise(rules, outcome, advise::history_of(read.cohort, row, date), date);
        std::ostringstream text;
        for (const advise::Recommendation& one : advice.recommendations) {
            text << one.intervention.value << ' ' << one.by.value << ' ' << one.priority << ' '
                 << static_cast<int>(one.consent) << ' ' << (one.due ? to_iso(*one.due) : "-") << ' '
                 << (one.not_before ? to_iso(*one.not_before) : "-") << " p";
            for (const model::PolicyId policy : one.policies) text << ' ' << policy.value;
            // Notes of hidden policies are left out; what is the same in both must not differ in kind.
            for (const advise::Note& note : one.notes) {
                // When a student refused is the student's own.
                const bool tells_day = note.day && note.kind != advise::NoteKind::consent_refused;
                text << " n" << static_cast<int>(note.kind) << (tells_day ? to_iso(*note.day) : "");
            }
            text << ';';
        }
        for (const advise::Suppression& one : advice.suppressed) {
            text << "x " << one.intervention.value << ' ' << one.policy.value << ' ' << one.cause.index();
            if (const auto* by = std::get_if<advise::OverruledBy>(&one.cause)) text << ' ' << by->policy.value;
            text << ';';
        }
        // Whether the goal is reached shows in that no step is advised any more.
        for (const advise::PlanState& plan : advice.plans) {
            text << "l " << plan.plan.value << ' ' << (plan.current_step ? *plan.current_step + 1 : 0);
            for (const model::PolicyId policy : plan.policies) text << ' ' << policy.value;
            for (const advise::StepState& step : plan.steps) {
                text << ' ' << (step.due ? to_iso(*step.due) : "-")
                     << (step.not_before ? to_iso(*step.not_before) : "-");
            }
            text << ';';
        }
        for (const model::PlanOutcome& plan : outcome.plans) {
            text << " g";
            for (const model::SignalId signal : plan.filtered_signals) text << ' ' << signal.value;
        }
        for (const model::PolicyOutcome& policy : outcome.policies) {
            text << " f";
            for (const model::SignalId signal : policy.filtered_signals) text << ' ' << signal.value;
        }
        all += text.str() + "\n";
    }
    return all;
}

class Folder {
  public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("wegwijzer-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string place(const std::string& name) const { return (path_ / name).string(); }
    // Every file in a folder, with its name.
    [[nodiscard]] std::string all_in(const std::string& name) const {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(path_ / name)) files.push_back(entry.path());
        std::ranges::sort(files);
        std::ostringstream text;
        for (const std::filesystem::path& file : files) {
            text << file.filename().string() << '\n' << std::ifstream(file, std::ios::binary).rdbuf() << '\n';
        }
        return text.str();
    }
    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        const std::filesystem::path file = path_ / name;
        std::ofstream(file, std::ios::binary) << text;
        return file.string();
    }

  private:
    std::filesystem::path path_;
};

std::string run_program(std::vector<std::string> arguments, const std::vector<std::string>& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::ostringstream out;
    std::ostringstream err;
    const int status = cli::run(arguments, {}, {out, err});
    return std::to_string(status) + "\n" + out.str() + "\n--\n" + err.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(non_interference)

BOOST_AUTO_TEST_CASE(what_a_reader_may_not_see_does_not_show) {
    const Folder folder;
    std::size_t compared = 0;
    std::size_t compared_twice = 0;
    std::size_t differing_data = 0;
    const std::uint64_t packs = test::rounds(test::under_sanitizers ? 10 : 40);
    for (std::uint64_t seed = 1; seed <= packs; ++seed) {
        Random random(seed);
        const std::string pack = PackWriter(random).write();
        const Compilation compilation = compile({{"p.regels", {{"p.regels", pack}}}});
        BOOST_TEST_CONTEXT("seed " << seed << "\n" << pack) { BOOST_TEST_REQUIRE(compilation.rules != nullptr); }
        const std::string rules = folder.write("p.regels", pack);
        const std::string other_pack = PackWriter(random).write();
        const Compilation other = compile({{"q.regels", {{"q.regels", other_pack}}}});
        BOOST_TEST_REQUIRE(other.rules != nullptr, other_pack);
        const std::string other_rules = folder.write("q.regels", other_pack);
        std::vector<Person> people;
        for (std::size_t i = 0; i < student_count; ++i) people.push_back(draw(random, i));
        const std::string before = as_json(people);
        for (const ReaderCase& reader : readers) {
            const std::string after = as_json(with_hidden_changed(random, people, reader.hidden));
            differing_data += after != before ? 1 : 0;
            const bool only_vries = std::ranges::find(reader.arguments, "--mentor") != reader.arguments.end();
            if (advice_of(*compilation.rules, before, only_vries) != advice_of(*compilation.rules, after, only_vries)) {
                continue;
            }
            ++compared;
            const bool same_by_other =
                advice_of(*other.rules, before, only_vries) == advice_of(*other.rules, after, only_vries);
            compared_twice += same_by_other ? 1 : 0;
            const bool is_own_page = reader.hidden == ReaderCase::Hidden::of_other_students;
            std::vector<std::vector<std::string>> commands;
            for (const char* format : {"table", "json", "jsonl", "csv"}) {
                commands.push_back({"evaluate", "--format", format});
            }
            for (const char* format : {"text", "json"}) {
                commands.push_back({"explain", "--student", "S1", "--format", format});
                commands.push_back({"explain", "--student", "S1", "--format", format, "--what-if", "motivatie = 2",
                                    "--what-if", "toetsen + {2026-11-09; 4}"});
            }
            commands.push_back({"explain", "--student", "S1", "--lang", "en"});
            commands.push_back({"explain", "--student", "S1", "--all"});
            commands.push_back({"evaluate", "--format", "table", "--lang", "en"});
            commands.push_back({"show", "trace", "--student", "S3"});
            commands.push_back({"show", "caseload"});
            commands.push_back({"evaluate", "--plain", "--lang", "en"});
            commands.push_back({"evaluate", "--where", "niet (motivatie < 3) of werkt"});
            commands.push_back({"explain", "--plain", "--student", "S1"});
            for (const char* asked : {"s0", "s1", "p0", "p1"}) {
                commands.push_back({"explain", "--student", "S1", "--format", "text", "--why-not", asked});
                commands.push_back({"explain", "--student", "S1", "--format", "json", "--why-not", asked});
            }
            for (const char* format : {"table", "json", "csv"}) {
                if (same_by_other) commands.push_back({"diff", "--format", format, "--with", other_rules});
            }
            // A run without --mentor shows all students to whoever reads it; the page shows one.
            if (is_own_page) std::erase_if(commands, [](const auto& command) { return command.front() != "explain"; });
            commands.push_back({"report", "--student", "S1", "--out", folder.place("report")});
            if (!is_own_page) commands.push_back({"report", "--students", "--out", folder.place("report")});
            for (std::vector<std::string>& command : commands) {
                const auto run = [&] {
                    std::string said = run_program(command, reader.arguments);
                    return command[0] == "report" ? said + folder.all_in("report") : said;
                };
                const std::string data = folder.write("data.jsonl", before);
                command.insert(command.end(), {"--rules", rules, "--data", data, "--date", "2026-11-02"});
                const std::string first = run();
                // What the reader may not see is refused as what isn't there.
                const bool may_be_refused = std::ranges::find(command, "--why-not") != command.end();
                BOOST_TEST_REQUIRE((first.front() == '0' || may_be_refused), first);
                static_cast<void>(folder.write("data.jsonl", after));
                const std::string second = run();
                BOOST_TEST_CONTEXT("seed " << seed << "\n"
                                           << pack << before << after << command[0] << ' ' << command[2]) {
                    BOOST_TEST_REQUIRE(first == second);
                }
            }
        }
    }
    // The test says something only where there is something to compare.
    BOOST_TEST(differing_data > packs * 5);
    BOOST_TEST(compared > packs);
    BOOST_TEST(compared_twice > packs / 2);
}

// Asking what if tells nothing about what the reader may not see, not even by the advice it would lead to: what is hidden
// counts in none of what is compared.
BOOST_AUTO_TEST_CASE(asking_what_if_tells_nothing_of_what_is_hidden) {
    const Folder folder;
    std::size_t differing_data = 0;
    std::size_t differing_advice = 0;
    const std::uint64_t packs = test::rounds(test::under_sanitizers ? 6 : 25);
    for (std::uint64_t seed = 1; seed <= packs; ++seed) {
        Random random(seed);
        const std::string pack = PackWriter(random).write();
        const Compilation compilation = compile({{"p.regels", {{"p.regels", pack}}}});
        BOOST_TEST_CONTEXT("seed " << seed << "\n" << pack) { BOOST_TEST_REQUIRE(compilation.rules != nullptr); }
        const std::string rules = folder.write("p.regels", pack);
        std::vector<Person> people;
        for (std::size_t i = 0; i < student_count; ++i) people.push_back(draw(random, i));
        const std::string before = as_json(people);
        for (const ReaderCase& reader : readers) {
            if (reader.hidden == ReaderCase::Hidden::of_others) continue;
            const std::string after = as_json(with_hidden_changed(random, people, reader.hidden));
            differing_data += after != before ? 1 : 0;
            differing_advice +=
                advice_of(*compilation.rules, before, false) != advice_of(*compilation.rules, after, false) ? 1 : 0;
            for (const char* format : {"text", "json"}) {
                const std::string data = folder.write("data.jsonl", before);
                const std::vector<std::string> command{"explain",
                                                       "--student",
                                                       "S1",
                                                       "--format",
                                                       format,
                                                       "--what-if",
                                                       "motivatie = 1",
                                                       "--what-if",
                                                       "toetsen + {2026-11-09; 4}",
                                                       "--rules",
                                                       rules,
                                                       "--data",
                                                       data,
                                                       "--date",
                                                       "2026-11-02"};
                const std::string first = run_program(command, reader.arguments);
                BOOST_TEST_REQUIRE((first.front() == '0'), first);
                static_cast<void>(folder.write("data.jsonl", after));
                const std::string second = run_program(command, reader.arguments);
                BOOST_TEST_CONTEXT("seed " << seed << "\n" << pack << before << after) {
                    BOOST_TEST_REQUIRE(first == second);
                }
            }
        }
    }
    BOOST_TEST(differing_data > packs * 3);
    BOOST_TEST(differing_advice > packs / 2);
}

BOOST_AUTO_TEST_SUITE_END()
