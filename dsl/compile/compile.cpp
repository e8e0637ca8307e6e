#include "dsl/compile/compile.h"

#include <algorithm>
#include <set>
#include <utility>

#include "dsl/check/check.h"
#include "dsl/compile/compile_again.h"
#include "dsl/parse/parse.h"

namespace wegwijzer {

namespace {

// A pack after the packs it uses; else as given. What goes round in a circle keeps its place: the check reports it.
class ReadingOrder {
  public:
    ReadingOrder(std::vector<PackFiles> packs, const std::vector<ast::File>& files)
        : packs_(std::move(packs)), names_(packs_.size()), uses_(packs_.size()), placed_(packs_.size(), false) {
        for (std::size_t pack = 0; pack < packs_.size(); ++pack) {
            for (const std::size_t file : packs_[pack].files) read_head(files[file], pack);
        }
    }
    std::vector<PackFiles> take() && {
        for (std::size_t pack = 0; pack < packs_.size(); ++pack) place(pack);
        return std::move(ordered_);
    }

  private:
    void read_head(const ast::File& file, std::size_t pack) {
        for (const ast::Declaration& declaration : file.declarations) {
            if (const auto* itself = std::get_if<ast::Pack>(&declaration.node)) {
                if (names_[pack].empty()) names_[pack] = itself->name.text;
            } else if (const auto* use = std::get_if<ast::Use>(&declaration.node)) {
                uses_[pack].push_back(use->pack.text);
            }
        }
    }
    void place(std::size_t pack) {
        if (placed_[pack]) return;
        placed_[pack] = true;
        for (const std::string& name : uses_[pack]) {
            const auto used = std::find(names_.begin(), names_.end(), name);
            if (!name.empty() && used != names_.end()) place(static_cast<std::size_t>(used - names_.begin()));
        }
        ordered_.push_back(packs_[pack]);
    }

    std::vector<PackFiles> packs_;
    std::vector<std::string> names_;
    std::vector<std::vector<std::string>> uses_;
    std::vector<bool> placed_;
    std::vector<PackFiles> ordered_;
};

std::string name_of(const PackFiles& pack, const std::vector<ast::File>& files) {
    for (const std::size_t file : pack.files) {
        for (const ast::Declaration& declaration : files[file].declarations) {
            if (const auto* head = std::get_if<ast::Pack>(&declaration.node)) return head->name.text;
        }
    }
    return {};
}

// A pack that is given twice is read once. Of the second one its name is left, which is taken: that is said once, and not of each
// name in it.
void read_each_pack_once(const std::vector<PackFiles>& packs, std::vector<ast::File>& files) {
    std::set<std::string> seen;
    for (const PackFiles& pack : packs) {
        const std::string name = name_of(pack, files);
        if (name.empty() || seen.insert(name).second) continue;
        for (const std::size_t file : pack.files) {
            std::erase_if(files[file].declarations, [](const ast::Declaration& declaration) {
                return !std::holds_alternative<ast::Pack>(declaration.node);
            });
        }
    }
}

std::vector<PackFiles> in_reading_order(std::vector<PackFiles> packs, const std::vector<ast::File>& files) {
    return ReadingOrder(std::move(packs), files).take();
}

// `before` may be null.
Compilation compile_all(std::vector<PackText> packs, parsing::ReadBefore* before) {
    Compilation result;
    if (before != nullptr) before->begin_round();
    for (PackText& pack : packs) {
        Language language = Language::nl;
        for (const PackFile& file : pack.files) {
            if (find_language(file.text) == Language::en) language = Language::en;
        }
        PackFiles files;
        files.name = pack.name;
        files.was_given = pack.was_given;
        files.beside = std::move(pack.beside);
        for (PackFile& file : pack.files) {
            const SourceId source = result.sources.add(std::move(file.name), std::move(file.text));
            files.files.push_back(result.files.size());
            result.files.push_back(parse(result.sources, source, language, result.diagnostics, before));
        }
        result.packs.push_back(std::move(files));
    }
    if (before != nullptr) before->end_round();
    if (!result.packs.empty()) result.packs.front().is_main = true;
    read_each_pack_once(result.packs, result.files);
    result.packs = in_reading_order(std::move(result.packs), result.files);
    result.rules = check(result.packs, result.files, result.sources, result.diagnostics);
    result.diagnostics.sort(result.sources);
    return result;
}

}  // namespace

Compilation compile(std::vector<PackText> packs) { return compile_all(std::move(packs), nullptr); }

Compilation compile_again(std::vector<PackText> packs, parsing::ReadBefore& before) {
    return compile_all(std::move(packs), &before);
}

bool Compilation::was_given(SourceId source) const {
    for (const PackFiles& pack : packs) {
        for (const std::size_t file : pack.files) {
            if (files[file].source == source) return pack.was_given;
        }
    }
    return true;
}

}  // namespace wegwijzer
