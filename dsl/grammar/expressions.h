// Conditions and expressions (language.md section 4). One `term` with an optional tail serves for values and conditions
// alike: alternatives for the two would be exponential in nested parentheses.
#pragma once

#include "dsl/grammar/literals.h"

namespace wegwijzer::grammar {

struct term;
struct inline_;
struct member;     // lid
struct condition;  // conditie

// ---- comparisons ----

struct compare_op : sor<node<NodeKind::less, mark<'<'>>, node<NodeKind::less_equal, mark<code::less_equal>>,
                        node<NodeKind::greater, mark<'>'>>, node<NodeKind::greater_equal, mark<code::greater_equal>>,
                        node<NodeKind::equal, mark<'='>>, node<NodeKind::not_equal, mark<code::not_equal>>> {};
struct not_mark : node<NodeKind::not_mark, word<Word::not_>> {};

template <class Part>
struct is_tail
    : sor<node<NodeKind::known, word<Word::known>>, node<NodeKind::unknown, word<Word::unknown>>,
          node<NodeKind::not_known, word<Word::not_>, word<Word::known>>,
          seq<opt<not_mark>, sor<node<NodeKind::one_of, word<Word::one_of>, list<value>>,
                                 node<NodeKind::between, word<Word::between>, Part, word<Word::and_>, Part>, value>>> {
};
template <class Part>
struct tail : sor<seq<may_break_here, compare_op, Part>, node<NodeKind::is, word<Word::is>, is_tail<Part>>> {};

// ---- filters, periods, aggregates ----

struct bare_comparison : node<NodeKind::comparison, sor<student_ref, name_ref>, opt<tail<value>>> {};
struct filter : node<NodeKind::filter, word<Word::with>,
                     sor<node<NodeKind::filter_in_parentheses, mark<'('>, nested<inline_>, mark<')'>>,
                         node<NodeKind::not_, word<Word::not_>, bare_comparison>, bare_comparison>> {};

struct period_in_last : node<NodeKind::period_last, word<Word::in_last>, term_length> {};
// `in fase` that opens a line is the clause (rule 3).
struct period_in_phase
    : seq<not_ahead<opens_line, word<Word::in_phase>>, node<NodeKind::period_phase, word<Word::in_phase>, name>> {};
struct period
    : seq<sor<period_in_last,
              node<NodeKind::period_study_weeks, word<Word::in_study_week>, count, opt<word<Word::to>, count>>,
              period_in_phase, node<NodeKind::period_this_academic_year, word<Word::in_this_academic_year>>,
              node<NodeKind::period_any, word<Word::in_any>, term_length>,
              node<NodeKind::period_since_start, word<Word::since_start>>,
              node<NodeKind::period_since, word<Word::since>, day>,
              node<NodeKind::period_between, word<Word::from>, day, word<Word::to>, day>>,
          opt<node<NodeKind::within_academic_year, mark<','>, word<Word::within_academic_year>>>> {};

struct series_name : sor<name, node<NodeKind::signal_series, word<Word::signal>>> {};
struct selection : node<NodeKind::selection, series_name, opt<filter>, opt<period>> {};

template <NodeKind Kind, Word W>
struct field_aggregate : node<Kind, word<W>, name, word<Word::of>, selection> {};
struct aggregate
    : sor<field_aggregate<NodeKind::count_distinct, Word::count_distinct>,
          node<NodeKind::count, word<Word::count>, selection>, field_aggregate<NodeKind::sum, Word::sum>,
          field_aggregate<NodeKind::average, Word::average>, field_aggregate<NodeKind::highest, Word::highest>,
          field_aggregate<NodeKind::lowest, Word::lowest>, field_aggregate<NodeKind::first, Word::first>,
          field_aggregate<NodeKind::last, Word::last>,
          node<NodeKind::change, word<Word::change_of>, name, word<Word::of>,
               node<NodeKind::selection, series_name, opt<filter>, period_in_last>>,
          node<NodeKind::time_since_last, word<Word::time_since_last>,
               node<NodeKind::selection, series_name, opt<filter>>>,
          node<NodeKind::longest_run_days, word<Word::longest_run_days>, selection>,
          node<NodeKind::longest_run, word<Word::longest_run>, selection>> {};

// ---- terms ----

struct conditional : node<NodeKind::conditional, word<Word::if_>, nested<inline_>, word<Word::then>, nested<term>,
                          word<Word::else_>, nested<term>> {};
struct severity_of : node<NodeKind::severity_of, word<Word::severity_of_signal>, name> {};
struct parentheses : node<NodeKind::parentheses, mark<'('>, nested<inline_>, mark<')'>> {};
struct primary : sor<literal, aggregate, conditional, severity_of, reference_date, student_ref, parentheses, name_ref> {
};
struct signed_primary : sor<node<NodeKind::negate, mark<'-'>, primary>, primary> {};

struct multiply_op : seq<may_break_here, sor<node<NodeKind::multiply, mark<'*'>>, node<NodeKind::divide, mark<'/'>>>> {
};
struct add_op : seq<may_break_here, sor<node<NodeKind::add, mark<'+'>>, node<NodeKind::subtract, mark<'-'>>>> {};
struct product : node<NodeKind::product, signed_primary, star<multiply_op, signed_primary>> {};
struct term : node<NodeKind::term, product, star<add_op, product>> {};

// ---- conditions ----

struct at_least_n : seq<node<NodeKind::quantifier_at_least, word<Word::at_least>>, count> {};
struct at_most_n : seq<node<NodeKind::quantifier_at_most, word<Word::at_most>>, count> {};
struct exactly_n : seq<node<NodeKind::quantifier_exactly, word<Word::exactly>>, count> {};
struct exists : node<NodeKind::exists,
                     sor<at_least_n, at_most_n, exactly_n,
                         seq<node<NodeKind::quantifier_none, word<Word::no_event>>, no_clause_line>>,
                     selection> {};

struct comparison : node<NodeKind::comparison, term, opt<tail<term>>> {};
struct member : sor<node<NodeKind::not_, word<Word::not_>, nested<member>>, exists,
                    node<NodeKind::signal_ref, word<Word::signal>, name>,
                    node<NodeKind::strength_ref, word<Word::strength>, name>,
                    node<NodeKind::opportunity_ref, word<Word::opportunity>, name>, comparison> {};
struct connective
    : seq<may_break_here, sor<node<NodeKind::and_, word<Word::and_>>, node<NodeKind::or_, word<Word::or_>>>> {};
struct inline_ : node<NodeKind::condition, member, star<connective, member>> {};

// ---- bullets ----

struct quantifier_of
    : sor<node<NodeKind::quantifier_all, word<Word::all_of>>, node<NodeKind::quantifier_none, word<Word::none_of>>,
          seq<sor<at_least_n, at_most_n, exactly_n>, word<Word::of>>> {};
struct bullet : node<NodeKind::bullet, node<NodeKind::dashes, dashes>, nested<condition>> {};
struct bullets : node<NodeKind::bullets, quantifier_of, mark<':'>,
                      bullet_level<plus<line_item<dashes, bullet, Resume::bullet_line>>>> {};
struct condition : sor<bullets, inline_> {};

}  // namespace wegwijzer::grammar
