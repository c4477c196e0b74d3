#!/usr/bin/env python3
"""A provider whose messages differ from the guide's, and a sender who signs in its own way: told to the tenant once,
then a verification goes from its start to the stored result. Provider and sender are this program's, not the lab's."""
from processes import *  # noqa: F403
from processes import call, check, raw, send, time  # noqa: F401

PLACES = ["--results", "data", "--answer-field", "session=/data/id", "--answer-field", "status=/data/state", "--answer-field", "level=/data/assurance", "--answer-field", "name=/data/person/full_name",
          "--answer-field", "document=/data/evidence/0/kind", "--answer-field", "completed-at=/data/finished"]
WORDS = ["--status-word", "APPROVED=passed", "--status-word", "REJECTED=failed", "--status-word", "IN_REVIEW=in-progress", "--level-word", "High=2", "--document-word", "Driver License=drivers_license"]
CREATED = ["--session-id-at", "/data/id", "--invitation-at", "/data/link"]


def told(body, state, **more):
    """A message in the provider's own form, about a session of which `body` says that it passed."""
    return {"event": "session.changed", "status": "FAILED", "data": {"id": body["session_id"], "state": state, "assurance": "High", "person": {"full_name": body["verified_name"]},
                                                                      "evidence": [{"kind": "Driver License"}], "finished": body["completed_at"], **more}}


