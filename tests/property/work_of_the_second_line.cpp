// What crosses from the second line to the first is whether there was contact, and no content: change what the second line recorded
// in any way that leaves the advice and the contact the same, and `plan` says the same to the byte to everybody but the second line
// and the student; so does an agenda, of which no byte depends on what they planned or wrote down. Who may read it, reads it.
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/run.h"
#include "dsl/compile/compile.h"
#include "engine/advise/advice.h"
#include "engine/io/read.h"
#include "engine/trace/evaluate.h"
#include "tests/support/random.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(work_of_the_second_line)

namespace {

constexpr const char* rules_text = R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "Dienst Studentzaken"
  doel "Begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"

gegevens student
  nr         : sleutel
  mentor     : tekst mentor
  startdatum : datum start
  motivatie  : getal van 1 t/m 5

kalender jaar van 2026-08-31 t/m 2027-07-09

rol slber  "SLB'er" lijn eerste persoon mentor
rol decaan "Decaan" lijn tweede
rol wijk   "Wijkteam" lijn extern

interventie praten
  door slber
interventie naar_decaan
  door decaan
  via slber
  met toestemming
interventie naar_wijk
  door wijk
  via slber
  zonder toestemming
  motivering "De student meldt zich er zelf."
interventie los
  door decaan
  via slber
  met toestemming

aanpak samen
  doel motivatie >= 4
  stap 1 praten binnen 1 week
  stap 2 naar_decaan binnen 3 weken
  stap 3 naar_wijk na 4 weken
  stap 4 naar_decaan na 6 weken
  bespreek elke 2 weken
  evalueer na 8 weken

beleid altijd
  als motivatie < 5
  adviseer samen
beleid erbij
  als motivatie < 3
  adviseer los
)";

struct RecordedRow {
    std::string date;
    std::string intervention;
    std::string role;
    std::string status;
    std::string planned_on;
    std::string outcome;

    [[nodiscard]] bool is_of_second_line() const { return role == "decaan" || role == "wijk"; }
    [[nodiscard]] bool is_contact() const {
        return is_of_second_line() && (status == "uitgevoerd" || status == "afgerond");
    }
};

std::string any_of(Random& random, const std::vector<std::string>& options) {
    return options[random.below(options.size())];
}
std::string any_day(Random& random) {
    return to_iso(Date::from_days(parse_iso_date("2026-09-01")->days() + static_cast<std::int32_t>(random.below(60))));
}

void draw_content(Random& random, RecordedRow& row) {
    row.status = any_of(random, {"voorgesteld", "gepland", "uitgevoerd", "afgezien", "afgerond"});
    row.planned_on = random.one_in(2) ? any_day(random) : "";
    row.outcome = any_of(random, {"", "schulden", "verhuizing", "uitgesteld", "niet van toepassing"});
}

std::vector<RecordedRow> draw_rows(Random& random) {
    std::vector<RecordedRow> rows;
    // The first step is the first line's, so that the plan begins on a day that everybody may know.
    RecordedRow first{"2026-09-02", "praten", "slber", "uitgevoerd", "", "eerste gesprek"};
    if (!random.one_in(8)) rows.push_back(first);
    for (std::uint64_t i = random.below(6); i > 0; --i) {
        RecordedRow row;
        row.date = any_day(random);
        row.intervention = any_of(random, {"naar_decaan", "naar_decaan", "naar_wijk", "los"});
        row.role = any_of(random, {"slber", "decaan", "wijk"});
        draw_content(random, row);
        if (random.one_in(2) && row.role == "slber") row.status = "voorgesteld";
        rows.push_back(row);
    }
    return rows;
}

std::string line_of(const std::vector<RecordedRow>& rows, const std::string& consent) {
    std::string text = R"({"nr":"S1","mentor":"Vries","startdatum":"2026-08-31","motivatie":2,"opvolgingen":[)";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RecordedRow& row = rows[i];
        text += std::string(i > 0 ? "," : "") + R"({"datum":")" + row.date + R"(","interventie":")" + row.intervention +
                "\"" + (row.role.empty() ? "" : R"(,"rol":")" + row.role + "\"") + R"(,"status":")" + row.status + "\"";
        if (!row.planned_on.empty()) text += R"(,"gepland_op":")" + row.planned_on + "\"";
        if (!row.outcome.empty()) text += R"(,"uitkomst":")" + row.outcome + "\"";
        text += "}";
    }
    return text + R"(],"toestemmingen":[)" + consent + "]}\n";
}

