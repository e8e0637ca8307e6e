// The help of commands about students.
#include "cli/help/texts.h"

namespace wegwijzer::cli::help {

const HelpText evaluate{
    R"(Voorbeelden:
  wegwijzer adviseer --rules rules/vroegsignalering --data gegevens --date 2026-11-02
  wegwijzer adviseer --rules rules/vroegsignalering --data gegevens --date vandaag --mentor "M. de Vries"
  wegwijzer adviseer --rules landelijk eigen.regels --data studenten.jsonl --date 2026-11-02 --format csv --out advies.csv

Gebruik: wegwijzer adviseer --rules PAKKET… --data D --date DAG

  --rules PAKKET…            een of meer regelpakketten (map of bestand); een later pakket stelt een eerder bij
  --data D                   een map met csv-bestanden, of één `.json`- of `.jsonl`-bestand
  --date DAG                 de peildatum: `2026-11-02`, of `vandaag`
  --store BESTAND            het dossier van `wegwijzer noteer`: wat er met eerdere adviezen gebeurde, en de toestemmingen
  --bewaar                   zet deze run in het logboek van het dossier, met --door NAAM: over alle studenten, wie er ook
                             leest (`wegwijzer logboek`). Zonder --bewaar wordt er niets geschreven
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
  --store FILE               the case store of `wegwijzer record`: what became of earlier advice, and the consents
  --keep                     puts this run in the run log of the store, with --by NAME: of all students, whoever reads
                             (`wegwijzer log`). Without --keep nothing is written
  --mentor M                 only the students of mentor M; you read as their own mentor
  --role R                   you read as role R (selects no students); `student`: the student
  --where 'CONDITION'        only the students for whom this holds, in the words of the rule pack, over the student's
                             fields: 'year = 1 and programme is "ICT"' (also: --waar)
  --plain                    for a screen reader: sentences one below the other, without columns and marks
  --format table|json|jsonl|csv
  --out FILE                 write the result to a file

What a reader may not see is left out. Without --mentor and --role nothing confidential is shown.
)"};

const HelpText explain{
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
  --rules, --data, --date, --store, --mentor, --role, --out   zoals bij `wegwijzer adviseer --help`
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
  --rules, --data, --date, --store, --mentor, --role, --out   as in `wegwijzer evaluate --help`
  --format text|json
  --plain                    for a screen reader: sentences one below the other, without marks

What goes well, what you can do, and why: each signal with its conditions (✓ true, ✗ not true, ? unknown), the values and
thresholds, and what is missing.
With `--role student`: a page for the student, in plain words.
)"};

const HelpText report{
    R"(Voorbeelden:
  wegwijzer rapport --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --mentor "M. de Vries" --students --out rapport
  wegwijzer rapport --rules rules/vroegsignalering --data gegevens --date vandaag --role student --student 500123 --out voor_sam

Gebruik: wegwijzer rapport --rules PAKKET… --data D --date DAG --out MAP

  --out MAP                  de map van het rapport: een nieuwe, een lege, of die van een eerder rapport (dat wordt vervangen)
  --students                 ook een pagina voor elke student die op de lijst een regel heeft
  --student S                ook een pagina voor student S, met de sleutel uit de gegevens
  --rules, --data, --date, --store, --mentor, --role, --where   zoals bij `wegwijzer adviseer --help`

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
  --rules, --data, --date, --store, --mentor, --role, --where   as in `wegwijzer evaluate --help`

Writes `index.html`: the students of the mentor (without --mentor all students), in the order of the policy, with a filter.
And `student-0001.html`, `student-0002.html`, … in the same order. With `--role student` only the pages for the students
themselves. Every page is one file that works without a network and prints on A4. What a reader may not see is not in it; who
has the file reads it: keep it with care.
)"};

const HelpText agenda{
    R"(Voorbeelden:
  wegwijzer planning --rules rules/vroegsignalering --data gegevens --date vandaag
  wegwijzer planning --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --mentor "M. de Vries" --weken 2
  wegwijzer planning --rules rules/vroegsignalering --data gegevens --date 2026-11-02 --capaciteit plaatsen.csv --format csv --out planning.csv

Gebruik: wegwijzer planning --rules PAKKET… --data D --date DAG

  --weken N                  zoveel weken vooruit, met deze week als eerste (4)
  --capaciteit LIJST         hoeveel plaatsen er per week zijn: een CSV met de kolommen rol, persoon, per week,
                             voorbehouden, van en t/m; alleen rol en per week moeten er staan. Zonder persoon: de hele rol
                             samen, wie een eigen rij heeft niet meegeteld. Met van of t/m: alleen in die weken. Zonder
                             lijst geldt `capaciteit 8 per week` bij de rol in de regels
  --rules, --data, --date, --store, --mentor, --role, --where, --out   zoals bij `wegwijzer adviseer --help`
  --plain                    voor een schermlezer: zinnen onder elkaar, zonder tekens
  --format table|json|csv

Per persoon of rol wie in welke week aan de beurt is. De vroegste termijn gaat voor. Een afspraak die is vastgelegd, staat in
haar week. Spoed wacht nooit op een plaats. Voorbehouden plaatsen zijn er alleen voor studenten over wie geen signaal iets zegt.
Wie geen plaats vindt, staat erbij met sinds wanneer, en verdwijnt niet.
)",
    R"(Examples:
  wegwijzer agenda --rules rules/vroegsignalering --data data --date today
  wegwijzer agenda --rules rules/vroegsignalering --data data --date 2026-11-02 --mentor "M. de Vries" --weeks 2
  wegwijzer agenda --rules rules/vroegsignalering --data data --date 2026-11-02 --capacity places.csv --format csv --out agenda.csv

Usage: wegwijzer agenda --rules PACK… --data D --date DAY

  --weeks N                  so many weeks ahead, this week the first (4)
  --capacity LIST            how many places there are in a week: a CSV with the columns role, person, per week, reserved,
                             from and to; only role and per week must be there. Without a person: the whole role
                             together, not counting who has a row. With from or to: in those weeks alone. Without a
                             list `capacity 8 per week` of the role in the rules holds
  --rules, --data, --date, --store, --mentor, --role, --where, --out   as in `wegwijzer evaluate --help`
  --plain                    for a screen reader: sentences one below the other, without marks
  --format table|json|csv

Per person or role who is seen in which week. The earliest deadline goes first. An appointment that was recorded stands in its
week. What is urgent never waits for a place. Reserved places are for students alone about whom no signal says anything.
Who finds no place is listed with since when, and does not disappear.
)"};

const HelpText show{
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

}  // namespace wegwijzer::cli::help
