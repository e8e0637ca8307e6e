#include "cli/render/student_page.h"

#include <algorithm>

#include "cli/render/page_text.h"
#include "cli/render/words.h"
#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/student_texts.h"

namespace wegwijzer::cli {
namespace {

using explain::Fact;
using explain::FactEvent;
using explain::SignalReport;
using explain::StudentReport;

void add_new(std::vector<std::string>& all, const std::string& text) {
    if (std::ranges::find(all, text) == all.end()) all.push_back(text);
}

class Page {
  public:
    Page(const explain::Redactor& redactor, const explain::StudentPage& page, const ExplanationFrame& frame,
         PageWriter& writer)
        : rules_(redactor.rules()),
          page_(page),
          report_(*page.explanation->report),
          frame_(frame),
          text_(frame.language, frame.marks_nodes),
          lines_(writer) {}

    void write() {
        header();
        going_well();
        noticed();
        offered();
        by_the_institution();
        plans();
        not_now();
        unknown();
        wrong();
        sources();
    }

  private:
    [[nodiscard]] const char* say(const char* nl, const char* en) const {
        return frame_.language == Language::nl ? nl : en;
    }
    void heading(const char* nl, const char* en) {
        lines_.empty();
        lines_.heading(say(nl, en));
    }
    void line(const std::string& label, const std::string& text) { lines_.paragraph("    ", label + text); }

    void header() {
        const explain::HeaderShown& header = page_.explanation->header;
        lines_.heading(text_.of(header.name.empty() ? header.key : header.name) + " · " +
                       text_.of(page_.reference_date));
        lines_.empty();
        lines_.paragraph("", say("Deze pagina gaat over jou. Je leest wat goed gaat, wat ons opvalt en wat we je "
                                 "aanbieden. Het is een aanbod: je beslist zelf.",
                                 "This page is about you. You read what goes well, what we noticed and what we offer "
                                 "you. It is an offer: you decide."));
        std::string complete;
        for (const explain::ShownValue& one : page_.completeness) {
            complete += (complete.empty() ? "" : " ") + text_.of(one);
        }
        if (!complete.empty()) lines_.paragraph("", complete);
    }

    void going_well() {
        heading("WAT GOED GAAT", "WHAT GOES WELL");
        for (const SignalReport& one : report_.strengths) signal(" + ", one);
        if (report_.strengths.empty()) {
            lines_.paragraph(" ", say("Hier staat nu niets. Dat zegt niet dat er niets goed gaat: we zien niet alles.",
                                      "There is nothing here now. That does not mean that nothing goes well: we do not "
                                      "see everything."));
        }
        if (report_.opportunities.empty()) return;
        heading("WAAR RUIMTE IS VOOR MEER", "WHERE THERE IS ROOM FOR MORE");
        for (const SignalReport& one : report_.opportunities) signal(" + ", one);
    }

    void noticed() {
        heading("WAT ONS OPVALT", "WHAT WE NOTICED");
        for (const SignalReport& one : report_.signals) signal(" - ", one);
        if (report_.signals.empty()) lines_.paragraph(" ", say("Er valt ons nu niets op.", "There is nothing now."));
    }

    void signal(const char* mark, const SignalReport& one) {
        const model::Signal& declared = rules_.signal(one.signal);
        lines_.strong(mark, explain::title_in_words(declared));
        if (one.explanation && !one.explanation->empty()) lines_.paragraph("   ", text_.of(*one.explanation));
        for (std::size_t i = 0; i < page_.explanation->signals.size(); ++i) {
            if (page_.explanation->signals[i].signal != one.signal) continue;
            for (const Fact& fact : page_.facts[i]) lines_.paragraph("     ", fact_words(fact));
        }
        cite(declared.sources);
    }

