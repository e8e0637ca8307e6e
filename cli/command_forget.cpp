// `forget`: everything of one student. Looks, unless it is told to carry it out.
#include <ostream>

#include "cli/commands.h"
#include "cli/erasing_options.h"
#include "cli/open_store.h"
#include "cli/render/erasing_json.h"
#include "cli/render/purge_text.h"
#include "engine/base/unicode.h"
#include "store/erasing/mentions.h"

namespace wegwijzer::cli {
namespace {

// What stays says of whom nowhere.
std::optional<Diagnostic> problem_of_name(const store::ErasedBy& by, const std::string& student) {
    if (!store::mentions_key(by.name, student)) return std::nullopt;
    Diagnostic problem;
    problem.code = Code::F341;
    problem.arguments = {Localized("--door", "--by")};
    problem.why = {"het noemt de student die vergeten wordt, en deze naam blijft staan",
                   "it names the student who is forgotten, and this name stays"};
    problem.way_out = {"noem wie het uitvoert", "name who carries it out"};
    return problem;
}

}  // namespace

Status run_forget(const Context& context) {
    const Options& options = context.options;
    const StepTimer timer(context, "forget");
    std::optional<store::ForgetGround> ground;
    if (!options.ground.empty()) {
        ground = ground_named(options.ground);
        if (!ground) {
            Diagnostic problem;
            problem.code = Code::F372;
            problem.arguments = {options.ground};
            return context.refuse(problem);
        }
    }
    const std::string student = to_nfc_trimmed(options.student.value_or(std::string()));
    std::optional<store::ErasedBy> by;
    if (options.carry_out) {
        by = erased_by(context);
        if (!by) return Status::wrong_use;
        if (const auto problem = problem_of_name(*by, student)) return context.refuse(*problem);
    }
    auto opened = open_store(context, StoreUse::read);
    if (!opened.value) return context.refuse(*opened.problem);
    const auto show = [&](const store::ForgetReview& review, const std::optional<CarriedOut>& carried_out) {
        if (options.format == OutputFormat::json) {
            context.streams.out << forget_json(review, student, carried_out);
            return;
        }
        context.streams.out << forget_text(review, student, options.store, context.language())
                            << (carried_out ? erased_text(carried_out->done, carried_out->counts, options.store,
                                                          context.language())
                                            : dry_run_text(true, context.language()));
    };
    if (!by) {
        const auto review = opened.value->review_forget(student);
        if (!review.value) return context.refuse(*review.problem);
        show(*review.value, std::nullopt);
        return Status::fine;
    }
    const auto forgotten = opened.value->forget(student, *ground, *by);
    if (!forgotten.value) return context.refuse(*forgotten.problem);
    show(forgotten.value->review, CarriedOut{forgotten.value->review.counts, forgotten.value->done});
    return status_of(context, forgotten.value->done);
}

}  // namespace wegwijzer::cli
