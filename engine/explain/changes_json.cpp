#include "engine/explain/changes_json.h"

#include "engine/explain/field_value_json.h"
#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

using margins::Boundary;
using margins::Effect;

const char* json_name(Effect effect) {
    switch (effect) {
        case Effect::ends: return "ends";
        case Effect::starts: return "starts";
        case Effect::severity: break;
    }
    return "severity";
}

const char* json_name(Boundary boundary) {
    switch (boundary) {
        case Boundary::exactly: return "is";
        case Boundary::at_least: return "at_least";
        case Boundary::at_most: return "at_most";
        case Boundary::any: return "any";
        case Boundary::other: break;
    }
    return "other_than";
}

class ChangesWriter {
  public:
    ChangesWriter(json::Writer& writer, const model::RuleSet& rules) : writer_(writer), rules_(rules) {}

    void write(const OfferShown& change) {
        const margins::Offer& offer = change.offer;
        writer_.begin_object();
        writer_.key("node").string(change.node);
        writer_.key("effect").string(json_name(offer.effect));
        writer_.key("severity");
        if (offer.effect == Effect::ends) {
            writer_.null();
        } else {
            writer_.string(explain::json_name(offer.severity));
        }
        std::visit([this](const auto& what) { write(what); }, offer.what);
        writer_.key("near").boolean(change.is_near);
        writer_.key("sentence").string(change.sentence.text());
        writer_.end_object();
    }

  private:
    void write(const margins::FieldOffer& what) {
        writer_.key("kind").string("field");
        write(rules_.schema->field(what.field), what.wanted);
    }
    void write(const margins::EventOffer& what) {
        const Series& series = rules_.schema->series_of(what.series);
        writer_.key("kind").string("event");
        writer_.key("series").string(series.plural);
        writer_.key("count").integer(static_cast<std::int64_t>(what.count));
        writer_.key("day").string(to_iso(what.day));
        writer_.key("until");
        if (what.until) {
            writer_.string(to_iso(*what.until));
        } else {
            writer_.null();
        }
        writer_.key("fields").begin_array();
        for (const margins::EventOffer::Field& one : what.fields) {
            writer_.begin_object();
            write(series.fields[one.field.index()], one.wanted);
            writer_.end_object();
        }
        writer_.end_array();
    }
    void write(const margins::TimeOffer& what) {
        writer_.key("kind").string("time");
        writer_.key("day").string(to_iso(what.day));
    }

    void write(const margins::PairOffer& what) {
        writer_.key("kind").string("pair");
        writer_.key("parts").begin_array();
        for (const margins::PairOffer::Part& part : what.parts) {
            writer_.begin_object();
            std::visit([this](const auto& one) { write(one); }, part);
            writer_.end_object();
        }
        writer_.end_array();
    }

    void write(const Field& field, const margins::Wanted& wanted) {
        writer_.key("field").string(field.name);
        writer_.key("comparison").string(json_name(wanted.boundary));
        writer_.key("value");
        if (wanted.boundary == Boundary::other || wanted.boundary == Boundary::any) {
            writer_.null();
        } else {
            write_field_value(writer_, field.type, wanted.value);
        }
        writer_.key("beyond");
        if (wanted.beyond) {
            write_field_value(writer_, field.type, *wanted.beyond);
        } else {
            writer_.null();
        }
        writer_.key("others").begin_array();
        for (const model::FieldValue& other : wanted.others) write_field_value(writer_, field.type, other);
        writer_.end_array();
    }

    json::Writer& writer_;
    const model::RuleSet& rules_;
};

}  // namespace

void write_changes(json::Writer& writer, const model::RuleSet& rules, const std::vector<OfferShown>& changes,
                   bool is_all) {
    writer.key("changes").begin_array();
    for (const OfferShown& change : changes) ChangesWriter(writer, rules).write(change);
    writer.end_array();
    writer.key("changes_complete").boolean(is_all);
}

}  // namespace wegwijzer::explain
