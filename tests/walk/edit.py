#!/usr/bin/env python3
"""A tenant that is there is edited in its window: what differs is shown, it is tried, and copy and history stay."""
import atexit

from hands import *  # noqa: F403

serving, ends = serve("--no-rate-limit", "--identities", "100", "--outcome", "verified", "--journey-ms", "500", "--processing-ms", "300")
atexit.register(serving.kill)
secrets = {"sailpointClientSecret": ends["clientSecret"], "idvApiKey": ends["idvApiKey"]}
added = subprocess.run([idvctl, "--data-dir", data, "tenant", "add", "Lab", "--sailpoint-url", ends["sailpointUrl"], "--client-id", ends["clientId"], "--idv-url", ends["idvUrl"],
                        "--community", ends["communityId"], "--environment", "simulator", "--secrets", "-"], input=json.dumps(secrets).encode(), capture_output=True, timeout=60)
assert added.returncode == 0, added.stderr.decode()
ctl("sync", "--tenant", "Lab")
person = next(p for p in ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "100")["identities"] if p["lifecycle"] == "active" and p["email"])
ctl("verify", person["id"], "--tenant", "Lab", "--reason", "periodic", "--ial", "2", "--documents", "passport", "--delivery", "link", "--wait")
sessions = [s["session"] for s in ctl("sessions", "--tenant", "Lab")["sessions"]]
assert len(sessions) == 1, sessions


def tenants(words):
    """Settings, Tenants, Edit…, in the language of these words."""
    wait("the sidebar", lambda n: n.name.startswith(words[0]) and n.getState().contains(pyatspi.STATE_ENABLED))
    time.sleep(0.4)
    keys("Control_L", ",")
    pages = wait("the settings pages", lambda n: n.getRoleName() in ("list", "list box") and n.name == words[1])
    click(next(n for n in children(pages) if n.name == words[2]))
    press(wait("Edit", lambda n: n.getRoleName() == "push button" and n.name == words[3]))


