#include "cli/lsp/workspace.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "cli/files.h"
#include "cli/lsp/uri.h"
#include "dsl/compile/packs_in_use.h"

namespace wegwijzer::cli::lsp {

namespace {

namespace fs = std::filesystem;

// A folder that somebody opens by mistake is not read to its last file.
constexpr std::size_t most_places_looked_at = 20'000;

bool is_rules(std::string_view path) { return path.ends_with(".regels"); }

std::set<std::string> rule_files_below(const std::string& folder) {
    std::set<std::string> found;
    std::error_code error;
    std::size_t looked_at = 0;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error);
    for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
        if (++looked_at > most_places_looked_at) break;
        const std::string name = entry->path().filename().string();
        std::error_code ignored;
        if (entry->is_directory(ignored)) {
            if (name.starts_with('.') || name == "node_modules") entry.disable_recursion_pending();
        } else if (is_rules(name)) {
            found.insert(entry->path().lexically_normal().string());
        }
    }
    return found;
}

}  // namespace

void Workspace::open(std::string uri, std::int64_t version, std::string text) {
    const std::optional<std::string> path = path_of_uri(uri);
    Document document{uri, path.value_or(uri), version, std::move(text), path.has_value()};
    documents_.insert_or_assign(std::move(uri), std::move(document));
}

void Workspace::close(std::string_view uri) {
    if (const auto found = documents_.find(uri); found != documents_.end()) documents_.erase(found);
}

bool Workspace::stop_typing() {
    bool did = false;
    for (auto& [uri, document] : documents_) {
        did = did || document.typed_at.has_value();
        document.typed_at.reset();
    }
    return did;
}

Document* Workspace::find(std::string_view uri) {
    const auto found = documents_.find(uri);
    return found == documents_.end() ? nullptr : &found->second;
}

const Document* Workspace::find_path(std::string_view path) const {
    for (const auto& [uri, document] : documents_) {
        if (document.path == path) return &document;
    }
    return nullptr;
}

std::vector<const Document*> Workspace::documents() const {
    std::vector<const Document*> all;
    for (const auto& [uri, document] : documents_) all.push_back(&document);
    return all;
}

std::string Workspace::uri_of(const std::string& path) const {
    const Document* document = find_path(path);
    return document != nullptr ? document->uri : uri_of_path(path);
}

const PackText& Workspace::read(const std::string& path) {
    const auto [place, is_new] = read_.try_emplace(path);
    if (is_new) {
        FileProblems ignored;  // a file that is not there yet is empty
        place->second = read_pack(path, ignored);
    }
    return place->second;
}

void Workspace::lay_open_files_over(PackText& pack) const {
    for (PackFile& file : pack.files) {
        if (const Document* document = find_path(file.name)) file.text = document->text;
    }
}

PackText Workspace::folder_with_open_files(const std::string& folder) {
    PackText pack = read(folder);
    for (const auto& [uri, document] : documents_) {
        if (!document.is_file || !is_rules(document.path) || folder_of(document.path) != folder) continue;
        const auto is_this = [&](const PackFile& file) { return file.name == document.path; };
        if (std::ranges::none_of(pack.files, is_this)) pack.files.push_back({document.path, {}});
    }
    std::ranges::sort(pack.files, {}, &PackFile::name);
    lay_open_files_over(pack);
    return pack;
}

std::string Workspace::pack_of(const std::string& path) {
    const Document* document = find_path(path);
    if (!is_rules(path) || (document != nullptr && !document->is_file)) return path;
    const std::string folder = folder_of(path);
    const PackText whole = folder_with_open_files(folder);
    const auto packs = std::ranges::count_if(
        whole.files, [](const PackFile& file) { return !read_pack_head({file.name, {file}}).name.empty(); });
    return packs > 1 ? path : folder;
}

PackText Workspace::text_of(const std::string& pack) {
    if (const Document* document = find_path(pack)) return {pack, {{pack, document->text}}};
    if (is_rules(pack) && !is_folder(pack)) return read(pack);
    return folder_with_open_files(pack);
}

std::vector<PackText> Workspace::packs_beside(const PackText& pack) {
    const Document* document = find_path(pack.name);
    if (document != nullptr && !document->is_file) return {};
    const auto [place, is_new] = beside_.try_emplace(pack.name);
    if (is_new) place->second = cli::packs_beside(pack);
    std::vector<PackText> packs = place->second;
    for (PackText& other : packs) {
        if (is_folder(other.name)) {
            other = folder_with_open_files(other.name);
        } else {
            lay_open_files_over(other);
        }
    }
    return packs;
}

std::vector<PackText> Workspace::packs_for(const std::string& pack) {
    return with_packs_in_use({text_of(pack)}, [&](const PackText& user) { return packs_beside(user); });
}

std::vector<std::string> Workspace::packs_beside_of(const std::string& pack) {
    std::set<std::string> names;
    for (const PackText& other : packs_beside(text_of(pack))) names.insert(read_pack_head(other).name);
    names.erase("");
    return {names.begin(), names.end()};
}

std::vector<std::string> Workspace::all_packs() {
    if (!all_packs_) {
        std::set<std::string> packs;
        for (const std::string& folder : folders_) {
            for (const std::string& file : rule_files_below(folder)) packs.insert(pack_of(file));
        }
        all_packs_.emplace(packs.begin(), packs.end());
    }
    std::vector<std::string> packs = *all_packs_;
    for (const auto& [uri, document] : documents_) {
        std::string pack = pack_of(document.path);
        if (std::ranges::find(packs, pack) == packs.end()) packs.push_back(std::move(pack));
    }
    return packs;
}

}  // namespace wegwijzer::cli::lsp
