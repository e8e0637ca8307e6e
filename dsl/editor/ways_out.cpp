#include "dsl/editor/ways_out.h"

#include <algorithm>
#include <optional>

#include "dsl/editor/finding_text.h"
#include "dsl/editor/typed.h"
#include "dsl/editor/word_at.h"
#include "dsl/review/silencings.h"
#include "dsl/words/words.h"
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

class WayFinder {
  public:
    WayFinder(const Compilation& compilation, const Diagnostic& finding, Language language)
        : compilation_(compilation),
          finding_(finding),
          language_(language),
          file_(std::ranges::find(compilation.files, finding.span.source, &ast::File::source)) {}

    std::vector<WayOut> find() {
        if (file_ == compilation_.files.end()) return {};
        write_in_place();
        add_line();
        add_witness();
        allow();
        return std::move(found_);
    }

  private:
    [[nodiscard]] std::string_view say(std::string_view nl, std::string_view en) const {
        return language_ == Language::nl ? nl : en;
    }
    [[nodiscard]] std::string_view text_of(const ast::File& file) const {
        return compilation_.sources.text(file.source);
    }
    [[nodiscard]] Edit edit_in(const ast::File& file, std::uint32_t begin, std::uint32_t end, std::string text) const {
        return {compilation_.sources.name(file.source), begin, end, std::move(text)};
    }
    [[nodiscard]] std::string line_end_of(const ast::File& file) const {
        const std::string_view text = text_of(file);
        const std::size_t end = text.find('\n');
        return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
    }
    [[nodiscard]] std::string title() const {
        std::string text = do_text(finding_, language_);
        return text.substr(0, text.find('\n'));
    }

    // ---- in its place ----

    void write_in_place() {
        if (finding_.fix.empty()) return;
        WayOut way{title(), {edit_in(*file_, finding_.span.begin, finding_.span.end, finding_.fix)}, true};
        if (way.title.empty()) way.title = std::string(say("schrijf `", "write `")) + finding_.fix + "`";
        // One slip in several places is mended in all of them.
        const std::string_view wrong = compilation_.sources.text(finding_.span);
        for (const Label& label : finding_.labels) {
            if (label.remark.nl != "hier ook" || label.span == finding_.span) continue;
            const auto file = std::ranges::find(compilation_.files, label.span.source, &ast::File::source);
            if (file == compilation_.files.end()) continue;
            if (finding_.code == Code::F016) {
                way.edits.push_back(edit_in(*file, label.span.begin, label.span.begin, "  "));
            } else if (finding_.code == Code::F012 || compilation_.sources.text(label.span) == wrong) {
                way.edits.push_back(edit_in(*file, label.span.begin, label.span.end, finding_.fix));
            }
        }
        std::ranges::sort(way.edits);
        found_.push_back(std::move(way));
    }

    // ---- a line more ----

    // "voeg aan `x` toe:  motivering "…"": where, and what.
    void add_line() {
        const std::string text = do_text(finding_, language_);
        const std::size_t colon = text.find(line_follows);
        if (colon == std::string::npos || do_text(finding_, Language::nl).find("toe:  ") == std::string::npos) return;
        const std::string line = text.substr(colon + line_follows.size());
        if (line.empty() || line.find('\n') != std::string::npos) return;
        const std::size_t tick = text.find('`');
        const std::size_t close = tick < colon ? text.find('`', tick + 1) : std::string::npos;
        // Of two ways out the last name before the line is the one it is added to.
        std::string where;
        if (close != std::string::npos && close < colon) {
            const std::size_t last = text.rfind('`', colon);
            const std::size_t open = text.rfind('`', last - 1);
            where = text.substr(open + 1, last - open - 1);
        }
        const auto place = place_for(line, where);
        if (!place) return;
        const auto [file, declaration] = *place;
        WayOut way{text, {}, true};
        if (declaration == nullptr) {
            way.edits.push_back(at_end_of(*file, line + line_end_of(*file)));
        } else {
            way.edits.push_back(
                edit_in(*file, declaration->span.end, declaration->span.end, line_end_of(*file) + "  " + line));
        }
        found_.push_back(std::move(way));
    }
    using Place = std::pair<const ast::File*, const ast::Declaration*>;  // no declaration: at the end of the file

