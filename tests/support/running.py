"""What the golden tests and the tests of the documents share: running one command line, comparing, reporting."""
import difflib
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SECONDS = int(os.environ.get('WEGWIJZER_TEST_SECONDS', 120))


def share_of(cases):
    """All cases, or with WEGWIJZER_SHARE=N every N-th: for a program that is made slow by what watches it."""
    step = int(os.environ.get('WEGWIJZER_SHARE', 1))
    if step > 1:
        print(f'one of {step} cases')
    return cases[::step]


class Outcome:
    def __init__(self, stdout, stderr, status):
        self.stdout, self.stderr, self.status = stdout, stderr, status


def run_command(command, folder, binary, merge=False):
    """Runs a shell line in `folder` with `wegwijzer` on the path, without input and with nothing of the caller's terminal.

    Paths that differ per machine come back as $DIR (the folder) and $REPO (the source tree); $REPO works in the
    command as well.
    """
    keep = {name: value for name, value in os.environ.items() if name.endswith('SAN_OPTIONS')}
    if 'WEGWIJZER_TEST_POSTGRESQL' in os.environ:  # the server of tests/postgres_run.py, and nobody's own
        keep |= {name: os.environ[name] for name in ('PGHOST', 'PGUSER')}
    env = {
        **keep, 'PATH': f'{binary.parent}:{os.environ["PATH"]}', 'HOME': str(folder), 'REPO': str(ROOT),
        'LC_ALL': 'C.UTF-8', 'TZ': 'UTC', 'TERM': 'dumb', 'COLUMNS': '80', 'PYTHONDONTWRITEBYTECODE': '1',
    }
    try:
        done = subprocess.run(['bash', '-c', command], cwd=folder, env=env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT if merge else subprocess.PIPE,
                              timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return Outcome(b'', f'no answer within {SECONDS} s\n'.encode(), 124)

    def tidy(data):
        return (data or b'').replace(str(folder).encode(), b'$DIR').replace(str(ROOT).encode(), b'$REPO')

    return Outcome(tidy(done.stdout), tidy(done.stderr), done.returncode)


def to_lines(data):
    """The lines of an output; a missing last line end is made visible, as in a diff."""
    text = data.decode('utf-8', errors='backslashreplace').replace('\r\n', '␍\n')
    if not text:
        return []
    lines = text.split('\n')
    return lines[:-1] if lines[-1] == '' else lines + ['\\ no line end here']


def show_difference(expected, actual, expected_name, actual_name):
    return '\n'.join(difflib.unified_diff(expected, actual, expected_name, actual_name, lineterm=''))


def find_binary(argument):
    binary = pathlib.Path(argument).resolve()
    if not (binary.is_file() and os.access(binary, os.X_OK)):
        raise SystemExit(f'no program at {argument}: build first (./dev build)')
    return binary


def accepting(argument):
    return argument or os.environ.get('WEGWIJZER_ACCEPT', '') not in ('', '0')
