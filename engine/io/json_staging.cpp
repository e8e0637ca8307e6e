#include "engine/io/json_staging.h"

#include <algorithm>

#include "engine/base/unicode.h"
#include "engine/io/field_names.h"

namespace wegwijzer::io {

KeyNames::KeyNames(const Schema& schema, SeriesId series)
    : schema_(schema),
      series_(series),
      english_(other_field_words(schema, series)),
      seen_(series ? schema.series_of(series).fields.size() : schema.student_fields.size(), false) {}

KeyNames::Target KeyNames::look_up(std::string_view key) {
    Target target;
    const std::vector<Field>& fields = series_ ? schema_.series_of(series_).fields : schema_.student_fields;
    Fit best = Fit::none;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const Fit fit = fit_of(key, fields[i], i < english_.size() ? english_[i] : std::string_view{});
        if (fit == Fit::none || fit > best) continue;
        if (fit < best) target.fields.clear();
        best = fit;
        target.fields.push_back(static_cast<std::uint32_t>(i));
    }
    const Field& student_key = schema_.field(schema_.key);
    if (best >= Fit::other_case && series_ && fit_of(key, student_key, {}) != Fit::none) {
        target = {};
        target.is_student_key = true;
        return target;
    }
    if (best >= Fit::other_case && !series_) {
        target.series = find_series_written(schema_, key);
        if (target.series) {
            target.fields.clear();
            return target;
        }
    }
    if (best == Fit::other_case) {
        for (const std::uint32_t field : target.fields) other_case_.emplace_back(key, field);
    }
    for (const std::uint32_t field : target.fields) seen_[field] = true;
    if (target.fields.empty()) unknown_.emplace_back(key);
    return target;
}

const KeyNames::Target& KeyNames::resolve(std::string_view key) {
    const auto found = targets_.find(key);
    if (found != targets_.end()) return found->second;
    return targets_.emplace(std::string(key), look_up(to_nfc_trimmed(key))).first->second;
}

StudentStaging::StudentStaging(const Schema& schema, std::function<void(const StagedStudent&)> sink)
    : schema_(schema),
      sink_(std::move(sink)),
      names_(schema, {}),
      series_keys_(schema.series.size()),
      seen_(schema.student_fields.size()),
      is_doubled_(schema.series.size(), false) {
    for (std::size_t i = 0; i < schema.series.size(); ++i) {
        series_names_.emplace_back(schema, SeriesId(i));
        series_seen_.emplace_back(schema.series[i].fields.size());
    }
}

void StudentStaging::start(std::size_t base, bool allow_list) {
    base_ = base;
    allow_list_ = allow_list;
    is_something_else_ = false;
    in_list_ = false;
    place_ = Place::outside;
    skipped_levels_ = 0;
}

void StudentStaging::begin_student(std::size_t at) {
    student_.at = base_ + at;
    student_.is_object = true;
    student_.items.clear();
    student_.texts.clear();
    student_.supplied.assign(schema_.series.size(), false);
    student_.events.assign(schema_.series.size(), 0);
    student_object_ = ++object_;
    for (std::string& key : series_keys_) key.clear();
    place_ = Place::student;
}

void StudentStaging::finish_student() {
    place_ = in_list_ ? Place::list : Place::outside;
    sink_(student_);
}

void StudentStaging::problem(std::size_t at, SeriesId series) {
    Staged item;
    item.kind = Staged::Kind::problem;
    item.series = series;
    item.at = base_ + at;
    student_.items.push_back(item);
}

// A value of a field that is known: each field once per object.
void StudentStaging::field_value(Staged item, std::string_view text) {
    item.at += base_;
    item.series = place_ == Place::event ? series_ : SeriesId{};
    item.text_begin = student_.texts.size();
    item.text_size = text.size();
    student_.texts += text;
    const std::uint64_t object = place_ == Place::event ? object_ : student_object_;
    for (const std::uint32_t field : target_->fields) {
        auto& [seen_in, seen_item] = item.series ? series_seen_[series_.index()][field] : seen_[field];
        item.is_repeat = seen_in == object;
        if (item.is_repeat) student_.items[seen_item].is_repeated = true;
        seen_in = object;
        seen_item = student_.items.size();
        item.field = field;
        student_.items.push_back(item);
    }
}

