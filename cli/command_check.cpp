#include "cli/commands.h"
#include "cli/session.h"

namespace wegwijzer::cli {
namespace {

Status worst(Status left, Status right) { return static_cast<int>(left) > static_cast<int>(right) ? left : right; }

// The packs together, as `--rules` takes them.
Status check_together(const Context& context, const std::vector<std::string>& paths) {
    Status status = Status::fine;
    const std::optional<Compilation> compilation = compile_packs(context, paths, status);
    if (!compilation) return status;
    context.report(compilation->diagnostics, compilation->sources);
    return compilation->rules == nullptr ? Status::findings : Status::fine;
}

}  // namespace

Status run_check(const Context& context) {
    Status status = Status::fine;
    std::vector<std::string> together;
    for (const std::string& path : context.options.packs) {
        const std::vector<std::string> collection = packs_in_collection(path);
        for (const std::string& pack : collection) status = worst(status, check_together(context, {pack}));
        if (collection.empty()) together.push_back(path);
    }
    if (!together.empty()) status = worst(status, check_together(context, together));
    return status;
}

}  // namespace wegwijzer::cli
