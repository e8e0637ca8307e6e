#include "tests/unit/api/institution.h"

#include <sstream>

#include "cli/files.h"
#include "cli/run.h"
#include "dsl/compile/packs_in_use.h"

namespace wegwijzer::test {

const std::vector<Institution>& institutions() {
    static const std::vector<Institution> all{
        {{"rules/vroegsignalering"},
         "examples/eerstejaars",
         "2026-11-02",
         "M. de Vries",
         "studentdecaan",
         {"500111", "500161"},
         {"lage_presentie", "Gemotiveerd begonnen", "contact_bij_lage_presentie"},
         {{"motivatie = 3"}, {"presenties + {2026-11-09; 90%}", "motivatie = onbekend"}},
         "motivatie < 3"},
        {{"rules/hbo", "examples/instelling/hogeschool"},
         "examples/instelling/hogeschool/gegevens",
         "2026-11-16",
         "A. Bouzid",
         "studentdecaan",
         {"610001", "610026"},
         {"geen_laptop", "leenlaptop_aanbieden", "Nog geen geschikte laptop"},
         {{"heeft_laptop = nee"}, {"gesprekken + {datum: 2026-11-20}", "keuzezekerheid = 2,5"}},
         "leerjaar = 1"},
        {{"rules/mbo", "examples/instelling/roc"},
         "examples/instelling/roc/gegevens",
         "2026-11-16",
         "A. Bouzid",
         "zorgteam",
         {"720001", "720026"},
         {"bbl_zonder_leerbedrijf", "leerbedrijf_regelen", "Nog geen leerbedrijf"},
         {{"leerbedrijf_gevonden = nee"}, {"gesprekken + {datum: 2026-11-20}"}},
         "leerweg is bbl"},
    };
    return all;
}

api::Rules rules_of(const Institution& institution) {
    cli::FileProblems problems;
    std::vector<PackText> texts;
    for (const std::string& path : institution.packs) texts.push_back(cli::read_pack(path, problems));
    std::vector<api::Pack> packs;
    for (PackText& text : with_packs_in_use(std::move(texts), cli::packs_beside)) {
        api::Pack& pack = packs.emplace_back(api::Pack{text.name, {}});
        for (PackFile& file : text.files) pack.files.push_back({file.name, std::move(file.text)});
    }
    return *api::Rules::compile(packs);
}

api::Cohort cohort_of(const Institution& institution, const api::Rules& rules) {
    cli::FileProblems problems;
    const cli::DataBytes bytes = cli::read_data(institution.data, problems);
    std::vector<api::File> files;
    for (const io::DataFile& file : bytes.files()) files.push_back({std::string(file.name), std::string(file.bytes)});
    return *api::Cohort::from_csv(rules, files);
}

Told ask_command_line(const std::vector<std::string>& arguments) {
    std::ostringstream out;
    std::ostringstream err;
    Told told;
    told.status = cli::run(arguments, cli::Environment{}, {out, err});
    told.out = out.str();
    told.err = err.str();
    return told;
}

Told ask_command_line(const std::vector<std::string>& command, const Institution& institution,
                      const api::Request& request) {
    std::vector<std::string> arguments = command;
    arguments.emplace_back("--rules");
    arguments.insert(arguments.end(), institution.packs.begin(), institution.packs.end());
    const auto add = [&](const char* option, const std::string& value) {
        arguments.emplace_back(option);
        arguments.push_back(value);
    };
    add("--data", institution.data);
    add("--date", request.reference_date);
    add("--lang", request.language == api::Language::nl ? "nl" : "en");
    add("--error-format", "json");
    if (request.mentor) add("--mentor", *request.mentor);
    if (request.role) add("--role", *request.role);
    if (request.where) add("--where", *request.where);
    return ask_command_line(arguments);
}

}  // namespace wegwijzer::test
