#!/usr/bin/env python3
"""How long a run takes beside a store, and how large the store gets: 50,000 students, 40 weekly runs that are kept.

usage: tests/runs_bench_run.py [--binary build-release/wegwijzer] [--students N] [--runs N]

The rules are those of tests/year. The data grow by a week of presence of every student before each run, so that no two runs rest on
the same records of anybody; after each run some mentors answer. Prints every figure, and fails above the bounds: 3 s for a run that is
kept, 1 s for the `diff` of two runs, 1 GB for the store.
"""
import argparse
import datetime
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time
import typing

from support.running import ROOT, find_binary

RULES = ROOT / 'tests' / 'year' / 'begeleiding.regels'
FIRST_MONDAY = datetime.date(2026, 9, 14)
ANSWERS_A_WEEK = 2_500
MOST_SECONDS_OF_RUN, MOST_SECONDS_OF_DIFF, MOST_BYTES = 3.0, 1.0, 1_000_000_000


class Took(typing.NamedTuple):
    clock: float
    processor: float

    def __str__(self):
        return f'{self.clock:.2f} s ({self.processor:.2f} s of the processor)'


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Presence:
    """The presence of every student: three weeks to begin with, and a week more each time."""

    def __init__(self, path, students, draw):
        self.path, self.draw = path, draw
        self.share = [draw.uniform(45, 100) for _ in range(students)]
        self.week = -3
        with path.open('w', encoding='utf-8') as file:
            file.write('studentnummer;datum;aandeel\n')
        while self.week < 0:
            self.add_week()

    def add_week(self):
        friday = (FIRST_MONDAY + datetime.timedelta(days=7 * self.week + 4)).isoformat()
        lines = []
        for number, base in enumerate(self.share):
            base = self.share[number] = min(100, max(5, base + self.draw.uniform(-10, 10)))
            lines.append(f'S{number:06};{friday};{round(base)}%\n')
        with self.path.open('a', encoding='utf-8') as file:
            file.write(''.join(lines))
        self.week += 1


def make_students(path, students, draw):
    with path.open('w', encoding='utf-8') as file:
        file.write('studentnummer;naam;mentor;startdatum;motivatie;zorgen\n')
        for number in range(students):
            motivation = draw.choice(['', 1, 2, 3, 4, 5, 4, 5])
            file.write(f'S{number:06};Naam {number};Mentor {number % 400};2026-08-31;{motivation};{"ja" if draw.random() < 0.1 else "nee"}\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build-release' / 'wegwijzer')
    parser.add_argument('--students', type=int, default=50_000)
    parser.add_argument('--runs', type=int, default=40)
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    draw = random.Random(11)

    def timed(folder, *words):
        begin, before = time.monotonic(), processor_seconds()
        done = subprocess.run([str(binary), *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        if done.returncode != 0:
            sys.exit(f'{words}: {done.stderr}')
        return Took(time.monotonic() - begin, processor_seconds() - before)

    with tempfile.TemporaryDirectory(prefix='runs-') as temporary:
        folder = pathlib.Path(temporary)
        (folder / 'gegevens').mkdir()
        make_students(folder / 'gegevens' / 'student.csv', arguments.students, draw)
        presence = Presence(folder / 'gegevens' / 'presenties.csv', arguments.students, draw)
        run = ['evaluate', '--rules', str(RULES), '--data', 'gegevens', '--format', 'csv']
        kept, looked = [], []
        for week in range(arguments.runs):
            date = ['--date', (FIRST_MONDAY + datetime.timedelta(weeks=week)).isoformat()]
            if week > 0:
                presence.add_week()
            if week in (0, arguments.runs - 1):
                print(f'week {week + 1} without a store: {timed(folder, *run, *date)}', flush=True)
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
    print(f'a run that is kept: first {kept[0]}, last {kept[-1]}, longest {max(kept)}')
    print(f'a run beside the store: last {looked[-1]}, longest {max(looked)}')
    print(f'diff of the last two runs: {min(compared)}, longest {max(compared)}')
    print(f'the store: {size / 1e6:.0f} MB, {size / arguments.students / arguments.runs:.0f} bytes per student and run')
    print(f'log verify: {verified}; log replay: {replayed}')
    if arguments.students < 50_000 or arguments.runs < 40:
        return 0
    if max(kept + looked).clock > MOST_SECONDS_OF_RUN or min(compared).clock > MOST_SECONDS_OF_DIFF or size > MOST_BYTES:
        print('FAILED: above the bounds')
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
