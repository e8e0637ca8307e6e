#include <array>

#include "dsl/ast/tree_printer.h"

namespace wegwijzer::ast {
namespace {

template <class Kind, std::size_t size>
std::string_view name_of(Kind kind, const std::array<std::string_view, size>& names) {
    return names[static_cast<std::size_t>(kind)];
}

std::string_view described(Quantifier quantifier) {
    return name_of(quantifier, std::array<std::string_view, 5>{"all", "at_least", "at_most", "exactly", "none"});
}

}  // namespace

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '\n') {
            result += "\\n";
            continue;
        }
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + "\"";
}
std::string described(const Name& name) { return name.text.empty() ? std::string("-") : name.text; }
std::string described(const std::optional<Name>& name) { return name ? described(*name) : std::string(); }
std::string described(const std::optional<Text>& text) { return text ? " " + quoted(text->value) : std::string(); }
std::string described(const std::vector<Name>& names) {
    std::string result;
    for (const Name& name : names) result += (result.empty() ? "" : ", ") + described(name);
    return result;
}
std::string described(const Length& length) {
    return std::to_string(length.count) + " " +
           std::string(
               name_of(length.unit, std::array<std::string_view, 8>{"minutes", "hours", "days", "working_days", "weeks",
                                                                    "teaching_weeks", "months", "years"}));
}
std::string described(const CountRef& count) {
    return count.number ? std::to_string(*count.number) : described(count.parameter);
}
std::string described(const LengthRef& length) {
    return length.length ? described(*length.length) : described(length.parameter);
}
std::string described(const Citation& citation) { return described(citation.source) + described(citation.place); }
std::string described(const Justification& justification) {
    return (justification.kind == Justification::Kind::motivation ? "motivation " : "legal_basis ") +
           quoted(justification.text.value);
}
std::string described(const PrivacyMark& mark) {
    return std::string(name_of(
        mark.kind, std::array<std::string_view, 4>{"confidential", "needs_motivation", "special", "audit_only"}));
}
std::string_view described(SignalKind kind) {
    return name_of(kind, std::array<std::string_view, 3>{"signal", "strength", "opportunity"});
}
std::string_view described(CompareOp op) {
    return name_of(op, std::array<std::string_view, 6>{"<", "<=", ">", ">=", "=", "<>"});
}
std::string_view described(Level level) {
    return name_of(level, std::array<std::string_view, 3>{"low", "medium", "high"});
}
std::string_view described(Line line) {
    return name_of(line, std::array<std::string_view, 4>{"first", "second", "external", "organisation"});
}

void TreePrinter::line(std::string_view text) {
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    out_ += text;
    out_ += '\n';
}

void TreePrinter::print(std::string_view role, ExprId id) {
    if (id.is_none()) return;
    const auto put = [&] { std::visit([&](const auto& it) { print(it); }, file_.expr(id).node); };
    if (role.empty())
        put();
    else
        node(role, put);
}

