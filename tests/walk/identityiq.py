#!/usr/bin/env python3
"""IdentityIQ from the beginning: the tenant is added in the wizard, somebody is found and verified, the result is in
IdentityIQ, and a work item is approved with a comment. Asserts the lab's own state."""
from hands import *  # noqa: F403


def fill(name, value):
    wait(name, lambda n: n.getRoleName() in ("text", "password text") and n.name == name).queryEditableText().setTextContents(value)


def asked(what):
    return stats(ends["iiqUrl"].removesuffix("/identityiq")).get(what, 0)


serving, ends = serve("--identities", "300", "--outcome", "verified", "--journey-ms", "1500", "--processing-ms", "500")
window = console()
try:
    press(named("push button", "Add tenant…"))
    choose(wait("the product", lambda n: n.getRoleName() == "combo box" and n.name in ("Product", "Identity Security Cloud")), 1)
    wait("what IdentityIQ needs", lambda n: n.name == "Plug-in address")
    fill("Name", "Halden IQ")
    choose(wait("the environment", lambda n: n.getRoleName() == "combo box" and n.name in ("Environment", "Choose…")), 2)
    fill("Tenant address", ends["iiqUrl"] + "/home.jsf")
    fill("Client ID", ends["iiqClientId"])
    fill("Client secret, hidden", ends["iiqClientSecret"])
    fill("Your IdentityIQ ID", ends["iiqOperatorId"])
    fill("State that denies", "Rejected")
    shot("wizard")
    press(enabled("push button", "Next"))
    fill("Base URL", ends["idvUrl"])
    fill("Community ID", ends["communityId"])
    fill("API key, hidden", ends["idvApiKey"])
    press(enabled("push button", "Next"))
    choose(wait("the write-back", lambda n: n.getRoleName() == "combo box" and n.name.startswith(("Write-back", "None:"))), 2)
    wait("replacing the record is chosen", lambda n: n.getRoleName() == "combo box" and "SCIM" in n.name or n.name == "Write-back")
    shot("attributes")
    press(enabled("push button", "Next"))
    press(enabled("push button", "Finish"))
    until("the tenant is there", lambda: [t["product"] for t in ctl("tenant", "list")["tenants"]] == ["identityiq"])
    added = ctl("tenant", "list")["tenants"][0]
    assert added["writeBack"] == "scim" and added["sailpointUrl"] == ends["iiqUrl"], added  # the page's address became the server's

    # A recovery needs to know who sits here.
    own = json.dumps({"reviewerClientId": ends["iiqOperatorName"], "reviewerClientSecret": ends["iiqOperatorPassword"]})
    subprocess.run([idvctl, "--data-dir", data, "operator", "--tenant", "Halden IQ", "--secrets", "-"], input=own.encode(), check=True, timeout=30)

    # Everybody is copied; one of them is verified.
    until("people mirrored", lambda: len(ctl("identities", "--tenant", "Halden IQ", "--limit", "500")["identities"]) == 300)
    screen("2")
    table = wait("the table", lambda n: n.getRoleName() == "table" and n.name == "Identities")
    until("rows in the table", lambda: table.queryTable().nRows == 300)
    person = next(p for p in ctl("identities", "--tenant", "Halden IQ", "--status", "never", "--limit", "200")["identities"] if p["lifecycle"] == "active" and p["email"])
    keys("Control_L", "k")
    edit = wait("Quick find", lambda n: n.getRoleName() == "text" and n.name == "Find a person")
    edit.queryEditableText().setTextContents(person["email"])
    until("the one person", lambda: find(app(), lambda n: n.getRoleName() in ("list", "list box") and n.name == "People found" and n.childCount == 1))
    keys("Control_L", "Return")
    fill("Ticket number", "INC0700001")
    press(named("radio button", "Do not send; show a QR code and link"))
    press(enabled("push button", "Start verification"))
    wait("the result", lambda n: n.name == "State: Verified", 30)
    until("written", lambda: ctl("sessions", "--tenant", "Halden IQ")["sessions"][0]["writeBack"] == "written")
    shot("verified")
    press(named("push button", "Close"))
    assert asked("PUT /scim/v2/Users") == 1

    # Approve with a comment.
    screen("6")
    inbox = wait("the approvals", lambda n: n.getRoleName() == "table" and n.name == "Approvals")
    until("six work items and three reviews", lambda: inbox.queryTable().nRows == 9)
    first = ctl("approvals", "list", "--tenant", "Halden IQ")["approvals"][0]
    click(inbox.queryTable().getAccessibleAt(0, 1))
    enabled("push button", "Approve…")
    fill("Comment", "Approving this request")
    shot("approval")
    press(enabled("push button", "Approve…"))
    press(enabled("push button", "Approve"))
    until("it has left the list", lambda: inbox.queryTable().nRows == 8)
    shot("approved")
    assert asked("PUT /object/WorkItem") == 1 and asked("POST /object/WorkItem") == 0
    left = [a["id"] for a in ctl("approvals", "list", "--tenant", "Halden IQ")["approvals"]]
    assert first["id"] not in left and len(left) == 5, (first, left)
    done = [o for o in ctl("task", "list", "--tenant", "Halden IQ")["operations"] if o["kind"] == "approval.approve"]
    assert len(done) == 1 and done[0]["state"] == "done", done
    assert ctl("audit", "verify")["whole"], ctl("audit", "verify")
    print("walk: IdentityIQ is added, somebody verified and written, a work item approved once")
finally:
    window.kill()
    serving.kill()
