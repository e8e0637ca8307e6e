// tabel and voorbeeld: declarations in which lines and bars count (language.md section 5).
#pragma once

#include "dsl/grammar/declarations.h"

namespace wegwijzer::grammar {

// ---- tabel: one line per row ----

struct row_bar : seq<opens_line, mark<'|'>> {};
struct bar : seq<on_line, mark<'|'>> {};
struct double_bar : seq<on_line, mark<code::double_bar>> {};

struct table_head : node<NodeKind::table_head, row_bar, term, star<bar, term>, double_bar, name, opt<bar>> {};
struct test : sor<node<NodeKind::test_any, mark<'-'>, ahead<sor<bar, double_bar>>>,
                  node<NodeKind::test_unknown, word<Word::unknown>>, node<NodeKind::test_compare, compare_op, value>,
                  node<NodeKind::test_range, value, word<Word::to>, value>, node<NodeKind::test_values, list<value>>> {
};
struct table_row
    : line_item<row_bar, node<NodeKind::table_row, row_bar, test, star<bar, test>, double_bar, term, opt<bar>>,
                Resume::any_line> {};
struct hit
    : clause<NodeKind::hit_clause, word<Word::hit>,
             sor<node<NodeKind::hit_unique, word<Word::unique>>, node<NodeKind::hit_first, word<Word::first_hit>>>> {};
struct table : declaration<NodeKind::table, seq<word<Word::table>, name, opt<title>, mark<':'>, type, hit, table_head>,
                           clauses<table_row, Resume::any_line>, Resume::any_line> {};

// ---- voorbeeld ----

struct on_clause : clause<NodeKind::on_clause, word<Word::on>, date> {};
struct example_set : clause<NodeKind::set_clause, word<Word::set>, name, word<Word::set_to>, fixed> {};

// A value of the student: any name but a clause of the voorbeeld. Behind the word of a clause stands no number or text.
struct number_or_text : sor<integer_lexeme, lexeme<code::decimal, Wanted::number>, text_lexeme> {};
template <Word W>
struct opens_clause : seq<word<W>, not_ahead<on_line, number_or_text>> {};
struct clause_ahead : not_ahead<sor<opens_clause<Word::given>, opens_clause<Word::expect>, seq<word<Word::on>, date>,
                                    seq<word<Word::set>, name_lexeme, word<Word::set_to>>>> {};
struct given_value
    : line_item<seq<clause_ahead, name_lexeme>, node<NodeKind::given_value, name, on_line, fixed>, Resume::any_line> {};
struct given_student : node<NodeKind::given_student, word<Word::given_student>, star<given_value>> {};

struct cell : node<NodeKind::cell, lexeme<code::cell, Wanted::cell>> {};
struct given_row : line_item<row_bar, node<NodeKind::given_row, row_bar, plus<on_line, cell, on_line, mark<'|'>>>,
                             Resume::any_line> {};
struct given_series : node<NodeKind::given_series, word<Word::given>, name,
                           opt<node<NodeKind::complete_to, word<Word::complete_to>, date>>,
                           sor<node<NodeKind::given_none, word<Word::none>>, plus<given_row>>> {};

// One verwacht, one line.
struct expected_name
    : seq<on_line,
          not_ahead<sor<seq<word<Word::by>, name_lexeme>, seq<word<Word::through>, name_lexeme>,
                        seq<word<Word::from_date>, date>, seq<word<Word::due>, date>,
                        seq<word<Word::priority>, integer_lexeme>, word<Word::suppressed>,
                        seq<word<Word::severity>, level>, word<Word::undetermined>, word<Word::possibly_higher>>>,
          name> {};
struct possibly_higher : node<NodeKind::possibly_higher, word<Word::possibly_higher>> {};
struct expected_outcome : seq<on_line, sor<seq<word<Word::severity>, level, opt<on_line, possibly_higher>>,
                                           possibly_higher, node<NodeKind::undetermined, word<Word::undetermined>>,
                                           node<NodeKind::not_applicable, word<Word::not_applicable>>>> {};
template <NodeKind Kind, Word W>
struct expected_signal : node<Kind, word<W>, opt<expected_name>, opt<expected_outcome>> {};
template <NodeKind Kind, Word W>
struct expected_advice
    : node<Kind, word<W>, opt<expected_name>, opt<on_line, node<NodeKind::in_line, word<Word::in_line>, line_name>>,
           opt<on_line, by>, opt<on_line, through>,
           opt<on_line, node<NodeKind::from_date, word<Word::from_date>, date>>,
           opt<on_line, node<NodeKind::due, word<Word::due>, date>>,
           opt<on_line, node<NodeKind::priority_clause, word<Word::priority>, integer>>,
           opt<on_line, node<NodeKind::suppressed, word<Word::suppressed>>>> {};
template <NodeKind Kind, Word W>
struct expected_value : node<Kind, word<W>, on_line, name,
                             sor<node<NodeKind::equals_value, mark<'='>, fixed>,
                                 node<NodeKind::is_unknown, word<Word::is>, word<Word::unknown>>>> {};
struct expect : clause<NodeKind::expect_clause, word<Word::expect>,
                       sor<expected_value<NodeKind::expect_concept, Word::concept_>,
                           expected_value<NodeKind::expect_parameter, Word::parameter>,
                           seq<opt<node<NodeKind::expect_not, word<Word::no_event>>>,
                               sor<expected_signal<NodeKind::expect_signal, Word::signal>,
                                   expected_signal<NodeKind::expect_strength, Word::strength>,
                                   expected_signal<NodeKind::expect_opportunity, Word::opportunity>,
                                   expected_advice<NodeKind::expect_advice, Word::advice>,
                                   expected_advice<NodeKind::expect_plan, Word::plan>>>>> {};
struct example : declaration<NodeKind::example, seq<word<Word::example>, title>,
                             clauses<sor<on_clause, given_student, given_series, example_set, expect>>> {};

}  // namespace wegwijzer::grammar
