// Signals, krachten and kansen: their outcome (language.md section 5, "Signals"), and what conditions ask about them.
#include <utility>

#include "engine/calendar/period.h"
#include "engine/trace/evaluation.h"

namespace wegwijzer::trace {
namespace {

constexpr std::uint8_t bit_of(model::Severity severity) {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(severity));
}

// From high to low: every unknown level up to and with the first true one; without a true one also `none`.
std::uint8_t possible_severities(const model::Signal& signal, const std::vector<Tri>& levels) {
    std::uint8_t bits = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] != Tri::no) bits |= bit_of(signal.levels[i].severity);
        if (levels[i] == Tri::yes) return bits;
    }
    return bits | bit_of(model::Severity::none);
}

}  // namespace

void Evaluation::evaluate_signals() {
    for (const model::Signal& signal : rules_.signals) evaluate_signal(signal);
}

void Evaluation::evaluate_signal(const model::Signal& signal) {
    std::vector<StepId> levels;
    std::vector<StepId> unless;
    trace_.outcome.signals.push_back(outcome_of(signal, levels, unless));
    trace_.signal_levels.push_back(std::move(levels));
    trace_.signal_unless.push_back(std::move(unless));
}

model::SignalOutcome Evaluation::outcome_of(const model::Signal& signal, std::vector<StepId>& levels,
                                            std::vector<StepId>& unless) {
    Step start;  // collects the start date when it is missing
    Tri in_phase = signal.phases.empty() ? Tri::yes : Tri::no;
    for (const model::PhaseId id : signal.phases) {
        const PhaseSpan& phase = rules_.phase(id).days;
        const std::optional<Date> from = phase.counts_from_start() ? start_date(start) : std::nullopt;
        const std::optional<bool> inside = is_in_phase(phase, from, reference_date_);
        in_phase = tri_or(in_phase, inside ? tri_of(*inside) : Tri::unknown);
    }
    Tri stopped = Tri::no;
    for (const model::ExprId condition : signal.unless) {
        unless.push_back(evaluate(condition));
        stopped = tri_or(stopped, truth_of(step(unless.back()).value));
    }
    std::vector<Tri> truths;
    for (const model::SeverityLevel& level : signal.levels) {
        levels.push_back(evaluate(level.condition));
        truths.push_back(truth_of(step(levels.back()).value));
    }

    model::SignalOutcome outcome;
    if (in_phase == Tri::no) {
        outcome.status = model::SignalStatus::not_applicable;
        return outcome;
    }
    if (stopped != Tri::yes) outcome.possible_severities = possible_severities(signal, truths);
    if (in_phase == Tri::unknown) {
        outcome.status = model::SignalStatus::undetermined;
        outcome.possible_severities |= bit_of(model::Severity::none);
        outcome.missing = start.missing;
        return outcome;
    }
    if (stopped == Tri::yes) return outcome;  // not active

    for (std::size_t i = 0; i < truths.size(); ++i) {
        if (truths[i] == Tri::yes) {
            outcome.status = model::SignalStatus::active;
            outcome.severity = signal.levels[i].severity;
            break;
        }
        if (truths[i] == Tri::unknown) {
            outcome.status = model::SignalStatus::undetermined;
            add(outcome.missing, step(levels[i]).missing);
            add(outcome.faults, step(levels[i]).faults);
        }
    }
    if (outcome.status == model::SignalStatus::active) {
        outcome.possibly_higher = outcome.possible_severities != bit_of(outcome.severity);
    }
    return outcome;
}

Step Evaluation::step_of(const model::SignalState& node, const model::Expr& /*expr*/) {
    const model::SignalOutcome& outcome = trace_.outcome.signals[node.signal.index()];
    Step step;
    if (outcome.status == model::SignalStatus::undetermined) {
        step.missing = outcome.missing;
        step.faults = outcome.faults;
    } else {
        step.value = outcome.status == model::SignalStatus::active;
    }
    return step;
}

Step Evaluation::step_of(const model::SignalSeverity& node, const model::Expr& /*expr*/) {
    const model::SignalOutcome& outcome = trace_.outcome.signals[node.signal.index()];
    Step step;
    for (const model::Severity severity :
         {model::Severity::none, model::Severity::low, model::Severity::medium, model::Severity::high}) {
        if (outcome.possible_severities == bit_of(severity)) step.value = severity;
    }
    if (is_unknown(step.value)) {
        step.value = SeveritySet{outcome.possible_severities};
        step.missing = outcome.missing;
        step.faults = outcome.faults;
    }
    return step;
}

}  // namespace wegwijzer::trace
