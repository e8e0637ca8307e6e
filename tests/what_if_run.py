#!/usr/bin/env python3
"""What if a change were written in the data: `explain --what-if` says what `explain` says of data that hold the change.

usage: tests/what_if_run.py [--count N] [--binary build/wegwijzer]

For random students of the example cohorts a random change is asked (a field, an unknown field, an event, several together),
and the JSON is held against that of the same student in files where the change was written down, on the day that the what-if
says it looked at. A change to what is there already must differ in nothing.
"""
import argparse
import csv
import datetime
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

from support.running import ROOT, find_binary

# rules, data, date; fields with their column and values; series with their file, fields and where values come from
COHORTS = [
    {
        'rules': ['rules/vroegsignalering'], 'data': 'examples/eerstejaars', 'date': '2026-11-02',
        'fields': {'motivatie': ('Motivatiescore week 3', ['1', '2,4', '3', '5']),
                   'keuzezekerheid': ('keuzezekerheid', ['laag', 'midden', 'hoog']),
                   'vooropleiding': ('vooropleiding', ['havo', 'vwo', 'mbo']),
                   'startdatum': ('startdatum', ['2026-08-31', '2026-09-21'])},
        'series': {'presentie': 'presenties', 'toetsen': 'toetsen', 'gesprek': 'gesprekken',
                   'welzijnsmetingen': 'welzijnsmetingen'},
    },
    {
        'rules': ['rules/hbo', 'examples/instelling/hogeschool'], 'data': 'examples/instelling/hogeschool/gegevens',
        'date': '2026-11-16',
        'fields': {'keuzezekerheid': ('keuzezekerheid', ['1,0', '2,5', '5,0']),
                   'leerjaar': ('leerjaar', ['1', '3']),
                   'heeft_vast_aanspreekpunt': ('heeft_vast_aanspreekpunt', ['ja', 'nee'])},
        'series': {'resultaten': 'resultaten', 'verzuimmeldingen': 'verzuimmeldingen', 'reflectiemomenten': 'reflectiemomenten'},
    },
]


def written_choices(paths):
    """Of a keuze that the data write otherwise, {(field, as the data have it): as the rules have it}."""
    found = {}
    for path in paths:
        for file in sorted((ROOT / path).glob('*.regels')):
            for field, choices in re.findall(r'^ +(\w+) +: +keuze uit (.*)$', file.read_text(encoding='utf-8'), re.M):
                found.update({(field, data): name for name, data in re.findall(r'(\w+) "([^"]+)"', choices)})
    return found


def read_csv(path):
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file, delimiter=';'))
    return rows[0], rows[1:]


def write_folder(folder, tables):
    for name, (head, rows) in tables.items():
        with open(folder / name, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file, delimiter=';', lineterminator='\n').writerows([head, *rows])


def explain(binary, cohort, folder, key, mentor, date, changes=()):
    asked = [word for change in changes for word in ('--what-if', change)]
    done = subprocess.run([binary, 'explain', '--rules', *cohort['rules'], '--data', folder, '--date', date, '--student', key,
                           '--mentor', mentor, '--format', 'json', *asked], cwd=ROOT, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        sys.exit(f'{key} {changes}: status {done.returncode}\n{done.stderr}')
    page = json.loads(done.stdout)
    # How many lines a page leaves out: one with changes leaves out fewer, as it shows what differs.
    page['values'] = {node: value for node, value in page['values'].items() if 'rest' not in node.split('/')}
    return page


def one_round(chance, binary, cohort, everybody, choices, temporary):
    head, students = everybody['student.csv']
    mentor_column = next(i for i, name in enumerate(head) if name in ('mentor', "SLB'er of mentor"))
    student = chance.choice([row for row in students if row[mentor_column]])
    key, mentor = student[0], student[mentor_column]
    # `bijgewerkt.csv` has no key: it is taken as it is.
    own = {name: (names, [list(row) for row in rows if name == 'bijgewerkt.csv' or row[0] == key])
           for name, (names, rows) in everybody.items()}
    changed = {name: (names, [list(row) for row in rows]) for name, (names, rows) in own.items()}
    changes, last = [], cohort['date']
    for field in chance.sample(sorted(cohort['fields']), chance.randint(0, 2)):
        column, values = cohort['fields'][field]
        value = chance.choice([*values, ''])
        changes.append(f'{field} = {value or "onbekend"}')
        changed['student.csv'][1][0][head.index(column)] = value
    for series in chance.sample(sorted(cohort['series']), chance.randint(0 if changes else 1, 2)):
        file = cohort['series'][series] + '.csv'
        names, rows = everybody[file]
        event = list(chance.choice(rows))
        day = datetime.date.fromisoformat(cohort['date']) + datetime.timedelta(days=chance.randint(-40, 14))
        event[0], event[names.index('datum')] = key, day.isoformat()
        values = [choices.get((name, value), value) for name, value in zip(names, event)]
        if chance.random() < 0.5:
            inside = '; '.join(values[1:])
        else:
            inside = '; '.join(f'{name}: {value}' for name, value in reversed(list(zip(names, values))[1:]) if value)
        changes.append(f'{series} + {{{inside}}}')
        changed[file][1].append(event)
        last = max(last, day.isoformat())
    before, after = pathlib.Path(temporary, 'before'), pathlib.Path(temporary, 'after')
    for folder, tables in ((before, own), (after, changed)):
        folder.mkdir(exist_ok=True)
        write_folder(folder, tables)
    asked = explain(binary, cohort, before, key, mentor, cohort['date'], changes)
    what_if = asked.pop('what_if')
    written = explain(binary, cohort, after, key, mentor, last)
    if what_if['evaluated_on'] != last:
        return f'{key} {changes}: evaluated on {what_if["evaluated_on"]}, not {last}'
    if asked != written:
        parts = [name for name in written if asked.get(name) != written[name]]
        return f'{key} {changes}: not what is said of data that hold it: {parts}'
    # What is there already, once more.
    column = chance.choice(sorted(cohort['fields']))
    value = student[head.index(cohort['fields'][column][0])]
    nothing = explain(binary, cohort, before, key, mentor, cohort['date'], [f'{column} = {value or "onbekend"}'])
    differences = nothing.pop('what_if')['differences']
    if any(differences.values()) or nothing != explain(binary, cohort, before, key, mentor, cohort['date']):
        return f'{key} {column} = {value}: differs from what is there already'
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], usage=__doc__.split('usage: ')[1].splitlines()[0])
    parser.add_argument('--count', type=int, default=60)
    parser.add_argument('--binary', default='build/wegwijzer')
    options = parser.parse_args()
    binary = str(find_binary(options.binary))
    failed = 0
    for cohort in COHORTS:
        everybody = {path.name: read_csv(path) for path in sorted((ROOT / cohort['data']).glob('*.csv'))}
        choices = written_choices([*cohort['rules'], 'rules/basis'])
        # The rules of an institution take longer to read.
        rounds = options.count if cohort is COHORTS[0] else max(options.count // 4, 1)
        for seed in range(rounds):
            with tempfile.TemporaryDirectory() as temporary:
                if wrong := one_round(random.Random(seed), binary, cohort, everybody, choices, temporary):
                    failed += 1
                    print(f'{cohort["data"]} seed {seed}: {wrong}')
    print(f'{failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
