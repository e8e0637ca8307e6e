#!/usr/bin/env python3
"""What is erased from the case store is gone: from the tables all at once, and from the bytes of its files.

usage: tests/store_erase_run.py [--binary build/wegwijzer] [--seed N] [--on sqlite|postgresql]

Searches the store, its -wal and its -shm (of a server: all files of its database) for every text of entries and kept runs that `purge`
and `forget` erased, after it was found there before: with nobody else there, with another program that has the store open, and with
one that is reading, which has to be said. Then kills both with SIGKILL at random moments (20 times each, 200 with WEGWIJZER_SOAK=1):
the store is sound, everything is there or nothing of it, what the database refuses is refused as before, the chain of kept runs
verifies, and the same command once more finishes the work. Skipped where there is no server.
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
from support.store_material import PACK, Failure, demand
from support.store_places import FileStore, ServerStore

TIMES = 200 if os.environ.get('WEGWIJZER_SOAK') else 20
FORGOTTEN, OTHER = 'K-vergeet', 'K-ander'
LIST_OF_ONE = 'LIJST-EEN'
STUDENTS = [(FORGOTTEN, 2), (OTHER, 1), *((f'K-{number}', 1 + number % 5) for number in range(60))]
QUERIES = {'entries': 'SELECT kind, id, student, on_date, outcome, reason FROM entry ORDER BY kind, id',
           'lines': 'SELECT run, place, student, salt, content, commitment FROM run_student ORDER BY run, place',
           'runs': 'SELECT number, peildatum, hash FROM run ORDER BY number',
           'erasures': 'SELECT number FROM erasure ORDER BY number'}


def lines_of(student, marker, day, count):
    return [f'{student};gesprek;slber;uitgevoerd;{day};{marker}-{number:05}-{"gesproken over het rooster " * 3};;'
            for number in range(count)]


class Erasing:
    """A command, which entries it takes by the student's key and the day they hold from, and which lines of runs by run and key."""

    def __init__(self, name, command, takes, takes_line):
        self.name, self.command, self.takes, self.takes_line = name, command, takes, takes_line


FORGET = Erasing('forget', ['vergeet', '--student', FORGOTTEN, '--uitvoeren', '--door', 'A. Jansen', '--reden', 'bezwaar'],
                 lambda student, day: student == FORGOTTEN, lambda run, student: student == FORGOTTEN)
PURGE = Erasing('purge', ['opschonen', '--rules', 'proef.regels', '--date', '2026-11-02', '--uitvoeren', '--door', 'A. Jansen'],
                lambda student, day: day < '2024', lambda run, student: run < 3)


class Store:
    def __init__(self, binary, place):
        self.binary, self.place = str(binary), place

    def start(self, command, *arguments):
        self.write_rules()
        return subprocess.Popen([self.binary, command, '--store', self.place.name, *arguments], cwd=self.place.folder,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                env={**os.environ, **self.place.environment, 'LC_ALL': 'nl_NL.UTF-8'})

    def run(self, *command):
        running = self.start(*command)
        running.out, running.err = running.communicate()
        return running

    def do(self, *command):
        done = self.run(*command)
        demand(done.returncode == 0, f'{command}: {done.out.decode()}{done.err.decode()}')
        return done.out.decode()

    def write_rules(self):
        (self.place.folder / 'proef.regels').write_text(PACK, encoding='utf-8')
        lines = [json.dumps({'studentnummer': key, 'startdatum': '2019-09-01', 'motivatie': value}) for key, value in STUDENTS]
        (self.place.folder / 'studenten.jsonl').write_text('\n'.join(lines) + '\n', encoding='utf-8')

    def fill(self):
        """Entries of two students, old and new, in two lists, and a correction and a consent by hand; two old runs and a new one."""
        head = 'student;interventie;rol;status;datum;uitkomst;toestemming;reden'
        first = lines_of(FORGOTTEN, 'OUD-VERGEET', '2020-09-01', 400) + lines_of(OTHER, 'OUD-ANDER', '2021-09-01', 200)
        # Of other students, so that the old ones above are cases of their own.
        second = [f'{FORGOTTEN};verkenning;slber;uitgevoerd;2026-09-01;NIEUW-VERGEET-{n:05};;' for n in range(200)]
        second += [f'{OTHER};verkenning;slber;uitgevoerd;2026-09-01;NIEUW-ANDER-{n:05};;' for n in range(200)]
        for name, lines in ((f'{LIST_OF_ONE}.csv', first), ('LIJST-TWEE.csv', second)):
            (self.place.folder / name).write_text('\n'.join([head, *lines]) + '\n', encoding='utf-8')
            self.do('noteer', '--inlezen', name, '--door', 'A. Tester')
        self.do('noteer', '--student', FORGOTTEN, '--interventie', 'gesprek', '--rol', 'slber', '--status', 'uitgevoerd', '--uitkomst',
                'OUD-VERGEET-VERBETERD', '--datum', '2020-09-01', '--door', 'A. Tester', '--verbetert', '7')
        self.do('noteer', '--student', FORGOTTEN, '--interventie', 'gesprek', '--toestemming', 'gegeven', '--datum', '2020-09-01',
                '--reden', 'OUD-VERGEET-REDEN', '--door', 'A. Tester')
        for day in ('2020-10-05', '2024-11-01', '2026-10-05'):
            self.do('adviseer', '--rules', 'proef.regels', '--data', 'studenten.jsonl', '--date', day, '--bewaar', '--door', 'A. Tester')
        if self.place.kind == 'postgresql':  # as the server does by itself: what it keeps of a table may not outlive the rows
            self.place.server.sql('ANALYZE', self.place.database)

    def copied_to(self, name):
        return Store(self.binary, self.place.copied_to(self.place.another(name)))

    def look(self):
        """What is in it, and what the database refuses."""
        self.place.settle()
        problem = self.place.problem()
        demand(not problem, f'the store is damaged: {problem}')
        return self.place.ask(**QUERIES, refusals=self.place.refusals)


