#!/usr/bin/env bash
# Installs what is missing of packaging/packages.txt: "install.sh build" or "install.sh build test".
# Needs nothing and does nothing when all of it is there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

have() {
    case $1 in
        cmake) command -v cmake ;;
        g++) command -v g++ ;;
        ninja-build) command -v ninja ;;
        npm) command -v npm ;;
        python3) command -v python3 ;;
        clang-format) command -v clang-format ;;
        *) [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
    esac >/dev/null
}

missing=()
while read -r package purpose; do
    [[ -z $package || $package == \#* ]] && continue
    [[ " $* " == *" $purpose "* ]] || continue
    have "$package" || missing+=("$package")
done < "$here/packages.txt"
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Installing: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "Run this as root, or install sudo." >&2; exit 1; }
    as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
