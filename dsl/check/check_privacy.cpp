// Duties that come with what is read (language.md section 3, "Privacy"): motivering, grondslag, alleen toetsing.
#include <algorithm>
#include <map>

#include "dsl/check/passes.h"
#include "engine/model/provenance.h"
#include "engine/model/walk.h"

namespace wegwijzer::checking {

namespace {

// A field that is read, and the author's words that read it.
struct Reading {
    model::FieldUse field;
    Span span;
    bool direct = true;  // false: through a begrip or parameter
};

class ReadingFinder {
  public:
    ReadingFinder(const Context& context, const model::Provenance& provenance)
        : rules_(context.rules), provenance_(provenance) {}

    void read_expr(model::ExprId id) {
        if (id.is_none()) return;
        const model::Expr& expr = rules_.expr(id);
        if (const auto* field = std::get_if<model::StudentFieldValue>(&expr.node)) {
            add({field->field, {}, {}}, expr.origin, true);
        } else if (const auto* event = std::get_if<model::EventFieldValue>(&expr.node)) {
            add({{}, event->series, event->field}, expr.origin, true);
        } else if (const auto* parameter = std::get_if<model::ParameterValue>(&expr.node)) {
            add_all(provenance_.parameters[parameter->parameter.index()], expr.origin);
        } else if (const auto* named = std::get_if<model::ConceptValue>(&expr.node)) {
            add_all(provenance_.concepts[named->concept_id.index()], expr.origin);
        } else if (const auto* table = std::get_if<model::TableValue>(&expr.node)) {
            add_all(provenance_.tables[table->table.index()], expr.origin);
        } else if (const auto* aggregate = std::get_if<model::Aggregate>(&expr.node)) {
            read_selection(aggregate->selection, expr.origin);
            if (aggregate->field && !aggregate->selection.of_signals()) {
                add({{}, aggregate->selection.series, aggregate->field}, expr.origin, true);
            }
        } else if (const auto* existence = std::get_if<model::Existence>(&expr.node)) {
            read_selection(existence->selection, expr.origin);
        }
        model::for_each_child(rules_, expr.node, [this](model::ExprId child) { read_expr(child); });
    }
    void read_length(const model::LengthSource& length, Span span) {
        if (length.parameter) add_all(provenance_.parameters[length.parameter.index()], span);
    }
    void read_phase(model::PhaseId phase, Span span) {
        if (rules_.phase(phase).days.counts_from_start()) read_start(span);
    }
    void read_start(Span span) {
        if (rules_.schema->start) add({rules_.schema->start, {}, {}}, span, true);
    }
    [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }

  private:
    void add(const model::FieldUse& field, Span span, bool direct) { readings_.push_back({field, span, direct}); }
    void add_all(const model::FieldUses& fields, Span span) {
        for (const model::FieldUse& field : fields) add(field, span, false);
    }
    void read_selection(const model::Selection& selection, Span span) {
        if (!selection.of_signals()) {
            const Series& series = rules_.schema->series_of(selection.series);
            if (series.date_field) add({{}, selection.series, series.date_field}, span, true);
            if (series.last_counts_per) add({{}, selection.series, series.last_counts_per}, span, true);
        }
        if (selection.period.is_none()) return;
        const model::Period& period = rules_.period(selection.period);
        read_length(period.length, period.origin);
        if (period.kind == model::Period::Kind::since_start || period.kind == model::Period::Kind::study_weeks) {
            read_start(period.origin);
        }
        if (period.kind == model::Period::Kind::phase) read_phase(period.phase, period.origin);
    }

    const model::RuleSet& rules_;
    const model::Provenance& provenance_;
    std::vector<Reading> readings_;
};

class PrivacyChecker {
  public:
    explicit PrivacyChecker(Context& context) : context_(context), provenance_(model::find_provenance(context.rules)) {}

    void check() {
        for (const model::Concept& named : context_.rules.concepts) {
            ReadingFinder finder = start();
            finder.read_expr(named.expr);
            refuse_audit_only(finder.readings());
        }
        for (const model::Table& table : context_.rules.tables) {
            ReadingFinder finder = start();
            model::for_each_child(table, [&](model::ExprId child) { finder.read_expr(child); });
            refuse_audit_only(finder.readings());
        }
        check_parameters();
        check_signals();
        check_interventions();
        check_plans();
        check_policies();
    }

  private:
    [[nodiscard]] ReadingFinder start() const { return {context_, provenance_}; }

