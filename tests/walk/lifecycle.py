#!/usr/bin/env python3
"""What SailPoint is asked to do to identities: each path of the person's menu, seen in the simulator and in the list of tasks."""
from hands import *  # noqa: F403

until("people mirrored", lambda: len(ctl("tenant", "list")["tenants"]) == 1 and len(ctl("identities", "--tenant", "Simulator", "--limit", "500")["identities"]) == 300)
tenant = ctl("tenant", "list")["tenants"][0]
people = [p for p in ctl("identities", "--tenant", "Simulator", "--limit", "300")["identities"] if p["email"] and p["email"].isascii()]
by_number = {int(p["email"].split("@")[0][-6:]) - 100000: p for p in people}
free = next(p for n, p in sorted(by_number.items()) if n % 10 != 3 and n % 97 != 5 and n % 4 == 1)
owner = next(p for n, p in sorted(by_number.items()) if n % 10 == 3)
screen("2")
search = wait("the search field", lambda n: n.getRoleName() == "text" and n.name.startswith("Search"))
table = wait("the table", lambda n: n.getRoleName() == "table" and n.name == "Identities")


def choose(person):
    search.queryEditableText().setTextContents(person["email"])
    until("the one row", lambda: table.queryTable().nRows == 1 and cell(table, 0, 1) == person["email"])
    click(table.queryTable().getAccessibleAt(0, 0))
    wait("the person", lambda n: n.name == person["name"] and n.getRoleName() == "label")
    time.sleep(0.3)


def menu(item):
    until("no dialog open", lambda: find(app(), lambda n: n.getRoleName() == "dialog" and showing(n)) is None)
    time.sleep(0.4)
    click(wait("More actions", lambda n: n.name == "More actions"))
    time.sleep(0.4)
    if item == "Delete…":
        shot("menu")
    keys(item[0].lower())  # its mnemonic


def count(what):
    return stats(tenant["sailpointUrl"]).get(what, 0)


choose(free)
for tab, seen in (("Access", "Everyone"), ("Ownership", "Nothing has to be reassigned."), ("Activity", "This console did nothing about this person yet.")):
    press(named("page tab", tab))
    wait(f"{tab}: {seen}", lambda n: n.name == seen)
    shot(tab.lower())
press(named("page tab", "Access"))
press(named("push button", "Details of Everyone"))
wait("the assignment", lambda n: n.getRoleName() == "label" and n.name.startswith("Assignment ID: "))
shot("assignment")
press(named("push button", "Close"))
until("no dialog open", lambda: find(app(), lambda n: n.getRoleName() == "dialog" and showing(n)) is None)
before = count("GET /identities")
press(named("push button", "Refresh"))
until("read again", lambda: count("GET /identities") > before)
menu("Synchronize attributes…")
press(named("push button", "Synchronize"))
until("synchronised", lambda: count("synchronised") == 1)
menu("Process…")
press(named("push button", "Process"))
menu("Invite…")
press(named("push button", "Invite"))
until("invited", lambda: count("invited:" + free["id"]) == 1)
menu("Reset…")
alias = free["email"].split("@")[0]
typed = wait("what to type", lambda n: n.getRoleName() == "text" and n.name.startswith("Type"))
assert not named("push button", "Reset identity").getState().contains(pyatspi.STATE_ENABLED)
typed.queryEditableText().setTextContents(typed.name.split("“")[1].split("”")[0])
shot("reset")
press(wait("Reset enabled", lambda n: n.name == "Reset identity" and n.getRoleName() == "push button" and n.getState().contains(pyatspi.STATE_ENABLED)))
press(wait("the operations", lambda n: n.getRoleName() == "push button" and "open operation" in n.name))
tasks = wait("the list of operations", lambda n: n.getRoleName() == "table" and n.name == "Operations")
until("four rows", lambda: tasks.queryTable().nRows == 4)
until("both done", lambda: sum(cell(tasks, i, 3) == "Done" for i in range(4)) == 2)
shot("operations")
pyatspi.Registry.generateKeyboardEvent(0xFF1B, None, pyatspi.KEY_SYM)  # Escape
press(named("page tab", "Activity"))
wait("what was done", lambda n: "identity.reset" in n.name and "intent" in n.name)
shot("activity-after")

choose(owner)
menu("Delete…")
wait("the checklist", lambda n: n.name == "It cannot be deleted yet. Give this to somebody else in SailPoint, then look again.")
assert find(app(), lambda n: n.name == "Delete identity" and n.getRoleName() == "push button" and showing(n)) is None, "no deletion is offered to an owner"
shot("owner")
press(named("push button", "Cancel"))
choose(free)
menu("Delete…")
wait("nothing owned", lambda n: n.name == "It owns nothing.")
typed = wait("what to type", lambda n: n.getRoleName() == "text" and n.name.startswith("Type"))
typed.queryEditableText().setTextContents(typed.name.split("“")[1].split("”")[0])
shot("delete")
press(wait("Delete enabled", lambda n: n.name == "Delete identity" and n.getRoleName() == "push button" and n.getState().contains(pyatspi.STATE_ENABLED)))
until("gone from the table", lambda: table.queryTable().nRows == 0)
done = {(o["kind"], o["state"]) for o in ctl("task", "list", "--tenant", "Simulator")["operations"]}
assert done == {("identity.synchronize", "submitted"), ("identity.process", "done"), ("identity.invite", "done"), ("identity.reset", "submitted"), ("identity.delete", "done")}, done
assert count("DELETE /identities") == 1
print(f"walk: {free['name']}: synchronised, processed, invited, reset, deleted; {owner['name']}: not deleted, owns something")
