#!/usr/bin/env python3
"""The helpdesk's path: Ctrl+K, verify, callback, held by name, second person, gate, reset mail asked for."""
from hands import *  # noqa: F403

until("people mirrored", lambda: len(ctl("tenant", "list")["tenants"]) == 1 and len(ctl("identities", "--tenant", "Simulator", "--limit", "2000")["identities"]) == 800)
tenant = ctl("tenant", "list")["tenants"][0]
screen("2")
table = wait("the table", lambda n: n.getRoleName() == "table" and n.name == "Identities")
until("rows in the table", lambda: table.queryTable().nRows == 800)
people = ctl("identities", "--tenant", "Simulator", "--status", "never", "--limit", "200")["identities"]
person = next(p for p in people if p["lifecycle"] == "active" and p["email"] and p["email"].isascii())

log = pathlib.Path(data) / "notifications.jsonl"
bystander = subprocess.Popen(
    [sys.executable, pathlib.Path(__file__).with_name("bystander.py"), log], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
)
assert bystander.stdout.readline() == "ready\n", "no notification service"

keys("Control_L", "k")
edit = wait("Quick find", lambda n: n.getRoleName() == "text" and n.name == "Find a person")
edit.queryEditableText().setTextContents(person["email"])
until("the one person", lambda: find(app(), lambda n: n.getRoleName() in ("list", "list box") and n.name == "People found" and n.childCount == 1))
shot("quick-find")
keys("Control_L", "Return")
ticket = wait("the ticket field", lambda n: n.getRoleName() == "text" and n.name == "Ticket number")
ticket.queryEditableText().setTextContents("INC0500001")
press(named("radio button", "Do not send; show a QR code and link"))
press(wait("Start enabled", lambda n: n.getRoleName() == "push button" and n.name == "Start verification" and n.getState().contains(pyatspi.STATE_ENABLED)))
wait("the live session", lambda n: n.name == "State: Waiting for the caller")
press(named("push button", "Scanned in front of me"))
press(named("push button", "Yes, in front of me"))
wait("the caller bound", lambda n: n.name == "Met: Caller holds the link")
shot("waiting")

# Another program comes to the front: the result is told through the desktop, without a name.
bystander.stdin.write("come to the front\n")
bystander.stdin.flush()
until("the desktop told", log.exists, 60)
told = [json.loads(line) for line in log.read_text().splitlines()]
assert len(told) == 1 and told[0]["summary"] == "Held: the name is different" and told[0]["body"] == "INC0500001", told
assert not any(part in told[0]["all"] for part in (person["name"], person["email"])), told

wait("held by name", lambda n: n.name == "State: Held: the name is different")
time.sleep(0.5)
shot("held")
bystander.terminate()
bystander.wait()
session = ctl("sessions", "--tenant", "Simulator")["sessions"][0]
shown = ctl("sessions", "show", session["session"], "--tenant", "Simulator")
callbacks = [n for n in shown["timeline"] if n["kind"] == "callback"]
assert shown["status"] == "held" and len(callbacks) == 1 and callbacks[0]["detail"]["decides"] is True, shown
assert shown["gate"]["open"] is False and shown["gate"]["name"] == "not-met" and shown["callerBound"], shown
assert find(app(), lambda n: n.name == "Send password reset e-mail…" and showing(n)) is None, "the reset must not be offered while held"

press(named("push button", "Ask a second person…"))
press(named("push button", "Use the simulated second person"))
comment = wait("the comment", lambda n: n.name == "Comment" and n.getRoleName() in ("text", "document text"))
comment.queryEditableText().setTextContents("certificate of marriage seen")
shot("second-person")
press(named("push button", "Accept name difference"))
wait("Verified", lambda n: n.name == "State: Verified")
send = named("push button", "Send password reset e-mail…")
assert not send.getState().contains(pyatspi.STATE_ENABLED), "no address is chosen yet"
combo = wait("where to send", lambda n: n.getRoleName() == "combo box" and n.name == "Send the password reset to")
time.sleep(0.5)
click(combo)
time.sleep(0.5)
keys("Down")
keys("Return")
reason = wait("the reason", lambda n: n.getRoleName() == "text" and n.name == "Why this address is used")
reason.queryEditableText().setTextContents("confirmed with the manager")
shot("gate-open")
press(wait("the reset enabled", lambda n: n.name == "Send password reset e-mail…" and n.getState().contains(pyatspi.STATE_ENABLED)))
press(named("push button", "Send password reset"))
wait("asked for", lambda n: n.name == "State: Password reset e-mail asked for")
time.sleep(0.5)
shot("reset-asked-for")

shown = ctl("sessions", "show", session["session"], "--tenant", "Simulator")
kinds = [n["kind"] for n in shown["timeline"]]
assert shown["status"] == "verified" and shown["reset"] == "asked" and shown["reviewer"], shown
assert kinds.count("reset") == 1 and kinds.count("review") == 1 and kinds.count("bound") == 1, kinds
assert shown["gate"]["open"] is False, shown["gate"]
assert stats(tenant["sailpointUrl"])["reset-mail"] == 1
idv = stats(tenant["idvUrl"])
assert idv["create"] == 1 and idv["callbacksDelivered"] == 1, idv
print(f"walk: {person['name']}: held by name, accepted by a second person, password reset asked for once")
