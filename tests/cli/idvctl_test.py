#!/usr/bin/env python3
"""idvctl from outside: forms, exit codes, schemas, bad input, secrets, and a kill at every named point."""
import base64
import datetime
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import shutil
import signal
import socket
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

from harness import *  # noqa: F403
from harness import DETACHED, IDVCTL, SOURCE  # noqa: F401


class MainJob(Case):
    def test_whole_path(self):
        code, out, err = self.add("--write-back", "account", "--idv-source", self.lab.ends["idvSourceId"], "--json")
        self.assertEqual(code, 0, err)
        check("tenant", json.loads(out))
        code, out, err = self.ctl("tenant", "list", "--json")
        check("tenants", json.loads(out))
        code, out, err = self.ctl("tenant", "test", "Lab", "--json")
        self.assertEqual(code, 0, err)
        check("test", json.loads(out))
        self.assertTrue(json.loads(out)["proven"])
        self.assertEqual(self.operator(), 0)
        code, out, err = self.ctl("sync", "--tenant", "Lab", "--json", "--no-rate-limit")
        self.assertEqual(code, 0, err)
        result = json.loads(out)
        check("sync", result)
        self.assertEqual((result["identities"], result["mode"], result["requests"]), (300, "full", 4))
        code, out, err = self.ctl("sync", "--tenant", "Lab", "--status", "--json")
        self.assertEqual(code, 0, err)
        health = json.loads(out)
        check("sync-status", health)
        self.assertEqual((health["state"], health["failure"]), ("fresh", None))
        code, out, _ = self.ctl("identities", "--tenant", "Lab", "--search", "ec", "--json")
        check("identities", json.loads(out))
        person = self.someone()
        code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait")
        self.assertEqual(code, 0, err + out)
        session = json.loads(out)
        check("verify", session)
        self.assertEqual((session["status"], session["ial"], session["writeBack"], session["writeBackDetail"]), ("verified", 2, "written", "7/7"))
        self.assertNotIn("/v/", out)
        code, out, _ = self.ctl("identities", "--tenant", "Lab", "--search", person["email"], "--json")
        self.assertEqual(json.loads(out)["identities"][0]["status"], "verified")
        code, out, _ = self.ctl("sessions", "--tenant", "Lab", "--json")
        check("sessions", json.loads(out))
        self.assertEqual(self.lab.stats()["create"], 1)

    def test_a_pass_that_nobody_stores_is_counted_and_said_with_its_look(self):
        self.assertEqual(self.add()[0], 0)  # write-back none: SailPoint or the provider writes, and here neither does
        self.assertEqual(self.operator(), 0)
        self.assertEqual(self.ctl("sync", "--tenant", "Lab", "--json")[0], 0)

        def due(*more):
            code, out, err = self.ctl("due", "--tenant", "Lab", "--json", *more)
            self.assertEqual(code, 0, err)
            check("due", json.loads(out))
            return json.loads(out)

        before = due()
        self.assertEqual((before["notStored"], before["notLookedAt"]), (0, 0))
        _, out, _ = self.ctl("identities", "--tenant", "Lab", "--status", "overdue", "--limit", "100", "--json")
        person = next(p for p in json.loads(out)["identities"] if p["lifecycle"] == "active" and p["email"])
        code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait")
        self.assertEqual(code, 0, err)
        self.assertEqual((json.loads(out)["status"], json.loads(out)["writeBack"]), ("verified", "waiting"))
        self.assertRegex(err, r"SailPoint has not shown the result yet \(looked at \d\d:\d\d\)")
        self.assertNotIn("SailPoint shows", err)
        # Just now nobody can have looked late enough: neither stored nor not stored.
        self.assertEqual(self.ctl("sync", "--tenant", "Lab", "--json")[0], 0)
        young = due()
        self.assertEqual((young["notStored"], young["notLookedAt"], young["pastDue"]), (0, 1, before["pastDue"]))
        self.assertEqual(due("--not-stored")["people"], [])
        ledger = sqlite3.connect(pathlib.Path(self.dir.name) / "ledger.db")
        ago = 20 * 60 * 1000
        ledger.execute("UPDATE session SET created_at = created_at - ?, closed_at = closed_at - ?, completed_at = completed_at - ?", (ago, ago, ago))
        ledger.commit()
        ledger.close()
        self.assertEqual(self.ctl("sync", "--tenant", "Lab", "--json")[0], 0)
        late = due()
        self.assertEqual((late["notStored"], late["notLookedAt"], late["pastDue"]), (1, 0, before["pastDue"]))
        self.assertEqual([p["id"] for p in late["people"] if p["notStored"]], [person["id"]])
        self.assertEqual([p["id"] for p in due("--not-stored")["people"]], [person["id"]])
        self.assertEqual([p["id"] for p in due("--not-stored", "--part", "overdue")["people"]], [person["id"]])
        self.assertEqual(due("--not-stored", "--part", "held")["people"], [])
        self.assertFalse(any(p["notStored"] for p in due("--soon")["people"]))
        self.assertEqual(self.ctl("due", "--tenant", "Lab", "--soon", "--not-stored")[0], 2)
        _, text, _ = self.ctl("due", "--tenant", "Lab")
        self.assertIn("1 verified here, not stored", text)
        file = pathlib.Path(self.dir.name) / "not-stored.csv"
        self.assertEqual(self.ctl("due", "--tenant", "Lab", "--not-stored", "--csv", str(file))[0], 0)
        self.assertEqual(len(file.read_text().splitlines()), 2)
        report = pathlib.Path(self.dir.name) / "report.md"
        code, _, err = self.ctl("report", str(report), "--tenant", "Lab")
        self.assertEqual(code, 11, err)
        self.assertIn("Of them 1 verified here, not stored", report.read_text())

    def test_secrets_are_nowhere(self):
        self.ready()
        needles = [self.lab.ends["clientSecret"], self.lab.ends["idvApiKey"], "/v/"]
        p = subprocess.Popen([IDVCTL, "--data-dir", self.dir.name, "verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait", "--secrets", "-"],
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**DETACHED, "IDV_VERBOSE": "1"})
        p.stdin.write(self.secrets.encode())
        p.stdin.close()
        p.stdin = None
        time.sleep(0.3)
        proc = pathlib.Path("/proc") / str(p.pid)
        for file in ("cmdline", "environ"):
            for needle in needles:
                self.assertNotIn(needle.encode(), (proc / file).read_bytes(), file)
        out, err = (t.decode() for t in p.communicate(timeout=60))
        self.assertEqual(p.returncode, 0, err)
        for text in (out, err):
            for needle in needles:
                self.assertNotIn(needle, text)
        for path in pathlib.Path(self.dir.name).rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                for needle in needles:
                    self.assertNotIn(needle.encode(), data, path)

    def test_lock_refuses(self):
        self.ready()
        person = self.someone()
        self.assertEqual(self.ctl("tenant", "lock", "Lab")[0], 0)
        code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify)
        self.assertEqual(code, 10)  # it is refused here, whatever else is wrong with it
        self.assertIn("locked", err)
        self.assertEqual(self.ctl("tenant", "unlock", "Lab")[0], 0)
        self.assertEqual(self.lab.stats().get("create", 0), 0)

    def test_interrupted_is_not_done(self):
        self.ready()
        p = subprocess.Popen([IDVCTL, "--data-dir", self.dir.name, "verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait", "--secrets", "-"],
                             stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=DETACHED)
        p.stdin.write(self.secrets.encode())
        p.stdin.close()
        time.sleep(0.4)
        p.send_signal(signal.SIGTERM)
        self.assertEqual(p.wait(10), 128 + signal.SIGTERM)

    def test_remove_and_rotate(self):
        self.ready()
        bad = json.dumps({"sailpointClientSecret": "wrong"})
        code, _, err = call("--data-dir", self.dir.name, "tenant", "rotate", "Lab", "--secrets", "-", stdin=bad)
        self.assertEqual(code, 9)
        self.assertIn("old secrets stay", err)
        self.assertEqual(self.ctl("tenant", "remove", "Lab")[0], 2)
        self.assertNotEqual(self.ctl("tenant", "remove", "Lab", "--yes")[0], 2)
        self.assertEqual(list(pathlib.Path(self.dir.name).glob("mirror-*")), [])


