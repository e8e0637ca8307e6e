#!/usr/bin/env python3
"""Makes the cohorts of the two example institutions: a thousand invented students each, always the same ones.

usage: maak_cohorten.py [FOLDER]    writes hogeschool/gegevens and roc/gegevens into FOLDER (default: beside this script)

Nobody in it exists. A student goes through the year in one of a few invented ways (WAYS); what is rare is drawn with a small chance
of its own. The columns are those of rules/basis. The reference date is REFERENCE; nothing is dated behind it but planned days.
"""
import csv
import datetime
import pathlib
import random
import sys

STUDENTS = 1000
REFERENCE = datetime.date(2026, 11, 16)
YEAR_START = datetime.date(2026, 8, 31)
LAST_YEAR = datetime.date(2025, 9, 1)
DAY = datetime.timedelta(days=1)
FIRST_NAMES = ("Sam Noor Daan Lotte Mees Ayla Bram Chaya Dirk Emir Fenna Guus Hanna Imran Joris Kim Levi Mila Nadia Oscar "
               "Pien Quinten Roos Sil Tess Umar Vera Wout Xena Yara Zoë Anne").split()
LAST_NAMES = ("Bakker|Visser|de Boer|Jansen|el Idrissi|van Dijk|Smit|Yılmaz|de Groot|Mulder|Kaya|Bos|Vos|Peters|Hendriks|"
              "van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|Kok|Jacobs|Willems|Öztürk").split("|")
TALKERS = ("A. Bouzid|K. Postma|J. van Es|R. Sardjoe|M. de Vries|T. Kuipers|L. Mensah|S. Bergsma|P. Haan|N. Amrani|F. Drost|C. Tan|H. Vink|"
           "D. Kramer|I. Soylu|B. Maas|E. Lammers|G. Ruiter|O. Zaal|W. Blom|Y. Demir|V. Prins|Q. Sanders|U. Koning|Z. Hoek").split("|")

# How a student goes through the year: share; on scales from 1 to 5 the bond with the group and with the study, motivation, how much is as
# expected and confidence; mean grade; share of the planned hours attended; chance that work is late; chance of being in a talk.
WAYS = {
    "gestaag":     (0.65, 3.9, 3.9, 3.9, 3.8, 3.9, 6.8, 0.93, 0.05, 0.8),
    "alleen":      (0.06, 2.1, 3.2, 3.1, 3.1, 3.0, 6.4, 0.86, 0.12, 0.5),
    "glijdt_weg":  (0.08, 2.6, 2.4, 2.2, 2.4, 2.4, 5.5, 0.62, 0.45, 0.6),
    "struikelt":   (0.08, 3.4, 2.8, 3.0, 2.9, 2.3, 5.0, 0.85, 0.25, 0.7),
    "zoekt":       (0.06, 3.3, 2.3, 2.5, 2.0, 3.0, 6.0, 0.80, 0.20, 0.7),
    "meer_ruimte": (0.07, 4.3, 4.2, 4.4, 4.2, 4.4, 8.4, 0.97, 0.01, 0.4),
}


def teaching_weeks():
    """(number, Friday) of each lesweek of this year up to the reference date; the autumn holiday has none."""
    weeks, monday = [], YEAR_START
    while monday + 4 * DAY <= REFERENCE:
        if monday != datetime.date(2026, 10, 19):
            weeks.append((len(weeks) + 1, monday + 4 * DAY))
        monday += 7 * DAY
    return weeks


WEEKS = teaching_weeks()


def dutch(number, decimals=1):
    return f"{number:.{decimals}f}".replace(".", ",")


def clamp(value, low, high):
    return max(low, min(high, value))


def yes_no(value):
    return "ja" if value else "nee"


