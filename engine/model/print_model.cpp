#include "engine/model/print_model.h"

#include "engine/base/decimal.h"

namespace wegwijzer::model {

namespace {

std::string_view kind_name(FieldKind kind) {
    switch (kind) {
        case FieldKind::key: return "key";
        case FieldKind::text: return "text";
        case FieldKind::number: return "number";
        case FieldKind::integer: return "integer";
        case FieldKind::grade: return "grade";
        case FieldKind::percentage: return "percentage";
        case FieldKind::date: return "date";
        case FieldKind::duration: return "duration";
        case FieldKind::boolean: return "yes/no";
        case FieldKind::choice: return "choice";
    }
    return "";
}

std::string_view line_name(Line line) {
    switch (line) {
        case Line::first: return "first";
        case Line::second: return "second";
        case Line::external: return "external";
        case Line::organisation: return "organisation";
    }
    return "";
}

std::string_view kind_name(SignalKind kind) {
    switch (kind) {
        case SignalKind::signal: return "signal";
        case SignalKind::strength: return "strength";
        case SignalKind::opportunity: return "opportunity";
    }
    return "";
}

std::string print_privacy(const PrivacyClass& privacy) {
    std::string result;
    if (privacy.confidential) result += " confidential";
    if (privacy.needs_motivation) result += " needs_motivation";
    if (privacy.special) result += " special";
    if (privacy.audit_only) result += " audit_only";
    return result;
}

class ModelPrinter {
  public:
    explicit ModelPrinter(const RuleSet& rules) : rules_(rules) {}

    std::string print() {
        for (const Pack& pack : rules_.packs) print_pack(pack);
        if (rules_.schema != nullptr) print_schema(*rules_.schema);
        for (const Calendar& calendar : rules_.calendars.all()) print_calendar(calendar);
        for (const Phase& phase : rules_.phases) print_phase(phase);
        for (const Reference& reference : rules_.references) line("source", reference.name, reference.title);
        for (const Cluster& cluster : rules_.clusters) line("cluster", cluster.name, cluster.title);
        for (const Factor& factor : rules_.factors) print_factor(factor);
        for (const Role& role : rules_.roles) print_role(role);
        for (const Parameter& parameter : rules_.parameters) print_parameter(parameter);
        for (const Concept& named : rules_.concepts) {
            line("concept", named.name, named.title);
            if (named.expr) {
                part(print_type(rules_, rules_.expr(named.expr).type) + " = " + print_expr(rules_, named.expr));
            }
        }
        for (const Table& table : rules_.tables) print_table(table);
        for (const Signal& signal : rules_.signals) print_signal(signal);
        for (const Intervention& intervention : rules_.interventions) print_intervention(intervention);
        for (const Plan& plan : rules_.plans) print_plan(plan);
        for (const Policy& policy : rules_.policies) print_policy(policy);
        return std::move(out_);
    }

  private:
    void line(std::string_view kind, const std::string& name, const std::string& title) {
        out_ += kind;
        out_ += ' ' + name;
        if (!title.empty()) out_ += ' ' + quoted(title);
        out_ += '\n';
    }
    void part(const std::string& text) { out_ += "  " + text + '\n'; }
    void texts(std::string_view label, const std::string& text) {
        if (!text.empty()) part(std::string(label) + ' ' + quoted(text));
    }
    void sources(const std::vector<Citation>& citations) {
        for (const Citation& citation : citations) {
            if (citation.reference.is_none()) continue;
            part("source " + rules_.references[citation.reference.index()].name +
                 (citation.place.empty() ? "" : ' ' + quoted(citation.place)));
        }
    }
    void accountability(const Accountability& given) {
        texts("motivation", given.motivation);
        texts("legal_basis", given.legal_basis);
    }
    std::string length(const Length& length) const {
        return print_constant(rules_, {ValueKind::duration, {}, {}}, length);
    }

    std::string length(const LengthSource& source) const {
        return source.parameter ? "param." + rules_.parameter(source.parameter).name : length(source.length);
    }

