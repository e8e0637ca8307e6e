#include "cli/render/student_runs.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/render/comparison_words.h"
#include "engine/compare/declarations.h"
#include "engine/diagnostics/excerpt.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

// The title of the one with this name among `declared`; the name where there is none.
template <class Declared>
std::string title_among(const std::vector<Declared>& declared, const std::string& id) {
    const auto found = std::ranges::find(declared, id, &Declared::id);
    return without_controls(found == declared.end() || found->title.empty() ? id : found->title);
}

struct NamedPolicy {
    std::string id;
    std::string title;
};

// What is kept of the rules has no list of policies; as they are printed their titles stand in them.
std::vector<NamedPolicy> policies_of(const keep::KeptRules& rules) {
    std::vector<NamedPolicy> policies;
    for (comparison::Declared& declared : comparison::declarations_in(rules.printed)) {
        if (declared.key.kind == "policy") {
            policies.push_back({std::move(declared.key.name), std::move(declared.title)});
        }
    }
    return policies;
}

class RunOfStudent {
  public:
    RunOfStudent(const StudentRun& run, const keep::KeptRules& rules, const std::vector<NamedPolicy>& policies,
                 Language language)
        : run_(run), rules_(rules), policies_(policies), language_(language) {}

    std::string text() {
        line(fmt::format("run {}, {}", run_.header.number,
                         explain::format_date(run_.header.inputs.reference_date, language_)));
        detail(fmt::format("{} {}, {}", words("bewaard door", "kept by"), without_controls(run_.header.run_by),
                           without_controls(run_.header.recorded_at)));
        for (const keep::KeptSignal& signal : run_.student.signals) {
            detail(fmt::format("{}: {}", title_among(rules_.signals, signal.id), state_words(signal.state, language_)));
        }
        for (const keep::KeptAdvice& advice : run_.student.advice) write_advice_words(advice);
        if (run_.student.signals.empty() && run_.student.advice.empty()) {
            detail(std::string(words("niets opgemerkt en niets geadviseerd", "nothing noticed and nothing advised")));
        }
        write_marks();
        return std::move(text_);
    }

  private:
    [[nodiscard]] std::string_view words(const char* nl, const char* en) const { return say(language_, nl, en); }
    void line(const std::string& text) { text_ += text + '\n'; }
    void detail(const std::string& text) { line("  " + text); }

    void write_advice_words(const keep::KeptAdvice& advice) {
        std::string text(words("advies: ", "advice: "));
        text += title_among(rules_.interventions, advice.intervention);
        text += fmt::format("{}{}", words(" door ", " by "), title_among(rules_.roles, advice.role));
        if (advice.urgent) text += words(", spoed", ", urgent");
        const auto day = [&](const char* nl, const char* en, const std::optional<Date>& date) {
            if (date) text += fmt::format("{}{}", words(nl, en), explain::format_date(*date, language_));
        };
        day(", vanaf ", ", from ", advice.not_before);
        day(", uiterlijk ", ", by ", advice.due);
        text += fmt::format("{}{}", words(", prioriteit ", ", priority "), advice.priority);
        day(", sinds ", ", since ", advice.since);
        if (advice.in_progress) text += words(", loopt", ", in progress");
        if (advice.consent == advise::Consent::ask) text += words(", eerst toestemming vragen", ", ask consent first");
        if (advice.consent == advise::Consent::given) text += words(", met toestemming", ", with consent");
        detail(text);
        names("    want: ", "    because: ", advice.reasons,
              [&](const std::string& id) { return title_among(rules_.signals, id); });
        std::vector<std::string> policies = advice.policies;
        policies.insert(policies.end(), advice.confidential.begin(), advice.confidential.end());
        names("    volgens: ", "    by the policies: ", policies,
              [&](const std::string& id) { return title_among(policies_, id); });
    }

    template <class Title>
    void names(const char* nl, const char* en, const std::vector<std::string>& ids, const Title& title) {
        if (ids.empty()) return;
        std::string text(words(nl, en));
        for (const std::string& id : ids) text += (&id == &ids.front() ? "" : ", ") + title(id);
        line(text);
    }

    // Hashes over the records, by which it is told later whether those are still the same.
    void write_marks() {
        const keep::RecordMarks& marks = run_.student.marks;
        std::string text;
        const auto mark = [&](const char* nl, const char* en, const std::string& value) {
            if (!value.empty()) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", words(nl, en), value);
        };
        mark("gegevens", "data", marks.open);
        mark("vertrouwelijke gegevens", "confidential data", marks.confidential);
        mark("opvolging", "follow-up", marks.followups);
        mark("toestemming", "consent", marks.consents);
        if (!text.empty()) detail(std::string(words("kenmerk van wat er was: ", "mark of what there was: ")) + text);
    }

    const StudentRun& run_;
    const keep::KeptRules& rules_;
    const std::vector<NamedPolicy>& policies_;
    Language language_;
    std::string text_;
};

}  // namespace

std::string student_runs_text(const StudentRuns& of, Language language) {
    std::string text(say(language, "\nIN BEWAARDE RUNS\n", "\nIN KEPT RUNS\n"));
    // Once for all runs that were made with the same rules.
    std::map<std::string, std::vector<NamedPolicy>> policies;
    for (const auto& [hash, rules] : of.rules) policies.emplace(hash, policies_of(rules));
    if (of.runs.empty()) text += say(language, "Niets.\n", "Nothing.\n");
    for (const StudentRun& run : of.runs) {
        if (&run != &of.runs.front()) text += '\n';
        const std::string& hash = run.header.rules_hash;
        text += RunOfStudent(run, of.rules.at(hash), policies.at(hash), language).text();
    }
    return text;
}

}  // namespace wegwijzer::cli