    // "motivatie: 5 (15 september) en 4 (12 oktober)"; "toetsen: 28 september (wiskunde, cijfer 4,5) en 12 oktober (…)"
    [[nodiscard]] std::string fact_words(const Fact& fact) const {
        const Series& series = rules_.schema->series_of(fact.series);
        const std::optional<SeriesFieldId> only = only_field(fact);
        std::vector<std::string> parts;
        if (!fact.earlier.empty()) parts.push_back(text_.of(fact.earlier) + say(" eerder", " earlier"));
        for (std::size_t i = fact.first; i < fact.events.size(); ++i) {
            parts.push_back(event_words(fact.events[i], series, only.has_value()));
        }
        return explain::in_words(only ? series.fields[only->index()].name : series.plural) + ": " +
               listed(parts, frame_.language);
    }
    // The one field that all events show.
    [[nodiscard]] static std::optional<SeriesFieldId> only_field(const Fact& fact) {
        std::optional<SeriesFieldId> only;
        for (const FactEvent& event : fact.events) {
            if (event.values.size() != 1 || (only && *only != event.values.front().field)) return std::nullopt;
            only = event.values.front().field;
        }
        return only;
    }
    [[nodiscard]] std::string event_words(const FactEvent& event, const Series& series, bool is_only_field) const {
        const std::string when = event.date ? text_.of(event.day) : say("dag onbekend", "day unknown");
        if (is_only_field) return text_.of(event.values.front().shown) + " (" + when + ")";
        std::string values;
        for (const explain::FactValue& value : event.values) {
            const Field& field = series.fields[value.field.index()];
            values += values.empty() ? "" : ", ";
            if (field.type.kind != FieldKind::text) values += explain::in_words(field.name) + " ";
            values += text_.of(value.shown);
        }
        return values.empty() ? when : when + " (" + values + ")";
    }

    [[nodiscard]] bool is_offer(const explain::RecommendationReport& one) const {
        return rules_.role(one.advice.by).line != model::Line::organisation;
    }

    void offered() {
        heading("WAT WE JE AANBIEDEN", "WHAT WE OFFER YOU");
        std::size_t number = 0;
        for (std::size_t i = 0; i < report_.recommendations.size(); ++i) {
            const explain::RecommendationReport& one = report_.recommendations[i];
            if (is_offer(one)) offer(" " + std::to_string(++number) + ". ", one, page_.actions[i]);
        }
        if (number == 0) {
            lines_.paragraph(" ", say("We bieden je nu niets aan. Wil je met iemand praten? Dat kan altijd.",
                                      "We have no offer for you now. Would you like to talk? You always can."));
            return;
        }
        lines_.paragraph(" ", number == 1 ? say("Dit is een aanbod. Je beslist zelf of je er iets mee doet.",
                                                "This is an offer. You decide what you do with it.")
                                          : say("Dit is een aanbod. Je beslist zelf wat je ermee doet.",
                                                "These are offers. You decide what you do with them."));
    }

    // Of the line organisatie: about the process, not an offer to the student.
    void by_the_institution() {
        bool is_first = true;
        for (std::size_t i = 0; i < report_.recommendations.size(); ++i) {
            const explain::RecommendationReport& one = report_.recommendations[i];
            if (is_offer(one)) continue;
            if (is_first) {
                heading("WAT DE OPLEIDING KAN DOEN", "WHAT THE INSTITUTION CAN DO");
                lines_.paragraph(" ", say("Dit is een voorstel aan medewerkers. Een mens beslist erover.",
                                          "This is a proposal to the staff. A person decides."));
            }
            is_first = false;
            offer(" - ", one, page_.actions[i]);
        }
    }

    void offer(const std::string& mark, const explain::RecommendationReport& one, const explain::OwnAction& shown) {
        const advise::Recommendation& advice = one.advice;
        const model::Intervention& intervention = rules_.intervention(advice.intervention);
        lines_.strong(mark, explain::title_in_words(intervention));
        std::string who = explain::title_in_words(rules_.role(advice.by));
        if (one.person) who += " " + text_.of(shown.person);
        line(say("Wie: ", "Who: "), who);
        if (intervention.through) {
            line(say("Via: ", "Through: "), explain::title_in_words(rules_.role(intervention.through)));
        }
        const std::string when = when_words(advice, shown);
        if (!when.empty()) line(say("Wanneer: ", "When: "), when);
        if (intervention.duration) {
            line(say("Duurt: ", "Takes: "), explain::format_length(*intervention.duration, frame_.language));
        }
        std::vector<std::string> reasons;
        for (const model::SignalId reason : advice.reasons) {
            add_new(reasons, explain::title_in_words(rules_.signal(reason)));
        }
        if (reasons.empty()) {
            for (const model::PolicyId policy : advice.policies) {
                add_new(reasons, explain::title_in_words(rules_.policies[policy.index()]));
            }
        }
        if (!reasons.empty()) line(say("Waarom: ", "Why: "), listed(reasons, frame_.language));
        questions(intervention);
        if (advice.urgent) urgent();
        consent(advice);
        if (one.has_person_field && !one.person) {
            line({}, say("Wie dat voor jou is, weten we nog niet.", "We do not know yet who this is for you."));
        }
        for (const explain::ShownValue& note : shown.notes) line({}, text_.of(note));
        cite(one.sources);
    }

