#include <ostream>

#include "cli/commands.h"
#include "dsl/compile/compile.h"

namespace wegwijzer::cli {
namespace {

Status worst(Status left, Status right) { return static_cast<int>(left) > static_cast<int>(right) ? left : right; }

// The packs together, as `--rules` takes them.
Status check_together(const Context& context, const std::vector<std::string>& paths) {
    FileProblems problems;
    std::vector<PackText> packs;
    {
        const StepTimer timer(context, "read packs");
        for (const std::string& path : paths) packs.push_back(read_pack(path, problems));
    }
    const Status readable = context.report(problems);
    if (readable != Status::fine) return readable;
    Compilation compilation = [&] {
        const StepTimer timer(context, "compile");
        return compile(std::move(packs));
    }();
    context.log.count("findings", compilation.diagnostics.all().size());
    context.report(compilation.diagnostics, compilation.sources);
    return compilation.rules == nullptr ? Status::findings : Status::fine;
}

}  // namespace

Status run_check(const Context& context) {
    Status status = Status::fine;
    std::vector<std::string> together;
    bool any = false;
    for (const std::string& path : context.options.packs) {
        const std::vector<std::string> collection = packs_in_collection(path);
        for (const std::string& pack : collection) {
            status = worst(status, check_together(context, {pack}));
            any = true;
        }
        if (collection.empty()) together.push_back(path);
    }
    if (!together.empty() || !any) status = worst(status, check_together(context, together));
    return status;
}

}  // namespace wegwijzer::cli
