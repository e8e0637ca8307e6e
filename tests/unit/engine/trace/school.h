// A small school to ask questions about: the fields and series of the reference's own examples (language.md section 10).
#pragma once

#include <string>
#include <string_view>

#include "engine/trace/print_trace.h"
#include "tests/support/rule_set_builder.h"

namespace wegwijzer::test {

struct School : RuleSetBuilder {
    FieldId programme = field("opleiding", FieldKind::text);
    FieldId prior = field("vooropleiding", choice_of({"vmbo", "havo", "vwo", "mbo"}));
    FieldId start = start_field("startdatum");
    FieldId motivation = field("motivatie", FieldKind::number);
    FieldId certainty = field("zekerheid", choice_of({"laag", "midden", "hoog"}, true));
    FieldId works = field("werkt", FieldKind::boolean);
    FieldId earned = field("behaald", FieldKind::number);
    FieldId norm = field("norm", FieldKind::number);
    SeriesId tests = series("toets", "toetsen",
                            {{"datum", type_of(FieldKind::date)},
                             {"vak", type_of(FieldKind::text)},
                             {"cijfer", type_of(FieldKind::grade)}});
    SeriesId attendance = series("presentie", "presenties",
                                 {{"datum", type_of(FieldKind::date)}, {"aandeel", type_of(FieldKind::percentage)}});
    SeriesId resits = series(
        "tentamen", "tentamens",
        {{"datum", type_of(FieldKind::date)}, {"vak", type_of(FieldKind::text)}, {"cijfer", type_of(FieldKind::grade)}},
        "vak");

    School() {
        calendar("jaar", days("2026-08-31", "2027-07-09"),
                 {{"herfst", days("2026-10-19", "2026-10-25")}, {"kerst", days("2026-12-21", "2027-01-03")}});
    }

    ExprId insufficient() { return less(value(tests, "cijfer"), number("5.5")); }

    // One student, without anything known.
    [[nodiscard]] Records records() const {
        Records result(schema());
        result.student("S1");
        return result;
    }

    // The value of `expr`, and behind it what is missing and how many faults there are: "unknown; missing motivatie".
    [[nodiscard]] std::string ask(ExprId expr, const Records& records,
                                  std::string_view reference_date = "2026-10-10") const {
        const model::RuleSet rules = build();
        const Cohort cohort = records.finish();
        trace::StepId root;
        const trace::Trace trace = trace::evaluate_expr(rules, cohort, 0, day(reference_date), expr, &root);
        const trace::Step& step = trace.step(root);
        std::string answer = trace::print_value(rules, step.value, rules.expr(expr).type);
        if (!step.missing.empty()) answer += "; missing " + trace::print_missing(*rules.schema, step.missing);
        for (const model::Fault& fault : step.faults) {
            answer += fault.kind == model::FaultKind::overflow ? "; overflow" : "; division by zero";
        }
        return answer;
    }
    [[nodiscard]] std::string ask(ExprId expr) const { return ask(expr, records()); }

    // Everything for that student.
    [[nodiscard]] trace::Trace evaluate(const Records& records, std::string_view reference_date = "2026-10-10") const {
        const model::RuleSet rules = build();
        const Cohort cohort = records.finish();
        return trace::evaluate(rules, cohort, 0, day(reference_date));
    }
};

}  // namespace wegwijzer::test
