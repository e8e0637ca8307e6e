// The help texts: examples first, because that is what people copy.
#include "cli/options.h"

namespace wegwijzer::cli {
namespace {

struct HelpText {
    const char* nl;
    const char* en;
};

constexpr HelpText general_options{
    R"(
Altijd:
  --lang nl|en               de taal van wat u leest (anders: Nederlands, of Engels als het systeem Engels is)
  --error-format text|plain|json
                             meldingen met pijltjes, zonder (voor een schermlezer), of voor programma's
  --strict                   ongeldige cellen en opzijgezette rijen in de gegevens zijn een fout
  --log BESTAND              een logboek van stappen, tijden en aantallen, zonder gegevens van studenten
  --log-level debug|info|warning|error
  --help, --version

Uitkomst (exit status): 0 goed, 1 bevindingen, 2 verkeerd gebruik of onleesbare invoer, 3 een fout in dit programma.
)",
    R"(
Always:
  --lang nl|en               the language of what you read (else: Dutch, or English when the system is English)
  --error-format text|plain|json
                             messages with carets, without (for a screen reader), or for programs
  --strict                   invalid cells and set-aside rows in the data are an error
  --log FILE                 a log of steps, times and counts, without data of students
  --log-level debug|info|warning|error
  --help, --version

Exit status: 0 fine, 1 findings, 2 wrong use or unreadable input, 3 a fault in this program.
)"};

constexpr HelpText overview{
    R"(Voorbeelden:
  wegwijzer controleer rules/vroegsignalering
  wegwijzer adviseer --rules rules/vroegsignalering --data gegevens --date 2026-11-02
  wegwijzer adviseer --rules rules/vroegsignalering --data gegevens --date vandaag --mentor "M. de Vries"
  wegwijzer verklaar --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --student 500123

Wegwijzer leest signaleringsregels en gegevens van studenten, en geeft begeleiders adviezen met uitleg. Het zijn
voorstellen; een mens beslist.

Opdrachten:
  controleer (check) PAKKET…   de regels nakijken: alle bevindingen in één keer
  adviseer   (evaluate)        wie kan welke hulp gebruiken, van wie, wanneer en waarom
  verklaar   (explain)         alles over één student: waarom wel, waarom niet, wat ontbreekt; of wat een melding
                               betekent: `wegwijzer verklaar W003`
  rapport    (report)          een map met pagina's voor de browser en voor papier
  toets      (test) PAKKET…    de voorbeelden van regelpakketten uitvoeren
  vergelijk  (diff)            wat een verandering van de regels zou doen
  opmaak     (fmt) PAKKET…     de regels in de vaste opmaak zetten
  vertaal    (translate)       hetzelfde pakket in Engelse of Nederlandse woorden
  nieuw      (new) MAP         een regelpakket om mee te beginnen
  velden     (fields) PAKKET…  welke gegevens de regels vragen, wie ze gebruikt en waarom
  toon       (show)            tussenvormen: ast, model, program, trace, caseload
  taalserver (lsp)             hulp bij het schrijven, voor een editor

`wegwijzer OPDRACHT --help` zegt meer.
)",
    R"(Examples:
  wegwijzer check rules/vroegsignalering
  wegwijzer evaluate --rules rules/vroegsignalering --data data --date 2026-11-02
  wegwijzer evaluate --rules rules/vroegsignalering --data data --date today --mentor "M. de Vries"
  wegwijzer explain --rules rules/vroegsignalering --data data --date 2026-11-02 --student 500123

Wegwijzer reads rules for early alert and student records, and gives coaches advice with reasons. They are proposals; a
person decides.

Commands:
  check    (controleer) PACK…   look the rules over: all findings at once
  evaluate (adviseer)           who could use which help, from whom, when and why
  explain  (verklaar)           all about one student: why, why not, what is missing; or what a finding means:
                                `wegwijzer explain W003`
  report   (rapport)            a folder of pages for the browser and for paper
  test     (toets) PACK…        run the examples of rule packs
  diff     (vergelijk)          what a change of the rules would do
  fmt      (opmaak) PACK…       put the rules in the standard layout
  translate (vertaal)           the same pack in Dutch or English words
  new      (nieuw) FOLDER       a rule pack to begin with
  fields   (velden) PACK…       which data the rules ask for, who uses them and why
  show     (toon)               intermediate forms: ast, model, program, trace, caseload
  lsp      (taalserver)         help while writing, for an editor

`wegwijzer COMMAND --help` says more.
)"};

