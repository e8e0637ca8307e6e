// Names: another one for one of two, or one for what stands there without.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

// The words of an expression as one name; what is no letter or digit parts them.
std::string name_for(std::string_view text) {
    std::string name;
    for (const char c : text) {
        const bool is_letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
        if (is_letter || (c >= '0' && c <= '9' && !name.empty())) {
            name += c;
        } else if (!name.empty() && name.back() != '_') {
            name += '_';
        }
    }
    while (!name.empty() && name.back() == '_') name.pop_back();
    return name;
}

// A declaration goes right before the one it is for.
std::optional<Edit> declare_before(const Spot& spot, const std::string& line) {
    const ast::Declaration* declaration = spot.declaration();
    if (declaration == nullptr) return std::nullopt;
    const std::string end = spot.line_end(spot.file());
    return spot.insert(spot.file(), spot.line_begin(spot.file(), declaration->keyword.begin), line + end + end);
}

std::string type_of(const Spot& spot, std::string_view value) {
    if (value.ends_with('%')) return std::string(spot.word(Word::type_percentage));
    const std::size_t gap = value.find(' ');
    if (gap == std::string_view::npos) return std::string(spot.word(Word::type_number));
    for (const Word unit : {Word::day, Word::days, Word::week, Word::weeks}) {
        if (value.substr(gap + 1) == spot.word(unit)) return std::string(spot.word(Word::type_duration));
    }
    return std::string(spot.word(Word::type_number)) + " " + std::string(spot.word(Word::in_)) + " " +
           std::string(value.substr(gap + 1));
}

}  // namespace

void rename_either(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<Span> places{spot.finding().span};
    for (const Label& label : spot.finding().labels) places.push_back(label.span);
    for (const Span& place : places) {
        const std::string name(spot.text(place));
        const std::string other = spot.fresh_name(name);
        const std::uint32_t line = spot.compilation().sources.line_column(place.source, place.begin).line;
        ways.offer(spot.language() == Language::nl ? fmt::format("noem `{}` op regel {} `{}`", name, line, other)
                                                   : fmt::format("call `{}` on line {} `{}`", name, line, other),
                   {spot.edit(place, other)});
    }
}

// A value and a parameter with one name: the parameter, or the value.
void rename_thing(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string written(spot.text(spot.finding().span));
    const std::string other = spot.fresh_name(written);
    for (ThingId id = 0; id < spot.names().things().size(); ++id) {
        const Thing& thing = spot.names().thing(id);
        if (thing.name != written) continue;
        const Renaming renaming = rename(spot.compilation(), spot.names(), id, other);
        if (!renaming.refusal.empty()) continue;
        const bool is_value = thing.kind == ThingKind::choice_value;
        ways.offer(fmt::format("{} {} `{}` `{}`", spot.say("noem", "call"),
                               is_value ? spot.say("de waarde", "the value") : spot.say("de naam", "the name"), written,
                               other),
                   renaming.edits);
    }
}

void give_it_a_name(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string value(spot.text(spot.finding().span));
    const std::string name = spot.fresh_name(name_for(value));
    const std::string line = std::string(spot.word(Word::concept_)) + " " + name + " = " + value;
    const auto declaration = declare_before(spot, line);
    if (declaration) ways.offer(spot.say_add(line), {*declaration, spot.edit(spot.finding().span, name)});
}

// One way per number that stands there now: which of them is right nobody else can say.
void make_one_parameter(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<Span> places{spot.finding().span};
    for (const Label& label : spot.finding().labels) places.push_back(label.span);
    std::vector<std::string> values;
    for (const Span& place : places) {
        if (std::ranges::find(values, spot.text(place)) == values.end()) values.emplace_back(spot.text(place));
    }
    const std::string what =
        spot.finding().arguments.empty() ? "" : spot.finding().arguments.front().in(spot.file().language);
    const std::string name = spot.fresh_name(
        name_for((spot.file().language == Language::nl ? "grens " : "threshold ") + what.substr(0, what.find(' '))));
    for (const std::string& value : values) {
        for (const std::string& type : {std::string(spot.word(Word::type_integer)), type_of(spot, value)}) {
            const std::string line = fmt::format("{} {} : {} = {}", spot.word(Word::parameter), name, type, value);
            const auto declaration = declare_before(spot, line);
            if (!declaration) return;
            std::vector<Edit> edits{*declaration};
            for (const Span& place : places) edits.push_back(spot.edit(place, name));
            if (ways.offer(spot.say_add(line), std::move(edits))) break;
        }
    }
}

// Where a parameter belongs and a field or another value stands: one of that name, with the value left open; or the type of the one
// that stands there.
void make_it_a_parameter(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& place = spot.finding().span;
    const std::string written(spot.text(place));
    const std::array types{Word::type_integer, Word::type_duration};  // a number of times, or a term
    for (const Thing* thing : spot.names().all_of(ThingKind::parameter)) {
        if (thing->name != written || thing->declaration == nullptr) continue;
        const auto* parameter = std::get_if<ast::Parameter>(&thing->declaration->node);
        if (parameter == nullptr) continue;
        for (const Word type : types) {
            const std::string its(spot.word(type));
            ways.offer(spot.say_write(written + " : " + its), {spot.edit(parameter->type.span, its)});
        }
        return;
    }
    const std::string name =
        spot.fresh_name(name_for((spot.file().language == Language::nl ? "grens " : "threshold ") + written));
    for (const Word type : types) {
        const std::string line = fmt::format("{} {} : {} = …", spot.word(Word::parameter), name, spot.word(type));
        const auto declaration = declare_before(spot, line);
        if (declaration && ways.offer_to_fill(spot.say_add(line), {*declaration, spot.edit(place, name)})) return;
    }
}

// Of parentheses in parentheses: what stands in the middle one gets a name, so that both halves can be read.
void name_deep_part(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& place = spot.finding().span;
    const ast::Declaration* declaration = spot.declaration();
    if (declaration == nullptr) return;
    std::vector<Span> open;
    std::vector<Span> around;  // the pairs that hold the place, the innermost first
    for (std::uint32_t i = declaration->first_token; i < declaration->last_token; ++i) {
        const ast::Token& token = spot.file().tokens[i];
        const Span span{spot.file().source, token.begin, token.end};
        const std::string_view mark = spot.text(span);
        if (token.kind == ast::TokenKind::text || token.kind == ast::TokenKind::comment) continue;
        if (mark == "(") open.push_back(span);
        if (mark != ")" || open.empty()) continue;
        const Span pair{span.source, open.back().begin, span.end};
        if (holds(pair, place)) around.push_back(pair);
        open.pop_back();
    }
    if (around.empty()) return;
    const Span& part = around[around.size() / 2];
    const std::string name = spot.fresh_name(spot.file().language == Language::nl ? "deel" : "part");
    const std::string line = fmt::format("{} {} = {}", spot.word(Word::concept_), name, spot.text(part));
    const auto named = declare_before(spot, line);
    if (named) ways.offer(spot.say_add(line), {*named, spot.edit(part, name)});
}

// Without a spelling of its own a value is written in the data as it is called here.
void drop_either_spelling(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<Span> places{spot.finding().span};
    for (const Label& label : spot.finding().labels) places.push_back(label.span);
    for (const Span& place : places) ways.offer(spot.say_remove(place), {spot.edit(with_its_blanks(spot, place), "")});
}

}  // namespace wegwijzer::editor
