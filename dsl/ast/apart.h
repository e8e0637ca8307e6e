// A value that may be there, kept apart: what has it stays small, and is copied as a value is. For a part that is large and that
// most nodes don't have: every expression of a pack takes as much memory as the largest kind.
#pragma once

#include <memory>
#include <utility>

namespace wegwijzer::ast {

template <class T>
class Apart {
  public:
    Apart() = default;
    Apart(T value)  // NOLINT(google-explicit-constructor): as optional
        : value_(std::make_unique<T>(std::move(value))) {}
    Apart(const Apart& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
    Apart(Apart&&) noexcept = default;
    Apart& operator=(Apart other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }
    ~Apart() = default;

    explicit operator bool() const { return value_ != nullptr; }
    [[nodiscard]] T& operator*() { return *value_; }
    [[nodiscard]] const T& operator*() const { return *value_; }
    [[nodiscard]] T* operator->() { return value_.get(); }
    [[nodiscard]] const T* operator->() const { return value_.get(); }
    void reset() { value_.reset(); }

  private:
    std::unique_ptr<T> value_;
};

}  // namespace wegwijzer::ast
