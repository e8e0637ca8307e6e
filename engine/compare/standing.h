// Where one student stands under one rule set, as far as this reader may compare it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/advise/advice.h"
#include "engine/compare/pairing.h"
#include "engine/model/outcome.h"

namespace wegwijzer::comparison {

struct SignalState {
    enum class Status : std::uint8_t { off, undetermined, on };  // off: also not applicable, and not there at all
    Status status = Status::off;
    model::Severity severity = model::Severity::none;  // on only
    bool possibly_higher = false;
    friend bool operator==(const SignalState&, const SignalState&) = default;
};

[[nodiscard]] SignalState state_of(const model::Signal& signal, const model::SignalOutcome& outcome);

// One recommendation that rests on a policy the reader may see.
struct AdviceState {
    std::size_t intervention = 0;  // in the pairing
    std::size_t role = 0;          // in the pairing
    int priority = 3;
    bool urgent = false;
    std::optional<Date> not_before;
    std::optional<Date> due;
    advise::Consent consent = advise::Consent::not_needed;
    // It rests on a policy that the reader may not see as well, so that its day and priority may come from there.
    bool partly_restricted = false;
    bool in_progress = false;  // of kept runs
    friend bool operator==(const AdviceState&, const AdviceState&) = default;
};

struct Standing {
    std::vector<SignalState> signals;  // as in the pairing
    std::vector<AdviceState> advice;   // in the order of recommendations
    // Advice that rests on nothing the reader may see: it is not compared.
    std::vector<std::pair<std::size_t, std::size_t>> restricted;  // intervention and role in the pairing

    [[nodiscard]] const AdviceState* find(std::size_t intervention, std::size_t role) const;
    [[nodiscard]] bool is_restricted(std::size_t intervention, std::size_t role) const;
    friend bool operator==(const Standing&, const Standing&) = default;
};

[[nodiscard]] Standing standing_of(const Pairing& pairing, Which which, const model::StudentOutcome& outcome,
                                   const advise::StudentAdvice& advice);

}  // namespace wegwijzer::comparison
