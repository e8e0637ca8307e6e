#!/usr/bin/env python3
"""Run the examples of the reference, docs/language.md section 12, and hold that every word of the language occurs in one.

usage: tests/reference_run.py [--binary build/wegwijzer] [TEXT...]   (only examples that hold TEXT; not the words)

A block of rules (```regels) stands behind the first one, the head, unless it declares a regelpakket itself. A block with a
file name lies beside the next one. Each must check without a finding and pass its voorbeelden, and hold a `verwacht`; its
translation into English must as well, and that turned back must be what `fmt` makes of it.
"""
import argparse
import pathlib
import re
import sys
import tempfile

from docs_run import blocks_of
from support.running import ROOT, find_binary, run_command

WORD = re.compile(r'^WORD\((\w+), "([^"]+)", "([^"]+)", (\w+)\)', re.MULTILINE)
TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')

# Of the language that a pack says it is in, each side has its own.
ONE_SIDE = {'language_nl': 'nl', 'language_en': 'en'}
# Not written in rules, but shown.
SHOWN = {'active', 'not_active', 'in_progress'}
# Where one spelling is several words in both languages, what must stand around it.
PLACES = {
    'line_first': r'lijn eerste', 'first_hit': r'trefwijze eerste', 'first': r'(?<!lijn )(?<!trefwijze )eerste \w+ van',
    'factor': r'^factor', 'field_factor': r'(met|en) \(?factor is|\(cluster is \w+ en factor is',
    'cluster': r'^cluster', 'field_cluster': r'\(cluster is',
    'role': r'^rol', 'field_role': r'en rol is', 'intervention': r'^interventie', 'field_intervention': r'\(interventie is',
    'severity': r'^ +ernst', 'field_severity': r'en ernst >=', 'weight': r'^ +sterkte', 'field_weight': r'sterkte van signalen',
    'type_date': r': datum', 'field_date': r'datum van opvolgingen',
    'type_duration': r': duur', 'duration': r'^ +duur', 'given': r'^ +gegeven \w+', 'given_consent': r'status is gegeven',
    'to': r't/m', 'from': r'van -?\d+ t/m', 'of': r'\w van toetsen', 'with': r'toetsen met', 'in_': r'getal in',
    'hour': r'\b1 uur', 'hours': r'(?<!\b1) uur', 'year': r'\b1 jaar', 'years': r'\b2 jaar',
    'percentage_point': r'\b1 procentpunt', 'percentage_points': r'\b15 procentpunt',
    'goal': r'^ +doel +aanwezig', 'purpose': r'^ +doel +"',
    'with_justification': r'met motivering',
    'set_to': r'in op', 'from_date': r'vanaf \d', 'because': r'omdat',
}


def bare(text):
    """The rules without texts and comments, with single spaces behind the indent."""
    lines = []
    for line in text.split('\n'):
        line = TEXT.sub('""', line).split('#')[0].rstrip()
        indent = line[:len(line) - len(line.lstrip())]
        lines.append(indent + re.sub(r'\s+', ' ', line.strip()))
    return '\n'.join(lines)


def occurs(pattern, text):
    return re.search(pattern, text, re.MULTILINE) is not None


def spelled(word):
    return r'(?<![\w/.])' + re.escape(word).replace(r'\ ', r'\s+') + r'(?![\w/])'