def texts_of(entries, lines):
    """What stands in these and nowhere else, as bytes."""
    texts = [text for entry in entries for text in entry[4:] if text]
    texts += [line[3] for line in lines if line[3]]
    return [text.encode() for text in texts]


class Expected:
    """What an erasing leaves of a store, and which texts it takes."""

    def __init__(self, erasing, before):
        def is_taken(line):
            return erasing.takes_line(line[0], line[2])
        self.entries = [entry for entry in before['entries'] if not erasing.takes(entry[2], entry[3])]
        self.lines = [[*line[:2], None, None, None, line[5]] if is_taken(line) else line for line in before['lines']]
        gone = [entry for entry in before['entries'] if erasing.takes(entry[2], entry[3])]
        gone_lines = [line for line in before['lines'] if is_taken(line)]
        demand(self.entries and gone and gone_lines and len(gone_lines) < len(before['lines']), 'this test erases nothing, or everything')
        self.texts = texts_of(gone, gone_lines) + ([FORGOTTEN.encode()] if erasing is FORGET else [])
        self.kept = texts_of(self.entries, [line for line in before['lines'] if not is_taken(line)])


def finish(store, erasing, before):
    """The command ends well, what it takes is gone from tables and bytes, and the rest is as it was."""
    expected = Expected(erasing, before)
    done = store.run(*erasing.command)
    demand(done.returncode == 0, f'{erasing.name}: {done.out.decode()}{done.err.decode()}')
    held = store.place.bytes()
    now = store.look()
    demand(now['entries'] == expected.entries, f'{erasing.name}: the entries that are left are not what should be')
    demand(now['lines'] == expected.lines, f'{erasing.name}: the lines of runs are not what should be')
    demand(now['runs'] == before['runs'], f'{erasing.name}: a run is not what it was')
    demand(len(now['erasures']) == 1, f'{erasing.name}: {now["erasures"]} are written down')
    demand(now['refusals'] == before['refusals'], f'{erasing.name}: the database does not refuse what it did')
    left = [text for text in expected.texts if text in held]
    demand(not left, f'{erasing.name}: {len(left)} of {len(expected.texts)} texts are still in the files, as {left[:1]}')
    demand(all(text in held for text in expected.kept), f'{erasing.name}: a text that stays is not found')
    verified = store.run('logboek', 'controleer')
    demand(verified.returncode == 0, f'{erasing.name}: {verified.err.decode()}')
    return len(expected.texts)


@contextlib.contextmanager
def somebody_in(place, is_reading):
    """Another program that has the store open, and reads in it or does nothing."""
    if place.kind == 'sqlite':
        connection = sqlite3.connect(place.folder / place.name, isolation_level=None)
        if is_reading:
            connection.execute('BEGIN')
        connection.execute('SELECT COUNT(*) FROM entry').fetchone()
        yield
        connection.close()
        return
    psql = subprocess.Popen([str(place.server.programs / 'psql'), '-X', '-q', '-A', '-t', place.database], stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, env={**os.environ, **place.environment}, text=True)
    begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ;' if is_reading else ''
    psql.stdin.write(f"{begin} SELECT COUNT(*) FROM pg_catalog.pg_class; SELECT 'there';\n")
    psql.stdin.flush()
    while 'there' not in psql.stdout.readline():
        pass
    yield
    psql.communicate('\\q\n')


