#include "engine/explain/student_page.h"

#include <algorithm>

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/student_texts.h"
#include "engine/explain/texts.h"

namespace wegwijzer::explain {
namespace {

constexpr std::size_t most_events = 6;  // of one fact: the latest

}  // namespace

OwnAction StudentPages::action_of(const RecommendationReport& report, const std::vector<Localized>& notes,
                                  Date reference_date, Language language) const {
    const model::RuleSet& rules = redactor_->rules();
    const advise::Recommendation& advice = report.advice;
    const Node place =
        Node("recommendations") / rules.intervention(advice.intervention).name / rules.role(advice.by).name;
    const auto weekday = [&](const char* name, Date date) {
        return (place / name)
            .shows(format_weekday(date, language) + " " + format_date_near(date, reference_date, language));
    };
    OwnAction shown;
    if (advice.in_progress_since) {
        shown.in_progress_since =
            (place / "in_progress_since").shows(format_date_near(*advice.in_progress_since, reference_date, language));
    }
    if (advice.not_before && *advice.not_before > reference_date) {
        shown.not_before = weekday("not_before", *advice.not_before);
    }
    if (advice.due) shown.due = weekday("due", *advice.due);
    if (report.person) shown.person = (place / "person").shows(*report.person);
    for (const Localized& note : notes) {
        shown.notes.push_back((place / "own_notes" / shown.notes.size()).shows(note.in(language)));
    }
    return shown;
}

void StudentPages::show(std::vector<Fact>& facts, model::SignalId signal, Date reference_date,
                        Language language) const {
    const model::RuleSet& rules = redactor_->rules();
    for (Fact& fact : facts) {
        const Series& series = rules.schema->series_of(fact.series);
        const std::string& name = rules.signal(signal).name;
        const Node place = Node("signals") / name / "facts" / series.plural;
        if (fact.events.size() > most_events) {
            fact.first = fact.events.size() - most_events;
            fact.earlier = (place / "earlier").shows(std::to_string(fact.first));
        }
        for (std::size_t i = fact.first; i < fact.events.size(); ++i) {
            FactEvent& event = fact.events[i];
            const Node node = place / i;
            if (event.date) event.day = (node / "day").shows(format_date_near(*event.date, reference_date, language));
            for (FactValue& value : event.values) {
                value.shown = (node / "fields" / series.fields[value.field.index()].name).shows(value.text);
            }
        }
    }
}

std::vector<Localized> StudentPages::notes_of(const advise::Recommendation& advice, const trace::Trace& trace,
                                              Date reference_date) const {
    const model::RuleSet& rules = redactor_->rules();
    std::vector<Localized> notes;
    for (const advise::Note& note : advice.notes) {
        if (!note.policy.is_none() && !redactor_->may_see(note.policy, trace.outcome)) continue;
        std::vector<std::string> names;
        for (const model::Missing& missing : note.missing) {
            if (redactor_->may_see(missing)) names.push_back(name_of(*rules.schema, missing));
        }
        const Localized missing{missing_in_words(names, Language::nl), missing_in_words(names, Language::en)};
        std::optional<Localized> text = texts::note_to_student(rules, note, missing, reference_date);
        if (!text) continue;
        // Two policies may ask the same.
        const bool is_new = std::ranges::none_of(notes, [&](const Localized& known) { return known.nl == text->nl; });
        if (is_new) notes.push_back(std::move(*text));
    }
    return notes;
}

std::vector<Contact> StudentPages::contacts_of(const Cohort& cohort, std::size_t student) const {
    const model::RuleSet& rules = redactor_->rules();
    std::vector<Contact> contacts;
    const auto add = [&](FieldId field, std::string role) {
        if (field.is_none() || !redactor_->may_see(field)) return;
        const Column& column = cohort.columns[field.index()];
        if (!column.is_known(student)) return;
        const std::string person = column.text_at(student);
        const bool is_known =
            std::ranges::any_of(contacts, [&](const Contact& known) { return known.person.text() == person; });
        if (is_known) return;
        contacts.push_back({(Node("contacts") / contacts.size()).shows(person), std::move(role)});
    };
    // The own mentor first, by the name of the role that they have.
    const FieldId mentor = rules.schema->mentor;
    std::string role_of_mentor;
    for (const model::Role& role : rules.roles) {
        if (!mentor.is_none() && role.person == mentor && role_of_mentor.empty()) role_of_mentor = title_in_words(role);
    }
    add(mentor, role_of_mentor);
    if (!contacts.empty()) return contacts;
    for (const model::Role& role : rules.roles) {
        if (role.line == model::Line::first) add(role.person, title_in_words(role));
    }
    return contacts;
}

Visible<StudentPage> StudentPages::make(Visible<StudentExplanation> explanation, const Cohort& cohort,
                                        const advise::StudentAdvice& advice, const trace::Trace& trace,
                                        Language language) const {
    const model::RuleSet& rules = redactor_->rules();
    const Date reference_date = explanation->report->reference_date;
    StudentPage page{std::move(explanation), {}, {}, {}, {}, {}, {}};
    page.reference_date =
        Node("reference_date")
            .shows(format_weekday(reference_date, language) + " " + format_date(reference_date, language));
    for (const CompletenessShown& one : page.explanation->header.completeness) {
        const Series& series = rules.schema->series_of(one.series);
        const Localized text = texts::complete_to(series, one.day, reference_date);
        page.completeness.push_back(
            (Node("completeness") / series.plural).shows(texts::as_sentence(text.in(language))));
    }
    for (const SignalExplanation& signal : page.explanation->signals) {
        page.facts.push_back(facts_of(rules, cohort, trace, signal.signal, language));
        show(page.facts.back(), signal.signal, reference_date, language);
    }
    const std::vector<RecommendationReport>& advised = page.explanation->report->recommendations;
    for (std::size_t i = 0; i < advised.size(); ++i) {
        const std::vector<Localized> notes = notes_of(advice.recommendations[i], trace, reference_date);
        page.actions.push_back(action_of(advised[i], notes, reference_date, language));
    }
    for (const advise::Suppression& one : advice.suppressed) {
        if (!redactor_->may_see(one.policy, trace.outcome)) continue;
        page.because.push_back((Node("suppressed") / page.because.size() / "own_because")
                                   .shows(texts::because_to_student(rules, one, reference_date).in(language)));
    }
    page.contacts = contacts_of(cohort, page.explanation->report->row);
    return Visible<StudentPage>(std::move(page));
}

std::vector<ShownValue> values_of(const StudentPage& page) {
    std::vector<ShownValue> values = {page.reference_date};
    values.insert(values.end(), page.completeness.begin(), page.completeness.end());
    for (const std::vector<Fact>& facts : page.facts) {
        for (const Fact& fact : facts) {
            values.push_back(fact.earlier);
            for (const FactEvent& event : fact.events) {
                values.push_back(event.day);
                for (const FactValue& value : event.values) values.push_back(value.shown);
            }
        }
    }
    for (const OwnAction& one : page.actions) {
        values.insert(values.end(), {one.in_progress_since, one.not_before, one.due, one.person});
        values.insert(values.end(), one.notes.begin(), one.notes.end());
    }
    values.insert(values.end(), page.because.begin(), page.because.end());
    for (const Contact& one : page.contacts) values.push_back(one.person);
    std::erase_if(values, [](const ShownValue& value) { return value.empty(); });
    return values;
}

}  // namespace wegwijzer::explain
