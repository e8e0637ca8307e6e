// What goes wrong with a store, as findings.
#pragma once

#include <optional>
#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "store/database.h"
#include "store/entry.h"

namespace wegwijzer::store {

// An entry that can't be added as things stand in the store. Thrown inside this layer only.
struct Refusal {
    Diagnostic finding;
};

[[nodiscard]] Refusal correction_of_nothing(EntryNumber number);
[[nodiscard]] Refusal taken_in_before(std::int64_t list);
[[nodiscard]] Refusal corrected_before(EntryNumber number, EntryNumber by);
// The correction stands on this line of the list that is being taken in.
[[nodiscard]] Refusal corrected_on_line(EntryNumber number, std::int64_t line);
[[nodiscard]] Refusal kept_meanwhile(std::int64_t run);
[[nodiscard]] Refusal erased_meanwhile(std::int64_t erasure);
// `name`: a file, or the address of a server without its password.
[[nodiscard]] Diagnostic finding_of(const Failure& failure, const std::string& name);
// Why no file with a store can be at `path`, as far as the name and the file system tell.
[[nodiscard]] std::optional<Diagnostic> problem_of_path(const std::string& path, bool may_create);

}  // namespace wegwijzer::store
