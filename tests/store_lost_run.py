#!/usr/bin/env python3
"""A server that goes away while somebody records: what was acknowledged is there, and the program says no more than it knows.

usage: tests/store_lost_run.py [--binary build/wegwijzer] [--seed N]

On a server of its own (skipped where there is none):
  - it stops while an entry is being added: F394, and the entry isn't there;
  - it has committed, and the connection goes before it could say so: F395, and the entry is there;
  - it is stopped without warning at random moments while records come in, and started again (5 times, 50 with WEGWIJZER_SOAK=1): every
    acknowledged entry is there, none that was said not to be (F390, F394) is, and numbers have no gap.
"""
import argparse
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

from store_kill_run import record, rows_of, start
from support.postgres_server import NoServer, Server, demand_built_in
from support.running import find_binary
from support.store_material import Failure, demand
from support.store_places import ServerStore

TIMES = 50 if os.environ.get('WEGWIJZER_SOAK') else 5
SECONDS = 60


def wait_for(what, holds):
    end = time.monotonic() + SECONDS
    while not holds():
        demand(time.monotonic() < end, f'{what} does not happen')
        time.sleep(0.05)


def answer_of(program):
    answer, said = program.communicate(timeout=SECONDS)
    code = re.search(r'\bF\d{3}\b', said.decode())
    return program.returncode, code.group(0) if code else said.decode(), answer


def students_of(store):
    return [row[1] for row in rows_of(store)]


def stop_while_adding(binary, store):
    """Somebody else holds the table, so that the entry is on its way when the server goes."""
    server = store.server
    holder = subprocess.Popen([str(server.programs / 'psql'), '-X', '-q', '-U', 'postgres', '-c',
                               'BEGIN; LOCK TABLE wegwijzer.entry IN EXCLUSIVE MODE; SELECT pg_sleep(60)', store.database],
                              env={**os.environ, **server.environment}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    wait_for('the lock', lambda: server.sql("SELECT COUNT(*) FROM pg_locks WHERE mode = 'ExclusiveLock' AND granted AND relation ="
                                            " to_regclass('wegwijzer.entry')", store.database) == '1')
    program = start(record(binary, 'lost', store), store)
    wait_for('the entry', lambda: server.sql("SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND relation = to_regclass('wegwijzer.entry')",
                                             store.database) == '1')
    server.stop()
    status, code, _ = answer_of(program)
    holder.wait()
    server.start()
    demand((status, code) == (2, 'F394'), f'of a server that stops it says {code}')
    demand('lost' not in students_of(store), 'an entry is there that was said not to be')
    return 'stopped while adding: F394, and the entry is not there'


def commit_without_an_answer(binary, store):
    """A server that waits for a standby has committed already; that there is none keeps it from saying so."""
    server = store.server
    server.sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
    server.sql('SELECT pg_reload_conf()')
    wait_for('the setting', lambda: server.sql('SHOW synchronous_standby_names') == '*')
    program = start(record(binary, 'unanswered', store), store)
    waiting = f"FROM pg_stat_activity WHERE datname = '{store.database}' AND wait_event = 'SyncRep'"
    wait_for('the commit', lambda: server.sql(f'SELECT COUNT(*) {waiting}') == '1')
    server.sql(f'SELECT pg_terminate_backend(pid) {waiting}')
    status, code, _ = answer_of(program)
    server.sql('ALTER SYSTEM RESET synchronous_standby_names')
    server.sql('SELECT pg_reload_conf()')
    demand((status, code) == (2, 'F395'), f'of a commit without an answer it says {code}')
    demand('unanswered' in students_of(store), 'the entry is not there, so that this shows nothing')
    return 'committed without an answer: F395, and the entry is there'


def stop_at_random(binary, store, chance):
    said = {}
    is_over = threading.Event()

    def keep_recording(writer):
        number = 0
        while not is_over.is_set():
            student = f'W{writer}.{number}'
            said[student] = answer_of(start(record(binary, student, store), store))[:2]
            number += 1

    writers = [threading.Thread(target=keep_recording, args=(writer,)) for writer in range(2)]
    for writer in writers:
        writer.start()
    try:
        for _ in range(TIMES):
            time.sleep(chance.uniform(0.1, 0.6))
            store.server.stop()
            store.server.start()
        time.sleep(0.5)
    finally:
        is_over.set()
        for writer in writers:
            writer.join()
    there = set(students_of(store))
    counts = {}
    for student, (status, code) in said.items():
        counts[code if status else 'acknowledged'] = counts.get(code if status else 'acknowledged', 0) + 1
        demand(status == 0 or code in ('F390', 'F394', 'F395', 'F334'), f'{student}: {code}')
        demand(status != 0 or student in there, f'{student} was acknowledged and is not there')
        demand(status == 0 or code == 'F395' or student not in there, f'{student} is there, and {code} was said')
    demand(counts.get('acknowledged', 0) > 0 and len(counts) > 1, f'nothing was cut off: {counts}')
    return f'stopped {TIMES} times at random: ' + ', '.join(f'{count} {what}' for what, count in sorted(counts.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default='build/wegwijzer')
    parser.add_argument('--seed', type=int, default=random.randrange(2**32) if os.environ.get('WEGWIJZER_SOAK') else 1)
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    try:
        demand_built_in(binary)
        with Server() as server, tempfile.TemporaryDirectory(prefix='store-') as folder:
            store = ServerStore(pathlib.Path(folder), server, 'lost')
            status, code, _ = answer_of(start(record(binary, 'first', store), store))
            demand(status == 0, f'recording does not work: {code}')
            print(stop_while_adding(binary, store))
            print(commit_without_an_answer(binary, store))
            print(stop_at_random(binary, store, random.Random(arguments.seed)))
    except NoServer as error:
        print(error)
        return 77
    except Failure as failure:
        print(f'{failure} (seed {arguments.seed})')
        return 1
    return 0


if __name__ == '__main__':
    sys.exit(main())
