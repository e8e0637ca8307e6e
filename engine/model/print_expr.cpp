#include "engine/base/decimal.h"
#include "engine/model/print_model.h"

namespace wegwijzer::model {

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') result += '\\';
        if (character == '\n') {
            result += "\\n";
        } else {
            result += character;
        }
    }
    return result + '"';
}

namespace {

std::string_view unit_name(LengthUnit unit) {
    switch (unit) {
        case LengthUnit::minutes: return "minutes";
        case LengthUnit::hours: return "hours";
        case LengthUnit::days: return "days";
        case LengthUnit::working_days: return "working_days";
        case LengthUnit::weeks: return "weeks";
        case LengthUnit::teaching_weeks: return "teaching_weeks";
        case LengthUnit::months: return "months";
        case LengthUnit::years: return "years";
    }
    return "";
}

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::none: return "none";
        case Severity::low: return "low";
        case Severity::medium: return "medium";
        case Severity::high: return "high";
    }
    return "";
}

std::string_view op_name(ArithmeticOp op) {
    switch (op) {
        case ArithmeticOp::add: return "+";
        case ArithmeticOp::subtract: return "-";
        case ArithmeticOp::multiply: return "*";
        case ArithmeticOp::divide: return "/";
    }
    return "";
}

std::string_view op_name(CompareOp op) {
    switch (op) {
        case CompareOp::less: return "<";
        case CompareOp::less_equal: return "<=";
        case CompareOp::greater: return ">";
        case CompareOp::greater_equal: return ">=";
        case CompareOp::equal: return "=";
        case CompareOp::not_equal: return "<>";
    }
    return "";
}

std::string_view quantifier_name(Quantifier quantifier) {
    switch (quantifier) {
        case Quantifier::all: return "all";
        case Quantifier::at_least: return "at_least";
        case Quantifier::at_most: return "at_most";
        case Quantifier::exactly: return "exactly";
        case Quantifier::none: return "none";
    }
    return "";
}

std::string_view function_name(AggregateFunction function) {
    switch (function) {
        case AggregateFunction::count: return "count";
        case AggregateFunction::count_distinct: return "count_distinct";
        case AggregateFunction::sum: return "sum";
        case AggregateFunction::average: return "average";
        case AggregateFunction::highest: return "highest";
        case AggregateFunction::lowest: return "lowest";
        case AggregateFunction::first: return "first";
        case AggregateFunction::last: return "last";
        case AggregateFunction::change: return "change";
        case AggregateFunction::time_since_last: return "time_since_last";
        case AggregateFunction::longest_run: return "longest_run";
        case AggregateFunction::longest_run_days: return "longest_run_days";
    }
    return "";
}

std::string_view field_name(SignalField field) {
    switch (field) {
        case SignalField::severity: return "severity";
        case SignalField::factor: return "factor";
        case SignalField::cluster: return "cluster";
        case SignalField::weight: return "weight";
    }
    return "";
}

class ExprPrinter {
  public:
    explicit ExprPrinter(const RuleSet& rules) : rules_(rules) {}

    void print(ExprId id) {
        if (id.is_none()) {
            out_ += '?';
            return;
        }
        const Expr& expr = rules_.expr(id);
        std::visit([&](const auto& node) { print_node(node, expr.type); }, expr.node);
    }
    void print_selection(const Selection& selection) {
        out_ += selection.of_signals() ? "signals" : rules_.schema->series_of(selection.series).plural;
        if (selection.filter) {
            out_ += " where ";
            print(selection.filter);
        }
        if (selection.period) print_period(rules_.period(selection.period));
    }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    template <class... Ids>
    void list(std::string_view head, Ids... ids) {
        open(head);
        (item(ids), ...);
        out_ += ')';
    }
    void open(std::string_view head) {
        out_ += '(';
        out_ += head;
    }
    void item(ExprId id) {
        out_ += ' ';
        print(id);
    }
    void items(const std::vector<ExprId>& ids) {
        for (const ExprId id : ids) item(id);
        out_ += ')';
    }

