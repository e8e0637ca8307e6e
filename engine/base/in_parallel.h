// The same work for many, on several threads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace wegwijzer {

// Calls `work` once with each number below `count`; each of up to `threads` threads takes neighbours, in their order. What one of
// them throws is thrown here when all have ended.
template <class Work>
void in_parallel(std::size_t count, std::size_t threads, const Work& work) {
    const std::size_t shares = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(count, 1));
    if (shares == 1) {
        for (std::size_t i = 0; i < count; ++i) work(i);
        return;
    }
    std::vector<std::exception_ptr> faults(shares);
    {
        std::vector<std::jthread> running;
        for (std::size_t share = 0; share < shares; ++share) {
            running.emplace_back([&, share] {
                try {
                    const std::size_t end = count * (share + 1) / shares;
                    for (std::size_t i = count * share / shares; i < end; ++i) work(i);
                } catch (...) {
                    faults[share] = std::current_exception();
                }
            });
        }
    }
    for (const std::exception_ptr& fault : faults) {
        if (fault) std::rethrow_exception(fault);
    }
}

}  // namespace wegwijzer
