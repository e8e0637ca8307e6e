#!/usr/bin/env python3
"""The language server, driven as an editor drives it: vscode-languageserver-protocol over vscode-jsonrpc.

usage: tests/lsp/lsp_run.py [--binary build/wegwijzer] [FILE...]   (files of tests/lsp, without .test.mjs; all)

Needs Node 18 or later and `npm ci --prefix tests/lsp`; installs nothing. Exit 77: skipped, with the reason.
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
OLDEST_NODE = 18
SECONDS = 3600 if os.environ.get('WEGWIJZER_SOAK') else 600  # one file


def skip(reason):
    print(f'skipped: {reason}')
    sys.exit(77)


def find_node():
    node = shutil.which('node')
    if not node:
        skip('node is not there (tools/install_debian.sh editors)')
    version = subprocess.run([node, '--version'], capture_output=True, text=True).stdout
    major = re.match(r'v(\d+)', version)
    if not major or int(major[1]) < OLDEST_NODE:
        skip(f'node {version.strip()} is older than {OLDEST_NODE}')
    if not (HERE / 'node_modules' / 'vscode-languageserver-protocol').exists():
        skip('vscode-languageserver-protocol is not there (npm ci --prefix tests/lsp)')
    return node


def passes(command, environment):
    try:
        return subprocess.run(command, env=environment, timeout=SECONDS).returncode == 0
    except subprocess.TimeoutExpired:
        print(f'no end within {SECONDS} s')
        return False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default='build/wegwijzer')
    parser.add_argument('files', nargs='*')
    arguments = parser.parse_args()
    node = find_node()
    binary = pathlib.Path(arguments.binary).resolve()
    if not binary.exists():
        raise SystemExit(f'no program at {binary}: build first (./dev build)')
    names = arguments.files or [path.name.removesuffix('.test.mjs') for path in sorted(HERE.glob('*.test.mjs'))]
    environment = {**os.environ, 'WEGWIJZER': str(binary)}
    # The files one after the other: on two cores the servers would only wait for each other.
    failed = [name for name in names if not passes([node, '--test', str(HERE / f'{name}.test.mjs')], environment)]
    print(f'{len(names)} files, {len(failed)} failed' + (': ' + ', '.join(failed) if failed else ''))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
