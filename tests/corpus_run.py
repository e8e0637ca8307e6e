#!/usr/bin/env python3
"""The published rules as packs (tests/golden/corpus), and the packs that come along (rules): what a college would copy.

usage: tests/corpus_run.py [--binary build/wegwijzer] [TEXT...]   (only packs whose name holds TEXT)

       tests/corpus_run.py --bench [--binary …]                            how long checking all packs of rules together takes

Each pack checks without a finding but open choices, is in the standard layout and passes its voorbeelden; in English words too,
beside the packs it uses in English words, and translated back it is the same file, byte for byte. The packs of rules that are meant
to be used together check together. That the voorbeelden hold the boundaries of the rules: tests/mutation; what they reach:
tests/coverage. The table in docs/corpus.md names every published rule with the number of its voorbeelden.

The pack of the reference and its English twin (tests/golden/english) say the same of the same students, but for texts.
"""
import argparse
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from support.running import ROOT, find_binary
from support.timing import processor_and_clock

PLACES = (ROOT / 'tests' / 'golden' / 'corpus', ROOT / 'rules')
PAGE = ROOT / 'docs' / 'corpus.md'
ALONE = {'vroegsignalering'}  # has a record of its own: not for use together with the others
NOTE = re.compile(r'^\S+:\d+:\d+ N00[12] |^N320 ')  # an open choice, what was not examined, what is allowed with a reason
FINDING = re.compile(r'^\S+ [FWN]\d{3} |^[FWN]\d{3} ')
LONGEST_CHECK = 0.2  # seconds, of the whole process
ROW = re.compile(r'^\| (?P<rule>C\d+) \| \[`(?P<pack>[^`]+)`\]\((?P<link>[^)]+)\) \| (?P<count>\d+) \|')


class Pack:
    def __init__(self, binary, folder):
        self.binary, self.folder, self.faults = binary, folder, []
        self.voorbeelden = 0

    def run(self, *arguments, says=None):
        """Runs the program; anything it finds but such a note, or another status than 0, is a fault. Returns its output."""
        done = subprocess.run([self.binary, *arguments, '--lang', 'nl'], capture_output=True, text=True, cwd=ROOT)
        found = [line for line in done.stderr.splitlines() if FINDING.match(line) and not NOTE.match(line)]
        if done.returncode != 0 or (says is None and found):
            command = ' '.join(str(argument) for argument in arguments)
            self.faults.append(f'{command}: exit {done.returncode}\n{done.stdout}{done.stderr}')
        return done.stdout

    def test(self, folder):
        """How many voorbeelden came out."""
        results = json.loads(self.run('test', folder, '--format', 'json') or '{}')
        return results.get('examples', 0) - results.get('failed', 0)

    def has_rules(self):
        return any(re.search(r'^(parameter|begrip|tabel|signaal|kracht|kans|beleid|aanpak) ', file.read_text(encoding='utf-8'), re.M)
                   for file in self.folder.glob('*.regels'))

    def hold(self):
        self.run('check', self.folder)
        self.run('fmt', '--check', self.folder)
        self.voorbeelden = self.test(self.folder)
        if not self.voorbeelden and self.has_rules():
            self.faults.append('no voorbeelden')

    def translate(self, place):
        self.run('translate', '--to', 'en', self.folder, '--out', place / self.folder.name, says='where it went')

    def hold_in_english(self, place, back):
        """`place` holds the English words of this pack and of those it uses."""
        if self.faults:
            return
        english = place / self.folder.name
        self.run('check', english)
        self.run('fmt', '--check', english)
        if self.test(english) != self.voorbeelden:
            self.faults.append('another number of voorbeelden in English')
        self.run('translate', '--to', 'nl', english, '--out', back / self.folder.name, says='where it went')
        for file in sorted(self.folder.glob('*.regels')):
            if (back / self.folder.name / file.name).read_bytes() != file.read_bytes():
                self.faults.append(f'{file.name} is another file after translating it to English and back')


def together():
    return [folder for folder in sorted(PLACES[1].iterdir()) if folder.is_dir() and folder.name not in ALONE]


def rules_faults(binary, packs):
    """The packs of rules as one set, and as a collection."""
    rules = Pack(binary, PLACES[1])
    rules.run('check', *together())
    rules.run('check', PLACES[1])
    count = sum(pack.voorbeelden for pack in packs if pack.folder.parent == PLACES[1])
    if rules.test(PLACES[1]) != count:
        rules.faults.append(f'test rules does not run {count} voorbeelden')
    return [f'rules: {fault}' for fault in rules.faults]


def bench(binary):
    processor, clock, _ = processor_and_clock([binary, 'check', *together()], ROOT, enough=LONGEST_CHECK)
    lines = sum(file.read_text(encoding='utf-8').count('\n') for folder in together() for file in folder.glob('*.regels'))
    print(f'check of {len(together())} packs together, {lines} lines: {1000 * processor:.0f} ms of the processor, '
          f'{1000 * clock:.0f} ms by the clock; at most {1000 * LONGEST_CHECK:.0f} ms')
    return 1 if processor >= LONGEST_CHECK else 0


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


TEXTS = {'title', 'explanation', 'place', 'questions', 'notes', 'because', 'data_problems'}


