#!/usr/bin/env bash
# usage: tools/install_debian.sh [lint] [browser] [editors]...   install what is missing to build and test on Debian 12; nothing if all is there
set -euo pipefail

packages=(
  cmake ninja-build g++ python3 git
  libfmt-dev nlohmann-json3-dev tao-pegtl-dev libutf8proc-dev libspdlog-dev libcli11-dev libmimalloc-dev libsqlite3-dev libpq-dev libssl-dev
  libboost-test-dev postgresql-15
  ccache mold
)
for extra in "$@"; do
  case $extra in
    lint) packages+=(clang-format-19 clang-tidy-19) ;;
    browser)
      packages+=(chromium chromium-driver python3-selenium)
      # Node 18 or later with its npm may be there from elsewhere: then Debian's would get in its way.
      command -v npm >/dev/null || packages+=(nodejs npm)
      ;;
    editors)
      packages+=(neovim)
      command -v npm >/dev/null || packages+=(nodejs npm)
      ;;
    *) echo "install_debian.sh: unknown set '$extra'" >&2; exit 2 ;;
  esac
done

if ! command -v dpkg-query >/dev/null; then
  echo "Not a Debian system: install the equivalents of ${packages[*]}" >&2
  exit 0
fi

missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

echo "installing: ${missing[*]}"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
