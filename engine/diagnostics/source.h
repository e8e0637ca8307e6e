// Source texts and places in them. A place is a byte range; lines and columns are counted only when shown.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/id.h"

namespace wegwijzer {

using SourceId = Id<struct SourceTag>;

// A half-open byte range [begin, end) in one source text. A span with `source` none has no place.
struct Span {
    SourceId source;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] bool has_place() const { return !source.is_none(); }
    friend auto operator<=>(const Span&, const Span&) = default;
};

// 1-based; columns count characters (code points), not bytes, and a byte-order mark is none.
struct LineColumn {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

// Holds the texts of one compilation. Texts never move: string_views into them stay valid as long as the map lives.
class SourceMap {
  public:
    // Precondition: text.size() < 2^32 - 1. `name` is what is shown in messages (as given on the command line); `text` is taken whole, byte-order mark included.
    SourceId add(std::string name, std::string text);

    [[nodiscard]] std::size_t size() const { return sources_.size(); }
    [[nodiscard]] const std::string& name(SourceId id) const;
    [[nodiscard]] std::string_view text(SourceId id) const;
    [[nodiscard]] std::string_view text(const Span& span) const;
    [[nodiscard]] LineColumn line_column(SourceId id, std::uint32_t offset) const;
    // The text of 1-based `line` without its line end and without byte-order mark; empty past the end.
    [[nodiscard]] std::string_view line_text(SourceId id, std::uint32_t line) const;

  private:
    struct Source;
    // unique_ptr-like stability is kept by storing sources in a vector of owning pointers (see source.cpp).
    std::vector<std::shared_ptr<const Source>> sources_;
};

}  // namespace wegwijzer
