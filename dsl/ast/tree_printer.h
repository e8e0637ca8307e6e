// The pieces of print_ast: a line per node, children indented.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast/ast.h"

namespace wegwijzer::ast {

class TreePrinter {
  public:
    explicit TreePrinter(const File& file) : file_(file) {}

    void print(const Declaration& declaration);
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    // A line, and everything printed by `children` below it.
    template <class Children>
    void node(std::string_view head, Children children) {
        line(head);
        ++depth_;
        children();
        --depth_;
    }
    void line(std::string_view text);

    void print(std::string_view role, ExprId id);
    void print(const NumberLiteral& it);
    void print(const DurationLiteral& it);
    void print(const DateLiteral& it);
    void print(const TextLiteral& it);
    void print(const BoolLiteral& it);
    void print(const NameRef& it);
    void print(const StudentRef& it);
    void print(const ReferenceDateWord& it);
    void print(const Negate& it);
    void print(const Parenthesized& it);
    void print(const Binary& it);
    void print(const Conditional& it);
    void print(const SeverityOf& it);
    void print(const Aggregate& it);
    void print(const Compare& it);
    void print(const OneOf& it);
    void print(const Between& it);
    void print(const Knownness& it);
    void print(const Not& it);
    void print(const And& it);
    void print(const Or& it);
    void print(const MixedAndOr& it);
    void print(const SignalRef& it);
    void print(const Exists& it);
    void print(const Bullets& it);
    void print(const Selection& it);
    void print(const Period& it);

    void print(const Pack& it);
    void print(const Use& it);
    void print(const Source& it);
    void print(const StudentData& it);
    void print(const Series& it);
    void print(const Calendar& it);
    void print(const Phase& it);
    void print(const Cluster& it);
    void print(const Factor& it);
    void print(const Role& it);
    void print(const Parameter& it);
    void print(const Set& it);
    void print(const Concept& it);
    void print(const Signal& it);
    void print(const SignalClause& it);
    void print(const Intervention& it);
    void print(const InterventionClause& it);
    void print(const Policy& it);
    void print(const PolicyClause& it);
    void print(const Plan& it);
    void print(const PlanClause& it);
    void print(const Table& it);
    void print(const Example& it);
    void print(const ExampleGiven& it);
    void print(const Expectation& it);
    void print(const Field& it);
    void print(const Type& it);
    void print(const Template& it);

    const File& file_;
    std::string out_;
    int depth_ = 0;
};

[[nodiscard]] std::string quoted(std::string_view text);
[[nodiscard]] std::string described(const Name& name);
[[nodiscard]] std::string described(const std::optional<Name>& name);
[[nodiscard]] std::string described(const std::optional<Text>& text);
[[nodiscard]] std::string described(const std::vector<Name>& names);
[[nodiscard]] std::string described(const Length& length);
[[nodiscard]] std::string described(const CountRef& count);
[[nodiscard]] std::string described(const LengthRef& length);
[[nodiscard]] std::string described(const Citation& citation);
[[nodiscard]] std::string described(const Justification& justification);
[[nodiscard]] std::string described(const PrivacyMark& mark);
[[nodiscard]] std::string_view described(SignalKind kind);
[[nodiscard]] std::string_view described(CompareOp op);
[[nodiscard]] std::string_view described(Level level);
[[nodiscard]] std::string_view described(Line line);

}  // namespace wegwijzer::ast
