// Periods: units that count days, days that are days, and windows that can hold one.
#include "dsl/check/expressions.h"
#include "engine/base/date.h"

namespace wegwijzer::checking {

using model::ValueKind;

namespace {

bool is_clock_unit(LengthUnit unit) { return unit == LengthUnit::minutes || unit == LengthUnit::hours; }

}  // namespace

model::ExprId ExpressionChecker::day(ast::ExprId id) {
    const Typed result = value(id);
    if (id.is_none() || !result.type.is_sound) return result.id;
    const Span span = file_.expr(id).span;
    const std::string reference_date = word(file_, Word::reference_date);
    if (result.type.kind() != ValueKind::date) {
        context_.report(Code::F076, span, {context_.quote(span), describe(result.type), reference_date});
        return result.id;
    }
    const bool named = result.id && std::holds_alternative<model::ConceptValue>(context_.rules.expr(result.id).node);
    if (named) {
        context_.report(Code::F076, span, {context_.quote(span), plain("een begrip", "a concept"), reference_date});
    }
    return result.id;
}

// The first period that needs a kalender is the place of the warning that there is none.
void ExpressionChecker::note_calendar_use(Span span) {
    if (!context_.needs_calendar.has_place()) context_.needs_calendar = span;
}

bool ExpressionChecker::check_length(const ast::LengthRef& ref, Span period_span, LengthUnit unit) {
    if (is_clock_unit(unit)) {
        context_.report(Code::F077, ref.span, {context_.quote(ref.span), write_length(file_, 1, LengthUnit::days)});
        return false;
    }
    if (ref.length && ref.length->count == 0) {
        context_.report(Code::F078, ref.span,
                        {plain("een periode van 0 duurt niet", "a period of 0 doesn't last"),
                         plain("schrijf 1 of meer", "write 1 or more")});
        return false;
    }
    if (unit == LengthUnit::teaching_weeks) note_calendar_use(period_span);
    return true;
}

void ExpressionChecker::check_study_weeks(const ast::CountRef& from, const std::optional<ast::CountRef>& to) {
    const auto first = from.number;
    const auto last = to ? to->number : first;
    if (first && *first < 1) {
        context_.report(Code::F078, from.span,
                        {plain("de eerste studieweek is studieweek 1", "the first study week is study week 1"),
                         plain("begin bij 1", "begin at 1")});
    } else if (first && last && *last < *first) {
        context_.report(Code::F078, {from.span.source, from.span.begin, to->span.end},
                        {plain("het einde ligt voor het begin", "the end lies before the beginning"),
                         plain("schrijf de vroegste eerst", "write the earliest first")});
    }
}

void ExpressionChecker::check_day_order(const ast::Period& period) {
    if (period.from.is_none() || period.to.is_none()) return;
    const auto* from = std::get_if<ast::DateLiteral>(&file_.expr(period.from).node);
    const auto* to = std::get_if<ast::DateLiteral>(&file_.expr(period.to).node);
    if (from == nullptr || to == nullptr || from->invalid || to->invalid || from->date <= to->date) return;
    const Span from_span = file_.expr(period.from).span;
    context_.report(Code::F078, {from_span.source, from_span.begin, file_.expr(period.to).span.end},
                    {plain("het einde ligt voor het begin", "the end lies before the beginning"),
                     plain("schrijf de vroegste eerst", "write the earliest first")});
}

model::PeriodId ExpressionChecker::period(const ast::Period& period) {
    model::Period result;
    result.origin = period.span;
    bool evaluated = true;
    switch (period.kind) {
        case ast::Period::Kind::last:
        case ast::Period::Kind::any: {
            result.kind = period.kind == ast::Period::Kind::any ? model::Period::Kind::any : model::Period::Kind::last;
            const auto length = this->length(period.length);
            if (!length) {
                evaluated = false;
                break;
            }
            result.length = *length;
            evaluated = check_length(period.length, period.span, length->length.unit) && evaluated;
            break;
        }
        case ast::Period::Kind::since_start: result.kind = model::Period::Kind::since_start; break;
        case ast::Period::Kind::study_weeks:
            result.kind = model::Period::Kind::study_weeks;
            check_study_weeks(period.first, period.second);
            result.first = count(period.first).id;
            result.last_one = period.second ? count(*period.second).id : result.first;
            break;
        case ast::Period::Kind::phase: {
            result.kind = model::Period::Kind::phase;
            const auto phase = context_.find(context_.symbols.phases, period.phase, NameKind::phase);
            evaluated = phase.has_value();
            if (phase) result.phase = model::PhaseId{*phase};
            break;
        }
        case ast::Period::Kind::between:
            result.kind = model::Period::Kind::between;
            check_day_order(period);
            result.first = day(period.from);
            result.last_one = day(period.to);
            break;
        case ast::Period::Kind::since:
            result.kind = model::Period::Kind::since;
            result.first = day(period.from);
            break;
        case ast::Period::Kind::this_academic_year:
            result.kind = model::Period::Kind::this_academic_year;
            note_calendar_use(period.span);
            break;
    }
    if (period.within_academic_year) {
        result.within_academic_year = true;
        note_calendar_use(period.span);
    }
    if (!evaluated) return {};
    context_.rules.periods.push_back(result);
    return model::PeriodId{context_.rules.periods.size() - 1};
}

}  // namespace wegwijzer::checking
