#include <set>

#include "cli/commands.h"
#include "cli/session.h"
#include "engine/diagnostics/catalogue.h"

namespace wegwijzer::cli {
namespace {

Status worst(Status left, Status right) { return static_cast<int>(left) > static_cast<int>(right) ? left : right; }

// A pack that others of a collection take in is read once for each of them; what is said of it is said once.
class SaidAlready {
  public:
    [[nodiscard]] Diagnostics take_new(const Compilation& compilation) {
        Diagnostics fresh;
        for (const Diagnostic& diagnostic : compilation.diagnostics.all()) {
            std::string which(entry(diagnostic.code).code);
            if (diagnostic.span.has_place()) {
                which += ' ' + compilation.sources.name(diagnostic.span.source) + ' ' +
                         std::to_string(diagnostic.span.begin);
            }
            for (const Localized& argument : diagnostic.arguments) which += '\n' + argument.nl;
            if (said_.insert(which).second) fresh.add(diagnostic);
        }
        return fresh;
    }

  private:
    std::set<std::string> said_;
};

// The packs together, as `--rules` takes them.
Status check_together(const Context& context, const std::vector<std::string>& paths, SaidAlready& said) {
    Status status = Status::fine;
    const std::optional<Compilation> compilation = compile_packs(context, paths, status);
    if (!compilation) return status;
    context.report(said.take_new(*compilation), compilation->sources);
    return compilation->rules == nullptr ? Status::findings : Status::fine;
}

}  // namespace

Status run_check(const Context& context) {
    Status status = Status::fine;
    std::vector<std::string> together;
    SaidAlready said;
    for (const std::string& path : context.options.packs) {
        const std::vector<std::string> collection = packs_in_collection(path);
        for (const std::string& pack : collection) status = worst(status, check_together(context, {pack}, said));
        if (collection.empty()) together.push_back(path);
    }
    if (!together.empty()) status = worst(status, check_together(context, together, said));
    return status;
}

}  // namespace wegwijzer::cli
