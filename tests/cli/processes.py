"""What the tests through real processes share: a desk, a receiver and a provider, each a process or a socket of its own."""
import base64
import concurrent.futures
import hashlib
import hmac
import http.client
import http.server
import socket
import sqlite3
import time
import urllib.parse

from harness import *  # noqa: F403
from harness import DETACHED, IDVCTL  # noqa: F401

EVENTS_TOKEN = "an-invented-token-for-events"
cases = {}


def tried(path, how):
    cases.setdefault(path, set()).add(how)


def stamp(at=None):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at or time.time()))


def raw(value):
    return json.dumps(value).encode()


class Receiver:
    """`idvctl receive`, a process of its own."""

    def __init__(self, case, *args, secret=None, env=None):
        secrets = {**json.loads(case.secrets), "callbackSecret": secret or case.lab.ends["callbackSecret"], "eventsToken": EVENTS_TOKEN}
        self.process = subprocess.Popen([IDVCTL, "--data-dir", case.dir.name, "receive", "--tenant", "Lab", "--port", str(case.port), "--json", "--rate", "1000", "--events", "--secrets", "-", *args],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**DETACHED, **(env or {})})
        self.process.stdin.write(json.dumps(secrets).encode())
        self.process.stdin.close()
        first = json.loads(self.process.stdout.readline())
        self.url, self.events = first["listening"], first["events"]

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()


def send(url, body, headers):
    """Exactly these headers, also twice; the answer's status and text."""
    u = urllib.parse.urlsplit(url)
    c = http.client.HTTPConnection(u.hostname, u.port, timeout=15)
    try:
        c.putrequest("POST", u.path + ("?" + u.query if u.query else ""))
        for name, value in headers:
            c.putheader(name, value)
        c.putheader("Content-Length", str(len(body)))
        c.endheaders(body)
        r = c.getresponse()
        return r.status, r.read().decode()
    finally:
        c.close()


def signature(secret, body, at=None, ident="msg_1"):
    ts = str(int(at or time.time()))
    mac = hmac.new(base64.b64decode(secret[len("whsec_"):]), f"{ident}.{ts}.".encode() + body, hashlib.sha256).digest()
    return [("Content-Type", "application/json"), ("webhook-id", ident), ("webhook-timestamp", ts), ("webhook-signature", "v1," + base64.b64encode(mac).decode())]


class Provider(http.server.ThreadingHTTPServer):
    """A provider of the test's own: it answers what the test says, by default that nothing has happened yet."""

    def __init__(self):
        provider = self
        self.answer = lambda body: raw({"session_id": body["session_id"], "verification_status": "PENDING"})
        self.created = lambda ident, link: {"session_id": ident, "invitation_url": link}
        self.made = {}

        class Handler(http.server.BaseHTTPRequestHandler):
            def answered(self, body, status=200):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self):
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                ident = f"ps-{len(provider.made) + 1:08}"
                provider.made[ident] = asked
                self.answered(raw(provider.created(ident, f"https://idv.example/v/{base64.b16encode(os.urandom(12)).decode().lower()}")), 201)

            def do_GET(self):
                asked = provider.made.get(self.path.rstrip("/").split("/")[-1])
                if asked is None:
                    return self.answered(b"{}", 404)
                ident = self.path.rstrip("/").split("/")[-1]
                self.answered(provider.answer(provider.passed(ident)))

            def log_message(self, *args):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        """Whoever asked has gone: nothing to say."""

    def passed(self, ident):
        """What says that the person of a session passed."""
        asked = self.made[ident]
        return {"session_id": ident, "verification_status": "VERIFIED", "ial_level": 2, "verified_name": f"{asked['first_name']} {asked['last_name']}", "document_type": "passport", "completed_at": stamp()}

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


class Desk(Case):
    """A desk on a simulated SailPoint."""

    lab_args = ("--identities", "400", "--outcome", "never")
    has_provider = False

    def setUp(self):
        super().setUp()
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.options += ["--callback-base-url", f"http://127.0.0.1:{self.port}/idv/callback"]
        if self.has_provider:
            self.provider = Provider()
            self.addCleanup(self.provider.server_close)
            self.addCleanup(self.provider.shutdown)
            self.options[self.options.index("--idv-url") + 1] = self.provider.url
        self.ready()
        self.used = 0
        self.people = [p for p in json.loads(self.ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "400", "--json")[1])["identities"] if p["lifecycle"] == "active" and p["email"]]

    def next_person(self):
        self.used += 1
        return self.people[self.used - 1]

    def opened(self, person=None):
        """One open session: (session, where its callback goes to)."""
        person = person or self.next_person()
        code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify)
        self.assertEqual(code, 0, err)
        session = json.loads(out)
        return session, self.provider.made[session["providerSession"]]["callback_url"]

    def several(self, n):
        people = [self.next_person() for _ in range(n)]
        with concurrent.futures.ThreadPoolExecutor(3) as pool:
            return list(pool.map(self.opened, people))

    def sessions(self):
        return {s["session"]: s for s in json.loads(self.ctl("sessions", "--tenant", "Lab", "--json")[1])["sessions"]}

    def shown(self, session):
        code, out, err = self.ctl("sessions", "show", session, "--tenant", "Lab", "--json")
        self.assertEqual(code, 0, err)
        return json.loads(out)

    def verifies(self, session):
        """What is unchanged passes: a gate that never opens is no gate."""
        end = time.time() + 20
        while time.time() < end and self.sessions()[session]["status"] != "verified":
            time.sleep(0.2)
        shown = self.shown(session)
        self.assertEqual(shown["status"], "verified", shown)

    def setting(self, name, text):
        """As a newer version, or a hand, left it."""
        with sqlite3.connect(pathlib.Path(self.dir.name) / "ledger.db", timeout=10) as db:
            changed = db.execute("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", (name, text)).rowcount
        db.close()
        self.assertEqual(changed, 1)


def finish(what, at_least):
    """Runs the classes, says how many cases there were, and fails where there were too few."""
    done = unittest.main(module="__main__", argv=sys.argv[:1] + sys.argv[2:], exit=False)
    total = sum(len(v) for v in cases.values())
    print(f"{what}: {total} cases; " + ", ".join(f"{k} {len(v)}" for k, v in sorted(cases.items())))
    sys.exit(not done.result.wasSuccessful() or (not sys.argv[2:] and total < at_least))
