"""What the tests of idvctl share: the program, its schemas, and a lab of its own for each test."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.request

IDVCTL = sys.argv[1]
SOURCE = pathlib.Path(os.environ["IDV_SOURCE"])
DETACHED = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
DETACHED.update(DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent", IDV_LAUNCH_GRACE_MS="400")

try:
    import jsonschema
except ImportError:
    jsonschema = None


def check(name, value):
    if jsonschema:
        schema = json.loads((SOURCE / "resources/schemas" / f"{name}.json").read_text())
        jsonschema.validate(value, schema)


def call(*args, stdin="", env=None, timeout=60):
    p = subprocess.run([IDVCTL, *args], input=stdin.encode(), capture_output=True, timeout=timeout, env={**DETACHED, **(env or {})})
    return p.returncode, p.stdout.decode(), p.stderr.decode()


class Lab:
    def __init__(self, *args):
        self.process = subprocess.Popen([IDVCTL, "lab", "serve", "--no-rate-limit", "--journey-ms", "500", "--processing-ms", "300", "--outcome", "verified", *args],
                                        stdout=subprocess.PIPE, env=DETACHED)
        self.ends = json.loads(self.process.stdout.readline())

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()

    def stats(self, which="idvUrl"):
        with urllib.request.urlopen(self.ends[which] + "/lab/stats") as r:
            return json.load(r)


class Case(unittest.TestCase):
    lab_args = ("--identities", "300")

    def setUp(self):
        self.dir = tempfile.TemporaryDirectory()
        self.lab = Lab(*self.lab_args)
        e = self.lab.ends
        self.secrets = json.dumps({"sailpointClientSecret": e["clientSecret"], "idvApiKey": e["idvApiKey"]})
        self.options = ["--sailpoint-url", e["sailpointUrl"], "--client-id", e["clientId"], "--idv-url", e["idvUrl"], "--community", e["communityId"], "--environment", "simulator"]

    def tearDown(self):
        self.lab.stop()
        self.dir.cleanup()

    def ctl(self, *args, env=None, secrets=True, timeout=60):
        extra = ["--secrets", "-"] if secrets else []
        return call("--data-dir", self.dir.name, *args, *extra, stdin=self.secrets if secrets else "", env=env, timeout=timeout)

    def add(self, *more):
        return self.ctl("tenant", "add", "Lab", *self.options, *more)

    def ready(self):
        self.assertEqual(self.add("--write-back", "account", "--idv-source", self.lab.ends["idvSourceId"])[0], 0)
        code, out, err = self.ctl("sync", "--tenant", "Lab", "--json", "--no-rate-limit")
        self.assertEqual(code, 0, err)
        return json.loads(out)

    def someone(self):
        code, out, err = self.ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "100", "--json")
        people = json.loads(out)["identities"]
        return next(p for p in people if p["lifecycle"] == "active" and p["email"])

    verify = ["--reason", "account-recovery", "--ticket", "INC1", "--ial", "2", "--documents", "passport,drivers_license,national_id", "--delivery", "link", "--json"]
