#!/usr/bin/env python3
"""A simulated SailPoint, called by the vendor's own client (npm, sailpoint-api-client): each call is right, or refused
honestly. Prints a table. Ends with 77 where npm does not answer: what cannot be had is not tried."""
import collections
import json
import os
import pathlib
import subprocess
import sys

from npmpackage import installed

VERSION = "1.4.15"
build = pathlib.Path(sys.argv[1]).resolve()
folder = build / "contract-sdk"
here = pathlib.Path(__file__).resolve().parent
env = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}

installed(folder, "sailpoint-api-client", VERSION)

lab = subprocess.Popen([str(build / "idvctl"), "lab", "serve", "--identities", "300", "--no-rate-limit", "--processing-ms", "600", "--outcome", "never"], stdout=subprocess.PIPE, env=env)
try:
    ends = json.loads(lab.stdout.readline())
    run = subprocess.run(["node", str(here / "sdk.mjs"), str(folder), json.dumps(ends)], capture_output=True, text=True, timeout=180)
finally:
    lab.terminate()
    lab.wait(10)
if run.returncode:
    print(run.stderr[-2000:])
    sys.exit(1)
# The client says a word about its configuration first.
results = json.loads(run.stdout.strip().splitlines()[-1])
print("| call | status | |\n|---|---|---|")
for r in results:
    print(f"| {r['call']} | {r['status']} | {r['verdict']} |")
count = collections.Counter(r["verdict"] for r in results)
print(f"{len(results)} calls: " + ", ".join(f"{n} {v}" for v, n in sorted(count.items())))
sys.exit(1 if count["wrong"] or count["false success"] or len(results) < 100 else 0)
