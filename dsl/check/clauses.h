// Clauses that stand once.
#pragma once

#include <map>
#include <string>

#include "dsl/check/context.h"

namespace wegwijzer::checking {

// Reports the second of two clauses of one kind, with the first as label.
class OncePerDeclaration {
  public:
    explicit OncePerDeclaration(Context& context) : context_(context) {}
    // `key` tells the kinds apart; `words` is what is shown. Returns true the first time.
    bool first_time(const std::string& key, Span span);

  private:
    Context& context_;
    std::map<std::string, Span> seen_;
};

// `motivering` and `grondslag`, each once.
void read_justification(OncePerDeclaration& once, const ast::File& file, const ast::Justification& clause, Span span,
                        model::Accountability& accountability);
// `bron NAAM ["plaats"]`.
void read_citation(Context& context, const ast::Citation& clause, std::vector<model::Citation>& citations);
// Reports a required clause that isn't there: `door`, `lijn`, ... `proposal` can be pasted.
void report_missing_clause(Context& context, const ast::Name& name, const std::string& clause, std::string proposal,
                           Localized why = {});

}  // namespace wegwijzer::checking
