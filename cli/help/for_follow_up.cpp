// The help of the commands about what people did, and about the runs that were kept.
#include "cli/help/texts.h"

namespace wegwijzer::cli::help {

const HelpText record{
    R"(Voorbeelden:
  wegwijzer noteer --store dossier.db --student 500123 --interventie slb_gesprek --rol slber --status gepland --gepland-op 2026-11-09 --door "M. de Vries" --datum vandaag
  wegwijzer noteer --store dossier.db --student 500123 --interventie slb_gesprek --rol slber --status uitgevoerd --uitkomst "rooster aangepast" --door "M. de Vries" --datum 2026-11-09
  wegwijzer noteer --store dossier.db --student 500123 --interventie slb_gesprek --rol slber --status afgezien --waarom-niet uitgesteld --reden "loopt stage tot januari" --door "M. de Vries" --datum vandaag
  wegwijzer noteer --store dossier.db --student 500123 --interventie decaan_erbij --toestemming gegeven --door "M. de Vries" --datum vandaag

Gebruik: wegwijzer noteer --store BESTAND --student S --interventie I --rol R --status STATUS --door NAAM --datum DAG
         wegwijzer noteer --store BESTAND --student S --interventie I --toestemming STATUS --door NAAM --datum DAG
         wegwijzer noteer --store BESTAND --inlezen LIJST --door NAAM
         wegwijzer noteer --store BESTAND --student S --lijst

  --store BESTAND            het dossier: één bestand, dat er komt als het er nog niet is; of een database op een server,
                             als postgresql://gebruiker@server/database (wachtwoord in PGPASSWORD of ~/.pgpass)
  --student S                de student, met de sleutel uit de gegevens
  --interventie I, --rol R   wat, en door wie, met de namen uit de regels; met --rules ook met de titel die u leest, en is
                             --rol alleen nodig waar de regels meer dan één rol voor I noemen
  --status STATUS            voorgesteld, gepland, uitgevoerd, afgerond of afgezien
  --gepland-op DAG           bij gepland: voor welke dag
  --uitkomst TEKST           bij uitgevoerd: wat het opleverde; mag bij afgerond
  --waarom-niet SOORT        bij afgezien: niet van toepassing, onterecht gesignaleerd of uitgesteld
  --reden TEKST              bij afgezien: waarom; mag altijd
  --toestemming STATUS       gegeven, geweigerd of ingetrokken; in plaats van --status
  --door NAAM                wie dit vastlegt: een mens
  --datum DAG                de dag waarop het geldt: 2026-11-02, of vandaag
  --verbetert N              komt in plaats van vastlegging N; die blijft te lezen
  --inlezen LIJST            een eigen lijst, `.csv` of `.jsonl`, met een kolom per gegeven: student, interventie, rol,
                             status of toestemming, datum, gepland_op, uitkomst, waarom_niet, reden, door, verbetert.
                             Alles of niets: staat er iets fout, dan wordt elke fout genoemd en komt er niets bij
  --lijst                    alles wat over student S is vastgelegd, ook wat is verbeterd; er komt niets bij
  --rules PAKKET…            kijkt na of de regels de interventie en de rol kennen, bij hun naam of hun titel
  --data MAP|BESTAND         met --rules: kijkt na of de student in de gegevens staat
  --format text|json

Eén antwoord op één advies, altijd door iemand en op een dag. Er wordt niets overschreven; wissen doen alleen
`wegwijzer opschonen` en `wegwijzer vergeet`.
`wegwijzer adviseer --store BESTAND` houdt er rekening mee.
)",
    R"(Examples:
  wegwijzer record --store store.db --student 500123 --intervention slb_gesprek --role slber --status planned --planned-on 2026-11-09 --by "M. de Vries" --date today
  wegwijzer record --store store.db --student 500123 --intervention slb_gesprek --role slber --status done --outcome "timetable changed" --by "M. de Vries" --date 2026-11-09
  wegwijzer record --store store.db --student 500123 --intervention slb_gesprek --role slber --status waived --waiver postponed --reason "on placement until January" --by "M. de Vries" --date today
  wegwijzer record --store store.db --student 500123 --intervention decaan_erbij --consent given --by "M. de Vries" --date today

Usage: wegwijzer record --store FILE --student S --intervention I --role R --status STATUS --by NAME --date DAY
       wegwijzer record --store FILE --student S --intervention I --consent STATUS --by NAME --date DAY
       wegwijzer record --store FILE --import LIST --by NAME
       wegwijzer record --store FILE --student S --list

