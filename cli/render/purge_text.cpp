#include "cli/render/purge_text.h"

#include <string_view>

#include <fmt/format.h>

#include "cli/render/purge_runs.h"
#include "cli/render/purge_shares.h"
#include "engine/diagnostics/excerpt.h"
#include "engine/explain/format_value.h"
#include "store/address.h"

namespace wegwijzer::cli {
namespace {

std::string counted_entries(std::int64_t count, Language language) {
    return fmt::format("{} {}", count,
                       count == 1 ? say(language, "vastlegging", "entry") : say(language, "vastleggingen", "entries"));
}
std::string counted_students(std::int64_t count, Language language) {
    return fmt::format("{} {}", count,
                       count == 1 ? say(language, "student", "student") : say(language, "studenten", "students"));
}
std::string counted_followups(std::int64_t count, Language language) {
    return fmt::format(
        "{} {}", count,
        count == 1 ? say(language, "opvolging", "follow-up") : say(language, "opvolgingen", "follow-ups"));
}
std::string counted_consents(std::int64_t count, Language language) {
    return fmt::format(
        "{} {}", count,
        count == 1 ? say(language, "toestemming", "consent") : say(language, "toestemmingen", "consents"));
}

std::string share_of_entries(const Share& share, Language language) {
    return counted_entries(share.entries(), language) + std::string(say(language, " van ", " of ")) +
           counted_students(share.students(), language);
}

class PurgeText {
  public:
    PurgeText(const store::PurgeReview& review, const RetentionTerms& terms, Language language)
        : terms_(terms), language_(language), shares_(shares_of(review, terms)) {}

    [[nodiscard]] std::string take() {
        for (std::size_t i = 0; i < shares_.packs.size(); ++i) write_pack(terms_.packs()[i], shares_.packs[i]);
        if (!shares_.unknown.empty()) {
            text_ += '\n';
            text_ += words("Blijft, want geen van deze pakketten kent de interventie:\n",
                           "Kept, because none of these packs knows the intervention:\n");
            for (const auto& [intervention, share] : shares_.unknown)
                text_ += fmt::format("  {}: {}\n", without_controls(intervention), share_of_entries(share, language_));
        }
        return std::move(text_);
    }

  private:
    [[nodiscard]] std::string_view words(const char* nl, const char* en) const { return say(language_, nl, en); }

    void write_pack(const RetentionTerms::Pack& pack, const PackShares& shares) {
        if (!pack.head && !shares.is_used()) return;
        const std::optional<Length> term = pack.head ? pack.head->retention : std::nullopt;
        text_ += '\n' + without_controls(pack.name);
        if (pack.head && !pack.head->title.empty()) text_ += " (" + without_controls(pack.head->title) + ")";
        text_ += ": ";
        if (term) {
            text_ += std::string(words("bewaren ", "retain ")) + explain::format_length(*term, language_) + '\n';
        } else {
            text_ += words("noemt geen termijn (`bewaren`), dus er vervalt niets\n",
                           "names no term (`retain`), so that nothing falls due\n");
        }
        if (!shares.due.is_empty()) {
            text_ +=
                fmt::format("  {}{}{}{}\n", words("vervalt: ", "falls due: "), share_of_entries(shares.due, language_),
                            words("; de oudste is van ", "; the oldest is of "),
                            explain::format_date(*shares.due.oldest(), language_));
        }
        if (!shares.kept.is_empty()) {
            text_ += std::string(words("  blijft: ", "  kept: ")) + share_of_entries(shares.kept, language_);
            if (const auto after = shares.kept.due_after()) {
                text_ += words("; de eerste vervalt na ", "; the first falls due after ");
                text_ += explain::format_date(*after, language_);
            }
            text_ += '\n';
        }
        if (!shares.is_used()) text_ += words("  er is niets vastgelegd\n", "  nothing was recorded\n");
    }

