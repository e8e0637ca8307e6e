// Any bytes as a rule pack, from text to rule set: no crash and no hang, findings with places, a rule set exactly when
// there is no error. A pack of several files is one input with lines `%%` between.
#include "dsl/compile/compile.h"

#include "tests/support/fuzz_check.h"

namespace {

wegwijzer::PackText pack_of(std::string_view text) {
    wegwijzer::PackText pack{"proef", {}};
    for (;;) {
        const std::size_t end = std::min(text.find("\n%%\n"), text.size());
        pack.files.push_back(
            {"proef/" + std::to_string(pack.files.size()) + ".regels", std::string(text.substr(0, end))});
        if (end == text.size()) return pack;
        text.remove_prefix(end + 4);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using wegwijzer::test::fuzz_require;
    const wegwijzer::PackText pack = pack_of(wegwijzer::test::fuzz_text(data, size));
    const wegwijzer::Compilation compiled = wegwijzer::compile({pack});
    fuzz_require((compiled.rules != nullptr) == !compiled.diagnostics.has_errors(), "rules exactly without errors");
    wegwijzer::test::fuzz_check_findings(compiled.diagnostics, compiled.sources);
    return 0;
}
