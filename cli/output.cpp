#include "cli/output.h"

#include <cerrno>
#include <ostream>

namespace wegwijzer::cli {

void Output::fail(int error) { add_write_problem(context_.options.out_file, error, problems_); }

void Output::write(std::string_view text) {
    if (!is_file()) {
        context_.streams.out << text;
        return;
    }
    if (problems_.unreadable) return;
    if (!file_) file_.reset(std::fopen(context_.options.out_file.c_str(), "wb"));
    if (!file_ || std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) fail(errno);
}

Status Output::finish() {
    if (!is_file()) return context_.finish_output();
    if (!file_) write("");
    if (file_ && std::fclose(file_.release()) != 0 && !problems_.unreadable) fail(errno);
    return context_.report(problems_);
}

}  // namespace wegwijzer::cli
