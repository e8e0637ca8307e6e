#include "tests/support/random_signal.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>

#include "dsl/compile/compile.h"
#include "engine/margins/axis.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::test {
namespace {

using margins::Effect;
using margins::Offer;
using model::FieldValue;
using model::Severity;

// ---- packs ----------------------------------------------------------------------------------------------------------

const std::string head = R"(regelpakket proef "Proef"
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
const std::vector<std::string> programmes_there_are = {"ICT", "Pabo", "Rechten"};

Date some_day(Random& random, std::int64_t from, std::int64_t to) { return *add_days(today, random.between(from, to)); }

}  // namespace

std::string random_signals(Random& random, std::size_t signals) { return PackWriter(random).write(signals); }
const std::string& signal_head() { return head; }
Date signal_day() { return today; }
const std::vector<std::string>& programmes() { return programmes_there_are; }

Cohort random_students(Random& random, const std::shared_ptr<const Schema>& schema, std::size_t count) {
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
        if (sometimes()) build.set_text(field("opleiding"), programmes_there_are[random.below(3)]);
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
std::string SignalCase::place() const { return rules.signal(signal).name + " of student " + std::to_string(student); }

std::optional<GoalReached> goal_of(Severity now, const std::optional<Severity>& then) {
    if (!then || *then == now) return std::nullopt;
    if (now == Severity::none) return GoalReached{Effect::starts, Severity::none};
    if (*then == Severity::none) return GoalReached{Effect::ends, Severity::none};
    return GoalReached{Effect::severity, *then};
}
GoalReached goal_of(const Offer& offer) {
    return {offer.effect, offer.effect == Effect::severity ? offer.severity : Severity::none};
}

std::vector<FieldValue> values_people_write(const FieldType& type, const std::optional<FieldValue>& around) {
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
// All events that people could write down on the peildatum; of the tests one subject with every grade.
std::vector<std::vector<std::optional<FieldValue>>> events_people_write(const Schema& schema, SeriesId id, Date day) {
    std::vector<std::vector<std::optional<FieldValue>>> events;
    const Series& series = schema.series_of(id);
    if (series.plural == "toetsen") {
        for (const std::string& subject : subjects) {
            for (const FieldValue& grade : values_people_write(series.fields[2].type, {})) {
                events.push_back({FieldValue{day}, FieldValue{subject}, grade});
            }
        }
    } else {
        for (const FieldValue& value : values_people_write(series.fields[1].type, {}))
            events.push_back({FieldValue{day}, value});
    }
    return events;
}
bool counts_from_start(const std::string& text) {
    return text.find("in fase") != std::string::npos || text.find("sinds de start") != std::string::npos;
}

void try_random_signals(const std::function<bool()>& is_enough,
                        const std::function<void(const SignalCase& it, Random& random)>& check) {
    for (std::uint64_t number = first_seed(); !is_enough(); ++number) {
        BOOST_TEST_CONTEXT("WEGWIJZER_SEED=" << number) {
            Random random(number);
            const std::string text = random_signals(random, 1);
            const std::string rule = text.substr(signal_head().size());
            BOOST_TEST_CONTEXT(rule) {
                const Compilation compiled = compile({{"proef", {{"proef.regels", text}}}});
                BOOST_REQUIRE(compiled.rules);
                const model::RuleSet& rules = *compiled.rules;
                const Cohort cohort = random_students(random, rules.schema, 2);
                for (std::size_t student = 0; student < cohort.students; ++student) {
                    const auto now = verdict(rules, cohort, student, signal_day(), model::SignalId(0));
                    if (now) check({rules, cohort, student, model::SignalId(0), *now, rule}, random);
                }
            }
        }
    }
}

}  // namespace wegwijzer::test
