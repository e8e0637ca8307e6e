// How far a value lies from where the answer turns: what the oracle answers on that value, on all nearer ones that people fill
// in, and on the days around the one on which an event leaves its window.
#include "engine/margins/distance.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <cstdlib>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/explain/margin.h"
#include "engine/margins/window_exit.h"
#include "engine/trace/evaluate.h"
#include "tests/support/random.h"

BOOST_AUTO_TEST_SUITE(distances)

namespace {

using namespace wegwijzer;
using test::Random;

constexpr const char* head = R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "Dienst Studentzaken"
  doel "Begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"

gegevens student
  nr         : sleutel
  startdatum : datum                start
  afspraak   : datum
  motivatie  : getal van 1 t/m 5
  behaald    : getal in EC
  kamers     : geheel van 15 t/m 80
  opkomst    : percentage
  reistijd   : duur
  taalniveau : keuze uit laag, redelijk, goed, uitstekend oplopend

reeks toets, toetsen
  datum  : datum
  cijfer : cijfer

reeks gesprek, gesprekken
  datum : datum

kalender jaar van 2026-08-31 t/m 2027-07-09
  vakantie herfst 2026-10-19 t/m 2026-10-25
  vakantie kerst 2026-12-21 t/m 2027-01-03

factor inzet
begrip opkomst_nu = opkomst
begrip cijfer_nu = gemiddelde cijfer van toetsen
parameter norm : getal in EC = 20 EC
parameter venster : duur = 5 weken

)";

const Date today = *parse_iso_date("2026-11-02");

// A value that the rules read, and how a record comes to hold it.
struct Subject {
    const char* words;
    std::vector<const char*> thresholds;
    std::int64_t lowest;  // what is tried, in steps; dates from the peildatum
    std::int64_t highest;
    std::int64_t steps_per_one;
    bool is_ordered_only;  // no `=` that has a difference
    std::function<void(CohortBuilder&, const Schema&, const Ratio&)> set;
};

Decimal decimal(const Ratio& point) { return *point.rounded(); }

const std::vector<Subject>& subjects() {
    const auto number = [](const char* name) {
        return [name](CohortBuilder& build, const Schema& schema, const Ratio& point) {
            build.set(schema.find_field(name), decimal(point));
        };
    };
    const auto day = [](CohortBuilder& build, const Schema& schema, const Ratio& point) {
        build.set(schema.find_field("afspraak"), Date::from_days(static_cast<std::int32_t>(point.numerator)));
    };
    const auto choice = [](CohortBuilder& build, const Schema& schema, const Ratio& point) {
        build.set_choice(schema.find_field("taalniveau"), static_cast<std::uint32_t>(point.numerator));
    };
    const auto grade = [](CohortBuilder& build, const Schema& schema, const Ratio& point) {
        const SeriesId tests = schema.find_series("toetsen");
        build.add_event(tests, 0);
        build.set(tests, SeriesFieldId(0), today);
        build.set(tests, SeriesFieldId(1), decimal(point));
    };
    const auto talks = [](CohortBuilder& build, const Schema& schema, const Ratio& point) {
        const SeriesId series = schema.find_series("gesprekken");
        for (Int128 i = 0; i < point.numerator / point.denominator; ++i) {
            build.add_event(series, 0);
            build.set(series, SeriesFieldId(0), today);
        }
    };
    static const std::vector<Subject> all = {
        {"motivatie", {"1", "2", "2,5", "3,25", "4", "5"}, 10, 50, 10, false, number("motivatie")},
        {"behaald", {"norm", "0 EC", "12,5 EC", "7,25 EC"}, -50, 300, 10, false, number("behaald")},
        {"kamers", {"15", "16", "20", "80"}, 15, 80, 1, false, number("kamers")},
        {"opkomst", {"0%", "55%", "55,5%", "100%"}, 0, 100, 100, false, number("opkomst")},
        {"opkomst_nu", {"70%", "64,25%"}, 0, 100, 100, false, number("opkomst")},
        {"reistijd", {"0 dagen", "3 dagen", "2 weken"}, 0, 20, 1, false, number("reistijd")},
        {"afspraak", {"2026-10-30", "peildatum", "startdatum"}, -80, 20, 1, false, day},
        {"taalniveau", {"redelijk", "laag", "uitstekend"}, 0, 3, 1, true, choice},
        {"cijfer_nu", {"5,5", "7", "6,75"}, 10, 100, 10, false, grade},
        {"laatste cijfer van toetsen", {"5,5", "10", "1"}, 10, 100, 10, false, grade},
        {"aantal gesprekken", {"0", "2", "1,5"}, 0, 7, 1, false, talks},
    };
    return all;
}

