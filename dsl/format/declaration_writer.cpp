#include "dsl/format/declaration_writer.h"

#include <algorithm>

#include "engine/base/unicode.h"

namespace wegwijzer {
namespace {

// Words up to this long share a column with the others of their declaration.
constexpr std::size_t longest_aligned = 11;

std::string padded(std::string text, std::size_t width) {
    const std::size_t used = display_width(text);
    if (used < width) text.append(width - used, ' ');
    return text;
}

}  // namespace

std::string DeclarationWriter::write(const ast::Declaration& declaration) {
    out_.clear();
    std::visit([&](const auto& it) { write(it); }, declaration.node);
    return std::move(out_);
}

void DeclarationWriter::write_head(Word keyword, const ast::Name& name, const std::optional<ast::Text>& title) {
    out_ += word(keyword) + " " + name.text;
    if (title) out_ += " " + text(*title, true);
}

void DeclarationWriter::write_clauses(const std::vector<Clause>& clauses) {
    std::size_t width = 0;
    for (const Clause& clause : clauses)
        if (const std::size_t used = display_width(clause.word); used <= longest_aligned) width = std::max(width, used);
    for (const Clause& clause : clauses) {
        std::string begin = "  " + clause.word;
        if (!clause.rest.empty() || !clause.condition.is_none()) begin = padded(begin, width + 2) + " ";
        begin += clause.rest;
        if (!clause.condition.is_none()) begin += expressions_.write_lines(clause.condition, display_width(begin), 4);
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

void DeclarationWriter::write(const ast::Pack& it) {
    using Kind = ast::PackClause::Kind;
    write_head(Word::pack, it.name, it.title);
    out_ += "\n";
    std::vector<Clause> clauses;
    for (const ast::PackClause& clause : it.clauses) {
        switch (clause.kind) {
            case Kind::version: clauses.push_back({word(Word::version), clause.version, {}}); break;
            case Kind::language:
                // The words are those of the language the text is written in.
                clauses.push_back({word(Word::language),
                                   word(language_ == Language::nl ? Word::language_nl : Word::language_en),
                                   {}});
                break;
            case Kind::valid: clauses.push_back({word(Word::valid_from), span(clause.from, clause.to), {}}); break;
            case Kind::owner: clauses.push_back({word(Word::owner), text(clause.text), {}}); break;
            case Kind::purpose: clauses.push_back({word(Word::purpose), text(clause.text), {}}); break;
            case Kind::legal_ground: clauses.push_back({word(Word::legal_ground), text(clause.text), {}}); break;
            case Kind::crisis_route: clauses.push_back({word(Word::crisis_route), text(clause.text), {}}); break;
            case Kind::retention: clauses.push_back({word(Word::retain), value(clause.length), {}}); break;
        }
    }
    // A pack in another language than the default says so.
    const bool says_language = std::any_of(it.clauses.begin(), it.clauses.end(),
                                           [](const ast::PackClause& clause) { return clause.kind == Kind::language; });
    if (!says_language && language_ != Language::nl)
        clauses.insert(clauses.begin(), {word(Word::language), word(Word::language_en), {}});
    write_clauses(clauses);
}

void DeclarationWriter::write(const ast::Use& it) { out_ += word(Word::use) + " " + it.pack.text + "\n"; }

void DeclarationWriter::write(const ast::Source& it) {
    write_head(Word::source, it.name, it.title);
    out_ += "\n";
}

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
        if (it.choices[i].written) result += " " + text(*it.choices[i].written);
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
        case Kind::from_column: return word(Word::from_column) + " " + text(it.column);
        case Kind::privacy: break;
    }
    return privacy(it.privacy);
}

void DeclarationWriter::write_fields(const std::vector<ast::Field>& fields) {
    std::size_t width = 0;
    for (const ast::Field& field : fields) width = std::max(width, display_width(field.name.text));
    for (const ast::Field& field : fields) {
        out_ += "  " + padded(field.name.text, width) + " : " + type(field.type);
        for (std::size_t i = 0; i < field.marks.size(); ++i) out_ += (i == 0 ? "   " : " ") + mark(field.marks[i]);
        out_ += "\n";
    }
}

void DeclarationWriter::write(const ast::StudentData& it) {
    out_ += word(Word::student_data) + "\n";
    write_fields(it.fields);
}

void DeclarationWriter::write(const ast::Series& it) {
    out_ += word(Word::series) + " " + it.singular.text + ", " + it.plural.text;
    for (const ast::PrivacyMark& privacy_mark : it.privacy) out_ += "   " + privacy(privacy_mark);
    if (it.last_counts_per) out_ += "   " + word(Word::last_counts_per) + " " + it.last_counts_per->text;
    out_ += "\n";
    write_fields(it.fields);
}

// ---- calendar -------------------------------------------------------------------------------------------------------

void DeclarationWriter::write(const ast::Calendar& it) {
    out_ += word(Word::calendar) + " " + it.name.text + "\n";
    if (!it.from.is_none()) out_ += "  " + word(Word::from) + " " + span(it.from, it.to) + "\n";
    std::size_t width = 0;
    for (const ast::HolidayClause& holiday : it.holidays) width = std::max(width, display_width(holiday.name.text));
    for (const ast::HolidayClause& holiday : it.holidays)
        out_ += "  " + word(Word::holiday) + " " + padded(holiday.name.text, width) + " " +
                span(holiday.from, holiday.to) + "\n";
}

void DeclarationWriter::write(const ast::Phase& it) {
    using Kind = ast::Phase::Kind;
    write_head(Word::phase, it.name, it.title);
    const std::string first = std::to_string(it.first);
    const std::string last = std::to_string(it.last);
    switch (it.kind) {
        case Kind::days:
            out_ += " " + word(Word::from_day) + " " + first + " " + word(Word::to_day) + " " + last;
            break;
        case Kind::from_day: out_ += " " + word(Word::from_day_on) + " " + first; break;
        case Kind::before_start: out_ += " " + word(Word::before_start); break;
        case Kind::study_weeks:
            out_ += " " + word(Word::from_study_week) + " " + first + " " + word(Word::to_study_week) + " " + last;
            break;
        case Kind::dates: out_ += " " + word(Word::from) + " " + span(it.from, it.to); break;
    }
    out_ += "\n";
}

// ---- model ----------------------------------------------------------------------------------------------------------

void DeclarationWriter::write(const ast::Cluster& it) {
    write_head(Word::cluster, it.name, it.title);
    out_ += "\n";
}

void DeclarationWriter::write(const ast::Factor& it) {
    write_head(Word::factor, it.name, it.title);
    for (const ast::FactorClause& clause : it.clauses) {
        if (const auto* cluster = std::get_if<ast::Name>(&clause.value)) {
            out_ += "   " + word(Word::in_) + " " + cluster->text;
        } else {
            const Clause cited = citation(std::get<ast::Citation>(clause.value));
            out_ += "   " + cited.word + " " + cited.rest;
        }
    }
    out_ += "\n";
}

std::string DeclarationWriter::line(ast::Line it) const {
    constexpr Word words[] = {Word::line_first, Word::line_second, Word::line_external, Word::line_organisation};
    return word(words[static_cast<std::size_t>(it)]);
}

void DeclarationWriter::write(const ast::Role& it) {
    using Kind = ast::RoleClause::Kind;
    write_head(Word::role, it.name, it.title);
    for (const ast::RoleClause& clause : it.clauses) {
        out_ += "   ";
        switch (clause.kind) {
            case Kind::line: out_ += word(Word::line) + " " + line(clause.line); break;
            case Kind::person: out_ += word(Word::person) + " " + clause.person.text; break;
            case Kind::expert_in: out_ += word(Word::expert_in) + " " + text(clause.expertise); break;
            case Kind::capacity:
                out_ += word(Word::capacity) + " " + std::to_string(clause.capacity) + " " + word(Word::per_week);
                break;
        }
    }
    out_ += "\n";
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
    if (!it.condition.is_none()) {
        const std::size_t column = out_.size() + word(Word::for_).size() + 2;
        out_ += " " + word(Word::for_) + " " + expressions_.write_lines(it.condition, column, 4);
    }
    out_ += "\n";
    std::vector<Clause> clauses;
    for (const ast::SetClause& clause : it.clauses) {
        if (const auto* because = std::get_if<ast::Text>(&clause.value))
            clauses.push_back({word(Word::because), text(*because), {}});
        else
            clauses.push_back(justification(std::get<ast::Justification>(clause.value)));
    }
    write_clauses(clauses);
}

void DeclarationWriter::write(const ast::Concept& it) {
    write_head(Word::concept_, it.name, it.title);
    const std::string whole = value(it.value);
    const bool is_list = !it.value.is_none() && std::holds_alternative<ast::Bullets>(file_.expr(it.value).node);
    out_ += " =";
    // A line that begins with `-` would be a bullet.
    if (is_list || whole.starts_with('-') || display_width(out_) + display_width(whole) <= 100)
        out_ += " " + expressions_.write_lines(it.value, display_width(out_) + 1, 4);
    else
        out_ += "\n  " + expressions_.write_lines(it.value, 2, 4);
    out_ += "\n";
}

}  // namespace wegwijzer
