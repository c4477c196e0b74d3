#!/usr/bin/env python3
"""The simulated IdentityIQ, read by an implementation of SCIM that nobody here wrote (npm, scimmy): its filters choose
the same people, its schemas take what is answered. Ends with 77 where npm does not answer."""
import json
import os
import pathlib
import shutil
import subprocess
import sys

VERSION = "1.3.5"
build = pathlib.Path(sys.argv[1]).resolve()
folder = build / "contract-scim"
here = pathlib.Path(__file__).resolve().parent
env = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}

if not shutil.which("npm") or not shutil.which("node"):
    print("scim: no Node.js here")
    sys.exit(77)
if not (folder / "node_modules/scimmy").exists():
    folder.mkdir(exist_ok=True)
    try:
        tried = subprocess.run(["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--fetch-retries", "0", "--fetch-timeout", "20000", f"scimmy@{VERSION}"], capture_output=True, timeout=240)
    except subprocess.TimeoutExpired:
        tried = None
    if not tried or tried.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        print("scim: npm does not answer")
        sys.exit(77)

lab = subprocess.Popen([str(build / "idvctl"), "lab", "serve", "--identities", "300", "--no-rate-limit", "--outcome", "never"], stdout=subprocess.PIPE, env=env)
try:
    ends = json.loads(lab.stdout.readline())
    run = subprocess.run(["node", str(here / "scim.mjs"), str(folder), json.dumps(ends)], capture_output=True, text=True, timeout=120)
finally:
    lab.terminate()
    lab.wait(10)
print(run.stdout, run.stderr[-3000:])
sys.exit(run.returncode)
