// `student-export`: all that the store holds of one student, to hand over.
#include "cli/commands.h"
#include "cli/open_store.h"
#include "cli/output.h"
#include "cli/read_packs.h"
#include "cli/render/student_export.h"
#include "engine/base/unicode.h"
#include "store/case_store.h"

namespace wegwijzer::cli {

Status run_student_export(const Context& context) {
    const Options& options = context.options;
    const StepTimer timer(context, "student-export");
    Status status = Status::fine;
    std::optional<Compilation> compilation;
    std::optional<RetentionTerms> terms;
    if (!options.packs.empty()) {
        compilation = read_packs(context, status);
        if (!compilation) return status;
        terms.emplace(*compilation);
    }
    StudentExport of;
    of.student = to_nfc_trimmed(options.student.value_or(std::string()));
    of.terms = terms ? &*terms : nullptr;
    auto opened = open_store(context, StoreUse::read);
    if (!opened.value) return context.refuse(*opened.problem);
    auto entries = opened.value->everything_of(of.student);
    if (!entries.value) return context.refuse(*entries.problem);
    of.entries = std::move(*entries.value);
    Output output(context);
    output.write(options.format == OutputFormat::json ? export_json(of)
                                                      : export_text(of, options.store, context.language()));
    return output.finish();
}

}  // namespace wegwijzer::cli
