#!/usr/bin/env python3
"""The reviewer's page: who is past due, a rule added with its effect seen first, saved, and the work list exported."""
from hands import *  # noqa: F403

until("people mirrored", lambda: len(ctl("tenant", "list")["tenants"]) == 1 and len(ctl("identities", "--tenant", "Simulator", "--limit", "2000")["identities"]) == 800)
before = ctl("due", "--tenant", "Simulator")
keys("Control_L", "4")
table = wait("the work list", lambda n: n.getRoleName() == "table" and n.name == "Work list")
until("everyone past due", lambda: table.queryTable().nRows == before["pastDue"])
wait("the summary", lambda n: n.name.startswith(f"{before['pastDue']} past due · {before['dueSoon']} due soon"))
chart = wait("the forecast", lambda n: n.name == "Falling due, chart")
until("a bar is read out", lambda: chart.description.startswith("Week of "))
shot("work-list")

press(named("page tab", "Policy"))
press(named("push button", "Add a rule…"))
profiles = wait("the profiles", lambda n: n.getRoleName() == "list" and n.name == "Identity profile")
until("profiles read", lambda: profiles.childCount > 1)
wait("the name", lambda n: n.getRoleName() == "text" and n.name == "Name").queryEditableText().setTextContents("Contractors")
box = next(n for n in children(profiles) if n.name.startswith("Contractors"))
time.sleep(0.4)
tick(box)
wait("the interval", lambda n: n.getRoleName() == "spin button" and n.name == "Verify every").queryValue().currentValue = 120
shot("rule")
press(named("push button", "Use rule"))
rows = wait("the rules", lambda n: n.getRoleName() == "table" and n.name == "Policy")
until("the effect", lambda: rows.queryTable().nRows == 2 and "→" in cell(rows, 0, 6))
then = int(cell(rows, 0, 6).split("→")[1].strip().replace(",", ""))
wait("what it means", lambda n: n.name.endswith("more people become past due today"))
assert ctl("due", "--tenant", "Simulator")["pastDue"] == before["pastDue"], "a draft changes nothing"
shot("effect")
press(wait("Save policy…", lambda n: n.name == "Save policy…" and n.getState().contains(pyatspi.STATE_ENABLED)))
question = find(app(), lambda n: n.name == "Save policy" and n.getRoleName() == "push button" and showing(n))
if question is None:
    time.sleep(0.5)
    question = find(app(), lambda n: n.name == "Save policy" and n.getRoleName() == "push button" and showing(n))
if question is not None:
    press(question)
until("it holds", lambda: sum(p["policy"] == "Contractors" for p in ctl("due", "--tenant", "Simulator", "--limit", "5000")["people"]) == then)
after = ctl("due", "--tenant", "Simulator")
assert after["pastDue"] > before["pastDue"]

press(named("page tab", "Work list"))
until("the longer list", lambda: table.queryTable().nRows == after["pastDue"])
press(named("push button", "Select all"))
wait("all selected", lambda n: n.name == f"{after['pastDue']} of {after['pastDue']} selected")
press(named("push button", "Export…"))
path = wait("the file", lambda n: n.getRoleName() == "text" and n.name == "File")
file = pathlib.Path(data) / "past-due.csv"
path.queryEditableText().setTextContents(str(file))
press(wait("Export", lambda n: n.getRoleName() == "push button" and n.name == "Export" and n.getState().contains(pyatspi.STATE_ENABLED)))
wait("the hash", lambda n: n.name.startswith("SHA-256 "))
lines = file.read_bytes().decode("utf-8-sig").split("\r\n")
assert lines[0] == "id,name,policy,verifiedOn,due,idvStatus,graceEnds,contact" and len(lines) == after["pastDue"] + 2, lines[0]
shot("exported")
print(f"walk: {before['pastDue']} past due, {after['pastDue']} with the new rule; exported")
