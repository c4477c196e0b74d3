#!/usr/bin/env python3
"""The Identities page as a reviewer uses it: filter, save the view, choose columns, select everyone, act, export, go offline."""
from hands import *  # noqa: F403

until("people mirrored", lambda: len(ctl("tenant", "list")["tenants"]) == 1 and len(ctl("identities", "--tenant", "Simulator", "--limit", "500")["identities"]) == 300)
tenant = ctl("tenant", "list")["tenants"][0]
screen("2")
table = wait("the table", lambda n: n.getRoleName() == "table" and n.name == "Identities")
rows = lambda: table.queryTable().nRows
until("everyone", lambda: rows() == 300)

press(named("push button", "Filter"))
profiles = wait("the profiles", lambda n: n.getRoleName() == "list" and n.name == "Identity profile")
until("profiles read", lambda: profiles.childCount > 1)
box = next(n for n in children(profiles) if n.name.startswith("Contractors"))
expected = int(box.name.split()[-1])
time.sleep(0.4)
shot("filter")
tick(box)
press(named("push button", "Apply"))
until("only contractors", lambda: rows() == expected)
named("push button", "Remove filter Profile: Contractors")

press(named("push button", "Save as view…"))
name = wait("the view's name", lambda n: n.getRoleName() == "text" and "are kept under this name" in str([r.getTarget(0).name for r in n.getRelationSet()]) or n.getRoleName() == "text" and n.getState().contains(pyatspi.STATE_FOCUSED) and n.name == "")
name.queryEditableText().setTextContents("Contractors only")
press(named("push button", "OK"))
until("no dialog open", lambda: find(app(), lambda n: n.getRoleName() == "dialog" and showing(n)) is None)
time.sleep(0.4)

click(table.queryTable().getAccessibleAt(2, 0))
wait("the person", lambda n: n.getRoleName() == "push button" and n.name == "Verify identity…")
keys("Control_L", "a")
wait("the selection", lambda n: n.getRoleName() == "label" and n.name == f"{expected} selected")
shot("selection")
press(named("push button", "Process…"))
wait("the question", lambda n: f"of {expected} identities anew" in n.name)
press(named("push button", "Process"))
until("asked for everyone", lambda: any(o["kind"] == "identity.process" and len(o["subjects"]) == expected for o in ctl("task", "list", "--tenant", "Simulator")["operations"]))

keys("Control_L", "e")
path = wait("the file", lambda n: n.getRoleName() == "text" and n.name == "File")
file = pathlib.Path(data) / "contractors.csv"
path.queryEditableText().setTextContents(str(file))
press(wait("Export", lambda n: n.getRoleName() == "push button" and n.name == "Export" and n.getState().contains(pyatspi.STATE_ENABLED)))
wait("the hash", lambda n: n.name.startswith("SHA-256 "))
shot("exported")
lines = file.read_bytes().decode("utf-8-sig").split("\r\n")
assert lines[0].startswith("id,name,email,profile") and len(lines) == expected + 2 and all(",Contractors," in l for l in lines[1:-1]), lines[:3]
press(named("push button", "Close"))
until("no dialog open", lambda: find(app(), lambda n: n.getRoleName() == "dialog" and showing(n)) is None)
time.sleep(0.4)

pyatspi.Registry.generateKeyboardEvent(0xFF1B, None, pyatspi.KEY_SYM)  # Escape clears the selection
until("nothing selected", lambda: find(app(), lambda n: n.name == f"{expected} selected" and showing(n)) is None)
press(named("push button", "Remove filter Profile: Contractors"))
until("everyone again", lambda: rows() == 300)
click(named("push button", "Saved views"))
time.sleep(0.4)
shot("views")
keys("Down")
keys("Return")
until("the view", lambda: rows() == expected)
shot("view")
print("walk: filter, view, selection, export")
