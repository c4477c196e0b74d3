#!/bin/bash
# The main job in a real window: Xvfb, a window manager, assistive technology as the hand and the eye.
set -u
here=$(dirname "$(readlink -f "$0")")
console=$1; idvctl=$2; out=$3
if [ -z "${WALK_INNER:-}" ]; then
  export WALK_INNER=1
  rc=0
  # The others have a keyring of their own each: the first has none, as on a bare machine.
  for part in others governance identityiq restart edit; do
    XDG_RUNTIME_DIR=$(mktemp -d /tmp/idv-walk.XXXXXX); chmod 700 "$XDG_RUNTIME_DIR"; export XDG_RUNTIME_DIR
    export HOME=$XDG_RUNTIME_DIR WALK_PART=$part
    [[ " ${WALK_ONLY:-$part} " != *" $part "* ]] || xvfb-run -a -s '-screen 0 1480x960x24' dbus-run-session -- "$0" "$@" || rc=$?
    rm -rf "$XDG_RUNTIME_DIR"
  done
  exit $rc
fi
mkdir -p "$out"
[ "$WALK_PART" != others ] || rm -f "$out"/*.png
openbox >/dev/null 2>&1 & wm=$!
managed() { kill -0 $wm 2>/dev/null || { echo "walk: the window manager had ended; started again" >&2; openbox >/dev/null 2>&1 & wm=$!; sleep 0.5; }; }
/usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 & bus=$!
sleep 0.7
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LC_ALL=C.UTF-8
rc=0
one() { # script, console's arguments
  local data=$XDG_RUNTIME_DIR/$1; local script=$1; shift
  managed
  QT_QPA_PLATFORM=xcb "$console" --data-dir "$data" --language en --theme light --lab-journey-ms 4000 --lab-processing-ms 1500 "$@" & local app=$!
  local began=$SECONDS
  timeout 240 /usr/bin/python3 "$here/$script.py" "$idvctl" "$data" "$out" || rc=1
  echo "walk: $script took $((SECONDS - began)) s"
  kill $app 2>/dev/null; wait $app 2>/dev/null
}
alone() { # script that starts the console itself, with a keyring: it kills the console on its way
  local data=$XDG_RUNTIME_DIR/$1
  managed
  eval "$(printf '%s' test | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null | sed 's/^/export /')"
  WALK_CONSOLE=$console timeout 240 /usr/bin/python3 "$here/$1.py" "$idvctl" "$data" "$out" || rc=1
}
if [ "$WALK_PART" != others ]; then
alone "$WALK_PART"
else
# Long enough that a busy machine still sees what comes before the result.
one walk --lab-journey-ms 12000 --lab-outcome verified --lab-identities 5000
one desk --lab --lab-journey-ms 25000 --lab-outcome name-differs --lab-identities 800
one aside --lab --lab-journey-ms 15000 --lab-outcome verified --lab-identities 400 --lab-callback-fault no-nonce
one lifecycle --lab --lab-identities 300
one people --lab --lab-identities 300
one renewal --lab --lab-identities 800
one profiles --lab --lab-identities 300
one engineer --lab --lab-identities 300 --lab-outcome verified --lab-journey-ms 1500
fi
kill $bus $wm 2>/dev/null; wait 2>/dev/null
exit $rc
