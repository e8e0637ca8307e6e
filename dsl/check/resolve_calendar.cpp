#include "dsl/check/passes.h"
#include "engine/base/date.h"

namespace wegwijzer::checking {

namespace {

// The days from..to; reports an end before the beginning. Nothing when a date could not be read.
std::optional<DateInterval> read_days(Context& context, const ast::File& file, ast::ExprId from, ast::ExprId to) {
    if (from.is_none()) return std::nullopt;
    const auto* first = std::get_if<ast::DateLiteral>(&file.expr(from).node);
    const auto* last = to ? std::get_if<ast::DateLiteral>(&file.expr(to).node) : first;
    if (first == nullptr || last == nullptr || first->invalid || last->invalid) return std::nullopt;
    if (last->date < first->date) {
        Diagnostic diagnostic;
        diagnostic.code = Code::F114;
        diagnostic.span = file.expr(to).span;
        diagnostic.labels.push_back({file.expr(from).span, plain("het begin", "the beginning")});
        context.report(std::move(diagnostic));
        return std::nullopt;
    }
    return DateInterval{first->date, last->date};
}

void resolve_calendars(Context& context) {
    std::vector<Calendar> calendars;
    std::vector<const Declared<ast::Calendar>*> declared_at;
    for (const Declared<ast::Calendar>& declared : context.declared.calendars) {
        const ast::File& file = *declared.file;
        Calendar calendar;
        calendar.name = declared->name.text;
        const auto days = read_days(context, file, declared->from, declared->to);
        for (const ast::HolidayClause& clause : declared->holidays) {
            const auto holiday = read_days(context, file, clause.from, clause.to);
            if (holiday) calendar.holidays.push_back({clause.name.text, *holiday});
        }
        if (!days) continue;
        calendar.days = *days;
        for (std::size_t index = 0; index < calendars.size(); ++index) {
            const Calendar& other = calendars[index];
            if (other.days.to < calendar.days.from || calendar.days.to < other.days.from) continue;
            const std::optional<Date> day_after = add_days(other.days.to, 1);
            Diagnostic diagnostic;
            diagnostic.code = Code::F113;
            diagnostic.span = declared->name.span;
            diagnostic.arguments = {calendar.name, other.name, day_after ? to_iso(*day_after) : ""};
            diagnostic.labels.push_back({(*declared_at[index])->name.span, plain("hier ook", "here too")});
            context.report(std::move(diagnostic));
        }
        calendars.push_back(std::move(calendar));
        declared_at.push_back(&declared);
    }
    // INVARIANT of Calendars: no two overlap. With an overlap there is no rule set, and nothing asks for a calendar.
    if (!context.diagnostics.has_errors()) context.rules.calendars = Calendars(std::move(calendars));
}

model::Phase resolve_phase(Context& context, const Declared<ast::Phase>& declared) {
    const ast::Phase& phase = *declared.node;
    model::Phase result;
    result.name = phase.name.text;
    result.title = phase.title ? phase.title->value : "";
    result.days.first = phase.first;
    result.days.last = phase.last;
    const auto report_empty = [&](Localized why, Localized way_out) {
        context.report(Code::F078, phase.span, {std::move(why), std::move(way_out)});
    };
    const bool counts = phase.kind == ast::Phase::Kind::days || phase.kind == ast::Phase::Kind::from_day ||
                        phase.kind == ast::Phase::Kind::study_weeks;
    if (counts && !declared.declaration->incomplete) {
        if (phase.first < 1) {
            report_empty(plain("`dag 1` is de startdatum zelf; een dag 0 is er niet",
                               "`day 1` is the start date itself; there is no day 0"),
                         plain("begin bij 1", "begin at 1"));
        } else if (phase.kind != ast::Phase::Kind::from_day && phase.last < phase.first) {
            report_empty(plain("het einde ligt voor het begin", "the end lies before the beginning"),
                         plain("schrijf de vroegste eerst", "write the earliest first"));
        }
    }
    switch (phase.kind) {
        case ast::Phase::Kind::days: result.days.kind = PhaseSpan::Kind::days; break;
        case ast::Phase::Kind::from_day: result.days.kind = PhaseSpan::Kind::from_day; break;
        case ast::Phase::Kind::before_start: result.days.kind = PhaseSpan::Kind::before_start; break;
        case ast::Phase::Kind::study_weeks: result.days.kind = PhaseSpan::Kind::study_weeks; break;
        case ast::Phase::Kind::dates:
            result.days.kind = PhaseSpan::Kind::dates;
            if (const auto days = read_days(context, *declared.file, phase.from, phase.to)) result.days.dates = *days;
            break;
    }
    return result;
}

}  // namespace

void resolve_calendar(Context& context) {
    resolve_calendars(context);
    for (const Declared<ast::Phase>& declared : context.declared.phases) {
        context.rules.phases.push_back(resolve_phase(context, declared));
    }
}

}  // namespace wegwijzer::checking
