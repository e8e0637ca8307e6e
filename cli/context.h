// What every command gets: the options, where to write, and the log.
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "cli/environment.h"
#include "cli/files.h"
#include "cli/log.h"
#include "cli/options.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace wegwijzer::cli {

enum class Status : int { fine = 0, findings = 1, wrong_use = 2, fault = 3 };
[[nodiscard]] constexpr Status worst(Status left, Status right) {
    return static_cast<int>(left) > static_cast<int>(right) ? left : right;
}

struct Context {
    const Options& options;
    const Environment& environment;
    Streams streams;
    const Log& log;

    [[nodiscard]] Language language() const { return options.language; }
    [[nodiscard]] bool colour_out() const { return environment.out_is_terminal && !environment.no_colour; }
    [[nodiscard]] bool colour_err() const { return environment.err_is_terminal && !environment.no_colour; }
    // Nl or en, by the language of the run.
    [[nodiscard]] std::string_view say(std::string_view nl, std::string_view en) const {
        return options.language == Language::nl ? nl : en;
    }

    // To stderr, as `--error-format` says. Sorts them.
    void report(Diagnostics diagnostics, const SourceMap& sources = {}) const;
    void report(const Diagnostic& diagnostic, const SourceMap& sources = {}) const;  // the only one
    [[nodiscard]] Status refuse(const Diagnostic& diagnostic) const;  // the same; what was asked can't be done
    [[nodiscard]] Status report(const FileProblems& problems) const;  // what the problems make of the run
    // All that was written to stdout has arrived; or it has not, and that has been said, with `besides` below it.
    [[nodiscard]] Status finish_output(const std::vector<Localized>& besides = {}) const;
};

// Times one step for the log; on a terminal, says what is going on when it takes longer than a second.
class StepTimer {
  public:
    StepTimer(const Context& context, const char* name) : context_(context), name_(name) {}
    ~StepTimer();
    StepTimer(const StepTimer&) = delete;
    StepTimer& operator=(const StepTimer&) = delete;
    // Call now and then from a long loop.
    void progress(std::string_view nl, std::string_view en, std::size_t done, std::size_t total);

  private:
    const Context& context_;
    const char* name_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point shown_ = begin_;
    bool has_shown_ = false;
};

}  // namespace wegwijzer::cli
