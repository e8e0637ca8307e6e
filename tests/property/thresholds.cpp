// W118 against walking through the places: each comparison is tried on every number of a small range to see what it is, and each
// place is laid beside every other.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support/random.h"
#include "tests/support/thought.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(thresholds)

namespace {

constexpr const char* head = R"(regelpakket proef "Proef"
gegevens student
  nummer : sleutel
  s : datum start
  a : geheel van 0 t/m 20
  g : getal van 0 t/m 20
reeks r, rs
  datum : datum
  f : geheel van 0 t/m 20
factor f_een
rol slber lijn eerste
interventie praten
  door slber
parameter grens : geheel = 4
begrip zelfde_a = a
begrip dubbel = g * 2
)";

struct Written {
    std::size_t place = 0;
    std::string thing;
    int number = 0;
    bool is_below = false;
    std::size_t offset = 0;  // of the number in the text
};

// For what of -30 to 30 does it hold? Below a number: for the lowest and up to it; above one: the other way round.
enum class Side : std::uint8_t { neither, below, above };
template <class Holds>
Side side_of(Holds holds) {
    constexpr int least = -30;
    constexpr int most = 30;
    int turns = 0;
    for (int value = least; value < most; ++value) turns += holds(value) != holds(value + 1) ? 1 : 0;
    if (turns != 1) return Side::neither;
    return holds(least) ? Side::below : Side::above;
}

class Writer {
  public:
    explicit Writer(Random& random) : random_(random) {}

