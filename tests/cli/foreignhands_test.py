#!/usr/bin/env python3
"""What others could turn against the program from outside: links where files go, a vendor that says a secret back, a ledger
that somebody holds while the provider answers, a socket that lies in wait."""
import stat
import sys

from processes import *  # noqa: F403
from processes import DETACHED, IDVCTL, Desk, Provider

CONSOLE = str(pathlib.Path(IDVCTL).parent / "idv-console")


class Files(Desk):
    """Every option that names a file to be written."""

    def outputs(self):
        person = self.people[0]["id"]
        tenant = ("--tenant", "Lab")
        return {
            "audit export": lambda f: ("audit", "export", f), "audit export, CSV": lambda f: ("audit", "export", f, "--csv"), "settings export": lambda f: ("settings", "export", f),
            "report": lambda f: ("report", f, *tenant), "evidence": lambda f: ("evidence", "person", person, f, *tenant), "doctor": lambda f: ("doctor", "--report", f, *tenant),
            "identities, CSV": lambda f: ("identities", "--export", f + ".csv", *tenant), "identities, JSON Lines": lambda f: ("identities", "--export", f + ".jsonl", *tenant), "due": lambda f: ("due", "--csv", f, *tenant),
            "workflow": lambda f: ("workflow", "export", "start", f, *tenant), "scenario, JUnit": lambda f: ("lab", "run", "verified", "--junit", f), "scenario, report": lambda f: ("lab", "run", "verified", "--report", f),
        }

    def test_no_output_follows_a_link_or_takes_what_is_no_file(self):
        self.assertEqual(self.ctl("verify", self.people[0]["id"], "--tenant", "Lab", *self.verify)[0], 0)  # something to hand out
        folder = pathlib.Path(self.dir.name) / "out"
        folder.mkdir()
        (folder / "precious").write_text("precious")
        for n, (name, args) in enumerate(self.outputs().items()):
            for kind in ("a link", "a link to nothing", "a folder", "free"):
                base = folder / f"{n}-{kind.replace(' ', '-')}"
                written = next(pathlib.Path(a) for a in args(str(base)) if a.startswith(str(base)))
                if kind == "a link":
                    written.symlink_to(folder / "precious")
                elif kind == "a link to nothing":
                    written.symlink_to(folder / "made-by-a-link")
                elif kind == "a folder":
                    written.mkdir()
                code, out, err = self.ctl(*args(str(base)), timeout=120)
                if kind == "free":
                    self.assertTrue(written.exists(), (name, kind, code, err))
                    self.assertEqual(stat.S_IMODE(written.stat().st_mode), 0o600, name)
                    continue
                self.assertNotEqual(code, 0, (name, kind))
                self.assertIn("Nothing was written", err, (name, kind))
                self.assertEqual((folder / "precious").read_text(), "precious", name)
                self.assertFalse((folder / "made-by-a-link").exists(), name)

    def test_a_side_file_overwrites_nothing(self):
        folder = pathlib.Path(self.dir.name)
        (folder / "one.jsonl").write_text("precious")
        code, out, err = self.ctl("evidence", "person", self.people[0]["id"], str(folder / "one.md"), "--tenant", "Lab")
        self.assertEqual(code, 10, err)
        self.assertIn("one.jsonl", err)
        self.assertEqual((folder / "one.jsonl").read_text(), "precious")
        self.assertFalse((folder / "one.md").exists(), "half a pack is none")


class Echo(http.server.ThreadingHTTPServer):
    """A vendor that says in every error what it was asked."""

    def __init__(self):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                asked = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode(errors="replace")
                said = asked + " " + " ".join(f"{k}: {v}" for k, v in self.headers.items())
                body = json.dumps({"error": "invalid_client", "error_description": "refused: " + said, "detailCode": "400.1", "messages": [{"text": said}], "message": said}).encode()
                self.send_response(400)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_PUT = do_PATCH = do_POST

            def log_message(self, *args):
                pass

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_address[1]}"


class SaidBack(unittest.TestCase):
    def test_a_secret_that_a_vendor_says_back_is_not_printed(self):
        echo = Echo()
        self.addCleanup(echo.server_close)
        self.addCleanup(echo.shutdown)
        secrets = {"sailpointClientSecret": "an/invented+secret of 1 client", "idvApiKey": "an-invented-key-of-the-provider"}
        given = json.dumps(secrets)
        with tempfile.TemporaryDirectory() as data:
            code, out, err = call("--data-dir", data, "tenant", "add", "Lab", "--sailpoint-url", echo.url, "--client-id", "client-1", "--idv-url", echo.url, "--community", "c1", "--environment", "simulator", "--no-test", "--secrets", "-", stdin=given)
            self.assertEqual(code, 0, err)
            shown = 0
            for args in (("sync", "--tenant", "Lab"), ("tenant", "test", "Lab"), ("doctor", "--tenant", "Lab"), ("profile", "list", "--tenant", "Lab"), ("approvals", "list", "--tenant", "Lab")):
                for form in ((), ("--json",)):
                    code, out, err = call("--data-dir", data, *args, *form, "--secrets", "-", stdin=given, env={"IDV_VERBOSE": "1"})
                    self.assertNotEqual(code, 0, args)
                    shown += (out + err).count("[secret]")
                    for secret in secrets.values():
                        for known in (secret, urllib.parse.quote(secret, safe=""), urllib.parse.quote_plus(secret)):
                            self.assertNotIn(known, out + err, args)
            self.assertGreater(shown, 0, "nothing was said back: this proves nothing")
            stored = b"".join(f.read_bytes() for f in pathlib.Path(data).iterdir() if f.is_file())
            for secret in secrets.values():
                self.assertNotIn(secret.encode(), stored)


