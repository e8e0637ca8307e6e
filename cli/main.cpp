#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#ifdef WEGWIJZER_MIMALLOC
#include <mimalloc.h>
#endif

#include "cli/run.h"

namespace {

using wegwijzer::cli::Environment;

std::string variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

std::size_t terminal_width() {
    const std::string columns = variable("COLUMNS");
    if (!columns.empty() && columns.find_first_not_of("0123456789") == std::string::npos && columns.size() < 5) {
        return std::stoul(columns);
    }
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return 80;
}

Environment find_environment() {
    Environment environment;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        environment.locale = variable(name);
        if (!environment.locale.empty()) break;
    }
    environment.no_colour = !variable("NO_COLOR").empty();
    environment.out_is_terminal = isatty(STDOUT_FILENO) == 1;
    environment.err_is_terminal = isatty(STDERR_FILENO) == 1;
    environment.width = terminal_width();
    const std::time_t now = std::time(nullptr);
    environment.now = now;
    std::tm local{};
    if (localtime_r(&now, &local) != nullptr) {
        environment.today = wegwijzer::Date::from_calendar(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
    }
    return environment;
}

// The language server takes the same memory again with every key. Given back in a pause, each page of it would cost the next key a
// page fault: together as much time as all else that a key costs. Other commands give back what they don't use any more.
void keep_memory([[maybe_unused]] const std::vector<std::string>& arguments) {
#ifdef WEGWIJZER_MIMALLOC
    // A file of that name in another command keeps memory for nothing, and no more than that.
    const auto is_server = [](const std::string& argument) { return argument == "lsp" || argument == "taalserver"; };
    if (std::ranges::none_of(arguments, is_server)) return;
    constexpr long never = 1L << 40;  // milliseconds
    mi_option_set(mi_option_decommit_delay, never);
    mi_option_set(mi_option_segment_decommit_delay, never);
#endif
}

}  // namespace

int main(int argc, char** argv) {
    // What the program itself does wrong ends here, and says so: status 3.
    try {
        std::ios::sync_with_stdio(false);
        const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
        keep_memory(arguments);
        const int status = wegwijzer::cli::run(arguments, find_environment(), {std::cout, std::cerr});
        std::cout.flush();
        if (!std::cout) return 2;  // a closed pipe or a full disk
        return status;
    } catch (const std::exception& fault) {
        std::cerr << "wegwijzer: een fout in het programma / a fault in the program: " << fault.what() << '\n';
    } catch (...) {
        std::cerr << "wegwijzer: een fout in het programma / a fault in the program\n";
    }
    return 3;
}