class Cohort:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.tables = {}

    def add(self, table, **row):
        self.tables.setdefault(table, []).append(
            {name: value.isoformat() if isinstance(value, datetime.date) else value for name, value in row.items()})

    def chance(self, share):
        return self.random.random() < share

    def scale(self, mean, spread=0.5):
        return dutch(clamp(round(self.random.gauss(mean, spread) * 2) / 2, 1, 5))

    def day(self, first, last):
        return first + DAY * self.random.randint(0, max(0, (last - first).days))

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in self.tables.items():
            columns = list(dict.fromkeys(column for row in rows for column in row))
            with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns, delimiter=";", lineterminator="\n")
                writer.writeheader()
                writer.writerows(rows)


def start_and_end(cohort):
    """When the enrolment began, when it ended (or None), and the year the student is in."""
    kind = cohort.random.choices(["first", "late", "flexible", "spring", "older", "applicant", "left"], [63, 4, 4, 4, 14, 5, 6])[0]
    if kind == "late":
        return datetime.date(2026, 10, 5), None, 1
    if kind == "flexible":
        return datetime.date(2026, 8, 3), None, 1
    if kind == "spring":
        return datetime.date(2026, 2, 2), None, 1
    if kind == "older":
        return LAST_YEAR, None, cohort.random.choice([2, 2, 3])
    if kind == "applicant":
        return datetime.date(2027, 2, 1), None, 1
    if kind == "left":
        start = cohort.random.choice([YEAR_START, LAST_YEAR])
        return start, cohort.day(datetime.date(2026, 10, 1), datetime.date(2026, 11, 13)), 1 if start == YEAR_START else 2
    return YEAR_START, None, 1