class BadInput(Case):
    lab_args = ("--identities", "10")

    def refuse(self, options, field, code=2):
        got, out, err = self.ctl("tenant", "add", "Lab", *options, "--json")
        self.assertEqual(got, code, err)
        self.assertIn(field, err)
        check("error", json.loads(out))
        self.assertFalse((pathlib.Path(self.dir.name) / "ledger.db").exists(), "something was stored")

    def replaced(self, option, value):
        o = list(self.options)
        o[o.index(option) + 1] = value
        return o

    def test_every_field(self):
        for option, value in [("--sailpoint-url", "https://[tenant].api.identitynow.com"), ("--sailpoint-url", "http://acme.example"), ("--sailpoint-url", "nonsense"),
                              ("--client-id", "CHANGE_ME"), ("--idv-url", "ftp://x.example"), ("--community", "")]:
            with self.subTest(option=option, value=value):
                self.refuse(self.replaced(option, value), option)
        for more, field in [(["--path-style", "v9"], "--path-style"), (["--write-back", "magic"], "--write-back"), (["--write-back", "account"], "--idv-source"),
                            (["--session-path", "x"], "--session-path"), (["--status-path", "/x"], "--status-path"), (["--map", "/nonexistent"], "--map"), (["--proxy", "x"], "--proxy"),
                            (["--ca", "/nonexistent"], "--ca"), (["--callback-base-url", "http://x.example"], "--callback-base-url")]:
            with self.subTest(more=more):
                self.refuse(self.options + more, field)

    def test_an_address_on_this_computer_is_a_simulator_or_a_tunnel(self):
        at = self.options.index("--environment")
        plain = self.options[:at] + self.options[at + 2:]
        for more in ([], ["--environment", "production"], ["--environment", "sandbox"]):
            self.refuse(plain + more, "--environment")
        self.refuse(self.options + ["--tunnel"], "--tunnel")
        elsewhere = self.replaced("--sailpoint-url", "https://acme.api.identitynow.com")
        self.refuse(elsewhere, "--environment")
        code, out, err = self.ctl("tenant", "add", "Lab", *plain, "--environment", "sandbox", "--tunnel", "--json")
        self.assertEqual(code, 0, err)
        check("tenant", json.loads(out))
        self.assertEqual((json.loads(out)["environment"], json.loads(out)["tunnel"]), ("sandbox", True))

    def test_usage(self):
        for args in (["nonsense"], ["tenant"], ["lab"], ["sync"], ["sync", "--tenant"], ["identities", "--tenant", "x", "--limit", "-1"], ["identities", "--tenant", "x", "--status", "odd"],
                     ["verify"], ["lab", "serve", "--fault", "odd"], ["lab", "serve", "--identities", "many"], ["lab", "serve", "--port", "99999"], ["sync", "--tenant", "x", "--secrets", "s3cr3t"], ["--data-dir"]):
            with self.subTest(args=args):
                code, _, err = call("--data-dir", self.dir.name, *args) if args[0] != "--data-dir" else call(*args)
                self.assertEqual(code, 2, err)
                self.assertTrue(err.strip())

    def test_secrets_are_one_json_object(self):
        for text in ("not json", "[1]", '{"unknown": "x"}', '{"idvApiKey": 7}'):
            with self.subTest(text=text):
                code, _, err = call("--data-dir", self.dir.name, "tenant", "add", "Lab", *self.options, "--secrets", "-", stdin=text)
                self.assertEqual(code, 2, err)

    def test_secrets_bring_nothing_along(self):
        names = ("sailpointClientSecret", "idvApiKey", "workflowClientId", "workflowClientSecret", "callbackSecret", "callbackSecretNext", "eventsToken", "reviewerClientId", "reviewerClientSecret",
                 "triggerSecret")
        for name in names:
            for bad in ("0123456789abcdef\r\nX-Injected: yes", "0123456789\nabcdef", "0123456789\x00abcdef", "\r\n"):
                with self.subTest(name=name, bad=bad):
                    code, _, err = call("--data-dir", self.dir.name, "tenant", "add", "Lab", *self.options, "--secrets", "-", stdin=json.dumps({name: bad}))
                    self.assertEqual(code, 2, err)
                    self.assertIn(name, err)
        good = json.loads(self.secrets)
        padded = json.dumps({name: "\ufeff " + value + "\r\n" for name, value in good.items()})
        code, _, err = call("--data-dir", self.dir.name, "tenant", "add", "Lab", *self.options, "--secrets", "-", stdin=padded)
        self.assertEqual(code, 0, err)

    def test_a_key_that_nobody_looked_at_is_not_proven(self):
        class Anybody(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = b'{"message":"not found"}'
                self.send_response(404)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Anybody)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        options = self.replaced("--idv-url", f"http://127.0.0.1:{server.server_address[1]}")
        wrong = json.dumps({**json.loads(self.secrets), "idvApiKey": "a-wrong-key-for-another-server"})
        self.assertEqual(call("--data-dir", self.dir.name, "tenant", "add", "Lab", *options, "--no-test", "--secrets", "-", stdin=wrong)[0], 0)
        code, out, err = call("--data-dir", self.dir.name, "tenant", "test", "Lab", "--json", "--secrets", "-", stdin=wrong)
        self.assertEqual(code, 0, err)
        told = json.loads(out)
        check("test", told)
        self.assertEqual((told["passed"], told["proven"]), (True, False))
        self.assertEqual(told["lines"][-1]["level"], "not-proven")
        self.assertIn("not proven", err)
        self.assertNotIn("accepts the API key", out + err)

    def test_connection_faults_differ(self):
        texts = set()
        wrong = json.dumps({"sailpointClientSecret": "wrong", "idvApiKey": self.lab.ends["idvApiKey"]})
        code, _, err = call("--data-dir", self.dir.name, "tenant", "add", "Lab", *self.options, "--secrets", "-", stdin=wrong)
        self.assertEqual(code, 9, err)
        texts.add(err)
        code, _, err = self.ctl("tenant", "add", "Lab", *self.replaced("--sailpoint-url", "http://127.0.0.1:1"))
        self.assertEqual(code, 4, err)
        texts.add(err)
        code, _, err = self.ctl("tenant", "add", "Lab", *self.replaced("--idv-url", "http://127.0.0.1:1"))
        self.assertEqual(code, 4, err)
        texts.add(err)
        self.assertEqual(len(texts), 3)

    def test_certificate_that_nobody_vouches_for(self):
        with tempfile.TemporaryDirectory() as folder:
            cert, key = folder + "/c.pem", folder + "/k.pem"
            subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=elsewhere.example", "-keyout", key, "-out", cert], check=True, capture_output=True)
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(cert, key)
            server.socket = tls.wrap_socket(server.socket, server_side=True)
            server.handle_error = lambda *_: None
            threading.Thread(target=server.serve_forever, daemon=True).start()
            url = f"https://127.0.0.1:{server.server_address[1]}"
            for option in ("--sailpoint-url", "--idv-url"):
                with self.subTest(option=option):
                    code, _, err = self.ctl("tenant", "add", "Lab", *self.replaced(option, url))
                    self.assertEqual(code, 4, err)
                    self.assertIn("certificate", err.lower())
            server.shutdown()
            server.server_close()

    def test_damaged_file(self):
        (pathlib.Path(self.dir.name) / "ledger.db").write_bytes(b"not a database at all" * 50)
        code, _, err = self.ctl("tenant", "list")
        self.assertEqual(code, 1)
        self.assertIn("untouched", err)


