#!/usr/bin/env python3
"""Run the voorbeelden that `check` shows with what it says about the thinking in a pack.

usage: tests/thinking_run.py [--binary build/wegwijzer]
       tests/thinking_run.py --bench [--binary …]     how long `check` of a pack of 300 signals and 100 policies takes

Of every golden case of a finding about the thinking, in Dutch and translated into English: each of these findings has a voorbeeld, and the
pack with that voorbeeld behind it passes its tests.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from support.running import ROOT
from support.timing import processor_and_clock

CODES = {'W107', 'W109', 'W110', 'W111', 'W112', 'W113', 'W114', 'W118', 'W119', 'W120'}
CASE = re.compile(r'^--- (\S+\.regels)(?: from (\S+))?\n(.*?)(?=^--- )', re.M | re.S)


def run(*command, cwd):
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def findings(binary, folder, name):
    outcome = run(binary, 'check', name, '--error-format', 'json', cwd=folder)
    lines = [json.loads(line) for line in outcome.stderr.splitlines() if line.startswith('{')]
    return [line for line in lines if line.get('code') in CODES]


def faults_of(binary, text, place):
    """What is wrong with the voorbeelden for this pack, and how many there are."""
    faults = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        (folder / 'proef.regels').write_text(text, encoding='utf-8')
        found = findings(binary, folder, 'proef.regels')
        for number, finding in enumerate(found):
            where = f'{place}:{finding["line"]} {finding["code"]}'
            if not finding['witness']:
                faults.append(f'{where} has no voorbeeld')
                continue
            name = f'met_{number}.regels'
            (folder / name).write_text(text + '\n' + finding['witness'], encoding='utf-8')
            outcome = run(binary, 'test', name, cwd=folder)
            if outcome.returncode != 0:
                faults.append(f'{where}: the voorbeeld fails\n{finding["witness"]}{outcome.stdout}{outcome.stderr}')
    return faults, len(found)


def large_pack():
    """300 signals with levels, windows and exceptions, and 100 policies over them."""
    text = (ROOT / 'tests/golden/shared/regels_kop').read_text(encoding='utf-8')
    for number in range(300):
        grade, share, hours = 2 + number % 8, 20 + 10 * (number % 6), number % 40  # each number in more places
        text += f'''
signaal s{number} "Signaal {number}"
  factor integratie
  ernst hoog   als gemiddelde aandeel van presenties in de laatste {3 + number % 7} lesweken < {share}% en uren < {hours} uur
  ernst midden als alle van:
    - gemiddelde aandeel van presenties in de laatste {3 + number % 7} lesweken < {share + 10}%
    - minstens {1 + number % 3} toetsen met cijfer < {grade},{number % 10} in de laatste {2 + number % 9} weken
    - motivatie < {2 + number % 3} of niveau is laag of uren > {hours} uur
  tenzij minstens 1 gesprek met soort is slb in de laatste {1 + number % 4} weken
'''
    text += '\ninterventie praten "Praten"\n  door slber\n'
    for number in range(100):
        text += f'''
beleid b{number} "Beleid {number}"
  als      (signaal s{3 * number} of signaal s{3 * number + 1}) en motivatie < {2 + number % 3}
  tenzij   minstens 1 gesprek met soort is docent in de laatste {1 + number % 6} weken
  adviseer praten binnen {1 + number % 5} weken
'''
        if number % 10:
            text += f'  gaat voor op b{number - 1}\n'
    return text


def bench(binary):
    with tempfile.TemporaryDirectory() as temporary:
        (pathlib.Path(temporary) / 'groot.regels').write_text(large_pack(), encoding='utf-8')
        outcome = run(binary, 'check', 'groot.regels', cwd=temporary)
        processor, clock, _ = processor_and_clock([binary, 'check', 'groot.regels'], temporary)
    print(outcome.stderr.splitlines()[-1] if outcome.stderr else 'nothing found')
    print(f'check of 300 signals and 100 policies: {1000 * processor:.0f} ms of the processor, {1000 * clock:.0f} ms by the clock')
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--bench', action='store_true')
    arguments = parser.parse_args()
    binary = pathlib.Path(arguments.binary).resolve()
    if not binary.exists():
        return 77
    if arguments.bench:
        return bench(binary)
    faults, shown = [], {}
    for path in sorted((ROOT / 'tests/golden/messages').glob('W1*.case')):
        if path.name[:4] not in CODES:
            continue
        for name, head, text in CASE.findall(path.read_text(encoding='utf-8')):
            start = (ROOT / 'tests/golden/shared' / head).read_text(encoding='utf-8') if head else ''
            with tempfile.TemporaryDirectory() as temporary:
                pack = pathlib.Path(temporary) / name
                pack.write_text(start + text, encoding='utf-8')
                english = run(binary, 'translate', name, '--to', 'en', cwd=temporary)
            if english.returncode != 0:
                faults.append(f'{path.name}: {english.stderr}')
            for language, written in (('nl', start + text), ('en', english.stdout)):
                more, count = faults_of(binary, written, f'{path.name} ({language})')
                faults += more
                shown[path.name[:4]] = shown.get(path.name[:4], 0) + count
    faults += [f'no finding {code} in its golden cases' for code in sorted(CODES) if not shown.get(code)]
    for fault in faults:
        print(fault)
    print(f'{sum(shown.values())} voorbeelden of {len(shown)} findings, {len(faults)} faults')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
