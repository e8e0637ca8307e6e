// The help of the commands that write down what people did.
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
  --interventie I, --rol R   wat, en door wie, met de namen uit de regels; met --rules ook met de titel die u leest
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
  --intervention I, --role R what, and by whom, by the names in the rules
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
  --format text|json

One answer to one advice, always by somebody and on a day. Nothing is overwritten; only `wegwijzer purge` and
`wegwijzer forget` erase.
`wegwijzer evaluate --store FILE` takes it into account.
)"};

}  // namespace wegwijzer::cli::help
