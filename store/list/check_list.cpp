#include "store/list/read_list.h"

namespace wegwijzer::store {

CheckedList check_list(const EntryList& list, const NamesInUse* names, const std::string& recorded_by) {
    CheckedList checked;
    for (const ListedDraft& listed : list.drafts) {
        Draft draft = listed.draft;
        if (!draft[EntryField::recorded_by]) draft[EntryField::recorded_by] = recorded_by;
        const auto name_of = [&](EntryField field) -> Localized {
            const std::string& name = listed.names[static_cast<std::size_t>(field)];
            return name.empty() ? list_name(field) : Localized(name);
        };
        CheckedDraft one = check_draft(draft, names, name_of);
        for (DraftProblem& problem : one.problems) {
            const Span& place = listed.places[static_cast<std::size_t>(problem.field)];
            problem.finding.span = place.has_place() ? place : listed.whole;
            checked.problems.add(std::move(problem.finding));
        }
        if (!one.entry) continue;
        checked.entries.push_back(std::move(*one.entry));
        checked.lines.push_back(listed.line);
    }
    if (checked.problems.has_errors()) checked.entries.clear();
    return checked;
}

}  // namespace wegwijzer::store
