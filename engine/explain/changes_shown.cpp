#include "engine/explain/changes_shown.h"

#include <algorithm>
#include <iterator>

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/report_json.h"
#include "engine/explain/value_words.h"
#include "engine/margins/decisive.h"
#include "engine/margins/pairs.h"

namespace wegwijzer::explain {
namespace {

using margins::Boundary;
using margins::Effect;

// An event of the past, a trait, the start date, and what a text or an unordered keuze says (a programme, a sector): not what one works on.
bool is_given(const Schema& schema, const margins::FieldOffer& change) {
    const Field& field = schema.field(change.field);
    const FieldKind kind = field.type.kind;
    return field.privacy.needs_motivation || field.privacy.special || change.field == schema.start ||
           kind == FieldKind::text || (kind == FieldKind::choice && !field.type.ordered);
}
bool is_given(const Schema& schema, const margins::Offer& offer, Date reference_date) {
    if (const auto* event = std::get_if<margins::EventOffer>(&offer.what)) return event->day < reference_date;
    if (const auto* change = std::get_if<margins::FieldOffer>(&offer.what)) return is_given(schema, *change);
    const auto* pair = std::get_if<margins::PairOffer>(&offer.what);
    return pair != nullptr && std::ranges::any_of(pair->parts, [&](const margins::PairOffer::Part& part) {
               const auto* change = std::get_if<margins::FieldOffer>(&part);
               return change != nullptr && is_given(schema, *change);
           });
}

// What is changed, in a node.
std::string name_of(const Schema& schema, const margins::FieldOffer& offer) { return schema.field(offer.field).name; }
std::string name_of(const Schema& schema, const margins::EventOffer& offer) {
    return schema.series_of(offer.series).plural;
}
std::string name_of(const Schema& /*schema*/, const margins::TimeOffer& /*offer*/) { return "time"; }
std::string name_of(const Schema& schema, const margins::PairOffer& offer) {
    const auto name = [&](const auto& part) { return name_of(schema, part); };
    return std::visit(name, offer.parts[0]) + "+" + std::visit(name, offer.parts[1]);
}

}  // namespace

ChangesInWords::ChangesInWords(const margins::Preparations& preparations, const Cohort& cohort, std::size_t student,
                               Date reference_date, const trace::Trace& trace, Language language)
    : preparations_(preparations),
      rules_(preparations.rules()),
      cohort_(cohort),
      student_(student),
      reference_date_(reference_date),
      trace_(trace),
      language_(language) {}

ChangesShown ChangesInWords::changes_of(model::SignalId signal, ChangesWanted wanted) const {
    if (wanted == ChangesWanted::none) return {};
    const model::SignalStatus status = trace_.outcome.signals[signal.index()].status;
    if (status != model::SignalStatus::active &&
        margins::decisive_conditions(rules_, trace_, signal, signal.index()).empty()) {
        return {};
    }
    if (wanted == ChangesWanted::full) return search(signal, margins::Depth::full, true);
    const bool with_pairs = wanted == ChangesWanted::quick && status == model::SignalStatus::active;
    return search(signal, margins::Depth::quick, with_pairs);
}

ChangesShown ChangesInWords::all_changes_of(model::SignalId signal) const {
    return search(signal, margins::Depth::full, true);
}

ChangesShown ChangesInWords::search(model::SignalId signal, margins::Depth depth, bool with_pairs) const {
    margins::OffersFound found = margins::find_offers(preparations_, cohort_, student_, reference_date_, signal, depth);
    if (!with_pairs) return {show(signal, std::move(found.offers)), found.is_all};
    margins::PairsFound pairs =
        margins::find_pairs(preparations_, cohort_, student_, reference_date_, signal, found.offers);
    std::ranges::move(pairs.offers, std::back_inserter(found.offers));
    return {show(signal, std::move(found.offers)), found.is_all && pairs.is_all};
}

// What changes and the effect, "motivatie/ends", so that the node is the same however much was searched.
Node ChangesInWords::place_of(model::SignalId signal, const margins::Offer& offer,
                              const std::vector<OfferShown>& before) const {
    const Node place = Node("signals") / rules_.signal(signal).name / "changes";
    const std::string what = std::visit([&](const auto& one) { return name_of(*rules_.schema, one); }, offer.what);
    const std::string_view effect = offer.effect == Effect::ends     ? "ends"
                                    : offer.effect == Effect::starts ? "starts"
                                                                     : json_name(offer.severity);
    const Node node = place / what / effect;
    const bool is_new = std::ranges::find(before, node.path(), &OfferShown::node) == before.end();
    return is_new ? node : place / before.size();
}

std::vector<OfferShown> ChangesInWords::show(model::SignalId signal, std::vector<margins::Offer> offers) const {
    const std::vector<trace::StepId> decisive = margins::decisive_conditions(rules_, trace_, signal, signal.index());
    std::vector<OfferShown> shown;
    for (margins::Offer& offer : offers) {
        const Node node = place_of(signal, offer, shown);
        OfferShown one;
        one.node = node.path();
        one.sentence = sentence(rules_.signal(signal), offer, node);
        one.is_near = margins::is_near(rules_, cohort_, student_, reference_date_, offer, trace_, decisive);
        one.is_given = is_given(*rules_.schema, offer, reference_date_);
        one.offer = std::move(offer);
        shown.push_back(std::move(one));
    }
    return shown;
}

// ---- sentences ------------------------------------------------------------------------------------------------------

Phrase ChangesInWords::sentence(const model::Signal& signal, const margins::Offer& offer, const Node& node) const {
    Phrase words;
    if (const auto* time = std::get_if<margins::TimeOffer>(&offer.what)) {
        const ShownValue day = (node / "day").shows(format_date_near(time->day, reference_date_, language_));
        words.add(say("Als er niets bij komt, ", "If nothing is added, "));
        words.add(effect_words(signal, offer, true)).add(say(" vanaf ", " from ")).add(day);
        if (language_ == Language::en) words.add(" on");
        return words.add(".");
    }
    if (const auto* field = std::get_if<margins::FieldOffer>(&offer.what)) {
        words.add(say("Bij ", "With ")).add(condition_of(*field, node));
    } else if (const auto* event = std::get_if<margins::EventOffer>(&offer.what)) {
        words.add(say("Met ", "With ")).add(condition_of(*event, node));
    } else {
        words.add(condition_of(std::get<margins::PairOffer>(offer.what), node));
    }
    return words.add(say(" ", ", ")).add(effect_words(signal, offer, true)).add(".");
}

// "vervalt dit signaal", "geldt deze kracht (hoog)", "wordt dit signaal hoog".
std::string ChangesInWords::effect_words(const model::Signal& signal, const margins::Offer& offer,
                                         bool verb_first) const {
    std::string subject;
    switch (signal.kind) {
        case model::SignalKind::signal: subject = say("dit signaal", "this signal"); break;
        case model::SignalKind::strength: subject = say("deze kracht", "this strength"); break;
        case model::SignalKind::opportunity: subject = say("deze kans", "this opportunity"); break;
    }
    const std::string severity = format_severity(offer.severity, language_);
    std::string verb;
    std::string behind;
    switch (offer.effect) {
        case Effect::ends: verb = say("vervalt", "ends"); break;
        case Effect::starts:
            verb = say("geldt", "holds");
            if (signal.levels.size() > 1) behind = " (" + severity + ")";
            break;
        case Effect::severity:
            verb = say("wordt", "becomes");
            behind = " " + severity;
            break;
    }
    if (language_ == Language::nl && verb_first) return verb + " " + subject + behind;
    return subject + " " + verb + behind;
}

Phrase ChangesInWords::condition_of(const margins::FieldOffer& offer, const Node& node) const {
    const Field& field = rules_.schema->field(offer.field);
    Phrase words;
    words.add(in_words(field.name)).add(field.type.kind == FieldKind::boolean ? ": " : " ");
    return words.add(wanted_words(field.type, offer.wanted, node / "value"));
}

// "Bij motivatie 3 of hoger én met nog één toets (vak wiskunde)".
Phrase ChangesInWords::condition_of(const margins::PairOffer& offer, const Node& node) const {
    const auto is_event = [&](std::size_t i) { return std::holds_alternative<margins::EventOffer>(offer.parts[i]); };
    Phrase words;
    words.add(say(is_event(0) ? "Met " : "Bij ", "With both "));
    for (std::size_t i = 0; i < offer.parts.size(); ++i) {
        if (i > 0) words.add(say(is_event(i) && !is_event(i - 1) ? " én met " : " én ", " and "));
        const Node place = node / "parts" / i;
        words.add(std::visit([&](const auto& part) { return condition_of(part, place); }, offer.parts[i]));
    }
    return words;
}

// "nog één toets (vak wiskunde, cijfer lager dan 5,5), uiterlijk 23 november,"
Phrase ChangesInWords::condition_of(const margins::EventOffer& offer, const Node& node) const {
    const Series& series = rules_.schema->series_of(offer.series);
    Phrase words;
    const bool is_one = offer.count == 1;
    if (is_one) {
        words.add(say("nog één ", "one more ")).add(in_words(series.singular));
    } else {
        words.add(say("nog ", "")).add((node / "count").shows(std::to_string(offer.count)));
        words.add(say(" ", " more ")).add(in_words(series.plural));
    }
    bool is_first = true;
    for (const margins::EventOffer::Field& one : offer.fields) {
        const bool is_free = one.wanted.boundary == Boundary::other && one.wanted.others.empty();
        if (one.wanted.boundary == Boundary::any || is_free) continue;
        const Field& field = series.fields[one.field.index()];
        words.add(!is_first ? ", " : is_one ? " (" : say(" (elk met ", " (each with "));
        is_first = false;
        words.add(in_words(field.name)).add(field.type.kind == FieldKind::boolean ? ": " : " ");
        words.add(wanted_words(field.type, one.wanted, node / field.name));
    }
    if (!is_first) words.add(")");
    const auto day = [&](const char* name, Date date) {
        return (node / name).shows(format_date_near(date, reference_date_, language_));
    };
    const bool has_end = offer.until && *offer.until > offer.day;
    if (offer.day == reference_date_ && has_end) {
        words.add(say(", uiterlijk ", ", no later than ")).add(day("until", *offer.until));
        words.add(language_ == Language::nl ? "," : "");
    } else if (has_end) {
        words.add(say(" van ", " from ")).add(day("day", offer.day));
        words.add(say(" t/m ", " to ")).add(day("until", *offer.until));
    } else if (offer.day != reference_date_ || offer.until) {
        words.add(say(" op ", " on ")).add(day("day", offer.day));
    }
    return words;
}

Phrase ChangesInWords::wanted_words(const FieldType& type, const margins::Wanted& wanted, const Node& node) const {
    Phrase words;
    const auto value = [&](const model::FieldValue& one) {
        return node.shows(value_in_words(type, one, reference_date_, language_));
    };
    const bool is_day = type.kind == FieldKind::date;
    const bool is_high = is_high_or_low(type);
    switch (wanted.boundary) {
        case Boundary::exactly: {
            std::vector<model::FieldValue> values = {wanted.value};
            values.insert(values.end(), wanted.others.begin(), wanted.others.end());
            return words.add(node.shows(values_in_words(type, values, reference_date_, language_)));
        }
        case Boundary::at_least:
            if (is_day) return words.add(value(wanted.value)).add(say(" of later", " or later"));
            if (wanted.beyond) {
                words.add(is_high ? say("hoger dan ", "above ") : say("meer dan ", "more than "));
                return words.add(value(*wanted.beyond));
            }
            words.add(value(wanted.value));
            return words.add(is_high ? say(" of hoger", " or higher") : say(" of meer", " or more"));
        case Boundary::at_most:
            if (is_day) return words.add(value(wanted.value)).add(say(" of eerder", " or earlier"));
            if (wanted.beyond) {
                words.add(is_high ? say("lager dan ", "below ") : say("minder dan ", "less than "));
                return words.add(value(*wanted.beyond));
            }
            words.add(value(wanted.value));
            return words.add(is_high ? say(" of lager", " or lower") : say(" of minder", " or less"));
        case Boundary::any: return words.add(say("onbeperkt", "of any kind"));
        case Boundary::other: break;
    }
    if (wanted.others.empty()) return words.add(say("naar keuze", "of any kind"));
    words.add(say("anders dan ", "other than "));
    return words.add(node.shows(values_in_words(type, wanted.others, reference_date_, language_)));
}

}  // namespace wegwijzer::explain
