// The help: what the program does, the help of each command, what goes for all.
#include "cli/help/texts.h"
#include "cli/options.h"

namespace wegwijzer::cli {
namespace {

using help::HelpText;

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
  noteer     (record)          vastleggen wat er met een advies gebeurde, of de toestemming van een student
  logboek    (log)             welke runs er zijn bewaard, of ze nog zo zijn, en een run nog eens
  inzage     (student-export)  alles wat over één student is vastgelegd, om te geven
  opschonen  (purge)           wat volgens de regels lang genoeg is bewaard: eerst kijken, dan wissen
  vergeet    (forget)          alles van één student wissen, als daar grond voor is
  aanpak     (plan)            waar een aanpak staat: stappen, bespreken, evalueren, warme overdracht
  rapport    (report)          een map met pagina's voor de browser en voor papier
  planning   (agenda)          wie wanneer aan de beurt is, en wie moet wachten
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
  record   (noteer)             write down what became of an advice, or a student's consent
  log      (logboek)            which runs were kept, whether they are as they were, and a run once more
  student-export (inzage)       all that was recorded about one student, to hand over
  purge    (opschonen)          what was kept long enough by the rules: look first, then erase
  forget   (vergeet)            erase everything of one student, where there is a ground
  plan     (aanpak)             where a plan stands: steps, reviews, evaluation, warm hand-over
  report   (rapport)            a folder of pages for the browser and for paper
  agenda   (planning)           who is seen in which week, and who has to wait
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

const HelpText& text_of(Command command) {
    switch (command) {
        case Command::check: return help::check;
        case Command::evaluate: return help::evaluate;
        case Command::explain: return help::explain;
        case Command::report: return help::report;
        case Command::agenda: return help::agenda;
        case Command::show: return help::show;
        case Command::test: return help::test;
        case Command::diff: return help::diff;
        case Command::fields: return help::fields;
        case Command::lsp: return help::lsp;
        case Command::fmt: return help::fmt;
        case Command::translate: return help::translate;
        case Command::start: return help::start;
        case Command::record: return help::record;
        case Command::log: return help::log;
        case Command::student_export: return help::student_export;
        case Command::purge: return help::purge;
        case Command::forget: return help::forget;
        case Command::plan: return help::plan;
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
