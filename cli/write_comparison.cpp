#include "cli/write_comparison.h"

#include "cli/render/comparison.h"
#include "engine/compare/compare_json.h"

namespace wegwijzer::cli {
namespace {

ComparisonFrame comparison_frame(const Context& context, const Output& output) {
    ComparisonFrame frame;
    frame.language = context.language();
    frame.width = context.environment.width;
    frame.colour = context.colour_out() && !output.is_file();
    frame.blocks = context.environment.out_is_terminal && !output.is_file();
    return frame;
}

template <class Result>
void write_json_or_csv(const Context& context, Output& output, const explain::Visible<Result>& result) {
    if (context.options.format == OutputFormat::json) {
        output.write(json::written_indented([&](json::Writer& writer) { write_json(writer, result); }));
    } else {
        // A spreadsheet takes a file for UTF-8 by this mark.
        if (output.is_file()) output.write("\xEF\xBB\xBF");
        output.write(csv_of(result, context.language()));
    }
}

}  // namespace

void write_comparison(const Context& context, Output& output,
                      const explain::Visible<comparison::Comparison>& comparison) {
    if (context.options.format == OutputFormat::table) {
        output.write(render_comparison(comparison, comparison_frame(context, output)));
    } else {
        write_json_or_csv(context, output, comparison);
    }
}

void write_sweep(const Context& context, Output& output, const explain::Visible<comparison::Sweep>& sweep) {
    if (context.options.format == OutputFormat::table) {
        output.write(render_sweep(sweep, comparison_frame(context, output)));
    } else if (context.options.format == OutputFormat::svg) {
        output.write(svg_of(sweep, context.language()));
    } else {
        write_json_or_csv(context, output, sweep);
    }
}

}  // namespace wegwijzer::cli
