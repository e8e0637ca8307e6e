#include "engine/examples/coverage_places.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/examples/boundary_step.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"
#include "engine/model/reach.h"

namespace wegwijzer::examples {
namespace {

using model::ExprId;

class PlaceFinder {
  public:
    PlaceFinder(const explain::Redactor& redactor, const std::set<SourceId>& sources)
        : redactor_(redactor), rules_(redactor.rules()), sources_(sources) {}

    Places find() {
        for (std::size_t i = 0; i < rules_.signals.size(); ++i) add_signal(i);
        for (std::size_t i = 0; i < rules_.policies.size(); ++i) add_policy(i);
        for (std::size_t i = 0; i < rules_.concepts.size(); ++i) {
            const model::Concept& declared = rules_.concepts[i];
            of_ = {PlaceOwner::Kind::concept_, static_cast<std::uint32_t>(i)};
            if (!start("begrip", "concept", declared.name, declared.origin)) continue;
            add_root(declared.expr);
        }
        for (std::size_t i = 0; i < rules_.plans.size(); ++i) {
            const model::Plan& plan = rules_.plans[i];
            of_ = {PlaceOwner::Kind::plan, static_cast<std::uint32_t>(i)};
            if (start("aanpak", "plan", plan.name, plan.origin)) add_root(plan.goal);
        }
        for (std::size_t i = 0; i < rules_.tables.size(); ++i) add_table(i);
        for (std::size_t i = 0; i < rules_.parameters.size(); ++i) add_parameter(i);

        std::ranges::stable_sort(found_, {}, [](const auto& one) { return one.second.where; });
        Places places;
        for (auto& [key, place] : found_) {
            places.index.emplace(key, places.all.size());
            places.all.push_back(std::move(place));
        }
        return places;
    }

  private:
    [[nodiscard]] bool is_own(const Span& origin) const {
        return origin.has_place() && sources_.contains(origin.source);
    }
    // From here on places belong to this declaration. False when it is not the pack's own.
    bool start(const char* nl, const char* en, const std::string& name, const Span& origin) {
        owner_ = {std::string(nl) + " `" + name + "`", std::string(en) + " `" + name + "`"};
        return is_own(origin);
    }
    void add(PlaceKind kind, std::size_t which, std::size_t part, const Span& where, Localized what) {
        const PlaceKey key{kind, static_cast<std::uint32_t>(which), static_cast<std::uint32_t>(part)};
        found_.push_back({key, {kind, where, owner_, std::move(what), key, of_, false, {}}});
    }
    [[nodiscard]] Span span_of(ExprId id) const { return rules_.expr(id).origin; }
    [[nodiscard]] std::string words(ExprId id) const { return "`" + redactor_.words_of(span_of(id)) + "`"; }

    // ---- declarations -----------------------------------------------------------------------------------------------

    void add_signal(std::size_t i) {
        const model::Signal& signal = rules_.signals[i];
        of_ = {PlaceOwner::Kind::signal, static_cast<std::uint32_t>(i)};
        const Localized kind = explain::texts::kind_of(signal.kind);
        if (!start(kind.nl.c_str(), kind.en.c_str(), signal.name, signal.origin)) return;
        const auto outcome = [&](PlaceKind of, const char* nl, const char* en) {
            add(of, i, 0, signal.origin,
                {std::string("geen voorbeeld verwacht: ") + nl, std::string("no example expects: ") + en});
        };
        outcome(PlaceKind::active, "actief", "active");
        outcome(PlaceKind::not_active, "niet actief", "not active");
        outcome(PlaceKind::undetermined, "onbepaald", "undetermined");
        if (!signal.phases.empty()) outcome(PlaceKind::not_applicable, "niet van toepassing", "not applicable");
        for (const model::SeverityLevel& level : signal.levels) {
            if (signal.levels.size() > 1) {
                add(PlaceKind::severity, i, static_cast<std::size_t>(level.severity), level.origin,
                    {"geen voorbeeld verwacht: ernst " + explain::format_severity(level.severity, Language::nl),
                     "no example expects: severity " + explain::format_severity(level.severity, Language::en)});
            }
            add_root(level.condition);
        }
        add_unless(i, signal.unless);
    }

