#include "engine/io/cell.h"

#include <boost/test/unit_test.hpp>
#include <string>

#include "tests/unit/engine/io/reading.h"

namespace wegwijzer::io::testing {
BOOST_AUTO_TEST_SUITE(cell)

namespace {

// The value of a cell of a student's field, or "! " and the Dutch reason.
std::string read(std::string_view name, const std::string& text, char mark = ',') {
    const auto with = schema();
    const Field& its = with->field(with->find_field(name));
    CellReader reader(its);
    std::string scratch;
    const Cell cell = reader.read(clean(text, scratch), mark);
    if (cell.state == Cell::State::invalid) return "! " + reader.reason().nl;
    if (cell.state == Cell::State::unknown) return "?";
    switch (its.type.kind) {
        case FieldKind::text: return std::string(cell.text);
        case FieldKind::date: return to_iso(Date::from_days(static_cast<std::int32_t>(cell.number)));
        case FieldKind::boolean: return cell.number == 1 ? "ja" : "nee";
        case FieldKind::choice: return its.type.choices[static_cast<std::size_t>(cell.number)].name;
        default: return to_text(Decimal::from_micros(cell.number), 0, '.');
    }
}

BOOST_AUTO_TEST_CASE(dates_in_two_orders_with_or_without_a_time) {
    for (const char* text :
         {"2026-09-01", "01-09-2026", "2026-09-01T14:00:00", "2026-09-01 14:00", "01-09-2026 9:05",
          "2026-09-01 09:18:27.130", "2026-09-01T14:00:00Z", "2026-09-01T14:00:00+02:00", " 2026-09-01 "}) {
        BOOST_TEST(read("startdatum", text) == "2026-09-01", text);
    }
    BOOST_TEST(read("startdatum", "") == "?");
    BOOST_TEST(read("startdatum", "29-02-2028") == "2028-02-29");
}

BOOST_AUTO_TEST_CASE(dates_that_do_not_exist_say_what_does_not) {
    BOOST_TEST(read("startdatum", "31-02-2026") == "! 31 februari bestaat niet");
    BOOST_TEST(read("startdatum", "2026-02-29") == "! 29 februari 2026 bestaat niet");
    BOOST_TEST(read("startdatum", "2026-13-01") == "! maand 13 bestaat niet");
    BOOST_TEST(read("startdatum", "2017-14-12T14:00:00") == "! maand 14 bestaat niet");
    BOOST_TEST(read("startdatum", "0000-01-01") == "! het jaar 0 bestaat niet");
    for (const char* text :
         {"1-9-2026", "01/09/2026", "1 september 2026", "20260901", "morgen", "2026-9-01", "01-09-26"}) {
        BOOST_TEST(read("startdatum", text) == "! een datum is `2026-09-01` of `01-09-2026`", text);
    }
    BOOST_TEST(read("startdatum", "2026-09-01 ochtend") == "! achter de datum staat iets anders dan een tijd");
    BOOST_TEST(read("startdatum", "2026-09-012") == "! achter de datum staat iets anders dan een tijd");
}

BOOST_AUTO_TEST_CASE(yes_and_no_in_both_languages_and_any_case) {
    for (const char* text : {"ja", "J", "YES", "y", "True", "WAAR", "1"}) BOOST_TEST(read("werkt", text) == "ja", text);
    for (const char* text : {"nee", "N", "No", "false", "Onwaar", "0"}) BOOST_TEST(read("werkt", text) == "nee", text);
    BOOST_TEST(read("werkt", "misschien") == "! schrijf `ja` of `nee`");
    BOOST_TEST(read("werkt", "2") == "! schrijf `ja` of `nee`");
}

BOOST_AUTO_TEST_CASE(numbers_with_the_mark_of_the_file) {
    BOOST_TEST(read("punten", "12,50") == "12.5");
    BOOST_TEST(read("punten", "-3") == "-3");
    BOOST_TEST(read("punten", "12.5", '.') == "12.5");
    BOOST_TEST(read("punten", "0,1234567") == "0.123457");
    BOOST_TEST(read("punten", "12.5") == "! dit bestand schrijft decimalen met een komma");
    BOOST_TEST(read("punten", "1.234,50") == "! schrijf getallen zonder scheiding van duizendtallen");
    BOOST_TEST(read("punten", "99999999999999999999") == "! het getal is te groot");
    BOOST_TEST(read("punten", "12 EC") == "! dit is geen getal");
    BOOST_TEST(read("punten", "1e3") == "! dit is geen getal");
    BOOST_TEST(read("punten", "nan") == "! dit is geen getal");
    BOOST_TEST(read("punten", "1-2") == "! dit is geen getal");
}

BOOST_AUTO_TEST_CASE(bounds_hold_for_what_is_read) {
    BOOST_TEST(read("motivatie", "1") == "1");
    BOOST_TEST(read("motivatie", "5,0") == "5");
    BOOST_TEST(read("motivatie", "0,9") == "! het ligt buiten 1 t/m 5");
    BOOST_TEST(read("motivatie", "5,1") == "! het ligt buiten 1 t/m 5");
    Field grade = field("cijfer", FieldKind::grade);
    CellReader reader(grade);
    BOOST_TEST((reader.read("10", ',').state == Cell::State::known));
    BOOST_TEST((reader.read("0,9", ',').state == Cell::State::invalid));
    BOOST_TEST(reader.reason().en == "it lies outside 1 to 10");
    BOOST_TEST((reader.read("10,1", ',').state == Cell::State::invalid));
}

BOOST_AUTO_TEST_CASE(whole_numbers_and_days_are_whole) {
    BOOST_TEST(read("pogingen", "14,0") == "14");
    BOOST_TEST(read("pogingen", "1,5") == "! het is geen heel getal");
    BOOST_TEST(read("reistijd", "28") == "28");
    BOOST_TEST(read("reistijd", "2,5") == "! het is geen heel getal");
    BOOST_TEST(read("reistijd", "4 weken") == "! dit is geen getal");
}

BOOST_AUTO_TEST_CASE(percentages_are_ratios) {
    BOOST_TEST(read("presentie", "70") == "0.7");
    BOOST_TEST(read("presentie", "70%") == "0.7");
    BOOST_TEST(read("presentie", "69,96 %") == "0.6996");
    BOOST_TEST(read("aandeel", "0,7") == "0.7");
    BOOST_TEST(read("aandeel", "70%") == "0.7");
    BOOST_TEST(read("presentie", "veel") == "! dit is geen getal");
    BOOST_TEST(read("presentie", "%") == "! dit is geen getal");
}

BOOST_AUTO_TEST_CASE(choices_go_by_how_the_data_writes_them) {
    BOOST_TEST(read("vooropleiding", "mbo") == "mbo");
    BOOST_TEST(read("vooropleiding", "HE Qualification") == "he");
    BOOST_TEST(read("vooropleiding", "he") == "! de keuze is uit `mbo`, `havo`, `HE Qualification`");
    BOOST_TEST(read("vooropleiding", "MBO") == "! bedoelt u `mbo`? hoofdletters tellen");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::io::testing
