// Who is seen in which week: the advice of a run, per person or role that carries it out, with who finds no place in the
// weeks asked for. Every advice of every student is there once. Made of what the reader may see alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/agenda/capacity_list.h"
#include "engine/agenda/schedule.h"
#include "engine/explain/report.h"

namespace wegwijzer::explain {

enum class AgendaState : std::uint8_t {
    placed,   // in a week
    waiting,  // no week has a place left
    later     // it may not be, or is planned, before the last of the weeks is over
};

struct AgendaItem {
    std::string student;  // as StudentReport::key
    std::optional<std::string> name;
    RecommendationReport report;
    bool without_signal =
        false;  // no signal that this reader may see speaks for the student, and nothing is restricted
    AgendaState state = AgendaState::placed;
    agenda::Placement placement;
    bool is_appointment = false;  // it stands where it was planned, in this week or a later one
    bool is_late = false;         // the deadline lies before the first day it can be, or the day of the appointment
    Date since;                   // how long it has been known: since it is in progress, else the reference date
};

struct AgendaCarrierWeek {
    std::optional<agenda::Places> places;  // none: not known
    std::size_t taken = 0;                 // all that stands in this week
    std::size_t reserved_taken = 0;        // of the reserved places
    std::size_t on_top = 0;                // more than there are places: appointments and urgent ones
};

struct AgendaCarrier {
    model::RoleId role;
    std::optional<std::string> person;  // none: the role as a whole, or nobody is named
    // Students who are not in this run may need the same places.
    bool is_shared = false;
    std::vector<AgendaCarrierWeek> weeks;  // one per Agenda::weeks
    std::vector<AgendaItem> items;  // by week, then who waits, then later; in it by agenda::precedes, then student

    [[nodiscard]] bool knows_places() const;  // in some week
    [[nodiscard]] std::size_t count(AgendaState state) const;
};

struct Agenda {
    Date reference_date;
    std::vector<agenda::Week> weeks;      // the first is the one of the reference date
    std::vector<AgendaCarrier> carriers;  // that have something to do: by role in order of declaration, then by name
    std::size_t students = 0;             // of the run
    std::size_t advised = 0;              // those with advice

    [[nodiscard]] std::size_t count(AgendaState state) const;
    [[nodiscard]] std::size_t count_late() const;
};

// Of which students an agenda is made, where it is not of all.
struct AgendaSelection {
    std::optional<std::string> mentor;
    bool by_condition = false;
};

class AgendaMaker {
  public:
    // `redactor` and `capacity` must outlive it. `weeks`: how many, at least 1.
    AgendaMaker(const Redactor& redactor, Date reference_date, std::size_t weeks,
                std::span<const agenda::CapacityRow> capacity, AgendaSelection selection);

    // One per student of the run, in any order.
    void add(const Visible<StudentReport>& report);
    // Once, behind the last.
    [[nodiscard]] Visible<Agenda> make();

  private:
    struct Open {  // an item before it has its place
        AgendaItem item;
        agenda::Task task;
    };

    void add_advice(const StudentReport& report, const RecommendationReport& advice, bool without_signal);
    [[nodiscard]] std::optional<std::size_t> week_of(Date day) const;  // none: before the first
    [[nodiscard]] std::size_t first_week_of(const advise::Recommendation& advice) const;
    [[nodiscard]] std::size_t carrier_of(model::RoleId role, const std::optional<std::string>& person);
    [[nodiscard]] std::optional<agenda::Places> places_of(const AgendaCarrier& carrier, Date monday) const;
    [[nodiscard]] bool is_shared(const AgendaCarrier& carrier) const;
    [[nodiscard]] bool is_late(const AgendaItem& item) const;
    void put_in_order();
    void place();

    const Redactor* redactor_;
    std::span<const agenda::CapacityRow> capacity_;
    AgendaSelection selection_;
    Agenda agenda_;
    std::vector<Open> open_;
    std::map<std::pair<model::RoleId, std::string>, std::size_t> carriers_;
};

}  // namespace wegwijzer::explain
