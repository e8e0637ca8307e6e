// The only place that opens files: packs, data, and what `--out` writes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/compile/compile.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/io/read.h"

namespace wegwijzer::cli {

// What could not be used. `unreadable`: exit status 2; else 1 (an empty pack).
struct FileProblems {
    Diagnostics diagnostics;
    bool unreadable = false;
};

// A folder (its *.regels files in byte order of their names) or a single file.
[[nodiscard]] PackText read_pack(const std::string& path, FileProblems& problems);
// The packs beside the folder of `pack`; beside a single file stand the files in its folder as well. In byte order.
[[nodiscard]] std::vector<PackText> packs_beside(const PackText& pack);
// The packs in a folder that has no .regels files of its own, in byte order; empty when it is no such folder.
[[nodiscard]] std::vector<std::string> packs_in_collection(const std::string& path);

// All bytes of a file; std::nullopt (and a problem) when it can't be read.
[[nodiscard]] std::optional<std::string> read_whole_file(const std::string& path, FileProblems& problems);

// Data as bytes; the views in `files` point into `bytes`.
struct DataBytes {
    std::vector<std::string> names;
    std::vector<std::string> bytes;
    bool is_folder = false;

    [[nodiscard]] std::vector<io::DataFile> files() const;
};
[[nodiscard]] DataBytes read_data(const std::string& path, FileProblems& problems);
// `recorded`: series that come from elsewhere than the files.
[[nodiscard]] io::ReadResult read_into_cohort(const DataBytes& data, const std::shared_ptr<const Schema>& schema,
                                              const std::vector<io::RecordedSeries>& recorded = {});

// The packs that `paths` stand for: a collection is taken pack by pack.
[[nodiscard]] std::vector<std::string> expand_collections(const std::vector<std::string>& paths);
[[nodiscard]] bool is_folder(const std::string& path);
// A folder or file of this name is there.
[[nodiscard]] bool exists(const std::string& path);
[[nodiscard]] std::string path_inside(const std::string& folder, const std::string& name);
[[nodiscard]] std::string folder_of(const std::string& path);     // "." for a name alone
[[nodiscard]] std::string last_name_of(const std::string& path);  // without the folders before it
// Writes all of `text`; an errno, or 0. `file` is a descriptor and stays open.
[[nodiscard]] int write_all(int file, std::string_view text);
// Puts `text` in the place of what the file holds, at once: whatever happens, the file is the old or the new one.
[[nodiscard]] bool replace_file(const std::string& path, std::string_view text, FileProblems& problems);
// Makes a file and the folders it needs; a file that is there already is a problem.
[[nodiscard]] bool create_file(const std::string& path, std::string_view text, FileProblems& problems);

// A file is there that holds rules, or is read when `inputs` (packs and data, folders or files) are.
[[nodiscard]] bool holds_input(const std::string& path, const std::vector<std::string>& inputs);

// One of the files that SQLite keeps beside the store while it is in use, whether it is there now or not.
[[nodiscard]] bool is_part_of_store(const std::string& path, const std::string& store);

// `path` could not be written; `error` is an errno, or 0 where it is not known any more.
void add_write_problem(const std::string& path, int error, FileProblems& problems);

}  // namespace wegwijzer::cli
