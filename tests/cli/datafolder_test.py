#!/usr/bin/env python3
"""Who can read what is kept: the modes of the data folder and of its files, and no dump of a process that holds secrets."""
import os
import pwd
import resource
import signal
import stat

from harness import *  # noqa: F403
from harness import DETACHED, IDVCTL


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


class Modes(Case):
    lab_args = ("--identities", "40")

    def setUp(self):
        super().setUp()
        before = os.umask(0)  # nothing but the program itself takes a right away
        self.addCleanup(os.umask, before)
        self.root = pathlib.Path(self.dir.name)

    def at(self, folder, *args, given=True):
        code, out, err = call("--data-dir", str(folder), *args, *(("--secrets", "-") if given else ()), stdin=self.secrets if given else "")
        self.assertEqual(code, 0, out + err)

    def filled(self, folder):
        self.at(folder, "tenant", "add", "Lab", *self.options)
        self.at(folder, "sync", "--tenant", "Lab")
        return folder

    def test_a_new_folder_is_its_owners_alone(self):
        folder = self.root / "a" / "new"
        self.at(folder, "tenant", "list", given=False)
        self.assertEqual(mode(folder), 0o700)

    def test_one_that_everybody_could_enter_is_closed(self):
        folder = self.root / "open"
        folder.mkdir(mode=0o777)
        self.assertEqual(mode(folder), 0o777)
        self.at(folder, "tenant", "list", given=False)
        self.assertEqual(mode(folder), 0o700)

    def test_every_file_in_it_is_its_owners_alone(self):
        folder = self.filled(self.root / "data")
        files = [p for p in folder.rglob("*") if p.is_file()]
        self.assertTrue({"ledger.db"} <= {p.name for p in files} and any(p.name.startswith("mirror-") for p in files))
        self.assertEqual({p.name: oct(mode(p)) for p in files if mode(p) != 0o600}, {})

    def test_so_are_the_files_beside_a_database_that_is_open(self):
        folder = self.filled(self.root / "data")
        process = subprocess.Popen([IDVCTL, "--data-dir", str(folder), "receive", "--tenant", "Lab", "--port", "0", "--json", "--secrets", "-"],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=DETACHED)
        try:
            process.stdin.write(json.dumps({**json.loads(self.secrets), "callbackSecret": self.lab.ends["callbackSecret"]}).encode())
            process.stdin.close()
            self.assertIn("listening", json.loads(process.stdout.readline()))
            beside = [p for p in folder.rglob("*") if p.name.endswith(("-wal", "-shm"))]
            self.assertTrue(beside, "no file of an open database: nothing was looked at")
            self.assertEqual({p.name: oct(mode(p)) for p in folder.rglob("*") if p.is_file() and mode(p) != 0o600}, {})
        finally:
            process.terminate()
            process.wait(10)
            process.stdout.close()

    def test_what_is_written_for_a_person_is_its_owners_alone(self):
        folder = self.filled(self.root / "data")
        for name, args in (("people.csv", ("identities", "--tenant", "Lab", "--export")), ("log.jsonl", ("audit", "export")), ("settings.json", ("settings", "export"))):
            out = self.root / name
            self.at(folder, *args, str(out))
            self.assertEqual(oct(mode(out)), oct(0o600), name)


class NoDump(unittest.TestCase):
    """A lab stands for every run: all of them are hardened before they read a word."""

    def started(self, *command, **more):
        allow = lambda: resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)  # noqa: E731
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=DETACHED, preexec_fn=allow, **more)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait, 10)
        self.addCleanup(process.kill)
        return process

    def served(self, **more):
        process = self.started(IDVCTL, "lab", "serve", "--identities", "5", **more)
        self.assertIn("idvUrl", json.loads(process.stdout.readline()))
        return process

    def limit(self, process):
        """Soft and hard, of a file with the memory of a process that crashed."""
        line = next(x for x in pathlib.Path(f"/proc/{process.pid}/limits").read_text().splitlines() if x.startswith("Max core file size"))
        return line.split()[4:6]

    def test_a_crash_leaves_no_memory_in_a_file(self):
        self.assertEqual(self.limit(self.served()), ["0", "0"])

    def test_it_is_the_program_that_says_so(self):
        if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
            self.skipTest("nobody may write one here")
        self.assertNotEqual(self.limit(self.started("sleep", "30")), ["0", "0"])

    def test_a_crash_leaves_no_file(self):
        with tempfile.TemporaryDirectory() as folder:
            process = self.served(cwd=folder)
            process.send_signal(signal.SIGSEGV)
            self.assertEqual(process.wait(10), -signal.SIGSEGV)
            self.assertEqual(os.listdir(folder), [])

    def test_another_program_of_the_same_person_cannot_look_into_it(self):
        """The kernel gives what is under /proc/PID to root where a process may not be dumped: nobody else attaches."""
        somebody = {}
        if os.getuid() == 0:
            somebody = {"user": pwd.getpwnam("nobody").pw_uid}
            if subprocess.run([IDVCTL, "help"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=lambda: os.setuid(somebody["user"]), check=False).returncode != 0:
                self.skipTest("nobody else may run the program from where it lies")
        plain = self.started("sleep", "30", **somebody)
        self.assertNotEqual(os.stat(f"/proc/{plain.pid}/environ").st_uid, 0)
        self.assertEqual(os.stat(f"/proc/{self.served(**somebody).pid}/environ").st_uid, 0)


if __name__ == "__main__":
    del sys.argv[1]
    unittest.main(verbosity=2)