    [[nodiscard]] bool opens_declaration(const std::string& line) const {
        return std::ranges::any_of(words_in(WordPlace::declaration), [&](Word word) {
            const std::string_view phrase = spelling(word, file_->language);
            return line.starts_with(phrase) && (line.size() == phrase.size() || line[phrase.size()] == ' ');
        });
    }
    [[nodiscard]] std::optional<Place> place_for(const std::string& line, const std::string& where) const {
        const ast::Declaration* around = declaration_at(*file_, finding_.span.begin);
        // Of a name that isn't there the whole declaration is proposed; the names before it are those that are there.
        const bool is_name = finding_.code == Code::F030 || finding_.code == Code::F122;
        if (is_name) return opens_declaration(line) ? std::optional(Place{&*file_, nullptr}) : std::nullopt;
        if (finding_.code == Code::F119)
            return std::nullopt;  // a whole regelpakket, of which only its author knows the name
        if (finding_.code == Code::F103) return head_of_pack();
        if (!where.empty()) {
            if (where == spelling(Word::student_data, file_->language)) return declared_data();
            if (const auto named = declared(where, around)) return named;
        }
        if (around == nullptr) return std::nullopt;
        // `factor` and `bron` are clauses as well as declarations: in a declaration that has clauses they are the clause.
        const bool is_clause =
            place_of_clauses(*around) != WordPlace::declaration && !std::holds_alternative<ast::Pack>(around->node);
        if (opens_declaration(line) && !is_clause) return Place{&*file_, nullptr};
        return Place{&*file_, around};
    }
    [[nodiscard]] std::optional<Place> declared(const std::string& name, const ast::Declaration* around) const {
        if (around != nullptr && std::visit(NameOf{}, around->node) == name) return Place{&*file_, around};
        std::optional<Place> found;
        for (const ast::File& file : compilation_.files) {
            for (const ast::Declaration& declaration : file.declarations) {
                if (std::visit(NameOf{}, declaration.node) != name) continue;
                if (found) return std::nullopt;  // several have that name: there is no telling
                found = Place{&file, &declaration};
            }
        }
        return found;
    }
    [[nodiscard]] std::optional<Place> declared_data() const {
        for (const ast::Declaration& declaration : file_->declarations) {
            if (std::holds_alternative<ast::StudentData>(declaration.node)) return Place{&*file_, &declaration};
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Place> head_of_pack() const {
        for (const ast::Declaration& declaration : file_->declarations) {
            if (std::holds_alternative<ast::Pack>(declaration.node)) return Place{&*file_, &declaration};
        }
        return std::nullopt;
    }

    // ---- a voorbeeld, a comment ----

    [[nodiscard]] Edit at_end_of(const ast::File& file, const std::string& text) const {
        const std::string_view whole = text_of(file);
        const auto end = static_cast<std::uint32_t>(whole.size());
        const std::string line_end = line_end_of(file);
        return edit_in(file, end, end, (whole.empty() || whole.ends_with('\n') ? "" : line_end) + line_end + text);
    }
    void add_witness() {
        const std::string witness = witness_of(finding_, file_->language);
        if (witness.empty()) return;
        found_.push_back(
            {std::string(say("zet het voorbeeld erbij dat dit laat zien", "add the example that shows this")),
             {at_end_of(*file_, witness)},
             false});
    }
    // Above the line of the finding, indented as that line is. The reason is the author's: without one nothing is allowed.
    void allow() {
        if (!review::can_be_silenced(finding_.code)) return;
        const std::string_view text = text_of(*file_);
        std::size_t line = std::min<std::size_t>(finding_.span.begin, text.size());
        while (line > 0 && text[line - 1] != '\n') --line;
        std::size_t indent = line;
        while (indent < text.size() && (text[indent] == ' ' || text[indent] == '\t')) ++indent;
        const std::string code(entry(finding_.code).code);
        const std::string opening = file_->language == Language::nl ? "# sta toe " : "# allow ";
        const auto at = static_cast<std::uint32_t>(line);
        found_.push_back(
            {language_ == Language::nl ? "sta " + code + " hier toe, met een reden"
                                       : "allow " + code + " here, with a reason",
             {edit_in(*file_, at, at,
                      std::string(text.substr(line, indent - line)) + opening + code + ": …" + line_end_of(*file_))},
             false});
    }

    const Compilation& compilation_;
    const Diagnostic& finding_;
    Language language_;
    std::vector<ast::File>::const_iterator file_;
    std::vector<WayOut> found_;
};

}  // namespace

std::vector<WayOut> ways_out(const Compilation& compilation, const Diagnostic& finding, Language language) {
    return WayFinder(compilation, finding, language).find();
}

}  // namespace wegwijzer::editor