class Judge {
  public:
    Judge(const std::string& condition, const Subject& subject, const char* start = "  als ") : subject_(subject) {
        const std::string text = std::string(head) + "signaal s\n  factor inzet\n" + start + condition + "\n";
        Compilation compiled = compile({{"proef", {{"proef.regels", text}}}});
        BOOST_REQUIRE_MESSAGE(compiled.rules, condition);
        rules_ = std::move(compiled.rules);
    }
    [[nodiscard]] trace::Trace trace_of(const Ratio& point) const {
        CohortBuilder build(rules_->schema);
        build.add_student("S");
        build.set(rules_->schema->find_field("startdatum"), *parse_iso_date("2026-08-31"));
        for (const char* series : {"toetsen", "gesprekken"}) build.supply(rules_->schema->find_series(series));
        subject_.set(build, *rules_->schema, point);
        return trace::evaluate_signal(*rules_, std::move(build).finish(), 0, today, model::SignalId(0));
    }
    [[nodiscard]] bool answer(const Ratio& point) const {
        const trace::Trace trace = trace_of(point);
        const Tri truth = trace::truth_of(trace.step(trace.signal_levels[0][0]).value);
        BOOST_REQUIRE(truth != Tri::unknown);
        return truth == Tri::yes;
    }
    [[nodiscard]] const model::RuleSet& rules() const { return *rules_; }

  private:
    const Subject& subject_;
    std::shared_ptr<const model::RuleSet> rules_;
};

std::string condition_over(const Subject& subject, Random& random) {
    const auto threshold = [&] { return std::string(subject.thresholds[random.below(subject.thresholds.size())]); };
    static const std::vector<std::string> ops{"<", "<=", ">", ">=", "=", "<>"};
    const std::string words = subject.words;
    if (words == "aantal gesprekken" && random.one_in(2)) {
        static const std::vector<std::string> counts{"minstens 3 gesprekken", "hoogstens 2 gesprekken",
                                                     "precies 2 gesprekken", "geen gesprek", "minstens 1 gesprek"};
        return counts[random.below(counts.size())];
    }
    if (random.one_in(4) && subject.thresholds.size() > 2 && !subject.is_ordered_only) {
        std::string low = subject.thresholds[1];
        std::string high = subject.thresholds[2];
        return words + (random.one_in(2) ? " is tussen " : " is niet tussen ") + low + " en " + high;
    }
    const std::string& op = ops[random.below(subject.is_ordered_only ? 4 : ops.size())];
    const std::string other = threshold();
    // What is written there is the threshold on either side.
    const bool is_written = std::isdigit(static_cast<unsigned char>(other.front())) != 0;
    return is_written && random.one_in(4) ? other + " " + op + " " + words : words + " " + op + " " + other;
}

// The nearest point one way with another answer, among the steps and the thresholds themselves.
std::optional<Ratio> brute_turn(const Judge& judge, const std::vector<Ratio>& points, const Ratio& value, bool up) {
    const bool now = judge.answer(value);
    std::optional<Ratio> nearest;
    for (const Ratio& point : points) {
        if (up ? compare(point, value) <= 0 : compare(point, value) >= 0) continue;
        if (nearest && (up ? compare(point, *nearest) >= 0 : compare(point, *nearest) <= 0)) continue;
        if (judge.answer(point) != now) nearest = point;
    }
    return nearest;
}

std::string shown(const std::optional<Ratio>& point) {
    if (!point) return "none";
    return to_text(*point->rounded(), 0, '.');
}

void check_turns(Random& random, std::map<std::string, int>& seen) {
    const Subject& subject = subjects()[random.below(subjects().size())];
    const std::string condition = condition_over(subject, random);
    BOOST_TEST_CONTEXT(condition) {
        const Judge judge(condition, subject);
        const std::int64_t base = subject.words == std::string("afspraak") ? today.days() : 0;
        std::vector<Ratio> points;
        for (std::int64_t i = subject.lowest; i <= subject.highest; ++i) {
            points.push_back({base + i, subject.steps_per_one});
        }
        const Ratio value = points[random.below(points.size())];
        const trace::Trace trace = judge.trace_of(value);
        const auto asked = margins::asked_by(judge.rules(), trace, trace.step(trace.signal_levels[0][0]));
        BOOST_REQUIRE(asked);
        const margins::Distance& found = asked->distance;
        BOOST_CHECK(found.holds == judge.answer(value));
        BOOST_CHECK(compare(found.value, value) == 0);
        if (!found.scale.is_whole) {
            if (const auto* against = std::get_if<margins::Against>(&found.question)) {
                points.push_back(against->threshold);
            } else {
                points.push_back(std::get<margins::Within>(found.question).low);
                points.push_back(std::get<margins::Within>(found.question).high);
            }
        }
        for (const bool up : {true, false}) {
            const std::optional<Ratio> expected = brute_turn(judge, points, value, up);
            const std::optional<margins::Turn>& turn = up ? found.up : found.down;
            const std::optional<Ratio> at = turn ? std::optional(turn->at) : std::nullopt;
            BOOST_CHECK_MESSAGE(shown(expected) == shown(at), "value " << shown(value) << (up ? ", up" : ", down")
                                                                       << ": expected " << shown(expected) << ", found "
                                                                       << shown(at));
            ++seen[std::string(up ? "up " : "down ") + (turn ? (found.holds ? "ends" : "starts") : "none")];
            if (!turn) continue;
            BOOST_CHECK(compare(*margins::difference(turn->at, value), turn->by) == 0);
            BOOST_CHECK((turn->by.numerator > 0) == up);
        }
        const auto above = margins::difference(found.value, found.threshold);
        BOOST_CHECK(above && compare(*above, found.above) == 0);
    }
}

