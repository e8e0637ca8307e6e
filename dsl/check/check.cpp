#include "dsl/check/check.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "dsl/check/follow_ups.h"
#include "dsl/check/passes.h"

namespace wegwijzer {

namespace checking {

namespace {

void warn_about_missing_calendar(Context& context) {
    if (!context.needs_calendar.has_place() || !context.declared.calendars.empty()) return;
    for (const ast::File& file : context.files) {
        if (!(file.source == context.needs_calendar.source)) continue;
        const bool nl = file.language == Language::nl;
        context.report(Code::W005, context.needs_calendar,
                       {word(file, Word::calendar), context.quote(context.needs_calendar),
                        word(file, Word::calendar) + (nl ? " studiejaar van 2026-08-31 t/m 2027-07-11"
                                                         : " academic_year from 2026-08-31 to 2027-07-11")});
        return;
    }
}

// `packs` runs parallel to the declarations up to here.
void put_main_pack_first(Context& context) {
    const auto& declared = context.declared.packs;
    const auto main = std::find_if(declared.begin(), declared.end(), [&](const Declared<ast::Pack>& pack) {
        return context.pack_list[pack.pack].is_main;
    });
    if (main == declared.end()) return;
    auto& packs = context.rules.packs;
    std::rotate(packs.begin(), packs.begin() + (main - declared.begin()),
                packs.begin() + (main - declared.begin()) + 1);
}

}  // namespace

bool run_passes(Context& context, const Diagnostics& diagnostics) {
    const std::size_t found = diagnostics.all().size();
    collect_declarations(context);
    resolve_packs(context);
    resolve_uses(context);
    resolve_schema(context);
    collect_names(context);
    resolve_calendar(context);
    resolve_model_names(context);
    declare_built_in_series(context);
    declare_values(context);
    check_parameters(context);
    check_concepts(context);
    check_signals(context);
    check_interventions(context);
    check_plans(context);
    check_policies(context);
    check_examples(context);
    note_read_consents(context);
    context.rules.schema = std::make_shared<const Schema>(context.schema);
    check_privacy(context);
    warn_about_ties(context);
    warn_about_time_since_last(context);
    warn_about_missing_calendar(context);
    context.report_unknown_names();
    drop_follow_ups(context, found);
    check_table_rows(context);
    if (diagnostics.has_errors()) return false;
    put_main_pack_first(context);
    return true;
}

}  // namespace checking

std::shared_ptr<const model::RuleSet> check(const std::vector<PackFiles>& packs, const std::vector<ast::File>& files,
                                            const SourceMap& sources, Diagnostics& diagnostics) {
    checking::Context context(packs, files, sources, diagnostics);
    std::size_t written = 0;
    for (const ast::File& file : files) written += file.exprs.size();
    context.rules.exprs.reserve(written + written / 8);  // about one for each
    if (!checking::run_passes(context, diagnostics)) return nullptr;
    return std::make_shared<const model::RuleSet>(std::move(context.rules));
}

std::shared_ptr<const model::RuleSet> check(const std::vector<ast::File>& files, const SourceMap& sources,
                                            Diagnostics& diagnostics) {
    PackFiles pack;
    pack.files.resize(files.size());
    std::iota(pack.files.begin(), pack.files.end(), std::size_t{0});
    if (!files.empty()) pack.name = sources.name(files.front().source);
    return check({pack}, files, sources, diagnostics);
}

}  // namespace wegwijzer
