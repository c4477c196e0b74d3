#!/usr/bin/env python3
"""The desktop's notification service, which writes what it is told, line by line, and another program's window.

`bystander.py FILE`: says "ready" when it serves; takes the focus when a line comes in.
"""
import ctypes
import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NODE = Gio.DBusNodeInfo.new_for_xml("""<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal></interface></node>""")

x11 = ctypes.CDLL("libX11.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
x11.XDefaultRootWindow.restype = ctypes.c_ulong
x11.XCreateSimpleWindow.argtypes = [ctypes.c_void_p, ctypes.c_ulong] + [ctypes.c_int] * 2 + [ctypes.c_uint] * 3 + [ctypes.c_ulong] * 2
x11.XCreateSimpleWindow.restype = ctypes.c_ulong
for name in ("XMapRaised", "XStoreName"):
    getattr(x11, name).argtypes = [ctypes.c_void_p, ctypes.c_ulong] + ([ctypes.c_char_p] if name == "XStoreName" else [])
x11.XFlush.argtypes = [ctypes.c_void_p]
display = x11.XOpenDisplay(None)
window = x11.XCreateSimpleWindow(display, x11.XDefaultRootWindow(display), 40, 700, 300, 120, 1, 0, 0xFFFFFF)
x11.XStoreName(display, window, b"Another program")


def take_focus(_channel, _condition):
    if not sys.stdin.readline():
        return False
    x11.XMapRaised(display, window)
    x11.XFlush(display)
    return True


def on_call(bus, sender, path, interface, method, arguments, invocation):
    values = arguments.unpack()
    with open(sys.argv[1], "a", encoding="utf-8") as f:
        f.write(json.dumps({"summary": values[3], "body": values[4], "all": repr(values)}) + "\n")
    invocation.return_value(GLib.Variant("(u)", (7,)))
    GLib.timeout_add(600, lambda: bus.emit_signal(None, path, interface, "ActionInvoked", GLib.Variant("(us)", (7, "default"))) and False)


bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
bus.register_object("/org/freedesktop/Notifications", NODE.interfaces[0], on_call, None, None)
Gio.bus_own_name_on_connection(
    bus, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE, lambda *_: print("ready", flush=True), None
)
GLib.io_add_watch(sys.stdin, GLib.IO_IN, take_focus)
GLib.MainLoop().run()
