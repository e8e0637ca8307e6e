#!/usr/bin/env python3
"""The case store on a PostgreSQL server: what holds of a store in a file holds there.

usage: tests/postgres_run.py [--binary build/wegwijzer] [--tests build/tests/unit_tests] [--accept] [TEXT...]

Starts a server of its own, without a network port (skipped where there is none: Debian's postgresql-15), and runs on it
  - the unit tests of the store, each on both databases;
  - the golden cases of tests/golden_on_server, of which only a server can show something (--accept writes down what comes out now);
  - the golden cases of tests/golden/record once more, with the file replaced by a database: the same must come out;
  - the examples in the pages of the codes that need a server;
  - that a password is shown nowhere, whatever goes right or wrong.
With TEXT only the golden cases whose path holds it.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import codes_run
from golden_run import GOLDEN, as_lines, group_by_command, actual_results, parse_case, run_case, write_file
from support.postgres_server import NoServer, Server, demand_built_in
from support.running import ROOT, accepting, find_binary, run_command, show_difference

ON_SERVER = ROOT / 'tests' / 'golden_on_server'
IN_FILE, IN_DATABASE = 'dossier.db', 'postgresql:///dossier'
# Cases about the file itself: its name, its bytes, a disk. All others must hold on a server too.
ABOUT_FILES = {'F330_no_store', 'F331_newer_store', 'F332_damaged_store', 'F333_no_place', 'F334_taken', 'F335_no_file',
               'F337_not_there', 'F390_no_server', 'F397_no_address'}
PASSWORD = 'Zeer-Geheim-77'


def run_unit_tests(program):
    done = subprocess.run([str(program), '--run_test=case_store,store_postgres,store_erasing,store_erased_since,store_erased_meanwhile,store_lines_without_erasure,due_runs', '--report_level=short'], cwd=ROOT,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = done.stdout.decode(errors='replace')
    passed = re.search(r'(\d+) test cases? out of (\d+) passed', text)
    is_right = done.returncode == 0 and passed is not None
    print(f'unit tests: {passed.group(0)}' if is_right else text)
    return is_right


def in_database(path):
    """The case with a database in the place of the file."""
    text = path.read_text(encoding='utf-8')
    if path.stem in ABOUT_FILES:
        return None
    text = text.replace(f'\n{IN_FILE}\n', '\n')  # in the list of a folder there is no file then
    return text.replace(IN_FILE, IN_DATABASE)


def run_replaced(path, text, binary):
    """As golden_run.run_case, and what differs through the length of the name alone is the same."""
    def unwrapped(results):
        return re.sub(r'\s+', ' ', '\n'.join(as_lines(results)))

    _, sections = parse_case(text)
    files, commands = group_by_command(sections)
    with tempfile.TemporaryDirectory(prefix='golden-') as temporary:
        folder = pathlib.Path(temporary).resolve()
        for section in files:
            write_file(folder, section)
        for command, expected in commands:
            actual = actual_results(folder, command.title[2:], expected, binary)
            if unwrapped(actual) != unwrapped(expected):
                return f'$ {command.title[2:]}\n' + show_difference(as_lines(expected), as_lines(actual), path.name, 'on a server')
    return ''


def run_golden(server, binary, texts, accept):
    failed = count = 0
    for path in sorted(ON_SERVER.glob('*.case')):
        if texts and not any(text in str(path) for text in texts):
            continue
        server.drop_databases()
        result = run_case(path, binary, accept)
        count += 1
        if result == 'accepted':
            print(f'accepted {path.relative_to(ROOT)}')
        elif result:
            failed += 1
            print(f'\nFAILED {path.relative_to(ROOT)}\n{result}')
    replaced = 0
    for path in sorted((GOLDEN / 'record').glob('*.case')):
        text = in_database(path)
        if text is None or IN_DATABASE not in text or (texts and not any(word in str(path) for word in texts)):
            continue
        server.drop_databases()
        server.sql('CREATE DATABASE dossier', role='wegwijzer')
        result = run_replaced(path, text, binary)
        replaced += 1
        if result:
            failed += 1
            print(f'\nFAILED on a server: {path.relative_to(ROOT)}\n{result}')
    print(f'golden cases: {count} of a server and {replaced} of a file on a server, {failed} wrong')
    return not failed and count + replaced > 0


def run_pages(server, binary):
    pages = codes_run
    pages.before_example.append(server.drop_databases)
    at_hand = [block for block in pages.read_blocks((pages.FOLDER / 'README.md').read_text(encoding='utf-8').splitlines()) if block.name]
    failed = 0
    for code in sorted(pages.ON_SERVER):
        if wrong := pages.run_page(code, at_hand, binary):
            failed += 1
            print(f'\nFAILED page of {code}\n' + '\n'.join(wrong))
    print(f'pages of codes: {len(pages.ON_SERVER)}, {failed} wrong')
    return not failed


def look_for_password(server, binary):
    """Runs every command that takes a store, with a password in its address in every way there is, and looks for it in all that comes out."""
    server.drop_databases()
    server.sql('CREATE DATABASE dossier', role='wegwijzer')
    server.sql(f"CREATE ROLE strenge LOGIN PASSWORD '{PASSWORD}' IN ROLE strengen; GRANT ALL ON DATABASE dossier TO strenge")
    encoded = ''.join(f'%{byte:02x}' for byte in PASSWORD.encode())
    addresses = [f'postgresql://strenge:{PASSWORD}@/dossier', f'postgresql://strenge:{encoded}@/dossier',
                 f'postgresql:///dossier?user=strenge&password={PASSWORD}',
                 f'postgresql:///dossier?p%61ssword={PASSWORD}&user=strenge']  # all of them right
    works = len(addresses)
    addresses += [f'postgresql://niemand:{PASSWORD}@/dossier', f'postgresql://strenge:{PASSWORD}x@/dossier',
                  f'postgresql://strenge:{PASSWORD}@/nergens', f'postgresql://strenge:{PASSWORD}@127.0.0.1:1/dossier',
                  f'postgresql://strenge:{PASSWORD}@@/dossier', f'postgresql://strenge:x/{PASSWORD}@/dossier',
                  f'postgresql://strenge:{PASSWORD}/dossier', f'postgresql://strenge:{PASSWORD}@/dossier?sslmode=zomaar',
                  f'postgresql:///dossier?user=strenge&passwrd={PASSWORD}', f'PostgreSQL://strenge:{PASSWORD}@/dossier',
                  f'mysql://strenge:{PASSWORD}@/dossier', f'host=/tmp user=strenge password={PASSWORD} dbname=dossier']
    case = (GOLDEN / 'record' / 'from_advice_to_advice.case').read_text(encoding='utf-8')
    files, _ = group_by_command(parse_case(case)[1])
    entry = '--student S1 --interventie gesprek --rol slber --status voorgesteld --door X --datum 2026-09-21'
    run = '--rules pakket.regels --data studenten.jsonl --date 2026-10-05'
    commands = [f'noteer {entry} --store %s', 'noteer --lijst --student S1 --store=%s', f'noteer {entry} --format json --store %s',
                'noteer --inlezen lijst.csv --door X --store %s', f'adviseer {run} --store %s', f'adviseer {run} --store %s --format json',
                f'adviseer {run} --store %s --format csv', f'verklaar {run} --student S1 --store %s', f'toon caseload {run} --store %s',
                f'rapport {run} --students --store %s --out uit', f'adviseer {run} --stoer %s', 'adviseer %s', 'noteer --store %s',
                f'adviseer {run} --store %s --error-format json', f'adviseer {run} --store %s --store %s', f'toets %s',
                f'adviseer {run} --store %s --out studenten.jsonl']
    runs = fine = 0
    for number, command, address in ((number, command, address) for number, address in enumerate(addresses) for command in commands):
        if '://' in address or '--store' in command:  # words between spaces are an address only where one belongs
            with tempfile.TemporaryDirectory(prefix='golden-') as temporary:
                folder = pathlib.Path(temporary).resolve()
                for section in files:
                    write_file(folder, section)
                (folder / 'lijst.csv').write_text(f'student;interventie;rol;status;datum\nL{runs};gesprek;slber;voorgesteld;2026-09-21\n',
                                                  encoding='utf-8')
                line = 'wegwijzer ' + command.replace('%s', f"'{address}'") + ' --log log --log-level debug'
                outcome = run_command(line, folder, binary)
                runs += 1
                fine += number < works and outcome.status == 0
                written = [outcome.stdout, outcome.stderr]
                written += [path.read_bytes() for path in folder.rglob('*') if path.is_file()]
                for text in written:
                    if PASSWORD.encode() in text or encoded.encode() in text:
                        print(f'the password is shown by\n  {line}\n{text.decode(errors="replace")}')
                        return False
    print(f'a password in the address: {runs} runs, {fine} of which did what was asked, and it is shown nowhere')
    return fine >= works * 9  # else nothing was shown because nothing was done


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--tests')
    parser.add_argument('--accept', action='store_true')
    parser.add_argument('text', nargs='*')
    arguments = parser.parse_args()
    binary, accept = find_binary(arguments.binary), accepting(arguments.accept)
    try:
        demand_built_in(binary)
        with Server() as server:
            os.environ |= {**server.environment, 'WEGWIJZER_TEST_POSTGRESQL': '1',
                           'PATH': f'{server.programs}:{os.environ["PATH"]}'}
            works = [run_golden(server, binary, arguments.text, accept)]
            if not arguments.text:
                works += [run_pages(server, binary), look_for_password(server, binary)]
                if arguments.tests:
                    works.append(run_unit_tests(find_binary(arguments.tests)))
    except NoServer as error:
        print(error)
        return 77
    return 0 if all(works) else 1


if __name__ == '__main__':
    sys.exit(main())
