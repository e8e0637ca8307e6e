// What stands behind `--store`: a file, or the address of a server. A password in an address is taken out the moment it is read,
// so that what the rest of the program knows, shows and logs has none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::store {

// What only the server may hear: a password, or the words that open the file of a key.
struct Secret {
    std::string keyword;  // as libpq calls it
    std::string value;
};

struct StoreName {
    std::string shown;  // also what the store is opened with
    std::vector<Secret> secrets;
};

// Of an address in which it can't be told what is the password, nothing is kept but how it begins.
inline constexpr std::string_view unreadable_address = "postgresql://…";

[[nodiscard]] bool names_server(std::string_view name);
[[nodiscard]] bool is_unreadable(std::string_view shown);
// As written, without its secrets. A name without `://` is a file and stays as it is.
[[nodiscard]] StoreName without_secrets(const std::string& written);
// Said by others, who may repeat what they were told: no secret is left in it.
[[nodiscard]] std::string without_secrets(std::string said, const std::vector<Secret>& secrets);

}  // namespace wegwijzer::store
