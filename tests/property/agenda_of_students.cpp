// An agenda of a whole cohort: every advice of every student stands in it once, and leaving one student out moves nobody whose
// deadline is earlier.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "api/run/evaluation.h"
#include "engine/explain/agenda.h"
#include "engine/io/read.h"
#include "engine/program/lower.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(agenda_of_students)

namespace {

namespace fs = std::filesystem;
using Report = explain::Visible<explain::StudentReport>;
using explain::AgendaItem;
using explain::AgendaState;

constexpr const char* places_of_everybody =
    "rol;persoon;per week;voorbehouden;van;t/m\n"
    "slber;M. de Vries;5;1;;\n"
    "slber;M. de Vries;0;;2026-11-09;2026-11-09\n"
    "slber;A. Bouzid;3;;;\n"
    "slber;;4;;;\n"
    "docent;;10;2;;\n"
    "studentdecaan;;4;;;\n";

class WholeCohort {
  public:
    WholeCohort() : compilation_(compile(read_pack_in_use("rules/vroegsignalering"))) {
        std::vector<std::string> texts;
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator("examples/eerstejaars")) {
            if (entry.path().extension() != ".csv") continue;
            names.push_back(entry.path().filename().string());
            texts.push_back(read_text(entry.path()));
        }
        std::vector<io::DataFile> files;
        for (std::size_t i = 0; i < names.size(); ++i) files.push_back({names[i], texts[i]});
        data_ = io::read_csv_folder(rules().schema, files);
        redactor_.emplace(rules(), explain::Reader::nobody());
        std::vector<std::size_t> rows(data_.cohort.students);
        for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = row;
        run::evaluate_students(
            rules(), program::lower(rules()), data_.cohort, rows, date_, 1, [&](const run::Evaluated& student) {
                reports_.push_back(
                    redactor_->redact(data_.cohort, student.row, date_, student.outcome, student.advice));
            });
    }

    [[nodiscard]] const model::RuleSet& rules() const { return *compilation_.rules; }
    [[nodiscard]] const std::vector<Report>& reports() const { return reports_; }
    // Without the student in this place; past the last: of all.
    [[nodiscard]] explain::Visible<explain::Agenda> agenda_without(std::size_t left_out,
                                                                   const agenda::CapacityList& places) const {
        explain::AgendaMaker maker(*redactor_, date_, 4, places.rows, {});
        for (std::size_t i = 0; i < reports_.size(); ++i) {
            if (i != left_out) maker.add(reports_[i]);
        }
        return maker.make();
    }

  private:
    Compilation compilation_;
    io::ReadResult data_;
    std::optional<explain::Redactor> redactor_;
    Date date_ = *parse_iso_date("2026-11-02");
    std::vector<Report> reports_;
};

using Identity = std::tuple<std::string, model::InterventionId, model::RoleId>;
std::map<Identity, AgendaItem> items_of(const explain::Agenda& agenda) {
    std::map<Identity, AgendaItem> result;
    for (const explain::AgendaCarrier& carrier : agenda.carriers) {
        for (const AgendaItem& item : carrier.items) {
            const advise::Recommendation& advice = item.report.advice;
            const bool is_new = result.emplace(Identity(item.student, advice.intervention, advice.by), item).second;
            BOOST_TEST(is_new, item.student << " stands there twice");
        }
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_CASE(nobody_is_dropped_and_the_counts_add_up) {
    const WholeCohort cohort;
    const agenda::CapacityList places = agenda::read_capacity_list(cohort.rules(), "plaatsen.csv", places_of_everybody);
    BOOST_TEST_REQUIRE(!places.problems.has_errors());
    for (const agenda::CapacityList& list : {agenda::CapacityList(), places}) {
        const auto agenda = cohort.agenda_without(cohort.reports().size(), list);
        const std::map<Identity, AgendaItem> items = items_of(*agenda);
        std::size_t advices = 0;
        for (const Report& report : cohort.reports()) {
            for (const explain::RecommendationReport& one : report->recommendations) {
                ++advices;
                const Identity identity(report->key, one.advice.intervention, one.advice.by);
                BOOST_TEST(items.contains(identity), report->key << " is dropped");
            }
        }
        BOOST_TEST(advices > 100U);
        BOOST_TEST(items.size() == advices);
        BOOST_TEST(agenda->count(AgendaState::placed) + agenda->count(AgendaState::waiting) +
                       agenda->count(AgendaState::later) ==
                   advices);
        BOOST_TEST(agenda->students == cohort.reports().size());
        // With these places not everybody finds one.
        if (!list.rows.empty()) BOOST_TEST(agenda->count(AgendaState::waiting) > 0U);
    }
}

BOOST_AUTO_TEST_CASE(leaving_a_student_out_moves_nobody_whose_deadline_is_earlier) {
    const WholeCohort cohort;
    const agenda::CapacityList places = agenda::read_capacity_list(cohort.rules(), "plaatsen.csv", places_of_everybody);
    const std::map<Identity, AgendaItem> before = items_of(*cohort.agenda_without(cohort.reports().size(), places));
    std::size_t moved = 0;
    for (std::size_t out = 0; out < cohort.reports().size(); ++out) {
        const Report& report = cohort.reports()[out];
        if (report->recommendations.empty()) continue;
        std::optional<Date> earliest;  // none: that student has no deadline
        for (const explain::RecommendationReport& one : report->recommendations) {
            if (one.advice.due && (!earliest || *one.advice.due < *earliest)) earliest = one.advice.due;
        }
        for (const auto& [identity, item] : items_of(*cohort.agenda_without(out, places))) {
            const AgendaItem& was = before.at(identity);
            if (was.placement == item.placement && was.state == item.state) continue;
            ++moved;
            const std::optional<Date>& due = item.report.advice.due;
            const bool is_earlier = due && (!earliest || *due < *earliest);
            BOOST_TEST(!is_earlier, "without " << report->key << " " << item.student << " moves");
        }
    }
    BOOST_TEST(moved > 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace wegwijzer::test
