#include "engine/model/outcome.h"

#include <tuple>

namespace wegwijzer::model {

namespace {

// A series stands before its fields: no field sorts first.
template <class Tag>
std::uint32_t none_first(Id<Tag> id) {
    return id.value + 1;  // none wraps to 0
}

}  // namespace

bool operator<(const Missing& left, const Missing& right) {
    return std::make_tuple(left.student_field, left.series, none_first(left.series_field)) <
           std::make_tuple(right.student_field, right.series, none_first(right.series_field));
}

bool operator<(const Fault& left, const Fault& right) {
    return std::tie(left.origin.source, left.origin.begin, left.origin.end, left.kind) <
           std::tie(right.origin.source, right.origin.begin, right.origin.end, right.kind);
}

}  // namespace wegwijzer::model
