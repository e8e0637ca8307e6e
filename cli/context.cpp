#include "cli/context.h"

#include <cerrno>
#include <ostream>
#include <utility>

#include "engine/diagnostics/render.h"

namespace wegwijzer::cli {

void Context::report(Diagnostics diagnostics, const SourceMap& sources) const {
    if (diagnostics.all().empty()) return;
    diagnostics.sort(sources);
    RenderOptions how;
    how.language = options.language;
    how.format = options.error_format;
    how.colour = colour_err();
    streams.err << render(diagnostics, sources, how);
}

void Context::report(const Diagnostic& diagnostic, const SourceMap& sources) const {
    Diagnostics one;
    one.add(diagnostic);
    report(std::move(one), sources);
}

Status Context::refuse(const Diagnostic& diagnostic) const {
    report(diagnostic);
    return Status::wrong_use;
}

Status Context::report(const FileProblems& problems) const {
    if (problems.diagnostics.all().empty()) return Status::fine;
    report(problems.diagnostics);
    return problems.unreadable ? Status::wrong_use : Status::findings;
}

Status Context::finish_output(const std::vector<Localized>& besides) const {
    errno = 0;
    streams.out.flush();
    if (streams.out) return Status::fine;
    FileProblems problems;
    add_write_problem("stdout", errno, problems);
    Diagnostic problem = problems.diagnostics.all().front();
    problem.lines = besides;
    report(problem);
    return Status::wrong_use;
}

StepTimer::~StepTimer() {
    const auto time = std::chrono::steady_clock::now() - begin_;
    context_.log.step(name_, std::chrono::duration_cast<std::chrono::microseconds>(time).count());
    if (has_shown_) context_.streams.err << "\r\033[K" << std::flush;
}

void StepTimer::progress(std::string_view nl, std::string_view en, std::size_t done, std::size_t total) {
    if (!context_.environment.err_is_terminal) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - begin_ < std::chrono::seconds(1) || now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    has_shown_ = true;
    context_.streams.err << "\r\033[K" << context_.say(nl, en) << ' ' << done << '/' << total << std::flush;
}

}  // namespace wegwijzer::cli
