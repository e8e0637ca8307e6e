#include "cli/render/run_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/diagnostics/excerpt.h"
#include "engine/explain/format_value.h"
#include "engine/json/tree.h"

namespace wegwijzer::cli {
namespace {

// As much of a hash as people compare.
std::string_view shortened(const std::string& hash) { return std::string_view(hash).substr(0, 12); }

std::string counted(std::size_t count, const char* one, const char* more) {
    return std::to_string(count) + " " + (count == 1 ? one : more);
}

std::string students_counted(std::size_t count, Language language) {
    return counted(count, "student", say(language, "studenten", "students"));
}

std::size_t count_in(const json::Value& counts, std::string_view key) {
    return static_cast<std::size_t>(counts[key].integer().value_or(0));
}

std::string advice_counted(const store::RunHeader& run, Language language) {
    const json::Value counts = json::read_tree(run.counts).value_or(json::Value());
    std::string text = students_counted(count_in(counts, "students"), language);
    text += ", " + std::to_string(count_in(counts, "with_advice")) + say(language, " met advies, ", " with advice, ");
    text += counted(count_in(counts, "advices"), say(language, "advies", "advice"),
                    say(language, "adviezen", "pieces of advice"));
    return text;
}

std::string title_of(const store::RunHeader& run, Language language) {
    return fmt::format("run {}, {}", run.number, explain::format_date(run.inputs.reference_date, language));
}

// "regels 1f3a9c0b7d21", and whether they are others than those of the run before.
std::string input_words(const char* name, const std::string& hash, const std::string* before, Language language) {
    std::string text = std::string(name) + " " + std::string(shortened(hash));
    if (before != nullptr && *before != hash) text += say(language, " (anders dan ervoor)", " (not as before)");
    return text;
}

Localized words_of(const store::BrokenRun& broken) {
    switch (broken.link) {
        case store::BrokenLink::number: return {"ervoor ontbreken runs", "runs are missing before it"};
        case store::BrokenLink::previous:
            return {"die volgt op een andere run dan die ervoor staat",
                    "it follows another run than the one before it"};
        case store::BrokenLink::header:
            return {"dag, naam, aantallen of kenmerken zijn veranderd", "day, name, counts or marks were changed"};
        case store::BrokenLink::students:
            return {"er zijn studenten bij gekomen of weggehaald", "students were added or taken away"};
        case store::BrokenLink::rules:
            return {"de regels die erbij staan zijn veranderd", "the rules that stand with it were changed"};
        case store::BrokenLink::content: break;
    }
    return {"van " + students_counted(broken.students, Language::nl) + " is de inhoud veranderd",
            "the content of " + students_counted(broken.students, Language::en) + " was changed"};
}

// "1, 2 of 3": which of them it is can't be told.
Localized one_of_runs(const std::vector<store::RunNumber>& runs) {
    constexpr std::size_t most_named = 5;
    const std::size_t named = std::min(runs.size(), most_named);
    Localized text;
    for (std::size_t i = 0; i < named; ++i) {
        const bool is_last = i != 0 && i + 1 == runs.size();
        const std::string number = std::to_string(runs[i]);
        text.nl += (i == 0 ? "" : is_last ? " of " : ", ") + number;
        text.en += (i == 0 ? "" : is_last ? " or " : ", ") + number;
    }
    if (runs.size() > named) {
        const std::string rest = std::to_string(runs.size() - named);
        text.nl += " of een van nog " + rest;
        text.en += " or one of " + rest + " more";
    }
    return text;
}

Diagnostic lines_without_erasure(const store::VerifiedRuns& verified) {
    const auto lines = [&](const char* one, const char* more) { return counted(verified.without_erasure, one, more); };
    Diagnostic finding;
    finding.code = Code::F362;
    finding.arguments = {
        one_of_runs(verified.with_erased),
        {lines("regel van een student is", "regels van studenten zijn") + " leeg zonder dat een wissing die nam",
         lines("line of a student is", "lines of students are") + " empty, and no erasure took them"}};
    return finding;
}

}  // namespace

std::string runs_text(const std::vector<store::RunHeader>& runs, const std::string& store, Language language) {
    std::string text = without_controls(store) + ": ";
    if (runs.empty()) return text + say(language, "geen bewaarde runs\n", "no kept runs\n");
    text +=
        counted(runs.size(), say(language, "bewaarde run", "kept run"), say(language, "bewaarde runs", "kept runs"));
    text += '\n';
    const store::RunHeader* before = nullptr;
    for (const store::RunHeader& run : runs) {
        text += "\n" + title_of(run, language) + ": " + advice_counted(run, language) + "\n  ";
        text += fmt::format("{} {}, {}\n  ", say(language, "bewaard door", "kept by"), without_controls(run.run_by),
                            without_controls(run.recorded_at));
        text += input_words(say(language, "regels", "rules"), run.inputs.packs_hash,
                            before != nullptr ? &before->inputs.packs_hash : nullptr, language);
        text += ", ";
        text += input_words(say(language, "gegevens", "data"), run.inputs.data_hash, nullptr, language);
        text += say(language, ", versie ", ", version ") + without_controls(run.inputs.engine_version) + "\n  hash ";
        text.append(shortened(run.hash)).append("\n");
        before = &run;
    }
    return text;
}

std::string verified_text(const store::VerifiedRuns& verified, const std::string& store, Language language) {
    std::string text = without_controls(store) + ": ";
    if (verified.runs == 0) return text + say(language, "geen bewaarde runs\n", "no kept runs\n");
    const std::string runs = counted(verified.runs, "run", "runs");
    text += fmt::format(fmt::runtime(say(language, "{} zoals bewaard, van eerste tot laatste\n",
                                         "{} as kept, from the first to the last\n")),
                        runs);
    text += "  " + counted(verified.students, say(language, "regel van een student", "line of a student"),
                           say(language, "regels van studenten", "lines of students"));
    if (verified.forgotten != verified.untold) {
        text += fmt::format(
            fmt::runtime(say(language, ", waarvan {} gewist zoals het hoort", ", of which {} erased as is allowed")),
            verified.forgotten - verified.untold);
    }
    if (verified.untold != 0) {
        text += fmt::format(
            fmt::runtime(
                say(language,
                    "\n  {} gewist zonder dat na te gaan is waardoor: een wissing van een oudere versie schreef "
                    "niet op hoeveel",
                    "\n  {} erased, and it can't be told by what: an erasure of an older version did not write "
                    "down how many")),
            counted(verified.untold, say(language, "regel", "line"), say(language, "regels", "lines")));
    }
    text += "\n  hash " + verified.last_hash + "\n";
    text += say(language,
                "Bewaar deze hash ook ergens anders: staat bij een volgende keer run 1 tot en met deze er nog zo, dan "
                "komt die\n"
                "hash er weer in voor (`--format json`). Wie het hele dossier kan herschrijven, kan dat anders "
                "ongezien doen.\n",
                "Keep this hash somewhere else as well: while run 1 up to this one stand as they do, that hash is "
                "among those of\n"
                "the runs (`--format json`). Who can rewrite the whole store could else do so unseen.\n");
    return text;
}

std::vector<Diagnostic> findings_of(const store::VerifiedRuns& verified) {
    std::vector<Diagnostic> findings;
    for (const store::BrokenRun& broken : verified.broken) {
        Diagnostic finding;
        finding.code = Code::F362;
        finding.arguments = {std::to_string(broken.run), words_of(broken)};
        findings.push_back(std::move(finding));
    }
    if (verified.without_erasure != 0) findings.push_back(lines_without_erasure(verified));
    return findings;
}

std::string replay_text(const Replay& replay, Language language) {
    std::string text = title_of(replay.run, language);
    text += fmt::format("\n  {} {}, {}\n\n", say(language, "bewaard door", "kept by"),
                        without_controls(replay.run.run_by), without_controls(replay.run.recorded_at));
    if (replay.same_inputs()) {
        text += say(language, "Dezelfde regels, gegevens, vastleggingen en versie.\n",
                    "The same rules, data, entries and version.\n");
    } else {
        text += say(language, "Anders dan toen:\n", "Not as they were:\n");
        if (!replay.same_rules) text += say(language, "  - de regels\n", "  - the rules\n");
        if (!replay.same_data) text += say(language, "  - de gegevens\n", "  - the data\n");
        if (!replay.same_version) {
            text += fmt::format(fmt::runtime(say(language, "  - de versie van Wegwijzer: die was {}\n",
                                                 "  - the version of Wegwijzer: it was {}\n")),
                                without_controls(replay.run.inputs.engine_version));
        }
        if (replay.erased_entries != 0) {
            text += fmt::format(fmt::runtime(say(language, "  - de vastleggingen: {} sindsdien gewist\n",
                                                 "  - the entries: {} erased since\n")),
                                replay.erased_entries);
        }
    }
    if (replay.is_erased()) {
        return text + say(language,
                          "Van deze run is van alle studenten gewist wat er stond. Of er hetzelfde uit komt is niet "
                          "meer na te gaan.\n",
                          "What stood of this run has been erased, of all students. Whether the same comes out can't "
                          "be told any more.\n");
    }
    if (replay.same_outcome()) {
        text += fmt::format(fmt::runtime(say(language, "Dezelfde uitkomst, voor {}.\n", "The same outcome, for {}.\n")),
                            students_counted(replay.students, language));
    } else {
        text += fmt::format(
            fmt::runtime(say(language, "Een andere uitkomst, voor {} van de {}", "Another outcome, for {} of {}")),
            replay.changed + replay.gone, students_counted(replay.students, language));
        if (replay.gone != 0) {
            text += fmt::format(fmt::runtime(say(language, " ({} niet in deze gegevens)", " ({} not in these data)")),
                                replay.gone);
        }
        if (replay.added != 0) {
            text += fmt::format(fmt::runtime(say(language, "; erbij: {}", "; new: {}")),
                                students_counted(replay.added, language));
        }
        text += ".\n";
        if (replay.same_inputs() && replay.unsure_entries != 0) {
            text +=
                fmt::format(fmt::runtime(say(
                                language,
                                "Dat kan komen door wat gewist is: misschien was dat er nog toen deze run werd gemaakt "
                                "({}).\n",
                                "That may come of what was erased: perhaps it was still there when this run was made "
                                "({}).\n")),
                            counted(static_cast<std::size_t>(replay.unsure_entries),
                                    say(language, "vastlegging", "entry"), say(language, "vastleggingen", "entries")));
        } else if (replay.same_inputs()) {
            text += say(language, "Dat hoort niet te kunnen. Meld dit aan wie Wegwijzer maakt.\n",
                        "That should not be possible. Tell those who make Wegwijzer.\n");
        }
    }
    if (replay.unknown_since != 0) {
        text += fmt::format(
            fmt::runtime(say(language, "Niet na te gaan: sinds wanneer, voor {}; de run ervoor is daarvoor gewist.\n",
                             "Not to be checked: since when, for {}; the run before has been erased.\n")),
            students_counted(replay.unknown_since, language));
    }
    if (replay.forgotten != 0) {
        text += fmt::format(
            fmt::runtime(say(
                language, "Gewist, en dus niet vergeleken: {}. De run als geheel is daardoor niet meer na te maken.\n",
                "Erased, and so not compared: {}. The run as a whole can't be made again through that.\n")),
            students_counted(replay.forgotten, language));
    }
    return text;
}

}  // namespace wegwijzer::cli
