#include "engine/explain/reader.h"

#include <algorithm>

namespace wegwijzer::explain {

Reader Reader::with_role(const model::Role& role) {
    const bool is_of_second_line = role.line == model::Line::second;
    return {is_of_second_line, is_of_second_line};
}

Reader Reader::and_also(const Reader& other) const {
    return {sees_confidential_ && other.sees_confidential_,
            sees_work_of_second_line_ && other.sees_work_of_second_line_};
}

bool Reader::may_see(const PrivacyClass& privacy) const {
    return !privacy.audit_only && (sees_confidential_ || !privacy.is_confidential());
}

bool Reader::may_see(const Schema& schema, const model::FieldUse& use) const {
    return may_see(model::privacy_of(schema, use));
}

bool Reader::may_see_all(const Schema& schema, const model::FieldUses& uses) const {
    return std::ranges::all_of(uses, [&](const model::FieldUse& use) { return may_see(schema, use); });
}

bool is_of_second_line_or_external(const model::Role& role) {
    return role.line == model::Line::second || role.line == model::Line::external;
}

bool Reader::may_see_events(const Series& series) const { return may_see(series.privacy); }

}  // namespace wegwijzer::explain
