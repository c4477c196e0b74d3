#!/usr/bin/env python3
"""The identity profiles' paths: map what is missing, refresh, preview, export, import with its changes, new, delete."""
from hands import *  # noqa: F403

until("people mirrored", lambda: len(ctl("tenant", "list")["tenants"]) == 1 and len(ctl("identities", "--tenant", "Simulator", "--limit", "500")["identities"]) == 300)
person = next(p for p in ctl("identities", "--tenant", "Simulator", "--limit", "300")["identities"] if p["email"] and p["email"].isascii())
# The simulator's secrets live in its window only: its state is read over its own address.
keys("Control_L", "5")
profiles = wait("the profiles", lambda n: n.getRoleName() in ("list", "list box") and n.name == "Identity profiles")


def names():
    return [n.name for n in children(profiles)]


def choose(name):
    until(name, lambda: any(n.startswith(name) for n in names()))
    click(next(n for n in children(profiles) if n.name.startswith(name)))
    time.sleep(0.3)


def type_in(label, text):
    field = wait(label, lambda n: n.getRoleName() in ("text", "combo box") and n.name == label)
    field.queryEditableText().setTextContents(text)
    return field


def enabled(name):
    return wait(f"{name} enabled", lambda n: n.name == name and n.getRoleName() == "push button" and n.getState().contains(pyatspi.STATE_ENABLED))


def file_named(path):
    field = wait("the file's name", lambda n: n.getRoleName() == "text" and n.name in ("File name:", "File &name:"))
    field.queryEditableText().setTextContents(str(path))
    keys("Return")
    time.sleep(0.5)


until("five profiles", lambda: profiles.childCount == 5)
choose("Board")
assert any(n.startswith("Board, 5 of 7") for n in names()), names()
wait("what is missing", lambda n: n.name == "5 of 7 attributes are ready")
shot("readiness")
table = wait("the seven", lambda n: n.getRoleName() == "table" and n.name == "IDV attributes")
row = next(i for i in range(7) if cell(table, i, 0) == "idvIAL")
click(table.queryTable().getAccessibleAt(row, 0))
press(enabled("Map…"))
wait("what is sent", lambda n: "attributeTransforms/-" in n.name)
shot("map")
press(named("push button", "Map"))
until("six of seven", lambda: any(n.startswith("Board, 6 of 7") for n in names()))
press(enabled("Refresh identities…"))
press(named("push button", "Refresh"))
wait("no refresh needed", lambda n: n.name.startswith("No refresh needed"))
assert [o["state"] for o in ctl("task", "list", "--tenant", "Simulator")["operations"]] == ["done", "done"]

press(named("push button", "Preview…"))
type_in("Person to preview", person["email"])
press(named("push button", "Preview"))
values = wait("both values", lambda n: n.getRoleName() == "table" and n.name == "Values side by side")
until("the rows", lambda: values.queryTable().nRows == 14)
shot("preview")
pyatspi.Registry.generateKeyboardEvent(0xFF1B, None, pyatspi.KEY_SYM)

exported = pathlib.Path(data) / "board.json"
press(named("push button", "Export…"))
file_named(exported)
until("the exported file", exported.exists)
board = json.loads(exported.read_text())
assert board[0]["object"]["name"] == "Board"
board[0]["object"]["priority"] = 77
changed = pathlib.Path(data) / "changed.json"
changed.write_text(json.dumps(board))
press(named("push button", "Import…"))
file_named(changed)
changes = wait("the changes", lambda n: n.getRoleName() == "table" and n.name == "Changes side by side")
cells = [cell(changes, r, c) for r in range(changes.queryTable().nRows) for c in range(3)]
assert "77" in cells and "50" in cells, cells
press(enabled("Import"))
wait("imported", lambda n: n.name == "Imported: Board")
shot("imported")
press(named("push button", "Close"))
assert len(list((pathlib.Path(data) / "backups").iterdir())) == 1
broken = pathlib.Path(data) / "broken.json"
broken.write_text("[{")
press(named("push button", "Import…"))
file_named(broken)
wait("no export", lambda n: n.name == "This is no export of identity profiles")