void StudentStaging::scalar(Staged item, std::string_view text) {
    if (skipped_levels_ > 0) return;
    switch (place_) {
        case Place::outside: is_something_else_ = true; return;
        case Place::list:
            begin_student(item.at);
            student_.is_object = false;
            finish_student();
            return;
        case Place::series: problem(item.at, series_); return;
        case Place::student:
            if (target_->series) {
                if (item.kind != Staged::Kind::null) problem(item.at, target_->series);
                return;
            }
            break;
        case Place::event: break;
    }
    field_value(item, text);
}

// An array or object where a value or nothing of ours should be: its insides are passed over.
void StudentStaging::nested(std::size_t at, std::string_view shown_as) {
    Staged item;
    item.kind = Staged::Kind::nested;
    item.at = at;
    scalar(item, shown_as);
    skipped_levels_ = 1;
}

void StudentStaging::on_null(std::size_t at) {
    Staged item;
    item.at = at;
    scalar(item, "null");
}

void StudentStaging::on_boolean(std::size_t at, bool value) {
    Staged item;
    item.kind = Staged::Kind::boolean;
    item.boolean = value;
    item.at = at;
    scalar(item, value ? "true" : "false");
}

void StudentStaging::on_number(std::size_t at, std::string_view written) {
    Staged item;
    item.kind = Staged::Kind::number;
    item.at = at;
    scalar(item, written);
}

void StudentStaging::on_text(std::size_t at, std::string_view value) {
    Staged item;
    item.kind = Staged::Kind::text;
    item.at = at;
    scalar(item, value);
}

void StudentStaging::on_key(std::size_t, std::string_view key) {
    if (skipped_levels_ > 0) return;
    if (place_ == Place::student) {
        target_ = &names_.resolve(key);
        if (target_->series) series_key_ = key;
    } else {
        target_ = &series_names_[series_.index()].resolve(key);
    }
}

void StudentStaging::begin_object(std::size_t at) {
    if (skipped_levels_ > 0) {
        ++skipped_levels_;
    } else if (place_ == Place::outside || place_ == Place::list) {
        begin_student(at);
    } else if (place_ == Place::series) {
        Staged item;
        item.kind = Staged::Kind::event;
        item.series = series_;
        item.at = base_ + at;
        student_.items.push_back(item);
        ++student_.events[series_.index()];
        ++object_;
        place_ = Place::event;
    } else {
        nested(at, "{…}");
    }
}

void StudentStaging::end_object(std::size_t) {
    if (skipped_levels_ > 0) {
        --skipped_levels_;
    } else if (place_ == Place::event) {
        place_ = Place::series;
    } else {
        finish_student();
    }
}

void StudentStaging::begin_array(std::size_t at) {
    if (skipped_levels_ > 0) {
        ++skipped_levels_;
    } else if (place_ == Place::outside && allow_list_) {
        place_ = Place::list;
        in_list_ = true;
    } else if (place_ == Place::student && target_->series) {
        series_ = target_->series;
        const std::size_t index = series_.index();
        student_.supplied[index] = true;
        if (!series_keys_[index].empty() && !is_doubled_[index]) {
            is_doubled_[index] = true;
            doubled_.emplace_back(series_keys_[index], series_key_);
        }
        series_keys_[index] = series_key_;
        place_ = Place::series;
    } else {
        nested(at, "[…]");
    }
}

void StudentStaging::end_array(std::size_t) {
    if (skipped_levels_ > 0) {
        --skipped_levels_;
    } else if (place_ == Place::series) {
        place_ = Place::student;
    } else {
        place_ = Place::outside;
    }
}

}  // namespace wegwijzer::io
