#!/usr/bin/env python3
"""Every JSON text the program writes holds to docs/output.schema.json.

usage: schema_run.py WEGWIJZER

Runs all commands that write JSON over the example cohort and over the packs of tests/contract's kind that make every list
fill, and checks each text against the part of the schema that is meant for it. The checker below knows just what the schema
uses, and refuses a schema that uses more.
"""
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "docs/output.schema.json").read_text(encoding="utf-8"))
KINDS = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
KNOWN = {"$ref", "type", "properties", "required", "additionalProperties", "items", "enum", "const", "oneOf", "pattern",
         "minimum", "maximum", "description"}


def is_kind(value, kind):
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, KINDS[kind])


def faults(value, schema, place="$"):
    """What is wrong with `value`, as a list of sentences with a place."""
    if unknown := set(schema) - KNOWN:
        sys.exit(f"the schema uses {sorted(unknown)}, which this checker does not know")
    if "$ref" in schema:
        return faults(value, SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], place)
    if "oneOf" in schema:
        each = [faults(value, one, place) for one in schema["oneOf"]]
        return [] if sum(not e for e in each) == 1 else min(each, key=len) or [f"{place}: fits more than one form"]
    found = []
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(is_kind(value, kind) for kind in kinds):
            return [f"{place}: {json.dumps(value)[:60]} is not {' or '.join(kinds)}"]
    if "enum" in schema and value not in schema["enum"] or "const" in schema and value != schema["const"]:
        found.append(f"{place}: {json.dumps(value)[:60]} is not allowed")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        found.append(f"{place}: {value!r} does not look like {schema['pattern']}")
    if "minimum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
        found.append(f"{place}: {value} is out of bounds")
    if isinstance(value, dict) and "properties" in schema:
        found += [f"{place}: no {name}" for name in schema["required"] if name not in value]
        found += [f"{place}: {name} is not in the schema" for name in value if name not in schema["properties"]]
        for name, one in schema["properties"].items():
            if name in value:
                found += faults(value[name], one, f"{place}.{name}")
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            found += faults(item, schema["items"], f"{place}[{index}]")
    return found


