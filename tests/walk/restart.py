#!/usr/bin/env python3
"""A recovery that another program started: this window shows no code, so nobody can have scanned one in front of it."""
import os

from hands import *  # noqa: F403

serving, ends = serve("--no-rate-limit", "--identities", "100", "--outcome", "never")
secrets = {"sailpointClientSecret": ends["clientSecret"], "idvApiKey": ends["idvApiKey"]}
own = {**secrets, "reviewerClientId": ends["clientId"], "reviewerClientSecret": ends["clientSecret"]}
for args, given in ((["tenant", "add", "Lab", "--sailpoint-url", ends["sailpointUrl"], "--client-id", ends["clientId"], "--idv-url", ends["idvUrl"], "--community", ends["communityId"], "--environment", "simulator"], secrets),
                    (["operator", "--tenant", "Lab"], own)):
    done = subprocess.run([idvctl, "--data-dir", data, *args, "--secrets", "-"], input=json.dumps(given).encode(), capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
ctl("sync", "--tenant", "Lab")
person = next(p for p in ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "100")["identities"] if p["lifecycle"] == "active" and p["email"])
ctl("verify", person["id"], "--tenant", "Lab", "--reason", "account-recovery", "--ticket", "INC0600001", "--ial", "2", "--documents", "passport", "--delivery", "link")
window = console()
try:
    screen("3")
    table = wait("the list", lambda n: n.getRoleName() == "table" and n.name == "Sessions")
    until("the session in it", lambda: table.queryTable().nRows == 1)
    click(table.queryTable().getAccessibleAt(0, 1))
    press(enabled("push button", "Open live view"))
    wait("the live session", lambda n: n.name == "State: Waiting for the caller")
    wait("the code may be read back", lambda n: n.name == "Code read back by the caller" and showing(n))
    wait("what is to be said", lambda n: n.name.startswith("Say to the caller:") and "Open the link that you were given" in n.name)
    wait("no code is promised", lambda n: n.name.startswith("Its link is not known here") and showing(n))
    time.sleep(1)
    assert find(app(), lambda n: n.name == "Scanned in front of me" and showing(n)) is None, "there is no code on the screen"
    shot("no-code")
    print("walk: a recovery from elsewhere is bound by its code, not by a scan that nobody can have made")
finally:
    window.kill()
    window.wait()
    serving.terminate()
    serving.wait()
