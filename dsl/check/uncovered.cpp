#include "dsl/check/uncovered.h"

#include <algorithm>

namespace wegwijzer::checking {

Uncovered::Uncovered(const TableSpace& space, const std::vector<const std::vector<Bits>*>& boxes) {
    starts_.push_back(0);
    for (const SpaceColumn& column : space.columns) starts_.push_back(starts_.back() + column.all.words().size());
    for (const std::vector<Bits>* box : boxes) boxes_.push_back(flat(*box));
}

Uncovered::Words Uncovered::flat(const std::vector<Bits>& sets) const {
    Words result;
    result.reserve(starts_.back());
    for (const Bits& set : sets) result.insert(result.end(), set.words().begin(), set.words().end());
    return result;
}

std::optional<Combination> Uncovered::find(const std::vector<Bits>& within, std::vector<std::size_t> active) {
    for (const Bits& regions : within) {
        if (regions.is_empty()) return std::nullopt;
    }
    return search(flat(within), std::move(active), 0) ? std::optional(first_of(found_)) : std::nullopt;
}

bool Uncovered::search(const Words& within, std::vector<std::size_t> active, std::size_t depth) {
    const std::size_t width = starts_.size() - 1;
    steps_ += active.size() * within.size() + 1;
    if (gave_up()) return false;
    std::size_t kept = 0;
    for (const std::size_t id : active) {
        const Words& box = boxes_[id];
        bool holds_all = true;
        bool meets = true;
        for (std::size_t column = 0; column < width && meets; ++column) {
            bool meets_here = false;
            for (std::size_t at = starts_[column]; at < starts_[column + 1]; ++at) {
                meets_here = meets_here || (within[at] & box[at]) != 0;
                holds_all = holds_all && (within[at] & ~box[at]) == 0;
            }
            meets = meets_here;
        }
        if (!meets) continue;
        if (holds_all) return false;
        active[kept++] = id;
    }
    active.resize(kept);
    if (active.empty()) {
        found_ = within;
        return true;
    }
    const auto cut = best_cut(within, active);
    if (!cut || depth == most_depth) {
        steps_ = most_steps + 1;
        return false;
    }
    // Outside the cell first: there the row itself is gone.
    for (const bool is_inside : {false, true}) {
        Words part = within;
        for (std::size_t at = starts_[cut->column]; at < starts_[cut->column + 1]; ++at) {
            part[at] &= is_inside ? boxes_[cut->box][at] : ~boxes_[cut->box][at];
        }
        if (search(part, active, depth + 1)) return true;
    }
    return false;
}

std::optional<Uncovered::Cut> Uncovered::best_cut(const Words& within, const std::vector<std::size_t>& active) {
    std::optional<Cut> best;
    for (std::size_t i = 0; i < std::min(active.size(), most_tried); ++i) {
        const Words& own = boxes_[active[i]];
        for (std::size_t column = 0; column + 1 < starts_.size(); ++column) {
            const std::size_t from = starts_[column];
            const std::size_t end = starts_[column + 1];
            bool cuts = false;
            for (std::size_t at = from; at < end; ++at) cuts = cuts || (within[at] & ~own[at]) != 0;
            if (!cuts) continue;
            std::size_t inside = 0;
            std::size_t outside = 0;
            for (const std::size_t id : active) {
                const Words& other = boxes_[id];
                bool is_inside = false;
                bool is_outside = false;
                for (std::size_t at = from; at < end; ++at) {
                    const std::uint64_t both = within[at] & other[at];
                    is_inside = is_inside || (both & own[at]) != 0;
                    is_outside = is_outside || (both & ~own[at]) != 0;
                }
                inside += is_inside ? 1 : 0;
                outside += is_outside ? 1 : 0;
            }
            steps_ += active.size() * (end - from);
            const std::size_t score = (inside + outside) * (active.size() + 1) + std::max(inside, outside);
            if (!best || score < best->score) best = Cut{active[i], column, score};
        }
    }
    return best;
}

Combination Uncovered::first_of(const Words& within) const {
    Combination result;
    for (std::size_t column = 0; column + 1 < starts_.size(); ++column) {
        std::size_t region = 0;
        while ((within[starts_[column] + region / 64] >> (region % 64) & 1) == 0) ++region;
        result.push_back(region);
    }
    return result;
}

}  // namespace wegwijzer::checking
