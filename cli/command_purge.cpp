// `purge`: what was recorded and is past the term of its pack. Looks, unless it is told to carry it out.
#include <ostream>

#include "cli/commands.h"
#include "cli/erasing_options.h"
#include "cli/open_store.h"
#include "cli/read_packs.h"
#include "cli/render/erasing_json.h"
#include "cli/render/purge_text.h"

namespace wegwijzer::cli {
namespace {

std::optional<Diagnostic> problem_of_day(const Context& context) {
    const Options& options = context.options;
    if (!options.carry_out || !context.environment.today || *options.date <= *context.environment.today)
        return std::nullopt;
    Diagnostic problem;
    problem.code = Code::F371;
    problem.arguments = {to_iso(*options.date)};
    return problem;
}

// What was erased before, by either command.
Status list_erasures(const Context& context) {
    auto opened = open_store(context, StoreUse::read);
    if (!opened.value) return context.refuse(*opened.problem);
    const auto erasures = opened.value->erasures();
    if (!erasures.value) return context.refuse(*erasures.problem);
    context.streams.out << (context.options.format == OutputFormat::json
                                ? erasures_json(*erasures.value)
                                : erasures_text(*erasures.value, context.options.store, context.language()));
    return Status::fine;
}

}  // namespace

Status run_purge(const Context& context) {
    const Options& options = context.options;
    const StepTimer timer(context, "purge");
    if (options.list) return list_erasures(context);
    if (const auto problem = problem_of_day(context)) return context.refuse(*problem);
    std::optional<store::ErasedBy> by;
    if (options.carry_out) {
        by = erased_by(context);
        if (!by) return Status::wrong_use;
    }
    Status status = Status::fine;
    const std::optional<Compilation> compilation = read_packs(context, status);
    if (!compilation) return status;
    const RetentionTerms terms(*compilation);
    RunTerms run_terms(terms);
    const store::PurgeTerms asked{
        [&](const std::string& intervention, Date last) { return terms.kept_until(intervention, last); },
        [&](const store::RunHeader& run, const std::string& rules) { return run_terms.find(run, rules).until; }};
    auto opened = open_store(context, StoreUse::read);
    if (!opened.value) return context.refuse(*opened.problem);
    const auto show = [&](const store::PurgeReview& review, const std::optional<CarriedOut>& carried_out) {
        if (options.format == OutputFormat::json) {
            context.streams.out << purge_json(review, terms, run_terms, *options.date, carried_out);
            return;
        }
        context.streams.out << purge_text(review, terms, run_terms, *options.date, options.store, context.language())
                            << (carried_out ? erased_text(carried_out->done, carried_out->counts, options.store,
                                                          context.language())
                                            : dry_run_text(false, context.language()));
    };
    if (!by) {
        const auto review = opened.value->review_purge(asked, *options.date);
        if (!review.value) return context.refuse(*review.problem);
        show(*review.value, std::nullopt);
        return Status::fine;
    }
    const auto purged = opened.value->purge(asked, *options.date, *by);
    if (!purged.value) return context.refuse(*purged.problem);
    show(purged.value->review, CarriedOut{purged.value->counts, purged.value->done});
    return status_of(context, purged.value->done);
}

}  // namespace wegwijzer::cli
