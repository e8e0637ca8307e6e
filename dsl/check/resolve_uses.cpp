#include <algorithm>
#include <string>
#include <vector>

#include "dsl/check/circles.h"
#include "dsl/check/passes.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::checking {

namespace {

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "`" : ", `") + name + "`";
    return list;
}

// Packs that `gebruik` in this pack may name: those in use, and those that stand beside it.
std::vector<std::string> candidates_for(const Context& context, const Declared<ast::Use>& declared) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (const Declared<ast::Pack>& pack : context.declared.packs)
        if (pack.pack != declared.pack) add(pack->name.text);
    for (const std::string& name : context.pack_list[declared.pack].beside) add(name);
    return names;
}

void report_unknown_pack(Context& context, const Declared<ast::Use>& declared) {
    Diagnostic diagnostic;
    diagnostic.code = Code::F185;
    diagnostic.span = declared->pack.span;
    const std::string& written = declared->pack.text;
    const std::vector<std::string> names = candidates_for(context, declared);
    diagnostic.arguments = {written, context.pack_list[declared.pack].name, written};
    if (const auto meant = did_you_mean(written, names)) {
        diagnostic.arguments[2] = *meant;
        diagnostic.fix = *meant;
    } else if (!names.empty()) {
        diagnostic.way_out = {"kies uit " + listed(names) + ", of geef de map van `" + written + "` mee op",
                              "choose from " + listed(names) + ", or name the folder of `" + written + "` as well"};
    } else {
        diagnostic.way_out = {"zet de map `" + written + "` ernaast, of geef haar mee op",
                              "put the folder `" + written + "` beside it, or name it as well"};
    }
    context.report(std::move(diagnostic));
}

}  // namespace

void resolve_uses(Context& context) {
    std::vector<std::vector<std::size_t>> used(context.pack_list.size());
    for (const Declared<ast::Use>& declared : context.declared.uses) {
        if (declared->pack.text.empty()) continue;
        if (const Symbol* symbol = context.symbols.packs.find(declared->pack.text)) {
            used[declared.pack].push_back(context.declared.packs[symbol->index].pack);
        } else {
            report_unknown_pack(context, declared);
            context.has_unknown_pack = true;
        }
    }
    const auto name_of = [&](std::size_t pack) {
        for (const Declared<ast::Pack>& each : context.declared.packs)
            if (each.pack == pack) return each->name.text;
        return context.pack_list[pack].name;
    };
    for (const Circle& circle :
         find_circles(used.size(), [&](std::size_t pack) -> const std::vector<std::size_t>& { return used[pack]; })) {
        // The line in the last of them that closes the circle.
        for (const Declared<ast::Use>& declared : context.declared.uses) {
            if (declared.pack != circle.back() || declared->pack.text != name_of(circle.front())) continue;
            context.report(Code::F186, declared->pack.span, {describe_circle(circle, name_of)});
            break;
        }
    }
}

}  // namespace wegwijzer::checking
