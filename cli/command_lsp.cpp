#include "cli/commands.h"
#include "cli/lsp/server.h"

namespace wegwijzer::cli {

Status run_lsp(const Context& context) {
    const std::unique_ptr<lsp::Channel> channel = lsp::standard_channel();
    lsp::Server server(*channel, context.options.chosen_language);
    return server.run() ? Status::fine : Status::findings;
}

}  // namespace wegwijzer::cli
