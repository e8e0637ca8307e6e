#include "dsl/review/guard_fields.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "dsl/review/wording.h"
#include "dsl/words/words.h"
#include "engine/base/unicode.h"

namespace wegwijzer::review {

namespace {

struct GroupName {
    Word fits;  // the privacy class to propose
    Pattern pattern;
};
struct GroupChoices {
    Word fits;
    std::vector<std::string> names;
    bool are_all;  // only where there are no others
};
struct GuardedFields {
    std::vector<GroupName> names;
    std::vector<GroupChoices> choices;
    std::vector<Pattern> tests;
};

std::vector<std::string> split(std::string_view names) {
    std::vector<std::string> result;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(' '), names.size());
        result.emplace_back(names.substr(0, end));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return result;
}

GuardedFields guarded_fields() {
    GuardedFields result;
#define GROUP_NAME(fits, words) result.names.push_back({Word::fits, Pattern(words)});
#define GROUP_CHOICES(fits, words) result.choices.push_back({Word::fits, split(words), false});
#define GROUP_LETTERS(fits, words) result.choices.push_back({Word::fits, split(words), true});
#define TEST_NAME(words) result.tests.emplace_back(words);
#include "dsl/review/guarded_fields.def"
#undef GROUP_NAME
#undef GROUP_CHOICES
#undef GROUP_LETTERS
#undef TEST_NAME
    return result;
}

using Kind = ast::PrivacyMark::Kind;

// The classes of a field, with those of its series.
struct Classes {
    bool any = false;
    bool audit_only = false;

    void add(const ast::PrivacyMark& mark) {
        any = true;
        audit_only = audit_only || mark.kind == Kind::audit_only;
    }
};

// Why this class, in the words of the file.
Localized way_out(Word fits, const ast::File& file) {
    const auto written = [&](Word word) { return '`' + std::string(spelling(word, file.language)) + '`'; };
    const std::string proposed = written(fits);
    const std::string audit = written(Word::audit_only);
    if (fits == Word::special) {
        const std::string basis = written(Word::legal_basis);
        return {"zet " + proposed + " achter dit veld (AVG art. 9: een regel die het leest noemt dan een " + basis +
                    "), of " + audit + " als geen regel het leest",
                "put " + proposed + " behind this field (GDPR art. 9: a rule that reads it then states a " + basis +
                    "), or " + audit + " if no rule reads it"};
    }
    if (fits == Word::with_justification) {
        return {"zet " + proposed + " achter dit veld (een regel die het leest zegt dan waarom), of " + audit +
                    " als geen regel het leest",
                "put " + proposed + " behind this field (a rule that reads it then says why), or " + audit +
                    " if no rule reads it"};
    }
    return {"zet " + proposed +
                " achter dit veld: geen regel leest het dan, en het blijft te zien of de regels voor alle " +
                "groepen even goed uitpakken",
            "put " + proposed +
                " behind this field: no rule reads it then, and it can still be seen whether the rules " +
                "work out as well for all groups"};
}

class FieldGuard {
  public:
    FieldGuard(const Compilation& compilation, const ast::File& file, const GuardedFields& guarded,
               Diagnostics& findings)
        : file_(file), text_(compilation.sources.text(file.source)), guarded_(guarded), findings_(findings) {}

    void look_through() {
        for (const ast::Declaration& declaration : file_.declarations) {
            // What could not be read may have been the class.
            if (declaration.incomplete) continue;
            if (const auto* data = std::get_if<ast::StudentData>(&declaration.node)) {
                for (const ast::Field& field : data->fields) look_at(field, {});
            } else if (const auto* series = std::get_if<ast::Series>(&declaration.node)) {
                Classes classes;
                for (const ast::PrivacyMark& mark : series->privacy) classes.add(mark);
                for (const ast::Field& field : series->fields) look_at(field, classes);
            }
        }
    }

  private:
    void look_at(const ast::Field& field, Classes classes) {
        std::vector<Span> names = {field.name.span};
        for (const ast::FieldMark& mark : field.marks) {
            if (mark.kind == ast::FieldMark::Kind::privacy) classes.add(mark.privacy);
            if (mark.kind == ast::FieldMark::Kind::from_column) names.push_back(mark.column.span);
        }
        for (const Span& name : names) {
            if (!classes.audit_only && is_test(name)) {
                Diagnostic finding;
                finding.code = Code::F306;
                finding.span = name;
                finding.arguments = {field.name.text, std::string(spelling(Word::audit_only, file_.language))};
                findings_.add(std::move(finding));
                return;
            }
            if (classes.any) continue;
            if (const auto fits = class_for_name(name)) {
                Diagnostic finding;
                finding.code = Code::F304;
                finding.span = name;
                finding.arguments = {field.name.text};
                finding.way_out = way_out(*fits, file_);
                findings_.add(std::move(finding));
                return;
            }
        }
        if (!classes.any) look_at_choices(field);
    }

    [[nodiscard]] std::vector<TextWord> words_at(const Span& place) const {
        return words_of_name(text_.substr(place.begin, place.end - place.begin), place.begin);
    }
    [[nodiscard]] bool is_test(const Span& name) const {
        const std::vector<TextWord> words = words_at(name);
        return std::any_of(guarded_.tests.begin(), guarded_.tests.end(),
                           [&](const Pattern& pattern) { return pattern.occurs_in(words); });
    }
    [[nodiscard]] std::optional<Word> class_for_name(const Span& name) const {
        const std::vector<TextWord> words = words_at(name);
        for (const GroupName& each : guarded_.names) {
            if (each.pattern.occurs_in(words)) return each.fits;
        }
        return std::nullopt;
    }

    void look_at_choices(const ast::Field& field) {
        for (const GroupChoices& group : guarded_.choices) {
            std::vector<const ast::ChoiceValue*> found;
            std::set<std::string> groups;  // two words for one group tell nothing apart
            for (const ast::ChoiceValue& choice : field.type.choices) {
                const std::optional<std::string> name = listed_name(choice, group.names);
                if (!name) continue;
                found.push_back(&choice);
                groups.insert(*name);
            }
            if (groups.size() < 2 || (group.are_all && found.size() < field.type.choices.size())) continue;
            Diagnostic finding;
            finding.code = Code::F305;
            finding.span = {file_.source, found.front()->name.span.begin, found.back()->name.span.end};
            finding.arguments = {field.name.text, '`' + found[0]->name.text + "`, `" + found[1]->name.text + '`'};
            finding.way_out = way_out(group.fits, file_);
            findings_.add(std::move(finding));
            return;
        }
    }
    // As it stands in the list: the name of the choice, or how the data writes it.
    static std::optional<std::string> listed_name(const ast::ChoiceValue& choice,
                                                  const std::vector<std::string>& names) {
        const auto listed = [&](std::string name) -> std::optional<std::string> {
            std::replace(name.begin(), name.end(), '-', '_');
            std::replace(name.begin(), name.end(), ' ', '_');
            if (std::find(names.begin(), names.end(), name) == names.end()) return std::nullopt;
            return name;
        };
        if (auto name = listed(to_lower(choice.name.text))) return name;
        return choice.written ? listed(to_lower(choice.written->value)) : std::nullopt;
    }

    const ast::File& file_;
    std::string_view text_;
    const GuardedFields& guarded_;
    Diagnostics& findings_;
};

}  // namespace

void guard_fields(const Compilation& compilation, Diagnostics& findings) {
    const GuardedFields guarded = guarded_fields();
    for (const ast::File& file : compilation.files) FieldGuard(compilation, file, guarded, findings).look_through();
}

}  // namespace wegwijzer::review
