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

#include "engine/margins/axis.h"
#include "engine/trace/evaluate.h"
#include "tests/support/random_signal.h"

BOOST_AUTO_TEST_SUITE(margins_laws)

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
using test::GoalReached;
using test::Random;
using test::SignalCase;

struct Totals {
    std::size_t signals = 0;
    std::size_t offers = 0;
    std::map<std::string, std::size_t> kinds;
};

void check_fields(const SignalCase& it, const std::vector<Offer>& offers, Random& random) {
    for (std::size_t i = 1; i < it.schema().student_fields.size(); ++i) {
        const FieldId field(i);
        if (field == it.schema().start && test::counts_from_start(it.text)) continue;
        const FieldType& type = it.schema().field(field).type;
        const auto current = change::value_of(it.cohort.columns[i], it.student);
        if (!current) continue;
        std::map<GoalReached, std::int64_t> best;
        std::vector<FieldValue> values = test::values_people_write(type, current);
        if (type.kind == FieldKind::text) {
            for (const std::string& text : test::programmes()) values.emplace_back(text);
            values.emplace_back("nergens genoemd");
        }
        for (const FieldValue& value : values) {
            if (value == *current) continue;
            change::Changes changes;
            changes.fields.push_back({field, value});
            const auto goal = test::goal_of(it.now, it.with(changes, test::signal_day()));
            if (!goal) continue;
            const std::int64_t far = test::distance(value, *current);
            const auto [at, is_new] = best.try_emplace(*goal, far);
            if (!is_new) at->second = std::min(at->second, far);
        }
        for (const auto& [goal, far] : best) {
            const auto found = std::ranges::find_if(offers, [&](const Offer& offer) {
                const auto* one = std::get_if<FieldOffer>(&offer.what);
                return one != nullptr && one->field == field && test::goal_of(offer) == goal;
            });
            BOOST_REQUIRE_MESSAGE(found != offers.end(),
                                  it.place() << ": nothing is offered for " << it.schema().field(field).name);
            const auto& wanted = std::get<FieldOffer>(found->what).wanted;
            BOOST_CHECK_MESSAGE(test::distance(wanted.value, *current) <= far,
                                it.place() << ": something smaller for " << it.schema().field(field).name);
            // All that a boundary promises.
            if (wanted.boundary != Boundary::at_least && wanted.boundary != Boundary::at_most) continue;
            const FieldValue& value = values[random.below(values.size())];
            const bool is_promised = wanted.boundary == Boundary::at_least
                                         ? margins::point_of(value) >= margins::point_of(wanted.value)
                                         : margins::point_of(value) <= margins::point_of(wanted.value);
            if (!is_promised) continue;
            change::Changes changes;
            changes.fields.push_back({field, value});
            BOOST_CHECK(test::goal_of(it.now, it.with(changes, test::signal_day())) == goal);
        }
    }
}

change::Changes with_event(SeriesId series, std::vector<std::optional<FieldValue>> values, std::size_t count) {
    change::Changes changes;
    changes.added.assign(count, {series, std::move(values)});
    return changes;
}

const EventOffer* event_offered(const std::vector<Offer>& offers, SeriesId series, const GoalReached& goal) {
    for (const Offer& offer : offers) {
        const auto* event = std::get_if<EventOffer>(&offer.what);
        if (event != nullptr && event->series == series && test::goal_of(offer) == goal) return event;
    }
    return nullptr;
}

void check_events(const SignalCase& it, const std::vector<Offer>& offers) {
    for (const char* name : {"toetsen", "presenties", "gesprekken"}) {
        const SeriesId series = it.schema().find_series(name);
        std::map<GoalReached, std::set<std::size_t>> by_goal;
        std::size_t least = 1;
        for (const Offer& offer : offers) {
            const auto* event = std::get_if<EventOffer>(&offer.what);
            if (event != nullptr && event->series == series && event->day == test::signal_day())
                least = std::max(least, event->count);
        }
        const auto events = test::events_people_write(it.schema(), series, test::signal_day());
        for (std::size_t count = 1; count <= std::max<std::size_t>(least - 1, 1); ++count) {
            for (const auto& values : events) {
                const auto goal = test::goal_of(it.now, it.with(with_event(series, values, count), test::signal_day()));
                if (goal) by_goal[*goal].insert(count);
            }
        }
        for (const auto& [goal, counts] : by_goal) {
            const EventOffer* event = event_offered(offers, series, goal);
            BOOST_REQUIRE_MESSAGE(event != nullptr, it.place() << ": no event is offered in " << name);
            BOOST_CHECK_MESSAGE(event->count <= *counts.begin(), it.place() << ": fewer " << name
                                                                            << " do it: " << *counts.begin()
                                                                            << " instead of " << event->count);
            BOOST_CHECK_MESSAGE(event->day == test::signal_day(),
                                it.place() << ": another day than the peildatum for " << name);
        }
    }
}

