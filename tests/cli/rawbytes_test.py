#!/usr/bin/env python3
"""idvctl over a directory of hostile names: nothing that a terminal obeys or hides reaches standard output or standard error."""
import csv
import re
import sqlite3

from harness import *  # noqa: F403
from harness import DETACHED, IDVCTL  # noqa: F401

# tests/support/hostile.h has the same list; halves of characters cannot be stored from here.
HOSTILE = [
    "\x1b[2J\x1b[H", "\x1b[32mverified\x1b[0m", "\x1b]0;idvctl: verified\x07", "\x1b]8;;https://evil.example\x1b\\Ada\x1b]8;;\x1b\\", "\x1b]52;c;cm0gLXJmIH4K\x07",
    "Ada\x07", "denied" + "\x08" * 6 + "passed", "denied\rpassed", "Ada\nidvctl: verified", "Ada\r\nverified", "a\x0b\x0c", "Ada\x7f", "\x9b2J", "\x9d0;x\x9c", "a\x85b",
    "Ada \u202eexe.txt", "\u202bAda\u202c", "\u2066a\u2067b\u2068c\u2069", "A\u200bd\u2060a\ufeff", "a\u2028b\u2029c", "\ufff9a\ufffab\ufffb",
    '=HYPERLINK("https://evil.example";"Ada")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1+1)", "\t=1+1", "Ada;=1+1", "Ada\n=1+1", '","=1+1","',
    "[Ada](javascript:alert(1))", "![Ada](file:///etc/passwd)", "Ada | verified | 2 |", "<img src=\"file:///etc/passwd\">", "<b>Ada</b>", "&lt;b&gt; &#x1b;",
    "%1 %2 %n %L1 %s %d %x %% {0} $(id) ${HOME}", "Ada Quill " * 10_000, "A" * 100_000, "A" + "\u0301" * 500 + "da",
    *("a" + chr(c) + "b" for c in [*range(1, 0x20), *range(0x7f, 0xa0)]),
]
ORDINARY = ["Jürgen Großmann-Öztürk", "佐々木 遥香", "أمينة بنت سليمان الزهراني", "דבורה בן־שחר", "தமிழ்ச்செல்வி", "Nguyễn Thị Minh Khuê", "\U0001f469\u200d\U0001f4bb Ada", "می\u200cخواهم", "O'Sullivan & Söhne 100 %"]
HIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]")
cases = 0


