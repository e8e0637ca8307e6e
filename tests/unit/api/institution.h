// Rules and students of the institutions that come along, as a program hands them over and as the command line reads them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/wegwijzer.h"

namespace wegwijzer::test {

struct Institution {
    std::vector<std::string> packs;
    std::string data;
    std::string date;
    std::string mentor;
    std::string second_line;            // a role that sees what is vertrouwelijk
    std::vector<std::string> students;  // of the mentor
    std::vector<std::string> names;     // of signalen, krachten, kansen and beleid to ask why not
    std::vector<std::vector<std::string>> changes;
    std::string where;
};
[[nodiscard]] const std::vector<Institution>& institutions();

[[nodiscard]] api::Rules rules_of(const Institution& institution);
[[nodiscard]] api::Cohort cohort_of(const Institution& institution, const api::Rules& rules);

struct Told {
    std::string out;
    std::string err;
    int status = 0;
};
[[nodiscard]] Told ask_command_line(const std::vector<std::string>& arguments);
// The command over the rules, the data, the day and the reader of the request.
[[nodiscard]] Told ask_command_line(const std::vector<std::string>& command, const Institution& institution,
                                    const api::Request& request);

}  // namespace wegwijzer::test
