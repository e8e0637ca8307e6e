#include "engine/margins/pairs.h"

#include <algorithm>
#include <set>

#include "engine/margins/crowd.h"
#include "engine/margins/promise.h"
#include "engine/margins/searches.h"

namespace wegwijzer::margins {
namespace {

// What may be spent on one signal of one student: changes of the first thing that are looked at cost one, a search for the
// second thing beside one of them costs more. Enough for every signal of the example institutions.
constexpr std::int64_t most_work = 4000;
constexpr std::int64_t work_of_search = 20;
constexpr std::size_t most_events_tried = 600;
// Each part is made the smallest beside the other, in turn: rarely more than once.
constexpr int most_rounds = 4;

bool is_same(const change::Changes& one, const change::Changes& other) {
    return std::ranges::equal(one.fields, other.fields,
                              [](const auto& a, const auto& b) { return a.field == b.field && a.value == b.value; }) &&
           std::ranges::equal(one.added, other.added, [](const auto& a, const auto& b) {
               return a.series == b.series && a.values == b.values && a.times == b.times;
           });
}

class PairSearch {
  public:
    PairSearch(const Prepared& prepared, Judge& judge, model::SignalId signal, std::vector<Goal> goals)
        : prepared_(prepared),
          judge_(judge),
          signal_(signal),
          goals_(std::move(goals)),
          influence_(judge.rules(), judge.trace(), signal, 0) {}

    PairsFound search() && {
        const std::vector<Thing> things = things_to_change();
        for (std::size_t first = 0; first < things.size(); ++first) {
            // Of one field there is one value; of one series there may be two kinds of events.
            const bool is_series = std::holds_alternative<SeriesId>(things[first]);
            for (std::size_t second = is_series ? first : first + 1; second < things.size(); ++second) {
                if (influence_.of(things[first], things[second])) search(things[first], things[second]);
            }
        }
        return std::move(found_);
    }

  private:
    [[nodiscard]] std::vector<Thing> things_to_change() const {
        std::vector<Thing> things;
        const Schema& schema = judge_.schema();
        for (const FieldId field : judge_.reads().fields) {
            const bool stays = field == schema.start && judge_.reads().counts_from_start;
            if (!stays && judge_.record().columns[field.index()].is_known(0)) things.emplace_back(field);
        }
        for (const SeriesRead& read : judge_.reads().series) {
            if (judge_.record().series[read.series.index()].supplied_for(0)) things.emplace_back(read.series);
        }
        std::ranges::sort(things);  // fields before series, as declared
        return things;
    }

    // Each change of the first thing that turns the conditions in a way not met before, with the smallest change of the second
    // beside it that does the rest.
    void search(const Thing& first, const Thing& second) {
        // Where no condition reads both, only how the conditions come out counts, not by which value. Of two kinds of events in
        // one series the first has to turn a condition by itself as well: what more events of one kind do is no pair.
        const bool is_apart = first == second || !influence_.share_condition(first, second);
        std::set<std::vector<Tri>> met;
        if (is_apart) met.insert(influence_.truths());
        std::vector<Goal> open = goals_;
        for (const change::Changes& change : changes_of_thing(first)) {
            if (open.empty() || !spend(1)) return;
            const trace::Trace trace = judge_.trace_with(change, judge_.reference_date());
            const Influence influence(judge_.rules(), trace, signal_, 0);
            if (!influence.of(second) || (is_apart && !met.insert(influence.truths()).second)) continue;
            if (!spend(work_of_search)) return;
            std::erase_if(open, [&](const Goal& goal) {
                const std::optional<Offer> other = smallest_beside(change, second, goal);
                if (!other) return false;
                std::optional<Offer> pair = settle(first, second, goal, *other);
                if (!pair) return false;
                found_.offers.push_back(std::move(*pair));
                return true;
            });
        }
    }
    bool spend(std::int64_t work) {
        left_ -= work;
        if (left_ < 0) found_.is_all = false;
        return left_ >= 0;
    }

