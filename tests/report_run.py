#!/usr/bin/env python3
"""The folder of pages that `report` writes: what is in it, what it may take the place of, and that it always says the same.

usage: tests/report_run.py [--binary build/wegwijzer]
       tests/report_run.py --bench [--binary …]      how long a thousand student pages take

On both example institutions, and on OULAD where those data stand beside this repository. How the pages look and work in a
browser: tests/browser.
"""
import argparse
import collections
import html
import html.parser
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from support.running import ROOT, find_binary
from support.timing import processor_and_clock

PLACE = ROOT / 'examples' / 'instelling'
OULAD = ROOT.parent / 'shared' / 'data' / 'oulad-2013'
DATE = '2026-11-16'
MENTOR = 'A. Bouzid'
INSTITUTIONS = {'hogeschool': 'hbo', 'roc': 'mbo'}
# For a thousand pages, in the release build; other builds get more (--bench --generous).
LONGEST_REPORT = 5.0  # of a whole cohort: with what would end or start a signal, of one thing (docs/decisions.md)
LONGEST_CONVERSATION = 0.1  # of a mentor's students, per page: of two things at once too
GENEROUS = 6
PAGE = re.compile(r'index\.html|student-\d{4,}\.html')
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; ')


def institution(name):
    return ['--rules', ROOT / 'rules' / INSTITUTIONS[name], PLACE / name, '--data', PLACE / name / 'gegevens', '--date', DATE]


class Faults:
    def __init__(self, binary):
        self.binary, self.found = binary, []

    def expect(self, is_so, what):
        if not is_so:
            self.found.append(what)

    def run(self, *arguments, status=0, environment=None):
        done = subprocess.run([self.binary, *map(str, arguments), '--lang', 'nl'], capture_output=True, text=True, cwd=ROOT,
                              env={**os.environ, **(environment or {})}, check=False)
        self.expect(done.returncode == status, f'{arguments[0]}: exit {done.returncode}, not {status}\n{done.stderr[:1000]}')
        return done


def pages_of(folder):
    return {path.name: path.read_text(encoding='utf-8') for path in sorted(folder.iterdir())}


def self_contained(faults, pages):
    for name, text in pages.items():
        faults.expect(PAGE.fullmatch(name), f'a file {name}')
        faults.expect(POLICY.search(text), f'{name}: no content security policy that begins with nothing')
        faults.expect(not re.search(r'(?:src|href)="(?!#|index\.html|student-\d+\.html)', text), f'{name}: refers to something else')
        faults.expect('\x00' not in text and text.startswith('<!DOCTYPE html>'), f'{name}: no page')


def caseload_adds_up(faults, pages, binary, arguments):
    """Everyone is on the list once, and whoever gets advice is in one of the two groups with advice."""
    listed = re.findall(r'data-who="yes"', pages['index.html'])
    done = faults.run('evaluate', *arguments, '--format', 'jsonl')
    students = [json.loads(line) for line in done.stdout.splitlines()]
    faults.expect(len(listed) == len(students), f'{len(listed)} on the list, {len(students)} students')
    advised = sum(bool(student['recommendations']) for student in students)
    sections = re.findall(r'<section data-group="(?:this-week|later)".*?</section>', pages['index.html'], re.DOTALL)
    in_groups = sum(section.count('data-who') for section in sections)
    faults.expect(in_groups == advised, f'{in_groups} with advice on the list, {advised} with advice')


def words_in(text):
    """What is said, whatever stands between it."""
    return sorted(re.findall(r'[\w%\'`-]+(?:[.,]\d+)*', text))


def text_of(fragment):
    return html.unescape(re.sub(r'<[^>]*>', ' ', re.sub(r'</?(?:span|bdi|strong|a)\b[^>]*>', '', fragment)))


def says_of_one(block, student, is_advice):
    """The list on a narrow terminal has the first step and all that is urgent, the page the second too where that is all."""
    told, _, further = re.sub(r'(?: · )?\bverder: (?=\d)', '\0', block).partition('\0')
    more = re.search(r'<p[^>]*>en verder: .*?</p>', student, re.DOTALL)
    student = student.replace(more[0], '') if more else student
    rows = re.findall(r'<tr.*?</tr>', student, re.DOTALL)
    shown = max(1, sum('class="urgent"' in row for row in rows)) if is_advice else len(rows)
    if shown < len(rows):
        told, least, most = (collections.Counter(words_in(text)) for text in (told, text_of(' '.join(rows[:shown])), text_of(student)))
        return least <= told <= most and re.match(r'[1-9]', further)
    numbers = [re.findall(r'\d+', text) for text in (further, text_of(more[0]) if more else '')]
    return words_in(told) == words_in(text_of(student)) and numbers[0] == numbers[1]


