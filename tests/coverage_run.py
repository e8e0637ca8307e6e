#!/usr/bin/env python3
"""Run what `test --coverage` and `test --mutate` say and the voorbeelden they make.

usage: tests/coverage_run.py [--binary build/wegwijzer]

Of each published rule (tests/golden/corpus), in Dutch and translated into English:
  - at least 90% of its places are covered;
  - with the voorbeelden that are proposed pasted behind it, the pack passes, and each place that one was made for is covered;
  - the same of the pack without any voorbeeld of its own: what is made from nothing covers what it says;
  - with the voorbeelden that are proposed for small changes pasted behind it, the pack passes, and each change that one was made for
    is noticed. Of the pack with every second voorbeeld left out too.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from support.running import ROOT

LEAST_SHARE = 0.9       # of the places of a published rule
LEAST_FROM_NOTHING = 0.9  # of the places of all of them, by what is made without any voorbeeld


def run(*command, cwd):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def coverage_of(binary, folder, name):
    """Whether all passes, and the coverage."""
    outcome = run(binary, 'test', name, '--coverage', '--format', 'json', cwd=folder)
    packs = json.loads(outcome.stdout)['packs']
    return outcome.returncode == 0, packs[0].get('coverage'), outcome.stdout + outcome.stderr


def key_of(place):
    return place['kind'], place['line'], place['column'], place['end']['line'], place['end']['column'], place['owner']


def faults_of(binary, text, where):
    """What is wrong, the share before, and (made for, places) of what was proposed."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / 'nu.regels').write_text(text, encoding='utf-8')
        passed, before, told = coverage_of(binary, folder, 'nu.regels')
        if not passed or before is None:
            return [f'{where}: {told}'], 0, (0, 0)
        faults = []
        if before['covered'] != sum(place['state'] == 'covered' for place in before['places']):
            faults.append(f'{where}: {before["covered"]} covered, and another number in the list')
        if before['of'] != sum(place['state'] != 'cannot' for place in before['places']):
            faults.append(f'{where}: {before["of"]} places, and another number in the list')
        pasted = text + ''.join('\n' + proposal['text'] for proposal in before['proposals'])
        (folder / 'straks.regels').write_text(pasted, encoding='utf-8')
        passed, after, told = coverage_of(binary, folder, 'straks.regels')
        if not passed:
            return [f'{where}: a proposed voorbeeld fails\n{told}'], 0, (0, 0)
        states = {}
        for place in after['places']:
            states.setdefault(key_of(place), []).append(place['state'])
        for place in before['places']:
            if place['proposal'] is not None and 'not_covered' in states[key_of(place)]:
                faults.append(f'{where}:{place["line"]} {place["what"]}: not covered by voorbeeld {place["proposal"] + 1}')
            if place['state'] == 'not_covered' and place['proposal'] is None and not place['why_none']:
                faults.append(f'{where}:{place["line"]} {place["what"]}: no voorbeeld, and no reason')
        if after['cannot'] != before['cannot'] or after['of'] != before['of']:
            faults.append(f'{where}: voorbeelden change how many places there are')
        share = before['covered'] / before['of'] if before['of'] else 1
        return faults, share, (after['covered'], after['of'])


def without_examples(text, word, keep_every=0):
    """Declarations begin in the first column; a voorbeeld goes with the lines that hang on it."""
    seen = 0

    def kept(match):
        nonlocal seen
        seen += 1
        return match.group() if keep_every and seen % keep_every == 0 else ''

    return re.sub(rf'^{word} ".*\n(?:(?:[ \t].*|)\n)*', kept, text, flags=re.M)


def mutation_of(binary, folder, name):
    outcome = run(binary, 'test', name, '--mutate', '--format', 'json', cwd=folder)
    return outcome.returncode == 0, json.loads(outcome.stdout)['packs'][0].get('mutation'), outcome.stdout + outcome.stderr


def mutation_faults(binary, text, where):
    """What is wrong, and how many changes were noticed before and after, of how many."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / 'nu.regels').write_text(text, encoding='utf-8')
        passed, before, told = mutation_of(binary, folder, 'nu.regels')
        if not passed or before is None:
            return [f'{where}: {told}'], (0, 0, 0)
        faults = []
        if before['noticed'] != sum(change['fate'] == 'noticed' for change in before['changes']):
            faults.append(f'{where}: {before["noticed"]} noticed, and another number in the list')
        pasted = text + ''.join('\n' + proposal['text'] for proposal in before['proposals'])
        (folder / 'straks.regels').write_text(pasted, encoding='utf-8')
        passed, after, told = mutation_of(binary, folder, 'straks.regels')
        if not passed:
            return [f'{where}: a proposed voorbeeld fails\n{told}'], (0, 0, 0)
        for now, then in zip(before['changes'], after['changes'], strict=True):
            if now['proposal'] is not None and then['fate'] != 'noticed':
                faults.append(f'{where}:{now["line"]} {now["after"]}: not noticed by voorbeeld {now["proposal"] + 1}')
            if now['fate'] == 'same' and then['fate'] != 'same':
                faults.append(f'{where}:{now["line"]} {now["after"]}: said to change nothing, and noticed')
        return faults, (before['noticed'], after['noticed'], after['of'])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    binary = pathlib.Path(parser.parse_args().binary).resolve()
    if not binary.exists():
        return 77
    faults, made, places, packs, changes = [], 0, 0, 0, [0, 0, 0]
    for path in sorted((ROOT / 'tests/golden/corpus').glob('C*/*.regels')):
        with tempfile.TemporaryDirectory() as temporary:
            (pathlib.Path(temporary) / path.name).write_text(path.read_text(encoding='utf-8'), encoding='utf-8')
            english = run(binary, 'translate', path.name, '--to', 'en', cwd=temporary)
        if english.returncode != 0:
            faults.append(f'{path.name}: {english.stderr}')
        packs += 1
        for word, text in (('voorbeeld', path.read_text(encoding='utf-8')), ('example', english.stdout)):
            where = f'{path.parent.name} ({word})'
            more, share, after = faults_of(binary, text, where)
            faults += more
            if share < LEAST_SHARE:
                faults.append(f'{where}: {share:.1%} covered')
            more, _, from_nothing = faults_of(binary, without_examples(text, word), f'{where} without voorbeelden')
            faults += more
            made, places = made + from_nothing[0], places + from_nothing[1]
            more, whole = mutation_faults(binary, text, f'{where} changed')
            faults += more
            more, half = mutation_faults(binary, without_examples(text, word, 2), f'{where} changed, half of the voorbeelden')
            faults += more
            changes = [total + one for total, one in zip(changes, half)]
            if word == 'voorbeeld':
                print(f'{path.parent.name}: {share:.1%} covered; {after[0]} of {after[1]} with what is proposed; '
                      f'{from_nothing[0]} of {from_nothing[1]} with what is made from nothing; '
                      f'{whole[0]} of {whole[2]} changes noticed, {whole[1]} with what is proposed')
    if packs < 12:
        faults.append(f'{packs} packs')
    if made < LEAST_FROM_NOTHING * places:
        faults.append(f'from nothing {made} of {places} places')
    if changes[1] <= changes[0]:
        faults.append('no voorbeeld was made that notices a change')
    print(f'with half of the voorbeelden {changes[0]} of {changes[2]} changes noticed, {changes[1]} with what is proposed')
    for fault in faults:
        print(fault)
    print(f'{packs} packs in two languages; from nothing {made} of {places} places ({made / places:.1%}); {len(faults)} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
