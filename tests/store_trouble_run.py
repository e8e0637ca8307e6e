#!/usr/bin/env python3
"""What a case store does when somebody else holds it, and when its disk is full: a clear finding, and a store that is unharmed.

usage: tests/store_trouble_run.py [--binary build/wegwijzer]

Somebody who holds the store for a second is waited for; somebody who holds it for longer than three makes F334, after those three
seconds, and reading waits for nobody. On a disk of four megabytes (a tmpfs, in a mount namespace of its own), filled up to every
64 kilobytes from its end, a record and a list of forty lines are in the store whole where the program said so, and else F333 says
that the disk is full and nothing of them is there. Where no such disk can be made this part is passed over, in words.
"""
import argparse
import contextlib
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

from support.running import find_binary
from support.store_material import LINES_OF_LIST, Failure, demand, import_command, record_command

DISK = 4 * 1024 * 1024
PAGE = 4096  # of the disk
STEP = 64 * 1024


def run(command, folder):
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          env={**os.environ, 'LC_ALL': 'C.UTF-8'}, timeout=60)


def students_in(folder):
    with contextlib.closing(sqlite3.connect(folder / 'store.db')) as connection:
        demand(connection.execute('PRAGMA integrity_check').fetchone()[0] == 'ok', 'the store is damaged')
        return [row[0] for row in connection.execute("SELECT student FROM entry WHERE kind = 'followup' ORDER BY id")]


class Holder:
    """Somebody else who writes in the store, for so many seconds."""

    def __init__(self, folder, seconds):
        self.folder, self.seconds, self.has_it = folder, seconds, threading.Event()
        self.thread = threading.Thread(target=self.hold)

    def hold(self):
        connection = sqlite3.connect(self.folder / 'store.db', isolation_level=None)
        connection.execute('BEGIN EXCLUSIVE')
        self.has_it.set()
        time.sleep(self.seconds)
        connection.execute('ROLLBACK')
        connection.close()

    def __enter__(self):
        self.thread.start()
        demand(self.has_it.wait(10), 'the store could not be held')
        return self

    def __exit__(self, *_):
        self.thread.join()


def try_a_store_that_is_held(binary, folder):
    demand(run(record_command(binary, 'store.db', 'S1'), folder).returncode == 0, 'a store that nobody holds is refused')
    with Holder(folder, 1.0):
        begin = time.monotonic()
        done = run(record_command(binary, 'store.db', 'S2'), folder)
        waited = time.monotonic() - begin
    demand(done.returncode == 0, f'somebody who held it for a second was not waited for: {done.stderr}')
    demand(waited > 0.5, f'nobody was waited for: {waited:.1f} s')
    with Holder(folder, 6.0):
        begin = time.monotonic()
        listed = run([str(binary), 'record', '--store', 'store.db', '--student', 'S1', '--list', '--lang', 'en'], folder)
        read_in = time.monotonic() - begin
        begin = time.monotonic()
        done = run(record_command(binary, 'store.db', 'S3'), folder)
        waited = time.monotonic() - begin
    demand(listed.returncode == 0 and 'talk' in listed.stdout, f'reading was refused: {listed.stderr}')
    demand(read_in < 2.5, f'reading waited for who writes: {read_in:.1f} s')
    demand(done.returncode == 2 and done.stderr.startswith('F334 '), f'no F334: {done.returncode} {done.stderr}')
    demand(3.0 <= waited < 5.9, f'F334 came after {waited:.1f} s, not after three')
    demand(students_in(folder) == ['S1', 'S2'], f'the store holds {students_in(folder)}')
    demand(run(record_command(binary, 'store.db', 'S3'), folder).returncode == 0, 'the store can not be used afterwards')
    demand(students_in(folder) == ['S1', 'S2', 'S3'], 'an entry was lost')
    print(f'a store that is held: waited for one second, and said F334 after {waited:.1f} s')


def fill_up(disk, free):
    """Leaves so many bytes free, as far as pages go."""
    filler = disk / 'filler'
    filler.unlink(missing_ok=True)
    with open(filler, 'wb', buffering=0) as file:
        try:
            while True:
                file.write(b'x' * PAGE)
        except OSError:
            pass
        file.truncate(max(0, file.tell() - free))


def try_a_full_disk(binary, disk, beside):
    demand(run(record_command(binary, 'store.db', 'first'), disk).returncode == 0, 'a store on an empty disk is refused')
    there = ['first']
    refused = acknowledged = 0
    for free in range(0, 20 * STEP, STEP):
        for command, students in ((record_command(binary, 'store.db', f'S{free}'), [f'S{free}']),
                                  (import_command(binary, 'store.db', beside / f'list{free}.csv', free), [f'L{free}.{line}' for line in range(LINES_OF_LIST)])):
            fill_up(disk, free)
            done = run(command, disk)
            (disk / 'filler').unlink()
            if done.returncode == 0:
                acknowledged += 1
                there += students
            else:
                refused += 1
                demand(done.returncode == 2 and done.stderr.startswith('F333 ') and 'the disk is full' in done.stderr,
                       f'with {free} bytes free: {done.returncode} {done.stderr}')
            demand(students_in(disk) == there, f'with {free} bytes free the store does not hold what was acknowledged')
            if len(there) > 200:  # it has grown: begin again on an empty disk
                for file in disk.iterdir():
                    file.unlink()
                demand(run(record_command(binary, 'store.db', 'first'), disk).returncode == 0, 'a store on an empty disk is refused')
                there = ['first']
    demand(refused > 5 and acknowledged > 5, f'{refused} refused, {acknowledged} acknowledged: nothing was tried')
    print(f'a full disk: {refused} refused with F333, {acknowledged} acknowledged, the store sound each time')


def try_on_a_small_disk(binary):
    """Inside a mount namespace of its own, so that nothing stays mounted."""
    with tempfile.TemporaryDirectory() as temporary:
        disk, beside = pathlib.Path(temporary, 'disk'), pathlib.Path(temporary, 'beside')
        disk.mkdir()
        beside.mkdir()
        mounted = run(['mount', '-t', 'tmpfs', '-o', f'size={DISK}', 'tmpfs', str(disk)], temporary)
        if mounted.returncode != 0:
            print(f'a full disk: passed over, no small disk can be made here ({mounted.stderr.strip()})')
            return
        try:
            try_a_full_disk(binary, disk, beside)
        finally:
            run(['umount', str(disk)], temporary)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default='build/wegwijzer')
    parser.add_argument('--on-a-small-disk', action='store_true', help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary).resolve()
    try:
        if arguments.on_a_small_disk:
            try_on_a_small_disk(binary)
            return 0
        with tempfile.TemporaryDirectory() as temporary:
            try_a_store_that_is_held(binary, pathlib.Path(temporary))
        alone = ['unshare', '--mount'] if shutil.which('unshare') else []
        if os.geteuid() != 0 and alone:
            alone.append('--map-root-user')
        if not alone or subprocess.run([*alone, 'true'], capture_output=True, check=False).returncode != 0:
            print('a full disk: passed over, no mount namespace can be made here')
            return 0
        return subprocess.run([*alone, sys.executable, __file__, '--on-a-small-disk', '--binary', str(binary)],
                              check=False).returncode
    except Failure as failure:
        print(failure)
        return 1


sys.exit(main())
