"""What both walks do with the window: find by role and name, press, type, wait, photograph."""
import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.request

import pyatspi

idvctl, data, out = sys.argv[1:4]
prefix = pathlib.Path(sys.argv[0]).stem
shots = 0


def shot(name):
    global shots
    shots += 1
    subprocess.run(["import", "-window", "root", f"{out}/{prefix}-{shots:02d}-{name}.png"], check=False)


def find(node, test, depth=0):
    if node is None or depth > 14:
        return None
    try:
        if test(node):
            return node
        if node.getRoleName() == "table":
            return None
        for i in range(min(node.childCount, 200)):
            hit = find(node.getChildAtIndex(i), test, depth + 1)
            if hit is not None:
                return hit
    except Exception:
        return None
    return None


def children(node):
    """The entries of a list; one that is being filled anew may have fewer than it said a moment ago."""
    return [child for child in (node.getChildAtIndex(i) for i in range(node.childCount)) if child is not None]


def cell(table, row, column):
    """The text of a cell; of one that is not there (any more), nothing."""
    at = table.queryTable().getAccessibleAt(row, column)
    return at.name if at is not None else ""


def showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def app():
    for a in pyatspi.Registry.getDesktop(0):
        if a and a.name in ("idv-console", "IDV Console"):
            return a
    return None


def wait(what, test, seconds=30):
    end = time.time() + seconds
    while time.time() < end:
        a = app()
        hit = find(a, lambda n: test(n) and showing(n)) if a else None
        if hit is not None:
            return hit
        time.sleep(0.15)
    shot("failed")
    raise SystemExit(f"walk: never saw {what}")


def named(role, name):
    return wait(f"{role} {name!r}", lambda n: n.getRoleName() == role and n.name == name)


def press(node):
    action = node.queryAction()
    names = [action.getName(i) for i in range(action.nActions)]
    action.doAction(next(names.index(n) for n in ("Press", "Toggle", "Check") if n in names))


def click(node):
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    pyatspi.Registry.generateMouseEvent(box.x + box.width // 2, box.y + box.height // 2, "b1c")


def tick(box):
    """Makes a line of a list the current one and ticks it with the space bar; a dialog that just opened may still move."""
    for _ in range(6):
        click(box)
        time.sleep(0.4)
        if not box.getState().contains(pyatspi.STATE_CHECKED):
            keys(" ")
            time.sleep(0.4)
        if box.getState().contains(pyatspi.STATE_CHECKED):
            return
    shot("failed")
    raise SystemExit(f"walk: {box.name} could not be ticked")


def ctl(*args):
    p = subprocess.run([idvctl, "--data-dir", data, *args, "--json"], capture_output=True, timeout=30)
    return json.loads(p.stdout)


def until(what, test, seconds=30):
    end = time.time() + seconds
    trouble = None
    while time.time() < end:
        try:
            value, trouble = test(), None
        except Exception as gone:  # the window changes while it is read
            value, trouble = None, gone
        if value:
            return value
        time.sleep(0.3)
    shot("failed")
    raise SystemExit(f"walk: never came true: {what}") from trouble


def keys(*names):
    """A key with modifiers, as a person presses them: keys("Control_L", "k")."""
    codes = {"Control_L": 37}
    for n in names[:-1]:
        pyatspi.Registry.generateKeyboardEvent(codes[n], None, pyatspi.KEY_PRESS)
    last = {"Return": 0xFF0D, "Down": 0xFF54, "Home": 0xFF50, "Escape": 0xFF1B}.get(names[-1]) or ord(names[-1])
    pyatspi.Registry.generateKeyboardEvent(last, None, pyatspi.KEY_SYM)
    for n in reversed(names[:-1]):
        pyatspi.Registry.generateKeyboardEvent(codes[n], None, pyatspi.KEY_RELEASE)


def choose(box, index):
    """The entry of a combo box, by the keyboard."""
    time.sleep(0.4)
    click(box)
    time.sleep(0.4)
    keys("Home")
    for _ in range(index):
        keys("Down")
    keys("Return")
    time.sleep(0.3)


def screen(number):
    """Ctrl and a number, once the tenant's window is there."""
    named("push button", "Find a person")
    wait("the sidebar", lambda n: n.name.startswith("Identities") and n.getState().contains(pyatspi.STATE_ENABLED))
    time.sleep(0.4)
    keys("Control_L", number)


def stats(url):
    with urllib.request.urlopen(url + "/lab/stats") as r:
        return json.load(r)


def serve(*args):
    """The simulators on their own, and where they are."""
    p = subprocess.Popen([idvctl, "lab", "serve", *args], stdout=subprocess.PIPE)
    return p, json.loads(p.stdout.readline())


def console(language="en", theme="light"):
    """The window of a walk that starts and kills it itself."""
    return subprocess.Popen([os.environ["WALK_CONSOLE"], "--data-dir", data, "--language", language, "--theme", theme], env={**os.environ, "QT_QPA_PLATFORM": "xcb"})


def enabled(role, name):
    return wait(f"{name} enabled", lambda n: n.getRoleName() == role and n.name == name and n.getState().contains(pyatspi.STATE_ENABLED))
