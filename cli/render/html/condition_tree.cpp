#include "cli/render/html/condition_tree.h"

#include <algorithm>

#include "cli/render/html/shown.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::cli::html {
namespace {

// " → 48% (grens 70%, van de instelling); niet meer vanaf 70%"
void behind(Markup& out, const Voice& voice, const explain::ConditionLine& line) {
    const bool is_missing = !line.missing.empty() && line.children.empty();
    if (line.value.empty() && line.threshold.empty() && line.change.empty() && !is_missing) return;
    out.text(" → ");
    bool is_first = line.value.empty() && line.threshold.empty();
    const auto separate = [&] {
        if (!is_first) out.text("; ");
        is_first = false;
    };
    if (!line.value.empty()) {
        out.open("strong");
        write_value(out, line.value);
        out.close();
    }
    if (!line.threshold.empty()) {
        out.text(voice.say(line.value.empty() ? "(grens " : " (grens ",
                           line.value.empty() ? "(threshold " : " (threshold "));
        write_value(out, line.threshold);
        if (line.threshold_origin == explain::ThresholdOrigin::institution) {
            out.text(voice.say(", van de instelling", ", of the institution"));
        } else if (line.threshold_origin == explain::ThresholdOrigin::standard) {
            out.text(voice.say(", standaardwaarde", ", default value"));
        }
        out.text(")");
    }
    if (const explain::Phrase turning = turning_of(line); !turning.empty()) {
        separate();
        write_phrase(out, turning);
    }
    if (is_missing) {
        separate();
        out.text(voice.say("er ontbreekt: ", "missing: ") + explain::missing_in_words(line.missing, voice.reader));
    }
}

bool is_shown(const explain::ConditionLine& line, bool in_full) {
    return in_full || line.in_brief != explain::InBrief::left_out;
}

void write_parts(Markup& out, const Voice& voice, const explain::ConditionLine& line, bool in_full) {
    const auto write = [&](bool shown, bool whole) {
        out.open("ul");
        for (const explain::ConditionLine& child : line.children) {
            if (is_shown(child, in_full) == shown) write_condition(out, voice, child, {}, whole);
        }
        out.close();
    };
    const auto shown = std::ranges::count_if(
        line.children, [&](const explain::ConditionLine& child) { return is_shown(child, in_full); });
    if (shown > 0) write(true, in_full);
    if (shown == std::ssize(line.children)) return;
    out.open("details").open("summary");
    write_phrase(out, line.rest);
    out.close();
    write(false, true);
    out.close();
}

}  // namespace

void write_mark(Markup& out, const Voice& voice, Tri holds) {
    const char* mark = holds == Tri::yes ? "✓" : holds == Tri::no ? "✗" : "?";
    const char* word = holds == Tri::yes  ? voice.say("klopt: ", "holds: ")
                       : holds == Tri::no ? voice.say("klopt niet: ", "does not hold: ")
                                          : voice.say("onbekend: ", "unknown: ");
    out.element("span", mark, {{"class", "mark"}, {"aria-hidden", "true"}});
    out.element("span", word, {{"class", "hidden"}});
}

void write_legend(Markup& out, const Voice& voice) {
    out.element("p", voice.say("✓ klopt · ✗ klopt niet · ? onbekend", "✓ holds · ✗ does not hold · ? unknown"),
                {{"class", "quiet"}});
}

void write_condition(Markup& out, const Voice& voice, const explain::ConditionLine& line, const std::string& before,
                     bool in_full) {
    out.open("li");
    write_mark(out, voice, line.holds);
    out.text(before);
    out.element("span", line.words, {{"lang", voice.author_lang()}});
    behind(out, voice, line);
    const bool is_told = !in_full && line.is_told_above;
    if (is_told) out.text(voice.say(" (zie boven)", " (see above)"));
    if (is_told || (!in_full && line.in_brief == explain::InBrief::one_line)) {
        out.close();
        return;
    }
    const std::vector<explain::Phrase> details = explain::phrases_behind(line, voice.reader, in_full);
    if (!details.empty()) {
        out.open("ul", {{"class", "quiet"}});
        for (const explain::Phrase& phrase : details) {
            out.open("li");
            write_phrase(out, phrase);
            out.close();
        }
        out.close();
    }
    write_parts(out, voice, line, in_full);
    out.close();
}

}  // namespace wegwijzer::cli::html
