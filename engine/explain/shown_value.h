// Values as they are shown, each with the place in the tree of an explanation that it is the value of. A renderer puts them
// on a page; only what works out an explanation can make one, so that a value on a page always leads back to its node.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace wegwijzer::explain {

class ShownValue {
  public:
    ShownValue() = default;                                          // nothing to show
    [[nodiscard]] const std::string& text() const { return text_; }  // "48%"
    [[nodiscard]] const std::string& node() const { return node_; }  // "signals/lage_presentie/high/0/value"
    // In full, to be read out: "maandag 9 november 2026" for "ma 9 nov".
    [[nodiscard]] const std::string& spoken() const { return spoken_.empty() ? text_ : spoken_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    friend bool operator==(const ShownValue&, const ShownValue&) = default;

  private:
    friend class Node;
    ShownValue(std::string text, std::string node, std::string spoken)
        : text_(std::move(text)), node_(std::move(node)), spoken_(std::move(spoken)) {}

    std::string text_;
    std::string node_;
    std::string spoken_;  // empty: as the text
};

// A place in the tree of one student's explanation: names with `/` between them, the same in text, JSON and HTML. Stable
// as long as the rule and the student's events are what they were.
class Node {
  public:
    [[nodiscard]] Node operator/(std::string_view name) const {
        return Node(path_.empty() ? std::string(name) : path_ + "/" + std::string(name));
    }
    [[nodiscard]] Node operator/(std::size_t index) const { return *this / std::to_string(index); }
    [[nodiscard]] const std::string& path() const { return path_; }
    // An empty text is nothing to show.
    [[nodiscard]] ShownValue shows(std::string text, std::string spoken = {}) const {
        return text.empty() ? ShownValue() : ShownValue(std::move(text), path_, std::move(spoken));
    }
    // A value of a tree that as a whole stands at this place.
    [[nodiscard]] ShownValue holds(const ShownValue& value) const {
        return value.empty() ? value : ShownValue(value.text_, (*this / value.node_).path(), value.spoken_);
    }

  private:
    // Who works out what is shown. A renderer is never one of them.
    friend class CaseloadMaker;
    friend class ChangesInWords;
    friend class ConditionLines;
    friend class DecidingLines;
    friend class Explainer;
    friend class FindingsInWords;
    friend class PlanPages;
    friend class PlanTeller;
    friend class StudentPages;
    friend class WhatIfExplainer;
    friend class Redactor;
    explicit Node(std::string path = {}) : path_(std::move(path)) {}
    std::string path_;
};

// A sentence: words of ours or of an author, with values in it.
class Phrase {
  public:
    using Piece = std::variant<std::string, ShownValue>;

    Phrase() = default;
    explicit Phrase(std::string_view words) { add(words); }

    Phrase& add(std::string_view words);
    Phrase& add(const ShownValue& value);
    Phrase& add(const Phrase& other);
    [[nodiscard]] const std::vector<Piece>& pieces() const { return pieces_; }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool empty() const { return pieces_.empty(); }
    friend bool operator==(const Phrase&, const Phrase&) = default;

  private:
    std::vector<Piece> pieces_;  // none of them empty
};

}  // namespace wegwijzer::explain
