#include "engine/explain/agenda_json.h"

#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

class AgendaWriter {
  public:
    AgendaWriter(json::Writer& writer, const Redactor& redactor, const Agenda& agenda)
        : writer_(writer), rules_(redactor.rules()), language_(redactor.language()), agenda_(agenda) {}

    void write() {
        writer_.begin_object().key("reference_date").string(to_iso(agenda_.reference_date));
        writer_.key("weeks").begin_array();
        for (const agenda::Week& week : agenda_.weeks) {
            writer_.begin_object().key("monday").string(to_iso(week.monday));
            writer_.key("open").boolean(week.is_open).end_object();
        }
        writer_.end_array();
        number("students", agenda_.students);
        number("advised", agenda_.advised);
        writer_.key("counts").begin_object();
        for (const AgendaState state : {AgendaState::placed, AgendaState::waiting, AgendaState::later}) {
            number(json_name(state), agenda_.count(state));
        }
        number("late", agenda_.count_late());
        writer_.end_object();
        writer_.key("carriers").begin_array();
        for (const AgendaCarrier& carrier : agenda_.carriers) write(carrier);
        writer_.end_array().end_object();
    }

  private:
    void number(const char* key, std::size_t value) { writer_.key(key).integer(static_cast<std::int64_t>(value)); }

    void day_or_null(const char* key, const std::optional<Date>& day) {
        writer_.key(key);
        if (day) {
            writer_.string(to_iso(*day));
        } else {
            writer_.null();
        }
    }

    void places_or_null(const char* key, const std::optional<std::int64_t>& places) {
        writer_.key(key);
        if (places) {
            writer_.integer(*places);
        } else {
            writer_.null();
        }
    }

    void write(const AgendaCarrier& carrier) {
        const model::Role& role = rules_.role(carrier.role);
        writer_.begin_object().key("role").string(role.name).key("title").string(title_of(role));
        writer_.key("person").string_or_null(carrier.person);
        writer_.key("shared").boolean(carrier.is_shared);
        writer_.key("weeks").begin_array();
        for (std::size_t i = 0; i < carrier.weeks.size(); ++i) {
            const AgendaCarrierWeek& week = carrier.weeks[i];
            writer_.begin_object().key("week").string(to_iso(agenda_.weeks[i].monday));
            places_or_null("per_week", week.places ? std::optional(week.places->per_week) : std::nullopt);
            places_or_null("reserved", week.places ? std::optional(week.places->reserved) : std::nullopt);
            number("taken", week.taken);
            number("reserved_taken", week.reserved_taken);
            number("on_top", week.on_top);
            writer_.end_object();
        }
        writer_.end_array().key("advice").begin_array();
        for (const AgendaItem& item : carrier.items) write(item);
        writer_.end_array().end_object();
    }

    void write(const AgendaItem& item) {
        const advise::Recommendation& advice = item.report.advice;
        const model::Intervention& intervention = rules_.intervention(advice.intervention);
        writer_.begin_object().key("student").string(item.student).key("name").string_or_null(item.name);
        writer_.key("intervention").string(intervention.name).key("title").string(title_of(intervention));
        writer_.key("person").string_or_null(item.report.person);
        writer_.key("state").string(json_name(item.state));
        day_or_null("week",
                    item.placement.week ? std::optional(agenda_.weeks[*item.placement.week].monday) : std::nullopt);
        writer_.key("on_top").boolean(item.placement.place == agenda::Place::on_top);
        writer_.key("without_signal").boolean(item.without_signal);
        writer_.key("urgent").boolean(advice.urgent);
        writer_.key("priority").integer(advice.priority);
        day_or_null("not_before", advice.not_before);
        day_or_null("due", advice.due);
        writer_.key("late").boolean(item.is_late);
        day_or_null("in_progress_since", advice.in_progress_since);
        day_or_null("appointment", item.report.appointment);
        day_or_null("waiting_since", item.state == AgendaState::waiting ? std::optional(item.since) : std::nullopt);
        writer_.key("consent").string(json_name(advice.consent));
        writer_.key("notes").begin_array();
        for (const Localized& note : item.report.notes) writer_.string(note.in(language_));
        writer_.end_array();
        writer_.end_object();
    }

    json::Writer& writer_;
    const model::RuleSet& rules_;
    Language language_;
    const Agenda& agenda_;
};

}  // namespace

const char* json_name(AgendaState state) {
    switch (state) {
        case AgendaState::placed: return "placed";
        case AgendaState::waiting: return "waiting";
        case AgendaState::later: break;
    }
    return "later";
}

void write_json(json::Writer& writer, const Redactor& redactor, const Visible<Agenda>& agenda) {
    AgendaWriter(writer, redactor, *agenda).write();
}

}  // namespace wegwijzer::explain
