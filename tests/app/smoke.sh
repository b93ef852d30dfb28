#!/usr/bin/env bash
# Starts the program under Xvfb and uses it with real clicks and keys: opens the project, moves between panes, searches,
# locks. What is on the screen is not looked at here; that the program is alive and writes what it should is.
set -euo pipefail
program=$1
place=$(mktemp -d)
export HOME=$place XDG_CONFIG_HOME=$place/config XDG_DATA_HOME=$place/data XDG_CACHE_HOME=$place/cache
export QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 USER=smoke
export DBUS_SESSION_BUS_ADDRESS="unix:path=$place/nobody"
unset QT_SCALE_FACTOR QT_SCREEN_SCALE_FACTORS QT_FONT_DPI QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$place" || true' EXIT
pid=

fail() { echo "smoke: $1" >&2; exit 1; }
alive() { kill -0 "$pid" 2>/dev/null || fail "the program ended: $1"; }
# Waits until the command given is true, at most ten minutes: a slow machine under sanitizers takes its time.
until_true() {
    local what=$1; shift
    for _ in $(seq 3000); do "$@" && return; alive "$what"; sleep 0.2; done
    fail "$what"
}
titled() { xdotool search --onlyvisible --name "$1" >/dev/null 2>&1; }
# Without a window manager nobody gives the focus back when a popup closes.
key() { xdotool windowfocus --sync "$window" 2>/dev/null || true; xdotool key --clearmodifiers "$@"; sleep 0.3; alive "after $*"; }

"$program" & pid=$!
until_true "the window appears" titled '^Trustbench$'
window=$(xdotool search --onlyvisible --name '^Trustbench$' | head -1)
xdotool windowsize --sync "$window" 1440 900
xdotool windowmove "$window" 0 0
sleep 0.5
# "Open the sample project" in the left column.
xdotool mousemove 120 237 click 1
until_true "the sample project opens" titled 'Northquill'
key ctrl+2
key ctrl+1
key ctrl+k
xdotool type --delay 20 'access' # into the popup, which has the keyboard
sleep 0.5
xdotool key Escape
# Escape goes where the focus is, and the dialog may get it a moment after it is seen: pressed until it is gone.
escaped() { xdotool key Escape; sleep 0.3; ! titled 'Keyboard shortcuts'; }
key ctrl+slash
until_true "the shortcuts are shown" titled 'Keyboard shortcuts'
until_true "the shortcuts go" escaped
key F6
key F6
key ctrl+shift+l
until_true "the project locks" titled '^Trustbench$'
grep -rqs Northquill "$place/config" && fail "a name was written to the settings"
xdotool windowfocus --sync "$window"; xdotool key ctrl+q
for _ in $(seq 1200); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
kill -0 "$pid" 2>/dev/null && fail "the program does not end"
wait "$pid" || fail "it ended with an error"
echo "smoke: fine"
