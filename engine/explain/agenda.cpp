#include "engine/explain/agenda.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wegwijzer::explain {
namespace {

constexpr std::int32_t week_length = 7;

Date day_behind(Date monday) { return Date::from_days(monday.days() + week_length); }

// The first working day of this calendar week from `from` on.
std::optional<Date> working_day_in(const model::RuleSet& rules, Date from) {
    const Date end = day_behind(from.monday_of_week());
    for (Date day = from; day < end; day = Date::from_days(day.days() + 1)) {
        if (rules.calendars.is_working_day(day)) return day;
    }
    return std::nullopt;
}

std::vector<agenda::Week> weeks_from(const model::RuleSet& rules, Date reference_date, std::size_t count) {
    std::vector<agenda::Week> result;
    for (Date monday = reference_date.monday_of_week(); result.size() < count && monday <= Date::latest();
         monday = day_behind(monday)) {
        const Date first = std::max(monday, reference_date);
        const std::optional<Date> working_day = working_day_in(rules, first);
        result.push_back({monday, working_day.value_or(first), working_day.has_value()});
    }
    return result;
}

bool is_restricted(const RecommendationReport& advice) {
    return advice.has_restricted_reason || advice.has_restricted_policy;
}

}  // namespace

bool AgendaCarrier::knows_places() const {
    return std::ranges::any_of(weeks, [](const AgendaCarrierWeek& week) { return week.places.has_value(); });
}

std::size_t AgendaCarrier::count(AgendaState state) const {
    return static_cast<std::size_t>(std::ranges::count(items, state, &AgendaItem::state));
}

std::size_t Agenda::count(AgendaState state) const {
    return std::accumulate(
        carriers.begin(), carriers.end(), std::size_t{0},
        [state](std::size_t sum, const AgendaCarrier& carrier) { return sum + carrier.count(state); });
}

std::size_t Agenda::count_late() const {
    std::size_t result = 0;
    for (const AgendaCarrier& carrier : carriers) {
        result += static_cast<std::size_t>(std::ranges::count_if(
            carrier.items, [](const AgendaItem& item) { return item.state == AgendaState::placed && item.is_late; }));
    }
    return result;
}

AgendaMaker::AgendaMaker(const Redactor& redactor, Date reference_date, std::size_t weeks,
                         std::span<const agenda::CapacityRow> capacity, AgendaSelection selection)
    : redactor_(&redactor), capacity_(capacity), selection_(std::move(selection)) {
    agenda_.reference_date = reference_date;
    agenda_.weeks = weeks_from(redactor.rules(), reference_date, weeks);
}

void AgendaMaker::add(const Visible<StudentReport>& report) {
    ++agenda_.students;
    if (report->recommendations.empty()) return;
    ++agenda_.advised;
    const bool without_signal = report->signals.empty() && std::ranges::none_of(report->recommendations, is_restricted);
    for (const RecommendationReport& advice : report->recommendations) add_advice(*report, advice, without_signal);
}

void AgendaMaker::add_advice(const StudentReport& report, const RecommendationReport& advice, bool without_signal) {
    Open open;
    AgendaItem& item = open.item;
    item.student = report.key;
    item.name = report.name;
    item.report = advice;
    item.without_signal = without_signal;
    item.since = advice.advice.in_progress_since.value_or(agenda_.reference_date);
    agenda::Task& task = open.task;
    task.carrier = carrier_of(advice.advice.by, advice.person);
    task.first_week = first_week_of(advice.advice);
    // What was planned for an earlier week and of which nothing was heard since needs a place again.
    if (advice.appointment) task.appointment = week_of(*advice.appointment);
    item.is_appointment = task.appointment.has_value();
    task.due = advice.advice.due;
    task.urgent = advice.advice.urgent;
    task.without_signal = without_signal;
    task.priority = advice.advice.priority;
    open_.push_back(std::move(open));
}

std::optional<std::size_t> AgendaMaker::week_of(Date day) const {
    const std::int64_t days = days_between(agenda_.weeks.front().monday, day.monday_of_week());
    return days < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(days / week_length));
}

std::size_t AgendaMaker::first_week_of(const advise::Recommendation& advice) const {
    if (!advice.not_before || *advice.not_before <= agenda_.reference_date) return 0;
    const std::size_t week = week_of(*advice.not_before).value_or(0);
    return working_day_in(redactor_->rules(), *advice.not_before) ? week : week + 1;
}

