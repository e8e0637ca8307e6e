// A student system that asks Wegwijzer whom to talk to first, and why. usage: embedding PACK [explain S | why-not S NAME |
// what-if S CHANGE...] with PACK a folder of rules. Status: 0 fine, 1 something is wrong with rules or question.
#include <wegwijzer/wegwijzer.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace api = wegwijzer::api;

namespace {

// ---- what the system has of its own: records in its own form ---------------------------------------------------------

struct Attendance {
    std::string day;
    int percent = 0;
};
struct Freshman {
    std::string number;
    std::string coach;
    std::string motivation;  // of a questionnaire; empty: not filled in
    std::vector<Attendance> attendance;
};

const std::vector<Freshman> freshmen{
    {"1001", "M. de Vries", "3.5", {{"2026-10-13", 60}, {"2026-10-20", 50}, {"2026-10-27", 55}}},
    {"1002", "M. de Vries", "4.0", {{"2026-10-13", 90}, {"2026-10-20", 95}, {"2026-10-27", 92}}},
    {"1003", "M. de Vries", "", {}},
};

// ---- from there to Wegwijzer -----------------------------------------------------------------------------------------

// What was found on the way: errors say why there is no result, warnings and notes come with one.
void show(const std::vector<api::Finding>& findings) {
    for (const api::Finding& finding : findings) {
        if (!finding.file.empty())
            std::fprintf(stderr, "%s:%u:%u ", finding.file.c_str(), finding.line, finding.column);
        std::fprintf(stderr, "%s %s\n", finding.code.c_str(), finding.message.c_str());
        if (!finding.way_out.empty()) std::fprintf(stderr, "  %s\n", finding.way_out.c_str());
    }
}

// The library opens no files: reading them is for the system.
api::Pack read_pack(const std::filesystem::path& folder) {
    api::Pack pack;
    pack.name = folder.filename().string();
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
        if (entry.path().extension() != ".regels") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        pack.files.push_back({entry.path().filename().string(), {std::istreambuf_iterator<char>(file), {}}});
    }
    std::ranges::sort(pack.files, {}, &api::File::name);
    return pack;
}

// A pack, and those it takes in, which stand beside it.
std::vector<api::Pack> read_packs(const std::filesystem::path& folder) {
    std::vector<api::Pack> packs{read_pack(folder)};
    for (std::size_t i = 0; i < packs.size(); ++i) {
        for (const std::string& name : api::packs_used_by(packs[i])) {
            if (std::ranges::find(packs, name, &api::Pack::name) != packs.end()) continue;
            packs.push_back(read_pack(folder.parent_path() / name));
        }
    }
    return packs;
}

api::Outcome<api::Cohort> hand_over(const api::Rules& rules) {
    api::CohortBuilder builder(rules, api::Language::en);
    builder.supply("presenties").complete_to("presenties", "2026-10-30");  // none happened is not: not known
    for (const Freshman& freshman : freshmen) {
        builder.student(freshman.number).set("startdatum", "2026-08-31").set("mentor", freshman.coach);
        builder.set("motivatie", freshman.motivation);
        for (const Attendance& one : freshman.attendance) {
            const std::string share = std::to_string(one.percent) + "%";
            builder.event("presenties", {{"datum", one.day}, {"aandeel", share}});
        }
    }
    return builder.finish();
}

// ---- what comes back -------------------------------------------------------------------------------------------------

int show_list(const api::Cohort& cohort, const api::Request& request) {
    const api::Outcome<api::Evaluation> evaluation = api::evaluate(cohort, request);
    show(evaluation.findings);
    if (!evaluation) return 1;
    for (const api::Student& student : evaluation->students) {
        std::printf("%s\n", student.key.c_str());
        for (const api::Signal& strength : student.strengths) std::printf("  + %s\n", strength.title.c_str());
        for (const api::Recommendation& advice : student.recommendations) {
            std::printf("  %s, by %s, no later than %s\n", advice.title.c_str(), advice.role.c_str(),
                        advice.due.value_or("any day").c_str());
            for (const std::string& reason : advice.reasons) std::printf("    because: %s\n", reason.c_str());
        }
        if (!student.undetermined.empty()) std::printf("  %zu not known\n", student.undetermined.size());
    }
    return 0;
}

int write(const api::Outcome<std::string>& json) {
    show(json.findings);
    if (json) std::fputs(json->c_str(), stdout);
    return json ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> asked(argv + 1, argv + argc);
    if (asked.empty()) return 1;
    const api::Outcome<api::Rules> rules = api::Rules::compile(read_packs(asked[0]), api::Language::en);
    show(rules.findings);
    if (!rules) return 1;
    const api::Outcome<api::Cohort> cohort = hand_over(*rules);
    show(cohort.findings);
    if (!cohort) return 1;

    api::Request request;
    request.reference_date = "2026-11-02";
    request.mentor = "M. de Vries";  // who reads: sees the own students, and what a mentor may see of them
    request.language = api::Language::en;
    if (asked.size() == 1) return show_list(*cohort, request);
    if (asked.size() >= 3 && asked[1] == "explain") return write(api::explain_json(*cohort, asked[2], request));
    if (asked.size() >= 4 && asked[1] == "why-not") {
        return write(api::why_not_json(*cohort, asked[2], asked[3], request));
    }
    if (asked.size() >= 3 && asked[1] == "what-if") {
        return write(api::what_if_json(*cohort, asked[2], {asked.begin() + 3, asked.end()}, request));
    }
    std::fputs("explain S, why-not S NAME or what-if S CHANGE...\n", stderr);
    return 1;
}
