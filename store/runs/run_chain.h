// The hash chain of the run log.
//
//   commitment = SHA-256(salt ‖ key, as a JSON text ‖ content)     of each student of a run, with a random salt of its own
//   content    = SHA-256(all commitments of the run, each with a line end, in their order)
//   hash       = SHA-256(the header as JSON, the content hash and the hash of the run before it in it)
//
// So whoever changes, adds or takes away anything of a run that is followed by another breaks the chain. To forget a student is to
// erase key, salt and content: the commitment stays and tells nothing, and the chain still verifies. The order of the commitments is
// their own, so that the place of one that is left tells nothing either.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/runs/run.h"

namespace wegwijzer::store {

[[nodiscard]] std::string commitment_to(std::string_view salt, const StudentContent& student);
[[nodiscard]] std::string content_hash_of(const std::vector<std::string>& commitments);
// Of all of the header but `hash`.
[[nodiscard]] std::string hash_of(const RunHeader& header);

}  // namespace wegwijzer::store
