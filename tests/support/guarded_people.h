// What the laws of who sees what are tried on: a random pack that guards some of its fields and series, students with data for it,
// and for a reader the same students with something else in what that reader may not see.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/random.h"

namespace wegwijzer::test {

[[nodiscard]] std::string guarded_pack(Random& random);

struct Person {
    std::string mentor;
    std::string open;                  // fields everybody may see
    std::vector<std::string> tests;    // the open part of each
    std::string followups;             // open
    std::string hidden;                // fields of the second line and the own mentor
    std::vector<std::string> remarks;  // of each test
    std::vector<std::string> appointments;
    bool has_appointments = true;
    std::string consents;  // hidden
    std::string audited;   // what nobody may see
};

[[nodiscard]] std::vector<Person> draw_people(Random& random);
[[nodiscard]] std::string as_json(const std::vector<Person>& people);  // a line each, S1 first

struct ReaderCase {
    std::vector<std::string> arguments;
    enum class Hidden : std::uint8_t { confidential, of_others, of_other_students, audited } hidden;
};
[[nodiscard]] const std::vector<ReaderCase>& readers();
[[nodiscard]] std::vector<Person> with_hidden_changed(Random& random, std::vector<Person> people,
                                                      ReaderCase::Hidden hidden);

}  // namespace wegwijzer::test
