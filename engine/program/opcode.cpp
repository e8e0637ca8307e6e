#include <array>

#include "engine/program/program.h"

namespace wegwijzer::program {

namespace {

constexpr std::array infos = {
#define OPCODE(name, result, operands, sentence) OpcodeInfo{#name, #result, operands, sentence},
#include "engine/program/opcodes.def"
#undef OPCODE
};

}  // namespace

const OpcodeInfo& info(Opcode opcode) { return infos[static_cast<std::size_t>(opcode)]; }

std::size_t opcode_count() { return infos.size(); }

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::tri: return "tri";
        case Kind::number: return "number";
        case Kind::ratio: return "ratio";
        case Kind::range: return "range";
        case Kind::severities: return "severities";
        case Kind::date: return "date";
        case Kind::choice: return "choice";
        case Kind::text: return "text";
        case Kind::length: return "length";
        case Kind::interval: return "interval";
        case Kind::window: return "window";
        case Kind::signal: return "signal";
    }
    return "";
}

}  // namespace wegwijzer::program
