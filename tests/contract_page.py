#!/usr/bin/env python3
"""Every test that docs/contract.md names exists: a file of tests/contract, or a golden case by its name or code."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    cases = {path.stem for path in (ROOT / "tests/golden").rglob("*.case")}
    codes = {name.split("_")[0] for name in cases}
    wrong, named = [], 0
    for number, line in enumerate((ROOT / "docs/contract.md").read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if len(cells) < 2 or cells[-1] in ("held by", "---"):
            continue
        for name in re.findall(r"contract/\w+|[A-Za-z0-9_]+_\w+|[FWNG]\d{3}|encodings", re.sub(r"`[^`]*`", "", cells[-1])):
            named += 1
            there = (ROOT / "tests" / f"{name}.txt").exists() if name.startswith("contract/") else name in cases | codes
            if not there:
                wrong.append(f"docs/contract.md:{number}: no test is called {name}")
        if not re.search(r"contract/|\*next\*|[FWNG]\d{3}|\w+", cells[-1]):
            wrong.append(f"docs/contract.md:{number}: nothing holds this")
    print("\n".join(wrong) if wrong else f"{named} passed, 0 failed")
    sys.exit(1 if wrong or not named else 0)


main()
