#include <ostream>

#include "cli/commands.h"
#include "cli/rewrite_packs.h"

namespace wegwijzer::cli {
namespace {

std::string joined(const std::vector<std::string>& paths) {
    std::string result;
    for (const std::string& path : paths) result += (result.empty() ? "" : " ") + quote_argument(path);
    return result;
}

Status report_unformatted(const Context& context, std::size_t count) {
    Diagnostic finding;
    finding.code = Code::F260;
    finding.arguments = {count_files(count), joined(context.options.packs)};
    Diagnostics findings;
    findings.add(finding);
    context.report(findings);
    return Status::findings;
}

void say_what_was_done(const Context& context, std::size_t written, std::size_t as_they_were, std::size_t wrong) {
    if (context.options.error_format == ErrorFormat::json) return;
    const Language language = context.language();
    context.streams.err << count_files(written).in(language) << context.say(" opgemaakt", " laid out");
    if (as_they_were > 0) context.streams.err << ", " << as_they_were << context.say(" al goed", " already right");
    if (wrong > 0)
        context.streams.err << ", " << wrong
                            << context.say(" met fouten en niet veranderd", " with errors and not changed");
    context.streams.err << '\n';
}

}  // namespace

Status run_fmt(const Context& context) {
    const bool only_check = context.options.only_check;
    RewrittenPacks rewritten = rewrite_packs(context, expand_collections(context.options.packs), std::nullopt);
    std::size_t changed = 0;
    std::size_t as_they_were = 0;
    std::size_t wrong = 0;
    FileProblems problems;
    for (const RewrittenPack& pack : rewritten.packs) {
        for (const RewrittenFile& file : pack.files) {
            if (!file.text) {
                ++wrong;
            } else if (!file.is_changed) {
                ++as_they_were;
            } else if (only_check || replace_file(file.name, *file.text, problems)) {
                ++changed;
                context.streams.out << file.name << '\n';
            }
        }
    }
    const Status status = worst(rewritten.status, context.report(problems));
    if (only_check) return changed == 0 ? status : worst(status, report_unformatted(context, changed));
    if (changed + as_they_were > 0) say_what_was_done(context, changed, as_they_were, wrong);
    return status;
}

}  // namespace wegwijzer::cli
