#include "engine/diagnostics/source.h"

#include <algorithm>

#include "engine/base/unicode.h"

namespace wegwijzer {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

struct SourceMap::Source {
    std::string name;
    std::string text;
    std::vector<std::size_t> line_starts;  // INVARIANT: ascending, not empty; the first is behind a byte-order mark

    Source(std::string its_name, std::string its_text) : name(std::move(its_name)), text(std::move(its_text)) {
        line_starts.push_back(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
        for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', end + 1)) {
            line_starts.push_back(end + 1);
        }
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
    const std::size_t end = std::min<std::size_t>(offset, source.text.size());
    for (std::size_t position = start; position < end;) {
        position += first_code_point(std::string_view(source.text).substr(position)).size;
        if (position <= end) ++result.column;
    }
    return result;
}

std::string_view SourceMap::line_text(SourceId id, std::uint32_t line) const {
    if (id.index() >= sources_.size()) return {};
    const Source& source = *sources_[id.index()];
    if (line < 1 || line > source.line_starts.size()) return {};
    const std::size_t start = source.line_starts[line - 1];
    const std::size_t end = std::min(source.text.find('\n', start), source.text.size());
    std::string_view text = std::string_view(source.text).substr(start, end - start);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

}  // namespace wegwijzer
