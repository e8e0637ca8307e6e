// `log`: the runs that were kept, whether they are as they were kept, and doing one once more. For who keeps the store: it is about
// runs as a whole, and shows nothing of a student.
#include <ostream>

#include "cli/commands.h"
#include "cli/render/run_log.h"
#include "cli/replay_run.h"
#include "cli/store_series.h"

namespace wegwijzer::cli {
namespace {

Status list_runs(const Context& context, store::CaseStore& store) {
    const auto runs = store.runs();
    if (!runs.value) {
        context.report(*runs.problem);
        return Status::wrong_use;
    }
    context.streams.out << (context.options.format == OutputFormat::json
                                ? runs_json(*runs.value)
                                : runs_text(*runs.value, context.options.store, context.language()));
    return Status::fine;
}

Status verify_log(const Context& context, store::CaseStore& store) {
    const auto verified = store.verify();
    if (!verified.value) {
        context.report(*verified.problem);
        return Status::wrong_use;
    }
    Diagnostics broken;
    for (Diagnostic& finding : findings_of(*verified.value)) broken.add(std::move(finding));
    if (context.options.format == OutputFormat::json) {
        context.streams.out << verified_json(*verified.value);
    } else if (!broken.has_errors()) {
        context.streams.out << verified_text(*verified.value, context.options.store, context.language());
    }
    const bool is_broken = broken.has_errors();
    context.report(std::move(broken));
    return is_broken ? Status::findings : Status::fine;
}

}  // namespace

Status run_log(const Context& context) {
    const StepTimer timer(context, "log");
    std::optional<store::CaseStore> store = opened_store(context);
    if (!store) return Status::wrong_use;
    switch (context.options.log_action) {
        case LogAction::list: return list_runs(context, *store);
        case LogAction::verify: return verify_log(context, *store);
        case LogAction::replay: break;
    }
    return replay_run(context, *store);
}

}  // namespace wegwijzer::cli
