// Values as people read them (language.md section 3, "Shown values"; section 11, "Values").
#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/base/language.h"
#include "engine/base/ratio.h"
#include "engine/model/rule_set.h"
#include "engine/records/column.h"
#include "engine/trace/evaluate.h"

namespace wegwijzer::explain {

// "4,5", "62%", "3 weken", "12 oktober 2026", "onbekend", "1 t/m 2", "2 of meer". A value gets as many more decimals as
// it needs so that it never reads as lying on, or on the other side of, one of `thresholds` when it doesn't; `exact` is
// the value before rounding where there is one.
[[nodiscard]] std::string format_value(const model::RuleSet& rules, const trace::Value& value,
                                       const model::ValueType& type, Language language,
                                       std::span<const Ratio> thresholds = {}, const Ratio* exact = nullptr);
[[nodiscard]] std::string format_date(Date date, Language language);        // "2 november 2026"
[[nodiscard]] std::string format_short_date(Date date, Language language);  // "2 nov"
[[nodiscard]] std::string format_weekday(Date date, Language language);     // "maandag"
// "ma 9 nov", with the year where it is another one.
[[nodiscard]] std::string format_day(Date date, Date reference_date, Language language);
// "2 november", with the year where it is another one than that of the reference date.
[[nodiscard]] std::string format_date_near(Date date, Date reference_date, Language language);
[[nodiscard]] std::string format_length(const Length& length, Language language);  // "5 werkdagen", "1 week"
[[nodiscard]] std::string format_severity(model::Severity severity, Language language);
[[nodiscard]] std::string format_constant(const model::RuleSet& rules, const model::Constant& value,
                                          const model::ValueType& type, Language language);

// A field of a record as it was read; "onbekend" when it is not known.
[[nodiscard]] std::string format_field(const FieldType& type, const Column& column, std::size_t row, Language language,
                                       std::span<const Ratio> thresholds = {});

// The value as a threshold: numbers of any kind, dates and durations (both in days). None: not something to lie beside.
[[nodiscard]] std::optional<Ratio> as_threshold(const trace::Value& value, const std::optional<Ratio>& exact);

}  // namespace wegwijzer::explain