// ---- levels of ernst ------------------------------------------------------------------------------------------------

void check_levels(Random& random, std::map<std::string, int>& seen) {
    const Subject& grade = subjects()[8];
    const auto level = [&] {
        static const std::vector<std::string> ops{"<", "<=", ">", ">="};
        static const std::vector<std::string> wholes{"3", "4", "5,5", "6,25", "8"};
        return std::string(random.one_in(2) ? "cijfer_nu " : "gemiddelde cijfer van toetsen ") +
               (random.one_in(4) ? "is tussen 4 en 7" : ops[random.below(4)] + " " + wholes[random.below(5)]);
    };
    const std::string rule =
        level() + "\n  ernst midden als " + level() + (random.one_in(2) ? "" : "\n  ernst laag als " + level());
    BOOST_TEST_CONTEXT(rule) {
        const Judge judge(rule, grade, "  ernst hoog als ");
        std::vector<Ratio> points;
        for (std::int64_t i = grade.lowest; i <= grade.highest; ++i) points.push_back({i, 10});
        points.push_back({25, 4});
        const Ratio value = points[random.below(points.size())];
        const auto severity_on = [&](const Ratio& point) {
            const model::SignalOutcome outcome = judge.trace_of(point).outcome.signals[0];
            return outcome.status == model::SignalStatus::active ? outcome.severity : model::Severity::none;
        };
        const auto margin = explain::severity_margin_of(judge.rules(), judge.trace_of(value), model::SignalId(0));
        BOOST_REQUIRE(margin);
        const model::Severity now = severity_on(value);
        for (const bool higher : {true, false}) {
            std::optional<Ratio> nearest;  // how far
            for (const Ratio& point : points) {
                const model::Severity there = severity_on(point);
                if (there == now || (there > now) != higher) continue;
                Ratio far = *margins::difference(point, value);
                if (far.numerator < 0) far.numerator = -far.numerator;
                if (!nearest || compare(far, *nearest) < 0) nearest = far;
            }
            const std::optional<explain::SeverityTurn>& turn = higher ? margin->higher : margin->lower;
            BOOST_REQUIRE_MESSAGE(turn.has_value() == nearest.has_value(), "value " << shown(value));
            ++seen[turn ? (higher ? "higher" : "lower") : "none"];
            if (!turn) continue;
            BOOST_CHECK(severity_on(turn->turn.at) == turn->severity);
            Ratio far = turn->turn.by;
            if (far.numerator < 0) far.numerator = -far.numerator;
            BOOST_CHECK_MESSAGE(compare(far, *nearest) == 0, "value " << shown(value) << ": " << shown(nearest));
        }
    }
}

// ---- windows --------------------------------------------------------------------------------------------------------

