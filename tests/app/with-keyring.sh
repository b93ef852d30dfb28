#!/usr/bin/env bash
# Runs a test program twice in a D-Bus session of its own: first with an unlocked gnome-keyring, then with none at all.
set -euo pipefail
program=$1
place=$(mktemp -d)
trap 'rm -rf "$place" || true' EXIT
export HOME=$place XDG_DATA_HOME=$place/data XDG_CONFIG_HOME=$place/config XDG_CACHE_HOME=$place/cache
export XDG_RUNTIME_DIR=$place/run XDG_CURRENT_DESKTOP=GNOME
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset DBUS_SESSION_BUS_ADDRESS

dbus-run-session -- bash -euc '
    printf "test" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    # It goes on in a process of its own: until that has its name, the bus would start another one, locked.
    for _ in $(seq 600); do
        dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus /org/freedesktop/DBus \
            org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true && break
        sleep 0.1
    done
    "$1" withAKeyring
' with-keyring "$program"
# No service may be started on demand here, and none is running.
DBUS_SESSION_BUS_ADDRESS="unix:path=$place/nobody" "$program" withoutOne
