#!/usr/bin/env python3
"""Check that every code of the catalogue stands in a golden case, and that no golden case shows a code that isn't there.

usage: tests/catalogue_run.py [--list]      (--list: the cases of each code; never fails)

A code counts as shown where a case prints it: on stderr, stdout or in a file, with its place or alone.
"""
import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FINDING = re.compile(r'^\s*FINDING\(\s*([A-Z]\d{3})\b', re.M)
CODE = re.compile(r'\b([FWNG]\d{3})\b')
OUTPUT = re.compile(r'--- (stdout|stderr|file .*)\s*$')


def catalogue():
    """Returns {code: its .def file}."""
    codes = {}
    for path in sorted((ROOT / 'engine/diagnostics/catalogue').glob('*.def')):
        for code in FINDING.findall(path.read_text(encoding='utf-8')):
            codes[code] = path.name
    return codes


def shown_in(path):
    """The codes that the outputs of a case show. A line of source in an excerpt shows none."""
    codes, is_output = set(), False
    for line in path.read_text(encoding='utf-8').splitlines():
        if line.startswith('--- '):
            is_output = bool(OUTPUT.match(line))
        elif is_output and not re.match(r'\s*\d* \| ', line):
            codes.update(CODE.findall(line))
    return codes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--list', action='store_true')
    arguments = parser.parse_args()
    codes = catalogue()
    cases = {code: [] for code in codes}
    unknown = []
    for path in sorted(path for folder in ('golden', 'golden_on_server') for path in (ROOT / 'tests' / folder).rglob('*.case')):
        name = str(path.relative_to(ROOT))
        for code in sorted(shown_in(path)):
            if code in cases:
                cases[code].append(name)
            else:
                unknown.append(f'{name} shows {code}, which is not in the catalogue')
    if arguments.list:
        for code in sorted(cases):
            print(f'{code}  {codes[code]:14} {" ".join(cases[code]) or "NO CASE"}')
        return 0
    missing = [code for code in sorted(codes) if not cases[code]]
    for code in missing:
        print(f'no golden case shows {code} ({codes[code]})')
    print('\n'.join(unknown), end='\n' if unknown else '')
    print(f'{len(codes)} codes, {len(codes) - len(missing)} shown in golden cases')
    return 1 if missing or unknown else 0


if __name__ == '__main__':
    sys.exit(main())
