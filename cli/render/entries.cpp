#include "cli/render/entries.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "engine/diagnostics/excerpt.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

// "gepland op 8 oktober 2026", "afgezien (uitgesteld): op stage"
std::string what_became(const store::Entry& entry, Language language) {
    std::string text(status_word(entry).in(language));
    if (entry.kind == store::EntryKind::consent) text = std::string(say(language, "toestemming ", "consent ")) + text;
    if (entry.planned_on) {
        text += say(language, " op ", " for ");
        text += explain::format_date(*entry.planned_on, language);
    }
    if (entry.waiver) {
        text += " (";
        text += store::waiver_words[static_cast<std::size_t>(*entry.waiver)].in(language);
        text += ')';
    }
    if (!entry.outcome.empty()) text += ": " + entry.outcome;
    if (!entry.reason.empty()) text += (entry.outcome.empty() ? ": " : "; ") + entry.reason;
    return without_controls(text);
}

// "S1, gesprek door slber"
std::string about_what(const store::Entry& entry, Language language) {
    std::string text = entry.student + ", " + entry.intervention;
    if (!entry.role.empty()) text += std::string(say(language, " door ", " by ")) + entry.role;
    return text;
}

// A refusal of what asks no consent changes no advice: the student said it, and somebody has to do something with it.
std::string without_effect(const store::Entry& entry, const store::NamesInUse* names, Language language) {
    if (names == nullptr || entry.kind != store::EntryKind::consent || entry.consent == ConsentStatus::given) return {};
    const auto its = std::ranges::find(names->interventions, entry.intervention, &store::NameInUse::name);
    if (its == names->interventions.end() || its->asks_consent) return {};
    return fmt::format(fmt::runtime(say(language,
                                        "Let op: de regels vragen voor {} geen toestemming, en adviseren het daarom "
                                        "nog steeds. Gaat het niet door? Leg "
                                        "dan ook vast dat ervan is afgezien, en waarom.\n",
                                        "Note: the rules ask no consent for {}, and so go on advising it. Will it not "
                                        "happen? Then write down as well that it "
                                        "was waived, and why.\n")),
                       entry.intervention);
}

// Empty when all was.
std::string not_looked_into(const store::NamesInUse* names, bool is_list, Language language) {
    if (names != nullptr && names->is_student) return {};
    std::string text(is_list ? say(language, "Niet nagekeken: of er studenten met deze sleutels zijn",
                                   "Not looked into: whether there are students with these keys")
                             : say(language, "Niet nagekeken: of er een student met deze sleutel is",
                                   "Not looked into: whether there is a student with this key"));
    if (names == nullptr) {
        text += say(language, ", en zonder --rules ook niet of de regels deze namen kennen",
                    ", nor, without --rules, whether the rules know these names");
    } else {
        text += say(language, "; met --data wel", "; with --data it is");
    }
    return text + ".\n";
}

}  // namespace

std::string kind_of_entry(const store::Entry& entry, Language language) {
    return std::string(entry.kind == store::EntryKind::consent ? say(language, "toestemming", "consent")
                                                               : say(language, "opvolging", "follow-up"));
}

const BuiltInWord& status_word(const store::Entry& entry) {
    return entry.kind == store::EntryKind::consent ? consent_status_words[static_cast<std::size_t>(entry.consent)]
                                                   : followup_status_words[static_cast<std::size_t>(entry.status)];
}

std::string taken_in_text(std::int64_t list, const std::vector<store::Entry>& entries, const std::string& name,
                          const std::string& store, const store::NamesInUse* names, Language language) {
    const auto consents = std::ranges::count(entries, store::EntryKind::consent, &store::Entry::kind);
    const auto followups = std::ssize(entries) - consents;
    std::string text = fmt::format(
        fmt::runtime(say(language, "Ingelezen uit {}, als lijst {}, in {}: {} opvolging{} en {} toestemming{}.\n",
                         "Taken in from {}, as list {}, in {}: {} follow-up{} and {} consent{}.\n")),
        without_controls(name), list, without_controls(store), followups,
        followups == 1 || language == Language::en ? "" : "en", consents,
        consents == 1 ? "" : say(language, "en", "s"));
    text += not_looked_into(names, true, language);
    return text;
}

std::string recorded_text(const store::StoredEntry& stored, const std::string& store, const store::NamesInUse* names,
                          Language language) {
    const store::Entry& entry = stored.entry;
    std::string text = fmt::format(fmt::runtime(say(language, "Vastgelegd in {}: {} {}\n", "Recorded in {}: {} {}\n")),
                                   store, kind_of_entry(entry, language), stored.number);
    text += "  " + about_what(entry, language) + '\n';
    text += "  " + what_became(entry, language) + '\n';
    text += fmt::format("  {}, {}\n", explain::format_date(entry.date, language), entry.recorded_by);
    if (entry.corrects) {
        text += fmt::format(fmt::runtime(say(language, "  in plaats van {} {}, die te lezen blijft\n",
                                             "  in the place of {} {}, which can still be read\n")),
                            kind_of_entry(entry, language), *entry.corrects);
    }
    text += without_effect(entry, names, language);
    text += not_looked_into(names, false, language);
    text += fmt::format(
        fmt::runtime(say(language,
                         "Klopt er iets niet? Leg het opnieuw vast, met --verbetert {}; niets wordt overschreven.\n",
                         "Is something not right? Write it down again, with --corrects {}; nothing is overwritten.\n")),
        stored.number);
    return text;
}

std::string entries_text(const std::vector<store::StoredEntry>& entries, const std::string& student,
                         const std::string& store, Language language) {
    std::string text = fmt::format("{}, {}: ", without_controls(student), without_controls(store));
    if (entries.empty()) {
        text += say(language, "niets vastgelegd\n", "nothing recorded\n");
    } else {
        text += fmt::format(
            "{} {}\n", entries.size(),
            entries.size() == 1 ? say(language, "vastlegging", "entry") : say(language, "vastleggingen", "entries"));
    }
    for (const store::StoredEntry& stored : entries) text += '\n' + entry_text(stored, language);
    return text;
}

std::string entry_text(const store::StoredEntry& stored, Language language) {
    const store::Entry& entry = stored.entry;
    const std::string kind = kind_of_entry(entry, language);
    std::string text = fmt::format("{} {}, {}: {}", kind, stored.number, explain::format_date(entry.date, language),
                                   without_controls(entry.intervention));
    if (!entry.role.empty()) text += std::string(say(language, " door ", " by ")) + without_controls(entry.role);
    text += "\n  " + what_became(entry, language) + '\n';
    text += fmt::format("  {} {}, {}\n", say(language, "vastgelegd door", "recorded by"),
                        without_controls(entry.recorded_by), without_controls(stored.recorded_at));
    if (entry.corrects) {
        text += fmt::format("  {} {} {}\n", say(language, "in plaats van", "in the place of"), kind, *entry.corrects);
    }
    if (stored.corrected_by) {
        text += fmt::format("  {} {} {}\n",
                            say(language, "telt niet meer: verbeterd met", "no longer counts: corrected by"), kind,
                            *stored.corrected_by);
    }
    return text;
}

std::string time_of_recording(std::int64_t seconds) {
    constexpr std::int64_t seconds_of_day = 86'400;
    const std::int64_t day = seconds >= 0 ? seconds / seconds_of_day : 0;
    const std::int64_t rest = seconds >= 0 ? seconds % seconds_of_day : 0;
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(Date::from_days(static_cast<std::int32_t>(day))), rest / 3600,
                       rest / 60 % 60, rest % 60);
}

}  // namespace wegwijzer::cli
