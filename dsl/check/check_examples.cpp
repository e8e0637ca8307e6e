// voorbeeld: not run yet; everything it names is checked, and the values it gives fit their types.
#include <algorithm>

#include "dsl/check/constants.h"
#include "dsl/check/passes.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::checking {

namespace {

class ExampleChecker {
  public:
    ExampleChecker(Context& context, const Declared<ast::Example>& declared)
        : context_(context), declared_(declared), file_(*declared.file) {}

    void check() {
        for (const ast::ExampleClause& clause : declared_->clauses) {
            switch (clause.kind) {
                case ast::ExampleClause::Kind::on: break;
                case ast::ExampleClause::Kind::given: check_given(clause.given); break;
                case ast::ExampleClause::Kind::set: check_parameter(clause.parameter, clause.value); break;
                case ast::ExampleClause::Kind::expect: check_expectation(clause.expectation); break;
            }
        }
    }

  private:
    void check_given(const ast::ExampleGiven& given) {
        if (!given.student) {
            check_rows(given);
            return;
        }
        for (const ast::ExampleValue& value : given.values) {
            if (value.field.text.empty()) continue;
            const FieldId id = context_.schema.find_field(value.field.text);
            if (id.is_none()) {
                if (context_.declared.student_data.empty() || is_broken_clause(value.field.text)) continue;
                std::vector<std::string> names;
                for (const Field& field : context_.schema.student_fields) names.push_back(field.name);
                context_.report_unknown(value.field, NameKind::student_field, names);
                continue;
            }
            const Field& field = context_.schema.field(id);
            if (field.privacy.audit_only) {
                context_.report(Code::F054, value.field.span, {field.name});
                continue;
            }
            // Of a line that was reported only a part may have been read.
            if (!declared_.declaration->incomplete) {
                check_value(value.value, field, context_.field_domains[id.index()]);
            }
        }
    }

    // `gegven toetsen`, with rows behind it that were reported, is read as a value of a field `gegven`.
    [[nodiscard]] bool is_broken_clause(const std::string& name) const {
        if (!declared_.declaration->incomplete) return false;
        std::vector<std::string> openers;
        for (const Word which : {Word::given, Word::expect, Word::set, Word::on}) openers.push_back(word(file_, which));
        return did_you_mean(name, openers).has_value();
    }

    void check_value(ast::ExprId id, const Field& field, model::ChoiceDomainId domain) {
        // A duur is given in days or weeks and a key as text: check_constant asks no more than that.
        ResolvedType type;
        type.field = field.type;
        switch (field.type.kind) {
            case FieldKind::key:
            case FieldKind::text: type.value = type_of(model::ValueKind::text); break;
            case FieldKind::number:
            case FieldKind::integer: type.value = number_in(field.type.unit); break;
            case FieldKind::grade: type.value = type_of(model::ValueKind::grade); break;
            case FieldKind::percentage: type.value = type_of(model::ValueKind::percentage); break;
            case FieldKind::date: type.value = type_of(model::ValueKind::date); break;
            case FieldKind::duration: type.value = type_of(model::ValueKind::duration); break;
            case FieldKind::boolean: type.value = type_of(model::ValueKind::boolean); break;
            case FieldKind::choice:
                type.value = type_of(model::ValueKind::choice);
                type.value.value.choices = domain;
                break;
        }
        (void)check_constant(context_, file_, id, type, field.name);
    }

    void check_rows(const ast::ExampleGiven& given) {
        const std::string& name = given.series.text;
        if (name.empty()) return;
        const Symbol* symbol = context_.symbols.series.find(name);
        if (symbol == nullptr) {
            const auto is = [&](Word which) { return name == spelling(which, file_.language); };
            if (is(Word::followup) || is(Word::followups) || is(Word::consent) || is(Word::consents)) return;
            context_.report_unknown(given.series, NameKind::series, context_.symbols.series.names());
            return;
        }
        const Series& series = context_.schema.series[symbol->index];
        if (series.privacy.audit_only) context_.report(Code::F054, given.series.span, {name});
        if (given.rows.empty()) return;
        std::vector<std::string> names;
        for (const Field& field : series.fields) names.push_back(field.name);
        for (const ast::Cell& cell : given.rows.front()) {
            const SeriesFieldId field = series.find_field(cell.text);
            if (field.is_none()) {
                context_.report_unknown({cell.text, cell.span}, NameKind::series_field, names);
            } else if (series.fields[field.index()].privacy.audit_only) {
                context_.report(Code::F054, cell.span, {cell.text});
            }
        }
    }

