// Drives a fuzz target without libFuzzer: all seeds as they are, then seeds with random damage. The damage is the same on
// every run (no clock, a fixed generator), so that a failure in CI repeats at home.
//
// usage: fuzz_NAME ROUNDS FOLDER_OR_FILE...
//   WEGWIJZER_SOAK=1            a hundred times as many rounds, and no limit of time
//   WEGWIJZER_FUZZ_SECONDS=N    stop after N seconds (3), so that a slow target doesn't hold up everyday work
//   WEGWIJZER_FUZZ_KEEP=FILE    every damaged input is written there before it runs
// A single input that takes more than ten seconds is a failure, as a crash is.
// A target defines LLVMFuzzerTestOneInput, so that clang's libFuzzer can drive it as well.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using Random = std::mt19937;

constexpr std::size_t largest_seed = 20'000;

std::vector<std::string> read_seeds(int count, char** paths) {
    std::vector<fs::path> files;
    for (int i = 0; i < count; ++i) {
        if (fs::is_regular_file(paths[i])) files.emplace_back(paths[i]);
        if (!fs::is_directory(paths[i])) continue;
        for (const auto& entry : fs::recursive_directory_iterator(paths[i])) {
            if (entry.is_regular_file() && entry.file_size() <= largest_seed) files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> seeds = {""};
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return seeds;
}

std::size_t below(Random& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

// One small wound: a byte changed, a piece removed, doubled, moved in from another seed, or everything after it cut off.
void damage(std::string& text, const std::vector<std::string>& seeds, Random& random) {
    const std::size_t at = below(random, text.size() + 1);
    const std::size_t length = below(random, 1 + below(random, 80));
    switch (below(random, 6)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(random());
            break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, text.substr(at, length)); break;
        case 3: {
            const std::string& other = seeds[below(random, seeds.size())];
            text.insert(at, other.substr(below(random, other.size() + 1), length));
            break;
        }
        case 4: {
            static constexpr char marks[] = "\"{}()|,;:.-+*/<>=%#\\ \t\n\r\0\xC3\xEF\xBB\xBF";
            text.insert(at, 1, marks[below(random, sizeof marks)]);
            break;
        }
        default:
            if (below(random, 8) == 0) text.resize(at);
    }
}

constexpr unsigned most_seconds_per_input = 10;
volatile std::sig_atomic_t current_round = -1;  // -1: a seed as it is

bool tell(const char* text, std::size_t size) { return write(STDERR_FILENO, text, size) > 0; }

// Only what a signal handler may do.
[[noreturn]] void report_failure(int signal) {
    constexpr char hang[] = "an input takes too long: ";
    constexpr char crash[] = "a crash: ";
    constexpr char seed[] = "a seed as it is\n";
    char round[32] = "round ..........\n";  // its digits from the right
    bool is_told = signal == SIGALRM ? tell(hang, sizeof hang - 1) : tell(crash, sizeof crash - 1);
    if (current_round < 0) {
        is_told = tell(seed, sizeof seed - 1) && is_told;
    } else {
        int left = current_round;
        for (int place = 15; place >= 6; --place, left /= 10) round[place] = static_cast<char>('0' + left % 10);
        is_told = tell(round, 17) && is_told;
    }
    _exit(is_told ? 1 : 3);
}

void run(const std::string& text) {
    alarm(most_seconds_per_input);
    // A copy of exactly this size on the heap: AddressSanitizer then sees a read past the end.
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

std::chrono::seconds time_limit() {
    if (std::getenv("WEGWIJZER_SOAK") != nullptr) return std::chrono::hours(24);
    const char* seconds = std::getenv("WEGWIJZER_FUZZ_SECONDS");
    return std::chrono::seconds(seconds == nullptr ? 3 : std::strtol(seconds, nullptr, 10));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: fuzz_NAME ROUNDS FOLDER_OR_FILE...\n", stderr);
        return 2;
    }
    long rounds = std::strtol(argv[1], nullptr, 10);
    if (std::getenv("WEGWIJZER_SOAK") != nullptr) rounds *= 100;
    std::signal(SIGALRM, report_failure);
    std::signal(SIGABRT, report_failure);
    const auto seeds = read_seeds(argc - 2, argv + 2);
    for (const auto& seed : seeds) run(seed);

    Random random(20'261'102);
    const auto start = std::chrono::steady_clock::now();
    const std::chrono::seconds limit = time_limit();
    long round = 0;
    for (; round < rounds && std::chrono::steady_clock::now() - start < limit; ++round) {
        current_round = static_cast<std::sig_atomic_t>(round);
        std::string text = seeds[below(random, seeds.size())];
        for (std::size_t wounds = 1 + below(random, 6); wounds > 0; --wounds) damage(text, seeds, random);
        // What is running stands in a file: a crash leaves its input behind.
        if (const char* keep = std::getenv("WEGWIJZER_FUZZ_KEEP")) std::ofstream(keep, std::ios::binary) << text;
        run(text);
    }
    std::printf("%zu seeds, %ld damaged inputs, no failure\n", seeds.size(), round);
}
