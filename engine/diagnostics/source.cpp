#include "engine/diagnostics/source.h"

#include <algorithm>

#include "engine/base/unicode.h"

namespace wegwijzer {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

struct SourceMap::Source {
    // A place between two characters of the text and the number of characters before it.
    struct Mark {
        std::size_t position = 0;
        std::size_t characters = 0;
    };
    // A column is counted from the nearest mark, so that a line of a megabyte with many findings takes no time.
    static constexpr std::size_t mark_distance = 512;

    std::string name;
    std::string text;
    std::vector<std::size_t> line_starts;  // INVARIANT: ascending, not empty; the first is behind a byte-order mark
    std::vector<Mark> marks;  // INVARIANT: marks[i] is the first place between characters at i * mark_distance or later

    Source(std::string its_name, std::string its_text) : name(std::move(its_name)), text(std::move(its_text)) {
        line_starts.push_back(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
        Mark here;
        for (std::string_view rest = text; !rest.empty();) {
            if (here.position >= marks.size() * mark_distance) marks.push_back(here);
            const bool is_ascii = static_cast<unsigned char>(rest.front()) < 0x80;
            const std::size_t size = is_ascii ? 1 : first_code_point(rest).size;
            here.position += size;
            ++here.characters;
            if (rest.front() == '\n') line_starts.push_back(here.position);
            rest.remove_prefix(size);
        }
        if (here.position >= marks.size() * mark_distance) marks.push_back(here);
    }

    // How many characters end at `position` or before it. Precondition: position <= text.size().
    [[nodiscard]] std::size_t characters_until(std::size_t position) const {
        std::size_t index = position / mark_distance;
        if (index >= marks.size() || marks[index].position > position) --index;
        Mark here = marks[index];
        while (here.position < position) {
            here.position += first_code_point(std::string_view(text).substr(here.position)).size;
            if (here.position <= position) ++here.characters;
        }
        return here.characters;
    }
};

SourceId SourceMap::add(std::string name, std::string text) {
    sources_.push_back(std::make_shared<const Source>(std::move(name), std::move(text)));
    return SourceId(sources_.size() - 1);
}

const std::string& SourceMap::name(SourceId id) const {
    static const std::string none;
    return id.index() < sources_.size() ? sources_[id.index()]->name : none;
}

std::string_view SourceMap::text(SourceId id) const {
    return id.index() < sources_.size() ? std::string_view(sources_[id.index()]->text) : std::string_view();
}

std::string_view SourceMap::text(const Span& span) const {
    const std::string_view whole = text(span.source);
    const std::size_t begin = std::min<std::size_t>(span.begin, whole.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, whole.size());
    return whole.substr(begin, end - begin);
}

LineColumn SourceMap::line_column(SourceId id, std::uint32_t offset) const {
    if (id.index() >= sources_.size()) return {};
    const Source& source = *sources_[id.index()];
    const auto& starts = source.line_starts;
    const auto next = std::upper_bound(starts.begin() + 1, starts.end(), std::size_t{offset});
    const std::size_t start = *(next - 1);
    LineColumn result;
    result.line = static_cast<std::uint32_t>(next - starts.begin());
    // An offset inside a character belongs to that character.
    const std::size_t position = std::clamp<std::size_t>(offset, start, std::max(start, source.text.size()));
    result.column += static_cast<std::uint32_t>(source.characters_until(position) - source.characters_until(start));
    return result;
}

std::string_view SourceMap::line_text(SourceId id, std::uint32_t line) const {
    if (id.index() >= sources_.size()) return {};
    const Source& source = *sources_[id.index()];
    if (line < 1 || line > source.line_starts.size()) return {};
    const std::size_t start = source.line_starts[line - 1];
    const bool is_last = line == source.line_starts.size();
    const std::size_t end = is_last ? source.text.size() : source.line_starts[line] - 1;
    std::string_view text = std::string_view(source.text).substr(start, end - start);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

}  // namespace wegwijzer
