#include "cli/record_options.h"

#include <algorithm>
#include <array>

namespace wegwijzer::cli {
namespace {

using store::EntryField;

constexpr std::array<RecordOption, store::entry_field_count> options_of_record{{
    {EntryField::student, "--student", "--student", "--student"},
    {EntryField::intervention, "--intervention,--interventie", "--intervention", "--interventie"},
    {EntryField::role, "--role,--rol", "--role", "--rol"},
    {EntryField::status, "--status", "--status", "--status"},
    {EntryField::consent, "--consent,--toestemming", "--consent", "--toestemming"},
    {EntryField::date, "--date,--datum", "--date", "--datum"},
    {EntryField::planned_on, "--planned-on,--gepland-op", "--planned-on", "--gepland-op"},
    {EntryField::outcome, "--outcome,--uitkomst", "--outcome", "--uitkomst"},
    {EntryField::waiver, "--waiver,--waarom-niet", "--waiver", "--waarom-niet"},
    {EntryField::reason, "--reason,--reden", "--reason", "--reden"},
    {EntryField::recorded_by, "--by,--door", "--by", "--door"},
    {EntryField::corrects, "--corrects,--verbetert", "--corrects", "--verbetert"},
}};

}  // namespace

std::span<const RecordOption> record_options() { return options_of_record; }

Localized option_name(store::EntryField field) {
    const auto found = std::ranges::find(options_of_record, field, &RecordOption::field);
    return {std::string(found->dutch), std::string(found->english)};
}

void name_today(const Environment& environment, store::Draft& draft) {
    if (!environment.today) return;
    for (const EntryField field : {EntryField::date, EntryField::planned_on}) {
        if (draft[field] == "today" || draft[field] == "vandaag") draft[field] = to_iso(*environment.today);
    }
}

}  // namespace wegwijzer::cli
