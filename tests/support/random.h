// Random numbers for tests: the same on every machine (the distributions of the standard library are not), from a seed
// that the test prints when it fails: BOOST_TEST_CONTEXT("seed " << seed).
#pragma once

#include <cstdint>
#include <cstdlib>
#include <random>

namespace wegwijzer::test {

class Random {
  public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    [[nodiscard]] std::uint64_t bits() { return engine_(); }
    // 0 <= result < limit; 0 when the limit is 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return limit == 0 ? 0 : engine_() % limit; }
    // low <= result <= high.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
    }
    [[nodiscard]] bool one_in(std::uint64_t number) { return below(number) == 0; }
    // A number of any size: as many bits as chance gives, so that small ones and borders come often.
    [[nodiscard]] std::int64_t any_size() {
        const auto value = static_cast<std::int64_t>(bits() >> below(64));
        return one_in(2) ? value : -value;
    }

  private:
    std::mt19937_64 engine_;
};

// How often a random test repeats: a hundred times as often in `./dev soak`.
[[nodiscard]] inline std::uint64_t rounds(std::uint64_t everyday) {
    return std::getenv("WEGWIJZER_SOAK") != nullptr ? everyday * 100 : everyday;
}

// Where a search for counterexamples begins: at WEGWIJZER_SEED, in `./dev soak` somewhere else each time, and else always at
// the same, so that what a change breaks is what the change did.
[[nodiscard]] inline std::uint64_t first_seed() {
    if (const char* given = std::getenv("WEGWIJZER_SEED")) return std::strtoull(given, nullptr, 10);
    return std::getenv("WEGWIJZER_SOAK") != nullptr ? std::random_device{}() : 1;
}

// Everything is some ten times slower there, and what is looked for (a wrong read or write) shows on a share of the inputs. The build
// says it, as the tests' own code may be without instrumentation.
#ifdef WEGWIJZER_UNDER_SANITIZERS
inline constexpr bool under_sanitizers = true;
#else
inline constexpr bool under_sanitizers = false;
#endif

}  // namespace wegwijzer::test
