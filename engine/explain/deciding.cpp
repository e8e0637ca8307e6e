#include "engine/explain/deciding.h"

#include <algorithm>
#include <array>

#include "engine/explain/names_in_words.h"
#include "engine/explain/why_not.h"

namespace wegwijzer::explain {
namespace {

// What is not active is shown as long as it is no more than this.
constexpr std::ptrdiff_t most_quiet = 8;
// Of so many active signals, those of the highest ernst, the conditions are shown; of the others the uitleg.
constexpr std::size_t most_conditions = 5;

// What the parts have come to that carry the outcome of the whole; nothing: each does.
std::optional<Tri> deciding_part(const model::ExprNode& whole, Tri outcome) {
    if (outcome == Tri::unknown) return Tri::unknown;
    if (std::holds_alternative<model::And>(whole) || std::holds_alternative<model::Or>(whole)) return outcome;
    const auto* quantified = std::get_if<model::Quantified>(&whole);
    if (quantified == nullptr) return std::nullopt;
    switch (quantified->quantifier) {
        case model::Quantifier::all:
        case model::Quantifier::at_least: return outcome;
        case model::Quantifier::at_most:
        case model::Quantifier::none: return tri_not(outcome);
        case model::Quantifier::exactly: break;
    }
    return std::nullopt;
}

// To count one line takes a line: it stands there by itself.
template <class Line, class LineOf>
void show_a_single_one(std::vector<Line>& lines, LineOf&& line_of) {
    const auto is_left_out = [&](Line& one) { return line_of(one).in_brief == InBrief::left_out; };
    if (std::ranges::count_if(lines, is_left_out) != 1) return;
    line_of(*std::ranges::find_if(lines, is_left_out)).in_brief = InBrief::one_line;
}

bool reads_signals(const model::RuleSet& rules, const ConditionLine& line) {
    const model::ExprNode& node = rules.expr(line.expr).node;
    if (std::holds_alternative<model::SignalState>(node)) return true;
    const auto is_about_signals = [](const Detail& detail) {
        const auto* events = std::get_if<EventsShown>(&detail);
        return events != nullptr && events->series.is_none();
    };
    return std::ranges::any_of(line.details, is_about_signals) ||
           std::ranges::any_of(line.children, [&](const ConditionLine& child) { return reads_signals(rules, child); });
}

}  // namespace

std::vector<Phrase> phrases_behind(const ConditionLine& line, Language language, bool in_full) {
    std::vector<Phrase> phrases;
    const auto add = [&](const Phrase& phrase) {
        const bool is_told =
            std::ranges::any_of(phrases, [&](const Phrase& other) { return other.text() == phrase.text(); });
        if (in_full || !is_told) phrases.push_back(phrase);
    };
    for (std::size_t i = 0; i < line.details.size(); ++i) {
        if (!in_full && std::ranges::find(line.told_details, i) != line.told_details.end()) continue;
        if (const auto* words = std::get_if<Phrase>(&line.details[i])) {
            if (in_full || std::ranges::find(line.inner, i) == line.inner.end()) add(*words);
            continue;
        }
        const auto& events = std::get<EventsShown>(line.details[i]);
        for (const Phrase& phrase : in_full ? phrases_of(events, language) : brief_phrases_of(events, language)) {
            add(phrase);
        }
    }
    return phrases;
}

bool carries(const model::ExprNode& whole, Tri outcome, Tri part) {
    const std::optional<Tri> deciding = deciding_part(whole, outcome);
    return !deciding || *deciding == part;
}

std::vector<InBrief> levels_in_brief(const model::SignalOutcome& outcome, bool is_stopped,
                                     const std::vector<Tri>& levels) {
    std::vector<InBrief> shown(levels.size(), InBrief::left_out);
    switch (outcome.status) {
        case model::SignalStatus::active: {
            const auto holding = std::ranges::find(levels, Tri::yes) - levels.begin();
            for (std::ptrdiff_t i = 0; i < std::ssize(levels) && i <= holding; ++i) {
                const auto at = static_cast<std::size_t>(i);
                shown[at] = levels[at] == Tri::no ? InBrief::one_line : InBrief::whole;
            }
            break;
        }
        case model::SignalStatus::undetermined:
            for (std::size_t i = 0; i < levels.size(); ++i) {
                if (levels[i] == Tri::unknown) shown[i] = InBrief::whole;
            }
            break;
        case model::SignalStatus::not_active:
            // Stopped by a `tenzij`: that it would have held is enough. Else the lowest level is the nearest.
            for (std::size_t i = 0; i < levels.size(); ++i) {
                if (!is_stopped || levels[i] != Tri::no) shown[i] = InBrief::one_line;
            }
            if (!is_stopped && !shown.empty()) shown.back() = InBrief::whole;
            break;
        case model::SignalStatus::not_applicable: break;
    }
    return shown;
}

InBrief unless_in_brief(Tri holds) { return holds == Tri::no ? InBrief::one_line : InBrief::whole; }

bool is_small_step(const OfferShown& change) { return change.is_near && !change.is_given; }
bool is_almost(const SignalExplanation& signal) {
    return signal.outcome.status == model::SignalStatus::not_active &&
           std::ranges::any_of(signal.changes, is_small_step);
}

// ---- what is left out -----------------------------------------------------------------------------------------------

void DecidingLines::finish(StudentExplanation& explanation, const AlsoShown& also) {
    also_ = also;
    told_.assign(rules_.concepts.size(), false);
    told_unless_.clear();
    const auto unless_again = [](std::vector<ConditionLine>& unless) {
        for (ConditionLine& one : unless) one.in_brief = unless_in_brief(one.holds);
    };
    for (SignalExplanation& signal : explanation.signals) unless_again(signal.unless);
    for (PolicyExplanation& policy : explanation.policies) unless_again(policy.unless);
    for (SignalExplanation& signal : explanation.signals) {
        finish(signal);
        signal.is_in_brief = is_shown(explanation, signal);
    }
    for (PolicyExplanation& policy : explanation.policies) {
        bool is_marked = policy.condition && keep(*policy.condition);
        if (policy.condition) finish(*policy.condition);
        for (ConditionLine& unless : policy.unless) {
            is_marked = keep(unless) || is_marked;
            finish(unless);
        }
        const FollowsFromPolicy follows = follows_from(*explanation.report, policy.policy);
        const bool gives_nothing =
            follows.recommendations.empty() && follows.plans.empty() && follows.suppressed.empty();
        const bool is_told = !gives_nothing && policy.condition && reads_signals(rules_, *policy.condition);
        policy.is_in_brief =
            is_marked || standing_of(policy) == PolicyStanding::stopped || (policy.applies == Tri::yes && !is_told);
    }
    for (PlanExplanation& plan : explanation.plans) {
        if (plan.goal) finish(*plan.goal);
    }

    choose_conditions(explanation);

    // In the order of the page.
    for (PlanExplanation& plan : explanation.plans) {
        if (plan.goal) tell_above(*plan.goal);
    }
    const auto tell_all = [&](model::SignalStatus status, bool almost) {
        for (SignalExplanation& signal : explanation.signals) {
            if (signal.is_in_brief && signal.outcome.status == status && is_almost(signal) == almost)
                tell_above(signal);
        }
    };
    using enum model::SignalStatus;
    tell_all(active, false);
    tell_all(undetermined, false);
    tell_all(not_active, true);
    tell_all(not_active, false);
    for (PolicyExplanation& policy : explanation.policies) {
        if (!policy.is_in_brief) continue;
        told_events_.clear();
        if (policy.condition) tell_above(*policy.condition);
        tell_unless(policy.unless);
    }
}

bool DecidingLines::is_shown(const StudentExplanation& explanation, const SignalExplanation& signal) const {
    const model::SignalStatus status = signal.outcome.status;
    if (also_.signal && also_.signal(signal.signal)) return true;
    if (status == model::SignalStatus::active || is_almost(signal)) return true;
    if (status == model::SignalStatus::undetermined) return false;  // told per thing that is missing
    const auto quiet = std::ranges::count_if(explanation.signals, [](const SignalExplanation& one) {
        return one.outcome.status != model::SignalStatus::active && !is_almost(one);
    });
    return quiet <= most_quiet;
}

void DecidingLines::finish(SignalExplanation& signal) {
    for (LevelExplanation& level : signal.levels) {
        keep(level.condition);
        finish(level.condition);
    }
    show_a_single_one(signal.levels, [](LevelExplanation& level) -> ConditionLine& { return level.condition; });
    const auto left_out = std::ranges::count_if(
        signal.levels, [](const LevelExplanation& level) { return level.condition.in_brief == InBrief::left_out; });
    for (ConditionLine& unless : signal.unless) {
        keep(unless);
        finish(unless);
    }
    signal.rest = {};
    if (left_out == 0) return;
    signal.rest.add(say("en ", "and "))
        .add((Node(signal.node) / "rest").shows(std::to_string(left_out)))
        .add(say(" andere ernsten", " other levels"));
}

void DecidingLines::finish(ConditionLine& line) {
    show_a_single_one(line.children, [](ConditionLine& child) -> ConditionLine& { return child; });
    line.rest = {};
    struct Sort {
        Tri holds;
        const char* node;
        std::string one;
        std::string many;
    };
    const std::array sorts{
        Sort{Tri::yes, "yes", say(" andere die geldt", " other that holds"),
             say(" andere die gelden", " others that hold")},
        Sort{Tri::no, "no", say(" andere die niet geldt", " other that does not hold"),
             say(" andere die niet gelden", " others that do not hold")},
        Sort{Tri::unknown, "unknown", say(" andere die onbekend is", " other that is unknown"),
             say(" andere die onbekend zijn", " others that are unknown")},
    };
    for (const Sort& sort : sorts) {
        const auto count = std::ranges::count_if(line.children, [&](const ConditionLine& child) {
            return child.in_brief == InBrief::left_out && child.holds == sort.holds;
        });
        if (count == 0) continue;
        line.rest.add(line.rest.empty() ? say("en ", "and ") : say(", en ", ", and "))
            .add((Node(line.node) / "rest" / sort.node).shows(std::to_string(count)))
            .add(count == 1 ? sort.one : sort.many);
    }
    for (ConditionLine& child : line.children) finish(child);
}

// Whether the line, or one below it, is shown whatever decides.
bool DecidingLines::keep(ConditionLine& line) const {
    if (!also_.line) return false;
    bool is_below = false;
    for (ConditionLine& child : line.children) is_below = keep(child) || is_below;
    const bool is_kept = is_below || also_.line(line);
    if (is_below) {
        line.in_brief = InBrief::whole;
    } else if (is_kept && line.in_brief == InBrief::left_out) {
        line.in_brief = InBrief::one_line;
    }
    return is_kept;
}

// ---- what the page has shown ----------------------------------------------------------------------------------------

void DecidingLines::choose_conditions(StudentExplanation& explanation) const {
    std::vector<SignalExplanation*> active;
    for (SignalExplanation& signal : explanation.signals) {
        signal.has_condition_in_brief = true;
        if (signal.outcome.status != model::SignalStatus::active) continue;
        if (rules_.signal(signal.signal).kind == model::SignalKind::signal) active.push_back(&signal);
    }
    std::ranges::stable_sort(active, [](const SignalExplanation* left, const SignalExplanation* right) {
        return left->outcome.severity > right->outcome.severity;
    });
    for (std::size_t i = most_conditions; i < active.size(); ++i) {
        const bool has_words = active[i]->explanation && !active[i]->explanation->empty();
        const bool is_marked = std::ranges::any_of(
            active[i]->levels, [&](const LevelExplanation& level) { return is_marked_below(level.condition); });
        active[i]->has_condition_in_brief = !has_words || is_marked;
    }
}

bool DecidingLines::is_marked_below(const ConditionLine& line) const {
    if (!also_.line) return false;
    return also_.line(line) ||
           std::ranges::any_of(line.children, [&](const ConditionLine& child) { return is_marked_below(child); });
}

void DecidingLines::tell_details(ConditionLine& line) {
    line.told_details.clear();
    for (std::size_t i = 0; i < line.details.size(); ++i) {
        const auto* events = std::get_if<EventsShown>(&line.details[i]);
        if (events == nullptr || events_phrase(*events).empty()) continue;
        std::string text;
        for (const Phrase& phrase : phrases_of(*events, language_)) text += phrase.text() + "\n";
        if (!told_events_.insert(text).second) line.told_details.push_back(i);
    }
}

void DecidingLines::tell_above(SignalExplanation& signal) {
    told_events_.clear();
    // A kracht or kans with words of its own needs no conditions.
    const bool has_conditions = rules_.signal(signal.signal).kind == model::SignalKind::signal || !signal.explanation ||
                                signal.explanation->empty() || signal.outcome.status != model::SignalStatus::active;
    if (!has_conditions || !signal.has_condition_in_brief) return;
    for (LevelExplanation& level : signal.levels) tell_above(level.condition);
    tell_unless(signal.unless);
}

void DecidingLines::tell_unless(std::vector<ConditionLine>& unless) {
    for (ConditionLine& one : unless) {
        if (one.in_brief != InBrief::one_line) {
            tell_above(one);
            continue;
        }
        // Many rules have the same, and what does not hold stops none of them.
        const bool is_marked = also_.line && also_.line(one);
        const bool is_new = told_unless_.insert(one.words).second;
        if (!is_new && !is_marked) one.in_brief = InBrief::left_out;
    }
}

void DecidingLines::tell_above(ConditionLine& line) {
    if (line.in_brief != InBrief::whole) return;
    line.is_told_above = !line.opened.empty() &&
                         std::ranges::all_of(line.opened, [&](model::ConceptId id) { return told_[id.index()]; });
    if (line.is_told_above) return;
    for (const model::ConceptId id : line.opened) told_[id.index()] = true;
    tell_details(line);
    for (ConditionLine& child : line.children) tell_above(child);
}

}  // namespace wegwijzer::explain
