#include "cli/rewrite_packs.h"

#include <algorithm>
#include <ostream>

#include "dsl/compile/packs_in_use.h"
#include "dsl/parse/parse.h"

namespace wegwijzer::cli {
namespace {

// One file of a folder is in the language of that folder, unless it is a pack of its own: then what stands beside it is another.
Language language_beside(const std::string& path, const PackText& pack) {
    if (is_folder(path) || !read_pack_head(pack).name.empty()) return Language::nl;
    FileProblems ignored;
    const PackText folder = read_pack(folder_of(path), ignored);
    const bool english = std::ranges::any_of(
        folder.files, [](const PackFile& file) { return find_language(file.text) == Language::en; });
    return english ? Language::en : Language::nl;
}

}  // namespace

Localized count_files(std::size_t count) {
    const std::string number = std::to_string(count);
    return count == 1 ? Localized{number + " bestand", number + " file"}
                      : Localized{number + " bestanden", number + " files"};
}

std::string quote_argument(const std::string& argument) {
    const bool plain = !argument.empty() && std::ranges::all_of(argument, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("_-./").find(c) != std::string_view::npos || static_cast<signed char>(c) < 0;
    });
    if (plain) return argument;
    std::string quoted = "'";
    for (const char c : argument) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

RewrittenPacks rewrite_packs(const Context& context, const std::vector<std::string>& paths,
                             std::optional<Language> to) {
    RewrittenPacks result;
    FileProblems problems;
    std::vector<PackText> packs;
    {
        const StepTimer timer(context, "read packs");
        for (const std::string& path : paths) packs.push_back(read_pack(path, problems));
    }
    result.status = context.report(problems);
    if (problems.unreadable) return result;

    const StepTimer timer(context, "rewrite packs");
    const std::vector<PackText> in_use = with_packs_in_use(packs, packs_beside);
    for (std::size_t i = 0; i < packs.size(); ++i) {
        RewriteRequest request;
        request.to = to;
        request.language_if_silent = language_beside(paths[i], packs[i]);
        for (std::size_t j = 0; j < in_use.size(); ++j)
            if (i != j) request.around.push_back(in_use[j]);
        Rewriting rewriting = rewrite(packs[i], request);
        if (rewriting.diagnostics.has_errors()) {
            context.report(rewriting.diagnostics, rewriting.sources);
            result.status = worst(result.status, Status::findings);
        }
        for (const RewrittenFile& file : rewriting.files) {
            if (file.text || file.has_errors || rewriting.diagnostics.has_errors()) continue;
            context.streams.err << "wegwijzer: "
                                << context.say("een fout in het programma; niet herschreven en niet veranderd: ",
                                               "a fault in the program; not rewritten and not changed: ")
                                << file.name << '\n';
            result.status = Status::fault;
        }
        result.packs.push_back({paths[i], std::move(rewriting.files)});
    }
    return result;
}

}  // namespace wegwijzer::cli