class FirstOpen(unittest.TestCase):
    def test_several_processes_open_a_new_folder_at_once(self):
        for _ in range(6):
            with tempfile.TemporaryDirectory() as d:
                jobs = [subprocess.Popen([IDVCTL, "--data-dir", d + "/new", "tenant", "list", "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=DETACHED) for _ in range(4)]
                self.assertEqual([json.loads(j.communicate(timeout=30)[0]) for j in jobs], [{"tenants": [], "unreadable": []}] * 4)


class Lifecycle(Case):
    """What SailPoint is asked to do to identities and identity profiles."""

    def setUp(self):
        super().setUp()
        self.ready()
        self.people = [p["id"] for p in self.read("identity", "list", "--limit", "30", "--sorters", "name")["identities"]]

    def run_(self, *args):
        return self.ctl(*args, "--tenant", "Lab", "--json")

    def read(self, *args):
        code, out, err = self.run_(*args)
        self.assertEqual(code, 0, err)
        check("read", json.loads(out))
        return json.loads(out)

    def asked(self, *args, code=0):
        got, out, err = self.run_(*args)
        self.assertEqual(got, code, err)
        check("operation", json.loads(out))
        return json.loads(out)

    def owner(self):
        return next(p for p in self.people if self.read("identity", "ownership", p)["owns"])

    def free(self):
        return next(p for p in self.people if not self.read("identity", "ownership", p)["owns"])

    def test_due_and_the_policy_that_says_so(self):
        self.assertEqual(self.run_("sync")[0], 0)
        due = lambda *more: json.loads(self.run_("due", *more)[1])
        before = due()
        check("due", before)
        self.assertEqual(before["pastDue"], len(before["people"]))
        self.assertEqual(sum(before["parts"].values()), before["pastDue"])
        self.assertEqual(sum(before["reasons"].values()), before["overdue"])
        self.assertEqual(before["parts"]["overdue"] + before["parts"]["date-unusable"], before["overdue"])
        for part, n in before["parts"].items():
            self.assertEqual([p["pastDue"] for p in due("--part", part)["people"]], [part] * n)
        self.assertEqual(self.run_("due", "--part", "lost")[0], 2)
        self.assertEqual(self.run_("due", "--part", "held", "--soon")[0], 2)
        last = [p["reason"] == "date-unusable" for p in before["people"]]
        self.assertEqual(last, sorted(last), "who cannot be renewed before SailPoint is repaired comes last")
        self.assertTrue(all(p["status"] == "due-soon" for p in due("--soon")["people"]))
        policy = pathlib.Path(self.dir.name) / "policy.json"
        policy.write_text(json.dumps({"standard": {"intervalDays": 365}, "rules": [{"name": "Contractors", "profiles": ["Contractors"], "intervalDays": 90, "warnDays": 10, "graceDays": 7},
                                                                                  {"name": "Admins", "riskGroups": ["Privileged admins"], "highRisk": True, "intervalDays": 30, "warnDays": 5, "graceDays": 5}]}))
        code, out, err = self.run_("policy", "set", str(policy), "--dry-run")
        self.assertEqual(code, 0, err)
        planned = json.loads(out)
        check("policy", planned)
        self.assertFalse(planned["saved"])
        self.assertEqual(due()["pastDue"], before["pastDue"], "a dry run changes nothing")
        code, out, err = self.run_("policy", "set", str(policy))
        self.assertEqual(code, 0, err)
        saved = json.loads(out)
        self.assertTrue(saved["saved"])
        self.assertEqual(saved["outlook"], planned["outlook"])
        after = due("--limit", "100000")
        self.assertEqual(after["overdue"], planned["outlook"]["overdue"])
        self.assertEqual(after["pastDue"], planned["outlook"]["pastDue"])
        self.assertGreater(after["overdue"], before["overdue"])
        self.assertTrue({"Contractors", "Admins"} <= {p["policy"] for p in after["people"]})
        self.assertEqual(sum(r["people"] for r in saved["outlook"]["rules"]), 300)
        file = pathlib.Path(self.dir.name) / "due.csv"
        code, out, err = self.run_("due", "--csv", str(file))
        self.assertEqual(code, 0, err)
        check("export", json.loads(out))
        self.assertEqual(len(file.read_text().splitlines()) - 1, after["pastDue"])
        self.assertEqual(json.loads(self.run_("policy", "show")[1])["policy"], saved["policy"])
        for bad, named in (('{"standard":{"intervalDays":0}}', "standard.interval"), ('{"rules":[{"name":"A"}]}', "rules[0].applies"), ("[", ""), ("", ""), (json.dumps({"policy": saved["policy"]}), "policy"),
                           (json.dumps(saved), "outlook"), ('{"rules":[{"name":"A","profile":["Contractors"]}]}', "rules[0].profile"), ('{"standard":{"intervalDays":90},"standard":{}}', "standard"),
                           ('{"rules":[{"name":"A","profiles":["Contracters"],"intervalDays":30}]}', "Near: Contractors")):
            policy.write_text(bad)
            for more in ((), ("--dry-run",)):
                code, out, err = self.run_("policy", "set", str(policy), *more)
                self.assertEqual(code, 2, bad)
                self.assertIn(named, err)
        self.assertEqual(self.run_("policy", "set", str(policy) + ".none")[0], 2)
        self.assertEqual(self.run_("policy", "boil")[0], 2)
        self.assertEqual(due()["overdue"], after["overdue"])

    def test_a_tenants_own_words_reach_everybody_without_a_copy(self):
        self.assertEqual(self.run_("sync")[0], 0)
        due = lambda: json.loads(self.run_("due", "--limit", "100000")[1])
        words = lambda *more: self.ctl("tenant", "words", "Lab", *more, "--json")
        shown = json.loads(words()[1])
        check("status-words", shown)
        self.assertEqual((shown["words"], shown["saved"]), ({"pass": ["VERIFIED"], "fail": ["FAILED"], "pending": ["PENDING"]}, False))
        before = due()
        self.assertEqual(before["reasons"]["withdrawn"], 0)
        for bad in (("--pass", ""), ("--pass", "A,a"), ("--fail", "verified"), ("--pass", "x" * 65)):
            self.assertEqual(words(*bad, "--reason", "a test")[0], 2, bad)
        self.assertEqual(words("--pass", "OK")[0], 2, "a change has a reason")
        self.assertEqual(due(), before)
        code, out, err = words("--pass", "OK, fine", "--reason", "the provider changed its words")
        self.assertEqual(code, 0, err)
        check("status-words", json.loads(out))
        after = due()
        self.assertGreater(after["reasons"]["withdrawn"], before["overdue"])
        self.assertTrue(all(p["idvStatus"] == "VERIFIED" for p in after["people"] if p["reason"] == "withdrawn"))
        verified = json.loads(self.run_("identities", "--status", "verified")[1])["identities"]
        self.assertEqual(verified, [])
        self.assertEqual(words("--pass", "VERIFIED", "--reason", "and back again")[0], 0)
        self.assertEqual({k: v for k, v in due().items() if k != "people"}, {k: v for k, v in before.items() if k != "people"})

    def test_people_into_a_file(self):
        self.assertEqual(self.run_("sync")[0], 0)
        file = os.path.join(self.dir.name, "out.jsonl")
        code, out, err = self.run_("identities", "--profile", "Contractors", "--contact", "phone", "--export", file)
        self.assertEqual(code, 0, err)
        said = json.loads(out)
        check("export", said)
        with open(file, "rb") as f:
            written = f.read()
        self.assertEqual(said["sha256"], hashlib.sha256(written).hexdigest())
        people = [json.loads(line) for line in written.decode().splitlines()]
        self.assertTrue(people and said["rows"] == len(people))
        self.assertEqual({p["profile"] for p in people}, {"Contractors"})
        code, out, err = self.run_("identities", "--profile", "Contractors", "--limit", "500")
        self.assertGreater(len(json.loads(out)["identities"]), len(people), "some have no phone")
        for bad in ("out.xlsx", "out"):
            self.assertEqual(self.run_("identities", "--export", bad)[0], 2)
        self.assertEqual(self.run_("identities", "--contact", "fax")[0], 2)
        self.assertEqual(self.run_("identities", "--export", os.path.join(self.dir.name, "none", "out.csv"))[0], 1)

    def test_identities(self):
        one, owner = self.free(), self.owner()
        self.assertEqual(self.read("identity", "get", one)["identity"]["id"], one)
        self.assertEqual(len(self.read("identity", "roles", one, "--role-name", "Everyone")["roles"]), 1)
        self.assertEqual(len(self.read("identity", "list", "--filters", f'id eq "{one}"')["identities"]), 1)
        self.assertGreater(len(self.read("identity", "list", "--default-filter", "NONE", "--limit", "250", "--offset", "250")["identities"]), 50)
        code, _, err = self.run_("identity", "delete", owner, owner, "--yes")
        self.assertEqual(code, 10, err)
        self.assertIn("Owner of roles", err)
        self.assertEqual(self.asked("identity", "delete", owner, "--dry-run")["owns"][0]["type"], "ROLE_OWNER")
        self.assertTrue(self.asked("identity", "delete", one, "--dry-run")["dryRun"])
        self.read("identity", "get", one)
        self.assertEqual(self.asked("identity", "delete", one, one, "--yes")["state"], "done")
        self.assertEqual(self.run_("identity", "get", one)[0], 9)
        other = next(p["id"] for p in self.read("identity", "list", "--limit", "60")["identities"] if p["identityStatus"] == "UNREGISTERED" and p["id"] not in (one, owner))
        started = self.asked("identity", "process", other)
        self.assertEqual(started["state"], "asked")
        self.assertTrue(started["task"])
        self.assertEqual(self.asked("task", "wait", started["operation"], "--timeout", "20")["state"], "done")
        self.assertEqual(self.asked("identity", "sync", other)["state"], "submitted")
        self.assertEqual(self.asked("identity", "deregister", other, other, "--yes")["state"], "submitted")
        self.assertEqual(self.asked("identity", "invite", other)["state"], "asked")
        self.assertEqual(self.asked("identity", "invite", "--uninvited")["state"], "asked")
        code, out, _ = self.run_("task", "list")
        check("operations", json.loads(out))
        self.assertEqual(len(json.loads(out)["operations"]), 6)

    def test_doctor(self):
        code, out, err = self.run_("doctor", "--report", str(pathlib.Path(self.dir.name) / "r.md"))
        self.assertEqual(code, 0, err)
        report = json.loads(out)
        check("doctor", report)
        by_text = {line["text"]: line for line in report["lines"]}
        self.assertEqual(by_text["Profile Board"]["level"], "warn")
        self.assertEqual(by_text["Profile Employees"]["level"], "pass")
        self.assertEqual(by_text["Results go to the source IDV Results"]["level"], "pass")
        self.assertIn("300", by_text["People with an e-mail"]["fact"])
        self.assertIn("Profile Board", (pathlib.Path(self.dir.name) / "r.md").read_text())
        self.assertNotIn(json.loads(self.secrets)["idvApiKey"], out)

    def test_profiles(self):
        by_name = {p["name"]: p["id"] for p in self.read("profile", "list")["profiles"]}
        board = by_name["Board"]
        file = pathlib.Path(self.dir.name) / "x.json"
        exported = self.read("profile", "export", board)["exported"]
        file.write_text(json.dumps(exported))
        out = self.asked("profile", "import", str(file))
        self.assertEqual(out["imported"], ["Board"])
        self.assertEqual([o["self"]["name"] for o in json.loads(pathlib.Path(out["backup"]).read_text())], ["Board"])
        for bad in ("{", "{}", "[]", '[{"object": {}}]'):
            file.write_text(bad)
            code, _, err = self.run_("profile", "import", str(file))
            self.assertEqual(code, 2, (bad, err))
        file.write_text(json.dumps({"name": "Night", "authoritativeSource": {"type": "SOURCE", "id": "hr", "name": "HR"}}))
        self.assertEqual(self.asked("profile", "create", str(file))["state"], "done")
        night = {p["name"]: p["id"] for p in self.read("profile", "list")["profiles"]}["Night"]
        file.write_text('[{"op": "replace", "path": "/priority", "value": 5}]')
        self.assertEqual(self.asked("profile", "update", night, "--patch", str(file))["state"], "done")
        self.assertEqual(self.read("profile", "get", night)["profile"]["priority"], 5)
        code, _, err = self.run_("profile", "update", night, "--patch", str(file), "--if-modified", "2020-01-01T00:00:00.000Z")
        self.assertEqual(code, 10)
        self.assertIn("meanwhile", err)
        self.read("profile", "preview", by_name["Employees"], "--identity", self.people[2])
        self.read("profile", "default-config", night)
        self.read("profile", "lifecycle-states", night)
        self.assertEqual(self.run_("profile", "refresh", by_name["Employees"])[0], 10)
        self.assertEqual(self.asked("profile", "refresh", by_name["Contractors"])["state"], "asked")
        gone = self.asked("profile", "bulk-delete", night, board, night, board, "--yes")
        self.assertEqual(self.asked("task", "wait", gone["operation"], "--timeout", "20")["state"], "done")
        self.assertEqual(self.asked("profile", "delete", by_name["Seasonal"], by_name["Seasonal"], "--yes")["state"], "asked")
        self.assertNotIn("Night", {p["name"] for p in self.read("profile", "list")["profiles"]})

    def test_what_is_refused_before_anything_is_asked(self):
        one = self.people[0]
        for args in (("identity", "delete", one), ("identity", "delete", one, one), ("identity", "delete", one, self.people[1], "--yes"), ("identity", "deregister", one, "--yes"), ("identity", "get"),
                     ("identity", "invite"), ("identity", "invite", one, "--uninvited"), ("identity", "list", one), ("identity", "list", "--offset", "x"), ("identity", "list", "--limit", "0"), ("identity", "list", "--default-filter", "ALL"), ("identity", "eat", one), ("profile", "delete", "x", "y", "--yes"), ("profile", "delete", "x", "x"),
                     ("profile", "bulk-delete", "a", "b", "a", "--yes"), ("profile", "preview", "x"), ("profile", "update", "x"), ("profile", "import"), ("profile", "boil"), ("task", "wait"), ("task", "list", "x")):
            code, _, err = self.run_(*args)
            self.assertEqual(code, 2, (args, err))
        code, out, _ = self.run_("task", "list")
        self.assertEqual(json.loads(out)["operations"], [])

    def test_killed_on_the_way_is_not_asked_twice(self):
        one = self.free()
        for point in ("operation-stored", "operation-answered"):
            code, _, _ = self.ctl("identity", "deregister", one, one, "--yes", "--tenant", "Lab", "--json", env={"IDV_KILL_AT": point})
            self.assertEqual(code, -signal.SIGKILL, point)
        code, out, _ = self.run_("task", "list")
        states = [o["state"] for o in json.loads(out)["operations"]]
        self.assertEqual(states, ["intent", "intent"])  # said to be unknown after a minute; never sent again
        self.assertEqual(self.lab.stats("sailpointUrl").get("POST /identities", 0), 1)


class Campaigns(Case):
    """Renewals for many: nothing is sent twice, whatever is killed."""

    lab_args = ("--identities", "300", "--outcome", "never")

    def run_(self, *args, env=None, code=0):
        got, out, err = self.ctl("campaign", *args, "--tenant", "Lab", "--json", env=env)
        self.assertEqual(got, code, err + out)
        return json.loads(out) if out else None

    def draft(self, n):
        self.ready()
        _, out, _ = self.ctl("due", "--tenant", "Lab", "--json")
        people = [p for p in json.loads(out)["people"] if p["email"]][:n]
        file = pathlib.Path(self.dir.name) / "people.csv"
        file.write_text("Name;E-mail\n" + "".join(f'"{p["name"]}";{p["email"].upper()}\n' for p in people) + "x;nobody@example.org\n")
        made = self.run_("create", "Nightly", "--from", str(file), "--per-minute", "120")
        check("campaign", made)
        checked = self.run_("dry-run", made["campaign"])
        check("campaign", checked)
        self.assertEqual(checked["dryRun"]["selected"], n)
        return made["campaign"], checked["dryRun"]["byEmail"] + checked["dryRun"]["byPhone"]

    def test_from_the_draft_to_the_last_link(self):
        campaign, n = self.draft(3)
        self.assertEqual(self.lab.stats().get("create", 0), 0)
        done = self.run_("run", campaign)
        check("campaign", done)
        self.assertEqual((done["state"], done["counts"]["sent"], done["counts"]["toSend"]), ("done", n, 0))
        self.assertEqual(self.lab.stats()["create"], n)
        check("campaigns", self.run_("list"))
        people = self.run_("people", campaign)
        check("campaigns", people)
        self.assertEqual([p["state"] for p in people["people"]].count("started"), n)
        self.run_("run", campaign, code=10)
        self.assertEqual(self.lab.stats()["create"], n)
        stopped = self.run_("stop", campaign, "--cancel-open")
        self.assertEqual(stopped["counts"]["waiting"], 0)

    def test_killed_anywhere_sends_nothing_twice(self):
        campaign, n = self.draft(5)
        for point in ("intent-stored", "post-answered", "session-stored"):
            self.run_("run", campaign, env={"IDV_KILL_AT": point}, code=-signal.SIGKILL)
            shown = self.run_("show", campaign)
            self.assertEqual(shown["state"], "paused", point)
            self.assertIn("second link", shown["why"])
        sent = self.lab.stats()["create"]
        self.assertLessEqual(sent, 3)
        done = self.run_("run", campaign)
        self.assertEqual(done["state"], "done")
        self.assertEqual(done["counts"]["sent"], n)
        stats = self.lab.stats()
        self.assertEqual(stats["create"], n - 1, "whoever was killed before the POST got none, and is not sent another")
        self.assertTrue(all(v == 1 for k, v in stats.items() if k.startswith("create:")), stats)

    def test_what_is_refused(self):
        self.ready()
        for options, field in ((("--per-minute", "0"), "perMinute"), (("--per-minute", "x"), "per-minute"), (("--quiet", "8-9"), "quiet"), (("--delivery", "link"), "delivery"), (("--time-zone", "Mars"), "timeZone"),
                               (("--status", "odd"), "status"), (("--documents", "library_card"), "documents")):
            code, out, err = self.ctl("campaign", "create", "N", *options, "--tenant", "Lab", "--json")
            self.assertEqual(code, 2, options)
            self.assertEqual(json.loads(out)["error"]["field"], field)
        for content in (b"", b'"open', b"email\nnobody@example.org\n", b"\xff\xfe\x00", b'email\na"b@example.org\n'):
            file = pathlib.Path(self.dir.name) / "bad.csv"
            file.write_bytes(content)
            self.assertEqual(self.ctl("campaign", "create", "N", "--from", str(file), "--tenant", "Lab")[0], 2, content)
        self.assertEqual(self.run_("list")["campaigns"], [])
        self.run_("show", "none", code=10)
        made = self.run_("create", "Empty", "--status", "verified", "--profile", "Nobody has this")
        self.run_("run", made["campaign"], code=10)
        self.run_("dry-run", made["campaign"])
        self.run_("run", made["campaign"], code=10)  # nobody would get a link


class Governance(Case):
    """What an auditor is handed, and what is kept of people."""

    def read(self, *args, code=0):
        got, out, err = self.ctl(*args, "--tenant", "Lab", "--json")
        self.assertEqual(got, code, err + out)
        return json.loads(out)

    def file(self, name):
        return pathlib.Path(self.dir.name) / name

    def verified(self):
        self.ready()
        person = self.someone()
        code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait", timeout=90)
        self.assertEqual(code, 0, err)
        return person, json.loads(out)

    def test_the_log_is_proved_here_and_elsewhere(self):
        self.ready()
        code, out, err = call("--data-dir", self.dir.name, "audit", "verify", "--json")
        self.assertEqual(code, 11, err)
        state = json.loads(out)
        check("audit", state)
        self.assertTrue(state["whole"] and state["entries"] > 0 and not state["proved"])
        code, out, err = call("--data-dir", self.dir.name, "audit", "verify", "--at-least", state["head"])
        self.assertEqual(code, 0, err)
        self.assertTrue(state["unsignedWhy"], "no keychain here: said, not hidden")
        log = self.file("log.jsonl")
        code, out, err = call("--data-dir", self.dir.name, "audit", "export", str(log), "--json")
        self.assertEqual(code, 0, err)
        check("audit", json.loads(out))
        self.assertEqual(hashlib.sha256(log.read_bytes()).hexdigest(), json.loads(out)["sha256"])
        with tempfile.TemporaryDirectory() as elsewhere:  # neither the data folder nor its keychain
            code, out, err = call("--data-dir", elsewhere, "audit", "verify", str(log), "--at-least", state["head"], "--json")
            self.assertEqual(code, 0, err)
            proof = json.loads(out)
            check("audit", proof)
            self.assertTrue(proof["whole"])
            self.assertEqual(proof["entries"], state["entries"])
            self.assertEqual(call("--data-dir", elsewhere, "audit", "verify", str(log), "--key", "00")[0], 2)
            log.write_bytes(log.read_bytes().replace(b"tenant.add", b"tenant.odd", 1))
            code, out, err = call("--data-dir", elsewhere, "audit", "verify", str(log), "--json")
            self.assertEqual(code, 11)
            self.assertIn("changed", json.loads(out)["problem"])
            self.assertEqual(call("--data-dir", elsewhere, "audit", "verify", str(log) + ".none")[0], 2)
        self.assertEqual(call("--data-dir", self.dir.name, "audit", "export", "/nonexistent/log.jsonl")[0], 1)
        self.assertEqual(call("--data-dir", self.dir.name, "audit", "boil")[0], 2)

    def test_report_and_evidence(self):
        person, session = self.verified()
        report = self.file("report.md")
        made = self.read("report", str(report))
        check("export", made)
        text = report.read_text()
        self.assertEqual(hashlib.sha256(report.read_bytes()).hexdigest(), made["sha256"])
        due = self.read("due")
        self.assertIn(f"| Overdue | {due['overdue']} |", text)
        self.assertIn(f"| All past due | {due['pastDue']} |", text)
        self.assertIn("hang together, but nothing outside the log remembers them", text)
        pack = self.file("one.md")
        made = self.read("evidence", "person", person["id"], str(pack))
        check("export", made)
        self.assertIn(session["session"].replace("-", "-"), pack.read_text().replace("\\", ""))
        self.assertEqual(call("audit", "verify", str(self.file("one.jsonl")))[0], 11)  # whole, and signed by nobody without a keychain
        self.read("evidence", "person", "nobody", str(self.file("none.md")), code=10)
        self.assertFalse(self.file("none.md").exists() or self.file("none.jsonl").exists())
        self.assertEqual(self.ctl("evidence", "cat", "x", "y", "--tenant", "Lab")[0], 2)
        links = [f for f in self.file(".").iterdir() if f.suffix in (".md", ".jsonl") and b"/v/" in f.read_bytes()]
        self.assertEqual(links, [], "an invitation link is a secret")

    def test_what_is_kept_and_removed(self):
        person, session = self.verified()
        kept = self.read("privacy", "show")
        check("privacy", kept)
        self.assertFalse(kept["on"])
        check("privacy", self.read("privacy", "set", "--on", "--verified-days", "10", "--failed-days", "5"))
        self.assertEqual(self.read("privacy", "sweep")["removed"], 0)
        code, out, err = self.ctl("privacy", "set", "--verified-days", "0", "--tenant", "Lab", "--json")
        self.assertEqual((code, json.loads(out)["error"]["field"]), (2, "verifiedDays"))
        self.assertEqual(self.ctl("privacy", "forget", person["id"], person["id"], "--tenant", "Lab")[0], 2)  # without --yes
        self.assertEqual(self.read("privacy", "forget", person["id"], person["id"], "--yes")["removed"], 1)
        shown = json.loads(self.ctl("sessions", "show", session["session"], "--tenant", "Lab", "--json")[1])
        self.assertNotIn(person["name"], json.dumps(shown, ensure_ascii=False))
        self.assertTrue(json.loads(call("--data-dir", self.dir.name, "audit", "verify", "--json")[1])["whole"])

    def test_settings_go_to_another_computer(self):
        self.ready()
        policy = self.file("policy.json")
        policy.write_text(json.dumps({"standard": {"intervalDays": 200, "warnDays": 20, "graceDays": 10}, "rules": []}))
        self.read("policy", "set", str(policy))
        self.read("privacy", "set", "--on", "--failed-days", "7")
        out = self.file("settings.json")
        code, text, err = call("--data-dir", self.dir.name, "settings", "export", str(out), "--json")
        self.assertEqual(code, 0, err)
        for secret in json.loads(self.secrets).values():
            self.assertNotIn(secret, out.read_text())
        with tempfile.TemporaryDirectory() as there:
            loose = ("Lab:write-back", "Lab:retention")
            for allowed in ((), loose[:1], (*loose, "Lab:trusts-unsigned")):
                code, text, err = call("--data-dir", there, "settings", "import", str(out), *(x for name in allowed for x in ("--allow", name)))
                self.assertEqual(code, 2, err)
                self.assertIn("Lab:trusts-unsigned" if len(allowed) == 3 else "Lab:retention", err)
            code, text, err = call("--data-dir", there, "settings", "import", str(out), "--allow", ",".join(loose), "--json")
            self.assertEqual((code, json.loads(text)["added"]), (0, ["Lab"]), err)
            code, text, err = call("--data-dir", there, "settings", "import", str(out), "--json")
            self.assertEqual((code, json.loads(text)["skipped"]), (0, ["Lab"]), err)
            shown = json.loads(call("--data-dir", there, "policy", "show", "--tenant", "Lab", "--json", "--secrets", "-", stdin=self.secrets)[1])
            self.assertEqual(shown["policy"]["standard"]["intervalDays"], 200)
            kept = json.loads(call("--data-dir", there, "privacy", "show", "--tenant", "Lab", "--json")[1])
            self.assertEqual((kept["on"], kept["failedDays"]), (False, 7), "a file never switches the removal of data on")
            self.assertTrue(json.loads(call("--data-dir", there, "audit", "verify", "--json")[1])["whole"])
            for bad in ("{}", '{"format":"idv-console-settings/9"}', "[", ""):
                out.write_text(bad)
                self.assertEqual(call("--data-dir", there, "settings", "import", str(out))[0], 2, bad)
            out.write_text('{"format":"idv-console-settings/1","tenants":[{"tenant":{"name":"Bad"}}]}')
            code, text, err = call("--data-dir", there, "settings", "import", str(out))
            self.assertEqual(code, 2, err)
            self.assertIn("tenants[0].tenant.environment", err)
            self.assertEqual(len(json.loads(call("--data-dir", there, "tenant", "list", "--json")[1])["tenants"]), 1)

    def test_differences_with_sailpoint(self):
        self.verified()
        self.read("sync")
        none = self.read("drift", "list")
        check("drift", none)
        self.assertEqual(none["drift"], [])
        self.read("drift", "repair", "none", code=10)


EVENTS_TOKEN = "an-invented-token-for-events"


class Receiver:
    """idvctl receive beside the other calls."""

    def __init__(self, case, *args, env=None):
        secrets = {**json.loads(case.secrets), "callbackSecret": case.lab.ends["callbackSecret"], "eventsToken": EVENTS_TOKEN}
        self.process = subprocess.Popen([IDVCTL, "--data-dir", case.dir.name, "receive", "--tenant", "Lab", "--port", "0", "--json", "--secrets", "-", *args],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**DETACHED, **(env or {})})
        self.process.stdin.write(json.dumps(secrets).encode())
        self.process.stdin.close()
        first = json.loads(self.process.stdout.readline() or "{}")
        check("receive", first)
        self.url = first["listening"]
        self.events = first["events"]

    def line(self):
        value = json.loads(self.process.stdout.readline())
        check("receive", value)
        return value

    def stop(self, expected=0):
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(10)
        self.process.stdout.close()
        self.process.stderr.close()
        return code


def signed(secret, body, at=None, ident="msg_1"):
    key = base64.b64decode(secret[len("whsec_"):])
    ts = str(int(at or time.time()))
    mac = base64.b64encode(hmac.new(key, f"{ident}.{ts}.".encode() + body, hashlib.sha256).digest()).decode()
    return {"Content-Type": "application/json", "webhook-id": ident, "webhook-timestamp": ts, "webhook-signature": "v1," + mac}


def post(url, body, headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, data=body, headers=headers, method="POST"), timeout=10) as r:
            return r.status
    except urllib.error.HTTPError as e:
        e.close()
        return e.code


class Callbacks(Case):
    """A session whose provider says nothing, and the callbacks that the test makes itself."""

    lab_args = ("--identities", "300", "--outcome", "never")

    def pending(self):
        self.ready()
        code, out, err = self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify)
        self.assertEqual(code, 0, err)
        session = json.loads(out)
        return session, json.dumps({"session_id": session["providerSession"], "verification_status": "FAILED", "failure_reason": "no face"}).encode()

    def test_bad_input_never_passes(self):
        session, body = self.pending()
        r = Receiver(self)
        secret = self.lab.ends["callbackSecret"]
        good = signed(secret, body)
        self.assertEqual(post(r.url, body + b" ", good), 401)
        self.assertEqual(post(r.url, body, signed(secret, body, time.time() - 301)), 401)
        self.assertEqual(post(r.url, body, signed(secret, body, time.time() + 302)), 401)
        self.assertEqual(post(r.url, body, {"Content-Type": "application/json"}), 401)
        self.assertEqual(post(r.url + "x", body, good), 404)
        self.assertEqual(post(r.url, body, good), 200)
        self.assertEqual(post(r.url, body, good), 200)
        verdicts = [r.line()["verdict"] for _ in range(7)]
        self.assertEqual(verdicts, ["bad-signature", "too-old", "too-old", "unauthorized", "bad-path", "stored", "duplicate"])
        self.assertEqual(r.stop(), 0)
        _, out, _ = self.ctl("sessions", "show", session["session"], "--tenant", "Lab", "--json")
        check("session", json.loads(out))

    def test_a_refused_body_names_the_field_at_fault(self):
        session, body = self.pending()
        r = Receiver(self)
        secret = self.lab.ends["callbackSecret"]
        good = json.loads(body)
        of = lambda **more: json.dumps({**good, **more}).encode()
        bodies = [(b"{ broken", "bad-body", ""),
                  (b'{"session_id": "a", "session_id": "b", "verification_status": "VERIFIED"}', "bad-body", "session_id"),
                  (of(verification_status=7), "bad-schema", "verification_status"),
                  (of(verified_name={"first": "A"}), "bad-schema", "verified_name"),
                  (of(ial_level=[2]), "bad-schema", "ial_level"),
                  (of(verification_status=""), "bad-schema", "verification_status")]
        for i, (sent, verdict, field) in enumerate(bodies):
            self.assertEqual(post(r.url, sent, signed(secret, sent, ident=f"msg_f{i}")), 400 if verdict == "bad-body" else 422, sent)
            line = r.line()
            self.assertEqual((line["verdict"], line["field"]), (verdict, field), sent)
        self.assertEqual(post(r.url, body, signed(secret, body, ident="msg_whole")), 200)
        line = r.line()
        self.assertEqual((line["verdict"], line["field"]), ("stored", ""))
        self.assertEqual(r.stop(), 0)

    def test_what_other_clients_send_arrives(self):
        """curl and Node.js, each in chunks and with Expect: none of their code is ours."""
        _, body = self.pending()
        r = Receiver(self)
        secret = self.lab.ends["callbackSecret"]

        def by_curl(ident, *more):
            given = [w for k, v in signed(secret, body, ident=ident).items() for w in ("-H", f"{k}: {v}")]
            p = subprocess.run(["curl", "-sS", "-o", "/dev/null", "-w", "%{http_code}", *given, *more, "--data-binary", "@-", r.url], input=body, capture_output=True, timeout=20)
            return p.stdout.decode(), r.line()["verdict"]

        def by_node(ident):
            given = json.dumps({"url": r.url, "headers": signed(secret, body, ident=ident), "body": body.decode()})
            script = """const {url, headers, body} = JSON.parse(process.argv[1]);
                const q = require('http').request(url, {method: 'POST', headers}, a => { console.log(a.statusCode); a.resume(); });
                for (const c of body) q.write(c); q.end();"""
            return subprocess.run(["node", "-e", script, given], capture_output=True, timeout=20).stdout.decode().strip(), r.line()["verdict"]

        if shutil.which("curl"):
            self.assertEqual(by_curl("msg_c1", "-H", "Transfer-Encoding: chunked"), ("200", "stored"))
            self.assertEqual(by_curl("msg_c2", "-H", "Transfer-Encoding: chunked", "-H", "Expect: 100-continue", "--expect100-timeout", "15"), ("200", "stored"))
            self.assertEqual(by_curl("msg_c3", "-H", "Expect: 100-continue", "--expect100-timeout", "15"), ("200", "stored"))
            self.assertEqual(by_curl("msg_c4", "-H", "Content-Encoding: gzip"), ("415", "malformed"))
        if shutil.which("node"):
            self.assertEqual(by_node("msg_n1"), ("200", "stored"))
        with socket.create_connection(("127.0.0.1", urllib.parse.urlparse(r.url).port)) as s:
            s.sendall(b"\x16\x03\x01 no HTTP at all\r\n\r\n")
            s.recv(100)
        line = r.line()
        self.assertEqual((line["verdict"], line["status"]), ("malformed", 400))
        self.assertEqual(r.stop(), 0)

    def test_put_aside_is_listed_handed_over_and_dismissed(self):
        session, body = self.pending()
        r = Receiver(self)
        secret = self.lab.ends["callbackSecret"]
        stranger = json.dumps({"session_id": "k1-stranger", "verification_status": "VERIFIED", "verified_name": "EVE NOBODY"}).encode()
        self.assertEqual(post(r.url, stranger, signed(secret, stranger, ident="msg_2")), 202)
        self.assertEqual(post(r.url, body, signed(secret, body, ident="msg_3")), 200)
        self.assertEqual([r.line()["verdict"] for _ in range(2)], ["quarantined", "stored"])
        self.assertEqual(r.stop(), 0)
        code, out, err = self.ctl("callbacks", "list", "--tenant", "Lab", "--json")
        self.assertEqual(code, 0, err)
        check("callbacks", json.loads(out))
        aside = json.loads(out)["unmatched"]
        self.assertEqual([e["providerSession"] for e in aside], ["k1-stranger"])
        self.assertNotIn("EVE NOBODY", out)
        number = str(aside[0]["number"])
        code, _, err = self.ctl("callbacks", "assign", number, "--session", session["session"], "--tenant", "Lab")
        self.assertEqual(code, 10, err)
        self.assertIn("another id", err)
        for bad in (("assign", number), ("adopt", number), ("assign", "x", "--session", "y"), ("list", "3"), ("dismiss",), ("burn", number)):
            code, _, err = self.ctl("callbacks", *bad, "--tenant", "Lab")
            self.assertEqual(code, 2, (bad, err))
        code, out, err = self.ctl("callbacks", "dismiss", number, "--reason", "not ours", "--tenant", "Lab", "--json")
        self.assertEqual(code, 0, err)
        check("done", json.loads(out))
        _, out, _ = self.ctl("callbacks", "list", "--tenant", "Lab", "--json")
        self.assertEqual(json.loads(out)["unmatched"], [])

    def test_killed_between_store_and_answer(self):
        session, body = self.pending()
        r = Receiver(self, env={"IDV_KILL_AT": "callback-stored"})
        headers = signed(self.lab.ends["callbackSecret"], body)
        with self.assertRaises(Exception):
            post(r.url, body, headers)
        self.assertEqual(r.stop(), -signal.SIGKILL)
        r = Receiver(self)
        self.assertEqual(post(r.url, body, headers), 200)  # the sender tries again, as senders do
        self.assertEqual(r.line()["verdict"], "duplicate")
        end = time.time() + 15
        while time.time() < end:
            _, out, _ = self.ctl("sessions", "show", session["session"], "--tenant", "Lab", "--json")
            shown = json.loads(out)
            kinds = [n["kind"] for n in shown["timeline"]]
            if "callback" in kinds:
                break
            time.sleep(0.3)
        self.assertEqual(kinds.count("callback"), 1, shown)
        self.assertEqual(r.stop(), 0)

    def test_refused_settings(self):
        self.ready()
        for args, field in [(["--address", "0.0.0.0"], "--tls"), (["--address", "0.0.0.0", "--auth", "none"], "--auth"), (["--port", "80"], "--port"), (["--auth", "magic"], "--auth"),
                            (["--path", "x"], "--path"), (["--tls", "own"], "--certificate"), (["--signature", "odd"], "--signature"), (["--address", "nonsense"], "--address")]:
            with self.subTest(args=args):
                code, _, err = self.ctl("receive", "--tenant", "Lab", *args)
                self.assertEqual(code, 2, err)
                self.assertIn(field, err)
        code, _, err = self.ctl("receive", "--tenant", "Lab", "--port", "0")
        self.assertIn(code, (2, 5), err)  # no signing secret


