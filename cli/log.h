// The log of one run (`--log`): steps, times, counts. Never a value or a key of a student, so nothing here takes text that
// comes from data.
#pragma once

#include <spdlog/fwd.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace wegwijzer::cli {

class Log {
  public:
    Log() = default;  // keeps nothing
    // Sets `error` when the file can't be opened.
    Log(const std::string& file, const std::string& level, std::string& error);

    void started(const char* command, int arguments) const;
    // The name of the step is a text of the program itself.
    void step(const char* name, std::int64_t microseconds) const;
    void count(const char* name, std::size_t number) const;
    void finished(int status) const;
    void fault(const char* kind) const;

  private:
    std::shared_ptr<spdlog::logger> logger_;
};

}  // namespace wegwijzer::cli