    void write() {
        for (std::uint64_t i = 0, count = random_.below(3); i < count; ++i) add_concept();
        for (std::uint64_t i = 0, count = 1 + random_.below(4); i < count; ++i) add_signal();
        for (std::uint64_t i = 0, count = 1 + random_.below(5); i < count; ++i) add_policy();
        join_places();
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::vector<Written>& written() const { return written_; }

  private:
    std::string any(const std::vector<std::string>& words) { return words[random_.below(words.size())]; }

    void keep(const std::string& thing, Side side, int number) {
        if (side != Side::neither) written_.push_back({place_, thing, number, side == Side::below, text_.size()});
    }
    // `thing OP number`, or the other way round.
    void compare(const std::string& thing, const std::string& words, int number) {
        static const std::vector<std::string> ops = {"<", "<=", ">", ">=", "=", "<>"};
        const std::size_t op = random_.below(ops.size());
        const auto holds = [op](int left, int right) {
            switch (op) {
                case 0: return left < right;
                case 1: return left <= right;
                case 2: return left > right;
                case 3: return left >= right;
                case 4: return left == right;
                default: return left != right;
            }
        };
        if (random_.one_in(3)) {
            keep(thing, side_of([&](int value) { return holds(number, value); }), number);
            text_ += std::to_string(number) + ' ' + ops[op] + ' ' + words;
        } else {
            text_ += words + ' ' + ops[op] + ' ';
            keep(thing, side_of([&](int value) { return holds(value, number); }), number);
            text_ += std::to_string(number);
        }
    }
    // Of one of four things, each of which stands once in a declaration: so that no part of it follows from another.
    void leaf(std::size_t thing) {
        const int number = static_cast<int>(3 + random_.below(5));
        switch (thing) {
            case 0:
                if (random_.one_in(6)) {
                    text_ += random_.one_in(2) ? "a < grens" : "a is tussen 3 en 6";
                } else {
                    compare("a", random_.one_in(3) ? "zelfde_a" : "a", number);
                }
                return;
            case 1: return compare("dubbel", random_.one_in(3) ? "g * 2" : "dubbel", number);
            case 2: {
                const std::string events = "rs met (f = 1)";
                const std::string quantifier = any({"minstens ", "hoogstens ", "precies ", ""});
                if (quantifier.empty()) return compare(events, "aantal " + events, number);
                text_ += quantifier;
                keep(events, side_of([&](int value) {
                         return quantifier == "minstens "    ? value >= number
                                : quantifier == "hoogstens " ? value <= number
                                                             : value == number;
                     }),
                     number);
                text_ += std::to_string(number) + ' ' + events;
                return;
            }
            default:
                text_ += "minstens 1 rs met (";  // the same 1 everywhere: no threshold
                compare("f", "f", number);
                text_ += ')';
        }
    }
    void condition(const std::vector<std::size_t>& things) {
        const std::string joint = random_.one_in(2) ? " en " : " of ";
        for (std::size_t i = 0; i < things.size(); ++i) {
            if (i > 0) text_ += joint;
            const bool is_denied = random_.one_in(4);
            text_ += is_denied ? "niet (" : "(";
            leaf(things[i]);
            text_ += ")";
        }
    }
    std::vector<std::size_t> any_things() {
        std::vector<std::size_t> things = {0, 1, 2, 3};
        while (things.size() > 1 && !random_.one_in(3))
            things.erase(things.begin() + static_cast<std::ptrdiff_t>(random_.below(things.size())));
        return things;
    }
    // Its `als`, and sometimes a `tenzij` of other things.
    void conditions(const char* unless) {
        std::vector<std::size_t> things = any_things();
        std::vector<std::size_t> others;
        if (things.size() > 1 && random_.one_in(3)) {
            others.push_back(things.back());
            things.pop_back();
        }
        condition(things);
        if (others.empty()) return;
        text_ += unless;
        condition(others);
    }

    void begin(const char* opens) {
        ++place_;
        text_ += opens + std::string("n_") + std::to_string(place_);
    }
    void add_concept() {
        begin("begrip ");
        text_ += " = ";
        condition(any_things());
        text_ += '\n';
    }
    void add_signal() {
        begin("signaal ");
        text_ += "\n  factor f_een\n  als ";
        conditions("\n  tenzij ");
        text_ += '\n';
    }
    void add_policy() {
        begin("beleid ");
        text_ += "\n  als ";
        conditions("\n  tenzij ");
        text_ += "\n  adviseer praten binnen 1 week\n";
        if (!policies_.empty() && random_.one_in(3)) {
            const std::size_t lower = policies_[random_.below(policies_.size())];
            text_ += "  gaat voor op n_" + std::to_string(lower) + '\n';
            overrides_.emplace_back(place_, lower);
        }
        policies_.push_back(place_);
    }
    // Policies that go before each other, however many steps away, are one place.
    void join_places() {
        for (bool changed = true; changed;) {
            changed = false;
            for (auto& [higher, lower] : overrides_) {
                if (higher == lower) continue;
                const std::size_t from = std::max(higher, lower);
                const std::size_t to = std::min(higher, lower);
                for (Written& one : written_)
                    if (one.place == from) one.place = to;
                for (auto& [one, other] : overrides_) {
                    if (one == from) one = to;
                    if (other == from) other = to;
                }
                changed = true;
            }
        }
    }

    Random& random_;
    std::string text_ = head;
    std::vector<Written> written_;
    std::size_t place_ = 0;
    std::vector<std::size_t> policies_;
    std::vector<std::pair<std::size_t, std::size_t>> overrides_;
};

// The offsets of the numbers that are told of each thing: in each place the first number that stands in no other.
std::set<std::vector<std::size_t>> expected_of(const std::vector<Written>& all) {
    std::set<std::vector<std::size_t>> expected;
    for (const Written& thing : all) {
        std::map<std::size_t, std::size_t> told;  // by place
        for (const Written& one : all) {
            if (one.thing != thing.thing || one.is_below != thing.is_below) continue;
            const bool is_elsewhere = std::ranges::any_of(all, [&](const Written& other) {
                return other.thing == one.thing && other.is_below == one.is_below && other.place != one.place &&
                       other.number == one.number;
            });
            if (!is_elsewhere) told.try_emplace(one.place, one.offset);
        }
        if (told.size() < 3) continue;
        std::vector<std::size_t> offsets;
        for (const auto& [place, offset] : told) offsets.push_back(offset);
        std::ranges::sort(offsets);
        expected.insert(std::move(offsets));
    }
    return expected;
}

BOOST_AUTO_TEST_CASE(three_numbers_for_one_thing_are_those_that_stand_in_three_places) {
    std::size_t found_in_all = 0;
    std::size_t silent = 0;
    const std::uint64_t first = first_seed();
    for (std::uint64_t seed = first; seed < first + rounds(under_sanitizers ? 100 : 1000); ++seed) {
        Random random(seed);
        Writer writer(random);
        writer.write();
        const Thought thought = think_of(writer.text());
        std::set<std::vector<std::size_t>> found;
        for (const Diagnostic* finding : thought.with(Code::W118)) {
            std::vector<std::size_t> offsets = {finding->span.begin};
            for (const Label& label : finding->labels) offsets.push_back(label.span.begin);
            BOOST_TEST(finding->arguments[1].nl == std::to_string(offsets.size()));
            std::ranges::sort(offsets);
            found.insert(std::move(offsets));
        }
        const std::set<std::vector<std::size_t>> expected = expected_of(writer.written());
        BOOST_TEST((found == expected), "seed " << seed << ": " << found.size() << " found, " << expected.size()
                                                << " there\n"
                                                << writer.text());
        found_in_all += expected.size();
        silent += expected.empty() ? 1U : 0U;
    }
    BOOST_TEST(found_in_all > 10U);
    BOOST_TEST(silent > 5U);
    BOOST_TEST_MESSAGE(found_in_all << " things with three numbers or more; " << silent << " packs without");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
