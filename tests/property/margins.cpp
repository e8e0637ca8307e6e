// The smallest changes that end or start a signal: each one, applied, has the effect it states, and a search by brute force over
// the values that people fill in finds none smaller, and none at all where none is offered.
#include "engine/margins/search.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/margins/axis.h"
#include "engine/trace/evaluate.h"
#include "tests/support/random.h"

namespace {

using namespace wegwijzer;
using margins::Boundary;
using margins::Effect;
using margins::EventOffer;
using margins::FieldOffer;
using margins::Offer;
using margins::TimeOffer;
using model::FieldValue;
using model::Severity;
using test::Random;

// ---- packs ----------------------------------------------------------------------------------------------------------

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
  behaald    : getal in EC van 0 t/m 60
  kamers     : geheel van 15 t/m 80
  opkomst    : percentage
  reistijd   : duur
  werkt      : ja/nee
  route      : keuze uit vmbo, havo, vwo, mbo
  taalniveau : keuze uit laag, redelijk, goed oplopend
  opleiding  : tekst

reeks toets, toetsen
  datum  : datum
  vak    : tekst
  cijfer : cijfer

reeks presentie, presenties
  datum   : datum
  aandeel : percentage

reeks gesprek, gesprekken
  datum : datum
  soort : keuze uit slb, docent, decaan

kalender jaar van 2026-08-31 t/m 2027-07-09
  vakantie herfst 2026-10-19 t/m 2026-10-25
fase begin van dag 1 t/m dag 100

factor inzet
begrip recent = gemiddelde aandeel van presenties in de laatste 3 lesweken
parameter grens : percentage = 70%
parameter norm : getal in EC = 20 EC

)";

class PackWriter {
  public:
    explicit PackWriter(Random& random) : random_(random) {}

    std::string write(std::size_t signals) {
        text_ = head;
        for (std::size_t i = 0; i < signals; ++i) signal(i);
        return text_;
    }

  private:
    std::string pick(const std::vector<std::string>& options) { return options[random_.below(options.size())]; }
    std::string less() { return pick({"<", "<=", ">", ">="}); }
    std::string compare() { return pick({"<", "<=", ">", ">=", "<", "<=", ">", ">=", "=", "<>"}); }
    std::string number(std::int64_t low, std::int64_t high) { return std::to_string(random_.between(low, high)); }
    std::string period() {
        return pick({"", " in de laatste 8 weken", " in de laatste 3 weken", " in de laatste 2 lesweken",
                     " sinds de start", " in fase begin", " sinds 2026-10-01", " in de laatste 2 maanden",
                     " van 2026-09-15 t/m 2026-10-20"});
    }
    std::string test_filter() {
        return pick({"", " met cijfer < 5,5", " met cijfer >= 7", " met (vak is \"wiskunde\" en cijfer < 5,5)",
                     " met vak is \"wiskunde\"", " met (vak is niet \"taal\" of cijfer is tussen 4,5 en 6)"});
    }

