#!/usr/bin/env python3
"""The integration engineer's path: scenarios run and one is inspected, a callback sent again, a trigger subscribed to,
tested and seen, a workflow run and looked at. Asserts the lab's own state."""
import http.server
import threading

from hands import *  # noqa: F403


class Listen(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        told.append((dict(self.headers), json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *args):
        pass


told = []
listener = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listen)
threading.Thread(target=listener.serve_forever, daemon=True).start()
url = f"http://127.0.0.1:{listener.server_port}/events"

until("people mirrored", lambda: len(ctl("tenant", "list")["tenants"]) == 1 and len(ctl("identities", "--tenant", "Simulator", "--limit", "500")["identities"]) == 300)
tenant = ctl("tenant", "list")["tenants"][0]
screen("7")
wait("the lab", lambda n: n.getRoleName() == "push button" and n.name == "Run scenario Verified")

# Scenarios: one by one.
press(named("push button", "Run scenario Verified"))
wait("it passed", lambda n: n.name.startswith("Passed in") and "verified" in n.name)
press(named("push button", "Run scenario Bad signature"))
wait("both told", lambda n: n.name == "1 of 1 passed")
shot("scenarios")

# A verification of the simulator's tenant: its callback is inspected and sent again.
person = next(p for p in ctl("identities", "--tenant", "Simulator", "--status", "never", "--limit", "200")["identities"] if p["lifecycle"] == "active" and p["email"])
keys("Control_L", "k")
edit = wait("Quick find", lambda n: n.getRoleName() == "text" and n.name == "Find a person")
edit.queryEditableText().setTextContents(person["email"])
until("the one person", lambda: find(app(), lambda n: n.getRoleName() in ("list", "list box") and n.name == "People found" and n.childCount == 1))
keys("Control_L", "Return")
field = wait("the ticket field", lambda n: n.getRoleName() == "text" and n.name == "Ticket number")
field.queryEditableText().setTextContents("INC0700001")
press(named("radio button", "Do not send; show a QR code and link"))
press(wait("Start enabled", lambda n: n.getRoleName() == "push button" and n.name == "Start verification" and n.getState().contains(pyatspi.STATE_ENABLED)))
wait("the result", lambda n: n.name == "State: Verified", 30)
press(named("push button", "Close"))
table = wait("the requests", lambda n: n.getRoleName() == "table" and n.name == "Requests")
until("the callback is listed", lambda: table.queryTable().nRows == 1)
body = wait("its body", lambda n: n.getRoleName() == "text" and n.name == "Body of the request")
until("the body shows the result", lambda: '"verification_status": "VERIFIED"' in body.queryText().getText(0, -1))
wait("all checks passed", lambda n: n.name == "Checks 6 of 6")
shot("inspector")
press(named("push button", "Send again"))
until("the repeated one is a duplicate", lambda: table.queryTable().nRows == 2)
wait("counted", lambda n: n.name == "2 received · 0 refused")

# Event triggers.
click(wait("the tab", lambda n: n.getRoleName() == "page tab" and n.name == "Event triggers"))
subscriptions = wait("the subscriptions", lambda n: n.getRoleName() == "table" and n.name == "Subscriptions")
press(wait("Subscribe enabled", lambda n: n.getRoleName() == "push button" and n.name == "Subscribe…" and n.getState().contains(pyatspi.STATE_ENABLED)))
address = wait("the address", lambda n: n.getRoleName() == "text" and n.name == "Address")
address.queryEditableText().setTextContents(url)
secret = wait("the token", lambda n: n.getRoleName() in ("password text", "text") and n.name == "Token or password")
secret.queryEditableText().setTextContents("walk-token-0123456789")
shot("subscribe")
press(wait("Subscribe enabled in the dialog", lambda n: n.getRoleName() == "push button" and n.name == "Subscribe" and n.getState().contains(pyatspi.STATE_ENABLED)))
until("subscribed", lambda: subscriptions.queryTable().nRows == 1)
text = wait("the input", lambda n: n.getRoleName() == "text" and n.name == "Input of the test, JSON")
text.queryEditableText().setTextContents('{\n  "identity": \n}')
wait("the place of the fault", lambda n: n.name.startswith("Line 3, column"))
text.queryEditableText().setTextContents('{"identity": {"id": "walk"}, "changes": []}')
press(wait("Send test enabled", lambda n: n.getRoleName() == "push button" and n.name == "Send test" and n.getState().contains(pyatspi.STATE_ENABLED)))
until("told", lambda: len(told) == 1)
assert told[0][1]["identity"]["id"] == "walk" and told[0][0]["Authorization"] == "Bearer walk-token-0123456789", told
log = wait("the invocations", lambda n: n.getRoleName() == "table" and n.name == "Invocations")
until("completed", lambda: log.queryTable().nRows == 1 and cell(log, 0, 3) == "Completed")
shot("triggers")

# The same with the console's own receiver: an event proposes a verification, which is started from Sessions.
press(wait("Subscribe enabled", lambda n: n.getRoleName() == "push button" and n.name == "Subscribe…" and n.getState().contains(pyatspi.STATE_ENABLED)))
created = 6  # idn:identity-created is the seventh of the simulator's triggers
dialog = wait("the dialog", lambda n: n.getRoleName() == "dialog" and n.name == "Subscribe to an event trigger")
choose(until("its trigger", lambda: find(dialog, lambda n: n.getRoleName() == "combo box" and n.name.startswith("idn:"))), created)
press(wait("the own receiver is offered", lambda n: n.getRoleName() == "push button" and n.name == "This console" and n.getState().contains(pyatspi.STATE_ENABLED)))
press(wait("Subscribe enabled in the dialog", lambda n: n.getRoleName() == "push button" and n.name == "Subscribe" and n.getState().contains(pyatspi.STATE_ENABLED)))
until("subscribed twice", lambda: subscriptions.queryTable().nRows == 2)
joiner = next(p for p in ctl("identities", "--tenant", "Simulator", "--status", "never", "--limit", "200")["identities"] if p["lifecycle"] == "active" and p["email"] and p["id"] != person["id"])
choose(wait("the trigger of the test", lambda n: n.getRoleName() == "combo box" and n.name.startswith("idn:")), created)
text.queryEditableText().setTextContents(json.dumps({"identity": {"id": joiner["id"], "name": joiner["name"], "type": "IDENTITY"}, "attributes": {}}))
press(wait("Send test enabled", lambda n: n.getRoleName() == "push button" and n.name == "Send test" and n.getState().contains(pyatspi.STATE_ENABLED)))
until("proposed", lambda: [p["identity"] for p in ctl("proposals", "list", "--tenant", "Simulator")["proposals"]] == [joiner["id"]])
screen("3")
wait("the proposal", lambda n: n.name == "Proposed by SailPoint’s events: 1")
shot("proposal")
press(wait("Verify enabled", lambda n: n.getRoleName() == "push button" and n.name == "Verify…" and n.getState().contains(pyatspi.STATE_ENABLED)))
press(wait("Start enabled", lambda n: n.getRoleName() == "push button" and n.name == "Start verification" and n.getState().contains(pyatspi.STATE_ENABLED)))
wait("the result", lambda n: n.name == "State: Verified", 30)
press(named("push button", "Close"))
until("the proposal is settled", lambda: [p["state"] for p in ctl("proposals", "list", "--all", "--tenant", "Simulator")["proposals"]] == ["started"])
screen("7")

# Workflows.
click(wait("the tab", lambda n: n.getRoleName() == "page tab" and n.name == "Workflows"))
workflows = wait("the workflows", lambda n: n.getRoleName() == "table" and n.name == "Workflows")
until("listed", lambda: workflows.queryTable().nRows == 3)
click(workflows.queryTable().getAccessibleAt(2, 0))
press(wait("Test run enabled", lambda n: n.getRoleName() == "push button" and n.name == "Test run…" and n.getState().contains(pyatspi.STATE_ENABLED)))
press(named("push button", "Run it"))
runs = wait("the executions", lambda n: n.getRoleName() == "table" and n.name == "Executions")
until("one execution", lambda: runs.queryTable().nRows == 1)
shot("workflows")
counters = stats(tenant["sailpointUrl"])
assert counters["POST /trigger-subscriptions"] == 2 and counters["POST /trigger-invocations"] == 2, counters
assert stats(tenant["idvUrl"])["create"] == 2
asked = [o["kind"] for o in ctl("task", "list", "--tenant", "Simulator")["operations"]]
assert sorted(asked) == ["subscription.create", "subscription.create", "trigger.test", "trigger.test", "workflow.test"], asked
print(f"walk: two scenarios, a callback inspected and repeated, one trigger told, an event proposed {joiner['name']}, one workflow run; {person['name']} verified")
