#!/usr/bin/env python3
"""What was acknowledged is in the case store, whatever is killed and whoever writes at the same time.

usage: tests/store_kill_run.py [--binary build/wegwijzer] [--seed N] [--on sqlite|postgresql]

Kills `record`, `record --import` and `evaluate --keep` with SIGKILL at random moments (20 times each, 200 with WEGWIJZER_SOAK=1), and
lets programs write at once. Afterwards the store is looked into with Python's own SQLite, or with psql on a server of its own (skipped
where there is none): it is sound, every entry and run that the program said it had kept is there in full, no list and no run is there
by halves, numbers run from 1 without a gap, and the chain of runs verifies. A kill that comes before the answer may leave the entry or
the run or not, and never a part of it.
"""
import argparse
import contextlib
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

from support.postgres_server import NoServer, Server, demand_built_in
from support.running import find_binary
from support.store_material import LINES_OF_LIST, OUTCOME, PACK, Failure, demand, import_command, record_command
from support.store_places import FileStore, ServerStore

TIMES = 200 if os.environ.get('WEGWIJZER_SOAK') else 20
ENTRIES = 'SELECT id, student, outcome, recorded_by, import, line FROM entry ORDER BY id'
RUNS = 'SELECT number, run_by FROM run ORDER BY number'
LINES = 'SELECT run, COUNT(*), COUNT(student), COUNT(salt), COUNT(content) FROM run_student GROUP BY run ORDER BY run'
STUDENTS = 250


def record(binary, student, store):
    return record_command(binary, store.name, student)


def take_in(binary, number, store):
    return import_command(binary, store.name, store.folder / f'list{number}.csv', number)


def start(command, store):
    return subprocess.Popen(command, cwd=store.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            env={**os.environ, **store.environment, 'LC_ALL': 'C.UTF-8'})


def was_acknowledged(done, answer):
    """The program ended well, or its answer was out before it was killed."""
    return done.returncode == 0 or b'Is something wrong?' in answer or b'Not looked into' in answer


def kill_at(command, seconds, store):
    """Returns whether the program acknowledged, and whether it was killed at all."""
    running = start(command, store)
    time.sleep(seconds)
    running.send_signal(signal.SIGKILL)
    answer, _ = running.communicate()
    return was_acknowledged(running, answer), running.returncode == -signal.SIGKILL


def duration(command, store):
    begin = time.monotonic()
    done = start(command, store)
    _, said = done.communicate()
    demand(done.returncode == 0, f'a run that nobody kills fails: {said.decode()}')
    return time.monotonic() - begin


def rows_of(store):
    """The entries by student, after the store has been looked through."""
    store.settle()
    problem = store.problem()
    demand(not problem, f'the store is damaged: {problem}')
    rows = store.ask(rows=ENTRIES)['rows']
    demand([row[0] for row in rows] == list(range(1, len(rows) + 1)), 'the numbers have a gap')
    for number, student, outcome, by, _, _ in rows:
        demand(outcome == OUTCOME.strip() and by == 'A. Tester', f'entry {number} of {student} is there by halves')
    return rows


def kill_records(binary, store, chance):
    usual = duration(record(binary, 'first', store), store)
    acknowledged, killed = {'first'}, 0
    for number in range(TIMES):
        student = f'S{number}'
        said, was_killed = kill_at(record(binary, student, store), chance.uniform(0, usual * 1.1), store)
        killed += was_killed
        if said:
            acknowledged.add(student)
    students = [row[1] for row in rows_of(store)]
    demand(len(students) == len(set(students)), 'an entry is there twice')
    demand(acknowledged <= set(students), f'acknowledged and not there: {sorted(acknowledged - set(students))}')
    demand(killed > 0, 'nothing was killed: the test shows nothing')
    return f'{killed} of {TIMES} records killed, {len(acknowledged)} acknowledged and {len(students)} there'


def kill_lists(binary, store, chance):
    usual = duration(take_in(binary, 'first', store), store)
    acknowledged, killed = {'first'}, 0
    for number in range(TIMES):
        said, was_killed = kill_at(take_in(binary, number, store), chance.uniform(0, usual * 1.1), store)
        killed += was_killed
        if said:
            acknowledged.add(str(number))
    lists = {}
    for row in rows_of(store):
        if row[1].startswith('L'):
            lists.setdefault(row[1][1:].split('.')[0], []).append(row[5])
    for name, lines in lists.items():
        demand(sorted(lines) == list(range(2, LINES_OF_LIST + 2)), f'list {name} is there by halves: {len(lines)} lines')
    demand(acknowledged <= set(lists), f'acknowledged and not there: {sorted(acknowledged - set(lists))}')
    demand(killed > 0, 'nothing was killed: the test shows nothing')
    return f'{killed} of {TIMES} lists killed, {len(acknowledged)} acknowledged and {len(lists)} there'


