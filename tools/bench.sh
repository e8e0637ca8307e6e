#!/usr/bin/env bash
# usage: tools/bench.sh [ARGUMENT...]   run every program that tests/bench built, in the release build
set -euo pipefail
cd "$(dirname "$0")/.."
found=0
for program in build-release/tests/bench_*; do
  [ -x "$program" ] || continue
  found=1
  echo "== ${program##*/}"
  "$program" "$@"
done
if [ -x build-release/wegwijzer ]; then
  echo "== sweep"
  python3 tests/compare_run.py build-release/wegwijzer --bench
  echo "== check"
  python3 tests/corpus_run.py --binary build-release/wegwijzer --bench
  echo "== evaluate"
  python3 tests/institutions_run.py --binary build-release/wegwijzer --bench
  echo "== report"
  python3 tests/report_run.py --binary build-release/wegwijzer --bench
  echo "== kept runs"
  python3 tests/runs_bench_run.py --binary build-release/wegwijzer
  if [ -d tests/lsp/node_modules ]; then
    echo "== typing"
    WEGWIJZER=build-release/wegwijzer node tests/lsp/bench.mjs
  fi
fi
[ "$found" = 1 ] || echo "tests/bench has no programs yet"
