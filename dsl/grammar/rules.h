// The building blocks of the grammar. It reads a string of lexeme codes (dsl/parse/lexeme.h), one byte each, so that
// PEGTL's own combinators do the work; the rules here look at the lexeme behind the byte, in the language of the pack.
//
// No rule raises: what the grammar wanted at the furthest lexeme it reached is the message (dsl/parse/reading.h).
#pragma once

#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/analyze_traits.hpp>

#include "dsl/parse/reading.h"

namespace wegwijzer::grammar {

namespace pegtl = tao::pegtl;
using parsing::NodeKind;
using parsing::Reading;
using parsing::Wanted;
using pegtl::at;
using pegtl::not_at;
using pegtl::opt;
using pegtl::plus;
using pegtl::seq;
using pegtl::sor;
using pegtl::star;

using Input = pegtl::memory_input<pegtl::tracking_mode::lazy, pegtl::eol::lf, const char*>;

// Parentheses, `niet`, `als … dan` and bullets inside each other. More is an error, not a stack that overflows.
inline constexpr int most_nesting = 100;

inline std::size_t index_of(const Input& in, const Reading& reading) {
    return static_cast<std::size_t>(in.current() - reading.codes().data());
}

// What a rule added to the syntax nodes goes when the rule fails.
template <class Rule>
struct control : pegtl::normal<Rule> {
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t nodes = reading.node_count();
        if (pegtl::normal<Rule>::template match<A, M, Action, Control>(in, reading)) return true;
        reading.drop(nodes);
        return false;
    }
};

// ---- lexemes --------------------------------------------------------------------------------------------------------

template <char Code, Wanted wanted>
struct lexeme {
    using rule_t = lexeme;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        if (!in.empty() && *in.current() == Code) {
            in.bump_in_this_line(1);
            return true;
        }
        reading.missed(index_of(in, reading), {.wanted = wanted, .mark = Code});
        return false;
    }
};
template <char Code>
struct mark : lexeme<Code, Wanted::mark> {};

// A word of the language, of one part or more.
template <Word W>
struct word {
    using rule_t = word;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t length = reading.match_word(W, index_of(in, reading));
        in.bump_in_this_line(length);
        return length > 0;
    }
};
template <Word... Ws>
struct any_word : sor<word<Ws>...> {};

struct name_lexeme {
    using rule_t = name_lexeme;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t index = index_of(in, reading);
        if (reading.is_name(index)) {
            in.bump_in_this_line(1);
            return true;
        }
        reading.missed(index, {.wanted = Wanted::name});
        return false;
    }
};

// `EC`, `SBU`, `uur`, `euro`
struct unit_lexeme {
    using rule_t = unit_lexeme;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t index = index_of(in, reading);
        if (reading.is_unit(index)) {
            in.bump_in_this_line(1);
            return true;
        }
        reading.missed(index, {.wanted = Wanted::unit});
        return false;
    }
};

// ---- lines ----------------------------------------------------------------------------------------------------------

// The next lexeme stands on the line of the one before it.
struct on_line {
    using rule_t = on_line;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t index = index_of(in, reading);
        if (!in.empty() && !reading.lexemes()[index].opens_line) return true;
        reading.missed(index, {.wanted = Wanted::same_line});
        return false;
    }
};
struct opens_line {
    using rule_t = opens_line;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        return !in.empty() && reading.lexemes()[index_of(in, reading)].opens_line;
    }
};

// No line that opens with a clause word: English `no` at the end of a clause is `nee`, not `geen` of the next word.
struct no_clause_line {
    using rule_t = no_clause_line;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t index = index_of(in, reading);
        if (in.empty() || !reading.lexemes()[index].opens_line || !reading.opens_clause(index)) return true;
        reading.missed(index, {.wanted = Wanted::name});
        return false;
    }
};

// `en`, `of` and operators: inside a bullet they don't open a line (language.md section 2, rule 2).
struct may_break_here {
    using rule_t = may_break_here;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        return in.empty() || reading.bullet_level == 0 || !reading.lexemes()[index_of(in, reading)].opens_line;
    }
};

// ---- structure ------------------------------------------------------------------------------------------------------

template <NodeKind Kind, class... Rules>
struct node {
    using rule_t = node;
    using subs_t = pegtl::type_list<Rules...>;
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t opened = reading.open(Kind, index_of(in, reading));
        if (!Control<seq<Rules...>>::template match<A, pegtl::rewind_mode::required, Action, Control>(in, reading)) {
            reading.drop(opened);
            return false;
        }
        reading.close(opened, index_of(in, reading));
        return true;
    }
};

