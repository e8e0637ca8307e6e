#include "tests/support/packs.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "dsl/compile/packs_in_use.h"

namespace wegwijzer::test {

std::string read_text(const std::filesystem::path& path) {
    const std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return std::move(text).str();
}

PackText read_pack(const std::filesystem::path& path) {
    PackText pack{path.string(), {}};
    if (!std::filesystem::is_directory(path)) {
        pack.files.push_back({path.string(), read_text(path)});
        return pack;
    }
    for (const auto& entry : std::filesystem::directory_iterator(path))
        if (entry.path().extension() == ".regels")
            pack.files.push_back({entry.path().string(), read_text(entry.path())});
    std::ranges::sort(pack.files, {}, &PackFile::name);
    return pack;
}

std::vector<PackText> read_pack_in_use(const std::filesystem::path& path) {
    return with_packs_in_use({read_pack(path)}, [](const PackText& pack) {
        std::vector<PackText> beside;
        for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(pack.name).parent_path()))
            if (entry.is_directory() && entry.path() != pack.name) beside.push_back(read_pack(entry.path()));
        return beside;
    });
}

}  // namespace wegwijzer::test
