// What the message itself says to write: in the place of the finding, on a line of its own, as a voorbeeld or a comment.
#include <algorithm>
#include <optional>

#include "dsl/editor/finding_text.h"
#include "dsl/editor/typed.h"
#include "dsl/editor/ways_out/ways.h"
#include "dsl/editor/word_at.h"
#include "dsl/review/silencings.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer::editor {

namespace {

// In messages a line to be added stands behind a colon and two spaces.
constexpr std::string_view line_follows = ":  ";

struct NameOf {
    template <class Node>
    std::string_view operator()(const Node& node) const {
        if constexpr (requires { node.name.text; }) {
            return node.name.text;
        } else {
            return {};
        }
    }
};

struct Place {
    const ast::File* file = nullptr;
    const ast::Declaration* declaration = nullptr;  // none: at the end of the file
};

bool opens_with(const Spot& spot, const std::string& line, WordPlace place) {
    return std::ranges::any_of(words_in(place), [&](Word word) {
        const std::string_view phrase = spot.word(word);
        return line.starts_with(phrase) && (line.size() == phrase.size() || line[phrase.size()] == ' ');
    });
}

std::optional<Place> declared(const Spot& spot, const std::string& name, const ast::Declaration* around) {
    if (around != nullptr && std::visit(NameOf{}, around->node) == name) return Place{&spot.file(), around};
    std::optional<Place> found;
    for (const ast::File& file : spot.compilation().files) {
        for (const ast::Declaration& declaration : file.declarations) {
            if (std::visit(NameOf{}, declaration.node) != name) continue;
            if (found) return std::nullopt;  // several have that name: there is no telling
            found = Place{&file, &declaration};
        }
    }
    return found;
}

template <class Node>
std::optional<Place> first_in_file(const Spot& spot) {
    for (const ast::Declaration& declaration : spot.file().declarations) {
        if (std::holds_alternative<Node>(declaration.node)) return Place{&spot.file(), &declaration};
    }
    return std::nullopt;
}

std::optional<Place> place_for(const Spot& spot, const std::string& line, const std::string& where) {
    const Code code = spot.finding().code;
    const ast::Declaration* around = spot.declaration();
    // Of a name that isn't there the whole declaration is proposed; the names before it are those that are there.
    if (code == Code::F030 || code == Code::F122)
        return opens_with(spot, line, WordPlace::declaration) ? std::optional(Place{&spot.file(), nullptr})
                                                              : std::nullopt;
    if (code == Code::F119) return std::nullopt;  // a whole regelpakket: see open_pack
    if (code == Code::F103) return first_in_file<ast::Pack>(spot);
    if (!where.empty()) {
        if (where == spot.word(Word::student_data)) return first_in_file<ast::StudentData>(spot);
        if (const auto named = declared(spot, where, around)) return named;
    }
    if (around == nullptr) return std::nullopt;
    // `factor` and `bron` are clauses as well as declarations: in a declaration that has such clauses they are the clause.
    const std::string_view word = std::string_view(line).substr(0, line.find(' '));
    const bool is_shared = word == spot.word(Word::factor) || word == spot.word(Word::source);
    const bool has_clauses =
        place_of_clauses(*around) != WordPlace::declaration && !std::holds_alternative<ast::Pack>(around->node);
    const bool is_clause = has_clauses && (is_shared || opens_with(spot, line, place_of_clauses(*around)));
    if (opens_with(spot, line, WordPlace::declaration) && !is_clause) return Place{&spot.file(), nullptr};
    return Place{&spot.file(), around};
}

// Two spaces stand between what comes on lines of its own.
std::string on_lines(std::string_view text, const std::string& between) {
    std::string result;
    for (;;) {
        const std::size_t gap = text.find("  ");
        result += text.substr(0, gap);
        if (gap == std::string_view::npos) return result;
        result += between;
        text.remove_prefix(std::min(text.find_first_not_of(' ', gap), text.size()));
    }
}

}  // namespace