  --store FILE               the case store: one file, which is made when it is not there yet; or a database on a server,
                             as postgresql://user@server/database (password in PGPASSWORD or ~/.pgpass)
  --student S                the student, by the key in the data
  --intervention I, --role R what, and by whom, by the names in the rules; with --rules by the title you read too, and
                             --role is needed only where the rules name more than one role for I
  --status STATUS            proposed, planned, done, completed or waived
  --planned-on DAY           with planned: for which day
  --outcome TEXT             with done: what came of it; allowed with completed
  --waiver KIND              with waived: not applicable, wrongly signalled or postponed
  --reason TEXT              with waived: why; always allowed
  --consent STATUS           given, refused or withdrawn; in the place of --status
  --by NAME                  who records this: a person
  --date DAY                 the day it holds from: 2026-11-02, or today
  --corrects N               takes the place of entry N, which can still be read
  --import LIST              a list of your own, `.csv` or `.jsonl`, with a column for each: student, intervention, role,
                             status or consent, date, planned_on, outcome, waiver, reason, by, corrects.
                             All or nothing: where something is wrong, each mistake is named and nothing is added
  --list                     all that was recorded about student S, also what has been corrected; nothing is added
  --rules PACK…              looks whether the rules know the intervention and the role, by name or title
  --data FOLDER|FILE         with --rules: looks whether the student is in the data
  --format text|json

One answer to one advice, always by somebody and on a day. Nothing is overwritten; only `wegwijzer purge` and
`wegwijzer forget` erase.
`wegwijzer evaluate --store FILE` takes it into account.
)"};

const HelpText log{
    R"(Voorbeelden:
  wegwijzer logboek --store dossier.db
  wegwijzer logboek controleer --store dossier.db
  wegwijzer logboek herhaal 3 --store dossier.db --rules rules/vroegsignalering --data gegevens

Gebruik: wegwijzer logboek --store BESTAND
         wegwijzer logboek controleer --store BESTAND
         wegwijzer logboek herhaal RUN --store BESTAND --rules PAKKET… --data D

De runs die met `wegwijzer adviseer --bewaar` zijn bewaard: van welke dag, door wie, met welke regels en gegevens.

  controleer (verify)        is alles nog zoals het werd bewaard? Elke run draagt een hash over zichzelf en de run ervoor
  herhaal (replay) RUN       dezelfde run nog eens, met deze regels en gegevens en met wat toen was vastgelegd: komt er
                             hetzelfde uit, en zo niet, wat is er anders

  --store BESTAND            het dossier
  --rules PAKKET…, --data D  bij herhaal: de regels en gegevens van toen
  --format text|json

Voor wie het dossier beheert. Van studenten wordt niets getoond.
)",
    R"(Examples:
  wegwijzer log --store store.db
  wegwijzer log verify --store store.db
  wegwijzer log replay 3 --store store.db --rules rules/vroegsignalering --data data

Usage: wegwijzer log --store FILE
       wegwijzer log verify --store FILE
       wegwijzer log replay RUN --store FILE --rules PACK… --data D

The runs that `wegwijzer evaluate --keep` kept: of which day, by whom, with which rules and data.

  verify (controleer)        is everything as it was kept? Each run has a hash over itself and the run before it
  replay (herhaal) RUN       the same run once more, with these rules and data and with what was recorded then: does the
                             same come out, and if not, what differs

  --store FILE               the case store
  --rules PACK…, --data D    with replay: the rules and data of that time
  --format text|json

For who keeps the store. Nothing of students is shown.
)"};

}  // namespace wegwijzer::cli::help