    std::string comparison() {
        switch (random_.below(22)) {
            case 0: return "motivatie " + compare() + " " + number(1, 5);
            case 1: return "motivatie " + less() + " " + number(1, 4) + "," + pick({"5", "25", "3"});
            case 2: return "behaald " + compare() + " " + pick({"norm", "30 EC", "0 EC", "60 EC"});
            case 3: return "kamers " + compare() + " " + number(15, 30);
            case 4: return "opkomst " + compare() + " " + pick({"grens", "55,5%", "100%"});
            case 5: return "reistijd " + less() + " " + number(0, 4) + " dagen";
            case 6: return pick({"werkt", "niet werkt"});
            case 7: return "route " + pick({"is mbo", "is een van mbo, havo", "is niet vwo"});
            case 8: return "taalniveau " + pick({"< goed", ">= redelijk", "is laag"});
            case 9: return "opleiding " + pick({"is \"ICT\"", "is niet \"ICT\"", "is een van \"ICT\", \"Pabo\""});
            case 10: return "afspraak " + less() + " " + pick({"2026-10-15", "peildatum", "startdatum"});
            case 11: return "motivatie is tussen 2 en " + number(3, 5);
            case 12:
                return pick({"minstens ", "hoogstens ", "precies "}) + number(1, 4) + " toetsen" + test_filter() +
                       period();
            case 13: return "geen toets" + test_filter() + period();
            case 14: return "aantal toetsen" + test_filter() + period() + " " + compare() + " " + number(0, 4);
            case 15: return "recent " + less() + " " + pick({"grens", "50%", "64,5%"});
            case 16:
                return pick({"gemiddelde", "laatste", "hoogste", "laagste", "eerste"}) + " cijfer van toetsen" +
                       test_filter() + period() + " " + less() + " " + number(4, 8) + pick({",0", ",5", ",25"});
            case 17: return "gemiddelde aandeel van presenties" + period() + " " + less() + " " + number(3, 9) + "0%";
            case 18:
                return pick({"minstens 1 gesprek", "geen gesprek", "minstens 2 gesprekken"}) +
                       pick({"", " met soort is slb", " met soort is een van slb, docent"}) + period();
            case 19: return "tijd sinds laatste gesprek " + less() + " " + number(5, 40) + " dagen";
            case 20: return "som aandeel van presenties" + period() + " " + less() + " " + number(1, 4) + "00%";
            default: return "minstens 2 presenties met aandeel < grens in de laatste 4 weken";
        }
    }
    // Not two comparisons that read the same: then one change may turn both, which brute force finds as well.
    std::string condition(int depth) {
        if (depth == 0 || random_.one_in(2)) return comparison();
        const std::string one = condition(depth - 1);
        const std::string other = condition(depth - 1);
        return "(" + one + ") " + pick({"en", "of"}) + " (" + other + ")";
    }
    void signal(std::size_t number) {
        text_ += pick({"signaal", "signaal", "kracht"}) + " s" + std::to_string(number) + "\n  factor inzet\n";
        if (random_.one_in(6)) text_ += "  in fase begin\n";
        switch (random_.below(4)) {
            case 0: text_ += "  ernst hoog als " + condition(0) + "\n  ernst laag als " + condition(1) + "\n"; break;
            case 1:
                text_ += "  als minstens 2 van:\n    - " + condition(0) + "\n    - " + condition(0) + "\n    - " +
                         condition(0) + "\n";
                break;
            default: text_ += "  als " + condition(2) + "\n"; break;
        }
        if (random_.one_in(5)) text_ += "  tenzij " + condition(0) + "\n";
        text_ += "\n";
    }

    Random& random_;
    std::string text_;
};

// ---- students -------------------------------------------------------------------------------------------------------

const Date today = *parse_iso_date("2026-11-02");
const std::vector<std::string> subjects = {"wiskunde", "taal", "aardrijkskunde"};
const std::vector<std::string> programmes = {"ICT", "Pabo", "Rechten"};

Date some_day(Random& random, std::int64_t from, std::int64_t to) { return *add_days(today, random.between(from, to)); }

