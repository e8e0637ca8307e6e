// W115, W116, W117: a begrip, parameter or tabel that no rule reads, a signal that no beleid reads, an interventie or aanpak that
// no beleid advises. A signal in a pack with voorbeelden: a sketch may have signals first. What describes the institution (fields, fasen, factoren, rollen, bronnen, ...) may be there unused: `velden`
// lists the fields that no rule reads.
#include <algorithm>
#include <map>
#include <set>

#include "dsl/thinking/at_hand.h"
#include "dsl/thinking/signals_read.h"
#include "engine/model/reach.h"

namespace wegwijzer::thinking {

namespace {

using Names = std::set<std::string>;

// The names of begrippen, tabellen and parameters that are reached.
class NamesReached {
  public:
    explicit NamesReached(const model::RuleSet& rules) : rules_(rules), reach_(rules, *this) {}

    template <class What>
    void read(const What& what) {
        reach_.read(what);
    }
    void read(const model::Signal& signal) {
        for (const model::SeverityLevel& level : signal.levels) read(level.condition);
        for (const model::ExprId unless : signal.unless) read(unless);
        for (const model::TextPiece& piece : signal.explanation) {
            if (const auto* value = std::get_if<model::ExprId>(&piece)) read(*value);
        }
    }
    void read(const model::Policy& policy) {
        for (const model::ExprId condition : conditions_of(policy)) read(condition);
        for (const model::Advice& advice : policy.advises) {
            if (advice.within) read(*advice.within);
            read(advice.due);
        }
    }
    void read(const model::Plan& plan) {
        read(plan.goal);
        for (const model::PlanStep& step : plan.steps) {
            model::for_each_term(step, [this](const auto& term) { read(term); });
        }
    }

    void reached(const model::ExprNode&) {}
    void reached(model::ConceptId id) { names_.insert(rules_.concept_of(id).name); }
    void reached(model::TableId id) { names_.insert(rules_.table(id).name); }
    void reached(model::ParameterId id) { names_.insert(rules_.parameter(id).name); }

    [[nodiscard]] const Names& names() const { return names_; }

