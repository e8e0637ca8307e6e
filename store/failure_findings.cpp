#include "store/failure_findings.h"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "store/migrations.h"

namespace wegwijzer::store {
namespace {

namespace fs = std::filesystem;

Diagnostic finding(Code code, std::vector<Localized> arguments, Localized why = {}) {
    Diagnostic result;
    result.code = code;
    result.arguments = std::move(arguments);
    result.why = std::move(why);
    return result;
}

Localized words_for(int error, const std::string& detail) {
    switch (error) {
        case EACCES:
        case EPERM: return {"u hebt er geen rechten voor", "you have no permission"};
        case EROFS: return {"de schijf of map is alleen te lezen", "the disk or folder can only be read"};
        case ENOENT: return {"de map bestaat niet", "the folder does not exist"};
        case ENOSPC: return {"de schijf is vol", "the disk is full"};
        case EDQUOT:
        case EFBIG: return {"uw deel van de schijf is vol", "your share of the disk is full"};
        default: break;
    }
    if (error != 0) return std::generic_category().message(error);
    return detail;
}

// Names that a database would take for something else than a file.
bool names_no_file(const std::string& path) {
    return path.empty() || path.starts_with(':') || path.starts_with("file:") ||
           path.find("://") != std::string::npos || path.find('\0') != std::string::npos;
}

}  // namespace

Refusal correction_of_nothing(EntryNumber number) { return {finding(Code::F343, {std::to_string(number)})}; }

Refusal taken_in_before(std::int64_t list) { return {finding(Code::F354, {std::to_string(list)})}; }

Refusal corrected_before(EntryNumber number, EntryNumber by) {
    return {finding(Code::F344, {std::to_string(number), std::to_string(by)})};
}

Diagnostic finding_of(const Failure& failure, const std::string& path) {
    switch (failure.kind) {
        case Failure::Kind::busy: return finding(Code::F334, {path});
        case Failure::Kind::no_store: return finding(Code::F330, {path});
        case Failure::Kind::newer: return finding(Code::F331, {path, failure.detail, std::to_string(newest_version)});
        case Failure::Kind::damaged: return finding(Code::F332, {path}, failure.detail);
        case Failure::Kind::unwritable:
        case Failure::Kind::taken:
        case Failure::Kind::fault: break;
    }
    return finding(Code::F333, {path, words_for(failure.error, failure.detail)});
}

std::optional<Diagnostic> problem_of_path(const std::string& path, bool may_create) {
    if (names_no_file(path)) return finding(Code::F335, {path});
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        if (!may_create) return finding(Code::F337, {path});
        const fs::path folder = fs::path(path).parent_path();
        if (folder.empty() || fs::is_directory(folder, error)) return std::nullopt;
        return finding(Code::F333, {path, words_for(ENOENT, {})});
    }
    if (error) return finding(Code::F333, {path, words_for(error.value(), error.message())});
    if (!fs::is_regular_file(status)) return finding(Code::F335, {path});
    return std::nullopt;
}

}  // namespace wegwijzer::store