void write_in_place(Ways& ways) {
    const Spot& spot = ways.spot();
    const Diagnostic& finding = spot.finding();
    if (finding.fix.empty()) return;
    const std::string told = do_text(finding, spot.language());
    std::string title = told.substr(0, told.find('\n'));
    if (title.empty()) title = spot.say_write(finding.fix);
    std::vector<Edit> edits{spot.edit(finding.span, finding.fix)};
    // One slip in several places is mended in all of them.
    const std::string_view wrong = spot.text(finding.span);
    for (const Label& label : finding.labels) {
        if (label.remark.nl != "hier ook" || label.span == finding.span) continue;
        if (spot.file_of(label.span.source) == nullptr) continue;
        if (finding.code == Code::F016) {
            edits.push_back(spot.edit({label.span.source, label.span.begin, label.span.begin}, "  "));
        } else if (finding.code == Code::F012 || spot.text(label.span) == wrong) {
            edits.push_back(spot.edit(label.span, finding.fix));
        }
    }
    ways.offer_exact(title, std::move(edits));
}

void write_each_proposal(Ways& ways) {
    const Spot& spot = ways.spot();
    const Span& span = spot.finding().span;
    for (const std::string& proposal : spot.proposals()) {
        if (proposal != spot.text(span)) ways.offer(spot.say_write(proposal), {spot.edit(span, proposal)});
    }
}

// `motivatie >= …`: in its place, and the author fills it in.
void write_to_fill(Ways& ways) {
    const Spot& spot = ways.spot();
    for (const std::string& proposal : spot.proposals()) {
        if (proposal.find("…") != std::string::npos)
            ways.offer_to_fill(spot.say_write(proposal), {spot.edit(spot.finding().span, proposal)});
    }
}

// "voeg aan `x` toe:  motivering "…"": where, and what.
void add_the_line(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string text = do_text(spot.finding(), spot.file().language);
    const std::size_t colon = text.find(line_follows);
    if (colon == std::string::npos || do_text(spot.finding(), Language::nl).find("toe:  ") == std::string::npos) return;
    const std::string line = text.substr(colon + line_follows.size());
    if (line.empty() || line.find('\n') != std::string::npos) return;
    // Of two ways out the last name before the line is the one it is added to.
    const std::vector<std::string> names = between_backticks(std::string_view(text).substr(0, colon));
    const auto place = place_for(spot, line, names.empty() ? "" : names.back());
    if (!place) return;
    const ast::File& file = *place->file;
    const std::string between = spot.line_end(file) + "  ";
    const std::string title = do_text(spot.finding(), spot.language());
    const std::vector<Edit> edits{
        place->declaration == nullptr
            ? spot.insert_at_end(file, on_lines(line, between) + spot.line_end(file))
            : spot.insert(file, place->declaration->span.end, between + on_lines(line, between))};
    // A text may read "…" for now; anything else that only the author knows can't be read yet.
    const std::string quoted = '"' + std::string("…") + '"';
    const bool is_quoted = line.find(quoted) != std::string::npos;
    const std::string said =
        is_quoted ? title + spot.say(" (vul de tekst zelf in)", " (fill in the text yourself)") : title;
    if (!ways.offer_exact(said, edits) && line.find("…") != std::string::npos) ways.offer_to_fill(title, edits);
}

void add_the_witness(Ways& ways) {
    const Spot& spot = ways.spot();
    const std::string witness = witness_of(spot.finding(), spot.file().language);
    if (witness.empty()) return;
    ways.add(spot.say("zet het voorbeeld erbij dat dit laat zien", "add the example that shows this"),
             {spot.insert_at_end(spot.file(), witness)});
}

// Above the line of the finding, indented as that line is. The reason is the author's: without one nothing is allowed.
void allow_it(Ways& ways) {
    const Spot& spot = ways.spot();
    if (!review::can_be_silenced(spot.finding().code)) return;
    const ast::File& file = spot.file();
    const std::uint32_t place = spot.finding().span.begin;
    const std::string code(entry(spot.finding().code).code);
    const std::string opening = file.language == Language::nl ? "# sta toe " : "# allow ";
    ways.add(spot.say("sta " + code + " hier toe, met een reden", "allow " + code + " here, with a reason"),
             {spot.insert(file, spot.line_begin(file, place),
                          spot.indent(file, place) + opening + code + ": …" + spot.line_end(file))});
}

}  // namespace wegwijzer::editor