void TreePrinter::print(const NumberLiteral& it) {
    std::string text = "number " + to_text(it.value, it.decimals, '.');
    switch (it.kind) {
        case NumberLiteral::Kind::plain: break;
        case NumberLiteral::Kind::with_unit: text += " " + it.unit; break;
        case NumberLiteral::Kind::percent: text += " percent"; break;
        case NumberLiteral::Kind::points: text += " points"; break;
    }
    line(text + (it.invalid ? " invalid" : ""));
}
void TreePrinter::print(const DurationLiteral& it) { line("duration " + described(it.length)); }
void TreePrinter::print(const DateLiteral& it) {
    line("date " + to_iso(it.date) + (it.in_words ? " in_words" : "") + (it.invalid ? " invalid" : ""));
}
void TreePrinter::print(const TextLiteral& it) { line("text " + quoted(it.value)); }
void TreePrinter::print(const BoolLiteral& it) { line(it.value ? "yes" : "no"); }
void TreePrinter::print(const NameRef& it) { line("name " + described(it.name)); }
void TreePrinter::print(const StudentRef& it) { line("student_field " + described(it.name)); }
void TreePrinter::print(const ReferenceDateWord&) { line("reference_date"); }
void TreePrinter::print(const Negate& it) {
    node("negate", [&] { print({}, it.operand); });
}
void TreePrinter::print(const Parenthesized& it) {
    node("parentheses", [&] { print({}, it.inner); });
}
void TreePrinter::print(const Binary& it) {
    node(name_of(it.op, std::array<std::string_view, 4>{"add", "subtract", "multiply", "divide"}), [&] {
        print({}, it.left);
        print({}, it.right);
    });
}
void TreePrinter::print(const Conditional& it) {
    node("conditional", [&] {
        print("if", it.condition);
        print("then", it.if_true);
        print("else", it.if_false);
    });
}
void TreePrinter::print(const SeverityOf& it) { line("severity_of " + described(it.signal)); }
void TreePrinter::print(const Aggregate& it) {
    std::string head(name_of(it.kind, std::array<std::string_view, 12>{
                                          "count", "count_distinct", "sum", "average", "highest", "lowest", "first",
                                          "last", "change", "time_since_last", "longest_run", "longest_run_days"}));
    if (!it.field.text.empty()) head += " " + it.field.text;
    node(head, [&] { print(it.selection); });
}
void TreePrinter::print(const Compare& it) {
    node("compare " + std::string(described(it.op)) + (it.word ? " in_words" : ""), [&] {
        print({}, it.left);
        print({}, it.right);
    });
}
void TreePrinter::print(const OneOf& it) {
    node(it.negated ? "not_one_of" : "one_of", [&] {
        print({}, it.value);
        for (const ExprId option : it.options) print("option", option);
    });
}
void TreePrinter::print(const Between& it) {
    node(it.negated ? "not_between" : "between", [&] {
        print({}, it.value);
        print("low", it.low);
        print("high", it.high);
    });
}
void TreePrinter::print(const Knownness& it) {
    node(it.asks_known ? "is_known" : "is_unknown", [&] { print({}, it.value); });
}
void TreePrinter::print(const Not& it) {
    node("not", [&] { print({}, it.operand); });
}
void TreePrinter::print(const And& it) {
    node("and", [&] {
        for (const ExprId operand : it.operands) print({}, operand);
    });
}
void TreePrinter::print(const Or& it) {
    node("or", [&] {
        for (const ExprId operand : it.operands) print({}, operand);
    });
}
void TreePrinter::print(const MixedAndOr& it) {
    node("mixed_and_or", [&] {
        for (std::size_t i = 0; i < it.operands.size(); ++i) {
            print({}, it.operands[i]);
            if (i < it.word_is_and.size()) line(it.word_is_and[i] ? "and" : "or");
        }
    });
}
void TreePrinter::print(const SignalRef& it) { line(std::string(described(it.kind)) + " " + described(it.name)); }
void TreePrinter::print(const Exists& it) {
    std::string head = "exists " + std::string(described(it.quantifier));
    if (it.quantifier != Quantifier::none) head += " " + described(it.count);
    node(head, [&] { print(it.selection); });
}
void TreePrinter::print(const Bullets& it) {
    std::string head = "bullets " + std::string(described(it.quantifier));
    if (it.quantifier != Quantifier::none && it.quantifier != Quantifier::all) head += " " + described(it.count);
    node(head, [&] {
        for (const ExprId item : it.items) print("item", item);
    });
}

void TreePrinter::print(const Selection& it) {
    node("series " + (it.series_is_signal_word ? std::string("(signal)") : described(it.series)), [&] {
        if (it.filter) print(it.filter->parenthesized ? "filter_in_parentheses" : "filter", it.filter->condition);
        if (it.period) print(*it.period);
    });
}

void TreePrinter::print(const Period& it) {
    std::string head =
        "period " +
        std::string(name_of(it.kind, std::array<std::string_view, 8>{"last", "since_start", "study_weeks", "phase",
                                                                     "between", "since", "this_academic_year", "any"}));
    if (it.kind == Period::Kind::last || it.kind == Period::Kind::any) head += " " + described(it.length);
    if (it.kind == Period::Kind::study_weeks) head += " " + described(it.first);
    if (it.second) head += " to " + described(*it.second);
    if (it.kind == Period::Kind::phase) head += " " + described(it.phase);
    if (it.within_academic_year) head += " within_academic_year";
    node(head, [&] {
        print("from", it.from);
        print("to", it.to);
    });
}

}  // namespace wegwijzer::ast
