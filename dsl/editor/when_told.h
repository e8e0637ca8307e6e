// From when on an error in what is being typed is one, whatever key comes next. Internal to dsl/editor.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/diagnostics/catalogue.h"

namespace wegwijzer::editor {

enum class WhenTold : std::uint8_t {
    // Something that stands anywhere in the packs is missing: whoever writes them from top to bottom comes to it later.
    after_the_pause,
    with_next_declaration,  // a clause of the declaration is missing, wherever this is said
    behind_the_mark,        // a mark, number or date that is wrong by itself, whatever stands around it
    behind_the_word,        // a name or word that nothing behind it makes right; what stands before it might
    on_a_line_behind,       // anything else: once a line goes on behind it
};

// None: no error of a text that is being typed, but of data, of a run, or of a command that writes files.
[[nodiscard]] std::optional<WhenTold> when_told(Code code);

}  // namespace wegwijzer::editor
