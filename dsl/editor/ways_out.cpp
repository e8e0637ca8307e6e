#include "dsl/editor/ways_out.h"

#include <algorithm>
#include <array>

#include "dsl/editor/ways_out/ways.h"

namespace wegwijzer::editor {

namespace {

struct Way {
    Code code;
    void (*find)(Ways& ways);
};
constexpr std::array all_ways{
#define WAY(code, function) Way{Code::code, function},
#include "dsl/editor/ways_out/ways.def"
#undef WAY
};

}  // namespace

std::vector<WayOut> ways_out(const Compilation& compilation, const Diagnostic& finding, Language language,
                             const PacksBeside& packs_beside) {
    const Spot spot(compilation, finding, language);
    if (!spot.has_file()) return {};
    Ways ways(spot, packs_beside);
    write_in_place(ways);
    bool is_listed = false;
    for (const Way& way : all_ways) {
        if (way.code != finding.code) continue;
        is_listed = true;
        way.find(ways);
    }
    if (!is_listed && entry(finding.code).kind == FindingKind::error) write_each_proposal(ways);
    add_the_line(ways);
    add_the_witness(ways);
    allow_it(ways);
    return ways.take();
}

}  // namespace wegwijzer::editor
