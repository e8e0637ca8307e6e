#include "cli/read_students.h"

#include <ostream>

#include "cli/files.h"
#include "engine/diagnostics/render.h"
#include "engine/io/shown.h"

namespace wegwijzer::cli {

std::optional<io::ReadResult> read_students(const Context& context, const std::shared_ptr<const Schema>& schema,
                                            Status& status) {
    FileProblems problems;
    const DataBytes bytes = read_data(context.options.data, problems);
    status = context.report(problems);
    if (status != Status::fine) return std::nullopt;
    io::ReadResult read = read_into_cohort(bytes, schema);
    if (!read.report.unreadable) return read;
    RenderOptions how;
    how.language = context.language();
    how.format = context.options.error_format;
    context.streams.err << io::findings_text(read.report, io::Visibility::everything(), how);
    status = Status::wrong_use;
    return std::nullopt;
}

}  // namespace wegwijzer::cli
