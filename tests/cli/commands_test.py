#!/usr/bin/env python3
"""Every command that `idvctl help` tells, run by a test that bears its name. Runs inside support/with-keyring.sh."""
import datetime
import hashlib
import os
import re
import shlex
import signal
import sqlite3
import subprocess
import time
import urllib.error

import commandlist
import processes
from harness import *  # noqa: F403
from harness import DETACHED, IDVCTL
from idvctl_test import Listener

OK, USAGE, NOT_VERIFIED, LATER, HELD, REFUSED, HERE, NOT_PROVED = 0, 2, 3, 4, 6, 9, 10, 11
DETACHED["DBUS_SESSION_BUS_ADDRESS"] = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")


class EveryCommand(unittest.TestCase):
    def test_has_a_test_that_bears_its_name(self):
        code, told, _ = call("help")
        self.assertEqual(code, OK)
        self.assertGreater(len(commandlist.commands(told)), 100, "the help was not understood")
        self.assertEqual(list(commandlist.untested(told, pathlib.Path(__file__).parent)), [])

    def test_a_command_without_one_is_found(self):
        told = "idvctl: x\n\n  idvctl due --tenant NAME [--json]\n  idvctl brew coffee|tea CUP --yes | pour|spill ID\n\nSecrets come from\n"
        self.assertEqual(commandlist.commands(told), [("due", ""), ("brew", "coffee"), ("brew", "tea"), ("brew", "pour"), ("brew", "spill")])
        self.assertEqual(list(commandlist.untested(told, pathlib.Path(__file__).parent)), ["brew coffee", "brew tea", "brew pour", "brew spill"])


def walk_of(value):
    """Everything inside a JSON value."""
    yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk_of(inner)


