#!/usr/bin/env python3
"""The runners of the golden cases and of the documents must see a difference, and accept must write it down."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
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


if __name__ == '__main__':
    unittest.main()
