#include "cli/render/student_export.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/render/entries.h"
#include "engine/diagnostics/excerpt.h"
#include "engine/explain/format_value.h"

namespace wegwijzer::cli {
namespace {

bool is_about(const StudentExport& of, const std::string& intervention) {
    return std::ranges::any_of(
        of.entries, [&](const store::ExportedEntry& one) { return one.stored.entry.intervention == intervention; });
}

std::string purpose_text(const RetentionTerms::Pack& pack, const StudentExport& of, Language language) {
    const model::Pack& head = *pack.head;
    std::string text = std::string(say(language, "regelpakket ", "rule pack ")) + without_controls(head.name);
    if (!head.title.empty()) text += ": " + without_controls(head.title);
    text += '\n';
    const auto line = [&](const char* nl, const char* en, const std::string& said) {
        text += fmt::format(
            "  {}: {}\n", say(language, nl, en),
            said.empty() ? std::string(say(language, "niet genoemd", "not stated")) : without_controls(said));
    };
    line("doel", "purpose", head.purpose);
    line("rechtsgrond", "legal ground", head.legal_ground);
    line("bewaren", "retention", head.retention ? explain::format_length(*head.retention, language) : std::string());
    line("eigenaar", "owner", head.owner);
    std::string here;
    for (const std::string& intervention : pack.interventions) {
        if (is_about(of, intervention)) here += (here.empty() ? "" : ", ") + intervention;
    }
    if (!here.empty()) line("hiervan staat hierboven", "of this stands above", here);
    return text;
}

// What the packs that were given don't know, each once.
std::string unknown_text(const StudentExport& of, Language language) {
    std::vector<std::string> unknown;
    for (const store::ExportedEntry& one : of.entries) {
        const std::string& name = one.stored.entry.intervention;
        if (!of.terms->pack_of(name) && std::ranges::find(unknown, name) == unknown.end()) unknown.push_back(name);
    }
    if (unknown.empty()) return {};
    std::string text(say(language, "van geen van deze pakketten: ", "of none of these packs: "));
    for (const std::string& name : unknown) text += (&name == &unknown.front() ? "" : ", ") + without_controls(name);
    return text + '\n';
}

std::string not_in_here(bool has_data, Language language) {
    std::string text(say(language, "\nNIET HIERIN\n", "\nNOT IN HERE\n"));
    if (has_data) {
        text +=
            say(language,
                "Bewaarde lijsten en rapporten, en reservekopieën. Ook niet wat in een tekst over een ander staat.\n",
                "Saved lists and reports, and backups. Nor what stands in a text about somebody else.\n");
    } else {
        text +=
            say(language,
                "De gegevens waaruit adviezen worden berekend (zij staan buiten het dossier), bewaarde lijsten en "
                "rapporten, en\n"
                "reservekopieën. Ook niet wat in een tekst over een ander staat.\n",
                "The data that advice is worked out from (they are outside the store), saved lists and reports, and "
                "backups. Nor what stands\n"
                "in a text about somebody else.\n");
    }
    return text;
}

}  // namespace

std::string export_text(const StudentExport& of, const std::string& store, Language language) {
    std::string text =
        fmt::format(fmt::runtime(say(language, "Alles over student {} in {}\n", "All about student {} in {}\n")),
                    without_controls(of.student), without_controls(store));
    text += say(language, "\nVASTGELEGD\n", "\nWRITTEN DOWN\n");
    if (of.entries.empty()) text += say(language, "Niets.\n", "Nothing.\n");
    for (const store::ExportedEntry& one : of.entries) {
        if (&one != &of.entries.front()) text += '\n';
        text += entry_text(one.stored, language);
        if (one.list) {
            text += fmt::format(
                fmt::runtime(say(language, "  uit lijst {} ({}), regel {}\n", "  from list {} ({}), line {}\n")),
                one.list->number, without_controls(one.list->name), one.list->line);
        }
    }
    text += student_runs_text(of.runs, language);
    if (of.data) text += student_data_text(*of.data, language);
    text += say(language,
                "\nWAT ERMEE GEBEURT\n"
                "Het programma leest wat telt om te weten wat er al loopt, wat gedaan is en waarvoor er toestemming "
                "is, en stelt dan niet\n"
                "nog eens hetzelfde voor. Een reden wordt alleen bewaard. Een mens beslist.\n",
                "\nWHAT IT IS USED FOR\n"
                "The program reads what counts to know what is going on, what was done and for what there is consent, "
                "and does not propose\n"
                "the same again. A reason is only kept. A person decides.\n");
    if (!of.runs.runs.empty()) {
        text +=
            say(language, "Met een bewaarde run wordt de volgende vergeleken: wat is nieuw, wat vervalt en waarom.\n",
                "A kept run is what the next one is compared with: what is new, what has lapsed and why.\n");
    }
    if (of.terms != nullptr) {
        for (const RetentionTerms::Pack& pack : of.terms->packs()) {
            if (pack.head) text += '\n' + purpose_text(pack, of, language);
        }
        const std::string unknown = unknown_text(of, language);
        if (!unknown.empty()) text += '\n' + unknown;
    }
    return text + not_in_here(of.data.has_value(), language);
}

}  // namespace wegwijzer::cli
