// Circles among declarations that name each other: `gaat voor op`, `pas na`.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace wegwijzer::checking {

// From the first to the one that names the first again.
using Circle = std::vector<std::size_t>;
// Each circle once, at the name that closes it, in the order of a walk from the first declaration on.
[[nodiscard]] std::vector<Circle> find_circles(std::size_t count,
                                               const std::function<std::vector<std::size_t>(std::size_t)>& named_by);
// "`a` → `b` → `a`"
[[nodiscard]] std::string describe_circle(const Circle& circle, const std::function<std::string(std::size_t)>& name);

}  // namespace wegwijzer::checking
