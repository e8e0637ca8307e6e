#include "cli/render/what_if_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/explain/format_value.h"
#include "engine/explain/names_in_words.h"
#include "engine/explain/texts.h"

namespace wegwijzer::cli {
namespace {

using explain::AdviceStanding;
using explain::AdviceState;
using explain::Compared;
using explain::PlanStanding;
using explain::SignalState;
using model::SignalStatus;

// "(nu hoog; op die dag zonder de wijziging midden)"
template <class State, class Words>
std::string beside(const Compared<State>& state, const Words& words, const PageText& page) {
    std::string text = " (" + page.say("nu ", "now ") + words(state.now);
    if (state.is_by_change() && state.is_by_time()) {
        text += page.say("; zonder de wijziging dan ", "; without the change then ") + words(state.without);
    }
    return text + ")";
}

// Words for the three states of an advice; its priority and its consent only where those differ.
class AdviceWords {
  public:
    AdviceWords(const Compared<AdviceState>& compared, const PageText& page) : page_(page) {
        explain::Told<int> priority;  // 0: none yet
        advise::Consent consent = advise::Consent::not_needed;
        for (const AdviceState* state : {&compared.now, &compared.without, &compared.with}) {
            if (state->standing != AdviceStanding::advised) continue;
            shows_priority_ = shows_priority_ || (priority.value != 0 && priority != state->priority);
            shows_consent_ = shows_consent_ || (priority.value != 0 && consent != state->consent);
            priority = state->priority;
            consent = state->consent;
        }
    }

    [[nodiscard]] std::string operator()(const AdviceState& state) const {
        switch (state.standing) {
            case AdviceStanding::none: return page_.say("niet geadviseerd", "not advised");
            case AdviceStanding::suppressed: return page_.say("niet nodig", "not needed");
            case AdviceStanding::undetermined: return page_.say("niet te bepalen", "can't be determined");
            case AdviceStanding::advised: break;
        }
        std::string words;
        const auto add = [&](const std::string& part) { words += (words.empty() ? "" : ", ") + part; };
        if (state.urgent) add(page_.say("met spoed", "urgent"));
        if (state.not_before) add(page_.say("vanaf ", "from ") + page_.of(state.not_before->shown));
        if (state.due) add(page_.say("uiterlijk ", "by ") + page_.of(state.due->shown));
        if (state.in_progress_since)
            add(page_.say("loopt sinds ", "in progress since ") + page_.of(state.in_progress_since->shown));
        if (shows_consent_ && state.consent == advise::Consent::ask) add(page_.say("na toestemming", "after consent"));
        if (shows_consent_ && state.consent == advise::Consent::given)
            add(page_.say("met toestemming", "with consent"));
        if (shows_priority_) add(page_.say("prioriteit ", "priority ") + page_.of(state.priority.shown));
        return words.empty() ? page_.say("geadviseerd", "advised") : words;
    }