def add_student(cohort, index, school):
    rng, chance = cohort.random, cohort.chance
    key = str(school.first_number + index)
    way = rng.choices(list(WAYS), [w[0] for w in WAYS.values()])[0]
    _, social, academic, motivation, expected, confidence, grade, present, late, talks = WAYS[way]
    start, end, year = start_and_end(cohort)
    here = start <= REFERENCE
    last_day = min(end or REFERENCE, REFERENCE)
    level, sector, domain, programme = school.programme(rng)
    prior = school.prior(rng, level)
    talker = TALKERS[index % len(TALKERS)]
    wish = rng.choice(["n3", "n3", "n4", "werken", "werken dan leren", "weet niet"]) if sector == "mbo" and chance(0.85) else ""
    left = {}
    if end:
        kind = rng.choice(["switch", "switch", "werk", "diploma elders", "persoonlijk", "negatief", ""])
        left = dict(einddatum=end, uitstroomtype=kind, startkwalificatie=yes_no(chance(0.6)), nieuwe_inschrijving=yes_no(kind == "switch" and chance(0.7)))
    experience = datetime.date(2026, 11, 30) if domain in ("economie", "zorg en welzijn") and year == 1 and here else ""
    cohort.add(
        "student", studentnummer=key, naam=f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}", **{"SLB'er of mentor": talker},
        voorkeurspersoon=rng.choice(TALKERS) if chance(0.3) else talker, startdatum=start, einddatum=left.get("einddatum", ""),
        sector=sector, niveau=level, leerweg=rng.choice(school.routes), domein=domain, opleiding=programme, leerjaar=year,
        lesgroep=f"{programme[:3].upper()}{year}{'ABC'[index % 3]}", basisklas=f"{programme[:3].upper()}{year}",
        heeft_vast_aanspreekpunt="" if chance(0.03) else yes_no(not chance(0.05)),
        startkwalificatie=left.get("startkwalificatie", yes_no(sector != "mbo" or chance(0.5))), uitstroomtype=left.get("uitstroomtype", ""),
        nieuwe_inschrijving=left.get("nieuwe_inschrijving", ""), ervaringsweek_start=experience,
        versnellen_mogelijk=yes_no(chance(0.4)),
        geboortedatum=born(cohort, sector), vooropleiding=prior,
        voorkennis_wiskunde=rng.choice(["geen", "rekenen-3F", "wiskunde A", "wiskunde B"]),
        stage_complexiteit=rng.choice(["geen", "eenvoudig", "complex"]) if prior.startswith("mbo") else "geen",
        lob_overdracht_ontvangen="" if chance(0.1) else yes_no(chance(0.7)),
        taalniveau_nl=rng.choice(["<1F", "1F", "2F", "2F"]) if prior == "mbo-2" else rng.choice(["1F", "2F", "2F", "3F", "3F", "4F"]),
        contactvoorkeur=rng.choice(["tekst", "beeld"]), internationaal=yes_no(chance(0.04)), intake_gedaan=yes_no(chance(0.94)), intake_datum=start - 70 * DAY,
        keuzezekerheid=cohort.scale(motivation - 0.2), inhoudelijke_interesse=cohort.scale(motivation),
        intake_beroepsbeeld=cohort.scale(expected),
        keuzereden=rng.choices(["inhoud", "status", "verdiensten", "loopbaankansen", "druk thuis", "opties open", "anders"], [60, 5, 8, 10, 4, 8, 5])[0],
        proefstuderen=yes_no(chance(0.4)), studiekeuzecheck=yes_no(chance(0.6)), reflectie_na_ervaring="" if chance(0.1) else yes_no(chance(0.6)),
        doorstroomwens=wish, vorige_doorstroomwens=rng.choice(["werken", wish]) if wish and chance(0.4) else "",
        doorstroomwens_gevraagd_op=cohort.day(start - 70 * DAY, start) if wish else "",
        doorstroomafspraak=yes_no(chance(0.5)) if wish else "", team_inschatting_wens=rng.choice(["n3", "werken", "weet niet"]) if wish and chance(0.4) else "",
        # drawn apart from everything else: to audit the rules with, not to decide with
        geslacht=rng.choice(["man", "vrouw", "vrouw", "man", "anders"]), migratieachtergrond=rng.choice(["nederland", "nederland", "europa", "buiten europa"]),
        opleiding_ouders=rng.choice(["laag", "midden", "hoog"]), inkomen_ouders=rng.choice(["laag", "midden", "hoog"]), eerste_generatie=yes_no(chance(0.4)),
        **school.own(rng, chance))
    if here:
        add_results(cohort, key, domain, grade, start, last_day)
        add_attendance(cohort, key, present, start, last_day)
        quiet = chance(late / 2)  # for two weeks or more
        cohort.add("leeromgeving_dagen", studentnummer=key, datum=max(start, last_day - rng.randint(14, 30) * DAY if quiet else last_day - rng.randint(0, 4) * DAY))
        add_hand_ins(cohort, key, late, start, last_day)
        add_measurements(cohort, key, WAYS[way], start, last_day, year, sector)
        add_talks(cohort, key, talks, start, last_day, year)
        add_support(cohort, key, way, start, last_day)
        add_choices(cohort, key, year, start, last_day)
    add_requests(cohort, key, way, start, last_day)
    if end:
        add_leaving(cohort, key, left["uitstroomtype"], end)


def born(cohort, sector):
    if sector == "mbo":
        return cohort.day(datetime.date(2004, 1, 1), datetime.date(2009, 12, 31))
    return cohort.day(datetime.date(1999, 1, 1), datetime.date(2008, 10, 31))


def add_results(cohort, key, domain, grade, start, last_day):
    rng = cohort.random
    maths = domain == "techniek"

    def result(day, subject, group, kind, attempt=1, mean=grade):
        if start <= day <= last_day:
            mark = clamp(round(rng.gauss(mean, 1.0), 1), 1, 10)
            cohort.add("resultaten", studentnummer=key, datum=day, vak=subject, vakgroep=group, soort=kind, poging=attempt, cijfer=dutch(mark))
            return mark
        return None

    if maths and cohort.chance(0.9):
        result(datetime.date(2026, 9, 3), "instaptoets wiskunde", "wiskunde", "diagnostisch", mean=grade - 0.6)
    if cohort.chance(0.95):
        first = result(datetime.date(2026, 9, 28), "vakkennis 1", "anders", "summatief")
        if first and first < 5.5 and cohort.chance(0.5):
            result(datetime.date(2026, 10, 30), "vakkennis 1", "anders", "summatief", 2, grade + 0.8)
    if maths:
        result(datetime.date(2026, 10, 8), "wiskunde 1", "wiskunde", "summatief", mean=grade - 0.4)
    result(datetime.date(2026, 10, 14), "communicatie", "anders", "summatief")
    result(datetime.date(2026, 11, 6), "project 1", "anders", "summatief", mean=grade + 0.3)
    if cohort.chance(0.3):
        result(datetime.date(2026, 11, 10), "Nederlands", "nederlands", "formatief", mean=grade - 0.2)