    void questions(const model::Intervention& intervention) {
        if (intervention.questions.empty()) return;
        std::string text;
        for (const std::string& question : intervention.questions) {
            text += (text.empty() ? "" : " ") + (say("„", "“") + question + "”");
        }
        line(say("Hier kan het over gaan: ", "It can be about: "), text);
    }

    [[nodiscard]] std::string when_words(const advise::Recommendation& advice, const explain::OwnAction& shown) const {
        std::vector<std::string> parts;
        if (advice.in_progress_since) {
            parts.push_back(say("dit loopt al sinds ", "this has been going on since ") +
                            text_.of(shown.in_progress_since));
        }
        if (!shown.not_before.empty()) parts.push_back(say("vanaf ", "from ") + text_.of(shown.not_before));
        if (advice.due) {
            std::string due = say("uiterlijk ", "by ") + text_.of(shown.due);
            if (*advice.due < report_.reference_date) due += say(" (die dag is voorbij)", " (that day has passed)");
            parts.push_back(std::move(due));
        }
        std::string text;
        for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
        return text;
    }

    void urgent() {
        line({}, say("Dit heeft haast.", "This is urgent."));
        const std::string route = crisis_route(rules_);
        if (!route.empty()) line(say("Heb je nu meteen hulp nodig? ", "Do you need help right now? "), route);
    }

    void consent(const advise::Recommendation& advice) {
        if (advice.consent == advise::Consent::ask) {
            line({}, say("Dit gebeurt alleen als jij het goedvindt. We vragen het je eerst.",
                         "This only happens if you agree. We ask you first."));
        } else if (advice.consent == advise::Consent::given) {
            line({}, say("Je hebt gezegd dat je dit goedvindt. Je mag dat altijd veranderen.",
                         "You said that you agree. You can always change your mind."));
        }
    }

    void plans() {
        if (report_.plans.empty()) return;
        heading("JE PLAN", "YOUR PLAN");
        for (std::size_t i = 0; i < report_.plans.size(); ++i) {
            const explain::PlanReport& plan = report_.plans[i];
            const PlanTexts texts = plan_texts(page_.explanation->plans_shown[i]);
            lines_.paragraph(" - ", plan_words(rules_, plan, texts, frame_.language));
            for (const std::string& step : steps_to_come(rules_, plan, texts, frame_.language)) {
                lines_.paragraph("   ", step);
            }
            cite(rules_.plan(plan.state.plan).sources);
        }
    }

    [[nodiscard]] PlanTexts plan_texts(const explain::PlanShown& shown) const {
        PlanTexts texts{text_.of(shown.current_step), text_.of(shown.step_count),  text_.of(shown.started),
                        text_.of(shown.next_review),  text_.of(shown.evaluate_on), {}};
        for (const explain::PlanStepShown& step : shown.steps) {
            texts.steps.push_back({text_.of(step.number), text_.of(step.not_before), text_.of(step.due)});
        }
        return texts;
    }

    void not_now() {
        std::vector<std::string> all;  // each once, and then those with their nodes
        std::vector<std::string> told;
        for (std::size_t i = 0; i < report_.suppressed.size(); ++i) {
            const std::string title =
                explain::title_in_words(rules_.intervention(report_.suppressed[i].intervention)) + ": ";
            const std::string& because = page_.because[i].text();
            const std::string words = explain::texts::as_sentence(title + because);
            if (std::ranges::find(all, words) != all.end()) continue;
            all.push_back(words);
            told.push_back(words.substr(0, title.size()) + text_.of(page_.because[i]) +
                           words.substr(title.size() + because.size()));
        }
        for (const explain::NotNeededReport& one : report_.not_needed) {
            for (const model::Advice& advice : rules_.policy(one.policy).advises) {
                const std::string title = advice.plan
                                              ? explain::title_in_words(rules_.plan(advice.plan))
                                              : explain::title_in_words(rules_.intervention(advice.intervention));
                if (is_advised(advice)) continue;
                const std::string words =
                    explain::texts::as_sentence(title + say(": dat is nu niet nodig", ": that is not needed now"));
                if (std::ranges::find(all, words) != all.end()) continue;
                all.push_back(words);
                told.push_back(words);
            }
        }
        if (all.empty()) return;
        heading("WAT NU NIET HOEFT", "WHAT IS NOT NEEDED NOW");
        for (const std::string& one : told) lines_.paragraph(" - ", one);
    }
    // Another policy may ask for it all the same.
    [[nodiscard]] bool is_advised(const model::Advice& advice) const {
        if (advice.plan) {
            return std::ranges::any_of(report_.plans, [&](const auto& plan) { return plan.state.plan == advice.plan; });
        }
        return std::ranges::any_of(report_.recommendations, [&](const explain::RecommendationReport& one) {
            return one.advice.intervention == advice.intervention;
        });
    }