// The advice, and per finished round of each interventie whether the second line had contact in it, told a second time.
struct Crossing {
    advise::StudentAdvice advice;
    std::vector<std::string> contacts;
    friend bool operator==(const Crossing&, const Crossing&) = default;
};
Crossing crossing_of(const model::RuleSet& rules, const std::string& data, std::vector<RecordedRow> rows,
                     Date reference_date) {
    const io::ReadResult read = io::read_json(rules.schema, {"data.jsonl", data});
    const model::StudentOutcome outcome = trace::evaluate(rules, read.cohort, 0, reference_date).outcome;
    Crossing crossing;
    crossing.advice =
        advise::advise(rules, outcome, advise::history_of(read.cohort, 0, reference_date), reference_date);
    // Whether the student refused or withdrew is the student's own, as is the day. (Nothing here is urgent.)
    for (advise::Suppression& one : crossing.advice.suppressed) {
        if (auto* refused = std::get_if<advise::ConsentRefused>(&one.cause)) refused->status = ConsentStatus::refused;
    }
    std::ranges::stable_sort(rows, {}, &RecordedRow::date);
    for (const char* intervention : {"naar_decaan", "naar_wijk", "los"}) {
        std::string story;
        for (const RecordedRow& row : rows) {
            if (row.intervention != intervention || row.date > to_iso(reference_date)) continue;
            const bool is_end = row.status == "uitgevoerd" || row.status == "afgezien" || row.status == "afgerond";
            // What the first line recorded is no secret, nor of which round it is: before or after which end.
            const char* own = is_end ? "f" : "o";
            const char* theirs = row.is_contact() ? "c" : is_end ? "e" : "";
            story += row.is_of_second_line() ? theirs : own;
        }
        crossing.contacts.push_back(std::move(story));
    }
    return crossing;
}

class Place {
  public:
    Place() : path_(std::filesystem::temp_directory_path() / ("wegwijzer-plan-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Place() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return (path_ / name).string();
    }

  private:
    std::filesystem::path path_;
};

std::string said_by(std::vector<std::string> arguments, const std::vector<std::string>& reader) {
    arguments.insert(arguments.end(), reader.begin(), reader.end());
    std::ostringstream out;
    std::ostringstream err;
    const int status = cli::run(arguments, {}, {out, err});
    return std::to_string(status) + "\n" + out.str() + "\n--\n" + err.str();
}

}  // namespace

BOOST_AUTO_TEST_CASE(only_whether_there_was_contact_crosses) {
    const Place place;
    const Compilation compilation = compile({{"p.regels", {{"p.regels", rules_text}}}});
    BOOST_TEST_REQUIRE(compilation.rules != nullptr);
    const std::string rules = place.write("p.regels", rules_text);
    const Date reference_date = *parse_iso_date("2026-11-02");
    const std::vector<std::vector<std::string>> others{
        {}, {"--role", "slber"}, {"--role", "wijk"}, {"--mentor", "Vries"}, {"--mentor", "Vries", "--role", "decaan"}};
    std::size_t compared = 0;
    std::size_t differs_for_second_line = 0;
    const std::uint64_t all = rounds(under_sanitizers ? 60 : 400);
    for (std::uint64_t seed = first_seed(), end = seed + all; seed < end; ++seed) {
        Random random(seed);
        std::vector<RecordedRow> rows = draw_rows(random);
        const std::string consent = random.one_in(3)
                                        ? R"({"datum":"2026-09-09","interventie":"naar_decaan","status":"gegeven"})"
                                        : R"({"datum":"2026-09-09","interventie":"naar_decaan","status":"geweigerd"})";
        const std::string before = line_of(rows, consent);
        const Crossing first = crossing_of(*compilation.rules, before, rows, reference_date);
        bool is_changed = false;
        for (RecordedRow& row : rows) {
            if (!row.is_of_second_line()) continue;
            const std::string status = row.status;
            draw_content(random, row);
            if (random.one_in(2)) row.status = status;
            if (random.one_in(2)) row.date = any_day(random);
            is_changed = true;
        }
        if (!is_changed) continue;
        const std::string other_consent =
            consent.find("gegeven") != std::string::npos
                ? R"({"datum":"2026-09-20","interventie":"naar_decaan","status":"gegeven"})"
                : R"({"datum":"2026-09-20","interventie":"naar_decaan","status":"ingetrokken"})";
        const std::string after = line_of(rows, other_consent);
        if (!(crossing_of(*compilation.rules, after, rows, reference_date) == first)) continue;
        ++compared;
        for (const std::vector<std::string>& reader : others) {
            for (const char* language : {"nl", "en"}) {
                for (const char* format : {"text", "json"}) {
                    for (const bool is_one : {true, false}) {
                        const std::string data = place.write("data.jsonl", before);
                        std::vector<std::string> command{"plan",       "--rules",  rules,  "--data", data,    "--date",
                                                         "2026-11-02", "--format", format, "--lang", language};
                        if (is_one) command.insert(command.end(), {"--student", "S1"});
                        const std::string told = said_by(command, reader);
                        BOOST_TEST_REQUIRE(told.front() == '0', told);
                        static_cast<void>(place.write("data.jsonl", after));
                        BOOST_TEST_CONTEXT("seed " << seed << "\n" << before << after) {
                            BOOST_TEST_REQUIRE(told == said_by(command, reader));
                        }
                    }
                }
            }
        }
        for (const char* role : {"decaan", "student"}) {
            const std::string data = place.write("data.jsonl", before);
            const std::vector<std::string> command{"plan",       "--rules",   rules, "--data", data, "--date",
                                                   "2026-11-02", "--student", "S1",  "--role", role};
            const std::string told = said_by(command, {});
            static_cast<void>(place.write("data.jsonl", after));
            differs_for_second_line += told != said_by(command, {}) ? 1 : 0;
        }
    }
    BOOST_TEST(compared > all / 10);
    BOOST_TEST(differs_for_second_line > compared);  // of two each
}

