#!/usr/bin/env python3
"""The two made-up institutions (examples/instelling): what they choose, and what their cohorts reach.

usage: tests/institutions_run.py [--binary build/wegwijzer]
       tests/institutions_run.py --bench [--binary …]         how long evaluating a thousand students takes

Of each institution, with all packs it uses: `check` finds nothing, the voorbeelden pass, and the cohort is read without an invalid cell or a
row set aside. Every signal, strength, opportunity and policy occurs in the cohort at least once, but for those that are for the other
sector (ELSEWHERE), which must then occur in the other one. The cohorts are what maak_cohorten.py makes, byte for byte. Translated to English, packs and
institution give the same results, texts apart.
"""
import argparse
import filecmp
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from support.running import ROOT, find_binary
from support.timing import processor_and_clock

PLACE = ROOT / 'examples' / 'instelling'
DATE = '2026-11-16'
INSTITUTIONS = {'hogeschool': 'hbo', 'roc': 'mbo'}
# What the other sector's students have, and these don't.
ELSEWHERE = {
    'hogeschool': {
        'acuut_handelen_mbo', 'gesprek_bij_18_jaar', 'helpen_zoeken_na_discriminatie_mbo', 'instrument_buiten_doelgroep', 'meldgrens_ongeoorloofd_verzuim',
        'naar_zelfstandigheid', 'overleggen_over_de_aanpak_mbo', 'rond_de_achttiende_verjaardag', 'schooltaal_onder_2F', 'schooltaal_ondersteunen',
        'tempo_bespreken', 'tempo_kan_omhoog', 'verwijzen_naar_zorgteam', 'verzuim_voorleggen', 'zelfstandig_werken_knelt',
        'zorgteam_na_psychische_hulpvraag', 'zorgteam_na_psychische_hulpvraag_en_drempel', 'zorgteam_na_regelingsvraag',
        'zorgteam_na_regelingsvraag_en_drempel'
    },
    'roc': {
        'acuut_handelen', 'decaan_na_hulpvraag', 'decaan_na_vertrouwd_gezicht', 'helpen_zoeken_na_discriminatie', 'ook_naar_later_vragen',
        'overleggen_over_de_aanpak', 'psycholoog_na_hulpvraag', 'psycholoog_na_vertrouwd_gezicht', 'studievaardigheden_knellen',
        'studievaardigheden_versterken', 'terugkoppeling_door_decaan', 'verwijzen_naar_decaan', 'verwijzen_naar_psycholoog'
    },
}
LONGEST_EVALUATION = 200  # ms, of a thousand students with all packs of an institution
FINDING = re.compile(r'^\S+ (?!N002)[FWN]\d{3} ', re.MULTILINE)  # N002: what was not examined
SUMMARY = re.compile(r'\b0 ongeldige cellen, 0 apart gelegde rijen')
TEXTS = ('title', 'explanation', 'because', 'notes', 'questions', 'place', 'data_problems')


def without_texts(value):
    if isinstance(value, dict):
        return {name: without_texts(part) for name, part in value.items() if name not in TEXTS}
    return [without_texts(part) for part in value] if isinstance(value, list) else value


