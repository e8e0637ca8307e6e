// The help of commands about rules.
#include "cli/help/texts.h"

namespace wegwijzer::cli::help {

const HelpText check{
    R"(Voorbeelden:
  wegwijzer controleer rules/vroegsignalering
  wegwijzer controleer landelijk eigen/bijstellingen.regels

Gebruik: wegwijzer controleer PAKKET…

Leest de regelpakketten samen en zegt alles wat er niet klopt in één keer: de plaats, waarom, en een uitweg. Een PAKKET is
een map met `.regels`-bestanden of één bestand; van een map met regelpakketten wordt elk pakket apart nagekeken.
Waarschuwingen en opmerkingen alleen zijn geen fout.
)",
    R"(Examples:
  wegwijzer check rules/vroegsignalering
  wegwijzer check national own/adjustments.regels

Usage: wegwijzer check PACK…

Reads the rule packs together and says everything that is wrong at once: the place, why, and a way out. A PACK is a folder
of `.regels` files or one file; of a folder of rule packs each pack is looked at by itself. Warnings and notes alone are no
error.
)"};

const HelpText test{
    R"(Voorbeelden:
  wegwijzer toets rules/vroegsignalering
  wegwijzer toets rules
  wegwijzer toets rules/vroegsignalering --dekking
  wegwijzer toets rules/vroegsignalering --format junit > uitkomst.xml

Gebruik: wegwijzer toets PAKKET… [--dekking] [--verander] [--plain] [--format text|junit|json]
  PAKKET                     een map met .regels-bestanden of een bestand; van een map met mappen elk pakket apart
  --dekking                  wat de voorbeelden van de regels raken en wat niet, met voorbeelden om over te nemen
                             (ook: --coverage)
  --verander                 welke kleine wijzigingen van de regels geen voorbeeld opmerkt: een grens een stap hoger of lager,
                             `<` als `<=`, een deel weggelaten, `en` als `of` (ook: --mutate)
  --plain                    voor een schermlezer

Voert elk `voorbeeld` uit. Komt een `verwacht` niet uit, dan staat erbij wat de uitkomst is en waarom, en is de uitkomst
(exit status) 1. Wat geen voorbeeld raakt of merkt, is geen fout.
)",
    R"(Examples:
  wegwijzer test rules/vroegsignalering
  wegwijzer test rules
  wegwijzer test rules/vroegsignalering --coverage
  wegwijzer test rules/vroegsignalering --format junit > result.xml

Usage: wegwijzer test PACK… [--coverage] [--mutate] [--plain] [--format text|junit|json]
  PACK                       a folder with .regels files or a file; of a folder of folders each pack by itself
  --coverage                 what the examples reach of the rules and what they don't, with examples to paste
                             (also: --dekking)
  --mutate                   which small changes of the rules no example notices: a boundary a step higher or lower, `<` as
                             `<=`, a part left out, `and` as `or` (also: --verander)
  --plain                    for screen readers

Runs every `voorbeeld` (example). Where a `verwacht` (expect) doesn't come out, it says what did and why, and the exit
status is 1. What no example reaches or notices is no failure.
)"};

const HelpText fmt{
    R"(Voorbeelden:
  wegwijzer opmaak rules/vroegsignalering
  wegwijzer opmaak --check rules

Gebruik: wegwijzer opmaak [--check] PAKKET…

  --check                    niets schrijven; alleen zeggen welke bestanden niet in de vaste opmaak staan (uitkomst 1)

Zet elke regel op zijn eigen regel, ingesprongen en uitgelijnd, en schrijft de bestanden terug. Wat er staat verandert niet:
commentaar, teksten en lege regels tussen declaraties blijven. Een bestand met fouten blijft zoals het is, en de fouten
worden getoond. Een PAKKET is een map met `.regels`-bestanden, één bestand, of een map met regelpakketten.
)",
    R"(Examples:
  wegwijzer fmt rules/vroegsignalering
  wegwijzer fmt --check rules

Usage: wegwijzer fmt [--check] PACK…

  --check                    write nothing; only say which files are not in the standard layout (status 1)

Puts every clause on its own line, indented and aligned, and writes the files back. What they say does not change: comments,
texts and empty lines between declarations stay. A file with errors stays as it is, and the errors are shown. A PACK is a
folder of `.regels` files, one file, or a folder of rule packs.
)"};

