#include <filesystem>
#include <ostream>

#include "cli/commands.h"
#include "cli/rewrite_packs.h"
#include "cli/starter_pack.h"

namespace wegwijzer::cli {
namespace {

namespace fs = std::filesystem;

Status say(const Context& context, Code code, const std::string& argument) {
    Diagnostic problem;
    problem.code = code;
    problem.arguments = {argument};
    context.report(problem);
    return Status::wrong_use;
}

// Anything but a folder without anything in it.
bool is_taken(const std::string& path) {
    if (!exists(path)) return false;
    std::error_code error;
    return !fs::is_empty(path, error) || error || !is_folder(path);
}

// `.` and `map/` have a name as well.
std::string name_of_folder(const std::string& path) {
    std::error_code error;
    const fs::path whole = fs::absolute(path, error).lexically_normal();
    return last_name_of(whole.string());
}

void say_what_is_next(const Context& context, const std::string& folder, const StarterPack& pack) {
    const bool dutch = context.language() == Language::nl;
    std::ostream& out = context.streams.out;
    out << (dutch ? "Gemaakt:\n" : "Made:\n");
    for (const StarterFile& file : pack.files) out << "  " << path_inside(folder, file.name) << '\n';
    const std::string quoted = quote_argument(folder);
    const std::string data = quote_argument(path_inside(folder, dutch ? "gegevens" : "data"));
    const std::string day = to_iso(pack.example_day);
    if (dutch) {
        out << "\nHoe verder:\n"
            << "  wegwijzer controleer " << quoted << "\n"
            << "  wegwijzer toets " << quoted << "\n"
            << "  wegwijzer adviseer --rules " << quoted << " --data " << data << " --date " << day << "\n"
            << "\nOpen daarna " << path_inside(folder, pack.files.front().name)
            << ", verander een grens en kijk wat er anders wordt.\n";
        if (context.options.institution.empty()) out << "Vul bij `eigenaar` de naam van uw instelling in.\n";
        return;
    }
    out << "\nWhat to do next:\n"
        << "  wegwijzer check " << quoted << "\n"
        << "  wegwijzer test " << quoted << "\n"
        << "  wegwijzer evaluate --rules " << quoted << " --data " << data << " --date " << day << "\n"
        << "\nThen open " << path_inside(folder, pack.files.front().name)
        << ", change a threshold and see what becomes different.\n";
    if (context.options.institution.empty()) out << "Put the name of your institution at `owner`.\n";
}

}  // namespace

Status run_new(const Context& context) {
    const Options& options = context.options;
    const std::string& folder = options.packs.front();
    const std::string name = pack_name_from(name_of_folder(folder));
    if (name.empty()) return say(context, Code::F265, folder);
    if (is_taken(folder)) return say(context, Code::F263, folder);
    const std::optional<Date> day = options.date ? options.date : context.environment.today;
    const StarterPack pack = make_starter_pack(name, options.institution, context.language(), day.value_or(Date{}));
    FileProblems problems;
    for (const StarterFile& file : pack.files)
        if (!create_file(path_inside(folder, file.name), file.text, problems)) break;
    const Status status = context.report(problems);
    if (status == Status::fine) say_what_is_next(context, folder, pack);
    return status;
}

}  // namespace wegwijzer::cli