// The neighbour of a boundary has not the effect.
void check_boundary(const SignalCase& it, const Offer& offer) {
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
            BOOST_CHECK(test::goal_of(it.now, it.with(finer, margins::day_of(offer, test::signal_day()))) ==
                        test::goal_of(offer));
        }
        if (!axis->holds(next)) continue;
        change::Changes changes = margins::changes_of(it.schema(), offer);
        for (change::AddedEvent& added : changes.added)
            added.values[field.field.index()] = margins::value_at(*axis, next);
        BOOST_CHECK_MESSAGE(
            test::goal_of(it.now, it.with(changes, margins::day_of(offer, test::signal_day()))) != test::goal_of(offer),
            it.place() << ": a value less far does as well, " << next << " instead of " << point << ", " << event->count
                       << " events on " << to_iso(event->day));
    }
}

void check_offer(const SignalCase& it, const Offer& offer, Random& random) {
    const change::Changes changes = margins::changes_of(it.schema(), offer);
    const auto then = it.with(changes, margins::day_of(offer, test::signal_day()));
    BOOST_CHECK_MESSAGE(then == offer.severity && test::goal_of(it.now, then) == test::goal_of(offer),
                        it.place() << ": what is offered has another effect");
    if (const auto* event = std::get_if<EventOffer>(&offer.what)) {
        Offer later = offer;
        const Date last = event->until.value_or(*add_days(event->day, 100));
        const Date day = *add_days(event->day, random.between(0, days_between(event->day, last)));
        std::get<EventOffer>(later.what).day = day;
        if (event->day >= test::signal_day()) {
            BOOST_CHECK(test::goal_of(it.now, it.with(margins::changes_of(it.schema(), later), day)) ==
                        test::goal_of(offer));
        }
        // Wrong values of the other fields, as they are listed.
        for (const EventOffer::Field& field : event->fields) {
            for (const FieldValue& other : field.wanted.others) {
                change::Changes changed = changes;
                for (change::AddedEvent& added : changed.added) added.values[field.field.index()] = other;
                const bool reached =
                    test::goal_of(it.now, it.with(changed, margins::day_of(offer, test::signal_day()))) ==
                    test::goal_of(offer);
                BOOST_CHECK(reached == (field.wanted.boundary != Boundary::other));
            }
        }
    } else if (const auto* time = std::get_if<TimeOffer>(&offer.what)) {
        for (Date day = test::signal_day(); day < time->day; day = *add_days(day, 1)) {
            BOOST_CHECK(it.with({}, day) == it.now);
        }
    }
    check_boundary(it, offer);
}

void check_case(const SignalCase& it, Random& random, Totals& totals) {
    const std::vector<Offer> offers = margins::find_offers(margins::Preparations(it.rules), it.cohort, it.student,
                                                           test::signal_day(), it.signal, margins::Depth::full)
                                          .offers;
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

BOOST_AUTO_TEST_CASE(what_is_offered_holds_and_nothing_smaller_does) {
    constexpr std::size_t wanted = test::under_sanitizers ? 75 : 1000;
    Totals totals;
    test::try_random_signals([&] { return totals.signals >= wanted; },
                             [&](const SignalCase& it, Random& random) { check_case(it, random, totals); });
    BOOST_TEST_MESSAGE(totals.signals << " signals, " << totals.offers << " offers");
    // How often each comes differs from seed to seed: enough to say that it was tried.
    for (const char* kind : {"field", "event", "time"})
        BOOST_TEST(totals.kinds[kind] > wanted / 50, kind << ": " << totals.kinds[kind]);
}

BOOST_AUTO_TEST_SUITE_END()
