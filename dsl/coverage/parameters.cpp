// Which places hang on which parameter.
#include <set>

#include "dsl/coverage/coverage.h"
#include "engine/model/reach.h"

namespace wegwijzer::coverage {

using examples::PlaceKind;
using model::ExprId;

namespace {

class Named {
  public:
    explicit Named(const model::RuleSet& rules) : rules_(rules) {}

    [[nodiscard]] std::set<model::ParameterId> of(const examples::Place& place) {
        names_.clear();
        switch (group_of(place.kind)) {
            case Group::boundaries: boundary(ExprId(place.key.which)); break;
            case Group::periods: period(ExprId(place.key.which)); break;
            case Group::policies:
                if (place.kind == PlaceKind::due) {
                    const model::Advice& advice = rules_.policies[place.key.which].advises[place.key.part];
                    if (advice.within) length(*advice.within);
                    boundary(advice.due);
                }
                break;
            default: break;
        }
        return names_;
    }

  private:
    void length(const model::LengthSource& source) {
        if (source.parameter) names_.insert(source.parameter);
    }
    // Not through begrippen, and not into the events of an aggregate: those have places of their own.
    void boundary(ExprId id) {
        if (id.is_none()) return;
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* parameter = std::get_if<model::ParameterValue>(&node)) names_.insert(parameter->parameter);
        if (const auto* existence = std::get_if<model::Existence>(&node)) {
            boundary(existence->count);
        } else if (model::selection_of(node) == nullptr) {
            model::for_each_child(rules_, node, [this](ExprId child) { boundary(child); });
        }
    }
    void period(ExprId id) {
        const model::Selection* selection = model::selection_of(rules_.expr(id).node);
        if (selection == nullptr || selection->period.is_none()) return;
        const model::Period& its = rules_.period(selection->period);
        length(its.length);
        boundary(its.first);
        boundary(its.last_one);
    }

    const model::RuleSet& rules_;
    std::set<model::ParameterId> names_;
};

}  // namespace

std::vector<ParameterCounts> count_by_parameter(const model::RuleSet& rules, const std::vector<Place>& places) {
    std::vector<ParameterCounts> all(rules.parameters.size());
    std::vector<bool> is_named(rules.parameters.size());
    Named named(rules);
    for (const Place& place : places) {
        for (const model::ParameterId parameter : named.of(*place.place)) {
            is_named[parameter.index()] = true;
            const auto kind = static_cast<std::size_t>(kind_of(place.place->kind));
            all[parameter.index()].counts[kind].add(place.reached);
        }
    }
    std::vector<ParameterCounts> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_named[i]) continue;
        all[i].parameter = model::ParameterId(i);
        found.push_back(all[i]);
    }
    return found;
}

}  // namespace wegwijzer::coverage
