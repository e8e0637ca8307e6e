#include "engine/explain/student_page.h"

#include <algorithm>

#include "engine/explain/names_in_words.h"
#include "engine/explain/student_texts.h"

namespace wegwijzer::explain {

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
        if (std::ranges::find(contacts, person, &Contact::person) != contacts.end()) return;
        contacts.push_back({person, std::move(role)});
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
    StudentPage page{std::move(explanation), {}, {}, {}, {}};
    for (const SignalExplanation& signal : page.explanation->signals) {
        page.facts.push_back(facts_of(rules, cohort, trace, signal.signal, language));
    }
    for (const advise::Recommendation& one : advice.recommendations) {
        page.notes.push_back(notes_of(one, trace, reference_date));
    }
    for (const advise::Suppression& one : advice.suppressed) {
        if (!redactor_->may_see(one.policy, trace.outcome)) continue;
        page.because.push_back(texts::because_to_student(rules, one, reference_date));
    }
    page.contacts = contacts_of(cohort, page.explanation->report->row);
    return Visible<StudentPage>(std::move(page));
}

}  // namespace wegwijzer::explain
