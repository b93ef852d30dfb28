#!/usr/bin/env bash
# Builds Trustbench, makes a demo project and opens the window on it. Without a display the same is shown through
# trustbench-cli. May be run again: what is there is not made anew.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
packaging/install.sh build

cmake --preset release >/dev/null
cmake --build --preset release --target trustbench trustbench-cli

demo=build/demo
project=$demo/northquill-2026.trustbench
passphrase='quiet lantern orbit mill seventeen'
cli=build/release/app/trustbench-cli
mkdir -p "$demo"
printf '%s' "$passphrase" > "$demo/passphrase.txt"
if [ ! -e "$project" ]; then
    echo "Making the demo project"
    "$cli" demo "$project" --passphrase-file "$demo/passphrase.txt"
fi
echo "Demo project: $top/$project"
echo "Passphrase:   $passphrase"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    build/release/app/trustbench --at 2026-03-12 "$project" && exit 0 # the middle of its audit window
    echo "The window could not be opened on this display."
fi
echo "There is no display here that can be used, so this is the demo project through trustbench-cli:"
"$cli" readiness "$project" --at 2026-03-12 --passphrase-file "$demo/passphrase.txt" > "$demo/readiness.txt"
sed '/^$/,$d' "$demo/readiness.txt" # the figures; each control and criterion with what it lacks follows them
echo "The whole list:   $top/$demo/readiness.txt"
"$cli" export "$project" --date 2026-03-12 --workbook "$demo/northquill-2026.xlsx" --passphrase-file "$demo/passphrase.txt"
echo "Workbook written: $top/$demo/northquill-2026.xlsx"
