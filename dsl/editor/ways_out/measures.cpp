// Units, types and bounds: "gebruik aan beide kanten dezelfde eenheid", "maak het type `tekst`".
#include <algorithm>
#include <array>
#include <set>

#include "dsl/ast/length_words.h"
#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

std::string number_of(std::string_view written) {
    return std::string(written.substr(0, written.find_first_not_of("-0123456789,.")));
}

// What a number in this pack may have behind it.
std::vector<std::string> units_of(const Spot& spot) {
    std::set<std::string> units{std::string(spot.word(Word::hours)), std::string(spot.word(Word::euro))};
    const auto add = [&](const ast::Type& type) {
        if (type.unit) units.insert(type.unit->text);
    };
    for (const ast::File& file : spot.compilation().files) {
        for (const ast::Declaration& declaration : file.declarations) {
            std::visit(
                [&](const auto& node) {
                    if constexpr (requires { node.fields; }) {
                        for (const ast::Field& field : node.fields) add(field.type);
                    }
                    if constexpr (requires { node.type; }) add(node.type);
                },
                declaration.node);
        }
    }
    std::vector<std::string> endings{"", "%"};
    for (const std::string& unit : units) endings.push_back(" " + unit);
    return endings;
}

const ast::Table* table_around(const Spot& spot) {
    const ast::Declaration* declaration = spot.declaration();
    return declaration == nullptr ? nullptr : std::get_if<ast::Table>(&declaration->node);
}

}  // namespace

// The number stays: what it counts is what was not the same on both sides.
void choose_unit(Ways& ways) {
    const Spot& spot = ways.spot();
    std::vector<Span> numbers{spot.finding().span};
    for (const Label& label : spot.finding().labels) numbers.push_back(label.span);
    const std::vector<std::string> units = units_of(spot);
    for (const Span& span : numbers) {
        const std::string number = number_of(spot.text(span));
        if (number.empty()) continue;
        for (const std::string& unit : units)
            ways.offer(spot.say_write(number + unit), {spot.edit(span, number + unit)});
    }
}

// Of a term: the same number of something else. In a sum: as many days or weeks as it comes to, a month taken for 30 days.
void choose_length(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& span = spot.finding().span;
    const std::string number = number_of(spot.text(span));
    if (number.empty() || number.size() > 4) return;
    const int count = std::stoi(number);
    const Language language = spot.file().language;
    const auto offer = [&](LengthUnit unit, int how_many) {
        if (how_many <= 0) return;
        const std::string written =
            std::to_string(how_many) + " " + std::string(spelling(ast::word_of(unit, how_many), language));
        ways.offer(spot.say_write(written), {spot.edit(span, written)});
    };
    if (spot.finding().code != Code::F068) {
        for (const LengthUnit unit : {LengthUnit::days, LengthUnit::working_days, LengthUnit::weeks,
                                      LengthUnit::teaching_weeks, LengthUnit::months, LengthUnit::years})
            offer(unit, count);
        return;
    }
    struct InDays {
        LengthUnit unit;
        int days;
    };
    constexpr std::array lengths{InDays{LengthUnit::years, 365}, InDays{LengthUnit::months, 30},
                                 InDays{LengthUnit::teaching_weeks, 7}};
    for (const auto& [unit, days] : lengths) {
        if (spot.text(span).find(spelling(ast::word_of(unit, count), language)) == std::string_view::npos) continue;
        offer(LengthUnit::days, count * days);
        offer(LengthUnit::weeks, count * days / 7);
        return;
    }
    if (spot.text(span).find(spelling(ast::word_of(LengthUnit::working_days, count), language)) !=
        std::string_view::npos) {
        offer(LengthUnit::days, count);
        if (count % 5 == 0) offer(LengthUnit::weeks, count / 5);
    }
}

void make_it_text(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Field* field = spot.field();
    if (field == nullptr) return;
    const std::string text(spot.word(Word::type_text));
    ways.offer(spot.say_write(field->name.text + " : " + text), {spot.edit(field->type.span, text)});
}

// A result inside the bounds of its table, or bounds around the result.
void stay_within(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Table* table = table_around(spot);
    if (table == nullptr) return;
    const Span& result = spot.finding().span;
    for (const ast::ExprId bound : {table->type.high, table->type.low}) {
        if (bound.is_none()) continue;
        const std::string value(spot.text(bound));
        ways.offer(spot.say_write(value), {spot.edit(result, value)});
    }
    const std::string value(spot.text(result));
    for (const ast::ExprId bound : {table->type.high, table->type.low}) {
        if (bound.is_none()) continue;
        const Edit edit = spot.edit(spot.file().expr(bound).span, value);
        ways.offer(spot.say("laat de tabel lopen tot `", "let the table run to `") + value + "`", {edit});
    }
}

}  // namespace wegwijzer::editor
