#include "engine/advise/history.h"

#include <algorithm>

namespace wegwijzer::advise {
namespace {

// Calls visit(row) for the events of one student up to the reference date, and for those without a date.
template <class Visit>
void for_each_row(const Cohort& cohort, SeriesId series, std::size_t student, Date reference_date, Visit visit) {
    const SeriesData& data = cohort.series[series.index()];
    const Column& dates = data.columns[cohort.schema->series_of(series).date_field.index()];
    for (std::size_t row = data.offsets[student]; row < data.offsets[student + 1]; ++row) {
        const std::optional<Date> date = dates.is_known(row) ? std::optional(dates.date_at(row)) : std::nullopt;
        if (!date || *date <= reference_date) visit(row, date);
    }
}

std::optional<std::size_t> choice_at(const Column& column, std::size_t row) {
    return column.is_known(row) ? std::optional(static_cast<std::size_t>(column.raw_at(row))) : std::nullopt;
}

bool is_carried_out(const FollowUp& row) {
    return row.status == FollowUpStatus::done || row.status == FollowUpStatus::completed;
}

bool is_underway(const FollowUp& row) {
    return row.status == FollowUpStatus::proposed || row.status == FollowUpStatus::planned;
}

}  // namespace

StudentHistory history_of(const Cohort& cohort, std::size_t student, Date reference_date) {
    StudentHistory history;
    const Schema& schema = *cohort.schema;
    if (schema.start) {
        const Column& start = cohort.columns[schema.start.index()];
        if (start.is_known(student)) history.start = start.date_at(student);
    }
    if (schema.followups && cohort.series[schema.followups.index()].supplied_for(student)) {
        history.followups_supplied = true;
        const std::vector<Column>& columns = cohort.series[schema.followups.index()].columns;
        for_each_row(cohort, schema.followups, student, reference_date, [&](std::size_t row, std::optional<Date> date) {
            const auto intervention = choice_at(columns[id_of(FollowUpField::intervention).index()], row);
            if (!intervention) return;
            FollowUp& one = history.followups.emplace_back();
            one.intervention = model::InterventionId(*intervention);
            one.date = date;
            const auto status = choice_at(columns[id_of(FollowUpField::status).index()], row);
            if (status) one.status = static_cast<FollowUpStatus>(*status);
            const Column& planned_on = columns[id_of(FollowUpField::planned_on).index()];
            if (planned_on.is_known(row)) one.planned_on = planned_on.date_at(row);
            const auto role = choice_at(columns[id_of(FollowUpField::role).index()], row);
            if (role) one.role = model::RoleId(*role);
            one.row = row;
        });
    }
    if (schema.consents && cohort.series[schema.consents.index()].supplied_for(student)) {
        history.consents_supplied = true;
        const std::vector<Column>& columns = cohort.series[schema.consents.index()].columns;
        for_each_row(cohort, schema.consents, student, reference_date, [&](std::size_t row, std::optional<Date> date) {
            const auto intervention = choice_at(columns[id_of(ConsentField::intervention).index()], row);
            if (!intervention) return;
            ConsentRow& one = history.consents.emplace_back();
            one.intervention = model::InterventionId(*intervention);
            one.date = date;
            const auto status = choice_at(columns[id_of(ConsentField::status).index()], row);
            if (status) one.status = static_cast<ConsentStatus>(*status);
        });
    }
    return history;
}

std::optional<Date> in_progress_since(const StudentHistory& history, model::InterventionId intervention) {
    std::optional<Date> since;
    for (const FollowUp& row : history.followups) {
        if (row.intervention != intervention || !row.date) continue;
        if (!is_underway(row)) {
            since.reset();
        } else if (!since) {
            since = row.date;
        }
    }
    return since;
}

std::optional<Date> appointment(const StudentHistory& history, model::InterventionId intervention, model::RoleId role,
                                bool takes_unknown) {
    std::optional<Date> day;
    for (const FollowUp& row : history.followups) {
        if (row.intervention != intervention || !row.date) continue;
        const bool is_own = row.role ? row.role == role : takes_unknown;
        if (!is_underway(row)) {
            day.reset();
        } else if (is_own) {
            day = row.status == FollowUpStatus::planned ? row.planned_on : std::nullopt;
        }
    }
    return day;
}

std::optional<Date> last_carried_out(const StudentHistory& history, model::InterventionId intervention,
                                     DateInterval days) {
    std::optional<Date> last;
    for (const FollowUp& row : history.followups) {
        if (row.intervention != intervention || !row.date || !is_carried_out(row)) continue;
        if (days.contains(*row.date)) last = row.date;
    }
    return last;
}

std::optional<Date> first_followed(const StudentHistory& history, model::InterventionId intervention,
                                   DateInterval days) {
    const auto first = std::ranges::find_if(history.followups, [&](const FollowUp& row) {
        return row.intervention == intervention && row.date && days.contains(*row.date);
    });
    return first == history.followups.end() ? std::nullopt : first->date;
}

std::vector<Round> rounds_of(const StudentHistory& history, model::InterventionId intervention, Date from) {
    std::vector<Round> rounds;
    bool is_done = false;  // the row before is uitgevoerd
    for (std::size_t i = 0; i < history.followups.size(); ++i) {
        const FollowUp& row = history.followups[i];
        if (row.intervention != intervention || !row.date || *row.date < from) continue;
        const bool ends_the_one_before = is_done && row.status == FollowUpStatus::completed;
        if (ends_the_one_before) {
            std::ranges::find_if(rounds.rbegin(), rounds.rend(), &Round::is_finished)->followups.push_back(i);
        } else {
            if (rounds.empty() || rounds.back().is_finished) rounds.emplace_back();
            rounds.back().followups.push_back(i);
            rounds.back().is_finished = is_carried_out(row) || row.status == FollowUpStatus::waived;
        }
        if (row.status) is_done = row.status == FollowUpStatus::done;
    }
    return rounds;
}

std::size_t finished_rounds(const StudentHistory& history, model::InterventionId intervention, Date from) {
    const std::vector<Round> rounds = rounds_of(history, intervention, from);
    return static_cast<std::size_t>(std::ranges::count_if(rounds, &Round::is_finished));
}

bool has_undated(const StudentHistory& history, model::InterventionId intervention) {
    return std::ranges::any_of(history.followups,
                               [&](const FollowUp& row) { return row.intervention == intervention && !row.date; });
}

std::optional<ConsentRow> latest_consent(const StudentHistory& history, model::InterventionId intervention) {
    std::optional<ConsentRow> latest;
    for (const ConsentRow& row : history.consents) {
        if (row.intervention != intervention) continue;
        if (row.date) {
            latest = row;
        } else if (!latest || latest->status != row.status) {
            return std::nullopt;
        }
    }
    return latest && latest->status ? latest : std::nullopt;
}

}  // namespace wegwijzer::advise
