#!/usr/bin/env python3
"""What is erased from the case store is gone: from the tables all at once, and from the bytes of its files.

usage: tests/store_erase_run.py [--binary build/wegwijzer] [--seed N]

Searches the store, its -wal and its -shm for every text that `purge` and `forget` erased, after it was found there before: with
nobody else there, with another program that has the store open, and with one that is reading, which has to be said. Then kills both
with SIGKILL at random moments (20 times each, 200 with WEGWIJZER_SOAK=1): the file is sound, everything is there or nothing of it,
what the database refuses is refused as before, and the same command once more finishes the work.
"""
import argparse
import os
import pathlib
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from support.running import find_binary

TIMES = 200 if os.environ.get('WEGWIJZER_SOAK') else 20
FORGOTTEN, OTHER = 'K-vergeet', 'K-ander'
PACK = '''regelpakket proef "Proef"
  eigenaar "Dienst Studentzaken"  doel "Begeleiding aanbieden"  rechtsgrond "AVG art. 6 lid 1 onder e"
  bewaren 2 jaar
gegevens student
  studentnummer : sleutel
  startdatum    : datum start
rol slber "SLB'er" lijn eerste
interventie gesprek "Gesprek"
  door slber
interventie verkenning "Verkenning"
  door slber
'''


class Failure(Exception):
    pass


def demand(condition, what):
    if not condition:
        raise Failure(what)


def lines_of(student, marker, day, count):
    return [f'{student};gesprek;slber;uitgevoerd;{day};{marker}-{number:05}-{"gesproken over het rooster " * 3};;'
            for number in range(count)]


class Erasing:
    """A command, and which entries it takes: by the student's key and the day they hold from."""

    def __init__(self, name, command, takes):
        self.name, self.command, self.takes = name, command, takes


FORGET = Erasing('forget', ['vergeet', '--store', 'store.db', '--student', FORGOTTEN, '--uitvoeren', '--door', 'A. Jansen',
                            '--reden', 'bezwaar'], lambda student, day: student == FORGOTTEN)
PURGE = Erasing('purge', ['opschonen', '--store', 'store.db', '--rules', 'proef.regels', '--date', '2026-11-02', '--uitvoeren',
                          '--door', 'A. Jansen'], lambda student, day: day < '2024')


class Store:
    def __init__(self, binary, folder):
        self.binary, self.folder = str(binary), folder

    def run(self, *arguments):
        return subprocess.run([self.binary, *arguments], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True,
                              env={**os.environ, 'LC_ALL': 'nl_NL.UTF-8'}, check=False)

    def fill(self):
        """Entries of two students, old and new, in two lists, and a correction and a consent by hand."""
        (self.folder / 'proef.regels').write_text(PACK, encoding='utf-8')
        head = 'student;interventie;rol;status;datum;uitkomst;toestemming;reden'
        first = lines_of(FORGOTTEN, 'OUD-VERGEET', '2020-09-01', 400) + lines_of(OTHER, 'OUD-ANDER', '2021-09-01', 200)
        # Of other students, so that the old ones above are cases of their own.
        second = [f'{FORGOTTEN};verkenning;slber;uitgevoerd;2026-09-01;NIEUW-VERGEET-{n:05};;' for n in range(200)]
        second += [f'{OTHER};verkenning;slber;uitgevoerd;2026-09-01;NIEUW-ANDER-{n:05};;' for n in range(200)]
        for name, lines in (('LIJST-EEN.csv', first), ('LIJST-TWEE.csv', second)):
            (self.folder / name).write_text('\n'.join([head, *lines]) + '\n', encoding='utf-8')
            done = self.run('noteer', '--store', 'store.db', '--inlezen', name, '--door', 'A. Tester')
            demand(done.returncode == 0, done.stderr.decode())
        done = self.run('noteer', '--store', 'store.db', '--student', FORGOTTEN, '--interventie', 'gesprek', '--rol', 'slber',
                        '--status', 'uitgevoerd', '--uitkomst', 'OUD-VERGEET-VERBETERD', '--datum', '2020-09-01', '--door',
                        'A. Tester', '--verbetert', '7')
        demand(done.returncode == 0, done.stderr.decode())
        done = self.run('noteer', '--store', 'store.db', '--student', FORGOTTEN, '--interventie', 'gesprek', '--toestemming',
                        'gegeven', '--datum', '2020-09-01', '--reden', 'OUD-VERGEET-REDEN', '--door', 'A. Tester')
        demand(done.returncode == 0, done.stderr.decode())

    def copy_to(self, folder):
        for name in ('store.db', 'proef.regels'):
            shutil.copy(self.folder / name, folder / name)
        return Store(self.binary, folder)

    def bytes(self):
        return b'\n'.join(path.read_bytes() for path in sorted(self.folder.glob('store.db*')))

    def look(self):
        """The entries, the number of erasures, and what the database refuses."""
        with sqlite3.connect(self.folder / 'store.db') as connection:
            demand(connection.execute('PRAGMA integrity_check').fetchone() == ('ok',), 'the store is damaged')
            demand(not connection.execute('PRAGMA foreign_key_check').fetchall(), 'an entry refers to nothing')
            entries = connection.execute('SELECT kind, id, student, on_date, outcome, reason FROM entry ORDER BY kind, id').fetchall()
            triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name").fetchall()
            erasures = connection.execute('SELECT COUNT(*) FROM erasure').fetchone()[0]
            lists = connection.execute('SELECT name FROM import_file ORDER BY id').fetchall()
        connection.close()
        return entries, erasures, triggers, lists