def signed(secret, body):
    return [("Content-Type", "application/json"), ("X-Hub-Signature-256", "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest())]


class Mapped(Desk):
    has_provider = True
    lab_args = ("--identities", "300", "--outcome", "never")

    def setUp(self):
        super().setUp()
        self.provider.created = lambda ident, link: {"data": {"id": ident, "link": link}}
        self.provider.answer = lambda body: raw(told(body, "IN_REVIEW"))

    def set(self, *args):
        return self.ctl("tenant", "set", "Lab", "--no-test", "--json", *args, secrets=False)

    def told_of(self):
        code, out, err = self.set(*CREATED, *PLACES, *WORDS, "--reason", "the provider's own form")
        self.assertEqual(code, 0, err)
        check("tenant-set", json.loads(out))
        return json.loads(out)

    def file(self, value):
        path = pathlib.Path(self.dir.name) / "message.json"
        path.write_bytes(raw(value))
        return str(path)

    def sample(self, value, *args):
        code, out, err = self.ctl("tenant", "sample", "Lab", self.file(value), "--json", *args, secrets=False)
        read = json.loads(out)
        check("tenant-sample", read)
        return code, read

    def ends(self, session, status):
        end = time.time() + 20
        while time.time() < end and self.sessions()[session]["status"] != status:
            time.sleep(0.2)
        self.assertEqual(self.sessions()[session]["status"], status)

    def test_a_sample_shows_what_would_be_read_and_nothing_is_stored(self):
        body = {"session_id": "ps-1", "verified_name": "Ann Example", "completed_at": "2026-07-01T10:00:00Z"}
        code, read = self.sample(told(body, "APPROVED"))
        self.assertEqual((code, read["read"], read["status"]), (7, False, "unknown"))
        self.assertIn("session", read["fault"])
        code, read = self.sample(told(body, "APPROVED"), *PLACES)
        self.assertEqual((code, read["read"], read["status"]), (7, True, "unknown"))
        code, read = self.sample(told(body, "APPROVED"), *PLACES, *WORDS)
        self.assertEqual((code, read["read"], read["status"]), (0, True, "passed"))
        fields = {f["field"]: (f["name"], f["value"], f["meaning"]) for f in read["fields"]}
        self.assertEqual(fields["session"], ("id", "ps-1", "ps-1"))
        self.assertEqual(fields["status"], ("state", "APPROVED", "passed"))
        self.assertEqual(fields["level"], ("assurance", "High", "IAL2"))
        self.assertEqual(fields["document"], ("kind", "Driver License", "drivers_license"))
        self.assertTrue(fields["user"][2].startswith("not named"), fields)
        code, out, _ = call("--data-dir", self.dir.name, "tenant", "sample", "Lab", "-", *PLACES, *WORDS, stdin=json.dumps(told(body, "REJECTED")))
        self.assertEqual(code, 0)
        self.assertIn("failed", out)
        for wrong in (["--status-word", "APPROVED=fine"], ["--answer-field", "state=/data/state"], ["--level-word", "High=9"], ["--document-word", "x"], ["--results", "elsewhere"], ["--status-word", "FAILED=passed"]):
            self.assertEqual(self.ctl("tenant", "sample", "Lab", self.file({}), *wrong, secrets=False)[0], 2, wrong)
        self.assertEqual(self.sample(told(body, "APPROVED"))[0], 7)

    def test_a_verification_of_a_provider_with_a_form_of_its_own(self):
        code, _, err = self.set(*PLACES, *WORDS)
        self.assertEqual(code, 2, err)
        self.assertIn("reason", err)
        changes = {c["member"]: c["after"] for c in self.told_of()["changes"]}
        self.assertEqual(changes["provider.results.answer.status"], "/data/state")
        self.assertEqual(changes["provider.results.statusWords.approved"], "passed")
        code, out, err = self.ctl("tenant", "receiver", "Lab", "--signature", "github", "--json", secrets=False)
        self.assertEqual(code, 0, err)
        check("tenant-receiver", json.loads(out))
        self.assertEqual((json.loads(out)["saved"], json.loads(out)["receiver"]["preset"]), (True, "github"))

        secret = "an-invented-secret-of-the-sender"
        opened = self.several(4)
        receiver = Receiver(self, secret=secret)
        self.addCleanup(receiver.stop)

        def tell(session, url, message, key=secret):
            body = raw(message)
            return send(url, body, signed(key, body))[0]

        # Nobody edits under an open session: what it was started with stays.
        self.assertEqual(self.set("--status-word", "OK=passed", "--reason", "another word")[0], 10)
        (passed, url), (failed, other), (asked, third), (odd, fourth) = opened
        whole = self.provider.passed(passed["providerSession"])
        self.assertEqual(tell(passed, url, told(whole, "APPROVED"), "another-secret-of-somebody"), 401)
        self.assertEqual(tell(passed, url, whole), 422)  # the guide's form is not this provider's
        self.assertEqual(self.sessions()[passed["session"]]["status"], "pending")
        self.assertEqual(tell(passed, url, told(whole, "APPROVED")), 200)
        self.verifies(passed["session"])
        self.assertEqual(tell(failed, other, told(self.provider.passed(failed["providerSession"]), "REJECTED")), 200)
        self.ends(failed["session"], "failed")
        # A word that nobody told of decides nothing, by whichever way it comes.
        self.assertEqual(tell(odd, fourth, told(self.provider.passed(odd["providerSession"]), "FINE")), 200)
        self.provider.answer = lambda body: raw(told(body, "APPROVED" if body["session_id"] == asked["providerSession"] else "FINE"))
        self.verifies(asked["session"])
        self.assertEqual(self.sessions()[odd["session"]]["status"], "pending")

    def test_a_signature_that_is_nobodys_but_the_senders(self):
        own = ["--auth", "hmac", "--signature-form", "plain", "--signature-header", "X-Acme-Signature", "--timestamp-header", "X-Acme-Time", "--id-header", "", "--signature-prefix", "v0=",
               "--signature-encoding", "hex", "--signed-text", "v0:{ts}:{body}"]
        code, out, err = self.ctl("tenant", "receiver", "Lab", *own, "--json", secrets=False)
        self.assertEqual(code, 0, err)
        self.assertEqual(json.loads(out)["receiver"]["preset"], "own")
        for wrong in (["--signed-text", "{ts}"], ["--signature-encoding", "utf8"], ["--signature-form", "x"], ["--signature", "x"], ["--tolerance", "x"], ["--signature-header", "a b"]):
            self.assertEqual(self.ctl("tenant", "receiver", "Lab", *wrong, secrets=False)[0], 2, wrong)
        secret = "an-invented-secret-of-the-sender"
        self.told_of()
        (session, url), = self.several(1)
        receiver = Receiver(self, secret=secret)
        self.addCleanup(receiver.stop)
        body = raw(told(self.provider.passed(session["providerSession"]), "APPROVED"))
        for ts, status in (("soon", 401), (str(int(time.time() * 1000) - 3600000), 401), (str(int(time.time() * 1000)), 200)):
            mac = hmac.new(secret.encode(), b"v0:" + ts.encode() + b":" + body, hashlib.sha256).hexdigest()
            self.assertEqual(send(url, body, [("Content-Type", "application/json"), ("X-Acme-Time", ts), ("X-Acme-Signature", "v0=" + mac)])[0], status, ts)
        self.verifies(session["session"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
