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
    [[nodiscard]] bool empty() const { return text_.empty(); }

  private:
    friend class Node;
    ShownValue(std::string text, std::string node) : text_(std::move(text)), node_(std::move(node)) {}

    std::string text_;
    std::string node_;
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
    [[nodiscard]] ShownValue shows(std::string text) const {
        return text.empty() ? ShownValue() : ShownValue(std::move(text), path_);
    }

  private:
    // Who works out what is shown. A renderer is never one of them.
    friend class ChangesInWords;
    friend class ConditionLines;
    friend class DecidingLines;
    friend class Explainer;
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

  private:
    std::vector<Piece> pieces_;  // none of them empty
};

}  // namespace wegwijzer::explain
