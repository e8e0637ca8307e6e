#!/usr/bin/env python3
"""Check what each folder includes.

usage: tools/check_layers.py [--quiet]

Reads the layers and their arrows from CMakeLists.txt (wegwijzer_layer) and fails, with the offending line, on
  - an include that points to a layer this one doesn't depend on,
  - a third-party header outside its one home,
  - a source file in a folder that no layer owns,
  - an absolute path of somebody's machine in any file under version control.
Files of more than 500 lines get a note: ask what the second responsibility is.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONG_FILE = 500

# header prefix -> folders that may include it
HOMES = {
    'tao/pegtl': ('dsl/grammar', 'dsl/parse', 'tests'),
    'nlohmann/': ('engine/json', 'tests'),
    'spdlog/': ('cli',),
    'CLI/': ('cli',),
    'mimalloc.h': ('cli',),
    'utf8proc': ('engine/base',),
    'sqlite3': ('store/sqlite',),
    'libpq-fe.h': ('store/postgres',),
    'openssl/': ('store/digest',),
    'fmt/': ('engine', 'dsl', 'api', 'store', 'cli', 'tests'),
    'boost/': ('tests',),
    'benchmark/': ('tests',),
    'wegwijzer/': ('tests/consumer', 'examples/embedding'),  # the installed library, as an outside project sees it
}
# The standard library and the system; anything else in angle brackets needs a home above.
STANDARD = re.compile(r'[a-z_0-9]+|c?[a-z0-9_]+\.h|(sys|linux)/[a-z]+\.h')
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
MACHINE_PATH = re.compile(r'(?<![\w.$~}{*/-])/(work|home|root|Users)/[\w.]')


def read_layers():
    """Returns {folder: set of folders it may include}, from the wegwijzer_layer() calls, closed transitively."""
    text = (ROOT / 'CMakeLists.txt').read_text()
    folders, direct = {}, {}
    for body in re.findall(r'^ *wegwijzer_layer\(([^)]*)\)', text, re.M):
        words, part = body.split(), 'NAME'
        parts = {'HOT': [], 'NAME': [], 'FOLDER': [], 'DEPENDS': [], 'LIBRARIES': []}
        for word in words:
            if word in parts:
                part = word
            else:
                parts[part].append(word)
        name = parts['NAME'][0]
        folders[name], direct[name] = parts['FOLDER'], parts['DEPENDS']

    def closure(name):
        reached = {name}
        for other in direct[name]:
            reached |= closure(other)
        return reached

    allowed = {}
    for name in direct:
        visible = {folder for layer in closure(name) for folder in folders[layer]}
        for folder in folders[name]:
            allowed[folder] = visible
    return allowed


def layer_of(path, layers):
    """The longest layer folder that holds this path, or None."""
    inside = [folder for folder in layers if path == folder or path.startswith(folder + '/')]
    return max(inside, key=len, default=None)


def check_includes(path, lines, layers, report):
    top = path.split('/')[0]
    own = layer_of(path, layers)
    if own is None and top in ('engine', 'dsl', 'api', 'store'):
        report(path, 1, 'no layer owns this folder: add it to CMakeLists.txt')
        return
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        bracket, header = match.groups()
        home = next((HOMES[prefix] for prefix in HOMES if header.startswith(prefix)), None)
        if home is not None:
            if not any(path.startswith(folder + '/') for folder in home):
                report(path, number, f'{header} may be included only in {", ".join(home)}', line)
        elif bracket == '<':
            if not STANDARD.fullmatch(header):
                report(path, number, f'{header} has no home in tools/check_layers.py', line)
        elif own is not None:
            target = layer_of(header, layers)
            if target is None:
                report(path, number, f'"{header}" is not in a layer: includes start at the top of the tree', line)
            elif target not in layers[own]:
                report(path, number, f'{own} must not know {target}', line)
        elif header.split('/')[0] in ('tests', 'cli') and header.split('/')[0] != top and top == 'cli':
            report(path, number, f'cli must not know {header}', line)


def main():
    layers = read_layers()
    listed = subprocess.run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                            cwd=ROOT, check=True, capture_output=True, text=True).stdout
    failures, long_files, checked = [], [], 0

    def report(path, number, message, line=''):
        failures.append(f'{path}:{number}: {message}' + (f'\n    {line.strip()}' if line else ''))

    for path in sorted(set(filter(None, listed.split('\0')))):
        try:
            lines = (ROOT / path).read_text(encoding='utf-8').splitlines()
        except (UnicodeDecodeError, OSError):
            continue
        is_source = path.endswith(('.h', '.cpp', '.def'))
        if is_source:
            checked += 1
            check_includes(path, lines, layers, report)
            if len(lines) > LONG_FILE:
                long_files.append(f'note: {path} has {len(lines)} lines')
        for number, line in enumerate(lines, 1):
            if MACHINE_PATH.search(line):
                report(path, number, 'an absolute path of one machine', line)

    if '--quiet' not in sys.argv[1:]:
        print('\n'.join(long_files), end='\n' if long_files else '')
    for failure in failures:
        print(failure)
    print(f'{checked} source files, {len(layers)} layer folders: '
          + (f'{len(failures)} wrong' if failures else 'all arrows point down'))
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
