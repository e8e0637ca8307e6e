// W120 against going round: from every beleid that advises the second line, or someone outside, each path through the first line is
// tried on what was written down while the pack was made up: what comes before what, who advises whom, what is read where.
#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/support/random.h"
#include "tests/support/thought.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(first_line)

namespace {

constexpr const char* head = R"(regelpakket proef "Proef"
  eigenaar "x"
  doel "y"
  rechtsgrond "z"
  crisisroute "112"
gegevens student
  nummer : sleutel
  s : datum start
  a : geheel van 0 t/m 20
  b : ja/nee
  c : geheel van 0 t/m 20
factor f_een
factor f_twee
rol r_eerste lijn eerste
rol r_tweede lijn tweede
rol r_extern lijn extern
begrip gedaan = minstens 1 opvolging met status is uitgevoerd
voorbeeld "een"
  op 2026-10-05
  verwacht geen advies
)";

struct Intervention {
    bool is_far = false;
    bool goes_directly = false;
    std::vector<std::size_t> only_after;
};

struct Reads {
    std::set<std::string> fields;
    std::set<std::size_t> signals;  // by name, or counted
    std::set<std::size_t> named;
    bool follow_ups = false;
};

struct Policy {
    std::vector<std::size_t> interventions;  // advised, also as a step
    std::set<std::size_t> overrides;
    Reads reads;
    bool is_urgent = false;
};

struct Written {
    std::string text = head;
    std::vector<Intervention> interventions;
    std::vector<std::vector<std::size_t>> plans;
    std::vector<Reads> signals;
    std::array<std::set<std::size_t>, 2> of_factor;  // signals
    std::vector<Policy> policies;
};

std::string named(const char* letter, std::size_t index) { return letter + std::to_string(index); }

class Writer {
  public:
    explicit Writer(Random& random) : random_(random) {}

    Written write() {
        for (std::uint64_t i = 0, count = 3 + random_.below(4); i < count; ++i) add_intervention();
        for (std::uint64_t i = 0, count = random_.below(3); i < count; ++i) add_plan();
        for (std::uint64_t i = 0, count = 1 + random_.below(3); i < count; ++i) add_signal();
        for (std::uint64_t i = 0, count = 1 + random_.below(4); i < count; ++i) add_policy();
        return std::move(written_);
    }

  private:
    void add_intervention() {
        Intervention one;
        const std::size_t index = written_.interventions.size();
        std::string& text = written_.text;
        one.is_far = !random_.one_in(3);
        text += "interventie i_" + std::to_string(index) + "\n  door " +
                (!one.is_far         ? "r_eerste"
                 : random_.one_in(2) ? "r_tweede"
                                     : "r_extern") +
                '\n';
        one.goes_directly = one.is_far && random_.one_in(5);
        if (one.goes_directly) {
            text += "  rechtstreeks\n  met toestemming\n  motivering \"x\"\n";
        } else if (one.is_far) {
            text += "  via r_eerste\n  met toestemming\n";
        }
        for (std::size_t before = 0; before < index; ++before) {
            if (!random_.one_in(3)) continue;
            one.only_after.push_back(before);
            text += "  pas na i_" + std::to_string(before) + '\n';
        }
        written_.interventions.push_back(std::move(one));
    }
    void add_plan() {
        std::vector<std::size_t> steps;
        written_.text += "aanpak p_" + std::to_string(written_.plans.size()) + '\n';
        for (std::uint64_t i = 0, count = 1 + random_.below(2); i < count; ++i) {
            steps.push_back(random_.below(written_.interventions.size()));
            written_.text +=
                "  stap " + std::to_string(steps.size()) + " i_" + std::to_string(steps.back()) + " binnen 1 week\n";
        }
        written_.plans.push_back(std::move(steps));
    }
    // Adds what it reads, and returns the words.
    std::string about_the_student(Reads& reads) {
        switch (random_.below(8)) {
            case 0:
                reads.follow_ups = true;
                return random_.one_in(2) ? "gedaan" : "minstens 1 opvolging met status is gepland";
            case 1: reads.fields.insert("b"); return "b";
            case 2: return "peildatum > 2026-10-01";
            case 3: reads.fields.insert("c"); return "c < " + std::to_string(random_.below(9) + 1);
            default: reads.fields.insert("a"); return "a < " + std::to_string(random_.below(9) + 1);
        }
    }
    void add_signal() {
        Reads reads;
        const std::size_t index = written_.signals.size();
        const std::size_t factor = random_.below(2);
        written_.of_factor.at(factor).insert(index);
        written_.text += "signaal s_" + std::to_string(index) + "\n  factor " + (factor == 0 ? "f_een" : "f_twee");
        written_.text += "\n  als " + about_the_student(reads) + '\n';
        written_.signals.push_back(std::move(reads));
    }
    std::string part(Reads& reads) {
        if (random_.one_in(3)) return about_the_student(reads);
        if (random_.one_in(3)) {
            const std::size_t factor = random_.below(2);
            const auto& counted = written_.of_factor.at(factor);
            reads.signals.insert(counted.begin(), counted.end());
            return std::string("aantal signalen met (factor is ") + (factor == 0 ? "f_een" : "f_twee") + ") >= 1";
        }
        const std::size_t signal = random_.below(written_.signals.size());
        reads.signals.insert(signal);
        reads.named.insert(signal);
        return "signaal s_" + std::to_string(signal);
    }
    void add_policy() {
        Policy policy;
        const std::size_t index = written_.policies.size();
        std::string text = "beleid b_" + std::to_string(index) + "\n  als (" + part(policy.reads) + ')';
        if (random_.one_in(3)) text += (random_.one_in(2) ? " en (" : " of (") + part(policy.reads) + ')';
        if (random_.one_in(4)) {
            Reads stops;  // a signal here is no reason, and what was done is no path
            text += "\n  tenzij " + (random_.one_in(3) ? part(stops) : about_the_student(stops));
        }
        if (!written_.plans.empty() && random_.one_in(3)) {
            const std::size_t plan = random_.below(written_.plans.size());
            policy.interventions = written_.plans[plan];
            text += "\n  adviseer p_" + std::to_string(plan);
        } else {
            for (std::uint64_t i = 0, count = random_.one_in(4) ? 2 : 1; i < count; ++i) {
                policy.interventions.push_back(random_.below(written_.interventions.size()));
                text += "\n  adviseer i_" + std::to_string(policy.interventions.back()) + " binnen 1 week";
            }
        }
        policy.is_urgent = random_.one_in(8);
        if (policy.is_urgent) text += "\n  spoed";
        for (std::size_t lower = 0; lower < index; ++lower) {
            if (written_.policies[lower].is_urgent || !random_.one_in(5)) continue;
            policy.overrides.insert(lower);
            text += "\n  gaat voor op b_" + std::to_string(lower);
        }
        written_.text += text + '\n';
        written_.policies.push_back(std::move(policy));
    }

