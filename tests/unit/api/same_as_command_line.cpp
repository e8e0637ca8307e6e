// What a program gets is what the command line prints, to the byte: for each institution, each reader, both languages.
#include <boost/test/unit_test.hpp>

#include <span>

#include "engine/json/writer.h"
#include "tests/support/random.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/api/institution.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(api_same_as_command_line)

namespace {

std::vector<api::Request> readers_of(const Institution& institution) {
    api::Request nobody;
    nobody.reference_date = institution.date;
    nobody.threads = 2;
    api::Request mentor = nobody;
    mentor.mentor = institution.mentor;
    mentor.language = api::Language::en;
    api::Request second_line = nobody;
    second_line.role = institution.second_line;
    api::Request student = nobody;
    student.role = "student";
    student.language = api::Language::en;
    return {nobody, mentor, second_line, student};
}

class Sides {
  public:
    explicit Sides(const Institution& institution)
        : institution_(institution), cohort_(cohort_of(institution, rules_of(institution))) {}

    [[nodiscard]] const Institution& institution() const { return institution_; }
    [[nodiscard]] const api::Cohort& cohort() const { return cohort_; }

    void check(const std::vector<std::string>& command, const api::Request& request,
               const api::Outcome<std::string>& given) {
        const Told told = ask_command_line(command, institution_, request);
        BOOST_TEST_REQUIRE(given.value.has_value(), told.err);
        BOOST_TEST(told.status == 0, told.err);
        BOOST_TEST((*given == told.out), command.front() << " " << command.back() << ": " << given->size() << " and "
                                                         << told.out.size() << " bytes");
        BOOST_TEST(!given->empty());
        for (const api::Finding& finding : given.findings) check_is_said(finding, told.err);
    }
    void check_refused(const std::vector<std::string>& command, const api::Request& request,
                       const api::Outcome<std::string>& given) {
        const Told told = ask_command_line(command, institution_, request);
        BOOST_TEST(told.status == 2, told.err);
        BOOST_TEST(!given.value.has_value());
        BOOST_TEST_REQUIRE(!given.findings.empty());
        for (const api::Finding& finding : given.findings) check_is_said(finding, told.err);
    }

  private:
    static void check_is_said(const api::Finding& finding, const std::string& err) {
        BOOST_TEST(err.find(json::quoted(finding.code)) != std::string::npos, finding.code << " is not in " << err);
        BOOST_TEST(err.find(json::quoted(finding.message)) != std::string::npos,
                   finding.message << " is not in " << err);
    }

    const Institution& institution_;
    api::Cohort cohort_;
};

std::vector<std::string> explain(const std::string& student) {
    return {"explain", "--format", "json", "--student", student};
}

// Under the sanitizers one of them: a large pack and all of its data are read anew for each question.
std::span<const Institution> asked() {
    const std::vector<Institution>& all = institutions();
    return std::span(all).first(test::under_sanitizers ? 1 : all.size());
}

}  // namespace

BOOST_AUTO_TEST_CASE(students_are_evaluated_alike) {
    for (const Institution& institution : asked()) {
        Sides sides(institution);
        for (const api::Request& request : readers_of(institution)) {
            const std::vector<std::string> command{"evaluate", "--format", "jsonl"};
            sides.check(command, request, api::evaluate_json(sides.cohort(), request));
        }
        const api::Request mentor = readers_of(institution)[1];
        sides.check({"show", "caseload"}, mentor, api::caseload_json(sides.cohort(), mentor));
        api::Request where = readers_of(institution).front();
        where.where = institution.where;
        sides.check({"evaluate", "--format", "jsonl"}, where, api::evaluate_json(sides.cohort(), where));
        sides.check({"show", "caseload"}, where, api::caseload_json(sides.cohort(), where));
        BOOST_TEST(api::evaluate(sides.cohort(), where)->students.size() < sides.cohort().size());
    }
}

