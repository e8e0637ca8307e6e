#!/usr/bin/env python3
"""Run the golden cases: what the program says, written down so that a reader can judge it.

usage: tests/golden_run.py [--accept] [--binary build/wegwijzer] [TEXT...]   (only cases whose path holds TEXT)

A case is one file, tests/golden/**/NAME.case:

    # What this shows, in a sentence.
    --- pack.regels
    regelpakket proef "Proef"
    ...

    --- $ wegwijzer check pack.regels
    --- stderr
    pack.regels:1: ...

    --- exit 1

  --- NAME                    a file with this text in the empty folder where the commands run
  --- NAME from HEAD          the same, beginning with the text of tests/golden/shared/HEAD
  --- include HEAD [as NAME]  the shared file as it is
  --- $ COMMAND               a shell line; behind it what it must give:
  --- stdout, --- stderr      (left out: nothing)
  --- file NAME               a file the command leaves
  --- exit N                  (left out: 0)
  --- mended [FILE]           the lines as the messages say to write them, for tests/mended_run.py

One empty line before the next `---` belongs to nothing. A text line that starts with `---` is written `\\---`. $REPO
is the source tree. --accept, or WEGWIJZER_ACCEPT=1, writes down what the commands give now; git shows what changed.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import sys
import tempfile

from support.running import ROOT, accepting, find_binary, run_command, share_of, show_difference, to_lines

GOLDEN = ROOT / 'tests' / 'golden'
SHARED = GOLDEN / 'shared'
HEADER = re.compile(r'--- (.*\S)\s*$')
RESULT = re.compile(r'(stdout|stderr|exit|file)(?: (.+))?$')


class BadCase(Exception):
    pass


class Section:
    def __init__(self, title, lines):
        self.title, self.lines = title, lines

    def text(self):
        return ''.join(line + '\n' for line in self.lines)


def parse_case(text):
    """Returns the lines of the description and the sections."""
    description, sections = [], []
    for line in text.splitlines():
        match = HEADER.match(line)
        if match:
            sections.append(Section(match.group(1), []))
        elif sections:
            sections[-1].lines.append(re.sub(r'^\\(\\*---)', r'\1', line))
        else:
            description.append(line)
    for section in sections:
        if section.lines and section.lines[-1] == '':
            section.lines.pop()
    return description, sections


def render_case(description, sections):
    out = [*description]
    for index, section in enumerate(sections):
        out.append('--- ' + section.title)
        out += [re.sub(r'^(\\*---)', r'\\\1', line) for line in section.lines]
        is_bare = not section.lines
        if index + 1 < len(sections) and not (is_bare and not RESULT.match(section.title)):
            out.append('')
    return '\n'.join(out) + '\n'


def group_by_command(sections):
    """Returns the sections before the first command, and [(command section, its results)]."""
    files, commands = [], []
    for section in sections:
        if section.title.startswith('$ '):
            commands.append((section, []))
        elif commands and RESULT.match(section.title):
            commands[-1][1].append(section)
        elif commands:
            raise BadCase(f'"--- {section.title}" stands behind a command, where only stdout, stderr, file and exit may')
        else:
            files.append(section)
    if not commands:
        raise BadCase('there is no "--- $ COMMAND"')
    return files, commands


def shared_text(name):
    path = SHARED / name
    if not path.is_file():
        raise BadCase(f'there is no shared file {name}')
    return path.read_text(encoding='utf-8')


def is_mended(section):
    return section.title == 'mended' or section.title.startswith('mended ')


def write_file(folder, section):
    if is_mended(section):
        return
    include = re.fullmatch(r'include (\S+)(?: as (\S+))?', section.title)
    from_head = re.fullmatch(r'(\S+) from (\S+)', section.title)
    if include:
        name, text = include.group(2) or include.group(1), shared_text(include.group(1))
    elif from_head:
        name, text = from_head.group(1), shared_text(from_head.group(2)) + section.text()
    elif ' ' in section.title:
        raise BadCase(f'"--- {section.title}" is not a file name')
    else:
        name, text = section.title, section.text()
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def actual_results(folder, command, expected, binary):
    """What the command gives, as sections: only what there is, and the files the case asks for."""
    outcome = run_command(command, folder, binary)
    results = []
    for title, lines in (('stdout', to_lines(outcome.stdout)), ('stderr', to_lines(outcome.stderr))):
        if lines:
            results.append(Section(title, lines))
    for section in expected:
        if section.title.startswith('file '):
            path = folder / section.title[len('file '):]
            results.append(Section(section.title, to_lines(path.read_bytes()) if path.is_file() else ['(no such file)']))
    if outcome.status != 0:
        results.append(Section(f'exit {outcome.status}', []))
    return results


def as_lines(results):
    """One list to compare: empty outputs and `exit 0` say nothing."""
    order = {'stdout': 0, 'stderr': 1, 'file': 2, 'exit': 3}
    lines = []
    for section in sorted(results, key=lambda section: order[section.title.split()[0]]):
        if section.title != 'exit 0' and (section.lines or section.title.startswith('exit')):
            lines += ['--- ' + section.title, *section.lines]
    return lines


def run_case(path, binary, accept):
    """Returns the text of what is wrong, '' if the case holds, or 'accepted'."""
    name = str(path.relative_to(ROOT))
    old_text = path.read_text(encoding='utf-8')
    description, sections = parse_case(old_text)
    wrong, written = [], []
    try:
        files, commands = group_by_command(sections)
        if not any(line.startswith('# ') for line in description):
            raise BadCase('the first line must say what the case shows: "# ..."')
        with tempfile.TemporaryDirectory(prefix='golden-') as temporary:
            folder = pathlib.Path(temporary).resolve()
            for section in files:
                write_file(folder, section)
            written += files
            for command, expected in commands:
                actual = actual_results(folder, command.title[2:], expected, binary)
                written += [command, *actual]
                if as_lines(actual) != as_lines(expected):
                    wrong.append(f'$ {command.title[2:]}\n'
                                 + show_difference(as_lines(expected), as_lines(actual), name, 'the program'))
    except BadCase as error:
        return f'{name}: {error}'
    if wrong and accept:
        path.write_text(render_case(description, written), encoding='utf-8')
        return 'accepted'
    return '\n'.join(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--accept', action='store_true')
    parser.add_argument('text', nargs='*')
    arguments = parser.parse_args()
    binary, accept = find_binary(arguments.binary), accepting(arguments.accept)

    cases = [path for path in sorted(GOLDEN.rglob('*.case'))
             if not arguments.text or any(text in str(path.relative_to(ROOT)) for text in arguments.text)]
    if not cases:
        print('no cases', file=sys.stderr)
        return 1
    cases = share_of(cases)
    failed = accepted = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, result in zip(cases, pool.map(lambda path: run_case(path, binary, accept), cases)):
            if result == 'accepted':
                accepted += 1
                print(f'accepted {path.relative_to(ROOT)}')
            elif result:
                failed += 1
                print(f'\nFAILED {path.relative_to(ROOT)}\n{result}')
    print(f'{len(cases) - failed - accepted} of {len(cases)} cases hold'
          + (f', {accepted} accepted: read them with git diff' if accepted else '')
          + ('; ./dev accept writes down what the program says now' if failed and not accept else ''))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
