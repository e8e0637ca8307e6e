// Differences that random rule sets found, about severities of which several are possible.
#include <boost/test/unit_test.hpp>

#include "tests/differential/difference.h"
#include "tests/differential/rule_writer.h"

namespace wegwijzer::test {

BOOST_AUTO_TEST_SUITE(severity_sets)

namespace {

using model::CompareOp;
using model::ValueKind;

constexpr Date today = Date::from_days(20'720);

// A signal that is medium, and high when `motivatie` is low: unknown for a student without it.
model::SignalId add_open_signal(RuleWriter& write) {
    const auto low = write.compare(CompareOp::less, write.field(Records::motivatie), write.number("2"));
    const model::SignalId id = write.signal(low, model::Severity::high);
    write.rules.signals[id.index()].levels.push_back({model::Severity::medium, write.truth(true), write.new_span()});
    return id;
}

Cohort one_student() {
    CohortBuilder build(make_schema(true));
    build.add_student("S1");
    return std::move(build).finish();
}

void require_equal(RuleWriter write) {
    const auto difference = find_difference(std::move(write).finish(), one_student(), today);
    BOOST_TEST(!difference, difference.value_or(""));
}

}  // namespace

// A set is not known as the branch of a condition, also where the condition is decided beforehand.
BOOST_AUTO_TEST_CASE(branch_of_a_settled_condition) {
    RuleWriter write(make_schema(true));
    const auto signal = add_open_signal(write);
    const auto severity = [&] { return write.add(model::SignalSeverity{signal}, ValueKind::severity); };
    const auto chosen = write.add(model::Conditional{write.truth(false), severity(), severity()}, ValueKind::severity);
    write.policy(write.compare(CompareOp::greater_equal, chosen, write.severity(model::Severity::medium)));
    require_equal(std::move(write));
}

// What an open severity misses stands beside what a signal that may not be there misses.
BOOST_AUTO_TEST_CASE(open_severity_beside_a_signal_that_may_not_be_there) {
    RuleWriter write(make_schema(true));
    add_open_signal(write);
    write.signal(write.compare(CompareOp::less, write.field(Records::aandeel), write.number("0.5")));
    for (const auto function : {model::AggregateFunction::highest, model::AggregateFunction::count_distinct}) {
        model::Aggregate node{function, {}, model::SignalField::severity, {}};
        const bool is_count = function == model::AggregateFunction::count_distinct;
        const auto value = write.add(node, is_count ? ValueKind::number : ValueKind::severity);
        write.policy(write.compare(CompareOp::equal, value,
                                   is_count ? write.number("1") : write.severity(model::Severity::high)));
    }
    require_equal(std::move(write));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
