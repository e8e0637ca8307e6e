#include "dsl/editor/ways_out/spot.h"

#include <algorithm>
#include <numeric>

#include "dsl/editor/word_at.h"
#include "engine/base/ascii.h"
#include "engine/diagnostics/render_forms.h"

namespace wegwijzer::editor {

namespace {

constexpr std::size_t longest_shown = 48;  // bytes

}  // namespace

Spot::Spot(const Compilation& compilation, const Diagnostic& finding, Language language)
    : compilation_(compilation), finding_(finding), language_(language), file_(file_of(finding.span.source)) {}

const ast::File* Spot::file_of(SourceId source) const {
    const auto file = std::ranges::find(compilation_.files, source, &ast::File::source);
    return file == compilation_.files.end() ? nullptr : &*file;
}

const ast::Declaration* Spot::declaration(std::uint32_t offset) const { return declaration_at(*file_, offset); }

const ast::Field* Spot::field() const {
    const ast::Declaration* around = declaration();
    if (around == nullptr) return nullptr;
    const ast::Field* found = nullptr;
    std::visit(
        [&](const auto& node) {
            if constexpr (requires { node.fields; }) {
                for (const ast::Field& field : node.fields) {
                    if (holds(field.span, finding_.span)) found = &field;
                }
            }
        },
        around->node);
    return found;
}

const ast::Expr* Spot::whole_around(const Span& span) const {
    const ast::Expr* whole = nullptr;
    for (const ast::Expr& expr : file_->exprs) {
        if (holds(expr.span, span) && (whole == nullptr || holds(expr.span, whole->span))) whole = &expr;
    }
    return whole;
}

const Names& Spot::names() const {
    if (!names_) names_.emplace(compilation_.files);
    return *names_;
}

std::string Spot::fresh_name(const std::string& wanted) const {
    const auto is_taken = [&](const std::string& name) {
        return is_reserved(name) ||
               std::ranges::any_of(names().things(), [&](const Thing& thing) { return thing.name == name; });
    };
    if (!is_taken(wanted)) return wanted;
    for (int number = 2;; ++number) {
        const std::string name = wanted + "_" + std::to_string(number);
        if (!is_taken(name)) return name;
    }
}

std::string Spot::say(std::string_view nl, std::string_view en) const {
    return std::string(language_ == Language::nl ? nl : en);
}
std::string Spot::say_write(std::string_view text) const {
    return say("schrijf `", "write `") + short_form(text) + "`";
}
std::string Spot::say_remove(const Span& span) const {
    const std::string line = std::to_string(compilation_.sources.line_column(span.source, span.begin).line);
    const std::string shown = "`" + short_form(text(span)) + "`";
    return language_ == Language::nl ? "haal " + shown + " weg (regel " + line + ")"
                                     : "remove " + shown + " (line " + line + ")";
}
std::string Spot::say_add(std::string_view text) const { return say("voeg toe:  ", "add:  ") + short_form(text); }

Edit Spot::edit(const Span& span, std::string text) const {
    return {compilation_.sources.name(span.source), span.begin, span.end, std::move(text)};
}
Edit Spot::insert(const ast::File& file, std::uint32_t at, std::string text) const {
    return {compilation_.sources.name(file.source), at, at, std::move(text)};
}
Edit Spot::insert_at_end(const ast::File& file, const std::string& text) const {
    const std::string_view whole = text_of(file);
    const std::string end = line_end(file);
    return insert(file, static_cast<std::uint32_t>(whole.size()),
                  whole.empty() ? text : (whole.ends_with('\n') ? "" : end) + end + text);
}

std::string Spot::line_end(const ast::File& file) const {
    const std::string_view text = text_of(file);
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}
std::uint32_t Spot::line_begin(const ast::File& file, std::uint32_t offset) const {
    const std::string_view text = text_of(file);
    std::uint32_t at = std::min(offset, static_cast<std::uint32_t>(text.size()));
    while (at > 0 && text[at - 1] != '\n') --at;
    return at;
}
std::uint32_t Spot::next_line(const ast::File& file, std::uint32_t offset) const {
    const std::string_view text = text_of(file);
    const std::size_t end = text.find('\n', offset);
    return static_cast<std::uint32_t>(end == std::string_view::npos ? text.size() : end + 1);
}
std::string Spot::indent(const ast::File& file, std::uint32_t offset) const {
    const std::string_view text = text_of(file);
    const std::uint32_t begin = line_begin(file, offset);
    std::uint32_t end = begin;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    return std::string(text.substr(begin, end - begin));
}

std::vector<std::string> Spot::proposals() const { return between_backticks(do_text(finding_, file_->language)); }

std::string short_form(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (!is_blank_or_line_end(c)) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    if (result.size() <= longest_shown) return result;
    std::size_t end = longest_shown;
    while (end > 0 && (static_cast<unsigned char>(result[end]) & 0xC0U) == 0x80U) --end;  // no half letters
    return result.substr(0, end) + "…";
}

std::vector<std::string> between_backticks(std::string_view text) {
    std::vector<std::string> found;
    for (;;) {
        const std::size_t open = text.find('`');
        if (open == std::string_view::npos) return found;
        const std::size_t close = text.find('`', open + 1);
        if (close == std::string_view::npos) return found;
        found.emplace_back(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

std::size_t distance(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t changed = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, diagonal + 1, row[j] + 1});
        }
    }
    return row.back();
}

}  // namespace wegwijzer::editor