def search_bytes(original, before, erasing):
    expected = Expected(erasing, before)
    held = original.place.bytes()
    demand(all(text in held for text in expected.texts), 'the search does not find what is there')
    alone, is_open, reading = (original.copied_to(f'{erasing.name}-{how}') for how in ('alone', 'open', 'reading'))
    count = finish(alone, erasing, before)
    demand((LIST_OF_ONE.encode() in alone.place.bytes()) == (erasing is FORGET), 'the name of a list is there, or gone, and should not be')

    # Somebody has it open and does nothing.
    with somebody_in(is_open.place, is_reading=False):
        done = is_open.run(*erasing.command)
        demand(done.returncode == 0, f'{erasing.name}: {done.err.decode()}')
        if is_open.place.kind == 'sqlite':
            demand((is_open.place.folder / 'store.db-wal').exists(), 'nobody had the store open: the test shows nothing')
        held = is_open.place.bytes()
        demand(not any(text in held for text in expected.texts), f'{erasing.name}: it is in the files that somebody has open')
    finish(is_open, erasing, before)

    # Somebody is reading: it is said, the bytes are there, and once more does it.
    with somebody_in(reading.place, is_reading=True):
        done = reading.run(*erasing.command)
        demand(done.returncode == 1 and b'F370' in done.err, f'{erasing.name}: {done.returncode} {done.err.decode()}')
        demand(any(text in reading.place.bytes() for text in expected.texts), 'what was said is not so')
    reading.place.settle()
    finish(reading, erasing, before)
    for store in (alone, is_open, reading):
        store.place.remove()
    return f'{erasing.name}: {count} texts were in the files and are not any more'


def usual_time(original, erasing):
    """The shorter of two."""
    took = []
    for number in range(2):
        store = original.copied_to(f'{erasing.name}-usual{number}')
        begin = time.monotonic()
        store.do(*erasing.command)
        took.append(time.monotonic() - begin)
        store.place.settle()
        store.place.remove()
    return min(took)


def kill(original, before, erasing, chance):
    """A store of which nothing was erased is as it was, and serves for the next kill; else the work is finished there. The kills
    come later while they come too early, and earlier when they come too late: a machine is not always as busy."""
    expected, latest = Expected(erasing, before), 1.2 * usual_time(original, erasing)
    store, killed, whole = None, 0, 0
    for number in range(TIMES):
        if store is None:
            store = original.copied_to(f'{erasing.name}-{number}')
        running = store.start(*erasing.command)
        time.sleep(chance.uniform(latest * 0.1, latest))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        killed += running.returncode == -signal.SIGKILL
        now = store.look()
        demand(now['refusals'] == before['refusals'], f'{erasing.name}: the database does not refuse what it did')
        latest *= 0.85 if now['erasures'] else 1.1
        if not now['erasures']:
            whole += 1
            demand(now['entries'] == before['entries'] and now['lines'] == before['lines'], f'{erasing.name}: part of it is gone')
        else:
            demand(now['entries'] == expected.entries and now['lines'] == expected.lines, f'{erasing.name}: part of it is there')
        if now['erasures'] or number == TIMES - 1:
            finish(store, erasing, before)
            store.place.settle()
            store.place.remove()
            store = None
    demand(killed > 0, 'nothing was killed: the test shows nothing')
    return f'{erasing.name}: {killed} of {TIMES} killed; {whole} had erased nothing, {TIMES - whole} everything; all were finished'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default='build/wegwijzer')
    parser.add_argument('--seed', type=int, default=random.randrange(2**32) if os.environ.get('WEGWIJZER_SOAK') else 1)
    parser.add_argument('--on', choices=('sqlite', 'postgresql'), default='sqlite')
    arguments = parser.parse_args()
    binary, chance = find_binary(arguments.binary), random.Random(arguments.seed)
    with contextlib.ExitStack() as stack:
        folder = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory(prefix='store-'))) / 'original'
        if arguments.on == 'postgresql':
            try:
                demand_built_in(binary)
                place = ServerStore(folder, stack.enter_context(Server()))
            except NoServer as error:
                print(error)
                return 77
        else:
            place = FileStore(folder)
        original = Store(binary, place)
        try:
            original.fill()
            before = original.look()
            for erasing in (FORGET, PURGE):
                print(search_bytes(original, before, erasing))
                print(kill(original, before, erasing, chance))
        except Failure as failure:
            print(f'{failure} (seed {arguments.seed})')
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
