#include "dsl/check/circles.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace wegwijzer::checking {

// Depth first with a list of its own: a pack may chain thousands of declarations.
std::vector<Circle> find_circles(std::size_t count,
                                 const std::function<std::vector<std::size_t>(std::size_t)>& named_by) {
    enum class State : std::uint8_t { untouched, open, done };
    struct Step {
        std::size_t at;
        std::vector<std::size_t> named;
        std::size_t next = 0;
    };
    std::vector<State> states(count, State::untouched);
    std::vector<Circle> circles;
    for (std::size_t root = 0; root < count; ++root) {
        if (states[root] != State::untouched) continue;
        std::vector<Step> path;
        path.push_back({root, named_by(root)});
        states[root] = State::open;
        while (!path.empty()) {
            Step& step = path.back();
            if (step.next == step.named.size()) {
                states[step.at] = State::done;
                path.pop_back();
                continue;
            }
            const std::size_t other = step.named[step.next++];
            if (states[other] == State::untouched) {
                states[other] = State::open;
                path.push_back({other, named_by(other)});
            } else if (states[other] == State::open) {
                Circle circle;
                auto each = std::ranges::find(path, other, &Step::at);
                for (; each != path.end(); ++each) circle.push_back(each->at);
                circles.push_back(std::move(circle));
            }
        }
    }
    return circles;
}

std::string describe_circle(const Circle& circle, const std::function<std::string(std::size_t)>& name) {
    std::string words;
    for (const std::size_t each : circle) words += '`' + name(each) + "` → ";
    return words + '`' + name(circle.front()) + '`';
}

}  // namespace wegwijzer::checking
