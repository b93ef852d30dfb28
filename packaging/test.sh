#!/usr/bin/env bash
# Installs what the tests need and runs every check: format, warnings as errors, all tests, the building of the programs
# that measure, and the tests again under the address and undefined-behaviour sanitizers. May be run again: what is built
# is not built anew.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
packaging/install.sh build test

echo "== Format"
find app model packaging reports tests ui \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 clang-format --dry-run --Werror

check() {
    echo "== $1: build"
    cmake --preset "$1" >/dev/null
    cmake --build --preset "$1" -- --quiet
    echo "== $1: tests"
    ctest --preset "$1" --parallel 2
}
check dev
echo "== dev: the programs that measure"
cmake --build --preset dev --target bench_programs -- --quiet
check asan
