#include "cli/read_packs.h"

#include "cli/session.h"

namespace wegwijzer::cli {

std::optional<Compilation> read_packs(const Context& context, Status& status) {
    if (refuse_collections(context, context.options.packs, status)) return std::nullopt;
    std::optional<Compilation> compilation = compile_packs(context, context.options.packs, status);
    if (compilation && compilation->rules == nullptr) {
        context.report(compilation->diagnostics, compilation->sources);
        status = Status::findings;
        return std::nullopt;
    }
    return compilation;
}

}  // namespace wegwijzer::cli
