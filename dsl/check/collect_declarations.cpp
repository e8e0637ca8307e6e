#include <type_traits>
#include <variant>

#include "dsl/check/follow_ups.h"
#include "dsl/check/passes.h"

namespace wegwijzer::checking {

namespace {

template <class Node>
std::vector<Declared<Node>>& list_of(Declarations& declared) {
    if constexpr (std::is_same_v<Node, ast::Pack>)
        return declared.packs;
    else if constexpr (std::is_same_v<Node, ast::Use>)
        return declared.uses;
    else if constexpr (std::is_same_v<Node, ast::Source>)
        return declared.sources;
    else if constexpr (std::is_same_v<Node, ast::StudentData>)
        return declared.student_data;
    else if constexpr (std::is_same_v<Node, ast::Series>)
        return declared.series;
    else if constexpr (std::is_same_v<Node, ast::Calendar>)
        return declared.calendars;
    else if constexpr (std::is_same_v<Node, ast::Phase>)
        return declared.phases;
    else if constexpr (std::is_same_v<Node, ast::Cluster>)
        return declared.clusters;
    else if constexpr (std::is_same_v<Node, ast::Factor>)
        return declared.factors;
    else if constexpr (std::is_same_v<Node, ast::Role>)
        return declared.roles;
    else if constexpr (std::is_same_v<Node, ast::Parameter>)
        return declared.parameters;
    else if constexpr (std::is_same_v<Node, ast::Set>)
        return declared.sets;
    else if constexpr (std::is_same_v<Node, ast::Concept>)
        return declared.concepts;
    else if constexpr (std::is_same_v<Node, ast::Signal>)
        return declared.signals;
    else if constexpr (std::is_same_v<Node, ast::Intervention>)
        return declared.interventions;
    else if constexpr (std::is_same_v<Node, ast::Policy>)
        return declared.policies;
    else if constexpr (std::is_same_v<Node, ast::Plan>)
        return declared.plans;
    else if constexpr (std::is_same_v<Node, ast::Table>)
        return declared.tables;
    else
        return declared.examples;
}

}  // namespace

void collect_declarations(Context& context) {
    for (std::size_t pack = 0; pack < context.pack_list.size(); ++pack) {
        for (const std::size_t file_index : context.pack_list[pack].files) {
            const ast::File& file = context.files[file_index];
            for (const ast::Declaration& declaration : file.declarations) {
                std::visit(
                    [&](const auto& node) {
                        using Node = std::decay_t<decltype(node)>;
                        list_of<Node>(context.declared).push_back({&node, &file, &declaration, pack});
                    },
                    declaration.node);
            }
        }
    }
    collect_lost_names(context);
}

}  // namespace wegwijzer::checking
