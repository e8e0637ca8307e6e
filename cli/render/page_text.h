// Values and sentences of an explanation as text of a page.
#pragma once

#include <string>

#include "engine/base/language.h"
#include "engine/explain/shown_value.h"

namespace wegwijzer::cli {

// Around a value where a page is to show where each comes from: node_begin NODE node_end TEXT value_end. Of the private
// use area, so that no text has them.
inline constexpr const char* node_begin = "\uE000";
inline constexpr const char* node_end = "\uE001";
inline constexpr const char* value_end = "\uE002";

// Around the words of an author, where a page is to tell their language.
inline constexpr const char* author_begin = "\uE003";
inline constexpr const char* author_end = "\uE004";

// `text` with its node around it, where that is asked for and there is something to show.
[[nodiscard]] std::string marked(const std::string& node, const std::string& text, bool marks_nodes);

class PageText {
  public:
    PageText(Language language, bool marks_nodes) : language_(language), marks_nodes_(marks_nodes) {}

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] std::string say(const char* nl, const char* en) const { return language_ == Language::nl ? nl : en; }
    [[nodiscard]] std::string of(const explain::ShownValue& value) const;
    [[nodiscard]] std::string of(const explain::Phrase& phrase) const;

  private:
    Language language_;
    bool marks_nodes_;
};

}  // namespace wegwijzer::cli
