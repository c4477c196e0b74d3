#!/usr/bin/env python3
"""A backup, read by a program of its own, and its way back: to the same computer, and to another with a fresh keychain.
Runs inside support/with-keyring.sh."""
import base64
import os
import shlex
import shutil
import signal
import sqlite3
import stat

from harness import *  # noqa: F403
from harness import DETACHED, IDVCTL

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
import hashlib

OK, INTERNAL, USAGE, HERE, NOT_PROVED = 0, 1, 2, 10, 11
DETACHED["DBUS_SESSION_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
WORD = "correct horse battery staple"
WITH_KEYRING = str(SOURCE / "tests/support/with-keyring.sh")


def opened(data, word):
    """The documented format, read without our program."""
    line, rest = data.split(b"\n", 1)
    line += b"\n"
    head = json.loads(line)
    key = hashlib.scrypt(word.encode(), salt=base64.b64decode(head["salt"]), n=head["n"], r=head["r"], p=head["p"], dklen=32, maxmem=1 << 30)
    prefix, length, out = base64.b64decode(head["nonce"]), (1 << 20) + 16, b""
    pieces = [rest[i:i + length] for i in range(0, len(rest), length)]
    for i, piece in enumerate(pieces):
        nonce = prefix + i.to_bytes(4, "big") + bytes([i == len(pieces) - 1])
        out += AESGCM(key).decrypt(nonce, piece, line)
    return out


class Backups(Case):
    lab_args = ("--identities", "400")

    def setUp(self):
        super().setUp()
        self.ready()
        for _ in range(2):
            self.assertEqual(self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait", timeout=90)[0], 0)
        self.folder = pathlib.Path(tempfile.mkdtemp())

    def tearDown(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        super().tearDown()

    def here(self, *args, word=WORD, data=None, env=None):
        secrets = json.dumps({"passphrase": word})
        return call("--data-dir", data or self.dir.name, *args, "--secrets", "-", "--json", stdin=secrets, env=env)

    def backup(self, name="a.idvbackup"):
        f = self.folder / name
        code, out, err = self.here("backup", str(f))
        self.assertEqual(code, OK, err)
        check("backup", json.loads(out))
        return f, json.loads(out)

    def elsewhere(self, script):
        """Another computer's keychain: fresh, for all of this script."""
        env = {k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"}
        p = subprocess.run([WITH_KEYRING, "sh", "-c", script], capture_output=True, env=env, timeout=120)
        return p.returncode, p.stdout.decode(), p.stderr.decode()

    def sql(self, statement, data):
        db = sqlite3.connect(pathlib.Path(data) / "ledger.db")
        try:
            rows = db.execute(statement).fetchall()
            db.commit()
            return rows
        finally:
            db.close()

    def nothing_left(self, data):
        return not [f.name for f in pathlib.Path(data).iterdir() if f.name.startswith(("backup-", "restore-"))]

    def test_it_holds_the_ledger_and_no_word_of_it_in_the_clear(self):
        f, made = self.backup()
        data = f.read_bytes()
        self.assertEqual(stat.S_IMODE(f.stat().st_mode), 0o600)
        self.assertTrue(self.nothing_left(self.dir.name))
        for plain in (b"SQLite format", b"CREATE TABLE", b"verification", *(v.encode() for v in json.loads(self.secrets).values())):
            self.assertNotIn(plain, data)
        plain = opened(data, WORD)
        self.assertTrue(plain.startswith(b"SQLite format 3\0"))
        for secret in json.loads(self.secrets).values():
            self.assertNotIn(secret.encode(), plain, "secrets stay in the keychain")
        copy = self.folder / "copy.db"
        copy.write_bytes(plain)
        db = sqlite3.connect(copy)
        self.assertEqual(db.execute("PRAGMA integrity_check").fetchone()[0], "ok")
        self.assertEqual(db.execute("SELECT COUNT(*) FROM session WHERE state = 'verified'").fetchone()[0], 2)
        seq, digest = made["head"].split(":")
        self.assertEqual(db.execute("SELECT hash FROM audit WHERE seq = ?", (int(seq),)).fetchone()[0], digest)
        db.close()
        with self.assertRaises(InvalidTag):
            opened(data, WORD + "!")
        # Two are never alike, and a short passphrase makes none.
        self.assertNotEqual(self.backup("b.idvbackup")[0].read_bytes()[-64:], data[-64:])
        code, out, err = self.here("backup", str(self.folder / "short"), word="short")
        self.assertEqual(code, USAGE, err)
        self.assertFalse((self.folder / "short").exists())
        # Where a link stands nothing is written.
        (self.folder / "link").symlink_to(self.folder / "target")
        self.assertEqual(self.here("backup", str(self.folder / "link"))[0], INTERNAL)
        self.assertFalse((self.folder / "target").exists())

    def test_to_another_computer_with_a_fresh_keychain(self):
        f, made = self.backup()
        there = self.folder / "there"
        word = shlex.quote(json.dumps({"passphrase": WORD}))
        ctl = f"{shlex.quote(IDVCTL)} --data-dir {shlex.quote(str(there))}"
        export = self.folder / "log.jsonl"
        code, out, err = self.elsewhere(
            f"echo {word} | {ctl} restore {shlex.quote(str(f))} --secrets - --json --at-least {made['head']} && {ctl} audit verify --json --at-least {made['head']}"
            f" && {ctl} tenant list --json && {ctl} audit export {shlex.quote(str(export))} --json")
        self.assertEqual(code, OK, err + out)
        restored, proved, tenants, exported = (json.loads(x) for x in out.strip().splitlines())
        check("backup", restored)
        check("audit", proved)
        self.assertEqual((restored["tenants"], restored["withoutSecrets"], restored["lost"]), (["Lab"], ["Lab"], 0))
        self.assertTrue(proved["proved"] and proved["whole"])
        self.assertEqual(proved["sessionsProved"], 2)
        self.assertTrue(tenants["tenants"][0]["readOnly"])
        self.assertTrue(self.nothing_left(there))
        # Chained on: the entry of the restoration, and which key signed before.
        entries = [json.loads(x) for x in export.read_text().splitlines() if '"type":"entry"' in x]
        mine = next(e["entry"] for e in entries if e["entry"]["action"] == "backup.restore")
        self.assertEqual(mine["data"]["lost"], 0)
        self.assertGreaterEqual(int(mine["data"]["backup"].split(":")[0]), int(made["head"].split(":")[0]))
        key = [e["entry"]["data"] for e in entries if e["entry"]["action"] == "audit.key"][-1]
        before = json.loads(self.ctl("audit", "verify", "--json", secrets=False)[1])["key"]
        self.assertEqual((key["before"], key["fingerprint"]), (before, exported["key"]))
        self.assertNotEqual(key["fingerprint"], before)
        code, out, err = call("audit", "verify", str(export), "--key", key["fingerprint"], "--at-least", made["head"], "--json")
        self.assertEqual(code, OK, err + out)
        # A log that moved without a word is said to be remembered by nobody.
        shutil.copytree(self.dir.name, self.folder / "moved")
        code, out, err = self.elsewhere(f"{shlex.quote(IDVCTL)} --data-dir {shlex.quote(str(self.folder / 'moved'))} audit verify --json")
        self.assertEqual((code, json.loads(out)["whole"], json.loads(out)["proved"]), (NOT_PROVED, True, False), err)

    def test_back_to_the_same_computer(self):
        f, made = self.backup()
        data = pathlib.Path(self.dir.name)
        # Never over a ledger with entries.
        before = self.sql("SELECT COUNT(*) FROM audit", data)[0][0]
        code, out, err = self.here("restore", str(f))
        self.assertEqual(code, HERE, err)
        self.assertEqual(self.sql("SELECT COUNT(*) FROM audit", data)[0][0], before)
        # Something happens after the backup; then the ledger is lost. The copies of people are still there.
        self.assertEqual(self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait", timeout=90)[0], 0)
        for name in ("ledger.db", "ledger.db-wal", "ledger.db-shm"):
            (data / name).unlink(missing_ok=True)
        code, out, err = self.ctl("tenant", "list")
        self.assertEqual(code, INTERNAL)
        self.assertIn("restore", err)
        self.assertFalse((data / "ledger.db").exists(), "an emptied ledger is not begun anew")
        # What came later would be missing: said, and not done.
        code, out, err = self.here("restore", str(f))
        self.assertEqual(code, HERE, err)
        self.assertIn("--accept-loss", err)
        self.assertFalse((data / "ledger.db").exists())
        code, out, err = self.here("restore", str(f), "--accept-loss")
        self.assertEqual(code, OK, err)
        restored = json.loads(out)
        check("backup", restored)
        self.assertGreater(restored["lost"], 0)
        self.assertEqual(restored["withoutSecrets"], [], "the keychain still has them")
        code, out, err = self.ctl("audit", "verify", "--json", secrets=False)
        self.assertEqual((code, json.loads(out)["proved"]), (OK, True), out + err)
        self.assertTrue(self.sql("SELECT data FROM audit WHERE action = 'backup.restore'", data)[0][0].count(f"\"lost\":{restored['lost']}"))
        # Locked: nothing leaves before a person looked.
        code, out, err = self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify)
        self.assertNotEqual(code, OK)
        self.assertIn("locked", (out + err).lower())
        self.assertEqual(self.ctl("tenant", "unlock", "Lab")[0], 0)
        self.assertEqual(self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait", timeout=90)[0], 0)

    def test_what_is_no_backup_changes_nothing(self):
        f, made = self.backup()
        data = f.read_bytes()
        there = self.folder / "there"
        there.mkdir()
        cases = {"another passphrase": (data, WORD + "!"), "no passphrase": (data, ""), "nothing": (b"", WORD), "a word": (b"hello\n", WORD), "its head alone": (data.split(b"\n")[0] + b"\n", WORD), "cut": (data[:-1], WORD),
                 "a byte more": (data + b"x", WORD), "a later format": (data.replace(b"backup/1", b"backup/2", 1), WORD), "a cheap key": (data.replace(b'"n":131072', b'"n":1024', 1), WORD),
                 "a key that takes all memory": (data.replace(b'"n":131072', b'"n":1073741824', 1), WORD), "a member more": (data.replace(b'{"', b'{"a":1,"', 1), WORD)}
        for at in (len(data) // 3, len(data) // 2, len(data) - 5):
            cases[f"a bit at {at}"] = (data[:at] + bytes([data[at] ^ 1]) + data[at + 1:], WORD)
        for name, (changed, word) in cases.items():
            g = self.folder / "changed"
            g.write_bytes(changed)
            code, out, err = self.here("restore", str(g), word=word, data=str(there))
            self.assertIn(code, (USAGE, HERE), (name, err))
            self.assertEqual(list(there.iterdir()), [], name)
        code, out, err = self.here("restore", str(f), "--at-least", "99999:" + "00" * 32, data=str(there))
        self.assertEqual((code, list(there.iterdir())), (HERE, []), err)

    def test_a_log_that_is_not_whole_is_kept_and_said(self):
        self.sql("UPDATE audit SET outcome = 'failed' WHERE seq = 3", self.dir.name)
        f = self.folder / "broken"
        code, out, err = self.here("backup", str(f))
        self.assertEqual(code, NOT_PROVED, err)
        self.assertIn("3", json.loads(out)["problem"])
        there = self.folder / "there"
        code, out, err = self.here("restore", str(f), data=str(there))
        self.assertEqual(code, HERE, err)
        self.assertIn("--accept-broken", err)
        self.assertEqual(self.here("restore", str(f), "--accept-broken", data=str(there))[0], OK)
        self.assertEqual(call("--data-dir", str(there), "audit", "verify")[0], NOT_PROVED)

    def test_killed_in_between_nothing_is_there(self):
        f, made = self.backup()
        there = self.folder / "there"
        there.mkdir()
        (there / "restore-left-behind.tmp").write_bytes(b"plain text of a process that died")
        code, out, err = self.here("restore", str(f), data=str(there))
        self.assertEqual(code, OK, err)
        self.assertTrue(self.nothing_left(there))
        (pathlib.Path(self.dir.name) / "backup-left-behind.tmp").write_bytes(b"plain text")
        self.backup("again")
        self.assertTrue(self.nothing_left(self.dir.name))
        # Killed where it hurts: no ledger is there, and the next try does it.
        for point in ("restore-unpacked", "restore-settled"):
            other = self.folder / point
            other.mkdir()
            self.assertEqual(self.here("restore", str(f), data=str(other), env={"IDV_KILL_AT": point})[0], -signal.SIGKILL, point)
            self.assertFalse((other / "ledger.db").exists(), point)
            self.assertFalse(self.nothing_left(other), f"{point}: nothing was begun, this proves nothing")
            # The keychain may remember the settled one, which nobody ever saw.
            code, out, err = self.here("restore", str(f), "--accept-loss", data=str(other))
            self.assertEqual(code, OK, (point, err))
            self.assertTrue(self.nothing_left(other), point)
            code, out, err = call("--data-dir", str(other), "audit", "verify", "--json")
            self.assertEqual((code, json.loads(out)["proved"]), (OK, True), (point, out, err))
        self.assertEqual(self.here("backup", str(self.folder / "killed"), env={"IDV_KILL_AT": "backup-copied"})[0], -signal.SIGKILL)
        self.assertFalse((self.folder / "killed").exists())
        self.assertFalse(self.nothing_left(self.dir.name))
        self.backup("after")
        self.assertTrue(self.nothing_left(self.dir.name), "the plain copy of a process that died is removed")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
