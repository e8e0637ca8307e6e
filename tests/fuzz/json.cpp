// One file of students' objects, as .jsonl and as .json.
#include "tests/support/fuzz_check.h"
#include "tests/support/fuzz_records.h"
#include "tests/unit/engine/io/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto schema = wegwijzer::io::testing::schema();
    for (const char* name : {"studenten.jsonl", "studenten.json"}) {
        const wegwijzer::io::DataFile file{name, wegwijzer::test::fuzz_text(data, size)};
        const auto result = read_json(schema, file);
        wegwijzer::test::fuzz_check_result(result, {file});
        wegwijzer::test::fuzz_check_same(result, read_json(schema, file));
    }
    return 0;
}
