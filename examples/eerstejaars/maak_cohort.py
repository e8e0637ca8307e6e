#!/usr/bin/env python3
"""Makes the example cohort: some 200 invented first-year students, always the same ones.

usage: maak_cohort.py [FOLDER]     writes student.csv and one file per series into FOLDER (default: beside this script)

Nobody in it exists. Names are random pairs from two short lists; every record is drawn from one of four invented ways of going
through a first year (steady, slipping away, struggling with mathematics, ready for more).
"""
import csv
import datetime
import pathlib
import random
import sys

STUDENTS = 200
START = datetime.date(2026, 8, 31)
LAST_DAY = datetime.date(2026, 10, 30)
HOLIDAY = (datetime.date(2026, 10, 19), datetime.date(2026, 10, 25))
FIRST_NAMES = ("Sam Noor Daan Lotte Mees Ayla Bram Chaya Dirk Emir Fenna Guus Hanna Imran Joris Kim Levi Mila Nadia Oscar "
               "Pien Quinten Roos Sil Tess Umar Vera Wout Xena Yara Zoë Anne").split()
LAST_NAMES = ("Bakker|Visser|de Boer|Jansen|el Idrissi|van Dijk|Smit|Yılmaz|de Groot|Mulder|Kaya|Bos|Vos|Peters|Hendriks|"
              "van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|Kok|Jacobs|Willems|Öztürk").split("|")
MENTORS = ["M. de Vries", "A. Bouzid", "K. Postma", "J. van Es", "R. Sardjoe"]
PROGRAMMES = ["HBO-ICT", "Werktuigbouwkunde", "Bedrijfskunde", "Verpleegkunde"]
COURSES = ["wiskunde", "programmeren", "communicatie", "project"]
# how a student goes through the year: share, presence now, change of presence, grade, spread, on time, motivation, rest
WAYS = [
    ("gestaag", 0.60, 82, 0, 6.6, 1.0, 0.90, 3.6, 3.6),
    ("glijdt_weg", 0.17, 74, -26, 5.6, 1.2, 0.62, 2.7, 2.6),
    ("struikelt", 0.13, 76, -4, 5.1, 1.0, 0.74, 3.2, 3.1),
    ("meer_ruimte", 0.10, 91, 0, 8.3, 0.5, 0.99, 4.4, 4.0),
]


def weekdays(first, last, step):
    day = first
    while day <= last:
        if day.weekday() < 5 and not HOLIDAY[0] <= day <= HOLIDAY[1]:
            yield day
        day += datetime.timedelta(days=step)


def dutch(number, decimals=1):
    return f"{number:.{decimals}f}".replace(".", ",")


def clamp(value, low, high):
    return max(low, min(high, value))


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    rng = random.Random(20260831)
    students, tests, presence, work, talks, wellbeing = [], [], [], [], [], []
    for index in range(STUDENTS):
        key = str(500101 + index)
        way, _, present, change, grade, spread, on_time, motivation, rest = rng.choices(WAYS, [w[1] for w in WAYS])[0]
        prior = rng.choices(["havo", "mbo", "vwo", "vmbo", "hbo"], [45, 35, 14, 3, 3])[0]
        known = rng.random() > 0.06
        offered = 15
        obtained = clamp(round((grade + rng.gauss(0, 1)) / 7 * offered), 0, offered) if way != "meer_ruimte" else offered
        students.append([
            key, f"{rng.choice(FIRST_NAMES)} {rng.choice(LAST_NAMES)}", rng.choice(PROGRAMMES), MENTORS[index % len(MENTORS)],
            prior, START - datetime.timedelta(days=rng.choice([4, 10, 40, 90, 120, 150, 170])), START,
            dutch(clamp(rng.gauss(motivation, 0.7), 1, 5)) if known else "",
            rng.choices(["laag", "midden", "hoog"], [1, 3, 4] if motivation > 3 else [4, 3, 1])[0] if known else "",
            rng.choice([0, 0, 6, 8, 12, 16, 20, 24, 28]), obtained, offered,
            rng.choices(["nl", "eu", "overig"], [80, 10, 10])[0],
        ])
        measured = rng.random() > 0.04  # some students have no attendance in the system yet
        days = list(weekdays(START, LAST_DAY, 3))
        for number, day in enumerate(days):
            if measured:
                share = present + change * number / (len(days) - 1) + rng.gauss(0, 9)
                presence.append([key, day, f"{clamp(round(share), 0, 100)}%"])
        for number, day in enumerate(weekdays(START + datetime.timedelta(days=14), LAST_DAY, 7)):
            course = COURSES[number % len(COURSES)]
            shift = -1.1 if course == "wiskunde" and way == "struikelt" else 0
            mark = clamp(rng.gauss(grade + shift, spread), 1, 10)
            tests.append([key, day, f"{course[:3].upper()}{number // len(COURSES) + 1}", course,
                          dutch(mark) if rng.random() > 0.03 else ""])
        for number, day in enumerate(weekdays(START + datetime.timedelta(days=11), LAST_DAY, 14)):
            work.append([key, day, COURSES[(number + 1) % len(COURSES)], "ja" if rng.random() < on_time else "nee"])
        if rng.random() < 0.62:
            day = START + datetime.timedelta(days=rng.randrange(10, 58))
            talks.append([key, day, rng.choices(["slb", "docent", "peercoach"], [6, 2, 1])[0]])
        for day in weekdays(START + datetime.timedelta(days=21), LAST_DAY, 14):
            if rng.random() < 0.5:
                wellbeing.append([key, day, clamp(round(rng.gauss(rest, 0.8)), 1, 5)])
    files = {
        "student": (["studentnummer", "naam", "opleiding", "mentor", "vooropleiding", "inschrijfdatum", "startdatum",
                     "Motivatiescore week 3", "keuzezekerheid", "Werk per week", "EC behaald", "EC aangeboden", "herkomst"],
                    students),
        "toetsen": (["studentnummer", "datum", "toetscode", "vak", "cijfer"], tests),
        "presenties": (["studentnummer", "datum", "aandeel"], presence),
        "inleveringen": (["studentnummer", "datum", "vak", "op_tijd"], work),
        "gesprekken": (["studentnummer", "datum", "soort"], talks),
        "welzijnsmetingen": (["studentnummer", "datum", "rust"], wellbeing),
    }
    for name, (header, rows) in files.items():
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)


main()
