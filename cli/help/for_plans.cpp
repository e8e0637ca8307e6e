// The help of the command about plans over time.
#include "cli/help/texts.h"

namespace wegwijzer::cli::help {

const HelpText plan{
    R"(Voorbeelden:
  wegwijzer aanpak --rules mijn_regels --data gegevens --date vandaag --mentor "M. de Vries"
  wegwijzer aanpak --rules mijn_regels --data gegevens --date vandaag --mentor "M. de Vries" --student 500123
  wegwijzer aanpak --rules mijn_regels --data gegevens --date vandaag --store dossier.db --role studentdecaan --student 500123

Gebruik: wegwijzer aanpak --rules PAKKET… --data D --date DAG [--student S]

  --student S                de student, met de sleutel uit de gegevens: elke aanpak die nu geldt, met zijn doel, zijn stappen
                             en wie ze zet, wat er is gedaan, wanneer erover wordt gesproken en of het doel is bereikt.
                             Zonder --student: welke aanpakken nu iets vragen (te laat, bespreken, evalueren)
  --plain                    voor een schermlezer: zinnen onder elkaar, zonder tekens
  --rules, --data, --date, --store, --mentor, --role, --where, --out   zoals bij `wegwijzer adviseer --help`
  --format text|json

Een warme overdracht staat er als twee taken: de eerste lijn introduceert, de tweede lijn neemt over en bevestigt dat door
vast te leggen dat er contact was. Wat de tweede lijn verder vastlegt, leest alleen de tweede lijn, en de student zelf
(`--role student`); anderen lezen of er contact was.
)",
    R"(Examples:
  wegwijzer plan --rules my_rules --data data --date today --mentor "M. de Vries"
  wegwijzer plan --rules my_rules --data data --date today --mentor "M. de Vries" --student 500123
  wegwijzer plan --rules my_rules --data data --date today --store store.db --role studentdecaan --student 500123

Usage: wegwijzer plan --rules PACK… --data D --date DAY [--student S]

  --student S                the student, by the key in the data: each plan in force, with its goal, its steps and who takes
                             them, what was done, when it is reviewed, and whether the goal is reached.
                             Without --student: which plans ask for something now (late, to be reviewed, to be evaluated)
  --plain                    for a screen reader: sentences one below the other, without marks
  --rules, --data, --date, --store, --mentor, --role, --where, --out   as in `wegwijzer evaluate --help`
  --format text|json

A warm hand-over is there as two tasks: the first line introduces, the second line takes over and confirms that by
recording that there was contact. What the second line records besides is read by the second line alone, and by the student
(`--role student`); others read whether there was contact.
)"};

}  // namespace wegwijzer::cli::help
