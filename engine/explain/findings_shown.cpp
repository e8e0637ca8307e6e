#include "engine/explain/findings_shown.h"

#include <bit>

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/value_words.h"

namespace wegwijzer::explain {
namespace {

using margins::ConditionAnswer;
using margins::ValueList;
using margins::ValueRange;

constexpr std::uint8_t not_active = 1;

model::Severity severity_of(const margins::Outcome& outcome) {
    return static_cast<model::Severity>(std::countr_zero(outcome.severities));
}

}  // namespace

FindingsInWords::FindingsInWords(const Redactor& redactor, const margins::Preparations& preparations,
                                 const Cohort& cohort, std::size_t student, Date reference_date,
                                 const trace::Trace& trace, Language language)
    : redactor_(redactor),
      preparations_(preparations),
      rules_(redactor.rules()),
      cohort_(cohort),
      student_(student),
      reference_date_(reference_date),
      trace_(trace),
      language_(language) {}

std::vector<FindingShown> FindingsInWords::of(model::SignalId signal) const {
    const model::Signal& declared = rules_.signal(signal);
    const Node place = Node("signals") / declared.name / "finding_out";
    std::vector<FindingShown> shown;
    for (margins::Finding& finding :
         margins::find_out(preparations_, cohort_, student_, reference_date_, trace_, signal)) {
        FindingShown one;
        one.node = (place / shown.size()).path();
        one.missing = name_of(*rules_.schema, finding.missing);
        for (const margins::FindingCase& each : finding.cases) {
            for (const margins::Answer& answer : each.answers) {
                const auto* condition = std::get_if<ConditionAnswer>(&answer);
                if (condition == nullptr) continue;
                const model::ExprId expr = trace_.step(condition->condition).expr;
                one.words.push_back(expr.is_none() ? std::string() : redactor_.words_of(rules_.expr(expr).origin));
                if (one.words.back().empty()) one.words.back() = one.missing;
            }
        }
        one.finding = std::move(finding);
        one.sentence = sentence(declared, one, trace_.outcome.signals[signal.index()]);
        shown.push_back(std::move(one));
    }
    return shown;
}

Phrase FindingsInWords::sentence(const model::Signal& signal, const FindingShown& shown,
                                 const model::SignalOutcome& now) const {
    const margins::Finding& finding = shown.finding;
    const std::string name = missing_in_words({shown.missing}, language_);
    Phrase words;
    if (!finding.decides_something()) {
        words.add(say("Met ", "With "))
            .add(name)
            .add(say(" alleen is dit niet te beslissen", " alone this can't be decided"));
        const std::string needed = needed_words(finding.otherwise);
        if (!needed.empty()) words.add(say(": pas samen met ", ": only together with ")).add(needed);
        return words.add(".");
    }
    if (finding.cases.empty()) {
        words.add(say("Wat er ook bekend wordt over ", "Whatever becomes known of ")).add(name).add(": ");
        return words.add(outcome_words(signal, finding.otherwise, now, true, false)).add(".");
    }
    const Node place = Node(shown.node) / "cases";
    std::size_t condition = 0;
    for (std::size_t i = 0; i < finding.cases.size(); ++i) {
        const margins::FindingCase& one = finding.cases[i];
        if (i > 0) words.add("; ");
        const auto* answer = std::get_if<ConditionAnswer>(&one.answers.front());
        if (answer != nullptr) {
            words.add(i == 0 ? say("Klopt „", "If “") : say("klopt „", "if “")).add(shown.words[condition++]);
            words.add("”");
            words.add(answer->holds == Tri::yes ? say("", " applies") : say(" niet", " does not apply"));
        } else {
            words.add(i == 0 ? say("Is ", "If ") : say("is ", "if ")).add(name).add(say(" ", " is "));
            for (std::size_t j = 0; j < one.answers.size(); ++j) {
                if (j > 0) words.add(say(", of ", ", or "));
                words.add(answer_words(finding, one.answers[j], place / i / j));
            }
        }
        words.add(say(", dan ", ", ")).add(outcome_words(signal, one.outcome, now, i == 0, true));
    }
    words.add(say("; anders ", "; otherwise "));
    if (finding.otherwise.severities == not_active) return words.add(say("niet.", "it does not."));
    return words.add(outcome_words(signal, finding.otherwise, now, false, true)).add(".");
}

Phrase FindingsInWords::answer_words(const margins::Finding& finding, const margins::Answer& answer,
                                     const Node& node) const {
    const FieldType& type = rules_.schema->field(finding.missing.student_field).type;
    if (const auto* range = std::get_if<ValueRange>(&answer)) return range_words(type, *range, node);
    Phrase words;
    const auto* list = std::get_if<ValueList>(&answer);
    if (list == nullptr) return words;
    if (list->is_all_but) words.add(say("iets anders dan ", "something other than "));
    return words.add(node.shows(values_in_words(type, list->values, reference_date_, language_)));
}

// "2 of lager", "van 3 t/m 5", "meer dan 70%", "3".
Phrase FindingsInWords::range_words(const FieldType& type, const ValueRange& range, const Node& node) const {
    Phrase words;
    const bool is_day = type.kind == FieldKind::date;
    const bool is_high = is_high_or_low(type);
    const auto value = [&](const char* name, const ValueRange::End& end) {
        return (node / name).shows(value_in_words(type, end.value, reference_date_, language_));
    };
    if (range.from && range.to && range.from->is_included && range.to->is_included) {
        if (range.from->value == range.to->value) return words.add(value("from", *range.from));
        words.add(say("van ", "from ")).add(value("from", *range.from));
        return words.add(say(" t/m ", " to ")).add(value("to", *range.to));
    }
    if (range.from && range.from->is_included) {
        words.add(value("from", *range.from));
        words.add(is_day    ? say(" of later", " or later")
                  : is_high ? say(" of hoger", " or higher")
                            : say(" of meer", " or more"));
    } else if (range.from) {
        words.add(is_day    ? say("na ", "after ")
                  : is_high ? say("hoger dan ", "above ")
                            : say("meer dan ", "more than "));
        words.add(value("from", *range.from));
    }
    if (range.from && range.to) words.add(say(" en ", " and "));
    if (range.to && range.to->is_included) {
        words.add(value("to", *range.to));
        words.add(is_day    ? say(" of eerder", " or earlier")
                  : is_high ? say(" of lager", " or lower")
                            : say(" of minder", " or less"));
    } else if (range.to) {
        words.add(is_day    ? say("vóór ", "before ")
                  : is_high ? say("lager dan ", "below ")
                            : say("minder dan ", "less than "));
        words.add(value("to", *range.to));
    }
    return words;
}

// "geldt dit signaal (hoog)", "dit signaal geldt niet", "hangt het ook af van taalniveau".
std::string FindingsInWords::outcome_words(const model::Signal& signal, const margins::Outcome& outcome,
                                           const model::SignalOutcome& now, bool is_first, bool verb_first) const {
    const bool is_signal = signal.kind == model::SignalKind::signal;
    std::string subject = is_signal ? say("het", "it") : say("die", "it");
    if (is_first) {
        switch (signal.kind) {
            case model::SignalKind::signal: subject = say("dit signaal", "this signal"); break;
            case model::SignalKind::strength: subject = say("deze kracht", "this strength"); break;
            case model::SignalKind::opportunity: subject = say("deze kans", "this opportunity"); break;
        }
    }
    const auto together = [&](const std::string& verb, const std::string& behind) {
        return language_ == Language::nl && verb_first ? verb + " " + subject + behind : subject + " " + verb + behind;
    };
    if (!outcome.is_decided()) {
        const std::string needed = needed_words(outcome);
        if (needed.empty()) return say("is het nog niet te zeggen", "it can't be said yet");
        return say("hangt het ook af van ", "it depends on ") + needed + say("", " as well");
    }
    const model::Severity severity = severity_of(outcome);
    if (severity == model::Severity::none) {
        return language_ == Language::nl ? together("geldt", " niet") : together("does not hold", "");
    }
    const std::string word = format_severity(severity, language_);
    if (now.status == model::SignalStatus::active) {
        return severity == now.severity ? together(say("blijft", "stays"), " " + word)
                                        : together(say("wordt", "becomes"), " " + word);
    }
    return together(say("geldt", "holds"), signal.levels.size() > 1 ? " (" + word + ")" : "");
}

std::string FindingsInWords::needed_words(const margins::Outcome& outcome) const {
    std::vector<std::string> names;
    for (const model::Missing& one : outcome.needs) names.push_back(name_of(*rules_.schema, one));
    return names.empty() ? std::string() : missing_in_words(names, language_);
}

}  // namespace wegwijzer::explain
