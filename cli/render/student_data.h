// What data files hold of one student: a part of what is handed over to that student.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/base/language.h"
#include "engine/io/read.h"
#include "engine/json/writer.h"

namespace wegwijzer::cli {

struct StudentData {
    std::string name;  // of the folder or file
    io::ReadResult read;
    std::optional<std::size_t> row;  // none: the student is not in it
};

// Every value that was read, also what no reader of advice may see; and what could not be read, of whomever.
[[nodiscard]] std::string student_data_text(const StudentData& data, Language language);
void write_student_data(json::Writer& writer, const StudentData& data);

}  // namespace wegwijzer::cli