// Looks ahead without a trace in the messages.
template <class... Rules>
struct silent {
    using rule_t = silent;
    using subs_t = pegtl::type_list<Rules...>;
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        ++reading.quiet;
        const bool matched = Control<seq<Rules...>>::template match<A, M, Action, Control>(in, reading);
        --reading.quiet;
        return matched;
    }
};
template <class... Rules>
struct ahead : silent<at<Rules...>> {};
template <class... Rules>
struct not_ahead : silent<not_at<Rules...>> {};

template <class... Rules>
struct nested {
    using rule_t = nested;
    using subs_t = pegtl::type_list<Rules...>;
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        if (reading.depth >= most_nesting) {
            reading.nested_too_deep(index_of(in, reading));
            return false;
        }
        ++reading.depth;
        const bool matched = Control<seq<Rules...>>::template match<A, M, Action, Control>(in, reading);
        --reading.depth;
        return matched;
    }
};

// One level of bullets deeper.
template <class... Rules>
struct bullet_level {
    using rule_t = bullet_level;
    using subs_t = pegtl::type_list<Rules...>;
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        ++reading.bullet_level;
        const bool matched = Control<seq<Rules...>>::template match<A, M, Action, Control>(in, reading);
        --reading.bullet_level;
        return matched;
    }
};

// The dashes of this level.
struct dashes {
    using rule_t = dashes;
    using subs_t = pegtl::empty_list;
    template <pegtl::apply_mode, pegtl::rewind_mode, template <class...> class, template <class...> class>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t index = index_of(in, reading);
        if (!in.empty() && *in.current() == parsing::code::bullet &&
            reading.bullet_length(index) == reading.bullet_level) {
            in.bump_in_this_line(1);
            return true;
        }
        reading.missed(index, {.wanted = Wanted::bullet});
        return false;
    }
};

// ---- recovery -------------------------------------------------------------------------------------------------------

using parsing::Resume;

// Reads Part once more from lexeme `from`, with clause words that open a line as barriers: where a value swallowed the
// next clause, the place where it should have stopped is the mistake.
template <class Part, template <class...> class Action, template <class...> class Control>
void try_with_barrier(Reading& reading, std::size_t from) {
    if (!reading.raise_barrier()) return;
    const std::size_t kept = reading.node_count();
    Input again(reading.codes().data() + from, reading.codes().data() + reading.codes().size(), "");
    static_cast<void>(
        Control<Part>::template match<pegtl::apply_mode::nothing, pegtl::rewind_mode::required, Action, Control>(
            again, reading));
    reading.drop(kept);
    reading.lower_barrier();
}

// A part that begins with Start and ends where a line begins (or, between clauses, with a clause word). When it can't be
// read that far, it is noted and passed over.
template <class Start, class Part, Resume resume>
struct line_item {
    using rule_t = line_item;
    using subs_t = pegtl::type_list<Start, Part>;
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        if (!Control<at<Start>>::template match<A, M, Action, Control>(in, reading)) return false;
        const std::size_t begin = index_of(in, reading);
        const std::size_t nodes = reading.node_count();
        const bool matched =
            Control<Part>::template match<A, pegtl::rewind_mode::required, Action, Control>(in, reading);
        const std::size_t end = index_of(in, reading);
        if (matched && reading.ends_item(end, resume)) return true;
        reading.drop(nodes);
        reading.begin_failure(begin, end);
        try_with_barrier<Part, Action, Control>(reading, begin);
        in.bump_in_this_line(reading.end_failure(resume) - end);
        return true;
    }
};

