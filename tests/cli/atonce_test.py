#!/usr/bin/env python3
"""Several processes on one data folder, and a desk's calls with one condition changed: one mail, one decision, one start."""
import concurrent.futures
import signal
import sqlite3

from processes import *  # noqa: F403
from processes import EVENTS_TOKEN, finish, raw, send, time, tried  # noqa: F401


class Resets(Desk):
    """A recovery up to its gate; the password is reset by the unchanged call only, and once."""

    lab_args = ("--identities", "300", "--outcome", "verified")

    def verified(self):
        person = self.next_person()
        code, out, err, link = call_at_terminal("--data-dir", self.dir.name, "verify", person["id"], "--tenant", "Lab", *self.verify, "--wait", "--secrets", "-", stdin=self.secrets)
        self.assertEqual(code, 0, err)
        return json.loads(out)["session"], link[-4:]

    def reset(self, session, code, *more):
        return self.ctl("reset-password", session, "--tenant", "Lab", "--via", "EMAIL_WORK", "--code", code, "--contact-reason", "known to HR", "--json", *more)

    def mails(self):
        return self.lab.stats("sailpointUrl").get("reset-mail", 0)

    def test_one_changed_condition_sends_nothing(self):
        (one, code), (other, others) = self.verified(), self.verified()
        self.assertNotEqual(code, others)

        def by_hand(sql, *values):
            """With an SQL tool, beside the program; the first value of the first row, if there is one."""
            with sqlite3.connect(pathlib.Path(self.dir.name) / "ledger.db", timeout=10) as db:
                row = db.execute(sql, values).fetchone()
            db.close()
            return row and row[0]

        def refused(how, run):
            tried("reset", how)
            got, out, err = run()
            self.assertNotEqual(got, 0, (how, out))
            self.assertTrue(err.strip(), how)
            self.assertEqual(self.mails(), 0, how)

        refused("another session's code", lambda: self.reset(one, others))
        refused("no code", lambda: self.ctl("reset-password", one, "--tenant", "Lab", "--via", "EMAIL_WORK", "--contact-reason", "known", "--json"))
        refused("a session that is not there", lambda: self.reset("no-such-session", code))
        refused("an address that is not there", lambda: self.ctl("reset-password", one, "--tenant", "Lab", "--via", "EMAIL_UNHEARD", "--code", code, "--contact-reason", "known", "--json"))
        for how, column, value in (("level by hand", "ial", 3), ("document by hand", "document_type", "national_id"), ("completed later by hand", "completed_at", int(time.time() * 1000) + 1)):
            before = by_hand(f"SELECT {column} FROM session WHERE id = ?", one)
            by_hand(f"UPDATE session SET {column} = ? WHERE id = ?", value, one)
            refused(how, lambda: self.reset(one, code))
            by_hand(f"UPDATE session SET {column} = ? WHERE id = ?", before, one)
        for text in ('{"words": [', '{"newTable": 1}', "7"):
            self.setting("verification-policy", text)
            refused(f"policy read {text!r}", lambda: self.reset(one, code))
            by_hand("DELETE FROM setting WHERE name = 'verification-policy'")
        self.ctl("tenant", "lock", "Lab", secrets=False)
        refused("locked", lambda: self.reset(one, code))
        self.assertEqual(self.ctl("tenant", "unlock", "Lab", secrets=False)[0], 0)
        # Two processes at the same moment, unchanged: one mail.
        tried("reset", "two processes at once")
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            codes = [r[0] for r in pool.map(lambda _: self.reset(one, code), range(4))]
        self.assertEqual((sorted(codes)[0], self.mails()), (0, 1), codes)
        self.assertEqual(codes.count(0), 1, codes)
        # Ten processes try wrong codes at once: five are compared, and then the right one is not.
        tried("reset", "wrong codes from ten processes")
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            list(pool.map(lambda i: self.reset(other, f"zz{i:02}"), range(10)))
        kinds = [n["kind"] for n in self.shown(other)["timeline"]]
        self.assertEqual(kinds.count("wrong-code"), 5, kinds)
        refused_code, _, err = self.reset(other, others)
        self.assertEqual((refused_code == 0, self.mails()), (False, 1), err)


class Together(Desk):
    """Several processes on one data folder at the same moment."""

    def together(self, n, *args, stdin=None):
        with concurrent.futures.ThreadPoolExecutor(n) as pool:
            return list(pool.map(lambda _: call("--data-dir", self.dir.name, *args, "--tenant", "Lab", "--json", "--secrets", "-", stdin=stdin or self.secrets, timeout=120), range(n)))

    def asked(self, operation):
        return self.lab.stats("sailpointUrl").get(operation, 0)