class UnknownWord(Case):
    lab_args = ("--identities", "300", "--outcome", "unknown-word")
    key, name = "unknownWord", "SENT_TO_REVIEW"

    def test_the_wait_ends_and_says_what_was_not_understood(self):
        self.ready()
        code, out, err = self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait")
        self.assertEqual(code, 7, err + out)
        session = json.loads(out)
        check("verify", session)
        self.assertEqual((session["status"], session[self.key]), ("pending", self.name))
        self.assertIn(self.name, err)


class UnreadableAnswer(UnknownWord):
    lab_args = ("--identities", "300", "--outcome", "two-words")
    key, name = "unreadableField", "verification_status"


class HelpDesk(Case):
    lab_args = ("--identities", "300", "--outcome", "name-differs")

    def test_held_reviewed_bound_reset(self):
        self.ready()
        person = self.someone()
        code, out, err, link = call_at_terminal("--data-dir", self.dir.name, "verify", person["id"], "--tenant", "Lab", *self.verify, "--wait", "--secrets", "-", stdin=self.secrets)
        self.assertEqual(code, 6, err)
        self.assertTrue(link, err)
        self.assertNotIn(link, out)
        session = json.loads(out)["session"]
        e = self.lab.ends
        reviewer = json.dumps({**json.loads(self.secrets), "reviewerClientId": e["reviewerClientId"], "reviewerClientSecret": e["reviewerClientSecret"]})

        def review(secrets, *more):
            return call("--data-dir", self.dir.name, "review", "accept", session, "--tenant", "Lab", "--json", "--secrets", "-", *more, stdin=secrets)

        self.assertEqual(review(self.secrets, "--comment", "x")[0], 2)
        self.assertEqual(review(reviewer)[0], 2)
        code, out, err = review(reviewer, "--comment", "seen the certificate")
        self.assertEqual(code, 0, err)
        check("verify", json.loads(out))
        self.assertEqual(json.loads(out)["status"], "verified")
        reset = ("reset-password", session, "--tenant", "Lab", "--via", "EMAIL_WORK", "--json")
        code, _, err = self.ctl(*reset, "--contact-reason", "known")
        self.assertEqual(code, 10, err)  # the caller is not bound
        code, _, err = self.ctl(*reset, "--code", "zzzz", "--contact-reason", "known")
        self.assertEqual(code, 10, err)
        self.assertIn("Tries left: 4", err)
        self.assertEqual(self.ctl(*reset, "--qr")[0], 2)  # a terminal shows no code that somebody could have scanned
        code, _, err = self.ctl(*reset, "--code", link[-4:])
        self.assertEqual(code, 2, err)  # the address's age is not known: say why
        code, out, err = self.ctl(*reset, "--code", link[-4:], "--contact-reason", "known to HR")
        self.assertEqual(code, 0, err)
        self.assertEqual(json.loads(out)["reset"], "asked")
        self.assertEqual(self.lab.stats("sailpointUrl")["reset-mail"], 1)
        code, _, err = self.ctl(*reset, "--code", link[-4:], "--contact-reason", "again")
        self.assertEqual(code, 10, err)
        self.assertEqual(self.lab.stats("sailpointUrl")["reset-mail"], 1)
        _, out, _ = self.ctl("sessions", "show", session, "--tenant", "Lab", "--json")
        shown = json.loads(out)
        check("session", shown)
        self.assertFalse(shown["gate"]["open"])
        self.assertEqual([n["kind"] for n in shown["timeline"]][-4:].count("reset"), 1)
        for path in pathlib.Path(self.dir.name).rglob("*"):
            if path.is_file():
                self.assertNotIn(e["reviewerClientSecret"].encode(), path.read_bytes())

    def test_an_exemption_is_allowed_by_somebody_who_signs_in(self):
        self.ready()
        person = self.someone()
        e = self.lab.ends
        until = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()

        def exempt(who, *more, day=until, reason="on parental leave"):
            signed = json.dumps({**json.loads(self.secrets), "reviewerClientId": who[0], "reviewerClientSecret": who[1]}) if who else self.secrets
            return call("--data-dir", self.dir.name, "exempt", *(more or (person["id"],)), "--until", day, "--reason", reason, "--tenant", "Lab", "--json", "--secrets", "-", stdin=signed)

        def listed():
            code, out, err = self.ctl("exempt", "list", "--tenant", "Lab", "--json")
            self.assertEqual(code, 0, err)
            check("exemptions", json.loads(out))
            return json.loads(out)["exemptions"]

        good = (e["reviewerClientId"], e["reviewerClientSecret"])
        self.assertEqual(exempt(None)[0], 2)
        self.assertEqual(exempt(good, day="soon")[0], 2)
        self.assertEqual(exempt(good, day="2001-01-01")[0], 2)
        self.assertEqual(exempt(good, reason="x")[0], 2)
        self.assertEqual(exempt((e["clientId"], e["clientSecret"]))[0], 10)  # the operator, and the owner of the token
        self.assertEqual(exempt((good[0], "wrong"))[0], 10)
        self.assertEqual(exempt(good, "nobody")[0], 10)
        self.assertEqual(exempt(good, "end")[0], 2)
        self.assertEqual(exempt(good, person["id"], "twice")[0], 2)
        self.assertEqual(listed(), [])
        code, out, err = exempt(good)
        self.assertEqual(code, 0, err)
        check("done", json.loads(out))
        only, = listed()
        self.assertEqual((only["identity"], only["reason"], only["signedIn"], only["approverId"]), (person["id"], "on parental leave", True, "2c9180867769897d01776ed5f1255130"))
        self.assertIn("(signed in)", self.ctl("exempt", "list", "--tenant", "Lab")[1])
        code, out, err = self.ctl("exempt", "end", person["id"], "--tenant", "Lab", "--json")
        self.assertEqual(code, 0, err)
        check("done", json.loads(out))
        self.assertEqual(listed(), [])
        for path in pathlib.Path(self.dir.name).rglob("*"):
            if path.is_file():
                self.assertNotIn(e["reviewerClientSecret"].encode(), path.read_bytes())

    def test_killed_while_the_reset_is_asked_for(self):
        self.ready()
        code, out, _, link = call_at_terminal("--data-dir", self.dir.name, "verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait", "--secrets", "-", stdin=self.secrets)
        session = json.loads(out)["session"]
        e = self.lab.ends
        reviewer = json.dumps({**json.loads(self.secrets), "reviewerClientId": e["reviewerClientId"], "reviewerClientSecret": e["reviewerClientSecret"]})
        call("--data-dir", self.dir.name, "review", "accept", session, "--tenant", "Lab", "--comment", "x", "--secrets", "-", stdin=reviewer)
        reset = ("reset-password", session, "--tenant", "Lab", "--via", "EMAIL_WORK", "--code", link[-4:], "--contact-reason", "known")
        code, _, _ = self.ctl(*reset, env={"IDV_KILL_AT": "reset-answered"})
        self.assertEqual(code, -signal.SIGKILL)
        self.assertEqual(self.lab.stats("sailpointUrl")["reset-mail"], 1)
        code, _, err = self.ctl(*reset)
        self.assertEqual(code, 10, err)
        self.assertEqual(self.lab.stats("sailpointUrl")["reset-mail"], 1)


