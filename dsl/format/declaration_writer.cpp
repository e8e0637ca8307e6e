#include "dsl/format/declaration_writer.h"

#include <algorithm>

namespace wegwijzer {
namespace {

using layout::padded;

// Values of pack clauses begin here, those of fields' marks at most this far behind the type.
constexpr std::size_t pack_column = 10;
constexpr std::size_t mark_column = 31;
// A begrip up to this width stands on one line.
constexpr std::size_t concept_width = 100;
constexpr std::size_t clause_indent = 2;
constexpr std::size_t list_indent = 4;

bool is_one_word(std::string_view marked) { return marked.find(layout::inside_word) == std::string_view::npos; }

}  // namespace

std::string DeclarationWriter::write(const ast::Declaration& declaration) {
    out_.clear();
    if (const auto row = write_row(declaration)) return layout::lay_out({*row}).front() + "\n";
    std::visit(
        [&](const auto& it) {
            if constexpr (requires { write(it); }) write(it);
        },
        declaration.node);
    return std::move(out_);
}

void DeclarationWriter::write_head(Word keyword, const ast::Name& name, const std::optional<ast::Text>& title) {
    out_ += word(keyword) + " " + name.text;
    if (title) layout::append_value(out_, " " + text(*title));
}

void DeclarationWriter::write_clauses(const std::vector<Clause>& clauses, std::size_t column) {
    // A list has no value on its line, and a word of more parts is too long to wait for.
    const auto stands_in_column = [&](const Clause& clause) {
        if (!clause.in_column || !is_one_word(clause.word)) return false;
        return clause.condition.is_none() || !std::holds_alternative<ast::Bullets>(file_.expr(clause.condition).node);
    };
    if (column == 0)
        for (const Clause& clause : clauses)
            if (stands_in_column(clause)) column = std::max(column, layout::width(clause.word) + 1);
    for (const Clause& clause : clauses) {
        std::string begin = "  " + clause.word;
        if (!clause.rest.empty() || !clause.condition.is_none()) {
            begin += " ";
            if (stands_in_column(clause)) begin = padded(begin, column + 2);
        }
        layout::append_value(begin, clause.rest);
        if (!clause.condition.is_none()) {
            const std::size_t value = layout::width(begin);
            const std::size_t below = stands_in_column(clause) ? value : list_indent;
            begin += expressions_.write_lines(clause.condition, value, below);
        }
        out_ += begin + "\n";
    }
}

DeclarationWriter::Clause DeclarationWriter::citation(const ast::Citation& it) const {
    return {word(Word::source), it.source.text + (it.place ? " " + text(*it.place) : std::string()), {}};
}

DeclarationWriter::Clause DeclarationWriter::justification(const ast::Justification& it) const {
    const bool is_motivation = it.kind == ast::Justification::Kind::motivation;
    return {word(is_motivation ? Word::justification : Word::legal_basis), text(it.text), {}};
}

std::string DeclarationWriter::span(ast::ExprId from, ast::ExprId to) const {
    return value(from) + (to.is_none() ? std::string() : " " + word(Word::to) + " " + value(to));
}

// ---- packs ----------------------------------------------------------------------------------------------------------

bool DeclarationWriter::is_on_line_of(const Span& part, const ast::Name& name) const {
    return std::ranges::none_of(file_.tokens, [&](const ast::Token& token) {
        return token.kind == ast::TokenKind::line_end && token.begin >= name.span.end && token.end <= part.begin;
    });
}

// A pack in English says so. When it was translated from Dutch that didn't, its `language en` stands on the line of its name,
// which is how translating it back knows that there was none: a `taal` of the author's own has a line of its own.
void DeclarationWriter::write(const ast::Pack& it) {
    using Kind = ast::PackClause::Kind;
    const auto said = std::ranges::find(it.clauses, Kind::language, &ast::PackClause::kind);
    const bool is_said = said != it.clauses.end();
    const bool is_on_head = is_said && said->language == Language::en && is_on_line_of(said->span, it.name);
    write_head(Word::pack, it.name, it.title);
    if (language_ == Language::en && (is_on_head || (!is_said && file_.language != language_))) {
        out_ += std::string(" ") + layout::one_language + word(Word::language) + " " + layout::one_language +
                word(Word::language_en);
    }
    out_ += "\n";
    std::vector<Clause> clauses;
    for (const ast::PackClause& clause : it.clauses) {
        switch (clause.kind) {
            case Kind::version: clauses.push_back({word(Word::version), clause.version, {}}); break;
            case Kind::language:
                // The words are those of the language the text is written in.
                if (is_on_head && &clause == &*said) break;
                clauses.push_back({word(Word::language),
                                   word(language_ == Language::nl ? Word::language_nl : Word::language_en),
                                   {}});
                break;
            case Kind::valid: {
                // `geldig` stands in the column of words, `vanaf` is the first of its value.
                const std::string words = word(Word::valid_from);
                const std::size_t space = words.find(layout::inside_word);
                clauses.push_back(
                    {words.substr(0, space), words.substr(space + 1) + " " + span(clause.from, clause.to), {}});
                break;
            }
            case Kind::owner: clauses.push_back({word(Word::owner), text(clause.text), {}}); break;
            case Kind::purpose: clauses.push_back({word(Word::purpose), text(clause.text), {}}); break;
            case Kind::legal_ground: clauses.push_back({word(Word::legal_ground), text(clause.text), {}}); break;
            case Kind::crisis_route: clauses.push_back({word(Word::crisis_route), text(clause.text), {}}); break;
            case Kind::retention: clauses.push_back({word(Word::retain), value(clause.length), {}}); break;
        }
    }
    write_clauses(clauses, pack_column);
}

void DeclarationWriter::write(const ast::Use& it) { out_ += word(Word::use) + " " + it.pack.text + "\n"; }

// ---- data -----------------------------------------------------------------------------------------------------------

std::string DeclarationWriter::type(const ast::Type& it) const {
    using Kind = ast::Type::Kind;
    std::string bounds;
    if (!it.low.is_none())
        bounds = " " + word(Word::from) + " " + value(it.low) + " " + word(Word::to) + " " + value(it.high);
    switch (it.kind) {
        case Kind::key: return word(Word::type_key);
        case Kind::text: return word(Word::type_text);
        case Kind::number:
            return word(Word::type_number) +
                   (it.unit ? " " + word(Word::in_) + " " + expressions_.write_unit(it.unit->text, false)
                            : std::string()) +
                   bounds;
        case Kind::integer: return word(Word::type_integer) + bounds;
        case Kind::grade: return word(Word::type_grade);
        case Kind::percentage:
            return word(Word::type_percentage) + (it.as_fraction ? " " + word(Word::as_fraction) : std::string());
        case Kind::date: return word(Word::type_date);
        case Kind::duration: return word(Word::type_duration);
        case Kind::boolean: return word(Word::yes) + "/" + word(Word::no);
        case Kind::choice: break;
    }
    std::string result = word(Word::choice_of);
    for (std::size_t i = 0; i < it.choices.size(); ++i) {
        result += (i == 0 ? " " : ", ") + it.choices[i].name.text;
        if (it.choices[i].written) result += " " + text_on_line(*it.choices[i].written);
    }
    return result + (it.ordered ? " " + word(Word::ascending) : std::string());
}

std::string DeclarationWriter::privacy(const ast::PrivacyMark& it) const {
    constexpr Word words[] = {Word::confidential, Word::with_justification, Word::special, Word::audit_only};
    return word(words[static_cast<std::size_t>(it.kind)]);
}

std::string DeclarationWriter::mark(const ast::FieldMark& it) const {
    using Kind = ast::FieldMark::Kind;
    switch (it.kind) {
        case Kind::start: return word(Word::mark_start);
        case Kind::mentor: return word(Word::mark_mentor);
        case Kind::name: return word(Word::mark_name);
        case Kind::from_column: return word(Word::from_column) + " " + text_on_line(it.column);
        case Kind::privacy: break;
    }
    return privacy(it.privacy);
}

void DeclarationWriter::write_fields(const std::vector<ast::Field>& fields) {
    std::size_t names = 0;
    std::size_t types = 0;
    for (const ast::Field& field : fields) {
        names = std::max(names, layout::width(field.name.text));
        if (!field.marks.empty()) types = std::max(types, layout::width(type(field.type)));
    }
    const std::size_t column = std::min(types + 3, mark_column);
    for (const ast::Field& field : fields) {
        std::string line = type(field.type);
        if (!field.marks.empty()) {
            line += "   ";
            line = padded(std::move(line), column);
        }
        for (std::size_t i = 0; i < field.marks.size(); ++i) line += (i == 0 ? "" : " ") + mark(field.marks[i]);
        out_ += "  " + padded(field.name.text, names) + " : " + line + "\n";
    }
}

void DeclarationWriter::write(const ast::StudentData& it) {
    out_ += word(Word::student_data) + "\n";
    write_fields(it.fields);
}

void DeclarationWriter::write(const ast::Series& it) {
    out_ += word(Word::series) + " " + it.singular.text + ", " + it.plural.text;
    for (const ast::PrivacyMark& privacy_mark : it.privacy) out_ += " " + privacy(privacy_mark);
    if (it.last_counts_per) out_ += " " + word(Word::last_counts_per) + " " + it.last_counts_per->text;
    out_ += "\n";
    write_fields(it.fields);
}

// ---- calendar -------------------------------------------------------------------------------------------------------

void DeclarationWriter::write(const ast::Calendar& it) {
    out_ += word(Word::calendar) + " " + it.name.text + "\n";
    if (!it.from.is_none()) out_ += "  " + word(Word::from) + " " + span(it.from, it.to) + "\n";
    std::size_t width = 0;
    for (const ast::HolidayClause& holiday : it.holidays) width = std::max(width, layout::width(holiday.name.text));
    for (const ast::HolidayClause& holiday : it.holidays)
        out_ += "  " + word(Word::holiday) + " " + padded(holiday.name.text, width) + " " +
                span(holiday.from, holiday.to) + "\n";
}

// ---- parameters and concepts ----------------------------------------------------------------------------------------

void DeclarationWriter::write(const ast::Parameter& it) {
    using Kind = ast::ParameterClause::Kind;
    write_head(Word::parameter, it.name, it.title);
    out_ += " : " + type(it.type) + (it.value.is_none() ? std::string() : " = " + value(it.value)) + "\n";
    std::vector<Clause> clauses;
    for (const ast::ParameterClause& clause : it.clauses) {
        switch (clause.kind) {
            case Kind::between:
                clauses.push_back(
                    {word(Word::between), value(clause.low) + " " + word(Word::and_) + " " + value(clause.high), {}});
                break;
            case Kind::source: clauses.push_back(citation(clause.source)); break;
            case Kind::owner: clauses.push_back({word(Word::owner), text(clause.owner), {}}); break;
        }
    }
    write_clauses(clauses);
}

void DeclarationWriter::write(const ast::Set& it) {
    out_ += word(Word::set) + " " + it.parameter.text + " " + word(Word::set_to) + " " + value(it.value);
    const std::uint32_t condition = it.conditions.empty() ? 0 : it.conditions.back().begin;
    const auto stands_before_it = [&](const ast::SetClause& clause) { return clause.span.begin < condition; };
    const bool is_in_head = std::ranges::none_of(it.clauses, stands_before_it);
    if (!it.condition.is_none() && is_in_head) {
        const std::size_t column = layout::width(out_) + layout::width(word(Word::for_)) + 2;
        out_ += " " + word(Word::for_) + " " + expressions_.write_lines(it.condition, column, list_indent);
    }
    out_ += "\n";
    std::vector<Clause> clauses;
    bool is_written = is_in_head;
    const auto write_condition = [&] {
        if (!is_written && !it.condition.is_none()) clauses.push_back({word(Word::for_), {}, it.condition});
        is_written = true;
    };
    for (const ast::SetClause& clause : it.clauses) {
        if (!stands_before_it(clause)) write_condition();
        if (const auto* because = std::get_if<ast::Text>(&clause.value))
            clauses.push_back({word(Word::because), text(*because), {}});
        else
            clauses.push_back(justification(std::get<ast::Justification>(clause.value)));
    }
    write_condition();
    write_clauses(clauses);
}

void DeclarationWriter::write(const ast::Concept& it) {
    write_head(Word::concept_, it.name, it.title);
    const std::string whole = value(it.value);
    const ast::Expr& expr = file_.expr(it.value);
    const bool is_list = std::holds_alternative<ast::Bullets>(expr.node);
    const bool fits = layout::width(out_) + layout::width(whole) <= concept_width &&
                      !expressions_.has_comment_before(expr.span.begin);
    out_ += " =";
    // A line that begins with `-` would be a bullet.
    if (is_list || whole.starts_with('-') || fits)
        out_ +=
            " " + expressions_.write_lines(it.value, layout::width(out_) + 1, is_list ? clause_indent : list_indent);
    else
        out_ += layout::wrap(clause_indent) + expressions_.write_lines(it.value, clause_indent, list_indent);
    out_ += "\n";
}

}  // namespace wegwijzer
