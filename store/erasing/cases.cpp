#include "store/erasing/cases.h"

#include <algorithm>
#include <map>
#include <utility>

namespace wegwijzer::store {
namespace {

// Things that turn out to belong together, by their numbers.
class Joined {
  public:
    std::size_t add() {
        above_.push_back(above_.size());
        return above_.size() - 1;
    }
    std::size_t first_of(std::size_t one) {
        while (above_[one] != one) one = above_[one] = above_[above_[one]];
        return one;
    }
    void join(std::size_t one, std::size_t other) { above_[first_of(other)] = first_of(one); }

  private:
    std::vector<std::size_t> above_;
};

Date last_day_of(const Entry& entry) { return entry.planned_on ? std::max(entry.date, *entry.planned_on) : entry.date; }

}  // namespace

std::vector<StoredCase> cases_in(std::vector<StoredEntry> entries) {
    Joined joined;
    std::map<std::pair<std::string, std::string>, std::size_t> by_subject;
    std::map<std::pair<EntryKind, EntryNumber>, std::size_t> by_number;
    std::vector<std::size_t> subject_of;
    for (const StoredEntry& stored : entries) {
        const auto [found, is_new] = by_subject.try_emplace({stored.entry.student, stored.entry.intervention}, 0);
        if (is_new) found->second = joined.add();
        subject_of.push_back(found->second);
        by_number.emplace(std::pair(stored.entry.kind, stored.number), found->second);
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i].entry;
        if (!entry.corrects) continue;
        const auto corrected = by_number.find({entry.kind, *entry.corrects});
        if (corrected != by_number.end()) joined.join(corrected->second, subject_of[i]);
    }
    std::vector<StoredCase> cases;
    std::map<std::size_t, std::size_t> case_of;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto [found, is_new] = case_of.try_emplace(joined.first_of(subject_of[i]), cases.size());
        if (is_new) cases.push_back({{}, Date::earliest()});
        StoredCase& its = cases[found->second];
        if (!entries[i].corrected_by) its.last = std::max(its.last, last_day_of(entries[i].entry));
        its.entries.push_back(std::move(entries[i]));
    }
    return cases;
}

PurgeReview review_cases(std::vector<StoredEntry> entries, const KeptUntil& kept_until, Date day) {
    PurgeReview review;
    for (StoredCase& one : cases_in(std::move(entries))) {
        const bool is_due = std::ranges::all_of(one.entries, [&](const StoredEntry& stored) {
            const std::optional<Date> until = kept_until(stored.entry.intervention, one.last);
            return until && *until < day;
        });
        (is_due ? review.due : review.kept).push_back(std::move(one));
    }
    return review;
}

}  // namespace wegwijzer::store
