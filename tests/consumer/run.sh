#!/usr/bin/env bash
# usage: tests/consumer/run.sh BUILD_FOLDER
# Install into an empty folder, build main.cpp against it with both libraries, and run it. Exit 77: skipped.
set -euo pipefail
build=$(realpath "$1")
cd "$(dirname "$0")"
[ -f main.cpp ] || { echo "skipped: no main.cpp yet"; exit 77; }
[ -f ../../api/wegwijzer.h ] || { echo "skipped: no public header yet"; exit 77; }

folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --prefix "$folder/installed" >/dev/null
cmake -S . -B "$folder/build" -G Ninja -DCMAKE_PREFIX_PATH="$folder/installed" -DCMAKE_BUILD_TYPE=Debug >/dev/null
cmake --build "$folder/build"
for kind in static shared; do
  echo "== $kind"
  "$folder/build/consumer_$kind"
done
"$folder/installed/bin/wegwijzer" --version

# The shared library shows its public face and nothing else.
library=$(find "$folder/installed" -name 'libwegwijzer.so' | head -n 1)
strangers=$(nm -DC --defined-only "$library" | grep -v ' wegwijzer::api::' || true)
if [ -n "$strangers" ]; then printf 'exported, but no part of the public face:\n%s\n' "$strangers"; exit 1; fi