class Institution:
    def __init__(self, binary, name):
        self.binary, self.name, self.faults = binary, name, []
        self.packs = [ROOT / 'rules' / INSTITUTIONS[name], PLACE / name]

    def run(self, *arguments, silent=False):
        done = subprocess.run([self.binary, *map(str, arguments), '--lang', 'nl'], capture_output=True, text=True, cwd=ROOT)
        if done.returncode != 0 or (silent and FINDING.search(done.stderr)):
            self.faults.append(f'{arguments[0]}: exit {done.returncode}\n{done.stderr[:2000]}')
        return done

    def evaluate(self, packs):
        """The student sees everything, so that nothing hides behind `restricted`."""
        done = self.run('evaluate', '--rules', *packs, '--data', PLACE / self.name / 'gegevens', '--date', DATE, '--role', 'student', '--format', 'jsonl')
        if not SUMMARY.search(done.stderr):
            self.faults.append(f'the cohort is not read clean:\n{done.stderr[:2000]}')
        return [json.loads(line) for line in done.stdout.splitlines()]

    def declared(self):
        model = self.run('show', 'model', *self.packs).stdout
        return {name for _, name in re.findall(r'^(signal|strength|opportunity|policy) (\w+)', model, re.MULTILINE)}

    @staticmethod
    def reached(students):
        names = set()
        for student in students:
            for kind in ('signals', 'strengths', 'opportunities'):
                names.update(found['id'] for found in student[kind])
            for advice in student['recommendations']:
                names.update(advice['policies'])
        return names

    def in_english(self, place):
        """All packs and the institution, translated in one go."""
        self.run('translate', '--to', 'en', ROOT / 'rules', PLACE / self.name, '--out', place / 'en')
        return [place / 'en' / INSTITUTIONS[self.name], place / 'en' / f'{self.name}']

    def hold(self):
        self.run('check', *self.packs, silent=True)
        self.run('test', *self.packs, silent=True)
        students = self.evaluate(self.packs)
        if len(students) != 1000:
            self.faults.append(f'{len(students)} students instead of 1000')
        declared, reached = self.declared(), self.reached(students)
        elsewhere = ELSEWHERE[self.name]
        for name in sorted(declared - reached - elsewhere):
            self.faults.append(f'no student has {name}')
        for name in sorted(elsewhere & reached):
            self.faults.append(f'{name} occurs here: take it from ELSEWHERE')
        with tempfile.TemporaryDirectory() as temporary:
            english = self.evaluate(self.in_english(pathlib.Path(temporary)))
        for dutch, other in zip(students, english):
            if without_texts(dutch) != without_texts(other):
                self.faults.append(f'in English other results for {dutch["student"]}')
        return reached


def bench(binary):
    """The step as the program times it itself, the shortest of several runs; the whole command beside it."""
    slow = False
    for name, bundle in INSTITUTIONS.items():
        command = [binary, 'evaluate', '--rules', ROOT / 'rules' / bundle, PLACE / name, '--data', PLACE / name / 'gegevens', '--date', DATE,
                   '--mentor', 'A. Bouzid', '--log', '/dev/stderr', '--lang', 'nl']
        steps = []
        for _ in range(7):
            processor, clock, done = processor_and_clock(command, ROOT, runs=1)
            steps.append((float(re.search(r'evaluate: ([0-9.]+) ms', done.stderr)[1]), processor, clock))
        step, processor, clock = (min(times) for times in zip(*steps))
        print(f'{name}: evaluating 1,000 students {step:.0f} ms, at most {LONGEST_EVALUATION} ms; from packs and files to the table '
              f'{1000 * processor:.0f} ms of the processor, {1000 * clock:.0f} ms by the clock')
        slow = slow or step >= LONGEST_EVALUATION
    return 1 if slow else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--binary')
    parser.add_argument('--bench', action='store_true')
    arguments = parser.parse_args()
    binary = find_binary(arguments.binary)
    if arguments.bench:
        return bench(binary)
    reached, faults = {}, []
    for name in INSTITUTIONS:
        institution = Institution(binary, name)
        reached[name] = institution.hold()
        faults += [f'{name}: {fault}' for fault in institution.faults]
    for name, elsewhere in ELSEWHERE.items():
        other = next(other for other in INSTITUTIONS if other != name)
        faults += [f'{one} occurs in neither cohort' for one in sorted(elsewhere - reached[other])]
    with tempfile.TemporaryDirectory() as temporary:
        subprocess.run([sys.executable, PLACE / 'maak_cohorten.py', temporary], check=True)
        for made in sorted(pathlib.Path(temporary).rglob('*.csv')):
            kept = PLACE / made.relative_to(temporary)
            if not kept.exists() or not filecmp.cmp(made, kept, shallow=False):
                faults.append(f'{kept.relative_to(ROOT)} is not what maak_cohorten.py makes')
    for fault in faults:
        print(fault)
    for name in INSTITUTIONS:
        print(f'{name}: {len(reached[name])} signals, strengths, opportunities and policies occur')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
