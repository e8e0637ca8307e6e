#include "dsl/compile/rewrite.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "dsl/format/clashes.h"
#include "dsl/format/format.h"
#include "dsl/parse/parse.h"

namespace wegwijzer {
namespace {

bool says_english(const PackText& pack) {
    return std::ranges::any_of(pack.files,
                               [](const PackFile& file) { return find_language(file.text) == Language::en; });
}

bool has_pack(const std::vector<ast::File>& files) {
    return std::ranges::any_of(files, [](const ast::File& file) {
        return std::ranges::any_of(file.declarations, [](const ast::Declaration& declaration) {
            return std::holds_alternative<ast::Pack>(declaration.node);
        });
    });
}

// Without a `regelpakket` there is no place to say that a pack is in English.
Diagnostic no_place_for_the_language(const ast::File& file) {
    Diagnostic finding;
    finding.code = Code::F264;
    if (!file.declarations.empty()) finding.span = file.declarations.front().keyword;
    return finding;
}

bool declares_pack(const ast::File& file, const std::string& name) {
    return std::ranges::any_of(file.declarations, [&](const ast::Declaration& declaration) {
        const auto* pack = std::get_if<ast::Pack>(&declaration.node);
        return pack != nullptr && pack->name.text == name;
    });
}

// Without a pack that is used it is not known which cells are numbers.
bool report_packs_out_of_reach(const std::vector<ast::File>& files, const std::deque<ast::File>& others,
                               Diagnostics& diagnostics) {
    bool found = false;
    for (const ast::File& file : files) {
        for (const ast::Declaration& declaration : file.declarations) {
            const auto* use = std::get_if<ast::Use>(&declaration.node);
            if (use == nullptr || use->pack.text.empty()) continue;
            const auto is_it = [&](const ast::File& other) { return declares_pack(other, use->pack.text); };
            if (std::ranges::any_of(files, is_it) || std::ranges::any_of(others, is_it)) continue;
            Diagnostic finding{.code = Code::F267, .span = use->pack.span};
            finding.arguments = {use->pack.text};
            diagnostics.add(std::move(finding));
            found = true;
        }
    }
    return found;
}

}  // namespace

Rewriting rewrite(PackText pack, const RewriteRequest& request) {
    Rewriting result;
    const Language language = says_english(pack) ? Language::en : request.language_if_silent;

    std::vector<ast::File> files;
    for (PackFile& file : pack.files) {
        const SourceId source = result.sources.add(file.name, std::move(file.text));
        Diagnostics findings;
        files.push_back(parse(result.sources, source, language, findings));
        result.files.push_back({std::move(file.name), {}, findings.has_errors(), false});
        for (const Diagnostic& finding : findings.all()) result.diagnostics.add(finding);
    }
    Scope scope;
    std::deque<ast::File> others;  // must stay where they are
    for (const PackText& text : request.around) {
        const Language its_language = says_english(text) ? Language::en : Language::nl;
        for (const PackFile& file : text.files) {
            Diagnostics ignored;
            SourceMap sources;
            others.push_back(parse(sources, sources.add(file.name, file.text), its_language, ignored));
            scope.add(others.back());
        }
    }
    for (const ast::File& file : files) scope.add(file);

    const Language to = request.to.value_or(language);
    if (to == Language::en && language != to && !files.empty() && !has_pack(files)) {
        result.diagnostics.add(no_place_for_the_language(files.front()));
        result.diagnostics.sort(result.sources);
        return result;
    }
    if (to != language && report_packs_out_of_reach(files, others, result.diagnostics)) {
        result.diagnostics.sort(result.sources);
        return result;
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        RewrittenFile& file = result.files[i];
        if (file.has_errors) continue;
        for (const ast::Name& clash : find_clashes(files[i], scope, to)) {
            Diagnostic finding{.code = Code::F266, .span = clash.span};
            finding.arguments = {clash.text};
            result.diagnostics.add(std::move(finding));
            file.has_errors = true;
        }
        if (file.has_errors) continue;
        file.text = format(result.sources, files[i], to, scope);
        file.is_changed = file.text && *file.text != result.sources.text(files[i].source);
    }
    result.diagnostics.sort(result.sources);
    return result;
}

}  // namespace wegwijzer
