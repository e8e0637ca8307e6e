#!/usr/bin/env python3
"""Run packs over the real data beside this repository, and hold what comes out against counts made apart from it.

usage: tests/real_data_run.py [--binary build/wegwijzer] [NAME...]

The data are no part of the project. Exit 77: skipped, with the reason.
"""
import argparse
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from support.running import ROOT, find_binary

SKIPPED = 77
DATA = ROOT.parent / 'shared' / 'data'
PACKS = ROOT / 'tests' / 'real_data'


def evaluate(binary, packs, files, date):
    """Returns the students' objects, the closing counts, and the findings on stderr. `files`: {name: path or text}."""
    with tempfile.TemporaryDirectory() as folder:
        for name, source in files.items():
            target = pathlib.Path(folder) / name
            if isinstance(source, pathlib.Path):
                shutil.copyfile(source, target)
            else:
                target.write_text(source, encoding='utf-8')
        begin = time.monotonic()
        rules = [word for pack in packs for word in ('--rules', pack)]
        done = subprocess.run([binary, 'evaluate', *rules, '--data', folder, '--date', date,
                               '--format', 'jsonl', '--error-format', 'json'], capture_output=True, text=True)
        seconds = time.monotonic() - begin
    if done.returncode != 0:
        raise AssertionError(f'exit status {done.returncode}: {done.stderr[:2000]}')
    said = [json.loads(line) for line in done.stderr.splitlines()]
    counts = next(line for line in said if line['kind'] == 'counts')
    findings = [line for line in said if line['kind'] != 'counts']
    return [json.loads(line) for line in done.stdout.splitlines()], counts, findings, seconds


def check(what, expected, actual):
    if expected != actual:
        raise AssertionError(f'{what}: expected {expected}, got {actual}')


def check_counts(counts, students, events, invalid_cells, set_aside_rows):
    check('counts', (students, events, invalid_cells, set_aside_rows),
          tuple(counts[name] for name in ('students', 'events', 'invalid_cells', 'set_aside_rows')))


def having(students, signal):
    return {student['student'] for student in students if any(one['id'] == signal for one in student['signals'])}


def jisc(binary):
    export = DATA / 'jisc-attendance' / 'attendance.tsv'
    with export.open(newline='') as file:
        rows = list(csv.DictReader(file, delimiter='\t'))
    keys = sorted({row['STUDENT_ID'] for row in rows})
    files = {'student.csv': 'STUDENT_ID\n' + ''.join(key + '\n' for key in keys), 'bijeenkomsten.csv': export}
    students, counts, findings, _ = evaluate(binary, [PACKS / 'aanwezigheid.regels'], files, '2017-12-31')
    check_counts(counts, 5, 25, 10, 0)
    check('invalid cells listed', 10, sum(one['code'] == 'G007' for one in findings))
    check('why', 'maand 13 bestaat niet', next(one for one in findings if one['code'] == 'G007')['why'])
    absent = {row['STUDENT_ID'] for row in rows if row['EVENT_ATTENDED'] == '0'}
    check('absent', absent, having(students, 'gemist'))
    # An absence with an impossible date may have been in October: unknown, never no.
    october = {row['STUDENT_ID'] for row in rows
               if row['EVENT_ATTENDED'] == '0' and row['START_TIME'].startswith('2017-10')}
    check('absent in October', october, having(students, 'gemist_in_oktober'))
    perhaps = {row['STUDENT_ID'] for row in rows
               if row['EVENT_ATTENDED'] == '0' and row['START_TIME'][5:7] in ('13', '14')} - october
    check('perhaps absent in October', perhaps,
          {student['student'] for student in students
           if any(one['id'] == 'gemist_in_oktober' for one in student['undetermined'])})


def uci697(binary):
    export = DATA / 'uci697-dropout' / 'data.csv'
    files = {'student.csv': export, 'inschrijvingen.csv': export}
    students, counts, _, _ = evaluate(binary, [PACKS / 'inschrijvingen.regels'], files, '2026-11-02')
    check_counts(counts, 17, 2950, 0, 2933)
    with export.open(encoding='utf-8-sig', newline='') as file:
        dropouts = [row['Course'] for row in csv.DictReader(file, delimiter=';') if row['Target'] == 'Dropout']
    check('programmes', {course for course in dropouts if dropouts.count(course) > 100},
          having(students, 'veel_uitval'))


def cedanl(binary):
    for name, expected in (('train', (747, 0, 0, 253)), ('pred', (150, 0, 0, 0))):
        export = DATA / 'cedanl-uitnodigingsregel' / f'synth_data_{name}.csv'
        students, counts, _, _ = evaluate(binary, [PACKS / 'verzuim.regels'], {'studenten.csv': export}, '2026-11-02')
        check_counts(counts, *expected)
        first = {}
        with export.open(newline='') as file:
            for row in csv.DictReader(file, delimiter='\t'):
                first.setdefault(row['Studentnummer'], float(row['absence_unauthorized']))
        check(name, {key for key, hours in first.items() if hours > 40}, having(students, 'veel_verzuim'))