class Listener:
    """Somebody else's server: keeps what came, answers 200."""

    def __init__(self):
        seen = self.seen = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                seen.append({"headers": dict(self.headers), "body": self.rfile.read(int(self.headers["Content-Length"]))})
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"{}")

            def log_message(self, *args):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/events"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


class Events(Case):
    """Event triggers and workflows."""

    def run_(self, *args, code=0, secret=None):
        given = json.dumps({**json.loads(self.secrets), **({"triggerSecret": secret} if secret else {})})
        got, out, err = call("--data-dir", self.dir.name, *args, "--tenant", "Lab", "--json", "--secrets", "-", stdin=given)
        self.assertEqual(got, code, out + err)
        if secret:
            self.assertNotIn(secret, out + err)
        return json.loads(out) if out.strip().startswith("{") else out + err

    def setUp(self):
        super().setUp()
        self.assertEqual(self.add("--environment", "simulator", "--write-back", "account", "--idv-source", self.lab.ends["idvSourceId"])[0], 0)

    def test_a_subscription_from_its_first_to_its_last_day(self):
        receiver = Listener()
        try:
            trigger = "idn:identity-attributes-changed"
            file = pathlib.Path(self.dir.name) / "input.json"
            file.write_text(json.dumps({"identity": {"id": "i1"}, "changes": [{"attribute": "idvStatus", "newValue": "FAILED"}]}))
            path = '$.changes[?(@.attribute == "idvStatus" && @.newValue == "FAILED")]'
            self.assertTrue(self.run_("trigger", "validate-filter", path, "--input", str(file))["fits"])
            self.assertFalse(self.run_("trigger", "validate-filter", "$.changes[?(@.attribute == 'x')]", "--input", str(file), code=3)["fits"])
            self.assertIn("16 characters", str(self.run_("trigger", "subscribe", trigger, "--name", "N", "--url", receiver.url, code=2, secret="short")))
            self.run_("trigger", "subscribe", trigger, "--name", "N", "--url", receiver.url, "--dry-run")
            self.assertEqual(self.run_("trigger", "subscriptions")["subscriptions"], [])
            self.run_("trigger", "subscribe", trigger, "--name", "N", "--url", receiver.url, "--filter", path, secret="0123456789abcdef-token")
            one = self.run_("trigger", "subscriptions")["subscriptions"][0]
            self.assertIsNone(one["httpConfig"]["bearerTokenAuthConfig"]["bearerToken"])
            self.run_("trigger", "disable", one["id"])
            self.assertFalse(self.run_("trigger", "subscriptions")["subscriptions"][0]["enabled"])
            self.assertEqual(self.run_("trigger", "test", "idn:source-updated")["invocations"], [])
            self.run_("trigger", "enable", one["id"])
            self.run_("trigger", "change", one["id"], "--name", "Renamed")
            self.assertEqual(self.run_("trigger", "subscriptions")["subscriptions"][0]["name"], "Renamed")
            self.assertIn("once more", str(self.run_("trigger", "change", one["id"], "--url", receiver.url + "/other", code=2)))
            self.assertIn("nothing to change", str(self.run_("trigger", "change", one["id"], "--name", "Renamed", code=2)))
            self.assertEqual(len(self.run_("trigger", "test", trigger, "--input", str(file))["invocations"]), 1)
            for _ in range(50):
                if receiver.seen:
                    break
                time.sleep(0.1)
            self.assertEqual(receiver.seen[0]["headers"]["Authorization"], "Bearer 0123456789abcdef-token")
            self.assertIn("completed", self.run_("trigger", "invocations")["invocations"][0])
            self.assertEqual(call("--data-dir", self.dir.name, "trigger", "delete", one["id"], "--tenant", "Lab")[0], 2)  # the id twice, and --yes
            self.run_("trigger", "delete", one["id"], one["id"], "--yes")
            self.assertEqual(self.run_("trigger", "subscriptions")["subscriptions"], [])
            for path in pathlib.Path(self.dir.name).rglob("*"):
                self.assertFalse(path.is_file() and b"0123456789abcdef-token" in path.read_bytes(), path)
        finally:
            receiver.stop()

    def test_events_propose_verifications(self):
        receiver = Receiver(self, "--events")
        try:
            self.assertIn("/sailpoint/events", receiver.events)
            self.run_("sync")
            never = [p for p in self.run_("identities", "--status", "never", "--limit", "50")["identities"] if p["email"]]
            rules = self.run_("event-rules", "show")
            file = pathlib.Path(self.dir.name) / "rules.json"
            rules["rules"][0]["reason"] = "holiday"
            file.write_text(json.dumps(rules))
            self.assertIn("rules[0].reason", str(self.run_("event-rules", "set", str(file), code=2)))
            rules["rules"] = [r for r in self.run_("event-rules", "show")["rules"] if r["reason"] == "onboarding"]
            file.write_text(json.dumps(rules))
            self.assertEqual(self.run_("event-rules", "set", str(file)), rules)
            self.run_("trigger", "subscribe", "idn:identity-created", "--name", "Own", "--url", receiver.events, secret=EVENTS_TOKEN)
            told = pathlib.Path(self.dir.name) / "told.json"
            for person in never[:2]:
                told.write_text(json.dumps({"identity": {"id": person["id"], "name": person["name"], "type": "IDENTITY"}, "attributes": {}}))
                self.run_("trigger", "test", "idn:identity-created", "--input", str(told))
                line = receiver.line()
                self.assertEqual((line["verdict"], line["trigger"], line["status"]), ("event", "idn:identity-created", 200))
            for _ in range(50):
                open_ = self.run_("proposals", "list")
                check("proposals", open_)
                if len(open_["proposals"]) == 2:
                    break
                time.sleep(0.1)
            one, other = open_["proposals"]
            self.assertEqual({one["identity"], other["identity"]}, {p["id"] for p in never[:2]})
            self.run_("proposals", "dismiss", one["id"], "--reason", "a test account")
            self.run_("proposals", "dismiss", one["id"], code=10)
            # Killed right after it was claimed: nothing was sent, and the receiver's process puts it back.
            given = json.dumps({**json.loads(self.secrets), "eventsToken": EVENTS_TOKEN})
            code, _, _ = call("--data-dir", self.dir.name, "proposals", "start", other["id"], "--tenant", "Lab", "--secrets", "-", stdin=given, env={"IDV_KILL_AT": "proposal-claimed"})
            self.assertEqual(code, -9)
            for _ in range(50):
                left = self.run_("proposals", "list")["proposals"]
                if left and left[0]["state"] == "open":
                    break
                time.sleep(0.1)
            self.assertEqual(left[0]["state"], "open")
            self.assertIn("Nothing was sent", left[0]["why"])
            self.assertEqual(self.run_("sessions")["sessions"], [])
            started = self.run_("proposals", "start", other["id"])
            self.assertEqual(len(self.run_("sessions")["sessions"]), 1)
            self.assertEqual(started["identity"], other["identity"])
            self.assertEqual(self.run_("proposals", "list")["proposals"], [])
            self.assertEqual({p["state"] for p in self.run_("proposals", "list", "--all")["proposals"]}, {"started", "dismissed"})
            self.assertEqual(post(receiver.events, b"{}", {"Content-Type": "application/json"}), 401)
            # A collection is sent, each request signed anew.
            kept = pathlib.Path(self.dir.name) / "requests.json"
            kept.write_text(json.dumps({"format": "idv-console-requests", "requests": [{"name": "made up", "kind": "callback", "body": {"session_id": "x", "verification_status": "VERIFIED"}},
                                                                                     {"name": "told", "kind": "event", "body": json.loads(told.read_text())}]}))
            given = json.dumps({**json.loads(self.secrets), "callbackSecret": self.lab.ends["callbackSecret"], "eventsToken": EVENTS_TOKEN})
            code, out, err = call("--data-dir", self.dir.name, "lab", "send", str(kept), "--url", receiver.url, "--tenant", "Lab", "--json", "--secrets", "-", stdin=given)
            self.assertEqual((code, [r["status"] for r in json.loads(out)["sent"]]), (0, [202, 200]), err)
            kept.write_text('{"format": "idv-console-requests",\n "requests": [{"kind": "mail"}]}')
            code, out, err = call("--data-dir", self.dir.name, "lab", "send", str(kept), "--url", receiver.url, "--tenant", "Lab", "--secrets", "-", stdin=given)
            self.assertEqual(code, 2)
            self.assertIn("line 2, column", err)
        finally:
            receiver.stop()
        for path in pathlib.Path(self.dir.name).rglob("*"):
            self.assertFalse(path.is_file() and EVENTS_TOKEN.encode() in path.read_bytes(), path)

    def test_approvals(self):
        self.run_("sync")
        all_ = self.run_("approvals", "list")["approvals"]
        self.assertEqual(len(all_), 8)
        one, other, third = [a for a in all_ if a["requestType"] == "GRANT_ACCESS"][:3]  # taking away needs no verification
        self.assertTrue(self.run_("approvals", "show", one["id"])["mayBeApproved"])
        file = pathlib.Path(self.dir.name) / "requirements.json"
        file.write_text(json.dumps({"requirements": [{"access": "", "ial": 2}]}))
        self.assertIn("requirements[0].access", str(self.run_("approvals", "requirements", str(file), code=2)))
        file.write_text(json.dumps({"requirements": [{"access": one["access"], "ial": 2, "days": 1}]}))
        self.assertEqual(self.run_("approvals", "requirements", str(file))["requirements"][0]["days"], 1)
        self.assertFalse(self.run_("approvals", "show", one["id"])["mayBeApproved"])
        self.assertIn("Verify first", str(self.run_("approvals", "approve", one["id"], code=10)))
        self.run_("approvals", "deny", one["id"], code=2)  # without a word
        self.run_("approvals", "deny", one["id"], "--comment", "not verified")
        self.run_("approvals", "approve", other["id"], "--comment", "fine")
        self.run_("approvals", "forward", third["id"], "--to", "somebody", "--comment", "yours")
        for _ in range(50):
            left = self.run_("approvals", "list")["approvals"]
            if len(left) == 5:
                break
            time.sleep(0.1)
        self.assertEqual(len(left), 5)
        self.assertIn("approved by", str(self.run_("approvals", "approve", other["id"], code=10)))
        self.assertEqual([r["decided"] for r in self.run_("reviews", "list")["reviews"]], [10, 0])

    def test_workflows(self):
        all_ = {w["name"]: w["id"] for w in self.run_("workflow", "list")["workflows"]}
        self.assertIn("--yes", str(self.run_("workflow", "test", all_["IDV results, next version"], code=2)))
        run = self.run_("workflow", "test", all_["IDV results, next version"], "--yes")
        self.assertEqual(self.run_("workflow", "execution", run["text"])["execution"]["workflowId"], all_["IDV results, next version"])
        self.assertIn("--keep", str(self.run_("workflow", "client", all_["IDV results"], code=2)))
        self.assertIn("clientSecret", self.run_("workflow", "client", all_["IDV results"], "--show"))
        self.assertEqual(self.ctl("tenant", "set", "Lab", "--callback-base-url", "https://relay.acme.example", "--no-test", secrets=False)[0], 0)
        for kind, *more in (("start",), ("result",), ("result", "--escalate-to", "idv@acme.example")):
            file = pathlib.Path(self.dir.name) / f"{kind}.json"
            self.run_("workflow", "export", kind, str(file), *more)
            self.assertTrue(json.loads(file.read_text())["definition"]["steps"])


