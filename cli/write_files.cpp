// Files that are written or replaced (cli/files.h).
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/files.h"

namespace wegwijzer::cli {
namespace {

namespace fs = std::filesystem;

// An errno, or 0.
int write_and_close(int file, std::string_view text) {
    int error = write_all(file, text);
    if (error == 0 && ::fsync(file) != 0 && errno != EINVAL) error = errno;
    if (::close(file) != 0 && error == 0) error = errno;
    return error;
}

}  // namespace

int write_all(int file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written >= 0)
            text.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            return errno;
    }
    return 0;
}

std::vector<std::string> expand_collections(const std::vector<std::string>& paths) {
    std::vector<std::string> packs;
    for (const std::string& path : paths) {
        const std::vector<std::string> collection = packs_in_collection(path);
        packs.insert(packs.end(), collection.begin(), collection.end());
        if (collection.empty()) packs.push_back(path);
    }
    return packs;
}

bool exists(const std::string& path) {
    std::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

std::string folder_of(const std::string& path) {
    fs::path name(path);
    while (name.has_relative_path() && name.filename().empty()) name = name.parent_path();
    const std::string folder = name.parent_path().string();
    return folder.empty() ? "." : folder;
}

std::string last_name_of(const std::string& path) {
    fs::path name(path);
    while (!name.empty() && name.filename().empty()) name = name.parent_path();
    return name.filename().string();
}

bool replace_file(const std::string& path, std::string_view text, FileProblems& problems) {
    const auto fail = [&](int error) {
        add_write_problem(path, error, problems);
        return false;
    };
    // A link stays a link: what it points at is replaced.
    std::error_code ignored;
    const fs::path target = fs::canonical(path, ignored);
    const std::string real = ignored ? path : target.string();
    struct stat before{};
    if (::stat(real.c_str(), &before) != 0) return fail(errno);
    if (::access(real.c_str(), W_OK) != 0) return fail(errno);
    std::string next = real + ".XXXXXX";
    const int file = ::mkstemp(next.data());
    if (file < 0) return fail(errno);
    int error = ::fchmod(file, before.st_mode & 07777u) != 0 ? errno : 0;
    const int write_error = write_and_close(file, text);
    if (error == 0) error = write_error;
    if (error == 0 && ::rename(next.c_str(), real.c_str()) != 0) error = errno;
    if (error == 0) return true;
    ::unlink(next.c_str());
    return fail(error);
}

bool create_file(const std::string& path, std::string_view text, FileProblems& problems) {
    std::error_code error;
    fs::create_directories(folder_of(path), error);
    if (error) {
        add_write_problem(path, error.value(), problems);
        return false;
    }
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    const int write_error = file < 0 ? errno : write_and_close(file, text);
    if (write_error == 0) return true;
    add_write_problem(path, write_error, problems);
    return false;
}

}  // namespace wegwijzer::cli
