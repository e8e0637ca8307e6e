#!/usr/bin/env bash
# usage: tests/consumer/run.sh BUILD_FOLDER
# Install into an empty folder, build main.cpp and examples/embedding against it, and run them. Exit 77: skipped.
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

# The example that embeds the library prints what its README says.
cmake -S ../../examples/embedding -B "$folder/embedding" -G Ninja -DCMAKE_PREFIX_PATH="$folder/installed" -DCMAKE_BUILD_TYPE=Debug >/dev/null
cmake --build "$folder/embedding"
cp "$folder/embedding/embedding" "$folder/installed/bin/"
if command -v pkg-config >/dev/null; then
  read -ra flags <<<"$(PKG_CONFIG_PATH=$(dirname "$(find "$folder/installed" -name wegwijzer.pc)") pkg-config --cflags --libs wegwijzer)"
  "${CXX:-c++}" -std=c++20 ../../examples/embedding/main.cpp -o "$folder/by_pkg_config" "${flags[@]}"
fi
python3 ../docs_run.py --binary "$folder/installed/bin/wegwijzer" ../../examples/embedding/README.md

# The shared library shows its public face and nothing else: what exports.txt says, which changes only on purpose.
library=$(find "$folder/installed" -name 'libwegwijzer.so' | head -n 1)
nm -DC --defined-only "$library" | cut -d ' ' -f 3- | LC_ALL=C sort -u >"$folder/exports.txt"
if [ -n "${WEGWIJZER_ACCEPT:-}" ]; then cp "$folder/exports.txt" exports.txt; fi
diff -u exports.txt "$folder/exports.txt" || { echo "exported is not what exports.txt says (WEGWIJZER_ACCEPT=1 writes it down)"; exit 1; }
echo "$(wc -l <exports.txt) names are exported"