class Scenarios(unittest.TestCase):
    """The lab's scenarios are the project's own end-to-end tests."""

    def run_(self, *args):
        with tempfile.TemporaryDirectory() as folder:
            return subprocess.run([IDVCTL, "--data-dir", folder, "lab", *args], capture_output=True, text=True, timeout=240, env=DETACHED)

    def test_all_pass_and_are_told_to_continuous_integration(self):
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder) / "junit.xml"
            r = self.run_("run", "all", "--json", "--junit", str(report))
            told = json.loads(r.stdout)
            check("scenarios", told)
            failed = [f"{s['id']}: {s}" for s in told["scenarios"] if not s["passed"]]
            self.assertEqual(r.returncode, 0, failed)
            self.assertGreaterEqual(told["passed"], 20)
            suite = xml.etree.ElementTree.parse(report).getroot().find("testsuite")
            self.assertEqual((suite.get("tests"), suite.get("failures"), suite.get("errors")), (str(told["passed"]), "0", "0"))

    def test_one_that_is_broken_on_purpose_turns_red(self):
        with tempfile.TemporaryDirectory() as folder:
            good = next((SOURCE / "resources/scenarios").glob("*-verified.json"))
            bad = pathlib.Path(folder) / "broken.json"
            bad.write_text(good.read_text().replace('"outcome": "verified"', '"outcome": "declined"').replace('"withinMs": 9000', '"withinMs": 1500'))
            report = pathlib.Path(folder) / "junit.xml"
            r = self.run_("run", str(bad), "--junit", str(report))
            self.assertEqual(r.returncode, 3, r.stdout)
            self.assertIn("session.state: expected verified, was declined", r.stdout)
            self.assertEqual(len(list(xml.etree.ElementTree.parse(report).getroot().iter("failure"))), 1)

    def test_malformed_files_say_where_and_what_is_expected(self):
        with tempfile.TemporaryDirectory() as folder:
            bad = pathlib.Path(folder) / "bad.json"
            for text, place, says in (('{\n "format": "idv-console-scenario/1"\n "id": "x"}', ":3:", "no JSON"),
                                      ('{"format": "idv-console-scenario/1", "id": "x", "title": "X", "steps": [\n{"do": "dance"}]}', ":2:", "synchronise"),
                                      ('{"format": "idv-console-scenario/1", "id": "x", "title": "X",\n"simulator": {\n"journeyMs": "long"}, "steps": [{"do": "synchronise"}]}', ":3:", "a number")):
                bad.write_text(text)
                r = self.run_("run", str(bad))
                told = r.stdout + r.stderr
                self.assertIn("bad.json" + place, told)
                self.assertIn(says, told)
                self.assertIn(r.returncode, (2, 3))
            self.assertEqual(self.run_("run", "nobody").returncode, 2)

    def test_own_scenarios_stand_beside_the_built_in_ones(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "mine.json").write_text('{"format": "idv-console-scenario/1", "id": "mine", "title": "Mine", "about": "x", "steps": [{"do": "synchronise", "expect": {"sync.identities": 60}}]}')
            listed = json.loads(self.run_("list", "--folder", folder, "--json").stdout)
            check("scenario-list", listed)
            self.assertIn("mine", [s["id"] for s in listed["scenarios"]])
            self.assertEqual(self.run_("run", "mine", "--folder", folder).returncode, 0)

    def test_faults_are_injected_by_rule(self):
        lab = Lab("--fault", "sailpoint:token:status=503", "--fault", "provider:*:latency=50")
        try:
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(lab.ends["sailpointUrl"] + "/oauth/token", data=b"grant_type=client_credentials")
            self.assertEqual(refused.exception.code, 503)
            told = urllib.request.urlopen(urllib.request.Request(lab.ends["sailpointUrl"] + "/lab/faults", data=b"[]")).read()
            self.assertEqual(json.loads(told), [])
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(lab.ends["sailpointUrl"] + "/oauth/token", data=b"grant_type=client_credentials")
            self.assertEqual(refused.exception.code, 401)  # no client: its own answer again
        finally:
            lab.stop()
        with tempfile.TemporaryDirectory() as folder:
            r = subprocess.run([IDVCTL, "--data-dir", folder, "lab", "serve", "--fault", "provider:create:explode"], capture_output=True, text=True, timeout=30)
            self.assertEqual(r.returncode, 2)
            self.assertIn("no-answer", r.stdout + r.stderr)


