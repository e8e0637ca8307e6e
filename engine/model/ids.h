// What the declarations of a rule set are known by, and the kinds of them that others speak of.
#pragma once

#include <cstdint>

#include "engine/base/id.h"

namespace wegwijzer::model {

using ClusterId = Id<struct ClusterTag>;
using FactorId = Id<struct FactorTag>;
using RoleId = Id<struct RoleTag>;
using ReferenceId = Id<struct ReferenceTag>;  // a bron
using InterventionId = Id<struct InterventionTag>;
using PolicyId = Id<struct PolicyTag>;
using PlanId = Id<struct PlanTag>;  // an aanpak

enum class Line : std::uint8_t { first, second, external, organisation };
enum class SignalKind : std::uint8_t { signal, strength, opportunity };

}  // namespace wegwijzer::model
