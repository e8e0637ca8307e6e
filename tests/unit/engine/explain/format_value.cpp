#include "engine/explain/format_value.h"

#include <boost/test/unit_test.hpp>

#include "engine/explain/reader.h"

namespace {

using namespace wegwijzer;
using explain::format_value;
using model::ValueKind;

std::string shown(ValueKind kind, std::int64_t micros, std::vector<std::int64_t> thresholds = {},
                  Language language = Language::nl, std::string unit = {}) {
    const model::RuleSet rules;
    model::ValueType type;
    type.kind = kind;
    type.unit = std::move(unit);
    std::vector<Ratio> ratios;
    for (const std::int64_t threshold : thresholds) ratios.push_back(Ratio::of(Decimal::from_micros(threshold)));
    return format_value(rules, Decimal::from_micros(micros), type, language, ratios);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shown_values)

BOOST_AUTO_TEST_CASE(decimals_by_type) {
    BOOST_TEST(shown(ValueKind::grade, 4'000'000) == "4,0");
    BOOST_TEST(shown(ValueKind::grade, 5'460'000) == "5,5");
    BOOST_TEST(shown(ValueKind::grade, 4'000'000, {}, Language::en) == "4.0");
    BOOST_TEST(shown(ValueKind::percentage, 623'000) == "62,3%");
    BOOST_TEST(shown(ValueKind::percentage, 620'000) == "62%");
    BOOST_TEST(shown(ValueKind::points, -150'000) == "-15 procentpunt");
    BOOST_TEST(shown(ValueKind::points, 10'000, {}, Language::en) == "1 percentage point");
    BOOST_TEST(shown(ValueKind::number, 1'005'000) == "1");
    BOOST_TEST(shown(ValueKind::number, 12'500'000, {}, Language::nl, "euro") == "12,5 euro");
    BOOST_TEST(shown(ValueKind::number, 12'500'000, {}, Language::nl, "uur") == "12,5 uur");
    BOOST_TEST(shown(ValueKind::number, 12'500'000, {}, Language::en, "uur") == "12.5 hours");
    BOOST_TEST(shown(ValueKind::duration, 1'000'000) == "1 dag");
    BOOST_TEST(shown(ValueKind::duration, 28'000'000, {}, Language::en) == "28 days");
}

BOOST_AUTO_TEST_CASE(half_to_even) {
    BOOST_TEST(shown(ValueKind::grade, 5'450'000) == "5,4");
    BOOST_TEST(shown(ValueKind::grade, 5'550'000) == "5,6");
    BOOST_TEST(shown(ValueKind::number, -1'005'000) == "-1");
    BOOST_TEST(shown(ValueKind::number, 9'999'000) == "10");
    BOOST_TEST(shown(ValueKind::number, -4'000) == "0");
}

BOOST_AUTO_TEST_CASE(never_on_or_across_a_threshold) {
    BOOST_TEST(shown(ValueKind::grade, 5'460'000, {5'500'000}) == "5,46");
    BOOST_TEST(shown(ValueKind::grade, 5'500'000, {5'500'000}) == "5,5");
    BOOST_TEST(shown(ValueKind::percentage, 699'600, {700'000}) == "69,96%");
    BOOST_TEST(shown(ValueKind::percentage, 700'000, {700'000}) == "70%");
    BOOST_TEST(shown(ValueKind::number, 1'000'001, {1'000'000}) == "1,000001");
    BOOST_TEST(shown(ValueKind::grade, 5'460'000, {4'000'000, 5'500'000}) == "5,46");
}

BOOST_AUTO_TEST_CASE(the_value_before_rounding_decides) {
    const model::RuleSet rules;
    model::ValueType type;
    type.kind = ValueKind::percentage;
    // 699,9995 / 1000 is rounded to 0.7 at the 6th decimal, and below 70%.
    const Ratio exact = Ratio::quotient(Decimal::from_micros(699'999'500), Decimal::from_integer(1000));
    const std::vector<Ratio> threshold{Ratio::of(Decimal::from_micros(700'000))};
    BOOST_TEST(format_value(rules, Decimal::from_micros(700'000), type, Language::nl, threshold, &exact) ==
               "69,99995%");
}

BOOST_AUTO_TEST_CASE(other_kinds) {
    const model::RuleSet rules;
    const model::ValueType type;
    const auto text = [&](const trace::Value& value, Language language) {
        return format_value(rules, value, type, language);
    };
    BOOST_TEST(text(trace::Unknown{}, Language::nl) == "onbekend");
    BOOST_TEST(text(trace::Unknown{}, Language::en) == "unknown");
    BOOST_TEST(text(trace::CountRange{1, 2}, Language::nl) == "1 t/m 2");
    BOOST_TEST(text(trace::CountRange{1, 2}, Language::en) == "1 to 2");
    BOOST_TEST(text(trace::CountRange{2, std::nullopt}, Language::nl) == "2 of meer");
    BOOST_TEST(text(trace::CountRange{2, std::nullopt}, Language::en) == "2 or more");
    BOOST_TEST(text(true, Language::nl) == "ja");
    BOOST_TEST(text(*Date::from_calendar(2026, 11, 2), Language::nl) == "2 november 2026");
    BOOST_TEST(text(*Date::from_calendar(2026, 3, 1), Language::en) == "1 March 2026");
    BOOST_TEST(text(Length{1, LengthUnit::weeks}, Language::nl) == "1 week");
    BOOST_TEST(text(Length{5, LengthUnit::working_days}, Language::nl) == "5 werkdagen");
    BOOST_TEST(text(model::Severity::medium, Language::nl) == "midden");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(readers)

BOOST_AUTO_TEST_CASE(who_may_see_what) {
    using explain::Reader;
    model::Role first;
    model::Role second;
    second.line = model::Line::second;
    model::Role external;
    external.line = model::Line::external;
    model::Role organisation;
    organisation.line = model::Line::organisation;
    PrivacyClass open;
    open.needs_motivation = true;
    PrivacyClass confidential;
    confidential.confidential = true;
    PrivacyClass special;
    special.special = true;
    PrivacyClass audited;
    audited.audit_only = true;

    for (const Reader& reader :
         {Reader::nobody(), Reader::with_role(first), Reader::with_role(external), Reader::with_role(organisation),
          Reader::mentor().and_also(Reader::with_role(first))}) {
        BOOST_TEST(reader.may_see(open));
        BOOST_TEST(!reader.may_see(confidential));
        BOOST_TEST(!reader.may_see(special));
        BOOST_TEST(!reader.may_see(audited));
    }
    for (const Reader& reader : {Reader::with_role(second), Reader::mentor(), Reader::student(),
                                 Reader::mentor().and_also(Reader::with_role(second))}) {
        BOOST_TEST(reader.may_see(confidential));
        BOOST_TEST(reader.may_see(special));
        BOOST_TEST(!reader.may_see(audited));
    }
}

BOOST_AUTO_TEST_SUITE_END()