def texts_of(entries):
    """What stands in entries and nowhere else, as bytes."""
    return [text.encode() for entry in entries for text in entry[4:] if text]


def after(erasing, before):
    entries = [entry for entry in before[0] if not erasing.takes(entry[2], entry[3])]
    gone = [entry for entry in before[0] if erasing.takes(entry[2], entry[3])]
    demand(entries and gone, 'this test erases nothing, or everything')
    return entries, gone


def finish(store, erasing, before):
    """The command ends well, what it takes is gone from tables and bytes, and the rest is as it was."""
    rest, gone = after(erasing, before)
    texts, kept = texts_of(gone), texts_of(rest)
    done = store.run(*erasing.command)
    demand(done.returncode == 0, f'{erasing.name}: {done.stdout.decode()}{done.stderr.decode()}')
    held = store.bytes()
    entries, erasures, triggers, _ = store.look()
    demand(entries == rest, f'{erasing.name}: what is left is not what should be')
    demand(erasures == 1, f'{erasing.name}: {erasures} erasures are written down')
    demand(triggers == before[2], f'{erasing.name}: the database does not refuse what it did')
    left = [text for text in texts if text in held]
    demand(not left, f'{erasing.name}: {len(left)} of {len(texts)} texts are still in the files, as {left[:1]}')
    demand(all(text in held for text in kept), f'{erasing.name}: a text that stays is not found')
    return len(texts)


def search_bytes(original, before, erasing, temporary):
    _, gone = after(erasing, before)
    held = original.bytes()
    demand(all(text in held for text in texts_of(gone)), 'the search does not find what is there')
    folders = [pathlib.Path(temporary) / f'{erasing.name}-{how}' for how in ('alone', 'open', 'reading')]
    for folder in folders:
        folder.mkdir()
    alone, is_open, reading = (original.copy_to(folder) for folder in folders)
    count = finish(alone, erasing, before)
    demand((b'LIJST-EEN' in alone.bytes()) == (erasing is FORGET), 'the name of a list is there, or gone, and should not be')

    # Somebody has it open and does nothing: the log and its index are there, and nothing is in them.
    connection = sqlite3.connect(is_open.folder / 'store.db')
    connection.execute('SELECT COUNT(*) FROM entry').fetchone()
    connection.commit()
    finish(is_open, erasing, before)
    demand((is_open.folder / 'store.db-wal').exists(), 'nobody had the store open: the test shows nothing')
    connection.close()

    # Somebody is reading: it is said, the bytes are there, and once more does it.
    connection = sqlite3.connect(reading.folder / 'store.db', isolation_level=None)
    connection.execute('BEGIN')
    connection.execute('SELECT COUNT(*) FROM entry').fetchone()
    done = reading.run(*erasing.command)
    demand(done.returncode == 1 and b'F370' in done.stderr, f'{erasing.name}: {done.returncode} {done.stderr.decode()}')
    demand(any(text in reading.bytes() for text in texts_of(gone)), 'what was said is not so')
    connection.execute('COMMIT')
    connection.close()
    finish(reading, erasing, before)
    return f'{erasing.name}: {count} texts were in the files and are not any more'


def kill(original, before, erasing, chance, temporary):
    rest, _ = after(erasing, before)
    folder = pathlib.Path(temporary) / f'{erasing.name}-usual'
    folder.mkdir()
    store = original.copy_to(folder)
    begin = time.monotonic()
    store.run(*erasing.command)
    usual = time.monotonic() - begin
    finish(store, erasing, before)
    killed = whole = 0
    for number in range(TIMES):
        folder = pathlib.Path(temporary) / f'{erasing.name}-{number}'
        folder.mkdir()
        store = original.copy_to(folder)
        running = subprocess.Popen([store.binary, *erasing.command], cwd=folder, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0, usual * 1.1))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        killed += running.returncode == -signal.SIGKILL
        entries, erasures, triggers, _ = store.look()
        demand(triggers == before[2], f'{erasing.name}: the database does not refuse what it did')
        if erasures == 0:
            whole += 1
            demand(entries == before[0], f'{erasing.name}: part of it is gone')
        else:
            demand(entries == rest, f'{erasing.name}: part of it is there')
        finish(store, erasing, before)
        shutil.rmtree(folder)
    demand(killed > 0, 'nothing was killed: the test shows nothing')
    return f'{erasing.name}: {killed} of {TIMES} killed; {whole} had erased nothing, {TIMES - whole} everything; all were finished'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default='build/wegwijzer')
    parser.add_argument('--seed', type=int, default=random.randrange(2**32) if os.environ.get('WEGWIJZER_SOAK') else 1)
    arguments = parser.parse_args()
    binary, chance = find_binary(arguments.binary), random.Random(arguments.seed)
    with tempfile.TemporaryDirectory(prefix='store-') as temporary:
        original = Store(binary, pathlib.Path(temporary) / 'original')
        original.folder.mkdir()
        try:
            original.fill()
            before = original.look()
            for erasing in (FORGET, PURGE):
                print(search_bytes(original, before, erasing, temporary))
                print(kill(original, before, erasing, chance, temporary))
        except Failure as failure:
            print(f'{failure} (seed {arguments.seed})')
            return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
