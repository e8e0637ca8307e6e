// A program of somebody else: compiles a pack from text, hands students over, evaluates from two threads at once.
// Every check prints what it found; one that fails ends the program with status 1.
#include <wegwijzer/wegwijzer.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace api = wegwijzer::api;

namespace {

constexpr const char* pack = R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "Dienst Studentzaken"
  doel "Begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"

gegevens student
  nummer     : sleutel
  startdatum : datum start
  motivatie  : getal van 1 t/m 5

reeks gesprek, gesprekken  vertrouwelijk
  datum : datum

factor inzet
rol slber "SLB'er" lijn eerste
rol decaan "Decaan" lijn tweede

signaal lage_motivatie "Lage motivatie"
  factor inzet
  als motivatie < 3
  uitleg "De motivatie was {motivatie}."

signaal geen_gesprek "Geen gesprek"
  factor inzet
  als geen gesprek in de laatste 6 weken

interventie praten "Een gesprek"
  door slber

beleid erop_af
  als signaal lage_motivatie
  adviseer praten binnen 1 week
)";

void require(bool holds, const std::string& what) {
    std::printf("%s: %s\n", holds ? "holds" : "FAILS", what.c_str());
    if (!holds) std::exit(1);
}

api::Cohort hand_over(const api::Rules& rules) {
    api::CohortBuilder builder(rules);
    builder.student("S1").set("startdatum", "2026-08-31").set("motivatie", "2.5");
    builder.event("gesprekken", {{"datum", "2026-10-20"}});
    builder.student("S2").set("motivatie", "9");  // out of bounds: unknown, and said so
    builder.student("S1");                        // came before: set aside
    builder.set("motivatie", "1");                // of nobody
    const api::Outcome<api::Cohort> cohort = builder.finish();
    require(cohort.value.has_value(), "two students were handed over");
    require(cohort->size() == 2 && cohort->counts().invalid_cells == 1 && cohort->counts().set_aside_rows == 1,
            "an invalid value and a student who came before are counted");
    require(cohort.findings.size() == 2, "and said");
    return *cohort;
}

void check_structs(const api::Cohort& cohort) {
    api::Request request;
    request.reference_date = "2026-11-02";
    const api::Outcome<api::Evaluation> result = api::evaluate(cohort, request);
    require(result && result->students.size() == 2, "both students are evaluated");
    const api::Student& first = result->students[0];
    require(first.signals.size() == 1 && first.signals[0].id == "lage_motivatie" &&
                first.signals[0].severity == api::Severity::medium &&
                first.signals[0].explanation == "De motivatie was 2,5.",
            "the signal is active and explained");
    require(first.recommendations.size() == 1 && first.recommendations[0].due == "2026-11-09" &&
                first.recommendations[0].role == "slber",
            "the advice says who and by when");
    require(result->students[1].undetermined.size() == 2 &&
                result->students[1].undetermined[0].missing == std::vector<std::string>{"motivatie"},
            "what is not known is not taken for good or bad");
    request.role = "decaan";
    const api::Outcome<api::Evaluation> second_line = api::evaluate(cohort, request);
    require(second_line && second_line->students[1].signals.size() == 1, "the second line sees what is vertrouwelijk");
}

