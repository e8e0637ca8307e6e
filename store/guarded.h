// The border of this layer: what is thrown inside it leaves it as a finding.
#pragma once

#include <string>

#include "store/answer.h"
#include "store/failure_findings.h"

namespace wegwijzer::store {

// What `work` gives; what it throws as a finding about the store of this name.
template <class Result, class Work>
Answer<Result> guarded(const std::string& name, const Work& work) {
    try {
        return {work(), std::nullopt};
    } catch (const Failure& failure) {
        return {std::nullopt, finding_of(failure, name)};
    } catch (const Refusal& refusal) {
        return {std::nullopt, refusal.finding};
    }
}

}  // namespace wegwijzer::store
