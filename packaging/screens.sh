#!/usr/bin/env bash
# Renders every pane and dialog with the sample project, light and dark, 1440×900, to PNG files in OUTDIR. Needs no
# display.
set -euo pipefail
if [ $# -ne 1 ]; then
    echo "usage: $0 OUTDIR" >&2
    exit 2
fi
mkdir -p "$1"
out=$(cd "$1" && pwd)
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
packaging/install.sh build

cmake --preset release >/dev/null
cmake --build --preset release --target trustbench
QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=1 build/release/app/trustbench --screens "$out"
echo "$(find "$out" -name '*.png' | wc -l) pictures in $out"
