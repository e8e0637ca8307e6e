#!/usr/bin/env python3
"""The pages of `report` in a headless Chromium: they render, ask nothing of the network, work by keyboard, are accessible, and print.

usage: tests/browser/browser_run.py [--binary build/wegwijzer] [TEXT...]   (only checks whose name holds TEXT)

Needs Debian's chromium, chromium-driver and python3-selenium (tools/install_debian.sh browser) and axe-core
(npm ci --prefix tests/browser); installs nothing. Exit 77: skipped, with the reason.
"""
import argparse
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DEBIAN_PYTHON = '/usr/bin/python3'
SKIPPED = 77


def skip(reason):
    print(f'skipped: {reason}')
    sys.exit(SKIPPED)


def find_prerequisites():
    """Chromium and its driver; selenium may be there for Debian's own Python only."""
    program, driver = shutil.which('chromium'), shutil.which('chromedriver')
    if not program or not driver:
        skip('chromium or chromedriver is not there (tools/install_debian.sh browser)')
    if not (HERE / 'node_modules' / 'axe-core' / 'axe.min.js').exists():
        skip('axe-core is not there (npm ci --prefix tests/browser)')
    if importlib.util.find_spec('selenium') is None:
        here_already = os.path.realpath(sys.executable) == os.path.realpath(DEBIAN_PYTHON)
        if here_already or not os.path.exists(DEBIAN_PYTHON):
            skip('python3-selenium is not there (tools/install_debian.sh browser)')
        if subprocess.run([DEBIAN_PYTHON, '-c', 'import selenium'], capture_output=True).returncode != 0:
            skip('python3-selenium is not there (tools/install_debian.sh browser)')
        os.execv(DEBIAN_PYTHON, [DEBIAN_PYTHON, *sys.argv])
    return program, driver


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--binary', default='build/wegwijzer')
    parser.add_argument('texts', nargs='*')
    arguments = parser.parse_args()
    program, driver = find_prerequisites()
    from checks import CHECKS
    from chromium import Chromium
    binary = pathlib.Path(arguments.binary).resolve()
    if not binary.exists():
        raise SystemExit(f'no program at {binary}: build first (./dev build)')
    failed = 0
    chosen = [check for check in CHECKS if all(text in check.__name__ for text in arguments.texts)]
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        browser = Chromium(program, driver, folder / 'profile')
        try:
            for check in chosen:
                place = folder / check.__name__
                place.mkdir()
                faults = check(browser, binary, place)
                failed += bool(faults)
                print(f'{"FAILED" if faults else "ok":7}{check.__name__}', flush=True)
                for fault in faults[:20]:
                    print(f'       {fault}')
        finally:
            browser.close()
    print(f'{len(chosen) - failed} passed, {failed} failed')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
