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

namespace {

// A list, or one object and nothing behind it; otherwise an object per line.
bool holds_one_value(std::string_view bytes) {
    constexpr std::string_view blanks = " \t\r\n";
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(blanks);
    if (first == std::string_view::npos || bytes[first] != '{') return first != std::string_view::npos;
    int depth = 0;
    bool in_text = false;
    for (std::size_t at = first; at < bytes.size(); ++at) {
        const char c = bytes[at];
        if (in_text) {
            if (c == '\\') ++at;
            if (c == '"') in_text = false;
        } else if (c == '"') {
            in_text = true;
        } else if (c == '{') {
            ++depth;
        } else if (c == '}' && --depth == 0) {
            return bytes.find_first_not_of(blanks, at + 1) == std::string_view::npos;
        }
    }
    return false;
}

}  // namespace

Outcome<Cohort> Cohort::from_json(const Rules& rules, std::string_view bytes, Language language) {
    // By its name the reader takes a file for lines or for one value.
    const io::DataFile file{holds_one_value(bytes) ? "data.json" : "data.jsonl", bytes};
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