class RawBytes(Case):
    lab_args = ("--identities", "300")

    def setUp(self):
        super().setUp()
        self.ready()
        mirror = next(pathlib.Path(self.dir.name).glob("mirror-*.db"))
        with sqlite3.connect(mirror) as db:
            rids = [r for (r,) in db.execute("SELECT rid FROM identity ORDER BY rid")]
            texts = HOSTILE + ORDINARY
            for i, rid in enumerate(rids):
                t = texts[i % len(texts)]
                db.execute("UPDATE identity SET name = ?, email = ?, lifecycle = ?, manager = ?, employee = ?, idv_document = ?, idv_session = ? WHERE rid = ?", (t,) * 7 + (rid,))
        db.close()
        self.assertGreater(len(rids), len(texts))

    def raw(self, *args, secrets=True, env=None):
        """One call; its bytes are looked at, whatever it says."""
        global cases
        p = subprocess.run([IDVCTL, "--data-dir", self.dir.name, *args, *(["--secrets", "-"] if secrets else [])], input=self.secrets.encode() if secrets else b"", capture_output=True, timeout=120, env={**DETACHED, **(env or {})})
        for stream in (p.stdout, p.stderr):
            self.assertFalse([b for b in set(stream) if (b < 0x20 and b != 0x0a) or b == 0x7f], (args, stream[:200]))
            text = stream.decode("utf-8")  # strict: no broken UTF-8 leaves
            found = HIDDEN.search(text)
            self.assertIsNone(found, (args, found and text[max(0, found.start() - 40):found.start() + 40]))
            cases += text.count("\n")
        return p.returncode, p.stdout.decode(), p.stderr.decode()

    def test_lists_show_them_spelled_out(self):
        code, out, err = self.raw("identities", "--tenant", "Lab", "--limit", "1000")
        self.assertEqual(code, 0, err)
        self.assertEqual(out.count("\n"), 300)  # a line end in a name makes no line
        self.assertIn("\\u001b[2J", out)
        self.assertIn("denied\\rpassed", out)
        self.assertIn("Ada\\nidvctl: verified", out)
        for text in ORDINARY:
            self.assertIn(text, out)
        code, out, err = self.raw("due", "--tenant", "Lab", "--limit", "1000")
        self.assertEqual(code, 0, err)

    def test_json_is_the_same_text(self):
        code, out, err = self.raw("identities", "--tenant", "Lab", "--limit", "1000", "--json")
        self.assertEqual(code, 0, err)
        people = json.loads(out)
        check("identities", people)
        names = {p["name"] for p in people["identities"]}
        for text in HOSTILE + ORDINARY:
            self.assertIn(text, names)

    def test_every_other_list(self):
        person = json.loads(self.raw("identities", "--tenant", "Lab", "--limit", "1", "--json")[1])["identities"][0]["id"]
        for args in (["sessions"], ["drift", "list"], ["callbacks"], ["activity"], ["approvals", "list"], ["proposals", "list"], ["event-rules"], ["campaign", "list"], ["task", "list"],
                     ["policy", "show"], ["sync", "--status"], ["doctor"], ["profile", "list"], ["identity", "show", person], ["evidence", "person", person, str(pathlib.Path(self.dir.name) / "e.md")]):
            for form in ([], ["--json"]):
                self.raw(*args, "--tenant", "Lab", *form)
        for args in (["tenant", "list"], ["audit", "verify"]):
            self.raw(*args, secrets=False)

    def test_what_was_typed_comes_back_spelled_out(self):
        for text in HOSTILE:
            if len(text) > 1000:
                continue
            for args in ([text], ["identities", "--tenant", text], ["identities", "--tenant", "Lab", "--" + text], ["sessions", "show", text, "--tenant", "Lab"], ["policy", "set", text, "--tenant", "Lab"]):
                code, out, err = self.raw(*args, secrets=False)
                self.assertNotEqual(code, 0, args)
        # As a log, too.
        self.raw("identities", "--tenant", "Lab", env={"IDV_VERBOSE": "1"})

    def test_a_campaign_and_a_ticket(self):
        person = self.someone_of_the_lab()
        for text in ("Q3 \x1b[2J\x07", "Q3 \u202etxt", "Q3\nforged"):
            self.raw("verify", person, "--tenant", "Lab", "--reason", "account-recovery", "--ticket", text, "--ial", "2", "--documents", "passport", "--delivery", "link", "--json")
        self.raw("sessions", "--tenant", "Lab")
        self.raw("audit", "verify", secrets=False)

    def someone_of_the_lab(self):
        return json.loads(self.raw("identities", "--tenant", "Lab", "--status", "never", "--limit", "1", "--json")[1])["identities"][0]["id"]

    def test_files(self):
        folder = pathlib.Path(self.dir.name)
        code, _, err = self.raw("identities", "--tenant", "Lab", "--export", str(folder / "people.csv"))
        self.assertEqual(code, 0, err)
        with open(folder / "people.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        self.assertEqual(len({len(r) for r in rows}), 1)
        for row in rows:
            for cell in row:
                self.assertIsNone(HIDDEN.search(re.sub("[\r\t]", "", cell)), cell[:80])
                for part in re.split("[;\t\r\n]", cell):
                    self.assertFalse(part.startswith(("=", "+", "-", "@")), cell[:80])
        self.assertTrue(any("Jürgen Großmann-Öztürk" in row for row in rows))
        code, _, err = self.raw("report", str(folder / "report.md"), "--tenant", "Lab")
        self.assertEqual(code, 0, err)
        self.assertIsNone(HIDDEN.search((folder / "report.md").read_text(encoding="utf-8")))
        for name, args in (("due.csv", ["due", "--tenant", "Lab", "--csv"]), ("log.csv", ["audit", "export", "--csv"])):
            self.raw(*args, str(folder / name), secrets="due" in args)


if __name__ == "__main__":
    done = unittest.main(argv=sys.argv[:1], exit=False)
    print(f"raw bytes: {cases} lines looked at")
    sys.exit(not done.result.wasSuccessful())
