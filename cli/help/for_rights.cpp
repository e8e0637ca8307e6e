// The help of the commands for a student's rights and for the end of terms. Who reads it looks after the store.
#include "cli/help/texts.h"

namespace wegwijzer::cli::help {

const HelpText student_export{
    R"(Voorbeelden:
  wegwijzer inzage --store dossier.db --student 500123 --rules rules/vroegsignalering
  wegwijzer inzage --store dossier.db --student 500123 --rules rules/vroegsignalering --data gegevens --format json --out 500123.json

Gebruik: wegwijzer inzage --store BESTAND --student S [--rules PAKKET… [--data GEGEVENS]] [--format text|json] [--out BESTAND]

  --store BESTAND            het dossier
  --student S                de student, met de sleutel uit de gegevens
  --rules PAKKET…            noemt erbij waarvoor het is: doel, rechtsgrond en termijn van deze pakketten
  --data GEGEVENS            ook wat in deze gegevens over de student staat, zoals de pakketten ze lezen
  --format text|json         om te lezen, of om mee te nemen naar een ander systeem
  --out BESTAND              schrijft het in een bestand

Alles wat het dossier over deze student heeft (AVG art. 15 en 20): elke vastlegging, ook wat is verbeterd, met wie, wanneer en uit
welke lijst, en de signalen en adviezen van elke bewaarde run. Er wordt niets weggelaten, ook geen reden die een ander schreef. Geef het alleen aan de student zelf.
)",
    R"(Examples:
  wegwijzer student-export --store store.db --student 500123 --rules rules/vroegsignalering
  wegwijzer student-export --store store.db --student 500123 --rules rules/vroegsignalering --data data --format json --out 500123.json

Usage: wegwijzer student-export --store FILE --student S [--rules PACK… [--data DATA]] [--format text|json] [--out FILE]

  --store FILE               the case store
  --student S                the student, by the key in the data
  --rules PACK…              adds what it is for: purpose, legal ground and term of these packs
  --data DATA                also what these data hold of the student, as the packs read them
  --format text|json         to read, or to take along to another system
  --out FILE                 writes it to a file

All that the store has of this student (GDPR art. 15 and 20): every entry, also what has been corrected, with who, when and from which
list, and the signals and advice of every kept run. Nothing is left out, nor is a reason that somebody else wrote. Give it to the student alone.
)"};

const HelpText purge{
    R"(Voorbeelden:
  wegwijzer opschonen --store dossier.db --rules rules/vroegsignalering --date vandaag
  wegwijzer opschonen --store dossier.db --rules rules/vroegsignalering --date vandaag --uitvoeren --door "A. Jansen"

Gebruik: wegwijzer opschonen --store BESTAND --rules PAKKET… --date DAG [--uitvoeren --door NAAM] [--format text|json]
         wegwijzer opschonen --store BESTAND --lijst [--format text|json]

  --store BESTAND            het dossier
  --rules PAKKET…            de regels, met hun termijn (`bewaren`); een interventie hoort bij het pakket waarin zij staat
  --date DAG                 wat op die dag over zijn termijn heen is
  --uitvoeren                wist het; zonder dit wordt alleen gezegd wat er vervalt
  --door NAAM                wie het doet: een mens
  --lijst                    wat er eerder is gewist, ook met `vergeet`: wanneer, door wie en hoeveel; er wordt niets gewist
  --format text|json         om te lezen, of voor een programma

De termijn begint met de laatste vastlegging over een student en een interventie: wat nog loopt, blijft heel. Wat is verbeterd gaat samen
met wat het verbetert. Wat geen pakket kent, blijft en wordt genoemd. Een bewaarde run (`adviseer --bewaar`) blijft zo lang als de langste
termijn van zijn pakketten, vanaf zijn dag; daarna gaan de studenten eruit. Gewist is gewist: er is geen weg terug.
)",
    R"(Examples:
  wegwijzer purge --store store.db --rules rules/vroegsignalering --date today
  wegwijzer purge --store store.db --rules rules/vroegsignalering --date today --carry-out --by "A. Jansen"

Usage: wegwijzer purge --store FILE --rules PACK… --date DAY [--carry-out --by NAME] [--format text|json]
       wegwijzer purge --store FILE --list [--format text|json]

  --store FILE               the case store
  --rules PACK…              the rules, with their term (`retain`); an intervention belongs to the pack that it is in
  --date DAY                 what is past its term on that day
  --carry-out                erases it; without this it is only said what falls due
  --by NAME                  who does it: a person
  --list                     what was erased before, with `forget` too: when, by whom and how much; nothing is erased
  --format text|json         to read, or for a program

The term begins with the last entry about a student and an intervention: what is going on stays whole. What was corrected goes together with
what corrects it. What no pack knows stays and is named. A kept run (`evaluate --keep`) stays for the longest term of its packs, from its day
on; then its students go from it. Erased is erased: there is no way back.
)"};

const HelpText forget{
    R"(Voorbeelden:
  wegwijzer vergeet --store dossier.db --student 500123
  wegwijzer vergeet --store dossier.db --student 500123 --uitvoeren --door "A. Jansen" --reden "toestemming ingetrokken"

Gebruik: wegwijzer vergeet --store BESTAND --student S [--uitvoeren --door NAAM --reden GROND] [--format text|json]

  --store BESTAND            het dossier
  --student S                de student, met de sleutel uit de gegevens
  --uitvoeren                wist alles van deze student; zonder dit wordt alleen gezegd wat er weg zou gaan
  --door NAAM                wie het doet: een mens
  --reden GROND              niet meer nodig, toestemming ingetrokken, bezwaar, onrechtmatig of wettelijke plicht (AVG art. 17)
  --format text|json         om te lezen, of voor een programma

Wat blijft is dat er gewist is, door wie, wanneer, hoeveel en op welke grond; niet van wie. Gewist is gewist: er is geen weg terug.
Geef de student eerst wat `wegwijzer inzage` schrijft.
)",
    R"(Examples:
  wegwijzer forget --store store.db --student 500123
  wegwijzer forget --store store.db --student 500123 --carry-out --by "A. Jansen" --reason "consent withdrawn"

Usage: wegwijzer forget --store FILE --student S [--carry-out --by NAME --reason GROUND] [--format text|json]

  --store FILE               the case store
  --student S                the student, by the key in the data
  --carry-out                erases everything of this student; without this it is only said what would go
  --by NAME                  who does it: a person
  --reason GROUND            no longer needed, consent withdrawn, objection, unlawful or legal obligation (GDPR art. 17)
  --format text|json         to read, or for a program

What stays is that it was erased, by whom, when, how much and on which ground; not of whom. Erased is erased: there is no way back.
Give the student first what `wegwijzer student-export` writes.
)"};

}  // namespace wegwijzer::cli::help
