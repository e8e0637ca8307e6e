#!/usr/bin/env python3
"""A year of follow-up: weekly runs of an institution whose mentors answer the advice, and each week all of it counted again.

usage: tests/year_run.py [--binary build/wegwijzer] [--seed N] [--weeks N] [--students N]

Presence, motivation and answers come from a seed. Every Monday `evaluate --store --keep` gives the advice; in the week the mentors
answer some of it with `record --import`. Nothing of the program is used to tell what should come out: presence is averaged, entries
are looked through and dates are added here. Each week holds:

  what is in progress is marked so, and nothing else is; its deadline counts from the day it was taken up, and may be past
  `hooguit eens per` holds back what was just done, `pas na` puts what must come first in its place
  consent: given, to be asked, or refused and then not advised
  escalation as the rules say it: after two talks without effect, and only then
  each (student, intervention, role) once, with since when it stands; what is new; what has lapsed, with reasons that are true
  what should have been done comes first on the list, behind nothing
  without --keep the file of the store stays as it is, and the same comes out
  `diff` of the last two runs counts what came and went, and hours, as they are counted here

At the end the log verifies, three runs that are drawn give the same once more with the data of their weeks, whatever was recorded
since, and a second year from the same seed gives the same bytes week by week. The year is 40 weeks of 40 students; WEGWIJZER_SOAK=1: of 200, from a fresh seed.
"""
import argparse
import collections
import datetime
import hashlib
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

from support.running import ROOT, find_binary

RULES = ROOT / 'tests' / 'year' / 'begeleiding.regels'
FIRST_MONDAY = datetime.date(2026, 9, 14)
MINUTES = {'gesprek': 30, 'overleg': 15, 'verkenning': 45}
ROLE_OF = {'gesprek': 'slber', 'overleg': 'docent', 'verkenning': 'decaan', 'aandacht': 'slber'}
TITLE_OF_SIGNAL = {'lage_presentie': 'Lage presentie', 'weinig_motivatie': 'Weinig motivatie', 'zorgelijk': 'Zorgen'}


class Failure(Exception):
    pass


def demand(condition, what):
    if not condition:
        raise Failure(what)


class Student:
    def __init__(self, key, draw, mentors):
        self.key, self.draw = key, draw
        self.mentor = draw.choice(mentors)
        self.base = draw.uniform(40, 95)
        self.motivation = draw.choice([None, 1, 2, 3, 4, 5])
        self.cares = draw.random() < 0.2
        self.presence = []  # (day, percentage)

    def live_a_week(self, monday):
        self.base = min(100, max(5, self.base + self.draw.uniform(-12, 12)))
        self.presence.append((monday - datetime.timedelta(days=3), round(self.base)))
        if self.draw.random() < 0.08:
            self.motivation = self.draw.choice([None, 1, 2, 3, 4, 5])
        if self.draw.random() < 0.05:
            self.cares = not self.cares

    def record(self):
        return {'studentnummer': self.key, 'naam': f'Naam {self.key}', 'mentor': self.mentor, 'startdatum': '2026-08-31',
                'motivatie': self.motivation, 'zorgen': self.cares,
                'presenties': [{'datum': day.isoformat(), 'aandeel': share} for day, share in self.presence]}

    def signals(self, monday):
        found = set()
        recent = [share for day, share in self.presence if monday - datetime.timedelta(days=21) < day <= monday]
        if recent and sum(recent) < 70 * len(recent):
            found.add('lage_presentie')
        if self.motivation is not None and self.motivation < 3:
            found.add('weinig_motivatie')
        if self.cares:
            found.add('zorgelijk')
        return found


def working_days_after(day, count):
    while count:
        day += datetime.timedelta(days=1)
        count -= day.weekday() < 5
    return day