    // The smallest first.
    [[nodiscard]] std::vector<change::Changes> changes_of_thing(const Thing& thing) {
        std::vector<change::Changes> changes;
        if (const auto* series = std::get_if<SeriesId>(&thing)) {
            EventsToTry events = events_to_try(judge_, *series, most_events_tried);
            if (!events.is_all) found_.is_all = false;
            return std::move(events.variants);
        }
        const FieldId field = std::get<FieldId>(thing);
        for (model::FieldValue& value : values_to_try(judge_, field, thresholds_of_record(judge_))) {
            changes.push_back({{{field, std::move(value)}}, {}});
        }
        return changes;
    }

    [[nodiscard]] static Thresholds thresholds_of_record(const Judge& judge) {
        return thresholds_of(judge.rules(), judge.reads(), judge.record(), 0, judge.reference_date(), judge.trace());
    }

    // The smallest change of `thing` that reaches the goal when `kept` holds already.
    [[nodiscard]] std::optional<Offer> smallest_beside(const change::Changes& kept, const Thing& thing,
                                                       const Goal& goal) const {
        Judge judge(judge_.rules(), prepared_, crowd_of(judge_.record(), judge_.reads(), {&kept, 1}), 0,
                    judge_.reference_date(), signal_);
        std::vector<Offer> offers;
        if (const auto* series = std::get_if<SeriesId>(&thing)) {
            search_series(judge, *series, {goal}, Depth::quick, offers);
        } else {
            search_field(judge, std::get<FieldId>(thing), thresholds_of_record(judge), {goal}, offers);
        }
        if (offers.empty()) return std::nullopt;
        return std::move(offers.front());
    }

    // Makes each part the smallest beside the other, and the pair promise no more than it holds. `second` was the smallest
    // beside some change of the first thing.
    [[nodiscard]] std::optional<Offer> settle(const Thing& first_thing, const Thing& second_thing, const Goal& goal,
                                              Offer second) const {
        const Schema& schema = judge_.schema();
        for (int round = 0; round < most_rounds; ++round) {
            const std::optional<Offer> first = smallest_beside(changes_of(schema, second), first_thing, goal);
            if (!first) return std::nullopt;
            const std::optional<Offer> again = smallest_beside(changes_of(schema, *first), second_thing, goal);
            if (!again) return std::nullopt;
            const bool is_settled = is_same(changes_of(schema, *again), changes_of(schema, second));
            second = *again;
            if (!is_settled) continue;
            PairOffer pair{{part_of(*first), part_of(second)}};
            if (!keep_promise(judge_, goal, thresholds_of_record(judge_), pair)) return std::nullopt;
            return Offer{goal.effect, second.severity, std::move(pair)};
        }
        return std::nullopt;
    }
    [[nodiscard]] static PairOffer::Part part_of(const Offer& offer) {
        if (const auto* field = std::get_if<FieldOffer>(&offer.what)) return *field;
        return std::get<EventOffer>(offer.what);
    }

    const Prepared& prepared_;
    Judge& judge_;
    model::SignalId signal_;
    std::vector<Goal> goals_;
    Influence influence_;
    std::int64_t left_ = most_work;
    PairsFound found_;
};

// Is it reached already, on the peildatum, by one thing?
bool is_reached_by_one(const Goal& goal, const std::vector<Offer>& singles, Date reference_date) {
    return std::ranges::any_of(singles, [&](const Offer& offer) {
        if (offer.effect != goal.effect) return false;
        const auto* event = std::get_if<EventOffer>(&offer.what);
        return event != nullptr ? event->day == reference_date : std::holds_alternative<FieldOffer>(offer.what);
    });
}

}  // namespace

PairsFound find_pairs(const Preparations& preparations, const Cohort& cohort, std::size_t student, Date reference_date,
                      model::SignalId signal, const std::vector<Offer>& singles) {
    const model::RuleSet& rules = preparations.rules();
    const Prepared& prepared = preparations.of(signal);
    Judge judge(rules, prepared, cohort, student, reference_date, signal);
    const State state = judge.state();
    if (!state) return {};
    std::vector<Goal> goals = goals_of(rules.signal(signal), *state);
    std::erase_if(goals, [&](const Goal& goal) {
        return goal.effect == Effect::severity || is_reached_by_one(goal, singles, reference_date);
    });
    if (goals.empty()) return {};
    return PairSearch(prepared, judge, signal, std::move(goals)).search();
}

}  // namespace wegwijzer::margins
