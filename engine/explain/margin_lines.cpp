// The distance to a threshold, in words: "22 procentpunt eronder", "niet meer onder 5,5 of boven 7", "de oudste telt mee t/m
// 8 november". Short, and nothing where the number stands there already.
#include "engine/explain/condition_lines.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::explain {
namespace {

using margins::Against;
using margins::Measure;
using margins::Within;

bool is_below(const Ratio& difference) { return difference.numerator < 0; }
bool is_nothing(const Ratio& value) { return value.numerator == 0; }

// Of few events, and of places in an order, people see it at once.
bool is_said(Measure measure) {
    switch (measure) {
        case Measure::number:
        case Measure::grade:
        case Measure::percentage_points:
        case Measure::days:
        case Measure::working_days: return true;
        case Measure::events:
        case Measure::signals:
        case Measure::conditions:
        case Measure::steps: break;
    }
    return false;
}

bool is_date(const margins::Scale& scale) { return scale.type.kind == model::ValueKind::date; }

model::ValueType type_of_difference(const margins::Scale& scale) {
    model::ValueType type = scale.type;
    if (scale.measure == Measure::percentage_points) type.kind = model::ValueKind::points;
    if (scale.measure == Measure::days) type.kind = model::ValueKind::duration;
    return type;
}

// The number that a text starts with: "48%", "5,0", "16,5 uur".
std::optional<Decimal> number_read(const std::string& text, Language language) {
    const std::string digits = text.substr(0, text.find_first_not_of("-0123456789,."));
    return parse_decimal(digits, language == Language::nl ? ',' : '.');
}

}  // namespace

void ConditionLines::set_margin(const trace::Step& step, ConditionLine& line) const {
    if (line.value.empty()) return;
    const std::optional<margins::Asked> asked = margins::asked_by(rules_, trace_, step);
    if (!asked) return;
    line.margin =
        Margin{asked->distance, margins::window_exit(rules_, cohort_, student_, reference_date_, trace_, step, *asked)};
    line.distance = distance_in_words(line);
    line.leaving = leaving_in_words(line);
}

std::string ConditionLines::difference_text(const margins::Scale& scale, Ratio difference, const ShownValue& value,
                                            const ShownValue& threshold) const {
    // What lies between the numbers that stand there: of rounded ones that may be a little more or less.
    if (scale.measure != Measure::days) {
        const std::optional<Decimal> from = number_read(value.text(), language_);
        const std::optional<Decimal> to = number_read(threshold.text(), language_);
        const std::optional<Decimal> read = from && to ? subtract(*from, *to) : std::nullopt;
        if (read && *read != Decimal{}) {
            difference = Ratio::of(*read);
            if (scale.measure == Measure::percentage_points) difference.denominator *= 100;
        }
    }
    if (is_below(difference)) difference.numerator = -difference.numerator;
    // Never read as nothing when it is something.
    const std::vector<Ratio> nothing{Ratio{0, 1}};
    return format_value(rules_, Decimal{}, type_of_difference(scale), language_, nothing, &difference);
}

Phrase ConditionLines::distance_in_words(const ConditionLine& line) const {
    const margins::Distance& distance = line.margin->distance;
    const auto* against = std::get_if<Against>(&distance.question);
    if (!is_said(distance.scale.measure) || line.change.empty()) return {};
    if (against == nullptr && line.holds != tri_of(std::get<Within>(distance.question).negated)) return {};
    if (is_nothing(distance.above)) return Phrase(say("op de grens", "on the threshold"));
    const bool dated = is_date(distance.scale);
    if (!dated && (is_nothing(distance.value) || is_nothing(distance.threshold))) return {};
    const bool below = is_below(distance.above);
    const std::string where = dated ? (below ? say("ervoor", "before") : say("erna", "after"))
                                    : (below ? say("eronder", "below") : say("erboven", "above"));
    ShownValue threshold;
    for (const Phrase::Piece& piece : line.change.pieces()) {
        if (const auto* shown = std::get_if<ShownValue>(&piece)) threshold = *shown;
    }
    const std::string text = difference_text(distance.scale, distance.above, line.value, threshold);
    return Phrase().add(at(line, "distance").shows(text)).add(" " + where);
}

Phrase ConditionLines::leaving_in_words(const ConditionLine& line) const {
    const std::optional<margins::WindowExit>& window = line.margin->window;
    // Only where that turns it.
    if (!window || !window->turns_on || *window->turns_on != add_days(window->counts_through, 1)) return {};
    const ShownValue day =
        at(line, "counts_through").shows(format_date_near(window->counts_through, reference_date_, language_));
    const std::string until = say(" mee t/m ", " up to and including ");
    Phrase phrase;
    if (window->events == 1) {
        phrase.add(say("telt", "counts"));
    } else if (window->leaving == 1) {
        phrase.add(say("de oudste telt", "the oldest counts"));
    } else {
        phrase.add(say("de oudste ", "the oldest "))
            .add(at(line, "leaving").shows(std::to_string(window->leaving)))
            .add(say(" tellen", " count"));
    }
    return phrase.add(until).add(day);
}

// Of a range: both ends where either may turn it, else the end that is near.
Phrase ConditionLines::change_of(const model::Between& node, const ShownValue& low, const ShownValue& high,
                                 const trace::Step& step, const ConditionLine& line) const {
    const std::optional<margins::Asked> asked = margins::asked_by(rules_, trace_, step);
    if (!asked) return {};
    const margins::Distance& distance = asked->distance;
    const bool dated = is_date(distance.scale);
    const std::string now = line.holds == Tri::yes ? say("niet meer ", "no longer ") : say("wel ", "would be ");
    const std::string before = dated ? say("vóór ", "before ") : say("onder ", "below ");
    const std::string beyond = dated ? say("na ", "after ") : say("boven ", "above ");
    const bool is_inside = (line.holds == Tri::yes) != node.negated;
    if (!is_inside) {
        if (distance.up) return Phrase(now).add(say("vanaf ", "from ")).add(low);
        return distance.down ? Phrase(now).add(say("t/m ", "up to ")).add(high) : Phrase();
    }
    Phrase phrase;
    const auto end = [&](const std::optional<margins::Turn>& turn, const std::string& words, const ShownValue& shown,
                         const Ratio& threshold, const char* name) {
        if (!turn) return;
        phrase.add(phrase.empty() ? now : say(" of ", " or ")).add(words).add(shown);
        const std::optional<Ratio> by = margins::difference(threshold, distance.value);
        if (!by || is_nothing(*by) || is_nothing(threshold) || is_nothing(distance.value)) return;
        if (!is_said(distance.scale.measure)) return;
        const std::string where = dated           ? (is_below(*by) ? say("eerder", "earlier") : say("later", "later"))
                                  : is_below(*by) ? say("lager", "lower")
                                                  : say("hoger", "higher");
        phrase.add(" (")
            .add(at(line, name).shows(difference_text(distance.scale, *by, line.value, shown)))
            .add(" " + where + ")");
    };
    const Within& within = std::get<Within>(distance.question);
    end(distance.down, before, low, within.low, "distance_down");
    end(distance.up, beyond, high, within.high, "distance_up");
    return phrase;
}

Phrase turning_of(const ConditionLine& line) {
    Phrase phrase = line.distance;
    if (!line.change.empty()) {
        if (!phrase.empty()) phrase.add(", ");
        phrase.add(line.change);
    }
    if (!line.leaving.empty()) {
        if (!phrase.empty()) phrase.add("; ");
        phrase.add(line.leaving);
    }
    return phrase;
}

}  // namespace wegwijzer::explain
