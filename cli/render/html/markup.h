// Writes HTML: tags by the program, text escaped. What is opened is closed.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wegwijzer::cli::html {

// Left out where the value is empty.
using Attribute = std::pair<std::string_view, std::string_view>;
using Attributes = std::initializer_list<Attribute>;

class Markup {
  public:
    Markup& open(std::string_view tag, Attributes attributes = {});
    Markup& close();
    Markup& text(std::string_view text);
    // A tag with nothing but text in it.
    Markup& element(std::string_view tag, std::string_view text, Attributes attributes = {});
    // A tag that is never closed: meta, input.
    Markup& lone(std::string_view tag, Attributes attributes = {});
    // A style sheet or a script of our own, as it is.
    Markup& embed(std::string_view tag, std::string_view contents);

    // INVARIANT: everything is closed.
    [[nodiscard]] std::string take();

  private:
    void begin_tag(std::string_view tag, Attributes attributes);

    struct Open {
        std::string_view tag;
        bool has_blocks = false;
    };
    std::string out_;
    std::vector<Open> open_;
};

}  // namespace wegwijzer::cli::html
