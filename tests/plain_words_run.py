#!/usr/bin/env python3
"""Keep jargon, labels, blame, causes and predictions out of everything that people read.

usage: tests/plain_words_run.py [--binary build/wegwijzer] [--all]

Of both example institutions: the caseloads of two mentors and of some readers more, in Dutch and in English, and the pages of some
two dozen students each (--all: of all) as they read them themselves; every third also as roles of both lines read it. What
tests/plain_words/everyone.txt lists stands nowhere; what student.txt lists not on a student's page, titles of sources apart. The lists are
also held against the sentences of our own that stand in the sources.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import subprocess
import sys

from support.running import ROOT, find_binary

DATE = '2026-11-16'
LISTS = ROOT / 'tests' / 'plain_words'
PLACE = ROOT / 'examples' / 'instelling'
INSTITUTIONS = {
    'hogeschool': ('hbo', ['A. Bouzid', 'K. Postma'], ['slber', 'studentdecaan', 'docententeam']),
    'roc': ('mbo', ['B. Maas', 'A. Bouzid'], ['slber', 'zorgteam', 'docententeam']),
}
STUDENTS = 24
SOURCES = re.compile('^(?:WAAR DIT OP STEUNT|WHAT THIS RESTS ON)$', re.MULTILINE)
# Where our own sentences to people are.
SENTENCES = sorted(str(file.relative_to(ROOT)) for place in ('engine/explain', 'cli/render')
                   for file in (ROOT / place).rglob('*.cpp') if not file.stem.endswith('_json'))


class WordList:
    """The expressions of one file, and what of a text they find."""

    def __init__(self, name):
        lines = (LISTS / name).read_text(encoding='utf-8').splitlines()
        self.expressions = [line for line in lines if line and not line.startswith('#')]
        self.pattern = re.compile('|'.join(self.form(line) for line in self.expressions), re.IGNORECASE)

    @staticmethod
    def form(expression):
        if expression.startswith('~'):
            return re.escape(expression[1:])
        return r'(?<![\w-])' + re.escape(expression).replace(r'\ ', r'\s+') + r'(?![\w-])'

    def find(self, text):
        """The expression with what stands around it, on one line."""
        text = re.sub(r'\s+', ' ', text).replace('geen voorspelling', '')  # that it is none may be said
        return [text[max(0, found.start() - 40):found.end() + 40] for found in self.pattern.finditer(text)]


class Institution:
    def __init__(self, binary, name):
        pack, self.mentors, self.roles = INSTITUTIONS[name]
        self.binary, self.name = binary, name
        self.arguments = ['--rules', f'rules/{pack}', f'examples/instelling/{name}', '--data', f'examples/instelling/{name}/gegevens', '--date', DATE]

    def run(self, command, *more):
        done = subprocess.run([self.binary, command, *self.arguments, *more], capture_output=True, text=True, cwd=ROOT,
                              env={**os.environ, 'COLUMNS': '80', 'LC_ALL': 'C.UTF-8', 'NO_COLOR': '1'})
        if done.returncode != 0:
            raise SystemExit(f'{self.name}: {command} {more}: exit {done.returncode}\n{done.stderr[:2000]}')
        return done.stdout, done.stderr

    def students(self, wanted):
        """Spread over the cohort: every n-th, and the first with an urgent advice, something refused and something unknown."""
        lines = [json.loads(line) for line in self.run('evaluate', '--role', 'student', '--format', 'jsonl')[0].splitlines()]
        chosen = [line['student'] for line in lines[::max(1, len(lines) // wanted)]][:wanted]
        for of_interest in (lambda one: any(advice['urgent'] for advice in one['recommendations']), lambda one: one['suppressed'],
                            lambda one: not one['recommendations'], lambda one: one['opportunities']):
            chosen += [one['student'] for one in lines if of_interest(one)][:1]
        return list(dict.fromkeys(chosen))

    def texts(self, wanted):
        """What people read: (where, whether it is a student's page, its text)."""
        languages = ('nl', 'en')
        for readers in ([], *(['--mentor', mentor] for mentor in self.mentors), *(['--role', role] for role in self.roles)):
            for language in languages:
                yield 'evaluate', False, [*readers, '--format', 'table', '--lang', language]
            yield 'evaluate', False, [*readers, '--format', 'csv', '--lang', 'nl']
        for index, student in enumerate(self.students(wanted)):
            language = languages[index % 4 == 3]
            yield 'explain', True, ['--student', student, '--role', 'student', '--lang', language]
            if index % 3 == 0:
                reader = ([], *(['--role', role] for role in self.roles))[index // 3 % (1 + len(self.roles))]
                yield 'explain', False, ['--student', student, *reader, '--lang', language]


def sentences_of_our_own():
    """Texts in the sources: what stands between quotes and has a space in it."""
    for name in SENTENCES:
        source = re.sub(r'^\s*//.*$', '', (ROOT / name).read_text(encoding='utf-8'), flags=re.MULTILINE)
        for text in re.findall(r'"((?:[^"\\\n]|\\.)* (?:[^"\\\n]|\\.)*)"', source):
            yield name, text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--all', action='store_true')
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    everyone, student = WordList('everyone.txt'), WordList('student.txt')
    faults, read = [], 0
    for name, text in sentences_of_our_own():
        # render/html/student_page is about a student, for a mentor.
        is_to_student = pathlib.Path(name).stem.startswith('student') and pathlib.Path(name).parent.name != 'html'
        lists = [everyone, student] if is_to_student else [everyone]
        faults += [f'{name}: …{found}…' for one in lists for found in one.find(text)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name in INSTITUTIONS:
            institution = Institution(binary, name)
            wanted = list(institution.texts(1000 if arguments.all else STUDENTS))
            outputs = pool.map(lambda one: institution.run(one[0], *one[2]), wanted)
            for (command, is_page, words), (out, err) in zip(wanted, outputs):
                read += 1
                found = everyone.find(out + err)
                if is_page:
                    found += student.find(SOURCES.split(out)[0])
                faults += [f'{name}: {command} {" ".join(words)}: …{one}…' for one in found]
    for fault in faults[:60]:
        print(fault)
    print(f'{read} pages and lists read, {len(faults)} words that do not belong there')
    return 1 if faults or read < 100 else 0


if __name__ == '__main__':
    sys.exit(main())
