#!/usr/bin/env python3
"""What was acknowledged is in the case store, whatever is killed and whoever writes at the same time.

usage: tests/store_kill_run.py [--binary build/wegwijzer] [--seed N] [--on sqlite|postgresql]

Kills `record` and `record --import` with SIGKILL at random moments (20 times each, 200 with WEGWIJZER_SOAK=1), and lets programs
write at once. Afterwards the store is looked into with Python's own SQLite, or with psql on a server of its own (skipped where there
is none): it is sound, every entry that the program said it had recorded is there in full, no list is there by halves, and numbers
run from 1 without a gap. A kill that comes before the answer may leave the entry or not, and never a part of it.
"""
import argparse
import contextlib
import json
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from support.postgres_server import NoServer, Server, demand_built_in
from support.running import find_binary

TIMES = 200 if os.environ.get('WEGWIJZER_SOAK') else 20
LINES_OF_LIST = 40
OUTCOME = 'besproken; "rooster" aangepast ' * 20


class Failure(Exception):
    pass


def demand(condition, what):
    if not condition:
        raise Failure(what)


class FileStore:
    """A store in a file of SQLite, in a folder of its own."""

    def __init__(self, folder):
        self.folder, self.name, self.environment = folder, 'store.db', {}

    def rows(self):
        with sqlite3.connect(self.folder / self.name) as connection:
            demand(connection.execute('PRAGMA integrity_check').fetchone() == ('ok',), 'the store is damaged')
            demand(not connection.execute('PRAGMA foreign_key_check').fetchall(), 'an entry refers to nothing')
            return connection.execute('SELECT id, student, outcome, recorded_by, import, line FROM entry ORDER BY id').fetchall()


class ServerStore:
    """A store in a database of a server."""

    def __init__(self, folder, server, database):
        server.sql(f'CREATE DATABASE {database}', role='wegwijzer')
        self.folder, self.server, self.database = folder, server, database
        self.name, self.environment = f'postgresql:///{database}', server.environment

    def rows(self):
        demand(self.server.sql("SELECT COUNT(*) FROM pg_prepared_xacts", self.database) == '0', 'a transaction is left half done')
        rows = self.server.sql("SELECT json_agg(json_build_array(id, student, outcome, recorded_by, import, line) ORDER BY id)"
                               " FROM wegwijzer.entry", self.database)
        return [tuple(row) for row in json.loads(rows or '[]')]


def record(binary, student, store):
    return [str(binary), 'record', '--lang', 'en', '--store', store.name, '--student', student, '--intervention', 'talk',
            '--role', 'coach', '--status', 'done', '--outcome', OUTCOME, '--by', 'A. Tester', '--date', '2026-11-02']


def take_in(binary, number, store):
    name = f'list{number}.csv'
    lines = ['student;intervention;role;status;outcome;date']
    lines += [f'L{number}.{line};talk;coach;done;"{OUTCOME.replace(chr(34), chr(34) * 2)}";2026-11-02' for line in range(LINES_OF_LIST)]
    (store.folder / name).write_text('\n'.join(lines) + '\n', encoding='utf-8')
    return [str(binary), 'record', '--lang', 'en', '--store', store.name, '--import', name, '--by', 'A. Tester']


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
    rows = store.rows()
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
        folders = [pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix='store-'))) for _ in range(2)]
        stores = [FileStore(folder) for folder in folders]
        if arguments.on == 'postgresql':
            try:
                demand_built_in(binary)
                server = stack.enter_context(Server())
            except NoServer as error:
                print(error)
                return 77
            stores = [ServerStore(folder, server, f'kill{number}') for number, folder in enumerate(folders)]
        try:
            print(kill_records(binary, stores[0], chance))
            print(kill_lists(binary, stores[0], chance))
            print(write_at_once(binary, stores[1]))
        except Failure as failure:
            print(f'{failure} (seed {arguments.seed})')
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
