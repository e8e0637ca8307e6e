#!/usr/bin/env python3
"""Run the conformance cases that lie beside this repository, if they do.

usage: tests/conformance_run.py [--binary build/wegwijzer]

A case named in tests/conformance_known.txt may fail (a line: the case as run.py prints it, up to the reason);
one that is named there and holds is reported, so that the list gets shorter. Exit 77: skipped, with the reason.
"""
import argparse
import subprocess
import sys

from support.running import ROOT, find_binary

SKIPPED = 77


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    binary = find_binary(parser.parse_args().binary)

    script = ROOT.parent / 'shared' / 'conformance' / 'run.py'
    if not script.is_file():
        print('skipped: the conformance cases are not beside this repository')
        return SKIPPED
    if subprocess.run([binary, 'evaluate', '--help'], capture_output=True).returncode != 0:
        print('skipped: the program has no command "evaluate" yet')
        return SKIPPED

    done = subprocess.run([sys.executable, script, binary], capture_output=True, text=True)
    lines = done.stdout.splitlines()
    known_file = ROOT / 'tests' / 'conformance_known.txt'
    known = [line for line in (known_file.read_text(encoding='utf-8').splitlines() if known_file.is_file() else [])
             if line and not line.startswith('#')]
    failures, summary = lines[:-1], lines[-1] if lines else done.stderr
    unexpected = [line for line in failures if not any(line.startswith(name) for name in known)]
    for line in unexpected:
        print(line)
    for name in known:
        if not any(line.startswith(name) for line in failures):
            print(f'holds now, take it off the list: {name}')
    print(summary)
    if not failures:
        return done.returncode
    return 1 if unexpected else 0


if __name__ == '__main__':
    sys.exit(main())
