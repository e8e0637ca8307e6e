#!/usr/bin/env python3
"""Check that the way out of a message works: the mended form of every case in tests/golden/diagnostics is sound.

usage: tests/mended_run.py [--binary build/wegwijzer] [TEXT...]    (only cases whose name holds TEXT)

A case says behind `--- mended` how its lines read when the author does what the messages say, as a diff without line
numbers: ` ` a line that stays, `-` one that goes, `+` one that comes; an empty line begins the next piece. For every case:

- the mended pack checks without any finding;
- what stands in it is what the messages propose: at least one of the pieces between backticks, or behind `toe:`, of each
  `doe`, unless that says to take something away;
- where every finding has a `fix` (what an editor would put in), those fixes too give a pack without findings.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import sys
import tempfile

from golden_run import BadCase, group_by_command, is_mended, parse_case, write_file
from support.running import ROOT, find_binary, run_command

CASES = ROOT / 'tests' / 'golden' / 'diagnostics'
TAKES_AWAY = ('haal ', 'laat ', 'leave out', 'keep ', 'zet het achter', 'put it behind', 'zet `"`', 'put `"`', 'sluit met',
              'kies een waarde')


def pieces_of(lines):
    """The pieces of a `mended` section: lists of (sign, text)."""
    pieces, piece = [], []
    for line in [*lines, '']:
        if line == '':
            if piece:
                pieces.append(piece)
            piece = []
            continue
        if line[0] not in ' -+':
            raise BadCase(f'"{line}" of the mended lines begins with none of " ", "-" and "+"')
        piece.append((line[0], line[1:]))
    return pieces


def mend(lines, pieces):
    """The lines with the pieces applied; each must fit in exactly one place."""
    for piece in pieces:
        old = [text for sign, text in piece if sign != '+']
        new = [text for sign, text in piece if sign != '-']
        places = [at for at in range(len(lines) - len(old) + 1) if lines[at:at + len(old)] == old]
        if not old or len(places) != 1:
            raise BadCase(f'the mended lines fit in {len(places)} places:\n' + '\n'.join(old))
        lines = lines[:places[0]] + new + lines[places[0] + len(old):]
    return lines


def check(folder, binary, name, extra=''):
    outcome = run_command(f'wegwijzer check {name} --lang nl {extra}', folder, binary)
    return outcome.status, outcome.stderr.decode() if isinstance(outcome.stderr, bytes) else outcome.stderr


def place(lines, at):
    """The offset in characters of {"line", "column"}."""
    return sum(len(line) + 1 for line in lines[:at['line'] - 1]) + at['column'] - 1


def with_fixes(text, findings):
    """The text with all fixes put in, or None when a finding has none."""
    lines, edits = text.split('\n'), []
    for finding in findings:
        if finding['fix'] is None:
            return None
        begin, end = place(lines, finding), place(lines, finding['end'])
        edits.append((begin, end, finding['fix']))
        here = text[begin:end]
        for label in finding['labels']:
            if label['remark'] != 'hier ook':
                continue
            begin, end = place(lines, label), place(lines, label['end'])
            there = text[begin:end]
            edits.append((begin, end, finding['fix'].replace(here, there) if here in finding['fix'] else finding['fix']))
    for begin, end, fix in sorted(edits, reverse=True):
        text = text[:begin] + fix + text[end:]
    return text


def squeezed(text):
    return re.sub(r'\s+', ' ', text)


def is_proposed(finding, mended_text):
    """Does the mended text hold what the message says to write?"""
    way_out = finding['do'] or ''
    if way_out.startswith(TAKES_AWAY):
        return True
    proposals = re.findall(r'`((?:[^`])+)`', way_out)
    added = re.search(r'(?:toe|van|zo)(?:, bijvoorbeeld)?:  (.+)$', way_out)
    if added:
        proposals += [part for part in re.split(r'  ', added.group(1))]
    def stands_there(part):
        pattern = '.*'.join(re.escape(piece) for piece in squeezed(part).split('…'))
        return re.search(pattern, squeezed(mended_text)) is not None
    return not proposals or any(stands_there(part) for part in proposals)


def run_case(path, binary):
    """Returns what is wrong, or ''."""
    _, sections = parse_case(path.read_text(encoding='utf-8'))
    wrong = []
    try:
        files, _ = group_by_command(sections)
        mended = [section for section in files if is_mended(section)]
        packs = [section for section in files if not is_mended(section)]
        if not mended:
            raise BadCase('there is no "--- mended"')
        with tempfile.TemporaryDirectory(prefix='mended-') as temporary:
            folder = pathlib.Path(temporary).resolve()
            for section in packs:
                write_file(folder, section)
            for section in mended:
                name = section.title.partition(' ')[2] or packs[0].title.split(' ')[0]
                original = (folder / name).read_text(encoding='utf-8')
                _, output = check(folder, binary, name, '--error-format json')
                findings = [json.loads(line) for line in output.splitlines() if line.startswith('{')]
                if not findings:
                    raise BadCase(f'{name} has no findings')
                text = '\n'.join(mend(original.split('\n'), pieces_of(section.lines)))
                (folder / name).write_text(text, encoding='utf-8')
                status, output = check(folder, binary, name)
                if status != 0 or output:
                    wrong.append('the mended form has findings:\n' + output)
                for finding in findings:
                    if not is_proposed(finding, text):
                        wrong.append(f'the mended form is not what {finding["code"]} says: {finding["do"]}')
                fixed = with_fixes(original, findings)
                if fixed is not None:
                    (folder / name).write_text(fixed, encoding='utf-8')
                    status, output = check(folder, binary, name)
                    if status != 0 or output:
                        wrong.append('with the fixes there are findings:\n' + output)
    except BadCase as error:
        wrong.append(str(error))
    return '\n'.join(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('text', nargs='*')
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    cases = [path for path in sorted(CASES.glob('*.case'))
             if not arguments.text or any(text in path.name for text in arguments.text)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, wrong in zip(cases, pool.map(lambda path: run_case(path, binary), cases)):
            if wrong:
                failed += 1
                print(f'\nFAILED {path.relative_to(ROOT)}\n{wrong}')
    print(f'{len(cases) - failed} of {len(cases)} mended forms hold')
    return 1 if failed or not cases else 0


if __name__ == '__main__':
    sys.exit(main())