class AtOnce(Together):
    def test_an_approval_is_decided_once(self):
        one = json.loads(self.ctl("approvals", "list", "--tenant", "Lab", "--json")[1])["approvals"][0]["id"]
        tried("approval", "four processes at once")
        codes = [r[0] for r in self.together(4, "approvals", "approve", one)]
        self.assertEqual(codes.count(0), 1, codes)
        self.assertEqual(self.asked("POST /access-request-approvals"), 1)

    def test_one_verification_of_a_person(self):
        person = self.next_person()["id"]
        tried("start", "four processes at once")
        codes = [r[0] for r in self.together(4, "verify", person, "--reason", "account-recovery", "--ticket", "INC1", "--ial", "2", "--documents", "passport", "--delivery", "link")]
        self.assertEqual(codes.count(0), 1, codes)
        self.assertEqual([s["identity"] for s in self.sessions().values()].count(person), 1)
        self.assertEqual(self.lab.stats()["create"], 1)

    def test_the_limit_of_automatic_starts_holds_over_a_kill(self):
        file = pathlib.Path(self.dir.name) / "rules.json"
        rules = json.loads(self.ctl("event-rules", "show", "--tenant", "Lab", "--json")[1])
        rules["rules"] = [{**r, "starts": True, "delivery": "email"} for r in rules["rules"] if r["trigger"] == "idn:identity-created"]
        rules["startsAnHour"] = 2
        file.write_text(json.dumps(rules))
        code, _, err = self.ctl("event-rules", "set", str(file), "--tenant", "Lab")
        self.assertEqual(code, 0, err)
        people = [self.next_person() for _ in range(10)]
        for turn in range(3):
            r = Receiver(self)
            for i, p in enumerate(people):
                told = {"_metadata": {"triggerId": "idn:identity-created", "invocationId": f"inv-{turn}-{i}"}, "identity": {"id": p["id"], "name": p["name"], "type": "IDENTITY"}, "attributes": {}}
                send(r.events, raw(told), [("Content-Type", "application/json"), ("Authorization", "Bearer " + EVENTS_TOKEN)])
            time.sleep(0.3 if turn < 2 else 4)  # killed with most of them waiting
            r.process.send_signal(signal.SIGKILL)
            r.stop()
            tried("automatic starts", f"killed, turn {turn}")
            self.assertLessEqual(len(self.sessions()), 2, turn)
        self.assertGreaterEqual(len(self.sessions()), 1)  # one that was killed between the count and the call is no other's


class ReviewsAtOnce(Together):
    lab_args = ("--identities", "300", "--outcome", "name-differs")

    def test_only_another_person_accepts_and_once(self):
        person = self.next_person()
        code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait")
        self.assertEqual(code, 6, err)
        session = json.loads(out)["session"]
        e = self.lab.ends

        def as_(who, word, *more):
            own = json.dumps({**json.loads(self.secrets), "reviewerClientId": who, "reviewerClientSecret": word})
            return self.together(1, "review", "accept", session, *(more or ("--comment", "seen")), stdin=own)[0]

        for how, who, word, more in (("by who started it", e["clientId"], e["clientSecret"], ()), ("a wrong password", e["reviewerClientId"], e["reviewerClientSecret"][:-1], ()),
                                     ("somebody unknown", "nobody", e["reviewerClientSecret"], ()), ("no word why", e["reviewerClientId"], e["reviewerClientSecret"], ("--comment", " ")),
                                     ("an empty password", e["reviewerClientId"], "", ())):
            tried("review", how)
            got = as_(who, word, *more)
            self.assertNotEqual(got[0], 0, (how, got))
            self.assertEqual(self.sessions()[session]["status"], "held", how)
        self.assertEqual(self.ctl("tenant", "lock", "Lab", secrets=False)[0], 0)
        tried("review", "locked")
        self.assertNotEqual(as_(e["reviewerClientId"], e["reviewerClientSecret"])[0], 0)
        self.assertEqual(self.ctl("tenant", "unlock", "Lab", secrets=False)[0], 0)
        tried("review", "four processes at once")
        own = json.dumps({**json.loads(self.secrets), "reviewerClientId": e["reviewerClientId"], "reviewerClientSecret": e["reviewerClientSecret"]})
        codes = [r[0] for r in self.together(4, "review", "accept", session, "--comment", "seen the certificate", stdin=own)]
        self.assertEqual(codes.count(0), 1, codes)
        shown = self.shown(session)
        self.assertEqual((shown["status"], [n["kind"] for n in shown["timeline"]].count("review")), ("verified", 1), shown)


if __name__ == "__main__":
    finish("at once", 20)