// The clauses of a declaration, up to its end. A clause that can't be read is noted and passed over, up to the next line
// that opens with a clause word (or the next line at all).
template <class Clause, Resume resume = Resume::clause_line>
struct clauses {
    using rule_t = clauses;
    using subs_t = pegtl::type_list<Clause>;
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        bool has_previous = false;  // with nodes of its own, which go when a rest makes it something else
        std::size_t previous = 0;   // at first the head
        std::size_t previous_nodes = 0;
        while (!in.empty()) {
            const std::size_t begin = index_of(in, reading);
            const std::size_t nodes = reading.node_count();
            if (Control<Clause>::template match<A, pegtl::rewind_mode::required, Action, Control>(in, reading)) {
                has_previous = true;
                previous = begin;
                previous_nodes = nodes;
                continue;
            }
            // What doesn't open a clause is a rest of the one before.
            const bool is_rest = reading.is_rest(begin, resume);
            if (is_rest && has_previous) reading.drop(previous_nodes);
            reading.begin_failure(is_rest ? previous : begin, begin);
            if (has_previous || !is_rest)
                try_with_barrier<Clause, Action, Control>(reading, is_rest ? previous : begin);
            const std::size_t next = reading.end_failure(resume);
            in.bump_in_this_line(next - begin);
            has_previous = false;
            previous = next;
        }
        return true;
    }
};

// A declaration: its head, then its clauses, also when the head could not be read.
template <NodeKind Kind, class Head, class Body, Resume resume = Resume::clause_line>
struct declaration {
    using rule_t = declaration;
    using subs_t = pegtl::type_list<Head, Body>;
    template <pegtl::apply_mode A, pegtl::rewind_mode M, template <class...> class Action,
              template <class...> class Control>
    [[nodiscard]] static bool match(Input& in, Reading& reading) {
        const std::size_t opened = reading.open(Kind, index_of(in, reading));
        if (!Control<Head>::template match<A, pegtl::rewind_mode::required, Action, Control>(in, reading)) {
            reading.begin_failure(0, 0);
            try_with_barrier<Head, Action, Control>(reading, 0);
            in.bump_in_this_line(reading.end_failure(resume));
        } else if (!in.empty() && !reading.ends_item(index_of(in, reading), resume)) {
            const std::size_t end = index_of(in, reading);
            reading.begin_failure(0, end);
            try_with_barrier<Head, Action, Control>(reading, 0);
            reading.drop(opened + 1);
            in.bump_in_this_line(reading.end_failure(resume) - end);
        }
        static_cast<void>(Control<Body>::template match<A, M, Action, Control>(in, reading));
        reading.close(opened, index_of(in, reading));
        return true;
    }
};

}  // namespace wegwijzer::grammar

// ---- what `analyze` (does every loop and recursion consume something?) has to know of these rules ----

namespace tao::pegtl {

namespace wg = wegwijzer::grammar;

template <class Name, char Code, wegwijzer::parsing::Wanted wanted>
struct analyze_traits<Name, wg::lexeme<Code, wanted>> : analyze_any_traits<> {};
template <class Name, wegwijzer::Word W>
struct analyze_traits<Name, wg::word<W>> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, wg::name_lexeme> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, wg::unit_lexeme> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, wg::dashes> : analyze_any_traits<> {};
template <class Name>
struct analyze_traits<Name, wg::on_line> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, wg::opens_line> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, wg::no_clause_line> : analyze_opt_traits<> {};
template <class Name>
struct analyze_traits<Name, wg::may_break_here> : analyze_opt_traits<> {};
template <class Name, wegwijzer::parsing::NodeKind Kind, class... Rules>
struct analyze_traits<Name, wg::node<Kind, Rules...>> : analyze_traits<Name, typename seq<Rules...>::rule_t> {};
template <class Name, class... Rules>
struct analyze_traits<Name, wg::silent<Rules...>> : analyze_traits<Name, typename seq<Rules...>::rule_t> {};
template <class Name, class... Rules>
struct analyze_traits<Name, wg::nested<Rules...>> : analyze_traits<Name, typename seq<Rules...>::rule_t> {};
template <class Name, class... Rules>
struct analyze_traits<Name, wg::bullet_level<Rules...>> : analyze_traits<Name, typename seq<Rules...>::rule_t> {};
template <class Name, class Start, class Part, wg::Resume resume>
struct analyze_traits<Name, wg::line_item<Start, Part, resume>> : analyze_traits<Name, typename seq<Part>::rule_t> {};
template <class Name, class Clause, wg::Resume resume>
struct analyze_traits<Name, wg::clauses<Clause, resume>> : analyze_traits<Name, typename star<Clause>::rule_t> {};
template <class Name, wegwijzer::parsing::NodeKind Kind, class Head, class Body, wg::Resume resume>
struct analyze_traits<Name, wg::declaration<Kind, Head, Body, resume>>
    : analyze_traits<Name, typename seq<Head, Body>::rule_t> {};

}  // namespace tao::pegtl