    void add_unless(std::size_t owner, const std::vector<ExprId>& unless) {
        for (std::size_t part = 0; part < unless.size(); ++part) {
            add(PlaceKind::unless, owner, part, span_of(unless[part]),
                {"tenzij " + words(unless[part]) + " houdt in geen voorbeeld iets tegen",
                 "unless " + words(unless[part]) + " stops nothing in any example"});
            add_root(unless[part]);
        }
    }

    void add_policy(std::size_t i) {
        const model::Policy& policy = rules_.policies[i];
        of_ = {PlaceOwner::Kind::policy, static_cast<std::uint32_t>(i)};
        if (!start("beleid", "policy", policy.name, policy.origin)) return;
        add(PlaceKind::applied, i, 0, policy.origin,
            {"geen voorbeeld verwacht advies hiervan", "no example expects advice of it"});
        add(PlaceKind::stopped, i, 0, policy.origin,
            {"geen voorbeeld verwacht dat dit advies uitblijft", "no example expects that this advice stays away"});
        add_root(policy.condition);
        add_unless(unless_owner(rules_, model::PolicyId(i)), policy.unless);
        for (std::size_t part = 0; part < policy.advises.size(); ++part) {
            const model::Advice& advice = policy.advises[part];
            if (advice.plan || (!advice.within && advice.due.is_none())) continue;
            const std::string& name = rules_.intervention(advice.intervention).name;
            add(PlaceKind::due, i, part, advice.origin,
                {"geen voorbeeld verwacht `" + name + "` met `uiterlijk`",
                 "no example expects `" + name + "` with `due`"});
        }
        for (std::size_t part = 0; part < policy.overrides.size(); ++part) {
            const std::string& name = rules_.policy(policy.overrides[part]).name;
            add(PlaceKind::overruled, i, part, policy.origin,
                {"gaat in geen voorbeeld voor op `" + name + "`", "overrides `" + name + "` in no example"});
        }
    }

    void add_table(std::size_t i) {
        const model::Table& table = rules_.tables[i];
        of_ = {PlaceOwner::Kind::table, static_cast<std::uint32_t>(i)};
        if (!start("tabel", "table", table.name, table.origin)) return;
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            add(PlaceKind::row, i, row, table.rows[row].origin,
                {"deze rij geeft in geen voorbeeld de uitkomst", "this row gives the result in no example"});
        }
        model::for_each_child(table, [this](ExprId child) { add_conditions(child); });
    }

    void add_parameter(std::size_t i) {
        const model::Parameter& parameter = rules_.parameters[i];
        of_ = {PlaceOwner::Kind::parameter, static_cast<std::uint32_t>(i)};
        if (!start("parameter", "parameter", parameter.name, parameter.origin)) return;
        if (parameter.is_open()) {
            add(PlaceKind::open_choice, i, 0, parameter.origin,
                {"geen voorbeeld dat hem leest, zet deze open keuze",
                 "no example that reads it sets this open choice"});
        }
        std::vector<std::pair<std::size_t, Localized>> values;
        if (parameter.type.kind == model::ValueKind::boolean) values = {{1, {"ja", "yes"}}, {0, {"nee", "no"}}};
        if (parameter.type.kind == model::ValueKind::choice) {
            for (const std::string& name : rules_.choice_domains[parameter.type.choices.index()].names)
                values.emplace_back(values.size(), name);
        }
        for (const auto& [part, name] : values) {
            add(PlaceKind::choice, i, part, parameter.origin,
                {"de waarde `" + name.nl + "` geldt in geen voorbeeld",
                 "the value `" + name.en + "` is in force in no example"});
        }
        for (const model::Override& line : parameter.overrides) {
            if (line.condition && is_own(line.origin)) add_root(line.condition);
        }
    }

    // ---- conditions -------------------------------------------------------------------------------------------------

