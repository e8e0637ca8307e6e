// "kies uit …", "bedoelt u …": one way per name that would be right in that place, the nearest first.
#include <algorithm>

#include "dsl/editor/ways_out/ways.h"
#include "dsl/review/silencings.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer::editor {

namespace {

void write_nearest(Ways& ways, const Span& span, std::vector<std::string> names) {
    const Spot& spot = ways.spot();
    const std::string_view written = spot.text(span);
    std::ranges::stable_sort(names, {}, [&](const std::string& name) { return distance(written, name); });
    std::erase(names, written);
    for (const std::string& name : names) ways.offer(spot.say_write(name), {spot.edit(span, name)});
}

void add_names(const Spot& spot, std::vector<std::string>& names, ThingKind kind) {
    for (const Thing* thing : spot.names().all_of(kind)) {
        if (std::ranges::find(names, thing->name) == names.end()) names.push_back(thing->name);
    }
}

const ast::Compare* comparison_around(const Spot& spot) {
    const ast::Compare* smallest = nullptr;
    Span span;
    for (const ast::Expr& expr : spot.file().exprs) {
        const auto* compare = std::get_if<ast::Compare>(&expr.node);
        if (compare == nullptr || !holds(expr.span, spot.finding().span)) continue;
        if (smallest != nullptr && expr.span.end - expr.span.begin >= span.end - span.begin) continue;
        smallest = compare;
        span = expr.span;
    }
    return smallest;
}

}  // namespace

// What the message names, and what it only hints at with `…`: the kinds of the names it gives, and those of which it says there is none.
void choose_name(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string written(spot.text(spot.finding().span));
    std::vector<std::string> names;
    std::vector<ThingKind> kinds;
    bool is_all = true;
    for (const std::string& proposal : spot.proposals()) {
        if (proposal == written) continue;
        if (proposal == "…") is_all = false;
        names.push_back(proposal);
    }
    const std::vector<std::string> told = names;
    for (const Thing& thing : spot.names().things()) {
        if (std::ranges::find(told, thing.name) == told.end()) continue;
        if (std::ranges::find(kinds, thing.kind) == kinds.end()) kinds.push_back(thing.kind);
    }
    if (told.size() >= 6 || !is_all) {
        for (const ThingKind kind : kinds) add_names(spot, names, kind);
    }
    write_nearest(ways, spot.finding().span, std::move(names));
}

// What it declares couldn't be read before: it may show errors elsewhere.
void choose_pack(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& written = spot.finding().span;
    for (const std::string& name : spot.proposals()) {
        if (name != spot.text(written)) ways.offer_exact(spot.say_write(name), {spot.edit(written, name)});
    }
}

void choose_value(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Compare* compare = comparison_around(spot);
    if (compare == nullptr) return;
    const Span& wrong = spot.finding().span;
    write_each_proposal(ways);
    for (const ast::Expr& expr : spot.file().exprs) {
        if (std::get_if<ast::Compare>(&expr.node) != compare) continue;
        for (const std::string& proposal : spot.proposals())
            ways.offer(spot.say_write(proposal), {spot.edit(expr.span, proposal)});
    }
    std::vector<std::string> values;
    for (const Thing* thing : spot.names().all_of(ThingKind::choice_value)) {
        const std::string_view left = spot.text(compare->left);
        if (thing->owner == left || thing->owner.ends_with("." + std::string(left))) values.push_back(thing->name);
    }
    for (const Word word : {Word::yes, Word::no}) values.emplace_back(spot.word(word));
    write_nearest(ways, wrong, std::move(values));
}

// Another value of the same student, or another field of the same events.
void choose_field(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<std::string> names;
    const bool is_of_series = spot.finding().code == Code::F071;
    for (const ThingKind kind :
         {ThingKind::series_field, ThingKind::student_field, ThingKind::parameter, ThingKind::named_concept}) {
        if ((kind == ThingKind::series_field) == is_of_series) add_names(spot, names, kind);
    }
    write_nearest(ways, spot.finding().span, std::move(names));
}

// The bounds that the message names: `kies een waarde van 1 t/m 5`.
void choose_bound(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string told = do_text(spot.finding(), spot.file().language);
    for (std::size_t at = 0; at < told.size();) {
        const std::size_t end = std::min(told.find(' ', at), told.size());
        const std::string word = told.substr(at, end - at);
        if (word.find_first_of("0123456789") != std::string::npos)
            ways.offer(spot.say_write(word), {spot.edit(spot.finding().span, word)});
        at = end + 1;
    }
}

// `door`, `adviseer`, `gemiddelde`: each name that may follow.
void choose_name_behind(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& word = spot.finding().span;
    std::vector<std::string> names;
    const std::string_view written = spot.text(word);
    if (written == spot.word(Word::by) || written == spot.word(Word::through)) add_names(spot, names, ThingKind::role);
    if (written == spot.word(Word::advise)) add_names(spot, names, ThingKind::intervention);
    if (written == spot.word(Word::factor)) add_names(spot, names, ThingKind::factor);
    if (written == spot.word(Word::signal)) add_names(spot, names, ThingKind::signal);
    if (names.empty()) add_names(spot, names, ThingKind::series_field);
    for (const std::string& name : names)
        ways.offer(spot.say_write(std::string(written) + " " + name), {spot.insert(spot.file(), word.end, " " + name)});
}

void choose_role(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<std::string> names;
    add_names(spot, names, ThingKind::role);
    write_nearest(ways, spot.finding().span, std::move(names));
}

void choose_priority(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& span = spot.finding().span;
    const std::string keyword(spot.word(Word::priority));
    const std::size_t digits = spot.text(span).find_first_of("-0123456789");
    if (digits == std::string_view::npos) return;
    const bool is_high = spot.text(span)[digits] != '-' && spot.text(span).substr(digits) != "0";
    for (int i = 1; i <= 5; ++i) {
        const std::string line = keyword + " " + std::to_string(is_high ? 6 - i : i);
        ways.offer(spot.say_write(line), {spot.edit(span, line)});
    }
}

// Of a finding that is really here: a comment that allows nothing would be a finding as well.
void choose_code(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<std::string> codes;
    for (const Code code : all_codes()) {
        if (review::can_be_silenced(code)) codes.emplace_back(entry(code).code);
    }
    const std::string_view written = spot.text(spot.finding().span);
    std::erase_if(codes, [&](const std::string& code) { return distance(written, code) > 1; });
    write_nearest(ways, spot.finding().span, std::move(codes));
}

}  // namespace wegwijzer::editor
