#!/usr/bin/env python3
"""Run the examples in the documents, so that what a reader sees there is what the program does.

usage: tests/docs_run.py [--accept] [--binary build/wegwijzer] [FILE.md...]

In README.md and docs/**/*.md:

  ```console          every line `$ COMMAND` runs; the lines below it, up to the next `$`, are what it prints
                      (both streams). A line `...` stands for any number of lines.
  ```regels pack.regels   (any language, and a file name) writes that file first; commands further down can use it

In docs/handleiding every block of rules has a file name: a block without one would be read by nothing.

  <!-- files of OTHER.md -->   the files that another document writes, as they stand at its end

Each document has a folder of its own that looks like the root of the source tree, so `rules/...` and
`build/wegwijzer` work as they do for the reader, and files it writes disappear. --accept, or WEGWIJZER_ACCEPT=1,
writes down what the commands print now.
"""
import argparse
import pathlib
import re
import sys
import tempfile

from support.running import ROOT, accepting, find_binary, run_command, show_difference, to_lines

FILES_OF = re.compile(r'^<!-- files of (\S+) -->$')
FENCE = re.compile(r'^(\s*)```(\S*)[ ]*(\S*)\s*$')


def matches(expected, actual):
    """Whether the lines are equal, where `...` alone on a line stands for any number of lines."""
    if expected.count('...') == 0:
        return expected == actual
    parts = [re.escape(line) + '\n' if line != '...' else '(?:.*\n)*?' for line in expected]
    return re.fullmatch(''.join(parts), ''.join(line + '\n' for line in actual)) is not None


def make_folder(temporary, binary):
    """A folder that looks like the source tree: what is there is linked, build/wegwijzer is the program under test."""
    folder = pathlib.Path(temporary).resolve()
    for entry in ROOT.iterdir():
        if entry.name not in ('.git', 'build'):
            (folder / entry.name).symlink_to(entry)
    (folder / 'build').mkdir()
    (folder / 'build' / 'wegwijzer').symlink_to(binary)
    return folder


def run_console(lines, folder, binary, where):
    """Runs the commands of one block. Returns its lines as they are now, and what is wrong."""
    now, wrong = [], []
    starts = [index for index, line in enumerate(lines) if line.startswith('$ ')]
    if not starts or starts[0] != 0:
        return lines, [f'{where}: a console block starts with "$ COMMAND"']
    for begin, end in zip(starts, starts[1:] + [len(lines)]):
        command_end = begin + 1
        while lines[command_end - 1].endswith('\\') and command_end < end:
            command_end += 1
        command = '\n'.join(lines[begin:command_end])[2:]
        expected = lines[command_end:end]
        outcome = run_command(command, folder, binary, merge=True)
        actual = to_lines(outcome.stdout + outcome.stderr)
        now += lines[begin:command_end]
        if matches(expected, actual):
            now += expected
            continue
        now += actual
        wrong.append(f'{where}: $ {command}\n{show_difference(expected, actual, "the document", "the program")}')
    return now, wrong


def write_file(folder, name, body):
    """Writes a file of a document. Returns what is wrong with that, or nothing."""
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_symlink():
        return f'{name} would overwrite a file of the source tree'
    target.write_text('\n'.join(body) + '\n', encoding='utf-8')
    return None


def blocks_of(lines):
    """Yields the language, the name and the body of every fenced block."""
    index = 0
    while index < len(lines):
        fence = FENCE.match(lines[index])
        index += 1
        if not fence:
            continue
        begin = index
        while index < len(lines) and lines[index].strip() != '```':
            index += 1
        yield fence.group(2), fence.group(3), lines[begin:index]
        index += 1


def run_document(path, binary, accept):
    """Returns the number of commands and the list of what is wrong."""
    lines = path.read_text(encoding='utf-8').split('\n')
    out, wrong, commands, index = [], [], 0, 0
    with tempfile.TemporaryDirectory(prefix='docs-') as temporary:
        folder = make_folder(temporary, binary)
        while index < len(lines):
            fence = FENCE.match(lines[index])
            other = FILES_OF.match(lines[index])
            if other:
                text = (path.parent / other.group(1)).read_text(encoding='utf-8')
                for language, name, body in blocks_of(text.split('\n')):
                    if name and language != 'console':
                        write_file(folder, name, body)
            if not fence:
                out.append(lines[index])
                index += 1
                continue
            indent, language, name = fence.groups()
            end = index + 1
            while end < len(lines) and lines[end].strip() != '```':
                end += 1
            body = [line[len(indent):] if line.startswith(indent) else line for line in lines[index + 1:end]]
            if language == 'console':
                commands += sum(line.startswith('$ ') for line in body)
                body, found = run_console(body, folder, binary, f'{path.relative_to(ROOT)}:{index + 1}')
                wrong += found
            elif name:
                problem = write_file(folder, name, body)
                if problem:
                    wrong.append(f'{path.relative_to(ROOT)}:{index + 1}: {problem}')
            elif language == 'regels' and path.is_relative_to(ROOT / 'docs' / 'handleiding'):
                wrong.append(f'{path.relative_to(ROOT)}:{index + 1}: no file name, so no command reads these rules')
            out += [lines[index], *(indent + line if line else line for line in body), *lines[end:end + 1]]
            index = end + 1
    if wrong and accept:
        path.write_text('\n'.join(out), encoding='utf-8')
    return commands, wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--binary', default=ROOT / 'build' / 'wegwijzer')
    parser.add_argument('--accept', action='store_true')
    parser.add_argument('files', nargs='*', type=pathlib.Path)
    arguments = parser.parse_args()
    binary, accept = find_binary(arguments.binary), accepting(arguments.accept)

    documents = [path.resolve() for path in arguments.files]
    if not documents:
        # The pages of docs/codes are run by codes_run.py, with what stands in their README at hand.
        pages = [path for path in sorted((ROOT / 'docs').rglob('*.md')) if path.parent != ROOT / 'docs' / 'codes']
        documents = [*ROOT.glob('README*.md'), *pages]
    total, failed = 0, 0
    for path in documents:
        commands, wrong = run_document(path, binary, accept)
        total += commands
        failed += len(wrong)
        for text in wrong:
            print(f'\n{"ACCEPTED" if accept else "FAILED"} {text}')
    print(f'{len(documents)} documents, {total} commands, {failed} '
          + ('accepted: read them with git diff' if accept else 'wrong'))
    return 1 if failed and not accept else 0


if __name__ == '__main__':
    sys.exit(main())
