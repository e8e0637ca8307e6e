#include "dsl/editor/describe.h"

#include <algorithm>
#include <array>

#include "dsl/editor/word_at.h"
#include "dsl/editor/word_meanings.h"
#include "dsl/words/words.h"

namespace wegwijzer::editor {

namespace {

constexpr std::size_t most_lines = 12;

std::string code(std::string_view text) { return "`" + std::string(text) + "`"; }

// The author's own lines; a long declaration is cut.
std::string quoted_lines(std::string_view text) {
    std::string result = "```regels\n";
    for (std::size_t count = 0; !text.empty(); ++count) {
        if (count == most_lines) {
            result += "…\n";
            break;
        }
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        result += std::string(line) + "\n";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result + "```\n";
}

class Describer {
  public:
    Describer(const Compilation& compilation, Language language)
        : compilation_(compilation), is_dutch_(language == Language::nl), language_(language) {}

    std::string of_thing(const Thing& thing) const {
        std::string text = "**" + noun_of(thing.kind, language_) + "** " + code(thing.name);
        if (const std::string title = title_of(thing); !title.empty()) text += " – " + title;
        text += "\n\n";
        if (thing.kind == ThingKind::choice_value) return text + of_value(thing);
        if (thing.field != nullptr) return text + of_field(thing);
        if (thing.declaration != nullptr) text += quoted_lines(compilation_.sources.text(thing.declaration->span));
        if (thing.kind == ThingKind::parameter) text += of_parameter(thing);
        return text + pack_line(thing);
    }
    std::string of_word(Word word, Language written) const {
        const Language other = written == Language::nl ? Language::en : Language::nl;
        std::string text = code(spelling(word, written));
        if (const std::string_view meaning = meaning_of(word, language_); !meaning.empty())
            text += " – " + std::string(meaning);
        return text + "\n\n" +
               std::string(other == Language::en ? say("In het Engels: ", "In English: ")
                                                 : say("In het Nederlands: ", "In Dutch: ")) +
               code(spelling(word, other)) + "\n";
    }

  private:
    [[nodiscard]] std::string_view say(std::string_view nl, std::string_view en) const { return is_dutch_ ? nl : en; }
    [[nodiscard]] std::string text_of(const ast::File& file, ast::ExprId id) const {
        return id.is_none() ? std::string() : std::string(compilation_.sources.text(file.expr(id).span));
    }
    [[nodiscard]] std::string pack_of(SourceId source) const {
        for (const PackFiles& pack : compilation_.packs) {
            for (const std::size_t index : pack.files) {
                if (compilation_.files[index].source != source) continue;
                for (const std::size_t other : pack.files) {
                    for (const ast::Declaration& declaration : compilation_.files[other].declarations) {
                        if (const auto* head = std::get_if<ast::Pack>(&declaration.node)) return head->name.text;
                    }
                }
                return pack.name;
            }
        }
        return {};
    }
    [[nodiscard]] std::string pack_line(const Thing& thing) const {
        if (thing.kind == ThingKind::pack || thing.declarations.empty()) return {};
        const std::string pack = pack_of(thing.declarations.front().source);
        return pack.empty() ? std::string() : "\n" + std::string(say("Pakket: ", "Pack: ")) + code(pack) + "\n";
    }

    // Its own value, and every `stel` that may give it another: of the lines whose condition holds the last one counts.
    [[nodiscard]] std::string of_parameter(const Thing& thing) const {
        const auto* parameter = std::get_if<ast::Parameter>(&thing.declaration->node);
        if (parameter == nullptr) return {};
        std::string value = text_of(*thing.file, parameter->value);
        std::string text;
        std::string by = value.empty() ? "" : pack_of(thing.file->source);
        for (const PackFiles& pack : compilation_.packs) {
            for (const std::size_t index : pack.files)
                add_settings(compilation_.files[index], thing.name, value, by, text);
        }
        std::string now;
        if (value.empty()) {
            now = say("**Open keuze**: nog door niemand gezet.", "**Open choice**: nobody has set it yet.");
        } else {
            now = std::string(say("**Waarde nu**: ", "**Value now**: ")) + code(value);
            if (!by.empty()) now += std::string(say(", gezet door ", ", set by ")) + code(by);
            now += ".";
        }
        return "\n" + now + "\n" + text;
    }
    void add_settings(const ast::File& file, const std::string& name, std::string& value, std::string& by,
                      std::string& text) const {
        for (const ast::Declaration& declaration : file.declarations) {
            const auto* set = std::get_if<ast::Set>(&declaration.node);
            if (set == nullptr || set->parameter.text != name) continue;
            const std::string written = text_of(file, set->value);
            if (set->condition.is_none()) {
                value = written;
                by = pack_of(file.source);
                text.clear();  // what was read before can't count any more
            }
            text += "\n- " + code(written);
            if (!set->condition.is_none())
                text += std::string(say(" voor ", " for ")) + code(text_of(file, set->condition));
            text += std::string(say(", gezet door ", ", set by ")) + code(pack_of(file.source));
            for (const ast::SetClause& clause : set->clauses) {
                if (const auto* reason = std::get_if<ast::Text>(&clause.value)) text += ": " + reason->value;
            }
            text += "\n";
        }
    }

    [[nodiscard]] std::string of_field(const Thing& thing) const {
        const std::string_view line = compilation_.sources.text(thing.field->span);
        std::string text = quoted_lines(line);
        if (!thing.owner.empty())
            text += "\n" + std::string(say("Van de reeks ", "Of the series ")) + code(thing.owner) + "\n";
        const auto explain = [&](const ast::PrivacyMark& mark) {
            constexpr std::array words{Word::confidential, Word::with_justification, Word::special, Word::audit_only};
            const Word word = words[static_cast<std::size_t>(mark.kind)];
            text += "\n- " + code(spelling(word, thing.file->language)) + ": " +
                    std::string(meaning_of(word, language_)) + "\n";
        };
        for (const ast::FieldMark& mark : thing.field->marks) {
            switch (mark.kind) {
                case ast::FieldMark::Kind::privacy: explain(mark.privacy); break;
                case ast::FieldMark::Kind::from_column:
                    text += "\n- " + std::string(say("in de gegevens: ", "in the data: ")) + mark.column.value + "\n";
                    break;
                case ast::FieldMark::Kind::start: text += mark_line(Word::mark_start, thing); break;
                case ast::FieldMark::Kind::mentor: text += mark_line(Word::mark_mentor, thing); break;
                case ast::FieldMark::Kind::name: text += mark_line(Word::mark_name, thing); break;
            }
        }
        if (const auto* series = std::get_if<ast::Series>(&thing.declaration->node)) {
            for (const ast::PrivacyMark& mark : series->privacy) explain(mark);
        }
        return text + pack_line(thing);
    }
    [[nodiscard]] std::string mark_line(Word word, const Thing& thing) const {
        return "\n- " + code(spelling(word, thing.file->language)) + ": " + std::string(meaning_of(word, language_)) +
               "\n";
    }
    [[nodiscard]] std::string of_value(const Thing& thing) const {
        std::string text = std::string(say("Van ", "Of ")) + code(thing.owner) + "\n";
        if (thing.field == nullptr) return text;
        for (const ast::ChoiceValue& value : thing.field->type.choices) {
            if (value.name.text == thing.name && value.written)
                text += "\n" + std::string(say("In de gegevens: ", "In the data: ")) + value.written->value + "\n";
        }
        return text;
    }

    const Compilation& compilation_;
    bool is_dutch_;
    Language language_;
};

struct TitleFinder {
    template <class Node>
    std::string operator()(const Node& node) const {
        if constexpr (std::is_same_v<Node, ast::Source>) {
            return node.title.value;
        } else if constexpr (requires { node.title->value; }) {
            return node.title ? node.title->value : std::string();
        } else {
            return {};
        }
    }
};

}  // namespace

std::string noun_of(ThingKind kind, Language language) {
    const auto word = [&](Word which) { return std::string(spelling(which, language)); };
    const bool is_dutch = language == Language::nl;
    switch (kind) {
        case ThingKind::pack: return word(Word::pack);
        case ThingKind::source: return word(Word::source);
        case ThingKind::student_field:
        case ThingKind::series_field: return is_dutch ? "veld" : "field";
        case ThingKind::series: return word(Word::series);
        case ThingKind::choice_value: return is_dutch ? "waarde" : "value";
        case ThingKind::calendar: return word(Word::calendar);
        case ThingKind::phase: return word(Word::phase);
        case ThingKind::cluster: return word(Word::cluster);
        case ThingKind::factor: return word(Word::factor);
        case ThingKind::role: return word(Word::role);
        case ThingKind::parameter: return word(Word::parameter);
        case ThingKind::named_concept: return word(Word::concept_);
        case ThingKind::table: return word(Word::table);
        case ThingKind::signal: return word(Word::signal);
        case ThingKind::strength: return word(Word::strength);
        case ThingKind::opportunity: return word(Word::opportunity);
        case ThingKind::intervention: return word(Word::intervention);
        case ThingKind::plan: return word(Word::plan);
        case ThingKind::policy: break;
    }
    return word(Word::policy);
}

std::string title_of(const Thing& thing) {
    if (thing.declaration == nullptr || thing.field != nullptr || thing.kind == ThingKind::choice_value) return {};
    return std::visit(TitleFinder{}, thing.declaration->node);
}

std::string describe(const Compilation& compilation, const Thing& thing, Language language) {
    return Describer(compilation, language).of_thing(thing);
}

std::optional<Description> describe(const Compilation& compilation, const Names& names, SourceId source,
                                    std::uint32_t offset, Language language) {
    if (const NameUse* use = names.at(source, offset))
        return Description{describe(compilation, names.thing(use->thing), language), use->span};
    const auto file = std::ranges::find(compilation.files, source, &ast::File::source);
    if (file == compilation.files.end()) return std::nullopt;
    const std::optional<WordAt> word = word_at(*file, compilation.sources, offset);
    if (!word) return std::nullopt;
    return Description{Describer(compilation, language).of_word(word->word, file->language), word->span};
}

}  // namespace wegwijzer::editor