// A plan over time: what is done, what is now, what is to come; its goal only for who may see what it reads.
void check_plans() {
    const api::Outcome<api::Rules> rules = api::Rules::compile_text(std::string(pack) + R"(
aanpak op_weg "Op weg"
  doel minstens 2 gesprekken sinds de start
  stap 1 praten binnen 1 week
  stap 2 praten na 3 weken
  bespreek elke 2 weken

beleid begeleid
  als signaal lage_motivatie
  adviseer op_weg
)");
    require(rules.value.has_value(), "a pack with a plan compiles");
    const api::Outcome<api::Cohort> cohort =
        api::Cohort::from_json(*rules, R"({"nummer": "S1", "startdatum": "2026-08-31", "motivatie": 2, "gesprekken": [],
        "opvolgingen": [{"datum": "2026-10-20", "interventie": "praten", "status": "uitgevoerd"}]})");
    require(cohort.value.has_value(), "and takes its follow-up");
    api::Request request;
    request.reference_date = "2026-11-02";
    const api::Outcome<api::Evaluation> hidden = api::evaluate(*cohort, request);
    require(hidden && hidden->students[0].plans.size() == 1, "the plan is listed");
    const api::Plan& plan = hidden->students[0].plans[0];
    require(plan.id == "op_weg" && plan.title == "Op weg" && plan.policies == std::vector<std::string>{"begeleid"} &&
                plan.started == "2026-10-20" && plan.next_review == "2026-11-03" && !plan.evaluate_on,
            "with its policy and its days");
    require(plan.current_step == 2u && plan.steps.size() == 2 && plan.steps[0].status == api::StepStatus::done &&
                plan.steps[1].status == api::StepStatus::current && plan.steps[1].not_before == "2026-11-10" &&
                plan.steps[1].intervention == "praten" && plan.steps[1].role == "slber",
            "and where it stands");
    require(plan.goal == api::Goal::restricted, "the goal reads what this reader may not see");
    request.role = "decaan";
    const api::Outcome<api::Evaluation> seen = api::evaluate(*cohort, request);
    require(seen && seen->students[0].plans[0].goal == api::Goal::open, "the second line sees the goal");
}

void check_bad_input(const api::Rules& rules, const api::Cohort& cohort) {
    const api::Outcome<api::Rules> broken = api::Rules::compile_text("signaal x\n  als motivatie <\n");
    require(!broken && !broken.findings.empty() && broken.findings[0].line == 2, "a broken pack gives findings");
    require(!api::Cohort::from_json(rules, "{\"nummer\": \"S1\",").value, "broken JSON gives no cohort");
    api::Request request;
    request.reference_date = "2026-02-30";
    const api::Outcome<std::string> no_day = api::evaluate_json(cohort, request);
    require(!no_day && no_day.findings.size() == 1 && no_day.findings[0].code == "F209", "a day that does not exist");
    request.reference_date = "2026-11-02";
    request.role = "dekaan";
    const api::Outcome<std::string> no_role = api::evaluate_json(cohort, request);
    require(!no_role && no_role.findings[0].way_out.find("decaan") != std::string::npos, "a role that does not exist");
    request.role.reset();
    require(!api::explain_json(cohort, "S9", request), "a student who does not exist");
}

bool holds(const api::Outcome<std::string>& answer, const char* part) {
    return answer && answer->find(part) != std::string::npos;
}

// Why, why not, and what if; and what is wrong with a question.
void check_questions(const api::Cohort& cohort) {
    api::Request request;
    request.reference_date = "2026-11-02";
    require(holds(api::explain_json(cohort, "S1", request), "Bij motivatie 3 of hoger vervalt dit signaal."),
            "a student explained, with what would end the signal");
    require(holds(api::why_not_json(cohort, "S1", "Lage motivatie", request), "\"why_not\": {"), "why not, by title");
    const api::Outcome<std::string> nothing = api::why_not_json(cohort, "S1", "lage_motivate", request);
    require(!nothing && nothing.findings[0].code == "F287" && !nothing.findings[0].way_out.empty(),
            "why not of what is not there");
    require(holds(api::what_if_json(cohort, "S1", {"motivatie = 3"}, request), "\"by_change\": true"), "what if");
    require(holds(api::what_if_json(cohort, "S1", {"opvolgingen + {2026-11-09; praten}"}, request),
                  "\"evaluated_on\": \"2026-11-09\""),
            "what if something happens on a later day");
    const api::Outcome<std::string> hidden = api::what_if_json(cohort, "S1", {"gesprekken + {2026-11-09}"}, request);
    require(!hidden && hidden.findings[0].code == "F285" && hidden.findings[0].file == "--what-if",
            "what this reader may not see, this reader can't ask about");
    request.where = "motivatie < 3";
    require(api::evaluate(cohort, request)->students.size() == 1, "students are selected by a condition");
    request.where = "motivate < 3";
    const api::Outcome<std::string> unknown = api::evaluate_json(cohort, request);
    require(!unknown && unknown.findings[0].file == "--where" && unknown.findings[0].column == 1,
            "a condition with a name that does not exist");
}

