#include "dsl/editor/ways_out/parts.h"

#include <algorithm>
#include <variant>

namespace wegwijzer::editor {

namespace {

bool is_between_words(char c) { return c == ' ' || c == '\t'; }

class PartFinder {
  public:
    PartFinder(const Spot& spot, const ast::File& file, const Span& span) : spot_(spot), file_(file), span_(span) {}

    std::vector<Part> find() {
        for (const ast::Declaration& declaration : file_.declarations) {
            if (!holds(declaration.span, span_)) continue;
            add(Part::Kind::declaration, declaration.span, with_blank_lines_behind(declaration.span));
            std::visit([&](const auto& node) { find_in(node); }, declaration.node);
        }
        for (const ast::Expr& expr : file_.exprs) {
            if (holds(expr.span, span_)) find_in_expression(expr);
        }
        std::ranges::stable_sort(found_, {}, [](const Part& part) { return part.span.end - part.span.begin; });
        return std::move(found_);
    }

  private:
    void add(Part::Kind kind, const Span& span, const Span& removed) {
        if (holds(span, span_)) found_.push_back({kind, span, removed});
    }
    void add_line(const Span& span) { add(Part::Kind::line, span, with_its_blanks(spot_, span)); }
    [[nodiscard]] Span with_blank_lines_behind(const Span& span) const {
        Span whole = with_its_blanks(spot_, span);
        const std::string_view text = spot_.text_of(file_);
        while (whole.end < text.size()) {
            const std::uint32_t next = spot_.next_line(file_, whole.end);
            if (text.substr(whole.end, next - whole.end).find_first_not_of(" \t\r\n") != std::string_view::npos) break;
            whole.end = next;
        }
        return whole;
    }

    template <class Node>
    void find_in(const Node& node) {
        if constexpr (requires { node.fields; }) {
            for (const ast::Field& field : node.fields) find_in_field(field);
        }
        if constexpr (requires { node.type; }) find_in_type(node.type);
        if constexpr (requires { node.holidays; }) {
            for (const ast::HolidayClause& holiday : node.holidays) add_line(holiday.span);
        }
        if constexpr (requires { node.rows; }) {
            for (const ast::TableRow& row : node.rows) add_line(row.span);
        }
        if constexpr (requires { node.clauses; }) {
            for (const auto& clause : node.clauses) {
                add_line(clause.span);
                if constexpr (requires { clause.names; }) find_in_names(clause.names);
                if constexpr (requires { clause.given; }) {
                    for (const ast::ExampleValue& value : clause.given.values) add_line(value.span);
                }
            }
        }
    }
    void find_in_field(const ast::Field& field) {
        add_line(field.span);
        find_in_type(field.type);
        for (const ast::FieldMark& mark : field.marks)
            add(Part::Kind::item, mark.span, with_its_blanks(spot_, mark.span));
    }
    void find_in_type(const ast::Type& type) {
        std::vector<Span> spans;
        for (const ast::ChoiceValue& choice : type.choices) {
            Span span = choice.name.span;
            if (choice.written) span.end = choice.written->span.end;
            spans.push_back(span);
        }
        find_in_list(spans, Part::Kind::item);
    }
    void find_in_names(const std::vector<ast::Name>& names) {
        if (names.size() < 2) return;
        std::vector<Span> spans;
        for (const ast::Name& name : names) spans.push_back(name.span);
        find_in_list(spans, Part::Kind::item);
    }
    void find_in_list(const std::vector<Span>& spans, Part::Kind kind) {
        if (spans.size() < 2) return;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            Span removed = spans[i];
            if (i > 0) {
                removed.begin = spans[i - 1].end;
            } else {
                removed.end = spans[1].begin;
            }
            add(kind, spans[i], removed);
        }
    }
    void find_in_expression(const ast::Expr& expr) {
        const auto spans_of = [&](const std::vector<ast::ExprId>& ids) {
            std::vector<Span> spans;
            for (const ast::ExprId id : ids) spans.push_back(file_.expr(id).span);
            return spans;
        };
        if (const auto* both = std::get_if<ast::And>(&expr.node)) {
            find_in_list(spans_of(both->operands), Part::Kind::operand);
        } else if (const auto* either = std::get_if<ast::Or>(&expr.node)) {
            find_in_list(spans_of(either->operands), Part::Kind::operand);
        } else if (const auto* sum = std::get_if<ast::Binary>(&expr.node)) {
            find_in_list(spans_of({sum->left, sum->right}), Part::Kind::operand);
        } else if (const auto* options = std::get_if<ast::OneOf>(&expr.node)) {
            find_in_list(spans_of(options->options), Part::Kind::item);
        } else if (const auto* bullets = std::get_if<ast::Bullets>(&expr.node)) {
            for (std::size_t i = 0; i < bullets->items.size() && i < bullets->dashes.size(); ++i) {
                Span bullet = file_.expr(bullets->items[i]).span;
                bullet.begin = bullets->dashes[i].begin;
                add(Part::Kind::operand, bullet, with_its_blanks(spot_, bullet));
            }
        }
    }

    const Spot& spot_;
    const ast::File& file_;
    const Span& span_;
    std::vector<Part> found_;
};

}  // namespace

std::vector<Part> parts_around(const Spot& spot, const Span& span) {
    const ast::File* file = spot.file_of(span.source);
    if (file == nullptr) return {};
    return PartFinder(spot, *file, span).find();
}

Span with_its_blanks(const Spot& spot, const Span& span) {
    const ast::File* file = spot.file_of(span.source);
    if (file == nullptr) return span;
    const std::string_view text = spot.text_of(*file);
    Span wide = span;
    while (wide.begin > 0 && is_between_words(text[wide.begin - 1])) --wide.begin;
    std::uint32_t behind = span.end;
    while (behind < text.size() && is_between_words(text[behind])) ++behind;
    const bool opens = wide.begin == 0 || text[wide.begin - 1] == '\n';
    const bool closes = behind >= text.size() || text[behind] == '\n' || text[behind] == '\r' || text[behind] == '#';
    if (opens && closes) {
        wide.end = spot.next_line(*file, behind);
    } else if (opens) {
        // What is behind it on the line takes its place.
        wide.begin = span.begin;
        wide.end = behind;
    }
    return wide;
}

}  // namespace wegwijzer::editor
