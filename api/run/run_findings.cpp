#include "api/run/run_findings.h"

#include <algorithm>

#include "engine/diagnostics/make_finding.h"
#include "engine/explain/format_value.h"
#include "engine/explain/texts.h"

namespace wegwijzer::run {
namespace {

constexpr std::size_t students_named = 20;

Localized date_text(Date date) {
    return {explain::format_date(date, Language::nl), explain::format_date(date, Language::en)};
}

// ---- open choices ---------------------------------------------------------------------------------------------------

class ParameterUse {
  public:
    explicit ParameterUse(const model::RuleSet& rules) : used_(rules.parameters.size(), false) {
        for (const model::Expr& expr : rules.exprs) {
            if (const auto* parameter = std::get_if<model::ParameterValue>(&expr.node)) mark(parameter->parameter);
        }
        for (const model::Period& period : rules.periods) mark(period.length.parameter);
        for (const model::Intervention& intervention : rules.interventions) {
            if (intervention.at_most_once_per) mark(intervention.at_most_once_per->parameter);
        }
        for (const model::Plan& plan : rules.plans) {
            for (const model::PlanStep& step : plan.steps) {
                if (step.within) mark(step.within->parameter);
                if (step.after) mark(step.after->parameter);
            }
        }
        for (const model::Policy& policy : rules.policies) {
            for (const model::Advice& advice : policy.advises) {
                if (advice.within) mark(advice.within->parameter);
            }
        }
    }
    [[nodiscard]] bool is_used(std::size_t parameter) const { return used_[parameter]; }

