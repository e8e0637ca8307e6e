#!/usr/bin/env python3
"""Write the grammar that colours rules in VS Code, from the words of the language (dsl/words/words.def).

usage: tools/make_grammar.py [--check]      --check: writes nothing, fails when the file is another than it would write

The words of a file are those of one language: the first declaration that only one of the two has says which.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
GRAMMAR = ROOT / 'editors/vscode/syntaxes/regels.tmLanguage.json'
WORD = re.compile(r'^WORD\((\w+), "([^"]+)", "([^"]+)", (\w+)\)', re.MULTILINE)
ALIAS = re.compile(r'^ALIAS\((\w+), (nl|en), "([^"]+)"\)', re.MULTILINE)

# A letter, digit or `_` on neither side; `t/m` and `ja/nee` are words as well.
BEFORE, BEHIND = r'(?<![\p{L}\p{N}_])', r'(?![\p{L}\p{N}_])'
NAME = r'\p{L}[\p{L}\p{N}_]*'

# place -> scope, for words that count anywhere in a declaration
SCOPES = {
    'logic': 'keyword.operator.word', 'comparison': 'keyword.operator.word', 'term': 'support.function',
    'period': 'keyword.other.period', 'unit': 'keyword.other.unit', 'month': 'constant.other.date',
    'status': 'constant.language',
}
# These open a clause, or stand behind one.
CLAUSES = ('pack', 'data', 'calendar', 'model', 'value', 'signal', 'intervention', 'policy', 'plan', 'table', 'example')
CONSTANTS = {'low', 'medium', 'high', 'yes', 'no', 'line_first', 'line_second', 'line_external',
             'line_organisation', 'unique', 'first_hit', 'known', 'unknown', 'undetermined', 'possibly_higher', 'not_applicable'}


def pattern(words):
    """Any of the words, the longest first; white space in a phrase is free."""
    spelled = sorted(set(words), key=lambda word: (-len(word), word))
    return '(?:' + '|'.join(re.escape(word).replace(r'\ ', r'\s+') for word in spelled) + ')'


def anywhere(words):
    return BEFORE + pattern(words) + BEHIND


def read_words():
    text = (ROOT / 'dsl/words/words.def').read_text(encoding='utf-8')
    words = [{'id': id, 'nl': [nl], 'en': [en], 'place': place} for id, nl, en, place in WORD.findall(text)]
    by_id = {word['id']: word for word in words}
    for id, language, spelled in ALIAS.findall(text):
        by_id[id][language].append(spelled)
    return words


def of_language(words, language, scope):
    def spelled(keep):
        return [each for word in words if keep(word) for each in word[language]]

    declarations = spelled(lambda word: word['place'] == 'declaration')
    template = spelled(lambda word: word['id'] == 'explanation')
    types = spelled(lambda word: word['place'] == 'type' and word['id'] not in ('in_', 'from'))
    boolean = 'ja/nee' if language == 'nl' else 'yes/no'
    rules = [
        {'include': '#comment'},
        {'begin': f'({anywhere(template)})\\s*(")', 'end': '"|$', 'name': f'string.quoted.double.{scope}',
         'beginCaptures': {'1': {'name': f'keyword.other.clause.{scope}'}},
         'patterns': [{'include': '#escape'},
                      {'begin': r'\{', 'end': r'\}|$', 'name': f'meta.embedded.{scope}',
                       'patterns': [{'include': f'#{language}'}]}]},
        {'include': '#text'},
        {'match': f'^({pattern(declarations)}){BEHIND}(?:\\s+({NAME})(?:\\s*,\\s*({NAME}))?)?',
         'captures': {'1': {'name': f'keyword.control.declaration.{scope}'}, '2': {'name': f'entity.name.{scope}'},
                      '3': {'name': f'entity.name.{scope}'}}},
        {'match': f'^\\s+({NAME})(?=\\s*:(?!\\s*$))', 'captures': {'1': {'name': f'variable.other.field.{scope}'}}},
        {'match': f'(:)\\s*({pattern(types + [boolean])}){BEHIND}',
         'captures': {'1': {'name': f'punctuation.separator.{scope}'}, '2': {'name': f'storage.type.{scope}'}}},
        {'include': '#number'},
    ]
    constants = spelled(lambda word: word['id'] in CONSTANTS)
    rules.append({'match': anywhere(constants), 'name': f'constant.language.{scope}'})
    for place in dict.fromkeys(SCOPES):
        rules.append({'match': anywhere(spelled(lambda word: word['place'] == place and word['id'] not in CONSTANTS)),
                      'name': f'{SCOPES[place]}.{scope}'})
    clauses = spelled(lambda word: (word['place'] in CLAUSES or word['id'] in ('factor', 'source', 'in_', 'from', 'as_fraction', 'ascending'))
                      and word['id'] not in CONSTANTS)
    phrases = [word for word in clauses if ' ' in word]
    at_period = next(i for i, rule in enumerate(rules) if rule.get('name', '').startswith('constant.language'))
    rules.insert(at_period, {'match': anywhere(phrases), 'name': f'keyword.other.clause.{scope}'})
    rules.append({'match': anywhere(clauses), 'name': f'keyword.other.clause.{scope}'})
    rules.append({'match': NAME, 'name': f'variable.other.{scope}'})
    rules.append({'match': r'[<>]=?|<>|=|[-+*/]', 'name': f'keyword.operator.{scope}'})
    return {'patterns': rules}


def grammar():
    words, scope = read_words(), 'regels'
    own = {language: [each for word in words if word['place'] == 'declaration' and word['nl'] != word['en'] for each in word[language]]
           for language in ('nl', 'en')}
    return {
        '$schema': 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
        'comment': 'Written by tools/make_grammar.py from dsl/words/words.def.',
        'name': 'Wegwijzer',
        'scopeName': f'source.{scope}',
        'fileTypes': ['regels'],
        'patterns': [
            {'begin': f'(?=^{pattern(own["en"])}{BEHIND})', 'end': '(?!)', 'patterns': [{'include': '#en'}]},
            {'begin': f'(?=^{pattern(own["nl"])}{BEHIND})', 'end': '(?!)', 'patterns': [{'include': '#nl'}]},
            {'include': '#nl'},
        ],
        'repository': {
            'comment': {'match': '#.*$', 'name': f'comment.line.number-sign.{scope}'},
            'escape': {'match': r'\\["\\n{]', 'name': f'constant.character.escape.{scope}'},
            'text': {'begin': '"', 'end': '"|$', 'name': f'string.quoted.double.{scope}', 'patterns': [{'include': '#escape'}]},
            'number': {'match': r'(?<![\p{L}\p{N}_])(?:\d{4}-\d{2}-\d{2}|\d+(?:[.,]\d+)*)(?:\s?%)?', 'name': f'constant.numeric.{scope}'},
            'nl': of_language(words, 'nl', scope),
            'en': of_language(words, 'en', scope),
        },
    }


def main():
    text = json.dumps(grammar(), ensure_ascii=False, indent=2) + '\n'
    if '--check' not in sys.argv[1:]:
        GRAMMAR.write_text(text, encoding='utf-8')
        return 0
    if GRAMMAR.exists() and GRAMMAR.read_text(encoding='utf-8') == text:
        print('the grammar has the words of the language')
        return 0
    print(f'{GRAMMAR.relative_to(ROOT)} has other words than dsl/words/words.def: run tools/make_grammar.py')
    return 1


if __name__ == '__main__':
    sys.exit(main())
