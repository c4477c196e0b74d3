#!/usr/bin/env python3
"""First run -> simulator -> find -> verify -> verified -> written back, driven through AT-SPI with real keys."""
from hands import *  # noqa: F403

simulator = named("push button", "Open simulator")
shot("first-run")
press(simulator)

until("5,000 people mirrored", lambda: len(ctl("tenant", "list")["tenants"]) == 1 and len(ctl("identities", "--tenant", "Simulator", "--limit", "6000")["identities"]) == 5000)
tenant = ctl("tenant", "list")["tenants"][0]
assert tenant["environment"] == "simulator", tenant
screen("2")
table = wait("the table", lambda n: n.getRoleName() == "table" and n.name == "Identities")
until("rows in the table", lambda: table.queryTable().nRows == 5000)
shot("identities")

# Somebody who was never verified, and by two letters through Quick find's keyboard.
people = ctl("identities", "--tenant", "Simulator", "--status", "never", "--search", "ec", "--limit", "200")["identities"]
person = next(p for p in people if p["lifecycle"] == "active" and p["email"])
press(named("push button", "Find a person"))
edit = wait("Quick find", lambda n: n.getRoleName() == "text" and n.name == "Find a person")
time.sleep(0.4)
edit.queryEditableText().setTextContents("ec")
until("people found", lambda: find(app(), lambda n: n.getRoleName() in ("list", "list box") and n.name == "People found" and n.childCount >= 3))
shot("quick-find")
edit.queryEditableText().setTextContents(person["email"])
until("the one person", lambda: find(app(), lambda n: n.getRoleName() in ("list", "list box") and n.name == "People found" and n.childCount == 1))
pyatspi.Registry.generateKeyboardEvent(0xFF0D, None, pyatspi.KEY_SYM)

verify = wait("Verify identity…", lambda n: n.getRoleName() == "push button" and n.name == "Verify identity…" and n.getState().contains(pyatspi.STATE_ENABLED))
shot("person")
press(verify)
ticket = wait("the ticket field", lambda n: n.getRoleName() == "text" and n.name == "Ticket number")
start = named("push button", "Start verification")
assert not start.getState().contains(pyatspi.STATE_ENABLED), "Start must wait for a ticket"
ticket.queryEditableText().setTextContents("INC0481127")
qr = named("radio button", "Do not send; show a QR code and link")
press(qr)
shot("verify-dialog")
start = wait("Start enabled", lambda n: n.getRoleName() == "push button" and n.name == "Start verification" and n.getState().contains(pyatspi.STATE_ENABLED))
press(start)

wait("the live session", lambda n: n.name == "State: Waiting for the caller")
time.sleep(0.5)
shot("waiting")
session = ctl("sessions", "--tenant", "Simulator")["sessions"][0]
assert session["status"] == "pending" and session["ticket"] == "INC0481127", session

wait("Verified", lambda n: n.name == "State: Verified", 60)
shot("verified")
session = until("written back", lambda: next((s for s in ctl("sessions", "--tenant", "Simulator")["sessions"] if s["writeBack"] == "written"), None))
time.sleep(0.6)
shot("written")
assert session["status"] == "verified" and session["ial"] == 2 and session["writeBackDetail"] == "7/7", session
after = next(p for p in ctl("identities", "--tenant", "Simulator", "--search", person["email"])["identities"] if p["id"] == person["id"])
assert after["status"] == "verified" and after["idvSessionId"] == session["providerSession"], after

with urllib.request.urlopen(tenant["idvUrl"] + "/lab/stats") as r:
    idv = json.load(r)
with urllib.request.urlopen(tenant["sailpointUrl"] + "/lab/stats") as r:
    sailpoint = json.load(r)
assert idv["create"] == 1, idv
assert sailpoint.get("PATCH /accounts", 0) + sailpoint.get("POST /accounts", 0) == 1, sailpoint

press(named("push button", "Close"))
nav = wait("Sessions in the sidebar", lambda n: n.name.startswith("Sessions") and n.getRoleName() in ("check box", "toggle button", "push button", "radio button"))
press(nav)
wait("the sessions table", lambda n: n.getRoleName() == "table" and n.name == "Sessions")
time.sleep(0.4)
shot("sessions")
print(f"walk: {person['name']}: never verified -> verified at IAL2, written and read back")
