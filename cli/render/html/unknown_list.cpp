#include "cli/render/html/unknown_list.h"

#include "cli/render/html/shown.h"
#include "cli/render/words.h"
#include "engine/explain/findings_told.h"
#include "engine/explain/names_in_words.h"

namespace wegwijzer::cli::html {
namespace {

void authored(Markup& out, const Voice& voice, const std::string& text) {
    out.element("span", text, {{"lang", voice.author_lang()}});
}

void findings(Markup& out, const Voice& voice, const std::vector<explain::FindingTold>& found) {
    if (found.empty()) return;
    out.open("ul");
    for (const explain::FindingTold& one : found) {
        out.open("li");
        authored(out, voice, one.title);
        out.text(": ");
        write_phrase(out, one.sentence);
        out.close();
    }
    out.close();
}

}  // namespace

void write_unknown(Markup& out, const Voice& voice, const model::RuleSet& rules,
                   const explain::StudentExplanation& explanation) {
    if (explanation.unknown.empty() && explanation.data_problems.empty()) return;
    out.element("h2", voice.say("Wat onbekend is", "What is unknown"));
    out.open("ul");
    for (const explain::UndeterminedReport& one : explanation.report->undetermined) {
        if (!one.urgent) continue;
        out.open("li", {{"class", "urgent"}});
        out.text(voice.say("SPOED niet te beoordelen: ", "URGENT can't be judged: "));
        authored(out, voice, one.title);
        if (!one.missing.empty()) {
            out.text(voice.say(" (er ontbreekt: ", " (missing: ") +
                     explain::missing_in_words(one.missing, voice.reader) + ")");
        }
        out.close();
    }
    for (const explain::UnknownShown& one : explanation.unknown) {
        out.open("li").text(unknown_words(one, voice.reader) + voice.say(": nodig voor ", ": needed for "));
        authored(out, voice, listed(one.titles, voice.reader));
        findings(out, voice, explain::findings_about(rules, explanation, one, one.titles));
        out.close();
    }
    for (const explain::ShownValue& problem : explanation.data_problems) {
        out.open("li");
        write_value(out, problem);
        out.close();
    }
    out.close();
}

}  // namespace wegwijzer::cli::html
