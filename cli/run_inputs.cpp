#include "cli/run_inputs.h"

#include "store/digest/sha256.h"

namespace wegwijzer::cli {
namespace {

// Each text with its length before it, so that no two lists give the same bytes. The texts themselves may be large: their hashes
// stand for them.
void add_file(std::string& bytes, const std::string& name, std::string_view text) {
    const std::string last = last_name_of(name);
    bytes += std::to_string(last.size()) + ":" + last + store::sha256(text);
}

}  // namespace

std::string hash_of_packs(const Compilation& compilation) {
    std::string bytes;
    for (const PackFiles& pack : compilation.packs) {
        bytes += "pack";
        for (const std::size_t file : pack.files) {
            const SourceId source = compilation.files[file].source;
            add_file(bytes, compilation.sources.name(source), compilation.sources.text(source));
        }
    }
    return store::sha256(bytes);
}

std::string hash_of_data(const DataBytes& data, Date reference_date) {
    std::string bytes = to_iso(reference_date) + (data.is_folder ? "folder" : "file");
    for (std::size_t i = 0; i < data.names.size(); ++i) add_file(bytes, data.names[i], data.bytes[i]);
    return store::sha256(bytes);
}

}  // namespace wegwijzer::cli
