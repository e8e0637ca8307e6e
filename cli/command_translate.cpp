#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/rewrite_packs.h"

namespace wegwijzer::cli {
namespace {

struct Target {
    std::string path;
    const std::string* text;
};

Status say(const Context& context, Code code, std::vector<Localized> arguments) {
    Diagnostic problem;
    problem.code = code;
    problem.arguments = std::move(arguments);
    context.report(problem);
    return Status::wrong_use;
}

std::string without_slash(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
}

// A single file may get another name; else the files keep theirs, in the folder or, of more packs, in a folder per pack.
std::vector<Target> choose_targets(const std::vector<RewrittenPack>& packs, const std::string& out) {
    std::vector<Target> targets;
    for (const RewrittenPack& pack : packs) {
        const bool is_one_file = packs.size() == 1 && !is_folder(pack.path);
        const std::string folder =
            packs.size() > 1 && is_folder(pack.path) ? path_inside(out, last_name_of(pack.path)) : out;
        for (const RewrittenFile& file : pack.files) {
            const bool is_named = is_one_file && out.ends_with(".regels");
            targets.push_back({is_named ? out : path_inside(folder, last_name_of(file.name)), &*file.text});
        }
    }
    return targets;
}

Status write_all(const Context& context, const std::vector<Target>& targets) {
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const bool is_double = std::ranges::any_of(targets.begin(), targets.begin() + static_cast<std::ptrdiff_t>(i),
                                                   [&](const Target& other) { return other.path == targets[i].path; });
        if (is_double || exists(targets[i].path)) return say(context, Code::F263, {targets[i].path});
    }
    FileProblems problems;
    for (const Target& target : targets) {
        if (!create_file(target.path, *target.text, problems)) break;
        context.streams.out << target.path << '\n';
    }
    return context.report(problems);
}

}  // namespace

Status run_translate(const Context& context) {
    const Options& options = context.options;
    const std::vector<std::string> paths = expand_collections(options.packs);
    const bool fits_on_screen = paths.size() == 1 && !is_folder(paths.front());
    if (options.out_file.empty() && !fits_on_screen) {
        const std::string& given = options.packs.front();
        const std::string suffix = *options.to == Language::nl ? "_nl" : "_en";
        return say(context, Code::F262, {given, quote_argument(without_slash(given) + suffix)});
    }
    const RewrittenPacks rewritten = rewrite_packs(context, paths, options.to);
    if (rewritten.status != Status::fine) return rewritten.status;
    if (!options.out_file.empty())
        return write_all(context, choose_targets(rewritten.packs, without_slash(options.out_file)));
    for (const RewrittenFile& file : rewritten.packs.front().files) context.streams.out << *file.text;
    return Status::fine;
}

}  // namespace wegwijzer::cli
