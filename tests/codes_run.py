#!/usr/bin/env python3
"""Check the page of each code in docs/codes: complete in both languages, and its examples do what they say.

usage: tests/codes_run.py [--binary build/wegwijzer] [CODE...]    (only these codes)

Every code of the catalogue has a page; no page is of another code. A page (docs/codes/README.md says its form) has two to six
sentences in Dutch and in English, a wrong and a right example. The wrong example gives this code and no other; the right one
gives no finding at all. The program prints the page as it stands in the file: nothing in it is old. Golden cases are complete
by tests/catalogue_run.py.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import sys
import tempfile

from catalogue_run import catalogue
from golden_run import shared_text
from support.running import ROOT, find_binary, run_command

FOLDER = ROOT / 'docs' / 'codes'
HEADINGS = ('Nederlands', 'English', 'Fout, wrong', 'Goed, right')
FOUND = re.compile(r'^(?:\S+ )?([FWNG]\d{3}) (?!\()', re.M)  # a page has its kind behind the code

# What can't be shown alone: the finding that it is about stands there too.
COMES_WITH = {'F235': ('G007',), 'F320': ('W003',)}


# Whose examples need a server: without one (tests/postgres_run.py has it) only their words are looked into.
ON_SERVER = {f'F{number}' for number in range(390, 398)}
before_example = []  # what to call first


class Block:
    def __init__(self, form, name):
        self.form, self.name, self.lines = form, name, []

    def text(self):
        return ''.join(line + '\n' for line in self.lines)


def read_parts(text):
    """{heading: lines} of a page."""
    parts, heading = {}, None
    for line in text.splitlines():
        if line.startswith('## '):
            heading = line[3:]
            parts[heading] = []
        elif heading is not None:
            parts[heading].append(line)
    return parts


def read_blocks(lines):
    blocks, is_open = [], False
    for line in lines:
        if line.startswith('```'):
            if not is_open:
                form, _, name = line[3:].partition(' ')
                blocks.append(Block(form, name))
            is_open = not is_open
        elif is_open:
            blocks[-1].lines.append(line)
    return blocks


def paragraphs(lines):
    return [' '.join(piece.split('\n')) for piece in '\n'.join(lines).strip('\n').split('\n\n') if piece]


def sentences(text):
    return len(re.findall(r'[.?!](?= [A-Z`Ééı]|$)', text))


def findings(blocks, at_hand, binary):
    """The codes that an example gives, the worst status of its commands, and what they print."""
    for prepare in before_example:
        prepare()
    with tempfile.TemporaryDirectory(prefix='code-') as temporary:
        folder = pathlib.Path(temporary).resolve()
        commands, packs = [], []
        for block in [*at_hand, *blocks]:
            if block.form == 'console':
                commands += [line[2:] for line in block.lines if line.startswith('$ ')]
                continue
            name, text = block.name, block.text()
            if not name:
                name, text = 'proef.regels', shared_text('regels_kop') + text
            if block not in at_hand:
                packs.append(name)
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        output, worst = '', 0
        for command in commands or ['wegwijzer controleer ' + ' '.join(packs)]:
            outcome = run_command(command, folder, binary)
            worst = max(worst, outcome.status)
            output += outcome.stdout.decode() + '\n' + outcome.stderr.decode() + '\n'
        return set(FOUND.findall(output)), worst, output


def run_page(code, at_hand, binary):
    """Returns what is wrong with the page of a code."""
    path = FOLDER / f'{code}.md'
    if not path.is_file():
        return [f'there is no docs/codes/{code}.md']
    text = path.read_text(encoding='utf-8')
    parts, wrong = read_parts(text), []
    if not text.startswith(f'# {code}\n'):
        wrong.append(f'the first line is not "# {code}"')
    if tuple(parts) != HEADINGS:
        return wrong + [f'the headings are {list(parts)}']
    dutch, english = paragraphs(parts['Nederlands']), paragraphs(parts['English'])
    for language, said in (('Dutch', dutch), ('English', english)):
        if not 2 <= sum(map(sentences, said)) <= 6:
            wrong.append(f'{sum(map(sentences, said))} sentences in {language}, and there should be two to six')
    if dutch == english:
        wrong.append('both languages say the same words')
    examples = {part: read_blocks(parts[part]) for part in HEADINGS[2:]}
    for part, blocks in examples.items():
        if not blocks:
            wrong.append(f'"{part}" has no example')
            continue
        if code in ON_SERVER and 'WEGWIJZER_TEST_POSTGRESQL' not in os.environ:
            continue
        codes, status, output = findings(blocks, at_hand, binary)
        is_wrong_example = part == HEADINGS[2]
        expected = {code, *COMES_WITH.get(code, ())} if is_wrong_example else set()
        if codes != expected or status > (2 if is_wrong_example else 0):
            wrong.append(f'"{part}" gives {sorted(codes) or "no finding"}:\n{output.strip()}')
    for language, said in (('nl', dutch), ('en', english)):
        outcome = run_command(f'wegwijzer explain {code} --format json --lang {language}', ROOT, binary)
        try:
            page = json.loads(outcome.stdout)
        except ValueError:
            wrong.append('explain prints no page:\n' + outcome.stderr.decode())
            continue
        if page['code'] != code or page['meaning'] != said:
            wrong.append(f'explain --lang {language} says something else:\n' + '\n'.join(page['meaning']))
        for part, key in ((HEADINGS[2], 'wrong'), (HEADINGS[3], 'right')):
            printed = [(block['form'], block['name'] or '', block['text']) for block in page[key]]
            if printed != [(block.form, block.name, block.text()) for block in examples[part]]:
                wrong.append(f'explain has another "{key}"')
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('code', nargs='*')
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    at_hand = [block for block in read_blocks((FOLDER / 'README.md').read_text(encoding='utf-8').splitlines())
               if block.name]
    codes = catalogue()
    chosen = [code for code in sorted(codes) if not arguments.code or code in arguments.code]
    failed = 0
    for path in sorted(FOLDER.glob('[A-Z]*.md')):
        if path.stem not in codes and path.stem != 'README':
            failed += 1
            print(f'{path.relative_to(ROOT)} is of no code of the catalogue')
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for code, wrong in zip(chosen, pool.map(lambda code: run_page(code, at_hand, binary), chosen)):
            if wrong:
                failed += 1
                print(f'\nFAILED {code}\n' + '\n'.join(wrong))
    print(f'{len(chosen)} pages, {failed} wrong')
    return 1 if failed or not chosen else 0


if __name__ == '__main__':
    sys.exit(main())
