#include "dsl/check/names.h"

namespace wegwijzer::checking {

Localized noun(NameKind kind) {
    switch (kind) {
        case NameKind::student_field: return {"veld", "field"};
        case NameKind::series_field: return {"veld", "field"};
        case NameKind::parameter: return {"parameter", "parameter"};
        case NameKind::named_concept: return {"begrip", "concept"};
        case NameKind::table: return {"tabel", "table"};
        case NameKind::signal: return {"signaal", "signal"};
        case NameKind::strength: return {"kracht", "strength"};
        case NameKind::opportunity: return {"kans", "opportunity"};
        case NameKind::intervention: return {"interventie", "intervention"};
        case NameKind::plan: return {"aanpak", "plan"};
        case NameKind::source: return {"bron", "source"};
        case NameKind::series: return {"reeks", "series"};
        case NameKind::calendar: return {"kalender", "calendar"};
        case NameKind::phase: return {"fase", "phase"};
        case NameKind::cluster: return {"cluster", "cluster"};
        case NameKind::factor: return {"factor", "factor"};
        case NameKind::role: return {"rol", "role"};
        case NameKind::policy: return {"beleid", "policy"};
        case NameKind::pack: return {"regelpakket", "rule pack"};
    }
    return {};
}

Localized with_article(NameKind kind) {
    const Localized name = noun(kind);
    switch (kind) {
        case NameKind::student_field:
        case NameKind::series_field:
        case NameKind::named_concept:
        case NameKind::signal:
        case NameKind::cluster:
        case NameKind::policy:
        case NameKind::pack: return {"het " + name.nl, "the " + name.en};
        default: return {"de " + name.nl, "the " + name.en};
    }
}

const Symbol* NameTable::add(const std::string& name, Symbol symbol) {
    const auto [place, is_new] = symbols_.try_emplace(name, symbol);
    if (!is_new) return &place->second;
    names_.push_back(name);
    return nullptr;
}

const Symbol* NameTable::find(const std::string& name) const {
    const auto place = symbols_.find(name);
    return place == symbols_.end() ? nullptr : &place->second;
}

}  // namespace wegwijzer::checking
