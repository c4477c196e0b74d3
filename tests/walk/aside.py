#!/usr/bin/env python3
"""The integration engineer's path: a callback without its one-time value is put aside, assigned, and the query decides;
the ticket's form and the provider's profile in Settings; newcomers above the table; what a hanging session is told."""
from hands import *  # noqa: F403

until("people mirrored", lambda: len(ctl("tenant", "list")["tenants"]) == 1 and len(ctl("identities", "--tenant", "Simulator", "--limit", "500")["identities"]) == 400)
people = [p for p in ctl("identities", "--tenant", "Simulator", "--status", "never", "--limit", "200")["identities"] if p["lifecycle"] == "active" and p["email"]]


def settings(page):
    keys("Control_L", ",")
    pages = wait("the settings pages", lambda n: n.getRoleName() in ("list", "list box") and n.name == "Settings pages")
    item = next(n for n in children(pages) if n.name == page)
    click(item)


settings("Verification")
pattern = wait("the pattern", lambda n: n.getRoleName() == "text" and n.name == "Ticket numbers match")
pattern.queryEditableText().setTextContents("INC\\d{7}")
pattern.queryComponent().grabFocus()
keys("Return")
example = wait("the example", lambda n: n.getRoleName() == "text" and n.name == "Example, shown beside the field")
example.queryEditableText().setTextContents("INC0012345")
example.queryComponent().grabFocus()
keys("Return")
phrase = wait("a phrase", lambda n: n.getRoleName() == "text" and n.name == "QR code or link")
phrase.queryEditableText().setTextContents("Please scan this code.")
phrase.queryComponent().grabFocus()
keys("Return")
time.sleep(0.5)
shot("settings-verification")


def verify(person, ticket, refused=None):
    keys("Control_L", "k")
    edit = wait("Quick find", lambda n: n.getRoleName() == "text" and n.name == "Find a person")
    edit.queryEditableText().setTextContents(person["email"])
    until("the one person", lambda: find(app(), lambda n: n.getRoleName() in ("list", "list box") and n.name == "People found" and n.childCount == 1))
    keys("Control_L", "Return")
    field = wait("the ticket field", lambda n: n.getRoleName() == "text" and n.name == "Ticket number")
    if refused:
        field.queryEditableText().setTextContents(refused)
        wait("the ticket refused", lambda n: n.name == "The ticket number does not have the agreed form.")
        shot("ticket-form")
    field.queryEditableText().setTextContents(ticket)
    press(named("radio button", "Do not send; show a QR code and link"))
    press(wait("Start enabled", lambda n: n.getRoleName() == "push button" and n.name == "Start verification" and n.getState().contains(pyatspi.STATE_ENABLED)))
    wait("the live session", lambda n: n.name == "State: Waiting for the caller")


verify(people[0], "INC0500001", refused="42")
wait("the own phrase", lambda n: "Please scan this code." in n.name)
press(named("push button", "Close"))  # the session's window may lie above the list of pages
settings("Callback receiver")
table = wait("the list of what was put aside", lambda n: n.getRoleName() == "table" and n.name == "Unmatched callbacks")
until("one put aside", lambda: table.queryTable().nRows == 1)
session = ctl("sessions", "--tenant", "Simulator")["sessions"][0]
aside = ctl("callbacks", "list", "--tenant", "Simulator")["unmatched"]
assert len(aside) == 1 and aside[0]["providerSession"] == session["providerSession"] and aside[0]["signIn"] == "signature", aside
shot("put-aside")
click(table.queryTable().getAccessibleAt(0, 2))
press(wait("Assign to a session enabled", lambda n: n.getRoleName() == "push button" and n.name == "Assign to a session…" and n.getState().contains(pyatspi.STATE_ENABLED)))
shot("assign")
press(named("push button", "Assign and ask"))


def timeline():
    return [n["kind"] for n in ctl("sessions", "show", session["session"], "--tenant", "Simulator")["timeline"]]


until("assigned and applied", lambda: timeline().count("adopted") == 1 and timeline().count("callback") == 1)
shown = ctl("sessions", "show", session["session"], "--tenant", "Simulator")
callback = next(n for n in shown["timeline"] if n["kind"] == "callback")
# Assigned before or after the query was answered: either way the query decides, the callback alone never.
assert shown["status"] == "verified" and shown["source"] in ("status-query", "both") and callback["detail"]["decides"] is False, shown
assert ctl("callbacks", "list", "--tenant", "Simulator")["unmatched"] == []
shot("applied")
settings("Tenants")
press(named("push button", "Provider…"))
wait("the provider's profile", lambda n: n.getRoleName() == "text" and n.name == "Path to create")
shot("provider")
press(named("push button", "Cancel"))
print("walk: put aside, assigned, decided by the query; ticket form and phrase applied")