def words_of(schema):
    """The words of all enumerations."""
    if isinstance(schema, list):
        return set().union(*map(words_of, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    own = {word for word in schema.get("enum", []) if isinstance(word, str)} if isinstance(schema.get("enum"), list) else set()
    return own.union(*map(words_of, schema.values()))


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    checked = failed = 0
    cohort = ["--rules", "rules/vroegsignalering", "--data", "examples/eerstejaars", "--date", "2026-11-02"]

    def hold(form, texts, what):
        nonlocal checked, failed
        if not texts:
            failed += 1
            print(f"{what}: wrote nothing")
        for text in texts:
            checked += 1
            if wrong := faults(json.loads(text), {"$ref": f"#/$defs/{form}"}):
                failed += 1
                print(f"{what}: {form}: " + "; ".join(wrong[:5]))

    def run(*arguments, folder=ROOT):
        return subprocess.run([binary, *arguments], cwd=folder, capture_output=True, text=True, timeout=60)

    for reader in ([], ["--role", "slber"], ["--role", "student"], ["--mentor", "M. de Vries"]):
        hold("student", run("evaluate", *cohort, *reader, "--format", "jsonl").stdout.splitlines(), f"jsonl {reader}")
        hold("students", [run("evaluate", *cohort, *reader, "--format", "json").stdout], f"json {reader}")
        hold("caseload", [run("show", "caseload", *cohort, *reader).stdout], f"caseload {reader}")
        for student in ("500101", "500111", "500116", "500161", "500196"):
            if not reader or reader[0] == "--role":
                hold("explanation", [run("explain", *cohort, *reader, "--student", student, "--format", "json").stdout],
                     f"explain {student} {reader}")
                for changes in (["motivatie = 3"], ["presenties + {2026-11-09; 90%}", "motivatie = onbekend"],
                                ["opvolgingen + {2026-11-01; kennismaking}"]):
                    asked = [word for change in changes for word in ("--what-if", change)]
                    hold("explanation", [run("explain", *cohort, *reader, "--student", student, "--format", "json",
                                             *asked).stdout], f"explain {student} {reader} {changes}")
                for name in ("lage_presentie", "Gemotiveerd begonnen", "contact_bij_lage_presentie"):
                    told = run("explain", *cohort, *reader, "--student", student, "--format", "json", "--why-not", name)
                    hold("explanation", [told.stdout], f"explain {student} {reader} --why-not {name}")
                hold("trace", [run("show", "trace", *cohort, *reader, "--student", student).stdout], f"trace {student} {reader}")
    with tempfile.TemporaryDirectory() as folder:
        own = pathlib.Path(folder) / "eigen.regels"
        own.write_text('stel presentiegrens in op 80% omdat "proef"\n', encoding="utf-8")
        for reader in ([], ["--role", "studentdecaan"], ["--mentor", "M. de Vries"]):
            compared = run("diff", *cohort, "--with", "rules/vroegsignalering", str(own), *reader, "--format", "json").stdout
            hold("comparison", [compared], f"diff {reader}")
            if not json.loads(compared)["students"]:
                failed += 1
                print(f"diff {reader}: nobody differs, so that the list was not checked")
            hold("sweep", [run("diff", *cohort, "--sweep", "presentiegrens=60%..80%/10%", *reader, "--format", "json").stdout],
                 f"sweep {reader}")
    for packs in (["rules/vroegsignalering"], ["rules/hbo"], ["rules/mbo"], ["rules/hbo", "examples/instelling/hogeschool"], ["rules/welzijn_inclusie"]):
        listed = run("fields", *packs, "--format", "json").stdout
        hold("fields", [listed], f"fields {packs}")
        hold("fields", [run("velden", *packs, "--lang", "en", "--format", "json").stdout], f"velden {packs}")
        if not any(user["kind"] == "signal" for field in json.loads(listed)["fields"] for user in field["users"]):
            failed += 1
            print(f"fields {packs}: no field is read by a signal")
    for packs in (["tests/golden/corpus/C12_drie_signalen"], ["rules/groei_uitdaging"], ["tests/golden/corpus"]):
        for asked in ([], ["--coverage"], ["--mutate"], ["--dekking", "--verander"]):
            hold("test_results", [run("test", *packs, *asked, "--format", "json").stdout], f"test {packs} {asked}")
    for code in ("F014", "f034", "W003", "G007", "N320"):
        for language in ("nl", "en"):
            hold("code_page", [run("explain", code, "--lang", language, "--format", "json").stdout], f"explain {code}")
    # Findings of every golden case: the packs in it, checked with findings as JSON.
    sys.path.insert(0, str(ROOT / "tests"))
    for case in sorted((ROOT / "tests/golden/messages").glob("F0[1-9]*.case")):
        packs = re.findall(r"^--- (\S+\.regels)(?: from (\S+))?\n(.*?)(?=^--- )", case.read_text(encoding="utf-8"), re.M | re.S)
        if not packs:
            continue
        with tempfile.TemporaryDirectory() as folder:
            for name, head, text in packs:
                head = (ROOT / "tests/golden/shared" / head).read_text(encoding="utf-8") if head else ""
                (pathlib.Path(folder) / name).parent.mkdir(parents=True, exist_ok=True)
                (pathlib.Path(folder) / name).write_text(head + text, encoding="utf-8")
            given = [name for name, _, _ in packs]
            hold("finding", run("check", *given, "--error-format", "json", folder=folder).stderr.splitlines(), case.name)
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "d.jsonl").write_text('{"studentnummer":"1","Motivatiescore week 3":"veel"}\n', encoding="utf-8")
        lines = run("evaluate", "--rules", str(ROOT / "rules/vroegsignalering"), "--data", "d.jsonl", "--date", "2026-11-02",
                    "--error-format", "json", folder=folder).stderr.splitlines()
        hold("finding", lines[:-1], "data findings")
        hold("counts", lines[-1:], "closing count")
    with tempfile.TemporaryDirectory() as folder:
        about = ["record", "--store", "store.db", "--student", "1", "--intervention", "talk", "--by", "A", "--date", "2026-11-02"]
        for answer in (["--role", "coach", "--status", "planned", "--planned-on", "2026-11-09"], ["--consent", "refused"],
                       ["--role", "coach", "--status", "waived", "--waiver", "postponed", "--reason", "b", "--corrects", "1"]):
            hold("entry", [run(*about, *answer, "--format", "json", folder=folder).stdout], f"record {answer}")
        listed = run("record", "--store", "store.db", "--student", "1", "--list", "--format", "json", folder=folder).stdout
        hold("entries", [listed], "record --list")
        if [entry["corrected_by"] for entry in json.loads(listed)] != [2, None, None]:
            failed += 1
            print("record --list: not the three entries, or the correction is not shown")
        (pathlib.Path(folder) / "list.csv").write_text("student;intervention;role;status;date\n1;talk;coach;proposed;2026-11-03\n",
                                                       encoding="utf-8")
        run("record", "--store", "store.db", "--import", "list.csv", "--by", "A", folder=folder)
        rules = ["--rules", str(ROOT / "rules/vroegsignalering")]
        data = ["--data", str(ROOT / "examples/eerstejaars")]
        run("evaluate", *rules, *data, "--date", "2026-11-02", "--store", "store.db", "--keep", "--by", "A", "--out", "advice.txt", folder=folder)
        exported = run("student-export", "--store", "store.db", "--student", "500111", *rules, *data, "--format", "json", folder=folder).stdout
        hold("student_export", [exported], "student-export with a kept run and data")
        of = json.loads(exported)
        if len(of["runs"]) != 1 or not of["runs"][0]["advice"] or of["data"]["student"]["studentnummer"] != "500111" or not of["data"]["series"]:
            failed += 1
            print("student-export: not what the kept run and the data hold of the student")
        purge = ["purge", "--store", "store.db", *rules, "--format", "json", "--date"]
        forget = ["forget", "--store", "store.db", "--student", "1", "--format", "json"]
        looks = [run(*purge, "2030-01-01", folder=folder).stdout, run(*purge, "2026-11-02", folder=folder).stdout,
                 run(*purge, "2026-11-02", "--carry-out", "--by", "A", folder=folder).stdout]
        hold("purge", looks, "purge")
        first, second, done = map(json.loads, looks)
        if (len(first["runs_due"]), len(second["runs_due"]), first["erased"], done["erased"]["number"]) != (1, 0, None, None):
            failed += 1
            print("purge: not the run that falls due, or something was erased before its term")
        for packs in ([], rules):
            exported = run("student-export", "--store", "store.db", "--student", "1", *packs, "--format", "json", folder=folder).stdout
            hold("student_export", [exported], f"student-export {packs[:1]}")
            of = json.loads(exported)
            if [one["list"] is None for one in of["entries"]] != [True, True, False, True] or bool(of["packs"]) != bool(packs):
                failed += 1
                print(f"student-export {packs[:1]}: not the four entries with their list, or not what they are for")
        forgotten = [run(*forget, folder=folder).stdout,
                     run(*forget, "--carry-out", "--by", "A", "--reason", "objection", folder=folder).stdout]
        hold("forget", forgotten, "forget")
        erasures = run("purge", "--store", "store.db", "--list", "--format", "json", folder=folder).stdout
        hold("erasures", [erasures], "purge --list")
        if [one["erased"] and one["erased"]["number"] for one in map(json.loads, forgotten)] != [None, 1] or len(json.loads(erasures)) != 1:
            failed += 1
            print("forget: not a look and an erasure, or not one that is listed")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "places.csv").write_text(
            "rol;persoon;per week;voorbehouden\nslber;;6;1\nslber;M. de Vries;2;1\ndocent;;3;\n", encoding="utf-8")
        (pathlib.Path(folder) / "list.csv").write_text(
            "student;interventie;rol;status;datum;gepland_op\n500111;slb_gesprek;slber;gepland;2026-10-30;2026-11-12\n",
            encoding="utf-8")
        run("record", "--store", "new.db", "--import", "list.csv", "--by", "A", folder=folder)
        absolute = ["--rules", str(ROOT / "rules/vroegsignalering"), "--data", str(ROOT / "examples/eerstejaars"), "--date", "2026-11-02"]
        seen = set()
        for asked in ([], ["--capacity", "places.csv"], ["--capacity", "places.csv", "--weeks", "1", "--store", "new.db"],
                      ["--mentor", "M. de Vries", "--capacity", "places.csv"], ["--role", "studentdecaan"]):
            text = run("agenda", *absolute, *asked, "--format", "json", folder=folder).stdout
            hold("agenda", [text], f"agenda {asked}")
            seen |= {advice["state"] for carrier in json.loads(text)["carriers"] for advice in carrier["advice"]}
        if not {"placed", "waiting"} <= seen:
            failed += 1
            print(f"agenda: only {sorted(seen)}, so that not all of the form was checked")
        case = (ROOT / "tests/golden/plan/warm_handover.case").read_text(encoding="utf-8")
        (pathlib.Path(folder) / "p.regels").write_text((ROOT / "tests/golden/shared/aanpak_pakket").read_text(encoding="utf-8"), encoding="utf-8")
        (pathlib.Path(folder) / "d.jsonl").write_text(re.search(r"^--- a\.jsonl\n(.*?)\n\n--- ", case, re.M | re.S)[1] + "\n", encoding="utf-8")
        about = ["plan", "--rules", "p.regels", "--data", "d.jsonl", "--format", "json", "--date"]
        for reader in ([], ["--role", "decaan"], ["--role", "slber"]):
            for student in ("S1", "S2", "S3"):
                for date in ("2026-09-01", "2026-09-14", "2026-10-01", "2026-11-02"):
                    told = run(*about, date, "--student", student, *reader, folder=folder).stdout
                    hold("plan_page", [told], f"plan {student} {date} {reader}")
            listed = run(*about, "2026-10-15", *reader, folder=folder).stdout
            hold("plan_list", [listed], f"plan {reader}")
            if not json.loads(listed)["in_need"]:
                failed += 1
                print(f"plan {reader}: nobody needs anything, so that the list was not checked")
    with tempfile.TemporaryDirectory() as folder:
        store = str(pathlib.Path(folder) / "store.db")
        for date in ("2026-11-02", "2026-11-09"):
            run("evaluate", *cohort[:-1], date, "--store", store, "--keep", "--by", "A")
        listed = run("log", "--store", store, "--format", "json").stdout
        hold("runs", [listed], "log")
        if [one["run"] for one in json.loads(listed)] != [1, 2]:
            failed += 1
            print("log: not the two runs")
        for reader in ([], ["--role", "studentdecaan"]):
            compared = run("diff", "1", "2", "--store", store, *reader, "--format", "json").stdout
            hold("comparison", [compared], f"diff of runs {reader}")
            if not json.loads(compared)["students"]:
                failed += 1
                print(f"diff of runs {reader}: nobody differs, so that the list was not checked")
        beside = run("evaluate", *cohort[:-1], "2026-11-16", "--store", store, "--format", "jsonl").stdout.splitlines()
        hold("student", beside, "jsonl beside a run")
        hold("caseload", [run("show", "caseload", *cohort[:-1], "2026-11-16", "--store", store).stdout], "caseload beside a run")
        if not any(json.loads(line)["lapsed"] for line in beside):
            failed += 1
            print("jsonl beside a run: nothing lapsed, so that it was not checked")
        hold("verified_runs", [run("log", "verify", "--store", store, "--format", "json").stdout], "log verify")
        hold("replay", [run("log", "replay", "2", *cohort[:-2], "--store", store, "--format", "json").stdout], "log replay")
        with sqlite3.connect(store) as connection:
            connection.execute("DROP TRIGGER run_refuses_UPDATE")
            connection.execute("UPDATE run SET run_by = 'B'")
        broken = run("log", "verify", "--store", store, "--format", "json").stdout
        hold("verified_runs", [broken], "log verify, broken")
        if not json.loads(broken)["broken"]:
            failed += 1
            print("log verify: does not see what was changed")
    # The checker can say no.
    for broken in ('{"code":"F014"}', '{"kind":"counts","students":"3"}', '[]'):
        if not faults(json.loads(broken), {"$ref": "#/$defs/finding"}):
            failed += 1
            print(f"the checker accepts {broken}")
    # The page for integrators names every form and every word a program may get.
    page = (ROOT / "docs/json.md").read_text(encoding="utf-8")
    for word in sorted({form["$ref"].rsplit("/", 1)[1] for form in SCHEMA["oneOf"]} | words_of(SCHEMA)):
        checked += 1
        if f"`{word}`" not in page:
            failed += 1
            print(f"docs/json.md does not say what `{word}` is")
    print(f"{checked - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
