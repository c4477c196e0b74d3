#!/usr/bin/env python3
"""An exported audit log that somebody changed. Runs inside support/with-keyring.sh: the log is signed by a key in a keychain.

Each way of changing it is tried twice: by somebody without the key, and, where that can be, by somebody who knows the format
and signs everything anew with a key of their own. Signatures are made and checked here with openssl, not with our program."""
import base64
import hashlib
import json
import os
import sqlite3
import sys

from harness import *  # noqa: F403,E402
from harness import DETACHED, IDVCTL  # noqa: E402

NOT_PROVED, USAGE = 11, 2
if "DBUS_SESSION_BUS_ADDRESS" in os.environ:  # here there is a keychain, and it is the point
    DETACHED["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
PKCS8 = bytes.fromhex("302e020100300506032b657004220420")  # RFC 8410, before the 32 bytes of an Ed25519 seed
SPKI = bytes.fromhex("302a300506032b6570032100")


def canonical(o):
    """RFC 8785 for what the log holds: strings, integers, lists, objects."""
    return json.dumps(o, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def openssl(*args):
    return subprocess.run(["openssl", *args], capture_output=True)


class Key:
    def __init__(self, folder, name, seed):
        self.pem = folder / name
        self.pem.write_text("-----BEGIN PRIVATE KEY-----\n" + base64.b64encode(PKCS8 + seed).decode() + "\n-----END PRIVATE KEY-----\n")
        self.public = openssl("pkey", "-in", str(self.pem), "-pubout", "-outform", "DER").stdout[len(SPKI):]
        self.folder = folder

    def sign(self, message):
        f = self.folder / "message"
        f.write_bytes(message.encode())
        return openssl("pkeyutl", "-sign", "-rawin", "-inkey", str(self.pem), "-in", str(f)).stdout

    @property
    def fingerprint(self):
        h = hashlib.sha256(self.public).hexdigest()
        return "-".join(h[i:i + 4] for i in range(0, 64, 4))


def is_signed(folder, public, message, signature):
    for name, data in (("m", message.encode()), ("s", signature), ("k", SPKI + public)):
        (folder / name).write_bytes(data)
    r = openssl("pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER", "-inkey", str(folder / "k"), "-in", str(folder / "m"), "-sigfile", str(folder / "s"))
    return r.returncode == 0


class Export:
    """The lines of a file, to be changed and put together again so that everything but the signatures fits."""

    def __init__(self, data):
        lines = data.decode().splitlines()
        self.header, self.end = json.loads(lines[0]), json.loads(lines[-1])
        self.entries = [json.loads(x) for x in lines[1:-1] if '"type":"entry"' in x]
        self.checkpoints = [json.loads(x) for x in lines[1:-1] if '"type":"checkpoint"' in x]

    @staticmethod
    def entry_line(o):
        values = ',"values":' + canonical(o["values"]) if "values" in o else ""
        return '{"type":"entry","entry":' + canonical(o["entry"]) + ',"hash":"' + o["hash"] + '"' + values + "}"

    def chain(self):
        """Numbers, links and hashes anew."""
        previous = "00" * 32
        for i, o in enumerate(self.entries):
            o["entry"].update(seq=i + 1, previous=previous)
            previous = o["hash"] = hashlib.sha256(canonical(o["entry"]).encode()).hexdigest()
        return self

    def resign(self, key):
        """Every head and the whole file by another key."""
        self.header.update(publicKey=key.public.hex(), fingerprint=key.fingerprint)
        hashes = {o["entry"]["seq"]: o["hash"] for o in self.entries}
        self.checkpoints = [k for k in self.checkpoints if k["seq"] in hashes]
        for k in self.checkpoints:
            k.update(hash=hashes[k["seq"]], publicKey=key.public.hex())
            k["signature"] = key.sign(canonical({"at": k["at"], "hash": k["hash"], "key": k["publicKey"], "seq": k["seq"], "what": "idv-console audit checkpoint"})).hex()
        return self.close(key)

    def before_end(self):
        lines = [canonical(self.header), *(self.entry_line(o) for o in self.entries), *(canonical(k) for k in self.checkpoints)]
        return "\n".join(lines) + "\n"

    def close(self, key=None):
        """An end that fits; signed by `key`, or with the signature that was there."""
        self.end.update(entries=len(self.entries), head=self.entries[-1]["hash"] if self.entries else "00" * 32, checkpoints=len(self.checkpoints),
                        digest=hashlib.sha256(self.before_end().encode()).hexdigest())
        if key:
            self.end["signatures"] = [{"key": key.public.hex(), "signature": key.sign(self.message()).hex()}]
        return self

    def message(self):
        e = self.end
        return canonical({"at": e["at"], "checkpoints": e["checkpoints"], "digest": e["digest"], "entries": e["entries"], "head": e["head"], "what": "idv-console audit export"})

    def bytes(self):
        return (self.before_end() + canonical(self.end) + "\n").encode()


def somewhere(e):
    return next(i for i, o in enumerate(e.entries) if o["entry"]["action"] == "verification.result")


def replace_value(e):
    o = next(o for o in e.entries if o.get("values"))
    next(iter(o["values"].values()))["value"] = "Somebody Else"


def drop_values(e):
    del next(o for o in e.entries if o.get("values"))["values"]


def another_salt(e):
    f = next(iter(next(o for o in e.entries if o.get("values"))["values"].values()))
    f["salt"] = "00" * 16


def without_value(e):
    v = next(o for o in e.entries if o.get("values"))["values"]
    del v[next(iter(v))]


def swap(e):
    i = somewhere(e)
    e.entries[i], e.entries[i - 1] = e.entries[i - 1], e.entries[i]


def invented(e):
    o = json.loads(json.dumps(e.entries[somewhere(e)]))
    o["entry"]["subject"] = "an-invented-session"
    e.entries.append(o)


def to_format_1(e):
    e.header.pop("seat")
    e.header["format"] = "idv-console-audit/1"
    for key in ("at", "checkpoints", "digest", "signatures"):
        e.end.pop(key)


# What is changed inside the structure. Each is tried as it is, with chain and end mended, and signed anew by another key.
STRUCTURE = {
    "an outcome": lambda e: e.entries[somewhere(e)]["entry"].update(outcome="failed"),
    "an actor": lambda e: e.entries[3]["entry"].update(actor="mallory"),
    "a time": lambda e: e.entries[3]["entry"].update(at=e.entries[3]["entry"]["at"] + 1),
    "an action": lambda e: e.entries[3]["entry"].update(action="nothing.much"),
    "a tenant": lambda e: e.entries[3]["entry"].update(tenant="another"),
    "a subject": lambda e: e.entries[3]["entry"].update(subject="another"),
    "a seat": lambda e: e.entries[3]["entry"].update(seat="another"),
    "no seat": lambda e: e.entries[3]["entry"].pop("seat"),
    "the data": lambda e: e.entries[somewhere(e)]["entry"]["data"].update(level=9),
    "a digest": lambda e: e.entries[somewhere(e)]["entry"]["personal"].update(name="00" * 32),
    "the first entry gone": lambda e: e.entries.pop(0),
    "an entry gone": lambda e: e.entries.pop(somewhere(e)),
    "the last entry gone": lambda e: e.entries.pop(),
    "the last ten gone": lambda e: e.entries.__delitem__(slice(-10, None)),
    "cut back to a signed head": lambda e: e.entries.__delitem__(slice(e.checkpoints[0]["seq"], None)),
    "all entries gone": lambda e: e.entries.clear(),
    "two entries swapped": swap,
    "an entry twice": lambda e: e.entries.insert(4, json.loads(json.dumps(e.entries[4]))),
    "an invented entry": invented,
    "no signed heads": lambda e: e.checkpoints.clear(),
    "one signed head gone": lambda e: e.checkpoints.pop(0),
    "when it was exported": lambda e: e.header.update(exportedAt="2020-01-01T00:00:00.000Z"),
    "whether it was redacted": lambda e: e.header.update(redacted=not e.header["redacted"]),
    "whose computer exported it": lambda e: e.header.update(seat="another"),
    "the time in its end": lambda e: e.end.update(at=1),
}
# What the values prove does not depend on who signs.
VALUES = {"a name": replace_value, "a value gone": without_value, "another salt": another_salt}


def text(old, new, count=1):
    def change(data):
        assert old in data, old
        return data.replace(old, new, count)
    return change


def at_line(i, change):
    def changed(data):
        lines = data.split(b"\n")[:-1]
        lines[i] = change(lines[i])
        return b"\n".join(lines) + b"\n"
    return changed


# What is done to the bytes.
BYTES = {
    "cut in the middle": lambda d: d[:len(d) // 2],
    "without its end": lambda d: d[:d.rstrip(b"\n").rfind(b"\n") + 1],
    "without its last line end": lambda d: d[:-1],
    "nothing": lambda d: b"",
    "a line behind the end": lambda d: d + b"{}\n",
    "its end twice": lambda d: d + d.rstrip(b"\n").rsplit(b"\n", 1)[1] + b"\n",
    "an empty line": at_line(3, lambda x: x + b"\n"),
    "a space": at_line(3, lambda x: x.replace(b",", b", ", 1)),
    "a member beside an entry": text(b'{"type":"entry",', b'{"type":"entry","note":"approved",'),
    "a member in an entry": text(b'{"type":"entry","entry":{', b'{"type":"entry","entry":{"a":1,'),
    "a member twice": text(b'"actor":"', b'"actor":"mallory","actor":"'),
    "another type": text(b'"subject":"', b'"subject":{"approved":true},"x":"'),
    "a member in the header": at_line(0, lambda x: x[:-1] + b',"zz":1}'),
    "a member in the end": at_line(-1, lambda x: x[:-1] + b',"zz":1}'),
    "a doubled member in the end": at_line(-1, lambda x: x.replace(b'"entries":', b'"entries":1,"entries":')),
    "windows line ends": lambda d: d.replace(b"\n", b"\r\n"),
    "a byte order mark": lambda d: b"\xef\xbb\xbf" + d,
    "a later format": text(b"idv-console-audit/2", b"idv-console-audit/9"),
    "another kind of line": at_line(4, lambda x: x.replace(b'"type":"entry"', b'"type":"note"')),
    "a checkpoint among the entries": lambda d: b"\n".join((x := d.split(b"\n"))[:5] + [next(y for y in x if b'"type":"checkpoint"' in y)] + x[5:]),
    "a signature with a bit more": at_line(-1, lambda x: x.replace(b'"signature":"', b'"signature":"00')),
    "a signature of nothing": at_line(-1, lambda x: re.sub(rb'"signature":"[0-9a-f]*"', b'"signature":""', x)),
    "an escaped letter": text(b'"outcome":"done"', b'"outcome":"d\\u006fne"'),
}


class Tampered(Case):
    lab_args = ("--identities", "50")

    def export(self, name, *more):
        f = pathlib.Path(self.dir.name) / name
        code, out, err = self.ctl("audit", "export", str(f), *more, "--json", secrets=False)
        self.assertEqual(code, 0, err)
        return f, json.loads(out)

    def log(self):
        """A log with results, names and two signed heads."""
        self.ready()
        self.assertEqual(self.ctl("audit", "sign", secrets=False)[0], 0)
        for _ in range(2):
            code, out, err = self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait", timeout=90)
            self.assertEqual(code, 0, err)
        self.assertEqual(self.ctl("audit", "sign", secrets=False)[0], 0)
        self.assertEqual(self.ctl("activity", "show", "--tenant", "Lab")[0], 0)
        return self.export("log.jsonl")

    def verified(self, data, *args):
        f = pathlib.Path(self.dir.name) / "given.jsonl"
        f.write_bytes(data)
        with tempfile.TemporaryDirectory() as elsewhere:
            code, out, err = call("--data-dir", elsewhere, "audit", "verify", str(f), *args, "--json")
        if code != USAGE:
            check("audit", json.loads(out))
        return code, json.loads(out) if out.strip() else {}, err

    def test_no_change_is_proved(self):
        file, made = self.log()
        data = file.read_bytes()
        folder = pathlib.Path(self.dir.name)
        mine = Key(folder, "other.pem", b"\x07" * 32)
        ours = Export(data)
        self.assertEqual(ours.bytes(), data, "put together again it is the same")
        key = ours.header["fingerprint"]
        # By openssl: the file says of itself what it should.
        signature = ours.end["signatures"][0]
        self.assertTrue(is_signed(folder, bytes.fromhex(signature["key"]), ours.message(), bytes.fromhex(signature["signature"])))
        self.assertGreaterEqual(len(ours.checkpoints), 2)
        known = ("--key", key, "--at-least", made["head"])
        for args in (known, ("--key", key), ("--at-least", made["head"]), ("--key", key.replace("-", "").upper())):
            code, proof, err = self.verified(data, *args)
            self.assertEqual((code, proof["proved"], proof["problem"]), (0, True, ""), (args, err))
        # Without anything from another way it hangs together, and proves nothing.
        code, proof, err = self.verified(data)
        self.assertEqual((code, proof["whole"], proof["proved"]), (NOT_PROVED, True, False))
        self.assertIn("--key", proof["problem"])
        for bad in ("", "00", key[:-1], "0x" + key):
            self.assertEqual(self.verified(data, "--key", bad)[0], USAGE, bad)
        for bad in ("", "5", "5:00", "0:" + "00" * 32):
            self.assertEqual(self.verified(data, "--at-least", bad)[0], USAGE, bad)

        tried = 0

        def refused(name, changed, args=known):
            nonlocal tried
            tried += 1
            self.assertNotEqual(changed, data, name)
            code, proof, err = self.verified(changed, *args)
            self.assertEqual(code, NOT_PROVED, (name, proof, err))
            self.assertTrue(proof["problem"], name)
            return proof

        for name, change in BYTES.items():
            self.assertFalse(refused(name, change(data))["whole"], name)
        for name, change in VALUES.items():
            e = Export(data)
            change(e)
            for n, kind in ((e.bytes(), "as it is"), (e.close().bytes(), "end mended"), (e.close(mine).bytes(), "signed anew")):
                self.assertFalse(refused(f"{name}, {kind}", n)["whole"], name)
        e = Export(data)
        drop_values(e)
        refused("values left out", e.bytes())
        refused("values left out, signed anew", e.close(mine).bytes())
        for name, change in STRUCTURE.items():
            e = Export(data)
            change(e)
            self.assertFalse(refused(name, e.bytes())["whole"], name)
            refused(f"{name}, end mended", e.close().bytes())
            refused(f"{name}, chain mended", e.chain().close().bytes())
            refused(f"{name}, signed anew", e.resign(mine).bytes())
            refused(f"{name}, signed anew, only the key is known", e.bytes(), ("--key", key))
        # The signature of another key beside the true one's name; nobody's; the older format, which signs no end.
        e = Export(data)
        refused("another key's signature", e.close(mine).bytes(), ("--key", key))
        e.end["signatures"] = []
        refused("nobody's signature", e.bytes(), ("--key", key))
        e = Export(data)
        e.end["signatures"][0]["key"] = mine.public.hex()
        refused("the signature under another name", e.bytes())
        e = Export(data)
        to_format_1(e)
        del e.entries[e.checkpoints[0]["seq"]:], e.checkpoints[1:]
        e.end.update(entries=len(e.entries), head=e.entries[-1]["hash"])
        refused("as the older format, cut back to a signed head", e.bytes(), ("--key", key))
        refused("the same, with the head", e.bytes())
        # Several seats may sign one file: each key that was given has to be among them.
        e = Export(data)
        e.end["signatures"].append({"key": mine.public.hex(), "signature": mine.sign(e.message()).hex()})
        code, proof, err = self.verified(e.bytes(), "--key", key, "--key", mine.fingerprint)
        self.assertEqual((code, proof["signers"]), (0, [key, mine.fingerprint]), err)
        self.assertEqual(self.verified(data, "--key", key, "--key", mine.fingerprint)[0], NOT_PROVED)
        # An older, honest export is not the newest one.
        self.assertEqual(self.ctl("audit", "sign", secrets=False)[0], 0)
        later = self.export("later.jsonl")[1]
        code, proof, err = self.verified(data, "--key", key, "--at-least", later["head"])
        self.assertEqual(code, NOT_PROVED)
        self.assertIn("older", proof["problem"])
        print(f"{tried} changed exports refused", file=sys.stderr)
        self.assertGreaterEqual(tried, 40)

    def test_the_log_itself_needs_a_memory(self):
        self.log()
        self.assertEqual(self.ctl("audit", "verify", secrets=False)[0], 0)
        head = json.loads(self.ctl("audit", "verify", "--json", secrets=False)[1])["head"]
        ledger = pathlib.Path(self.dir.name) / "ledger.db"

        def sql(statement):
            db = sqlite3.connect(ledger)
            db.execute(statement)
            db.commit()
            db.close()

        # What the last command recorded is remembered too: nothing can be cut off behind it.
        whole = ledger.read_bytes()
        for statement in ("DELETE FROM audit WHERE seq = (SELECT MAX(seq) FROM audit)", "DELETE FROM audit WHERE seq > 3"):
            ledger.write_bytes(whole)
            sql("DELETE FROM audit_checkpoint")
            sql(statement)
            code, out, err = self.ctl("audit", "verify", "--json", secrets=False)
            self.assertEqual((code, json.loads(out)["proved"]), (NOT_PROVED, False), statement)
            self.assertIn("keychain", json.loads(out)["problem"])
        # Emptied, gone, or begun anew beside the copies of people: refused before anything is done.
        ledger.write_bytes(whole)
        sql("DELETE FROM audit")
        emptied = ledger.read_bytes()
        for content in (emptied, b"", None):
            ledger.unlink() if content is None else ledger.write_bytes(content)
            code, out, err = self.ctl("audit", "verify", "--json", secrets=False)
            self.assertEqual(code, 1, err)
            self.assertIn("holds no entries", err)
            self.assertEqual(ledger.read_bytes() if ledger.exists() else None, content if content else None if content is None else b"")
        ledger.write_bytes(whole)
        # Under another keychain, or none, nothing is remembered: whole, and not proved; a head from a report proves it.
        bare = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        code, out, err = self.ctl("audit", "verify", "--json", secrets=False, env=bare)
        self.assertEqual((code, json.loads(out)["whole"], json.loads(out)["proved"]), (NOT_PROVED, True, False))
        self.assertEqual(self.ctl("audit", "verify", "--at-least", head, secrets=False, env=bare)[0], 0)
        self.assertEqual(self.ctl("audit", "verify", "--at-least", "5:" + "00" * 32, secrets=False, env=bare)[0], NOT_PROVED)
        self.assertEqual(self.ctl("audit", "verify", "--key", "", secrets=False)[0], USAGE)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
