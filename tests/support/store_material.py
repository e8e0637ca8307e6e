"""What the tests of the case store put in it: rules of which each student gives a kept run something to hold, and answers."""

OUTCOME = 'besproken; "rooster" aangepast ' * 20
LINES_OF_LIST = 40
PACK = '''regelpakket proef "Proef"
  eigenaar "Dienst Studentzaken"  doel "Begeleiding aanbieden"  rechtsgrond "AVG art. 6 lid 1 onder e"
  bewaren 2 jaar
gegevens student
  studentnummer : sleutel
  startdatum    : datum start
  motivatie     : getal van 1 t/m 5
rol slber "SLB'er" lijn eerste
factor welzijn
signaal lage_motivatie "Weinig motivatie"
  factor welzijn
  als    motivatie < 3
  uitleg "De motivatie was {motivatie} van 5."
interventie gesprek "Gesprek"
  door slber
interventie verkenning "Verkenning"
  door slber
beleid praten "Praten"
  als      signaal lage_motivatie
  adviseer gesprek binnen 1 week
'''


class Failure(Exception):
    pass


def demand(condition, what):
    if not condition:
        raise Failure(what)


def record_command(binary, store, student):
    return [str(binary), 'record', '--lang', 'en', '--store', store, '--student', student, '--intervention', 'talk',
            '--role', 'coach', '--status', 'done', '--outcome', OUTCOME, '--by', 'A. Tester', '--date', '2026-11-02']


def import_command(binary, store, path, number):
    """With the list itself written at `path`; its students are L<number>.0 and on."""
    quoted = OUTCOME.replace('"', '""')
    lines = ['student;intervention;role;status;outcome;date']
    lines += [f'L{number}.{line};talk;coach;done;"{quoted}";2026-11-02' for line in range(LINES_OF_LIST)]
    path.write_text('\n'.join(lines) + '\n', encoding='utf-8')
    return [str(binary), 'record', '--lang', 'en', '--store', store, '--import', str(path), '--by', 'A. Tester']
