// Lines and words of which the message names the kind, and the pack says which there are.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

const ast::Declaration* declaration_of(const Spot& spot, ThingKind kind, std::string_view name) {
    for (const Thing* thing : spot.names().all_of(kind)) {
        if (thing->name == name) return thing->declaration;
    }
    return nullptr;
}

Edit clause_at_end(const Spot& spot, const ast::Declaration& declaration, const std::string& clause) {
    const ast::File* file = spot.file_of(declaration.span.source);
    return spot.insert(*file, declaration.span.end, spot.line_end(*file) + "  " + clause);
}

std::string in_declaration(const Spot& spot, std::string_view name, std::string_view clause) {
    return spot.say("voeg aan `", "add to `") + std::string(name) + spot.say("` toe:  ", "`:  ") + std::string(clause);
}

}  // namespace

// The classes that the message names.
void mark_field(Ways& ways) {
    const Spot& spot = ways.spot();
    const ast::Field* field = spot.field();
    if (field == nullptr) return;
    for (const std::string& mark : spot.proposals())
        ways.offer(spot.say_write(mark), {spot.insert(spot.file(), field->span.end, "  " + mark)});
}

// Of the policies that are shown: one that comes earlier, or later, than it does now.
void change_priority(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string keyword(spot.word(Word::priority));
    for (const int change : {-1, 1}) {
        for (const Label& label : spot.finding().labels) {
            const ast::File* file = spot.file_of(label.span.source);
            if (file == nullptr) continue;
            for (const ast::Declaration& declaration : file->declarations) {
                const auto* policy = std::get_if<ast::Policy>(&declaration.node);
                if (policy == nullptr || !holds(declaration.span, label.span)) continue;
                const auto its =
                    std::ranges::find(policy->clauses, ast::PolicyClause::Kind::priority, &ast::PolicyClause::kind);
                const std::int64_t now = its == policy->clauses.end() ? 3 : its->priority;
                const std::string line = keyword + " " + std::to_string(now + change);
                ways.offer(in_declaration(spot, policy->name.text, line),
                           {its == policy->clauses.end() ? clause_at_end(spot, declaration, line)
                                                         : spot.edit(its->span, line)});
            }
        }
    }
}

// `pas na …`: each interventie of the first line.
void put_first_line_before(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string_view name = spot.text(spot.finding().span);
    const ast::Declaration* second = declaration_of(spot, ThingKind::intervention, name);
    if (second == nullptr) return;
    for (const Thing* other : spot.names().all_of(ThingKind::intervention)) {
        if (other->name == name) continue;
        const std::string clause = std::string(spot.word(Word::only_after)) + " " + other->name;
        ways.offer(in_declaration(spot, name, clause), {clause_at_end(spot, *second, clause)});
    }
}

// Behind two spaces each: `via slber  met toestemming`.
void hand_over(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::vector<std::string> told = spot.proposals();
    if (told.empty()) return;
    const ast::Declaration* intervention = declaration_of(spot, ThingKind::intervention, told.back());
    if (intervention == nullptr) return;
    for (const Thing* role : spot.names().all_of(ThingKind::role)) {
        const auto clauses = [&](std::string_view between) {
            return fmt::format("{} {}{}  {}", spot.word(Word::through), role->name, between,
                               spot.word(Word::with_consent));
        };
        if (ways.offer(in_declaration(spot, told.back(), clauses("")),
                       {clause_at_end(spot, *intervention, clauses(spot.line_end(spot.file())))}))
            return;
    }
}

