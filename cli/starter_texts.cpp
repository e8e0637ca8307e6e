#include "cli/starter_texts.h"

namespace wegwijzer::cli {
namespace {

constexpr std::string_view rules_nl =
    R"(# Een regelpakket om mee te beginnen. Alles hierin mag anders: grenzen, woorden, wie wat doet.
# Kijk na elke verandering of het klopt, met `wegwijzer controleer`, en of de voorbeelden onderaan nog uitkomen, met
# `wegwijzer toets`. Wat achter een hekje staat is commentaar, zoals deze regels.

# Laat doel, rechtsgrond en bewaartermijn nakijken door uw functionaris gegevensbescherming.
regelpakket @name@ "Vroegsignalering"
  versie    0.1
  taal      nl
  geldig    vanaf @0@ t/m @363@
  eigenaar  "@institution@"
  doel      "Studenten tijdig begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"
  bewaren   2 jaar

# ---- gegevens: wat u van een student vastlegt ---------------------------------

gegevens student
  studentnummer : sleutel
  naam          : tekst   naam
  mentor        : tekst   mentor
  startdatum    : datum   start

reeks presentie, presenties
  datum   : datum
  aandeel : percentage

reeks gesprek, gesprekken
  datum : datum

# ---- het studiejaar: lesweken en vakanties ------------------------------------

kalender studiejaar_@year@
  van @0@ t/m @314@
  vakantie herfst @49@ t/m @55@
  vakantie kerst  @112@ t/m @125@

# ---- waar het over gaat, en wie er iets doet ----------------------------------

factor binding "Binding met de opleiding"

rol mentor "Mentor" lijn eerste persoon mentor

# ---- wat u wilt opmerken ------------------------------------------------------

parameter presentiegrens "Grens voor lage presentie" : percentage = 70%
  tussen 50% en 90%

begrip recente_presentie "Presentie in de laatste drie lesweken" =
  gemiddelde aandeel van presenties in de laatste 3 lesweken

signaal lage_presentie "Lage presentie"
  factor  binding
  ernst hoog   als recente_presentie < 50%
  ernst midden als recente_presentie < presentiegrens
  uitleg  "De presentie was {recente_presentie} in de laatste drie lesweken (grens {presentiegrens})."

kracht hoge_presentie "Bijna altijd aanwezig"
  factor  binding
  als     recente_presentie >= 90%
  uitleg  "De presentie was {recente_presentie} in de laatste drie lesweken."

# ---- wat u dan doet: altijd een voorstel aan een mens -------------------------

interventie mentorgesprek "Gesprek met de mentor"
  door    mentor
  duur    30 minuten
  vraag   "Wat zou het makkelijker maken om er de komende weken te zijn?"

beleid contact_bij_lage_presentie "Contact bij lage presentie"
  als      signaal lage_presentie
  tenzij   minstens 1 gesprek in de laatste 2 weken
  adviseer mentorgesprek binnen 5 werkdagen

# ---- voorbeelden: wat de regels moeten doen, op en rond de grens --------------

voorbeeld "onder de grens: de mentor nodigt uit"
  op @37@
  gegeven student
    startdatum @0@
  gegeven presenties
    | datum      | aandeel |
    | @24@ | 50%     |
    | @31@ | 60%     |
  gegeven gesprekken geen
  verwacht begrip recente_presentie = 55%
  verwacht signaal lage_presentie ernst midden
  verwacht advies mentorgesprek door mentor uiterlijk @44@

voorbeeld "precies op de grens is geen signaal"
  op @37@
  gegeven presenties
    | datum      | aandeel |
    | @31@ | 70%     |
  verwacht geen signaal lage_presentie
  verwacht geen advies

voorbeeld "er is net een gesprek geweest: geen nieuw advies"
  op @37@
  gegeven presenties
    | datum      | aandeel |
    | @31@ | 40%     |
  gegeven gesprekken
    | datum      |
    | @30@ |
  verwacht signaal lage_presentie ernst hoog
  verwacht geen advies

voorbeeld "zonder presentie is het niet te bepalen"
  op @37@
  gegeven presenties geen
  verwacht signaal lage_presentie onbepaald
  verwacht geen kracht hoge_presentie

voorbeeld "bijna altijd aanwezig is een kracht"
  op @37@
  gegeven presenties
    | datum      | aandeel |
    | @24@ | 90%     |
    | @31@ | 100%    |
  verwacht kracht hoge_presentie
)";

constexpr std::string_view rules_en =
    R"rules(# A rule pack to begin with. All of it may change: thresholds, words, who does what.
# After every change see whether it is right, with `wegwijzer check`, and whether the examples at the end still come out,
# with `wegwijzer test`. What stands behind a hash is a comment, like these lines.

# Have purpose, legal ground and retention looked over by your data protection officer.
rulepack @name@ "Early alert"
  version   0.1
  language  en
  valid     from @0@ to @363@
  owner     "@institution@"
  purpose   "Offer students guidance in time"
  legal ground "GDPR art. 6(1)(e)"
  retain    2 years

# ---- data: what you record about a student ------------------------------------

data student
  student_number : key
  full_name      : text   name
  mentor         : text   mentor
  start_date     : date   start

series attendance, attendances
  day   : date
  share : percentage

series talk, talks
  day : date

# ---- the academic year: teaching weeks and holidays ---------------------------

calendar academic_year_@year@
  from @0@ to @314@
  holiday autumn    @49@ to @55@
  holiday christmas @112@ to @125@

# ---- what it is about, and who does something ---------------------------------

factor belonging "Belonging to the programme"

role mentor "Mentor" line first person mentor

# ---- what you want to notice --------------------------------------------------

parameter attendance_threshold "Threshold for low attendance" : percentage = 70%
  between 50% and 90%

concept recent_attendance "Attendance in the last three teaching weeks" =
  average share of attendances in the last 3 teaching weeks

signal low_attendance "Low attendance"
  factor  belonging
  severity high   if recent_attendance < 50%
  severity medium if recent_attendance < attendance_threshold
  explanation "Attendance was {recent_attendance} in the last three teaching weeks (threshold {attendance_threshold})."

strength high_attendance "Nearly always there"
  factor  belonging
  if      recent_attendance >= 90%
  explanation "Attendance was {recent_attendance} in the last three teaching weeks."

# ---- what you do then: always a proposal to a person --------------------------

intervention mentor_talk "Conversation with the mentor"
  by        mentor
  duration  30 minutes
  question  "What would make it easier to be there in the coming weeks?"

policy contact_at_low_attendance "Contact at low attendance"
  if       signal low_attendance
  unless   at least 1 talk in the last 2 weeks
  advise   mentor_talk within 5 working days

# ---- examples: what the rules must do, at and around the threshold ------------

example "below the threshold: the mentor gets in touch"
  on @37@
  given student
    start_date @0@
  given attendances
    | day        | share |
    | @24@ | 50%   |
    | @31@ | 60%   |
  given talks none
  expect concept recent_attendance = 55%
  expect signal low_attendance severity medium
  expect advice mentor_talk by mentor due @44@

example "exactly at the threshold is no signal"
  on @37@
  given attendances
    | day        | share |
    | @31@ | 70%   |
  expect no signal low_attendance
  expect no advice

example "they have just talked: no new advice"
  on @37@
  given attendances
    | day        | share |
    | @31@ | 40%   |
  given talks
    | day        |
    | @30@ |
  expect signal low_attendance severity high
  expect no advice

example "without attendance it can't be judged"
  on @37@
  given attendances none
  expect signal low_attendance undetermined
  expect no strength high_attendance

example "nearly always there is a strength"
  on @37@
  given attendances
    | day        | share |
    | @24@ | 90%   |
    | @31@ | 100%  |
  expect strength high_attendance
)rules";

