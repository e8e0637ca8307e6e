#include "engine/margins/findings.h"

#include <algorithm>
#include <bit>
#include <iterator>

#include "engine/margins/candidates.h"
#include "engine/margins/logic.h"
#include "engine/margins/searches.h"

namespace wegwijzer::margins {
namespace {

using trace::StepId;

constexpr std::uint8_t bit_of(model::Severity severity) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(severity));
}
constexpr std::uint8_t not_active = bit_of(model::Severity::none);

Outcome outcome_of(const model::SignalOutcome& outcome) {
    Outcome result{outcome.possible_severities, {}};
    if (!result.is_decided()) result.needs = outcome.missing;
    return result;
}

// Cases of one outcome become one; what holds of most answers, or else that the signal does not hold, becomes `otherwise`.
void put_together(std::vector<FindingCase> cases, Finding& finding) {
    std::vector<FindingCase> merged;
    for (FindingCase& one : cases) {
        const auto same = std::ranges::find(merged, one.outcome.severities,
                                            [](const FindingCase& it) { return it.outcome.severities; });
        if (same == merged.end()) {
            merged.push_back(std::move(one));
            continue;
        }
        std::ranges::move(one.answers, std::back_inserter(same->answers));
        for (const model::Missing& need : one.outcome.needs) {
            if (std::ranges::find(same->outcome.needs, need) == same->outcome.needs.end()) {
                same->outcome.needs.push_back(need);
            }
        }
    }
    if (merged.empty()) return;
    const auto is_rest = [](const FindingCase& one) { return one.outcome.severities == not_active; };
    auto rest = std::ranges::find_if(merged, is_rest);
    if (rest == merged.end()) {
        rest = std::ranges::find_if(merged, [](const FindingCase& one) { return !one.outcome.is_decided(); });
    }
    if (rest == merged.end()) rest = std::prev(merged.end());
    finding.otherwise = std::move(rest->outcome);
    merged.erase(rest);
    finding.cases = std::move(merged);
}

// ---- a field of the student -------------------------------------------------------------------------------------------

class FieldFinding {
  public:
    FieldFinding(Judge& judge, FieldId field)
        : judge_(judge), field_(field), type_(judge.schema().field(field).type), axis_(axis_of(type_)) {}

    [[nodiscard]] Finding find() {
        Finding finding{{field_, {}, {}}, {}, {}};
        const Thresholds thresholds =
            thresholds_of(judge_.rules(), judge_.reads(), judge_.record(), 0, judge_.reference_date(), judge_.trace());
        std::vector<model::FieldValue> values = values_to_try(judge_, field_, thresholds);
        if (values.empty() && axis_) values.push_back(value_at(*axis_, axis_->lowest.value_or(0)));
        put_together(axis_ ? ranges(values) : lists(values), finding);
        return finding;
    }

  private:
    [[nodiscard]] Outcome outcome_with(const model::FieldValue& value) {
        const change::Changes changes{{{field_, value}}, {}};
        return outcome_of(judge_.trace_with(changes, judge_.reference_date()).outcome.signals.front());
    }
    [[nodiscard]] Outcome outcome_at(Point point) { return outcome_with(value_at(*axis_, point)); }

    [[nodiscard]] std::vector<FindingCase> lists(const std::vector<model::FieldValue>& values) {
        std::vector<FindingCase> cases;
        std::optional<std::size_t> of_others;
        for (const model::FieldValue& value : values) {
            const Outcome outcome = outcome_with(value);
            auto found = std::ranges::find(cases, outcome, &FindingCase::outcome);
            if (found == cases.end()) found = cases.insert(cases.end(), {{ValueList{}}, outcome});
            std::get<ValueList>(found->answers.front()).values.push_back(value);
            // The last one of a tekst stands for all that no rule compares with.
            if (type_.kind == FieldKind::text && &value == &values.back()) {
                of_others = static_cast<std::size_t>(found - cases.begin());
            }
        }
        if (of_others) std::get<ValueList>(cases[*of_others].answers.front()) = all_but(cases, *of_others);
        return cases;
    }
    [[nodiscard]] static ValueList all_but(const std::vector<FindingCase>& cases, std::size_t those) {
        ValueList list;
        list.is_all_but = true;
        for (std::size_t i = 0; i < cases.size(); ++i) {
            if (i == those) continue;
            const auto& others = std::get<ValueList>(cases[i].answers.front()).values;
            list.values.insert(list.values.end(), others.begin(), others.end());
        }
        return list;
    }

    // `values` in order. Between two with another outcome the turn is looked up to the last decimal.
    [[nodiscard]] std::vector<FindingCase> ranges(const std::vector<model::FieldValue>& values) {
        std::vector<FindingCase> cases;
        std::optional<ValueRange::End> from;
        std::optional<Outcome> outcome;
        std::optional<Point> before;
        for (const model::FieldValue& value : values) {
            const Point point = *point_of(value);
            Outcome here = outcome_with(value);
            if (outcome && here.severities != outcome->severities) {
                const auto [last, first] = turn_between(*before, point, outcome->severities);
                cases.push_back({{ValueRange{from, last}}, *outcome});
                from = first;
                outcome = std::move(here);
            } else if (!outcome) {
                outcome = std::move(here);
            }
            before = point;
        }
        if (outcome) cases.push_back({{ValueRange{from, std::nullopt}}, *outcome});
        return cases;
    }

