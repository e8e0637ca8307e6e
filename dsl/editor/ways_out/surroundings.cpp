#include "dsl/editor/ways_out/surroundings.h"

#include <algorithm>
#include <map>
#include <utility>

namespace wegwijzer::editor {

namespace {

template <class... Nodes>
bool is_one_of(const ast::Declaration& declaration) {
    return (std::holds_alternative<Nodes>(declaration.node) || ...);
}

bool is_ground(const ast::Declaration& declaration) {
    return declaration.incomplete ||
           is_one_of<ast::Pack, ast::Use, ast::Source, ast::StudentData, ast::Series, ast::Calendar, ast::Phase,
                     ast::Cluster, ast::Factor, ast::Role>(declaration);
}

// Which declarations read what others declare.
class Readers {
  public:
    Readers(const Compilation& compilation, const Names& names) {
        std::map<ThingId, Declarations> declared;
        std::map<ThingId, Declarations> used;
        for (const ast::File& file : compilation.files) {
            for (const ast::Declaration& declaration : file.declarations) all_.push_back(&declaration);
        }
        std::ranges::sort(all_, {}, &place_of);
        for (const NameUse& use : names.uses()) {
            if (const ast::Declaration* declaration = around(use.span))
                (use.declares ? declared : used)[use.thing].insert(declaration);
        }
        for (const auto& [thing, its] : declared) {
            for (const ast::Declaration* declaration : its) {
                // Several of one name are judged together.
                readers_[declaration].insert(its.begin(), its.end());
                for (const ast::Declaration* reader : used[thing]) {
                    readers_[declaration].insert(reader);
                    read_[reader].insert(declaration);
                }
            }
        }
    }

    [[nodiscard]] Declarations with_readers(Declarations from) const { return closed(std::move(from), readers_); }
    [[nodiscard]] Declarations with_what_they_read(Declarations from) const { return closed(std::move(from), read_); }
    [[nodiscard]] const std::vector<const ast::Declaration*>& all() const { return all_; }

  private:
    using Edges = std::map<const ast::Declaration*, Declarations>;

    static std::pair<SourceId, std::uint32_t> place_of(const ast::Declaration* declaration) {
        return {declaration->span.source, declaration->span.begin};
    }
    [[nodiscard]] const ast::Declaration* around(const Span& span) const {
        const auto behind = std::ranges::upper_bound(all_, std::pair{span.source, span.begin}, {}, &place_of);
        if (behind == all_.begin()) return nullptr;
        const ast::Declaration* found = *std::prev(behind);
        return found->span.source == span.source ? found : nullptr;
    }
    static Declarations closed(Declarations from, const Edges& edges) {
        std::vector<const ast::Declaration*> left(from.begin(), from.end());
        while (!left.empty()) {
            const ast::Declaration* one = left.back();
            left.pop_back();
            const auto its = edges.find(one);
            if (its == edges.end()) continue;
            for (const ast::Declaration* next : its->second) {
                if (from.insert(next).second) left.push_back(next);
            }
        }
        return from;
    }

    std::vector<const ast::Declaration*> all_;  // by place
    Edges readers_;
    Edges read_;
};

}  // namespace

Declarations surroundings(const Compilation& compilation, const Names& names, const Declarations& changed,
                          const Declarations& needed) {
    const Readers readers(compilation, names);
    Declarations kept = readers.with_readers(changed);
    kept.insert(needed.begin(), needed.end());
    for (const ast::Declaration* declaration : readers.all()) {
        if (is_ground(*declaration)) kept.insert(declaration);
    }
    return readers.with_what_they_read(std::move(kept));
}

std::vector<PackText> packs_with(const Compilation& compilation, const Declarations& kept) {
    std::vector<PackText> packs;
    for (const PackFiles& pack : compilation.packs) {
        PackText its{pack.name, {}, pack.was_given, pack.beside};
        for (const std::size_t index : pack.files) {
            const ast::File& file = compilation.files[index];
            std::string text(compilation.sources.text(file.source));
            for (const ast::Declaration& declaration : file.declarations) {
                if (kept.contains(&declaration)) continue;
                for (std::uint32_t at = declaration.span.begin; at < declaration.span.end; ++at) {
                    if (text[at] != '\n' && text[at] != '\r') text[at] = ' ';
                }
            }
            its.files.push_back({compilation.sources.name(file.source), std::move(text)});
        }
        packs.insert(pack.is_main ? packs.begin() : packs.end(), std::move(its));
    }
    return packs;
}

}  // namespace wegwijzer::editor
