// A translated pack says the same: it gives the same outcomes, missing fields and faults for every student of a random cohort, and
// the same advice as well for the student of every voorbeeld; and so for a pack that was laid out.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include "dsl/compile/rewrite.h"
#include "engine/advise/advice.h"
#include "engine/examples/subject.h"
#include "engine/execute/evaluate_all.h"
#include "engine/program/lower.h"
#include "tests/differential/random_case.h"
#include "tests/differential/random_cohort.h"
#include "tests/differential/random_rules.h"
#include "tests/support/packs.h"
#include "tests/support/parsing.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(translated_packs)

namespace {

// `packs`: with those it uses.
PackText rewritten(const PackText& pack, const std::vector<PackText>& packs, std::optional<Language> to) {
    RewriteRequest request;
    request.to = to;
    for (const PackText& other : packs)
        if (other.name != pack.name) request.around.push_back(other);
    const Rewriting rewriting = rewrite(pack, request);
    PackText result{pack.name, {}, pack.was_given};
    for (const RewrittenFile& file : rewriting.files) {
        BOOST_REQUIRE(file.text.has_value());
        result.files.push_back({file.name, *file.text});
    }
    return result;
}

// Faults stand at the author's words, which have another place in another text.
void forget_places(model::FaultSet& faults) {
    for (model::Fault& fault : faults) fault.origin = {};
    std::sort(faults.begin(), faults.end());
}

model::StudentOutcome without_places(model::StudentOutcome outcome) {
    for (model::SignalOutcome& signal : outcome.signals) forget_places(signal.faults);
    for (model::PolicyOutcome& policy : outcome.policies) {
        forget_places(policy.condition.faults);
        for (model::ConditionOutcome& unless : policy.unless) forget_places(unless.faults);
    }
    for (model::PlanOutcome& plan : outcome.plans) forget_places(plan.goal.faults);
    return outcome;
}

// A cohort for one rule set serves another with the same schema.
void require_same_results(const model::RuleSet& rules, const model::RuleSet& others, std::uint64_t seed) {
    Random random(seed);
    const Cohort cohort = random_cohort(random, rules.schema, {30, 12});
    const Date day = Date::from_days(some_monday + static_cast<std::int32_t>(random.between(0, 120)));
    const execute::OutcomeTable one = execute::evaluate_all(program::lower(rules), cohort, day);
    const execute::OutcomeTable two = execute::evaluate_all(program::lower(others), cohort, day);
    for (std::size_t student = 0; student < cohort.students; ++student) {
        const bool same =
            without_places(execute::outcome_of(one, student)) == without_places(execute::outcome_of(two, student));
        BOOST_REQUIRE_MESSAGE(same, "WEGWIJZER_SEED=" << seed << ", student " << student);
    }
}

// Every voorbeeld: the same student, and with its own `stel` lines.
void require_same_examples(const std::shared_ptr<const model::RuleSet>& rules,
                           const std::shared_ptr<const model::RuleSet>& others) {
    BOOST_REQUIRE_EQUAL(rules->examples.size(), others->examples.size());
    const auto result = [](const std::shared_ptr<const model::RuleSet>& of, const program::Program& program,
                           std::size_t i) {
        const examples::Subject subject = examples::build_subject(of, of->examples[i]);
        const auto run = [&](const program::Program& lowered) {
            return execute::outcome_of(execute::evaluate_all(lowered, subject.cohort, subject.on), 0);
        };
        model::StudentOutcome outcome = run(subject.rules == of ? program : program::lower(*subject.rules));
        advise::StudentAdvice advice =
            advise::advise(*subject.rules, outcome, advise::history_of(subject.cohort, 0, subject.on), subject.on);
        return std::pair(without_places(std::move(outcome)), std::move(advice));
    };
    const program::Program program = program::lower(*rules);
    const program::Program other_program = program::lower(*others);
    for (std::size_t i = 0; i < rules->examples.size(); ++i)
        BOOST_REQUIRE_MESSAGE(result(rules, program, i) == result(others, other_program, i), rules->examples[i].title);
}

// The packs together. False when they do not compile, with or without their translation.
bool check(const std::vector<PackText>& packs, std::uint64_t cases) {
    const Compilation original = compile(packs);
    for (const std::optional<Language> to : {std::optional<Language>(), std::optional(Language::en)}) {
        std::vector<PackText> other_packs;
        for (const PackText& pack : packs) other_packs.push_back(rewritten(pack, packs, to));
        const Compilation other = compile(std::move(other_packs));
        BOOST_REQUIRE_EQUAL(original.rules == nullptr, other.rules == nullptr);
        if (!original.rules) return false;
        require_same_examples(original.rules, other.rules);
        for (std::uint64_t seed = 1; seed <= cases; ++seed) require_same_results(*original.rules, *other.rules, seed);
    }
    return true;
}

constexpr const char* head = R"(regelpakket proef
gegevens student
  nummer : sleutel
  startdatum : datum start
  motivatie : getal van 1 t/m 5
  werkt : ja/nee
  niveau : keuze uit laag, midden, hoog oplopend
  behaald : getal in EC
  uren : getal in uur
  plaats : tekst
reeks toets, toetsen geldt laatste per vak
  datum : datum
  vak : tekst
  cijfer : cijfer
  op_tijd : ja/nee
reeks presentie, presenties
  datum : datum
  aandeel : percentage
kalender jaar van 2026-08-31 t/m 2027-07-11 vakantie herfst 2026-10-19 t/m 2026-10-25
fase begin van dag 1 t/m dag 40
factor f
rol r lijn eerste
interventie i door r
interventie datum door r
parameter grens : cijfer = 5,5
parameter terug : duur = 3 weken
begrip recent = gemiddelde aandeel van presenties in de laatste 3 lesweken
begrip status_nu = laatste status van opvolgingen met interventie is i
begrip gelet = aantal toetsen met cijfer < grens
)";

