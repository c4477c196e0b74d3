#!/usr/bin/env python3
"""idvctl with IdentityIQ: added from a pasted page, copied, verified, written, work items and reviews decided, bad input."""
import signal
import sqlite3

from harness import *  # noqa: F403
from harness import IDVCTL  # noqa: F401


class IdentityIq(Case):
    lab_args = ("--identities", "120")
    write_back = ("--write-back", "scim")
    signs_in = 0

    def setUp(self):
        super().setUp()
        self.point()

    def point(self):
        e = self.lab.ends
        self.root = e["iiqUrl"].removesuffix("/identityiq")
        self.secrets = json.dumps({"sailpointClientSecret": e["iiqClientSecret"], "idvApiKey": e["idvApiKey"]})
        self.options = ["--product", "identityiq", "--sailpoint-url", e["iiqUrl"] + "/home.jsf", "--client-id", e["iiqClientId"], "--idv-url", e["idvUrl"], "--community", e["communityId"], "--operator-id", e["iiqOperatorId"], "--denied-state", "Rejected", "--signed-state", "Signed", "--environment", "simulator"]

    def asked(self, what):
        with urllib.request.urlopen(self.root + "/lab/stats") as r:
            return json.load(r).get(what, 0)

    def run_(self, *args, code=0, env=None):
        got, out, err = self.ctl(*args, "--tenant", "Lab", "--json", env=env)
        self.assertEqual(got, code, out + err)
        return json.loads(out) if code == 0 else out + err

    def operator(self):
        e = self.lab.ends
        own = json.dumps({**json.loads(self.secrets), "reviewerClientId": e["iiqOperatorName"], "reviewerClientSecret": e["iiqOperatorPassword"]})
        return call("--data-dir", self.dir.name, "operator", "--tenant", "Lab", "--secrets", "-", stdin=own)[0]

    def added(self, *more):
        code, out, err = self.add(*self.write_back, *more, "--json")
        self.assertEqual(code, 0, err)
        self.assertEqual(self.operator(), self.signs_in)  # an account recovery needs to know who sits here
        return json.loads(out)

    def test_from_the_page_to_the_written_result(self):
        tenant = self.added()
        check("tenant", tenant)
        self.assertEqual((tenant["product"], tenant["sailpointUrl"]), ("identityiq", self.lab.ends["iiqUrl"]))
        tested = json.loads(self.ctl("tenant", "test", "Lab", "--json")[1])
        check("test", tested)
        self.assertEqual(set(tested["capabilities"].values()), {"answers"})
        first = self.run_("sync")
        check("sync", first)
        self.assertEqual((first["identities"], first["mode"]), (120, "full"))
        self.assertEqual(self.run_("sync")["mode"], "incremental")
        person = self.someone()
        code, out, err = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait")
        self.assertEqual(code, 0, err + out)
        self.assertEqual((json.loads(out)["status"], json.loads(out)["writeBack"], json.loads(out)["writeBackDetail"]), ("verified", "written", "7/7"))
        self.assertEqual(self.asked("PUT /scim/v2/Users"), 1)
        code, out, err = self.ctl("doctor", "--tenant", "Lab", "--json")
        self.assertEqual(code, 0, out + err)
        by_text = {line["text"]: line for line in json.loads(out)["lines"]}
        self.assertEqual(by_text["Identity attribute idvStatus"]["level"], "pass")
        self.assertEqual(by_text["Plug-in: work items"]["level"], "pass")
        self.assertNotIn(self.lab.ends["iiqClientSecret"], "".join(p.read_text(errors="replace") for p in pathlib.Path(self.dir.name).rglob("*") if p.is_file()))

    def test_work_items_and_reviews(self):
        self.added()
        self.run_("sync")
        items = self.run_("approvals", "list")["approvals"]
        self.assertEqual(len(items), 6)
        group = next(i for i in items if i["workGroup"])
        self.assertEqual(len(group["members"]), 2)
        shown = self.run_("approvals", "show", items[0]["id"])
        self.assertTrue(shown["mayBeApproved"])
        self.assertEqual(shown["obstacle"], "")
        self.run_("approvals", "deny", items[0]["id"], code=2)
        self.run_("approvals", "deny", items[0]["id"], "--comment", "not needed")
        self.run_("approvals", "approve", group["id"], "--comment", "Approving this request")
        self.assertEqual(len(self.run_("approvals", "list")["approvals"]), 4)
        self.assertIn("Not available with IdentityIQ", self.run_("approvals", "forward", items[-1]["id"], "--to", "x", "--comment", "yours", code=10))
        self.assertEqual(self.asked("PUT /object/WorkItem"), 2)
        reviews = self.run_("reviews", "list")["reviews"]
        self.assertEqual([(r["decided"], r["total"], r["decidedHere"]) for r in reviews], [(3, 9, True), (0, 5, True), (6, 6, True)])
        one = reviews[0]["id"]
        self.run_("reviews", "approve", one, code=2)  # everything at once: the id twice and --yes
        self.run_("reviews", "approve", one, one, code=2)
        self.assertEqual(self.asked("PUT /object/CertificationEntity"), 0)
        self.run_("reviews", "sign", one, one, "--yes", code=9)  # not everything is decided
        self.run_("reviews", "approve", one, one, "--yes", "--comment", "all fine")
        self.run_("reviews", "sign", one, one, "--yes")
        self.assertEqual(len(self.run_("reviews", "list")["reviews"]), 2)
        whole = json.loads(self.ctl("audit", "verify", "--json", secrets=False)[1])
        self.assertTrue(whole["whole"])

    def test_a_held_result_needs_a_second_person_who_is_somebody_else(self):
        self.lab.stop()
        self.lab = Lab(*self.lab_args, "--outcome", "name-differs")
        self.point()
        self.added()
        self.run_("sync")
        e = self.lab.ends

        def with_(name, password):
            self.secrets = json.dumps({**json.loads(self.secrets), "reviewerClientId": name, "reviewerClientSecret": password})

        with_(e["iiqOperatorName"], e["iiqOperatorPassword"])
        self.assertEqual(self.ctl("operator", "--tenant", "Lab")[0], 0)
        code, out, err = self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait")
        self.assertEqual(code, 6, out + err)
        session = json.loads(out)["session"]
        self.run_("review", "accept", session, "--comment", "same person", code=10)  # whoever sits here
        with_(e["iiqReviewer"], "wrong")
        self.run_("review", "accept", session, "--comment", "same person", code=10)
        with_(e["iiqReviewer"], e["iiqReviewerPassword"])
        self.assertEqual(self.run_("review", "accept", session, "--comment", "same person")["status"], "verified")

    def test_killed_on_the_way_decides_nothing_twice(self):
        self.added()
        items = self.run_("approvals", "list")["approvals"]

        def killed(item, point):
            code, _, _ = self.ctl("approvals", "approve", item["id"], "--tenant", "Lab", "--json", env={"IDV_KILL_AT": point})
            self.assertEqual(code, -signal.SIGKILL, point)

        # Nobody knows whether its call left: for as long as a call takes, nobody else decides.
        killed(items[0], "operation-stored")
        self.assertIn("just decided about it", self.run_("approvals", "approve", items[0]["id"], code=10))
        self.assertEqual(self.asked("PUT /object/WorkItem"), 0)
        with sqlite3.connect(pathlib.Path(self.dir.name) / "ledger.db") as db:
            db.execute("UPDATE operation SET created_at = created_at - 90001, updated_at = updated_at - 90001")
        db.close()
        self.run_("approvals", "approve", items[0]["id"])
        self.assertEqual(self.asked("PUT /object/WorkItem"), 1)
        killed(items[1], "operation-answered")
        self.assertEqual(self.asked("PUT /object/WorkItem"), 2)
        self.run_("approvals", "approve", items[1]["id"], code=10)
        self.assertEqual(self.asked("PUT /object/WorkItem"), 2)

    def test_killed_while_the_record_is_replaced(self):
        self.added()
        self.run_("sync")
        person = self.someone()
        for point in ("writeback-intent", "writeback-sent"):
            code, _, _ = self.ctl("verify", person["id"], "--tenant", "Lab", *self.verify, "--wait", env={"IDV_KILL_AT": point})
            self.assertEqual(code, -signal.SIGKILL, point)
            self.assertEqual(self.asked("PUT /scim/v2/Users"), 0 if point == "writeback-intent" else 1)
            people = json.loads(self.ctl("identities", "--tenant", "Lab", "--status", "never", "--limit", "100", "--json")[1])["identities"]
            person = next(p for p in people if p["lifecycle"] == "active" and p["email"] and p["id"] != person["id"])

    def test_overdue_people_are_renewed_in_a_campaign(self):
        self.added()
        self.run_("sync")
        due = self.run_("due")["people"]
        self.assertGreaterEqual(len(due), 1)
        made = self.run_("campaign", "create", "Week 47", "--status", "overdue", "--per-minute", "120")
        before = self.asked("GET /scim/v2/Users")
        checked = self.run_("campaign", "dry-run", made["campaign"])
        reads = self.asked("GET /scim/v2/Users") - before
        n = checked["dryRun"]["byEmail"] + checked["dryRun"]["byPhone"]
        self.assertGreaterEqual(n, 1)
        done = self.run_("campaign", "run", made["campaign"])
        self.assertEqual((done["state"], done["counts"]["sent"]), ("done", n))
        self.assertEqual(self.lab.stats()["create"], n)
        self.assertGreaterEqual(reads, n)  # each was read anew before the dry run said so

    def test_what_the_cloud_alone_can(self):
        self.added()
        self.run_("sync")
        one = self.someone()["id"]
        for args in (("identity", "sync", one), ("identity", "process", one), ("identity", "invite", one), ("identity", "delete", one, one, "--yes"), ("profile", "list"), ("trigger", "list"), ("workflow", "list")):
            self.assertIn("Not available with IdentityIQ", self.run_(*args, code=10), args)
        self.assertEqual({k for k in json.loads(urllib.request.urlopen(self.root + "/lab/stats").read()) if not k.startswith(("GET", "token"))}, set())


