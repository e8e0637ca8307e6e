#include "engine/keep/compare_runs.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "engine/base/in_parallel.h"
#include "engine/compare/counting.h"
#include "engine/keep/kept_student.h"

namespace wegwijzer::keep {
namespace {

using comparison::RunInput;
using comparison::Standing;

template <class Declared>
const Declared* find_declared(const std::vector<Declared>& declared, const std::string& id) {
    const auto found = std::ranges::find(declared, id, &Declared::id);
    return found == declared.end() ? nullptr : &*found;
}

bool has_policies(const std::vector<comparison::DeclarationKey>& keys) {
    return std::ranges::any_of(keys, [](const comparison::DeclarationKey& key) { return key.kind == "policy"; });
}

}  // namespace

class RunComparer {
  public:
    RunComparer(const KeptRun& before, const KeptRun& after, bool sees_confidential)
        : before_(before), after_(after), sees_confidential_(sees_confidential) {
        number_names();
        compare_rules();
        comparison::RunPair& runs = pair_;
        runs.before = {before.number, before.reference_date, before.forgotten};
        runs.after = {after.number, after.reference_date, after.forgotten};
        runs.other_version = before.version != after.version;
        const bool has_confidential = !before.rules.confidential.empty() || !after.rules.confidential.empty();
        runs.hides_reasons = !sees_confidential && has_confidential;
        if (before.reference_date != after.reference_date) counter_.leave_out_days();
    }

    ComparedKeptRuns compare(std::size_t threads) {
        const std::vector<InBoth> students = in_both_runs();
        // To read what was kept takes most of the time; a block at a time, so that few are in memory at once.
        constexpr std::size_t most = 4096;
        std::vector<KeptPair> read(std::min(most, students.size()));
        for (std::size_t from = 0; from < students.size(); from += most) {
            const std::size_t count = std::min(most, students.size() - from);
            in_parallel(count, threads, [&](std::size_t i) {
                read[i].before = read_student(before_.students[students[from + i].before].content);
                read[i].after = read_student(after_.students[students[from + i].after].content);
            });
            for (std::size_t i = 0; i < count; ++i) {
                const auto& [old, now] = read[i];
                if (!old || !now) return {std::nullopt, old ? after_.number : before_.number};
                compare_student(shown_key(students[from + i]), *old, *now);
            }
        }
        comparison::Comparison& result = counter_.result();
        result.reference_date = after_.reference_date;
        result.runs = pair_;
        // Each change may be why anything differs: the runs don't say which rules read what.
        for (comparison::ShownChange& change : result.changes) {
            if (change.change.reach == comparison::Reach::outcomes) change.students = by_rules_;
        }
        return {explain::Visible<comparison::Comparison>(counter_.finish()), 0};
    }

  private:
    // A student of both runs, by the places among theirs.
    struct InBoth {
        std::size_t before = 0;
        std::size_t after = 0;
    };
    struct KeptPair {
        std::optional<KeptStudent> before;
        std::optional<KeptStudent> after;
    };

    // In the order of their keys, or of what stands for keys that are not shown. Counts who is in one of the runs only.
    std::vector<InBoth> in_both_runs() {
        const ByKey earlier = by_key(before_.students);
        const ByKey later = by_key(after_.students);
        std::vector<InBoth> students;
        auto was = earlier.begin();
        for (const auto& [key, kept] : later) {
            while (was != earlier.end() && was->first < key) ++was;
            if (was != earlier.end() && was->first == key) students.push_back({was->second, kept});
        }
        pair_.only_after = later.size() - students.size();
        pair_.only_before = earlier.size() - students.size();
        if (!shows_keys()) std::ranges::sort(students, {}, &InBoth::after);
        return students;
    }

    // A place among the students as they are kept, which is at random, stands for a key that is not shown.
    [[nodiscard]] std::string shown_key(const InBoth& student) const {
        return shows_keys() ? after_.students[student.after].student : "#" + std::to_string(student.after + 1);
    }

