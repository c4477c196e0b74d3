#!/usr/bin/env python3
"""The reviewer's path: overview, overdue, dry run, a campaign that is killed and resumed, the report, the chain proved."""
import os
import signal

from hands import *  # noqa: F403

def campaign():
    return ctl("campaign", "show", ctl("campaign", "list", "--tenant", "Lab")["campaigns"][0]["campaign"], "--tenant", "Lab")


serving, ends = serve("--no-rate-limit", "--identities", "300", "--outcome", "never", "--journey-ms", "600000")
secrets = json.dumps({"sailpointClientSecret": ends["clientSecret"], "idvApiKey": ends["idvApiKey"]})
added = subprocess.run([idvctl, "--data-dir", data, "tenant", "add", "Lab", "--sailpoint-url", ends["sailpointUrl"], "--client-id", ends["clientId"], "--idv-url", ends["idvUrl"], "--community", ends["communityId"], "--environment", "simulator", "--secrets", "-"],
                       input=secrets.encode(), capture_output=True, timeout=60)
assert added.returncode == 0, added.stderr.decode()
ctl("sync", "--tenant", "Lab")
window = console()
try:
    if find(app(), lambda n: n.name == "Lab") is None:
        tenant = wait("the tenant's button or its page", lambda n: n.name.startswith("Overdue, ") or n.name.startswith("Tenant"), 20)
    due = ctl("due", "--tenant", "Lab")
    tile = wait("the overdue tile", lambda n: n.getRoleName() == "push button" and n.name.startswith(f"Overdue, {due['overdue']},"))
    tiles = [wait(t, lambda n, t=t: n.getRoleName() == "push button" and n.name.startswith(t + ", ")) for t in ("Verified", "Pending", "Failed", "Never verified", "Due soon", "Overdue")]
    until("the six tiles add up", lambda: sum(int(t.name.split(", ")[1].replace(",", "").replace("–", "0")) for t in tiles) == 300)
    wait("the chart", lambda n: n.name == "Verifications falling due, chart")
    wait("the past due beside them", lambda n: n.getRoleName() == "push button" and n.name.startswith(f"Past due, {due['pastDue']},"))
    shot("overview")
    press(tile)
    people = wait("exactly those people", lambda n: n.getRoleName() == "table" and n.name == "Identities")
    until("the overdue only", lambda: people.queryTable().nRows == due["overdue"])

    keys("Control_L", "4")
    work = wait("the work list", lambda n: n.getRoleName() == "table" and n.name == "Work list")
    until("everyone past due", lambda: work.queryTable().nRows == due["pastDue"])
    press(named("push button", "Start campaign…"))
    wait("the form", lambda n: n.name == "New campaign")
    wait("the pace", lambda n: n.getRoleName() == "spin button" and n.name == "Links a minute").queryValue().currentValue = 40
    time.sleep(0.5)
    press(named("push button", "Dry run…"))
    wait("the dry run", lambda n: n.name == "Nothing has been sent yet")
    assert stats(ends["idvUrl"]).get("create", 0) == 0, "a dry run sends nothing"
    wait("what comes of nobody being registered", lambda n: n.name.startswith("Nobody knows who sits here:") and showing(n))
    checked = campaign()
    links = checked["dryRun"]["byEmail"] + checked["dryRun"]["byPhone"]
    assert links >= 4, checked
    shot("dry-run")
    press(enabled("push button", "Start campaign"))
    until("two links sent", lambda: stats(ends["idvUrl"]).get("create", 0) >= 2)
    shot("running")

    window.send_signal(signal.SIGKILL)
    window.wait()
    sent = stats(ends["idvUrl"])["create"]
    assert sent < links, "killed on the way"
    until("gone from the desktop", lambda: app() is None)
    window = console()
    wait("what happened", lambda n: n.name == "A campaign was interrupted")
    shown = campaign()
    assert shown["state"] == "paused" and stats(ends["idvUrl"])["create"] == sent, shown
    shot("interrupted")
    wait("the sidebar", lambda n: n.name.startswith("Re-verification"))
    keys("Control_L", "4")
    press(enabled("push button", "Continue"))
    until("the last link", lambda: campaign()["state"] == "done", 60)
    after, counted = campaign(), stats(ends["idvUrl"])
    assert counted["create"] <= links and all(v == 1 for k, v in counted.items() if k.startswith("create:")), counted
    assert after["counts"]["toSend"] == 0 and after["counts"]["sent"] == links, after["counts"]
    shot("done")

    keys("Control_L", "1")
    press(named("push button", "Export report…"))
    report = pathlib.Path(data) / "report.pdf"
    wait("the file", lambda n: n.getRoleName() == "text" and n.name == "File").queryEditableText().setTextContents(str(report))
    press(enabled("push button", "Save"))
    wait("written", lambda n: n.name == "report.pdf was written")
    assert report.read_bytes()[:5] == b"%PDF-" and report.stat().st_size > 5000
    shot("report")
    dialog = wait("the dialog", lambda n: n.getRoleName() == "dialog")
    press(find(dialog, lambda n: n.getRoleName() == "push button" and n.name == "Close" and showing(n)))
    until("no dialog open", lambda: find(app(), lambda n: n.getRoleName() == "dialog" and showing(n)) is None)

    time.sleep(0.4)
    keys("Control_L", "8")
    wait("the proof", lambda n: n.name == "The log is complete and unchanged")
    shot("audit")
    press(named("push button", "Export…"))
    log = pathlib.Path(data) / "audit.jsonl"
    wait("the file", lambda n: n.getRoleName() == "text" and n.name == "File").queryEditableText().setTextContents(str(log))
    press(enabled("push button", "Save"))
    told = wait("the key", lambda n: n.getRoleName() == "label" and " key " in n.name and "SHA-256" in n.name)
    key = told.name.split(" key ")[1].split(".")[0]
    proof = subprocess.run([idvctl, "audit", "verify", str(log), "--key", key, "--json"], capture_output=True, timeout=30)
    proved = json.loads(proof.stdout)
    assert proof.returncode == 0 and proved["whole"] and proved["signedUpTo"] > 20, proved
    log.write_text(log.read_text().replace('"outcome":"done"', '"outcome":"DONE"', 1))
    assert subprocess.run([idvctl, "audit", "verify", str(log), "--key", key], capture_output=True).returncode == 11
    print(f"walk: {links} links in two runs, {counted['create']} asked for; report, and {proved['entries']} entries proved")
finally:
    window.kill()
    window.wait()
    serving.terminate()
    serving.wait()