    void check_parameters() {
        for (const model::Parameter& parameter : context_.rules.parameters) {
            for (const model::Override& line : parameter.overrides) {
                ReadingFinder finder = start();
                finder.read_expr(line.condition);
                const std::string rule =
                    std::string(
                        context_.sources.text(line.origin).substr(0, context_.sources.text(line.origin).find(' '))) +
                    ' ' + parameter.name;
                check_rule(finder.readings(), rule, line.origin, line.accountability);
            }
        }
    }
    void check_signals() {
        for (std::size_t index = 0; index < context_.rules.signals.size(); ++index) {
            const model::Signal& signal = context_.rules.signals[index];
            ReadingFinder finder = start();
            for (const model::SeverityLevel& level : signal.levels) finder.read_expr(level.condition);
            for (const model::ExprId unless : signal.unless) finder.read_expr(unless);
            for (const model::TextPiece& piece : signal.explanation) {
                if (const auto* expr = std::get_if<model::ExprId>(&piece)) finder.read_expr(*expr);
            }
            for (const ast::SignalClause& clause : context_.declared.signals[index]->clauses) {
                if (clause.kind == ast::SignalClause::Kind::phases) read_phases(finder, clause.names);
            }
            check_rule(finder.readings(), signal.name, signal.origin, signal.accountability);
        }
    }
    void check_interventions() {
        for (std::size_t index = 0; index < context_.rules.interventions.size(); ++index) {
            const model::Intervention& intervention = context_.rules.interventions[index];
            ReadingFinder finder = start();
            for (const ast::InterventionClause& clause : context_.declared.interventions[index]->clauses) {
                if (clause.kind == ast::InterventionClause::Kind::not_in_phase) read_phases(finder, clause.names);
                if (clause.kind == ast::InterventionClause::Kind::not_before_day) finder.read_start(clause.span);
                if (clause.kind == ast::InterventionClause::Kind::at_most_once_per && intervention.at_most_once_per) {
                    finder.read_length(*intervention.at_most_once_per, clause.span);
                }
            }
            check_rule(finder.readings(), intervention.name, intervention.origin, intervention.accountability);
        }
    }
    void check_plans() {
        for (const model::Plan& plan : context_.rules.plans) {
            ReadingFinder finder = start();
            finder.read_expr(plan.goal);
            for (const model::PlanStep& step : plan.steps) {
                if (step.within) finder.read_length(*step.within, step.origin);
                if (step.after) finder.read_length(*step.after, step.origin);
                finder.read_expr(step.first_week);
                if (step.last_week != step.first_week) finder.read_expr(step.last_week);
                if (step.first_week) finder.read_start(step.origin);
            }
            check_rule(finder.readings(), plan.name, plan.origin, plan.accountability);
        }
    }
    void check_policies() {
        for (const model::Policy& policy : context_.rules.policies) {
            ReadingFinder finder = start();
            finder.read_expr(policy.condition);
            for (const model::ExprId unless : policy.unless) finder.read_expr(unless);
            for (const model::Advice& advice : policy.advises) {
                if (advice.within) finder.read_length(*advice.within, advice.origin);
                finder.read_expr(advice.due);
            }
            check_rule(finder.readings(), policy.name, policy.origin, policy.accountability);
        }
    }
    void read_phases(ReadingFinder& finder, const std::vector<ast::Name>& names) {
        for (const ast::Name& name : names) {
            const Symbol* symbol = context_.symbols.phases.find(name.text);
            if (symbol != nullptr) finder.read_phase(model::PhaseId{symbol->index}, name.span);
        }
    }

    void check_rule(const std::vector<Reading>& readings, const std::string& rule, Span origin,
                    const model::Accountability& given) {
        refuse_audit_only(readings);
        const bool has_duty = std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
            const PrivacyClass privacy = model::privacy_of(context_.schema, reading.field);
            return privacy.needs_motivation || privacy.special;
        });
        if (!has_duty) return;
        const ast::File* file = file_of(origin);
        if (file == nullptr || is_incomplete(*file, origin)) return;
        if (given.motivation.empty()) {
            require(readings, rule, origin, Code::F052, word(*file, Word::justification),
                    &PrivacyClass::needs_motivation, &FieldPlace::motivation);
        }
        if (given.legal_basis.empty()) {
            require(readings, rule, origin, Code::F053, word(*file, Word::legal_basis), &PrivacyClass::special,
                    &FieldPlace::special);
        }
    }