def keep(binary, store):
    return [str(binary), 'evaluate', '--lang', 'en', '--store', store.name, '--rules', 'proef.regels', '--data', 'students.jsonl', '--date',
            '2026-11-02', '--out', 'advice.txt', '--keep', '--by', 'A. Tester']


def was_kept(done, said):
    """The program ended well, or said under which number it had kept the run before it was killed."""
    return done.returncode == 0 or b'N360 kept as run' in said


def kill_keeping(binary, store, chance):
    (store.folder / 'proef.regels').write_text(PACK, encoding='utf-8')
    lines = [json.dumps({'studentnummer': f'S{number}', 'startdatum': '2026-09-01', 'motivatie': 1 + number % 5}) for number in range(STUDENTS)]
    (store.folder / 'students.jsonl').write_text('\n'.join(lines) + '\n', encoding='utf-8')
    duration(keep(binary, store), store)
    latest = 1.1 * min(duration(keep(binary, store), store) for _ in range(2))
    acknowledged, killed = 3, 0
    for _ in range(TIMES):
        running = start(keep(binary, store), store)
        time.sleep(chance.uniform(latest * 0.2, latest))
        running.send_signal(signal.SIGKILL)
        _, said = running.communicate()
        killed += running.returncode == -signal.SIGKILL
        acknowledged += was_kept(running, said)
        # Later while they come too early, and earlier when they come too late: a machine is not always as busy.
        latest *= 0.85 if was_kept(running, said) else 1.1
    store.settle()
    problem = store.problem()
    demand(not problem, f'the store is damaged: {problem}')
    found = store.ask(runs=RUNS, lines=LINES)
    runs = [run[0] for run in found['runs']]
    demand(runs == list(range(1, len(runs) + 1)), 'the runs have a gap')
    demand(found['lines'] == [[run, *[STUDENTS] * 4] for run in runs], 'a run is there by halves')
    demand(all(run[1] == 'A. Tester' for run in found['runs']), 'a run is there without who kept it')
    demand(acknowledged <= len(runs), f'{acknowledged} runs acknowledged and {len(runs)} there')
    verified = start([str(binary), 'log', 'verify', '--store', store.name], store)
    _, said = verified.communicate()
    demand(verified.returncode == 0, f'the chain of runs is broken: {said.decode()}')
    demand(killed > 0, 'nothing was killed: the test shows nothing')
    return f'{killed} of {TIMES} evaluations killed, {acknowledged} runs acknowledged and {len(runs)} there, chained'


def write_at_once(binary, store):
    """Many begin a store together: none is lost, and who has to wait too long is told."""
    count = 4 * max(5, TIMES // 10)
    done = {}
    for first in range(0, count, 8):
        running = {f'T{n}': start(record(binary, f'T{n}', store), store) for n in range(first, min(first + 8, count))}
        for student, program in running.items():
            answer, said = program.communicate()
            done[student] = program.returncode == 0
            demand(done[student] or b'F334' in said, f'{student}: {said.decode()}')
            demand(done[student] == was_acknowledged(program, answer), f'{student}: an answer without an entry')
    students = [row[1] for row in rows_of(store)]
    demand(sorted(students) == sorted(s for s, ok in done.items() if ok), 'what is there is not what was acknowledged')
    return f'{len(students)} of {count} written at once, 8 at a time'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default='build/wegwijzer')
    parser.add_argument('--seed', type=int, default=random.randrange(2**32) if os.environ.get('WEGWIJZER_SOAK') else 1)
    parser.add_argument('--on', choices=('sqlite', 'postgresql'), default='sqlite')
    arguments = parser.parse_args()
    binary, chance = find_binary(arguments.binary), random.Random(arguments.seed)
    with contextlib.ExitStack() as stack:
        temporary = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix='store-')))
        folders = [temporary / name for name in ('killed', 'kept', 'at_once')]
        if arguments.on == 'postgresql':
            try:
                demand_built_in(binary)
                server = stack.enter_context(Server())
            except NoServer as error:
                print(error)
                return 77
            stores = [ServerStore(folder, server) for folder in folders]
        else:
            stores = [FileStore(folder) for folder in folders]
        try:
            print(kill_records(binary, stores[0], chance))
            print(kill_lists(binary, stores[0], chance))
            print(kill_keeping(binary, stores[1], chance))
            print(write_at_once(binary, stores[2]))
        except Failure as failure:
            print(f'{failure} (seed {arguments.seed})')
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