    struct Turn {
        ValueRange::End last;   // of those below
        ValueRange::End first;  // of those above
    };
    [[nodiscard]] Turn turn_between(Point below, Point above, std::uint8_t outcome_below) {
        if (axis_->is_whole()) return {{value_at(*axis_, below), true}, {value_at(*axis_, above), true}};
        Point low = below;
        Point high = above;
        while (high - low > 1) {
            const Point middle = low + (high - low) / 2;
            (outcome_at(middle).severities == outcome_below ? low : high) = middle;
        }
        // Told by the value that people write.
        if (high % axis_->step == 0 || low % axis_->step != 0) {
            return {{value_at(*axis_, high), false}, {value_at(*axis_, high), true}};
        }
        return {{value_at(*axis_, low), true}, {value_at(*axis_, low), false}};
    }

    Judge& judge_;
    FieldId field_;
    const FieldType& type_;
    std::optional<Axis> axis_;
};

// ---- a series ---------------------------------------------------------------------------------------------------------

// Condition after condition: the first one with an answer that decides, then what is left when it has the other one.
class SeriesFinding {
  public:
    SeriesFinding(const model::RuleSet& rules, const trace::Trace& trace, model::SignalId signal,
                  const model::Missing& missing)
        : trace_(trace),
          levels_(trace.signal_levels[signal.index()]),
          unless_(trace.signal_unless[signal.index()]),
          signal_(rules.signal(signal)),
          missing_(missing),
          logic_(rules, trace) {
        for (const auto* roots : {&levels_, &unless_}) {
            for (const StepId root : *roots) logic_.collect(root, open_);
        }
        std::erase_if(open_, [&](StepId id) {
            const trace::Step& step = trace_.step(id);
            return trace::truth_of(step.value) != Tri::unknown || step.missing != model::MissingSet{missing_};
        });
    }

    [[nodiscard]] Finding find() {
        Finding finding{missing_, {}, {}};
        while (!possible().is_decided() && take_one(finding)) {
        }
        finding.otherwise = possible();
        return finding;
    }

  private:
    bool take_one(Finding& finding) {
        for (const Tri answer : {Tri::yes, Tri::no}) {
            for (const StepId id : open_) {
                logic_.give(id, answer);
                std::erase(open_, id);
                const Outcome outcome = possible();
                if (outcome.is_decided()) {
                    finding.cases.push_back({{ConditionAnswer{id, answer}}, outcome});
                    logic_.give(id, tri_not(answer));
                    return true;
                }
                logic_.give(id, Tri::unknown);
                open_.push_back(id);
                std::ranges::sort(open_);
            }
        }
        return false;
    }

    [[nodiscard]] Outcome possible() const {
        Outcome outcome;
        for (const StepId id : unless_) {
            const Tri stops = logic_.answer(id);
            if (stops == Tri::yes) return {not_active, {}};
            // What stays unknown does not stop it; what is being found out may.
            if (stops == Tri::unknown && has_open(id)) outcome.severities |= not_active;
        }
        bool is_settled = false;
        for (std::size_t i = 0; i < levels_.size() && !is_settled; ++i) {
            const Tri truth = logic_.answer(levels_[i]);
            if (truth != Tri::no) outcome.severities |= bit_of(signal_.levels[i].severity);
            is_settled = truth == Tri::yes;
        }
        if (!is_settled) outcome.severities |= not_active;
        if (!outcome.is_decided()) outcome.needs = others();
        return outcome;
    }
    [[nodiscard]] bool has_open(StepId root) const {
        std::vector<StepId> leaves;
        logic_.collect(root, leaves);
        return std::ranges::any_of(leaves, [&](StepId id) { return std::ranges::find(open_, id) != open_.end(); });
    }
    // What else is missing of the signal.
    [[nodiscard]] std::vector<model::Missing> others() const {
        std::vector<model::Missing> others;
        for (const StepId root : levels_) {
            if (logic_.answer(root) != Tri::unknown) continue;
            for (const model::Missing& one : trace_.step(root).missing) {
                const bool is_known = one == missing_ || std::ranges::find(others, one) != others.end();
                if (!is_known) others.push_back(one);
            }
        }
        return others;
    }

    const trace::Trace& trace_;
    const std::vector<StepId>& levels_;
    const std::vector<StepId>& unless_;
    const model::Signal& signal_;
    const model::Missing& missing_;
    Logic logic_;
    std::vector<StepId> open_;
};

}  // namespace

bool Outcome::is_decided() const { return std::has_single_bit(severities); }

bool Finding::decides_something() const {
    return otherwise.is_decided() ||
           std::ranges::any_of(cases, [](const FindingCase& one) { return one.outcome.is_decided(); });
}

std::vector<Finding> find_out(const Preparations& preparations, const Cohort& cohort, std::size_t student,
                              Date reference_date, const trace::Trace& trace, model::SignalId signal) {
    const model::RuleSet& rules = preparations.rules();
    const model::SignalOutcome& outcome = trace.outcome.signals[signal.index()];
    std::vector<Finding> findings;
    std::optional<Judge> judge;
    for (const model::Missing& missing : outcome.missing) {
        if (missing.student_field.is_none()) {
            findings.push_back(SeriesFinding(rules, trace, signal, missing).find());
            continue;
        }
        const Prepared& prepared = preparations.of(signal);
        // Fasen and periods count from it: what turns with it stands in no condition.
        if (missing.student_field == rules.schema->start && prepared.reads.counts_from_start) continue;
        if (!judge) judge.emplace(rules, prepared, cohort, student, reference_date, signal);
        findings.push_back(FieldFinding(*judge, missing.student_field).find());
    }
    return findings;
}

}  // namespace wegwijzer::margins