    // One finding per rule and duty: one line covers all that the rule reads. It stands at the first reading.
    void require(const std::vector<Reading>& readings, const std::string& rule, Span origin, Code code,
                 const std::string& clause, bool PrivacyClass::* asks, Span FieldPlace::* mark) {
        std::vector<const Reading*> asked;
        for (const Reading& reading : readings) {
            if (!(model::privacy_of(context_.schema, reading.field).*asks)) continue;
            asked.push_back(&reading);
        }
        if (asked.empty()) return;
        const Reading& first =
            **std::min_element(asked.begin(), asked.end(), [](const Reading* left, const Reading* right) {
                return std::tie(left->span.source, left->span.begin, left->span.end) <
                       std::tie(right->span.source, right->span.begin, right->span.end);
            });
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.span = first.span;
        diagnostic.arguments = {field_name(first.field), rule, clause + " \"…\""};
        if (const Span loose = loose_text(origin); loose.has_place()) {
            diagnostic.span = loose;
            diagnostic.labels.push_back({first.span, plain("hier gelezen", "read here")});
            diagnostic.way_out = plain("zet `" + clause + "` voor deze tekst, als dat de reden is",
                                       "put `" + clause + "` before this text, if it is the reason");
        }
        std::vector<model::FieldUse> named;
        for (const Reading* reading : asked) {
            if (std::find(named.begin(), named.end(), reading->field) != named.end()) continue;
            named.push_back(reading->field);
            const Span place = place_of(reading->field).*mark;
            const bool shown = std::any_of(diagnostic.labels.begin(), diagnostic.labels.end(),
                                           [&](const Label& label) { return label.span == place; });
            if (place.has_place() && !shown) {
                diagnostic.labels.push_back({place, plain("hier gemarkeerd", "marked here")});
            }
        }
        context_.report(std::move(diagnostic));
    }

    // A text that has a line of its own, and no word before it: what was to be the motivering, most likely.
    [[nodiscard]] Span loose_text(Span origin) const {
        const std::string_view text = context_.sources.text(origin);
        for (std::size_t line = text.find('\n'); line != std::string_view::npos; line = text.find('\n', line + 1)) {
            const std::size_t begin = text.find_first_not_of(" \t", line + 1);
            if (begin == std::string_view::npos || text[begin] != '"') continue;
            const std::size_t end = std::min(text.find('"', begin + 1), text.size() - 1) + 1;
            return {origin.source, static_cast<std::uint32_t>(origin.begin + begin),
                    static_cast<std::uint32_t>(origin.begin + end)};
        }
        return {};
    }

    void refuse_audit_only(const std::vector<Reading>& readings) {
        std::vector<Span> reported;
        for (const Reading& reading : readings) {
            if (!reading.direct || !model::privacy_of(context_.schema, reading.field).audit_only) continue;
            if (std::find(reported.begin(), reported.end(), reading.span) != reported.end()) continue;
            reported.push_back(reading.span);
            Diagnostic diagnostic;
            diagnostic.code = Code::F054;
            diagnostic.span = reading.span;
            diagnostic.arguments = {field_name(reading.field)};
            const Span mark = place_of(reading.field).audit_only;
            if (mark.has_place()) diagnostic.labels.push_back({mark, plain("hier gemarkeerd", "marked here")});
            context_.report(std::move(diagnostic));
        }
    }

    [[nodiscard]] std::string field_name(const model::FieldUse& use) const {
        if (use.student_field) return context_.schema.field(use.student_field).name;
        const Series& series = context_.schema.series_of(use.series);
        return series.plural + '.' + series.fields[use.series_field.index()].name;
    }
    [[nodiscard]] const FieldPlace& place_of(const model::FieldUse& use) const {
        if (use.student_field) return context_.field_places[use.student_field.index()];
        return context_.series_places[use.series.index()][use.series_field.index()];
    }
    [[nodiscard]] const ast::File* file_of(Span span) const {
        for (const ast::File& file : context_.files) {
            if (file.source == span.source) return &file;
        }
        return nullptr;
    }
    // What could not be read may have been the motivering.
    [[nodiscard]] static bool is_incomplete(const ast::File& file, Span origin) {
        return std::any_of(file.declarations.begin(), file.declarations.end(),
                           [&](const ast::Declaration& each) { return each.span == origin && each.incomplete; });
    }

    Context& context_;
    model::Provenance provenance_;
};

}  // namespace

void check_privacy(Context& context) { PrivacyChecker(context).check(); }

}  // namespace wegwijzer::checking