class Runner:
    def __init__(self, binary):
        self.binary, self.wrong, self.ran = binary, [], 0
        self.dutch, self.english = [], []

    def run(self, folder, command, where):
        """Returns what it printed on stdout and on stderr."""
        outcome = run_command(f'wegwijzer {command}', folder, self.binary)
        out, errors = outcome.stdout.decode('utf-8'), outcome.stderr.decode('utf-8')
        if outcome.status != 0:
            self.wrong.append(f'{where}: $ wegwijzer {command}\n{out}{errors}')
        return out, errors

    def without_findings(self, folder, name, where):
        # An example shows words, and is no whole pack: what a pack leaves unused or unsaid (W115 to W120) is not asked of it.
        _, findings = self.run(folder, f'check {name}', where)
        codes = re.findall(r'^\S+:\d+:\d+ ([A-Z]\d{3}) ', findings, re.M)
        if findings.strip() and not (codes and all('W115' <= code <= 'W120' for code in codes)):
            self.wrong.append(f'{where}: a finding\n{findings}')
        self.run(folder, f'test {name}', where)

    def example(self, text, beside, where):
        self.ran += 1
        if not re.search(r'^ +verwacht ', text, re.MULTILINE):
            self.wrong.append(f'{where}: it expects nothing')
        with tempfile.TemporaryDirectory(prefix='reference-') as temporary:
            folder = pathlib.Path(temporary)
            for language in ('nl', 'en', 'back'):
                (folder / language).mkdir()
            for name, body in [*beside, ('pack.regels', text)]:
                (folder / 'nl' / name).write_text(body, encoding='utf-8')
            for name, body in beside:
                english = self.run(folder, f'translate --to en nl/{name}', where)[0]
                (folder / 'en' / name).write_text(english, encoding='utf-8')
                (folder / 'back' / name).write_text(body, encoding='utf-8')
            self.without_findings(folder, 'nl/pack.regels', where)
            english = self.run(folder, 'translate --to en nl/pack.regels', where)[0]
            (folder / 'en' / 'pack.regels').write_text(english, encoding='utf-8')
            self.without_findings(folder, 'en/pack.regels', where)
            # The other pack is then in English as well: packs in use may differ in language.
            back = self.run(folder, 'translate --to nl en/pack.regels', where)[0]
            self.run(folder, 'fmt nl/pack.regels', where)
            laid_out = (folder / 'nl' / 'pack.regels').read_text(encoding='utf-8')
            if back != laid_out:
                self.wrong.append(f'{where}: there and back is not what fmt makes of it:\n{back}\n--- fmt\n{laid_out}')
            self.dutch += [text, *(body for _, body in beside)]
            self.english.append(english)

    def words(self):
        table = WORD.findall((ROOT / 'dsl' / 'words' / 'words.def').read_text(encoding='utf-8'))
        dutch, english = bare('\n'.join(self.dutch)), bare('\n'.join(self.english))
        known = {word for word, *_ in table}
        for name in (SHOWN | set(PLACES)) - known:
            self.wrong.append(f'{name} is no word of the table')
        for word, nl, en, _ in table:
            if word in SHOWN:
                continue
            pattern = PLACES.get(word, spelled(nl))
            if ONE_SIDE.get(word, 'nl') == 'nl' and not occurs(pattern, dutch):
                self.wrong.append(f'`{nl}` ({word}) occurs in no example')
            if ONE_SIDE.get(word, 'en') == 'en' and not occurs(spelled(en), english):
                self.wrong.append(f'`{en}` ({word}) occurs in no example in English')
        # Two words with one spelling in both languages are told apart by what stands around them.
        spellings = {}
        for word, nl, en, _ in table:
            spellings.setdefault((nl, en), []).append(word)
        for same in spellings.values():
            unplaced = [word for word in same if word not in PLACES] if len(same) > 1 else []
            if len(unplaced) > 1:
                self.wrong.append(f'{", ".join(unplaced)} can\'t be told apart: say what stands around them')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('texts', nargs='*')
    arguments = parser.parse_args()
    runner = Runner(find_binary(arguments.binary))
    document = (ROOT / 'docs' / 'language.md').read_text(encoding='utf-8')
    head, beside = None, []
    for language, name, lines in blocks_of(document.split('\n')):
        body = '\n'.join(lines) + '\n'
        if language != 'regels':
            continue
        if head is None:
            head = body
            continue
        if name:
            beside.append((name, body))
            continue
        is_pack = body.startswith('regelpakket')
        if all(text in body for text in arguments.texts):
            first = next(line for line in lines if line.strip())
            runner.example(body if is_pack else head + '\n' + body, beside, f'the example with `{first.strip()}`')
        beside = []
    if not arguments.texts:
        runner.words()
    for text in runner.wrong:
        print(f'\nFAILED {text}')
    print(f'{runner.ran} examples, {len(runner.wrong)} wrong')
    return 1 if runner.wrong or not runner.ran else 0


if __name__ == '__main__':
    sys.exit(main())