def add_attendance(cohort, key, present, start, last_day):
    if cohort.chance(0.05):
        return
    slope = cohort.random.choice([0, 0, -0.03, -0.05]) if present < 0.9 else 0
    for number, friday in WEEKS:
        if not start <= friday <= last_day:
            continue
        planned = cohort.random.choice([16, 18, 20, 24])
        share = clamp(cohort.random.gauss(present + slope * number, 0.1), 0, 1)
        there = round(planned * share)
        excused = min(planned - there, cohort.random.choice([0, 0, 0, 2, 4]))
        cohort.add("aanwezigheidsweken", studentnummer=key, datum=friday, lesweek=number, gepland=planned, aanwezig=there,
                   geoorloofd=excused, ongeoorloofd=planned - there - excused, vorm=cohort.random.choice(["fysiek", "fysiek", "fysiek", "online"]))
    if cohort.chance(0.01):
        cohort.add("verzuimmeldingen", studentnummer=key, datum=cohort.day(start, last_day))


def add_hand_ins(cohort, key, late, start, last_day):
    if cohort.chance(0.05):
        return
    for day in (datetime.date(2026, 9, 18), datetime.date(2026, 10, 2), datetime.date(2026, 10, 16), datetime.date(2026, 10, 30), datetime.date(2026, 11, 13)):
        if start <= day <= last_day:
            state = cohort.random.choice(["te laat", "niet ingeleverd"]) if cohort.chance(late) else "op tijd"
            cohort.add("inleveringen", studentnummer=key, datum=day, vak="project 1", status=state)


def add_measurements(cohort, key, way, start, last_day, year, sector):
    _, social, academic, motivation, expected, confidence, _, _, _, _ = way
    scale, rng, chance = cohort.scale, cohort.random, cohort.chance
    week_three = start + 15 * DAY
    if chance(0.9) and week_three <= last_day:
        cohort.add("metingen", studentnummer=key, datum=week_three, motivatie=scale(motivation), zelfvertrouwen=scale(confidence + 0.3),
                   zelfstandigheid=scale(confidence), beroepsbeeld=scale(expected), binding_sociaal=scale(social), verwachting_uitgekomen=scale(expected))
    later = start + 42 * DAY
    if later > last_day or chance(0.06):
        return
    health = {}
    agreed = chance(0.4)
    if chance(0.5):
        cohort.add("akkoorden", studentnummer=key, datum=start + 7 * DAY, doel="welzijn meting", gegeven=yes_no(agreed))
        health = dict(stress=scale(5.9 - confidence), vitaliteit=scale(confidence)) if agreed else {}
    if chance(0.6):
        cohort.add("akkoorden", studentnummer=key, datum=start, doel="overdracht dossier", gegeven=yes_no(chance(0.8)))
    if health:
        cohort.add("metingen", studentnummer=key, datum=later - 14 * DAY, stress=scale(5.9 - confidence))
    cohort.add("metingen", studentnummer=key, datum=later, motivatie=scale(motivation - 0.2), zdt_autonomie=scale(motivation),
               zdt_competentie=scale(confidence), zdt_verbondenheid=scale(social), binding_sociaal=scale(social), binding_academisch=scale(academic),
               verwachting_uitgekomen=scale(expected), verwachting_zwaarte=scale(expected), zelfvertrouwen=scale(confidence - 0.2),
               zelfstandigheid=scale(confidence), studievaardigheden=scale(confidence),
               diplomaverwachting=rng.choices(["gemakkelijk", "hard werken", "twijfel", "alleen met hulp"], [40, 42, 10 if confidence > 3 else 40, 8])[0],
               lesbegrip_nederlands=scale(academic + 0.3), lesbegrip_rekenen=scale(academic), beroepsaansluiting=scale(expected + 0.2),
               stage_tevredenheid=scale(expected + 0.4) if sector == "mbo" else "", keuzetevredenheid=scale(expected + 0.3, 0.9),
               beroepsbeeld=scale(expected), switch_overweging=yes_no(chance(0.25 if expected < 2.5 else 0.02)),
               hulpdrempel="" if chance(0.2) else yes_no(chance(0.15)), wil_peercoach=yes_no(chance(0.12 if year > 1 else 0.03)),
               veilig_leerklimaat=scale(social + 0.2), **health)


