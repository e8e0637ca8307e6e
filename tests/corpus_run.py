#!/usr/bin/env python3
"""The published rules as packs (tests/golden/corpus), and the packs that come along (rules): what a college would copy.

usage: tests/corpus_run.py [--binary build/wegwijzer] [TEXT...]   (only packs whose name holds TEXT)

Each pack checks without a finding, is in the standard layout and passes its voorbeelden; in English words too, and translated
back it is the same file, byte for byte. Evaluated on the voorbeelden's own kind of data both say the same (tests/differential).
That the voorbeelden hold the boundaries of the rules: tests/mutation. The table in docs/corpus.md names every pack with the
number of its voorbeelden.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from support.running import ROOT, find_binary

PLACES = (ROOT / 'tests' / 'golden' / 'corpus', ROOT / 'rules')
PAGE = ROOT / 'docs' / 'corpus.md'
ROW = re.compile(r'^\| (?P<rule>C\d+) \| \[`(?P<pack>[^`]+)`\]\((?P<link>[^)]+)\) \| (?P<count>\d+) \|')


class Pack:
    def __init__(self, binary, folder):
        self.binary, self.folder, self.faults = binary, folder, []
        self.voorbeelden = 0

    def run(self, *arguments, says=None):
        """Runs the program; anything it finds, or another status than 0, is a fault. Returns its output."""
        done = subprocess.run([self.binary, *arguments, '--lang', 'nl'], capture_output=True, text=True, cwd=ROOT)
        if done.returncode != 0 or (says is None and done.stderr):
            command = ' '.join(str(argument) for argument in arguments)
            self.faults.append(f'{command}: exit {done.returncode}\n{done.stdout}{done.stderr}')
        return done.stdout

    def test(self, folder):
        """How many voorbeelden came out."""
        results = json.loads(self.run('test', folder, '--format', 'json') or '{}')
        return results.get('examples', 0) - results.get('failed', 0)

    def hold(self):
        self.run('check', self.folder)
        self.run('fmt', '--check', self.folder)
        self.voorbeelden = self.test(self.folder)
        if not self.voorbeelden:
            self.faults.append('no voorbeelden')
        with tempfile.TemporaryDirectory() as temporary:
            english, back = pathlib.Path(temporary) / 'english', pathlib.Path(temporary) / 'back'
            self.run('translate', '--to', 'en', self.folder, '--out', english, says='where it went')
            if self.faults:
                return
            self.run('check', english)
            self.run('fmt', '--check', english)
            if self.test(english) != self.voorbeelden:
                self.faults.append('another number of voorbeelden in English')
            self.run('translate', '--to', 'nl', english, '--out', back, says='where it went')
            for file in sorted(self.folder.glob('*.regels')):
                if (back / file.name).read_bytes() != file.read_bytes():
                    self.faults.append(f'{file.name} is another file after translating it to English and back')


def page_faults(packs):
    """Rows of the table in docs/corpus.md that don't fit the packs."""
    rows = {match['pack']: match for line in PAGE.read_text(encoding='utf-8').splitlines() if (match := ROW.match(line))}
    faults = []
    for pack in packs:
        name = pack.folder.name
        if pack.folder.parent != PLACES[0]:
            continue
        row = rows.pop(name, None)
        if row is None:
            faults.append(f'docs/corpus.md has no row for {name}')
        elif int(row['count']) != pack.voorbeelden or not (PAGE.parent / row['link']).is_dir():
            faults.append(f'docs/corpus.md: {name} has {pack.voorbeelden} voorbeelden, in {pack.folder.relative_to(ROOT)}')
    faults += [f'docs/corpus.md: there is no pack {name}' for name in rows]
    ruled = {match.group(0) for pack in packs if (match := re.match(r'C\d+', pack.folder.name))}
    return faults + [f'no pack for C{number}' for number in range(1, 13) if f'C{number:02}' not in ruled]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('texts', nargs='*')
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    folders = [folder for place in PLACES for folder in sorted(place.iterdir()) if folder.is_dir()]
    packs = [Pack(binary, folder) for folder in folders
             if not arguments.texts or any(text in folder.name for text in arguments.texts)]
    for pack in packs:
        pack.hold()
    faults = [f'{pack.folder.relative_to(ROOT)}: {fault}' for pack in packs for fault in pack.faults]
    if not arguments.texts:
        faults += page_faults(packs)
    for fault in faults:
        print(fault)
    total = sum(pack.voorbeelden for pack in packs)
    print(f'{len(packs)} packs with {total} voorbeelden, {len(faults)} faults')
    return 1 if faults or not packs else 0


if __name__ == '__main__':
    sys.exit(main())