def says_the_same(faults, page, arguments):
    """The list and the page of it tell the same of the same students: steps, days, reasons, what is not needed, counts."""
    done = faults.run('evaluate', *arguments, environment={'COLUMNS': '60'})
    text = done.stdout
    body = text[text.index('\n'):]
    for group, title in (('this-week', 'DEZE WEEK'), ('later', 'LATER'), ('plan', 'EEN AANPAK, GEEN STAP NU'),
                         ('signal', 'WEL EEN SIGNAAL, GEEN ADVIES'), ('undetermined', 'NOG NIET TE BEOORDELEN'),
                         ('not-needed', 'NIET NODIG NU'), ('lapsed', 'VERVALLEN SINDS [0-9A-Z ]+'), ('more-room', 'MEER RUIMTE')):
        said = re.search(rf'^{title}\n((?: .*\n)*)', body, re.MULTILINE)
        shown = re.search(rf'<section [^>]*id="{group}".*?</section>', page, re.DOTALL)
        faults.expect((said is None) == (shown is None), f'{title}: in one of the two only')
        if said is None or shown is None:
            continue
        students = re.findall(r'<tbody[^>]*data-who.*?</tbody>', shown[0], re.DOTALL)
        lines, told = said[1].splitlines(), []
        for line in lines:
            # A student begins at the first column; what is said of them is indented further.
            if line.startswith('  ') and told:
                told[-1] += ' ' + line.strip()
            else:
                told.append(line.strip())
        if group in ('undetermined', 'not-needed', 'lapsed'):
            whole = ' '.join(line.strip() for line in lines)
            for part in re.findall(r'<div class="part">.*?</div>', shown[0], re.DOTALL):
                what = text_of(re.search(r'<h3>(.*?)</h3>', part, re.DOTALL)[1]).strip()
                names = [text_of(name) for name in re.findall(r'<bdi>(.*?)</bdi>', part, re.DOTALL)]
                place = whole.find(what[1:])
                faults.expect(place >= 0, f'{title}: only on the page: {what}')
                near = whole[max(0, place - 400):place + len(what) + 400]
                faults.expect(all(name in near for name in names[:12]), f'{title}: other students: {what}: {names}')
            headings = ' '.join(text_of(one) for one in re.findall(r'<h3>(.*?)</h3>', shown[0], re.DOTALL))
            faults.expect(headings.count(' want ') == whole.count(' want '), f'{title}: a reason in one of the two only')
            continue
        # The way in an emergency stands above all, and may take more than one line.
        blocks = list(told)
        if warning := re.search(r'<p class="urgent">(.*?)</p>', shown[0], re.DOTALL):
            said_first = ''
            while blocks and len(said_first) < len(text_of(warning[1]).strip()):
                said_first = f'{said_first} {blocks.pop(0)}'.strip()
            faults.expect(words_in(said_first) == words_in(text_of(warning[1])), f'{title}: another way in an emergency')
        rest = text_of(' '.join(re.findall(r'<p data-rest="yes">.*?</p>', shown[0], re.DOTALL)))
        faults.expect(words_in(' '.join(blocks[len(students):])) == words_in(rest), f'{title}: another sentence below')
        blocks = blocks[:len(students)]
        faults.expect(len(blocks) == len(students), f'{title}: {len(blocks)} in the list, {len(students)} on the page')
        for block, row in zip(blocks, students):
            faults.expect(says_of_one(block, row, group in ('this-week', 'later')), f'{title}: the list says\n  {block}\nand the page\n  {" ".join(text_of(row).split())}')
    counts = [int(number) for number in re.findall(r'\d+', ' '.join(text[text.rindex('\n\n'):].split()).split('Adviezen zijn')[0])]
    on_page = [int(re.match(r'\d+', text_of(one).strip())[0]) for one in re.findall(r'<a href="#[a-z-]+">(.*?)</a>', page)]
    faults.expect(counts[0] == sum(counts[1:]) == sum(on_page), f'{counts} in the list, {on_page} on the page')


class Values(html.parser.HTMLParser):
    """What stands on a page as the value of which node."""

    def __init__(self, page):
        super().__init__()
        self.found, self.node = [], None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.node = dict(attributes).get('data-node')

    def handle_data(self, text):
        if self.node:
            self.found.append((self.node, text))
        self.node = None

    def handle_endtag(self, tag):
        self.node = None


def values_resolve(faults, arguments, page, key, least=5):
    """Every value on the page is the value of its node in the explanation."""
    done = faults.run('explain', *arguments, '--student', key, '--format', 'json')
    values = json.loads(done.stdout)['values']
    found = Values(page).found
    faults.expect(len(found) > least, f'{key}: only {len(found)} values on the page')
    wrong = [f'{node} is {text!r}, in the tree {values.get(node)!r}' for node, text in found if values.get(node) != text]
    faults.expect(not wrong, f'{key}: ' + '; '.join(wrong[:5]))


