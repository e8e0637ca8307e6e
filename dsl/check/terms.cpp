#include "dsl/check/terms.h"

#include "dsl/check/type.h"

namespace wegwijzer::checking {

namespace {

// A term in minutes, hours, teaching weeks or years, in a unit that counts.
std::string in_days(const ast::File& file, Length length) {
    switch (length.unit) {
        case LengthUnit::minutes: return write_length(file, 1, LengthUnit::days);
        case LengthUnit::hours: return write_length(file, (length.count + 23) / 24, LengthUnit::days);
        case LengthUnit::teaching_weeks: return write_length(file, length.count, LengthUnit::weeks);
        case LengthUnit::years: return write_length(file, length.count * 12, LengthUnit::months);
        default: return write_length(file, length.count, length.unit);
    }
}

}  // namespace

bool check_term_unit(Context& context, const ast::File& file, Length length, Span span) {
    switch (length.unit) {
        case LengthUnit::days:
        case LengthUnit::weeks:
        case LengthUnit::working_days:
        case LengthUnit::months: return true;
        default: break;
    }
    const std::string meant = in_days(file, length);
    Diagnostic diagnostic;
    diagnostic.code = Code::F106;
    diagnostic.span = span;
    diagnostic.arguments = {describe(length.unit)};
    diagnostic.fix = meant;
    diagnostic.way_out = plain("schrijf bijvoorbeeld `" + meant + "`, of kies dagen, weken, werkdagen of maanden",
                               "write for instance `" + meant + "`, or choose days, weeks, working days or months");
    context.report(std::move(diagnostic));
    return false;
}

std::optional<model::LengthSource> term_length(Context& context, const ast::File& file, ExpressionChecker& checker,
                                               const ast::LengthRef& ref) {
    const auto length = checker.length(ref);
    if (!length || !check_term_unit(context, file, length->length, ref.span)) return std::nullopt;
    return length;
}

}  // namespace wegwijzer::checking