def twin_students():
    """Students on every side of what the pack of the reference asks, with series left out as well."""
    tests = [{'datum': day, 'vak': subject, 'cijfer': grade}
             for day, subject, grade in (('2026-09-07', 'wiskunde', '4.5'), ('2026-09-08', 'wiskunde', '5.4'),
                                         ('2026-10-12', 'wiskunde', '5.5'), ('2026-10-20', 'wiskunde', '4.0'),
                                         ('2026-10-21', 'Nederlands', '4.0'), (None, 'wiskunde', '5.0'))]
    attendance = [{'datum': day, 'aandeel': share} for day, share in (('2026-10-11', '10'), ('2026-10-12', '40'),
                                                                       ('2026-10-28', '60'), ('2026-11-02', '99.9'))]
    choices = {
        'vooropleiding': ['mbo', 'vwo', None],
        'startdatum': ['2026-08-31', '2026-10-05', None],
        'toetsen': [tests[1:3], tests[1:4], tests[2:], [tests[1], tests[5]], [], None],
        'presenties': [attendance[:2], attendance[1:3], attendance[2:], [], None],
        'gesprekken': [[{'datum': '2026-10-20', 'soort': 'slb'}], [{'datum': '2026-10-10', 'soort': 'decaan'}], None],
        'toestemmingen': [[{'datum': '2026-10-01', 'interventie': 'verkenning_decaan', 'status': 'geweigerd'}], None],
        'opvolgingen': [[{'datum': '2026-10-15', 'interventie': 'slb_gesprek', 'status': 'gepland'}], []],
    }
    for number, values in enumerate(itertools.product(*choices.values())):
        student = {'studentnummer': f'S{number:04}', 'mentor': 'M', 'naam': 'N'}
        yield student | {name: value for name, value in zip(choices, values) if value is not None}


def without_texts(value):
    if isinstance(value, dict):
        return {name: without_texts(part) for name, part in value.items() if name not in TEXTS}
    return [without_texts(part) for part in value] if isinstance(value, list) else value


def twin_faults(binary):
    page = (ROOT / 'docs' / 'language.md').read_text(encoding='utf-8')
    twin = ROOT / 'tests' / 'golden' / 'english' / 'early_alert.regels'
    faults = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        reference = folder / 'reference.regels'
        reference.write_text(page.split('\n```\n')[1] + '\n', encoding='utf-8')
        data = folder / 'students.jsonl'
        students = list(twin_students())
        data.write_text(''.join(json.dumps(student) + '\n' for student in students), encoding='utf-8')
        english = Pack(binary, twin)
        english.run('check', twin)
        english.run('fmt', '--check', twin)
        if english.test(twin) != english.test(reference):
            faults.append('the twin has other examples')
        lists, differs = set(), False
        for date, reader in itertools.product(('2026-11-02', '2026-12-09', '2027-08-01'),
                                              ([], ['--role', 'studentdecaan'], ['--role', 'student'])):
            said = []
            for pack in (reference, twin):
                output = english.run('evaluate', '--rules', pack, '--data', data, '--date', date, *reader, '--format',
                                     'jsonl', says='how many students there were')
                said.append([json.loads(line) for line in output.splitlines()])
            if len(said[0]) != len(students):
                faults.append(f'{date}: {len(said[0])} of {len(students)} students')
            for dutch, other in zip(*said):
                lists |= {name for name, value in dutch.items() if value}
                if without_texts(dutch) != without_texts(other):
                    faults.append(f'{date} {reader}\n  {json.dumps(dutch)}\n  {json.dumps(other)}')
            differs = differs or said[0] != said[1]
        if not differs:
            faults.append('the texts of the twins are the same as well')
        for name in ('signals', 'strengths', 'undetermined', 'not_applicable', 'recommendations', 'suppressed'):
            if name not in lists:
                faults.append(f'no student of the twins has {name}')
    return [f'twins: {fault}' for fault in english.faults + faults[:3]]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--bench', action='store_true')
    parser.add_argument('texts', nargs='*')
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    if arguments.bench:
        return bench(binary)
    folders = [folder for place in PLACES for folder in sorted(place.iterdir()) if folder.is_dir()]
    packs = [Pack(binary, folder) for folder in folders
             if not arguments.texts or any(text in folder.name for text in arguments.texts)]
    for pack in packs:
        pack.hold()
    with tempfile.TemporaryDirectory() as temporary:
        # The packs of one place beside each other, as they stand in Dutch; all of them, for those that are used.
        for number, place in enumerate(PLACES):
            english, back = pathlib.Path(temporary) / f'english{number}', pathlib.Path(temporary) / f'back{number}'
            for folder in folders:
                if folder.parent == place and (place == PLACES[1] or any(pack.folder == folder for pack in packs)):
                    Pack(binary, folder).translate(english)
            for pack in packs:
                if pack.folder.parent == place:
                    pack.hold_in_english(english, back)
    faults = [f'{pack.folder.relative_to(ROOT)}: {fault}' for pack in packs for fault in pack.faults]
    if not arguments.texts:
        faults += rules_faults(binary, packs) + page_faults(packs) + twin_faults(binary)
    for fault in faults:
        print(fault)
    total = sum(pack.voorbeelden for pack in packs)
    print(f'{len(packs)} packs with {total} voorbeelden, {len(faults)} faults')
    return 1 if faults or not packs else 0


if __name__ == '__main__':
    sys.exit(main())