class Workflow(IdentityIq):
    """The same with a workflow that writes."""

    def setUp(self):
        super().setUp()
        self.write_back = ("--write-back", "workflow", "--workflow-id", self.lab.ends["iiqWorkflow"])

    def test_from_the_page_to_the_written_result(self):
        self.added()
        self.run_("sync")
        code, out, err = self.ctl("verify", self.someone()["id"], "--tenant", "Lab", *self.verify, "--wait")
        self.assertEqual((code, json.loads(out)["writeBack"]), (0, "written"), err + out)
        self.assertEqual(self.asked("POST /scim/v2/LaunchedWorkflows"), 1)

    test_overdue_people_are_renewed_in_a_campaign = test_a_held_result_needs_a_second_person_who_is_somebody_else = test_work_items_and_reviews = test_killed_on_the_way_decides_nothing_twice = test_killed_while_the_record_is_replaced = test_what_the_cloud_alone_can = None


class BadInput(IdentityIq):
    lab_args = ("--identities", "60", "--iiq-no-plugin", "--iiq-old")
    signs_in = 9  # without a ping nothing shows whether a password was looked at

    def test_from_the_page_to_the_written_result(self):
        self.added()
        code, out, err = self.ctl("tenant", "test", "Lab", "--json")
        self.assertEqual(code, 0)
        tested = json.loads(out)
        self.assertEqual((tested["capabilities"]["ping"], tested["capabilities"]["plugin-work-items"], tested["capabilities"]["users"]), ("missing", "missing", "answers"))
        self.assertIn("This is a guess", out)
        self.run_("approvals", "list", code=9)

    def test_what_is_refused_before_anything_is_asked(self):
        good = dict(zip(self.options[::2], self.options[1::2]))
        for option, value, field in (("--sailpoint-url", "http://iq.halden.example:8080/identityiq/home.jsf", "sailpoint-url"), ("--plugin-url", "https://elsewhere.example/x", "plugin-url"), ("--denied-state", "two words", "denied-state"),
                                     ("--product", "oracle", "product"), ("--work-item-method", "patch", "work-item-method"), ("--write-back", "account", "write-back")):
            args = [x for pair in {**good, option: value}.items() for x in pair]
            code, out, err = self.ctl("tenant", "add", "Bad", *args, "--json")
            self.assertEqual(code, 2, option)
            self.assertIn(field, out + err)
        cloud = [x for pair in {**good, "--product": "identity-security-cloud"}.items() for x in pair]
        code, out, err = self.ctl("tenant", "add", "Bad", *cloud, "--json")
        self.assertEqual(code, 2)
        self.assertIn("operator-id", out + err)  # nothing is dropped in silence
        self.assertEqual(self.asked("token"), 0)

    test_overdue_people_are_renewed_in_a_campaign = test_a_held_result_needs_a_second_person_who_is_somebody_else = test_work_items_and_reviews = test_killed_on_the_way_decides_nothing_twice = test_killed_while_the_record_is_replaced = test_what_the_cloud_alone_can = None


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v", *sys.argv[2:]])
