#include "dsl/editor/rename.h"

#include <algorithm>
#include <map>
#include <utility>

#include "dsl/parse/lexer.h"
#include "dsl/parse/parse.h"
#include "dsl/words/words.h"
#include "engine/base/unicode.h"

namespace wegwijzer::editor {

namespace {

bool is_name(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = parsing::letter_length(text, at, at == 0);
        if (length == 0) return false;
        at += length;
    }
    return at > 0;
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

// Calls visit(field) for the fields that this file declares.
template <class Visit>
void for_each_field(const ast::File& file, Visit&& visit) {
    for (const ast::Declaration& declaration : file.declarations) {
        if (const auto* data = std::get_if<ast::StudentData>(&declaration.node)) {
            for (const ast::Field& field : data->fields) visit(field);
        } else if (const auto* series = std::get_if<ast::Series>(&declaration.node)) {
            for (const ast::Field& field : series->fields) visit(field);
        }
    }
}

// What comes behind the new name where a value of a field is declared: in the place of `mbo` stands `middelbaar "mbo"`.
std::string spelling_in_data(const Thing& thing, const NameUse& use, const ast::File& file) {
    std::string result;
    if (!use.declares || thing.kind != ThingKind::choice_value) return result;
    for_each_field(file, [&](const ast::Field& field) {
        for (const ast::ChoiceValue& value : field.type.choices) {
            if (value.name.span == use.span && !value.written) result = " " + quoted(thing.name);
        }
    });
    return result;
}

// Where a field is declared that has no `uit`, one with its old name.
std::optional<Edit> column_in_data(const Thing& thing, const NameUse& use, const ast::File& file,
                                   const SourceMap& sources) {
    std::optional<Edit> result;
    if (!use.declares || thing.kind == ThingKind::choice_value) return result;
    for_each_field(file, [&](const ast::Field& field) {
        const bool has_column = std::ranges::any_of(
            field.marks, [](const ast::FieldMark& mark) { return mark.kind == ast::FieldMark::Kind::from_column; });
        if (field.name.span != use.span || has_column) return;
        const std::uint32_t end = field.type.span.end;
        result = Edit{sources.name(file.source), end, end,
                      " " + std::string(spelling(Word::from_column, file.language)) + " " + quoted(thing.name)};
    });
    return result;
}

bool could_be_read(const Compilation& compilation) {
    return std::ranges::all_of(compilation.files, [](const ast::File& file) {
        return file.doubtful.empty() && file.lost.empty() &&
               std::ranges::none_of(file.declarations, [](const ast::Declaration& each) { return each.incomplete; });
    });
}

std::map<std::string, std::string> with_edits(const Compilation& compilation, const std::vector<Edit>& edits) {
    std::map<std::string, std::string> texts;
    for (const ast::File& file : compilation.files)
        texts[compilation.sources.name(file.source)] = std::string(compilation.sources.text(file.source));
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        texts[edit->file].replace(edit->begin, edit->end - edit->begin, edit->text);
    return texts;
}

// The names of the packs as they would be: as many uses of each thing, in the same order.
bool means_the_same(const Compilation& compilation, const Names& names, const std::vector<Edit>& edits) {
    const std::map<std::string, std::string> texts = with_edits(compilation, edits);
    SourceMap sources;
    Diagnostics findings;
    std::vector<ast::File> files;
    for (const ast::File& file : compilation.files) {
        const std::string& name = compilation.sources.name(file.source);
        files.push_back(parse(sources, sources.add(name, texts.at(name)), file.language, findings));
    }
    const Names after(files);
    // Sources are numbered in the order of the files here: bring both in that order.
    std::map<std::size_t, std::size_t> order;
    for (std::size_t i = 0; i < compilation.files.size(); ++i) order[compilation.files[i].source.index()] = i;
    const auto sequence = [](const Names& all, const auto& number) {
        std::map<std::size_t, std::vector<std::pair<ThingId, bool>>> by_file;
        for (const NameUse& use : all.uses()) by_file[number(use.span.source)].emplace_back(use.thing, use.declares);
        return by_file;
    };
    return sequence(names, [&](SourceId source) { return order[source.index()]; }) ==
           sequence(after, [](SourceId source) { return source.index(); });
}

}  // namespace

std::optional<Localized> why_no_name(const Names& names, const Thing& thing, std::string_view name) {
    const std::string shown = "`" + replace_invalid_utf8(name) + "`";
    if (!is_valid_utf8(name) || !is_name(name))
        return Localized{
            shown + " is geen naam: een naam begint met een letter en heeft verder letters, cijfers en `_`",
            shown + " is no name: a name begins with a letter, and has letters, digits and `_` behind it"};
    const std::string normal = to_nfc(name);
    if (is_reserved(normal))
        return Localized{shown + " is een woord van de taal en kan geen naam zijn",
                         shown + " is a word of the language and can't be a name"};
    if (normal != thing.name && names.find(set_of(thing.kind), normal, thing.owner))
        return Localized{"de naam " + shown + " is al gebruikt", "the name " + shown + " is used already"};
    return std::nullopt;
}

Renaming rename(const Compilation& compilation, const Names& names, ThingId id, std::string_view name) {
    const Thing& thing = names.thing(id);
    if (const auto reason = why_no_name(names, thing, name)) return {{}, *reason};
    if (!could_be_read(compilation))
        return {{},
                {"een deel van de regels kan niet gelezen worden; los eerst die fouten op",
                 "part of the rules can't be read; mend those errors first"}};
    Renaming result;
    for (const NameUse& use : names.uses_of(id)) {
        const auto file = std::ranges::find(compilation.files, use.span.source, &ast::File::source);
        if (file == compilation.files.end()) continue;
        result.edits.push_back({compilation.sources.name(use.span.source), use.span.begin, use.span.end,
                                std::string(name) + spelling_in_data(thing, use, *file)});
        if (auto column = column_in_data(thing, use, *file, compilation.sources))
            result.edits.push_back(std::move(*column));
    }
    std::ranges::sort(result.edits);
    if (!means_the_same(compilation, names, result.edits))
        return {{},
                {"met deze naam zouden de regels iets anders betekenen",
                 "with this name the rules would mean something else"}};
    return result;
}

}  // namespace wegwijzer::editor
