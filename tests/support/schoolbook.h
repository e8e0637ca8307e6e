// Whole numbers of any size as strings of digits, calculated as at school: the independent reference for exact decimals.
// "0" and "12", never "" or "007". Signs are the caller's.
#pragma once

#include <string>
#include <string_view>

namespace wegwijzer::test {

[[nodiscard]] std::string school_trim(std::string digits);  // leading zeros away
// <0, 0 or >0.
[[nodiscard]] int school_compare(const std::string& left, const std::string& right);
[[nodiscard]] std::string school_add(const std::string& left, const std::string& right);
// Precondition: left >= right.
[[nodiscard]] std::string school_subtract(const std::string& left, const std::string& right);
[[nodiscard]] std::string school_multiply(const std::string& left, const std::string& right);
struct SchoolDivision {
    std::string quotient;
    std::string remainder;
};
// Precondition: right is not "0".
[[nodiscard]] SchoolDivision school_divide(const std::string& left, const std::string& right);
// left / right rounded half to even.
[[nodiscard]] std::string school_divide_half_even(const std::string& left, const std::string& right);

}  // namespace wegwijzer::test
