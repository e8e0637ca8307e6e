#include "tests/support/pack_text.h"

#include "engine/diagnostics/render.h"

namespace wegwijzer::testing {

std::string pack_head() {
    return R"(regelpakket proef "Proef"
  versie 1.0
  eigenaar "Dienst" doel "Begeleiden" rechtsgrond "AVG art. 6"

bron B1 "Bron een"

gegevens student
  studentnummer : sleutel
  opleiding     : tekst
  mentor        : tekst mentor
  vooropleiding : keuze uit vmbo, havo, vwo, mbo
  leeftijd      : geheel met motivering
  zorg          : ja/nee bijzonder
  herkomst      : keuze uit nl, eu alleen toetsing
  startdatum    : datum start
  motivatie     : getal van 1 t/m 5
  zekerheid     : keuze uit laag, midden, hoog oplopend
  werkt         : ja/nee
  ec            : getal in EC
  norm          : getal in EC
  werkuren      : getal in uur
  aanwezig      : percentage
  instap        : cijfer
  stage         : duur

reeks toets, toetsen
  datum  : datum
  vak    : tekst
  cijfer : cijfer

reeks presentie, presenties
  datum   : datum
  aandeel : percentage
  op_tijd : ja/nee

reeks gesprek, gesprekken
  datum : datum
  soort : keuze uit slb, docent, decaan

kalender jaar van 2026-08-31 t/m 2027-07-09

fase begin "Begin" van dag 1 t/m dag 100

cluster coaching
factor binding in coaching
factor kennis

rol slber lijn eerste
rol docent lijn eerste
rol decaan lijn tweede
rol zat lijn extern

interventie gesprek_slb door slber
interventie naar_decaan door decaan via slber met toestemming

parameter grens : percentage = 70% tussen 50% en 90%
parameter aantal_keer : geheel = 3
parameter termijn : duur = 4 weken
parameter maandterm : duur = 2 maanden

begrip gem = gemiddelde aandeel van presenties in de laatste 3 lesweken

)";
}

Compilation compile_text(std::string text) {
    return compile({PackText{"proef.regels", {PackFile{"proef.regels", std::move(text)}}}});
}

Compilation compile_body(std::string_view body) { return compile_text(pack_head() + std::string(body)); }

Compilation compile_condition(std::string_view condition) {
    return compile_body("signaal s\n  factor kennis\n  als " + std::string(condition) + "\n");
}

std::vector<std::string> findings(const Compilation& compilation) {
    std::vector<std::string> result;
    for (const Diagnostic& diagnostic : compilation.diagnostics.all()) {
        std::string text(entry(diagnostic.code).code);
        if (diagnostic.span.has_place()) {
            text += " `" + std::string(compilation.sources.text(diagnostic.span)) + '`';
        }
        result.push_back(std::move(text));
    }
    return result;
}

std::string findings_text(const Compilation& compilation) {
    std::string result;
    for (const std::string& each : findings(compilation)) result += (result.empty() ? "" : " | ") + each;
    return result;
}

std::string shown(const Compilation& compilation, Language language) {
    RenderOptions options;
    options.language = language;
    return render(compilation.diagnostics, compilation.sources, options);
}

}  // namespace wegwijzer::testing
