// Changes of two things at once: each pair, applied, has the effect it states and keeps what it promises of other values; no change
// of one thing has that effect; with one part kept the other can't be smaller; and where a pair is found by trying, one of the
// same two things is offered.
#include "engine/margins/pairs.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/margins/axis.h"
#include "engine/margins/search.h"
#include "tests/support/random_signal.h"

BOOST_AUTO_TEST_SUITE(margins_laws)

namespace {

using namespace wegwijzer;
using margins::Boundary;
using margins::Effect;
using margins::EventOffer;
using margins::FieldOffer;
using margins::Offer;
using margins::PairOffer;
using model::FieldValue;
using test::Random;
using test::SignalCase;

using Thing = std::variant<FieldId, SeriesId>;
using TwoThings = std::pair<Thing, Thing>;

Thing thing_of(const PairOffer::Part& part) {
    if (const auto* field = std::get_if<FieldOffer>(&part)) return field->field;
    return std::get<EventOffer>(part).series;
}

std::string name_of(const SignalCase& it, const Thing& thing) {
    if (const auto* field = std::get_if<FieldId>(&thing)) return it.schema().field(*field).name;
    return it.schema().series_of(std::get<SeriesId>(thing)).plural;
}

change::Changes both(change::Changes one, const change::Changes& other) {
    one.fields.insert(one.fields.end(), other.fields.begin(), other.fields.end());
    one.added.insert(one.added.end(), other.added.begin(), other.added.end());
    return one;
}

// What can be changed and may matter: the rule names it, it is known, and nothing counts from it.
std::vector<Thing> things_of(const SignalCase& it) {
    std::vector<Thing> things;
    for (std::size_t i = 1; i < it.schema().student_fields.size(); ++i) {
        const FieldId field(i);
        const std::string& name = it.schema().field(field).name;
        const bool stays = field == it.schema().start && test::counts_from_start(it.text);
        if (!stays && it.text.find(name) != std::string::npos && it.cohort.columns[i].is_known(it.student)) {
            things.emplace_back(field);
        }
    }
    for (const auto& [series, word] :
         {std::pair("toetsen", "toets"), {"presenties", "presentie"}, {"gesprekken", "gesprek"}}) {
        const bool by_concept = std::string(series) == "presenties" && it.text.find("recent") != std::string::npos;
        if (by_concept || it.text.find(word) != std::string::npos) things.emplace_back(it.schema().find_series(series));
    }
    return things;
}

// Every change of one thing that people could write down; of events one, and two alike.
std::vector<change::Changes> changes_of_thing(const SignalCase& it, const Thing& thing) {
    std::vector<change::Changes> all;
    if (const auto* series = std::get_if<SeriesId>(&thing)) {
        for (const std::size_t count : {1U, 2U}) {
            for (const auto& values : test::events_people_write(it.schema(), *series, test::signal_day())) {
                all.emplace_back().added.assign(count, {*series, values});
            }
        }
        return all;
    }
    const FieldId field = std::get<FieldId>(thing);
    const FieldType& type = it.schema().field(field).type;
    const auto current = change::value_of(it.cohort.columns[field.index()], it.student);
    std::vector<FieldValue> values = test::values_people_write(type, current);
    if (type.kind == FieldKind::text) {
        values.assign(test::programmes().begin(), test::programmes().end());
        values.emplace_back("nergens genoemd");
    }
    for (FieldValue& value : values) {
        if (value != *current) all.emplace_back().fields.push_back({field, std::move(value)});
    }
    return all;
}

bool reaches(const SignalCase& it, const change::Changes& changes, Effect effect) {
    const auto goal = test::goal_of(it.now, it.with(changes, test::signal_day()));
    return goal && goal->effect == effect;
}

// ---- what is offered --------------------------------------------------------------------------------------------------

// Smaller than the part, of the same thing: a nearer value, fewer events.
std::vector<change::Changes> smaller(const SignalCase& it, const PairOffer::Part& part) {
    std::vector<change::Changes> found;
    if (const auto* event = std::get_if<EventOffer>(&part)) {
        for (std::size_t count = 1; count < event->count; ++count) {
            for (const auto& values : test::events_people_write(it.schema(), event->series, test::signal_day())) {
                found.emplace_back().added.assign(count, {event->series, values});
            }
        }
        return found;
    }
    const auto& field = std::get<FieldOffer>(part);
    const auto current = change::value_of(it.cohort.columns[field.field.index()], it.student);
    for (change::Changes& one : changes_of_thing(it, field.field)) {
        if (test::distance(*one.fields.front().value, *current) < test::distance(field.wanted.value, *current)) {
            found.push_back(std::move(one));
        }
    }
    return found;
}

bool is_within(const margins::Wanted& wanted, const FieldValue& value) {
    const bool is_named = std::ranges::find(wanted.others, value) != wanted.others.end();
    switch (wanted.boundary) {
        case Boundary::exactly: return value == wanted.value || is_named;
        case Boundary::at_least: return margins::point_of(value) >= margins::point_of(wanted.value);
        case Boundary::at_most: return margins::point_of(value) <= margins::point_of(wanted.value);
        case Boundary::any: return true;
        case Boundary::other: break;
    }
    return !is_named;
}

// A value that the part promises to do as well.
PairOffer::Part promised(const SignalCase& it, PairOffer::Part part, Random& random) {
    auto* field = std::get_if<FieldOffer>(&part);
    if (field == nullptr) return part;
    std::vector<FieldValue> values;
    for (const change::Changes& one : changes_of_thing(it, field->field)) {
        if (is_within(field->wanted, *one.fields.front().value)) values.push_back(*one.fields.front().value);
    }
    if (!values.empty()) field->wanted.value = values[random.below(values.size())];
    return part;
}

void check_pair(const SignalCase& it, const Offer& offer, Random& random) {
    const auto& pair = std::get<PairOffer>(offer.what);
    const auto then = it.with(margins::changes_of(it.schema(), offer), test::signal_day());
    BOOST_CHECK_MESSAGE(then == offer.severity && reaches(it, margins::changes_of(it.schema(), offer), offer.effect),
                        it.place() << ": a pair has another effect");
    for (int i = 0; i < 5; ++i) {
        const PairOffer other{{promised(it, pair.parts[0], random), promised(it, pair.parts[1], random)}};
        BOOST_CHECK_MESSAGE(
            reaches(it, margins::changes_of(it.schema(), Offer{offer.effect, offer.severity, other}), offer.effect),
            it.place() << ": a value that a pair promises does not do it");
    }
    for (const std::size_t kept : {0U, 1U}) {
        const change::Changes other = margins::changes_of(it.schema(), pair.parts[kept]);
        for (const change::Changes& less : smaller(it, pair.parts[1 - kept])) {
            BOOST_CHECK_MESSAGE(!reaches(it, both(other, less), offer.effect),
                                it.place() << ": part " << 1 - kept << " of a pair can be smaller");
        }
    }
}

// ---- what is not offered ----------------------------------------------------------------------------------------------

void check_no_single(const SignalCase& it, const std::vector<Thing>& things, Effect effect) {
    for (const Thing& thing : things) {
        for (const change::Changes& one : changes_of_thing(it, thing)) {
            if (reaches(it, one, effect)) {
                BOOST_ERROR(it.place() << ": a pair is offered where one change does it");
                return;
            }
        }
    }
}

std::vector<change::Changes> some_of(std::vector<change::Changes> all, std::size_t most, Random& random) {
    if (all.size() <= most) return all;
    std::vector<change::Changes> some = {all.front(), all.back()};
    while (some.size() < most) some.push_back(all[random.below(all.size())]);
    return some;
}

// Combinations of two things that are found to do it where no single change does.
std::set<TwoThings> pairs_by_trying(const SignalCase& it, const std::vector<Thing>& things, Effect effect,
                                    std::size_t most, Random& random) {
    std::set<TwoThings> found;
    for (std::size_t first = 0; first < things.size(); ++first) {
        const std::size_t from = std::holds_alternative<SeriesId>(things[first]) ? first : first + 1;
        for (std::size_t second = from; second < things.size(); ++second) {
            const auto others = some_of(changes_of_thing(it, things[second]), most, random);
            for (const change::Changes& one : some_of(changes_of_thing(it, things[first]), most, random)) {
                const bool does_it = std::ranges::any_of(
                    others, [&](const change::Changes& other) { return reaches(it, both(one, other), effect); });
                if (does_it) found.insert({things[first], things[second]});
                if (does_it) break;
            }
        }
    }
    return found;
}

struct PairTotals {
    std::size_t signals = 0;
    std::size_t without_single = 0;
    std::size_t given_up = 0;
    std::map<std::string, std::size_t> kinds;
};

std::string kind_of(const PairOffer& pair) {
    const auto name = [&](std::size_t i) {
        return std::holds_alternative<FieldOffer>(pair.parts[i]) ? std::string("field") : std::string("event");
    };
    const bool is_one_series = name(0) == "event" && thing_of(pair.parts[0]) == thing_of(pair.parts[1]);
    return is_one_series ? "events of one series" : name(0) + " and " + name(1);
}

void check_pairs_of(const SignalCase& it, Random& random, PairTotals& totals) {
    const margins::Preparations preparations(it.rules);
    const std::vector<Offer> singles =
        margins::find_offers(preparations, it.cohort, it.student, test::signal_day(), it.signal, margins::Depth::full)
            .offers;
    const margins::PairsFound found =
        margins::find_pairs(preparations, it.cohort, it.student, test::signal_day(), it.signal, singles);
    ++totals.signals;
    if (!found.is_all) ++totals.given_up;
    const Effect effect = it.now == model::Severity::none ? Effect::starts : Effect::ends;
    const std::vector<Thing> things = things_of(it);
    std::set<TwoThings> offered;
    for (const Offer& offer : found.offers) {
        BOOST_REQUIRE(offer.effect == effect);
        const auto& pair = std::get<PairOffer>(offer.what);
        ++totals.kinds[kind_of(pair)];
        const bool is_new = offered.insert({thing_of(pair.parts[0]), thing_of(pair.parts[1])}).second;
        BOOST_CHECK_MESSAGE(is_new, it.place() << ": two pairs of the same two things");
        check_pair(it, offer, random);
    }
    if (!offered.empty()) check_no_single(it, things, effect);
    const bool is_single = std::ranges::any_of(singles, [&](const Offer& offer) {
        const auto* event = std::get_if<EventOffer>(&offer.what);
        const bool is_now =
            event != nullptr ? event->day == test::signal_day() : std::holds_alternative<FieldOffer>(offer.what);
        return is_now && offer.effect == effect;
    });
    if (is_single) return;
    ++totals.without_single;
    for (const TwoThings& two : pairs_by_trying(it, things, effect, 14, random)) {
        BOOST_CHECK_MESSAGE(offered.contains(two) || !found.is_all,
                            it.place() << ": " << name_of(it, two.first) << " and " << name_of(it, two.second)
                                       << " together do it, and that is not offered");
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(two_changes_at_once_hold_and_neither_can_be_smaller) {
    constexpr std::size_t wanted = test::under_sanitizers ? 150 : 1000;
    PairTotals totals;
    test::try_random_signals([&] { return totals.signals >= wanted; },
                             [&](const SignalCase& it, Random& random) { check_pairs_of(it, random, totals); });
    BOOST_TEST_MESSAGE(totals.signals << " signals, " << totals.without_single << " without a single change, "
                                      << totals.given_up << " not searched through");
    for (const char* kind : {"field and field", "field and event", "event and event", "events of one series"}) {
        BOOST_TEST_MESSAGE(kind << ": " << totals.kinds[kind]);
    }
    for (const char* kind : {"field and field", "field and event", "event and event"}) {
        BOOST_TEST(totals.kinds[kind] >= wanted / 150, kind << ": " << totals.kinds[kind]);
    }
    BOOST_TEST(totals.given_up < wanted / 50);
}

// Of a signal that asks two of very many things: what was found holds, and that it was not all is told.
BOOST_AUTO_TEST_CASE(too_many_combinations_are_told) {
    std::string text = "regelpakket proef \"Proef\"\n  versie 1\n  eigenaar \"E\"\n  doel \"D\"\n  rechtsgrond \"R\"\n";
    std::string conditions;
    text += "gegevens student\n  nr : sleutel\n  begin : datum start\n";
    for (int i = 0; i < 30; ++i) {
        const std::string name = "veld" + std::to_string(i);
        text += "  " + name + " : geheel van 0 t/m 9\n";
        conditions += "    - " + name + " > 5\n";
    }
    text += "factor inzet\nsignaal s\n  factor inzet\n  als minstens 2 van:\n" + conditions;
    const Compilation compiled = compile({{"proef", {{"proef.regels", text}}}});
    BOOST_REQUIRE(compiled.rules);
    CohortBuilder build(compiled.rules->schema);
    build.add_student("S");
    for (std::size_t i = 2; i < compiled.rules->schema->student_fields.size(); ++i) {
        build.set(FieldId(i), Decimal::from_integer(1));
    }
    const Cohort cohort = std::move(build).finish();
    const margins::PairsFound found = margins::find_pairs(margins::Preparations(*compiled.rules), cohort, 0,
                                                          test::signal_day(), model::SignalId(0), {});
    BOOST_TEST(!found.is_all);
    BOOST_TEST(!found.offers.empty());
    for (const Offer& offer : found.offers) {
        const Cohort changed = change::apply(cohort, 0, margins::changes_of(*compiled.rules->schema, offer));
        BOOST_CHECK(test::verdict(*compiled.rules, changed, 0, test::signal_day(), model::SignalId(0)) ==
                    offer.severity);
    }
}

BOOST_AUTO_TEST_SUITE_END()
