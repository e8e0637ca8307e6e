#include "dsl/ast/print_ast.h"

#include <array>
#include <utility>

#include "dsl/ast/tree_printer.h"

namespace wegwijzer::ast {
namespace {

template <class Kind, std::size_t size>
std::string written(Kind kind, const std::array<std::string_view, size>& names) {
    return std::string(names[static_cast<std::size_t>(kind)]);
}

}  // namespace

std::string print(const File& file) {
    std::string result;
    for (const Declaration& declaration : file.declarations) result += print(file, declaration);
    return result;
}

std::string print(const File& file, const Declaration& declaration) {
    TreePrinter printer(file);
    printer.print(declaration);
    return printer.take();
}

void TreePrinter::print(const Declaration& declaration) {
    if (declaration.incomplete) line("(incomplete)");
    std::visit([&](const auto& it) { print(it); }, declaration.node);
}

void TreePrinter::print(const Pack& it) {
    node("pack " + described(it.name) + described(it.title), [&] {
        for (const PackClause& clause : it.clauses) {
            std::string head =
                written(clause.kind, std::array<std::string_view, 8>{"version", "language", "valid", "owner", "purpose",
                                                                     "legal_ground", "crisis_route", "retention"});
            if (clause.kind == PackClause::Kind::version) head += " " + clause.version;
            if (clause.kind == PackClause::Kind::language) head += clause.language == Language::nl ? " nl" : " en";
            if (!clause.text.value.empty()) head += " " + quoted(clause.text.value);
            node(head, [&] {
                print("from", clause.from);
                print("to", clause.to);
                print({}, clause.length);
            });
        }
    });
}
void TreePrinter::print(const Use& it) { line("use " + described(it.pack)); }
void TreePrinter::print(const Source& it) { line("source " + described(it.name) + " " + quoted(it.title.value)); }

void TreePrinter::print(const Type& it) {
    std::string head = "type " + written(it.kind, std::array<std::string_view, 10>{"key", "text", "number", "integer",
                                                                                   "grade", "percentage", "date",
                                                                                   "duration", "boolean", "choice"});
    if (it.unit) head += " in " + described(*it.unit);
    if (it.as_fraction) head += " as_fraction";
    if (it.ordered) head += " ordered";
    node(head, [&] {
        print("low", it.low);
        print("high", it.high);
        for (const ChoiceValue& value : it.choices) line("value " + described(value.name) + described(value.written));
    });
}

void TreePrinter::print(const Field& it) {
    node("field " + described(it.name), [&] {
        print(it.type);
        for (const FieldMark& mark : it.marks) {
            switch (mark.kind) {
                case FieldMark::Kind::start: line("mark start"); break;
                case FieldMark::Kind::mentor: line("mark mentor"); break;
                case FieldMark::Kind::name: line("mark name"); break;
                case FieldMark::Kind::from_column: line("mark from " + quoted(mark.column.value)); break;
                case FieldMark::Kind::privacy: line("mark " + described(mark.privacy)); break;
            }
        }
    });
}

void TreePrinter::print(const StudentData& it) {
    node("student_data", [&] {
        for (const Field& field : it.fields) print(field);
    });
}

void TreePrinter::print(const Series& it) {
    std::string head = "series " + described(it.singular) + ", " + described(it.plural);
    for (const PrivacyMark& mark : it.privacy) head += " " + described(mark);
    if (it.last_counts_per) head += " last_counts_per " + described(*it.last_counts_per);
    node(head, [&] {
        for (const Field& field : it.fields) print(field);
    });
}

void TreePrinter::print(const Calendar& it) {
    node("calendar " + described(it.name), [&] {
        print("from", it.from);
        print("to", it.to);
        for (const HolidayClause& holiday : it.holidays)
            node("holiday " + described(holiday.name), [&] {
                print("from", holiday.from);
                print("to", holiday.to);
            });
    });
}

void TreePrinter::print(const Phase& it) {
    std::string days =
        written(it.kind, std::array<std::string_view, 5>{"days", "from_day", "before_start", "study_weeks", "dates"});
    if (it.kind == Phase::Kind::days || it.kind == Phase::Kind::from_day || it.kind == Phase::Kind::study_weeks)
        days += " " + std::to_string(it.first);
    if (it.kind == Phase::Kind::days || it.kind == Phase::Kind::study_weeks) days += " to " + std::to_string(it.last);
    node("phase " + described(it.name) + described(it.title), [&] {
        node(days, [&] {
            print("from", it.from);
            print("to", it.to);
        });
    });
}

void TreePrinter::print(const Cluster& it) { line("cluster " + described(it.name) + described(it.title)); }

void TreePrinter::print(const Factor& it) {
    node("factor " + described(it.name) + described(it.title), [&] {
        for (const FactorClause& clause : it.clauses) {
            if (const auto* cluster = std::get_if<Name>(&clause.value))
                line("in " + described(*cluster));
            else
                line("source " + described(std::get<Citation>(clause.value)));
        }
    });
}

void TreePrinter::print(const Role& it) {
    node("role " + described(it.name) + described(it.title), [&] {
        for (const RoleClause& clause : it.clauses) {
            switch (clause.kind) {
                case RoleClause::Kind::line: line("line " + std::string(described(clause.line))); break;
                case RoleClause::Kind::person: line("person " + described(clause.person)); break;
                case RoleClause::Kind::expert_in: line("expert_in " + quoted(clause.expertise.value)); break;
                case RoleClause::Kind::capacity: line("capacity " + std::to_string(clause.capacity)); break;
            }
        }
    });
}

void TreePrinter::print(const Parameter& it) {
    node("parameter " + described(it.name) + described(it.title), [&] {
        print(it.type);
        print("value", it.value);
        for (const ParameterClause& clause : it.clauses) {
            switch (clause.kind) {
                case ParameterClause::Kind::between:
                    node("between", [&] {
                        print({}, clause.low);
                        print({}, clause.high);
                    });
                    break;
                case ParameterClause::Kind::source: line("source " + described(clause.source)); break;
                case ParameterClause::Kind::owner: line("owner " + quoted(clause.owner.value)); break;
            }
        }
    });
}

void TreePrinter::print(const Set& it) {
    node("set " + described(it.parameter), [&] {
        print("value", it.value);
        print("for", it.condition);
        for (const SetClause& clause : it.clauses) {
            if (const auto* because = std::get_if<Text>(&clause.value))
                line("because " + quoted(because->value));
            else
                line(described(std::get<Justification>(clause.value)));
        }
    });
}

void TreePrinter::print(const Concept& it) {
    node("concept " + described(it.name) + described(it.title), [&] { print({}, it.value); });
}

void TreePrinter::print(const Template& it) {
    for (const TemplatePiece& piece : it.pieces) {
        if (piece.expr.is_none())
            line("text " + quoted(piece.text));
        else
            print("fill_in", piece.expr);
    }
}

void TreePrinter::print(const Signal& it) {
    node(std::string(described(it.kind)) + " " + described(it.name) + described(it.title), [&] {
        for (const SignalClause& clause : it.clauses) print(clause);
    });
}

void TreePrinter::print(const SignalClause& it) {
    using Kind = SignalClause::Kind;
    switch (it.kind) {
        case Kind::factor: return line("factor " + described(it.names));
        case Kind::phases: return line("in_phase " + described(it.names));
        case Kind::condition: return print("if", it.condition);
        case Kind::level: return print("severity " + std::string(described(it.level)) + " if", it.condition);
        case Kind::unless: return print("unless", it.condition);
        case Kind::weight: return print("weight", it.weight);
        case Kind::explanation: return node("explanation", [&] { print(it.explanation); });
        case Kind::source: return line("source " + described(it.source));
        case Kind::justification: return line(described(it.justification));
    }
}

void TreePrinter::print(const Intervention& it) {
    node("intervention " + described(it.name) + described(it.title), [&] {
        for (const InterventionClause& clause : it.clauses) print(clause);
    });
}

void TreePrinter::print(const InterventionClause& it) {
    using Kind = InterventionClause::Kind;
    std::string head = written(it.kind, std::array<std::string_view, 16>{
                                            "by", "through", "directly", "with_consent", "without_consent", "duration",
                                            "question", "not_together_with", "not_in_phase", "not_before_day",
                                            "only_after", "at_most_once_per", "reinforces", "factor", "source", ""});
    switch (it.kind) {
        case Kind::duration: return print(head, it.duration);
        case Kind::question: head += " " + quoted(it.question.value); break;
        case Kind::not_before_day: head += " " + std::to_string(it.day); break;
        case Kind::at_most_once_per: head += " " + described(it.at_most_once_per); break;
        case Kind::source: head += " " + described(it.source); break;
        case Kind::justification: head = described(it.justification); break;
        default:
            if (!it.names.empty()) head += " " + described(it.names);
            break;
    }
    line(head);
}

void TreePrinter::print(const Policy& it) {
    node("policy " + described(it.name) + described(it.title), [&] {
        for (const PolicyClause& clause : it.clauses) print(clause);
    });
}

void TreePrinter::print(const PolicyClause& it) {
    using Kind = PolicyClause::Kind;
    switch (it.kind) {
        case Kind::condition: return print("if", it.condition);
        case Kind::unless: return print("unless", it.condition);
        case Kind::advise: {
            std::string head = "advise " + described(it.names);
            if (it.by) head += " by " + described(*it.by);
            if (it.within) head += " within " + described(*it.within);
            return node(head, [&] { print("due", it.due); });
        }
        case Kind::priority: return line("priority " + std::to_string(it.priority));
        case Kind::urgent: return line("urgent");
        case Kind::overrides: return line("overrides " + described(it.names));
        case Kind::source: return line("source " + described(it.source));
        case Kind::justification: return line(described(it.justification));
    }
}

void TreePrinter::print(const Plan& it) {
    node("plan " + described(it.name) + described(it.title), [&] {
        for (const PlanClause& clause : it.clauses) print(clause);
    });
}

void TreePrinter::print(const PlanClause& it) {
    using Kind = PlanClause::Kind;
    switch (it.kind) {
        case Kind::goal: return print("goal", it.condition);
        case Kind::step: {
            const Step& step = it.step;
            std::string head = "step " + std::to_string(step.number) + " " + described(step.intervention);
            if (step.by) head += " by " + described(*step.by);
            if (step.within) head += " within " + described(*step.within);
            if (step.after) head += " after " + described(*step.after);
            if (step.study_week_first) head += " in_study_week " + described(*step.study_week_first);
            if (step.study_week_last) head += " to " + described(*step.study_week_last);
            return line(head);
        }
        case Kind::review_every: return print("review_every", it.length);
        case Kind::evaluate_after: return print("evaluate_after", it.length);
        case Kind::source: return line("source " + described(it.source));
        case Kind::justification: return line(described(it.justification));
    }
}

void TreePrinter::print(const Table& it) {
    node("table " + described(it.name) + described(it.title) + (it.unique ? " unique" : " first"), [&] {
        print(it.type);
        for (const ExprId column : it.columns) print("column", column);
        line("result " + described(it.result));
        for (const TableRow& row : it.rows)
            node("row", [&] {
                for (const TableTest& test : row.tests) {
                    std::string head = written(
                        test.kind, std::array<std::string_view, 5>{"any", "unknown", "compare", "range", "values"});
                    if (test.kind == TableTest::Kind::compare) head += " " + std::string(described(test.op));
                    node(head, [&] {
                        for (const ExprId value : test.values) print({}, value);
                    });
                }
                print("result", row.result);
            });
    });
}

void TreePrinter::print(const Example& it) {
    using Kind = ExampleClause::Kind;
    node("example " + quoted(it.title.value), [&] {
        for (const ExampleClause& clause : it.clauses) {
            switch (clause.kind) {
                case Kind::on: print("on", clause.date); break;
                case Kind::given: print(clause.given); break;
                case Kind::set: print("set " + described(clause.parameter), clause.value); break;
                case Kind::expect: print(clause.expectation); break;
            }
        }
    });
}

void TreePrinter::print(const ExampleGiven& it) {
    if (it.student)
        return node("given student", [&] {
            for (const ExampleValue& value : it.values) print(described(value.field), value.value);
        });
    node("given " + described(it.series) + (it.empty ? " none" : ""), [&] {
        print("complete_to", it.complete_to);
        for (const std::vector<Cell>& row : it.rows) {
            std::string cells = "row";
            for (const Cell& cell : row) cells += " | " + (cell.quoted ? quoted(cell.text) : cell.text);
            line(cells);
        }
    });
}

void TreePrinter::print(const Expectation& it) {
    using Kind = Expectation::Kind;
    std::string head = it.negated ? "expect no " : "expect ";
    if (it.kind == Kind::signal)
        head += described(it.signal_kind);
    else
        head += written(it.kind, std::array<std::string_view, 5>{"signal", "advice", "plan", "concept", "parameter"});
    if (it.name) head += " " + described(*it.name);
    if (it.level) head += " severity " + std::string(described(*it.level));
    if (it.possibly_higher) head += " possibly_higher";
    if (it.state == Expectation::State::undetermined) head += " undetermined";
    if (it.state == Expectation::State::not_applicable) head += " not_applicable";
    if (it.line) head += " in_line " + std::string(described(*it.line));
    if (it.by) head += " by " + described(*it.by);
    if (it.through) head += " through " + described(*it.through);
    if (it.priority) head += " priority " + std::to_string(*it.priority);
    if (it.suppressed) head += " suppressed";
    const bool asks_value = it.kind == Kind::concept_value || it.kind == Kind::parameter_value;
    if (asks_value && it.value.is_none()) head += " unknown";
    node(head, [&] {
        print("from", it.from);
        print("due", it.due);
        print("value", it.value);
    });
}

}  // namespace wegwijzer::ast
