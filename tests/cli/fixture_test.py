#!/usr/bin/env python3
"""A data folder of version 0.1 (tests/fixtures/make_v0_1.py) goes on: opened, migrated, proved; nothing is lost, and what was verified then opens no gate now.

With IDV_FIXTURE_OLD in the environment the program under test is version 0.1 itself, and what only a later version can keep is left out.
"""
import json
import os
import pathlib
import pwd
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

from harness import *  # noqa: F403
from harness import DETACHED, IDVCTL, SOURCE, Lab, call, call_at_terminal, check

FIXTURE = SOURCE / "tests/fixtures/v0_1"
EXPECTED = json.loads((FIXTURE / "expected.json").read_text())
CLOUD, SERVER, READING = "Halden Cloud", "Halden IdentityIQ", "Halden, read back only"
NOT_PROVED = (11,)
GIVEN = {"sailpointClientSecret": "nobody-asks-for-it", "idvApiKey": "nobody-asks-for-it"}
# Kept by later versions only.
ruling = unittest.skipIf("IDV_FIXTURE_OLD" in os.environ, "version 0.1 did not keep this ruling")


def rebuilt(folder):
    for dump in sorted(FIXTURE.glob("*.sql")):
        db = sqlite3.connect(folder / (dump.stem + ".db"))
        db.executescript(dump.read_text())
        db.close()