constexpr HelpText check{
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

constexpr HelpText evaluate{
    R"(Voorbeelden:
  wegwijzer adviseer --rules rules/vroegsignalering --data gegevens --date 2026-11-02
  wegwijzer adviseer --rules rules/vroegsignalering --data gegevens --date vandaag --mentor "M. de Vries"
  wegwijzer adviseer --rules landelijk eigen.regels --data studenten.jsonl --date 2026-11-02 --format csv --out advies.csv

Gebruik: wegwijzer adviseer --rules PAKKET… --data D --date DAG

  --rules PAKKET…            een of meer regelpakketten (map of bestand); een later pakket stelt een eerder bij
  --data D                   een map met csv-bestanden, of één `.json`- of `.jsonl`-bestand
  --date DAG                 de peildatum: `2026-11-02`, of `vandaag`
  --mentor M                 alleen de studenten van mentor M; u leest als hun eigen mentor
  --role R                   u leest als rol R (kiest geen studenten); `student`: de student zelf
  --where 'VOORWAARDE'       alleen de studenten voor wie dit geldt, in de woorden van het regelpakket, over velden van de
                             student: 'leerjaar = 1 en opleiding is "ICT"' (ook: --waar)
  --plain                    voor een schermlezer: zinnen onder elkaar, zonder kolommen en tekens
  --format table|json|jsonl|csv
  --out BESTAND              schrijf het resultaat in een bestand

Wat een lezer niet mag zien blijft weg. Zonder --mentor en --role wordt niets vertrouwelijks getoond.
)",
    R"(Examples:
  wegwijzer evaluate --rules rules/vroegsignalering --data data --date 2026-11-02
  wegwijzer evaluate --rules rules/vroegsignalering --data data --date today --mentor "M. de Vries"
  wegwijzer evaluate --rules national own.regels --data students.jsonl --date 2026-11-02 --format csv --out advice.csv

Usage: wegwijzer evaluate --rules PACK… --data D --date DAY

  --rules PACK…              one or more rule packs (folder or file); a later pack adjusts an earlier one
  --data D                   a folder of csv files, or one `.json` or `.jsonl` file
  --date DAY                 the reference date: `2026-11-02`, or `today`
  --mentor M                 only the students of mentor M; you read as their own mentor
  --role R                   you read as role R (selects no students); `student`: the student
  --where 'CONDITION'        only the students for whom this holds, in the words of the rule pack, over the student's
                             fields: 'year = 1 and programme is "ICT"' (also: --waar)
  --plain                    for a screen reader: sentences one below the other, without columns and marks
  --format table|json|jsonl|csv
  --out FILE                 write the result to a file

What a reader may not see is left out. Without --mentor and --role nothing confidential is shown.
)"};

constexpr HelpText explain{
    R"(Voorbeelden:
  wegwijzer verklaar --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --student 500123
  wegwijzer verklaar --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --student 500123 --mentor "M. de Vries"
  wegwijzer verklaar --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --student 500123 --what-if "motivatie = 3"
  wegwijzer verklaar W003

Gebruik: wegwijzer verklaar --rules PAKKET… --data D --date DAG --student S [--what-if WIJZIGING]… [--why-not NAAM]
         wegwijzer verklaar CODE

  CODE                       wat de melding met deze code betekent, met een fout en een goed voorbeeld
  --student S                de student, met de sleutel uit de gegevens
  --all                      ook alles wat niet speelt en al het beleid dat niet geldt, met elke voorwaarde
  --what-if WIJZIGING        wat als: `motivatie = 3`, `motivatie = onbekend` of `presenties + {2026-11-09; 90%}`; mag
                             vaker. Een gebeurtenis van een latere dag wordt op die dag bekeken
  --why-not NAAM             waarom dit signaal, deze kracht of kans of dit beleid niet geldt, en wat het zou doen gelden
  --rules, --data, --date, --mentor, --role, --out   zoals bij `wegwijzer adviseer --help`
  --format text|json
  --plain                    voor een schermlezer: zinnen onder elkaar, zonder tekens

Wat goed gaat, wat u kunt doen, en waarom: elk signaal met zijn voorwaarden (✓ waar, ✗ niet waar, ? onbekend), de waarden
en de grenzen, en wat ontbreekt.
Met `--role student`: een bladzijde voor de student zelf, in gewone taal.
)",
    R"(Examples:
  wegwijzer explain --rules rules/vroegsignalering --data data --date 2026-11-02 --student 500123
  wegwijzer explain --rules rules/vroegsignalering --data data --date 2026-11-02 --student 500123 --mentor "M. de Vries"
  wegwijzer explain --rules rules/vroegsignalering --data data --date 2026-11-02 --student 500123 --what-if "motivatie = 3"
  wegwijzer explain W003

