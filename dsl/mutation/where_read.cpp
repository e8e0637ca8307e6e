#include "dsl/mutation/where_read.h"

#include "engine/model/walk.h"

namespace wegwijzer::mutation {

using examples::PlaceOwner;
using model::ExprId;

namespace {

class Finder {
  public:
    Finder(const model::RuleSet& rules, model::ParameterId parameter, const model::Constant& value)
        : rules_(rules), parameter_(parameter), value_(value) {}

    std::vector<Change> find() {
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) {
            owner_ = {PlaceOwner::Kind::signal, static_cast<std::uint32_t>(i)};
            for (const model::SeverityLevel& level : rules_.signals[i].levels) look(level.condition);
            for (const ExprId unless : rules_.signals[i].unless) look(unless);
        }
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) {
            owner_ = {PlaceOwner::Kind::policy, static_cast<std::uint32_t>(i)};
            look(rules_.policies[i].condition);
            for (const ExprId unless : rules_.policies[i].unless) look(unless);
        }
        for (std::size_t i = 0; i < rules_.concepts.size(); ++i) {
            owner_ = {PlaceOwner::Kind::concept_, static_cast<std::uint32_t>(i)};
            look(rules_.concepts[i].expr);
        }
        return std::move(found_);
    }

  private:
    void look(ExprId id) {
        if (id.is_none()) return;
        const model::ExprNode& node = rules_.expr(id).node;
        if (const auto* named = std::get_if<model::ParameterValue>(&node);
            named != nullptr && named->parameter == parameter_) {
            Change change;
            change.other = OtherNode{id, model::Literal{value_}};
            change.owner = owner_;
            change.path = path_;
            found_.push_back(std::move(change));
        }
        path_.push_back(id);
        model::for_each_child(rules_, node, [this](ExprId child) { look(child); });
        path_.pop_back();
    }

    const model::RuleSet& rules_;
    model::ParameterId parameter_;
    const model::Constant& value_;
    PlaceOwner owner_;
    std::vector<ExprId> path_;
    std::vector<Change> found_;
};

}  // namespace

std::vector<Change> where_it_is_read(const model::RuleSet& rules, model::ParameterId parameter,
                                     const model::Constant& value) {
    return Finder(rules, parameter, value).find();
}

}  // namespace wegwijzer::mutation
