#!/usr/bin/env python3
"""Hold the word table of the language, dsl/words/words.def, to section 7 of the reference: every pair of words that stands
there is in the table, and the table has no other; the reserved words are the same.

usage: tests/words_run.py [FILE.md...]   (left out: the project's copy of the reference, and the one beside the repository)

A pair of the reference may be written as a phrase of several words of the table (`is niet een van` is not one of), with a
gap (`van … t/m` from … to) or as a list (`hoogste, laagste … van` highest, lowest … of).
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
OWN = ROOT / 'docs' / 'language.md'
SHARED = ROOT.parent / 'shared' / 'design' / 'language.md'
PAIR = re.compile(r'`([^`]+)` ([^·`:|]+)')
MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'.split()
# Of `taal nl`: the names of the languages are no words of either; the grammar of section 5 has them.
NAMES_OF_LANGUAGES = {('nl', 'nl'), ('en', 'en')}


def read_table():
    text = (ROOT / 'dsl' / 'words' / 'words.def').read_text(encoding='utf-8')
    words = {(nl, en) for nl, en in re.findall(r'^WORD\(\w+, "([^"]+)", "([^"]+)", \w+\)', text, re.MULTILINE)}
    aliases = set(re.findall(r'^ALIAS\(\w+, (nl|en), "([^"]+)"\)', text, re.MULTILINE))
    reserved = set(re.findall(r'^RESERVED\((nl|en), "([^"]+)"\)', text, re.MULTILINE))
    return words, aliases, reserved


def section_7(text):
    begin = text.index('\n## 7.')
    return text[begin:text.index('\n## 8.', begin)]


def items_of(text):
    return [item.strip() for item in text.split(',') if item.strip()]


def one_and_many(english):
    """`day(s)` is day and days."""
    return [english[:-3], english[:-3] + 's'] if english.endswith('(s)') else [english]


def pairs_of(nl, en):
    """The pairs that one entry of the reference stands for: cut at its gaps, its lists written out."""
    parts = list(zip(nl.split('…'), en.split('…')))
    if len(nl.split('…')) != len(en.split('…')):
        yield nl, en
        return
    for dutch, english in parts:
        dutch_items = [item.rstrip('.') for item in items_of(dutch)]
        english_items = [word for item in items_of(english) for word in one_and_many(item.rstrip('.'))]
        if len(dutch_items) == 1:  # `uur` hour(s)
            dutch_items *= len(english_items)
        if len(dutch_items) != len(english_items):
            yield nl, en
            return
        yield from zip(dutch_items, english_items)


def written_pairs(section):
    for line in section.split('\n'):
        cells = [cell.strip() for cell in line.strip().strip('|').split('|')]
        if not line.startswith('| ') or len(cells) != 2 or cells[0] in ('place', 'nl', 'en', '---'):
            continue
        for nl, en in PAIR.findall(cells[1]):
            yield from pairs_of(nl.strip(), en.strip().rstrip(','))


def take_apart(nl, en, words):
    """The words of the table that this phrase is made of, the longest first; none when it can't be made of them."""
    if not nl and not en:
        return []
    for dutch, english in sorted(words, key=lambda pair: -len(pair[0])):
        starts = (nl + ' ').startswith(dutch + ' ') and (en + ' ').startswith(english + ' ')
        if not starts:
            continue
        rest = take_apart(nl[len(dutch) + 1:], en[len(english) + 1:], words)
        if rest is not None:
            return [(dutch, english), *rest]
    return None


def check(path):
    words, aliases, reserved = read_table()
    section = section_7(path.read_text(encoding='utf-8'))
    wrong, used, count = [], set(), 0
    for nl, en in written_pairs(section):
        count += 1
        # `ja/nee` yes/no
        halves = list(zip(nl.split('/'), en.split('/'))) if '/' in en else [(nl, en)]
        for dutch, english in halves:
            made_of = take_apart(dutch, english, words)
            if made_of is None:
                wrong.append(f'`{dutch}` {english} is not in the word table')
            used.update(made_of or [])
    for nl, en in sorted(words - used - NAMES_OF_LANGUAGES):
        wrong.append(f'`{nl}` {en} is in the word table and not in section 7')
    for language in ('nl', 'en'):
        listed = re.search(rf'^\| {language} \| (.+) \|$', section, re.MULTILINE).group(1).split()
        own = {word for of, word in reserved if of == language}
        wrong += [f'`{word}` is reserved in section 7 only' for word in sorted(set(listed) - own)]
        wrong += [f'`{word}` is reserved in the word table only' for word in sorted(own - set(listed))]
    # "Both spellings are read" of months; section 4 has `voor de start`.
    english = {nl: en for nl, en in words if nl in MONTHS}
    spelled = {('nl', 'voor de start')}
    spelled |= {('nl', month.capitalize()) for month in MONTHS} | {('en', english.get(month, '').lower()) for month in MONTHS}
    wrong += [f'"{word}" ({language}) is read, or should be' for language, word in sorted(aliases ^ spelled)]
    return count, wrong


def main():
    files = [pathlib.Path(name) for name in sys.argv[1:]]
    if not files:
        files = [OWN]
        if SHARED.is_file():
            files.append(SHARED)
        else:
            print(f'only the project\'s own copy: there is no {SHARED.relative_to(ROOT.parent)} beside the repository')
    failed = False
    for path in files:
        count, wrong = check(path)
        for text in wrong:
            print(f'FAILED {path.name}: {text}')
        print(f'{path.name}: {count} pairs of words, {len(wrong)} wrong')
        failed = failed or bool(wrong) or count < 150
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