Usage: wegwijzer explain --rules PACK… --data D --date DAY --student S [--what-if CHANGE]… [--why-not NAME]
       wegwijzer explain CODE

  CODE                       what the finding with this code means, with a wrong and a right example
  --student S                the student, by the key in the data
  --all                      everything that does not apply, too, and all policies, with every condition
  --what-if CHANGE           what if: `motivatie = 3`, `motivatie = onbekend` or `presenties + {2026-11-09; 90%}`, in the
                             words of the pack; may be repeated. An event of a later day is looked at on that day
  --why-not NAME             why this signal, strength, opportunity or policy does not hold, and what would make it hold
  --rules, --data, --date, --mentor, --role, --out   as in `wegwijzer evaluate --help`
  --format text|json
  --plain                    for a screen reader: sentences one below the other, without marks

What goes well, what you can do, and why: each signal with its conditions (✓ true, ✗ not true, ? unknown), the values and
thresholds, and what is missing.
With `--role student`: a page for the student, in plain words.
)"};

constexpr HelpText report{
    R"(Voorbeelden:
  wegwijzer rapport --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --mentor "M. de Vries" --students --out rapport
  wegwijzer rapport --rules rules/vroegsignalering --data gegevens --date vandaag --role student --student 500123 --out voor_sam

Gebruik: wegwijzer rapport --rules PAKKET… --data D --date DAG --out MAP

  --out MAP                  de map van het rapport: een nieuwe, een lege, of die van een eerder rapport (dat wordt vervangen)
  --students                 ook een pagina voor elke student die op de lijst een regel heeft
  --student S                ook een pagina voor student S, met de sleutel uit de gegevens
  --rules, --data, --date, --mentor, --role, --where   zoals bij `wegwijzer adviseer --help`

Schrijft `index.html`: de studenten van de mentor (zonder --mentor alle studenten), in de volgorde van het beleid, met een
filter. En `student-0001.html`, `student-0002.html`, … in diezelfde volgorde. Met `--role student` alleen de pagina's voor de
studenten zelf. Elke pagina is één bestand dat zonder netwerk werkt en op A4 te printen is. Wat een lezer niet mag zien staat
er niet in; wie het bestand heeft, leest het: bewaar het zorgvuldig.
)",
    R"(Examples:
  wegwijzer report --rules rules/vroegsignalering --data data --date 2026-11-02 --mentor "M. de Vries" --students --out report
  wegwijzer report --rules rules/vroegsignalering --data data --date today --role student --student 500123 --out for_sam

Usage: wegwijzer report --rules PACK… --data D --date DAY --out FOLDER

  --out FOLDER               the folder of the report: a new one, an empty one, or that of an earlier report (it is replaced)
  --students                 also a page for every student who has a line on the list
  --student S                also a page for student S, by the key in the data
  --rules, --data, --date, --mentor, --role, --where   as in `wegwijzer evaluate --help`

Writes `index.html`: the students of the mentor (without --mentor all students), in the order of the policy, with a filter.
And `student-0001.html`, `student-0002.html`, … in the same order. With `--role student` only the pages for the students
themselves. Every page is one file that works without a network and prints on A4. What a reader may not see is not in it; who
has the file reads it: keep it with care.
)"};

