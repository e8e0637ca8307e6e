// Names, numbers, dates and values (language.md section 4, top and `LITERAL`).
#pragma once

#include "dsl/grammar/rules.h"

namespace wegwijzer::grammar {

using parsing::NodeKind;
namespace code = parsing::code;

struct text_lexeme : lexeme<code::text, Wanted::text> {};
struct integer_lexeme : lexeme<code::integer, Wanted::integer> {};

struct name : node<NodeKind::name, name_lexeme> {};
struct text : node<NodeKind::text, plus<text_lexeme>> {};
struct title : node<NodeKind::title, plus<text_lexeme>> {};
struct integer : node<NodeKind::integer, integer_lexeme> {};
struct comma : node<NodeKind::comma, mark<','>> {};
template <class Part>
struct list : seq<Part, star<comma, Part>> {};

struct month : any_word<Word::january, Word::february, Word::march, Word::april, Word::may, Word::june, Word::july,
                        Word::august, Word::september, Word::october, Word::november, Word::december> {};
struct date
    : node<NodeKind::date,
           sor<lexeme<code::date, Wanted::date>, seq<integer_lexeme, on_line, month, on_line, integer_lexeme>>> {};

struct length_unit : any_word<Word::minutes, Word::minute, Word::hours, Word::hour, Word::days, Word::day,
                              Word::working_days, Word::working_day, Word::weeks, Word::week, Word::teaching_weeks,
                              Word::teaching_week, Word::months, Word::month, Word::years, Word::year> {};
struct length : node<NodeKind::length, integer_lexeme, on_line, length_unit> {};

struct number : node<NodeKind::number, sor<integer_lexeme, lexeme<code::decimal, Wanted::number>>> {};
struct unit : node<NodeKind::unit, unit_lexeme> {};
struct points : any_word<Word::percentage_points, Word::percentage_point> {};

struct number_literal : node<NodeKind::number_literal, number> {};
struct literal
    : sor<node<NodeKind::date_literal, date>, node<NodeKind::percent_literal, number, on_line, mark<'%'>>,
          node<NodeKind::points_literal, number, on_line, points>, node<NodeKind::unit_literal, number, on_line, unit>,
          node<NodeKind::length_literal, length>, number_literal, node<NodeKind::text_literal, text>,
          node<NodeKind::true_literal, word<Word::yes>>, node<NodeKind::false_literal, word<Word::no>>> {};

struct signed_literal : sor<node<NodeKind::negate, mark<'-'>, literal>, literal> {};
struct signed_number : sor<node<NodeKind::negate, mark<'-'>, number_literal>, number_literal> {};

struct name_ref : node<NodeKind::name_ref, name> {};
struct student_ref : node<NodeKind::student_ref, word<Word::student>, mark<'.'>, name> {};
struct reference_date : node<NodeKind::reference_date, word<Word::reference_date>> {};

struct value : sor<signed_literal, student_ref, reference_date, name_ref> {};                    // waarde
struct fixed : sor<signed_literal, name_ref> {};                                                 // vast
struct count : sor<integer, name> {};                                                            // N
struct term_length : sor<length, name> {};                                                       // termijn
struct day : sor<node<NodeKind::date_literal, date>, reference_date, student_ref, name_ref> {};  // dag

}  // namespace wegwijzer::grammar
