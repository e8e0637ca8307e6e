#include "cli/commands.h"
#include "cli/output.h"
#include "cli/render/fields.h"
#include "cli/session.h"
#include "dsl/fields/fields_json.h"
#include "dsl/fields/inventory.h"

namespace wegwijzer::cli {
namespace {

std::string written(const Context& context, const fields::Inventory& inventory, bool is_file) {
    if (context.options.format == OutputFormat::csv) return fields_as_csv(inventory, context.language());
    if (context.options.format == OutputFormat::json) {
        json::Writer writer(json::Writer::Layout::indented);
        write_json(writer, inventory);
        return writer.text() + "\n";
    }
    FieldsFrame frame;
    frame.language = context.language();
    frame.width = context.environment.width;
    frame.plain = context.options.plain;
    frame.colour = context.colour_out() && !is_file;
    return render_fields(inventory, frame);
}

// Who asks for data says whose rules these are, what for and on what ground.
Diagnostics unsaid_in_heads(const Diagnostics& checked) {
    Diagnostics found;
    for (const Diagnostic& diagnostic : checked.all()) {
        if (diagnostic.code == Code::W001) found.add(diagnostic);
    }
    return found;
}

}  // namespace

Status run_fields(const Context& context) {
    Status status = Status::fine;
    if (refuse_collections(context, context.options.packs, status)) return status;
    const std::optional<Compilation> compilation = compile_packs(context, context.options.packs, status);
    if (!compilation) return status;
    if (compilation->rules == nullptr) {
        context.report(compilation->diagnostics, compilation->sources);
        return Status::findings;
    }
    Output output(context);
    output.write(written(context, fields::list_fields(*compilation), output.is_file()));
    status = output.finish();
    context.report(unsaid_in_heads(compilation->diagnostics), compilation->sources);
    return status;
}

}  // namespace wegwijzer::cli
