#include "api/run/readers.h"

#include <algorithm>
#include <numeric>

#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"
#include "engine/diagnostics/make_finding.h"

namespace wegwijzer::run {
namespace {

Diagnostic unknown_role(const model::RuleSet& rules, const std::string& written) {
    std::vector<std::string> names{"student"};
    for (const model::Role& role : rules.roles) names.push_back(role.name);
    if (const auto near = did_you_mean(written, names)) {
        return make_finding(Code::F230, {written}, ask_whether(*near));
    }
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "`" : ", `") + name + "`";
    return make_finding(Code::F230, {written}, {"kies uit " + list, "choose from " + list});
}

// The fields that name a student's mentor: the one marked `mentor`, or the `persoon` of the roles of the first line.
std::vector<FieldId> mentor_fields(const model::RuleSet& rules) {
    if (rules.schema->mentor) return {rules.schema->mentor};
    std::vector<FieldId> fields;
    for (const model::Role& role : rules.roles) {
        if (role.line == model::Line::first && role.person && std::ranges::find(fields, role.person) == fields.end()) {
            fields.push_back(role.person);
        }
    }
    return fields;
}

}  // namespace

ChosenReader choose_reader(const model::RuleSet& rules, const ReaderRequest& request) {
    ChosenReader chosen;
    std::optional<explain::Reader> reader;
    if (request.mentor) reader = explain::Reader::mentor();
    if (request.role) {
        const auto role = std::ranges::find(rules.roles, *request.role, &model::Role::name);
        if (*request.role == "student") {
            reader = reader ? reader->and_also(explain::Reader::student()) : explain::Reader::student();
        } else if (role != rules.roles.end()) {
            reader = reader ? reader->and_also(explain::Reader::with_role(*role)) : explain::Reader::with_role(*role);
        } else {
            chosen.problem = unknown_role(rules, *request.role);
        }
    }
    if (reader) chosen.reader = *reader;
    return chosen;
}

explain::Reader reader_of_all_data(const explain::Reader& reader, const ReaderRequest& request) {
    return request.mentor || request.role == "student" ? explain::Reader::nobody() : reader;
}

std::optional<Diagnostic> problem_of_selection(const model::RuleSet& rules, const explain::Reader& reader,
                                               const ReaderRequest& request) {
    if (!request.mentor) return std::nullopt;
    const std::vector<FieldId> fields = mentor_fields(rules);
    if (fields.empty()) return make_finding(Code::F231, {});
    for (const FieldId field : fields) {
        const Field& declared = rules.schema->field(field);
        if (!reader.may_see(declared.privacy)) return make_finding(Code::F232, {declared.name});
    }
    return std::nullopt;
}

SelectedStudents select_students(const model::RuleSet& rules, const Cohort& cohort, const explain::Reader& reader,
                                 const ReaderRequest& request) {
    SelectedStudents selected;
    if (!request.mentor) {
        selected.rows.resize(cohort.students);
        std::iota(selected.rows.begin(), selected.rows.end(), std::size_t{0});
        return selected;
    }
    selected.problem = problem_of_selection(rules, reader, request);
    if (selected.problem) return selected;
    const std::string mentor = to_nfc_trimmed(*request.mentor);
    std::vector<bool> is_selected(cohort.students, false);
    for (const FieldId field : mentor_fields(rules)) {
        const Column& column = cohort.columns[field.index()];
        const auto wanted = column.dictionary().find(mentor);
        if (!wanted) continue;
        for (std::size_t row = 0; row < cohort.students; ++row) {
            if (column.is_known(row) && column.raw_at(row) == static_cast<std::int64_t>(*wanted))
                is_selected[row] = true;
        }
    }
    for (std::size_t row = 0; row < cohort.students; ++row) {
        if (is_selected[row]) selected.rows.push_back(row);
    }
    return selected;
}

namespace {

// Who is called that, among students whom this reader selected: their keys.
std::string keys_of_name(const model::RuleSet& rules, const Cohort& cohort, const explain::Reader& reader,
                         const std::vector<std::size_t>& rows, const std::string& name) {
    constexpr std::size_t most = 3;
    const FieldId field = rules.schema->name;
    if (field.is_none() || !reader.may_see(rules.schema->field(field).privacy)) return {};
    const Column& column = cohort.columns[field.index()];
    std::string keys;
    std::size_t count = 0;
    for (const std::size_t row : rows) {
        if (!column.is_known(row) || column.text_at(row) != name) continue;
        if (++count > most) return keys + ", …";
        keys += (keys.empty() ? "`" : ", `") + cohort.key_of(row) + "`";
    }
    return keys;
}

}  // namespace

SelectedStudents find_student(const model::RuleSet& rules, const Cohort& cohort, const explain::Reader& reader,
                              const std::vector<std::size_t>& rows, const std::string& key) {
    SelectedStudents found;
    const Field& key_field = rules.schema->field(rules.schema->key);
    if (!reader.may_see(key_field.privacy)) {
        found.problem = make_finding(Code::F232, {key_field.name});
        return found;
    }
    const std::string wanted = to_nfc_trimmed(key);
    const auto row = std::ranges::find_if(rows, [&](std::size_t one) { return cohort.key_of(one) == wanted; });
    if (row == rows.end()) {
        found.problem = make_finding(Code::F233, {key});
        if (const std::string keys = keys_of_name(rules, cohort, reader, rows, wanted); !keys.empty()) {
            found.problem->way_out = {"bedoelt u " + keys + "? Een student wordt gezocht op de sleutel",
                                      "did you mean " + keys + "? A student is looked up by the key"};
        }
    } else {
        found.rows.push_back(*row);
    }
    return found;
}

}  // namespace wegwijzer::run