void check_changes(const api::Cohort& cohort) {
    api::Request request;
    request.reference_date = "2026-11-02";
    const std::string text = pack;
    const std::string milder =
        text.substr(0, text.find("motivatie < 3")) + "motivatie < 2" + text.substr(text.find("motivatie < 3") + 13);
    const api::Outcome<api::Rules> rules = api::Rules::compile_text(milder);
    const api::Outcome<api::Cohort> same_students = api::Cohort::from_json(
        *rules, R"([{"nummer":"S1","startdatum":"2026-08-31","motivatie":2.5},{"nummer":"S2"}])");
    const api::Outcome<std::string> changed = api::compare_json(cohort, *same_students, request);
    require(changed && changed->find(R"("change": "went")") != std::string::npos &&
                changed->find(R"("less": 1)") != std::string::npos,
            "a milder rule takes one advice away");
    const api::Outcome<std::string> same = api::compare_json(cohort, cohort, request);
    require(same && same->find(R"("changed": 0)") != std::string::npos, "the same rules change nothing");
    const api::Outcome<std::string> unknown = api::sweep_json(cohort, "grens=1..2/1", request);
    require(!unknown && unknown.findings[0].code == "F272", "a parameter that does not exist");
}

// A voorbeeld that comes out, and one that doesn't: where, and why.
void check_examples() {
    const std::string examples = std::string(pack) + R"(
voorbeeld "weinig motivatie"
  op 2026-11-02
  gegeven student
    motivatie 2
  verwacht signaal lage_motivatie
voorbeeld "genoeg motivatie"
  op 2026-11-02
  gegeven student
    motivatie 3
  verwacht signaal lage_motivatie
)";
    const std::vector<api::ExampleResult> results = api::run_examples(*api::Rules::compile_text(examples));
    require(results.size() == 2 && results[0].failures.empty(), "an example that comes out");
    require(results[1].failures.size() == 1 && results[1].failures[0].finding.code == "F251" &&
                !results[1].failures[0].explanation.empty(),
            "one that does not, with the reason");
}

// Everything a program may ask, in one text.
std::string ask_all(const api::Rules& rules, const api::Cohort& cohort) {
    api::Request request;
    request.reference_date = "2026-11-02";
    request.threads = 2;
    std::string all = *api::evaluate_json(cohort, request);
    request.where = "motivatie < 3";
    all += *api::evaluate_json(cohort, request);
    request.role = "decaan";
    all += *api::caseload_json(cohort, request);
    all += *api::plan_list_json(cohort, request);
    all += *api::plan_json(cohort, "S1", request);
    all += *api::explain_json(cohort, "S1", request);
    all += *api::why_not_json(cohort, "S1", "geen_gesprek", request);
    all += *api::what_if_json(cohort, "S1", {"motivatie = 3", "gesprekken + {2026-11-09}"}, request);
    all += *api::compare_json(cohort, cohort, request);
    for (const std::string& name : rules.signals()) all += name;
    api::CohortBuilder builder(rules);
    builder.student("S3").set("motivatie", "veel");
    return all + builder.finish().findings.front().message;
}

// One Rules and one Cohort, two threads that ask everything at once.
void check_threads(const api::Rules& rules, const api::Cohort& cohort) {
    const std::string expected = ask_all(rules, cohort);
    std::vector<std::string> found(2);
    std::vector<std::thread> threads;
    for (std::string& one : found) {
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) one = ask_all(rules, cohort);
        });
    }
    for (std::thread& thread : threads) thread.join();
    require(found[0] == expected && found[1] == expected, "two threads at once give the same bytes");
}

}  // namespace

int main() {
    std::printf("wegwijzer %s\n", api::version());
    const api::Outcome<api::Rules> rules = api::Rules::compile_text(pack);
    for (const api::Finding& finding : rules.findings) {
        std::printf("%s %s\n", finding.code.c_str(), finding.message.c_str());
    }
    require(rules.value.has_value(), "the pack compiles");
    require(rules->signals() == std::vector<std::string>{"lage_motivatie", "geen_gesprek"}, "its signals have names");
    const api::Cohort cohort = hand_over(*rules);
    check_structs(cohort);
    check_plans();
    check_bad_input(*rules, cohort);
    check_questions(cohort);
    check_changes(cohort);
    check_examples();
    check_threads(*rules, cohort);
    return 0;
}
