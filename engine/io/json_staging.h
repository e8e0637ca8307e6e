// One student's object as it is read: nothing of it can go into the cohort before its key is known, which may come last.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/json/sax.h"
#include "engine/records/schema.h"

namespace wegwijzer::io {

struct Staged {
    enum class Kind : std::uint8_t { null, boolean, number, text, nested, event, problem };
    Kind kind = Kind::null;
    bool boolean = false;
    bool is_repeat = false;      // the same field came before in this object
    bool is_repeated = false;    // ... or comes again
    std::uint32_t field = 0;     // index into the student's fields or the series' fields
    SeriesId series;             // none: of the student
    std::size_t at = 0;          // offset in the file
    std::size_t text_begin = 0;  // into StagedStudent::texts
    std::size_t text_size = 0;
};

struct StagedStudent {
    std::size_t at = 0;
    bool is_object = true;
    std::vector<Staged> items;  // in the order of the text
    std::string texts;
    std::vector<bool> supplied;  // per series
    std::vector<std::size_t> events;

    [[nodiscard]] std::string_view text_of(const Staged& item) const {
        return std::string_view(texts).substr(item.text_begin, item.text_size);
    }
};

// What a key of an object stands for. Remembers every key once.
class KeyNames {
  public:
    struct Target {
        std::vector<std::uint32_t> fields;
        SeriesId series;
        bool is_student_key = false;  // in an event: nothing new
    };
    KeyNames(const Schema& schema, SeriesId series);
    [[nodiscard]] const Target& resolve(std::string_view key);

    // In order of first occurrence.
    [[nodiscard]] const std::vector<std::string>& unknown() const { return unknown_; }
    [[nodiscard]] const std::vector<std::pair<std::string, std::uint32_t>>& other_case() const { return other_case_; }
    [[nodiscard]] const std::vector<bool>& seen_fields() const { return seen_; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    Target look_up(std::string_view key);

    const Schema& schema_;
    SeriesId series_;
    std::vector<std::string_view> english_;
    std::unordered_map<std::string, Target, Hash, std::equal_to<>> targets_;
    std::vector<std::string> unknown_;
    std::vector<std::pair<std::string, std::uint32_t>> other_case_;
    std::vector<bool> seen_;
};

// Turns the events of one JSON value into staged students.
class StudentStaging : public json::Events {
  public:
    // `allow_list`: the value may be an array of students. `base`: offset of the value in the file.
    StudentStaging(const Schema& schema, std::function<void(const StagedStudent&)> sink);
    void start(std::size_t base, bool allow_list);
    // Was the value something else than students?
    [[nodiscard]] bool is_something_else() const { return is_something_else_; }
    [[nodiscard]] const KeyNames& student_names() const { return names_; }
    [[nodiscard]] const KeyNames& series_names(SeriesId series) const { return series_names_[series.index()]; }
    // Series that some object held under two names or twice.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& doubled() const { return doubled_; }

    void on_null(std::size_t at) override;
    void on_boolean(std::size_t at, bool value) override;
    void on_number(std::size_t at, std::string_view written) override;
    void on_text(std::size_t at, std::string_view value) override;
    void on_key(std::size_t at, std::string_view key) override;
    void begin_object(std::size_t at) override;
    void end_object(std::size_t at) override;
    void begin_array(std::size_t at) override;
    void end_array(std::size_t at) override;

  private:
    enum class Place : std::uint8_t { outside, list, student, series, event };

    void scalar(Staged item, std::string_view text);
    void nested(std::size_t at, std::string_view shown_as);
    void field_value(Staged item, std::string_view text);
    void problem(std::size_t at, SeriesId series);
    void begin_student(std::size_t at);
    void finish_student();

    const Schema& schema_;
    std::function<void(const StagedStudent&)> sink_;
    KeyNames names_;
    std::vector<KeyNames> series_names_;
    std::size_t base_ = 0;
    bool allow_list_ = false;
    bool is_something_else_ = false;
    Place place_ = Place::outside;
    bool in_list_ = false;
    std::size_t skipped_levels_ = 0;
    const KeyNames::Target* target_ = nullptr;
    SeriesId series_;  // the one being read
    std::string series_key_;
    std::vector<std::string> series_keys_;  // per series, the key it came under in this object
    StagedStudent student_;
    std::uint64_t object_ = 0;                                 // counts objects, so that fields seen need no clearing
    std::vector<std::pair<std::uint64_t, std::size_t>> seen_;  // per student field: object, item
    std::vector<std::vector<std::pair<std::uint64_t, std::size_t>>> series_seen_;
    std::uint64_t student_object_ = 0;
    std::vector<std::pair<std::string, std::string>> doubled_;
    std::vector<bool> is_doubled_;
};

}  // namespace wegwijzer::io