def institutions(faults, folder):
    for name in INSTITUTIONS:
        arguments = [*institution(name), '--mentor', MENTOR]
        faults.run('report', *arguments, '--students', '--out', folder / name)
        pages = pages_of(folder / name)
        self_contained(faults, pages)
        caseload_adds_up(faults, pages, faults.binary, arguments)
        says_the_same(faults, pages['index.html'], arguments)
        # A page for whoever has a line, and a link to each.
        links = set(re.findall(r'href="(student-\d+\.html)"', pages['index.html']))
        faults.expect(links == set(pages) - {'index.html'}, f'{name}: links {len(links)}, pages {len(pages) - 1}')
        for page in list(pages.values())[1::8]:
            values_resolve(faults, arguments, page, dict((node, text) for node, text in Values(page).found)['student/key'])
        # The same again, over the earlier report, on one processor.
        taskset = ['taskset', '-c', '0'] if os.path.exists('/usr/bin/taskset') else []
        subprocess.run([*taskset, faults.binary, 'report', *map(str, arguments), '--students', '--out', folder / name, '--lang', 'nl'],
                       capture_output=True, cwd=ROOT, check=True)
        faults.expect(pages_of(folder / name) == pages, f'{name}: another report the second time')
        faults.expect([path.name for path in folder.iterdir() if path.name.startswith('.')] == [], 'a draft is left behind')
        # One student, and the caseload beside it.
        key = re.search(r'/student/key">(\d+)<', pages['index.html'])[1]
        faults.run('report', *arguments, '--student', key, '--out', folder / name)
        faults.expect(sorted(pages_of(folder / name)) == ['index.html', 'student-0001.html'], f'{name}: not one student')
        # The student's own page: nobody else is in it.
        faults.run('report', *institution(name), '--role', 'student', '--student', key, '--out', folder / f'{name}-own')
        own = pages_of(folder / f'{name}-own')
        faults.expect(list(own) == ['student-0001.html'], f'{name}: {list(own)} for the student')
        values_resolve(faults, [*institution(name), '--role', 'student'], own['student-0001.html'], key, least=0)
        others = set(re.findall(r'/student/key">(\d+)<', pages['index.html'])) - {key}
        faults.expect(not any(other in ''.join(own.values()) for other in others), f'{name}: another student on the own page')