void check_window(Random& random, std::map<std::string, int>& seen) {
    const auto pick = [&](const std::vector<std::string>& options) { return options[random.below(options.size())]; };
    const std::string window = " in de laatste " +
                               pick({"10 dagen", "3 weken", "4 lesweken", "15 werkdagen", "2 maanden", "venster"}) +
                               pick({"", "", ", binnen dit studiejaar"});
    const std::string condition = pick({"minstens 2 toetsen", "geen toets", "hoogstens 1 toets", "precies 2 toetsen"}) +
                                  pick({"", " met cijfer < 5,5"}) + window;
    const std::string average = "gemiddelde cijfer van toetsen" + window + " < 5,5";
    const std::string written = random.one_in(4) ? average : condition;
    BOOST_TEST_CONTEXT(written) {
        const std::string text = std::string(head) + "signaal s\n  factor inzet\n  als " + written + "\n";
        const Compilation compiled = compile({{"proef", {{"proef.regels", text}}}});
        BOOST_REQUIRE(compiled.rules);
        const model::RuleSet& rules = *compiled.rules;
        CohortBuilder build(rules.schema);
        build.add_student("S");
        const SeriesId tests = rules.schema->find_series("toetsen");
        build.supply(tests);
        for (std::uint64_t n = random.below(6); n > 0; --n) {
            build.add_event(tests, 0);
            build.set(tests, SeriesFieldId(0), *add_days(today, random.between(-70, 0)));
            build.set(tests, SeriesFieldId(1), Decimal::from_micros(random.between(10, 100) * 100'000));
        }
        const Cohort cohort = std::move(build).finish();
        const auto on = [&](Date day) { return trace::evaluate_signal(rules, cohort, 0, day, model::SignalId(0)); };
        const auto truth = [](const trace::Trace& trace) {
            return trace::truth_of(trace.step(trace.signal_levels[0][0]).value);
        };
        const trace::Trace trace = on(today);
        const trace::Step& step = trace.step(trace.signal_levels[0][0]);
        const auto asked = margins::asked_by(rules, trace, step);
        if (!asked) return;  // the average of nothing
        const auto exit = margins::window_exit(rules, cohort, 0, today, trace, step, *asked);
        ++seen[exit ? "leaves" : "nothing counts"];
        const auto events_of = [](const trace::Trace& any) {
            for (const trace::Step& one : any.steps) {
                if (!one.events.empty()) return one.events;
            }
            return std::vector<trace::EventSeen>{};
        };
        const Column& dates = cohort.series[tests.index()].columns[0];
        const auto counted = [&](Date day) {
            std::vector<Date> days;
            for (const trace::EventSeen& event : events_of(on(day))) {
                if (event.passes == Tri::yes && event.in_period == Tri::yes) days.push_back(dates.date_at(event.row));
            }
            std::ranges::sort(days);
            return days;
        };
        const std::vector<Date> now = counted(today);
        BOOST_CHECK(exit.has_value() == !now.empty());
        if (!exit || now.empty()) return;
        BOOST_CHECK(exit->events == now.size() && exit->oldest == now.front());
        BOOST_CHECK(exit->leaving > 0);
        for (Date day = today; day <= exit->counts_through; day = *add_days(day, 1)) BOOST_CHECK(counted(day) == now);
        BOOST_CHECK(counted(*add_days(exit->counts_through, 1)).size() == now.size() - exit->leaving);
        if (written == average) return;
        std::optional<Date> turns;
        for (Date day = today; !turns && day < *parse_iso_date("2027-03-01"); day = *add_days(day, 1)) {
            if (truth(on(day)) != truth(trace)) turns = day;
        }
        BOOST_CHECK_MESSAGE(turns == exit->turns_on, "turns " << (turns ? to_iso(*turns) : "never") << ", found "
                                                              << (exit->turns_on ? to_iso(*exit->turns_on) : "never"));
        ++seen[turns ? "turns" : "stays"];
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_answer_turns_there_and_not_before) {
    const std::uint64_t seed = test::first_seed();
    std::map<std::string, int> seen;
    const std::uint64_t wanted = test::under_sanitizers ? 100 : 600;
    for (std::uint64_t number = seed; number < seed + wanted; ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << number) {
            Random random(number);
            check_turns(random, seen);
        }
    }
    for (const char* kind : {"up ends", "up starts", "up none", "down ends", "down starts", "down none"}) {
        BOOST_TEST(seen[kind] > 0, kind);
    }
}

BOOST_AUTO_TEST_CASE(the_ernst_turns_there_and_not_before) {
    const std::uint64_t seed = test::first_seed();
    std::map<std::string, int> seen;
    const std::uint64_t wanted = test::under_sanitizers ? 30 : 150;
    for (std::uint64_t number = seed; number < seed + wanted; ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << number) {
            Random random(number);
            check_levels(random, seen);
        }
    }
    for (const char* kind : {"higher", "lower", "none"}) BOOST_TEST(seen[kind] > 0, kind);
}

BOOST_AUTO_TEST_CASE(an_event_leaves_its_window_on_that_day) {
    const std::uint64_t seed = test::first_seed();
    std::map<std::string, int> seen;
    const std::uint64_t wanted = test::under_sanitizers ? 60 : 300;
    for (std::uint64_t number = seed; number < seed + wanted; ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << number) {
            Random random(number);
            check_window(random, seen);
        }
    }
    for (const char* kind : {"leaves", "nothing counts", "turns", "stays"}) BOOST_TEST(seen[kind] > 0, kind);
}

BOOST_AUTO_TEST_SUITE_END()