constexpr std::string_view students_nl = R"(studentnummer;naam;mentor;startdatum
1001;Noor de Boer;A. Jansen;@0@
1002;Sam Yilmaz;A. Jansen;@0@
1003;Lotte Vos;B. Pinas;@0@
1004;Daan Mulder;B. Pinas;@0@
)";
constexpr std::string_view attendances_nl = R"(studentnummer;datum;aandeel
1001;@22@;60%
1001;@29@;50%
1001;@36@;40%
1002;@22@;100%
1002;@29@;90%
1002;@36@;95%
1003;@22@;40%
1003;@29@;50%
1003;@36@;45%
)";
constexpr std::string_view talks_nl = R"(studentnummer;datum
1003;@30@
)";
constexpr std::string_view students_en = R"(student_number;full_name;mentor;start_date
1001;Noor de Boer;A. Jansen;@0@
1002;Sam Yilmaz;A. Jansen;@0@
1003;Lotte Vos;B. Pinas;@0@
1004;Daan Mulder;B. Pinas;@0@
)";
constexpr std::string_view attendances_en = R"(student_number;day;share
1001;@22@;60%
1001;@29@;50%
1001;@36@;40%
1002;@22@;100%
1002;@29@;90%
1002;@36@;95%
1003;@22@;40%
1003;@29@;50%
1003;@36@;45%
)";
constexpr std::string_view talks_en = R"(student_number;day
1003;@30@
)";

}  // namespace

const StarterTexts& starter_texts(Language language) {
    static const StarterTexts dutch{"vul hier de naam van uw instelling in",
                                    {{"@name@.regels", rules_nl},
                                     {"gegevens/studenten.csv", students_nl},
                                     {"gegevens/presenties.csv", attendances_nl},
                                     {"gegevens/gesprekken.csv", talks_nl}}};
    static const StarterTexts english{"put the name of your institution here",
                                      {{"@name@.regels", rules_en},
                                       {"data/student.csv", students_en},
                                       {"data/attendances.csv", attendances_en},
                                       {"data/talks.csv", talks_en}}};
    return language == Language::nl ? dutch : english;
}

}  // namespace wegwijzer::cli
