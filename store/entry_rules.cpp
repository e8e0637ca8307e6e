#include "store/entry_rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/invisible.h"
#include "engine/base/unicode.h"
#include "engine/diagnostics/did_you_mean.h"

namespace wegwijzer::store {
namespace {

Localized in_backticks(const Localized& name) { return {"`" + name.nl + "`", "`" + name.en + "`"}; }

std::string listed(std::span<const std::string> names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "`" : ", `") + name + "`";
    return list;
}

// A word as people write it: capitals don't count, and a `_` stands for a space.
std::string as_word(std::string_view written) {
    std::string word = to_lower(written);
    std::ranges::replace(word, '_', ' ');
    return word;
}

bool is_letter(char32_t character) {
    return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z') || character >= 0xC0;
}

// As the rule language writes names: a letter, then letters, digits and `_`.
bool looks_like_identifier(std::string_view text) {
    bool is_first = true;
    while (!text.empty()) {
        const CodePoint character = first_code_point(text);
        const bool may_follow = character.value == U'_' || (character.value < 128 && is_digit(text.front()));
        if (!is_letter(character.value) && (is_first || !may_follow)) return false;
        text.remove_prefix(character.size);
        is_first = false;
    }
    return !is_first;
}

// Why a text can't be kept as it is, or nothing.
Localized fault_of_text(const std::string& text, std::size_t most_characters, bool may_join = true) {
    if (!is_valid_utf8(text)) return {"de tekst is geen UTF-8", "the text is not UTF-8"};
    const bool has_control = std::ranges::any_of(text, [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code < 0x20 || code == 0x7F;
    });
    if (has_control || holds_invisible(text, may_join)) {
        return {"er staat een regeleinde, een tab of een ander teken in dat niet te zien is",
                "it holds a line end, a tab or another character that can't be seen"};
    }
    if (count_characters(text) <= most_characters) return {};
    const std::string most = std::to_string(most_characters);
    return {"het zijn meer dan " + most + " tekens", "it is more than " + most + " characters"};
}

// By its identifier, else by a title that only one of them has; in a title capitals don't count.
const NameInUse* find_named(const std::vector<NameInUse>& known, const std::string& written) {
    const auto named = std::ranges::find(known, written, &NameInUse::name);
    if (named != known.end()) return &*named;
    const auto is_title = [&](const NameInUse& one) { return equal_in_any_case(one.title, written); };
    const auto titled = std::ranges::find_if(known, is_title);
    return std::ranges::count_if(known, is_title) == 1 ? &*titled : nullptr;
}

class DraftCheck {
  public:
    DraftCheck(const Draft& draft, const NamesInUse* names, const FieldName& name_of)
        : names_(names), name_of_(name_of) {
        for (std::size_t i = 0; i < entry_field_count; ++i) {
            const auto field = static_cast<EntryField>(i);
            if (draft[field]) given_[i] = clean_text(field, *draft[field]);
        }
    }

    CheckedDraft check();

  private:
    [[nodiscard]] const std::string& text(EntryField field) const { return given_[static_cast<std::size_t>(field)]; }
    [[nodiscard]] bool is_given(EntryField field) const { return !text(field).empty(); }

    DraftProblem& add(EntryField field, Code code, std::vector<Localized> arguments) {
        DraftProblem& problem = result_.problems.emplace_back();
        problem.field = field;
        problem.finding.code = code;
        problem.finding.arguments = std::move(arguments);
        return problem;
    }
    std::string clean_text(EntryField field, const std::string& written);
    void does_not_fit(EntryField field, Localized why, Localized way_out = {});
    void require(EntryField field, const Localized& for_what);
    void refuse(EntryField field, const Localized& for_what);
    template <std::size_t count>
    std::optional<std::size_t> read_word(EntryField field, const std::array<BuiltInWord, count>& words);
    std::optional<Date> read_date(EntryField field);
    // What `known` has of this name, or nullptr.
    const NameInUse* read_name(EntryField field, const std::vector<NameInUse>* known, std::string& target);
    void read_student(Entry& entry);
    void find_role(Entry& entry, const Localized& status);
    void check_followup(Entry& entry);
    void check_consent(Entry& entry);
    void read_corrects(Entry& entry);

