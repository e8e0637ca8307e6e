// What a reader may not see does not show: change it in any way that leaves the advice the same, and every byte of stdout and
// stderr stays the same, in every format and for every reader (language.md section 3, "Who sees what").
#include <algorithm>
#include <array>
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
#include "tests/support/guarded_people.h"
#include "tests/support/temporary_folder.h"

BOOST_AUTO_TEST_SUITE(non_interference)

namespace {

using namespace wegwijzer;
using test::Person;
using test::Random;
using test::ReaderCase;

// ---- what stays the same --------------------------------------------------------------------------------------------

// The advice of every student whom the reader gets to see, and which signals count in `signalen`: what a change of hidden
// data may show in.
std::string advice_of(const model::RuleSet& rules, const std::string& data, bool only_vries,
                      const char* day = "2026-11-02") {
    const io::ReadResult read = io::read_json(rules.schema, {"data.jsonl", data});
    std::string all;
    const Date date = *parse_iso_date(day);
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
                // When a student refused, and whether it was withdrawn, is the student's own.
                const bool is_refusal = advise::tells_refusal(note.kind);
                const advise::NoteKind kind = is_refusal ? advise::NoteKind::consent_refused : note.kind;
                const bool tells_day = note.day && !is_refusal;
                text << " n" << static_cast<int>(kind) << (tells_day ? to_iso(*note.day) : "");
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

// Every file in a folder, with its name.
std::string all_in(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::ranges::sort(files);
    std::ostringstream text;
    for (const std::filesystem::path& file : files) {
        text << file.filename().string() << '\n' << std::ifstream(file, std::ios::binary).rdbuf() << '\n';
    }
    return text.str();
}

// Rules, and people they may say something of.
struct GuardedCase {
    GuardedCase(std::uint64_t seed, const test::TemporaryFolder& folder)
        : random(seed), pack(test::guarded_pack(random)), compilation(compile({{"p.regels", {{"p.regels", pack}}}})) {
        BOOST_TEST_REQUIRE(compilation.rules != nullptr, "seed " << seed << "\n" << pack);
        rules = folder.write("p.regels", pack);
    }
    Random random;
    std::string pack;
    Compilation compilation;
    std::string rules;  // the path of the file
};

std::string run_program(std::vector<std::string> arguments, const std::vector<std::string>& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::ostringstream out;
    std::ostringstream err;
    const int status = cli::run(arguments, {}, {out, err});
    return std::to_string(status) + "\n" + out.str() + "\n--\n" + err.str();
}

// Beside a store no data may hold what people answered.
std::string without_answers(std::vector<Person> people) {
    constexpr std::string_view answers = ",\"opvolgingen\":[],\"toestemmingen\":[]";
    for (Person& person : people) {
        person.followups.clear();
        person.consents.clear();
    }
    std::string data = as_json(people);
    for (std::size_t at = 0; (at = data.find(answers, at)) != std::string::npos;) data.erase(at, answers.size());
    return data;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_a_reader_may_not_see_does_not_show) {
    const test::TemporaryFolder folder;
    const std::string places =
        folder.write("plaatsen.csv", "rol;persoon;per week;voorbehouden\nslber;Vries;1;1\nslber;;2;\ndecaan;;1;\n");
    std::size_t compared = 0;
    std::size_t compared_twice = 0;
    std::size_t differing_data = 0;
    const std::uint64_t packs = test::rounds(test::under_sanitizers ? 3 : 40);
    for (std::uint64_t seed = 1; seed <= packs; ++seed) {
        GuardedCase guarded(seed, folder);
        auto& [random, pack, compilation, rules] = guarded;
        const std::string other_pack = test::guarded_pack(random);
        const Compilation other = compile({{"q.regels", {{"q.regels", other_pack}}}});
        BOOST_TEST_REQUIRE(other.rules != nullptr, other_pack);
        const std::string other_rules = folder.write("q.regels", other_pack);
        const std::vector<Person> people = test::draw_people(random);
        const std::string before = as_json(people);
        for (const ReaderCase& reader : test::readers()) {
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
            const bool is_student = std::ranges::find(reader.arguments, "student") != reader.arguments.end();
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
            // An agenda is not for a student.
            if (std::ranges::find(reader.arguments, "student") == reader.arguments.end()) {
                for (const char* format : {"table", "json", "csv"}) {
                    commands.push_back({"agenda", "--format", format});
                    commands.push_back({"agenda", "--format", format, "--weeks", "2", "--capacity", places});
                }
                commands.push_back({"agenda", "--plain", "--lang", "en", "--capacity", places});
            }
            for (const char* format : {"text", "json"}) {
                commands.push_back({"plan", "--student", "S1", "--format", format});
                if (!is_student) commands.push_back({"plan", "--format", format});
            }
            for (const char* asked : {"s0", "s1", "p0", "p1"}) {
                commands.push_back({"explain", "--student", "S1", "--format", "text", "--why-not", asked});
                commands.push_back({"explain", "--student", "S1", "--format", "json", "--why-not", asked});
            }
            for (const char* format : {"table", "json", "csv"}) {
                if (same_by_other) commands.push_back({"diff", "--format", format, "--with", other_rules});
            }
            // A run without --mentor shows all students to whoever reads it; the page shows one.
            if (is_own_page)
                std::erase_if(commands, [](const auto& command) {
                    return command.front() != "explain" && command.front() != "plan";
                });
            commands.push_back({"report", "--student", "S1", "--out", folder.file("report")});
            if (!is_own_page) commands.push_back({"report", "--students", "--out", folder.file("report")});
            for (std::vector<std::string>& command : commands) {
                const auto run = [&] {
                    std::string said = run_program(command, reader.arguments);
                    return command[0] == "report" ? said + all_in(folder.file("report")) : said;
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

// What an earlier run kept holds what the reader may not see; what is said beside it does not.
BOOST_AUTO_TEST_CASE(the_past_of_advice_tells_nothing_of_what_is_hidden) {
    constexpr const char* earlier_day = "2026-10-19";
    const test::TemporaryFolder folder;
    std::size_t compared = 0;
    std::size_t lapsed = 0;
    const std::uint64_t packs = test::rounds(test::under_sanitizers ? 2 : 12);
    for (std::uint64_t seed = 1; seed <= packs; ++seed) {
        GuardedCase guarded(seed, folder);
        auto& [random, pack, compilation, rules] = guarded;
        const std::vector<Person> people = test::draw_people(random);
        // Two weeks before they were others: some of the advice has lapsed since.
        std::vector<Person> people_then = people;
        std::ranges::rotate(people_then, people_then.begin() + 1);
        for (std::size_t i = 0; i < people.size(); ++i) people_then[i].mentor = people[i].mentor;
        for (const ReaderCase& reader : test::readers()) {
            if (reader.hidden == ReaderCase::Hidden::of_other_students) continue;
            const bool only_vries = std::ranges::find(reader.arguments, "--mentor") != reader.arguments.end();
            const auto same_advice = [&](const std::string& one, const std::string& other, const char* day) {
                return advice_of(*compilation.rules, one, only_vries, day) ==
                       advice_of(*compilation.rules, other, only_vries, day);
            };
            const std::array then{
                without_answers(people_then),
                without_answers(with_hidden_changed(random, people_then, reader.hidden)),
            };
            const std::array now{
                without_answers(people),
                without_answers(with_hidden_changed(random, people, reader.hidden)),
            };
            if (!same_advice(then[0], then[1], earlier_day) || !same_advice(now[0], now[1], "2026-11-02")) continue;
            ++compared;
            std::array<std::string, 2> said;
            for (std::size_t side = 0; side < 2; ++side) {
                const std::string store = folder.file("dossier.db");
                for (const char* file : {"dossier.db", "dossier.db-wal", "dossier.db-shm"}) {
                    std::filesystem::remove(folder.file(file));
                }
                std::string data = folder.write("data.jsonl", then[side]);
                const std::string kept =
                    run_program({"evaluate", "--rules", rules, "--data", data, "--date", earlier_day, "--store", store,
                                 "--keep", "--by", "X", "--format", "csv"},
                                {});
                BOOST_TEST_REQUIRE(kept.front() == '0', kept);
                data = folder.write("data.jsonl", now[side]);
                for (std::vector<std::string> command :
                     std::vector<std::vector<std::string>>{{"evaluate", "--format", "table"},
                                                           {"evaluate", "--format", "jsonl"},
                                                           {"evaluate", "--format", "csv"},
                                                           {"show", "caseload"},
                                                           {"explain", "--student", "S1", "--format", "text"},
                                                           {"explain", "--student", "S1", "--format", "json"},
                                                           {"report", "--students", "--out", folder.file("report")}}) {
                    command.insert(command.end(),
                                   {"--rules", rules, "--data", data, "--date", "2026-11-02", "--store", store});
                    said[side] += run_program(command, reader.arguments);
                    if (command[0] == "report") said[side] += all_in(folder.file("report"));
                }
            }
            lapsed += said[0].find("\"lapsed\":[{") != std::string::npos ? 1 : 0;
            BOOST_TEST_CONTEXT("seed " << seed << "\n" << pack << then[0] << then[1] << now[0] << now[1]) {
                BOOST_TEST_REQUIRE(said[0] == said[1]);
            }
        }
    }
    BOOST_TEST(compared > packs);
    BOOST_TEST(lapsed > packs / 2);
}

// Asking what if tells nothing about what the reader may not see, not even by the advice it would lead to: what is hidden
// counts in none of what is compared.
BOOST_AUTO_TEST_CASE(asking_what_if_tells_nothing_of_what_is_hidden) {
    const test::TemporaryFolder folder;
    std::size_t differing_data = 0;
    std::size_t differing_advice = 0;
    const std::uint64_t packs = test::rounds(test::under_sanitizers ? 3 : 25);
    for (std::uint64_t seed = 1; seed <= packs; ++seed) {
        GuardedCase guarded(seed, folder);
        auto& [random, pack, compilation, rules] = guarded;
        const std::vector<Person> people = test::draw_people(random);
        const std::string before = as_json(people);
        for (const ReaderCase& reader : test::readers()) {
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