const HelpText translate{
    R"(Voorbeelden:
  wegwijzer vertaal --to en bijstelling.regels
  wegwijzer vertaal --to en rules/vroegsignalering --out early_alert
  wegwijzer vertaal --to nl rules --out regels

Gebruik: wegwijzer vertaal --to en|nl PAKKET… [--out MAP]

  --to en|nl                 de taal van de nieuwe tekst
  --out MAP                  waar de bestanden komen; nodig voor een map. Er wordt niets overschreven.

Schrijft hetzelfde regelpakket in de andere woorden: de woorden van de taal, getallen en datums. Namen, teksten en
commentaar blijven wat ze zijn, behalve wat in een tekst tussen `{` en `}` staat. Terugvertalen geeft wat `wegwijzer opmaak`
geeft. Zonder --out komt één bestand op het scherm.
)",
    R"(Examples:
  wegwijzer translate --to en bijstelling.regels
  wegwijzer translate --to en rules/vroegsignalering --out early_alert
  wegwijzer translate --to nl rules --out regels

Usage: wegwijzer translate --to en|nl PACK… [--out FOLDER]

  --to en|nl                 the language of the new text
  --out FOLDER               where the files go; needed for a folder. Nothing is overwritten.

Writes the same rule pack in the other words: the words of the language, numbers and dates. Names, texts and comments stay
what they are, but for what stands between `{` and `}` in a text. Translating back gives what `wegwijzer fmt` gives. Without
--out one file is shown on the screen.
)"};

const HelpText start{
    R"(Voorbeelden:
  wegwijzer nieuw vroegsignalering --instelling "Hogeschool Voorbeeld"
  wegwijzer nieuw early_alert --institution "Example University" --lang en

Gebruik: wegwijzer nieuw MAP [--instelling NAAM] [--lang nl|en] [--date DAG]

  --instelling NAAM          de naam van uw instelling, voor in het regelpakket (ook: --institution)
  --lang nl|en               de taal van het regelpakket (ook: --taal)
  --date DAG                 een dag in het studiejaar van het regelpakket (anders: vandaag)

Maakt een map met een klein regelpakket dat klopt: gegevens, een signaal, een kracht, een gesprek, en voorbeelden die laten
zien wat de regels doen. Met verzonnen gegevens van vier studenten, zodat u meteen ziet wat eruit komt. Er wordt niets
overschreven.
)",
    R"(Examples:
  wegwijzer new early_alert --institution "Example University"
  wegwijzer new vroegsignalering --instelling "Hogeschool Voorbeeld" --lang nl

Usage: wegwijzer new FOLDER [--institution NAME] [--lang nl|en] [--date DAY]

  --institution NAME         the name of your institution, for in the rule pack (also: --instelling)
  --lang nl|en               the language of the rule pack (also: --taal)
  --date DAY                 a day in the academic year of the rule pack (else: today)

Makes a folder with a small rule pack that is right: data, a signal, a strength, a conversation, and examples that show what
the rules do. With invented data of four students, so that you see at once what comes out. Nothing is overwritten.
)"};

const HelpText diff{
    R"(Voorbeelden:
  wegwijzer vergelijk --rules rules/vroegsignalering --with nieuw --data gegevens --date 2026-11-02
  wegwijzer vergelijk --rules rules/vroegsignalering --with rules/vroegsignalering eigen.regels --data gegevens --date vandaag
  wegwijzer vergelijk --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --sweep "presentiegrens=60%..80%/5%"
  wegwijzer vergelijk 3 4 --store dossier.db

Gebruik: wegwijzer vergelijk --rules OUD… --with NIEUW… --data D --date DAG
         wegwijzer vergelijk --rules PAKKET… --data D --date DAG --sweep PARAMETER=VAN..TOT/STAP
         wegwijzer vergelijk RUN1 RUN2 --store BESTAND [--role R]

  --with NIEUW…              de nieuwe regels: alle pakketten die dan gelden
  --sweep PARAMETER=VAN..TOT/STAP
                             wat elke waarde van een parameter geeft: `4,5..5,5/0,1`, `"2 weken..6 weken/1 week"`;
                             van een keuze zonder stap: `laag..hoog`
  RUN1 RUN2                  twee runs die met `wegwijzer adviseer --bewaar` zijn bewaard: wat er in de tussentijd veranderde
  --rules, --data, --date, --mentor, --role, --where, --out   zoals bij `wegwijzer adviseer --help`
  --format table|json|csv    en bij --sweep: svg, een grafiek

Wie erbij komt en wie eraf gaat, welk advies verandert en waardoor, en hoeveel uur het per rol vraagt. Wat een lezer niet mag
zien wordt niet vergeleken.
)",
    R"(Examples:
  wegwijzer diff --rules rules/vroegsignalering --with new --data data --date 2026-11-02
  wegwijzer diff --rules rules/vroegsignalering --with rules/vroegsignalering own.regels --data data --date today
  wegwijzer diff --rules rules/vroegsignalering --data data --date 2026-11-02 --sweep "presentiegrens=60%..80%/5%"
  wegwijzer diff 3 4 --store store.db

