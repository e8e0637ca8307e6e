// The abstract syntax tree: what the author wrote, unresolved, with the place of every part.
// The grammar is language.md sections 4 and 5; one node kind per construct, the same for Dutch and English words.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "dsl/ast/rules.h"
#include "dsl/ast/token.h"

namespace wegwijzer::ast {

struct Declaration {
    std::variant<Pack, Use, Source, StudentData, Series, Calendar, Phase, Cluster, Factor, Role, Parameter, Set,
                 Concept, Signal, Intervention, Policy, Plan, Table, Example>
        node;
    Span span;     // from its first letter to its last mark
    Span keyword;  // the word that opens it
    // Some part could not be read and was reported; what was read stands in the node, and checks of this declaration keep
    // silent about what may be missing.
    bool incomplete = false;
    // Its tokens in the file's list: from the line of its keyword up to the next declaration.
    std::uint32_t first_token = 0;
    std::uint32_t last_token = 0;  // half-open
};

struct File {
    SourceId source;
    Language language = Language::nl;
    std::vector<Declaration> declarations;
    std::vector<Expr> exprs;
    std::vector<Token> tokens;  // lossless
    // What could not be read as it stands, and was reported: a clause, a line, a whole declaration. What the check would
    // find in one follows from that.
    std::vector<Span> doubtful;
    std::vector<Span> lost;  // those of which the words may have been declarations

    [[nodiscard]] const Expr& expr(ExprId id) const { return exprs[id.index()]; }
};

}  // namespace wegwijzer::ast
