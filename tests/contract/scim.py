#!/usr/bin/env python3
"""The simulated IdentityIQ, read by an implementation of SCIM that nobody here wrote (npm, scimmy): its filters choose
the same people, its schemas take what is answered. Ends with 77 where npm does not answer."""
import json
import os
import pathlib
import subprocess
import sys

from npmpackage import installed

VERSION = "1.3.5"
build = pathlib.Path(sys.argv[1]).resolve()
folder = build / "contract-scim"
here = pathlib.Path(__file__).resolve().parent
env = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}

installed(folder, "scimmy", VERSION)

lab = subprocess.Popen([str(build / "idvctl"), "lab", "serve", "--identities", "300", "--no-rate-limit", "--outcome", "never"], stdout=subprocess.PIPE, env=env)
try:
    ends = json.loads(lab.stdout.readline())
    run = subprocess.run(["node", str(here / "scim.mjs"), str(folder), json.dumps(ends)], capture_output=True, text=True, timeout=120)
finally:
    lab.terminate()
    lab.wait(10)
print(run.stdout, run.stderr[-3000:])
sys.exit(run.returncode)
