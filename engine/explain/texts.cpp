#include "engine/explain/texts.h"

#include <algorithm>

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::explain::texts {
namespace {

std::string joined(const std::vector<std::string>& names, const char* last) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) text += i + 1 == names.size() ? last : ", ";
        text += "`" + names[i] + "`";
    }
    return text;
}

// " op 3 september 2026", or nothing.
Localized on_day(std::optional<Date> day) {
    if (!day) return {};
    return {" op " + format_date(*day, Language::nl), " on " + format_date(*day, Language::en)};
}

// " (er ontbreekt: `gesprekken`)", or nothing.
Localized missing_part(const std::vector<std::string>& missing) {
    if (missing.empty()) return {};
    const Localized list = list_of(missing);
    return {" (er ontbreekt: " + list.nl + ")", " (missing: " + list.en + ")"};
}

}  // namespace

Localized list_of(const std::vector<std::string>& names) { return {joined(names, " en "), joined(names, " and ")}; }

Localized unless_unknown(const std::string& policy, const std::vector<std::string>& missing) {
    const Localized part = missing_part(missing);
    return {"onbekend of dit nu nodig is: een `tenzij` van `" + policy + "` is niet te bepalen" + part.nl,
            "unknown whether this is needed now: an `unless` of `" + policy + "` can't be determined" + part.en};
}

Localized deadline_moved(std::optional<Date> from, std::optional<Date> to) {
    if (!from || !to)
        return {"de uiterste datum is verschoven: eerder kan dit niet",
                "the deadline has moved: this can't be done earlier"};
    return {"de uiterste datum is verschoven van " + format_date(*from, Language::nl) + " naar " +
                format_date(*to, Language::nl) + ": eerder kan dit niet",
            "the deadline has moved from " + format_date(*from, Language::en) + " to " +
                format_date(*to, Language::en) + ": this can't be done earlier"};
}

Localized term_unknown(const std::string& policy, const std::vector<std::string>& missing) {
    const Localized part = missing_part(missing);
    return {"de uiterste datum van `" + policy + "` is onbekend" + part.nl,
            "the deadline of `" + policy + "` is unknown" + part.en};
}

Localized phase_unknown() {
    return {"onbekend of dit in deze fase past: de startdatum ontbreekt",
            "unknown whether this fits the phase: the start date is missing"};
}

Localized not_before_unknown() {
    return {"onbekend vanaf welke dag dit kan: de startdatum ontbreekt",
            "unknown from which day this can be done: the start date is missing"};
}

Localized comes_first(const std::string& waiting) {
    return {"eerst dit; daarna kan `" + waiting + "`", "this comes first; `" + waiting + "` comes after it"};
}

Localized limit_unknown(const std::string& intervention, const std::vector<std::string>& missing) {
    const Localized part = missing_part(missing);
    return {
        "onbekend of `" + intervention + "` hier weer kan: hoe vaak het hooguit mag, is niet te bepalen" + part.nl,
        "unknown whether `" + intervention + "` can be done again: how often it may be can't be determined" + part.en};
}

Localized followups_unknown(const std::string& series) {
    return {"onbekend of dit al gedaan is: er zijn geen `" + series + "` bij de gegevens",
            "unknown whether this was done before: there are no `" + series + "` in the data"};
}

Localized followup_undated(const std::string& intervention) {
    return {"een opvolging van `" + intervention + "` heeft geen datum en telt niet mee",
            "a follow-up of `" + intervention + "` has no date and does not count"};
}

Localized consent_refused(std::optional<Date> day) {
    const Localized on = on_day(day);
    return {"de student heeft dit" + on.nl + " geweigerd; het is spoed",
            "the student refused this" + on.en + "; it is urgent"};
}
Localized consent_withdrawn(std::optional<Date> day) {
    const Localized on = on_day(day);
    return {"de student heeft de toestemming" + on.nl + " ingetrokken; het is spoed",
            "the student withdrew the consent" + on.en + "; it is urgent"};
}

Localized overruled_by(const std::string& policy) {
    return {"`" + policy + "` gaat voor", "`" + policy + "` comes first"};
}
Localized overruled_by_hidden(const Localized& whom) {
    const Localized reason = restricted_reason(whom);
    return {"een ander advies gaat voor (" + reason.nl + ")", "other advice comes first (" + reason.en + ")"};
}
Localized not_in_phase(const std::string& phase) {
    return {"niet in de fase `" + phase + "`", "not in the phase `" + phase + "`"};
}
Localized not_in_hidden_phase(const Localized& whom) {
    const Localized reason = restricted_reason(whom);
    return {"niet in deze fase (" + reason.nl + ")", "not in this phase (" + reason.en + ")"};
}
Localized excluded_by(const std::string& intervention) {
    return {"niet samen met `" + intervention + "`", "not together with `" + intervention + "`"};
}

