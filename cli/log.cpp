#include "cli/log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

namespace wegwijzer::cli {

Log::Log(const std::string& file, const std::string& level, std::string& error) {
    try {
        auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
        logger_ = std::make_shared<spdlog::logger>("wegwijzer", std::move(sink));
        logger_->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
        logger_->set_level(spdlog::level::from_str(level));
        logger_->flush_on(spdlog::level::info);
    } catch (const spdlog::spdlog_ex& problem) {
        logger_ = nullptr;
        error = problem.what();
    }
}

void Log::started(const char* command, int arguments) const {
    if (logger_) logger_->info("wegwijzer {} {} with {} arguments", WEGWIJZER_VERSION, command, arguments);
}
void Log::step(const char* name, std::int64_t microseconds) const {
    if (logger_) logger_->info("{}: {}.{:03} ms", name, microseconds / 1000, microseconds % 1000);
}
void Log::count(const char* name, std::size_t number) const {
    if (logger_) logger_->info("{}: {}", name, number);
}
void Log::finished(int status) const {
    if (!logger_) return;
    logger_->info("finished with status {}", status);
    logger_->flush();
}
void Log::fault(const char* kind) const {
    if (!logger_) return;
    logger_->error("fault: {}", kind);
    logger_->flush();
}

}  // namespace wegwijzer::cli
