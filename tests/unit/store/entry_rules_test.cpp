#include "store/entry_rules.h"

#include <boost/test/unit_test.hpp>
#include <string>

namespace wegwijzer::store::testing {
BOOST_AUTO_TEST_SUITE(entry_rules)

namespace {

Localized plain_name(EntryField field) { return "field " + std::to_string(static_cast<int>(field)); }

Draft planned_draft() {
    Draft draft;
    draft[EntryField::student] = "S1";
    draft[EntryField::intervention] = "gesprek";
    draft[EntryField::role] = "slber";
    draft[EntryField::status] = "gepland";
    draft[EntryField::planned_on] = "2026-10-08";
    draft[EntryField::date] = "2026-09-23";
    draft[EntryField::recorded_by] = "M. de Vries";
    return draft;
}

// "F340 5, F342 3": code and field of each problem.
std::string problems_of(const Draft& draft, const NamesInUse* names = nullptr) {
    std::string list;
    const CheckedDraft checked = check_draft(draft, names, plain_name);
    BOOST_TEST(checked.entry.has_value() == checked.problems.empty());
    for (const DraftProblem& problem : checked.problems) {
        if (!list.empty()) list += ", ";
        list += std::string(entry(problem.finding.code).code) + " " + std::to_string(static_cast<int>(problem.field));
    }
    return list;
}

std::string with(EntryField field, const std::string& written) {
    Draft draft = planned_draft();
    draft[field] = written;
    return problems_of(draft);
}

std::string without(EntryField field) {
    Draft draft = planned_draft();
    draft[field].reset();
    return problems_of(draft);
}

BOOST_AUTO_TEST_CASE(a_draft_becomes_an_entry) {
    const CheckedDraft checked = check_draft(planned_draft(), nullptr, plain_name);
    BOOST_REQUIRE(checked.entry);
    BOOST_TEST(checked.entry->student == "S1");
    BOOST_TEST((checked.entry->status == FollowUpStatus::planned));
    BOOST_TEST(to_iso(checked.entry->planned_on) == "2026-10-08");
    BOOST_TEST(to_iso(checked.entry->date) == "2026-09-23");
}

BOOST_AUTO_TEST_CASE(words_of_either_language_in_any_case) {
    for (const char* word : {"planned", "GEPLAND", "Planned"}) BOOST_TEST(with(EntryField::status, word) == "");
    Draft draft = planned_draft();
    draft[EntryField::status] = "afgezien";
    draft[EntryField::planned_on].reset();
    draft[EntryField::reason] = "stage";
    for (const char* word :
         {"not_applicable", "niet van toepassing", "Wrongly Signalled", "onterecht_gesignaleerd", "uitgesteld"}) {
        draft[EntryField::waiver] = word;
        BOOST_TEST(problems_of(draft) == "");
    }
}

BOOST_AUTO_TEST_CASE(every_entry_has_a_student_an_intervention_a_day_and_a_person) {
    BOOST_TEST(without(EntryField::student) == "F340 0");
    BOOST_TEST(without(EntryField::intervention) == "F340 1");
    BOOST_TEST(without(EntryField::role) == "F340 2");
    BOOST_TEST(without(EntryField::status) == "F340 3");
    BOOST_TEST(without(EntryField::date) == "F340 5");
    BOOST_TEST(without(EntryField::planned_on) == "F340 6");
    BOOST_TEST(without(EntryField::recorded_by) == "F340 10");
    BOOST_TEST(with(EntryField::recorded_by, " \t") == "F341 10");
    BOOST_TEST(with(EntryField::recorded_by, "  ") == "F340 10");
}

BOOST_AUTO_TEST_CASE(each_status_takes_its_own_fields) {
    BOOST_TEST(with(EntryField::status, "voorgesteld") == "F345 6");
    BOOST_TEST(with(EntryField::status, "uitgevoerd") == "F345 6, F340 7");
    BOOST_TEST(with(EntryField::status, "afgerond") == "F345 6");
    BOOST_TEST(with(EntryField::status, "afgezien") == "F345 6, F340 8, F340 9");
    BOOST_TEST(with(EntryField::outcome, "goed") == "F345 7");
    BOOST_TEST(with(EntryField::waiver, "uitgesteld") == "F345 8");
    BOOST_TEST(with(EntryField::reason, "op haar verzoek") == "");
    BOOST_TEST(with(EntryField::consent, "gegeven") == "F345 3");
    Draft draft = planned_draft();
    draft[EntryField::status].reset();
    draft[EntryField::consent] = "gegeven";
    BOOST_TEST(problems_of(draft) == "F345 2, F345 6");
}

BOOST_AUTO_TEST_CASE(what_is_no_word_day_number_or_name) {
    BOOST_TEST(with(EntryField::status, "gepland op") == "F342 3");
    BOOST_TEST(with(EntryField::date, "2026-02-30") == "F342 5");
    BOOST_TEST(with(EntryField::planned_on, "morgen") == "F342 6");
    for (const char* number : {"0", "-1", "1x", "99999999999999999999", "0x1"}) {
        BOOST_TEST(with(EntryField::corrects, number) == "F342 11", number);
    }
    BOOST_TEST(with(EntryField::corrects, " 12 ") == "");
    for (const char* name : {"een gesprek", "1gesprek", "gesprek;", "'; DROP", "_x", "a-b", "a/b"}) {
        BOOST_TEST(with(EntryField::intervention, name) == "F342 1", name);
    }
    for (const char* name : {"coördinatie", "Gesprek_2", "é"})
        BOOST_TEST(with(EntryField::intervention, name) == "", name);
}

BOOST_AUTO_TEST_CASE(names_are_those_of_the_packs_where_they_are_given) {
    const NamesInUse names{{{"gesprek", "Gesprek"}}, {{"slber", "SLB'er"}, {"decaan", "Studentdecaan"}}};
    BOOST_TEST(problems_of(planned_draft(), &names) == "");
    Draft draft = planned_draft();
    draft[EntryField::intervention] = "gesprk";
    draft[EntryField::role] = "Slber";
    const CheckedDraft checked = check_draft(draft, &names, plain_name);
    BOOST_REQUIRE_EQUAL(checked.problems.size(), 2u);
    BOOST_TEST(checked.problems[0].finding.way_out.en == "did you mean `gesprek`?");
    BOOST_TEST(checked.problems[1].finding.way_out.en == "did you mean `slber`?");
}

// People read titles; what is kept is the name. A title of two is no answer to which.
BOOST_AUTO_TEST_CASE(a_title_will_do_where_one_thing_has_it) {
    const NamesInUse names{{{"gesprek_slb", "Gesprek met de SLB'er"}, {"een", "Tweeling"}, {"twee", "Tweeling"}},
                           {{"slber", "Studieloopbaanbegeleider"}}};
    Draft draft = planned_draft();
    draft[EntryField::intervention] = "gesprek met de SLB'er";
    draft[EntryField::role] = "Studieloopbaanbegeleider";
    const CheckedDraft checked = check_draft(draft, &names, plain_name);
    BOOST_REQUIRE(checked.entry);
    BOOST_TEST(checked.entry->intervention == "gesprek_slb");
    BOOST_TEST(checked.entry->role == "slber");
    draft[EntryField::intervention] = "Tweeling";
    BOOST_TEST(problems_of(draft, &names) == "F342 1");
    draft[EntryField::intervention] = "Gesprek met de SLB'er";
    BOOST_TEST(problems_of(draft) == "F342 1");
}

// Where every advice of an intervention goes to one role, that is the role; where there are more, or the rules are not given,
// who records says it.
BOOST_AUTO_TEST_CASE(the_rules_say_who_has_the_role_where_it_is_one) {
    const NamesInUse names{{{"gesprek", "Gesprek", {"slber"}}, {"belronde", "", {"slber", "docent"}}, {"los", ""}},
                           {{"slber", "SLB'er"}, {"docent", "Docent"}}};
    Draft draft = planned_draft();
    draft[EntryField::role].reset();
    BOOST_TEST(problems_of(draft) == "F340 2");
    CheckedDraft checked = check_draft(draft, &names, plain_name);
    BOOST_REQUIRE(checked.entry);
    BOOST_TEST(checked.entry->role == "slber");
    draft[EntryField::role] = "docent";  // somebody else did it
    BOOST_TEST(check_draft(draft, &names, plain_name).entry->role == "docent");
    draft[EntryField::role].reset();
    draft[EntryField::intervention] = "belronde";
    checked = check_draft(draft, &names, plain_name);
    BOOST_REQUIRE_EQUAL(checked.problems.size(), 1u);
    BOOST_TEST(checked.problems[0].finding.way_out.en == "choose from `slber`, `docent`");
    draft[EntryField::intervention] = "los";
    BOOST_TEST(problems_of(draft, &names) == "F340 2");
    draft[EntryField::intervention] = "gesprk";
    BOOST_TEST(problems_of(draft, &names) == "F342 1");
    draft[EntryField::intervention].reset();
    BOOST_TEST(problems_of(draft, &names) == "F340 1");
    // With the status wrong, a wrong role is said in the same run.
    draft[EntryField::intervention] = "gesprek";
    draft[EntryField::role] = "decaan";
    draft[EntryField::status] = "klaar";
    BOOST_TEST(problems_of(draft, &names) == "F342 3, F342 2");
}

BOOST_AUTO_TEST_CASE(with_the_data_given_a_student_is_one_of_them) {
    NamesInUse names{{{"gesprek", "Gesprek"}}, {{"slber", "SLB'er"}}};
    names.is_student = [](const std::string& key) { return key == "S1"; };
    Draft draft = planned_draft();
    draft[EntryField::student] = " S1 ";
    BOOST_TEST(problems_of(draft, &names) == "");
    draft[EntryField::student] = "S11";
    BOOST_TEST(problems_of(draft, &names) == "F342 0");
    draft[EntryField::student].reset();
    BOOST_TEST(problems_of(draft, &names) == "F340 0");
}

BOOST_AUTO_TEST_CASE(texts_stand_on_one_line_and_are_no_longer_than_people_type) {
    const std::string long_name(most_characters_of_name, 'x');
    BOOST_TEST(with(EntryField::student, long_name) == "");
    BOOST_TEST(with(EntryField::student, long_name + "x") == "F341 0");
    Draft draft = planned_draft();
    draft[EntryField::status] = "uitgevoerd";
    draft[EntryField::planned_on].reset();
    std::string accents;
    for (std::size_t i = 0; i < most_characters_of_text; ++i) accents += "é";
    draft[EntryField::outcome] = accents;
    BOOST_TEST(problems_of(draft) == "");
    for (const std::string& text : {accents + "x", std::string("a\nb"), std::string("a\rb"), std::string("a\0b", 3),
                                    std::string("\x1B[31m"), std::string("\xFF"), std::string("a\x7F")}) {
        draft[EntryField::outcome] = text;
        BOOST_TEST(problems_of(draft) == "F341 7");
    }
}

BOOST_AUTO_TEST_CASE(what_can_not_be_seen_is_no_part_of_a_key) {
    for (const char* key : {"\u200bS1", "S1\u202e", "S\u200d1", "\ufeffS1", "S\u00ad1"})
        BOOST_TEST(with(EntryField::student, key) == "F341 0", key);
    BOOST_TEST(with(EntryField::reason, "\u202eterug") == "F341 9");
    // Joined characters are seen as one: a family, and a word in Persian.
    BOOST_TEST(with(EntryField::reason, "\U0001F468\u200d\U0001F469 \u0645\u06cc\u200c\u0631\u0648\u062f") == "");
}

BOOST_AUTO_TEST_CASE(texts_are_kept_as_the_reader_of_data_would_read_them) {
    Draft draft = planned_draft();
    draft[EntryField::student] = "  e\xCC\x81 1 ";  // an e with a combining accent
    BOOST_TEST(check_draft(draft, nullptr, plain_name).entry->student == "é 1");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::store::testing
