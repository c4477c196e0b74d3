#!/usr/bin/env python3
"""One condition changed, through real processes and sockets: callbacks, a provider's answers, events.

What is sent here is signed and written by Python's own libraries. Each unchanged case passes; no changed one does.
"""
import base64
import sqlite3

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from processes import *  # noqa: F403
from processes import EVENTS_TOKEN, finish, raw, send, signature, stamp, time, tried  # noqa: F401


def with_(**more):
    return lambda body: raw({**body, **more})


def without(key):
    return lambda body: raw({k: v for k, v in body.items() if k != key})


def second(key, value):
    """The same key twice."""
    return lambda body: raw(body)[:-1] + b', "' + key.encode() + b'": ' + raw(value) + b"}"


BODIES = {
    "no session": without("session_id"),
    "another session": with_(session_id="ps-someone-else"),
    "session as a number": with_(session_id=7),
    "session twice": second("session_id", "ps-someone-else"),
    "session in another spelling": with_(sessionId="ps-someone-else"),
    "no status": without("verification_status"),
    "status unknown": with_(verification_status="unheard-of"),
    "status with a sign": with_(verification_status="VERIFIED?"),
    "status with a word before it": with_(verification_status="NOT VERIFIED"),
    "status true": with_(verification_status=True),
    "status in a list": with_(verification_status=["VERIFIED"]),
    "status twice": second("verification_status", "FAILED"),
    "two statuses": with_(status="FAILED"),
    "status failed": with_(verification_status="FAILED"),
    "status with another alphabet's letter": with_(verification_status="VERIF\u0406ED"),
    "level too low": with_(ial_level=1),
    "no level": without("ial_level"),
    "level as a word": with_(ial_level="two"),
    "level with a fraction": with_(ial_level=2.5),
    "level twice": second("ial_level", 1),
    "no name": without("verified_name"),
    "another name": with_(verified_name="Johan Svensson"),
    "name as an object": with_(verified_name={"first": "A"}),
    "a name behind two hundred blanks": lambda body: raw({**body, "verified_name": body["verified_name"] + " " * 200 + "IMPOSTOR"}),
    "another document": with_(document_type="library_card"),
    "no document": without("document_type"),
    "another user": with_(user_identifier="someone.else@example.com"),
    "a reason of failure": with_(failure_reason="SPOOF_DETECTED"),
    "completed before it began": lambda body: raw({**body, "completed_at": stamp(time.time() - 86400)}),
    "completed tomorrow": lambda body: raw({**body, "completed_at": stamp(time.time() + 86400)}),
    "completed some day": with_(completed_at="last spring"),
    "cut": lambda body: raw(body)[:-9],
    "in a list": lambda body: raw([body]),
    "something behind it": lambda body: raw(body) + b"{}",
    "empty": lambda body: b"",
}


class CallbackBodies(Desk):
    has_provider = True

    def test_one_changed_field_verifies_nobody(self):
        opened = self.several(len(BODIES) + 4)
        r = Receiver(self)
        secret = self.lab.ends["callbackSecret"]
        self.addCleanup(r.stop)
        ident = iter(range(1000))

        def tell(session, url, change=raw):
            body = change(self.provider.passed(session["providerSession"]))
            return send(url, body, signature(secret, body, ident=f"msg_{next(ident)}"))[0]

        for (how, change), (session, url) in zip(BODIES.items(), opened):
            tried("callback body", how)
            self.assertIn(tell(session, url, change), (200, 202, 400, 422), how)
        (one, url), (other, others), (third, thirds), (whole, own) = opened[-4:]
        for how, session, to in (("no nonce", one, url.split("?")[0]), ("another session's nonce", other, thirds), ("two nonces", third, thirds + "&" + thirds.split("?")[1])):
            tried("callback body", how)
            self.assertIn(tell(session, to), (200, 202, 400, 401), how)
        self.assertEqual(tell(whole, own), 200)
        self.verifies(whole["session"])
        now = self.sessions()
        for how, (session, _) in zip([*BODIES, "no nonce", "another session's nonce", "two nonces"], opened):
            self.assertIn(now[session["session"]]["status"], ("pending", "provisional", "held", "failed"), how)