  private:
    void mark(model::ParameterId id) {
        if (id) used_[id.index()] = true;
    }
    std::vector<bool> used_;
};

model::Constant some_value(const model::RuleSet& rules, const model::Parameter& parameter) {
    if (parameter.lowest) return *parameter.lowest;
    switch (parameter.type.kind) {
        case model::ValueKind::boolean: return true;
        case model::ValueKind::percentage:
        case model::ValueKind::points: return Decimal::from_micros(500'000);
        case model::ValueKind::grade: return Decimal::from_micros(5'500'000);
        case model::ValueKind::date: return Date::from_calendar(2026, 9, 1).value_or(Date{});
        case model::ValueKind::text: return std::string("…");
        case model::ValueKind::duration: return Length{2, parameter.unit};
        case model::ValueKind::choice:
        case model::ValueKind::severity:
        case model::ValueKind::number: break;
    }
    if (!parameter.type.choices.is_none() && !rules.choice_domains[parameter.type.choices.index()].names.empty()) {
        return model::ChoiceValue{0};
    }
    return Decimal::from_integer(1);
}

// As the author would write it.
std::string written(const model::RuleSet& rules, const model::Parameter& parameter, Language language) {
    const model::Constant value = some_value(rules, parameter);
    if (const auto* date = std::get_if<Date>(&value)) return to_iso(*date);
    if (const auto* text = std::get_if<std::string>(&value)) return "\"" + *text + "\"";
    return explain::format_constant(rules, value, parameter.type, language);
}

std::string set_line(const model::RuleSet& rules, const model::Parameter& parameter) {
    const Language language = rules.packs.empty() ? Language::nl : rules.packs.front().language;
    const std::string value = written(rules, parameter, language);
    if (language == Language::nl) return "stel " + parameter.name + " in op " + value + " omdat \"…\"";
    return "set " + parameter.name + " to " + value + " because \"…\"";
}

// ---- packs ----------------------------------------------------------------------------------------------------------

LengthUnit unit_of(const model::RuleSet& rules, const model::LengthSource& length) {
    return length.parameter ? rules.parameter(length.parameter).unit : length.length.unit;
}

bool reads_the_calendar(const model::RuleSet& rules) {
    const bool limits = std::ranges::any_of(rules.interventions, [&](const model::Intervention& intervention) {
        const auto& limit = intervention.at_most_once_per;
        return limit && unit_of(rules, *limit) == LengthUnit::teaching_weeks;
    });
    return limits || std::ranges::any_of(rules.periods, [&](const model::Period& period) {
               if (period.kind == model::Period::Kind::this_academic_year || period.within_academic_year) return true;
               if (period.kind != model::Period::Kind::last && period.kind != model::Period::Kind::any) return false;
               return unit_of(rules, period.length) == LengthUnit::teaching_weeks;
           });
}

std::optional<Diagnostic> validity_warning(const model::Pack& pack, Date reference_date) {
    const bool too_early = pack.valid_from && reference_date < *pack.valid_from;
    const bool too_late = pack.valid_to && reference_date > *pack.valid_to;
    if (!too_early && !too_late) return std::nullopt;
    Diagnostic diagnostic = make_finding_at(Code::W230, pack.origin, {pack.name, date_text(reference_date)});
    Localized range;
    if (pack.valid_from) range = {"vanaf " + to_iso(*pack.valid_from), "from " + to_iso(*pack.valid_from)};
    if (pack.valid_to) {
        range.nl += (range.nl.empty() ? "t/m " : " t/m ") + to_iso(*pack.valid_to);
        range.en += (range.en.empty() ? "to " : " to ") + to_iso(*pack.valid_to);
    }
    diagnostic.why = {"het pakket geldt " + range.nl, "the pack is valid " + range.en};
    return diagnostic;
}

}  // namespace

std::vector<Diagnostic> open_choices(const model::RuleSet& rules) {
    const ParameterUse use(rules);
    std::vector<Diagnostic> found;
    for (std::size_t i = 0; i < rules.parameters.size(); ++i) {
        const model::Parameter& parameter = rules.parameters[i];
        if (!parameter.is_open() || !use.is_used(i)) continue;
        Diagnostic diagnostic = make_finding_at(Code::F234, parameter.origin, {parameter.name});
        const std::string line = set_line(rules, parameter);
        diagnostic.way_out = {"zet in een eigen bestand bij `--rules`: `" + line + "`",
                              "put in a file of your own with `--rules`: `" + line + "`"};
        found.push_back(std::move(diagnostic));
    }
    return found;
}

std::vector<Diagnostic> pack_warnings(const model::RuleSet& rules, const Diagnostics& checked, Date reference_date) {
    std::vector<Diagnostic> found;
    for (const Diagnostic& diagnostic : checked.all()) {
        if (diagnostic.code == Code::W001) found.push_back(diagnostic);
    }
    for (const model::Pack& pack : rules.packs) {
        if (auto warning = validity_warning(pack, reference_date)) found.push_back(std::move(*warning));
    }
    if (reads_the_calendar(rules) && rules.calendars.in_force(reference_date) == nullptr) {
        found.push_back(make_finding(Code::W234, {date_text(reference_date)}));
    }
    return found;
}

std::vector<Diagnostic> capacity_warnings(const model::RuleSet& rules, const advise::CapacityCount& count) {
    std::vector<Diagnostic> found;
    for (const advise::CapacityExcess& excess : count.excess(rules)) {
        found.push_back(make_finding(Code::W233, {rules.role(excess.role).name, std::to_string(excess.due),
                                                  date_text(excess.monday), std::to_string(excess.capacity)}));
    }
    return found;
}

void FaultCount::add(const std::string& student, const std::vector<explain::FaultReport>& faults) {
    for (const explain::FaultReport& fault : faults) {
        auto entry = std::ranges::find(entries_, fault, &Entry::fault);
        if (entry == entries_.end()) entry = entries_.insert(entries_.end(), {fault, {}, 0});
        if (entry->count++ < students_named) entry->students.push_back(student);
    }
}

std::vector<Diagnostic> FaultCount::warnings() const {
    std::vector<Diagnostic> found;
    for (const Entry& entry : entries_) {
        std::string nl;
        for (const std::string& student : entry.students) nl += (nl.empty() ? "" : ", ") + student;
        std::string en = nl;
        if (entry.count > entry.students.size()) {
            const std::string more = std::to_string(entry.count - entry.students.size());
            nl += " en nog " + more;
            en += " and " + more + " more";
        }
        found.push_back(make_finding_at(Code::W232, entry.fault.fault.origin,
                                        {entry.fault.rule, explain::texts::fault(entry.fault.fault.kind), {nl, en}}));
    }
    return found;
}

}  // namespace wegwijzer::run
