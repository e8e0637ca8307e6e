#include "engine/diagnostics/catalogue.h"

#include <algorithm>

namespace wegwijzer {

namespace {

const CatalogueEntry entries[] = {
#define FINDING(code, kind, nl, en, why_nl, why_en, do_nl, do_en) \
    {#code, FindingKind::kind, nl, en, why_nl, why_en, do_nl, do_en},
#include "engine/diagnostics/catalogue/all.def"
#undef FINDING
};

}  // namespace

const CatalogueEntry& entry(Code code) { return entries[static_cast<std::size_t>(code)]; }

const std::vector<Code>& all_codes() {
    static const std::vector<Code> codes = {
#define FINDING(code, kind, nl, en, why_nl, why_en, do_nl, do_en) Code::code,
#include "engine/diagnostics/catalogue/all.def"
#undef FINDING
    };
    return codes;
}

std::optional<Code> find_code(std::string_view text) {
    const auto& codes = all_codes();
    const auto found = std::find_if(codes.begin(), codes.end(), [&](Code code) { return entry(code).code == text; });
    return found == codes.end() ? std::nullopt : std::optional(*found);
}

}  // namespace wegwijzer