class CallbackSignIns(Desk):
    has_provider = True
    ident = 0

    def refused_all(self, kind, sessions, honest, changes):
        """Each change with a session of its own; then the last one unchanged."""
        for (how, change), (session, url) in zip(changes.items(), sessions):
            CallbackSignIns.ident += 1
            sent = raw(self.provider.passed(session["providerSession"]))
            headers, sent = change(honest(sent, f"msg_s{self.ident}"), sent)
            tried(f"sign-in {kind}", how)
            status, _ = send(url, sent, headers)
            self.assertIn(status, (400, 401, 403), (kind, how))
        now = self.sessions()
        for how, (session, _) in zip(changes, sessions):
            self.assertEqual(now[session["session"]]["status"], "pending", (kind, how))
        session, url = sessions[-1]
        sent = raw(self.provider.passed(session["providerSession"]))
        self.assertEqual(send(url, sent, honest(sent, f"msg_whole_{kind}"))[0], 200, kind)
        return session

    def test_one_changed_proof_is_refused(self):
        def header(name, change):
            return lambda headers, body: ([(n, change(v)) if n.lower() == name.lower() else (n, v) for n, v in headers], body)

        def dropped(name):
            return lambda headers, body: ([h for h in headers if h[0].lower() != name.lower()], body)

        def doubled(name, value=None):
            return lambda headers, body: (headers + [(name, value or dict(headers)[name])], body)

        secret = self.lab.ends["callbackSecret"]
        key = Ed25519PrivateKey.generate()
        public = "whpk_" + base64.b64encode(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)).decode()

        def ed25519(body, ident, with_key=key):
            ts = str(int(time.time()))
            proof = base64.b64encode(with_key.sign(f"{ident}.{ts}.".encode() + body)).decode()
            return [("Content-Type", "application/json"), ("webhook-id", ident), ("webhook-timestamp", ts), ("webhook-signature", "v1a," + proof)]

        signed = {
            "no signature": dropped("webhook-signature"),
            "no id": dropped("webhook-id"),
            "no time": dropped("webhook-timestamp"),
            "another id": header("webhook-id", lambda v: v + "x"),
            "a later time": header("webhook-timestamp", lambda v: str(int(v) + 1)),
            "a time in words": header("webhook-timestamp", lambda v: "now"),
            "half a signature": header("webhook-signature", lambda v: v[: len(v) // 2]),
            "another version": header("webhook-signature", lambda v: "v9," + v.split(",")[1]),
            "one byte more": lambda headers, body: (headers, body + b" "),
            "two signatures": doubled("webhook-signature"),
            "two ids": doubled("webhook-id", "msg_other"),
            "two times": doubled("webhook-timestamp", "1"),
        }
        old = {"five minutes old": lambda headers, body: (signature(secret, body, time.time() - 302, "msg_old"), body),
               "from the future": lambda headers, body: (signature(secret, body, time.time() + 303, "msg_new"), body),
               "another secret": lambda headers, body: (signature("whsec_" + base64.b64encode(b"x" * 32).decode(), body), body)}
        other = {"another key": lambda headers, body: (ed25519(body, "msg_k", Ed25519PrivateKey.generate()), body)}

        shared = "a-shared-secret-of-this-test"
        name_and_word = "idv:" + shared

        def bearer(body, ident):
            return [("Content-Type", "application/json"), ("Authorization", "Bearer " + shared)]

        def basic(body, ident):
            return [("Content-Type", "application/json"), ("Authorization", "Basic " + base64.b64encode(name_and_word.encode()).decode())]

        def own(body, ident):
            return [("Content-Type", "application/json"), ("X-Idv-Key", shared)]

        def words(name, prefix):
            return {
                "nothing": dropped(name),
                "empty": header(name, lambda v: prefix),
                "half of it": header(name, lambda v: v[:-3]),
                "one letter more": header(name, lambda v: v + "x"),
                "twice": doubled(name),
                "another case": header(name, lambda v: prefix + v[len(prefix):].swapcase()),
            }

        kinds = {
            "hmac": (secret, lambda body, ident: signature(secret, body, ident=ident), {**signed, **old}, ()),
            "ed25519": (public, ed25519, {**signed, **other}, ()),
            "bearer": (shared, bearer, {**words("Authorization", "Bearer "), "as basic": header("Authorization", lambda v: v.replace("Bearer", "Basic"))}, ()),
            "basic": (name_and_word, basic, {**words("Authorization", "Basic "), "as bearer": header("Authorization", lambda v: v.replace("Basic", "Bearer"))}, ()),
            "header": (shared, own, words("X-Idv-Key", ""), ("--auth-header", "X-Idv-Key")),
        }
        most = max(len(k[2]) for k in kinds.values())
        sessions = self.several(most + len(kinds))
        for kind, (given, honest, changes, more) in kinds.items():
            r = Receiver(self, "--auth", kind, *more, secret=given)
            self.addCleanup(r.stop)
            whole = self.refused_all(kind, sessions[: len(changes)] + [sessions.pop()], honest, changes)
            if kind in ("hmac", "ed25519"):  # a shared word says who sent it, not what: the provider is asked
                self.verifies(whole["session"])
            r.stop()


class StatusAnswers(Desk):
    """The same changes where the provider is asked."""

    has_provider = True

    def test_one_changed_field_verifies_nobody(self):
        def ended(person):
            try:
                code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait", timeout=12)
            except subprocess.TimeoutExpired:  # what is no answer at all is waited for
                return None, next(s["status"] for s in self.sessions().values() if s["identity"] == person["id"]), "waits"
            return code, (json.loads(out)["status"] if out.strip().startswith("{") else ""), err

        self.provider.answer = raw
        self.assertEqual(ended(self.next_person())[:2], (0, "verified"))
        for how, change in BODIES.items():
            if how == "session in another spelling":
                continue  # one of the two is the session's: still the same person
            self.provider.answer = change
            tried("status answer", how)
            code, status, err = ended(self.next_person())
            self.assertNotEqual((code, status), (0, "verified"), how)
            self.assertNotEqual(code, 0, (how, err))
            self.assertIn(status, ("pending", "held", "failed"), (how, err))


class EventAnswers(Desk):
    def test_one_changed_request_is_not_approved(self):
        people = [p for p in json.loads(self.ctl("identities", "--tenant", "Lab", "--status", "verified", "--limit", "400", "--json")[1])["identities"] if p["ial"] == 2]
        stands, never = people[0], self.next_person()
        file = pathlib.Path(self.dir.name) / "rules.json"
        rules = json.loads(self.ctl("event-rules", "show", "--tenant", "Lab", "--json")[1])
        rules["rules"] = [r for r in rules["rules"] if r["trigger"] == "idn:access-request-pre-approval"]
        self.assertTrue(rules["rules"])
        rules["rules"][0]["item"] = "admin"
        file.write_text(json.dumps(rules))
        code, _, err = self.ctl("event-rules", "set", str(file), "--tenant", "Lab")
        self.assertEqual(code, 0, err)
        r = Receiver(self)
        self.addCleanup(r.stop)

        def event(person=stands, items=None, **more):
            EventAnswers.number = getattr(EventAnswers, "number", 0) + 1
            who = {"id": person["id"], "name": person["name"], "type": "IDENTITY"}
            return {"_metadata": {"triggerId": "idn:access-request-pre-approval", "triggerType": "requestResponse", "responseMode": "sync", "invocationId": f"inv-{self.number}"},
                    "accessRequestId": f"req-{self.number}", "requestedFor": [who], "requestedBy": who, "requestedItems": [{"id": "i1", "name": "Domain Admin"}] if items is None else items, **more}

        def asked(value, headers=(("Authorization", "Bearer " + EVENTS_TOKEN),)):
            body = value if isinstance(value, bytes) else raw(value)
            status, text = send(r.events, body, [("Content-Type", "application/json"), *headers])
            answer = json.loads(text) if status == 200 and text.startswith("{") else {}
            return status, answer.get("approved"), answer.get("comment", text)

        self.assertEqual(asked(event())[:2], (200, True))
        harmless = [{"id": f"i{i}", "name": f"Cafeteria {i}"} for i in range(50)]
        self.assertEqual(asked(event(never, items=harmless[:3]))[:2], (200, True))  # no rule asks for anything
        changed = {
            "somebody never verified": event(never),
            "fifty harmless items before it": event(never, items=harmless + [{"id": "x", "name": "Domain Admin"}]),
            "behind two hundred letters": event(never, items=[{"id": "x", "name": "a" * 200 + " Domain Admin"}]),
            "a name of ten thousand letters": event(never, items=[{"id": "x", "name": "a" * 10_000}]),
            "an item without a name": event(never, items=[{"id": "x"}]),
            "items as texts": event(never, items=["Domain Admin"]),
            "an empty list": event(never, items=[]),
            "a Cyrillic letter": event(never, items=[{"id": "x", "name": "Domain \u0430dmin"}]),
            "an invisible letter": event(never, items=[{"id": "x", "name": "Domain A\u200bdmin"}]),
            "accents": event(never, items=[{"id": "x", "name": "Domain \u00c1dm\u00edn"}]),
            "name as a number": event(never, items=[{"id": "x", "name": 7}]),
            "items as an object": event(never, items={"name": "Domain Admin"}),
            "no items": {k: v for k, v in event(never).items() if k != "requestedItems"},
            "nobody": event(requestedFor=[]),
            "for nobody by name": event(requestedFor=[{"name": stands["name"]}]),
            "for somebody unknown": event(requestedFor=[{"id": "nobody", "type": "IDENTITY"}]),
            "for two": event(requestedFor=[{"id": stands["id"], "type": "IDENTITY"}, {"id": never["id"], "type": "IDENTITY"}]),
            "for a text": event(requestedFor=stands["id"]),
            "two lists of people": raw(event(never))[:-1] + b', "requestedFor": ' + raw([{"id": stands["id"]}]) + b"}",
            "another trigger": event(_metadata={"triggerId": "idn:identity-created", "responseMode": "sync"}),
            "cut": raw(event())[:-20],
            "in a list": [event()],
        }
        for how, value in changed.items():
            tried("event answer", how)
            status, approved, comment = asked(value)
            self.assertIsNot(approved, True, how)
            self.assertTrue(status != 200 or comment or approved is None, how)
        for how, headers in {"no token": (), "another token": (("Authorization", "Bearer " + EVENTS_TOKEN[:-1]),), "two tokens": (("Authorization", "Bearer " + EVENTS_TOKEN),) * 2}.items():
            tried("event answer", how)
            self.assertIn(asked(event(), headers)[0], (400, 401), how)
        # What cannot be read asks for everything; what is mended passes again.
        ledger = sqlite3.connect(pathlib.Path(self.dir.name) / "ledger.db", timeout=10)
        name, kept = ledger.execute("SELECT name, value FROM setting WHERE name LIKE 'event-rules:%'").fetchone()
        ledger.close()
        for text in ('{"rules": [], "newRule": 1}', '{"rules": [', "[]", "7", ""):
            self.setting(name, text or " ")
            tried("event answer", f"rules read {text!r}")
            self.assertIsNot(asked(event())[1], True, text)
        self.setting(name, kept)
        self.assertEqual(asked(event())[:2], (200, True))
        self.ctl("tenant", "lock", "Lab", secrets=False)
        tried("event answer", "locked meanwhile")
        self.assertIsNot(asked(event())[1], True)


if __name__ == "__main__":
    finish("mutation through processes", 120)
