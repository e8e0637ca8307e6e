// The texts that are open in the editor, over the files on the disk, and the packs that they make (docs/decisions.md, "An
// editor's file and its pack").
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/compile/compile.h"

namespace wegwijzer::cli::lsp {

struct Document {
    std::string uri;   // as the editor writes it
    std::string path;  // of the file; the uri itself where it is no file
    std::int64_t version = 0;
    std::string text;
    bool is_file = true;
    std::optional<std::uint32_t> typed_at = {};  // behind the last key, while somebody types
};

class Workspace {
  public:
    void set_folders(std::vector<std::string> paths) { folders_ = std::move(paths); }
    [[nodiscard]] const std::vector<std::string>& folders() const { return folders_; }

    // Opening what is open takes the new text.
    void open(std::string uri, std::int64_t version, std::string text);
    void close(std::string_view uri);
    // False: nobody did.
    bool stop_typing();
    [[nodiscard]] Document* find(std::string_view uri);
    [[nodiscard]] const Document* find_path(std::string_view path) const;
    [[nodiscard]] std::vector<const Document*> documents() const;
    // What was read from the disk may have changed.
    void forget_files() { read_.clear(), beside_.clear(), all_packs_.reset(); }

    // The pack that this file belongs to: its folder, unless that holds several packs, then the file alone.
    [[nodiscard]] std::string pack_of(const std::string& path);
    // With the packs it takes in. `pack` is what pack_of gave.
    [[nodiscard]] std::vector<PackText> packs_for(const std::string& pack);
    // The packs that `gebruik` can take in, and their names. Those beside a file that is not saved anywhere: none.
    [[nodiscard]] std::vector<PackText> packs_beside(const PackText& pack);
    [[nodiscard]] std::vector<std::string> packs_beside_of(const std::string& pack);
    // Every pack in the workspace folders and every pack that is open.
    [[nodiscard]] std::vector<std::string> all_packs();

    [[nodiscard]] std::string uri_of(const std::string& path) const;

  private:
    [[nodiscard]] PackText text_of(const std::string& pack);
    [[nodiscard]] PackText folder_with_open_files(const std::string& folder);
    void lay_open_files_over(PackText& pack) const;
    [[nodiscard]] const PackText& read(const std::string& path);

    std::vector<std::string> folders_;
    std::map<std::string, Document, std::less<>> documents_;  // by uri
    std::map<std::string, PackText> read_;                    // from the disk, by path
    std::map<std::string, std::vector<PackText>> beside_;
    std::optional<std::vector<std::string>> all_packs_;  // in the workspace folders
};

}  // namespace wegwijzer::cli::lsp