class Held(Desk):
    has_provider = True

    def sql(self, statement):
        db = sqlite3.connect(pathlib.Path(self.dir.name) / "ledger.db")
        try:
            return db.execute(statement).fetchall()
        finally:
            db.close()

    def test_an_answer_is_kept_until_the_ledger_can_be_written(self):
        """Somebody holds the ledger from the moment the provider has made the session, longer than SQLite waits."""
        ledger = pathlib.Path(self.dir.name) / "ledger.db"
        held = threading.Event()

        def hold():
            db = sqlite3.connect(ledger, timeout=10)
            db.execute("BEGIN IMMEDIATE")
            held.set()
            time.sleep(16)
            db.rollback()
            db.close()

        made = self.provider.made

        class Holding(dict):
            def __setitem__(inner, ident, asked):
                super().__setitem__(ident, asked)
                threading.Thread(target=hold).start()
                held.wait(10)

        self.provider.made = Holding(made)
        began = time.time()
        code, out, err = self.ctl("verify", self.people[0]["id"], "--tenant", "Lab", *self.verify, timeout=60)
        self.assertEqual(code, 0, err + out)
        self.assertGreater(time.time() - began, 15, "nobody held it: this proves nothing")
        session = json.loads(out)
        notes = json.loads(self.ctl("sessions", "show", session["session"], "--tenant", "Lab", "--json")[1])
        self.assertIn("readBack", json.dumps(self.sql("SELECT detail FROM session_note WHERE kind = 'created'")), "the code to read back is kept too")
        self.assertEqual((session["status"], session["providerSession"]), ("pending", "ps-00000001"))
        self.assertIn("answer cannot be written yet", err)
        self.assertEqual(len(self.provider.made), 1)
        self.assertEqual(notes["providerSession"], "ps-00000001")


class Windows(unittest.TestCase):
    """Which window of a data folder is the first."""

    def setUp(self):
        self.dir = tempfile.TemporaryDirectory(prefix="idv-", dir="/tmp")
        self.addCleanup(self.dir.cleanup)
        self.data, self.runtime = pathlib.Path(self.dir.name) / "data", pathlib.Path(self.dir.name) / "run"
        self.data.mkdir()
        self.runtime.mkdir(mode=0o700)
        self.name = "idv-console-" + hashlib.sha256(str(self.data).encode()).hexdigest()[:24]

    def console(self):
        env = {**DETACHED, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(self.runtime)}
        p = subprocess.Popen([CONSOLE, "--data-dir", str(self.data)], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(p.wait)
        self.addCleanup(p.kill)
        self.addCleanup(p.stderr.close)
        return p

    def is_running(self, p, seconds=3):
        try:
            p.wait(seconds)
        except subprocess.TimeoutExpired:
            return True
        return False

    def wait_for_socket(self, path):
        for _ in range(100):
            if path.exists():
                return
            time.sleep(0.1)
        self.fail(f"no socket at {path}")

    def test_a_second_one_raises_the_first_and_says_so(self):
        first = self.console()
        self.wait_for_socket(self.runtime / self.name)
        second = self.console()
        self.assertEqual(second.wait(10), 0)
        self.assertIn(b"was raised", second.stderr.read())
        self.assertIsNone(first.poll())

    def test_whoever_lies_in_wait_stops_nobody(self):
        for what in ("silent", "something else", "a file", "in /tmp"):
            with self.subTest(what=what):
                path = pathlib.Path("/tmp" if what == "in /tmp" else self.runtime) / self.name
                listener = None
                if what == "a file":
                    path.write_text("x")
                else:
                    listener = socket.socket(socket.AF_UNIX)
                    listener.bind(str(path))
                    listener.listen(5)

                    def answer():
                        try:
                            while True:
                                c, _ = listener.accept()
                                if what == "something else":
                                    c.sendall(b"hello\n")
                                    c.recv(100)
                        except OSError:
                            pass

                    threading.Thread(target=answer, daemon=True).start()
                try:
                    p = self.console()
                    self.assertTrue(self.is_running(p, 4), "it ended without a word")
                    p.kill()
                    p.wait()
                finally:
                    if listener:
                        listener.close()
                    path.unlink(missing_ok=True)
                    (self.runtime / self.name).unlink(missing_ok=True)

    def test_a_runtime_folder_that_is_everybodys_is_not_used(self):
        self.runtime.chmod(0o777)
        p = self.console()
        self.wait_for_socket(self.data / "window")
        self.assertFalse((self.runtime / self.name).exists())
        self.assertIsNone(p.poll())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