window = console()
try:
    tenants(("Identities", "Settings pages", "Tenants", "Edit…"))
    save = wait("the edit", lambda n: n.getRoleName() == "push button" and n.name == "Test and save")
    assert not save.getState().contains(pyatspi.STATE_ENABLED), "nothing differs yet"
    zone = wait("the time zone", lambda n: n.getRoleName() == "text" and n.name == "Time zone")
    zone.queryEditableText().setTextContents("Europe/Oslo")
    wait("what differs", lambda n: n.name == "Time zone: (empty) → Europe/Oslo")
    click(named("page tab", "Attributes and write-back"))
    status = wait("the attribute", lambda n: n.getRoleName() == "text" and n.name == "personalEmail")
    status.queryEditableText().setTextContents("privateEmail")
    reason = wait("why", lambda n: n.getRoleName() == "text" and n.name == "Reason")
    shot("edited")
    press(enabled("push button", "Test and save"))
    wait("the reason is asked for", lambda n: n.name.startswith("What is read or written gets another meaning"))
    reason.queryEditableText().setTextContents("as it is called in AD")
    press(enabled("push button", "Test and save"))
    wait("it is saved", lambda n: n.name == "Lab saved")
    shot("saved")
    # The copy is the same one, the history is there, and the log says what was before and after.
    people = ctl("identities", "--tenant", "Lab", "--limit", "500")["identities"]
    assert len(people) == 100 and [s["session"] for s in ctl("sessions", "--tenant", "Lab")["sessions"]] == sessions
    again = ctl("tenant", "set", "Lab", "--time-zone", "", "--dry-run")
    assert again["changes"] == [{"member": "timeZone", "before": "Europe/Oslo", "after": ""}], again
    # Where the provider's results stand, tried on a message while it is told.
    press(wait("Results", lambda n: n.getRoleName() == "push button" and n.name == "Results…"))
    sample = wait("the sample", lambda n: n.getRoleName() == "text" and n.name == "Sample of a message")
    sample.queryEditableText().setTextContents('{"data": {"id": "k1-1", "status": "APPROVED", "ial_level": 2, "verified_name": "Ann Example", "document_type": "passport", "completed_at": "2026-07-01T10:00:00Z"}}')
    wait("it would be refused", lambda n: n.name.startswith("It would be refused"))
    press(wait("the preset", lambda n: n.getRoleName() == "push button" and n.name == "All under /data"))
    wait("no word that is known", lambda n: n.name.startswith("Its status is no word that is known"))
    wait("the words", lambda n: n.getRoleName() == "text" and n.name == "Words for the status").queryEditableText().setTextContents("APPROVED = passed")
    wait("it would be read", lambda n: n.name.startswith("It would be read."))
    shot("results-read")
    reason = wait("why", lambda n: n.getRoleName() == "text" and n.name == "Reason")
    reason.queryEditableText().setTextContents("the provider wraps its messages")
    press(enabled("push button", "Save"))
    wait("it is read anew", lambda n: "are read anew" in n.name)
    told = ctl("tenant", "set", "Lab", "--status-word", "APPROVED=", "--dry-run")
    assert told["changes"] == [{"member": "provider.results.statusWords.approved", "before": "passed", "after": ""}], told
    # Its access token: when it ends, and a new one in its place.
    press(wait("the token", lambda n: n.getRoleName() == "push button" and n.name == "Access token…"))
    wait("when it ends", lambda n: n.name.startswith("Access token: expires in 59 days"))
    shot("token")
    press(enabled("push button", "Make a new one"))
    wait("it is replaced", lambda n: n.name.startswith("Access token of Lab replaced: expires in "))
    now = next(t for t in ctl("tenant", "list")["tenants"] if t["name"] == "Lab")
    assert now["clientId"] != ends["clientId"] and now["accessToken"]["level"] == "fine", now
    assert ctl("tenant", "test", "Lab")["passed"]
    # A proxy that asks who one is: two more fields, and nothing of them before.
    press(wait("Edit", lambda n: n.getRoleName() == "push button" and n.name == "Edit…"))
    asks = wait("the proxy asks", lambda n: n.getRoleName() == "check box" and n.name == "The proxy asks for a user and a password")
    assert find(app(), lambda n: n.name == "Proxy password" and showing(n)) is None
    tick(asks)
    wait("its password", lambda n: n.name == "Proxy password")
    wait("the proxy", lambda n: n.getRoleName() == "text" and n.name == "Proxy").queryEditableText().setTextContents("http://proxy.acme.example:8080")
    shot("edit-proxy")
    press(enabled("push button", "Test and save"))
    wait("they are asked for", lambda n: n.name.startswith("Another proxy gets no stored sign-in"))
    keys("Escape")
    wait("the edit is closed", lambda n: n.getRoleName() == "push button" and n.name == "Edit…" and showing(n))
    time.sleep(0.5)
    click(wait("Overview", lambda n: n.name.startswith("Overview") and showing(n)))
    wait("the health", lambda n: n.name == "Access token: fine")
    shot("overview-token")
finally:
    window.kill()
    window.wait()
until("gone from the desktop", lambda: app() is None)
window = console("de", "dark")
try:
    tenants(("Identitäten", "Einstellungsseiten", "Mandanten", "Bearbeiten…"))
    wait("the edit", lambda n: n.getRoleName() == "push button" and n.name == "Testen und speichern")
    zone = wait("the time zone", lambda n: n.getRoleName() == "text" and n.name == "Zeitzone")
    assert zone.queryText().getText(0, -1) == "Europe/Oslo", "as it was saved"
    zone.queryEditableText().setTextContents("Mars/Olympus")
    press(enabled("push button", "Testen und speichern"))
    wait("no such time zone", lambda n: "Mars/Olympus" in n.name and n.getRoleName() != "text")
    shot("refused-de-dark")
    keys("Escape")
    press(wait("the token", lambda n: n.getRoleName() == "push button" and n.name == "Zugriffstoken…"))
    wait("when it ends", lambda n: "läuft in " in n.name and "Tagen ab" in n.name)
    shot("token-de-dark")
    keys("Escape")
    press(wait("Results", lambda n: n.getRoleName() == "push button" and n.name == "Ergebnisse…"))
    wait("the words as they were saved", lambda n: n.getRoleName() == "text" and n.name == "Wörter für den Status" and n.queryText().getText(0, -1) == "approved = passed")
    wait("the sample", lambda n: n.getRoleName() == "text" and n.name == "Beispiel einer Nachricht").queryEditableText().setTextContents('{"data": {"id": "k1-1", "status": "APPROVED!"}}')
    wait("no word that is known", lambda n: n.name.startswith("Ihr Status ist kein bekanntes Wort"))
    shot("results-de-dark")
    print("walk: a tenant was edited, its copy and history kept; a time zone that is none was refused in German")
finally:
    window.kill()
    window.wait()
