#include "dsl/fields/inventory.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <set>
#include <string>

#include "engine/model/provenance.h"
#include "tests/support/pack_text.h"
#include "tests/support/packs.h"

namespace wegwijzer::fields {
BOOST_AUTO_TEST_SUITE(fields_inventory)

namespace {

using Read = std::string;  // "signal lage_presentie reads presenties.datum"

Read read(const std::string& who, const std::string& series, const std::string& field) {
    return who + " reads " + (series.empty() ? "student" : series) + "." + field;
}

std::string who(UserKind kind, const std::string& name) { return std::to_string(static_cast<int>(kind)) + " " + name; }

// By the list, without the program itself, roles, and the consents that an interventie asks for.
std::set<Read> listed(const Inventory& inventory, const std::string& consents) {
    std::set<Read> reads;
    for (const Entry& entry : inventory.entries) {
        for (const User& user : entry.users) {
            if (!is_declaration(user.kind) || user.kind == UserKind::role) continue;
            if (user.kind == UserKind::intervention && entry.series == consents) continue;
            reads.insert(read(who(user.kind, user.name), entry.series, entry.name));
        }
    }
    return reads;
}

// By the one who guards what a reader sees.
std::set<Read> behind(const model::RuleSet& rules) {
    std::set<Read> reads;
    const Schema& schema = *rules.schema;
    const auto note = [&](UserKind kind, const std::string& name, const model::FieldUses& uses) {
        for (const model::FieldUse& use : uses) {
            if (use.student_field) {
                reads.insert(read(who(kind, name), {}, schema.field(use.student_field).name));
            } else {
                const Series& series = schema.series_of(use.series);
                reads.insert(read(who(kind, name), series.plural, series.fields[use.series_field.index()].name));
            }
        }
    };
    const auto each = [&](UserKind kind, const auto& declarations, const std::vector<model::FieldUses>& uses) {
        for (std::size_t i = 0; i < declarations.size(); ++i) note(kind, declarations[i].name, uses[i]);
    };
    const model::Provenance provenance = model::find_provenance(rules);
    each(UserKind::parameter, rules.parameters, provenance.parameters);
    each(UserKind::concept_, rules.concepts, provenance.concepts);
    each(UserKind::table, rules.tables, provenance.tables);
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        const model::SignalKind kind = rules.signals[i].kind;
        note(kind == model::SignalKind::signal     ? UserKind::signal
             : kind == model::SignalKind::strength ? UserKind::strength
                                                   : UserKind::opportunity,
             rules.signals[i].name, provenance.signals[i]);
    }
    each(UserKind::intervention, rules.interventions, provenance.interventions);
    each(UserKind::plan, rules.plans, provenance.plan_goals);
    each(UserKind::plan, rules.plans, provenance.plan_terms);
    each(UserKind::policy, rules.policies, provenance.policies);
    return reads;
}

void check_agreement(const Compilation& compilation) {
    BOOST_REQUIRE(compilation.rules != nullptr);
    const model::RuleSet& rules = *compilation.rules;
    const std::string consents =
        rules.schema->consents ? rules.schema->series_of(rules.schema->consents).plural : std::string();
    const std::set<Read> found = listed(list_fields(compilation), consents);
    const std::set<Read> expected = behind(rules);
    BOOST_CHECK_EQUAL_COLLECTIONS(found.begin(), found.end(), expected.begin(), expected.end());
}

// A field that a rule reads by whatever way is on the list, and nothing is there that no rule reads.
BOOST_AUTO_TEST_CASE(agrees_with_provenance_on_all_packs) {
    std::size_t packs = 0;
    for (const auto& entry : std::filesystem::directory_iterator("rules")) {
        if (!entry.is_directory()) continue;
        BOOST_TEST_CONTEXT(entry.path().string()) {
            check_agreement(compile(test::read_pack_in_use(entry.path())));
            ++packs;
        }
    }
    BOOST_TEST(packs >= 20U);
}

BOOST_AUTO_TEST_CASE(every_use_has_its_place) {
    const Compilation compilation = compile(test::read_pack_in_use("rules/hbo"));
    BOOST_REQUIRE(compilation.rules != nullptr);
    for (const Entry& entry : list_fields(compilation).entries) {
        BOOST_TEST_CONTEXT(entry.series + "." + entry.name) {
            BOOST_TEST((entry.is_built_in || !entry.places.empty()));
            for (const User& user : entry.users) {
                if (is_declaration(user.kind)) BOOST_TEST(!user.places.empty(), user.name);
                if (is_declaration(user.kind)) BOOST_TEST(!user.pack.empty(), user.name);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_filter_a_term_and_a_phase_are_uses) {
    const Compilation compilation = testing::compile_text(
        "regelpakket p \"P\"\n  eigenaar \"E\"  doel \"D\"  rechtsgrond \"R\"\n"
        "gegevens student\n  nummer : sleutel\n  begonnen : datum start\n  vak : tekst\n"
        "reeks toets, toetsen  geldt laatste per titel\n  datum : datum\n  titel : tekst\n  cijfer : cijfer\n"
        "  zaal : tekst\n"
        "factor f\nfase begin van dag 1 t/m dag 10\n"
        "signaal s\n  factor f\n  in fase begin\n"
        "  als minstens 2 toetsen met (titel is student.vak en cijfer < 5,5)\n");
    BOOST_REQUIRE_MESSAGE(compilation.rules != nullptr, testing::shown(compilation));
    std::string unused;
    for (const Entry& entry : list_fields(compilation).entries) {
        if (entry.is_unused()) unused += entry.series + "." + entry.name + " ";
    }
    BOOST_TEST(unused == "toetsen.zaal ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::fields