    void print_pack(const Pack& pack) {
        line("pack", pack.name, pack.title);
        texts("version", pack.version);
        part(pack.language == Language::nl ? "language nl" : "language en");
        if (pack.valid_from) {
            part("valid " + to_iso(*pack.valid_from) + ".." + (pack.valid_to ? to_iso(*pack.valid_to) : ""));
        }
        texts("owner", pack.owner);
        texts("purpose", pack.purpose);
        texts("legal_ground", pack.legal_ground);
        if (pack.retention) part("retention " + length(*pack.retention));
        texts("crisis_route", pack.crisis_route);
    }
    void print_field(const Field& field) {
        std::string text = field.name + " : " + std::string(kind_name(field.type.kind));
        if (!field.type.unit.empty()) text += " in " + field.type.unit;
        if (field.type.lowest || field.type.highest) {
            text += ' ' + (field.type.lowest ? to_text(*field.type.lowest, 0, '.') : "") + ".." +
                    (field.type.highest ? to_text(*field.type.highest, 0, '.') : "");
        }
        if (field.type.as_fraction) text += " as_fraction";
        for (std::size_t index = 0; index < field.type.choices.size(); ++index) {
            const Choice& choice = field.type.choices[index];
            text += (index == 0 ? " " : ", ") + choice.name;
            if (choice.written != choice.name) text += ' ' + quoted(choice.written);
        }
        if (field.type.ordered) text += " ordered";
        if (field.source_name != field.name) text += " from " + quoted(field.source_name);
        part(text + print_privacy(field.privacy));
    }
    void print_schema(const Schema& schema) {
        out_ += "student\n";
        for (const Field& field : schema.student_fields) print_field(field);
        const auto mark = [&](std::string_view label, FieldId id) {
            if (id) part("- " + std::string(label) + ' ' + schema.field(id).name);
        };
        mark("key", schema.key);
        mark("start", schema.start);
        mark("mentor", schema.mentor);
        mark("name", schema.name);
        for (std::size_t index = 0; index < schema.series.size(); ++index) {
            const SeriesId id{index};
            if (id == schema.followups || id == schema.consents) continue;  // in every rule set the same
            const Series& series = schema.series[index];
            out_ += "series " + series.singular + ", " + series.plural + print_privacy(series.privacy);
            if (series.date_field) out_ += " by " + series.fields[series.date_field.index()].name;
            if (series.last_counts_per) {
                out_ += " last_counts_per " + series.fields[series.last_counts_per.index()].name;
            }
            out_ += '\n';
            for (const Field& field : series.fields) print_field(field);
        }
    }
    void print_calendar(const Calendar& calendar) {
        out_ += "calendar " + calendar.name + ' ' + to_iso(calendar.days.from) + ".." + to_iso(calendar.days.to) + '\n';
        for (const Holiday& holiday : calendar.holidays) {
            part("holiday " + holiday.name + ' ' + to_iso(holiday.days.from) + ".." + to_iso(holiday.days.to));
        }
    }
    void print_phase(const Phase& phase) {
        line("phase", phase.name, phase.title);
        const PhaseSpan& days = phase.days;
        const std::string range = ' ' + std::to_string(days.first) + ".." + std::to_string(days.last);
        switch (days.kind) {
            case PhaseSpan::Kind::days: part("days" + range); return;
            case PhaseSpan::Kind::from_day: part("from_day " + std::to_string(days.first)); return;
            case PhaseSpan::Kind::before_start: part("before_start"); return;
            case PhaseSpan::Kind::study_weeks: part("study_weeks" + range); return;
            case PhaseSpan::Kind::dates: part(to_iso(days.dates.from) + ".." + to_iso(days.dates.to)); return;
        }
    }
    void print_factor(const Factor& factor) {
        line("factor", factor.name, factor.title);
        if (factor.cluster) part("in " + rules_.clusters[factor.cluster.index()].name);
        sources(factor.sources);
    }
    void print_role(const Role& role) {
        line("role", role.name, role.title);
        part("line " + std::string(line_name(role.line)));
        if (role.person) part("person student." + rules_.schema->field(role.person).name);
        for (const std::string& expertise : role.expertise) texts("expert_in", expertise);
        if (role.capacity_per_week) part("capacity " + std::to_string(*role.capacity_per_week));
    }
    void print_parameter(const Parameter& parameter) {
        line("parameter", parameter.name, parameter.title);
        const auto constant = [&](const Constant& value) { return print_constant(rules_, parameter.type, value); };
        part(print_type(rules_, parameter.type) + " = " + (parameter.value ? constant(*parameter.value) : "open"));
        if (parameter.lowest || parameter.highest) {
            part("between " + (parameter.lowest ? constant(*parameter.lowest) : "") + ".." +
                 (parameter.highest ? constant(*parameter.highest) : ""));
        }
        for (const Override& line : parameter.overrides) {
            part("set " + constant(line.value) + (line.condition ? " when " + print_expr(rules_, line.condition) : "") +
                 (line.reason.empty() ? "" : " because " + quoted(line.reason)));
            accountability(line.accountability);
        }
        sources(parameter.sources);
        texts("owner", parameter.owner);
    }
    void print_table(const Table& table) {
        line("table", table.name, table.title);
        part(print_type(rules_, table.type) + (table.hit == HitPolicy::unique ? " unique" : " first"));
        std::string columns = "columns";
        for (const ExprId column : table.columns) columns += ' ' + (column ? print_expr(rules_, column) : "?");
        part(columns);
        for (const TableRow& row : table.rows) {
            std::string text;
            for (const TableTest& test : row.tests) {
                text += (text.empty() ? "" : ", ") + (test.condition ? print_expr(rules_, test.condition) : "-");
            }
            part("row " + text + " = " + (row.result ? print_expr(rules_, row.result) : "?"));
        }
    }
    void print_signal(const Signal& signal) {
        line(kind_name(signal.kind), signal.name, signal.title);
        if (signal.factor) part("factor " + rules_.factors[signal.factor.index()].name);
        for (const PhaseId phase : signal.phases) part("phase " + rules_.phase(phase).name);
        for (const SeverityLevel& level : signal.levels) {
            part(print_constant(rules_, {ValueKind::severity, {}, {}}, level.severity) + " when " +
                 print_expr(rules_, level.condition));
        }
        for (const ExprId unless : signal.unless) part("unless " + print_expr(rules_, unless));
        if (signal.weight != Decimal::from_integer(1)) part("weight " + to_text(signal.weight, 0, '.'));
        if (!signal.explanation.empty()) {
            std::string text;
            for (const TextPiece& piece : signal.explanation) {
                if (!text.empty()) text += ' ';
                const auto* expr = std::get_if<ExprId>(&piece);
                text += expr != nullptr ? '{' + print_expr(rules_, *expr) + '}' : quoted(std::get<std::string>(piece));
            }
            part("explanation " + text);
        }
        sources(signal.sources);
        accountability(signal.accountability);
    }
    void print_intervention(const Intervention& intervention) {
        line("intervention", intervention.name, intervention.title);
        if (intervention.by) part("by " + rules_.role(intervention.by).name);
        if (intervention.through) part("through " + rules_.role(intervention.through).name);
        if (intervention.directly) part("directly");
        if (intervention.with_consent) part("with_consent");
        if (intervention.without_consent) part("without_consent");
        if (intervention.duration) part("duration " + length(*intervention.duration));
        for (const std::string& question : intervention.questions) texts("question", question);
        for (const InterventionId other : intervention.not_together) {
            part("not_together " + rules_.intervention(other).name);
        }
        for (const PhaseId phase : intervention.not_in_phases) part("not_in_phase " + rules_.phase(phase).name);
        if (intervention.not_before_day) part("not_before_day " + std::to_string(*intervention.not_before_day));
        for (const InterventionId other : intervention.only_after) {
            part("only_after " + rules_.intervention(other).name);
        }
        if (intervention.at_most_once_per) part("at_most_once_per " + length(*intervention.at_most_once_per));
        for (const InterventionId other : intervention.reinforces) {
            part("reinforces " + rules_.intervention(other).name);
        }
        if (intervention.factor) part("factor " + rules_.factors[intervention.factor.index()].name);
        sources(intervention.sources);
        accountability(intervention.accountability);
    }
    void print_plan(const Plan& plan) {
        line("plan", plan.name, plan.title);
        part("goal " + (plan.goal ? print_expr(rules_, plan.goal) : "none"));
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            const PlanStep& step = plan.steps[i];
            std::string text = "step " + std::to_string(i + 1) + " " + rules_.intervention(step.intervention).name;
            if (step.by) text += " by " + rules_.role(step.by).name;
            if (step.within) text += " within " + length(*step.within);
            if (step.after) text += " after " + length(*step.after);
            if (step.first_week) {
                text += " in study_week " + print_expr(rules_, step.first_week) + " to " +
                        print_expr(rules_, step.last_week);
            }
            part(text);
        }
        if (plan.review_every) part("review_every " + length(*plan.review_every));
        if (plan.evaluate_after) part("evaluate_after " + length(*plan.evaluate_after));
        sources(plan.sources);
        accountability(plan.accountability);
    }
    void print_policy(const Policy& policy) {
        line("policy", policy.name, policy.title);
        part("when " + (policy.condition ? print_expr(rules_, policy.condition) : "always"));
        for (const ExprId unless : policy.unless) part("unless " + print_expr(rules_, unless));
        for (const Advice& advice : policy.advises) {
            std::string text = "advise " + (advice.plan ? "plan " + rules_.plan(advice.plan).name
                                                        : rules_.intervention(advice.intervention).name);
            if (advice.by) text += " by " + rules_.role(advice.by).name;
            if (advice.within) text += " within " + length(*advice.within);
            if (advice.due) text += " due " + print_expr(rules_, advice.due);
            part(text);
        }
        part("priority " + std::to_string(policy.priority));
        if (policy.urgent) part("urgent");
        for (const PolicyId other : policy.overrides) part("overrides " + rules_.policy(other).name);
        sources(policy.sources);
        accountability(policy.accountability);
    }

    const RuleSet& rules_;
    std::string out_;
};

}  // namespace

std::string print_model(const RuleSet& rules) { return ModelPrinter(rules).print(); }

}  // namespace wegwijzer::model
