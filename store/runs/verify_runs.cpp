#include "store/runs/verify_runs.h"

#include <algorithm>
#include <map>
#include <utility>

#include "store/digest/sha256.h"
#include "store/erasing/erase.h"
#include "store/runs/run_chain.h"
#include "store/runs/run_tables.h"

namespace wegwijzer::store {
namespace {

class Verifier {
  public:
    Verifier(Database& database, std::optional<RunNumber> only) : database_(database), only_(only) {}

    VerifiedRuns verify() {
        for (const RunHeader& header : read_runs(database_)) {
            look_at(header);
            expected_number_ = header.number + 1;
            result_.last_hash = header.hash;
        }
        // The runs first: what is forgotten meanwhile is then at most an erasure too many.
        if (!only_) look_at_erasures();
        return std::move(result_);
    }

  private:
    void broken(const RunHeader& header, BrokenLink link, std::size_t students = 0) {
        result_.broken.push_back({header.number, link, students});
    }

    void look_at(const RunHeader& header) {
        ++result_.runs;
        if (header.number != expected_number_) broken(header, BrokenLink::number);
        if (header.previous_hash != result_.last_hash) broken(header, BrokenLink::previous);
        if (hash_of(header) != header.hash) broken(header, BrokenLink::header);
        if (only_ && *only_ != header.number) return;
        look_at_rules(header);
        std::vector<std::string> commitments;
        std::size_t others = 0;
        const std::size_t forgotten_before = result_.forgotten;
        read_students(database_, header.number, [&](StudentRow row) {
            ++result_.students;
            if (!row.kept) {
                ++result_.forgotten;
            } else if (commitment_to(row.salt, *row.kept) != row.commitment) {
                ++others;
            }
            commitments.push_back(std::move(row.commitment));
        });
        if (result_.forgotten != forgotten_before) result_.with_erased.push_back(header.number);
        if (content_hash_of(commitments) != header.content_hash) broken(header, BrokenLink::students);
        if (others != 0) broken(header, BrokenLink::content, others);
    }

    void look_at_erasures() {
        std::size_t taken = 0;
        std::size_t untold_at_most = 0;
        for (const Erasure& erasure : read_erasures(database_)) {
            taken += static_cast<std::size_t>(erasure.counts.run_lines);
            // Of one student, who has one line in each run.
            if (erasure.kind == ErasureKind::forget && erasure.counts.run_lines == 0) untold_at_most += result_.runs;
        }
        const std::size_t more = result_.forgotten - std::min(result_.forgotten, taken);
        (more <= untold_at_most ? result_.untold : result_.without_erasure) = more;
    }

    void look_at_rules(const RunHeader& header) {
        const auto [place, is_new] = rules_.emplace(header.rules_hash, false);
        if (is_new) place->second = sha256(read_rules(database_, header.rules_hash)) == header.rules_hash;
        if (!place->second) broken(header, BrokenLink::rules);
    }

    Database& database_;
    std::optional<RunNumber> only_;
    VerifiedRuns result_;
    RunNumber expected_number_ = 1;
    std::map<std::string, bool> rules_;  // by hash: they are what they were
};

}  // namespace

VerifiedRuns verify_runs(Database& database, std::optional<RunNumber> only) {
    return Verifier(database, only).verify();
}

}  // namespace wegwijzer::store