    void check_parameter(const ast::Name& name, ast::ExprId value) {
        if (name.text.empty()) return;
        const Symbol* symbol = context_.symbols.values.find(name.text);
        if (symbol != nullptr && symbol->kind == NameKind::parameter) {
            if (value) {
                (void)check_constant(context_, file_, value, context_.parameter_types[symbol->index], name.text);
            }
            return;
        }
        std::vector<std::string> names;
        for (const Declared<ast::Parameter>& each : context_.declared.parameters) names.push_back(each->name.text);
        context_.report_unknown(name, NameKind::parameter, names);
    }

    void check_concept_value(const ast::Name& name) {
        if (name.text.empty()) return;
        const Symbol* symbol = context_.symbols.values.find(name.text);
        const bool known =
            symbol != nullptr && (symbol->kind == NameKind::named_concept || symbol->kind == NameKind::table);
        if (known) return;
        std::vector<std::string> names;
        for (const Declared<ast::Concept>& each : context_.declared.concepts) names.push_back(each->name.text);
        context_.report_unknown(name, NameKind::named_concept, names);
    }

    void check_signal(const ast::Name& name, ast::SignalKind kind) {
        const NameKind wanted = kind == ast::SignalKind::signal     ? NameKind::signal
                                : kind == ast::SignalKind::strength ? NameKind::strength
                                                                    : NameKind::opportunity;
        if (name.text.empty()) return;
        const Symbol* symbol = context_.symbols.signals.find(name.text);
        if (symbol != nullptr && symbol->kind == wanted) return;
        std::vector<std::string> names;
        for (const std::string& each : context_.symbols.signals.names()) {
            if (context_.symbols.signals.find(each)->kind == wanted) names.push_back(each);
        }
        const Localized other = symbol != nullptr ? noun(symbol->kind) : Localized{};
        context_.report_unknown(name, wanted, names,
                                symbol == nullptr ? Localized{}
                                                  : plain("`" + name.text + "` is een " + other.nl,
                                                          "`" + name.text + "` is of the kind " + other.en));
    }

    void check_expectation(const ast::Expectation& expectation) {
        switch (expectation.kind) {
            case ast::Expectation::Kind::signal:
                if (expectation.name) check_signal(*expectation.name, expectation.signal_kind);
                break;
            case ast::Expectation::Kind::advice:
            case ast::Expectation::Kind::plan: {
                const bool plan = expectation.kind == ast::Expectation::Kind::plan;
                if (expectation.name) {
                    (void)context_.find(context_.symbols.interventions, *expectation.name,
                                        plan ? NameKind::plan : NameKind::intervention);
                }
                if (expectation.by) (void)context_.find(context_.symbols.roles, *expectation.by, NameKind::role);
                if (expectation.through)
                    (void)context_.find(context_.symbols.roles, *expectation.through, NameKind::role);
                break;
            }
            case ast::Expectation::Kind::concept_value:
                if (expectation.name) check_concept_value(*expectation.name);
                break;
            case ast::Expectation::Kind::parameter_value:
                if (expectation.name) check_parameter(*expectation.name, expectation.value);
                break;
        }
    }

    Context& context_;
    const Declared<ast::Example>& declared_;
    const ast::File& file_;
};

}  // namespace

void check_examples(Context& context) {
    if (context.declared.examples.empty()) return;
    for (const Declared<ast::Example>& declared : context.declared.examples) ExampleChecker(context, declared).check();
    context.report(Code::N002, context.declared.examples.front().declaration->keyword);
}

}  // namespace wegwijzer::checking
