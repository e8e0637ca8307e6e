#include "cli/render/condition_text.h"

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::cli {
namespace {

std::string spaces(std::size_t count) { return std::string(count, ' '); }

// `ernst laag als ...` rather than `als ...`.
bool is_written_as_level(const model::Signal& signal) {
    return signal.kind == model::SignalKind::signal && signal.levels.size() == 1 &&
           signal.levels.front().severity != model::Severity::medium;
}

}  // namespace

const char* mark_of(Tri holds) { return holds == Tri::yes ? "✓ " : holds == Tri::no ? "✗ " : "? "; }

std::string ConditionText::behind(const explain::ConditionLine& line) const {
    std::string text = text_.of(line.value);
    if (!line.threshold.empty()) {
        text += (text.empty() ? "(" : " (") + text_.say("grens ", "threshold ") + text_.of(line.threshold);
        if (line.threshold_origin == explain::ThresholdOrigin::institution) {
            text += text_.say(", van de instelling", ", of the institution");
        } else if (line.threshold_origin == explain::ThresholdOrigin::standard) {
            text += text_.say(", standaardwaarde", ", default value");
        }
        text += ")";
    }
    const auto add = [&](const std::string& more) { text += (text.empty() ? "" : "; ") + more; };
    if (const explain::Phrase turning = turning_of(line); !turning.empty()) add(text_.of(turning));
    if (!line.missing.empty() && line.children.empty()) {
        add(text_.say("er ontbreekt: ", "missing: ") + explain::missing_in_words(line.missing, text_.language()));
    }
    return text;
}

void ConditionText::add(const explain::ConditionLine& line, std::size_t indent, const std::string& before) {
    if (!in_full_ && line.in_brief == explain::InBrief::left_out) return;
    std::string text = before + line.words;
    if (const std::string values = behind(line); !values.empty()) text += "  →  " + values;
    const bool is_told = !in_full_ && line.is_told_above;
    if (is_told) text += text_.say("  (zie boven)", "  (see above)");
    text += marks_.of(line);
    lines_.paragraph(spaces(indent) + mark_of(line.holds), text);
    if (is_told || (!in_full_ && line.in_brief == explain::InBrief::one_line)) return;
    for (const explain::Phrase& phrase : explain::phrases_behind(line, text_.language(), in_full_)) {
        lines_.paragraph(spaces(indent + 4), text_.of(phrase));
    }
    for (const explain::ConditionLine& child : line.children) add(child, indent + 2, {});
    add_rest(line.rest, indent + 2);
}

// "en 3 andere die niet gelden (--all)"
void ConditionText::add_rest(const explain::Phrase& rest, std::size_t indent) {
    if (in_full_ || rest.empty()) return;
    lines_.paragraph(spaces(indent), text_.of(rest) + " (--all)");
}

// Whether each event that counts was among those that were told of the same strength.
bool ConditionText::are_told(const explain::EventsShown& shown) {
    bool all = true;
    for (const explain::EventShown& event : shown.events) {
        if (event.counts == Tri::no) continue;
        all = !told_events_.emplace(shown.series.is_none() ? SIZE_MAX : shown.series.index(), event.row).second && all;
    }
    return all;
}

void ConditionText::add_events_of(const explain::SignalExplanation& strength, std::size_t indent) {
    told_events_.clear();
    for (const explain::LevelExplanation& level : strength.levels) add_events(level.condition, indent);
}

void ConditionText::add_events(const explain::ConditionLine& line, std::size_t indent) {
    if (line.in_brief != explain::InBrief::whole) return;
    for (const explain::Detail& detail : line.details) {
        const auto* events = std::get_if<explain::EventsShown>(&detail);
        if (events == nullptr || line.holds != Tri::yes || are_told(*events)) continue;
        if (const explain::Phrase phrase = events_phrase(*events); !phrase.empty()) {
            lines_.paragraph(spaces(indent), text_.of(phrase));
        }
    }
    for (const explain::ConditionLine& child : line.children) add_events(child, indent);
}

void ConditionText::add(const explain::ParameterLine& parameter) {
    std::string text = explain::title_of(rules_.parameter(parameter.parameter)) + ": " + text_.of(parameter.value);
    if (parameter.origin == explain::ThresholdOrigin::institution) {
        text += text_.say(", van de instelling", ", of the institution");
    } else if (parameter.origin == explain::ThresholdOrigin::standard) {
        text += text_.say(", standaardwaarde van het regelpakket", ", the default value of the rule pack");
    }
    if (!parameter.reason.empty()) text += text_.say(", omdat: ", ", because: ") + parameter.reason;
    lines_.paragraph("     ", text);
}

void ConditionText::add_phases(const explain::SignalExplanation& one) {
    for (const explain::PhaseLine& phase : one.phases) {
        lines_.paragraph(spaces(3) + mark_of(phase.holds),
                         text_.say("in de fase ", "in the phase ") + explain::title_of(rules_.phase(phase.phase)));
    }
}

void ConditionText::add(const explain::SignalExplanation& one) {
    const model::Signal& signal = rules_.signal(one.signal);
    add_phases(one);
    const bool has_levels = one.levels.size() > 1 || (one.levels.size() == 1 && is_written_as_level(signal));
    for (const explain::LevelExplanation& level : one.levels) {
        std::string before;
        if (has_levels) before = explain::format_severity(level.severity, text_.language()) + ": ";
        add(level.condition, 3, before);
    }
    add_rest(one.rest, 3);
    for (const explain::ConditionLine& unless : one.unless) add(unless, 3, text_.say("tenzij ", "unless "));
    for (const explain::ParameterLine& parameter : one.parameters) {
        if (in_full_ || parameter.is_in_brief()) add(parameter);
    }
    add_sources(signal.sources, 5);
}

void ConditionText::add_sources(const std::vector<model::Citation>& citations, std::size_t indent) {
    const std::string source = text_.say("bron: ", "source: ");
    if (in_full_) {
        for (const model::Citation& citation : citations) {
            lines_.paragraph(spaces(indent), source + sources_.full_name(citation));
        }
        return;
    }
    std::string all;
    for (const model::Citation& citation : citations) all += (all.empty() ? "" : "; ") + sources_.name(citation);
    if (!all.empty()) lines_.paragraph(spaces(indent), source + all);
}

}  // namespace wegwijzer::cli
