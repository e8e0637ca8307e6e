// What students get at several values of one parameter: counts per value, for this reader.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/compare/differences.h"
#include "engine/compare/pairing.h"

namespace wegwijzer::comparison {

struct SignalCount {
    std::size_t on = 0;
    std::size_t undetermined = 0;
};
struct SweepPoint {
    model::Constant value;
    Localized shown;
    bool is_current = false;
    std::size_t with_signal = 0;  // students with any signaal (krachten and kansen not among them)
    std::size_t with_advice = 0;
    std::size_t advices = 0;
    std::vector<SignalCount> signals;  // as Sweep::signals
    std::vector<Load> roles;           // as Sweep::roles
};
struct SweptSignal {
    Named named;
    model::SignalKind kind = model::SignalKind::signal;
};
struct Sweep {
    Date reference_date;
    Named parameter;
    std::optional<model::Constant> current;  // none: an open choice
    std::optional<Localized> shown_current;
    Language language = Language::nl;  // of the main pack: of texts in JSON
    bool varies = false;               // `stel ... voor` gives some students another value now
    bool is_used = true;               // some signal or policy reads it
    bool leaves_out_advice = false;    // as in Comparison
    std::size_t students = 0;
    std::vector<SweptSignal> signals;
    std::vector<Named> roles;  // all, in order of declaration
    std::vector<SweepPoint> points;
};

// The value that a parameter has without looking at a student: of the last `stel` line without `voor`, or its own.
[[nodiscard]] std::optional<model::Constant> current_value(const model::Parameter& parameter);
[[nodiscard]] bool varies(const model::Parameter& parameter);

// As an author writes it, with all its decimals: "72,5%", "4 weken", "2026-09-01".
[[nodiscard]] std::string written_value(const model::RuleSet& rules, const model::Constant& value,
                                        const model::ValueType& type, Language language);

class SweepCounter {
  public:
    // `redactor` of the rule set as it is; it must outlive this.
    SweepCounter(const explain::Redactor& redactor, model::ParameterId parameter, Date reference_date);

    // Begins the next value; what is counted then was worked out with it.
    void begin(const model::Constant& value);
    // A student: the states of all signals of the rule set, by SignalId.
    template <class StatusOf>
    void count_signals(const StatusOf& status_of) {
        SweepPoint& point = result_.points.back();
        bool has_signal = false;
        for (std::size_t i = 0; i < result_.signals.size(); ++i) {
            const model::SignalStatus status = status_of(pairing_.signals()[i].after.index());
            if (status == model::SignalStatus::undetermined) ++point.signals[i].undetermined;
            if (status != model::SignalStatus::active) continue;
            ++point.signals[i].on;
            has_signal = has_signal || result_.signals[i].kind == model::SignalKind::signal;
        }
        point.with_signal += has_signal ? 1 : 0;
    }
    // A student who gets advice, or may.
    void count_advice(const model::StudentOutcome& outcome, const advise::StudentAdvice& advice);
    [[nodiscard]] explain::Visible<Sweep> finish(std::size_t students);

  private:
    const model::RuleSet& rules_;
    model::ValueType type_;
    Pairing pairing_;
    std::vector<std::optional<std::int64_t>> minutes_;  // by InterventionId
    Sweep result_;
};

}  // namespace wegwijzer::comparison