    const RetentionTerms& terms_;
    Language language_;
    PurgeShares shares_;
    std::string text_;
};

std::string and_run_lines(const store::ErasedCounts& counts, Language language) {
    if (counts.run_lines == 0) return {};
    return fmt::format(", {}{}", run_lines_counted(counts.run_lines, language),
                       say(language, " in bewaarde runs", " in kept runs"));
}

// No more than is so: a server writes elsewhere too.
std::string_view words_when_wiped(const std::string& store, Language language) {
    if (store::names_server(store)) {
        return say(
            language,
            "In de tabellen van het dossier staat niets meer van wat gewist is; zij zijn opnieuw geschreven. Het "
            "logboek van\n"
            "de server (WAL), kopieën daarvan en een tweede server kunnen het nog hebben: vraag wie de database "
            "beheert.\n",
            "Nothing of what was erased is left in the tables of the store; they were written anew. The log of "
            "the server (WAL),\n"
            "copies of it and a second server may still have it: ask whoever manages the database.\n");
    }
    return say(language, "In de bestanden van het dossier staat niets meer van wat gewist is.\n",
               "Nothing of what was erased is left in the files of the store.\n");
}

}  // namespace

std::string purge_text(const store::PurgeReview& review, const RetentionTerms& terms, const RunTerms& run_terms,
                       Date day, const std::string& store, Language language) {
    return fmt::format("{}, {}: {}\n", without_controls(store), explain::format_date(day, language),
                       say(language, "wat vervalt volgens de regels", "what falls due by the rules")) +
           PurgeText(review, terms, language).take() + runs_due_text(review.runs, run_terms, language);
}

std::string forget_text(const store::ForgetReview& review, const std::string& student, const std::string& store,
                        Language language) {
    std::string text = fmt::format("{}, {}: ", without_controls(student), without_controls(store));
    if (review.counts.followups + review.counts.consents == 0) {
        text += say(language, "niets vastgelegd\n", "nothing recorded\n");
    } else {
        text += fmt::format("{}{}{}\n", counted_followups(review.counts.followups, language),
                            say(language, " en ", " and "), counted_consents(review.counts.consents, language));
    }
    if (review.of_others > 0) {
        text += fmt::format("  {}{}\n",
                            say(language, "waarvan op naam van een ander, en later hiermee verbeterd: ",
                                "of which about somebody else, and later corrected by these: "),
                            counted_entries(review.of_others, language));
    }
    if (review.counts.run_lines > 0) {
        text += fmt::format("  {}{}\n", say(language, "staat in ", "stands in "),
                            kept_runs_counted(review.counts.run_lines, language));
    }
    if (review.counts.lists > 0) {
        text += fmt::format("  {}{}\n",
                            say(language, "ingelezen lijsten waarvan ook de naam gaat, want er blijft niets van over: ",
                                "lists taken in of which the name goes too, because nothing is left of them: "),
                            review.counts.lists);
    }
    if (!review.mentions.empty()) {
        text += say(language, "  Blijft, en noemt deze sleutel in een tekst over een ander:",
                    "  Stays, and names this key in a text about somebody else:");
        for (const store::StoredEntry& stored : review.mentions) {
            text +=
                fmt::format("{}{} {}", &stored == &review.mentions.front() ? " " : ", ",
                            stored.entry.kind == store::EntryKind::consent ? say(language, "toestemming", "consent")
                                                                           : say(language, "opvolging", "follow-up"),
                            stored.number);
        }
        text += '\n';
    }
    return text;
}

std::string dry_run_text(bool needs_ground, Language language) {
    std::string text(say(language, "\nEr is niets gewist. Het uitvoeren: dezelfde opdracht met --uitvoeren --door NAAM",
                         "\nNothing has been erased. To carry it out: the same command with --carry-out --by NAME"));
    if (needs_ground) text += say(language, " --reden GROND", " --reason GROUND");
    return text + ".\n";
}

std::string erased_text(const store::ErasingDone& done, const store::ErasedCounts& counts, const std::string& store,
                        Language language) {
    std::string text = "\n";
    if (done.number) {
        text += fmt::format(fmt::runtime(say(language, "Gewist uit {}, als wissing {}: {}, {}{}.\n",
                                             "Erased from {}, as erasure {}: {}, {}{}.\n")),
                            without_controls(store), *done.number, counted_followups(counts.followups, language),
                            counted_consents(counts.consents, language), and_run_lines(counts, language));
        text += say(language, "Dat er gewist is blijft staan, met wie, wanneer en hoeveel; van wie niet.\n",
                    "That it was erased stays, with who did it, when and how much; of whom does not.\n");
        if (counts.run_lines > 0) {
            text += say(language,
                        "Van een bewaarde run blijven dag, naam, aantallen en hashes, zodat het logboek te controleren "
                        "blijft.\n",
                        "Of a kept run day, name, counts and hashes stay, so that the log can still be verified.\n");
        }
    } else {
        text += say(language, "Er was niets te wissen.\n", "There was nothing to erase.\n");
    }
    if (!done.unwiped) {
        text += words_when_wiped(store, language);
    }
    text += say(language,
                "Niet bereikt: reservekopieën, bewaarde lijsten en rapporten, de gegevens zelf, en wat de schijf nog "
                "van een bestand "
                "weet.\n",
                "Not reached: backups, saved lists and reports, the data themselves, and what the disk still knows of "
                "a file.\n");
    return text;
}

std::string erasures_text(const std::vector<store::Erasure>& erasures, const std::string& store, Language language) {
    std::string text = without_controls(store) + ": ";
    if (erasures.empty()) return text + std::string(say(language, "niets gewist\n", "nothing erased\n"));
    text += fmt::format(
        "{} {}\n", erasures.size(),
        erasures.size() == 1 ? say(language, "wissing", "erasure") : say(language, "wissingen", "erasures"));
    for (const store::Erasure& erasure : erasures) {
        text += fmt::format("\n{} {}, {}, {}\n  ", say(language, "wissing", "erasure"), erasure.number,
                            erasure.recorded_at, without_controls(erasure.recorded_by));
        if (erasure.ground) {
            text += fmt::format("{} ({}): ", say(language, "vergeten", "forgotten"),
                                store::forget_ground_words[static_cast<std::size_t>(*erasure.ground)].in(language));
        } else {
            text += say(language, "opgeschoond: ", "purged: ");
        }
        text += fmt::format("{}{}{}{}{}", counted_followups(erasure.counts.followups, language),
                            say(language, " en ", " and "), counted_consents(erasure.counts.consents, language),
                            say(language, " van ", " of "), counted_students(erasure.counts.students, language));
        text += and_run_lines(erasure.counts, language);
        if (erasure.counts.lists > 0) {
            text +=
                fmt::format("{}{}", say(language, "; namen van lijsten: ", "; names of lists: "), erasure.counts.lists);
        }
        text += '\n';
    }
    return text;
}

}  // namespace wegwijzer::cli
