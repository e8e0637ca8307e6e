#include "tests/support/schoolbook.h"

#include <algorithm>

namespace wegwijzer::test {

namespace {

// The digit that stands for 10^place, 0 where there is none.
int digit(const std::string& digits, std::size_t place) {
    return place < digits.size() ? digits[digits.size() - 1 - place] - '0' : 0;
}

std::string written(std::string backwards) {
    std::reverse(backwards.begin(), backwards.end());
    return school_trim(std::move(backwards));
}

char as_digit(int value) { return static_cast<char>('0' + value); }

}  // namespace

std::string school_trim(std::string digits) {
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    return digits.empty() ? "0" : digits;
}

int school_compare(const std::string& left, const std::string& right) {
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    return left.compare(right);
}

std::string school_add(const std::string& left, const std::string& right) {
    std::string result;
    int carried = 0;
    for (std::size_t place = 0; place < std::max(left.size(), right.size()) + 1; ++place) {
        const int sum = digit(left, place) + digit(right, place) + carried;
        result.push_back(as_digit(sum % 10));
        carried = sum / 10;
    }
    return written(result);
}

std::string school_subtract(const std::string& left, const std::string& right) {
    std::string result;
    int borrowed = 0;
    for (std::size_t place = 0; place < left.size(); ++place) {
        int rest = digit(left, place) - digit(right, place) - borrowed;
        borrowed = rest < 0 ? 1 : 0;
        if (rest < 0) rest += 10;
        result.push_back(as_digit(rest));
    }
    return written(result);
}

std::string school_multiply(const std::string& left, const std::string& right) {
    std::string sum = "0";
    for (std::size_t place = 0; place < right.size(); ++place) {
        std::string row(place, '0');
        int carried = 0;
        for (std::size_t each = 0; each < left.size() + 1; ++each) {
            const int product = digit(left, each) * digit(right, place) + carried;
            row.push_back(as_digit(product % 10));
            carried = product / 10;
        }
        sum = school_add(sum, written(row));
    }
    return sum;
}

SchoolDivision school_divide(const std::string& left, const std::string& right) {
    SchoolDivision result{"", "0"};
    for (const char next : left) {
        result.remainder = school_trim(result.remainder + next);
        int times = 0;
        for (; school_compare(result.remainder, right) >= 0; ++times) {
            result.remainder = school_subtract(result.remainder, right);
        }
        result.quotient.push_back(as_digit(times));
    }
    result.quotient = school_trim(result.quotient);
    return result;
}

std::string school_divide_half_even(const std::string& left, const std::string& right) {
    const SchoolDivision division = school_divide(left, right);
    const int half = school_compare(school_add(division.remainder, division.remainder), right);
    const bool is_odd = (division.quotient.back() - '0') % 2 != 0;
    return half > 0 || (half == 0 && is_odd) ? school_add(division.quotient, "1") : division.quotient;
}

}  // namespace wegwijzer::test
