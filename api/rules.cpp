#include "api/run/authorship.h"
#include "api/run/contents.h"
#include "dsl/compile/packs_in_use.h"
#include "engine/program/lower.h"

namespace wegwijzer::api {
namespace {

template <class Declaration>
std::vector<std::string> names_of(const std::vector<Declaration>& declarations) {
    std::vector<std::string> names;
    for (const Declaration& declaration : declarations) names.push_back(declaration.name);
    return names;
}

PackText text_of(const Pack& pack) {
    PackText text{pack.name, {}};
    for (const File& file : pack.files) text.files.push_back({file.name, file.bytes});
    return text;
}

}  // namespace

const char* version() { return WEGWIJZER_VERSION; }

std::vector<std::string> packs_used_by(const Pack& pack) { return read_pack_head(text_of(pack)).uses; }

Outcome<Rules> Rules::compile(const std::vector<Pack>& packs, Language language) {
    std::vector<PackText> texts;
    for (const Pack& pack : packs) texts.push_back(text_of(pack));
    auto contents = std::make_shared<Contents>();
    contents->compilation = wegwijzer::compile(std::move(texts));
    Outcome<Rules> outcome;
    for (const Diagnostic& diagnostic : contents->compilation.diagnostics.all()) {
        outcome.findings.push_back(as_finding(diagnostic, contents->compilation.sources, inner(language)));
    }
    if (contents->compilation.rules == nullptr) return outcome;
    contents->program = program::lower(contents->rules());
    contents->authorship = run::authorship_of(contents->compilation);
    outcome.value = Rules(std::move(contents));
    return outcome;
}

Outcome<Rules> Rules::compile_text(std::string_view text, Language language) {
    return compile({{"regels", {{"regels", std::string(text)}}}}, language);
}

std::vector<std::string> Rules::student_fields() const { return names_of(contents_->rules().schema->student_fields); }

std::vector<std::string> Rules::series() const {
    std::vector<std::string> names;
    for (const Series& series : contents_->rules().schema->series) names.push_back(series.plural);
    return names;
}

std::vector<std::string> Rules::fields_of(std::string_view series) const {
    const Schema& schema = *contents_->rules().schema;
    const SeriesId id = schema.find_series(series);
    return id.is_none() ? std::vector<std::string>{} : names_of(schema.series_of(id).fields);
}

std::vector<std::string> Rules::signals() const { return names_of(contents_->rules().signals); }
std::vector<std::string> Rules::interventions() const { return names_of(contents_->rules().interventions); }
std::vector<std::string> Rules::roles() const { return names_of(contents_->rules().roles); }

}  // namespace wegwijzer::api