    void print_node(const Literal& node, const ValueType& type) { out_ += print_constant(rules_, type, node.value); }
    void print_node(const StudentFieldValue& node, const ValueType& /*type*/) {
        out_ += "student." + rules_.schema->field(node.field).name;
    }
    void print_node(const EventFieldValue& node, const ValueType& /*type*/) {
        out_ += "event." + rules_.schema->series_of(node.series).fields[node.field.index()].name;
    }
    void print_node(const SignalFieldValue& node, const ValueType& /*type*/) {
        out_ += "signal.";
        out_ += field_name(node.field);
    }
    void print_node(const ParameterValue& node, const ValueType& /*type*/) {
        out_ += "param." + rules_.parameter(node.parameter).name;
    }
    void print_node(const ConceptValue& node, const ValueType& /*type*/) {
        out_ += "concept." + rules_.concept_of(node.concept_id).name;
    }
    void print_node(const TableValue& node, const ValueType& /*type*/) {
        out_ += "table." + rules_.table(node.table).name;
    }
    void print_node(const ReferenceDate& /*node*/, const ValueType& /*type*/) { out_ += "reference_date"; }
    void print_node(const Negation& node, const ValueType& /*type*/) { list("negate", node.operand); }
    void print_node(const Arithmetic& node, const ValueType& /*type*/) {
        list(node.single_division ? "/exact" : op_name(node.op), node.left, node.right);
    }
    void print_node(const MonthShift& node, const ValueType& /*type*/) {
        open("add_months");
        item(node.date);
        out_ += ' ' + std::to_string(node.months) + ')';
    }
    void print_node(const Conditional& node, const ValueType& /*type*/) {
        list("if", node.condition, node.if_true, node.if_false);
    }
    void print_node(const Comparison& node, const ValueType& /*type*/) {
        list(op_name(node.op), node.left, node.right);
    }
    void print_node(const Between& node, const ValueType& /*type*/) {
        list(node.negated ? "not_between" : "between", node.value, node.low, node.high);
    }
    void print_node(const OneOf& node, const ValueType& /*type*/) {
        open(node.negated ? "not_one_of" : "one_of");
        item(node.value);
        items(node.options);
    }
    void print_node(const Knownness& node, const ValueType& /*type*/) {
        list(node.asks_known ? "known" : "unknown", node.value);
    }
    void print_node(const Not& node, const ValueType& /*type*/) { list("not", node.operand); }
    void print_node(const And& node, const ValueType& /*type*/) {
        open("and");
        items(node.operands);
    }
    void print_node(const Or& node, const ValueType& /*type*/) {
        open("or");
        items(node.operands);
    }
    void print_node(const Quantified& node, const ValueType& /*type*/) {
        open(quantifier_name(node.quantifier));
        if (node.count) item(node.count);
        out_ += " of";
        items(node.operands);
    }
    void print_node(const Aggregate& node, const ValueType& /*type*/) {
        open(function_name(node.function));
        if (node.selection.of_signals()) {
            if (node.function != AggregateFunction::count) {
                out_ += ' ';
                out_ += field_name(node.signal_field);
            }
        } else if (node.field) {
            out_ += ' ' + rules_.schema->series_of(node.selection.series).fields[node.field.index()].name;
        }
        out_ += " of ";
        print_selection(node.selection);
        out_ += ')';
    }
    void print_node(const Existence& node, const ValueType& /*type*/) {
        open(quantifier_name(node.quantifier));
        if (node.count) item(node.count);
        out_ += ' ';
        print_selection(node.selection);
        out_ += ')';
    }
    void print_node(const SignalState& node, const ValueType& /*type*/) {
        out_ += "active." + rules_.signal(node.signal).name;
    }
    void print_node(const SignalSeverity& node, const ValueType& /*type*/) {
        out_ += "severity." + rules_.signal(node.signal).name;
    }

    void print_period(const Period& period) {
        print_days(period);
        if (period.within_academic_year) out_ += " within_academic_year";
    }
    void print_days(const Period& period) {
        switch (period.kind) {
            case Period::Kind::last:
            case Period::Kind::any:
                out_ += period.kind == Period::Kind::any ? " any " : " last ";
                if (period.length.parameter) {
                    out_ += "param." + rules_.parameter(period.length.parameter).name;
                } else {
                    out_ += print_constant(rules_, {ValueKind::duration, {}, {}}, period.length.length);
                }
                return;
            case Period::Kind::since_start: out_ += " since_start"; return;
            case Period::Kind::study_weeks:
                out_ += " study_weeks";
                item(period.first);
                item(period.last_one);
                return;
            case Period::Kind::phase: out_ += " phase " + rules_.phase(period.phase).name; return;
            case Period::Kind::between:
                out_ += " between";
                item(period.first);
                item(period.last_one);
                return;
            case Period::Kind::since:
                out_ += " since";
                item(period.first);
                return;
            case Period::Kind::this_academic_year: out_ += " this_academic_year"; return;
        }
    }

    const RuleSet& rules_;
    std::string out_;
};

}  // namespace

std::string print_expr(const RuleSet& rules, ExprId expr) {
    ExprPrinter printer(rules);
    printer.print(expr);
    return printer.take();
}

std::string print_selection(const RuleSet& rules, const Selection& selection) {
    ExprPrinter printer(rules);
    printer.print_selection(selection);
    return printer.take();
}

std::string print_constant(const RuleSet& rules, const ValueType& type, const Constant& constant) {
    if (const auto* truth = std::get_if<bool>(&constant)) return *truth ? "yes" : "no";
    if (const auto* date = std::get_if<Date>(&constant)) return to_iso(*date);
    if (const auto* text = std::get_if<std::string>(&constant)) return quoted(*text);
    if (const auto* severity = std::get_if<Severity>(&constant)) return std::string(severity_name(*severity));
    if (const auto* length = std::get_if<Length>(&constant)) {
        return std::to_string(length->count) + ' ' + std::string(unit_name(length->unit));
    }
    if (const auto* choice = std::get_if<ChoiceValue>(&constant)) {
        if (type.choices.is_none()) return "?";
        const ChoiceDomain& domain = rules.choice_domains[type.choices.index()];
        return choice->index < domain.names.size() ? '\'' + domain.names[choice->index] : "?";
    }
    const std::string number = to_text(std::get<Decimal>(constant), 0, '.');
    if (type.kind == ValueKind::duration) return number + " days";
    return type.unit.empty() ? number : number + ' ' + type.unit;
}

std::string print_type(const RuleSet& rules, const ValueType& type) {
    switch (type.kind) {
        case ValueKind::boolean: return "yes/no";
        case ValueKind::number: return type.unit.empty() ? "number" : "number in " + type.unit;
        case ValueKind::grade: return "grade";
        case ValueKind::percentage: return "percentage";
        case ValueKind::points: return "points";
        case ValueKind::date: return "date";
        case ValueKind::duration: return "duration";
        case ValueKind::text: return "text";
        case ValueKind::severity: return "severity";
        case ValueKind::choice: break;
    }
    if (type.choices.is_none()) return "choice";
    const ChoiceDomain& domain = rules.choice_domains[type.choices.index()];
    std::string result = domain.ordered ? "ordered choice(" : "choice(";
    for (std::size_t index = 0; index < domain.names.size(); ++index) {
        if (index > 0) result += ", ";
        result += domain.names[index];
    }
    return result + ')';
}

}  // namespace wegwijzer::model
