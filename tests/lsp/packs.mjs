// Packs that the tests begin with.
export const HEAD = `regelpakket proef "Proef"
  versie      1.0
  taal        nl
  geldig      vanaf 2026-09-01 t/m 2027-08-31
  eigenaar    "Dienst Studentzaken"
  doel        "Begeleiding aanbieden"
  rechtsgrond "AVG art. 6 lid 1 onder e"
  bewaren     2 jaar

gegevens student
  studentnummer : sleutel
  vooropleiding : keuze uit vmbo, havo, vwo, mbo   met motivering
  motivatie     : getal van 1 t/m 5
  startdatum    : datum   start
  mentor        : tekst   mentor

reeks presentie, presenties
  datum   : datum
  aandeel : percentage

reeks gesprek, gesprekken
  datum : datum
  soort : keuze uit slb, docent, decaan

parameter grens "Grens voor lage presentie" : percentage = 70%
  tussen 50% en 90%

begrip recente_presentie "Presentie in de laatste drie weken" =
  gemiddelde aandeel van presenties in de laatste 3 weken

factor integratie "Integratie"
factor motivatie "Motivatie"
rol slber "Studieloopbaanbegeleider" lijn eerste  persoon mentor
`;

export const RULES = `
signaal lage_presentie "Lage presentie"
  factor integratie
  als    recente_presentie < grens
  uitleg "De presentie was {recente_presentie}."

interventie slb_gesprek "Gesprek met de SLB'er"
  door slber

beleid contact "Contact bij lage presentie"
  als      signaal lage_presentie
  tenzij   minstens 1 gesprek met soort is slb in de laatste 2 weken
  adviseer slb_gesprek binnen 1 week

voorbeeld "weinig aanwezig"
  op 2026-11-02
  gegeven presenties
    | datum      | aandeel |
    | 2026-10-28 | 40%     |
  gegeven gesprekken geen
  verwacht signaal lage_presentie
  verwacht advies slb_gesprek
`;

export const PACK = HEAD + RULES;
