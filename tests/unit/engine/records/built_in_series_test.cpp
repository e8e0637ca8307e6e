// The words of the built-in series are those of the language: dsl/words/words.def says them once more.
#include <boost/test/unit_test.hpp>

#include "dsl/words/words.h"
#include "engine/records/built_in_series.h"

namespace wegwijzer {

BOOST_AUTO_TEST_SUITE(built_in_series)

template <std::size_t size>
void words_are(const std::array<BuiltInWord, size>& words, std::array<Word, size> expected) {
    for (std::size_t i = 0; i < size; ++i) {
        BOOST_TEST(words[i].nl == spelling(expected[i], Language::nl));
        BOOST_TEST(words[i].en == spelling(expected[i], Language::en));
    }
}

BOOST_AUTO_TEST_CASE(have_the_words_of_the_language) {
    words_are(followup_words, {Word::followup, Word::followups});
    words_are(consent_words, {Word::consent, Word::consents});
    words_are(followup_field_words, {Word::field_date, Word::field_intervention, Word::field_role, Word::field_status,
                                     Word::field_planned_on, Word::field_outcome});
    words_are(consent_field_words, {Word::field_date, Word::field_intervention, Word::field_status});
    words_are(followup_status_words, {Word::proposed, Word::planned, Word::done, Word::waived, Word::completed});
    words_are(consent_status_words, {Word::given_consent, Word::refused, Word::withdrawn});
}

BOOST_AUTO_TEST_CASE(consents_are_confidential_and_both_go_by_their_date) {
    Schema schema;
    add_built_in_series(schema, Language::en, {"talk"}, {"tutor"});
    const Series& followups = schema.series_of(schema.followups);
    const Series& consents = schema.series_of(schema.consents);
    BOOST_TEST(followups.plural == "followups");
    BOOST_TEST(!followups.privacy.is_confidential());
    BOOST_TEST(consents.privacy.is_confidential());
    BOOST_TEST(followups.fields[followups.date_field.index()].name == "date");
    BOOST_TEST(consents.fields[id_of(ConsentField::status).index()].type.choices[1].name == "refused");
    BOOST_TEST(followups.fields[id_of(FollowUpField::intervention).index()].type.choices[0].name == "talk");
    BOOST_TEST(followups.fields[id_of(FollowUpField::role).index()].type.choices[0].name == "tutor");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer
