#!/usr/bin/env python3
"""Hold docs/bronnen.md to the catalogue of the research and to the rule packs.

usage: tests/bronnen_run.py [--binary build/wegwijzer] [--list]     (--list: ids and what stands behind each; never fails)

- Every id of the catalogue (../shared/design/catalogue.md, where it is there) has one row, and no row has an id of its own.
- "Not a rule" stands only behind ids of a kind that may have no rule, with the reason of that kind. A signal of one student, and an
  intervention that a rule about one student asks for, may not.
- Every declaration named is declared in the pack named; every README and golden case named exists.
- The list of what is missing names the rows that miss something.
- Every bron with a place that the packs cite is a declared bron.
"""
import argparse
import pathlib
import re
import subprocess
import sys
from collections import Counter

from support.running import ROOT, find_binary

PAGE = ROOT / 'docs' / 'bronnen.md'
CATALOGUE = ROOT.parent / 'shared' / 'design' / 'catalogue.md'
KINDS = ('signal strength opportunity policy intervention plan parameter concept table phase cluster factor role series field '
         'example').split()

ID = re.compile(r'(?:VH|TYF|DC|INS|DD)-[VUJCFAGSRTPEN]\d+|ETH-X\d+|X\d\d|D\d\d|[A-Z]+\d*-[SPGD]\d+')
NAMED = re.compile(rf'({"|".join(KINDS)}) `([^`]+)`')
LIST = rf'{NAMED.pattern}(?:, {NAMED.pattern})*'
# What carries an id, what is missing of it, a remark; each may be left out, but not all.
CARRIED = re.compile(rf'(?P<carried>\w+: {LIST}(?:; \w+: {LIST})*)(?:\. Missing: (?P<missing>.+?)\.)?(?: \((?P<remark>.+)\))?')
NOT_A_RULE = re.compile(r'Not a rule, because it is (?P<reason>[^:]+): (?P<text>.+)\.')
MISSING = re.compile(r'Missing: (?P<missing>.+?)\.(?: \((?P<remark>.+)\))?')

PROGRAMME = 'programme-level advice'
REASONS = {'V': {'a perspective'}, 'U': {'a starting point'}, 'J': {'a phase'}, 'G': {'a group'}, 'N': {'a figure'},
           'E': {'a matter of ethics'}, 'F': {PROGRAMME}, 'A': {PROGRAMME}, 'P': {PROGRAMME}, 'S': {PROGRAMME}, 'R': {PROGRAMME}}


class Catalogue:
    """The ids, and what decides whether one may go without a rule."""

    def __init__(self, text):
        self.ids = []
        self.type_of_signal = {}    # section 2: R, B, P, O, C, A, -
        self.about_programmes = set()  # rules of section B that are not about one student
        self.asked_for = set()      # what the rules about one student are tied to
        self.unread = []            # rows of the tables that hold no id
        part = ''
        for line in text.split('\n'):
            heading = re.match(r'##+ (\d|[A-D])', line)
            part = heading.group(1) if heading else part
            if part == 'D' and (scenario := re.match(r'- \*\*(D\d\d) ', line)):
                self.ids.append(scenario.group(1))
            elif part in '1234567B' and line.startswith('| '):
                self.read_row(part, [cell.strip() for cell in line.split('|')[1:-1]])

    def read_row(self, part, cells):
        first = cells[0].strip('*').split(' ')[0]
        if first in ('Id', '---') or cells[1] == 'pack':
            return
        if part == 'B':
            self.read_rules(first, cells)
        elif '..' in first:
            self.ids += re.findall(rf'\*\*({ID.pattern})\*\*', cells[1])
        elif ID.fullmatch(first):
            self.ids.append(first)
            if part == '2':
                self.type_of_signal[first] = cells[1]
        else:
            self.unread.append(' | '.join(cells)[:80])

    def read_rules(self, first, cells):
        rules = {first: ' '.join(cells)}
        if not ID.fullmatch(first):  # E100-P*: a cell with all of them
            rules = dict(re.findall(rf'\*\*({ID.pattern})\*\*(.*?)(?=<br>|$)', cells[2]))
            if not rules:
                self.unread.append(' | '.join(cells)[:80])
        for rule, text in rules.items():
            self.ids.append(rule)
            if rule.startswith('OPL-') or cells[1] == 'O' or re.match(r' (programme|group|report per programme)\b', text):
                self.about_programmes.add(rule)
            else:
                self.asked_for.update(set(ID.findall(text)) - {rule})

    def refusal(self, identifier, reason):
        """Why this id may not go without a rule; empty when it may."""
        kind = re.match(r'[A-Z]+\d*-([A-Z])', identifier)
        if reason == PROGRAMME and kind and kind.group(1) == 'S' and identifier in self.type_of_signal:
            if not set(self.type_of_signal[identifier].split('/')) <= {'O', 'A', '-'}:
                return 'it is a signal of one student'
        if reason == PROGRAMME and kind and kind.group(1) == 'R' and identifier in self.asked_for:
            return 'a rule about one student asks for it'
        if is_rule(identifier) and '-G' not in identifier and identifier not in self.about_programmes:
            return 'it is a rule about one student'
        return ''


def is_rule(identifier):
    return '-' in identifier and not re.match(r'(VH|TYF|DC|INS|DD)-|ETH-X', identifier)


def reasons_of(identifier):
    if re.fullmatch(r'X\d\d', identifier):
        return {'a tension that no rule depends on'}
    if identifier.startswith('ETH-X'):
        return {'a matter of ethics'}
    if is_rule(identifier):
        return {'a matter of ethics', PROGRAMME} if '-G' in identifier else {PROGRAMME}
    return REASONS.get(identifier.split('-')[1][0], set()) if '-' in identifier else set()


class Row:
    def __init__(self, line_number, identifier, cell):
        self.line, self.id, self.cell = line_number, identifier, cell
        self.carried, self.reason, self.missing, self.is_read = [], None, None, True
        if found := NOT_A_RULE.fullmatch(cell):
            self.reason = found['reason']
        elif found := MISSING.fullmatch(cell):
            self.missing = found['missing']
        elif found := CARRIED.fullmatch(cell):
            self.missing = found['missing']
            for part in found['carried'].split('; '):
                pack, names = part.split(': ', 1)
                self.carried += [(pack, kind, name) for kind, name in NAMED.findall(names)]
        else:
            self.is_read = False


def read_page(text):
    """The rows, and the ids in the list of what is missing."""
    rows, listed, part = [], [], ''
    for number, line in enumerate(text.split('\n'), 1):
        part = line if line.startswith('## ') else part
        if part == '## What is missing' and line.startswith('- '):
            listed += re.findall(rf'\b{ID.pattern}\b', line[line.rindex(': '):])
        elif line.startswith('| ') and not line.startswith(('| id ', '| --- ')):
            cells = [cell.strip() for cell in line.strip().strip('|').split(' | ')]
            rows.append(Row(number, cells[0], cells[-1] if len(cells) == 3 else line))
    return rows, listed