class Answers:
    """What the mentors recorded, per student and intervention, in order."""

    def __init__(self):
        self.followups = collections.defaultdict(list)  # (day, status)
        self.consents = collections.defaultdict(list)

    def in_progress_since(self, student, intervention):
        since = None
        for day, status in self.followups[student, intervention]:
            if status in ('proposed', 'planned'):
                since = since or day
            else:
                since = None
        return since

    def done_within(self, student, intervention, monday, days):
        return any(status in ('done', 'completed') and monday - datetime.timedelta(days=days) < day <= monday
                   for day, status in self.followups[student, intervention])

    def was_done(self, student, intervention):
        return any(status in ('done', 'completed') for _, status in self.followups[student, intervention])

    def talks_done(self, student, monday):
        return sum(status == 'done' and monday - datetime.timedelta(days=70) < day <= monday
                   for day, status in self.followups[student, 'gesprek'])

    def consent(self, student):
        given = self.consents[student]
        return given[-1][1] if given else None


def expected_advice(student, answers, monday):
    """{(intervention, role): (due, consent, since in progress, policies)} by the rules as a person reads them."""
    key, signals = student.key, student.signals(monday)
    wanted = []  # (policy, intervention, due from a day)

    def weeks(count):
        return lambda day: day + datetime.timedelta(days=7 * count)

    if 'lage_presentie' in signals:
        wanted.append(('praten', 'gesprek', weeks(1)))
    if 'weinig_motivatie' in signals:
        comes_first = not answers.was_done(key, 'gesprek') and answers.in_progress_since(key, 'overleg') is None
        wanted.append(('samen', 'gesprek' if comes_first else 'overleg', weeks(2)))
    if 'lage_presentie' in signals and answers.talks_done(key, monday) >= 2:
        wanted.append(('opschalen', 'verkenning', lambda day: working_days_after(day, 10)))
    if 'zorgelijk' in signals:
        wanted.append(('zorg', 'aandacht', weeks(1)))
    advice = {}
    for policy, intervention, due_from in wanted:
        since = answers.in_progress_since(key, intervention)
        if intervention == 'gesprek' and since is None and answers.done_within(key, 'gesprek', monday, 21):
            continue
        consent = 'not_needed'
        if intervention == 'verkenning':
            state = answers.consent(key)
            if state in ('refused', 'withdrawn'):
                continue
            consent = 'given' if state == 'given' else 'ask'
        due = due_from(since or monday)
        pair = intervention, ROLE_OF[intervention]
        if pair in advice:
            old = advice[pair]
            advice[pair] = min(old[0], due), consent, since, old[3] | {policy}
        else:
            advice[pair] = due, consent, since, {policy}
    return advice