Localized refused(ConsentStatus status) {
    if (status == ConsentStatus::withdrawn) {
        return {"de student heeft de toestemming ingetrokken", "the student withdrew the consent"};
    }
    return {"de student wil dit niet", "the student does not want this"};
}
Localized just_followed(Date carried_out, std::optional<Length> limit) {
    Localized text{"al gedaan op " + format_date(carried_out, Language::nl),
                   "done on " + format_date(carried_out, Language::en)};
    if (limit) {
        text.nl += " (hooguit eens per " + format_length(*limit, Language::nl) + ")";
        text.en += " (at most once per " + format_length(*limit, Language::en) + ")";
    }
    return text;
}
Localized waits_for(const std::string& first, const Localized& because) {
    return {"eerst `" + first + "`; " + because.nl, "first `" + first + "`; " + because.en};
}

Localized not_in_the_rules() { return {"de regels kennen dit niet meer", "the rules do not know this any more"}; }
Localized not_advised_by_the_rules() { return {"de regels adviseren het nu niet", "the rules do not advise it now"}; }
Localized carried_out_on(Date day) {
    return {"gedaan op " + format_date(day, Language::nl), "done on " + format_date(day, Language::en)};
}
Localized waived_on(Date day) {
    return {"van afgezien op " + format_date(day, Language::nl), "waived on " + format_date(day, Language::en)};
}
Localized advised_to(const std::string& role) { return {"nu door " + role, "now by " + role}; }
Localized stopped_by(const std::string& words) { return {"nu geldt: " + words, "now holds: " + words}; }
Localized holds_no_longer(const std::string& signal) {
    return {"`" + signal + "` geldt niet meer", "`" + signal + "` does not hold any more"};
}
Localized can_not_be_judged_now(const std::string& signal) {
    return {"`" + signal + "` is nu niet te beoordelen", "`" + signal + "` can't be judged now"};
}

Localized no_person(const std::string& field, const std::string& role) {
    return {"onbekend wie `" + role + "` is voor deze student: `" + field + "` is niet ingevuld",
            "unknown who is `" + role + "` for this student: `" + field + "` is not filled in"};
}

Localized kind_of(model::SignalKind kind) {
    switch (kind) {
        case model::SignalKind::strength: return {"kracht", "strength"};
        case model::SignalKind::opportunity: return {"kans", "opportunity"};
        case model::SignalKind::signal: break;
    }
    return {"signaal", "signal"};
}

Localized fault(model::FaultKind kind) {
    switch (kind) {
        case model::FaultKind::division_by_zero: return {"er wordt door nul gedeeld", "it divides by zero"};
        case model::FaultKind::overflow: break;
    }
    return {"de uitkomst is te groot", "the result is too large"};
}

Localized fault_in(const Localized& rule, model::FaultKind kind, const std::string& words) {
    const Localized what = fault(kind);
    const std::string quoted = words.empty() ? std::string() : "`" + words + "`";
    const std::string nl = words.empty() ? what.nl : "in " + quoted + ": " + what.nl;
    const std::string en = words.empty() ? what.en : "in " + quoted + ": " + what.en;
    return {rule.nl + " is niet te bepalen, " + nl, rule.en + " can't be determined, " + en};
}

Localized whom_to_ask(const model::RuleSet& rules, model::RoleId by) {
    constexpr std::size_t most = 3;
    std::vector<std::string> titles;
    if (!by.is_none() && rules.role(by).line == model::Line::second) {
        titles.push_back(title_in_words(rules.role(by)));
    } else {
        for (const model::Role& role : rules.roles) {
            if (role.line == model::Line::second && titles.size() < most) titles.push_back(title_in_words(role));
        }
    }
    // Who has no second line has the mentor, who may read what is confidential too.
    if (titles.empty() && !rules.schema->mentor.is_none()) return {"de eigen mentor", "the own mentor"};
    return {list_in_words(titles, Language::nl, " of ", " or "), list_in_words(titles, Language::en, " of ", " or ")};
}

Localized restricted_reason(const Localized& whom) {
    Localized text{"reden alleen voor de tweede lijn", "reason for the second line only"};
    if (!whom.nl.empty()) {
        text.nl += "; vraag het aan " + whom.nl;
        text.en += "; ask " + whom.en;
    }
    return text;
}

Localized complete_to(const Series& series, Date day, Date reference_date) {
    // Series have a name for many, which need not be a plural: "presenties zijn", "verzuim is".
    const bool is_many =
        series.plural != series.singular && (series.plural.ends_with('n') || series.plural.ends_with('s'));
    const std::string name = in_words(series.plural);
    return {
        name + (is_many ? " zijn" : " is") + " bijgewerkt t/m " + format_date_near(day, reference_date, Language::nl),
        name + (is_many ? " are" : " is") + " complete to " + format_date_near(day, reference_date, Language::en)};
}

}  // namespace wegwijzer::explain::texts