    // Which number a name has, in order of declaration of the later run, what only the earlier has behind it.
    class Numbering {
      public:
        // The number of the name, and whether it is new.
        std::pair<std::size_t, bool> add(const std::string& name) {
            const auto [place, is_new] = numbers_.emplace(name, numbers_.size());
            return {place->second, is_new};
        }
        [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const {
            const auto found = numbers_.find(name);
            return found == numbers_.end() ? std::nullopt : std::optional(found->second);
        }

      private:
        std::unordered_map<std::string, std::size_t> numbers_;
    };

    // In their order, each key once, with its place.
    using ByKey = std::vector<std::pair<std::string_view, std::size_t>>;
    static ByKey by_key(const std::vector<KeptEntry>& entries) {
        ByKey ordered;
        ordered.reserve(entries.size());
        for (std::size_t i = 0; i < entries.size(); ++i) ordered.emplace_back(entries[i].student, i);
        std::ranges::sort(ordered);
        const auto same = std::ranges::unique(ordered, {}, &std::pair<std::string_view, std::size_t>::first);
        ordered.erase(same.begin(), same.end());
        return ordered;
    }
    [[nodiscard]] bool shows_keys() const {
        return sees_confidential_ || (!before_.rules.hides_keys && !after_.rules.hides_keys);
    }

    [[nodiscard]] bool is_hidden_signal(const std::string& id) const {
        if (sees_confidential_) return false;
        const auto is_confidential = [&](const KeptRules& rules) {
            const KeptSignalRule* signal = find_declared(rules.signals, id);
            return signal != nullptr && signal->is_confidential;
        };
        return is_confidential(before_.rules) || is_confidential(after_.rules);
    }

    void number_names() {
        for (const KeptRules* rules : {&after_.rules, &before_.rules}) {
            for (const KeptSignalRule& signal : rules->signals) {
                if (is_hidden_signal(signal.id) || !signals_.add(signal.id).second) continue;
                counter_.add_signal({signal.id, signal.title}, signal.kind);
                ++signal_count_;
            }
            for (const KeptIntervention& one : rules->interventions) {
                if (!interventions_.add(one.id).second) continue;
                const auto minutes = [&](const KeptRules& side) -> std::optional<std::int64_t> {
                    const KeptIntervention* found = find_declared(side.interventions, one.id);
                    return found == nullptr ? std::nullopt : found->minutes;
                };
                counter_.add_intervention({one.id, one.title}, minutes(before_.rules), minutes(after_.rules));
            }
            for (const KeptRole& role : rules->roles) {
                if (roles_.add(role.id).second) counter_.add_role({role.id, role.title});
            }
            if (sees_confidential_) continue;
            for (const comparison::DeclarationKey& key : rules->confidential) {
                hidden_.insert(key);
                if (key.kind == "policy") hidden_policies_.insert(key.name);
            }
            if (has_policies(rules->confidential)) counter_.result().leaves_out_advice = true;
        }
    }

    void compare_rules() {
        comparison::Comparison& result = counter_.result();
        for (comparison::DeclarationChange& change :
             comparison::compare_printed(before_.rules.printed, after_.rules.printed)) {
            rules_differ_ = rules_differ_ || change.reach == comparison::Reach::outcomes;
            if (hidden_.contains(change.key)) {
                result.hides_changes = true;
            } else {
                result.changes.push_back({std::move(change), 0});
            }
        }
    }

    // Seen in neither when it is confidential for this student in one of both.
    [[nodiscard]] std::size_t seen_policies(const KeptAdvice& advice, const std::set<std::string>& hidden) const {
        if (sees_confidential_) return advice.policies.size() + advice.confidential.size();
        return static_cast<std::size_t>(std::ranges::count_if(
            advice.policies, [&](const std::string& policy) { return !hidden.contains(policy); }));
    }