Usage: wegwijzer diff --rules OLD… --with NEW… --data D --date DAY
       wegwijzer diff --rules PACK… --data D --date DAY --sweep PARAMETER=FROM..TO/STEP
       wegwijzer diff RUN1 RUN2 --store FILE [--role R]

  --with NEW…                the new rules: all packs that hold then
  --sweep PARAMETER=FROM..TO/STEP
                             what each value of a parameter gives: `4.5..5.5/0.1`, `"2 weeks..6 weeks/1 week"`;
                             of a choice without a step: `low..high`
  RUN1 RUN2                  two runs that `wegwijzer evaluate --keep` kept: what changed in between
  --rules, --data, --date, --mentor, --role, --where, --out   as in `wegwijzer evaluate --help`
  --format table|json|csv    and with --sweep: svg, a chart

Who comes on and who goes off, whose advice changes and through what, and how many hours it asks of each role. What a reader
may not see is not compared.
)"};

const HelpText fields{
    R"(Voorbeelden:
  wegwijzer velden rules/vroegsignalering
  wegwijzer velden rules/hbo eigen.regels --format csv --out velden.csv

Gebruik: wegwijzer velden PAKKET… [--plain] [--format table|json|csv] [--out BESTAND]

  --plain                    voor een schermlezer: zinnen onder elkaar, zonder kolommen
  --format table|json|csv
  --out BESTAND              schrijf de lijst in een bestand

Voor de functionaris gegevensbescherming: elk veld dat de regels van de gegevens vragen, zijn privacyklasse, wie het gebruikt
en waar, met het doel en de rechtsgrond van het pakket en de motivering, de grondslag en de bron van elke regel. Een veld dat
nergens gebruikt wordt staat er ook in. Er worden geen gegevens van studenten gelezen.
)",
    R"(Examples:
  wegwijzer fields rules/vroegsignalering
  wegwijzer fields rules/hbo own.regels --format csv --out fields.csv

Usage: wegwijzer fields PACK… [--plain] [--format table|json|csv] [--out FILE]

  --plain                    for a screen reader: sentences below each other, without columns
  --format table|json|csv
  --out FILE                 write the list to a file

For the privacy officer: each field that the rules ask of the data, its privacy class, who uses it and where, with the
purpose and legal ground of the pack and the justification, legal basis and source of each rule. A field that is used
nowhere is on the list too. No data of students are read.
)"};

const HelpText lsp{
    R"(Voorbeelden:
  wegwijzer taalserver
  wegwijzer taalserver --lang en

Gebruik: wegwijzer taalserver [--lang nl|en]

De taalserver voor een editor (Language Server Protocol 3.17, over standaardinvoer en -uitvoer); een editor start hem zelf.
Zonder `--lang` zijn de meldingen in de taal van het pakket. Hoe u hem instelt: docs/handleiding en editors/vscode.
)",
    R"(Examples:
  wegwijzer lsp
  wegwijzer lsp --lang en

Usage: wegwijzer lsp [--lang nl|en]

The language server for an editor (Language Server Protocol 3.17, over standard input and output); an editor starts it by
itself. Without `--lang` the findings are in the language of the pack. How to set it up: docs/handleiding and editors/vscode.
)"};

}  // namespace wegwijzer::cli::help
