// Declarations and their clauses (language.md section 5), but for tabel and voorbeeld.
#pragma once

#include "dsl/grammar/expressions.h"

namespace wegwijzer::grammar {

template <NodeKind Kind, class... Rules>
using clause = node<Kind, Rules...>;
using no_clauses = clauses<pegtl::failure>;

struct citation : clause<NodeKind::citation, word<Word::source>, name, opt<text>> {};
struct justified : sor<clause<NodeKind::motivation, word<Word::justification>, text>,
                       clause<NodeKind::legal_basis, word<Word::legal_basis>, text>> {};

// ---- pack, use, source ----

struct pack_clause : sor<clause<NodeKind::version_clause, word<Word::version>,
                                node<NodeKind::version, sor<lexeme<code::version, Wanted::version>>>>,
                         clause<NodeKind::language_clause, word<Word::language>,
                                node<NodeKind::word, any_word<Word::language_nl, Word::language_en>>>,
                         clause<NodeKind::valid_clause, word<Word::valid_from>, date, opt<word<Word::to>, date>>,
                         clause<NodeKind::owner_clause, word<Word::owner>, text>,
                         clause<NodeKind::purpose_clause, word<Word::purpose>, text>,
                         clause<NodeKind::legal_ground_clause, word<Word::legal_ground>, text>,
                         clause<NodeKind::crisis_route_clause, word<Word::crisis_route>, text>,
                         clause<NodeKind::retain_clause, word<Word::retain>, length>> {};
struct pack : declaration<NodeKind::pack, seq<word<Word::pack>, name, opt<title>>, clauses<pack_clause>> {};
struct use : declaration<NodeKind::use, seq<word<Word::use>, name>, no_clauses> {};
struct source : declaration<NodeKind::source, seq<word<Word::source>, name, title>, no_clauses> {};

// ---- data ----

struct bounds : node<NodeKind::bounds, word<Word::from>, signed_number, word<Word::to>, signed_number> {};
struct choice_value : node<NodeKind::choice_value, name, opt<text>> {};
struct type
    : sor<node<NodeKind::type_choice, word<Word::choice_of>, list<choice_value>,
               opt<node<NodeKind::ascending, word<Word::ascending>>>>,
          node<NodeKind::type_number, word<Word::type_number>, opt<word<Word::in_>, unit>, opt<bounds>>,
          node<NodeKind::type_integer, word<Word::type_integer>, opt<bounds>>,
          node<NodeKind::type_key, word<Word::type_key>>, node<NodeKind::type_text, word<Word::type_text>>,
          node<NodeKind::type_grade, word<Word::type_grade>>,
          node<NodeKind::type_percentage, word<Word::type_percentage>,
               opt<node<NodeKind::as_fraction, word<Word::as_fraction>>>>,
          node<NodeKind::type_date, word<Word::type_date>>, node<NodeKind::type_duration, word<Word::type_duration>>,
          node<NodeKind::type_boolean, word<Word::yes>, mark<'/'>, word<Word::no>>> {};
struct privacy : sor<node<NodeKind::confidential, word<Word::confidential>>,
                     node<NodeKind::needs_motivation, word<Word::with_justification>>,
                     node<NodeKind::special, word<Word::special>>, node<NodeKind::audit_only, word<Word::audit_only>>> {
};
struct field_mark
    : sor<node<NodeKind::mark_start, word<Word::mark_start>>, node<NodeKind::mark_mentor, word<Word::mark_mentor>>,
          node<NodeKind::mark_name, word<Word::mark_name>>,
          node<NodeKind::mark_from_column, word<Word::from_column>, text>, privacy> {};
// A field and its marks stand on one line (rule 4).
struct field
    : line_item<seq<opens_line, name_lexeme>,
                node<NodeKind::field, name, mark<':'>, on_line, type, star<on_line, field_mark>>, Resume::any_line> {};
struct student_data : declaration<NodeKind::student_data, word<Word::student_data>, clauses<field, Resume::any_line>,
                                  Resume::any_line> {};

struct series_head : seq<word<Word::series>, name, mark<','>, name, star<on_line, privacy>,
                         opt<node<NodeKind::last_counts_per, word<Word::last_counts_per>, name>>> {};
struct series : declaration<NodeKind::series, series_head, clauses<field, Resume::any_line>, Resume::any_line> {};

// ---- calendar ----

struct calendar_head
    : seq<word<Word::calendar>, name, node<NodeKind::span_clause, word<Word::from>, date, word<Word::to>, date>> {};
struct holiday : clause<NodeKind::holiday_clause, word<Word::holiday>, name, date, opt<word<Word::to>, date>> {};
struct calendar : declaration<NodeKind::calendar, calendar_head, clauses<holiday>> {};

struct phase_days
    : sor<node<NodeKind::phase_days, word<Word::from_day>, integer, word<Word::to_day>, integer>,
          node<NodeKind::phase_study_weeks, word<Word::from_study_week>, integer, word<Word::to_study_week>, integer>,
          node<NodeKind::phase_from_day, word<Word::from_day_on>, integer>,
          node<NodeKind::phase_before_start, word<Word::before_start>>,
          node<NodeKind::phase_dates, word<Word::from>, date, word<Word::to>, date>> {};
struct phase : declaration<NodeKind::phase, seq<word<Word::phase>, name, opt<title>, phase_days>, no_clauses> {};

// ---- model ----

struct cluster : declaration<NodeKind::cluster, seq<word<Word::cluster>, name, opt<title>>, no_clauses> {};
struct factor_clause : sor<clause<NodeKind::in_cluster, word<Word::in_>, name>, citation> {};
struct factor : declaration<NodeKind::factor, seq<word<Word::factor>, name, opt<title>>, clauses<factor_clause>> {};

struct line_name : node<NodeKind::word,
                        any_word<Word::line_first, Word::line_second, Word::line_external, Word::line_organisation>> {};
struct role_clause : sor<clause<NodeKind::line, word<Word::line>, line_name>,
                         clause<NodeKind::person_clause, word<Word::person>, name>,
                         clause<NodeKind::expert_in_clause, word<Word::expert_in>, text>,
                         clause<NodeKind::capacity_clause, word<Word::capacity>, integer, word<Word::per_week>>> {};
struct role : declaration<NodeKind::role, seq<word<Word::role>, name, opt<title>>, clauses<role_clause>> {};

// ---- parameters and concepts ----

struct parameter_head : seq<word<Word::parameter>, name, opt<title>, mark<':'>, type,
                            opt<node<NodeKind::default_value, mark<'='>, fixed>>> {};
struct parameter_clause : sor<clause<NodeKind::between_clause, word<Word::between>, fixed, word<Word::and_>, fixed>,
                              citation, clause<NodeKind::owner_clause, word<Word::owner>, text>> {};
struct parameter : declaration<NodeKind::parameter, parameter_head, clauses<parameter_clause>> {};

struct set_clause : sor<clause<NodeKind::condition_for, word<Word::for_>, inline_>,
                        clause<NodeKind::because_clause, word<Word::because>, text>, justified> {};
struct set_
    : declaration<NodeKind::set, seq<word<Word::set>, name, word<Word::set_to>, node<NodeKind::value_clause, fixed>>,
                  clauses<set_clause>> {};

struct concept_value : node<NodeKind::value_clause, mark<'='>, condition> {};
struct concept_
    : declaration<NodeKind::concept_, seq<word<Word::concept_>, name, opt<title>, concept_value>, no_clauses> {};

// ---- signals ----

struct level : node<NodeKind::level, any_word<Word::low, Word::medium, Word::high>> {};
struct explanation : node<NodeKind::template_text, plus<sor<lexeme<code::template_text, Wanted::text>, text_lexeme>>> {
};
struct signal_clause
    : sor<clause<NodeKind::factor_clause, word<Word::factor>, name>,
          clause<NodeKind::in_phase_clause, word<Word::in_phase>, list<name>>,
          clause<NodeKind::if_clause, word<Word::if_>, condition>,
          clause<NodeKind::severity_clause, word<Word::severity>, level, word<Word::if_>, condition>,
          clause<NodeKind::unless_clause, word<Word::unless>, condition>,
          clause<NodeKind::weight_clause, word<Word::weight>, signed_number>,
          clause<NodeKind::explanation_clause, word<Word::explanation>, explanation>, citation, justified> {};
template <NodeKind Kind, Word W>
struct signal_declaration : declaration<Kind, seq<word<W>, name, opt<title>>, clauses<signal_clause>> {};
struct signal : signal_declaration<NodeKind::signal, Word::signal> {};
struct strength : signal_declaration<NodeKind::strength, Word::strength> {};
struct opportunity : signal_declaration<NodeKind::opportunity, Word::opportunity> {};

// ---- interventions ----

struct by : node<NodeKind::by, word<Word::by>, name> {};
struct through : node<NodeKind::through, word<Word::through>, name> {};
struct intervention_clause : sor<by, through, clause<NodeKind::directly_clause, word<Word::directly>>,
                                 clause<NodeKind::with_consent_clause, word<Word::with_consent>>,
                                 clause<NodeKind::without_consent_clause, word<Word::without_consent>>,
                                 clause<NodeKind::duration_clause, word<Word::duration>, length>,
                                 clause<NodeKind::question_clause, word<Word::question>, text>,
                                 clause<NodeKind::not_together_clause, word<Word::not_together_with>, name>,
                                 clause<NodeKind::not_in_phase_clause, word<Word::not_in_phase>, list<name>>,
                                 clause<NodeKind::not_before_day_clause, word<Word::not_before_day>, integer>,
                                 clause<NodeKind::only_after_clause, word<Word::only_after>, name>,
                                 clause<NodeKind::at_most_once_clause, word<Word::at_most_once_per>, term_length>,
                                 clause<NodeKind::reinforces_clause, word<Word::reinforces>, name>,
                                 clause<NodeKind::factor_clause, word<Word::factor>, name>, citation, justified> {};
struct intervention : declaration<NodeKind::intervention, seq<word<Word::intervention>, name, opt<title>>,
                                  clauses<intervention_clause>> {};

// ---- policies and plans ----

struct within : node<NodeKind::within, word<Word::within>, term_length> {};
struct policy_clause : sor<clause<NodeKind::if_clause, word<Word::if_>, condition>,
                           clause<NodeKind::unless_clause, word<Word::unless>, condition>,
                           clause<NodeKind::advise_clause, word<Word::advise>, list<name>, opt<by>,
                                  opt<sor<within, node<NodeKind::due, word<Word::due>, day>>>>,
                           clause<NodeKind::priority_clause, word<Word::priority>, integer>,
                           clause<NodeKind::urgent_clause, word<Word::urgent>>,
                           clause<NodeKind::overrides_clause, word<Word::overrides>, name>, citation, justified> {};
struct policy : declaration<NodeKind::policy, seq<word<Word::policy>, name, opt<title>>, clauses<policy_clause>> {};

struct step
    : clause<NodeKind::step_clause, word<Word::step>, integer, name, opt<by>,
             opt<sor<within, node<NodeKind::after, word<Word::after>, term_length>,
                     node<NodeKind::in_study_week, word<Word::in_study_week>, count, opt<word<Word::to>, count>>>>> {};
struct plan_clause : sor<clause<NodeKind::goal_clause, word<Word::goal>, condition>, step,
                         clause<NodeKind::review_clause, word<Word::review_every>, length>,
                         clause<NodeKind::evaluate_clause, word<Word::evaluate_after>, length>, citation, justified> {};
struct plan : declaration<NodeKind::plan, seq<word<Word::plan>, name, opt<title>>, clauses<plan_clause>> {};

}  // namespace wegwijzer::grammar