constexpr HelpText test{
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

constexpr HelpText fmt{
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

constexpr HelpText translate{
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

constexpr HelpText start{
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

constexpr HelpText diff{
    R"(Voorbeelden:
  wegwijzer vergelijk --rules rules/vroegsignalering --with nieuw --data gegevens --date 2026-11-02
  wegwijzer vergelijk --rules rules/vroegsignalering --with rules/vroegsignalering eigen.regels --data gegevens --date vandaag
  wegwijzer vergelijk --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --sweep "presentiegrens=60%..80%/5%"

Gebruik: wegwijzer vergelijk --rules OUD… --with NIEUW… --data D --date DAG
         wegwijzer vergelijk --rules PAKKET… --data D --date DAG --sweep PARAMETER=VAN..TOT/STAP

  --with NIEUW…              de nieuwe regels: alle pakketten die dan gelden
  --sweep PARAMETER=VAN..TOT/STAP
                             wat elke waarde van een parameter geeft: `4,5..5,5/0,1`, `"2 weken..6 weken/1 week"`;
                             van een keuze zonder stap: `laag..hoog`
  --rules, --data, --date, --mentor, --role, --where, --out   zoals bij `wegwijzer adviseer --help`
  --format table|json|csv    en bij --sweep: svg, een grafiek

Wie erbij komt en wie eraf gaat, welk advies verandert en waardoor, en hoeveel uur het per rol vraagt. Wat een lezer niet mag
zien wordt niet vergeleken.
)",
    R"(Examples:
  wegwijzer diff --rules rules/vroegsignalering --with new --data data --date 2026-11-02
  wegwijzer diff --rules rules/vroegsignalering --with rules/vroegsignalering own.regels --data data --date today
  wegwijzer diff --rules rules/vroegsignalering --data data --date 2026-11-02 --sweep "presentiegrens=60%..80%/5%"

Usage: wegwijzer diff --rules OLD… --with NEW… --data D --date DAY
       wegwijzer diff --rules PACK… --data D --date DAY --sweep PARAMETER=FROM..TO/STEP

  --with NEW…                the new rules: all packs that hold then
  --sweep PARAMETER=FROM..TO/STEP
                             what each value of a parameter gives: `4.5..5.5/0.1`, `"2 weeks..6 weeks/1 week"`;
                             of a choice without a step: `low..high`
  --rules, --data, --date, --mentor, --role, --where, --out   as in `wegwijzer evaluate --help`
  --format table|json|csv    and with --sweep: svg, a chart

Who comes on and who goes off, whose advice changes and through what, and how many hours it asks of each role. What a reader
may not see is not compared.
)"};

constexpr HelpText fields{
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

constexpr HelpText show{
    R"(Voorbeelden:
  wegwijzer toon model rules/vroegsignalering
  wegwijzer toon trace --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --student 500123

Gebruik: wegwijzer toon ast|model|program PAKKET…
         wegwijzer toon trace --rules PAKKET… --data D --date DAG --student S [--mentor M] [--role R]
         wegwijzer toon caseload --rules PAKKET… --data D --date DAG [--mentor M] [--role R] [--where 'VOORWAARDE']

Tussenvormen, voor wie regels of het programma onderzoekt: wat er staat (ast), wat het betekent (model), hoe het wordt
uitgerekend (program), en elke stap voor één student (trace, als json). En de lijst die `wegwijzer adviseer` laat zien, met haar
groepen en volgorde, als json (caseload).
)",
    R"(Examples:
  wegwijzer show model rules/vroegsignalering
  wegwijzer show trace --rules rules/vroegsignalering --data data --date 2026-11-02 --student 500123

Usage: wegwijzer show ast|model|program PACK…
       wegwijzer show trace --rules PACK… --data D --date DAY --student S [--mentor M] [--role R]
       wegwijzer show caseload --rules PACK… --data D --date DAY [--mentor M] [--role R] [--where 'CONDITION']

Intermediate forms, for those who look into rules or the program: what is written (ast), what it means (model), how it is
worked out (program), and every step for one student (trace, as json). And the list that `wegwijzer evaluate` shows, with its
groups and order, as json (caseload).
)"};

constexpr HelpText lsp{
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

const HelpText& text_of(Command command) {
    switch (command) {
        case Command::check: return check;
        case Command::evaluate: return evaluate;
        case Command::explain: return explain;
        case Command::report: return report;
        case Command::show: return show;
        case Command::test: return test;
        case Command::diff: return diff;
        case Command::fields: return fields;
        case Command::lsp: return lsp;
        case Command::fmt: return fmt;
        case Command::translate: return translate;
        case Command::start: return start;
        case Command::none: break;
    }
    return overview;
}

}  // namespace

std::string help_text(Command command, Language language) {
    const HelpText& text = text_of(command);
    const bool dutch = language == Language::nl;
    return std::string(dutch ? text.nl : text.en) + (dutch ? general_options.nl : general_options.en);
}

}  // namespace wegwijzer::cli