choose("Seasonal")
press(named("page tab", "Settings"))
press(enabled("Lifecycle states…"))
wait("the states", lambda n: n.name == "They are kept in SailPoint; the console only reads them.")
shot("lifecycle")
press(named("push button", "Close"))
press(enabled("Edit…"))
priority = wait("the priority", lambda n: n.getRoleName() == "spin button" and n.name == "Priority")
priority.queryValue().currentValue = 44
wait("what is sent", lambda n: n.name == "What is sent" and "/priority" in n.queryText().getText(0, -1))
shot("edit")
press(enabled("Save"))
until("no dialog open", lambda: find(app(), lambda n: n.getRoleName() == "dialog" and showing(n)) is None)
wait("the new priority", lambda n: n.getRoleName() == "label" and n.name == "Priority: 44")
press(named("page tab", "Mappings"))
press(enabled("SailPoint’s defaults…"))
wait("the defaults", lambda n: n.getRoleName() == "label" and n.name.startswith("displayName: "))
shot("defaults")
press(named("push button", "Close"))
until("no dialog open", lambda: find(app(), lambda n: n.getRoleName() == "dialog" and showing(n)) is None)

press(named("push button", "New…"))
type_in("Name", "Night shift")
press(named("push button", "Create"))
until("the new one", lambda: any(n.startswith("Night shift") for n in names()))
choose("Night shift")
press(enabled("Delete…"))
field = wait("what to type", lambda n: n.getRoleName() == "text" and n.name.startswith("Type"))
field.queryEditableText().setTextContents("Night shift")
shot("delete")
press(enabled("Delete profile"))
until("gone", lambda: not any(n.startswith("Night shift") for n in names()))
for name in ("One", "Two"):
    press(named("push button", "New…"))
    type_in("Name", name)
    press(named("push button", "Create"))
    until(name, lambda: any(n.startswith(name) for n in names()))
choose("One")
pyatspi.Registry.generateKeyboardEvent(50, None, pyatspi.KEY_PRESS)  # Shift: "Seasonal" and "Two" stand behind it
keys("Down")
keys("Down")
pyatspi.Registry.generateKeyboardEvent(50, None, pyatspi.KEY_RELEASE)
chosen = [n.name.split("\n")[0].split(",")[0] for n in children(profiles) if n.getState().contains(pyatspi.STATE_SELECTED)]
assert chosen[0] == "One" and len(chosen) == 3, chosen
press(enabled("Delete 3…"))
field = wait("what to type", lambda n: n.getRoleName() == "text" and n.name.startswith("Type"))
field.queryEditableText().setTextContents(field.name.split("“")[1].split("”")[0])
shot("bulk-delete")
press(enabled("Delete profiles"))
until("the three gone", lambda: not any(n.startswith(name) for n in names() for name in chosen))
kinds = sorted((o["kind"], o["state"]) for o in ctl("task", "list", "--tenant", "Simulator")["operations"])
assert kinds == [("profile.create", "done")] * 3 + [("profile.delete", "done")] * 2 + [("profile.import", "done"), ("profile.refresh", "done"), ("profile.update", "done"), ("profile.update", "done")], kinds
keys("Control_L", ",")
pages = wait("the settings pages", lambda n: n.getRoleName() in ("list", "list box") and n.name == "Settings pages")
click(next(n for n in children(pages) if n.name == "Tenants"))
press(named("push button", "Readiness…"))
wait("the verdict", lambda n: n.name == "Ready")
checks = wait("the checks", lambda n: n.getRoleName() == "table" and n.name == "Checks")
cells = {cell(checks, r, 1): cell(checks, r, 0) for r in range(checks.queryTable().nRows)}
assert cells["Profile Board"] == "! Look" and cells["Profile Employees"] == "✓ Passed", cells
shot("readiness-check")
# What the check found and the console can mend: shown before it is sent, previewed for a person, then checked again.
fix = enabled("Fix…")
press(fix)
wait("what is sent", lambda n: n.name == "What is sent" and "idvVerifiedDate" in n.queryText().getText(0, -1))
shot("fix")
press(enabled("Preview…"))
type_in("Person to preview", person["email"])
press(named("push button", "Preview"))
values = wait("both values", lambda n: n.getRoleName() == "table" and n.name == "Values side by side")
until("the rows", lambda: values.queryTable().nRows >= 14)
pyatspi.Registry.generateKeyboardEvent(0xFF1B, None, pyatspi.KEY_SYM)
time.sleep(0.4)
press(enabled("Map"))


def found():
    t = find(app(), lambda n: n.getRoleName() == "table" and n.name == "Checks" and showing(n))
    return {cell(t, r, 1): cell(t, r, 0) for r in range(t.queryTable().nRows)} if t else {}


until("mended", lambda: list(found().values()).count("! Look") < list(cells.values()).count("! Look") and len(found()) == len(cells))
press(enabled("Save report…"))
file_named(pathlib.Path(data) / "readiness.md")
until("the report", (pathlib.Path(data) / "readiness.md").exists)
print("walk: mapped, refreshed, previewed, exported, imported with a backup, created, deleted; readiness checked")