def add_talks(cohort, key, talks, start, last_day, year):
    rng, chance = cohort.random, cohort.chance
    if chance(0.85) and start + 12 * DAY <= last_day:
        cohort.add("gesprekken", studentnummer=key, datum=start + 12 * DAY, met_rol="slber", soort="kennismaking")
    need = rng.choice(["pedagogisch", "didactisch", "structuur", "prive", "regeling", "wettelijk", "psychisch"]) if chance(0.25) else ""
    if need in ("regeling", "wettelijk", "psychisch") and chance(0.7):
        cohort.add("toestemmingen", studentnummer=key, datum=last_day, interventie="doorverwijzen", status="gegeven")
    many = rng.randint(2, 4) if need and chance(0.15) else (1 if chance(talks) else 0)
    for turn in range(many):
        day = last_day - rng.randint(4, 60) * DAY
        if day >= start:
            cohort.add("gesprekken", studentnummer=key, datum=day, met_rol=rng.choice(["slber", "slber", "docent"]),
                       soort=rng.choice(["voortgang", "voortgang", "loopbaan", "reflectie"]), behoefte=need if many > 1 or chance(0.5) else "",
                       voortgang=rng.choice(["vooruitgang", "gelijk", "geen", "verslechterd"]), switch_overweging=yes_no(chance(0.03)))
    if chance(0.4):
        for subject in rng.sample(["kwaliteitenreflectie", "motievenreflectie", "werkexploratie", "loopbaansturing", "netwerken"], rng.randint(1, 5)):
            cohort.add("loopbaanonderwerpen", studentnummer=key, datum=cohort.day(max(start, YEAR_START), last_day), competentie=subject)
    if chance(0.85):
        cohort.add("eigen_doelen", studentnummer=key, datum=cohort.day(start, last_day), opgesteld=rng.choice(["student", "student", "begeleider"]), onderwerp="studie")
    if chance(0.5):
        cohort.add("feedbackmomenten", studentnummer=key, datum=cohort.day(start, last_day), vak="project 1", soort="tussentijds")
    if start + 95 * DAY < last_day and chance(0.5):
        cohort.add("reflectiemomenten", studentnummer=key, datum=start + 97 * DAY, uitkomst=rng.choice(["blijven", "blijven", "heroverwegen", "switch"]))