    void unknown() {
        heading("WAT WE NIET WETEN", "WHAT WE DO NOT KNOW");
        std::vector<std::string> names;
        for (const explain::UndeterminedReport& one : report_.undetermined) {
            for (const std::string& name : one.missing) add_new(names, name);
        }
        if (!names.empty()) {
            lines_.paragraph(
                " ", say("Hierover hebben we geen of te weinig gegevens: ", "We have no data, or not enough, about: ") +
                         explain::missing_in_words(names, frame_.language) + ".");
        }
        if (!report_.faults.empty()) {
            lines_.paragraph(" ", say("Iets konden we niet uitrekenen. Dat ligt niet aan jou.",
                                      "We could not work something out. That is not because of you."));
        }
        if (names.empty() && report_.faults.empty()) {
            const bool is_open = !report_.undetermined.empty();
            lines_.paragraph(" ", is_open ? say("Niet alles is te beoordelen.", "Not everything can be judged.")
                                          : say("Wat we willen weten, is bekend.", "What we want to know is known."));
            return;
        }
        lines_.paragraph(" ", say("Je mag het ons vertellen. Het hoeft niet.", "You may tell us. You need not."));
    }

    void wrong() {
        heading("KLOPT ER IETS NIET?", "IS SOMETHING WRONG?");
        std::vector<std::string> people;
        for (const explain::Contact& one : page_.contacts) {
            people.push_back(text_.of(one.person) + (one.role.empty() ? "" : " (" + one.role + ")"));
        }
        const std::string whom = people.empty() ? say("iemand van je opleiding", "somebody of your programme")
                                                : explain::list_in_words(people, frame_.language, " of ", " or ");
        lines_.paragraph(" ",
                         say("Vraag het aan ", "Ask ") + whom +
                             say(". Je mag zien wat er over je is vastgelegd. Klopt het niet, dan mag je vragen het te "
                                 "verbeteren.",
                                 ". You may see what is recorded about you. If it is not right, you may ask to "
                                 "correct it."));
        lines_.paragraph(" ",
                         say("Een programma heeft deze pagina gemaakt met de regels van je opleiding. Het programma "
                             "beslist niets.",
                             "A program made this page with the rules of your programme. The program decides "
                             "nothing."));
    }

    void cite(const std::vector<model::Citation>& citations) {
        for (const model::Citation& citation : citations) {
            const std::string title = explain::title_in_words(rules_.references[citation.reference.index()]);
            auto known = std::ranges::find(sources_, title, &Source::title);
            if (known == sources_.end()) known = sources_.insert(sources_.end(), {title, {}});
            if (!citation.place.empty()) add_new(known->places, citation.place);
        }
    }
    // Once, at the end: they are many, and no part of what there is to talk about.
    void sources() {
        if (sources_.empty()) return;
        heading("WAAR DIT OP STEUNT", "WHAT THIS RESTS ON");
        for (const Source& source : sources_) {
            std::string text = source.title;
            for (std::size_t i = 0; i < source.places.size(); ++i) text += (i == 0 ? ": " : "; ") + source.places[i];
            lines_.paragraph(" - ", text);
        }
    }

    struct Source {
        std::string title;
        std::vector<std::string> places;
    };
    const model::RuleSet& rules_;
    const explain::StudentPage& page_;
    const StudentReport& report_;
    const ExplanationFrame& frame_;
    PageText text_;
    PageWriter& lines_;
    std::vector<Source> sources_;
};

}  // namespace

std::string render_student_page(const explain::Redactor& redactor, const explain::Visible<explain::StudentPage>& page,
                                const ExplanationFrame& frame) {
    TerminalWriter writer(frame.width, frame.colour, frame.plain ? std::optional(frame.language) : std::nullopt);
    write_student_page(redactor, page, frame, writer);
    return writer.take();
}

void write_student_page(const explain::Redactor& redactor, const explain::Visible<explain::StudentPage>& page,
                        const ExplanationFrame& frame, PageWriter& writer) {
    Page(redactor, *page, frame, writer).write();
}

}  // namespace wegwijzer::cli
