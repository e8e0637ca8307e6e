// A folder of CSV files: student.csv, toetsen.csv, presenties.csv and bijgewerkt.csv, in one input with a line `%%` between.
#include <array>

#include "tests/support/fuzz_check.h"
#include "tests/support/fuzz_records.h"
#include "tests/unit/engine/io/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto schema = wegwijzer::io::testing::schema();
    static constexpr std::array<const char*, 4> names = {"student.csv", "toetsen.csv", "presenties.csv",
                                                         "bijgewerkt.csv"};
    std::string_view rest = wegwijzer::test::fuzz_text(data, size);
    std::vector<wegwijzer::io::DataFile> files;
    for (const char* name : names) {
        const std::size_t end = std::min(rest.find("\n%%\n"), rest.size());
        files.push_back({name, rest.substr(0, end)});
        if (end == rest.size()) break;
        rest.remove_prefix(end + 4);
    }
    const auto result = read_csv_folder(schema, files);
    wegwijzer::test::fuzz_check_result(result, files);
    wegwijzer::test::fuzz_check_same(result, read_csv_folder(schema, files));
    return 0;
}
