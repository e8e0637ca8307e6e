// What is kept of the rules of a run: what names stand for, and the rules as `show model` prints them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/compare/declarations.h"
#include "engine/explain/report.h"

namespace wegwijzer::keep {

struct KeptSignalRule {
    std::string id;
    std::string title;
    model::SignalKind kind = model::SignalKind::signal;
    bool is_confidential = false;  // not everybody may see it
    friend bool operator==(const KeptSignalRule&, const KeptSignalRule&) = default;
};
struct KeptIntervention {
    std::string id;
    std::string title;
    std::optional<std::int64_t> minutes;
    friend bool operator==(const KeptIntervention&, const KeptIntervention&) = default;
};
struct KeptRole {
    std::string id;
    std::string title;
    model::Line line = model::Line::first;
    friend bool operator==(const KeptRole&, const KeptRole&) = default;
};

// In order of declaration.
struct KeptRules {
    std::vector<KeptSignalRule> signals;
    std::vector<KeptIntervention> interventions;
    std::vector<KeptRole> roles;
    bool hides_keys = false;  // the key of a student is confidential
    // Declarations that not everybody may see, by kind and name.
    std::vector<comparison::DeclarationKey> confidential;
    // The packs that have a say in what is kept of a student: whoever describes the rules names them.
    std::vector<std::string> packs;
    std::string printed;
    friend bool operator==(const KeptRules&, const KeptRules&) = default;
};

// `nobody`: as a reader who may see nothing confidential sees them. Without `packs`: rules don't know which files make one.
[[nodiscard]] KeptRules describe_rules(const explain::Redactor& nobody);
[[nodiscard]] std::string write_rules(const KeptRules& rules);
// Nothing: it was not written by `write_rules`.
[[nodiscard]] std::optional<KeptRules> read_rules(std::string_view text);

}  // namespace wegwijzer::keep