    Random& random_;
    Written written_;
};

// ---- every path there may be ----

// Is someone of the first line in one of the rows of interventies that come `pas na` each other, up to this one?
bool has_the_first_line_before(const Written& written, std::size_t intervention) {
    std::set<std::size_t> before(written.interventions[intervention].only_after.begin(),
                                 written.interventions[intervention].only_after.end());
    for (std::size_t seen = 0; seen != before.size();) {
        seen = before.size();
        for (std::size_t each = 0; each < written.interventions.size(); ++each) {
            if (!before.contains(each)) continue;
            const auto& earlier = written.interventions[each].only_after;
            before.insert(earlier.begin(), earlier.end());
        }
    }
    return std::ranges::any_of(before, [&](std::size_t each) { return !written.interventions[each].is_far; });
}

bool advises_the_first_line(const Written& written, const Policy& policy) {
    return std::ranges::any_of(policy.interventions, [&](std::size_t each) {
        return !written.interventions[each].is_far || has_the_first_line_before(written, each);
    });
}

bool asks_what_was_done(const Written& written, const Policy& policy) {
    return policy.reads.follow_ups || std::ranges::any_of(policy.reads.named, [&](std::size_t signal) {
               return written.signals[signal].follow_ups;
           });
}

std::set<std::string> fields_of(const Written& written, const Policy& policy) {
    std::set<std::string> fields = policy.reads.fields;
    for (const std::size_t signal : policy.reads.signals)
        fields.insert(written.signals[signal].fields.begin(), written.signals[signal].fields.end());
    return fields;
}

template <class Item>
bool share(const std::set<Item>& one, const std::set<Item>& other) {
    return std::ranges::any_of(one, [&](const Item& each) { return other.contains(each); });
}

// A signal, where both read signals; else a field.
bool share_a_reason(const Written& written, const Policy& one, const Policy& other) {
    if (!one.reads.signals.empty() && !other.reads.signals.empty())
        return share(one.reads.signals, other.reads.signals);
    return share(fields_of(written, one), fields_of(written, other));
}

bool lacks_a_path(const Written& written, const Policy& policy) {
    const bool goes_far = std::ranges::any_of(policy.interventions, [&](std::size_t each) {
        return written.interventions[each].is_far && !written.interventions[each].goes_directly;
    });
    if (!goes_far || policy.is_urgent || advises_the_first_line(written, policy)) return false;
    if (asks_what_was_done(written, policy)) return false;
    for (std::size_t i = 0; i < written.policies.size(); ++i) {
        const Policy& other = written.policies[i];
        if (!advises_the_first_line(written, other)) continue;
        if (policy.overrides.contains(i) || share_a_reason(written, policy, other)) return false;
    }
    return true;
}

BOOST_AUTO_TEST_CASE(the_second_line_is_reported_where_no_path_leads_through_the_first) {
    std::size_t without = 0;
    std::size_t with_one = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + rounds(under_sanitizers ? 100 : 1000); ++seed) {
        Random random(seed);
        const Written written = Writer(random).write();
        const Thought thought = think_of(written.text);
        std::multiset<std::string> found;
        for (const Diagnostic* finding : thought.with(Code::W120)) found.insert(finding->arguments[0].nl);
        std::multiset<std::string> expected;
        for (std::size_t i = 0; i < written.policies.size(); ++i) {
            const Policy& policy = written.policies[i];
            if (lacks_a_path(written, policy)) {
                expected.insert(named("b_", i));
            } else if (std::ranges::any_of(policy.interventions,
                                           [&](std::size_t each) { return written.interventions[each].is_far; })) {
                ++with_one;
            }
        }
        std::string difference;
        for (const std::string& each : found) difference += " found " + each;
        for (const std::string& each : expected) difference += " expected " + each;
        BOOST_TEST((found == expected), "seed " << seed << difference << '\n' << written.text);
        without += expected.size();
    }
    BOOST_TEST(without > 10U);
    BOOST_TEST(with_one > 10U);
    BOOST_TEST_MESSAGE(without << " policies without a path through the first line, " << with_one << " with one");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
