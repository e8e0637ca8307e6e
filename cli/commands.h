// One function per command, each in a file of its own.
#pragma once

#include "cli/context.h"

namespace wegwijzer::cli {

[[nodiscard]] Status run_check(const Context& context);
[[nodiscard]] Status run_test(const Context& context);
[[nodiscard]] Status run_evaluate(const Context& context);
[[nodiscard]] Status run_explain(const Context& context);
[[nodiscard]] Status run_report(const Context& context);
[[nodiscard]] Status run_agenda(const Context& context);
[[nodiscard]] Status run_show(const Context& context);
[[nodiscard]] Status run_fmt(const Context& context);
[[nodiscard]] Status run_translate(const Context& context);
[[nodiscard]] Status run_new(const Context& context);
[[nodiscard]] Status run_diff(const Context& context);
[[nodiscard]] Status run_fields(const Context& context);
[[nodiscard]] Status run_lsp(const Context& context);
[[nodiscard]] Status run_record(const Context& context);
[[nodiscard]] Status run_log(const Context& context);
[[nodiscard]] Status run_purge(const Context& context);
[[nodiscard]] Status run_student_export(const Context& context);
[[nodiscard]] Status run_forget(const Context& context);
[[nodiscard]] Status run_plan(const Context& context);

}  // namespace wegwijzer::cli
