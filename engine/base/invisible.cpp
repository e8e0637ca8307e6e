#include "engine/base/invisible.h"

#include <utf8proc.h>

#include "engine/base/unicode.h"

namespace wegwijzer {

bool holds_invisible(std::string_view utf8, bool may_join) {
    while (!utf8.empty()) {
        const CodePoint character = first_code_point(utf8);
        utf8.remove_prefix(character.size);
        if (may_join && (character.value == 0x200C || character.value == 0x200D)) continue;
        if (utf8proc_category(static_cast<utf8proc_int32_t>(character.value)) == UTF8PROC_CATEGORY_CF) return true;
    }
    return false;
}

}  // namespace wegwijzer