// An agenda holds appointments: of what the second line planned, or wrote down, no byte of it depends but for the second line. A
// row without a role is of who carries the interventie out.
BOOST_AUTO_TEST_CASE(an_agenda_tells_no_day_and_no_outcome_of_theirs) {
    const Place place;
    const std::string rules = place.write("p.regels", rules_text);
    const std::vector<std::vector<std::string>> others{
        {}, {"--role", "slber"}, {"--role", "wijk"}, {"--mentor", "Vries"}, {"--mentor", "Vries", "--role", "decaan"}};
    const auto is_theirs = [](const RecordedRow& row) {
        return row.is_of_second_line() || (row.role.empty() && row.intervention != "praten");
    };
    std::size_t compared = 0;
    std::size_t differs_for_second_line = 0;
    const std::uint64_t all = rounds(under_sanitizers ? 10 : 40);
    for (std::uint64_t seed = first_seed(), end = seed + all; seed < end; ++seed) {
        Random random(seed);
        std::vector<RecordedRow> rows = draw_rows(random);
        for (std::uint64_t i = 1 + random.below(5); i > 0; --i) {
            RecordedRow& row = rows.emplace_back();
            row.date = any_day(random);
            row.intervention = any_of(random, {"praten", "naar_decaan", "los", "los"});
            row.role = any_of(random, {"", "slber", "decaan", "wijk"});
            draw_content(random, row);
            if (!random.one_in(4)) row.status = "gepland";
        }
        const std::string before = line_of(rows, "");
        bool is_changed = false;
        for (RecordedRow& row : rows) {
            if (!is_theirs(row)) continue;
            const std::string status = row.status;
            draw_content(random, row);
            row.status = status;
            is_changed = true;
        }
        if (!is_changed) continue;
        ++compared;
        const std::string after = line_of(rows, "");
        const auto told_of = [&](const std::string& line, const std::vector<std::string>& reader, const char* format,
                                 const char* language) {
            const std::string data = place.write("data.jsonl", line);
            return said_by({"agenda", "--rules", rules, "--data", data, "--date", "2026-09-14", "--weeks", "8",
                            "--format", format, "--lang", language},
                           reader);
        };
        for (const std::vector<std::string>& reader : others) {
            for (const char* language : {"nl", "en"}) {
                for (const char* format : {"table", "csv", "json"}) {
                    const std::string told = told_of(before, reader, format, language);
                    BOOST_TEST_REQUIRE(told.front() == '0', told);
                    BOOST_TEST_CONTEXT("seed " << seed << "\n" << before << after) {
                        BOOST_TEST_REQUIRE(told == told_of(after, reader, format, language));
                    }
                }
            }
        }
        const std::vector<std::string> second_line{"--role", "decaan"};
        const bool is_same = told_of(before, second_line, "json", "nl") == told_of(after, second_line, "json", "nl");
        differs_for_second_line += is_same ? 0 : 1;
    }
    if (under_sanitizers) return;  // too few packs there
    BOOST_TEST(compared > all / 2);
    BOOST_TEST(differs_for_second_line > all / 10);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
