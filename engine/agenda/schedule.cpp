#include "engine/agenda/schedule.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wegwijzer::agenda {
namespace {

// The places that are taken, by carrier and week.
class TakenPlaces {
  public:
    TakenPlaces(std::span<const Carrier> carriers, std::size_t weeks)
        : carriers_(carriers), weeks_(weeks), taken_(carriers.size() * weeks) {}

    // The place that this task would get; of the share for tasks without a signal first.
    [[nodiscard]] Place place_for(const Task& task, std::size_t week) const {
        if (has_reserved(task, week)) return Place::reserved;
        return has_free(task, week) ? Place::free : Place::none;
    }
    [[nodiscard]] bool has_reserved(const Task& task, std::size_t week) const {
        const std::optional<Places>& places = carriers_[task.carrier][week];
        return task.without_signal && places && taken_[index(task, week)].reserved < places->reserved;
    }
    [[nodiscard]] Placement take(const Task& task, std::size_t week, Place place) {
        if (place == Place::reserved) {
            ++taken_[index(task, week)].reserved;
        } else if (place == Place::free) {
            ++taken_[index(task, week)].free;
        } else {
            place = Place::on_top;
        }
        return {week, place};
    }

  private:
    struct Count {
        std::int64_t free = 0;
        std::int64_t reserved = 0;
    };
    [[nodiscard]] bool has_free(const Task& task, std::size_t week) const {
        const std::optional<Places>& places = carriers_[task.carrier][week];
        return !places || taken_[index(task, week)].free < places->per_week - places->reserved;
    }
    [[nodiscard]] std::size_t index(const Task& task, std::size_t week) const { return task.carrier * weeks_ + week; }

    std::span<const Carrier> carriers_;
    std::size_t weeks_;
    std::vector<Count> taken_;
};

Placement place_task(const Task& task, TakenPlaces& taken, std::span<const Week> weeks) {
    if (task.urgent && task.first_week < weeks.size()) {
        return taken.take(task, task.first_week, taken.place_for(task, task.first_week));
    }
    // A reserved place that is in time leaves the others to those who can have no reserved one.
    for (std::size_t week = task.first_week; week < weeks.size() && task.without_signal; ++week) {
        if (is_late(task.due, weeks[week])) break;
        if (weeks[week].is_open && taken.has_reserved(task, week)) return taken.take(task, week, Place::reserved);
    }
    for (std::size_t week = task.first_week; week < weeks.size(); ++week) {
        const Place place = taken.place_for(task, week);
        if (weeks[week].is_open && place != Place::none) return taken.take(task, week, place);
    }
    return {};
}

}  // namespace

bool precedes(const Task& left, const Task& right) {
    const auto order = [](const Task& task) {
        return std::tuple(!task.due.has_value(), task.due, !task.urgent, task.priority);
    };
    return order(left) < order(right);
}

bool is_late(const std::optional<Date>& due, const Week& week) { return due && *due < week.first_day; }

std::vector<Placement> schedule(std::span<const Task> tasks, std::span<const Carrier> carriers,
                                std::span<const Week> weeks) {
    std::vector<std::size_t> order(tasks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return precedes(tasks[a], tasks[b]); });
    TakenPlaces taken(carriers, weeks.size());
    std::vector<Placement> result(tasks.size());
    for (const std::size_t number : order) {
        const Task& task = tasks[number];
        if (!task.appointment || *task.appointment >= weeks.size()) continue;
        result[number] = taken.take(task, *task.appointment, taken.place_for(task, *task.appointment));
    }
    for (const std::size_t number : order) {
        if (!tasks[number].appointment) result[number] = place_task(tasks[number], taken, weeks);
    }
    return result;
}

}  // namespace wegwijzer::agenda
