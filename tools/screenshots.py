#!/usr/bin/env python3
"""Make the pictures in docs: the caseload and the page of one student, from the made-up hogeschool.

usage: tools/screenshots.py [--binary build/wegwijzer] [--out docs]

Needs what the browser tests need (tests/browser/browser_run.py).
"""
import argparse
import base64
import os
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'tests' / 'browser'))
WIDTH, HEIGHT = 1000, 1100


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--out', default=ROOT / 'docs', type=pathlib.Path)
    arguments = parser.parse_args()
    from browser_run import find_prerequisites
    program, driver = find_prerequisites()
    import reports
    from chromium import Chromium
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        made = reports.of_institution(os.path.abspath(arguments.binary), folder / 'report', 'hogeschool', '--students')
        browser = Chromium(program, driver, folder / 'profile')
        try:
            browser.size(WIDTH, HEIGHT)
            for page, picture in (('index.html', 'rapport-lijst.png'), ('student-0001.html', 'rapport-student.png')):
                faults = browser.open(made / page)
                if faults:
                    sys.exit('\n'.join(faults))
                shot = browser.tell('Page.captureScreenshot', format='png')['data']
                (arguments.out / picture).write_bytes(base64.b64decode(shot))
                print(arguments.out / picture)
        finally:
            browser.close()


if __name__ == '__main__':
    main()