// `of … is onbekend` beside the condition, which the message shows.
void say_when_unknown(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& place = spot.finding().span;
    const std::string unknown = " " + std::string(spot.word(Word::is)) + " " + std::string(spot.word(Word::unknown));
    std::string test;
    for (const std::string& told : spot.proposals()) {
        if (told.ends_with(unknown)) test = told;
    }
    if (test.empty() && spot.finding().code == Code::W003) {
        for (const ast::Expr& expr : spot.file().exprs) {
            const auto* compare = std::get_if<ast::Compare>(&expr.node);
            if (compare != nullptr && holds(expr.span, place)) test = std::string(spot.text(compare->left)) + unknown;
        }
    }
    if (test.empty()) return;
    // The comparison itself first, then all around it.
    std::vector<Span> around;
    for (const ast::Expr& expr : spot.file().exprs) {
        const bool is_condition = std::holds_alternative<ast::Compare>(expr.node) ||
                                  std::holds_alternative<ast::And>(expr.node) ||
                                  std::holds_alternative<ast::Or>(expr.node);
        if (is_condition && holds(expr.span, place)) around.push_back(expr.span);
    }
    std::ranges::stable_sort(around, {}, [](const Span& span) { return span.end - span.begin; });
    for (const Span& span : around) {
        const std::string both = fmt::format("{} {} {}", spot.text(span), spot.word(Word::or_), test);
        if (ways.offer(spot.say_write(both), {spot.edit(span, both)})) return;
        const std::string apart = fmt::format("({})", both);
        if (ways.offer(spot.say_write(apart), {spot.edit(span, apart)})) return;
    }
}

// `geen gesprek in de laatste 6 weken` says it of whoever never had one too.
void write_no_event(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string none = std::string(spot.word(Word::no_event)) + " ";
    for (const std::string& told : spot.proposals()) {
        if (told.starts_with(none)) ways.offer(spot.say_write(told), {spot.edit(spot.finding().span, told)});
    }
}

// Behind `adviseer` in each beleid.
void advise_it(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string clause = std::string(spot.word(Word::advise)) + " " + std::string(spot.text(spot.finding().span));
    for (const Thing* policy : spot.names().all_of(ThingKind::policy)) {
        if (policy->declaration != nullptr)
            ways.offer(in_declaration(spot, policy->name, clause), {clause_at_end(spot, *policy->declaration, clause)});
    }
}

// The first line of a pack, of which only its author knows the title.
void open_pack(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string line = std::string(spot.word(Word::pack)) + " " +
                             (spot.file().language == Language::nl ? "naam" : "a_name") + " \"…\"";
    ways.offer(spot.say_add(line) + spot.say(" (vul zelf de naam en de titel in)", " (fill in the name and the title)"),
               {spot.insert(spot.file(), 0, line + spot.line_end(spot.file()) + spot.line_end(spot.file()))});
}

// An empty file: what every pack begins with, so that it can be checked and gone on with.
void begin_pack(Ways& ways) {
    const Spot& spot = ways.spot();
    const bool is_dutch = spot.file().language == Language::nl;
    const std::string end = spot.line_end(spot.file());
    const auto clause = [&](Word word, std::string_view value) {
        return fmt::format("  {} {}{}", spot.word(word), value, end);
    };
    const std::string text =
        fmt::format("{} {} \"…\"{}", spot.word(Word::pack), is_dutch ? "naam" : "a_name", end) +
        clause(Word::version, "1.0") + clause(Word::owner, "\"…\"") + clause(Word::purpose, "\"…\"") +
        clause(Word::legal_ground, "\"…\"") + end + std::string(spot.word(Word::student_data)) + end +
        fmt::format("  {} : {}{}", is_dutch ? "studentnummer" : "student_number", spot.word(Word::type_key), end) +
        fmt::format("  {} : {} {}{}", is_dutch ? "startdatum" : "start_date", spot.word(Word::type_date),
                    spot.word(Word::mark_start), end);
    ways.offer(spot.say("begin een regelpakket (vul zelf de naam en de teksten in)",
                        "begin a rule pack (fill in the name and the texts yourself)"),
               {spot.insert_at_end(spot.file(), text)});
}

// Behind the code, where the reason belongs: it is the author's, and until it is there nothing is allowed.
void write_reason(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& code = spot.finding().span;
    const std::string_view text = spot.text_of(spot.file());
    const std::size_t behind = text.find_first_not_of(" \t\r", code.end);
    if (behind != std::string_view::npos && text[behind] != '\n') return;
    const std::string its(spot.text(code));
    ways.add(spot.say("sta " + its + " hier toe, met een reden", "allow " + its + " here, with a reason"),
             {spot.insert(spot.file(), code.end, ": …")});
}

}  // namespace wegwijzer::editor