  private:
    const PageText& page_;
    bool shows_priority_ = false;
    bool shows_consent_ = false;
};

std::string state_words(const PlanStanding& state, const PageText& page) {
    if (!state.is_listed) return page.say("niet geadviseerd", "not advised");
    if (state.goal == Tri::yes) return page.say("doel bereikt", "goal reached");
    if (!state.current_step) return page.say("alle stappen gedaan", "all steps done");
    return page.say("stap ", "step ") + page.of(state.current_step->shown);
}

// With the change it is as it is now, and without it time would have changed it.
template <class State>
bool stays(const Compared<State>& state) {
    return state.now == state.with;
}
template <class State, class Words>
DifferenceLine stays_line(const std::string& title, const Compared<State>& state, const Words& words,
                          const PageText& page) {
    return {'=', title + page.say(" blijft zoals nu: ", " stays as now: ") + words(state.with) +
                     page.say(" (zonder de wijziging dan ", " (without the change then ") + words(state.without) + ")"};
}

}  // namespace

std::string change_words(const explain::ChangeShown& change, const PageText& page) {
    if (!change.adds_event) {
        return change.name + " = " + page.of(change.value) + page.say(" (nu ", " (now ") + page.of(change.now) + ")";
    }
    std::vector<std::string> values;
    for (const explain::AddedValue& value : change.event) values.push_back(value.name + " " + page.of(value.value));
    std::string text = change.name + page.say(" erbij", " added");
    for (std::size_t i = 0; i < values.size(); ++i) text += (i == 0 ? ": " : ", ") + values[i];
    return text;
}

std::string change_note(const explain::ChangeShown& change, const PageText& page) {
    if (change.supplies_series) {
        return page.say("hiervan was niets aangeleverd: alleen wat er nu bij komt, telt",
                        "nothing of this was supplied: only what is added counts");
    }
    if (change.complete_to) {
        return page.say("dit is bijgewerkt t/m ", "this is up to date until ") + page.of(change.complete_to->shown) +
               page.say("; wat daarna nog meer kwam, is niet bekend", "; what else came after is not known");
    }
    return {};
}

std::string state_words(const SignalState& state, model::SignalKind kind, const PageText& page) {
    const bool is_signal = kind == model::SignalKind::signal;
    switch (state.status) {
        case SignalStatus::active: {
            if (!is_signal) return page.say("geldt het", "it holds");
            std::string words = explain::format_severity(state.severity, page.language());
            if (state.possibly_higher) words += page.say(", mogelijk hoger", ", possibly higher");
            return words;
        }
        case SignalStatus::not_active:
            return is_signal ? page.say("speelt het niet", "it does not apply")
                             : page.say("geldt het niet", "it does not hold");
        case SignalStatus::undetermined: return page.say("niet te beoordelen", "can't be judged");
        case SignalStatus::not_applicable: break;
    }
    return page.say("niet van toepassing", "not applicable");
}

DifferenceLine words_of(const model::RuleSet& rules, const explain::SignalDifference& difference,
                        const PageText& page) {
    const model::Signal& signal = rules.signal(difference.signal);
    const auto words = [&](const SignalState& state) { return state_words(state, signal.kind, page); };
    const Compared<SignalState>& state = difference.state;
    const std::string title = explain::title_in_words(signal);
    const bool is_active = state.with.status == SignalStatus::active;
    const bool was_active = state.now.status == SignalStatus::active;
    const auto line = [&](char mark, const std::string& text) {
        return DifferenceLine{mark, title + text + beside(state, words, page)};
    };
    if (stays(state)) return stays_line(title, state, words, page);
    if (is_active && !was_active) {
        const std::string added = page.say(" komt erbij", " is added");
        return line('+', signal.kind == model::SignalKind::signal ? added + ": " + words(state.with) : added);
    }
    if (is_active) return line('~', page.say(" wordt ", " becomes ") + words(state.with));
    if (was_active && state.with.status == SignalStatus::not_active) {
        return line('-', page.say(" vervalt", " ends"));
    }
    const char mark = state.with.status == SignalStatus::undetermined ? '?' : '-';
    return line(mark, page.say(": dan ", ": then ") + words(state.with));
}

DifferenceLine plain_words_of(const model::RuleSet& rules, const explain::SignalDifference& difference,
                              const PageText& page) {
    const std::string title = explain::title_in_words(rules.signal(difference.signal));
    const SignalStatus status = difference.state.with.status;
    if (status == SignalStatus::active) return {'+', title + page.say(" komt erbij", " is added")};
    if (status == SignalStatus::undetermined) {
        return {'?', title + page.say(": dat weten we dan niet", ": then we do not know")};
    }
    const bool was_active = difference.state.now.status == SignalStatus::active;
    return {'-',
            title + (was_active ? page.say(" vervalt", " ends") : page.say(" geldt dan niet", " does not hold then"))};
}

DifferenceLine words_of(const model::RuleSet& rules, const explain::AdviceDifference& difference,
                        const PageText& page) {
    const Compared<AdviceState>& state = difference.state;
    const AdviceWords words(state, page);
    const std::string title =
        page.say("advies ", "advice ") + explain::title_in_words(rules.intervention(difference.intervention));
    const bool is_advised = state.with.standing == AdviceStanding::advised;
    const bool was_advised = state.now.standing == AdviceStanding::advised;
    const auto line = [&](char mark, const std::string& text) {
        return DifferenceLine{mark, title + text + beside(state, words, page)};
    };
    if (stays(state)) return stays_line(title, state, words, page);
    if (is_advised) {
        return was_advised ? line('~', page.say(": dan ", ": then ") + words(state.with))
                           : line('+', page.say(" komt erbij: ", " is added: ") + words(state.with));
    }
    if (was_advised && state.with.standing == AdviceStanding::none) {
        return line('-', page.say(" vervalt", " is no longer given"));
    }
    const char mark = state.with.standing == AdviceStanding::undetermined ? '?' : '-';
    return line(mark, page.say(": dan ", ": then ") + words(state.with));
}

DifferenceLine words_of(const model::RuleSet& rules, const explain::PlanDifference& difference, const PageText& page) {
    const auto words = [&](const PlanStanding& state) { return state_words(state, page); };
    const Compared<PlanStanding>& state = difference.state;
    const std::string title = page.say("aanpak ", "plan ") + explain::title_in_words(rules.plan(difference.plan));
    const char mark = state.with.is_listed == state.now.is_listed ? '~' : state.with.is_listed ? '+' : '-';
    return {stays(state) ? '=' : mark,
            title + page.say(": dan ", ": then ") + words(state.with) + beside(state, words, page)};
}

std::string now_words(const explain::AdviceDifference& difference, const PageText& page) {
    return AdviceWords(difference.state, page)(difference.state.now);
}

DifferenceLine words_of(std::span<const explain::ValueDifference> differences, const PageText& page) {
    const auto words = [&](const explain::ValueThere& value) {
        return value.shown.empty() ? page.say("geen waarde", "no value") : page.of(value.shown);
    };
    std::vector<std::string> conditions;
    for (const explain::ValueDifference& one : differences) {
        if (std::ranges::find(conditions, one.words) == conditions.end()) conditions.push_back(one.words);
    }
    std::string text;
    for (const std::string& one : conditions) text += (text.empty() ? "" : " · ") + one;
    const Compared<explain::ValueThere>& value = differences.front().value;
    return {stays(value) ? '=' : '~', text + ": " + words(value.with) + beside(value, words, page)};
}

}  // namespace wegwijzer::cli
