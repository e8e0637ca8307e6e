// One function per kind of way out: what a message says in words, as changes of the text. Each offers what may be meant; only what
// stands its trial is found. Which kinds fit which code: ways.def. Internal to dsl/editor.
#pragma once

#include <string>
#include <vector>

#include "dsl/editor/ways_out.h"
#include "dsl/editor/ways_out/parts.h"
#include "dsl/editor/ways_out/spot.h"
#include "dsl/editor/ways_out/trial.h"

namespace wegwijzer::editor {

class Ways {
  public:
    // Both must outlive it.
    Ways(const Spot& spot, const PacksBeside& packs_beside) : spot_(spot), trial_(spot, packs_beside) {}
    [[nodiscard]] const Spot& spot() const { return spot_; }

    // Found when it mends the finding and brings no error. False as well once enough was found or tried.
    bool offer(std::string title, std::vector<Edit> edits);
    // What the finding itself says to write: found although it may show what could not be read before.
    bool offer_exact(std::string title, std::vector<Edit> edits);
    // Mends this finding; what is left of it is another one, with its own way out.
    bool offer_step(std::string title, std::vector<Edit> edits);
    // Mends it but for the `…` in it, which only the author can fill in; the title says so.
    bool offer_to_fill(std::string title, std::vector<Edit> edits);
    // Mends it with a text that reads `…` for now; the title says that the author writes it.
    bool offer_text_to_fill(std::string title, std::vector<Edit> edits);
    // Mends this finding, and shows what is missing there once it is gone: one error on the same line. The title says so.
    bool offer_to_go_on(std::string title, std::vector<Edit> edits);
    // Is there a way that mends it already?
    [[nodiscard]] bool has_found() const { return mending_ > 0; }
    // Not a way out, but something to add to it: not tried.
    void add(std::string title, std::vector<Edit> edits);
    // Of alternatives none is preferred: the author chooses.
    [[nodiscard]] std::vector<WayOut> take();

  private:
    bool offer_as(std::string title, std::vector<Edit> edits, Trial::Standard standard);
    // No two titles are alike.
    [[nodiscard]] std::string entitled(std::string title, const std::vector<Edit>& edits) const;
    [[nodiscard]] bool may_offer(const std::vector<Edit>& edits) const;

    const Spot& spot_;
    Trial trial_;
    std::vector<WayOut> found_;
    std::size_t mending_ = 0;
    std::size_t tried_ = 0;
};

// as_told.cpp: what stands in the message word for word
void write_in_place(Ways& ways);
void write_each_proposal(Ways& ways);
void write_to_fill(Ways& ways);
void add_the_line(Ways& ways);
void add_the_witness(Ways& ways);
void allow_it(Ways& ways);

// remove.cpp
void remove_part(Ways& ways);         // of a list, a condition or a declaration
void remove_either(Ways& ways);       // this one, or one of the others that are shown
void remove_declaration(Ways& ways);  // with what it alone reads
void remove_either_declaration(Ways& ways);
void break_circle(Ways& ways);
void remove_words(Ways& ways);  // just these
void remove_comment(Ways& ways);
void remove_mark(Ways& ways);
void remove_expectation_word(Ways& ways);

// choose.cpp
void choose_name(Ways& ways);
void choose_value(Ways& ways);
void choose_field(Ways& ways);
void choose_role(Ways& ways);
void choose_bound(Ways& ways);
void choose_name_behind(Ways& ways);
void choose_pack(Ways& ways);  // of those that stand beside the pack
void choose_priority(Ways& ways);
void choose_code(Ways& ways);

// measures.cpp: units, types and bounds
void choose_unit(Ways& ways);
void choose_length(Ways& ways);
void make_it_text(Ways& ways);
void stay_within(Ways& ways);

// order.cpp
void swap_ends(Ways& ways);
void swap_conditions(Ways& ways);
void move_behind_the_other(Ways& ways);
void begin_later(Ways& ways);
void move_to_line_before(Ways& ways);
void indent_line(Ways& ways);
void unindent_line(Ways& ways);
void give_next_number(Ways& ways);

// brackets.cpp
void put_brackets_as_told(Ways& ways);
void choose_reading(Ways& ways);
void open_bracket(Ways& ways);
void close_brace(Ways& ways);
void take_into_list(Ways& ways);
void list_both(Ways& ways);
void compare_with_words(Ways& ways);
void split_list(Ways& ways);
void write_or(Ways& ways);
void open_list(Ways& ways);

// spelled_out.cpp: what the message shows in pieces
void write_with_word_before(Ways& ways);
void write_without_rest(Ways& ways);
void write_in_turn(Ways& ways);
void close_text(Ways& ways);
void call_reserved_otherwise(Ways& ways);
void move_to_declaration(Ways& ways);
void write_whole_field(Ways& ways);
void write_whole_period(Ways& ways);

// rename_one.cpp
void rename_either(Ways& ways);
void rename_thing(Ways& ways);
void give_it_a_name(Ways& ways);
void make_one_parameter(Ways& ways);
void make_it_a_parameter(Ways& ways);
void name_deep_part(Ways& ways);
void drop_either_spelling(Ways& ways);

// leave_open.cpp: what only the author knows
void leave_number_open(Ways& ways);
void leave_value_open(Ways& ways);  // beside the word of the finding
void leave_count_open(Ways& ways);
void leave_condition_open(Ways& ways);
void leave_bounds_open(Ways& ways);

// bounds.cpp: conditions and rows that hold too often or too seldom
void need_fewer(Ways& ways);
void keep_one_part(Ways& ways);
void ask_whether_known(Ways& ways);
void let_rows_meet(Ways& ways);

// conditions.cpp: a condition in another place
void share_condition(Ways& ways);
void make_it_a_policy(Ways& ways);  // a signal that reads signals
void move_to_policy(Ways& ways);

// guarded_texts.cpp: sentences that say too much
void leave_out_sentence(Ways& ways);
void say_in_other_words(Ways& ways);
void advise_a_talk(Ways& ways);  // in the place of what may not be advised
void say_as_told(Ways& ways);

// rows.cpp
void take_first_row(Ways& ways);
void fill_row(Ways& ways);
void add_row(Ways& ways);
void add_unknown_row(Ways& ways);
void move_row_up(Ways& ways);
void drop_or_name_column(Ways& ways);
void make_rows(Ways& ways);
void choose_result(Ways& ways);

// add.cpp: lines and words of which the message names the kind
void mark_field(Ways& ways);
void change_priority(Ways& ways);
void put_first_line_before(Ways& ways);
void hand_over(Ways& ways);
void say_when_unknown(Ways& ways);
void advise_it(Ways& ways);
void open_pack(Ways& ways);
void begin_pack(Ways& ways);
void write_reason(Ways& ways);
void write_no_event(Ways& ways);

}  // namespace wegwijzer::editor
