// What falls due and what is kept, by pack: counts and days, whose they are stands nowhere.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/retention_terms.h"
#include "store/erasing/cases.h"

namespace wegwijzer::cli {

// Some of the entries: how many, of how many students, and their days.
class Share {
  public:
    void add(const store::Entry& entry, std::optional<Date> due_after);
    [[nodiscard]] bool is_empty() const { return entries_ == 0; }
    [[nodiscard]] std::int64_t entries() const { return entries_; }
    [[nodiscard]] std::int64_t students() const { return std::ssize(students_); }
    [[nodiscard]] std::optional<Date> oldest() const { return oldest_; }
    // The first day of which the next day lets some of it go.
    [[nodiscard]] std::optional<Date> due_after() const { return due_after_; }

  private:
    std::int64_t entries_ = 0;
    std::set<std::string> students_;
    std::optional<Date> oldest_;
    std::optional<Date> due_after_;
};

struct PackShares {
    Share due;
    Share kept;
    [[nodiscard]] bool is_used() const { return !due.is_empty() || !kept.is_empty(); }
};

struct PurgeShares {
    std::vector<PackShares> packs;         // as in `terms`
    std::map<std::string, Share> unknown;  // by intervention: none of the packs has it
};
[[nodiscard]] PurgeShares shares_of(const store::PurgeReview& review, const RetentionTerms& terms);

}  // namespace wegwijzer::cli