class Kills(Case):
    """A child dies at a named point; the next one finds what is true and starts nothing twice."""

    lab_args = ("--identities", "300", "--journey-ms", "2500")  # the person needs longer than a slow machine for the next call

    def at(self, point):
        self.ready()
        person = self.someone()
        code, _, _ = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait", env={"IDV_KILL_AT": point})
        self.assertEqual(code, -signal.SIGKILL)
        time.sleep(0.5)
        self.assertLessEqual(self.lab.stats().get("create", 0), 1)
        return person

    def sessions(self):
        _, out, _ = self.ctl("sessions", "--tenant", "Lab", "--json")
        return json.loads(out)["sessions"]

    def watch_until(self, done, seconds=20):
        """Another call's watching brings the first session forward: any idvctl that waits does."""
        end = time.time() + seconds
        other = [p for p in json.loads(self.ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "100", "--json")[1])["identities"] if p["lifecycle"] == "active" and p["email"]][-1]
        self.ctl("verify", other["id"], "--tenant", "Lab", *self.verify, "--wait")
        while time.time() < end:
            first = self.sessions()[-1]
            if done(first):
                return first
            time.sleep(0.2)
        self.fail(f"never came true: {first}")

    def refused_second(self, person):
        before = self.lab.stats().get("create", 0)
        code, _, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify)
        self.assertEqual(code, 10, err)
        self.assertEqual(self.lab.stats().get("create", 0), before)

    def test_after_the_intent(self):
        person = self.at("intent-stored")
        self.assertEqual(self.lab.stats().get("create", 0), 0)
        self.refused_second(person)
        self.watch_until(lambda s: s["status"] == "launch-unknown")

    def test_after_the_answer(self):
        person = self.at("post-answered")
        self.assertEqual(self.lab.stats()["create"], 1)
        self.refused_second(person)
        self.watch_until(lambda s: s["status"] == "launch-unknown")

    def test_after_the_session_is_stored(self):
        person = self.at("session-stored")
        self.refused_second(person)
        self.watch_until(lambda s: s["status"] == "verified" and s["writeBack"] == "written")

    def test_after_the_result(self):
        self.at("result-stored")
        self.watch_until(lambda s: s["status"] == "verified" and s["writeBack"] == "written")

    def test_after_the_plan(self):
        self.at("writeback-intent")
        # Nothing was sent, and nothing is sent again by itself: reading back goes on until it is given up.
        self.watch_until(lambda s: s["status"] == "verified" and s["writeBack"] == "unknown")
        self.assertEqual(self.lab.stats("sailpointUrl").get("PATCH /accounts", 0) + self.lab.stats("sailpointUrl").get("POST /accounts", 0), 1)

    def test_after_the_write(self):
        self.at("writeback-sent")
        self.watch_until(lambda s: s["status"] == "verified" and s["writeBack"] == "written")

    def test_killed_sync_goes_on(self):
        self.assertEqual(self.add()[0], 0)
        code, _, _ = self.ctl("sync", "--tenant", "Lab", "--json", env={"IDV_KILL_AT": "mirror-page"})
        self.assertEqual(code, -signal.SIGKILL)
        code, out, err = self.ctl("sync", "--tenant", "Lab", "--json")
        self.assertEqual(code, 0, err)
        self.assertEqual(json.loads(out)["identities"], 300)


if __name__ == "__main__":
    del sys.argv[1]
    unittest.main(verbosity=2)
