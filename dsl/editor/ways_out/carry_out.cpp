#include "dsl/editor/ways_out/carry_out.h"

#include <algorithm>
#include <map>

#include "dsl/editor/names.h"
#include "dsl/editor/ways_out.h"

namespace wegwijzer::editor {

namespace {

using Mistakes = std::map<std::string, std::size_t>;

Mistakes mistakes_in(const Diagnostics& findings) {
    Mistakes mistakes;
    for (const Diagnostic& finding : findings.all()) {
        if (entry(finding.code).kind == FindingKind::error) ++mistakes[mistake_of(finding)];
    }
    return mistakes;
}

bool reads_any(const std::vector<PackText>& packs, const std::vector<Edit>& edits) {
    return std::ranges::any_of(packs, [&](const PackText& pack) {
        return std::ranges::any_of(pack.files, [&](const PackFile& file) {
            return std::ranges::find(edits, file.name, &Edit::file) != edits.end();
        });
    });
}

}  // namespace

std::vector<PackText> with_edits(std::vector<PackText> packs, const std::vector<Edit>& edits) {
    for (PackText& pack : packs) {
        for (PackFile& file : pack.files) {
            for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
                if (edit->file == file.name) file.text.replace(edit->begin, edit->end - edit->begin, edit->text);
            }
        }
    }
    return packs;
}

std::vector<PackText> packs_in_use(std::vector<PackText> packs) {
    std::map<std::string, std::string> folders;                // by the name of the regelpakket
    std::map<std::string, std::vector<std::string>> taken_in;  // names, by folder
    const Compilation compilation = compile(packs);
    for (const PackFiles& pack : compilation.packs) {
        for (const std::size_t index : pack.files) {
            for (const ast::Declaration& declaration : compilation.files[index].declarations) {
                if (const auto* its = std::get_if<ast::Pack>(&declaration.node)) folders[its->name.text] = pack.name;
                if (const auto* use = std::get_if<ast::Use>(&declaration.node))
                    taken_in[pack.name].push_back(use->pack.text);
            }
        }
    }
    std::vector<std::string> reached;
    for (const PackText& pack : packs) {
        if (pack.was_given) reached.push_back(pack.name);
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const std::vector<std::string> names = taken_in[reached[i]];
        for (const std::string& name : names) {
            const auto folder = folders.find(name);
            if (folder != folders.end() && std::ranges::find(reached, folder->second) == reached.end())
                reached.push_back(folder->second);
        }
    }
    std::erase_if(packs, [&](const PackText& pack) { return std::ranges::find(reached, pack.name) == reached.end(); });
    return packs;
}

std::string mistake_of(const Diagnostic& finding) {
    std::string mistake(entry(finding.code).code);
    for (const Localized& argument : finding.arguments) mistake += '\0' + argument.nl;
    return mistake;
}

bool takes_a_name_away(const Compilation& compilation, const WayOut& way) {
    const Names names(compilation.files);
    return std::ranges::any_of(names.uses(), [&](const NameUse& use) {
        if (!use.declares) return false;
        const std::string& file = compilation.sources.name(use.span.source);
        return std::ranges::any_of(way.edits, [&](const Edit& edit) {
            return edit.file == file && edit.begin <= use.span.begin && use.span.end <= edit.end;
        });
    });
}

bool brings_errors_to(const std::vector<PackText>& packs, const WayOut& way) {
    if (!reads_any(packs, way.edits)) return false;
    const Mistakes before = mistakes_in(compile(packs).diagnostics);
    const Mistakes after = mistakes_in(compile(with_edits(packs, way.edits)).diagnostics);
    return std::ranges::any_of(after, [&](const auto& mistake) {
        const auto known = before.find(mistake.first);
        return known == before.end() || known->second < mistake.second;
    });
}

}  // namespace wegwijzer::editor
