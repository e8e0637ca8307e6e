#!/usr/bin/env python3
"""The checkers are checked: the runners must see a difference and accept must write it down; the layer check must
see an arrow that points up."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent / 'tools'))
import check_layers
import docs_run
import golden_run

PROGRAM = '''#!/usr/bin/env bash
echo "heard $*"
[ "$1" != wrong ] || { echo "no" >&2; exit 3; }
'''


class Runners(unittest.TestCase):
    def setUp(self):
        # Inside the source tree, because the runners show paths relative to it.
        self.temporary = tempfile.TemporaryDirectory(prefix='.runners-', dir=golden_run.ROOT / 'tests')
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)
        self.binary = self.folder / 'wegwijzer'
        self.binary.write_text(PROGRAM)
        self.binary.chmod(0o755)

    def case(self, text, accept=False):
        path = self.folder / 'one.case'
        path.write_text(text)
        return golden_run.run_case(path, self.binary, accept), path.read_text()

    def test_a_case_that_holds(self):
        self.assertEqual(self.case('# Says it.\n--- $ wegwijzer a b\n--- stdout\nheard a b\n')[0], '')

    def test_differences_are_seen(self):
        for text in ('--- stdout\nheard c\n', '', '--- stdout\nheard a b\n\n--- exit 1\n',
                     '--- stdout\nheard a b\n\n--- stderr\nno\n', '--- stdout\nheard a b\n\n\n'):
            self.assertIn('$ wegwijzer a b', self.case('# Says it.\n--- $ wegwijzer a b\n' + text)[0])

    def test_accept_writes_what_then_holds(self):
        start = '# Says it.\n--- text\nx\n\\--- y\n\n--- $ wegwijzer wrong < text; cat text\n'
        result, text = self.case(start, accept=True)
        self.assertEqual(result, 'accepted')
        self.assertEqual(text, start.replace('; cat', '; cat') +
                         '--- stdout\nheard wrong\nx\n\\--- y\n\n--- stderr\nno\n')
        self.assertEqual(self.case(text)[0], '')

    def test_exit_status_and_files(self):
        start = '# Says it.\n--- $ wegwijzer wrong > out\n--- file out\n'
        _, text = self.case(start, accept=True)
        self.assertEqual(text, '# Says it.\n--- $ wegwijzer wrong > out\n--- stderr\nno\n\n'
                               '--- file out\nheard wrong\n\n--- exit 3\n')
        self.assertEqual(self.case(text)[0], '')

    def test_bad_cases(self):
        self.assertIn('no "--- $ COMMAND"', self.case('# Nothing.\n--- file.txt\nx\n')[0])
        self.assertIn('what the case shows', self.case('--- $ true\n')[0])
        self.assertIn('no shared file', self.case('# X.\n--- include nothing.regels\n--- $ true\n')[0])

    def document(self, text, accept=False):
        path = self.folder / 'page.md'
        path.write_text(text)
        return docs_run.run_document(path, self.binary, accept), path.read_text()

    def test_documents(self):
        good = 'A\n\n```text made.txt\nline\n```\n\n```console\n$ build/wegwijzer a\nheard a\n$ cat made.txt\nline\n```\n'
        self.assertEqual(self.document(good)[0], (2, []))
        (count, wrong), text = self.document(good.replace('heard a', 'heard b'), accept=True)
        self.assertEqual((count, len(wrong), text), (2, 1, good))

    def test_documents_with_lines_left_out(self):
        page = '```console\n$ seq 9\n1\n...\n{}\n```\n'
        self.assertEqual(self.document(page.format('9'))[0], (1, []))
        self.assertEqual(len(self.document(page.format('8'))[0][1]), 1)


class Layers(unittest.TestCase):
    layers = check_layers.read_layers()

    def wrong(self, path, line):
        found = []
        check_layers.check_includes(path, [line], self.layers, lambda *report: found.append(report[2]))
        return found

    def test_arrows(self):
        self.assertEqual(self.wrong('engine/execute/a.cpp', '#include "engine/base/decimal.h"'), [])
        self.assertEqual(self.wrong('engine/execute/a.cpp', '#include "engine/program/program.h"'), [])
        self.assertEqual(self.wrong('cli/a.cpp', '#include "engine/base/decimal.h"'), [])
        for path, header in (('engine/execute/a.cpp', 'engine/trace/trace.h'), ('engine/trace/a.h', 'engine/program/a.h'),
                             ('engine/model/a.cpp', 'dsl/ast/ast.h'), ('api/a.cpp', 'cli/a.h'),
                             ('dsl/check/a.cpp', 'dsl/parse/parse.h'), ('engine/base/a.cpp', 'decimal.h'),
                             ('engine/unheard_of/a.cpp', 'engine/base/decimal.h')):
            self.assertEqual(len(self.wrong(path, f'#include "{header}"')), 1, (path, header))

    def test_homes(self):
        self.assertEqual(self.wrong('dsl/parse/a.cpp', '#include <tao/pegtl.hpp>'), [])
        self.assertEqual(self.wrong('engine/base/a.cpp', '#include <string_view>'), [])
        for path, header in (('dsl/check/a.cpp', 'tao/pegtl.hpp'), ('cli/a.cpp', 'nlohmann/json.hpp'),
                             ('engine/io/a.cpp', 'spdlog/spdlog.h'), ('engine/io/a.cpp', 'absl/strings/string.h')):
            self.assertEqual(len(self.wrong(path, f'#include <{header}>')), 1, (path, header))


if __name__ == '__main__':
    unittest.main()