def add_support(cohort, key, way, start, last_day):
    rng, chance = cohort.random, cohort.chance
    worried = way not in ("gestaag", "meer_ruimte")
    for _ in range(rng.randint(1, 3) if worried and chance(0.8) else 0):
        cohort.add("observaties", studentnummer=key, datum=cohort.day(max(start, last_day - 35 * DAY), last_day),
                   categorie=rng.choice(["pedagogisch", "didactisch", "structuur", "structuur", "structuur", "prive", "toekomstwens"]),
                   code=rng.choice(["tegenslag", "gedrag", "inzet", "anders"]))
    for kind in rng.sample(["training", "peercoaching", "gesprek", "taal"], rng.randint(1, 2)) if worried and chance(0.4) else []:
        cohort.add("ondersteuningen", studentnummer=key, datum=cohort.day(start, last_day), code=kind, soort=kind, status=rng.choice(["lopend", "lopend", "afgerond"]))
    if chance(0.08):
        cohort.add("krachtbronnenkaarten", studentnummer=key, datum=cohort.day(start, last_day), gevulde_niveaus=rng.randint(0, 3),
                   middel=rng.choice(["interactief", "praatplaat"]))
    if worried and chance(0.3):
        began = cohort.day(start, max(start, last_day - 20 * DAY))
        ended = chance(0.3)
        cohort.add("plannen", studentnummer=key, datum=began, nummer="1", behoefte=rng.choice(["pedagogisch", "didactisch", "structuur", "prive"]),
                   kijk_van=rng.choice(["student", "medewerker"]), doel_van_student=yes_no(chance(0.7)), status="gesloten" if ended else "open",
                   bespreken_op=began + 21 * DAY)
        if ended:
            cohort.add("planevaluaties", studentnummer=key, datum=cohort.day(began, last_day), nummer="1", geevalueerd=yes_no(chance(0.5)), oordeel_student=yes_no(chance(0.5)))
        for turn in range(rng.randint(0, 2)):
            day = began + (20 + 10 * turn) * DAY
            if day <= last_day:
                cohort.add("planbesprekingen", studentnummer=key, datum=day, uitslag=rng.choice(["vooruitgang", "gelijk", "geen"]))
    if chance(0.08):
        day = cohort.day(max(start, last_day - 60 * DAY), last_day)
        cohort.add("doorverwijzingen", studentnummer=key, datum=day, naar=rng.choice(["studentdecaan", "studentpsycholoog", "zorgteam"]),
                   status=rng.choice(["verzonden", "gestart", "afgerond"]), warm=yes_no(chance(0.7)), terugkoppeling=day if chance(0.3) else "")
    if chance(0.004):
        cohort.add("zorgmeldingen", studentnummer=key, datum=last_day - rng.randint(0, 1) * DAY, waarnemer=rng.choice(TALKERS))


def add_choices(cohort, key, year, start, last_day):
    rng, chance = cohort.random, cohort.chance
    if year > 1:
        for kind, deadline in (("minor", datetime.date(2026, 12, 11)), ("stage", datetime.date(2027, 1, 15))):
            if chance(0.5):
                cohort.add("keuzemomenten", studentnummer=key, datum=YEAR_START, soort=kind, deadline=deadline)
        tries = rng.randint(1, 5) if chance(0.3) else 0
        for turn in range(tries):
            cohort.add("sollicitaties", studentnummer=key, datum=cohort.day(max(start, last_day - 60 * DAY), last_day), soort="stage",
                       uitslag="afgewezen" if chance(0.75) else "aangenomen")
        if chance(0.3 if tries > 3 else 0.01):
            cohort.add("discriminatiemeldingen", studentnummer=key, datum=cohort.day(last_day - 30 * DAY, last_day), delen_akkoord=yes_no(chance(0.6)))
        cohort.add("metingen", studentnummer=key, datum=datetime.date(2026, 3, 9), beroepsbeeld=cohort.scale(3), motivatie=cohort.scale(3.8))
    if chance(0.03):
        cohort.add("switchverzoeken", studentnummer=key, datum=cohort.day(max(start, last_day - 30 * DAY), last_day), naar_opleiding="Communicatie",
                   status=rng.choice(["open", "open", "afgehandeld"]))


def add_requests(cohort, key, way, start, last_day):
    rng, chance = cohort.random, cohort.chance
    first = max(start, REFERENCE - 40 * DAY)
    if first > last_day:
        return
    challenge, faster = (0.15, 0.10) if way == "meer_ruimte" else (0.002, 0.001)
    requests = (("studie", 0.03), ("nederlands", 0.02), ("rekenen", 0.02), ("regeling", 0.02), ("studiefinanciering", 0.01), ("financieel", 0.02),
                ("mantelzorg", 0.02), ("prive", 0.02), ("stage", 0.01), ("uitdaging", challenge), ("versnellen", faster), ("psychisch", 0.05), ("functiebeperking", 0.01))
    for domain, share in requests:
        if not chance(share):
            continue
        day = cohort.day(first, last_day)
        table = "zorgvragen" if domain in ("psychisch", "functiebeperking") else "hulpvragen"
        cohort.add(table, studentnummer=key, datum=day, domein=domain, status=rng.choice(["open", "open", "open", "afgehandeld"]))
        if domain in CONSENT and chance(0.6):
            cohort.add("toestemmingen", studentnummer=key, datum=day, interventie=CONSENT[domain],
                       status=rng.choices(["gegeven", "geweigerd", "ingetrokken"], [80, 12, 8])[0])
        if domain in CONSENT and chance(0.4):
            cohort.add("metingen", studentnummer=key, datum=day, hulpdrempel="ja")


