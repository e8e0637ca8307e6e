#include "store/failure_findings.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "store/address.h"
#include "store/migrations.h"

namespace wegwijzer::store {
namespace {

namespace fs = std::filesystem;

Diagnostic finding(Code code, std::vector<Localized> arguments, Localized why = {}) {
    Diagnostic result;
    result.code = code;
    result.arguments = std::move(arguments);
    result.why = std::move(why);
    return result;
}

Localized words_for(int error, const std::string& detail) {
    switch (error) {
        case EACCES:
        case EPERM: return {"u hebt er geen rechten voor", "you have no permission"};
        case EROFS: return {"de schijf of map is alleen te lezen", "the disk or folder can only be read"};
        case ENOENT: return {"de map bestaat niet", "the folder does not exist"};
        case ENOSPC: return {"de schijf is vol", "the disk is full"};
        case EDQUOT:
        case EFBIG: return {"uw deel van de schijf is vol", "your share of the disk is full"};
        case ETIMEDOUT: return {"er kwam geen antwoord", "there was no answer"};
        default: break;
    }
    if (error != 0) return std::generic_category().message(error);
    return detail;
}

// `detail`: the database's own words, for who looks into it.
Diagnostic damaged_store(const std::string& name, const std::string& detail, Localized why) {
    Diagnostic result = finding(Code::F332, {name}, std::move(why));
    std::string words = detail;
    std::ranges::replace(words, '\n', ' ');
    if (!words.empty()) {
        result.lines.push_back({"voor wie het onderzoekt: de database meldt `" + words + "`",
                                "for who looks into it: the database says `" + words + "`"});
    }
    return result;
}

// Names that a database would take for something else than a file.
bool names_no_file(const std::string& path) {
    return path.empty() || path.starts_with(':') || path.starts_with("file:") ||
           path.find("://") != std::string::npos || path.find('\0') != std::string::npos;
}

// What to do about a store on a server, where it is something else than with a file.
void suit_to_server(Diagnostic& found) {
    switch (found.code) {
        case Code::F330:
            found.why = {"in het schema `wegwijzer` van die database staat iets anders, en dat blijft zoals het is",
                         "the schema `wegwijzer` of that database holds something else, which is left as it is"};
            found.way_out = {"geef achter `--store` de database van het dossier, of een nieuwe",
                             "give the database of the store behind `--store`, or a new one"};
            break;
        case Code::F332:
            found.way_out = {"laat wie de database beheert ernaar kijken, of een reservekopie terugzetten",
                             "have whoever manages the database look into it, or put back a copy that was kept"};
            break;
        case Code::F333:
            found.way_out = {"leg dit voor aan wie de database beheert", "show this to whoever manages the database"};
            break;
        default: break;
    }
}

Diagnostic plain_finding_of(const Failure& failure, const std::string& name) {
    switch (failure.kind) {
        case Failure::Kind::busy: return finding(Code::F334, {name});
        case Failure::Kind::no_store: return finding(Code::F330, {name});
        case Failure::Kind::newer: return finding(Code::F331, {name, failure.detail, std::to_string(newest_version)});
        case Failure::Kind::damaged:
            return damaged_store(name, failure.detail,
                                 {"een deel ervan is niet te lezen, of kan zo niet kloppen",
                                  "a part of it can't be read, or can't be right as it is"});
        case Failure::Kind::altered:
            return damaged_store(name, failure.detail,
                                 {"een tabel ontbreekt, of is anders dan Wegwijzer haar maakte",
                                  "a table is missing, or is not as Wegwijzer made it"});
        case Failure::Kind::absent: {
            Diagnostic result = finding(Code::F337, {name});
            if (names_server(name)) return result;
            result.why = {"het bestand is er wel, en is leeg", "the file is there, and is empty"};
            result.way_out = {
                "stond er iets in? zet een reservekopie terug; `wegwijzer noteer` begint een nieuw dossier",
                "did it hold anything? put back a copy that was kept; `wegwijzer record` begins a new store"};
            return result;
        }
        case Failure::Kind::unreachable: return finding(Code::F390, {name}, words_for(failure.error, failure.detail));
        case Failure::Kind::refused:
            return finding(Code::F391, {name},
                           failure.detail.empty() ? Localized{"er is geen wachtwoord gegeven", "no password was given"}
                                                  : Localized(failure.detail));
        case Failure::Kind::no_database: return finding(Code::F392, {name}, failure.detail);
        case Failure::Kind::no_rights: return finding(Code::F393, {name}, failure.detail);
        case Failure::Kind::lost: return finding(Code::F394, {name});
        case Failure::Kind::uncertain: return finding(Code::F395, {name});
        case Failure::Kind::no_utf8: return finding(Code::F396, {name, failure.detail});
        case Failure::Kind::no_address: return finding(Code::F397, {name}, failure.detail);
        case Failure::Kind::not_built_in: {
            Diagnostic result =
                finding(Code::F390, {name},
                        {"dit programma is zonder PostgreSQL gebouwd, en kent alleen dossiers in een bestand",
                         "this program was built without PostgreSQL, and knows stores in a file alone"});
            result.way_out = {"gebruik een Wegwijzer die met PostgreSQL is gebouwd",
                              "use a Wegwijzer that was built with PostgreSQL"};
            return result;
        }
        case Failure::Kind::unwritable:
        case Failure::Kind::taken:
        case Failure::Kind::fault: break;
    }
    return finding(Code::F333, {name, words_for(failure.error, failure.detail)});
}

}  // namespace

Refusal correction_of_nothing(EntryNumber number) { return {finding(Code::F343, {std::to_string(number)})}; }

Refusal taken_in_before(std::int64_t list) { return {finding(Code::F354, {std::to_string(list)})}; }

Refusal corrected_before(EntryNumber number, EntryNumber by) {
    return {finding(Code::F344, {std::to_string(number), std::to_string(by)})};
}

Refusal corrected_on_line(EntryNumber number, std::int64_t line) {
    const std::string written = std::to_string(line);
    Refusal refusal{finding(
        Code::F344,
        {std::to_string(number), {"regel " + written + " van deze lijst", "line " + written + " of this list"}})};
    refusal.finding.way_out = {"laat een van beide regels weg", "leave out one of both lines"};
    return refusal;
}

Refusal kept_meanwhile(std::int64_t run) { return {finding(Code::F360, {std::to_string(run)})}; }

Refusal erased_meanwhile(std::int64_t erasure) { return {finding(Code::F366, {std::to_string(erasure)})}; }

Diagnostic finding_of(const Failure& failure, const std::string& name) {
    Diagnostic found = plain_finding_of(failure, name);
    if (names_server(name)) suit_to_server(found);
    return found;
}

std::optional<Diagnostic> problem_of_path(const std::string& path, bool may_create) {
    if (names_no_file(path)) return finding(Code::F335, {path});
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
        if (!may_create) return finding(Code::F337, {path});
        const fs::path folder = fs::path(path).parent_path();
        if (folder.empty() || fs::is_directory(folder, error)) return std::nullopt;
        return finding(Code::F333, {path, words_for(ENOENT, {})});
    }
    if (error) return finding(Code::F333, {path, words_for(error.value(), error.message())});
    if (!fs::is_regular_file(status)) return finding(Code::F335, {path});
    return std::nullopt;
}

}  // namespace wegwijzer::store