BOOST_AUTO_TEST_CASE(a_student_is_explained_alike) {
    for (const Institution& institution : asked()) {
        Sides sides(institution);
        std::size_t turn = 0;
        bool has_changes = false;
        for (const api::Request& request : readers_of(institution)) {
            const std::string& student = institution.students[turn++ % institution.students.size()];
            const api::Outcome<std::string> given = api::explain_json(sides.cohort(), student, request);
            sides.check(explain(student), request, given);
            has_changes = has_changes || given->find(R"("sentence":)") != std::string::npos;
        }
        BOOST_TEST(has_changes);
    }
}

// The institutions that come along advise no aanpak: this one does.
class InstitutionWithPlans {
  public:
    InstitutionWithPlans() {
        institution.packs = {folder_.write("plan.regels", R"(regelpakket samen "Samen op weg"
  versie      1.0
  geldig      vanaf 2026-09-01 t/m 2027-08-31
  eigenaar    "Dienst Studentzaken"
  doel        "Studenten op tijd begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"

gegevens student
  studentnummer : sleutel
  mentor        : tekst  mentor
  startdatum    : datum  start
  motivatie     : getal van 1 t/m 5
  presentie_nu  : percentage

rol slber  "SLB'er"        lijn eerste  persoon mentor
rol decaan "Studentdecaan" lijn tweede

interventie startgesprek "Startgesprek"
  door slber
interventie naar_decaan "Gesprek met de studentdecaan"
  door decaan
  via  slber
  met toestemming

aanpak samen "Samen op weg"
  doel         presentie_nu >= 80%
  stap 1 startgesprek binnen 1 week
  stap 2 naar_decaan binnen 3 weken
  bespreek elke 2 weken
  evalueer na  8 weken

beleid op_weg "Begeleiding bij weinig motivatie"
  als      motivatie < 3
  adviseer samen
)")};
        folder_.write("data/student.csv",
                      "studentnummer;mentor;startdatum;motivatie;presentie_nu\n"
                      "1;M. de Vries;2026-08-31;2;60%\n"
                      "2;M. de Vries;2026-08-31;4;\n");
        folder_.write("data/opvolgingen.csv",
                      "studentnummer;datum;interventie;rol;status;uitkomst\n"
                      "1;2026-09-03;startgesprek;slber;uitgevoerd;gesproken\n"
                      "1;2026-09-29;naar_decaan;decaan;uitgevoerd;geregeld\n");
        institution.data = folder_.file("data");
        institution.date = "2026-10-27";
        institution.mentor = "M. de Vries";
        institution.second_line = "decaan";
        institution.students = {"1", "2"};
    }

    Institution institution;

  private:
    test::TemporaryFolder folder_;
};

BOOST_AUTO_TEST_CASE(plans_are_told_alike) {
    const InstitutionWithPlans with_plans;
    Sides sides(with_plans.institution);
    for (const api::Request& request : readers_of(with_plans.institution)) {
        for (const std::string& student : with_plans.institution.students) {
            const api::Outcome<std::string> given = api::plan_json(sides.cohort(), student, request);
            sides.check({"plan", "--format", "json", "--student", student}, request, given);
            BOOST_TEST((given->find(R"("steps": [)") != std::string::npos) == (student == "1"));
        }
        const api::Outcome<std::string> list = api::plan_list_json(sides.cohort(), request);
        if (request.role == "student") {
            BOOST_TEST(!list.value.has_value());
            BOOST_TEST(list.findings.back().code == "F204");
            continue;
        }
        sides.check({"plan", "--format", "json"}, request, list);
        BOOST_TEST(list->find(R"("needs": [)") != std::string::npos);
    }
    const Institution& large = institutions()[1];
    Sides others(large);
    const api::Request mentor = readers_of(large)[1];
    others.check({"plan", "--format", "json"}, mentor, api::plan_list_json(others.cohort(), mentor));
}

BOOST_AUTO_TEST_CASE(why_not_is_answered_alike) {
    for (const Institution& institution : asked()) {
        Sides sides(institution);
        std::size_t turn = 0;
        for (const api::Request& request : readers_of(institution)) {
            const std::string& student = institution.students[turn % institution.students.size()];
            const std::string& name = institution.names[turn++ % institution.names.size()];
            std::vector<std::string> command = explain(student);
            command.insert(command.end(), {"--why-not", name});
            sides.check(command, request, api::why_not_json(sides.cohort(), student, name, request));
        }
    }
}

BOOST_AUTO_TEST_CASE(what_if_is_answered_alike) {
    for (const Institution& institution : asked()) {
        Sides sides(institution);
        // The mentor and the student themself may ask about all of it.
        std::size_t turn = 0;
        for (const api::Request& request : {readers_of(institution)[1], readers_of(institution)[3]}) {
            for (const std::vector<std::string>& changes : institution.changes) {
                const std::string& student = institution.students[turn++ % institution.students.size()];
                std::vector<std::string> command = explain(student);
                for (const std::string& change : changes) command.insert(command.end(), {"--what-if", change});
                sides.check(command, request, api::what_if_json(sides.cohort(), student, changes, request));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_day_of_a_later_event_is_named) {
    const Institution& institution = institutions().front();
    const api::Cohort cohort = cohort_of(institution, rules_of(institution));
    const auto answer = api::what_if_json(cohort, institution.students[0], {"presenties + {2026-11-09; 90%}"},
                                          readers_of(institution).front());
    BOOST_TEST_REQUIRE(answer.value.has_value());
    BOOST_TEST(answer->find(R"("evaluated_on": "2026-11-09")") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_refused_is_refused_alike) {
    const Institution& institution = institutions().front();
    Sides sides(institution);
    const std::string& student = institution.students.front();
    for (api::Request request : readers_of(institution)) {
        sides.check_refused(explain("9"), request, api::explain_json(sides.cohort(), "9", request));
        std::vector<std::string> command = explain(student);
        command.insert(command.end(), {"--why-not", "lage_presensie"});
        sides.check_refused(command, request, api::why_not_json(sides.cohort(), student, "lage_presensie", request));
        command = explain(student);
        command.insert(command.end(), {"--what-if", "motivatie = heel veel", "--what-if", "gesprekken = 3"});
        sides.check_refused(
            command, request,
            api::what_if_json(sides.cohort(), student, {"motivatie = heel veel", "gesprekken = 3"}, request));
        request.where = "motivatee < 3";
        sides.check_refused({"evaluate", "--format", "jsonl"}, request, api::evaluate_json(sides.cohort(), request));
    }
    api::Request request;
    request.reference_date = institution.date;
    request.role = "dekaan";
    sides.check_refused({"evaluate"}, request, api::evaluate_json(sides.cohort(), request));
}

BOOST_AUTO_TEST_CASE(what_the_reader_may_not_see_is_not_asked) {
    const Institution& institution = institutions().front();
    Sides sides(institution);
    const api::Request nobody = readers_of(institution).front();
    const std::string& student = institution.students.front();
    const std::vector<std::string> change{"welzijnsmetingen + {datum: 2026-11-01}"};
    const auto refused = api::what_if_json(sides.cohort(), student, change, nobody);
    BOOST_TEST(!refused.value.has_value());
    BOOST_TEST_REQUIRE(refused.findings.size() > 0U);
    BOOST_TEST(refused.findings.back().code == "F285");
    std::vector<std::string> command = explain(student);
    command.insert(command.end(), {"--what-if", change.front()});
    sides.check_refused(command, nobody, refused);
    const auto unknown = api::why_not_json(sides.cohort(), student, "weinig_rust", nobody);
    BOOST_TEST(!unknown.value.has_value());
    BOOST_TEST(unknown.findings.back().code == "F287");
}

BOOST_AUTO_TEST_CASE(rules_are_compared_alike) {
    const Institution& institution = institutions().front();
    Sides sides(institution);
    api::Request request = readers_of(institution)[1];
    const std::string range = "presentiegrens=60%..80%/10%";
    sides.check({"diff", "--format", "json", "--sweep", range}, request,
                api::sweep_json(sides.cohort(), range, request));
    request.where = institution.where;
    sides.check({"diff", "--format", "json", "--sweep", range}, request,
                api::sweep_json(sides.cohort(), range, request));
    sides.check({"diff", "--format", "json", "--with", institution.packs.front()}, request,
                api::compare_json(sides.cohort(), sides.cohort(), request));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
