#include "cli/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

namespace wegwijzer::cli {
namespace {

namespace fs = std::filesystem;

// In words, as far as people can do something about it.
Localized reason_of(int error) {
    switch (error) {
        case 0: return {"niet alles kwam aan", "not all of it arrived"};
        case ENOENT: return {"het bestaat niet", "it does not exist"};
        case EACCES:
        case EPERM: return {"u hebt er geen rechten voor", "you have no permission"};
        case EISDIR: return {"het is een map", "it is a folder"};
        case ENOTDIR: return {"een deel van het pad is geen map", "part of the path is not a folder"};
        case ENOSPC: return {"de schijf is vol", "the disk is full"};
        default: return std::string(std::generic_category().message(error));
    }
}

void report(FileProblems& problems, Code code, std::vector<Localized> arguments) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.arguments = std::move(arguments);
    problems.diagnostics.add(std::move(diagnostic));
    problems.unreadable = problems.unreadable || code != Code::F221;
}

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// Names of the entries for which `keep` holds, in byte order; std::nullopt (and a problem) when the folder can't be read.
template <class Keep>
std::optional<std::vector<std::string>> entries(const std::string& folder, FileProblems& problems, Keep keep) {
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (keep(*entry)) names.push_back(entry->path().filename().string());
    }
    if (error) {
        report(problems, Code::F220, {folder, reason_of(error.value())});
        return std::nullopt;
    }
    std::ranges::sort(names);
    return names;
}

bool is_rule_file(const fs::directory_entry& entry) {
    std::error_code error;
    return entry.path().extension() == ".regels" && !entry.is_directory(error);
}

bool is_data_file(const fs::directory_entry& entry) {
    std::error_code error;
    std::string extension = entry.path().extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return (extension == ".csv" || extension == ".tsv") && !entry.is_directory(error);
}

}  // namespace

std::optional<std::string> read_whole_file(const std::string& path, FileProblems& problems) {
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        report(problems, Code::F220, {path, reason_of(errno)});
        return std::nullopt;
    }
    std::string bytes;
    std::error_code ignored;
    const auto size = fs::file_size(path, ignored);
    if (!ignored) bytes.reserve(static_cast<std::size_t>(size));
    char block[1 << 16];
    std::size_t count = 0;
    do {  // a short block is the last one, or an error
        count = std::fread(block, 1, sizeof block, file.get());
        bytes.append(block, count);
    } while (count == sizeof block);
    if (std::ferror(file.get()) != 0) {
        report(problems, Code::F220, {path, reason_of(errno)});
        return std::nullopt;
    }
    return bytes;
}

