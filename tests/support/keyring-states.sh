#!/bin/sh
# The keyring's states that need a session of their own: no bus, a bus without a service, a service without a keyring.
set -eu
here=$(dirname "$(readlink -f "$0")")
test=$1
d=$(mktemp -d /tmp/idv-states.XXXXXX)
trap 'rm -rf "$d"' EXIT
export HOME="$d" XDG_RUNTIME_DIR="$d/run" XDG_DATA_HOME="$d/data" XDG_CONFIG_HOME="$d/config"
mkdir -m 700 -p "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
IDV_EXPECT=nobus DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent "$test" KeychainStates
IDV_EXPECT=noservice dbus-run-session --config-file="$here/no-service.conf" -- "$test" KeychainStates
IDV_EXPECT=nocollection dbus-run-session -- "$test" KeychainStates