Cohort students(Random& random, const std::shared_ptr<const Schema>& schema, std::size_t count) {
    CohortBuilder build(schema);
    const auto field = [&](const char* name) { return schema->find_field(name); };
    for (std::size_t i = 0; i < count; ++i) {
        build.add_student("S" + std::to_string(i));
        const auto sometimes = [&] { return !random.one_in(12); };
        if (sometimes()) build.set(field("startdatum"), *parse_iso_date("2026-08-31"));
        if (sometimes()) build.set(field("afspraak"), some_day(random, -60, 20));
        if (sometimes()) build.set(field("motivatie"), Decimal::from_micros(random.between(4, 20) * 250'000));
        if (sometimes()) build.set(field("behaald"), Decimal::from_integer(random.between(0, 60)));
        if (sometimes()) build.set(field("kamers"), Decimal::from_integer(random.between(15, 30)));
        if (sometimes()) build.set(field("opkomst"), Decimal::from_micros(random.between(0, 200) * 5'000));
        if (sometimes()) build.set(field("reistijd"), Decimal::from_integer(random.between(0, 5)));
        if (sometimes()) build.set_boolean(field("werkt"), random.one_in(2));
        if (sometimes()) build.set_choice(field("route"), static_cast<std::uint32_t>(random.below(4)));
        if (sometimes()) build.set_choice(field("taalniveau"), static_cast<std::uint32_t>(random.below(3)));
        if (sometimes()) build.set_text(field("opleiding"), programmes[random.below(3)]);
        const auto row = static_cast<std::uint32_t>(i);
        const SeriesId tests = schema->find_series("toetsen");
        const SeriesId attendance = schema->find_series("presenties");
        const SeriesId talks = schema->find_series("gesprekken");
        for (const SeriesId series : {tests, attendance, talks}) build.supply(series);
        for (std::uint64_t n = random.below(5); n > 0; --n) {
            build.add_event(tests, row);
            build.set(tests, SeriesFieldId(0), some_day(random, -63, 0));
            if (sometimes()) build.set_text(tests, SeriesFieldId(1), subjects[random.below(3)]);
            if (sometimes())
                build.set(tests, SeriesFieldId(2), Decimal::from_micros(random.between(10, 100) * 100'000));
        }
        for (std::uint64_t n = random.below(6); n > 0; --n) {
            build.add_event(attendance, row);
            build.set(attendance, SeriesFieldId(0), some_day(random, -40, 0));
            build.set(attendance, SeriesFieldId(1), Decimal::from_micros(random.between(0, 100) * 10'000));
        }
        for (std::uint64_t n = random.below(3); n > 0; --n) {
            build.add_event(talks, row);
            build.set(talks, SeriesFieldId(0), some_day(random, -60, 0));
            if (sometimes()) build.set_choice(talks, SeriesFieldId(1), static_cast<std::uint32_t>(random.below(3)));
        }
    }
    return std::move(build).finish();
}

// ---- brute force ----------------------------------------------------------------------------------------------------

// What the oracle says of a whole pack, not of one signal.
std::optional<Severity> verdict(const model::RuleSet& rules, const Cohort& cohort, std::size_t student, Date day,
                                model::SignalId signal) {
    const model::SignalOutcome outcome = trace::evaluate(rules, cohort, student, day).outcome.signals[signal.index()];
    if (outcome.status == model::SignalStatus::undetermined) return std::nullopt;
    return outcome.status == model::SignalStatus::active ? outcome.severity : Severity::none;
}

struct Case {
    const model::RuleSet& rules;
    const Cohort& cohort;
    std::size_t student;
    model::SignalId signal;
    Severity now;
    std::string text;

    [[nodiscard]] const Schema& schema() const { return *rules.schema; }
    [[nodiscard]] std::optional<Severity> with(const change::Changes& changes, Date day) const {
        return verdict(rules, change::apply(cohort, student, changes), 0, day, signal);
    }
};

// Which of the effects leads from `now` to `then`.
struct Goal {
    Effect effect;
    Severity severity;
    friend auto operator<=>(const Goal&, const Goal&) = default;
};
std::optional<Goal> goal_of(Severity now, const std::optional<Severity>& then) {
    if (!then || *then == now) return std::nullopt;
    if (now == Severity::none) return Goal{Effect::starts, Severity::none};
    if (*then == Severity::none) return Goal{Effect::ends, Severity::none};
    return Goal{Effect::severity, *then};
}
Goal goal_of(const Offer& offer) {
    return {offer.effect, offer.effect == Effect::severity ? offer.severity : Severity::none};
}

std::vector<FieldValue> grid(const FieldType& type, const std::optional<FieldValue>& around) {
    std::vector<FieldValue> values;
    if (const auto axis = margins::axis_of(type)) {
        if (type.kind == FieldKind::date || (!axis->highest && type.kind == FieldKind::duration)) {
            const std::int64_t middle = around ? *margins::point_of(*around) / axis->step : 0;
            for (std::int64_t far = -100; far <= 100; ++far) {
                const std::int64_t point = (middle + far) * axis->step;
                if (axis->holds(point)) values.push_back(margins::value_at(*axis, point));
            }
            return values;
        }
        for (std::int64_t point = *axis->lowest; point <= *axis->highest; point += axis->step) {
            values.push_back(margins::value_at(*axis, point));
        }
    } else if (type.kind == FieldKind::boolean) {
        values = {true, false};
    } else if (type.kind == FieldKind::choice) {
        for (std::uint32_t i = 0; i < type.choices.size(); ++i) values.emplace_back(model::ChoiceValue{i});
    }
    return values;
}

std::int64_t distance(const FieldValue& one, const FieldValue& other) {
    const auto a = margins::point_of(one);
    const auto b = margins::point_of(other);
    return a && b ? std::llabs(*a - *b) : (one == other ? 0 : 1);
}

struct Totals {
    std::size_t signals = 0;
    std::size_t offers = 0;
    std::map<std::string, std::size_t> kinds;
};

std::string place_of(const Case& it) {
    return it.rules.signal(it.signal).name + " of student " + std::to_string(it.student);
}

// The start date that a fase or a period counts from is not up for a change.
bool counts_from_start(const std::string& text) {
    return text.find("in fase") != std::string::npos || text.find("sinds de start") != std::string::npos;
}

void check_fields(const Case& it, const std::vector<Offer>& offers, Random& random) {
    for (std::size_t i = 1; i < it.schema().student_fields.size(); ++i) {
        const FieldId field(i);
        if (field == it.schema().start && counts_from_start(it.text)) continue;
        const FieldType& type = it.schema().field(field).type;
        const auto current = change::value_of(it.cohort.columns[i], it.student);
        if (!current) continue;
        std::map<Goal, std::int64_t> best;
        std::vector<FieldValue> values = grid(type, current);
        if (type.kind == FieldKind::text) {
            for (const std::string& text : programmes) values.emplace_back(text);
            values.emplace_back("nergens genoemd");
        }
        for (const FieldValue& value : values) {
            if (value == *current) continue;
            change::Changes changes;
            changes.fields.push_back({field, value});
            const auto goal = goal_of(it.now, it.with(changes, today));
            if (!goal) continue;
            const std::int64_t far = distance(value, *current);
            const auto [at, is_new] = best.try_emplace(*goal, far);
            if (!is_new) at->second = std::min(at->second, far);
        }
        for (const auto& [goal, far] : best) {
            const auto found = std::ranges::find_if(offers, [&](const Offer& offer) {
                const auto* one = std::get_if<FieldOffer>(&offer.what);
                return one != nullptr && one->field == field && goal_of(offer) == goal;
            });
            BOOST_REQUIRE_MESSAGE(found != offers.end(),
                                  place_of(it) << ": nothing is offered for " << it.schema().field(field).name);
            const auto& wanted = std::get<FieldOffer>(found->what).wanted;
            BOOST_CHECK_MESSAGE(distance(wanted.value, *current) <= far,
                                place_of(it) << ": something smaller for " << it.schema().field(field).name);
            // All that a boundary promises.
            if (wanted.boundary != Boundary::at_least && wanted.boundary != Boundary::at_most) continue;
            const FieldValue& value = values[random.below(values.size())];
            const bool is_promised = wanted.boundary == Boundary::at_least
                                         ? margins::point_of(value) >= margins::point_of(wanted.value)
                                         : margins::point_of(value) <= margins::point_of(wanted.value);
            if (!is_promised) continue;
            change::Changes changes;
            changes.fields.push_back({field, value});
            BOOST_CHECK(goal_of(it.now, it.with(changes, today)) == goal);
        }
    }
}

change::Changes with_event(SeriesId series, std::vector<std::optional<FieldValue>> values, std::size_t count) {
    change::Changes changes;
    changes.added.assign(count, {series, std::move(values)});
    return changes;
}

// All events that people could write down on the peildatum; of the tests one subject with every grade.
std::vector<std::vector<std::optional<FieldValue>>> events_on(const Schema& schema, SeriesId id, Date day) {
    std::vector<std::vector<std::optional<FieldValue>>> events;
    const Series& series = schema.series_of(id);
    if (series.plural == "toetsen") {
        for (const std::string& subject : subjects) {
            for (const FieldValue& grade : grid(series.fields[2].type, {})) {
                events.push_back({FieldValue{day}, FieldValue{subject}, grade});
            }
        }
    } else {
        for (const FieldValue& value : grid(series.fields[1].type, {})) events.push_back({FieldValue{day}, value});
    }
    return events;
}

const EventOffer* event_offered(const std::vector<Offer>& offers, SeriesId series, const Goal& goal) {
    for (const Offer& offer : offers) {
        const auto* event = std::get_if<EventOffer>(&offer.what);
        if (event != nullptr && event->series == series && goal_of(offer) == goal) return event;
    }
    return nullptr;
}

void check_events(const Case& it, const std::vector<Offer>& offers) {
    for (const char* name : {"toetsen", "presenties", "gesprekken"}) {
        const SeriesId series = it.schema().find_series(name);
        std::map<Goal, std::set<std::size_t>> by_goal;
        std::size_t least = 1;
        for (const Offer& offer : offers) {
            const auto* event = std::get_if<EventOffer>(&offer.what);
            if (event != nullptr && event->series == series && event->day == today)
                least = std::max(least, event->count);
        }
        const auto events = events_on(it.schema(), series, today);
        for (std::size_t count = 1; count <= std::max<std::size_t>(least - 1, 1); ++count) {
            for (const auto& values : events) {
                const auto goal = goal_of(it.now, it.with(with_event(series, values, count), today));
                if (goal) by_goal[*goal].insert(count);
            }
        }
        for (const auto& [goal, counts] : by_goal) {
            const EventOffer* event = event_offered(offers, series, goal);
            BOOST_REQUIRE_MESSAGE(event != nullptr, place_of(it) << ": no event is offered in " << name);
            BOOST_CHECK_MESSAGE(event->count <= *counts.begin(), place_of(it) << ": fewer " << name
                                                                              << " do it: " << *counts.begin()
                                                                              << " instead of " << event->count);
            BOOST_CHECK_MESSAGE(event->day == today, place_of(it) << ": another day than the peildatum for " << name);
        }
    }
}

// The neighbour of a boundary has not the effect.
void check_boundary(const Case& it, const Offer& offer) {
    const auto* event = std::get_if<EventOffer>(&offer.what);
    if (event == nullptr) return;
    for (const EventOffer::Field& field : event->fields) {
        const FieldType& type = it.schema().series_of(event->series).fields[field.field.index()].type;
        const auto axis = margins::axis_of(type);
        const Boundary boundary = field.wanted.boundary;
        if (!axis || (boundary != Boundary::at_least && boundary != Boundary::at_most)) continue;
        const std::int64_t point = *margins::point_of(field.wanted.value);
        const std::int64_t floor = point / axis->step * axis->step;
        const std::int64_t next =
            boundary == Boundary::at_most ? floor + axis->step : (floor < point ? floor : point - axis->step);
        if (field.wanted.beyond) {
            // Right next to it, finer than people write.
            const std::int64_t beyond = *margins::point_of(*field.wanted.beyond);
            change::Changes finer = margins::changes_of(it.schema(), offer);
            for (change::AddedEvent& added : finer.added) {
                added.values[field.field.index()] =
                    margins::value_at(*axis, boundary == Boundary::at_most ? beyond - 1 : beyond + 1);
            }
            BOOST_CHECK(goal_of(it.now, it.with(finer, margins::day_of(offer, today))) == goal_of(offer));
        }
        if (!axis->holds(next)) continue;
        change::Changes changes = margins::changes_of(it.schema(), offer);
        for (change::AddedEvent& added : changes.added)
            added.values[field.field.index()] = margins::value_at(*axis, next);
        BOOST_CHECK_MESSAGE(goal_of(it.now, it.with(changes, margins::day_of(offer, today))) != goal_of(offer),
                            place_of(it) << ": a value less far does as well, " << next << " instead of " << point
                                         << ", " << event->count << " events on " << to_iso(event->day));
    }
}

void check_offer(const Case& it, const Offer& offer, Random& random) {
    const change::Changes changes = margins::changes_of(it.schema(), offer);
    const auto then = it.with(changes, margins::day_of(offer, today));
    BOOST_CHECK_MESSAGE(then == offer.severity && goal_of(it.now, then) == goal_of(offer),
                        place_of(it) << ": what is offered has another effect");
    if (const auto* event = std::get_if<EventOffer>(&offer.what)) {
        Offer later = offer;
        const Date last = event->until.value_or(*add_days(event->day, 100));
        const Date day = *add_days(event->day, random.between(0, days_between(event->day, last)));
        std::get<EventOffer>(later.what).day = day;
        if (event->day >= today) {
            BOOST_CHECK(goal_of(it.now, it.with(margins::changes_of(it.schema(), later), day)) == goal_of(offer));
        }
        // Wrong values of the other fields, as they are listed.
        for (const EventOffer::Field& field : event->fields) {
            for (const FieldValue& other : field.wanted.others) {
                change::Changes changed = changes;
                for (change::AddedEvent& added : changed.added) added.values[field.field.index()] = other;
                const bool reached = goal_of(it.now, it.with(changed, margins::day_of(offer, today))) == goal_of(offer);
                BOOST_CHECK(reached == (field.wanted.boundary != Boundary::other));
            }
        }
    } else if (const auto* time = std::get_if<TimeOffer>(&offer.what)) {
        for (Date day = today; day < time->day; day = *add_days(day, 1)) {
            BOOST_CHECK(it.with({}, day) == it.now);
        }
    }
    check_boundary(it, offer);
}

void check_case(const Case& it, Random& random, Totals& totals) {
    const std::vector<Offer> offers = margins::find_offers(margins::Preparations(it.rules), it.cohort, it.student,
                                                           today, it.signal, margins::Depth::full);
    ++totals.signals;
    totals.offers += offers.size();
    for (const Offer& offer : offers) {
        ++totals.kinds[std::holds_alternative<FieldOffer>(offer.what)   ? "field"
                       : std::holds_alternative<EventOffer>(offer.what) ? "event"
                                                                        : "time"];
        check_offer(it, offer, random);
    }
    check_fields(it, offers, random);
    check_events(it, offers);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(margins_laws)

BOOST_AUTO_TEST_CASE(what_is_offered_holds_and_nothing_smaller_does) {
    constexpr std::size_t wanted = test::under_sanitizers ? 200 : 1000;
    const std::uint64_t seed = test::first_seed();
    Totals totals;
    for (std::uint64_t number = seed; totals.signals < wanted; ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << number) {
            Random random(number);
            const std::string text = PackWriter(random).write(1);
            const std::string rule = text.substr(std::string(head).size());
            BOOST_TEST_CONTEXT(rule) {
                const Compilation compiled = compile({{"proef", {{"proef.regels", text}}}});
                BOOST_REQUIRE(compiled.rules);
                const model::RuleSet& rules = *compiled.rules;
                const Cohort cohort = students(random, rules.schema, 2);
                for (std::size_t student = 0; student < cohort.students; ++student) {
                    const auto now = verdict(rules, cohort, student, today, model::SignalId(0));
                    if (!now) continue;
                    check_case({rules, cohort, student, model::SignalId(0), *now, rule}, random, totals);
                }
            }
        }
    }
    BOOST_TEST_MESSAGE(totals.signals << " signals, " << totals.offers << " offers");
    // How often each comes differs from seed to seed: enough to say that it was tried.
    for (const char* kind : {"field", "event", "time"})
        BOOST_TEST(totals.kinds[kind] > wanted / 50, kind << ": " << totals.kinds[kind]);
}

BOOST_AUTO_TEST_SUITE_END()