std::size_t AgendaMaker::carrier_of(model::RoleId role, const std::optional<std::string>& person) {
    const auto [at, is_new] = carriers_.try_emplace({role, person.value_or(std::string())}, agenda_.carriers.size());
    if (!is_new) return at->second;
    AgendaCarrier carrier;
    carrier.role = role;
    const bool has_own = person && agenda::has_row(capacity_, role, *person);
    const bool has_together = agenda::has_row(capacity_, role, {}) || redactor_->rules().role(role).capacity_per_week;
    if (has_own || !has_together) carrier.person = person;
    if (person && !carrier.person) {  // one of those who have the places of the role together
        at->second = carrier_of(role, std::nullopt);
        return at->second;
    }
    for (const agenda::Week& week : agenda_.weeks) {
        carrier.weeks.push_back({places_of(carrier, week.monday), 0, 0, 0});
    }
    carrier.is_shared = carrier.knows_places() && is_shared(carrier);
    agenda_.carriers.push_back(std::move(carrier));
    return at->second;
}

std::optional<agenda::Places> AgendaMaker::places_of(const AgendaCarrier& carrier, Date monday) const {
    const auto listed = agenda::places_in(capacity_, carrier.role, carrier.person.value_or(std::string()), monday);
    const std::optional<std::int64_t>& of_packs = redactor_->rules().role(carrier.role).capacity_per_week;
    if (listed || carrier.person || !of_packs) return listed;
    return agenda::Places{*of_packs, 0};
}

bool AgendaMaker::is_shared(const AgendaCarrier& carrier) const {
    if (selection_.by_condition) return true;
    return selection_.mentor && carrier.person != selection_.mentor;
}

bool AgendaMaker::is_late(const AgendaItem& item) const {
    const std::optional<Date>& due = item.report.advice.due;
    if (!due) return false;
    if (item.is_appointment) return *due < *item.report.appointment;
    if (item.placement.week) return agenda::is_late(due, agenda_.weeks[*item.placement.week]);
    return item.state == AgendaState::waiting && *due < day_behind(agenda_.weeks.back().monday);
}

// By student where nothing else decides: the order of the input says nothing.
void AgendaMaker::put_in_order() {
    const auto identity = [](const Open& open) {
        return std::tie(open.item.student, open.item.report.advice.intervention, open.item.report.advice.by);
    };
    std::ranges::sort(open_, [&](const Open& left, const Open& right) {
        if (agenda::precedes(left.task, right.task)) return true;
        if (agenda::precedes(right.task, left.task)) return false;
        return identity(left) < identity(right);
    });
}

void AgendaMaker::place() {
    std::vector<agenda::Task> tasks;
    for (const Open& open : open_) tasks.push_back(open.task);
    std::vector<agenda::Carrier> carriers(agenda_.carriers.size());
    for (std::size_t i = 0; i < carriers.size(); ++i) {
        for (const AgendaCarrierWeek& week : agenda_.carriers[i].weeks) carriers[i].push_back(week.places);
    }
    const std::vector<agenda::Placement> placements = agenda::schedule(tasks, carriers, agenda_.weeks);
    for (std::size_t i = 0; i < open_.size(); ++i) {
        AgendaItem& item = open_[i].item;
        AgendaCarrier& carrier = agenda_.carriers[tasks[i].carrier];
        item.placement = placements[i];
        if (item.placement.week) {
            AgendaCarrierWeek& week = carrier.weeks[*item.placement.week];
            ++week.taken;
            if (item.placement.place == agenda::Place::reserved) ++week.reserved_taken;
            if (item.placement.place == agenda::Place::on_top) ++week.on_top;
        } else {
            const std::size_t first = tasks[i].appointment.value_or(tasks[i].first_week);
            item.state = first < agenda_.weeks.size() ? AgendaState::waiting : AgendaState::later;
        }
        item.is_late = is_late(item);
        carrier.items.push_back(std::move(item));
    }
}

Visible<Agenda> AgendaMaker::make() {
    put_in_order();
    place();
    const auto place_in_list = [this](const AgendaItem& item) {
        return std::pair(item.state, item.placement.week.value_or(agenda_.weeks.size()));
    };
    for (AgendaCarrier& carrier : agenda_.carriers) std::ranges::stable_sort(carrier.items, {}, place_in_list);
    std::ranges::sort(agenda_.carriers, {},
                      [](const AgendaCarrier& carrier) { return std::pair(carrier.role, carrier.person); });
    return Visible<Agenda>(std::move(agenda_));
}

}  // namespace wegwijzer::explain
