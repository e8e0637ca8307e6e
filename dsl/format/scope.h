// What the packs in use say about names, as far as writing an expression in other words needs it: which names are built in and
// which are the author's own, and which values a name may have.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "dsl/ast/ast.h"
#include "dsl/format/built_in_names.h"

namespace wegwijzer {

// Which names a value is compared with.
enum class ValueWords : std::uint8_t {
    none,      // no names of its own: a name beside it is that of a field, parameter or begrip
    own,       // the author's: choices and identifiers
    levels,    // laag, midden, hoog
    statuses,  // of the follow-up and of consent
};

class Scope {
  public:
    Scope() = default;  // nothing but what is built in
    // The file must outlive the scope.
    void add(const ast::File& file);

    [[nodiscard]] std::optional<BuiltInSeries> find_series(const ast::Selection& selection, Language language) const;
    [[nodiscard]] std::optional<BuiltInSeries> find_series(std::string_view name, Language language) const;
    // Of an expression in `file`; inside a filter over `series`.
    [[nodiscard]] ValueWords words_of(const ast::File& file, ast::ExprId id, std::optional<BuiltInSeries> series) const;
    [[nodiscard]] ValueWords words_of_concept(std::string_view name) const { return words_of_name(name, 0); }
    // Of a field of a declared series, by its singular or plural; nullptr when there is none.
    [[nodiscard]] const ast::Type* find_field(std::string_view series, std::string_view field) const;

  private:
    struct Definition {
        const ast::File* file = nullptr;
        ast::ExprId value;
    };
    [[nodiscard]] ValueWords words_of(const ast::File& file, ast::ExprId id, std::optional<BuiltInSeries> series,
                                      int depth) const;
    [[nodiscard]] ValueWords words_of_name(std::string_view name, int depth) const;

    std::unordered_map<std::string, Definition> concepts_;
    std::unordered_map<std::string, std::unordered_map<std::string, const ast::Type*>> series_;
};

}  // namespace wegwijzer