class Year:
    def __init__(self, binary, folder, seed, weeks, students):
        self.binary, self.folder, self.weeks = binary, folder, weeks
        self.draw = random.Random(seed)
        mentors = ['M. de Vries', 'A. Bouzid', 'K. Jansen']
        self.students = [Student(f'S{number:03}', random.Random(f'{seed}/{number}'), mentors) for number in range(1, students + 1)]
        self.answers = Answers()
        self.before = None      # {student: {pair: since}} of the last week
        self.advised_before = None
        self.outputs = []
        self.seen = collections.Counter()
        # Runs that are done once more at the end.
        self.drawn = sorted(self.draw.sample(range(1, weeks + 1), min(3, weeks)))

    def run(self, *arguments, status=0):
        done = subprocess.run([str(self.binary), *arguments], cwd=self.folder, capture_output=True, text=True,
                              env={**os.environ, 'LC_ALL': 'C.UTF-8'})
        demand(done.returncode == status, f'{arguments} ended with {done.returncode}:\n{done.stdout}{done.stderr}')
        return done.stdout

    def evaluate(self, monday, *more):
        return self.run('evaluate', '--rules', str(RULES), '--data', 'studenten.jsonl', '--date', monday.isoformat(), '--store', 'dossier.db',
                        *more)

    def store_hash(self):
        return hashlib.sha256((self.folder / 'dossier.db').read_bytes()).hexdigest()

    def live(self):
        for week in range(self.weeks):
            monday = FIRST_MONDAY + datetime.timedelta(weeks=week)
            for student in self.students:
                student.live_a_week(monday)
            records = ''.join(json.dumps(student.record()) + '\n' for student in self.students)
            (self.folder / 'studenten.jsonl').write_text(records, encoding='utf-8')
            if week + 1 in self.drawn:
                (self.folder / f'week{week + 1}').mkdir()
                (self.folder / f'week{week + 1}' / 'studenten.jsonl').write_text(records, encoding='utf-8')
            self.week(week, monday)
        self.end()

    def week(self, week, monday):
        kept = self.evaluate(monday, '--role', 'decaan', '--format', 'jsonl', '--keep', '--by', 'A. Tester')
        before = self.store_hash()
        again = self.evaluate(monday, '--role', 'decaan', '--format', 'jsonl')
        demand(before == self.store_hash(), f'{monday}: a run without --keep wrote in the store')
        demand(kept == again, f'{monday}: the same command gives something else once it has been kept')
        table = self.evaluate(monday, '--role', 'decaan')
        self.outputs += [kept, table, self.evaluate(monday), self.evaluate(monday, '--format', 'csv')]
        reports = [json.loads(line) for line in kept.splitlines()]
        advised = self.check(monday, reports)
        self.check_order(monday)
        if week:
            self.check_diff(monday, week, advised)
        self.advised_before = advised
        self.answer(monday, reports)

    def check(self, monday, reports):
        """Each student against what was counted here. Returns {student: set of pairs}."""
        demand(len(reports) == len(self.students), 'a student is missing')
        standing, advised = {}, {}
        for student, report in zip(self.students, reports):
            place = f'{monday}, {student.key}'
            expected = expected_advice(student, self.answers, monday)
            found = {}
            for one in report['recommendations']:
                pair = one['intervention'], one['role']
                demand(pair not in found, f'{place}: {pair} is there twice')
                found[pair] = one
            demand(set(found) == set(expected), f'{place}: advised {sorted(found)}, and it should be {sorted(expected)}')
            now = {}
            for pair, (due, consent, since, policies) in expected.items():
                one = found[pair]
                demand(one['in_progress'] == (since is not None), f'{place}: {pair} in progress: {one["in_progress"]}')
                demand(one['due'] == due.isoformat(), f'{place}: {pair} due {one["due"]}, and it should be {due}')
                demand(one['consent'] == consent, f'{place}: {pair} consent {one["consent"]}')
                demand(set(one['policies']) == policies, f'{place}: {pair} by {one["policies"]}')
                self.seen['in progress'] += since is not None
                self.seen['late'] += due < monday
                self.seen['consent ' + consent] += pair[0] == 'verkenning'
                self.seen['escalated'] += pair[0] == 'verkenning'
                self.seen['came first'] += pair[0] == 'gesprek' and 'samen' in policies
                if self.before is None:
                    demand('since' not in one and 'is_new' not in one, f'{place}: compared with nothing')
                    now[pair] = monday
                else:
                    earlier = self.before.get(student.key, {})
                    now[pair] = earlier.get(pair, monday)
                    demand(one['since'] == now[pair].isoformat(), f'{place}: {pair} since {one["since"]}, and it should be {now[pair]}')
                    demand(one['is_new'] == (pair not in earlier), f'{place}: {pair} is new: {one["is_new"]}')
                    self.seen['new'] += one['is_new']
                    self.seen['stands'] += not one['is_new']
            if self.before is not None:
                self.check_lapsed(place, student, report, now, monday)
            standing[student.key], advised[student.key] = now, set(expected)
        self.before = standing
        return advised

    def check_lapsed(self, place, student, report, now, monday):
        earlier = self.before.get(student.key, {})
        demand(report['compared_with'] == (monday - datetime.timedelta(days=7)).isoformat(), f'{place}: compared with another day')
        lapsed = {(one['intervention'], one['role']): one for one in report['lapsed']}
        demand(set(lapsed) == set(earlier) - set(now), f'{place}: lapsed {sorted(lapsed)}')
        signals = student.signals(monday)
        for pair, one in lapsed.items():
            demand(one['since'] == earlier[pair].isoformat(), f'{place}: lapsed {pair} since {one["since"]}')
            demand(one['because'], f'{place}: nothing is said of why {pair} lapsed')
            for reason in one['because']:
                self.seen['lapsed: ' + reason.split('`')[0].split(' op ')[0]] += 1
                for signal, title in TITLE_OF_SIGNAL.items():
                    if reason == f'`{title}` geldt niet meer':
                        demand(signal not in signals, f'{place}: {title} is said to hold no more')
                if reason.startswith('al gedaan op '):
                    demand(self.answers.done_within(student.key, pair[0], monday, 21), f'{place}: {pair} was not done')
                if reason.startswith('gedaan op '):
                    demand(self.answers.was_done(student.key, pair[0]), f'{place}: {pair} was not done')
            gone = {TITLE_OF_SIGNAL[s] for s in TITLE_OF_SIGNAL if s not in signals}
            told = {reason.split('`')[1] for reason in one['because'] if reason.endswith('geldt niet meer')}
            demand(told <= gone, f'{place}: {told} are said to hold no more')

    def check_order(self, monday):
        shown = json.loads(self.run('show', 'caseload', '--rules', str(RULES), '--data', 'studenten.jsonl', '--date', monday.isoformat(),
                                    '--store', 'dossier.db', '--role', 'decaan'))
        group, turns = None, []
        for student in shown['students']:
            advice = student['report']['recommendations']
            late = [one['due'] < monday.isoformat() for one in advice]
            demand(late == sorted(late, reverse=True), f'{monday}: what is late does not come first of {student["report"]["student"]}')
            if student['group'] != group:
                group, turns = student['group'], []
            turns.append(not any(late))
            demand(turns == sorted(turns), f'{monday}: who is late does not come first in {group}')

    def check_diff(self, monday, week, advised):
        compared = self.run('diff', str(week), str(week + 1), '--store', 'dossier.db', '--role', 'decaan', '--format', 'json')
        self.outputs += [compared, self.run('diff', str(week), str(week + 1), '--store', 'dossier.db')]
        result = json.loads(compared)
        came, went = set(), set()
        for one in result['students']:
            for change in one['advice']:
                pair = one['student'], change['intervention']
                if change['change'] == 'came':
                    came.add(pair)
                if change['change'] == 'went':
                    went.add(pair)
                demand(change['because'], f'{monday}: no reason for {pair}')
                demand('rules' not in [reason['kind'] for reason in change['because']], f'{monday}: the rules did not change')
        expected_came = {(key, pair[0]) for key, pairs in advised.items() for pair in pairs - self.advised_before[key]}
        expected_went = {(key, pair[0]) for key, pairs in self.advised_before.items() for pair in pairs - advised[key]}
        demand(came == expected_came, f'{monday}: diff says {sorted(came ^ expected_came)} came otherwise')
        demand(went == expected_went, f'{monday}: diff says {sorted(went ^ expected_went)} went otherwise')
        for side, pairs_of in (('before', self.advised_before), ('after', advised)):
            minutes, without = collections.Counter(), collections.Counter()
            for pairs in pairs_of.values():
                for intervention, role in pairs:
                    if intervention in MINUTES:
                        minutes[role] += MINUTES[intervention]
                    else:
                        without[role] += 1
            for role in result['roles']:
                load = role[side]
                demand((load['minutes'], load['without_duration']) == (minutes[role['role']], without[role['role']]),
                       f'{monday}: hours of {role["role"]} {side}')
        totals = result['totals']
        demand(totals['comes_on'] == sum(bool(advised[k]) and not self.advised_before[k] for k in advised), f'{monday}: who comes on')
        demand(totals['goes_off'] == sum(bool(self.advised_before[k]) and not advised[k] for k in advised), f'{monday}: who goes off')
        self.seen['comes on'] += totals['comes_on']
        self.seen['goes off'] += totals['goes_off']

    def answer(self, monday, reports):
        lines = []
        for student, report in zip(self.students, reports):
            for one in report['recommendations']:
                intervention, role, key = one['intervention'], one['role'], student.key
                day = monday + datetime.timedelta(days=self.draw.randint(1, 4))
                about = {'student': key, 'intervention': intervention, 'date': day.isoformat()}
                if one['consent'] == 'ask' and self.draw.random() < 0.5:
                    state = self.draw.choice(['given', 'given', 'refused'])
                    lines.append({**about, 'consent': state})
                    self.answers.consents[key].append((day, state))
                    continue
                if one['consent'] == 'given' and self.draw.random() < 0.1:
                    lines.append({**about, 'consent': 'withdrawn'})
                    self.answers.consents[key].append((day, 'withdrawn'))
                    continue
                status = self.draw.choices(['', 'proposed', 'planned', 'done', 'waived', 'completed'], [50, 5, 15, 20, 5, 5])[0]
                if not status:
                    continue
                line = {**about, 'role': role, 'status': status}
                if status == 'planned':
                    line['planned_on'] = (day + datetime.timedelta(days=5)).isoformat()
                if status == 'done':
                    line['outcome'] = 'besproken'
                if status == 'waived':
                    line.update(waiver='postponed', reason='op stage')
                lines.append(line)
                self.answers.followups[key, intervention].append((day, status))
        if lines:
            (self.folder / 'lijst.jsonl').write_text(''.join(json.dumps(line) + '\n' for line in lines), encoding='utf-8')
            self.run('record', '--store', 'dossier.db', '--import', 'lijst.jsonl', '--by', 'M. de Vries', '--rules', str(RULES))
        self.seen['answers'] += len(lines)

    def end(self):
        verified = json.loads(self.run('log', 'verify', '--store', 'dossier.db', '--format', 'json'))
        demand(verified['runs'] == self.weeks and not verified['broken'], f'the log does not verify: {verified}')
        # With the data of that week, and without what was recorded later, the same comes out.
        for run in self.drawn:
            again = json.loads(self.run('log', 'replay', str(run), '--store', 'dossier.db', '--rules', str(RULES), '--data',
                                        f'week{run}/studenten.jsonl', '--format', 'json'))
            demand(again['same_outcome'] and all(again['same_inputs'].values()), f'run {run} gives something else: {again}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--seed', type=int)
    parser.add_argument('--weeks', type=int, default=40)
    parser.add_argument('--students', type=int)
    arguments = parser.parse_args()
    soak = bool(os.environ.get('WEGWIJZER_SOAK'))
    seed = arguments.seed if arguments.seed is not None else random.randrange(1 << 30) if soak else 7
    students = arguments.students or (200 if soak else 40)
    binary = find_binary(arguments.binary)
    print(f'seed {seed}, {arguments.weeks} weeks, {students} students')
    years = []
    try:
        for _ in range(2):
            with tempfile.TemporaryDirectory(prefix='year-') as folder:
                year = Year(binary, pathlib.Path(folder), seed, arguments.weeks, students)
                year.live()
                years.append(year)
        demand(years[0].outputs == years[1].outputs, 'the same year gives other bytes the second time')
    except Failure as failure:
        print(f'FAILED: {failure}')
        return 1
    seen = years[0].seen
    print(', '.join(f'{what} {count}' for what, count in sorted(seen.items())))
    if arguments.weeks >= 40:
        for what in ('in progress', 'late', 'consent ask', 'consent given', 'escalated', 'came first', 'new', 'stands', 'comes on', 'goes off'):
            if not seen[what]:
                print(f'FAILED: the year never shows "{what}", so that it was not checked')
                return 1
    print('the year holds, twice')
    return 0


if __name__ == '__main__':
    sys.exit(main())
