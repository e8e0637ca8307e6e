// The folder of a report: written beside the one that is there, and put in its place at once, so that it is always the old
// report or the new one, whole. Takes the place of nothing but an empty folder or an earlier report.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/files.h"

namespace wegwijzer::cli {

class ReportFolder {
  public:
    // `mark`: what stands in the first lines of every file of a report.
    ReportFolder(std::string path, std::string_view mark);
    ~ReportFolder();
    ReportFolder(const ReportFolder&) = delete;
    ReportFolder& operator=(const ReportFolder&) = delete;

    // Why a report can't take the place of what is there.
    [[nodiscard]] std::optional<Diagnostic> problem() const;
    // false: it failed, and `problems` says so; nothing has changed at `path`.
    [[nodiscard]] bool add(const std::string& name, std::string_view text, FileProblems& problems);
    [[nodiscard]] bool finish(FileProblems& problems);

  private:
    [[nodiscard]] bool begin(FileProblems& problems);

    std::string path_;   // as given
    std::string place_;  // where it is, links followed
    std::string_view mark_;
    std::string draft_;  // empty: nothing is being written
};

}  // namespace wegwijzer::cli