def studentinsights(binary):
    exports = DATA / 'studentinsights-sis-exports'
    files = {'student.csv': exports / 'fixtures__fake_students_export.csv',
             'voorvallen.csv': exports / 'fixtures__fake_behavior_export.csv'}
    students, counts, findings, _ = evaluate(binary, [PACKS / 'leerlingen.regels'], files, '2026-11-02')
    # Of four incidents none belongs to one of the five students but that of `10...`; "NULL" is no date.
    with (exports / 'fixtures__fake_students_export.csv').open(newline='') as file:
        keys = {row['local_id'] for row in csv.DictReader(file)}
    with (exports / 'fixtures__fake_behavior_export.csv').open(newline='') as file:
        incidents = list(csv.DictReader(file, escapechar='\\'))
    known = [row for row in incidents if row['local_id'] in keys]
    invalid = sum(row['event_date'] == 'NULL' for row in known)
    check_counts(counts, 5, len(known), invalid, len(incidents) - len(known))
    check('reported', {row['local_id'] for row in known}, having(students, 'voorval_gemeld'))


def oulad(binary):
    folder = DATA / 'oulad-2013'
    files = {name: folder / name for name in ('student.csv', 'inleveringen.csv')}
    packs = [ROOT / 'examples' / 'oulad', PACKS / 'oulad_basis.regels']
    students, counts, _, seconds = evaluate(binary, packs, files, '2014-12-31')
    print(f'oulad: read, evaluated and written in {seconds:.2f} s')
    check_counts(counts, 13529, 82842, 0, 0)
    with (folder / 'student.csv').open(newline='') as file:
        ended_badly = {row['studentnummer'] for row in csv.DictReader(file) if row['uitkomst'] in ('Withdrawn', 'Fail')}
    for signal, active, badly in (('niet_ingeleverd', 1341, 1223), ('lage_score', 226, 199),
                                  ('moeizame_start', 1567, 1422), ('basis', 10965, 4987)):
        found = having(students, signal)
        check(signal, (active, badly), (len(found), len(found & ended_badly)))
    check('advised', having(students, 'moeizame_start'),
          {student['student'] for student in students if student['recommendations']})
    read_by_people(binary, ROOT / 'examples' / 'oulad', folder, '2014-12-31')


def read_by_people(binary, pack, folder, date):
    """The caseload, and pages of a student with advice, one without and one of whom something is unknown."""
    with tempfile.TemporaryDirectory() as data:
        for name in ('student.csv', 'inleveringen.csv'):
            (pathlib.Path(data) / name).symlink_to(folder / name)
        arguments = ['--rules', pack, '--data', data, '--date', date, '--lang', 'nl']

        def run(command, *more):
            done = subprocess.run([binary, command, *arguments, *more], capture_output=True, text=True)
            if done.returncode != 0:
                raise AssertionError(f'{command} {more}: exit status {done.returncode}: {done.stderr[:2000]}')
            return done.stdout

        students = [json.loads(line) for line in run('evaluate', '--format', 'jsonl').splitlines()]
        caseload = run('evaluate')
        check('counted', True, f'{len(students)} studenten' in caseload.splitlines()[0].replace('.', ''))
        for student in (next(one for one in students if one['recommendations']),
                        next(one for one in students if not one['recommendations'] and not one['undetermined']),
                        next(one for one in students if one['undetermined'])):
            key = student['student']
            tree = json.loads(run('explain', '--student', key, '--format', 'json'))
            check(f'explain of {key}', {one['id'] for one in student['signals']},
                  {one['id'] for one in tree['signals'] if one['status'] == 'active' and one['kind'] == 'signal'})
            titles = {one['title'] for one in student['signals']}
            for reader in ([], ['--role', 'student']):
                page = ' '.join(run('explain', '--student', key, *reader).split())
                check(f'{key} is on the page', True, key in page)
                check(f'signals on the page of {key}', titles, {title for title in titles if title in page})


CASES = {'jisc': jisc, 'uci697': uci697, 'cedanl': cedanl, 'studentinsights': studentinsights, 'oulad': oulad}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('names', nargs='*', choices=[*CASES, []])
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    if not DATA.is_dir():
        print('skipped: the real data are not beside this repository')
        return SKIPPED
    if subprocess.run([binary, 'evaluate', '--help'], capture_output=True).returncode != 0:
        print('skipped: the program has no command "evaluate" yet')
        return SKIPPED
    failures = 0
    for name in arguments.names or CASES:
        try:
            CASES[name](binary)
        except AssertionError as wrong:
            failures += 1
            print(f'{name}: {wrong}')
    print(f'{len(arguments.names or CASES)} data sets, {failures} wrong')
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
