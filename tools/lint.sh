#!/usr/bin/env bash
# usage: tools/lint.sh [--all]
#
# Layers and formatting of the whole tree, clang-tidy on what changed: first what is not committed, then what the last
# commits touched, newest first, until the time is up (LINT_SECONDS, 240 by default). --all: every file, no limit.
# The commands come from a configuration of its own, where each file has one (a build that compiles many at once has not).
set -euo pipefail
cd "$(dirname "$0")/.."

python3 tools/check_layers.py --quiet
unformatted=$(git ls-files -z --cached --others --exclude-standard '*.h' '*.cpp' |
  xargs -0 -r clang-format-19 --dry-run 2>&1 | sed -n 's/^\([^:]*\):.*warning: code should be clang-formatted.*/  \1/p' | sort -u)
if [ -n "$unformatted" ]; then
  printf 'not formatted (./dev format does it):\n%s\n' "$unformatted"
  exit 1
fi
echo "formatting: as .clang-format says"

changed_files() {
  { git diff --name-only HEAD; git ls-files --others --exclude-standard; git log --format= --name-only -n 30; } |
    awk '!seen[$0]++' | grep -E '\.cpp$' || true
}
if [ "${1:-}" = --all ]; then
  files=$(git ls-files '*.cpp') limit=86400
else
  files=$(changed_files) limit=${LINT_SECONDS:-240}
fi

cmake --preset lint -Wno-dev >/dev/null
known=$(mktemp); trap 'rm -f "$known"' EXIT
python3 -c 'import json, os
for entry in json.load(open("build-lint/compile_commands.json")): print(os.path.relpath(entry["file"]))' >"$known"

tidy() {  # FILE DEADLINE
  [ "$(date +%s)" -lt "$2" ] || { echo "not reached in time: $1"; return 0; }
  local found
  found=$(clang-tidy-19 --quiet -p build-lint --extra-arg=-Wno-unknown-warning-option "$1" 2>/dev/null) && return 0
  # The finding and its notes in our own files, without the source lines and the insides of macros.
  echo "clang-tidy: $1"
  sed -n "s|^$PWD/\\([^:]*:[0-9]*:[0-9]*: \\)|  \\1|p" <<<"$found" | sort -u
  return 1
}
export -f tidy
deadline=$(($(date +%s) + limit))
# A file may have gone, or may not be part of this build: those are passed over.
echo "$files" | { grep -Fx -f "$known" || true; } | while read -r file; do [ -f "$file" ] && echo "$file"; done |
  xargs -r -P "$(nproc)" -I{} bash -c 'tidy "$1" "$2"' - {} "$deadline"
echo "clang-tidy: done"
