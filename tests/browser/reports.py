"""The reports that the browser looks at, made by the program."""
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATE = '2026-11-16'
MENTOR = 'A. Bouzid'
INSTITUTIONS = {'hogeschool': 'hbo', 'roc': 'mbo'}
HOSTILE_NAME = '<script>alert(1)</script>"\'&amp;\u202eLevi'
HOSTILE_PACK = '''regelpakket proef "Proef <b>vet</b>"
  eigenaar    "Dienst <i>Studentzaken</i>"
  doel        "Laten zien dat tekst tekst blijft"
  rechtsgrond "Verzonnen gegevens"

factor motivatie "Motivatie"

gegevens student
  nummer    : sleutel
  naam      : tekst naam
  motivatie : getal van 1 t/m 5
  begin     : datum start

rol slber "SLB'er & <i>mentor</i>" lijn eerste

signaal motivatie_laag "Motivatie <img src=x onerror=alert(2)>"
  factor motivatie
  als    motivatie < 3
  uitleg "U gaf {motivatie}. </style><script>alert(3)</script>"

interventie gesprek "Gesprek </title><script>alert(4)</script>"
  door  slber
  vraag "Wat wil je? <svg onload=alert(5)>"

beleid gesprek_bij_lage_motivatie
  als      signaal motivatie_laag
  adviseer gesprek binnen 5 werkdagen
'''


def make(binary, out, *arguments, language='nl'):
    done = subprocess.run([binary, 'report', '--out', out, '--lang', language, *map(str, arguments)], capture_output=True,
                          text=True, cwd=ROOT)
    if done.returncode != 0:
        raise SystemExit(f'report: exit {done.returncode}\n{done.stderr[:2000]}')
    return out


def of_institution(binary, out, name, *arguments, language='nl'):
    place = ROOT / 'examples' / 'instelling' / name
    return make(binary, out, '--rules', ROOT / 'rules' / INSTITUTIONS[name], place, '--data', place / 'gegevens',
                '--date', DATE, '--mentor', MENTOR, *arguments, language=language)


def hostile(binary, folder):
    """Names, keys and titles that are markup."""
    pack, data = folder / 'pack.regels', folder / 'data'
    pack.write_text(HOSTILE_PACK, encoding='utf-8')
    data.mkdir()
    quoted = HOSTILE_NAME.replace('"', '""')
    (data / 'studenten.csv').write_text(f'nummer;naam;motivatie\n"../<b>1</b>";"{quoted}";2\n2;Noor;4\n', encoding='utf-8')
    return make(binary, folder / 'report', '--rules', pack, '--data', data, '--date', DATE, '--role', 'slber', '--students')
