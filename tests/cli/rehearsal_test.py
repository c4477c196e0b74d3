#!/usr/bin/env python3
"""A sandbox is rehearsed with one test person. Provider and sender are this program's, not the lab's: what they send in
their own form is found, proposed, stored, and read by the next rehearsal."""
from processes import *  # noqa: F403
from processes import check, finish, raw, send, signature, socket, time  # noqa: F401

WORDS = ["--status-word", "APPROVED=passed", "--level-word", "High=2", "--document-word", "Driver License=drivers_license"]


def own_form(body):
    return raw({"event": "session.changed", "data": {"id": body["session_id"], "decision": "APPROVED", "assurance": "High", "person": {"full_name": body["verified_name"]},
                                                     "document": {"type": "Driver License"}, "finished": {"completed_at": body["completed_at"]}}})


class Rehearsed(Desk):
    has_provider = True
    lab_args = ("--identities", "300", "--outcome", "never")

    def setUp(self):
        super().setUp()
        self.provider.answer = lambda body: raw(body)  # the test person passes at once

    def rehearse(self, *args, code=0, person=None, secrets=None):
        given = ["rehearse", (person or self.next_person())["id"], "--tenant", "Lab", "--json", *args]
        got, out, err = self.ctl(*given) if secrets is None else self.ctl_with(secrets, *given)
        self.assertEqual(got, code, err + str([l for s in json.loads(out)["steps"] for l in s["lines"] if l["level"] != "pass"] if '"steps"' in out else out))
        if code in (0, 11):
            report = json.loads(out)
            self.said = err
            check("rehearsal", report)
            return report
        return err

    def ctl_with(self, secrets, *args):
        return call("--data-dir", self.dir.name, *args, "--secrets", "-", stdin=json.dumps(secrets))

    def states(self, report):
        return {s["step"]: s["state"] for s in report["steps"]}

    def lines(self, report, step):
        return [l for s in report["steps"] if s["step"] == step for l in s["lines"]]

    def test_all_five_steps_with_a_callback(self):
        self.assertEqual(self.ctl("tenant", "receiver", "Lab", "--port", str(self.port), "--json", secrets=False)[0], 0)
        secret = "whsec_" + base64.b64encode(b"an invented secret for callbacks").decode()
        answers = []

        def tell():
            end = time.time() + 30
            while time.time() < end and not self.provider.made:
                time.sleep(0.05)
            ident, asked = next(iter(self.provider.made.items()))
            body = raw(self.provider.passed(ident))
            answers.append(send(asked["callback_url"], body, signature(secret, body))[0])

        sender = threading.Thread(target=tell)
        sender.start()
        self.provider.answer = lambda body: raw(body if answers else {"session_id": body["session_id"], "verification_status": "PENDING"})
        report = self.rehearse("--write", "--receive", secrets={**json.loads(self.secrets), "callbackSecret": secret})
        sender.join()
        self.assertEqual(answers, [200])
        self.assertEqual(report["verdict"], "proven", [l for s in report["steps"] for l in s["lines"] if l["level"] != "pass"])
        self.assertEqual(set(self.states(report).values()), {"proven"})
        self.assertEqual([m["kind"] for m in report["messages"]], ["created", "answer", "callback"])
        self.assertEqual(report["proposals"], [])
        said = json.dumps(report)
        asked = next(iter(self.provider.made.values()))
        for personal in (asked["first_name"] + " " + asked["last_name"], asked["user_identifier"], asked["callback_url"], "idv.example"):
            self.assertNotIn(personal, said)
        shown = self.shown(report["session"])
        self.assertEqual((shown["status"], shown["writeBack"]), ("verified", "written"))
        self.assertEqual(shown["reason"], "periodic")
        log = [(e["action"], e["outcome"]) for e in self.audit()]
        self.assertEqual([o for a, o in log if a == "tenant.rehearse"], ["intent", "done"])

    def audit(self):
        file = pathlib.Path(self.dir.name) / "log.jsonl"
        self.assertEqual(self.ctl("audit", "export", str(file), secrets=False)[0], 0)
        return [l["entry"] for l in map(json.loads, file.read_text().splitlines()) if "entry" in l]

    def test_nothing_is_written_that_nobody_agreed_to(self):
        err = self.rehearse(code=2)
        self.assertIn("writes a result as soon as it is there", err)
        self.assertEqual(self.provider.made, {})
        self.assertEqual(self.ctl("tenant", "set", "Lab", "--confirm-write-back", "--no-test", "--json", secrets=False)[0], 0)
        report = self.rehearse(code=11)
        self.assertEqual(self.states(report)["stored"], "not-proven")
        self.assertEqual(self.shown(report["session"])["writeBack"], "planned")

    def test_rehearse(self):
        code, out, err = self.ctl("rehearse", self.next_person()["id"], "--tenant", "Lab", "--write")
        self.assertEqual(code, 11, err)
        self.assertRegex(out, r"(?m)^client +pass")
        self.assertIn("Answer: level: ial_level", out)
        self.assertRegex(out, r"(?m)^stored +pass +SailPoint shows the result, every attribute$")
        self.assertNotIn("https://idv.example", out + err)

    def test_a_recovery_is_refused(self):
        self.assertIn("recovers no account", self.rehearse("--reason", "account-recovery", "--ticket", "INC-1", "--write", code=2))
        self.assertEqual(self.provider.made, {})
        self.rehearse("--store", " ", code=2)

    def test_a_form_of_its_own_is_found_looked_at_and_stored(self):
        self.provider.created = lambda ident, link: {"data": {"id": ident, "link": link}}
        self.provider.answer = own_form
        options = ["--write"]

        def found(code=11):
            report = self.rehearse(*options, code=code)
            self.assertFalse(report["stored"])
            # What was started was ended: nobody waits for a session that nobody can read.
            self.assertEqual({s["status"] for s in self.sessions().values()} & {"pending", "launch-unknown"}, set())
            return report, {p["option"] + " " + p["value"] for p in report["proposals"]}

        first, told = found()
        self.assertEqual(told, {"session-id-at /data/id", "invitation-at /data/link"})
        self.assertEqual((first["verdict"], self.states(first)["session"], first["resultRead"]), ("differs", "failed", False))
        options += ["--session-id-at", "/data/id", "--invitation-at", "/data/link"]
        second, told = found()
        self.assertEqual(told, {"answer-field status=/data/decision", "status-word APPROVED="})
        self.assertIn("cannot be read", json.dumps(self.lines(second, "result")))
        # Nothing is stored that nobody has looked at, and nothing with which no result was read.
        report = self.rehearse(*options, "--store", "as the sandbox answers", code=11)
        self.assertFalse(report["stored"])
        options += ["--answer-field", "status=/data/decision", "--status-word", "APPROVED=passed"]
        third, told = found()
        self.assertEqual(told, {"answer-field level=/data/assurance", "level-word High=", "answer-field name=/data/person/full_name", "answer-field document=/data/document/type",
                                "document-word Driver License=", "answer-field completed-at=/data/finished/completed_at"})
        self.assertTrue(third["resultRead"])
        for more in ("level=/data/assurance", "name=/data/person/full_name", "document=/data/document/type", "completed-at=/data/finished/completed_at"):
            options += ["--answer-field", more]
        report = self.rehearse(*options, *WORDS, "--store", "as the sandbox answers", code=11)
        self.assertEqual((report["proposals"], report["stored"]), ([], True), self.said)
        fifth = self.rehearse("--write", code=11)  # by what is stored
        self.assertEqual(fifth["proposals"], [])
        self.assertEqual({k: v for k, v in self.states(fifth).items() if k != "attributes"}, {"client": "proven", "session": "proven", "result": "failed", "stored": "proven"})
        # Every field is read now; what is left is that nobody listens at the callback address.
        self.assertEqual([l["text"] for l in self.lines(fifth, "result") if l["level"] == "fail"], ["A probe to the callback address"])

    def test_a_callback_without_its_one_time_value_proves_nothing(self):
        self.assertEqual(self.ctl("tenant", "receiver", "Lab", "--port", str(self.port), "--json", secrets=False)[0], 0)
        secret = "whsec_" + base64.b64encode(b"an invented secret for callbacks").decode()

        def tell():
            end = time.time() + 30
            while time.time() < end and not self.provider.made:
                time.sleep(0.05)
            ident, asked = next(iter(self.provider.made.items()))
            body = raw(self.provider.passed(ident))
            send(asked["callback_url"].split("?")[0], body, signature(secret, body))

        sender = threading.Thread(target=tell)
        sender.start()
        report = self.rehearse("--write", "--receive", secrets={**json.loads(self.secrets), "callbackSecret": secret}, code=11)
        sender.join()
        self.assertEqual(report["verdict"], "not-proven", self.lines(report, "result"))
        self.assertIn("The callback came and decides nothing", [l["text"] for l in self.lines(report, "result")])

    def test_what_a_provider_says_of_a_failure_is_not_in_the_report(self):
        self.provider.answer = lambda body: raw({"session_id": body["session_id"], "verification_status": "FAILED", "failure_reason": "Passport C01X00T47 of Anna Muster has expired"})
        file = pathlib.Path(self.dir.name) / "r.md"
        report = self.rehearse("--write", "--report", str(file), code=11)
        self.assertTrue(report["resultRead"])
        self.assertNotIn("Muster", json.dumps(report) + file.read_text())

    def test_the_report_is_a_file(self):
        for name in ("r.md", "r.json"):
            file = pathlib.Path(self.dir.name) / name
            self.rehearse("--write", "--report", str(file), code=11)
            self.assertIn("verification_status", file.read_text())
        self.assertEqual(json.loads(file.read_text())["verdict"], "differs")

    def test_killed_in_the_middle_the_session_is_there_and_goes_on(self):
        self.provider.answer = lambda body: raw({"session_id": body["session_id"], "verification_status": "PENDING"})
        person = self.next_person()
        running = subprocess.Popen([IDVCTL, "--data-dir", self.dir.name, "rehearse", person["id"], "--tenant", "Lab", "--write", "--json", "--secrets", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=DETACHED)
        running.stdin.write(self.secrets.encode())
        running.stdin.close()
        end = time.time() + 30
        while time.time() < end and "pending" not in [s["status"] for s in self.sessions().values()]:
            time.sleep(0.1)
        running.kill()
        running.wait(10)
        self.assertEqual([s["status"] for s in self.sessions().values()], ["pending"])
        err = self.rehearse("--write", person=person, code=11)  # nothing is started twice
        self.assertEqual(self.states(err)["session"], "failed")
        self.assertEqual(len(self.provider.made), 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
