// A fault in the thinking that is planted in a pack that comes along is found, where it stands, and nothing else is.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "dsl/review/silencings.h"
#include "dsl/thinking/think.h"
#include "tests/support/packs.h"

namespace wegwijzer::test {
BOOST_AUTO_TEST_SUITE(planted_faults)

namespace {

namespace fs = std::filesystem;

struct Fault {
    Code code;
    std::string words;  // at its place
    std::string text;
};

// Read behind a pack; complete apart from the fault.
const std::string around = R"(
factor geplante_factor "Geplant"
rol geplante_slber "Studieloopbaanbegeleider" lijn eerste
rol geplante_decaan "Decaan" lijn tweede

interventie geplant_gesprek "Gesprek"
  door geplante_slber

beleid geplant_praten "Praten"
  als      peildatum > 2026-12-01
  adviseer geplant_gesprek binnen 1 week
)";

const std::vector<Fault>& faults() {
    static const std::vector<Fault> all = {
        {Code::W115, "geplante_grens", "parameter geplante_grens : getal = 3\n"},
        {Code::W115, "geplant_begrip", R"(parameter geplante_grens : getal = 3
begrip geplant_tussen = geplante_grens * 2
begrip geplant_begrip = aantal opvolgingen > geplant_tussen
)"},
        {Code::W115, "geplante_tabel", R"(tabel geplante_tabel : geheel
  trefwijze eerste
  | aantal opvolgingen || uitkomst |
  | > 3                || 1        |
  | -                  || 0        |
)"},
        {Code::W117, "geplant_bezoek", "interventie geplant_bezoek \"Bezoek\"\n  door geplante_slber\n"},
        {Code::W117, "geplante_aanpak", "aanpak geplante_aanpak \"Aanpak\"\n  stap 1 geplant_gesprek binnen 1 week\n"},
        {Code::W118, "3", R"(begrip geplant_een = aantal opvolgingen in de laatste 5 weken > 3
begrip geplant_twee = aantal opvolgingen in de laatste 5 weken > 5
begrip geplant_drie = aantal opvolgingen in de laatste 5 weken >= 8
beleid geplant_eerst "Eerst"
  als      geplant_een
  adviseer geplant_gesprek binnen 4 weken
beleid geplant_daarna "Daarna"
  als      geplant_twee
  adviseer geplant_gesprek binnen 2 weken
beleid geplant_ten_slotte "Ten slotte"
  als      geplant_drie
  adviseer geplant_gesprek binnen 1 week
)"},
        {Code::W119, "geplant_veld", R"(gegevens student
  geplant_veld : getal van 1 t/m 5
signaal geplant_laag "Laag"
  factor geplante_factor
  als geplant_veld < 3
beleid geplant_bij_laag "Bij laag"
  als      signaal geplant_laag
  adviseer geplant_gesprek binnen 2 weken
voorbeeld "geplant"
  op 2026-12-07
  gegeven student
    geplant_veld 2
  verwacht signaal geplant_laag
)"},
        {Code::W120, "geplante_verkenning", R"(gegevens student
  geplant_veld : getal van 1 t/m 5
interventie geplante_verkenning "Verkenning"
  door geplante_decaan
  via  geplante_slber
  met toestemming
beleid geplant_verder "Verder"
  als      geplant_veld < 3
  adviseer geplante_verkenning binnen 2 weken
)"},
    };
    return all;
}

std::vector<std::string> findings_of(std::vector<PackText> packs) {
    const Compilation compilation = compile(std::move(packs));
    std::vector<std::string> found;
    if (compilation.rules == nullptr) {
        for (const Diagnostic& error : compilation.diagnostics.all()) {
            if (entry(error.code).kind == FindingKind::error) found.emplace_back(entry(error.code).code);
        }
        return found;
    }
    Diagnostics findings;
    static_cast<void>(thinking::think(compilation, findings));
    const review::Silenced silenced = review::silence(compilation, findings.all());
    for (const Diagnostic& finding : silenced.left.all()) {
        if (finding.code == Code::W320) continue;
        found.push_back(std::string(entry(finding.code).code) + ' ' +
                        std::string(compilation.sources.text(finding.span)));
    }
    return found;
}

std::vector<PackText> with(const fs::path& pack, const std::string& text) {
    std::vector<PackText> packs = read_pack_in_use(pack);
    packs.front().files.push_back({(pack / "zz.regels").string(), text});
    return packs;
}

BOOST_AUTO_TEST_CASE(each_is_found_alone_in_every_pack_with_examples) {
    std::size_t packs = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator("rules")) {
        if (!entry.is_directory() || !fs::exists(entry.path() / "3-beleid.regels")) continue;
        ++packs;
        const std::vector<std::string> sound = findings_of(with(entry.path(), around));
        BOOST_TEST(sound.empty(), entry.path().string()
                                      << " with what is around: " << (sound.empty() ? "nothing" : sound.front()));
        for (const Fault& fault : faults()) {
            const std::vector<std::string> found = findings_of(with(entry.path(), around + fault.text));
            const std::string wanted = std::string(wegwijzer::entry(fault.code).code) + ' ' + fault.words;
            BOOST_TEST(found.size() == 1U, entry.path().string() << " with " << wanted << ": " << found.size());
            BOOST_TEST((!found.empty() && found.front() == wanted),
                       entry.path().string()
                           << ": " << (found.empty() ? "nothing" : found.front()) << ", not " << wanted);
        }
    }
    BOOST_TEST(packs > 10U);
}

// A beleid that counts all `signalen` reads any signal that comes.
BOOST_AUTO_TEST_CASE(a_signal_that_no_policy_uses_is_found_where_none_counts_them_all) {
    const std::string fault = around + R"(signaal geplant_signaal "Geplant"
  factor geplante_factor
  als peildatum > 2026-12-01
)";
    std::size_t found_in = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator("rules")) {
        if (!entry.is_directory() || !fs::exists(entry.path() / "3-beleid.regels")) continue;
        const std::vector<std::string> found = findings_of(with(entry.path(), fault));
        if (found.empty()) continue;
        ++found_in;
        BOOST_TEST(found.size() == 1U);
        BOOST_TEST(found.front() == "W116 geplant_signaal");
    }
    BOOST_TEST(found_in > 5U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace wegwijzer::test
