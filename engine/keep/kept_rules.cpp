#include "engine/keep/kept_rules.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/compare/differences.h"
#include "engine/explain/report_json.h"
#include "engine/json/tree.h"
#include "engine/json/writer.h"
#include "engine/model/print_model.h"

namespace wegwijzer::keep {
namespace {

using model::Line;
using model::SignalKind;

constexpr std::array all_kinds{SignalKind::signal, SignalKind::strength, SignalKind::opportunity};
constexpr std::array all_lines{Line::first, Line::second, Line::external, Line::organisation};

// The one of `values` that is called this in JSON.
template <class Value, std::size_t count>
std::optional<Value> named_in_json(const std::array<Value, count>& values, std::optional<std::string_view> name) {
    for (const Value value : values) {
        if (name == explain::json_name(value)) return value;
    }
    return std::nullopt;
}

std::string text_or_nothing(const json::Value& value) { return std::string(value.text().value_or(std::string_view())); }

void begin_named(json::Writer& writer, const std::string& id, const std::string& title) {
    writer.begin_object();
    writer.key("id").string(id);
    writer.key("title").string(title);
}

}  // namespace

KeptRules describe_rules(const explain::Redactor& nobody) {
    const model::RuleSet& rules = nobody.rules();
    KeptRules kept;
    for (std::size_t i = 0; i < rules.signals.size(); ++i) {
        const model::Signal& signal = rules.signals[i];
        kept.signals.push_back(
            {signal.name, explain::title_of(signal), signal.kind, !nobody.may_see(model::SignalId(i))});
    }
    for (const model::Intervention& intervention : rules.interventions) {
        kept.interventions.push_back(
            {intervention.name, explain::title_of(intervention), comparison::minutes_of(intervention)});
    }
    for (const model::Role& role : rules.roles) kept.roles.push_back({role.name, explain::title_of(role), role.line});
    kept.hides_keys = !nobody.may_see(rules.schema->key);
    kept.confidential = comparison::hidden_declarations(nobody);
    kept.printed = model::print_model(rules);
    return kept;
}

std::string write_rules(const KeptRules& rules) {
    json::Writer writer;
    writer.begin_object();
    writer.key("signals").begin_array();
    for (const KeptSignalRule& signal : rules.signals) {
        begin_named(writer, signal.id, signal.title);
        writer.key("kind").string(explain::json_name(signal.kind));
        writer.key("confidential").boolean(signal.is_confidential);
        writer.end_object();
    }
    writer.end_array();
    writer.key("interventions").begin_array();
    for (const KeptIntervention& intervention : rules.interventions) {
        begin_named(writer, intervention.id, intervention.title);
        if (intervention.minutes) writer.key("minutes").integer(*intervention.minutes);
        writer.end_object();
    }
    writer.end_array();
    writer.key("roles").begin_array();
    for (const KeptRole& role : rules.roles) {
        begin_named(writer, role.id, role.title);
        writer.key("line").string(explain::json_name(role.line));
        writer.end_object();
    }
    writer.end_array();
    writer.key("hides_keys").boolean(rules.hides_keys);
    writer.key("confidential").begin_array();
    for (const comparison::DeclarationKey& key : rules.confidential) {
        writer.begin_array().string(key.kind).string(key.name).end_array();
    }
    writer.end_array();
    writer.key("packs").begin_array();
    for (const std::string& pack : rules.packs) writer.string(pack);
    writer.end_array();
    writer.key("rules").string(rules.printed);
    writer.end_object();
    return writer.take();
}

std::optional<KeptRules> read_rules(std::string_view text) {
    const std::optional<json::Value> tree = json::read_tree(text);
    if (!tree || !(*tree)["rules"].text()) return std::nullopt;
    KeptRules rules;
    for (const json::Value& value : (*tree)["signals"].items()) {
        const auto kind = named_in_json(all_kinds, value["kind"].text());
        if (!kind) return std::nullopt;
        rules.signals.push_back({text_or_nothing(value["id"]), text_or_nothing(value["title"]), *kind,
                                 value["confidential"].boolean().value_or(true)});
    }
    for (const json::Value& value : (*tree)["interventions"].items()) {
        rules.interventions.push_back(
            {text_or_nothing(value["id"]), text_or_nothing(value["title"]), value["minutes"].integer()});
    }
    for (const json::Value& value : (*tree)["roles"].items()) {
        const auto line = named_in_json(all_lines, value["line"].text());
        if (!line) return std::nullopt;
        rules.roles.push_back({text_or_nothing(value["id"]), text_or_nothing(value["title"]), *line});
    }
    rules.hides_keys = (*tree)["hides_keys"].boolean().value_or(true);
    for (const json::Value& value : (*tree)["confidential"].items()) {
        if (value.items().size() != 2) return std::nullopt;
        rules.confidential.push_back({text_or_nothing(value.items()[0]), text_or_nothing(value.items()[1])});
    }
    for (const json::Value& value : (*tree)["packs"].items()) rules.packs.push_back(text_or_nothing(value));
    rules.printed = text_or_nothing((*tree)["rules"]);
    return rules;
}

}  // namespace wegwijzer::keep
