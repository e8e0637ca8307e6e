// What holds for every cohort that a reader hands over, whatever the bytes were.
#pragma once

#include <string_view>

#include "engine/io/read.h"

namespace wegwijzer::test {

// Aborts where it doesn't: columns as long as there are students, events in order of date, values within the bounds of
// their type, unique keys, counts that add up, and findings with places inside the files and texts that can be shown.
void fuzz_check_result(const io::ReadResult& result, const std::vector<io::DataFile>& files);
// Reading the same twice must give the same.
void fuzz_check_same(const io::ReadResult& left, const io::ReadResult& right);

}  // namespace wegwijzer::test