class Packs:
    """What the packs in rules/ declare: (pack, kind, name)."""

    def __init__(self, binary):
        self.declared, self.sources, self.cited, self.titles, self.broken = set(), set(), [], [], []
        for folder in sorted((ROOT / 'rules').iterdir()):
            if folder.is_dir():
                self.read(folder.name, binary)

    def read(self, pack, binary):
        shown = subprocess.run([str(binary), 'show', 'ast', f'rules/{pack}'], cwd=ROOT, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
        if shown.returncode != 0:
            self.broken.append(f'rules/{pack} has errors: {shown.stderr.decode("utf-8").splitlines()[0]}')
        is_own, outer = False, ''
        for line in shown.stdout.decode('utf-8').split('\n'):
            if found := re.match(r'pack (\S+)', line):
                is_own = found.group(1) == pack
            elif found := re.match(r'source (\S+) ', line):
                self.sources.add((pack, found.group(1)))
            elif not is_own:
                continue
            elif found := re.match(r'(\w+) ([^\s",]+)', line):
                outer = found.group(2)
                self.declared.add((pack, found.group(1), outer))
            elif found := re.match(r'example "(\S+)', line):
                self.titles.append((pack, found.group(1)))
            elif line == 'student_data':
                outer = ''
            elif found := re.match(r'  field (\S+)', line):
                self.declared.add((pack, 'field', f'{outer}.{found.group(1)}' if outer else found.group(1)))
            elif found := re.match(r'\s+source (\S+) "', line):
                self.cited.append((pack, found.group(1)))

    def has(self, pack, kind, name):
        return (pack, name) in self.titles if kind == 'example' else (pack, kind, name) in self.declared


def findings_about_ids(rows, catalogue):
    counted = Counter(row.id for row in rows)
    yield from (f'{identifier} has {count} rows' for identifier, count in counted.items() if count > 1)
    yield from (f'line {row.line}: `{row.id}` is no id' for row in rows if not ID.fullmatch(row.id))
    if catalogue is None:
        return
    known = set(catalogue.ids)
    yield from (f'the catalogue has a row without an id: {row}' for row in catalogue.unread)
    yield from (f'{identifier} of the catalogue has no row' for identifier in catalogue.ids if identifier not in counted)
    yield from (f'line {row.line}: {row.id} is not in the catalogue' for row in rows if row.id not in known)


def findings_about_reasons(rows, catalogue):
    for row in rows:
        if not row.is_read:
            yield f'line {row.line}: {row.id}: not one of the forms of this page: {row.cell}'
        elif row.reason is None:
            continue
        elif row.reason not in reasons_of(row.id):
            yield f'line {row.line}: {row.id} may not be "not a rule" because it is {row.reason}'
        elif catalogue and (refusal := catalogue.refusal(row.id, row.reason)):
            yield f'line {row.line}: {row.id} may not be "not a rule": {refusal}'


def findings_about_names(rows, text, packs):
    for row in rows:
        yield from (f'line {row.line}: {row.id}: no {kind} `{name}` in rules/{pack}'
                    for pack, kind, name in row.carried if not packs.has(pack, kind, name))
    for number, line in enumerate(text.split('\n'), 1):
        for part in re.findall(r'READMEs? of ((?:`\w+`(?: and )?)+)', line):
            yield from (f'line {number}: there is no rules/{pack}/README.md' for pack in re.findall(r'`(\w+)`', part)
                        if not (ROOT / 'rules' / pack / 'README.md').is_file())
        yield from (f'line {number}: there is no {path}' for path in re.findall(r'`((?:tests|rules|docs)/[^`]+)`', line)
                    if not (ROOT / path).exists())


def findings_about_what_is_missing(rows, listed):
    miss = [row.id for row in rows if row.missing]
    yield from (f'{identifier} misses something, and is not in the list of what is missing'
                for identifier in miss if identifier not in listed)
    yield from (f'{identifier} is in the list of what is missing, and its row misses nothing'
                for identifier in listed if identifier not in miss)


def findings_about_sources(packs):
    if not packs.cited:
        yield 'no pack cites a bron with a place'
    yield from (f'rules/{pack} cites {source}, which it does not declare' for pack, source in sorted(set(packs.cited))
                if (pack, source) not in packs.sources)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--list', action='store_true')
    arguments = parser.parse_args()
    text = PAGE.read_text(encoding='utf-8')
    rows, listed = read_page(text)
    if arguments.list:
        for row in rows:
            print(f'{row.id:9} {row.cell}')
        return 0
    catalogue = Catalogue(CATALOGUE.read_text(encoding='utf-8')) if CATALOGUE.is_file() else None
    if catalogue is None:
        print(f'no catalogue beside the repository ({CATALOGUE.relative_to(ROOT.parent)}): ids are not compared with it')
    packs = Packs(find_binary(arguments.binary))
    wrong = [*packs.broken, *findings_about_ids(rows, catalogue), *findings_about_reasons(rows, catalogue),
             *findings_about_names(rows, text, packs), *findings_about_what_is_missing(rows, listed),
             *findings_about_sources(packs)]
    print(''.join(line + '\n' for line in wrong), end='')
    carried, reasoned = sum(bool(row.carried) for row in rows), sum(row.reason is not None for row in rows)
    print(f'{len(rows)} ids: {carried} carried by a declaration, {reasoned} not a rule, {len(rows) - carried - reasoned} missing; '
          f'of those carried, {sum(bool(row.carried and row.missing) for row in rows)} miss a part')
    return 1 if wrong or not rows else 0


if __name__ == '__main__':
    sys.exit(main())