    // A condition, or a part of one that is a condition itself.
    void add_root(ExprId id) {
        if (id.is_none()) return;
        const model::Expr& expr = rules_.expr(id);
        const bool is_answer = std::holds_alternative<model::StudentFieldValue>(expr.node) ||
                               std::holds_alternative<model::EventFieldValue>(expr.node);
        if (is_answer && expr.type.kind == model::ValueKind::boolean && !seen_.contains(id)) add_whole(id);
        add_conditions(id);
    }
    // What stands in the expression itself; begrippen, tabellen and parameters are declarations of their own.
    void add_conditions(ExprId id) {
        if (id.is_none() || !seen_.insert(id).second) return;
        const model::Expr& expr = rules_.expr(id);
        std::visit([&](const auto& node) { look(id, node); }, expr.node);
        if (const model::Selection* its = model::selection_of(expr.node)) add_root(its->filter);
        if (const model::Selection* selection = model::selection_of(expr.node)) add_period(id, *selection);
        model::for_each_child(rules_, expr.node, [this](ExprId child) { add_conditions(child); });
    }
    void add_both(ExprId id) {
        add(PlaceKind::holds, id.index(), 0, span_of(id),
            {words(id) + " is nergens waar", words(id) + " is never true"});
        add(PlaceKind::does_not_hold, id.index(), 0, span_of(id),
            {words(id) + " is nergens onwaar", words(id) + " is never false"});
    }
    void add_unknown(ExprId id) {
        add(PlaceKind::unknown, id.index(), 0, span_of(id),
            {words(id) + " is nergens onbekend", words(id) + " is never unknown"});
    }
    void add_whole(ExprId id) {
        add(PlaceKind::whole_holds, id.index(), 0, span_of(id),
            {words(id) + " is nergens waar", words(id) + " is never true"});
        add(PlaceKind::whole_does_not_hold, id.index(), 0, span_of(id),
            {words(id) + " is nergens onwaar", words(id) + " is never false"});
        add_unknown(id);
    }
    void add_boundary(ExprId id, std::size_t part, const std::string& which) {
        add(PlaceKind::on_boundary, id.index(), part, span_of(id),
            {words(id) + " wordt nergens precies op de grens geprobeerd" + which,
             words(id) + " is never tried exactly on its boundary" + which});
    }

    void look(ExprId id, const model::Comparison& node) {
        add_both(id);
        add_unknown(id);
        if (!has_order(node.op) || (!is_fixed(node.left) && !is_fixed(node.right))) return;
        add_boundary(id, 0, {});
        add(PlaceKind::just_beside, id.index(), 0, span_of(id),
            {words(id) + " wordt nergens net naast de grens geprobeerd",
             words(id) + " is never tried just beside its boundary"});
    }
    // Does a number, a date, a parameter or the peildatum stand in it? Between two values of the student no boundary is set.
    [[nodiscard]] bool is_fixed(ExprId id) const {
        const model::ExprNode& node = rules_.expr(id).node;
        if (std::holds_alternative<model::Literal>(node) || std::holds_alternative<model::ParameterValue>(node) ||
            std::holds_alternative<model::ReferenceDate>(node) || std::holds_alternative<model::MonthShift>(node))
            return true;
        if (model::selection_of(node) != nullptr) return false;
        bool found = false;
        model::for_each_child(rules_, node, [&](ExprId child) { found = found || is_fixed(child); });
        return found;
    }
    void look(ExprId id, const model::Between& node) {
        add_both(id);
        add_unknown(id);
        add_boundary(id, 0, " (" + redactor_.words_of(span_of(node.low)) + ")");
        add_boundary(id, 1, " (" + redactor_.words_of(span_of(node.high)) + ")");
        add(PlaceKind::below, id.index(), 0, span_of(id),
            {words(id) + ": nergens een waarde eronder", words(id) + ": never a value below"});
        add(PlaceKind::above, id.index(), 0, span_of(id),
            {words(id) + ": nergens een waarde erboven", words(id) + ": never a value above"});
    }
    void look(ExprId id, const model::OneOf&) {
        add_both(id);
        add_unknown(id);
    }
    void look(ExprId id, const model::Knownness&) { add_both(id); }
    void look(ExprId id, const model::Existence& node) {
        add_both(id);
        add_unknown(id);
        if (node.quantifier != model::Quantifier::none) {
            add(PlaceKind::on_boundary, id.index(), 0, span_of(id),
                {words(id) + ": nergens precies zoveel", words(id) + ": never exactly so many"});
        }
        add(PlaceKind::beside_boundary, id.index(), 0, span_of(id),
            {words(id) + ": nergens net een te veel of te weinig", words(id) + ": never just one too many or too few"});
    }
    void look(ExprId id, const model::And& node) { look(id, node.operands); }
    void look(ExprId id, const model::Or& node) { look(id, node.operands); }
    void look(ExprId id, const model::Quantified& node) { look(id, node.operands); }
    // Of one part alone it comes out as that part does, as `niet` comes out the other way round: that is counted once.
    void look(ExprId id, const std::vector<ExprId>& parts) {
        if (parts.size() > 1) add_whole(id);
        for (const ExprId part : parts) add_root(part);
    }
    void look(ExprId, const model::Not& node) { add_root(node.operand); }
    void look(ExprId, const model::Conditional& node) { add_root(node.condition); }
    void look(ExprId id, const model::SignalState&) { add_whole(id); }
    template <class Other>
    void look(ExprId, const Other&) {}