def missing(expected, actual, place="$"):
    """What of `expected` is not in `actual`; later versions may say more, never less."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return [m for k, v in expected.items() for m in (missing(v, actual[k], f"{place}.{k}") if k in actual else [f"{place}.{k} is gone"])]
    if isinstance(expected, list) and isinstance(actual, list):
        if len(expected) != len(actual):
            return [f"{place}: {len(actual)} instead of {len(expected)}"]
        return [m for i, v in enumerate(expected) for m in missing(v, actual[i], f"{place}[{i}]")]
    return [] if expected == actual and type(expected) is type(actual) else [f"{place}: {actual!r} instead of {expected!r}"]


class Folder(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.dir = pathlib.Path(self.temporary.name)
        rebuilt(self.dir)

    def ctl(self, *args, given=None, timeout=60):
        return call("--data-dir", str(self.dir), *args, *(["--secrets", "-"] if given else []), stdin=json.dumps(given or {}), timeout=timeout)

    def read(self, *args, tenant=None, schema=None):
        code, out, err = self.ctl(*args, *(["--tenant", tenant] if tenant else []), "--json", given=GIVEN if tenant else None)
        self.assertEqual(code, 0, (args, out, err))
        value = json.loads(out)
        if schema:
            check(schema, value)
        return value

    def sql(self, statement, *values, file="ledger.db"):
        db = sqlite3.connect(self.dir / file)
        try:
            with db:
                return db.execute(statement, values).fetchall()
        finally:
            db.close()

    def holds(self, expected, actual):
        self.assertEqual(missing(expected, actual), [])

    def settings(self):
        return dict(self.sql("SELECT name, value FROM setting"))


class GoesOn(Folder):
    """Read only: no vendor is asked for anything."""

    def test_the_fixture_is_what_it_says(self):
        self.assertEqual(self.sql("PRAGMA user_version"), [(10,)])
        self.assertEqual({t: n for t, n in EXPECTED["rows"].items() if self.sql(f"SELECT count(*) FROM {t}") != [(n,)]}, {})
        states = {s for t in EXPECTED["tenants"].values() for s in t["states"]}
        self.assertEqual(states, {"pending", "verified", "held", "failed", "declined", "expired", "cancelled", "launch-unknown", "launch-failed"})
        self.assertEqual({c["state"] for c in EXPECTED["tenants"][CLOUD]["campaigns"]}, {"draft", "paused", "done"})
        self.assertEqual({p["state"] for p in EXPECTED["tenants"][CLOUD]["proposals"]}, {"open", "dismissed", "started"})

    def test_tenants(self):
        listed = self.read("tenant", "list", schema="tenants")["tenants"]
        kept = ("name", "product", "sailpointUrl", "idvUrl", "communityId", "writeBack")
        written = [t["tenant"] for t in json.loads((FIXTURE / "settings.json").read_text())["tenants"]]
        self.assertEqual(sorted([t[k] for k in kept] for t in listed), sorted([t[k] for k in kept] for t in written))
        self.assertEqual(dict(self.sql("SELECT name, id FROM tenant")), {n: t["id"] for n, t in EXPECTED["tenants"].items()})
        self.assertEqual({t["name"]: t["writeBack"] for t in listed}, {CLOUD: "account", SERVER: "scim", READING: "none"})

    def test_sessions(self):
        for name, expected in EXPECTED["tenants"].items():
            listed = self.read("sessions", tenant=name, schema="sessions")["sessions"]
            self.holds(expected["sessions"], listed)
            states = [s["status"] for s in listed]
            self.assertEqual({s: states.count(s) for s in states}, expected["states"])
            for session in expected["sessions"]:
                self.holds(session, self.read("sessions", "show", session["session"], tenant=name, schema="session"))

    def test_who_decided_stays(self):
        reviewed = [s for s in EXPECTED["tenants"][CLOUD]["sessions"] if s["reviewer"]]
        self.assertEqual(sorted(s["status"] for s in reviewed), ["failed", "verified"])
        for session in reviewed:
            shown = self.read("sessions", "show", session["session"], tenant=CLOUD)
            self.assertEqual((shown["reviewer"], shown["status"]), (session["reviewer"], session["status"]))

    def test_timelines_lose_nothing(self):
        before = self.sql("SELECT session, count(*) FROM session_note GROUP BY session")
        self.read("sessions", tenant=CLOUD)
        for session, count in before:
            owner = next(n for n, t in EXPECTED["tenants"].items() if session in [s["session"] for s in t["sessions"]])
            self.assertGreaterEqual(len(self.read("sessions", "show", session, tenant=owner)["timeline"]), count)

    def test_people_and_their_raw_texts(self):
        raw = """SELECT id, name, email, profile, lifecycle, idv_verified, idv_status, idv_ial, idv_name, idv_document, idv_session, idv_date
                 FROM identity ORDER BY id"""
        for name, expected in EXPECTED["tenants"].items():
            file = f"mirror-{expected['id']}.db"
            before = self.sql(raw, file=file)
            listed = self.read("identities", "--limit", "1000", tenant=name, schema="identities")["identities"]
            self.assertEqual(sorted([p["id"], p["name"], p["email"]] for p in listed), expected["people"])
            self.assertEqual(self.sql(raw, file=file), before)
            for person in expected["people"][:5] if name != READING else []:  # never synchronised: one person, no search index
                found = self.read("identities", "--search", person[2], tenant=name)["identities"]
                self.assertIn(person[0], [p["id"] for p in found])

    def test_who_was_overdue_is_overdue(self):
        # Time makes more people overdue, never fewer.
        for name, expected in EXPECTED["tenants"].items():
            due = self.read("due", "--limit", "1000", tenant=name, schema="due")
            self.assertEqual(set(expected["due"]["people"]) - {p["id"] for p in due["people"]}, set())

    def test_policies_rules_and_requirements(self):
        for name, expected in EXPECTED["tenants"].items():
            shown = self.read("policy", "show", tenant=name, schema="policy")
            self.assertEqual(sum(r["people"] for r in shown["outlook"]["rules"]), len(expected["people"]))
            told = {"freshness": ("policy", shown["policy"]), "event-rules": ("eventRules", self.read("event-rules", "show", tenant=name)),
                    "access-requirements": ("requirements", self.read("approvals", "requirements", tenant=name)),
                    "retention": ("privacy", self.read("privacy", "show", tenant=name, schema="privacy"))}
            for setting, (key, value) in told.items():
                if f"{setting}:{expected['id']}" in EXPECTED["settings"]:  # what nobody set is the usual one of each version
                    self.holds(expected[key], value)

    def test_campaigns(self):
        for name, expected in EXPECTED["tenants"].items():
            listed = self.read("campaign", "list", tenant=name, schema="campaigns")["campaigns"]
            self.assertEqual([(c["campaign"], c["name"], c["state"]) for c in listed], [(c["campaign"], c["name"], c["state"]) for c in expected["campaigns"]])
            for campaign in expected["campaigns"]:
                plan = {k: v for k, v in campaign.items() if k != "people"}
                self.holds(plan, self.read("campaign", "show", campaign["campaign"], tenant=name, schema="campaign"))
                self.holds(campaign["people"], self.read("campaign", "people", campaign["campaign"], tenant=name)["people"])

    def test_what_waits_for_a_decision(self):
        for name, expected in EXPECTED["tenants"].items():
            self.holds(expected["putAside"], self.read("callbacks", "list", tenant=name, schema="callbacks")["unmatched"])
            if "proposals" in expected:
                self.holds(expected["proposals"], self.read("proposals", "list", "--all", tenant=name, schema="proposals")["proposals"])
        self.assertEqual(len(EXPECTED["tenants"][CLOUD]["putAside"]), 2)

    def test_nothing_is_lost_and_every_setting_is_as_it_was(self):
        self.assertEqual(self.settings(), EXPECTED["settings"])
        versions = {f.name: self.sql("PRAGMA user_version", file=f.name)[0][0] for f in self.dir.glob("*.db")}
        kinds = {f: self.sql("PRAGMA application_id", file=f) for f in versions}
        for name, _ in EXPECTED["tenants"].items():
            for line in ("sessions", "policy show", "event-rules show", "approvals requirements", "privacy show", "campaign list",
                         "proposals list", "callbacks list", "due"):
                if (name, line) != (SERVER, "proposals list"):
                    self.read(*line.split(), tenant=name)
        file = self.dir / "settings.json"
        self.read("settings", "export", str(file))
        then = json.loads((FIXTURE / "settings.json").read_text())
        for entry in then["tenants"]:  # it once held the whole address; the path of the receiver is added where it is used
            entry["tenant"]["callbackBaseUrl"] = entry["tenant"]["callbackBaseUrl"].removesuffix(entry["tenant"]["receiver"]["path"])
        self.holds(then, json.loads(file.read_text()))
        self.assertEqual({n: self.settings().get(n) for n in EXPECTED["settings"]}, EXPECTED["settings"])
        self.assertEqual({t: n for t, n in EXPECTED["rows"].items() if self.sql(f"SELECT count(*) FROM {t}")[0][0] < n}, {})
        for name, before in versions.items():
            self.assertGreaterEqual(self.sql("PRAGMA user_version", file=name)[0][0], before, name)
            self.assertEqual(self.sql("PRAGMA application_id", file=name), kinds[name], name)
        exempt, = self.sql("SELECT identity, reason, approver FROM exemption")
        self.assertEqual(exempt[1:], ("On parental leave", "Head of HR"))


class Proved(Folder):
    """The log, and what was exported of it."""

    def test_the_ledger_is_proved(self):
        head = f"{EXPECTED['audit']['entries']}:{EXPECTED['audit']['head']}"
        state = self.read("audit", "verify", "--at-least", head, schema="audit")
        self.assertTrue(state["proved"], state)
        self.assertTrue(state["whole"], state)
        self.assertGreaterEqual(state["entries"], EXPECTED["audit"]["entries"])
        if state["entries"] == EXPECTED["audit"]["entries"]:
            self.assertEqual(state["head"], head)
        self.assertEqual(self.sql("SELECT hash FROM audit WHERE seq = ?", EXPECTED["audit"]["entries"]), [(EXPECTED["audit"]["head"],)])
        # What is written after the upgrade is chained to what was there before.
        self.read("settings", "export", str(self.dir / "s.json"))
        after = self.read("audit", "verify", "--at-least", head)
        self.assertTrue(after["proved"] and after["whole"], after)
        self.assertGreater(after["entries"], EXPECTED["audit"]["entries"])

    def test_one_byte_of_a_row_is_found(self):
        seq = self.sql("SELECT seq FROM audit WHERE action = 'verification.start' ORDER BY seq LIMIT 1")[0][0]
        for column in ("data", "action", "outcome", "digests", "subject"):
            with self.subTest(column=column):
                text, = self.sql(f"SELECT {column} FROM audit WHERE seq = ?", seq)[0]
                at = len(text) // 2
                other = text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1:]
                self.sql(f"UPDATE audit SET {column} = ? WHERE seq = ?", other, seq)
                code, out, err = self.ctl("audit", "verify", "--json")
                self.assertIn(code, NOT_PROVED, out + err)
                self.assertFalse(json.loads(out)["whole"])
                self.assertEqual(json.loads(out)["firstBad"], seq)
                self.sql(f"UPDATE audit SET {column} = ? WHERE seq = ?", text, seq)
        code, out, err = self.ctl("audit", "verify", "--json")
        self.assertEqual((code, json.loads(out)["whole"]), (11, True), "whole again; no keychain here remembers it")

    def test_a_removed_row_is_found(self):
        self.sql("DELETE FROM audit WHERE seq = 50")
        self.assertIn(self.ctl("audit", "verify")[0], NOT_PROVED)

    def test_old_exports_are_still_verified(self):
        for name in ("audit.jsonl", "audit-redacted.jsonl", "evidence.jsonl"):
            with self.subTest(file=name):
                expected = EXPECTED[name]
                head = f"{expected['entries']}:{expected['head']}"
                known = ("--key", expected["key"], "--at-least", head)
                code, out, err = call("audit", "verify", str(FIXTURE / name), *known, "--json")
                self.assertEqual(code, 0, out + err)
                check("audit", json.loads(out))
                self.holds({**expected, "head": head}, json.loads(out))
                # That format signs no end: with the key alone it is whole, and could have been cut back.
                code, out, err = call("audit", "verify", str(FIXTURE / name), "--key", expected["key"], "--json")
                self.assertEqual((code, json.loads(out)["whole"], json.loads(out)["signedUpTo"]), (11, True, expected["signedUpTo"]))
                self.assertIn(call("audit", "verify", str(FIXTURE / name), "--key", "0000" + expected["key"][4:], "--at-least", "1:" + "00" * 32)[0], NOT_PROVED)
                changed = self.dir / name
                changed.write_bytes((FIXTURE / name).read_bytes().replace(b"verification.start", b"verification.stars", 1))
                self.assertIn(call("audit", "verify", str(changed), *known)[0], NOT_PROVED)

    def test_old_evidence_can_be_made_again(self):
        person = next(s["identity"] for s in EXPECTED["tenants"][CLOUD]["sessions"] if s["reset"] == "asked")
        self.read("evidence", "person", person, str(self.dir / "again.md"), tenant=CLOUD, schema="export")
        code, out, err = call("audit", "verify", str(self.dir / "again.jsonl"), "--json")
        self.assertEqual((code, json.loads(out)["whole"]), (11, True), "whole; nobody's key signed it without a keychain")

    def test_old_settings_are_taken_elsewhere(self):
        with tempfile.TemporaryDirectory() as there:
            # What would become more permissive is named first, and taken only where it is allowed by that name.
            code, out, err = call("--data-dir", there, "settings", "import", str(FIXTURE / "settings.json"), "--json")
            self.assertEqual((code, json.loads(out)["error"]["field"]), (2, "allow"), err)
            named = [line.split(": ")[0] for line in json.loads(out)["error"]["text"].splitlines()[1:]]
            allowed = [word for name in named for word in ("--allow", name)]
            code, out, err = call("--data-dir", there, "settings", "import", str(FIXTURE / "settings.json"), *allowed, "--json")
            self.assertEqual((code, sorted(json.loads(out)["added"])), (0, sorted(EXPECTED["tenants"])), err)
            code, out, err = call("--data-dir", there, "policy", "show", "--tenant", CLOUD, "--json", "--secrets", "-", stdin=json.dumps(GIVEN))
            self.assertEqual(code, 0, err)
            self.holds(EXPECTED["tenants"][CLOUD]["policy"], json.loads(out)["policy"])
            db = sqlite3.connect(pathlib.Path(there) / "ledger.db")
            text, = db.execute("SELECT value FROM setting WHERE name = 'verification-policy'").fetchone()
            db.close()
            self.holds(json.loads(EXPECTED["settings"]["verification-policy"]), json.loads(text))


class WithVendors(Folder):
    """The simulators stand where they stood; the folder is a minute old when it is upgraded."""

    def setUp(self):
        super().setUp()
        self.lab = Lab("--identities", "60", "--seed", "7", "--index-lag-ms", "300")
        self.addCleanup(self.lab.stop)
        e = self.lab.ends
        self.given = {"sailpointClientSecret": e["clientSecret"], "idvApiKey": e["idvApiKey"]}
        for name in (CLOUD, READING):
            text, = self.sql("SELECT json FROM tenant WHERE name = ?", name)[0]
            tenant = {**json.loads(text), "sailpointUrl": e["sailpointUrl"], "idvUrl": e["idvUrl"], "clientId": e["clientId"]}
            self.sql("UPDATE tenant SET json = ? WHERE name = ?", json.dumps(tenant), name)

    def fresh(self, session):
        """Verified a minute ago, by whoever runs this test."""
        user = pwd.getpwuid(os.getuid())
        full = user.pw_gecos.split(",")[0].strip()
        name = user.pw_name if full in ("", user.pw_name) else f"{full} ({user.pw_name})"
        now = int(time.time() * 1000)
        times = (now - 120_000, now - 60_000, now - 60_000)
        self.sql("UPDATE session SET operator_name = ?, created_at = ?, completed_at = ?, closed_at = ? WHERE id = ?", name, *times, session)

    def mails(self):
        return self.lab.stats("sailpointUrl").get("reset-mail", 0)

    def newcomer(self):
        """Somebody whom no old session is about."""
        busy = {s["identity"] for s in EXPECTED["tenants"][CLOUD]["sessions"]}
        listed = json.loads(self.ctl("identities", "--tenant", CLOUD, "--limit", "100", "--json", given=self.given)[1])["identities"]
        return next(p["id"] for p in listed if p["id"] not in busy and p["lifecycle"] == "active" and p["email"])

    def verify(self, person, reason, ticket, *more):
        asked = ("--reason", reason, "--ticket", ticket, "--ial", "2", "--documents", "passport", "--delivery", "link")
        return self.ctl("verify", person, "--tenant", CLOUD, *asked, "--json", *more, given=self.given)

    def reset(self, session, code=""):
        bound = ("--via", "EMAIL_WORK", *(("--code", code) if code else ()), "--contact-reason", "known to HR")
        return self.ctl("reset-password", session, *bound, "--tenant", CLOUD, "--json", given=self.given)

    def verified(self):
        return [s for s in EXPECTED["tenants"][CLOUD]["sessions"] if s["status"] == "verified" and s["reason"] == "account-recovery" and s["name"]]

    @ruling  # version 0.1 sends both mails
    def test_what_was_verified_before_opens_no_gate(self):
        unused = [s for s in self.verified() if not s["reset"]]
        self.assertEqual([bool(s["reviewer"]) for s in unused].count(True), 1)
        self.assertGreaterEqual(len(unused), 2)
        for session in unused:
            with self.subTest(session=session["session"]):
                self.fresh(session["session"])
                self.assertFalse(self.read("sessions", "show", session["session"], tenant=CLOUD)["gate"]["open"])
                code, out, err = self.reset(session["session"])
                self.assertNotEqual(code, 0, out)
                self.assertIn(code, (9, 10), out + err)
                self.assertTrue(err.strip(), "the refusal says why")
                self.assertEqual(self.mails(), 0)
                shown = self.read("sessions", "show", session["session"], tenant=CLOUD)
                self.assertEqual((shown["status"], shown["reset"], shown["ial"]), ("verified", "", session["ial"]))

    def test_what_is_too_old_or_was_used_opens_none_either(self):
        used = next(s for s in self.verified() if s["reset"] == "asked")
        self.fresh(used["session"])
        self.assertNotEqual(self.reset(used["session"])[0], 0)
        session = next(s for s in self.verified() if not s["reset"])["session"]
        self.fresh(session)
        self.sql("UPDATE session SET completed_at = completed_at - 7200000 WHERE id = ?", session)
        self.assertNotEqual(self.reset(session)[0], 0)
        held = next(s["session"] for s in EXPECTED["tenants"][CLOUD]["sessions"] if s["status"] == "held")
        self.fresh(held)
        self.assertNotEqual(self.reset(held)[0], 0)
        self.assertEqual(self.mails(), 0)

    def test_the_next_verification_goes_on(self):
        code, out, err = self.ctl("sync", "--tenant", CLOUD, "--json", "--no-rate-limit", given=self.given)
        self.assertEqual(code, 0, err)
        self.assertEqual(json.loads(out)["identities"], 60)
        person = self.newcomer()
        code, out, err = self.verify(person, "periodic", "CHG43", "--wait")
        self.assertEqual(code, 0, out + err)
        self.assertEqual((json.loads(out)["status"], json.loads(out)["writeBack"]), ("verified", "written"))
        # The agreed form of a ticket still holds.
        code, _, err = self.verify(person, "periodic", "nonsense")
        self.assertEqual(code, 2, err)
        self.assertTrue(json.loads(self.ctl("audit", "verify", "--json")[1])["whole"])

    def test_a_recovery_after_the_upgrade_opens_the_gate(self):
        e = self.lab.ends
        own = {**self.given, "reviewerClientId": e["clientId"], "reviewerClientSecret": e["clientSecret"]}
        self.assertEqual(self.ctl("operator", "--tenant", CLOUD, given=own)[0], 0)
        person = self.newcomer()
        asked = ("--reason", "account-recovery", "--ticket", "INC44", "--ial", "2", "--documents", "passport", "--delivery", "link", "--json", "--wait")
        line = ("--data-dir", str(self.dir), "verify", person, "--tenant", CLOUD, *asked, "--secrets", "-")
        code, out, err, link = call_at_terminal(*line, stdin=json.dumps(self.given))
        self.assertEqual(code, 0, out + err)
        code, out, err = self.reset(json.loads(out)["session"], link[-4:])
        self.assertEqual(code, 0, out + err)
        self.assertEqual(self.mails(), 1)

    def test_an_old_collection_is_sent(self):
        given = {**self.given, "callbackSecret": self.lab.ends["callbackSecret"], "eventsToken": "an-invented-token-for-events"}
        line = [IDVCTL, "--data-dir", str(self.dir), "receive", "--tenant", CLOUD, "--port", "0", "--events", "--json", "--secrets", "-"]
        receiver = subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=DETACHED)
        try:
            receiver.stdin.write(json.dumps(given).encode())
            receiver.stdin.close()
            url = json.loads(receiver.stdout.readline())["listening"]
            code, out, err = self.ctl("lab", "send", str(FIXTURE / "requests.json"), "--url", url, "--tenant", CLOUD, "--json", given=given)
            self.assertEqual((code, [r["status"] for r in json.loads(out)["sent"]]), (0, [202, 200]), err)
        finally:
            receiver.terminate()
            receiver.wait(10)
            receiver.stdout.close()


class Unreadable(WithVendors):
    """A setting that the reader refuses is kept as it is until a person mends it; meanwhile it permits nothing."""

    test_what_was_verified_before_opens_no_gate = test_what_is_too_old_or_was_used_opens_none_either = None
    test_the_next_verification_goes_on = test_a_recovery_after_the_upgrade_opens_the_gate = test_an_old_collection_is_sent = None

    def spoiled(self, kind):
        name = kind if kind == "verification-policy" else f"{kind}:{EXPECTED['tenants'][CLOUD]['id']}"
        wrong = {"rules": "all", "requirements": "none", "ticketPattern": 7, "heldDifferences": ["a word of tomorrow"], "standard": "never", "on": "perhaps"}
        for text in ("{", "[]", json.dumps(wrong)):
            self.sql("UPDATE setting SET value = ? WHERE name = ?", text, name)
            yield name, text

    def test_it_is_kept(self):
        looks = {"verification-policy": "sessions", "freshness": "policy show", "event-rules": "event-rules show",
                 "access-requirements": "approvals requirements", "retention": "privacy show"}
        for kind, line in looks.items():
            for name, text in self.spoiled(kind):
                self.ctl(*line.split(), "--tenant", CLOUD, "--json", given=self.given)
                self.ctl("due", "--tenant", CLOUD, "--json", given=self.given)
                self.assertEqual(self.settings()[name], text)
        self.assertEqual(set(EXPECTED["settings"]) - set(self.settings()), set())

    @ruling  # version 0.1 takes it for a policy without rules
    def test_it_permits_no_verification(self):
        person = EXPECTED["tenants"][CLOUD]["due"]["people"][0]
        for name, text in self.spoiled("verification-policy"):
            code, out, err = self.verify(person, "privileged-access", "x")
            self.assertNotEqual(code, 0, out)
            self.assertTrue(err.strip(), "the refusal says why")
            self.assertEqual(self.lab.stats().get("create", 0), 0)
            self.assertEqual(self.settings()[name], text)

    def test_it_permits_no_approval_until_it_is_mended(self):
        asked = json.loads(self.ctl("approvals", "list", "--tenant", CLOUD, "--json", given=self.given)[1])["approvals"]
        for name, text in self.spoiled("access-requirements"):
            code, out, err = self.ctl("approvals", "approve", asked[-1]["id"], "--comment", "fine", "--tenant", CLOUD, "--json", given=self.given)
            self.assertNotEqual(code, 0, out)
            self.assertEqual(self.settings()[name], text)
        mended = self.dir / "requirements.json"
        mended.write_text(json.dumps({"requirements": [{"access": "Payroll", "ial": 1}]}))
        code, out, err = self.ctl("approvals", "requirements", str(mended), "--tenant", CLOUD, "--json", given=self.given)
        self.assertEqual(code, 0, err)
        code, out, err = self.ctl("approvals", "approve", asked[-1]["id"], "--comment", "fine", "--tenant", CLOUD, "--json", given=self.given)
        self.assertEqual(code, 0, out + err)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[2:]])