bool is_folder(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

std::string path_inside(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

bool holds_input(const std::string& path, const std::vector<std::string>& inputs) {
    std::error_code error;
    const fs::directory_entry file(path, error);
    if (error || !file.is_regular_file(error)) return false;
    if (is_rule_file(file)) return true;
    return std::ranges::any_of(inputs, [&](const std::string& input) {
        std::error_code ignored;
        if (fs::equivalent(path, input, ignored)) return true;
        return is_data_file(file) && fs::equivalent(folder_of(path), input, ignored);
    });
}

bool is_part_of_store(const std::string& path, const std::string& store) {
    if (store.empty()) return false;
    std::error_code ignored;
    const std::string file = fs::weakly_canonical(fs::absolute(path, ignored), ignored).string();
    const std::string beside = fs::weakly_canonical(fs::absolute(store, ignored), ignored).string();
    return std::ranges::any_of(std::array{"-wal", "-shm", "-journal"},
                               [&](const char* ending) { return file == beside + ending; });
}

PackText read_pack(const std::string& path, FileProblems& problems) {
    PackText pack{path, {}};
    if (!is_folder(path)) {
        if (auto text = read_whole_file(path, problems)) pack.files.push_back({path, std::move(*text)});
        return pack;
    }
    const auto names = entries(path, problems, is_rule_file);
    if (!names) return pack;
    if (names->empty()) {
        report(problems, Code::F221, {path});
        return pack;
    }
    for (const std::string& name : *names) {
        const std::string file = path_inside(path, name);
        if (auto text = read_whole_file(file, problems)) pack.files.push_back({file, std::move(*text)});
    }
    return pack;
}

std::vector<PackText> packs_beside(const PackText& pack) {
    fs::path self = fs::path(pack.name).lexically_normal();
    if (!self.has_filename()) self = self.parent_path();  // a slash at the end
    const auto above = [](const fs::path& path) {
        if (path == ".") return fs::path("..");
        if (path.filename() == "..") return path / "..";
        return path.has_parent_path() ? path.parent_path() : fs::path(".");
    };
    std::vector<fs::path> folders;
    if (!is_folder(pack.name)) folders.push_back(above(self));
    folders.push_back(above(folders.empty() ? self : folders.front()));

    std::vector<PackText> result;
    FileProblems ignored;  // what can't be read is not what was meant
    for (const fs::path& folder : folders) {
        const auto names = entries(folder.string(), ignored, [&](const fs::directory_entry& entry) {
            std::error_code error;
            if (fs::equivalent(entry.path(), self, error)) return false;
            if (is_rule_file(entry)) return true;
            if (!entry.is_directory(error)) return false;
            const auto own = entries(entry.path().string(), ignored, is_rule_file);
            return own && !own->empty();
        });
        if (!names) continue;
        for (const std::string& name : *names)
            result.push_back(read_pack(folder == "." ? name : path_inside(folder.string(), name), ignored));
    }
    return result;
}

std::vector<std::string> packs_in_collection(const std::string& path) {
    if (!is_folder(path)) return {};
    FileProblems ignored;
    const auto own = entries(path, ignored, is_rule_file);
    if (!own || !own->empty()) return {};
    const auto folders = entries(path, ignored, [](const fs::directory_entry& entry) {
        std::error_code error;
        return entry.is_directory(error);
    });
    std::vector<std::string> packs;
    if (!folders) return packs;
    for (const std::string& name : *folders) {
        const std::string folder = path_inside(path, name);
        const auto files = entries(folder, ignored, is_rule_file);
        if (files && !files->empty()) packs.push_back(folder);
    }
    return packs;
}

std::vector<io::DataFile> DataBytes::files() const {
    std::vector<io::DataFile> result;
    for (std::size_t i = 0; i < names.size(); ++i) result.push_back({names[i], bytes[i]});
    return result;
}

DataBytes read_data(const std::string& path, FileProblems& problems) {
    DataBytes data;
    data.is_folder = is_folder(path);
    if (data.is_folder) {
        const auto names = entries(path, problems, is_data_file);
        if (!names) return data;
        if (names->empty()) report(problems, Code::F223, {path});
        for (const std::string& name : *names) {
            const std::string file = path_inside(path, name);
            if (auto bytes = read_whole_file(file, problems)) {
                data.names.push_back(file);
                data.bytes.push_back(std::move(*bytes));
            }
        }
        return data;
    }
    auto bytes = read_whole_file(path, problems);
    if (!bytes) return data;
    if (!path.ends_with(".json") && !path.ends_with(".jsonl")) {
        report(problems, Code::F223, {path});
        return data;
    }
    data.names.push_back(path);
    data.bytes.push_back(std::move(*bytes));
    return data;
}

io::ReadResult read_into_cohort(const DataBytes& data, const std::shared_ptr<const Schema>& schema,
                                const std::vector<io::RecordedSeries>& recorded) {
    const std::vector<io::DataFile> files = data.files();
    return data.is_folder ? io::read_csv_folder(schema, files, recorded)
                          : io::read_json(schema, files.front(), recorded);
}

void add_write_problem(const std::string& path, int error, FileProblems& problems) {
    report(problems, Code::F224, {path, reason_of(error)});
}

}  // namespace wegwijzer::cli