  private:
    const model::RuleSet& rules_;
    model::Reach<NamesReached> reach_;
    Names names_;
};

Names read_by_rules(const model::RuleSet& rules) {
    NamesReached reached(rules);
    for (const model::Signal& signal : rules.signals) reached.read(signal);
    for (const model::Policy& policy : rules.policies) reached.read(policy);
    for (const model::Plan& plan : rules.plans) reached.read(plan);
    for (const model::Intervention& intervention : rules.interventions) {
        if (intervention.at_most_once_per) reached.read(*intervention.at_most_once_per);
    }
    return reached.names();
}

// What stands behind each name, itself not among it.
Names behind(const model::RuleSet& rules, const std::string& name) {
    NamesReached reached(rules);
    for (const model::Concept& one : rules.concepts) {
        if (one.name == name) reached.read(one.expr);
    }
    for (const model::Parameter& one : rules.parameters) {
        if (one.name != name) continue;
        for (const model::Override& line : one.overrides) reached.read(line.condition);
    }
    for (std::size_t i = 0; i < rules.tables.size(); ++i) {
        if (rules.tables[i].name == name) reached.read(model::TableId(i));
    }
    Names result = reached.names();
    result.erase(name);
    return result;
}

struct Unused {
    Span place;
    Localized kind;
};

// Calls visit(node, declaration) for each declaration of what is ours.
template <class Visit>
void for_each_of_ours(const AtHand& at, Visit&& visit) {
    for (const ast::File& file : at.compilation().files) {
        if (!at.is_ours(file.source)) continue;
        for (const ast::Declaration& declaration : file.declarations) {
            std::visit([&](const auto& node) { visit(node); }, declaration.node);
        }
    }
}

std::map<std::string, Unused> unread_values(const AtHand& at) {
    const Names read = read_by_rules(at.rules());
    std::map<std::string, Unused> unread;
    for_each_of_ours(at, [&](const auto& node) {
        using Node = std::decay_t<decltype(node)>;
        Localized kind;
        if constexpr (std::is_same_v<Node, ast::Parameter>) kind = {"deze parameter", "this parameter"};
        if constexpr (std::is_same_v<Node, ast::Concept>) kind = {"dit begrip", "this concept"};
        if constexpr (std::is_same_v<Node, ast::Table>) kind = {"deze tabel", "this table"};
        if constexpr (std::is_same_v<Node, ast::Parameter> || std::is_same_v<Node, ast::Concept> ||
                      std::is_same_v<Node, ast::Table>) {
            if (!read.contains(node.name.text)) unread.emplace(node.name.text, Unused{node.name.span, kind});
        }
    });
    return unread;
}

// A name that only unused names read is told with the one that reads it.
void look_at_values(AtHand& at) {
    if (at.rules().signals.empty() && at.rules().policies.empty()) return;
    const std::map<std::string, Unused> unread = unread_values(at);
    std::map<std::string, Names> below;
    Names hanging;
    for (const auto& [name, its] : unread) {
        for (const std::string& other : behind(at.rules(), name)) {
            if (!unread.contains(other)) continue;
            below[name].insert(other);
            hanging.insert(other);
        }
    }
    for (const auto& [name, its] : unread) {
        if (hanging.contains(name)) continue;
        Diagnostic diagnostic;
        diagnostic.code = Code::W115;
        diagnostic.span = its.place;
        diagnostic.arguments = {name, its.kind};
        for (const std::string& other : below[name]) {
            diagnostic.labels.push_back(
                {unread.at(other).place, {"wordt alleen daardoor gelezen", "is read by that alone"}});
        }
        at.report(std::move(diagnostic));
    }
}

void look_at_signals(AtHand& at) {
    const model::RuleSet& rules = at.rules();
    if (rules.policies.empty()) return;
    std::vector<model::ExprId> roots;
    for (const model::Policy& policy : rules.policies) {
        for (const model::ExprId condition : conditions_of(policy)) roots.push_back(condition);
    }
    for (const model::Plan& plan : rules.plans) {
        if (plan.goal) roots.push_back(plan.goal);
    }
    const SignalSet read = signals_read(rules, roots);
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        const model::Signal& signal = rules.signals[i];
        const ast::Declaration* declared = at.signal(signal.name);
        if (read[i] || signal.kind != model::SignalKind::signal || declared == nullptr) continue;
        const Span name = std::get<ast::Signal>(declared->node).name.span;
        if (!at.is_ours_and_tried(name.source)) continue;
        Diagnostic diagnostic;
        diagnostic.code = Code::W116;
        diagnostic.span = name;
        diagnostic.arguments = {signal.name, at.word(name, Word::policy)};
        at.report(std::move(diagnostic));
    }
}

// An interventie is advised by a beleid, as a step of an aanpak, or before another that comes `pas na` it.
Names advised(const model::RuleSet& rules) {
    Names names;
    std::vector<model::InterventionId> work;
    for (const model::Policy& policy : rules.policies) {
        for (const model::Advice& advice : policy.advises) {
            if (advice.plan) {
                names.insert(rules.plan(advice.plan).name);
            } else if (advice.intervention) {
                work.push_back(advice.intervention);
            }
        }
    }
    // Of an aanpak that nobody advises, that is the finding.
    for (const model::Plan& plan : rules.plans) {
        for (const model::PlanStep& step : plan.steps) {
            if (step.intervention) work.push_back(step.intervention);
        }
    }
    while (!work.empty()) {
        const model::Intervention& intervention = rules.intervention(work.back());
        work.pop_back();
        if (!names.insert(intervention.name).second) continue;
        for (const model::InterventionId before : intervention.only_after) work.push_back(before);
    }
    return names;
}

void look_at_interventions(AtHand& at) {
    if (at.rules().policies.empty()) return;
    const Names names = advised(at.rules());
    for_each_of_ours(at, [&](const auto& node) {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, ast::Intervention> || std::is_same_v<Node, ast::Plan>) {
            if (names.contains(node.name.text)) return;
            Diagnostic diagnostic;
            diagnostic.code = Code::W117;
            diagnostic.span = node.name.span;
            diagnostic.arguments = {node.name.text, at.word(node.name.span, Word::advise),
                                    at.word(node.name.span, Word::step)};
            if constexpr (std::is_same_v<Node, ast::Plan>) {
                diagnostic.way_out = {
                    "noem deze aanpak achter `" + at.word(node.name.span, Word::advise) + "`, of haal hem weg",
                    "name this plan behind `" + at.word(node.name.span, Word::advise) + "`, or remove it"};
            }
            at.report(std::move(diagnostic));
        }
    });
}

}  // namespace

void look_at_names(AtHand& at) {
    look_at_values(at);
    look_at_signals(at);
    look_at_interventions(at);
}

}  // namespace wegwijzer::thinking