constexpr const char* conditions[] = {
    "recent < 69,5%",
    "motivatie is een van 1, 2, 2,5",
    "niet werkt",
    "werkt is ja",
    "niveau >= midden",
    "niveau is onbekend",
    "niveau is niet bekend",
    "behaald / 60 EC < 40,5%",
    "uren > 12 uur",
    "plaats is \"Den Haag\"",
    "minstens 2 toetsen met (cijfer < grens en niet op_tijd) in de laatste terug",
    "hoogstens 1 toets met op_tijd is nee sinds de start",
    "precies 1 presentie in studieweek 1 t/m 6",
    "geen presenties in fase begin",
    "geen toets met cijfer is tussen 4,5 en 5,5 sinds 1 september 2026",
    "som cijfer van toetsen in dit studiejaar > 12,5",
    "laatste cijfer van toetsen van 2026-09-01 t/m 2026-10-15 < 6",
    "verandering van aandeel van presenties in de laatste 2 weken < -5 procentpunt",
    "tijd sinds laatste toets met vak is \"a\" > 3 weken",
    "aantal verschillende vak van toetsen >= 2",
    "langste rij toetsen met cijfer < 5,5 >= 2",
    "langste rij dagen presenties met aandeel < 80% >= 2",
    "minstens 2 toetsen in enige 4 lesweken, binnen dit studiejaar",
    "startdatum + 2 maanden <= peildatum",
    "(als werkt dan motivatie anders 2,5) > 2",
    "status_nu is een van gepland, uitgevoerd",
    "minstens 1 opvolging met (status is niet afgezien en interventie is datum)",
    "eerste gepland_op van opvolgingen met rol is r > peildatum",
    "laatste interventie van opvolgingen is datum",
    "student.motivatie >= 3",
    "gelet * 2 - 1 >= 3",
};
constexpr const char* policy_conditions[] = {
    "signaal s1 of ernst van signaal s2 >= midden",
    "ernst van signaal s1 is een van laag, hoog",
    "minstens 2 signalen met ernst >= midden",
    "som sterkte van signalen met factor is f > 1,5",
    "hoogste ernst van signalen is hoog",
    "geen toestemming met (status is geweigerd en interventie is i) in de laatste 2 maanden",
};

std::string random_pack(Random& random) {
    std::string text = head;
    const auto any = [&] { return std::string(conditions[random.below(std::size(conditions))]); };
    const auto condition = [&] {
        switch (random.below(4)) {
            case 0: return any() + " en " + any();
            case 1: return any() + " of " + any();
            case 2: return "minstens 2 van:\n    - " + any() + "\n    - " + any() + "\n    - " + any();
            default: return any();
        }
    };
    for (int number = 1; number <= 6; ++number) {
        text += "signaal s" + std::to_string(number) + " factor f\n";
        if (random.one_in(2))
            text += "  ernst hoog als " + condition() + "\n  ernst laag als " + condition() + "\n";
        else
            text += "  als " + condition() + "\n";
        if (random.one_in(3)) text += "  tenzij " + condition() + "\n";
        if (random.one_in(3)) text += "  sterkte 1,5\n";
    }
    for (int number = 1; number <= 3; ++number)
        text += "beleid b" + std::to_string(number) + " als " +
                policy_conditions[random.below(std::size(policy_conditions))] + "\n  adviseer i binnen 5 werkdagen\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_CASE(random_packs) {
    for (std::uint64_t seed = 1; seed <= case_count(60); ++seed) {
        Random random(seed);
        const std::string text = random_pack(random);
        BOOST_TEST_CONTEXT("seed " << seed << "\n" << text) { BOOST_TEST(check({{"p", {{"p.regels", text}}}}, 2)); }
    }
}

BOOST_AUTO_TEST_CASE(packs_of_the_repository) {
    if (under_sanitizers) return;  // together, below, they are the same text
    for (const auto& entry : std::filesystem::directory_iterator("rules")) {
        if (!entry.is_directory()) continue;
        BOOST_TEST_CONTEXT(entry.path()) { BOOST_TEST(check(read_pack_in_use(entry.path()), 3)); }
    }
    BOOST_TEST(check({{"vijftig", {{"vijftig.regels", read_text("tests/bench/vijftig.regels")}}}}, 3));
}

// As one set. A pack with a record of its own stands alone.
BOOST_AUTO_TEST_CASE(packs_of_the_repository_together) {
    std::vector<PackText> packs;
    for (const auto& entry : std::filesystem::directory_iterator("rules"))
        if (entry.is_directory() && entry.path().filename() != "vroegsignalering")
            packs.push_back(read_pack(entry.path()));
    std::ranges::sort(packs, {}, &PackText::name);
    BOOST_TEST(packs.size() > 10u);
    BOOST_TEST(check(packs, 3));
}

BOOST_AUTO_TEST_CASE(the_reference_and_the_published_rules) {
    std::size_t checked = 0;
    for (const NamedText& pack : all_packs()) BOOST_TEST_CONTEXT(pack.name) {
            checked += check({{pack.name, {{"p.regels", pack.text}}}}, 3) ? 1 : 0;
        }
    BOOST_TEST_MESSAGE(checked << " packs compile by themselves");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
