// How long fifty signals take over a cohort that is made here: 100,000 students with 8 grades, 15 attendance rows and
// 2 conversations each, the same on every machine.
//
// usage: bench_cohort [--students N] [--threads N] [--repeat N] [--sample N]
//   --sample N: also runs the tracing evaluator over N students, and says how much slower it is
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/diagnostics/render.h"
#include "engine/execute/evaluate_all.h"
#include "engine/program/lower.h"
#include "engine/trace/evaluate.h"
#include "tests/support/random.h"

namespace wegwijzer::test {
namespace {

struct Settings {
    std::size_t students = 100'000;
    std::size_t threads = 1;
    std::size_t repeat = 5;
    std::size_t sample = 2'000;
};

double seconds_since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::size_t peak_bytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

double megabytes(std::size_t bytes) { return static_cast<double>(bytes) / 1e6; }

std::string read_text(const char* path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

// Fields are set by name: the pack may list them in any order.
class CohortWriter {
  public:
    CohortWriter(std::shared_ptr<const Schema> schema, std::size_t students)
        : schema_(schema), students_(students), build_(std::move(schema)) {}

    Cohort make() {
        for (std::size_t i = 0; i < students_; ++i) add_student(i);
        add_tests();
        add_attendance();
        add_conversations();
        return std::move(build_).finish();
    }

  private:
    [[nodiscard]] FieldId field(std::string_view name) const { return schema_->find_field(name); }
    static Date day(std::int64_t from_start) {
        return Date::from_days(20'696 + static_cast<std::int32_t>(from_start));  // 2026-08-31 and on
    }

    void add_student(std::size_t at) {
        build_.add_student(fmt::format("S{:07}", at));
        static constexpr std::string_view courses[] = {"ICT", "Techniek", "Zorg", "Economie"};
        build_.set_text(field("opleiding"), courses[random_.below(4)]);
        if (!random_.one_in(20))
            build_.set_choice(field("vooropleiding"), static_cast<std::uint32_t>(random_.below(4)));
        if (!random_.one_in(50)) build_.set(field("startdatum"), day(random_.one_in(10) ? 155 : 0));
        if (!random_.one_in(4)) build_.set(field("motivatie"), Decimal::from_micros(random_.between(10, 50) * 100'000));
        if (!random_.one_in(10)) build_.set(field("reistijd"), Decimal::from_integer(random_.between(5, 120)));
        if (!random_.one_in(30)) build_.set(field("behaald"), Decimal::from_integer(random_.between(0, 20)));
        if (!random_.one_in(3)) build_.set_boolean(field("werkt"), random_.one_in(2));
    }
    void add_tests() {
        static constexpr std::string_view subjects[] = {"wiskunde", "taal",  "natuurkunde", "programmeren",
                                                        "economie", "recht", "ontwerpen",   "communicatie"};
        const SeriesId series = schema_->find_series("toetsen");
        const Series& fields = schema_->series_of(series);
        for (std::uint32_t i = 0; i < students_; ++i) {
            const std::int64_t level = random_.between(45, 80);
            for (std::size_t at = 0; at < 8; ++at) {
                build_.add_event(series, i);
                build_.set(series, fields.find_field("datum"), day(random_.between(7, 150)));
                build_.set_text(series, fields.find_field("vak"), subjects[at]);
                if (random_.one_in(50)) continue;
                const std::int64_t grade = std::clamp<std::int64_t>(level + random_.between(-25, 20), 10, 100);
                build_.set(series, fields.find_field("cijfer"), Decimal::from_micros(grade * 100'000));
            }
        }
    }
    void add_attendance() {
        const SeriesId series = schema_->find_series("presenties");
        const Series& fields = schema_->series_of(series);
        for (std::uint32_t i = 0; i < students_; ++i) {
            const std::int64_t level = random_.between(40, 100);
            for (std::int64_t at = 0; at < 15; ++at) {
                build_.add_event(series, i);
                build_.set(series, fields.find_field("datum"), day(2 + at * 9));
                const std::int64_t share = std::clamp<std::int64_t>(level + random_.between(-40, 20), 0, 100);
                build_.set(series, fields.find_field("aandeel"), Decimal::from_micros(share * 10'000));
            }
        }
    }
    void add_conversations() {
        const SeriesId series = schema_->find_series("gesprekken");
        const Series& fields = schema_->series_of(series);
        for (std::uint32_t i = 0; i < students_; ++i) {
            for (std::int64_t at = 0; at < 2; ++at) {
                build_.add_event(series, i);
                build_.set(series, fields.find_field("datum"), day(random_.between(0, 140)));
                build_.set_choice(series, fields.find_field("soort"), static_cast<std::uint32_t>(random_.below(3)));
            }
        }
    }

    std::shared_ptr<const Schema> schema_;
    std::size_t students_;
    CohortBuilder build_;
    Random random_{1};
};

int run(const Settings& settings) {
    Compilation compilation =
        compile({{"vijftig", {{"tests/bench/vijftig.regels", read_text("tests/bench/vijftig.regels")}}}});
    if (!compilation.rules) {
        fmt::print(stderr, "{}", render(compilation.diagnostics, compilation.sources, RenderOptions{}));
        return 1;
    }
    const model::RuleSet& rules = *compilation.rules;
    const Date today = parse_iso_date("2027-01-15").value();

    auto begin = std::chrono::steady_clock::now();
    const program::Program program = program::lower(rules);
    fmt::print("program      {:8.2f} ms  {} instructions for {} signals\n", seconds_since(begin) * 1e3,
               program.instructions.size(), program.signals.size());

    begin = std::chrono::steady_clock::now();
    const Cohort cohort = CohortWriter(rules.schema, settings.students).make();
    fmt::print("cohort       {:8.0f} ms  {} students, {:.1f} MB\n", seconds_since(begin) * 1e3, cohort.students,
               megabytes(cohort.bytes_used()));
    const std::size_t peak_of_making = peak_bytes();

    std::vector<double> times;
    std::uint64_t hash = 0;
    std::size_t outcome_bytes = 0;
    for (std::size_t i = 0; i < settings.repeat; ++i) {
        begin = std::chrono::steady_clock::now();
        const auto table = execute::evaluate_all(program, cohort, today, {.threads = settings.threads});
        times.push_back(seconds_since(begin));
        hash = execute::hash_of(table);
        outcome_bytes = table.bytes_used();
    }
    std::ranges::sort(times);
    fmt::print("evaluation   {:8.1f} ms  {} thread(s), best of {}; median {:.1f} ms; outcome {:016x}\n",
               times.front() * 1e3, settings.threads, settings.repeat, times[times.size() / 2] * 1e3, hash);
    fmt::print(
        "memory       {:8.1f} MB  at most ({:.1f} MB while making the cohort): {:.2f} times the data; outcomes {:.1f} "
        "MB\n",
        megabytes(peak_bytes()), megabytes(peak_of_making),
        static_cast<double>(peak_bytes()) / static_cast<double>(cohort.bytes_used()), megabytes(outcome_bytes));

    if (const std::size_t sample = std::min(settings.sample, cohort.students); sample != 0) {
        const auto table = execute::evaluate_all(program, cohort, today);
        begin = std::chrono::steady_clock::now();
        std::size_t different = 0;
        for (std::size_t i = 0; i < sample; ++i)
            different += trace::evaluate(rules, cohort, i, today).outcome == execute::outcome_of(table, i) ? 0 : 1;
        const double per_student = seconds_since(begin) / static_cast<double>(sample);
        const double fast = times.front() / static_cast<double>(cohort.students);
        fmt::print("tracing      {:8.1f} us  per student, {:.2f} us here: {:.0f} times as long; {} of {} differ\n",
                   per_student * 1e6, fast * 1e6, per_student / fast, different, sample);
        if (different != 0) return 1;
    }
    return 0;
}

}  // namespace
}  // namespace wegwijzer::test

int main(int argc, char** argv) {
    wegwijzer::test::Settings settings;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view name = argv[i];
        const auto value = static_cast<std::size_t>(std::atoll(argv[i + 1]));
        if (name == "--students") settings.students = value;
        if (name == "--threads") settings.threads = value;
        if (name == "--repeat") settings.repeat = std::max<std::size_t>(value, 1);
        if (name == "--sample") settings.sample = value;
    }
    return wegwijzer::test::run(settings);
}
