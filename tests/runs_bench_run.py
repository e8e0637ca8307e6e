#!/usr/bin/env python3
"""How long a run takes beside a store, and how large the store gets: 50,000 students, 40 weekly runs that are kept.

usage: tests/runs_bench_run.py [--binary build-release/wegwijzer] [--students N] [--runs N]

The rules are those of tests/year; presence of a whole year stands in one file, of which each run sees what lies before its day. After
each run some mentors answer. Prints every figure, and fails above the bounds: 3 s for a run that is kept, 1 s for the `diff` of two
runs, 1 GB for the store.
"""
import argparse
import datetime
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from support.running import ROOT, find_binary

RULES = ROOT / 'tests' / 'year' / 'begeleiding.regels'
FIRST_MONDAY = datetime.date(2026, 9, 14)
ANSWERS_A_WEEK = 2_500
MOST_SECONDS_OF_RUN, MOST_SECONDS_OF_DIFF, MOST_BYTES = 3.0, 1.0, 1_000_000_000


def make_data(folder, students, draw):
    data = folder / 'gegevens'
    data.mkdir()
    with (data / 'student.csv').open('w', encoding='utf-8') as file:
        file.write('studentnummer;naam;mentor;startdatum;motivatie;zorgen\n')
        for number in range(students):
            motivation = draw.choice(['', 1, 2, 3, 4, 5, 4, 5])
            file.write(f'S{number:06};Naam {number};Mentor {number % 400};2026-08-31;{motivation};{"ja" if draw.random() < 0.1 else "nee"}\n')
    fridays = [(FIRST_MONDAY + datetime.timedelta(days=7 * week - 3)).isoformat() for week in range(43)]
    with (data / 'presenties.csv').open('w', encoding='utf-8') as file:
        file.write('studentnummer;datum;aandeel\n')
        for number in range(students):
            base, lines = draw.uniform(45, 100), []
            for friday in fridays:
                base = min(100, max(5, base + draw.uniform(-10, 10)))
                lines.append(f'S{number:06};{friday};{round(base)}%\n')
            file.write(''.join(lines))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build-release' / 'wegwijzer')
    parser.add_argument('--students', type=int, default=50_000)
    parser.add_argument('--runs', type=int, default=40)
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    draw = random.Random(11)

    def timed(folder, *words):
        begin = time.monotonic()
        done = subprocess.run([str(binary), *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        if done.returncode != 0:
            sys.exit(f'{words}: {done.stderr}')
        return time.monotonic() - begin

    with tempfile.TemporaryDirectory(prefix='runs-') as temporary:
        folder = pathlib.Path(temporary)
        make_data(folder, arguments.students, draw)
        run = ['evaluate', '--rules', str(RULES), '--data', 'gegevens', '--format', 'csv']
        kept, looked = [], []
        for week in range(arguments.runs):
            date = ['--date', (FIRST_MONDAY + datetime.timedelta(weeks=week)).isoformat()]
            if week == 0:
                print(f'without a store: {timed(folder, *run, *date):.2f} s', flush=True)
            kept.append(timed(folder, *run, *date, '--store', 'dossier.db', '--keep', '--by', 'A. Tester'))
            looked.append(timed(folder, *run, *date, '--store', 'dossier.db'))
            day = (FIRST_MONDAY + datetime.timedelta(weeks=week, days=1)).isoformat()
            with (folder / 'lijst.csv').open('w', encoding='utf-8') as file:
                file.write('student;interventie;rol;status;uitkomst;datum\n')
                for number in draw.sample(range(arguments.students), min(ANSWERS_A_WEEK, arguments.students)):
                    done = draw.random() < 0.5
                    file.write(f'S{number:06};gesprek;slber;{"uitgevoerd;besproken" if done else "voorgesteld;"};{day}\n')
            timed(folder, 'record', '--store', 'dossier.db', '--import', 'lijst.csv', '--by', 'A. Tester')
        size = sum(path.stat().st_size for path in folder.glob('dossier.db*'))
        last = arguments.runs
        compared = [timed(folder, 'diff', str(last - 1), str(last), '--store', 'dossier.db', '--format', 'csv') for _ in range(3)]
        verified = timed(folder, 'log', 'verify', '--store', 'dossier.db')
        replayed = timed(folder, 'log', 'replay', str(last), '--store', 'dossier.db', '--rules', str(RULES), '--data', 'gegevens')
    print(f'{arguments.students} students, {arguments.runs} runs')
    print(f'a run that is kept: first {kept[0]:.2f} s, last {kept[-1]:.2f} s, longest {max(kept):.2f} s')
    print(f'a run beside the store: last {looked[-1]:.2f} s, longest {max(looked):.2f} s')
    print(f'diff of the last two runs: {min(compared):.2f} to {max(compared):.2f} s')
    print(f'the store: {size / 1e6:.0f} MB, {size / arguments.students / arguments.runs:.0f} bytes per student and run')
    print(f'log verify: {verified:.2f} s; log replay: {replayed:.2f} s')
    if arguments.students < 50_000 or arguments.runs < 40:
        return 0
    if max(kept + looked) > MOST_SECONDS_OF_RUN or min(compared) > MOST_SECONDS_OF_DIFF or size > MOST_BYTES:
        print('FAILED: above the bounds')
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
