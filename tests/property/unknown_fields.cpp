// W119 against all students of a small world: a signal is reported for a field exactly where it is undetermined for everyone of
// whom the field is not known, no rule asks whether it is known, and no voorbeeld expects `onbepaald` without it.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "engine/trace/evaluate.h"
#include "tests/support/random.h"
#include "tests/support/rule_set_builder.h"
#include "tests/support/small_world.h"
#include "tests/support/thought.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(unknown_fields)

namespace {

constexpr std::size_t student_fields = 4;
const std::vector<std::string> names = {"a", "b", "k", "g"};
const std::vector<std::string> values = {"1", "ja", "x_", "1,5"};

struct Example {
    std::size_t signal = 0;
    std::set<std::size_t> given;
    bool expects_undetermined = false;
};

struct Written {
    std::string text;
    std::size_t signals = 0;
    std::vector<std::size_t> fields;  // that its conditions are about
    std::vector<Example> examples;
};

std::string name_of(std::size_t signal) { return "s_" + std::to_string(signal); }

Written write(Random& random) {
    Written written;
    written.fields = {random.below(student_fields), random.below(small_world::field_count)};
    written.text = std::string(small_world::head) + "factor f_een\n";
    if (random.one_in(4)) written.text += "begrip gevraagd = hoog is bekend\n";
    written.signals = 1 + random.below(2);
    for (std::size_t i = 0; i < written.signals; ++i) {
        written.text += "begrip c_" + std::to_string(i) + " = " + small_world::any_definition(random, written.fields) +
                        "\nsignaal " + name_of(i) + "\n  factor f_een\n";
        if (random.one_in(3)) {
            written.text += "  ernst hoog als c_" + std::to_string(i) + "\n  ernst laag als " +
                            small_world::any_condition(random, written.fields, 2) + '\n';
        } else {
            written.text += "  als c_" + std::to_string(i) + '\n';
        }
    }
    for (std::size_t i = 0, count = 1 + random.below(2); i < count; ++i) {
        Example example;
        example.signal = random.below(written.signals);
        example.expects_undetermined = random.one_in(2);
        std::string given;
        for (std::size_t field = 0; field < student_fields; ++field) {
            if (random.one_in(2)) continue;
            example.given.insert(field);
            given += "    " + names[field] + ' ' + values[field] + '\n';
        }
        written.text += "voorbeeld \"" + std::to_string(i) + "\"\n  op 2026-10-10\n" +
                        (given.empty() ? "" : "  gegeven student\n" + given) + "  verwacht " +
                        (random.one_in(5) ? "geen " : "") + "signaal " + name_of(example.signal) +
                        (example.expects_undetermined ? " onbepaald\n" : "\n");
        if (written.text.find("verwacht geen signaal", written.text.rfind("voorbeeld")) != std::string::npos)
            example.expects_undetermined = false;  // that it is not
        written.examples.push_back(std::move(example));
    }
    return written;
}

// Does a rule ask whether this is known? `hoog` is of a.
bool is_asked_for(const std::string& text, std::size_t field) {
    const auto asks = [&](const std::string& name) {
        return text.find(' ' + name + " is bekend") != std::string::npos ||
               text.find('(' + name + " is bekend") != std::string::npos ||
               text.find(' ' + name + " is onbekend") != std::string::npos ||
               text.find('(' + name + " is onbekend") != std::string::npos;
    };
    return asks(names[field]) || (field == 0 && asks("hoog"));
}

std::set<std::string> expected_of(const Written& written, const model::RuleSet& rules, std::size_t signal) {
    std::set<std::string> fields;
    const Cohort cohort = small_world::everyone(rules, written.fields);
    for (const std::size_t field : written.fields) {
        if (field >= student_fields || is_asked_for(written.text, field)) continue;
        const bool is_meant = std::ranges::any_of(written.examples, [&](const Example& example) {
            return example.signal == signal && example.expects_undetermined && !example.given.contains(field);
        });
        if (is_meant) continue;
        bool is_always_undetermined = true;
        for (std::size_t student = 0; student < cohort.students && is_always_undetermined; ++student) {
            if (cohort.columns[small_world::field_of(field).index()].is_known(student)) continue;
            const trace::Trace trace =
                trace::evaluate_signal(rules, cohort, student, day("2026-10-10"), model::SignalId(signal));
            is_always_undetermined = trace.outcome.signals.front().status == model::SignalStatus::undetermined;
        }
        if (is_always_undetermined) fields.insert(names[field]);
    }
    return fields;
}

// What can never or always hold is told already, and is no cause for a second finding.
bool is_about_a_condition(Code code) {
    return code == Code::W108 || code == Code::W109 || code == Code::W110 || code == Code::W111 || code == Code::W112;
}

BOOST_AUTO_TEST_CASE(what_says_nothing_without_a_field_is_undetermined_for_everyone_without_it) {
    std::size_t compared = 0;
    std::size_t reported = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + rounds(under_sanitizers ? 60 : 600); ++seed) {
        Random random(seed);
        const Written written = write(random);
        const Thought thought = think_of(written.text);
        if (std::ranges::any_of(thought.findings, is_about_a_condition, &Diagnostic::code) ||
            std::ranges::any_of(thought.compilation.diagnostics.all(), is_about_a_condition, &Diagnostic::code))
            continue;
        ++compared;
        for (std::size_t signal = 0; signal < written.signals; ++signal) {
            const std::set<std::string> expected = expected_of(written, thought.rules(), signal);
            std::set<std::string> found;
            for (const Diagnostic* finding : thought.with(Code::W119))
                if (finding->arguments[1].nl == name_of(signal)) found.insert(finding->arguments[0].nl);
            BOOST_TEST(found.size() == (expected.empty() ? 0U : 1U), "seed " << seed << ' ' << name_of(signal) << '\n'
                                                                             << written.text);
            BOOST_TEST(std::ranges::includes(expected, found), "seed " << seed << ' ' << name_of(signal) << '\n'
                                                                       << written.text);
            reported += expected.size();
        }
    }
    BOOST_TEST(compared > 5U);
    BOOST_TEST(reported > 5U);
    BOOST_TEST_MESSAGE(reported << " fields without which a signal says nothing, in " << compared << " packs");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
