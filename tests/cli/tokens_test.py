#!/usr/bin/env python3
"""A personal access token is replaced, and whatever kills that on the way is ended by the next try. Runs inside support/with-keyring.sh."""
import os
import pathlib
import signal
import subprocess
import urllib.parse

from harness import *  # noqa: F403
from harness import DETACHED, IDVCTL

DETACHED["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]


class Tokens(Case):
    lab_args = ("--identities", "20")

    def setUp(self):
        super().setUp()
        self.assertEqual(self.add()[0], 0)  # its secrets are in the keychain from here on

    def token(self, *args, code=0, env=None):
        got, out, err = call("--data-dir", self.dir.name, "tenant", "token", "Lab", *args, "--json", env=env)
        self.assertEqual(got, code, out + err)
        return json.loads(out) if out.startswith("{") else out + err

    def ask(self, url, method="GET", body=None, bearer=None):
        request = urllib.request.Request(url, method=method, data=body, headers={"Authorization": "Bearer " + bearer} if bearer else {})
        with urllib.request.urlopen(request) as r:
            return json.load(r)

    def all(self):
        """What the simulated SailPoint has, asked by this test with the tokens of a second person."""
        e = self.lab.ends
        form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": e["reviewerClientId"], "client_secret": e["reviewerClientSecret"]})
        bearer = self.ask(e["sailpointUrl"] + "/oauth/token", "POST", form.encode())["access_token"]
        return self.ask(e["sailpointUrl"] + "/v2024/personal-access-tokens", bearer=bearer)

    def client(self):
        listed = json.loads(call("--data-dir", self.dir.name, "tenant", "list", "--json")[1])["tenants"]
        return next(t for t in listed if t["name"] == "Lab")

    def works(self):
        code, out, err = call("--data-dir", self.dir.name, "tenant", "test", "Lab", "--json")
        self.assertEqual(code, 0, out + err)

    def test_it_is_shown_and_replaced(self):
        self.assertEqual(self.client()["accessToken"]["kind"], "not-read")
        shown = self.token()
        check("tenant-token", shown)
        self.assertEqual((shown["kind"], shown["level"], shown["daysLeft"]), ("at", "fine", 59))
        self.assertEqual(self.client()["accessToken"]["daysLeft"], 59)  # without asking
        old = self.lab.ends["clientId"]
        made = self.token("--rotate", "--expires-in", "20", "--reason", "it ends soon")
        check("tenant-token", made)
        self.assertEqual((made["oldClientId"], made["oldDeleted"], made["endedEarlier"], made["level"], made["daysLeft"]), (old, True, False, "soon", 19))
        self.assertEqual([t["id"] for t in self.all()], [made["clientId"]])
        self.assertEqual(self.client()["clientId"], made["clientId"])
        self.works()
        code, out, _ = call("--data-dir", self.dir.name, "tenant", "list")
        self.assertIn("access token expires in 19 day", out)
        code, out, err = call("--data-dir", self.dir.name, "doctor", "--tenant", "Lab")
        self.assertIn("tenant token NAME --rotate", out + err)
        told = call("--data-dir", self.dir.name, "audit", "export", "-")[1]
        self.assertIn("it ends soon", told)
        everything = "".join(p.read_bytes().decode("latin-1") for p in pathlib.Path(self.dir.name).rglob("*") if p.is_file())
        self.assertNotIn(self.lab.ends["clientSecret"], everything + told)

    def test_what_does_not_go_together(self):
        for args in (("--keep-old",), ("--expires-in", "5"), ("--reason", "x")):
            self.assertIn("--rotate", json.dumps(self.token(*args, code=2)))
        self.assertIn("1 to 180", json.dumps(self.token("--rotate", "--expires-in", "181", code=2)))
        self.assertEqual(len(self.all()), 1)

    def test_the_old_one_stays_where_it_is_asked_for(self):
        made = self.token("--rotate", "--keep-old")
        self.assertFalse(made["oldDeleted"])
        self.assertEqual({t["id"] for t in self.all()}, {made["clientId"], self.lab.ends["clientId"]})
        self.works()

    def test_killed_anywhere_nothing_is_left_behind(self):
        for point, left in (("token-intent", 1), ("token-made", 2), ("edit-secrets-written", 2), ("token-switched", 2)):
            with self.subTest(point):
                before = self.client()["clientId"]
                self.token("--rotate", code=-signal.SIGKILL, env={"IDV_KILL_AT": point})
                self.assertEqual(len(self.all()), left)
                self.works()  # with the old one or the new one
                switched = self.client()["clientId"] != before
                self.assertEqual(switched, point == "token-switched")
                ended = self.token("--rotate")
                self.assertEqual(ended["endedEarlier"], switched)
                self.assertEqual([t["id"] for t in self.all()], [ended["clientId"]])
                self.assertNotEqual(ended["clientId"], before)
                self.works()

    def test_of_two_at_once_one_replaces_it(self):
        line = [IDVCTL, "--data-dir", self.dir.name, "tenant", "token", "Lab", "--rotate", "--json"]
        both = [subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=DETACHED) for _ in range(2)]
        codes = []
        for p in both:
            p.communicate(timeout=60)
            codes.append(p.returncode)
        self.assertIn(0, codes)
        self.assertIn(sorted(codes)[1], (0, 10))  # one after the other, or refused
        self.assertEqual(len(self.all()), 1)
        self.works()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
