// Walks the AST of one file for `Names`: first what is declared in it, then what its names stand for. Internal to dsl/editor.
#pragma once

#include <string>
#include <string_view>

#include "dsl/editor/names.h"

namespace wegwijzer::editor {

// What owns the values of a keuze: `vooropleiding`, or `gesprekken.soort` of a field of a series.
[[nodiscard]] std::string choice_owner(const Thing& thing);

class NameFinder {
  public:
    NameFinder(Names& names, const ast::File& file) : names_(names), file_(file) {}
    void find_declarations();
    void find_uses();

  private:
    ThingId declare(ThingKind kind, const ast::Name& name, std::string owner, const ast::Field* field = nullptr);
    void declare_choices(const ast::Type& type, ThingId owner);
    void use(const ast::Name& name, NameSet set, std::string_view owner = {});
    void use(const std::vector<ast::Name>& names, NameSet set);
    void use_series(const ast::Name& name);
    void use_citation(const ast::Citation& citation);
    // A name that stands for a value: of the choices first, then as a name of its own.
    void use_value(const ast::Name& name, const Choices& choices, std::string_view series);
    bool use_choice(const ast::Name& name, const Choices& choices);
    void use_length(const ast::LengthRef& length);
    void use_count(const ast::CountRef& count);

    // `expected`: the choices that a bare name may be one of.
    void walk(ast::ExprId id, std::string_view series = {}, const Choices& expected = {});
    void walk_node(const ast::Expr& expr, std::string_view series, const Choices& expected);
    void walk_selection(const ast::Selection& selection);
    [[nodiscard]] Choices choices_of(ast::ExprId id, std::string_view series) const;

    void find_in(const ast::Pack& node);
    void find_in(const ast::Use& node);
    void find_in(const ast::Source& node);
    void find_in(const ast::StudentData& node);
    void find_in(const ast::Series& node);
    void find_in(const ast::Calendar& node);
    void find_in(const ast::Phase& node);
    void find_in(const ast::Cluster& node);
    void find_in(const ast::Factor& node);
    void find_in(const ast::Role& node);
    void find_in(const ast::Parameter& node);
    void find_in(const ast::Set& node);
    void find_in(const ast::Concept& node);
    void find_in(const ast::Signal& node);
    void find_in(const ast::Intervention& node);
    void find_in(const ast::Policy& node);
    void find_in(const ast::Plan& node);
    void find_in(const ast::Table& node);
    void find_in(const ast::Example& node);
    void find_in_given(const ast::ExampleGiven& given);
    void find_in_expectation(const ast::Expectation& expectation);

    Names& names_;
    const ast::File& file_;
    const ast::Declaration* declaration_ = nullptr;
};

}  // namespace wegwijzer::editor
