#!/usr/bin/env python3
"""Holds the program to the reference, condition by condition.

usage: contract_run.py WEGWIJZER [--english] [FILE...]

--english: the same in the other language. Every pack is translated first, and the same must come out; packs with errors, which
can't be translated, are left out.

A file of tests/contract/*.txt reads like this; everything that is not indented is a command:

    pack                     the lines below it (indented by two) are put in front of every condition that follows
      parameter grens : percentage = 70%
    student                  one student as JSON, and
      {"motivatie": 2}
    date 2026-10-10
    complete presenties 2026-10-01       (a line of bijgewerkt.csv)
    waar                     the condition below holds: the signal made of it is active
      motivatie < 3
    onwaar                   it does not hold
      motivatie > 3
    onbekend zekerheid       it is undetermined, and exactly these fields are missing
      motivatie < 3 en zekerheid is laag
    fout F014                the pack with this condition has exactly this one error; `fout *`: one error, whatever its code
      presentie_nu < 70
    fout-pack *              the same for declarations instead of a condition; fout-los: for a whole file
      ...
    waarschuwing-pack *      exactly one warning and no error; waarschuwing: the same for a condition
    goed-pack                no error and no warning; goed: the same for a condition

    rules                    declarations of a case of its own, run with the student, date and arguments at hand, and what must come out
      signaal x ...
    arguments --role slber   (nothing: no arguments; they hold until the next `arguments`)
    expect                   one line per value of the student's JSON: PATH = JSON
      signals = ["x"]                            a bare list: the ids, in order
      signals.x.severity = "high"
      recommendations.slb_gesprek.due = null
      plans.begeleiding.steps.2.status = "to_come"
      suppressed = ["slb_gesprek"]

A line `# ...` that is not indented names what the reference says; it is printed when a case fails.
The shared head of all cases is tests/contract/head.regels. All conditions of one student and date run as one pack.
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent / "contract"
# The names of what exists without declaring are those of the pack's language.
BUILT_IN = {"followups": "opvolgingen", "consents": "toestemmingen", "intervention": "interventie", "role": "rol", "date": "datum",
            "planned_on": "gepland_op", "outcome": "uitkomst"}
CODE = re.compile(r"\b([FWNG]\d{3})\b")


def read_cases(path):
    """Yields (line number, saying, command, words, body) in order."""
    saying, command, body, start = "", None, [], 0
    lines = path.read_text(encoding="utf-8").splitlines() + ["end"]
    for number, line in enumerate(lines, 1):
        if line.startswith("#"):
            if command:
                yield start, saying, command, body
                command, body = None, []
            saying = line[1:].strip()
        elif line.startswith("  ") or not line.strip():
            if command:
                body.append(line[2:])
        else:
            if command:
                yield start, saying, command, body
            command, body, start = line.split(), [], number


class Runner:
    def __init__(self, binary, english=False):
        self.binary, self.english, self.ran, self.failed = binary, english, 0, 0
        self.head = (HERE / "head.regels").read_text(encoding="utf-8")

    def fail(self, where, saying, text):
        self.failed += 1
        print(f"{where}: {saying}\n    {text}")

    def run(self, arguments, folder):
        return subprocess.run([self.binary, *arguments], cwd=folder, capture_output=True, text=True, timeout=60)

    def in_dutch(self, name):
        first = name.split(".")[0]
        return ".".join(BUILT_IN.get(part, part) for part in name.split(".")) if first in BUILT_IN else name

    def write_pack(self, root, text):
        """Writes p.regels, in English when that is asked. Returns whether it could be translated."""
        (root / "p.regels").write_text(text, encoding="utf-8")
        if not self.english:
            return True
        result = self.run(["translate", "--to", "en", "p.regels"], root)
        if result.returncode == 0:
            (root / "p.regels").write_text(result.stdout, encoding="utf-8")
        return result.returncode == 0

    def evaluate(self, pending, pack, student, date, complete):
        """One pack with a signal per condition, one run, then every answer against what was expected."""
        signals = "".join(
            f"signaal c{n} \"C\"\n  factor integratie\n  motivering \"m\"\n  grondslag \"g\"\n  als {text}\n\n"
            for n, (_, _, _, text) in enumerate(pending))
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            self.write_pack(root, self.head + "\n" + pack + "\n" + signals)
            if complete:  # only a folder of CSV files has bijgewerkt.csv
                write_csv(root / "d", student, complete)
                data = "d"
            else:
                (root / "d.jsonl").write_text(json.dumps({"studentnummer": "S1", **student}) + "\n", encoding="utf-8")
                data = "d.jsonl"
            result = self.run(["evaluate", "--rules", "p.regels", "--data", data, "--date", date, "--role", "student",
                               "--format", "jsonl"], folder)
        if result.returncode != 0 or not result.stdout.strip():
            for where, saying, _, text in pending:
                self.fail(where, saying, f"{text}\n    exit {result.returncode}: {result.stderr.strip()[:600]}")
                return
        answer = json.loads(result.stdout.splitlines()[0])
        active = {s["id"] for s in answer["signals"]}
        missing = {u["id"]: [self.in_dutch(name) for name in u["missing"]] for u in answer["undetermined"]}
        for n, (where, saying, expected, text) in enumerate(pending):
            self.ran += 1
            name = f"c{n}"
            got = ["waar"] if name in active else ["onbekend", *missing[name]] if name in missing else ["onwaar"]
            if [expected[0], *sorted(expected[1:])] != [got[0], *sorted(got[1:])]:
                self.fail(where, saying, f"{text}\n    expected {' '.join(expected)}, got {' '.join(got)}")

    def expect(self, where, saying, text, pack, rules, student, date, arguments):
        self.ran += 1
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            self.write_pack(root, self.head + "\n" + pack + "\n" + rules)
            (root / "d.jsonl").write_text(json.dumps({"studentnummer": "S1", **student}) + "\n", encoding="utf-8")
            result = self.run(["evaluate", "--rules", "p.regels", "--data", "d.jsonl", "--date", date,
                               "--format", "jsonl", *arguments], folder)
        if result.returncode != 0 or not result.stdout.strip():
            self.fail(where, saying, f"exit {result.returncode}: {result.stderr.strip()[:900]}")
            return
        answer = json.loads(result.stdout.splitlines()[0])
        wrong = []
        for line in filter(None, (l.strip() for l in text.splitlines())):
            path, wanted = line.split(" = ", 1)
            if self.english and path.endswith(("notes", "because", "explanation")):  # read by people: in the pack's language
                continue
            got = look_up(answer, path.split("."))
            if got != json.loads(wanted):
                wrong.append(f"{path}: expected {wanted}, got {json.dumps(got, ensure_ascii=False)}")
        if wrong:
            self.fail(where, saying, "\n    ".join(wrong))

    def check(self, where, saying, kind, wanted, text):
        if self.english and kind == "fout":
            return
        self.ran += 1
        with tempfile.TemporaryDirectory() as folder:
            if not self.write_pack(pathlib.Path(folder), text):
                self.fail(where, saying, "could not be translated")
                return
            result = self.run(["check", "p.regels", "--error-format", "plain"], folder)
        codes = [code for line in result.stderr.splitlines() for code in CODE.findall(line)[:1] if f" {code} " in f" {line} "]
        errors, warnings = ([c for c in codes if c[0] == kind] for kind in "FW")
        got = errors if kind == "fout" else errors + warnings
        fits = len(got) == len(wanted) and (set(wanted) == {"*"} or sorted(got) == sorted(wanted))
        if kind == "waarschuwing" and errors:
            fits = False
        if not fits or result.returncode != (1 if kind == "fout" else 0):
            self.fail(where, saying, f"{kind} {' '.join(wanted)}: got {got} and status {result.returncode}\n"
                      + text.replace(self.head, "")[:500] + "\n" + result.stderr[:900])

    def run_file(self, path):
        pack, student, date, complete, pending = "", {}, "2026-10-10", [], []
        rules, arguments = "", []

        def flush():
            if pending:
                self.evaluate(list(pending), pack, student, date, complete)
                pending.clear()

        for line, saying, words, body in read_cases(path):
            text = "\n".join(body).rstrip()
            where = f"{path.name}:{line}"
            if words[0] == "pack":
                flush()
                pack = text + "\n"
            elif words[0] == "student":
                flush()
                student, complete = json.loads(text or "{}"), []
            elif words[0] == "date":
                flush()
                date = words[1]
            elif words[0] == "complete":
                flush()
                complete = [*complete, (words[1], words[2])]
            elif words[0] == "rules":
                flush()
                rules = text + "\n"
            elif words[0] == "arguments":
                arguments = shlex.split(" ".join(words[1:]))
            elif words[0] == "expect":
                self.expect(where, saying, text, pack, rules, student, date, arguments)
            elif words[0] in ("waar", "onwaar", "onbekend"):
                pending.append((where, saying, words, text.replace("\n", "\n  ")))
            elif words[0].split("-")[0] in ("fout", "waarschuwing", "goed"):
                flush()
                kind, _, place = words[0].partition("-")
                condition = text.replace("\n", "\n  ")
                self.check(where, saying, kind, words[1:], {
                    "": self.head + "\n" + pack + "\nsignaal c \"C\"\n  factor integratie\n  motivering \"m\"\n"
                        f"  grondslag \"g\"\n  als {condition}\n",
                    "pack": self.head + "\n" + pack + "\n" + text + "\n",
                    "los": text + "\n",
                }[place])
            elif words[0] != "end":
                sys.exit(f"{where}: unknown command {words[0]}")
        flush()


def identifier(item):
    return item if isinstance(item, str) else item.get("id") or item.get("intervention") or item.get("plan")


def look_up(value, path):
    """Follows a dotted path; a list of objects is entered by id or by the number of a step and, at the end of the path, is the
    list of its ids."""
    for name in path:
        if isinstance(value, list):
            value = next((item for item in value if identifier(item) == name or str(item.get("step")) == name), None)
        else:
            value = value.get(name) if isinstance(value, dict) else None
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [identifier(item) for item in value]
    return value


def write_csv(folder, student, complete):
    folder.mkdir()
    fields = {"studentnummer": "S1", **{k: v for k, v in student.items() if not isinstance(v, list)}}
    (folder / "student.csv").write_text(";".join(fields) + "\n" + ";".join(map(str, fields.values())) + "\n")
    for series, rows in student.items():
        if isinstance(rows, list):
            columns = sorted({c for row in rows for c in row} | {"datum"})
            (folder / f"{series}.csv").write_text("\n".join(
                [";".join(["studentnummer", *columns])]
                + [";".join(["S1"] + ["" if row.get(c) is None else str(row[c]).replace(".", ",") for c in columns]) for row in rows])
                + "\n")
    (folder / "bijgewerkt.csv").write_text("reeks;t/m\n" + "".join(f"{s};{d}\n" for s, d in complete))


def main():
    english = "--english" in sys.argv
    files = [argument for argument in sys.argv[2:] if argument != "--english"]
    runner = Runner(str(pathlib.Path(sys.argv[1]).resolve()), english)
    for path in [pathlib.Path(p) for p in files] or sorted(HERE.glob("*.txt")):
        runner.run_file(path)
    print(f"{runner.ran - runner.failed} passed, {runner.failed} failed")
    sys.exit(1 if runner.failed or not runner.ran else 0)


main()
