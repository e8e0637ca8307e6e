#include "cli/render/purge_shares.h"

#include <algorithm>

namespace wegwijzer::cli {
namespace {

// A case goes on its last term.
std::optional<Date> end_of_case(const store::StoredCase& one, const RetentionTerms& terms) {
    std::optional<Date> end;
    for (const store::StoredEntry& stored : one.entries) {
        const std::optional<Date> until = terms.kept_until(stored.entry.intervention, one.last);
        if (!until) return std::nullopt;
        end = end ? std::max(*end, *until) : *until;
    }
    return end;
}

void place_case(const store::StoredCase& one, bool is_due, const RetentionTerms& terms, PurgeShares& shares) {
    const std::optional<Date> end = end_of_case(one, terms);
    for (const store::StoredEntry& stored : one.entries) {
        const std::optional<std::size_t> pack = terms.pack_of(stored.entry.intervention);
        Share& share = !pack ? shares.unknown[stored.entry.intervention]
                             : (is_due ? shares.packs[*pack].due : shares.packs[*pack].kept);
        share.add(stored.entry, end);
    }
}

}  // namespace

void Share::add(const store::Entry& entry, std::optional<Date> due_after) {
    ++entries_;
    students_.insert(entry.student);
    oldest_ = oldest_ ? std::min(*oldest_, entry.date) : entry.date;
    if (due_after) due_after_ = due_after_ ? std::min(*due_after_, *due_after) : *due_after;
}

PurgeShares shares_of(const store::PurgeReview& review, const RetentionTerms& terms) {
    PurgeShares shares;
    shares.packs.resize(terms.packs().size());
    for (const store::StoredCase& one : review.due) place_case(one, true, terms, shares);
    for (const store::StoredCase& one : review.kept) place_case(one, false, terms, shares);
    return shares;
}

}  // namespace wegwijzer::cli