    const NamesInUse* names_;
    const FieldName& name_of_;
    std::array<std::string, entry_field_count> given_;
    const NameInUse* intervention_ = nullptr;  // what the rules have of it
    CheckedDraft result_;
};

std::string DraftCheck::clean_text(EntryField field, const std::string& written) {
    const bool is_text = field == EntryField::outcome || field == EntryField::reason;
    // A key that looks like another's is another student.
    if (Localized why = fault_of_text(written, is_text ? most_characters_of_text : most_characters_of_name,
                                      field != EntryField::student);
        !why.empty()) {
        add(field, Code::F341, {name_of_(field)}).finding.why = std::move(why);
        return {};
    }
    return to_nfc_trimmed(written);
}

void DraftCheck::does_not_fit(EntryField field, Localized why, Localized way_out) {
    DraftProblem& problem = add(field, Code::F342, {text(field), name_of_(field)});
    problem.finding.why = std::move(why);
    problem.finding.way_out = std::move(way_out);
}

void DraftCheck::require(EntryField field, const Localized& for_what) {
    const bool is_said =
        std::ranges::any_of(result_.problems, [&](const DraftProblem& problem) { return problem.field == field; });
    if (!is_given(field) && !is_said) add(field, Code::F340, {for_what, name_of_(field)});
}

void DraftCheck::refuse(EntryField field, const Localized& for_what) {
    if (is_given(field)) add(field, Code::F345, {for_what, name_of_(field)});
}

template <std::size_t count>
std::optional<std::size_t> DraftCheck::read_word(EntryField field, const std::array<BuiltInWord, count>& words) {
    const std::string written = as_word(text(field));
    std::vector<std::string> nl, en;
    for (std::size_t i = 0; i < count; ++i) {
        if (written == words[i].nl || written == words[i].en) return i;
        nl.emplace_back(words[i].nl);
        en.emplace_back(words[i].en);
    }
    std::vector<std::string> both = nl;
    both.insert(both.end(), en.begin(), en.end());
    if (const auto near = did_you_mean(text(field), both)) {
        does_not_fit(field, {}, ask_whether(*near));
    } else {
        does_not_fit(field, {}, {"kies uit " + listed(nl), "choose from " + listed(en)});
    }
    return std::nullopt;
}

std::optional<Date> DraftCheck::read_date(EntryField field) {
    if (!is_given(field)) return std::nullopt;
    const std::optional<Date> date = parse_iso_date(text(field));
    if (!date) does_not_fit(field, {}, {"schrijf een dag als `2026-11-02`", "write a day like `2026-11-02`"});
    return date;
}

const NameInUse* DraftCheck::read_name(EntryField field, const std::vector<NameInUse>* known, std::string& target) {
    target = text(field);
    if (target.empty()) return nullptr;
    if (known != nullptr) {
        if (const NameInUse* meant = find_named(*known, target)) {
            target = meant->name;
            return meant;
        }
        std::vector<std::string> names;
        for (const NameInUse& one : *known) names.push_back(one.name);
        const auto near = did_you_mean(target, names);
        does_not_fit(
            field,
            {"de regels kennen deze naam niet, ook niet als titel", "the rules do not know this name, nor as a title"},
            near ? ask_whether(*near) : Localized{"kies uit " + listed(names), "choose from " + listed(names)});
    } else if (!looks_like_identifier(target)) {
        does_not_fit(field,
                     {"een naam in de regels begint met een letter en bevat letters, cijfers en `_`",
                      "a name in the rules begins with a letter and holds letters, digits and `_`"},
                     {"neem de naam over uit de regels; met --rules erbij mag ook de titel",
                      "copy the name from the rules; with --rules a title will do as well"});
    }
    return nullptr;
}

void DraftCheck::read_student(Entry& entry) {
    entry.student = text(EntryField::student);
    if (entry.student.empty() || names_ == nullptr || !names_->is_student || names_->is_student(entry.student)) return;
    // Which keys there are, or are like it, is about other students.
    does_not_fit(EntryField::student,
                 {"in de gegevens staat geen student met deze sleutel", "the data hold no student with this key"},
                 {"kijk de sleutel na; wie niet in de gegevens staat, legt u vast zonder `--data`",
                  "look at the key; who is not in the data is recorded without `--data`"});
}

// Where every advice of it goes to one role, the rules say by whom; where not, who records does.
void DraftCheck::find_role(Entry& entry, const Localized& status) {
    // Of an intervention that is not there, or that they don't know, they can't say it: that has been said.
    if (names_ != nullptr && intervention_ == nullptr) return;
    if (intervention_ == nullptr || intervention_->by.empty()) {
        require(EntryField::role, status);
    } else if (intervention_->by.size() == 1) {
        entry.role = intervention_->by.front();
    } else {
        add(EntryField::role, Code::F340, {status, name_of_(EntryField::role)}).finding.way_out = {
            "kies uit " + listed(intervention_->by), "choose from " + listed(intervention_->by)};
    }
}

void DraftCheck::check_followup(Entry& entry) {
    entry.kind = EntryKind::followup;
    const auto status = read_word(EntryField::status, followup_status_words);
    read_name(EntryField::role, names_ != nullptr ? &names_->roles : nullptr, entry.role);
    entry.planned_on = read_date(EntryField::planned_on);
    entry.outcome = text(EntryField::outcome);
    if (is_given(EntryField::waiver)) {
        if (const auto waiver = read_word(EntryField::waiver, waiver_words))
            entry.waiver = static_cast<Waiver>(*waiver);
    }
    if (!status) return;
    entry.status = static_cast<FollowUpStatus>(*status);
    const BuiltInWord& word = followup_status_words[*status];
    const Localized what = in_backticks({std::string(word.nl), std::string(word.en)});
    if (!is_given(EntryField::role)) find_role(entry, what);
    const bool is_planned = entry.status == FollowUpStatus::planned;
    const bool is_waived = entry.status == FollowUpStatus::waived;
    const bool was_carried_out = entry.status == FollowUpStatus::done || entry.status == FollowUpStatus::completed;
    if (is_planned) require(EntryField::planned_on, what);
    if (!is_planned) refuse(EntryField::planned_on, what);
    if (entry.status == FollowUpStatus::done) require(EntryField::outcome, what);
    if (!was_carried_out) refuse(EntryField::outcome, what);
    if (is_waived) {
        require(EntryField::waiver, what);
        require(EntryField::reason, what);
    } else {
        refuse(EntryField::waiver, what);
    }
}

void DraftCheck::check_consent(Entry& entry) {
    entry.kind = EntryKind::consent;
    const Localized what{"toestemming", "consent"};
    if (const auto consent = read_word(EntryField::consent, consent_status_words)) {
        entry.consent = static_cast<ConsentStatus>(*consent);
    }
    for (const EntryField field : {EntryField::role, EntryField::planned_on, EntryField::outcome, EntryField::waiver}) {
        refuse(field, what);
    }
}

void DraftCheck::read_corrects(Entry& entry) {
    if (!is_given(EntryField::corrects)) return;
    const std::string& written = text(EntryField::corrects);
    EntryNumber number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (error != std::errc() || end != written.data() + written.size() || number < 1) {
        does_not_fit(EntryField::corrects, {},
                     {"schrijf het nummer van een vastlegging", "write the number of an entry"});
        return;
    }
    entry.corrects = number;
}

CheckedDraft DraftCheck::check() {
    Entry entry;
    const Localized any{"een vastlegging", "an entry"};
    for (const EntryField field :
         {EntryField::student, EntryField::intervention, EntryField::date, EntryField::recorded_by}) {
        require(field, any);
    }
    read_student(entry);
    entry.recorded_by = text(EntryField::recorded_by);
    entry.reason = text(EntryField::reason);
    intervention_ =
        read_name(EntryField::intervention, names_ != nullptr ? &names_->interventions : nullptr, entry.intervention);
    if (const auto date = read_date(EntryField::date)) entry.date = *date;
    if (is_given(EntryField::status) && is_given(EntryField::consent)) {
        refuse(EntryField::status, {"toestemming", "consent"});
    } else if (is_given(EntryField::consent)) {
        check_consent(entry);
    } else if (is_given(EntryField::status)) {
        check_followup(entry);
    } else {
        require(EntryField::status, any);
    }
    read_corrects(entry);
    if (result_.problems.empty()) result_.entry = std::move(entry);
    return std::move(result_);
}

}  // namespace

CheckedPerson check_person(const std::string& written, const Localized& option) {
    CheckedPerson person;
    Localized why = fault_of_text(written, most_characters_of_name);
    if (why.empty()) person.name = to_nfc_trimmed(written);
    if (why.empty() && person.name.empty()) why = {"er staat niets", "there is nothing"};
    if (why.empty()) return person;
    person.problem.emplace();
    person.problem->code = Code::F341;
    person.problem->arguments = {option};
    person.problem->why = std::move(why);
    return person;
}

CheckedDraft check_draft(const Draft& draft, const NamesInUse* names, const FieldName& name_of) {
    return DraftCheck(draft, names, name_of).check();
}

}  // namespace wegwijzer::store
