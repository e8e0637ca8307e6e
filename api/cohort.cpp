#include "api/run/contents.h"

namespace wegwijzer::api {

Outcome<Cohort> made_cohort(std::shared_ptr<const Rules::Contents> rules, io::ReadResult data, Language language) {
    Outcome<Cohort> outcome;
    for (const io::DataFinding& finding : data.report.findings) {
        outcome.findings.push_back(as_finding(finding, inner(language)));
    }
    if (data.report.unreadable) return outcome;
    auto contents = std::make_shared<Cohort::Contents>();
    contents->rules = std::move(rules);
    contents->data = std::move(data);
    outcome.value = Cohort(std::move(contents));
    return outcome;
}

Outcome<Cohort> Cohort::from_json(const Rules& rules, std::string_view bytes, Language language) {
    // By its name the reader takes a file for lines or for one value; a list or a single object over lines is a value.
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool is_list = first != std::string_view::npos && bytes[first] == '[';
    const io::DataFile file{is_list ? "data.json" : "data.jsonl", bytes};
    return made_cohort(rules.shared(), io::read_json(rules.contents().rules().schema, file), language);
}

Outcome<Cohort> Cohort::from_csv(const Rules& rules, const std::vector<File>& files, Language language) {
    std::vector<io::DataFile> given;
    for (const File& file : files) given.push_back({file.name, file.bytes});
    return made_cohort(rules.shared(), io::read_csv_folder(rules.contents().rules().schema, given), language);
}

std::size_t Cohort::size() const { return contents_->data.cohort.students; }

const std::string& Cohort::key(std::size_t index) const { return contents_->data.cohort.key_of(index); }

Counts Cohort::counts() const {
    const io::ReadReport& report = contents_->data.report;
    return {report.students, report.event_count(), report.invalid_cell_count(), report.set_aside_count()};
}

}  // namespace wegwijzer::api
