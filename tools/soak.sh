#!/usr/bin/env bash
# usage: tools/soak.sh   everything that takes too long for CI; WEGWIJZER_SOAK=1 makes the random tests long
set -euo pipefail
cd "$(dirname "$0")/.."
export WEGWIJZER_SOAK=1
for preset in dev release asan; do
  cmake --preset "$preset" -Wno-dev
  cmake --build --preset "$preset"
  ctest --preset "$preset"
done
tools/lint.sh --all
