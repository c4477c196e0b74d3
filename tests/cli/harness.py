"""What the tests of idvctl share: the program, its schemas, and a lab of its own for each test."""
import functools
import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import threading
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


# Commands whose JSON is not described, and why.
UNDESCRIBED = {
    "sessions resend": "whether it was sent", "sessions cancel": "the session, as far as it is known",
    "review accept": "the session", "review reject": "the session", "operator": "who was registered", "reset-password": "the session",
    "callbacks assign": "the session", "callbacks dismiss": "the callback", "profile import": "SailPoint's report",
    "proposals start": "the session", "proposals dismiss": "the proposal", "activity show": "the file that activity set takes", "activity set": "the same",
    "drift repair": "the session", "privacy forget": "a count", "settings export": "the file", "settings import": "what was taken and left",
    "lab send": "the answer's status", "demo": "a story for a person",
}


@functools.cache
def schemas_of_commands():
    """Which schemas tell what a command prints: by "identity list" or "due", the names of files."""
    known = {}
    for path in sorted((SOURCE / "resources/schemas").glob("*.json")):
        for command in json.loads(path.read_text()).get("x-commands", []):
            known.setdefault(command, []).append(path.stem)
    return known


def check_command(args, value):
    """What a command printed is what its schema tells; of one without a schema nothing is known."""
    known = schemas_of_commands()
    call_ = " ".join(args[:2])
    name, = known.get(call_, [None] if call_ in UNDESCRIBED else known.get(args[0], [None]))
    if name:
        check(name, value)


def call(*args, stdin="", env=None, timeout=60):
    p = subprocess.run([IDVCTL, *args], input=stdin.encode(), capture_output=True, timeout=timeout, env={**DETACHED, **(env or {})})
    return p.returncode, p.stdout.decode(), p.stderr.decode()


def call_at_terminal(*args, stdin="", env=None, timeout=60):
    """As call(), with a terminal for what is shown to a person only: the last item is the link that was shown."""
    ours, theirs = pty.openpty()
    p = subprocess.Popen([IDVCTL, *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=theirs, env={**DETACHED, **(env or {})})
    os.close(theirs)
    seen = bytearray()

    def read():
        try:
            while chunk := os.read(ours, 4096):
                seen.extend(chunk)
        except OSError:  # the other end was closed
            pass

    reader = threading.Thread(target=read)
    reader.start()
    out, _ = p.communicate(stdin.encode(), timeout=timeout)
    reader.join(10)
    os.close(ours)
    text = seen.decode(errors="replace")
    link = re.search(r"Link for the person: (\S+)", text)
    return p.returncode, out.decode(), text, link.group(1) if link else ""


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
        self.assertEqual(self.operator(), 0)  # an account recovery needs to know who sits here
        return json.loads(out)

    def operator(self):
        """Whoever sits here is the owner of the simulator's token."""
        e = self.lab.ends
        own = json.dumps({**json.loads(self.secrets), "reviewerClientId": e["clientId"], "reviewerClientSecret": e["clientSecret"]})
        return call("--data-dir", self.dir.name, "operator", "--tenant", "Lab", "--secrets", "-", stdin=own)[0]

    def someone(self):
        code, out, err = self.ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "100", "--json")
        people = json.loads(out)["identities"]
        return next(p for p in people if p["lifecycle"] == "active" and p["email"])

    verify = ["--reason", "account-recovery", "--ticket", "INC1", "--ial", "2", "--documents", "passport,drivers_license,national_id", "--delivery", "link", "--json"]