    [[nodiscard]] Standing standing_of(const KeptStudent& student, const std::set<std::string>& hidden) const {
        Standing standing;
        standing.signals.resize(signal_count_);
        for (const KeptSignal& signal : student.signals) {
            if (const auto number = signals_.find(signal.id)) standing.signals[*number] = signal.state;
        }
        for (const KeptAdvice& advice : student.advice) {
            const auto intervention = interventions_.find(advice.intervention);
            const auto role = roles_.find(advice.role);
            if (!intervention || !role) continue;  // its rules are kept with it, so that this can't be
            const std::size_t seen = seen_policies(advice, hidden);
            if (seen == 0) {
                standing.restricted.emplace_back(*intervention, *role);
                continue;
            }
            comparison::AdviceState state;
            state.intervention = *intervention;
            state.role = *role;
            state.priority = advice.priority;
            state.urgent = advice.urgent;
            state.not_before = advice.not_before;
            state.due = advice.due;
            state.consent = advice.consent;
            state.in_progress = advice.in_progress;
            state.partly_restricted = seen < advice.policies.size() + advice.confidential.size();
            standing.advice.push_back(state);
        }
        return standing;
    }

    // What of this student's run is not the same, as far as the reader may know.
    std::vector<RunInput> other_inputs(const RecordMarks& old, const RecordMarks& now) {
        std::vector<RunInput> inputs;
        if (rules_differ_) inputs.push_back(RunInput::rules);
        const bool other_data = old.open != now.open || (sees_confidential_ && old.confidential != now.confidential);
        if (other_data) inputs.push_back(RunInput::data);
        if (old.followups != now.followups) inputs.push_back(RunInput::followups);
        const bool other_consents = sees_confidential_ && old.consents != now.consents;
        if (other_consents) inputs.push_back(RunInput::consents);
        if (before_.reference_date != after_.reference_date) inputs.push_back(RunInput::day);
        if (pair_.other_version) inputs.push_back(RunInput::version);
        pair_.other_data += other_data ? 1 : 0;
        pair_.other_followups += old.followups != now.followups ? 1 : 0;
        pair_.other_consents += other_consents ? 1 : 0;
        return inputs;
    }

    void compare_student(std::string key, const KeptStudent& old, const KeptStudent& now) {
        std::set<std::string> hidden = hidden_policies_;
        if (!sees_confidential_) {
            for (const KeptStudent* student : {&old, &now}) {
                for (const KeptAdvice& advice : student->advice) {
                    hidden.insert(advice.confidential.begin(), advice.confidential.end());
                }
            }
        }
        const Standing before = standing_of(old, hidden);
        const Standing after = standing_of(now, hidden);
        const std::vector<RunInput> inputs = other_inputs(old.marks, now.marks);
        if (!counter_.count(before, after)) return;
        if (rules_differ_) ++by_rules_;
        comparison::StudentDifference difference{std::move(key), std::nullopt, {}, {}};
        comparison::Causes causes;
        causes.inputs = inputs;
        // Of what the reader may know nothing differs: then it lies in the rest.
        causes.restricted = inputs.empty();
        for (std::size_t i = 0; i < before.signals.size(); ++i) {
            if (before.signals[i] == after.signals[i]) continue;
            difference.signals.push_back({i, before.signals[i], after.signals[i], causes});
        }
        difference.advice = counter_.differences(before, after);
        for (comparison::AdviceDifference& one : difference.advice) one.causes = causes;
        counter_.result().list.push_back(std::move(difference));
    }

    const KeptRun& before_;
    const KeptRun& after_;
    bool sees_confidential_;
    comparison::DifferenceCounter counter_;
    comparison::RunPair pair_;
    Numbering signals_;
    Numbering interventions_;
    Numbering roles_;
    std::size_t signal_count_ = 0;
    std::set<comparison::DeclarationKey> hidden_;
    std::set<std::string> hidden_policies_;
    bool rules_differ_ = false;  // so that an outcome could
    std::size_t by_rules_ = 0;   // students who differ, where the rules do
};

ComparedKeptRuns compare_kept_runs(const KeptRun& before, const KeptRun& after, bool sees_confidential,
                                   std::size_t threads) {
    return RunComparer(before, after, sees_confidential).compare(threads);
}

}  // namespace wegwijzer::keep