class Schemas(unittest.TestCase):
    """What idvctl prints as JSON is described (resources/schemas); every run_() below compares it."""

    def test_every_verdict_of_the_receiver_is_described(self):
        source = (SOURCE / "app/domain/callbacks/callback.cpp").read_text()
        keys = re.findall(r'"([a-z-]+)"', re.search(r"verdictKeys\{(.*?)\}", source, re.S).group(1))
        self.assertGreater(len(keys), 15)
        described = json.loads((SOURCE / "resources/schemas/receive.json").read_text())
        lists = re.findall(r'"quarantined"', json.dumps(described))
        self.assertEqual(len(lists), 1)
        enum = next(v["enum"] for v in walk_of(described) if isinstance(v, dict) and "quarantined" in v.get("enum", []))
        self.assertEqual(sorted(enum), sorted(keys))

    def test_every_command_is_described_once(self):
        _, told, _ = call("help")
        known = schemas_of_commands()
        for command, verb in commandlist.commands(told):
            name = f"{command} {verb}".strip()
            with self.subTest(command=name):
                self.assertEqual(len(known.get(name, [])), 0 if name in UNDESCRIBED else 1)

    def test_no_schema_is_of_a_command_that_is_none(self):
        _, told, _ = call("help")
        there = {f"{command} {verb}".strip() for command, verb in commandlist.commands(told)}
        self.assertEqual({name for name in schemas_of_commands() if " --" not in name} - there, set())

    def test_every_kind_of_operation_stands_in_them(self):
        source = (SOURCE / "app/domain/operations/operation.cpp").read_text()
        kinds = re.findall(r'^    \{"([a-z]+\.[a-z]+)", QT_TR', source, re.M)
        self.assertGreater(len(kinds), 20)

        def told(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    if key == "kind" and isinstance(inner, dict) and "enum" in inner:
                        yield inner["enum"]
                    yield from told(inner)
            elif isinstance(value, list):
                for inner in value:
                    yield from told(inner)

        for name in ("operation", "operations", "decision"):
            enums = [e for e in told(json.loads((SOURCE / "resources/schemas" / f"{name}.json").read_text())) if "identity.delete" in e]
            self.assertTrue(enums, name)
            for enum in enums:
                self.assertEqual(sorted(enum), sorted(kinds), name)


class HelpOfCommands(unittest.TestCase):
    told = json.loads((SOURCE / "resources/idvctl-options.json").read_text())
    places = set(told["words"])

    def test_every_option_has_its_sentence_and_every_sentence_its_option(self):
        _, told, _ = call("help")
        seen = set()
        for command, _ in commandlist.commands(told):
            _, text, _ = call(command, "--help")
            for name, said in re.findall(r"^  --([a-z-]+)(?: \S+)? +(.*)$", text, re.M):
                seen.add(name)
                self.assertGreater(len(said), 10, f"{command} --{name}")
                self.assertNotEqual(said[0], "(", f"{command} --{name}")
            for line in text.splitlines():
                if line.startswith("  ") and not line.startswith("Usage"):
                    self.assertLessEqual(len(line), 130, line)
            self.assertEqual(len(re.findall(r"^Usage: (.*)$", text, re.M)), len(set(re.findall(r"^Usage: (.*)$", text, re.M))), command)
        seen -= {"json", "secrets"}
        self.assertEqual(seen, set(self.told["options"]))

    def test_the_words_that_help_names_are_those_that_are_taken(self):
        """A word that nobody knows is refused with those that are known: help names the same."""
        tried = [("tenant set Acme", "environment"), ("tenant set Acme", "path-style"), ("tenant set Acme", "write-back"), ("tenant set Acme", "results"),
                 ("tenant receiver Acme", "auth"), ("tenant receiver Acme", "tls"), ("tenant receiver Acme", "signature"), ("tenant receiver Acme --auth hmac", "signature-form"),
                 ("receive --tenant Acme", "auth"), ("identities --tenant Acme", "status"), ("identities --tenant Acme", "contact"), ("verify x --tenant Acme", "reason"),
                 ("verify x --tenant Acme --reason onboarding", "delivery"), ("verify x --tenant Acme --reason onboarding", "ial"), ("due --tenant Acme", "part"),
                 ("campaign create x --tenant Acme", "status"), ("campaign create x --tenant Acme", "delivery"), ("reset-password x --tenant Acme --code 1234", "via"),
                 ("lab serve", "outcome"), ("lab serve", "callback-fault"), ("lab serve", "callback-auth")]

        def words(text):
            return set(re.findall(r"[A-Za-z0-9][A-Za-z0-9_-]*", text)) - {"or", "and", "one", "of", "is", "an", "not", "array", "nonsense", "without", "it"}

        with tempfile.TemporaryDirectory() as folder:
            add = ("tenant", "add", "Acme", "--sailpoint-url", "http://127.0.0.1:1", "--client-id", "c", "--idv-url", "http://127.0.0.1:1", "--community", "k", "--environment", "simulator",
                   "--callback-base-url", "http://127.0.0.1:1", "--no-test")
            self.assertEqual(call("--data-dir", folder, *add)[0], OK)
            for line, option in tried:
                with self.subTest(line, option=option):
                    code, _, err = call("--data-dir", folder, *line.split(), "--" + option, "nonsense")
                    self.assertEqual(code, USAGE, err)
                    taken = words(err.split(f"--{option}:", 1)[1].splitlines()[0]) - {option, "callbackFaults"}
                    command, verb = (line.split() + [""])[:2]
                    text = call(command, *([verb] if verb in ("set", "receiver", "create", "serve") else []), "--help")[1]
                    said = re.search(r"^  --" + option + r"(?: [A-Z]\S*)? +((?:.*\n)(?:   .*\n)*)", text, re.M).group(1)
                    known = said.split("(default")[0].rsplit(": ", 1)[-1].replace("(without it)", "")
                    self.assertEqual(words(known), taken)

    # What these examples name is right as it is said; refused is what the files hold, how this tenant is, or that nothing was confirmed.
    about_contents = {("tenant", "set"), ("tenant", "remove"), ("profile", "import"), ("profile", "create"), ("profile", "update"), ("activity", "set"), ("event-rules", "set"),
                      ("workflow", "client"), ("workflow", "export"), ("lab", "send"), ("doctor", "--api")}

    def test_every_example_can_be_said(self):
        """Run over a tenant that leads nowhere: whatever becomes of it, it was no slip of the words."""
        with tempfile.TemporaryDirectory() as folder:
            here = pathlib.Path(folder)
            add = ("tenant", "add", "Acme", "--sailpoint-url", "http://127.0.0.1:1", "--client-id", "c", "--idv-url", "http://127.0.0.1:1", "--community", "k", "--environment", "simulator",
                   "--callback-base-url", "http://127.0.0.1:1", "--no-test")
            self.assertEqual(call("--data-dir", str(here / "data"), *add)[0], OK)
            for name in ("file.json", "input.json", "output.json", "patch.json", "openapi.json", "map.json", "config.json"):
                (here / name).write_text("{}")
            (here / "scenarios").mkdir()
            seen = 0
            for command, verb in commandlist.commands(call("help")[1]):
                if (command, verb) in (("lab", "serve"), ("receive", ""), ("demo", "")):  # they run until they are stopped
                    continue
                _, text, _ = call(command, *([verb] if verb else []), "--help")
                for example in re.findall(r"^Example: idvctl (.*)$", text, re.M):
                    with self.subTest(example):
                        words = shlex.split(example)
                        secrets = ["--secrets", "-"] if "--secrets" not in words and words[:2] != ["tenant", "receiver"] else []
                        p = subprocess.run([os.path.abspath(IDVCTL), "--data-dir", str(here / "data"), *words, *secrets], capture_output=True, timeout=60, env=DETACHED, cwd=folder,
                                           input=json.dumps({"sailpointClientSecret": "s", "idvApiKey": "k", "passphrase": "a long enough passphrase", "reviewerClientId": "a", "reviewerClientSecret": "b", "triggerSecret": "0123456789abcdef"}).encode())
                        said = (p.stdout + p.stderr).decode()
                        self.assertNotIn("Use: idvctl", said)
                        self.assertNotIn("Unknown option", said)
                        if tuple(words[:2]) not in self.about_contents:
                            self.assertNotEqual(p.returncode, USAGE, said)
                        seen += 1
            self.assertGreater(seen, 90)

    def test_tells_every_option_and_an_example(self):
        _, told, _ = call("help")
        for command, verb in commandlist.commands(told):
            with self.subTest(command=command, verb=verb):
                code, text, err = call(command, *([verb] if verb else []), "--help")
                self.assertEqual((code, err), (OK, ""))
                self.assertIn(f"Usage: idvctl {command}", text)
                options = re.findall(r"^  (--[a-z-]+)", text, re.M)
                self.assertIn("--json", options)
                self.assertIn("sailpointClientSecret", text)
                examples = re.findall(r"^Example: idvctl (.*)$", text, re.M)
                self.assertTrue([e for e in examples if e.startswith(f"{command} {verb}".rstrip())], text)
                for example in examples:
                    self.assertNotRegex(example, r"[\[\]|…] ")
                    self.assertFalse({w.strip("'") for w in example.split()} & self.places - {"FAILED", "PENDING", "VERIFIED"}, example)
                    for option in re.findall(r"--[a-z-]+", example):
                        self.assertIn(option, options)

    def test_a_standard_value_is_said(self):
        _, text, _ = call("identities", "--help")
        self.assertRegex(text, r"--limit \S+ +.*\(default: \d+\)")

    def test_a_usage_error_is_json_where_json_is_asked_for(self):
        for args in (["tenant", "add", "--json"], ["tenant", "list", "--nonsense", "--json"], ["tenant", "nonsense", "--json"], ["nonsense", "--json"],
                     ["tenant", "list", "--json", "--secrets", "in-the-open"]):
            with self.subTest(args=args):
                code, out, err = call(*args)
                self.assertEqual(code, USAGE, err)
                said = json.loads(out)
                check("error", said)
                self.assertEqual(said["error"]["code"], "usage")
                self.assertTrue(err)

    def test_output_that_nobody_takes_is_not_done(self):
        for args in (["help"], ["--version"], ["tenant", "--help"]):
            with self.subTest(args=args), open("/dev/full", "w") as full:
                p = subprocess.run([IDVCTL, *args], stdout=full, stderr=subprocess.PIPE, text=True, timeout=30)
                self.assertEqual(p.returncode, 1)
                self.assertIn("Standard output could not be written", p.stderr)

    def test_secrets_without_one_are_an_error(self):
        code, out, err = call("tenant", "rotate", "Lab", "--secrets", "-", "--json", stdin="{}")
        self.assertEqual(code, USAGE)
        self.assertIn("names no secret", err)
        self.assertIn("idvApiKey", err)


class Desk(Case):
    """One lab and one tenant with a copy of its people, for all tests of a class."""

    lab_args = ("--identities", "120")
    write_back = ("--write-back", "account")

    @classmethod
    def setUpClass(cls):
        cls.shared = cls("nothing")
        Case.setUp(cls.shared)
        cls.shared.prepare()

    @classmethod
    def tearDownClass(cls):
        Case.tearDown(cls.shared)

    def nothing(self):
        """So that there is an object before the first test."""

    def prepare(self):
        self.ready()

    def setUp(self):
        for name in ("dir", "lab", "secrets", "options"):
            setattr(self, name, getattr(self.shared, name))

    def tearDown(self):
        pass

    def run_(self, *args, code=OK, secrets=None, tenant=True, env=None, timeout=60):
        """Its JSON where it has some, else its text."""
        given = json.dumps({**json.loads(self.secrets), **(secrets or {})})
        at = ("--tenant", "Lab") if tenant else ()
        got, out, err = call("--data-dir", self.dir.name, *args, *at, "--json", "--secrets", "-", stdin=given, env=env, timeout=timeout)
        self.assertEqual(got, code, out + err)
        if code != OK or not out.startswith("{"):
            return out + err
        told = json.loads(out)
        check_command(args, told)
        return told

    def file(self, name, content=None):
        path = pathlib.Path(self.dir.name) / name
        if content is not None:
            path.write_text(content if isinstance(content, str) else json.dumps(content))
        return path

    def people(self):
        listed = self.run_("identities", "--status", "never", "--limit", "100")["identities"]
        return [p for p in listed if p["lifecycle"] == "active" and p["email"]]

    def until(self, ask, seconds=15):
        end = time.time() + seconds
        while not (last := ask()) and time.time() < end:
            time.sleep(0.2)
        self.assertTrue(last, "never came true")
        return last

    def begun(self, outcome=OK, *more):
        """A session of the next person who can be verified."""
        person = self.people()[0]
        told = self.run_("verify", person["id"], *(w for w in self.verify if w != "--json"), *more, code=outcome)
        session = json.loads(told[:told.rindex("}") + 1].splitlines()[0]) if isinstance(told, str) else told
        return person, session

    def reviewer(self):
        e = self.lab.ends
        return {"reviewerClientId": e["reviewerClientId"], "reviewerClientSecret": e["reviewerClientSecret"]}


class StandardOutput(Desk):
    """A file that is called "-": its bytes and nothing else, what is said stands on standard error."""

    lab_args = ("--identities", "40")

    def piped(self, *args, code=OK):
        got, out, err = self.ctl(*args)
        self.assertEqual(got, code, out[-400:] + err)
        return out, err

    def test_people(self):
        out, err = self.piped("identities", "--tenant", "Lab", "--export", "-")
        self.assertEqual(len(out.strip().splitlines()), 41)
        self.assertIn(hashlib.sha256(out.encode()).hexdigest(), err)
        self.assertIn("40 rows", err)
        self.assertFalse((pathlib.Path.cwd() / "-").exists())

    def test_the_result_as_json_does_not_stand_between(self):
        out, err = self.piped("identities", "--tenant", "Lab", "--export", "-", "--json")
        self.assertTrue(out.startswith("\ufeff") or out[:1] != "{", out[:40])
        self.assertEqual(json.loads(err.strip().splitlines()[-1])["rows"], 40)

    def test_the_log_is_proved_from_it(self):
        out, _ = self.piped("audit", "export", "-")
        copy = self.file("piped.jsonl", out)
        told, _ = self.piped("audit", "verify", str(copy), code=NOT_PROVED)  # no key was named
        self.assertIn("whole", told)
        shown, _ = self.piped("audit", "export", str(self.file("named.jsonl")))
        self.piped("audit", "verify", str(copy), "--key", re.search(r"^key (\S+)$", shown, re.M).group(1))

    def test_settings_workflow_and_readiness(self):
        settings, err = self.piped("settings", "export", "-")
        self.assertIn('"Lab"', json.dumps(json.loads(settings)["tenants"]))
        self.assertIn("no secrets", err)
        workflow, err = self.piped("workflow", "export", "result", "-", "--tenant", "Lab")
        self.assertIn("definition", json.loads(workflow))
        self.assertIn("Import it", err)

    def test_a_report_after_other_lines_stands_alone(self):
        report, err = self.piped("doctor", "--tenant", "Lab", "--report", "-")
        self.assertTrue(report.startswith("#"), report[:80])
        self.assertTrue(err.strip())
        results, err = self.piped("lab", "run", "verified", "--junit", "-")
        self.assertTrue(results.startswith("<?xml"), results[:80])
        self.assertTrue(results.strip().endswith("</testsuites>") or results.strip().endswith("</testsuite>"), results[-80:])
        self.assertIn("1 of 1 passed", err)
        _, err = self.piped("lab", "run", "verified", "--junit", "-", "--report", "-", code=USAGE)
        self.assertIn("one file", err)

    def test_nothing_of_a_file_reaches_a_terminal(self):
        for args in (("identities", "--tenant", "Lab", "--export", "-"), ("settings", "export", "-"), ("audit", "export", "-")):
            with self.subTest(args=args):
                ours, theirs = os.openpty()
                p = subprocess.run([IDVCTL, "--data-dir", self.dir.name, *args, "--secrets", "-"], input=self.secrets.encode(), stdout=theirs,
                                   stderr=subprocess.PIPE, timeout=60, env=DETACHED)
                os.close(theirs)
                os.set_blocking(ours, False)
                try:
                    seen = os.read(ours, 4096)
                except OSError:  # nothing came, and the other end is closed
                    seen = b""
                os.close(ours)
                self.assertEqual(seen, b"")
                self.assertNotEqual(p.returncode, OK)
                self.assertIn(b"terminal", p.stderr)

    def test_what_has_two_files_needs_a_name(self):
        out, err = self.piped("evidence", "person", self.people()[0]["id"], "-", "--tenant", "Lab", code=USAGE)
        self.assertEqual(out, "")
        self.assertIn("two files", err)

    def test_a_full_disk_behind_it_is_no_success(self):
        with open("/dev/full", "w") as full:
            p = subprocess.run([IDVCTL, "--data-dir", self.dir.name, "identities", "--tenant", "Lab", "--export", "-", "--secrets", "-"],
                               input=self.secrets.encode(), stdout=full, stderr=subprocess.PIPE, timeout=60, env=DETACHED)
        self.assertNotEqual(p.returncode, OK, p.stderr)
        log, _ = self.piped("audit", "export", "-")
        ends = [e["entry"]["outcome"] for e in map(json.loads, log.splitlines()) if e.get("entry", {}).get("action") == "identity.export"]
        self.assertEqual(ends[-1:], ["failed"], ends)


class Tenants(Desk):
    lab_args = ("--identities", "20")

    def add_one(self, name):
        given = list(self.options)
        code, out, err = call("--data-dir", self.dir.name, "tenant", "add", name, *given, "--json", "--secrets", "-", stdin=self.secrets)
        self.assertEqual(code, OK, err)
        return json.loads(out)

    def named(self, name):
        return next((t for t in self.run_("tenant", "list", tenant=False)["tenants"] if t["name"] == name), None)

    def test_tenant_add(self):
        made = self.run_("tenant", "add", "Second", *self.options, tenant=False)
        check("tenant", made)
        self.assertEqual((made["name"], made["environment"]), ("Second", "simulator"))
        self.assertIn("Second", self.run_("tenant", "add", "Second", *self.options, tenant=False, code=HERE), "a name is given once")

    def test_tenant_list(self):
        listed = self.run_("tenant", "list", tenant=False)
        check("tenants", listed)
        self.assertIn("Lab", [t["name"] for t in listed["tenants"]])

    def test_tenant_test(self):
        told = self.run_("tenant", "test", "Lab", tenant=False)
        check("test", told)
        self.assertTrue(told["passed"] and told["proven"])
        self.run_("tenant", "test", "Nobody", tenant=False, code=HERE)

    def test_tenant_token(self):
        self.add_one("Ending")  # the others' token stays: tokens_test replaces one
        shown = self.run_("tenant", "token", "Ending", tenant=False)
        self.assertEqual((shown["tenant"], shown["kind"], shown["level"]), ("Ending", "at", "fine"))
        self.assertIn("--rotate", self.run_("tenant", "token", "Ending", "--keep-old", tenant=False, code=USAGE))

    def test_tenant_set(self):
        self.add_one("Edited")
        shown = self.run_("tenant", "set", "Edited", "--time-zone", "Europe/Oslo", "--dry-run", tenant=False)
        check("tenant-set", shown)
        self.assertEqual((shown["saved"], shown["changes"]), (False, [{"member": "timeZone", "before": "", "after": "Europe/Oslo"}]))
        saved = self.run_("tenant", "set", "Edited", "--name", "Edited 2", "--time-zone", "Europe/Oslo", "--callback-base-url", "http://127.0.0.1:9/idv/callback", tenant=False)
        check("tenant-set", saved)
        self.assertEqual({c["member"]: c["after"] for c in saved["changes"]}, {"name": "Edited 2", "timeZone": "Europe/Oslo", "callbackBaseUrl": "http://127.0.0.1:9"})
        self.assertIsNone(self.named("Edited"))
        again = ("tenant", "set", "Edited 2")
        self.assertIn("Nothing differs", self.run_(*again, "--time-zone", "Europe/Oslo", tenant=False, code=USAGE))
        self.assertIn("say why", self.run_(*again, "--map", str(self.file("map.json", {"idvStatus": "idvState"})), tenant=False, code=USAGE))
        self.run_(*again, "--map", str(self.file("map.json", {"idvStatus": "idvState"})), "--reason", "as in AD", tenant=False)
        # Another client gets no stored secret, and a wrong one changes nothing.
        code, out, err = call("--data-dir", self.dir.name, *again, "--client-id", "other", "--json")
        self.assertEqual(code, USAGE, out + err)
        self.assertIn("client-secret", out + err)
        self.assertIn("Nothing was changed", self.run_(*again, "--client-id", "other", tenant=False, code=REFUSED))
        self.assertEqual(self.run_("tenant", "set", "Edited 2", "--path-style", "v1", "--dry-run", tenant=False)["changes"],
                         [{"member": "pathStyle", "before": "auto", "after": "v1"}, {"member": "pathsInUse", "before": "v2024", "after": "v1"}])
        self.run_(*again, "--time-zone", "", tenant=False)

    def test_tenant_rotate(self):
        self.run_("tenant", "rotate", "Lab", tenant=False)
        self.assertIn("old secrets stay", self.run_("tenant", "rotate", "Lab", tenant=False, secrets={"idvApiKey": "wrong"}, code=REFUSED))
        self.run_("sync")

    def test_tenant_remove(self):
        self.add_one("Gone")
        self.run_("tenant", "remove", "Gone", tenant=False, code=USAGE)
        self.assertIsNotNone(self.named("Gone"))
        self.run_("tenant", "remove", "Gone", "--yes", tenant=False)
        self.assertIsNone(self.named("Gone"))

    def test_tenant_lock(self):
        self.add_one("Shut")
        self.run_("tenant", "lock", "Shut", tenant=False)
        self.assertTrue(self.named("Shut")["readOnly"])

    def test_tenant_unlock(self):
        self.add_one("Opened")
        self.run_("tenant", "lock", "Opened", tenant=False)
        self.run_("tenant", "unlock", "Opened", tenant=False)
        self.assertFalse(self.named("Opened")["readOnly"])

    def test_tenant_words(self):
        shown = self.run_("tenant", "words", "Lab", tenant=False)
        check("status-words", shown)
        self.assertEqual((shown["saved"], shown["words"]["pass"]), (False, ["VERIFIED"]))
        self.add_one("Worded")
        said = self.run_("tenant", "words", "Worded", "--pass", "OK,FINE", "--reason", "another provider", tenant=False)
        self.assertEqual((said["saved"], said["words"]["pass"]), (True, ["OK", "FINE"]))

    def test_tenant_sample(self):
        message = self.file("message.json", {"data": {"id": "k1-1", "status": "APPROVED"}})
        read = self.run_("tenant", "sample", "Lab", str(message), "--results", "data", "--status-word", "APPROVED=passed", tenant=False)
        check("tenant-sample", read)
        self.assertEqual((read["read"], read["status"]), (True, "passed"))
        self.run_("tenant", "sample", "Lab", str(message), tenant=False, code=7)

    def test_tenant_receiver(self):
        shown = call("--data-dir", self.dir.name, "tenant", "receiver", "Lab", "--json")
        check("tenant-receiver", json.loads(shown[1]))
        self.assertEqual((shown[0], json.loads(shown[1])["saved"]), (OK, False))
        code, out, err = call("--data-dir", self.dir.name, "tenant", "receiver", "Lab", "--signature", "svix", "--json")
        self.assertEqual((code, json.loads(out)["saved"], json.loads(out)["receiver"]["signature"]["header"]), (OK, True, "svix-signature"), err)
        for wrong in (("--signed-text", "{body}"), ("--signed-text", "{id}{ts}.{body}"), ("--auth", "bearer", "--signature", "svix"), ("--secrets", "-")):
            self.assertEqual(call("--data-dir", self.dir.name, "tenant", "receiver", "Lab", *wrong, "--json", stdin="{}")[0], USAGE, wrong)

    def test_activity_show(self):
        shown = self.run_("activity", "show")
        self.assertTrue(shown)
        self.run_("activity", "show", "more", code=USAGE)

    def test_activity_set(self):
        self.assertTrue(self.file("bad.json", "{").exists())
        self.run_("activity", "set", str(self.file("bad.json")), code=USAGE)
        table = self.run_("activity", "show")
        self.file("activity.json", table)
        self.run_("activity", "set", str(self.file("activity.json")))
        self.assertEqual({k: v for k, v in self.run_("activity", "show").items() if k != "groups"}, {k: v for k, v in table.items() if k != "groups"})

    def test_settings_export(self):
        made = self.run_("settings", "export", str(self.file("settings.json")), tenant=False)
        self.assertTrue(made)
        kept = self.file("settings.json").read_text()
        self.assertIn("Lab", [t["tenant"]["name"] for t in json.loads(kept)["tenants"]])
        for secret in json.loads(self.secrets).values():
            self.assertNotIn(secret, kept)

    def test_settings_import(self):
        file = str(self.file("out.json"))
        self.run_("settings", "export", file, tenant=False)
        with tempfile.TemporaryDirectory() as there:
            code, out, err = call("--data-dir", there, "settings", "import", file, "--json")
            self.assertEqual(code, USAGE, "what loosens something is allowed by name")
            names = re.findall(r"Lab:[a-z-]+", err)
            code, out, err = call("--data-dir", there, "settings", "import", file, "--allow", ",".join(["Lab:write-back", *names]), "--json")
            self.assertEqual(code, OK, err)
            self.assertIn("Lab", json.loads(out)["added"])

    def test_doctor(self):
        report = self.run_("doctor")
        check("doctor", report)
        self.assertIn("People with an e-mail", [line["text"] for line in report["lines"]])

    def test_doctor_beside_a_description_of_the_api(self):
        calls = json.loads((SOURCE / "resources/sailpoint-calls.json").read_text())["calls"]
        paths = {}
        for call in calls:
            path = paths.setdefault("/v2024" + call["path"].replace("*", "{id}"), {})
            path[call["method"].lower()] = {"security": [{"userAuth": call.get("scopes", [])}]}

        def compare(**how):
            file = self.file("api.json", {"openapi": "3.0.1", "info": {"title": "Described", "version": "1"}, "paths": paths})
            return self.run_("doctor", "--api", str(file), **how)

        told = compare(tenant=False)
        check("api-comparison", told)
        self.assertEqual((told["compared"], told["differences"], told["usable"]), (len(calls), [], True))
        self.assertIn("asks no tenant", compare(code=USAGE))
        paths["/v2024/identities"]["get"]["deprecated"] = True
        told = compare(tenant=False)
        self.assertEqual([d["change"] for d in told["differences"]], ["deprecated"])
        del paths["/v2024/identities"]
        self.assertIn('"missing"', compare(tenant=False, code=REFUSED))

    def test_operator(self):
        e = self.lab.ends
        self.run_("operator", code=USAGE)  # nobody signs in
        self.run_("operator", secrets={"reviewerClientId": e["clientId"], "reviewerClientSecret": "wrong"}, code=HERE)
        self.run_("operator", secrets={"reviewerClientId": e["clientId"], "reviewerClientSecret": e["clientSecret"]})


class People(Desk):
    def test_sync(self):
        done = self.run_("sync")
        check("sync", done)
        self.assertEqual(done["mode"], "incremental")
        whole = self.run_("sync", "--full")
        self.assertEqual(whole["mode"], "full")
        self.assertIn(whole["identities"], (119, 120), "another test deletes one")
        health = self.run_("sync", "--status")
        check("sync-status", health)
        self.assertEqual(health["state"], "fresh")

    def test_identities(self):
        listed = self.run_("identities", "--limit", "7")
        check("identities", listed)
        self.assertEqual(len(listed["identities"]), 7)
        wanted = listed["identities"][3]
        found = self.run_("identities", "--search", wanted["email"] or wanted["name"])["identities"]
        self.assertIn(wanted["id"], [p["id"] for p in found])

    def test_identity_list(self):
        listed = self.run_("identity", "list", "--limit", "5")["identities"]
        self.assertEqual(len(listed), 5)
        only, = self.run_("identity", "list", "--filters", f'id eq "{listed[3]["id"]}"')["identities"]
        self.assertEqual(only["name"], listed[3]["name"])

    def one(self, at=0):
        return self.people()[at]["id"]

    def test_identity_get(self):
        one = self.one()
        self.assertEqual(self.run_("identity", "get", one)["identity"]["id"], one)
        self.run_("identity", "get", "nobody", code=REFUSED)

    def test_identity_ownership(self):
        everyone = self.run_("identity", "list", "--limit", "20", "--sorters", "name")["identities"]
        owners = [p["id"] for p in everyone if self.run_("identity", "ownership", p["id"])["owns"]]
        self.assertTrue(0 < len(owners) < len(everyone))

    def test_identity_roles(self):
        roles = self.run_("identity", "roles", self.one(), "--role-name", "Everyone")["roles"]
        self.assertEqual(len(roles), 1)
        self.assertEqual(self.run_("identity", "roles", self.one(), "--role-name", "No such role")["roles"], [])

    def test_identity_sync(self):
        done = self.run_("identity", "sync", self.one())
        check("operation", done)
        self.assertEqual((done["kind"], done["state"]), ("identity.synchronize", "submitted"))

    def test_identity_process(self):
        asked = self.run_("identity", "process", self.one(), self.one(1))
        check("operation", asked)
        self.assertEqual((asked["state"], bool(asked["task"])), ("asked", True))

    def test_identity_invite(self):
        self.run_("identity", "invite", code=USAGE)
        self.assertEqual(self.run_("identity", "invite", "--uninvited")["state"], "asked")

    def test_identity_deregister(self):
        one = self.one(3)
        self.run_("identity", "deregister", one, "--yes", code=USAGE)  # the id twice
        self.assertEqual(self.run_("identity", "deregister", one, one, "--yes")["state"], "submitted")

    def test_identity_delete(self):
        one = next(p["id"] for p in self.people()[4:] if not self.run_("identity", "ownership", p["id"])["owns"])
        self.assertTrue(self.run_("identity", "delete", one, "--dry-run")["dryRun"])
        self.run_("identity", "get", one)
        self.assertEqual(self.run_("identity", "delete", one, one, "--yes")["state"], "done")
        self.run_("identity", "get", one, code=REFUSED)

    def test_task_list(self):
        asked = self.run_("identity", "process", self.one())
        listed = self.run_("task", "list")
        check("operations", listed)
        self.assertIn(asked["operation"], [o["operation"] for o in listed["operations"]])

    def test_task_wait(self):
        asked = self.run_("identity", "process", self.one())
        self.assertEqual(self.run_("task", "wait", asked["operation"], "--timeout", "20")["state"], "done")
        self.run_("task", "wait", "nothing", code=HERE)

    def test_due(self):
        due = self.run_("due", "--limit", "100000")
        check("due", due)
        self.assertEqual(due["pastDue"], len(due["people"]))
        self.assertTrue(all(p["status"] == "due-soon" for p in self.run_("due", "--soon")["people"]))

    def test_policy_show(self):
        shown = self.run_("policy", "show")
        check("policy", shown)
        self.assertGreater(shown["policy"]["standard"]["intervalDays"], 0)

    def test_policy_set(self):
        days = self.run_("policy", "show")["policy"]["standard"]["intervalDays"] + 1
        file = str(self.file("policy.json", {"standard": {"intervalDays": days}, "rules": []}))
        self.assertFalse(self.run_("policy", "set", file, "--dry-run")["saved"])
        self.assertTrue(self.run_("policy", "set", file)["saved"])
        self.assertEqual(self.run_("policy", "show")["policy"]["standard"]["intervalDays"], days)

    def signed(self):
        until = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
        return ("--until", until, "--reason", "on parental leave")

    def exempted(self):
        return [e["identity"] for e in self.run_("exempt", "list")["exemptions"]]

    def test_exempt(self):
        one = self.one(5)
        self.run_("exempt", one, *self.signed(), code=USAGE)  # nobody signs in
        self.assertNotIn(one, self.exempted())
        self.run_("exempt", one, *self.signed(), secrets=self.reviewer())
        self.assertIn(one, self.exempted())

    def test_exempt_list(self):
        one = self.one(6)
        self.run_("exempt", one, *self.signed(), secrets=self.reviewer())
        listed = self.run_("exempt", "list")
        check("exemptions", listed)
        mine = next(e for e in listed["exemptions"] if e["identity"] == one)
        self.assertEqual((mine["reason"], mine["signedIn"]), ("on parental leave", True))

    def test_exempt_end(self):
        one = self.one(7)
        self.run_("exempt", one, *self.signed(), secrets=self.reviewer())
        self.run_("exempt", "end", one)
        self.assertNotIn(one, self.exempted())


class Profiles(Desk):
    lab_args = ("--identities", "60")

    def ids(self):
        return {p["name"]: p["id"] for p in self.run_("profile", "list")["profiles"]}

    def made(self, name):
        file = self.file(f"{name}.json", {"name": name, "authoritativeSource": {"type": "SOURCE", "id": "hr", "name": "HR"}})
        self.assertEqual(self.run_("profile", "create", str(file))["state"], "done")
        return self.ids()[name]

    def test_profile_list(self):
        self.assertTrue({"Board", "Employees", "Contractors"} <= {p["name"] for p in self.run_("profile", "list")["profiles"]})

    def test_profile_get(self):
        board = self.ids()["Board"]
        self.assertEqual(self.run_("profile", "get", board)["profile"]["name"], "Board")

    def test_profile_export(self):
        exported = self.run_("profile", "export", self.ids()["Board"])["exported"]
        self.assertEqual([o["self"]["name"] for o in exported], ["Board"])

    def test_profile_import(self):
        exported = self.run_("profile", "export", self.ids()["Board"])["exported"]
        out = self.run_("profile", "import", str(self.file("board.json", exported)))
        self.assertEqual(out["imported"], ["Board"])
        self.run_("profile", "import", str(self.file("board.json", "{}")), code=USAGE)

    def test_profile_preview(self):
        person = self.run_("identity", "list", "--limit", "1")["identities"][0]["id"]
        self.assertTrue(self.run_("profile", "preview", self.ids()["Employees"], "--identity", person))
        self.run_("profile", "preview", self.ids()["Employees"], code=USAGE)

    def test_profile_refresh(self):
        self.assertEqual(self.run_("profile", "refresh", self.ids()["Contractors"])["state"], "asked")

    def test_profile_create(self):
        self.made("Night")
        self.assertIn("Night", self.ids())
        self.run_("profile", "create", str(self.file("no.json", "[")), code=USAGE)

    def test_profile_update(self):
        one = self.made("Early")
        patch = self.file("patch.json", '[{"op": "replace", "path": "/priority", "value": 7}]')
        self.assertEqual(self.run_("profile", "update", one, "--patch", str(patch))["state"], "done")
        self.assertEqual(self.run_("profile", "get", one)["profile"]["priority"], 7)

    def gone(self, name):
        return self.until(lambda: name not in self.ids())

    def test_profile_delete(self):
        one = self.made("Late")
        self.run_("profile", "delete", one, one, code=USAGE)  # without --yes
        self.run_("profile", "delete", one, one, "--yes")
        self.gone("Late")

    def test_profile_bulk_delete(self):
        one, other = self.made("First"), self.made("Other")
        self.run_("profile", "bulk-delete", one, other, one, "--yes", code=USAGE)
        self.run_("profile", "bulk-delete", one, other, one, other, "--yes")
        self.gone("First")
        self.gone("Other")

    def test_profile_default_config(self):
        self.assertTrue(self.run_("profile", "default-config", self.ids()["Employees"]))
        self.run_("profile", "default-config", "nothing", code=REFUSED)

    def test_profile_lifecycle_states(self):
        states = self.run_("profile", "lifecycle-states", self.ids()["Employees"])["states"]
        self.assertIn("active", [s["technicalName"] for s in states])


class Sessions(Desk):
    def test_verify(self):
        person, session = self.begun(OK, "--wait")
        check("verify", session)
        self.assertEqual((session["status"], session["writeBack"]), ("verified", "written"))
        self.run_("verify", person["id"], "--reason", "holiday", code=USAGE)

    def test_sessions(self):
        _, session = self.begun(OK, "--wait")
        listed = self.run_("sessions")
        check("sessions", listed)
        self.assertIn(session["session"], [s["session"] for s in listed["sessions"]])

    def test_sessions_show(self):
        _, session = self.begun(OK, "--wait")
        shown = self.run_("sessions", "show", session["session"])
        check("session", shown)
        self.assertTrue(shown["timeline"])
        self.run_("sessions", "show", "none", code=HERE)

    def test_reset_password(self):
        person = self.people()[0]
        _, out, _, link = call_at_terminal("--data-dir", self.dir.name, "verify", person["id"], "--tenant", "Lab", *self.verify, "--wait", "--secrets", "-", stdin=self.secrets)
        session = json.loads(out)["session"]
        reset = ("--via", "EMAIL_WORK", "--contact-reason", "known to HR")
        self.run_("reset-password", session, *reset, code=HERE)  # the caller is not bound
        self.assertEqual(self.run_("reset-password", session, *reset, "--code", link[-4:])["reset"], "asked")
        self.assertEqual(self.lab.stats("sailpointUrl")["reset-mail"], 1)

    def test_report(self):
        made = self.run_("report", str(self.file("report.md")), code=OK if self.is_signed() else NOT_PROVED)
        self.assertTrue(made)
        self.assertIn("Overdue", self.file("report.md").read_text())

    def is_signed(self):
        code, out, _ = call("--data-dir", self.dir.name, "audit", "verify", "--json")
        return code == OK

    def test_evidence_person(self):
        person, session = self.begun(OK, "--wait")
        path = self.file("one.md")
        check("export", self.run_("evidence", "person", person["id"], str(path)))
        self.assertIn(session["session"], path.read_text().replace("\\", ""))

    def test_evidence_session(self):
        _, session = self.begun(OK, "--wait")
        path = self.file("session.md")
        check("export", self.run_("evidence", "session", session["session"], str(path)))
        self.assertIn(session["session"], path.read_text().replace("\\", ""))
        self.run_("evidence", "session", "none", str(self.file("none.md")), code=HERE)
        self.assertFalse(self.file("none.md").exists())

    def test_drift_list(self):
        listed = self.run_("drift", "list")
        check("drift", listed)
        self.assertEqual(listed["drift"], [])

    def test_drift_repair(self):
        self.run_("drift", "repair", "none", code=HERE)

    def test_privacy_show(self):
        check("privacy", self.run_("privacy", "show"))

    def test_privacy_set(self):
        check("privacy", self.run_("privacy", "set", "--on", "--verified-days", "400", "--failed-days", "300"))
        kept = self.run_("privacy", "show")
        self.assertEqual((kept["on"], kept["verifiedDays"], kept["failedDays"]), (True, 400, 300))
        self.run_("privacy", "set", "--verified-days", "0", code=USAGE)

    def test_privacy_sweep(self):
        self.assertEqual(self.run_("privacy", "sweep")["removed"], 0)

    def test_privacy_forget(self):
        person, session = self.begun(OK, "--wait")
        self.run_("privacy", "forget", person["id"], person["id"], code=USAGE)  # without --yes
        self.assertEqual(self.run_("privacy", "forget", person["id"], person["id"], "--yes")["removed"], 1)
        shown = self.run_("sessions", "show", session["session"])
        self.assertNotIn(person["name"], json.dumps(shown, ensure_ascii=False))

    def test_audit_verify(self):
        code, out, err = call("--data-dir", self.dir.name, "audit", "verify", "--json")
        self.assertIn(code, (OK, NOT_PROVED), err)
        state = json.loads(out)
        check("audit", state)
        self.assertTrue(state["whole"] and state["entries"] > 0)
        code, out, err = call("--data-dir", self.dir.name, "audit", "verify", "--at-least", "999999:" + "0" * 64)
        self.assertEqual(code, NOT_PROVED, "a log that is shorter than what is known of it")

    def test_audit_export(self):
        log = self.file("log.jsonl")
        code, out, err = call("--data-dir", self.dir.name, "audit", "export", str(log), "--json")
        self.assertEqual(code, OK, err)
        self.assertEqual(json.loads(out)["sha256"], hashlib.sha256(log.read_bytes()).hexdigest())
        code, out, _ = call("audit", "verify", str(log), "--json")
        self.assertTrue(json.loads(out)["whole"])

    def test_audit_sign(self):
        code, out, err = call("--data-dir", self.dir.name, "audit", "sign", "--json")
        self.assertEqual(code, OK, err)
        code, out, err = call("--data-dir", self.dir.name, "audit", "verify", "--json")
        self.assertEqual((code, json.loads(out)["proved"]), (OK, True), err)

    def test_backup(self):
        made = self.run_("backup", str(self.file("kept")), secrets={"passphrase": "correct horse battery staple"}, tenant=False)
        check("backup", made)
        self.assertNotIn(b"SQLite format", self.file("kept").read_bytes())
        self.run_("backup", str(self.file("short")), secrets={"passphrase": "short"}, tenant=False, code=USAGE)

    def test_restore(self):
        word = json.dumps({"passphrase": "correct horse battery staple"})
        file = str(self.file("restored"))
        self.run_("backup", file, secrets=json.loads(word), tenant=False)
        with tempfile.TemporaryDirectory() as there:
            new = there + "/new"
            self.assertEqual(call("--data-dir", new, "restore", file, "--secrets", "-", stdin=json.dumps({"passphrase": "another passphrase"}))[0], HERE)
            code, out, err = call("--data-dir", new, "restore", file, "--accept-loss", "--secrets", "-", "--json", stdin=word)
            self.assertEqual(code, OK, err)
            self.assertIn("Lab", json.loads(out)["tenants"])
            listed = json.loads(call("--data-dir", new, "tenant", "list", "--json")[1])["tenants"]
            self.assertTrue(next(t for t in listed if t["name"] == "Lab")["readOnly"])


class OpenSessions(Desk):
    """The provider says nothing by itself."""

    lab_args = ("--identities", "120", "--outcome", "never")

    def prepare(self):
        self.options = [*self.options, "--resend-path", "/api/v1/community/{communityId}/idv/session/{sessionId}/resend"]
        self.ready()

    def test_sessions_resend(self):
        person = next(p for p in self.people() if p["email"])
        told = self.run_("verify", person["id"], "--reason", "account-recovery", "--ticket", "INC1", "--ial", "2", "--documents", "passport", "--delivery", "email", "--contact-reason", "known to HR")
        self.assertIn("rate-limited", self.run_("sessions", "resend", told["session"], code=LATER))
        self.assertEqual(self.lab.stats().get("resend", 0), 0)
        with sqlite3.connect(self.file("ledger.db"), timeout=10) as db:
            db.execute("UPDATE session SET created_at = created_at - 3600000 WHERE id = ?", (told["session"],))
        db.close()
        self.assertTrue(self.run_("sessions", "resend", told["session"])["sent"])
        self.assertEqual(self.lab.stats()["resend"], 1)
        self.run_("sessions", "resend", "none", code=HERE)

    def test_sessions_cancel(self):
        _, session = self.begun()
        self.assertEqual(self.run_("sessions", "cancel", session["session"])["status"], "cancelled")
        states = {s["session"]: s["status"] for s in self.run_("sessions")["sessions"]}
        self.assertEqual(states[session["session"]], "cancelled")


class Held(Desk):
    lab_args = ("--identities", "120", "--outcome", "name-differs")

    def held(self):
        person = self.people()[0]
        code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait")
        self.assertEqual(code, HELD, err)
        return json.loads(out)["session"]

    def status(self, session):
        return self.run_("sessions", "show", session)["status"]

    def test_review_accept(self):
        session = self.held()
        self.run_("review", "accept", session, "--comment", "seen", code=USAGE)  # nobody signs in
        self.run_("review", "accept", session, "--comment", "seen the certificate", secrets=self.reviewer())
        self.assertEqual(self.status(session), "verified")

    def test_review_reject(self):
        session = self.held()
        self.run_("review", "reject", session, "--comment", "somebody else", secrets=self.reviewer())
        self.assertEqual(self.status(session), "failed")


class Campaigns(Desk):
    lab_args = ("--identities", "120", "--outcome", "never")

    def created(self, name):
        return self.run_("campaign", "create", name, "--status", "overdue", "--per-minute", "120")["campaign"]

    def test_campaign_list(self):
        one = self.created("Listed")
        listed = self.run_("campaign", "list")
        check("campaigns", listed)
        self.assertIn(one, [c["campaign"] for c in listed["campaigns"]])

    def test_campaign_create(self):
        made = self.run_("campaign", "create", "Made", "--status", "overdue")
        check("campaign", made)
        self.assertEqual(made["state"], "draft")
        self.run_("campaign", "create", "Bad", "--status", "odd", code=USAGE)

    def test_campaign_dry_run(self):
        before = self.lab.stats().get("create", 0)
        checked = self.run_("campaign", "dry-run", self.created("Checked"))
        self.assertGreater(checked["dryRun"]["selected"], 0)
        self.assertEqual(self.lab.stats().get("create", 0), before)

    def test_campaign_run(self):
        one = self.created("Run")
        self.run_("campaign", "dry-run", one)
        before = self.lab.stats().get("create", 0)
        done = self.run_("campaign", "run", one, "--people", "1")
        check("campaign", done)
        self.assertEqual(self.lab.stats()["create"] - before, 1)

    def test_campaign_pause(self):
        self.run_("campaign", "pause", self.created("Never begun"), code=HERE)

    def test_campaign_stop(self):
        one = self.created("Stopped")
        self.run_("campaign", "dry-run", one)
        self.assertEqual(self.run_("campaign", "stop", one)["state"], "stopped")
        self.run_("campaign", "run", one, code=HERE)

    def test_campaign_show(self):
        self.assertEqual(self.run_("campaign", "show", self.created("Shown"))["name"], "Shown")
        self.run_("campaign", "show", "none", code=HERE)

    def test_campaign_people(self):
        one = self.created("Peopled")
        n = self.run_("campaign", "dry-run", one)["dryRun"]["selected"]
        self.assertEqual(len(self.run_("campaign", "people", one)["people"]), n)

    def test_evidence_campaign(self):
        one = self.created("Proved")
        self.run_("campaign", "dry-run", one)
        path = self.file("campaign.md")
        check("export", self.run_("evidence", "campaign", one, str(path)))
        self.assertIn("Proved", path.read_text())


class Events(Desk):
    """Triggers, workflows and what SailPoint's events propose."""

    trigger = "idn:identity-attributes-changed"
    token = "0123456789abcdef-token"

    def subscribed(self, name):
        self.run_("trigger", "subscribe", self.trigger, "--name", name, "--url", "http://127.0.0.1:9/events", secrets={"triggerSecret": self.token})
        return self.subscription(name)

    def subscription(self, name):
        return next((s for s in self.run_("trigger", "subscriptions")["subscriptions"] if s["name"] == name), None)

    def input(self):
        return str(self.file("input.json", {"identity": {"id": "i1"}, "changes": [{"attribute": "idvStatus", "newValue": "FAILED"}]}))

    def test_trigger_list(self):
        listed = self.run_("trigger", "list")["triggers"]
        self.assertIn(self.trigger, [t["id"] for t in listed])

    def test_trigger_subscribe(self):
        self.assertIn("16 characters", self.run_("trigger", "subscribe", self.trigger, "--name", "Short", "--url", "http://127.0.0.1:9/", secrets={"triggerSecret": "short"}, code=USAGE))
        self.run_("trigger", "subscribe", self.trigger, "--name", "First", "--url", "http://127.0.0.1:9/", secrets={"triggerSecret": self.token})
        self.assertTrue(self.subscription("First")["enabled"])
        self.assertIsNone(self.subscription("Short"))

    def test_trigger_subscriptions(self):
        one = self.subscribed("Listed")
        self.assertIn(one["id"], [s["id"] for s in self.run_("trigger", "subscriptions")["subscriptions"]])
        self.assertNotIn(self.token, json.dumps(one))

    def test_trigger_invocations(self):
        one = self.subscribed("Invoked")
        self.run_("trigger", "test", self.trigger, "--input", self.input(), "--subscription", one["id"])
        self.assertTrue(self.until(lambda: self.run_("trigger", "invocations", "--subscription", one["id"])["invocations"]))

    def test_trigger_change(self):
        one = self.subscribed("Before")
        self.run_("trigger", "change", one["id"], "--name", "After")
        self.assertEqual(self.subscription("After")["id"], one["id"])
        self.assertIn("nothing to change", self.run_("trigger", "change", one["id"], "--name", "After", code=USAGE))

    def test_trigger_enable(self):
        one = self.subscribed("On")
        self.run_("trigger", "disable", one["id"])
        self.run_("trigger", "enable", one["id"])
        self.assertTrue(self.subscription("On")["enabled"])

    def test_trigger_disable(self):
        one = self.subscribed("Off")
        self.run_("trigger", "disable", one["id"])
        self.assertFalse(self.subscription("Off")["enabled"])

    def test_trigger_delete(self):
        one = self.subscribed("Away")
        self.run_("trigger", "delete", one["id"], "--yes", code=USAGE)
        self.run_("trigger", "delete", one["id"], one["id"], "--yes")
        self.assertIsNone(self.subscription("Away"))

    def test_trigger_validate_filter(self):
        fits = '$.changes[?(@.attribute == "idvStatus")]'
        self.assertTrue(self.run_("trigger", "validate-filter", fits, "--input", self.input())["fits"])
        self.run_("trigger", "validate-filter", '$.changes[?(@.attribute == "x")]', "--input", self.input(), code=NOT_VERIFIED)

    def test_trigger_test(self):
        one = self.subscribed("Tried")
        told = self.run_("trigger", "test", self.trigger, "--input", self.input(), "--subscription", one["id"])
        self.assertEqual(len(told["invocations"]), 1)

    def test_trigger_complete(self):
        listener = Listener()
        self.addCleanup(listener.stop)
        asking = "idn:access-request-dynamic-approver"
        self.run_("trigger", "subscribe", asking, "--name", "Asks", "--url", listener.url, "--mode", "async", secrets={"triggerSecret": self.token})
        self.run_("trigger", "test", asking, "--subscription", self.subscription("Asks")["id"])
        told = json.loads(self.until(lambda: listener.seen)[0]["body"])["_metadata"]
        output = str(self.file("output.json", {"id": "x", "name": "X", "type": "IDENTITY"}))
        ident = told["invocationId"]
        self.run_("trigger", "complete", ident, "--output", output, secrets={"triggerSecret": "another one that is wrong"}, code=REFUSED)
        done = self.run_("trigger", "complete", ident, "--output", output, secrets={"triggerSecret": told["secret"]})
        self.assertEqual(done["state"], "done")
        self.run_("trigger", "complete", ident, code=USAGE)

    def test_event_rules_show(self):
        shown = self.run_("event-rules", "show")
        self.assertIn("onboarding", [r["reason"] for r in shown["rules"]])

    def test_event_rules_set(self):
        rules = self.run_("event-rules", "show")
        kept = json.loads(json.dumps(rules))
        rules["rules"][0]["reason"] = "holiday"
        self.assertIn("rules[0].reason", self.run_("event-rules", "set", str(self.file("rules.json", rules)), code=USAGE))
        kept["rules"] = [r for r in kept["rules"] if r["reason"] == "onboarding"]
        self.assertEqual(self.run_("event-rules", "set", str(self.file("rules.json", kept))), kept)

    def workflow(self, name="IDV results, next version"):
        return next(w["id"] for w in self.run_("workflow", "list")["workflows"] if w["name"] == name)

    def execution(self):
        return self.run_("workflow", "test", self.workflow(), "--yes")["text"]

    def test_workflow_list(self):
        listed = self.run_("workflow", "list")["workflows"]
        self.assertIn("IDV results", [w["name"] for w in listed])

    def test_workflow_get(self):
        self.assertEqual(self.run_("workflow", "get", self.workflow())["workflow"]["id"], self.workflow())
        self.run_("workflow", "get", "nothing", code=REFUSED)

    def test_workflow_executions(self):
        run = self.execution()
        self.assertIn(run, [e["id"] for e in self.run_("workflow", "executions", self.workflow())["executions"]])

    def test_workflow_execution(self):
        run = self.execution()
        self.assertEqual(self.run_("workflow", "execution", run)["execution"]["workflowId"], self.workflow())

    def test_workflow_history(self):
        self.assertTrue(self.run_("workflow", "history", self.execution()))
        self.run_("workflow", "history", code=USAGE)

    def test_workflow_test(self):
        self.assertIn("--yes", self.run_("workflow", "test", self.workflow(), code=USAGE))
        self.assertTrue(self.run_("workflow", "test", self.workflow(), "--yes")["text"])

    def test_workflow_client(self):
        results = self.workflow("IDV results")
        self.assertIn("--keep", self.run_("workflow", "client", results, code=USAGE))
        self.assertTrue(self.run_("workflow", "client", results, "--show")["clientSecret"])

    def test_workflow_export(self):
        self.assertEqual(call("--data-dir", self.dir.name, "tenant", "set", "Lab", "--callback-base-url", "https://relay.acme.example", "--no-test")[0], OK)
        for kind, *more in (("start",), ("result",), ("result", "--escalate-to", "idv@acme.example")):
            path = self.file(f"{kind}.json")
            self.run_("workflow", "export", kind, str(path), *more)
            self.assertTrue(json.loads(path.read_text())["definition"]["steps"])
        self.assertIn("of the result", self.run_("workflow", "export", "start", str(path), "--escalate-to", "a@b.example", code=USAGE))


class Approvals(Desk):
    lab_args = ("--identities", "60")

    def waiting(self):
        return self.run_("approvals", "list")["approvals"]

    def gone(self, one):
        self.until(lambda: one not in [a["id"] for a in self.waiting()])

    def test_approvals_list(self):
        listed = self.run_("approvals", "list")["approvals"]
        self.assertTrue(listed and all(a["id"] and a["access"] for a in listed))

    def test_approvals_show(self):
        one = self.waiting()[-1]["id"]
        self.assertTrue(self.run_("approvals", "show", one)["mayBeApproved"])
        self.run_("approvals", "show", "nothing", code=HERE)

    def test_approvals_approve(self):
        one = self.waiting()[0]["id"]
        self.run_("approvals", "approve", one, "--comment", "fine")
        self.gone(one)
        self.assertIn("approved by", self.run_("approvals", "approve", one, code=HERE))

    def test_approvals_deny(self):
        one = self.waiting()[0]["id"]
        self.run_("approvals", "deny", one, code=USAGE)  # without a word
        self.run_("approvals", "deny", one, "--comment", "not needed")
        self.gone(one)

    def test_approvals_forward(self):
        one = self.waiting()[0]["id"]
        self.run_("approvals", "forward", one, "--to", "somebody", "--comment", "yours")
        self.gone(one)

    def test_approvals_requirements(self):
        self.assertEqual(self.run_("approvals", "requirements")["requirements"], [])
        file = str(self.file("requirements.json", {"requirements": [{"access": "Nobody has this", "ial": 2, "days": 3}]}))
        self.assertEqual(self.run_("approvals", "requirements", file)["requirements"][0]["days"], 3)
        self.run_("approvals", "requirements", str(self.file("requirements.json", {"requirements": []})))
        self.run_("approvals", "requirements", str(self.file("requirements.json", "[")), code=USAGE)


class Reviews(Desk):
    """Reviews are decided here in IdentityIQ only."""

    def prepare(self):
        e = self.lab.ends
        self.secrets = json.dumps({"sailpointClientSecret": e["iiqClientSecret"], "idvApiKey": e["idvApiKey"]})
        code, _, err = call("--data-dir", self.dir.name, "tenant", "add", "Lab", "--product", "identityiq", "--sailpoint-url", e["iiqUrl"], "--client-id", e["iiqClientId"], "--idv-url", e["idvUrl"], "--community", e["communityId"],
                            "--operator-id", e["iiqOperatorId"], "--denied-state", "Rejected", "--signed-state", "Signed", "--environment", "simulator", "--write-back", "scim", "--secrets", "-", stdin=self.secrets)
        assert code == OK, err

    def open_reviews(self):
        return [r for r in self.run_("reviews", "list")["reviews"] if r["decidedHere"]]

    def review(self, at):
        """By how many are decided in it at first: each test has one of its own."""
        return next(r["id"] for r in self.open_reviews() if at(r))

    def test_reviews_list(self):
        listed = self.run_("reviews", "list")["reviews"]
        self.assertEqual([(r["total"] >= r["decided"], r["decidedHere"]) for r in listed], [(True, True)] * len(listed))
        self.assertGreater(len(listed), 1)

    def test_reviews_approve(self):
        one = self.review(lambda r: 0 < r["decided"] < r["total"])
        self.run_("reviews", "approve", one, "--yes", code=USAGE)  # the id twice
        self.run_("reviews", "approve", one, one, "--yes", "--comment", "all fine")
        self.assertTrue(all(r["decided"] == r["total"] for r in self.open_reviews() if r["id"] == one))

    def test_reviews_deny(self):
        one = self.review(lambda r: r["decided"] == 0)
        self.run_("reviews", "deny", one, one, "--yes", code=USAGE)  # without a word
        self.run_("reviews", "deny", one, one, "--yes", "--comment", "none of them")
        self.assertTrue(all(r["decided"] == r["total"] for r in self.open_reviews() if r["id"] == one))

    def test_reviews_sign(self):
        one = self.review(lambda r: r["decided"] == r["total"])
        self.run_("reviews", "sign", one, one, code=USAGE)
        self.run_("reviews", "sign", one, one, "--yes")
        self.assertNotIn(one, [r["id"] for r in self.open_reviews()])


class Received(processes.Desk):
    """A receiver beside the other calls, and the callbacks that the test makes itself."""

    lab_args = ("--identities", "120", "--outcome", "never")

    def run_(self, *args, code=OK, secrets=None):
        given = json.dumps({**json.loads(self.secrets), "callbackSecret": self.lab.ends["callbackSecret"], "eventsToken": processes.EVENTS_TOKEN, **(secrets or {})})
        got, out, err = call("--data-dir", self.dir.name, *args, "--tenant", "Lab", "--json", "--secrets", "-", stdin=given)
        self.assertEqual(got, code, out + err)
        return json.loads(out) if code == OK and out.startswith("{") else out + err

    def received(self, do):
        receiver = processes.Receiver(self)
        try:
            return do(receiver)
        finally:
            receiver.stop()

    def stranger(self, ident="k1-stranger"):
        """Signed, and about no session."""
        body = json.dumps({"session_id": ident, "verification_status": "VERIFIED", "ial_level": 2, "verified_name": "EVE NOBODY"}).encode()
        status = self.received(lambda r: processes.send(r.url, body, processes.signature(self.lab.ends["callbackSecret"], body, ident=ident))[0])
        self.assertEqual(status, 202)
        return next(str(e["number"]) for e in self.run_("callbacks", "list")["unmatched"] if e["providerSession"] == ident)

    def test_receive(self):
        process = subprocess.Popen([IDVCTL, "--data-dir", self.dir.name, "receive", "--tenant", "Lab", "--port", "0", "--json", "--secrets", "-"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=DETACHED)
        process.stdin.write(json.dumps({**json.loads(self.secrets), "callbackSecret": self.lab.ends["callbackSecret"]}).encode())
        process.stdin.close()
        first = json.loads(process.stdout.readline())
        check("receive", first)
        body = b'{"session_id": "x", "verification_status": "VERIFIED"}'
        self.assertEqual(processes.send(first["listening"], body, [("Content-Type", "application/json")])[0], 401)
        process.terminate()
        self.assertEqual(process.wait(10), OK)
        process.stdout.close()
        self.assertIn("--auth", self.run_("receive", "--auth", "magic", code=USAGE))

    def test_callbacks_list(self):
        self.stranger()
        listed = self.run_("callbacks", "list")
        check("callbacks", listed)
        self.assertEqual([e["providerSession"] for e in listed["unmatched"]], ["k1-stranger"])
        self.assertNotIn("EVE NOBODY", json.dumps(listed))

    def test_callbacks_assign(self):
        code, out, err = self.ctl("verify", self.next_person()["id"], "--tenant", "Lab", *self.verify)
        self.assertEqual(code, OK, err)
        session = json.loads(out)
        number = self.stranger()
        self.assertIn("another id", self.run_("callbacks", "assign", number, "--session", session["session"], code=HERE))
        self.assertIn("another id", self.run_("callbacks", "adopt", number, "--session", session["session"], code=HERE))  # its word before
        self.run_("callbacks", "assign", number, code=USAGE)
        self.assertEqual(self.shown(session["session"])["status"], "pending")

    def test_callbacks_dismiss(self):
        number = self.stranger()
        check("done", self.run_("callbacks", "dismiss", number, "--reason", "not ours"))
        self.assertEqual(self.run_("callbacks", "list")["unmatched"], [])
        self.run_("callbacks", "dismiss", number, code=HERE)

    def proposed(self, receiver):
        person = self.next_person()
        told = pathlib.Path(self.dir.name) / "told.json"
        told.write_text(json.dumps({"identity": {"id": person["id"], "name": person["name"], "type": "IDENTITY"}, "attributes": {}}))
        rules = self.run_("event-rules", "show")
        rules["rules"] = [r for r in rules["rules"] if r["reason"] == "onboarding"]
        told_rules = pathlib.Path(self.dir.name) / "rules.json"
        told_rules.write_text(json.dumps(rules))
        self.run_("event-rules", "set", str(told_rules))
        self.run_("trigger", "subscribe", "idn:identity-created", "--name", "Own", "--url", receiver.events, secrets={"triggerSecret": processes.EVENTS_TOKEN})
        self.run_("trigger", "test", "idn:identity-created", "--input", str(told))
        for _ in range(75):
            if open_ := self.run_("proposals", "list")["proposals"]:
                return person, open_[0]
            time.sleep(0.2)
        self.fail("nothing was proposed")

    def test_proposals_list(self):
        def listed(receiver):
            person, one = self.proposed(receiver)
            check("proposals", self.run_("proposals", "list"))
            self.assertEqual((one["identity"], one["state"]), (person["id"], "open"))

        self.received(listed)

    def test_proposals_start(self):
        def started(receiver):
            person, one = self.proposed(receiver)
            self.assertEqual(self.run_("proposals", "start", one["id"])["identity"], person["id"])
            self.assertEqual([s["identity"] for s in self.sessions().values()], [person["id"]])
            self.run_("proposals", "start", one["id"], code=HERE)

        self.received(started)

    def test_proposals_dismiss(self):
        def dismissed(receiver):
            _, one = self.proposed(receiver)
            self.run_("proposals", "dismiss", one["id"], "--reason", "a test account")
            self.assertEqual(self.run_("proposals", "list")["proposals"], [])
            self.assertEqual([p["state"] for p in self.run_("proposals", "list", "--all")["proposals"]], ["dismissed"])

        self.received(dismissed)

    def test_lab_send(self):
        kept = pathlib.Path(self.dir.name) / "requests.json"
        kept.write_text(json.dumps({"format": "idv-console-requests", "requests": [{"name": "made up", "kind": "callback", "body": {"session_id": "x", "verification_status": "VERIFIED"}}]}))
        sent = self.received(lambda r: self.run_("lab", "send", str(kept), "--url", r.url))
        self.assertEqual([r["status"] for r in sent["sent"]], [202])
        kept.write_text("{")
        self.run_("lab", "send", str(kept), "--url", "http://127.0.0.1:9/", code=USAGE)


class TheLab(unittest.TestCase):
    def served(self, *args):
        process = subprocess.Popen([IDVCTL, *args], stdout=subprocess.PIPE, env=DETACHED)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait, 10)
        self.addCleanup(process.kill)
        return process

    def test_lab_serve(self):
        process = self.served("lab", "serve", "--identities", "5")
        ends = json.loads(process.stdout.readline())
        with urllib.request.urlopen(ends["idvUrl"] + "/lab/stats") as r:
            self.assertEqual(json.load(r).get("create", 0), 0)
        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(ends["sailpointUrl"] + "/oauth/token", data=b"grant_type=client_credentials")
        refused.exception.close()
        process.send_signal(signal.SIGTERM)
        self.assertIn(process.wait(10), (OK, 128 + signal.SIGTERM))

    def test_lab_list(self):
        code, out, err = call("lab", "list", "--json")
        self.assertEqual(code, OK, err)
        check("scenario-list", json.loads(out))
        kept = {json.loads(p.read_text())["id"] for p in (SOURCE / "resources/scenarios").glob("*.json")}
        self.assertEqual({s["id"] for s in json.loads(out)["scenarios"]}, kept)

    def test_lab_run(self):
        with tempfile.TemporaryDirectory() as folder:
            steps = [{"do": "synchronise", "expect": {"sync.identities": 60}}]
            for name, expected in (("good", 60), ("bad", 61)):
                steps[0]["expect"]["sync.identities"] = expected
                (pathlib.Path(folder) / f"{name}.json").write_text(json.dumps({"format": "idv-console-scenario/1", "id": name, "title": name, "about": "x", "steps": steps}))
            run = lambda name: call("--data-dir", folder + "/data", "lab", "run", name, "--folder", folder, "--json")  # noqa: E731
            code, out, err = run("good")
            self.assertEqual((code, json.loads(out)["passed"]), (OK, 1), err)
            code, out, err = run("bad")
            self.assertEqual((code, json.loads(out)["passed"]), (NOT_VERIFIED, 0), err)
        self.assertEqual(call("lab", "run", "nobody")[0], USAGE)

    def test_demo(self):
        with tempfile.TemporaryDirectory() as folder:
            code, out, err = call("--data-dir", folder, "demo", "--identities", "1000", "--no-rate-limit")
            self.assertEqual(code, OK, out + err)
            self.assertIn("SailPoint shows the result: the person is verified", out)
            with sqlite3.connect(pathlib.Path(folder) / "ledger.db") as db:
                self.assertEqual(db.execute("SELECT state, write_back FROM session").fetchall(), [("verified", "written")])
            db.close()


if __name__ == "__main__":
    del sys.argv[1]
    unittest.main(verbosity=2)
