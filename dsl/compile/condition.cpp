#include "dsl/compile/condition.h"

#include <algorithm>
#include <utility>

#include "dsl/check/check_condition.h"
#include "dsl/parse/parse_condition.h"

namespace wegwijzer {

CompiledCondition compile_condition(const Compilation& packs, std::string name, std::string text) {
    CompiledCondition result;
    result.sources = packs.sources;
    result.source = result.sources.add(std::move(name), std::move(text));
    const Language language = packs.rules->packs.empty() ? Language::nl : packs.rules->packs.front().language;
    const LooseCondition read = parse_condition(result.sources, result.source, language, result.diagnostics);
    if (!read.root.is_none()) {
        CheckedCondition checked =
            check_condition(packs.packs, packs.files, result.sources, read.file, read.root, result.diagnostics);
        result.rules = std::move(checked.rules);
        result.condition = checked.condition;
    }
    result.diagnostics.sort(result.sources);
    return result;
}

}  // namespace wegwijzer