def beside_a_kept_run(faults, folder):
    """What is new, since when advice stands and what has lapsed: on the list, its page and the student's page, each with its node."""
    rules = ['--rules', ROOT / 'rules' / 'vroegsignalering', '--data', ROOT / 'examples' / 'eerstejaars']
    store = ['--store', folder / 'dossier.db']
    for day in ('2026-10-05', '2026-10-19'):
        faults.run('evaluate', *rules, '--date', day, *store, '--keep', '--by', 'A. Tester', '--format', 'csv')
    arguments = [*rules, '--date', '2026-11-02', *store]
    faults.run('report', *arguments, '--students', '--out', folder / 'report')
    pages = pages_of(folder / 'report')
    self_contained(faults, pages)
    caseload_adds_up(faults, pages, faults.binary, arguments)
    says_the_same(faults, pages['index.html'], arguments)
    shown = collections.Counter()
    wanted = re.compile(r'students/([^/]+)/(compared_with|lapsed/.*|recommendations/.*/since)')
    values, of_student = {}, {}
    for node, text in Values(pages['index.html']).found:
        if match := wanted.fullmatch(node):
            values.setdefault(match[1], []).append((match[2], text))
    for name, page in pages.items():
        found = Values(page).found
        of_student[dict(found).get('student/key')] = page
        for what in ('Nieuw.', 'Staat er sinds ', 'Vervallen sinds '):
            shown[what] += what in page and name != 'index.html'
    faults.expect(all(shown.values()) and len(values) > 5, f'beside a kept run: {shown}, {len(values)} students on the list')
    faults.expect('nieuw' in text_of(pages['index.html']), 'the list says of nobody what is new')
    for key in sorted(values)[::len(values) // 6 or 1]:
        told = json.loads(faults.run('explain', *arguments, '--student', key, '--format', 'json').stdout)
        wrong = [pair for pair in values[key] if told['values'].get(pair[0]) != pair[1]]
        faults.expect(not wrong, f'{key}: the list says {wrong}')
        reported = json.loads([line for line in faults.run('evaluate', *arguments, '--format', 'jsonl').stdout.splitlines()
                               if json.loads(line)['student'] == key][0])
        faults.expect(told['advice'] == reported, f'{key}: explain and evaluate tell another past')
        if key in of_student:
            values_resolve(faults, arguments, of_student[key], key)
    # Without a store, and beside a run of the same day, there is no past.
    for nothing in ([*rules, '--date', '2026-11-02'], [*rules, '--date', '2026-10-05', *store]):
        faults.run('report', *nothing, '--students', '--out', folder / 'report')
        text = ''.join(pages_of(folder / 'report').values())
        faults.expect('Nieuw.' not in text and 'Vervallen sinds' not in text, 'a past without a run before')


def lose_nothing(faults, folder):
    arguments = ['report', *institution('hogeschool'), '--mentor', MENTOR]
    place = folder / 'kept'
    place.mkdir()
    (place / 'index.html').write_text('my own page')
    done = faults.run(*arguments, '--out', place, status=2)
    faults.expect('F291' in done.stderr and (place / 'index.html').read_text() == 'my own page', 'a page of somebody else is lost')
    (place / 'index.html').unlink()
    faults.run(*arguments, '--out', place)
    (place / 'notes.txt').write_text('mine')
    before = pages_of(place)
    faults.run(*arguments, '--students', '--out', place, status=2)
    faults.expect(pages_of(place) == before, 'a refused report has changed something')
    (place / 'notes.txt').unlink()
    (folder / 'elsewhere').symlink_to(place)
    faults.run(*arguments, '--students', '--out', folder / 'elsewhere')
    faults.expect((folder / 'elsewhere').is_symlink() and len(pages_of(place)) > 2, 'a link to a folder is not followed')
    file = folder / 'file'
    file.write_text('mine')
    faults.run(*arguments, '--out', file, status=2)
    faults.expect(file.read_text() == 'mine', 'a file is lost')
    faults.run(*arguments, '--out', PLACE / 'hogeschool' / 'gegevens', status=2)


def oulad(faults, folder):
    if not OULAD.is_dir():
        print('oulad: not beside this repository, left out')
        return
    arguments = ['--rules', ROOT / 'examples' / 'oulad', '--data', OULAD, '--date', '2014-12-31']
    with (OULAD / 'student.csv').open(encoding='utf-8') as file:
        file.readline()
        key = re.split('[;,\t]', file.readline())[0].strip('"')
    faults.run('report', *arguments, '--student', key, '--out', folder / 'oulad')
    pages = pages_of(folder / 'oulad')
    self_contained(faults, pages)
    caseload_adds_up(faults, pages, faults.binary, arguments)
    faults.expect(key in html.unescape(pages.get('student-0001.html', '')), 'oulad: no page of the student')


def bench(binary, longest, generous):
    """By the clock; generously by the processor, whatever else the machine does."""
    slow = False
    for name, whose, most in [(name, ['--role', 'studentdecaan'], longest / 1000) for name in INSTITUTIONS] + [
            ('hogeschool', ['--mentor', MENTOR], LONGEST_CONVERSATION * (longest / LONGEST_REPORT))]:
        with tempfile.TemporaryDirectory() as temporary:
            out = pathlib.Path(temporary) / 'report'
            command = [binary, 'report', *institution(name), *whose, '--students', '--out', out, '--log', '/dev/stderr', '--lang', 'nl']
            processor, clock, done = processor_and_clock(command, ROOT, runs=2)
            step = float(re.search(r'student pages: ([0-9.]+) ms', done.stderr)[1]) / 1000
            pages = len(list(out.glob('student-*.html')))
            size = sum(path.stat().st_size for path in out.iterdir()) / 1e6
            print(f'{name}, {whose[1]}: {pages} student pages, {size:.0f} MB, {step:.2f} s, at most {most * pages:.2f} s; from packs and '
                  f'files to the last page {processor:.2f} s of the processor, {clock:.2f} s by the clock')
            slow = slow or (processor if generous else step) > most * pages
    return 1 if slow else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--binary')
    parser.add_argument('--bench', action='store_true')
    parser.add_argument('--generous', action='store_true')
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary or ROOT / 'build' / 'wegwijzer')
    if arguments.bench:
        return bench(binary, LONGEST_REPORT * (GENEROUS if arguments.generous else 1), arguments.generous)
    faults = Faults(binary)
    with tempfile.TemporaryDirectory() as temporary:
        for check in (institutions, beside_a_kept_run, lose_nothing, oulad):
            place = pathlib.Path(temporary) / check.__name__
            place.mkdir()
            check(faults, place)
    for fault in faults.found:
        print(fault)
    print(f'{len(faults.found)} faults')
    return 1 if faults.found else 0


if __name__ == '__main__':
    sys.exit(main())
