// Where results go: standard output or the file of `--out`, piece by piece.
#pragma once

#include <cstdio>
#include <memory>
#include <string_view>

#include "cli/context.h"

namespace wegwijzer::cli {

class Output {
  public:
    // Nothing is opened before the first piece: a run that fails leaves an old file as it was.
    explicit Output(const Context& context) : context_(context) {}

    void write(std::string_view text);
    [[nodiscard]] bool is_file() const { return !context_.options.out_file.empty(); }
    // Call once, at the end: what became of it.
    [[nodiscard]] Status finish();

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    void fail(int error);

    const Context& context_;
    std::unique_ptr<std::FILE, Close> file_;
    FileProblems problems_;
};

}  // namespace wegwijzer::cli
