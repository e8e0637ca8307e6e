#include "engine/explain/margin_json.h"

#include "engine/explain/report_json.h"

namespace wegwijzer::explain {
namespace {

using margins::Distance;
using margins::Measure;
using margins::Scale;
using margins::Turn;

const char* json_name(Measure measure) {
    switch (measure) {
        case Measure::number: return "number";
        case Measure::grade: return "grade";
        case Measure::percentage_points: return "percentage_points";
        case Measure::days: return "days";
        case Measure::working_days: return "working_days";
        case Measure::events: return "events";
        case Measure::signals: return "signals";
        case Measure::conditions: return "conditions";
        case Measure::steps: break;
    }
    return "steps";
}

class MarginWriter {
  public:
    MarginWriter(json::Writer& writer, const model::RuleSet& rules, const Scale& scale)
        : writer_(writer), rules_(rules), scale_(scale) {}

    void unit() {
        writer_.key("unit").string(json_name(scale_.measure));
        writer_.key("unit_name");
        if (scale_.measure != Measure::number || scale_.type.unit.empty()) {
            writer_.null();
        } else {
            writer_.string(scale_.type.unit);
        }
        writer_.key("step");
        amount(Ratio{1, scale_.steps_per_one});
    }
    void value(const char* key, const Ratio& place) {
        writer_.key(key);
        value(place);
    }
    void difference(const Ratio& by) {
        writer_.key("difference");
        amount(by);
    }
    void range(const margins::Question& question) {
        writer_.key("range");
        const auto* within = std::get_if<margins::Within>(&question);
        if (within == nullptr) {
            writer_.null();
            return;
        }
        writer_.begin_object();
        value("from", within->low);
        value("to", within->high);
        writer_.end_object();
    }
    void turn(const char* key, const std::optional<Turn>& turn) {
        writer_.key(key);
        if (!turn) {
            writer_.null();
            return;
        }
        writer_.begin_object();
        turns_at(*turn);
        writer_.end_object();
    }
    void turn(const char* key, const std::optional<SeverityTurn>& turn) {
        writer_.key(key);
        if (!turn) {
            writer_.null();
            return;
        }
        writer_.begin_object().key("severity");
        if (turn->severity == model::Severity::none) {
            writer_.null();
        } else {
            writer_.string(explain::json_name(turn->severity));
        }
        turns_at(turn->turn);
        writer_.end_object();
    }
    void window(const std::optional<margins::WindowExit>& exit) {
        writer_.key("window");
        if (!exit) {
            writer_.null();
            return;
        }
        writer_.begin_object().key("events").integer(static_cast<std::int64_t>(exit->events));
        writer_.key("oldest").string(to_iso(exit->oldest));
        writer_.key("leaving").integer(static_cast<std::int64_t>(exit->leaving));
        writer_.key("counts_through").string(to_iso(exit->counts_through));
        writer_.key("turns_on");
        if (exit->turns_on) {
            writer_.string(to_iso(*exit->turns_on));
        } else {
            writer_.null();
        }
        writer_.end_object();
    }

  private:
    void turns_at(const Turn& turn) {
        value("at", turn.at);
        difference(turn.by);
    }
    void number(const Ratio& ratio) {
        if (const std::optional<Decimal> fits = ratio.rounded()) {
            writer_.decimal(*fits);
        } else {
            writer_.null();
        }
    }
    void value(const Ratio& place) {
        const auto whole = static_cast<std::int64_t>(place.numerator / place.denominator);
        switch (scale_.type.kind) {
            case model::ValueKind::date:
                writer_.string(to_iso(Date::from_days(static_cast<std::int32_t>(whole))));
                return;
            case model::ValueKind::choice:
                writer_.string(
                    rules_.choice_domains[scale_.type.choices.index()].names[static_cast<std::size_t>(whole)]);
                return;
            case model::ValueKind::severity:
                writer_.string(whole == 0 ? "none" : explain::json_name(static_cast<model::Severity>(whole)));
                return;
            case model::ValueKind::boolean:
            case model::ValueKind::number:
            case model::ValueKind::grade:
            case model::ValueKind::percentage:
            case model::ValueKind::points:
            case model::ValueKind::duration:
            case model::ValueKind::text: break;
        }
        number(place);
    }
    // A difference that is not nothing is never written as 0.
    void amount(Ratio by) {
        if (scale_.measure == Measure::percentage_points) by.numerator *= 100;
        const std::optional<Decimal> rounded = by.rounded();
        if (rounded && *rounded == Decimal{} && by.numerator != 0) {
            writer_.decimal(Decimal::from_micros(by.numerator < 0 ? -1 : 1));
        } else {
            number(by);
        }
    }

    json::Writer& writer_;
    const model::RuleSet& rules_;
    const Scale& scale_;
};

}  // namespace

void write_margin(json::Writer& writer, const model::RuleSet& rules, const std::optional<Margin>& margin) {
    writer.key("margin");
    if (!margin) {
        writer.null();
        return;
    }
    const Distance& distance = margin->distance;
    MarginWriter write(writer, rules, distance.scale);
    writer.begin_object();
    write.unit();
    write.value("value", distance.value);
    write.value("threshold", distance.threshold);
    write.range(distance.question);
    write.difference(distance.above);
    writer.key("holds").string(distance.holds ? "yes" : "no");
    write.turn("up", distance.up);
    write.turn("down", distance.down);
    write.window(margin->window);
    writer.end_object();
}

void write_severity_margin(json::Writer& writer, const model::RuleSet& rules,
                           const std::optional<SeverityMargin>& margin) {
    writer.key("severity_margin");
    if (!margin) {
        writer.null();
        return;
    }
    MarginWriter write(writer, rules, margin->scale);
    writer.begin_object();
    write.unit();
    write.value("value", margin->value);
    write.turn("higher", margin->higher);
    write.turn("lower", margin->lower);
    writer.end_object();
}

}  // namespace wegwijzer::explain