# The consent that goes with a request, and the interventie it is about.
CONSENT = {"psychisch": "studentpsycholoog_intake", "functiebeperking": "regelingen_gesprek", "regeling": "regelingen_gesprek", "studiefinanciering": "regelingen_gesprek",
           "mantelzorg": "regelingen_gesprek", "prive": "zorgteam_inschakelen", "financieel": "zorgteam_inschakelen"}


def add_leaving(cohort, key, kind, end):
    rng, chance = cohort.random, cohort.chance
    if chance(0.5):
        cohort.add("exitvragenlijsten", studentnummer=key, datum=end, beantwoord=yes_no(chance(0.5)))
    if kind == "switch" and chance(0.7):
        cohort.add("warme_overdrachten", studentnummer=key, datum=end + DAY, van_opleiding="hier", naar_opleiding="Communicatie", bevestigd=yes_no(chance(0.3)))


class Hogeschool:
    folder = "hogeschool"
    first_number = 610001
    routes = ["vt", "vt", "vt", "dt"]
    # What comes in a few days late; the other series are complete.
    complete_to = {"verzuimmeldingen": datetime.date(2026, 11, 13)}

    @staticmethod
    def programme(rng):
        programme, domain = rng.choice([("Werktuigbouwkunde", "techniek"), ("Bouwkunde", "techniek"), ("Bedrijfskunde", "economie"), ("Verpleegkunde", "zorg en welzijn")])
        return ("ad", "ad", domain, programme + " Ad") if rng.random() < 0.12 else ("bachelor", "hbo", domain, programme)

    @staticmethod
    def prior(rng, level):
        return rng.choices(["havo", "vwo", "mbo-4", "hbo", "buitenland"], [48, 10, 36, 4, 2])[0]


    @staticmethod
    def own(rng, chance):
        return {"heeft_laptop": yes_no(not chance(0.02))}


class Mbo:
    folder = "roc"
    first_number = 720001
    routes = ["bol", "bol", "bbl"]
    complete_to = {"discriminatiemeldingen": datetime.date(2026, 11, 13)}

    @staticmethod
    def programme(rng):
        level = rng.choices(["mbo-2", "mbo-3", "mbo-4"], [40, 30, 30])[0]
        programme, domain = rng.choice([("Dienstverlening", "zorg en welzijn"), ("Monteur", "techniek"), ("Logistiek", "economie"), ("Retail", "economie")])
        return level, "mbo", domain, f"{programme} niveau {level[-1]}"

    @staticmethod
    def prior(rng, level):
        if level == "mbo-2":
            return rng.choices(["vmbo-bb", "vmbo-kb", "praktijkonderwijs", "vso", "entree"], [50, 25, 10, 5, 10])[0]
        return rng.choices(["vmbo-kb", "vmbo-tl", "havo", "mbo-2"], [30, 30, 10, 30])[0]

    @staticmethod
    def own(rng, chance):
        return {"leerbedrijf_gevonden": yes_no(chance(0.85))}


def main():
    place = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    for seed, school in ((20261116, Hogeschool), (20261117, Mbo)):
        cohort = Cohort(seed)
        for index in range(STUDENTS):
            add_student(cohort, index, school)
        for series, day in school.complete_to.items():
            cohort.add("bijgewerkt", **{"reeks": series, "t/m": day})
        cohort.write(place / school.folder / "gegevens")


if __name__ == "__main__":
    main()
