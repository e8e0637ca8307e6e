#include "cli/report_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace wegwijzer::cli {
namespace {

namespace fs = std::filesystem;

bool has_a_page_name(const std::string& name) {
    if (name == "index.html") return true;
    constexpr std::string_view before = "student-";
    constexpr std::string_view behind = ".html";
    if (!name.starts_with(before) || !name.ends_with(behind)) return false;
    if (name.size() <= before.size() + behind.size()) return false;
    const std::string number = name.substr(before.size(), name.size() - before.size() - behind.size());
    return number.find_first_not_of("0123456789") == std::string::npos;
}

bool is_page(const fs::directory_entry& entry, std::string_view mark) {
    std::error_code error;
    if (entry.is_symlink(error) || !entry.is_regular_file(error)) return false;
    if (!has_a_page_name(entry.path().filename().string())) return false;
    constexpr std::size_t first_lines = 1024;
    std::string head(first_lines, '\0');
    std::ifstream file(entry.path(), std::ios::binary);
    file.read(head.data(), static_cast<std::streamsize>(head.size()));
    return head.find(mark) != std::string::npos;
}

// An errno, or 0.
int write_new(const std::string& path, std::string_view text) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) return errno;
    int error = write_all(file, text);
    if (::close(file) != 0 && error == 0) error = errno;
    return error;
}

mode_t mode_of_new_folders() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0777U & ~mask;
}

}  // namespace

ReportFolder::ReportFolder(std::string path, std::string_view mark)
    : path_(std::move(path)), place_(path_), mark_(mark) {
    while (place_.size() > 1 && place_.ends_with('/')) place_.pop_back();
    std::error_code error;
    const fs::path real = fs::canonical(place_, error);
    if (!error) place_ = real.string();
}

ReportFolder::~ReportFolder() {
    std::error_code ignored;
    if (!draft_.empty()) fs::remove_all(draft_, ignored);
}

std::optional<Diagnostic> ReportFolder::problem() const {
    std::error_code error;
    std::vector<std::string> others;
    for (fs::directory_iterator entry(place_, error), end; !error && entry != end; entry.increment(error)) {
        if (!is_page(*entry, mark_)) others.push_back(entry->path().filename().string());
    }
    if (others.empty()) return std::nullopt;
    Diagnostic problem;
    problem.code = Code::F291;
    problem.arguments = {path_, *std::ranges::min_element(others)};
    return problem;
}

bool ReportFolder::begin(FileProblems& problems) {
    std::error_code error;
    fs::create_directories(folder_of(place_), error);
    std::string draft = path_inside(folder_of(place_), "." + last_name_of(place_) + ".XXXXXX");
    if (error || ::mkdtemp(draft.data()) == nullptr) {
        add_write_problem(path_, error ? error.value() : errno, problems);
        return false;
    }
    draft_ = draft;
    struct stat before{};
    const mode_t mode = ::stat(place_.c_str(), &before) == 0 ? before.st_mode & 07777U : mode_of_new_folders();
    if (::chmod(draft_.c_str(), mode) == 0) return true;
    add_write_problem(path_, errno, problems);
    return false;
}

bool ReportFolder::add(const std::string& name, std::string_view text, FileProblems& problems) {
    if (draft_.empty() && !begin(problems)) return false;
    const int error = write_new(path_inside(draft_, name), text);
    if (error == 0) return true;
    add_write_problem(path_inside(path_, name), error, problems);
    return false;
}

bool ReportFolder::finish(FileProblems& problems) {
    if (draft_.empty() && !begin(problems)) return false;
    if (exists(place_) && !is_folder(place_)) {
        add_write_problem(path_, ENOTDIR, problems);
        return false;
    }
    // Somebody may have put a file there while the report was made.
    if (const std::optional<Diagnostic> late = problem()) {
        problems.diagnostics.add(*late);
        problems.unreadable = true;
        return false;
    }
    const bool is_empty = !exists(place_) || ::rmdir(place_.c_str()) == 0;
    if (is_empty && ::rename(draft_.c_str(), place_.c_str()) == 0) {
        draft_.clear();
        return true;
    }
    // What was there becomes the draft, and goes with it.
    if (!is_empty && ::renameat2(AT_FDCWD, draft_.c_str(), AT_FDCWD, place_.c_str(), RENAME_EXCHANGE) == 0) return true;
    add_write_problem(path_, errno, problems);
    return false;
}

}  // namespace wegwijzer::cli
