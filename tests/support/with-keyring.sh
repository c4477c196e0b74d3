#!/bin/sh
# A throw-away unlocked keyring in a private session bus with a home of its own, for one command.
set -eu
if [ -z "${WITH_KEYRING_INNER:-}" ]; then
  d=$(mktemp -d /tmp/idv-keyring.XXXXXX)
  export HOME="$d" XDG_RUNTIME_DIR="$d/run" XDG_DATA_HOME="$d/data" XDG_CONFIG_HOME="$d/config" XDG_CACHE_HOME="$d/cache"
  mkdir -m 700 -p "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
  unset DISPLAY WAYLAND_DISPLAY
  rc=0; WITH_KEYRING_INNER=1 dbus-run-session -- "$0" "$@" || rc=$?
  rm -rf "$d"; exit $rc
fi
unset WITH_KEYRING_INNER
eval "$(printf '%s' test | gnome-keyring-daemon --unlock --components=secrets 2>/dev/null | sed 's/^/export /')"
rc=0; "$@" || rc=$?
exit $rc