    void add_period(ExprId id, const model::Selection& selection) {
        if (selection.period.is_none()) return;
        const model::Period& period = rules_.period(selection.period);
        const bool is_weeks = period.kind == model::Period::Kind::study_weeks;
        if (period.kind != model::Period::Kind::last && !is_weeks) return;
        add(PlaceKind::outside_period, id.index(), 0, span_of(id),
            {words(id) + ": nergens iets buiten de periode", words(id) + ": never anything outside the period"});
        add(PlaceKind::first_day, id.index(), 0, span_of(id),
            {words(id) + ": nergens iets op de eerste dag van de periode",
             words(id) + ": never anything on the first day of the period"});
        if (!is_weeks) return;
        add(PlaceKind::last_day, id.index(), 0, span_of(id),
            {words(id) + ": nergens iets op de laatste dag van de periode",
             words(id) + ": never anything on the last day of the period"});
    }

    const explain::Redactor& redactor_;
    const model::RuleSet& rules_;
    const std::set<SourceId>& sources_;
    Localized owner_;
    PlaceOwner of_;
    std::set<ExprId> seen_;
    std::vector<std::pair<PlaceKey, Place>> found_;
};

}  // namespace

Places find_places(const explain::Redactor& redactor, const std::set<SourceId>& sources) {
    return PlaceFinder(redactor, sources).find();
}

Localized name_of(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::active: return {"actief", "active"};
        case PlaceKind::not_active: return {"niet actief", "not active"};
        case PlaceKind::undetermined: return {"onbepaald", "undetermined"};
        case PlaceKind::not_applicable: return {"niet van toepassing", "not applicable"};
        case PlaceKind::severity: return {"ernst", "severity"};
        case PlaceKind::unless: return {"tenzij", "unless"};
        case PlaceKind::applied: return {"beleid toegepast", "policy applied"};
        case PlaceKind::stopped: return {"beleid blijft uit", "policy stopped"};
        case PlaceKind::overruled: return {"gaat voor op", "overrides"};
        case PlaceKind::due: return {"uiterlijk", "due"};
        case PlaceKind::holds: return {"waar", "true"};
        case PlaceKind::does_not_hold: return {"onwaar", "false"};
        case PlaceKind::on_boundary: return {"op de grens", "on the boundary"};
        case PlaceKind::beside_boundary: return {"een ernaast", "one beside it"};
        case PlaceKind::below: return {"eronder", "below"};
        case PlaceKind::above: return {"erboven", "above"};
        case PlaceKind::just_beside: return {"net ernaast", "just beside it"};
        case PlaceKind::unknown: return {"onbekend", "unknown"};
        case PlaceKind::whole_holds: return {"geheel waar", "whole true"};
        case PlaceKind::whole_does_not_hold: return {"geheel onwaar", "whole false"};
        case PlaceKind::outside_period: return {"buiten de periode", "outside the period"};
        case PlaceKind::first_day: return {"eerste dag", "first day"};
        case PlaceKind::last_day: return {"laatste dag", "last day"};
        case PlaceKind::row: return {"rij", "row"};
        case PlaceKind::choice: return {"keuze", "choice"};
        case PlaceKind::open_choice: return {"open keuze", "open choice"};
    }
    return {};
}

}  // namespace wegwijzer::examples
