#!/usr/bin/env python3
"""Check that every `fix` of a finding can be put in the place it is given for.

usage: tests/fixes_run.py [--binary build/wegwijzer]

Of every golden case of a message: with the fix of one finding put in its place (and in those that say "hier ook"), there are fewer
findings of its code, and its line can be read as far as it could before.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import sys
import tempfile

from golden_run import group_by_command, parse_case, write_file
from mended_run import check, with_fixes
from support.running import ROOT, find_binary

UNREADABLE = {'F002', 'F010', 'F018'}


def findings_of(folder, binary, names):
    _, errors = check(folder, binary, ' '.join(names), '--error-format json')
    return [json.loads(line) for line in errors.splitlines() if line.startswith('{"code"')]


def unreadable(findings, line):
    return sum(one['code'] in UNREADABLE and one['line'] == line for one in findings)


def run_case(path, binary):
    """How many fixes there are, and what is wrong with them."""
    _, sections = parse_case(path.read_text(encoding='utf-8'))
    files, commands = group_by_command(sections)
    if ' check ' not in commands[0][0].title:
        return 0, []
    tried, wrong = 0, []
    with tempfile.TemporaryDirectory(prefix='fixes-') as temporary:
        folder = pathlib.Path(temporary).resolve()
        for section in files:
            write_file(folder, section)
        names = [word for word in commands[0][0].title.split()[3:] if word.endswith('.regels') and (folder / word).is_file()]
        before = findings_of(folder, binary, names)
        for finding in before:
            if finding['fix'] is None or finding['file'] not in names:
                continue
            tried += 1
            place = folder / finding['file']
            text = place.read_text(encoding='utf-8')
            place.write_text(with_fixes(text, [finding]), encoding='utf-8')
            after = findings_of(folder, binary, names)
            place.write_text(text, encoding='utf-8')
            count = [sum(one['code'] == finding['code'] for one in findings) for findings in (before, after)]
            line = finding['line']
            if count[1] >= count[0] or unreadable(after, line) > unreadable(before, line) - (finding['code'] in UNREADABLE):
                wrong.append(f'{path.name}: `{finding["fix"]}` for {finding["code"]} on line {line} does not mend it')
    return tried, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=str(ROOT / 'build' / 'wegwijzer'))
    binary = find_binary(parser.parse_args().binary)
    cases = sorted((ROOT / 'tests' / 'golden' / 'messages').glob('*.case'))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda path: run_case(path, binary), cases))
    wrong = [fault for _, faults in results for fault in faults]
    for fault in wrong:
        print(fault)
    tried = sum(count for count, _ in results)
    print(f'{tried} fixes, {len(wrong)} wrong')
    return 1 if wrong or not tried else 0


if __name__ == '__main__':
    sys.exit(main())
