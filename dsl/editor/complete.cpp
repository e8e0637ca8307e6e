#include "dsl/editor/complete.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "dsl/editor/describe.h"
#include "dsl/editor/typed.h"
#include "dsl/editor/wanted.h"
#include "dsl/editor/word_meanings.h"
#include "dsl/format/built_in_names.h"
#include "dsl/words/words.h"

namespace wegwijzer::editor {

namespace {

constexpr std::array levels{Word::low, Word::medium, Word::high};
constexpr std::array followup_statuses{Word::proposed, Word::planned, Word::done, Word::waived, Word::completed};
constexpr std::array consent_statuses{Word::given_consent, Word::refused, Word::withdrawn};
constexpr std::array truths{Word::yes, Word::no};

bool is_audit_only(const Thing& thing) {
    if (thing.field == nullptr) return false;
    return std::ranges::any_of(thing.field->marks, [](const ast::FieldMark& mark) {
        return mark.kind == ast::FieldMark::Kind::privacy && mark.privacy.kind == ast::PrivacyMark::Kind::audit_only;
    });
}

class Proposer {
  public:
    Proposer(const Names& names, Language written, Language language)
        : names_(names), written_(written), language_(language) {}

    std::vector<Proposal> propose(const Wanted& wanted, const Typed& typed, const std::vector<std::string>& packs) {
        const Phrases tokens(typed.tokens, written_);
        for (const Word word : wanted.words) add_word(word, wanted.begun, tokens);
        if (wanted.begun > 0) return std::move(items_);
        for (const Word word : wanted.longer) add_word(word, wanted.longer_begun, tokens);
        add_choices(wanted.choices);
        for (const ThingKind kind : wanted.things) {
            for (const Thing* thing : names_.all_of(kind)) add_thing(*thing);
        }
        if (!wanted.fields_of.empty()) add_fields(wanted.fields_of);
        if (wanted.fields_of_any) {
            for (const Thing* thing : names_.all_of(ThingKind::series_field)) add_thing(*thing);
            for (const BuiltInSeries series :
                 {BuiltInSeries::signals, BuiltInSeries::followups, BuiltInSeries::consents})
                add_built_in_fields(series);
        }
        if (wanted.series) add_series(wanted.with_field);
        if (wanted.values) {
            for (const ThingKind kind :
                 {ThingKind::student_field, ThingKind::parameter, ThingKind::named_concept, ThingKind::table})
                for (const Thing* thing : names_.all_of(kind)) add_thing(*thing);
        }
        for (const std::string& pack : packs)
            add({Proposal::Kind::name, pack, noun_of(ThingKind::pack, language_), ThingKind::pack});
        return std::move(items_);
    }

  private:
    void add(Proposal item) {
        if (item.label.empty() || !labels_.insert(item.label).second) return;
        items_.push_back(std::move(item));
    }
    void add_word(Word word, std::size_t begun, const Phrases& tokens) {
        std::string_view phrase = spelling(word, written_);
        if (begun > 0) {
            if (tokens.begun_at(tokens.size() - begun, word) == 0) return;
            for (std::size_t left = begun; left > 0; --left) phrase.remove_prefix(phrase.find(' ') + 1);
        }
        add({Proposal::Kind::word, std::string(phrase), std::string(meaning_of(word, language_))});
    }
    template <std::size_t count>
    void add_values(const std::array<Word, count>& words) {
        for (const Word word : words)
            add({Proposal::Kind::value, std::string(spelling(word, written_)),
                 std::string(meaning_of(word, language_))});
    }
    void add_thing(const Thing& thing) {
        if (is_audit_only(thing)) return;
        std::string detail = noun_of(thing.kind, language_);
        if (const std::string title = title_of(thing); !title.empty()) detail += " – " + title;
        if (thing.kind == ThingKind::series_field) detail += " – " + thing.owner;
        add({thing.kind == ThingKind::choice_value ? Proposal::Kind::value : Proposal::Kind::name, thing.name,
             std::move(detail), thing.kind});
    }
    void add_all(ThingKind kind) {
        for (const Thing* thing : names_.all_of(kind)) add_thing(*thing);
    }
    void add_choices(const Choices& choices) {
        using Kind = Choices::Kind;
        switch (choices.kind) {
            case Kind::own:
                if (choices.type == nullptr) return;
                for (const ast::ChoiceValue& value : choices.type->choices)
                    add({Proposal::Kind::value, value.name.text, choices.owner, ThingKind::choice_value});
                break;
            case Kind::levels: return add_values(levels);
            case Kind::followup_statuses: return add_values(followup_statuses);
            case Kind::consent_statuses: return add_values(consent_statuses);
            case Kind::truth: return add_values(truths);
            case Kind::factors: return add_all(ThingKind::factor);
            case Kind::clusters: return add_all(ThingKind::cluster);
            case Kind::interventions: return add_all(ThingKind::intervention);
            case Kind::roles: return add_all(ThingKind::role);
            case Kind::none: break;
        }
    }
    void add_fields(const std::string& series) {
        const std::string plural = names_.series_called(series);
        for (const Thing* thing : names_.fields_of(plural)) {
            if (!plural.empty()) add_thing(*thing);
        }
        if (!plural.empty()) return;
        if (const auto built_in = find_built_in_series(series, written_)) add_built_in_fields(*built_in);
    }
    void add_built_in_fields(BuiltInSeries series) {
        for (const Word word : words_in(WordPlace::series)) {
            const std::string name(spelling(word, written_));
            if (is_built_in_field(name, series, written_))
                add({Proposal::Kind::name, name, noun_of(ThingKind::series_field, language_), ThingKind::series_field});
        }
    }
    // The plural for several, but one who counts to one writes the singular: both are there.
    void add_series(const std::string& with_field) {
        for (const Thing* thing : names_.all_of(ThingKind::series)) {
            const std::string plural = names_.series_called(thing->name);
            if (!with_field.empty() && !names_.find(NameSet::series_fields, with_field, plural)) continue;
            if (!with_field.empty() && thing->name != plural) continue;
            add_thing(*thing);
        }
        using Pair = std::pair<Word, BuiltInSeries>;
        for (const auto& [word, series] :
             {Pair{Word::signals, BuiltInSeries::signals}, Pair{Word::followups, BuiltInSeries::followups},
              Pair{Word::consents, BuiltInSeries::consents}}) {
            if (!with_field.empty() && !is_built_in_field(with_field, series, written_)) continue;
            add({Proposal::Kind::name, std::string(spelling(word, written_)), std::string(meaning_of(word, language_)),
                 ThingKind::series});
        }
    }

    const Names& names_;
    Language written_;
    Language language_;
    std::vector<Proposal> items_;
    std::set<std::string> labels_;
};

}  // namespace

Proposals complete(std::string_view text, std::uint32_t cursor, const Names& names, Language written, Language language,
                   const std::function<std::vector<std::string>()>& packs_beside) {
    const Typed typed = read_typed(text, cursor);
    Proposals result;
    result.end = std::min<std::uint32_t>(cursor, static_cast<std::uint32_t>(text.size()));
    result.begin = result.end - static_cast<std::uint32_t>(typed.prefix.size());
    const Wanted wanted = wanted_in_declaration(typed, names, written);
    const std::vector<std::string> packs = wanted.packs ? packs_beside() : std::vector<std::string>();
    result.items = Proposer(names, written, language).propose(wanted, typed, packs);
    return result;
}

}  // namespace wegwijzer::editor
